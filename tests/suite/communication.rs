//! Messages and distributed documents: merge fields, the template bank, who was told, and digests that tell of changes.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::communication::{
    FIELDS, Handed, Listener, Piece, Sending, TEMPLATES, Told, better_sender, brief, by_day, escaped, field, handed,
    in_order_of_sending, is_of_the_desk, lacks, mail_addresses, mailto, merged, message_from, proposed, send_again,
    send_day, sending, templates, told, with_template,
};
use rollcall::document::{communications_pack, markdown};
use rollcall::gate::{Contents, Digests, document_digest, shown_parts};
use rollcall::plan::*;
use rollcall::plan_file::shifted;
use rollcall::readiness::{Code, Place, Section, assess, automatic};
use rollcall::text::{from_go_live, plain, plain_subject};
use serde_json::json;

use crate::arbitrary;
use crate::commands::{command, seeds, start};
use crate::document::complete::{leaves_of, with};
use crate::document::rich;
use crate::ready::*;

/// The ready release, with all that a message can ask for.
fn complete() -> Release {
    let mut release = ready_release();
    edit_identity(&mut release, |it| it.summary = "Transfers arrive at once.".to_owned());
    edit_person(&mut release, "ana", |it| it.contact = "Ana Alves <ana@example.org>, ext. 4471".to_owned());
    edit_person(&mut release, "eva", |it| it.team = "Treasury".to_owned());
    let desk = Person {
        id: id("dora"),
        name: "Dora Dias".to_owned(),
        team: "Service Desk".to_owned(),
        contact: "ext. 100".to_owned(),
        ..Person::default()
    };
    change(&mut release, Command::People(Edit::add(desk)));
    let pull = PullPlan {
        from: Some(GO_LIVE),
        source: "The software kiosk".to_owned(),
        deadline: Some(date(2026, 3, 30)),
        ..PullPlan::default()
    };
    change(&mut release, Command::Pull(Box::new(pull)));
    let support = EarlyLifeSupport { until: Some(date(2026, 4, 10)), ..EarlyLifeSupport::default() };
    change(&mut release, Command::Support(Box::new(support)));
    sign_all(&mut release);
    release
}

fn entry(release: &Release, key: &str) -> Distribution {
    release.distribution.get(id(key)).unwrap().clone()
}

fn how_far(entry: &Distribution, release: &Release, today: Date) -> Handed {
    let contents = Contents::of(release);
    handed(entry, release, &Digests::of(&contents), today)
}

// Merge fields.

#[test]
fn fields_are_named_once_and_say_what_they_are() {
    let keys: HashSet<&str> = FIELDS.iter().map(|field| field.key).collect();
    assert_eq!(keys.len(), FIELDS.len());
    for field in &FIELDS {
        assert!(field.key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'), "{}", field.key);
        assert!(!field.name.is_empty() && !field.from.is_empty(), "{}", field.key);
        assert_eq!(field.value(&Release::default()), None, "{} is known of nothing", field.key);
        assert!(field.value(&complete()).is_some(), "{} is not known of a complete plan", field.key);
    }
    assert_eq!(field(" Go_Live ").map(|field| field.key), Some("go_live"));
    assert_eq!(field("go live"), None);
}

#[test]
fn a_text_is_filled_in() {
    let release = complete();
    let cases = [
        ("{release} {version}", "Payments 4.2"),
        ("{ RELEASE }", "Payments"),
        ("on {go_live}.", "on Sat 14 Mar 2026."),
        ("{window}", "Sat 14 Mar 2026, 20:00 to Sun 15 Mar 2026, 04:00 (Europe/Lisbon)"),
        ("{floor_walkers}", "Eva Esteves and Ben Barros"),
        ("{pilot} from {pilot_start}", "auditors from Sat 14 Mar 2026, 20:00"),
        ("{known_errors}", "- flicker. Workaround: Reload. Quick fix: Ask to reload. Code: PAY-7."),
        ("by {deadline}: {source}", "by Mon 30 Mar 2026: The software kiosk"),
        ("{service_desk}, {contact}", "ext. 100, Ana Alves <ana@example.org>, ext. 4471"),
        ("{{release}} {{{release}}}", "{release} {Payments}"),
        ("{nobody} {", "{nobody} {"),
        ("} {} { } {\nrelease}", "} {} { } {\nrelease}"),
        ("{a {release}", "{a Payments"),
        ("", ""),
    ];
    for (text, said) in cases {
        assert_eq!(plain(text, &release), said, "{text}");
    }
    let bare = Release::default();
    assert_eq!(plain("On {go_live}", &bare), "On [missing: the day of go-live]");
    assert_eq!(plain_subject("{release}\n is  live", &release), "Payments is live");
    assert_eq!(brief("{release} {version} on {go_live}, {x}", &release), "Payments 4.2 on {go_live}, {x}");
}

#[test]
fn a_message_says_what_it_lacks_once() {
    let message = Message {
        subject: "{deadline} {who}".to_owned(),
        body: "{deadline} {release} {summary} {who}".to_owned(),
        ..Message::default()
    };
    assert_eq!(
        lacks(&message, &ready_release()),
        ["the deadline for installing it", "{who}", "what the release brings"]
    );
    assert_eq!(lacks(&message, &complete()), ["{who}"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_come_back_as_they_were(words in any::<String>(), braces in "[{}a\n ]{0,20}") {
        let release = ready_release();
        for words in [words, braces] {
            let pieces = merged(&escaped(&words), &release);
            let wanted = if words.is_empty() { vec![] } else { vec![Piece::Words(words.clone())] };
            prop_assert_eq!(pieces, wanted);
            prop_assert_eq!(plain(&escaped(&words), &release), words);
        }
    }

    #[test]
    fn any_text_with_braces_is_read(text in "(\\{?\\{(release|go_live|x|)?\\}?|[{}a \n]|\\PC){0,30}", which: u8) {
        let release = start(which);
        let pieces = merged(&text, &release);
        // Words never stand beside words, and a field stands for one that was named.
        prop_assert!(!pieces.windows(2).any(|pair| matches!(pair, [Piece::Words(_), Piece::Words(_)])));
        let named = pieces.iter().filter(|piece| !matches!(piece, Piece::Words(_))).count();
        let pairs = text.matches('{').count().min(text.matches('}').count());
        prop_assert!(named <= pairs);
        let _ = plain(&text, &release);
    }
}

// The template bank.

#[test]
fn templates_are_whole_and_have_only_known_fields() {
    let keys: HashSet<&str> = TEMPLATES.iter().map(|template| template.key).collect();
    assert_eq!(keys.len(), TEMPLATES.len());
    for wanted in ["announcement", "reminder", "maintenance-window", "go-live", "delay", "back-out", "completed"] {
        assert!(keys.contains(wanted), "{wanted}");
    }
    for wanted in ["known-errors", "pilot-invitation", "forced-push-warning"] {
        assert!(keys.contains(wanted), "{wanted}");
    }
    let mut used = BTreeSet::new();
    for template in &TEMPLATES {
        for text in [template.subject, template.body] {
            for piece in merged(text, &Release::default()) {
                match piece {
                    Piece::Unknown(name) => panic!("{}: {name}", template.key),
                    Piece::Missing(field) => drop(used.insert(field.key)),
                    _ => {}
                }
            }
        }
        let said = format!("{}{}{}{}", template.name, template.for_whom, template.subject, template.body);
        assert!(!said.contains(['!', '\t']) && !said.to_lowercase().contains("please"), "{}", template.key);
        assert!(!template.for_whom.is_empty() && template.subject.len() < 70, "{}", template.key);
        assert!(template.body.lines().all(|line| line == line.trim()), "{}", template.key);
    }
    assert!(used.len() > 14, "{used:?}");
}

#[test]
fn every_template_is_filled_by_a_complete_plan() {
    let release = complete();
    for (at, template) in templates([]).iter().enumerate() {
        let message = message_from(template, id(&format!("m{at}")), &release);
        assert_eq!(lacks(&message, &release), [""; 0], "{}", template.key);
        assert!(!plain(&message.body, &release).contains(['{', '}', '[']), "{}", template.key);
        assert!(!message.departments.is_empty() || !message.people.is_empty(), "{}", template.key);
        assert!(release.person_name(message.sender).is_some(), "{}", template.key);
        assert_eq!(better_sender(&message, &release), None, "{}", template.key);
        assert_eq!(message.template.as_deref(), Some(template.key));
    }
}

#[test]
fn a_template_suggests_and_does_not_overrule() {
    let release = complete();
    let bank = templates([]);
    let of = |key: &str| *bank.iter().find(|template| template.key == key).unwrap();
    let push = message_from(&of("forced-push-warning"), id("m"), &release);
    assert_eq!(send_day(&release, push.send), Some(date(2026, 3, 27)), "three days before the deadline");
    assert_eq!(message_from(&of("forced-push-warning"), id("m"), &ready_release()).send, Days(11));
    assert_eq!(message_from(&of("known-errors"), id("m"), &release).people, [id("dora")]);
    let mut without_desk = ready_release();
    edit_person(&mut without_desk, "eva", |it| it.team = String::new());
    assert_eq!(message_from(&of("known-errors"), id("m"), &without_desk).others, "Service desk");
    assert_eq!(message_from(&of("announcement"), id("m"), &without_desk).sender, Some(id("ana")));
    let own = Message { others: "Suppliers".to_owned(), sender: Some(id("ben")), sent: Some(TODAY), ..push };
    let changed = with_template(&own, &of("delay"), &release);
    assert_eq!((changed.others.as_str(), changed.sender, changed.sent), ("Suppliers", Some(id("ben")), Some(TODAY)));
    assert!(changed.subject.contains("moves to"));
}

#[test]
fn the_organisations_own_templates_come_first() {
    let own = MessageTemplate {
        id: id("own"),
        name: "House style".to_owned(),
        subject: "S".to_owned(),
        send: Days(-4),
        channel: Channel::Chat,
        ..MessageTemplate::default()
    };
    let all = templates([&own]);
    assert_eq!((all.len(), all[0].key, all[0].name), (TEMPLATES.len() + 1, "own", "House style"));
    let message = message_from(&all[0], id("m"), &ready_release());
    assert_eq!((message.send, message.channel, message.subject.as_str()), (Days(-4), Channel::Chat, "S"));
}

// Sending.

#[test]
fn a_message_moves_with_the_release() {
    let mut release = ready_release();
    let live = |release: &Release| release.messages.get(id("live")).unwrap().clone();
    assert_eq!(sending(&live(&release), &release, TODAY), Sending::Planned(date(2026, 3, 16)));
    edit_identity(&mut release, |it| it.window = Window::new(at(date(2026, 4, 1), 8), at(date(2026, 4, 1), 9)).ok());
    assert_eq!(sending(&live(&release), &release, TODAY), Sending::Planned(date(2026, 4, 3)));
    assert_eq!(sending(&live(&release), &release, date(2026, 4, 4)), Sending::Overdue(date(2026, 4, 3)));
    edit_identity(&mut release, |it| it.window = None);
    assert_eq!(sending(&live(&release), &release, TODAY), Sending::Undated);
    edit_message(&mut release, "live", |it| it.sent = Some(date(2026, 3, 1)));
    assert_eq!(sending(&live(&release), &release, TODAY), Sending::Sent(date(2026, 3, 1)));
    for days in [i32::MIN, i32::MAX] {
        assert_eq!(send_day(&ready_release(), Days(days)), None);
    }
    let said = [(-21, "21 days before go-live"), (-1, "1 day before go-live"), (0, "on the day of go-live")];
    let said = said.into_iter().chain([(1, "1 day after go-live"), (9, "9 days after go-live")]);
    said.for_each(|(days, words)| assert_eq!(from_go_live(Days(days)), words));
}

#[test]
fn the_desk_is_known_by_its_words() {
    let person =
        |team: &str, roles: &str| Person { team: team.to_owned(), roles: roles.to_owned(), ..Person::default() };
    for (team, roles) in
        [("Service desk", ""), ("", "Lead of the SERVICE-DESK"), ("IT, Servicedesk", ""), ("a service  desk", "")]
    {
        assert!(is_of_the_desk(&person(team, roles)), "{team} {roles}");
    }
    for (team, roles) in [("", ""), ("Services", "Desk"), ("Desk service", ""), ("Field service", "desk sharing")] {
        assert!(!is_of_the_desk(&person(team, roles)), "{team} {roles}");
    }
}

#[test]
fn people_who_notice_it_hear_of_it_from_the_desk() {
    let release = complete();
    let live = release.messages.get(id("live")).unwrap().clone();
    assert_eq!(better_sender(&live, &release).map(|it| it.id), Some(id("dora")));
    assert_eq!(better_sender(&live, &ready_release()), None, "the plan names nobody of the desk");
    let cases = [
        Message { sender: Some(id("dora")), ..live.clone() },
        Message { sent: Some(TODAY), ..live.clone() },
        Message { departments: vec![id("legal")], ..live.clone() },
    ];
    cases.iter().for_each(|message| assert_eq!(better_sender(message, &release), None));
}

#[test]
fn a_mail_has_its_recipients_subject_and_text() {
    let release = complete();
    let message = Message { people: vec![id("ana"), id("dora"), id("ana"), id("gone")], ..Message::default() };
    assert_eq!(mail_addresses(&message, &release), ["ana@example.org"]);
    let link = mailto(&["ana@example.org", "o'x+y@example.org"], "50 % off & more?\nReally", "Grüße,\n\nA&B #1");
    assert_eq!(
        link,
        "mailto:ana@example.org,o%27x%2By@example.org?subject=50%20%25%20off%20%26%20more%3F%20Really\
         &body=Gr%C3%BC%C3%9Fe%2C%0D%0A%0D%0AA%26B%20%231"
    );
    let contacts = [
        ("mailto:rita@example.org", Some("rita@example.org")),
        ("rita@example.org.", Some("rita@example.org")),
        ("ext. 4471", None),
        ("https://chat.example.org/@rita", None),
        ("rita@", None),
        ("a@b@example.org", None),
    ];
    for (contact, address) in contacts {
        let mut release = release.clone();
        edit_person(&mut release, "ana", |it| it.contact = contact.to_owned());
        assert_eq!(mail_addresses(&message, &release).first().copied(), address, "{contact}");
    }
}

// Who has been told what.

#[test]
fn who_was_told_what_is_a_table() {
    let mut release = ready_release();
    let warning = Message {
        id: id("warn"),
        people: vec![id("ana")],
        others: "Suppliers ".to_owned(),
        departments: vec![id("legal"), id("gone")],
        send: Days(-14),
        ..Message::default()
    };
    change(&mut release, Command::Messages(Edit::add(warning.clone())));
    let again = Message { id: id("again"), others: "suppliers".to_owned(), sent: Some(TODAY), ..Message::default() };
    change(&mut release, Command::Messages(Edit::add(again)));
    // The impacted department comes first, wherever it stands in the plan.
    change(&mut release, Command::Departments(Edit::Move { id: id("finance"), to: 1 }));
    let table = told(&release, TODAY);
    let order: Vec<&str> = table.messages.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(order, ["coming", "warn", "again", "live"]);
    assert_eq!(in_order_of_sending(&release).len(), 4);
    let names: Vec<String> = table
        .rows
        .iter()
        .map(|row| match row.listener {
            Listener::Department(department) => department.name.clone(),
            Listener::Person(person) => person.name.clone(),
            Listener::Others(others) => others.to_owned(),
        })
        .collect();
    assert_eq!(names, ["Finance", "Legal", "Ana Alves", "Suppliers"]);
    let finance = &table.rows[0];
    let (sent, planned) = (date(2026, 2, 21), date(2026, 3, 16));
    let addressed = Told::Addressed;
    assert_eq!(
        finance.each,
        [addressed(Sending::Sent(sent)), Told::NotAddressed, Told::NotAddressed, addressed(Sending::Planned(planned))]
    );
    assert_eq!(finance.latest, Some((id("coming"), sent)));
    let overdue = addressed(Sending::Overdue(date(2026, 2, 28)));
    assert_eq!(table.rows[1].each, [Told::NotAddressed, overdue, Told::NotAddressed, Told::NotAddressed]);
    assert_eq!((table.rows[1].latest, table.rows[2].each[1]), (None, overdue));
    assert_eq!(table.rows[3].latest, Some((id("again"), TODAY)));
}

/// What a check says, and where it leads.
fn checked(check: AutomaticCheck, release: &Release, today: Date) -> (CheckState, Vec<String>, Place) {
    let checked = automatic(check, release, today);
    (checked.state, checked.missing, checked.place)
}

#[test]
fn a_check_names_the_departments_that_were_not_told() {
    let mut release = ready_release();
    let check = |release: &Release, today| checked(AutomaticCheck::DepartmentsTold, release, today);
    let add = || Place::field(Section::Communications, "add");
    let finance = |place| (CheckState::Failed, vec!["Finance".to_owned()], place);
    let sent = |message: &str| Place::entry(Section::Communications, message, "sent");
    assert_eq!(check(&release, TODAY), (CheckState::Done, vec![], add()));
    assert_eq!(check(&release, date(2026, 2, 20)), finance(sent("coming")), "not sent yet");
    edit_message(&mut release, "live", |it| it.send = Days(-13));
    assert_eq!(check(&release, TODAY), finance(sent("live")), "one is overdue");
    edit_message(&mut release, "live", |it| it.sent = Some(TODAY));
    assert_eq!(check(&release, TODAY).0, CheckState::Done);
    release.messages = Items::default();
    assert_eq!(check(&release, TODAY), finance(add()));
    edit_department(&mut release, "finance", |it| it.impacted = false);
    assert_eq!(check(&release, TODAY), (CheckState::NotApplicable, vec![], add()));
}

// Distribution.

#[test]
fn a_document_goes_from_due_to_acknowledged_and_may_change() {
    let mut release = ready_release();
    let plan =
        Distribution { id: id("plan"), document: DocumentKind::BackOutPlan, by: Days(-10), ..Distribution::default() };
    assert_eq!(by_day(&plan, &release), Some(date(2026, 3, 4)));
    assert_eq!(how_far(&plan, &release, TODAY), Handed::Due(Some(date(2026, 3, 4))));
    assert_eq!(how_far(&plan, &release, date(2026, 3, 5)), Handed::Overdue(date(2026, 3, 4)));
    let sent = send_again(&plan, &release, TODAY);
    assert_eq!(how_far(&sent, &release, TODAY), Handed::Sent(TODAY));
    let read = Distribution { acknowledged: Some(TODAY), ..sent };
    assert_eq!(how_far(&read, &release, TODAY), Handed::Acknowledged(TODAY));
    // Progress and other parts do not touch it; the plan itself does, and taking that back restores it.
    edit_message(&mut release, "live", |it| it.sent = Some(TODAY));
    edit_step(&mut release, "install", |it| it.duration = Minutes(5));
    assert_eq!(how_far(&read, &release, TODAY), Handed::Acknowledged(TODAY));
    let before = release.rollout.back_out.clone();
    edit_back_out(&mut release, |it| it.summary = "Another way".to_owned());
    assert_eq!(how_far(&read, &release, TODAY), Handed::Changed(TODAY));
    let again = send_again(&read, &release, TODAY);
    assert_eq!((again.acknowledged, how_far(&again, &release, TODAY)), (None, Handed::Sent(TODAY)));
    change(&mut release, Command::BackOut(Box::new(before)));
    assert_eq!(how_far(&read, &release, TODAY), Handed::Acknowledged(TODAY));
    // What was sent before anybody noted what it showed may have changed.
    let unknown = Distribution { sha256: String::new(), ..read };
    assert_eq!(how_far(&unknown, &release, TODAY), Handed::Changed(TODAY));
}

#[test]
fn a_check_names_the_documents_that_were_not_acknowledged() {
    let mut release = ready_release();
    let check = |release: &Release| checked(AutomaticCheck::DocumentsAcknowledged, release, TODAY);
    let propose = || Place::field(Section::Communications, "propose");
    let minutes = |name: &str, field| {
        (CheckState::Failed, vec![name.to_owned()], Place::entry(Section::Communications, "minutes", field))
    };
    assert_eq!(check(&release), (CheckState::Done, vec![], propose()));
    edit_distribution(&mut release, "minutes", |it| it.acknowledged = None);
    assert_eq!(check(&release), minutes("Meeting minutes to Ana Alves", "acknowledged"));
    edit_distribution(&mut release, "minutes", |it| {
        it.acknowledged = Some(TODAY);
        it.document = DocumentKind::Runbook;
        (it.person, it.to) = (None, "The night shift".to_owned());
    });
    assert_eq!(check(&release), minutes("Rollout runbook to The night shift", "handed"), "that is not what was sent");
    release.distribution = Items::default();
    assert_eq!(check(&release), (CheckState::Open, vec![], propose()));
}

/// An id for each entry that is proposed.
fn numbered() -> impl FnMut() -> Id<Distribution> {
    let mut next = 0;
    move || {
        next += 1;
        id(&format!("proposed-{next}"))
    }
}

#[test]
fn every_stakeholder_is_proposed_once() {
    let mut release = complete();
    release.distribution = Items::default();
    let all = proposed(&release, numbered());
    let to = |kind: DocumentKind| {
        let here = all.iter().filter(|entry| entry.document == kind);
        here.map(|it| it.person.map_or(it.to.clone(), |id| id.to_string())).collect::<Vec<_>>()
    };
    let plan = to(DocumentKind::ReleasePlan);
    for wanted in ["ana", "ben", "dora", "Holder of Change manager", "Holder of Senior IT management"] {
        assert!(plan.contains(&wanted.to_owned()), "{wanted} is not in {plan:?}");
    }
    assert_eq!(to(DocumentKind::Runbook), ["ana", "ben"]);
    assert_eq!(to(DocumentKind::CommunicationsPack), ["dora", "eva"]);
    assert_eq!(to(DocumentKind::CabSheet), ["Holder of Change manager"]);
    assert!(all.iter().all(|entry| entry.by.0 < 0 && entry.sent.is_none()));
    // Added in one step, nothing is proposed any more.
    let commands: Vec<Command> = all.into_iter().map(|entry| Command::Distribution(Edit::add(entry))).collect();
    change(&mut release, Command::Batch(commands));
    assert_eq!(proposed(&release, numbered()), []);
    // Somebody who is both is asked once.
    edit_identity(&mut release, |it| it.sponsor = Some(id("ana")));
    assert_eq!(proposed(&release, numbered()), []);
    // A new plan names the roles that must not be forgotten.
    let empty = proposed(&Release::default(), numbered());
    let names: BTreeSet<&str> = empty.iter().map(|entry| entry.to.as_str()).collect();
    assert_eq!(
        names,
        BTreeSet::from(["Change manager", "Release Board", "Release manager", "Service desk", "Sponsor"])
    );
}

// Digests.

/// The part of the plan that a path leads into, as documents show it.
fn part_of(path: &str) -> Option<&'static str> {
    let places = [
        ("/identity", "identity"),
        ("/configuration_items", "identity"),
        ("/departments", "departments"),
        ("/strategy/choice", "strategy"),
        ("/rfcs", "rfcs"),
        ("/criteria/", "acceptance"),
        ("/defects", "defects"),
        ("/rollout/waves", "rollout"),
        ("/rollout/parallel", "rollout"),
        ("/rollout/push", "rollout"),
        ("/rollout/pull", "rollout"),
        ("/rollout/runbook", "runbook"),
        ("/rollout/back_out", "back_out"),
        ("/rules", "rules"),
        ("/board/risks", "risks"),
        ("/environments", "environments"),
        ("/training", "training"),
        ("/messages", "communications"),
        ("/hand_over", "hand_over"),
        ("/review", "review"),
        ("/after/support", "after"),
        ("/people", "people"),
        ("/meetings", "meetings"),
    ];
    places.iter().find(|(start, _)| path.starts_with(start)).map(|(_, part)| *part)
}

/// Members that tell how far things are, and those that hold such members.
const PROGRESS: [&str; 9] =
    ["note", "sent_by", "set_up_by", "backed_out_because", "result", "acceptance", "log", "attendance", "uses"];

#[test]
fn the_digest_of_a_document_changes_exactly_with_what_it_shows() {
    let release = rich::release();
    let (value, leaves) = leaves_of(&release);
    let digests = |release: &Release| -> BTreeMap<&str, String> {
        DocumentKind::ALL.iter().map(|kind| (kind.key(), document_digest(*kind, release))).collect()
    };
    let before = digests(&release);
    let mut looked_at = BTreeSet::new();
    for (path, old) in leaves {
        // Free texts tell enough: what they are part of is what a document shows or not.
        if !old.is_string() {
            continue;
        }
        let Some(changed) = with(&value, &path, json!("token")) else { continue };
        // How far things are is looked at below.
        let step = |step: &str| PROGRESS.contains(&step);
        if path.ends_with("/id") || path.split('/').any(step) || changed == release {
            continue;
        }
        let part = part_of(&path);
        looked_at.extend(part);
        let after = digests(&changed);
        for kind in DocumentKind::ALL {
            let people = [
                DocumentKind::ReleasePlan,
                DocumentKind::BackOutPlan,
                DocumentKind::CommunicationsPack,
                DocumentKind::Minutes,
            ];
            let shows = match part {
                Some("people") => people.contains(kind),
                Some("meetings") => *kind == DocumentKind::Minutes,
                Some(part) => shown_parts(*kind).iter().any(|shown| shown.key() == part),
                // Gates show their names and outcomes alone; the rest stands in no document that is handed out.
                None if path.starts_with("/gates") => continue,
                None => false,
            };
            assert_eq!(after[kind.key()] != before[kind.key()], shows, "{path} in {}", kind.label());
        }
    }
    assert!(looked_at.len() > 10, "{looked_at:?}");
}

#[test]
fn progress_changes_what_goes_to_those_who_decide() {
    let mut release = complete();
    let before = release.clone();
    edit_defect(&mut release, "rounding", |it| it.decision = DefectDecision::Fix { fixed: Some(TODAY) });
    edit_step(&mut release, "install", |it| it.result = StepResult::Done);
    edit_message(&mut release, "live", |it| it.sent = Some(TODAY));
    for kind in DocumentKind::ALL {
        let same = document_digest(*kind, &release) == document_digest(*kind, &before);
        assert_eq!(same, *kind != DocumentKind::GoNoGoPack, "{}", kind.label());
    }
}

#[test]
fn what_was_handed_out_moves_with_the_plan() {
    let mut release = complete();
    let plan = Distribution { id: id("plan"), document: DocumentKind::ReleasePlan, ..Distribution::default() };
    change(&mut release, Command::Distribution(Edit::add(plan.clone())));
    let sent = send_again(&plan, &release, TODAY);
    change(&mut release, Command::Distribution(Edit::replace(sent)));
    let old = Distribution { id: id("old"), sha256: "0123".to_owned(), sent: Some(TODAY), ..plan };
    change(&mut release, Command::Distribution(Edit::add(old)));
    let moved = shifted(&release, 100);
    let later = date(2026, 6, 10);
    assert_eq!(how_far(&entry(&moved, "plan"), &moved, later), Handed::Sent(later));
    assert_eq!(how_far(&entry(&moved, "old"), &moved, later), Handed::Changed(later));
    assert_eq!(shifted(&moved, -100), release);
}

// Any release.

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_release_has_its_messages_and_documents(release in arbitrary::release(), today in arbitrary::day()) {
        let table = told(&release, today);
        prop_assert_eq!(table.messages.len(), release.messages.len());
        prop_assert!(table.rows.iter().all(|row| row.each.len() == table.messages.len()));
        prop_assert!(table.rows.len() >= release.departments.len());
        let sent = |told: &Told| matches!(told, Told::Addressed(Sending::Sent(_)));
        for row in &table.rows {
            prop_assert_eq!(row.latest.is_some(), row.each.iter().any(sent));
        }
        for message in &release.messages {
            let link = mailto(&mail_addresses(message, &release), &message.subject, &message.body);
            prop_assert!(link.is_ascii() && !link.contains([' ', '"', '<', '>', '\n']));
            let _ = (better_sender(message, &release), brief(&message.subject, &release), lacks(message, &release));
        }
        for entry in &release.distribution {
            let again = send_again(entry, &release, today);
            prop_assert_eq!(how_far(&again, &release, today), Handed::Sent(today));
        }
        let _ = markdown(&communications_pack(&release, today));
    }

    #[test]
    fn nothing_is_proposed_twice(which: u8, seeds in seeds(20)) {
        let mut release = start(which);
        for seed in seeds {
            let _ = command(seed, &release.clone()).apply(&mut release);
        }
        for entry in proposed(&release, numbered()) {
            let _ = Command::Distribution(Edit::add(entry)).apply(&mut release);
        }
        prop_assert_eq!(proposed(&release, numbered()), []);
    }

    #[test]
    fn messages_and_documents_never_weigh_on_the_verdict(release in arbitrary::release(), today in arbitrary::day()) {
        let mut without = release.clone();
        (without.messages, without.distribution) = (Items::default(), Items::default());
        let weighty = |release: &Release| {
            let codes = assess(release, today).findings.into_iter().filter(|it| it.section.key() == "communications");
            codes.filter(|it| it.severity.key() != "advice").map(|it| it.code).collect::<Vec<Code>>()
        };
        prop_assert_eq!(weighty(&release), vec![]);
        prop_assert_eq!(weighty(&without), vec![]);
    }
}

// The pack.

#[test]
fn the_pack_has_each_message_as_it_reads() {
    let pack = markdown(&communications_pack(&rich::release(), rich::today()));
    for said in [
        "Payments platform 4.2 is coming",
        "it starts Sat 14 Mar 2026, 20:00 to Sun 15 Mar 2026, 04:00 (Europe/Berlin).",
        "■ no such field: {nobody}",
        "21 days before go-live",
        "Told on Sat 21 Feb 2026",
        "The scheme's hotline",
        "Changed since it was sent on Tue 24 Feb 2026",
        "0123456789ab",
        "by Sven Lund",
        "Announcement",
    ] {
        assert!(pack.contains(said), "{said} is not in\n{pack}");
    }
}
