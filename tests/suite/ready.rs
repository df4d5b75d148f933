//! A release that is Go without any finding, made by commands alone, and the small changes that tests make to it.

use std::sync::LazyLock;

use jiff::civil::{Date, DateTime, date};
use rollcall::gate::{Contents, Signer, document_digest, sign};
use rollcall::plan::{
    AcceptanceCriterion, Answer, Approach, Attendance, AudienceKind, BackOutPlan, BackOutStep, BackOutTest,
    BackOutTrigger, BoardDecision, BoardMember, BoardRole, CheckState, ChecklistItem, Choice, Command, Condition,
    ConfigurationItem, Count, Days, Defect, DefectDecision, Delivery, Department, Distribution, DocumentKind,
    EarlyLifeSupport, Edit, Environment, EnvironmentPart, EnvironmentPurpose, Evidence, Fitness, GateOutcome,
    GovernanceRule, HandOverAcceptance, HandOverItem, HandOverKind, Id, Identity, Item, Items, KnownError, Meeting,
    Message, Minutes, Percent, Person, Proof, QualityGate, Release, ReviewRecord, Rfc, RfcApproval, RfcOutcome, Risk,
    RunbookStep, SignOff, Strategy, StrategyChoice, StrategyRecord, SwitchOffCriterion, Teaches, TrainingAudience,
    TrainingSession, UserGroup, Vote, Wave, Window,
};
use rollcall::readiness::new_release;

/// The day on which the release is assessed.
pub const TODAY: Date = date(2026, 3, 2);
/// The day of go-live.
pub const GO_LIVE: Date = date(2026, 3, 14);

pub fn id<T: ?Sized>(text: &str) -> Id<T> {
    Id::new(text).unwrap()
}

pub fn at(day: Date, hour: i8) -> DateTime {
    day.at(hour, 0, 0, 0)
}

/// Applies a command that must not be refused.
pub fn change(release: &mut Release, command: Command) {
    command.apply(release).unwrap();
}

pub fn items<T: Item>(list: impl IntoIterator<Item = T>) -> Items<T> {
    list.into_iter().collect()
}

/// A release that is Go: no blocker, no condition, no advice.
pub fn ready_release() -> Release {
    static READY: LazyLock<Release> = LazyLock::new(make_ready);
    READY.clone()
}

fn make_ready() -> Release {
    let identity = Identity {
        name: "Payments".to_owned(),
        version: "4.2".to_owned(),
        release_manager: Some(id("ana")),
        sponsor: Some(id("ben")),
        window: Some(Window::new(at(GO_LIVE, 20), at(date(2026, 3, 15), 4)).unwrap()),
        time_zone: "Europe/Lisbon".to_owned(),
        currency: "EUR".to_owned(),
        ..Identity::default()
    };
    let mut release = new_release(id("payments"), identity);
    let parts = [
        people(),
        departments(),
        strategy(),
        rollout(),
        environments(),
        criteria(),
        gates(),
        defects(),
        training(),
        review(),
        messages(),
        hand_over(),
    ];
    for command in [parts.concat(), board(), after()].concat() {
        change(&mut release, command);
    }
    sign_all(&mut release);
    release
}

fn people() -> Vec<Command> {
    let named = [("ana", "Ana Alves"), ("ben", "Ben Barros"), ("eva", "Eva Esteves")];
    let person = |(key, name): (&str, &str)| {
        let team = if key == "eva" { "Service desk" } else { "" };
        Person { id: id(key), name: name.to_owned(), team: team.to_owned(), ..Person::default() }
    };
    let item = ConfigurationItem { id: id("ledger"), name: "Ledger".to_owned(), ..ConfigurationItem::default() };
    let mut commands: Vec<Command> = named.map(|named| Command::People(Edit::add(person(named)))).into();
    commands.push(Command::ConfigurationItems(Edit::add(item)));
    commands
}

fn departments() -> Vec<Command> {
    let group =
        |key: &str, size| UserGroup { id: id(key), name: key.to_owned(), size: Count(size), ..UserGroup::default() };
    let finance = Department {
        id: id("finance"),
        name: "Finance".to_owned(),
        impacted: true,
        groups: items([group("clerks", 40), group("auditors", 12)]),
        floor_walkers: vec![id("eva"), id("ben")],
        ..Department::default()
    };
    let legal = Department {
        id: id("legal"),
        name: "Legal".to_owned(),
        groups: items([group("lawyers", 5)]),
        ..Department::default()
    };
    vec![Command::Departments(Edit::add(finance)), Command::Departments(Edit::add(legal))]
}

fn strategy() -> Vec<Command> {
    let approved = RfcOutcome::Approved(RfcApproval { on: Some(date(2026, 2, 10)), note: String::new() });
    let rfc = Rfc {
        id: id("rfc"),
        number: "RFC-17".to_owned(),
        title: "Ledger 4.2".to_owned(),
        outcome: approved,
        ..Rfc::default()
    };
    let strategy = Strategy { approach: Approach::Phased, delivery: Delivery::Push };
    let rationale = "A failure stays within one group.".to_owned();
    let choice = StrategyChoice { strategy, rationale, by: "Ana Alves".to_owned(), on: Some(date(2026, 1, 20)) };
    let record = StrategyRecord { choice: Some(choice), ..StrategyRecord::default() };
    vec![Command::Rfcs(Edit::add(rfc)), Command::Strategy(Box::new(record))]
}

fn rollout() -> Vec<Command> {
    let wave = |key: &str, group: &str, hour| Wave {
        id: id(key),
        name: key.to_owned(),
        groups: vec![id(group)],
        start: Some(at(GO_LIVE, hour)),
        bake: Minutes(60),
        target: Percent::try_from(95).unwrap(),
        success_criteria: "No incident within the hour.".to_owned(),
        ..Wave::default()
    };
    let step = |key: &str, minutes| RunbookStep {
        id: id(key),
        title: key.to_owned(),
        owner: Some(id("ben")),
        duration: Minutes(minutes),
        ..RunbookStep::default()
    };
    let back = |key: &str| BackOutStep { id: id(key), title: key.to_owned(), owner: None, duration: Minutes(20) };
    let trigger = |key: &str| BackOutTrigger { id: id(key), text: key.to_owned(), decided_by: None };
    let test = BackOutTest { on: Some(date(2026, 2, 20)), worked: true, ..BackOutTest::default() };
    let back_out = BackOutPlan {
        summary: "Restore the snapshot.".to_owned(),
        triggers: items([trigger("errors"), trigger("latency")]),
        steps: items([back("stop-new"), back("restore")]),
        verification: Minutes(15),
        test: Some(test),
    };
    vec![
        Command::Waves(Edit::add(wave("pilot", "auditors", 20))),
        Command::Waves(Edit::add(wave("rest", "clerks", 22))),
        Command::Runbook(Edit::add(step("freeze", 30))),
        Command::Runbook(Edit::add(step("install", 90))),
        Command::BackOut(Box::new(back_out)),
    ]
}

fn environments() -> Vec<Command> {
    let environment = |key: &str, purpose| Environment {
        id: id(key),
        name: key.to_owned(),
        purpose,
        fitness: Fitness::Fit,
        parts: items([EnvironmentPart {
            id: id("database"),
            name: "Database".to_owned(),
            version: "15.1".to_owned(),
            ..EnvironmentPart::default()
        }]),
        ..Environment::default()
    };
    let refreshed = Environment {
        refresh_days: Some(Count(30)),
        refreshed: Some(date(2026, 2, 2)),
        ..environment("staging", EnvironmentPurpose::Acceptance)
    };
    let live = environment("live", EnvironmentPurpose::Production);
    vec![Command::Environments(Edit::add(refreshed)), Command::Environments(Edit::add(live))]
}

fn criteria() -> Vec<Command> {
    let defaults = rollcall::gate::default_criteria();
    let met = |criterion: &AcceptanceCriterion| AcceptanceCriterion {
        answer: Answer::Met,
        evidence: items([note("report"), note("minutes")]),
        ..criterion.clone()
    };
    defaults.iter().map(|criterion| Command::Criteria(Edit::replace(met(criterion)))).collect()
}

pub fn note(key: &str) -> Evidence {
    Evidence { id: id(key), title: key.to_owned(), shown_by: Proof::Note { text: key.to_owned() }, added: None }
}

fn gates() -> Vec<Command> {
    // Somebody answers every point: what the plan answers itself would be a second finding of whatever a test breaks.
    let done = |item: &ChecklistItem| ChecklistItem { state: CheckState::Done, check: None, ..item.clone() };
    let passed = |gate: &QualityGate| QualityGate {
        checklist: gate.checklist.iter().map(done).collect(),
        attendees: vec![id("ana"), id("eva")],
        outcome: GateOutcome::Passed { on: Some(date(2026, 2, 25)) },
        ..gate.clone()
    };
    rollcall::gate::default_gates().iter().map(|gate| Command::Gates(Edit::replace(passed(gate)))).collect()
}

fn defects() -> Vec<Command> {
    let said = |text: &str| text.to_owned();
    let known_error = KnownError {
        symptoms: said("The total flickers."),
        workaround: said("Reload."),
        quick_fix: said("Ask to reload."),
        desk_code: said("PAY-7"),
        review: None,
    };
    let defect = |key: &str, decision| Defect { id: id(key), title: said(key), decision, ..Defect::default() };
    let fixed = defect("rounding", DefectDecision::Fix { fixed: Some(date(2026, 2, 18)) });
    let flicker = Defect { known_error, ..defect("flicker", DefectDecision::Workaround) };
    vec![Command::Defects(Edit::add(fixed)), Command::Defects(Edit::add(flicker))]
}

/// Every audience was at a session of its own, on both systems.
fn training() -> Vec<Command> {
    let audiences: [(&str, AudienceKind, Option<&str>, Option<u32>); 5] = [
        ("learn-clerks", AudienceKind::Users, Some("clerks"), Some(40)),
        ("learn-auditors", AudienceKind::Users, Some("auditors"), Some(12)),
        ("desk", AudienceKind::ServiceDesk, None, Some(8)),
        ("support", AudienceKind::SupportTeam, None, Some(4)),
        ("walkers", AudienceKind::FloorWalkers, None, Some(2)),
    ];
    let audience = |(key, kind, group, size): (&str, AudienceKind, Option<&str>, Option<u32>)| TrainingAudience {
        id: id(key),
        name: key.to_owned(),
        kind,
        group: group.map(id),
        size: size.map(Count),
        goal: "Work with it.".to_owned(),
    };
    let session = |key: &str, audience: &str, people| TrainingSession {
        id: id(key),
        title: key.to_owned(),
        audiences: vec![id(audience)],
        teaches: Teaches::Both,
        at: Some(at(date(2026, 2, 24), 9)),
        duration: Minutes(90),
        place: "Room 1".to_owned(),
        capacity: Count(people),
        trainer: Some(id("eva")),
        attendance: items([Attendance {
            id: id("1"),
            audience: id(audience),
            attended: Count(people),
            note: String::new(),
        }]),
    };
    let sessions = [
        session("lesson-clerks", "learn-clerks", 40),
        session("lesson-auditors", "learn-auditors", 12),
        session("lesson-desk", "desk", 8),
        session("lesson-support", "support", 4),
        session("lesson-walkers", "walkers", 2),
    ];
    let audiences = audiences.map(audience).into_iter().map(|audience| Command::Audiences(Edit::add(audience)));
    audiences.chain(sessions.into_iter().map(|session| Command::Sessions(Edit::add(session)))).collect()
}

/// The review was held, and found everything in order.
fn review() -> Vec<Command> {
    let done = |point: &ChecklistItem| ChecklistItem { state: CheckState::Done, ..point.clone() };
    let record = ReviewRecord {
        held: Some(date(2026, 2, 26)),
        by: Some(id("ana")),
        points: rollcall::gate::review_points().iter().map(done).collect(),
        note: String::new(),
    };
    vec![Command::Review(Box::new(record))]
}

fn hand_over() -> Vec<Command> {
    let reload = HandOverItem {
        id: id("reload"),
        kind: HandOverKind::QuickFix,
        title: "Flickering total".to_owned(),
        set_up_by: Some(id("eva")),
        set_up: Some(date(2026, 2, 26)),
        ..HandOverItem::default()
    };
    let acceptance = HandOverAcceptance { by: Some(id("eva")), on: Some(date(2026, 2, 27)), note: String::new() };
    vec![Command::HandOverItems(Edit::add(reload)), Command::HandOver(Box::new(acceptance))]
}

fn messages() -> Vec<Command> {
    let message = |key: &str, subject: &str, send, sent| Message {
        id: id(key),
        subject: subject.to_owned(),
        body: "On {go_live}: {systems}.".to_owned(),
        departments: vec![id("finance")],
        sender: Some(id("eva")),
        send: Days(send),
        sent,
        ..Message::default()
    };
    let minutes = Distribution {
        id: id("minutes"),
        document: DocumentKind::Minutes,
        person: Some(id("ana")),
        by: Days(-10),
        sent: Some(date(2026, 2, 26)),
        acknowledged: Some(date(2026, 2, 27)),
        ..Distribution::default()
    };
    vec![
        Command::Messages(Edit::add(message("coming", "{release} is coming", -21, Some(date(2026, 2, 21))))),
        Command::Messages(Edit::add(message("live", "{release} {version} is live", 2, None))),
        Command::Distribution(Edit::add(minutes)),
    ]
}

fn board() -> Vec<Command> {
    let seat = |role: &BoardRole| {
        let member = BoardMember {
            id: id(role.key()),
            name: format!("Holder of {}", role.label()),
            person: None,
            deputy: None,
            role: *role,
        };
        Command::Members(Edit::add(member))
    };
    let vote = |role: &BoardRole| {
        Command::Votes(Edit::add(Vote { id: id(role.key()), member: id(role.key()), ..Vote::default() }))
    };
    let said = |text: &str| text.to_owned();
    let risk = Risk { id: id("volume"), text: said("Volume"), response: said("Add a node"), ..Risk::default() };
    let decision = BoardDecision { verdict: rollcall::plan::Verdict::Go, ..BoardDecision::default() };
    let mut commands: Vec<Command> = BoardRole::ALL.iter().map(seat).collect();
    commands.extend(BoardRole::ALL.iter().map(vote));
    commands.push(Command::Risks(Edit::add(risk)));
    commands.push(Command::Decision(Box::new(Some(decision))));
    commands
}

/// Takes every signature away and signs everything anew, as it now stands; what was handed out is what now stands.
/// What the last weeks before go-live ask for: a checkpoint, and what ends the support afterwards.
fn after() -> Vec<Command> {
    let checkpoint = Meeting {
        id: id("checkpoint"),
        title: "Checkpoint".to_owned(),
        at: Some(at(date(2026, 3, 10), 10)),
        ..Meeting::default()
    };
    let exit =
        SwitchOffCriterion { id: id("calm"), text: "Five days without an incident".to_owned(), due: None, met: None };
    let support = EarlyLifeSupport { exit: items([exit]), ..EarlyLifeSupport::default() };
    vec![Command::Meetings(Edit::add(checkpoint)), Command::Support(Box::new(support))]
}

/// Takes every signature away and signs everything anew, as it now stands.
pub fn sign_all(release: &mut Release) {
    for entry in release.distribution.clone().iter().filter(|entry| entry.sent.is_some()) {
        let sha256 = document_digest(entry.document, release);
        change(release, Command::Distribution(Edit::replace(Distribution { sha256, ..entry.clone() })));
    }
    sign_gates(release);
    sign_board(release);
}

pub fn sign_gates(release: &mut Release) {
    let signed: Vec<QualityGate> = release.gates.iter().map(|gate| with_signatures(release, gate)).collect();
    for gate in signed {
        change(release, Command::Gates(Edit::replace(gate)));
    }
}

pub fn sign_board(release: &mut Release) {
    for old in release.board.sign_offs.clone().iter() {
        change(release, Command::BoardSignOffs(Edit::Remove { id: old.id }));
    }
    let content = Contents::of(release).plan();
    for role in [BoardRole::SeniorIt, BoardRole::SeniorBusiness] {
        change(release, Command::BoardSignOffs(Edit::add(signature(role.key(), role.key(), &content))));
    }
}

fn with_signatures(release: &Release, gate: &QualityGate) -> QualityGate {
    let content = Contents::of(release).gate(gate);
    let sign_offs = gate.signatories.iter().map(|it| signature(it.id.as_str(), &it.role, &content)).collect();
    QualityGate { sign_offs, ..gate.clone() }
}

pub fn signature(key: &str, role: &str, content: &str) -> SignOff {
    let signer = Signer { role: role.to_owned(), person: None, name: format!("{role} by name"), on: date(2026, 2, 27) };
    sign(id(key), signer, content.to_owned())
}

/// An open condition with an owner and a day.
pub fn condition(key: &str) -> Condition {
    Condition { id: id(key), text: key.to_owned(), owner: Some(id("ana")), until: Some(GO_LIVE), met: None }
}

macro_rules! editors {
    ($($name:ident($item:ty) $list:ident $($path:ident).+;)*) => {
        $(pub fn $name(release: &mut Release, key: &str, edit: impl FnOnce(&mut $item)) {
            let mut item = release.$($path).+.get(id(key)).unwrap().clone();
            edit(&mut item);
            change(release, Command::$list(Edit::replace(item)));
        })*
    };
}

editors! {
    edit_criterion(AcceptanceCriterion) Criteria criteria;
    edit_gate(QualityGate) Gates gates;
    edit_defect(Defect) Defects defects;
    edit_hand_over(HandOverItem) HandOverItems hand_over.items;
    edit_rule(GovernanceRule) Rules rules;
    edit_department(Department) Departments departments;
    edit_person(Person) People people;
    edit_rfc(Rfc) Rfcs rfcs;
    edit_environment(Environment) Environments environments;
    edit_wave(Wave) Waves rollout.waves;
    edit_step(RunbookStep) Runbook rollout.runbook;
    edit_audience(TrainingAudience) Audiences training.audiences;
    edit_session(TrainingSession) Sessions training.sessions;
    edit_message(Message) Messages messages;
    edit_distribution(Distribution) Distribution distribution;
    edit_risk(Risk) Risks board.risks;
    edit_meeting(Meeting) Meetings meetings;
    edit_board_sign_off(SignOff) BoardSignOffs board.sign_offs;
}

pub fn edit_identity(release: &mut Release, edit: impl FnOnce(&mut Identity)) {
    let mut identity = release.identity.clone();
    edit(&mut identity);
    change(release, Command::Identity(Box::new(identity)));
}

pub fn edit_review(release: &mut Release, edit: impl FnOnce(&mut ReviewRecord)) {
    let mut record = release.review.record.clone();
    edit(&mut record);
    change(release, Command::Review(Box::new(record)));
}

pub fn edit_back_out(release: &mut Release, edit: impl FnOnce(&mut BackOutPlan)) {
    let mut plan = release.rollout.back_out.clone();
    edit(&mut plan);
    change(release, Command::BackOut(Box::new(plan)));
}

pub fn edit_support(release: &mut Release, edit: impl FnOnce(&mut EarlyLifeSupport)) {
    let mut support = release.after.support.clone();
    edit(&mut support);
    change(release, Command::Support(Box::new(support)));
}

pub fn edit_strategy(release: &mut Release, edit: impl FnOnce(&mut StrategyChoice)) {
    let mut record = release.strategy.clone();
    edit(record.choice.as_mut().unwrap());
    change(release, Command::Strategy(Box::new(record)));
}

pub fn edit_decision(release: &mut Release, edit: impl FnOnce(&mut BoardDecision)) {
    let mut decision = release.board.decision.clone().unwrap();
    edit(&mut decision);
    change(release, Command::Decision(Box::new(Some(decision))));
}

/// The list without the entry with this id.
pub fn without<T: Item + Clone>(list: &Items<T>, key: &str) -> Items<T> {
    list.iter().filter(|item| item.id() != id(key)).cloned().collect()
}
