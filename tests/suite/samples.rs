//! The sample plans: complete, realistic, signed, and with the verdict that each is there to show.
//!
//! `ROLLCALL_BLESS=1 cargo test samples` signs them anew and writes them in their stable form; without it the test fails
//! where the files are not what blessing would make of them.

mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use rollcall::gate::{CRITERIA, Contents, GATES, Signer, Standing, document_digest, sign, standing};
use rollcall::plan::{
    Answer, Approach, Ballot, BoardRole, Choice, Command, Count, CriteriaList, DAY_MEMBERS, DefectDecision, Delivery,
    Edit, Evidence, GateOutcome, Id, Item, Items, KnownError, Proof, QualityGate, Release, RemovedKind, RfcOutcome,
    SignOff, Verdict, WaveState, Window,
};
use rollcall::plan_file::{
    self, Kept, PLAN_FORMAT, PREVIEW, PlanFile, SAMPLE_DAYS_AHEAD, VERSION, check, read_plan, shifted, to_json,
};
use rollcall::readiness::{Code, Finding, Place, Section, Severity, assess};
use rollcall::rollout::simulation::{INPUTS, Scenario, first_waves, sensitivity, simulate};
use rollcall::rollout::{
    FORECAST, ForecastStanding, SEARCH_TRIALS, SIZE_TRIALS, Simulated, adoption, band, forecast_standing, minutes_over,
    people_in, recorded, runbook_forecast, site_pushes,
};
use rollcall::strategy::{Answers, FACTORS, advise, derive};
use rollcall::text::{days_between, what};
use serde_json::{Value, json};

/// A sample and what it is there to show.
struct Sample {
    name: &'static str,
    /// The day on which the verdict holds: 12 days before go-live.
    today: Date,
    verdict: Verdict,
    /// How many people or devices receive the release.
    reach: u32,
    strategy: (Approach, Delivery),
}

const SAMPLES: [Sample; 3] = [
    Sample {
        name: "service-desk-platform",
        today: date(2026, 9, 21),
        verdict: Verdict::NoGo,
        reach: 2_300,
        strategy: (Approach::Phased, Delivery::PullThenPush),
    },
    Sample {
        name: "security-update",
        today: date(2026, 9, 3),
        verdict: Verdict::ConditionalGo,
        reach: 6_400,
        strategy: (Approach::Phased, Delivery::Push),
    },
    Sample {
        name: "payments-parallel",
        today: date(2026, 10, 27),
        verdict: Verdict::Go,
        reach: 1_784,
        strategy: (Approach::Parallel, Delivery::Push),
    },
];

impl Sample {
    fn path(&self) -> PathBuf {
        folder().join(format!("{}.json", self.name))
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn file(&self) -> PlanFile {
        read_plan(self.text().as_bytes()).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    fn release(&self) -> Release {
        self.file().release
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public/samples")
}

fn each(check: impl Fn(&Sample, Release)) {
    for sample in &SAMPLES {
        check(sample, sample.release());
    }
}

// What a first visit is shown.

#[test]
fn a_first_visit_is_shown_what_is_true_of_the_samples() {
    for (entry, sample) in plan_file::SAMPLES.iter().zip(&SAMPLES) {
        assert_eq!((entry.key, entry.verdict), (sample.name, sample.verdict));
    }
    let (sample, preview) = (&SAMPLES[0], &PREVIEW);
    let release = sample.release();
    assert_eq!((preview.version, preview.time_zone), (&*release.identity.version, &*release.identity.time_zone));
    // On its own day, and moved to where it goes live equally far ahead of another one.
    for days in [0, 100] {
        let today = sample.today.checked_add(jiff::Span::new().days(days)).unwrap();
        let readiness = assess(&shifted(&release, days), today);
        assert_eq!(readiness.verdict, sample.verdict);
        assert_eq!((readiness.done, readiness.applicable), preview.tally);
        assert_eq!(readiness.count(Severity::Blocker), preview.blockers);
        assert_eq!(readiness.count(Severity::Condition), preview.conditions);
        for (code, section, words) in preview.findings {
            let blockers = readiness.findings.iter().filter(|it| it.severity == Severity::Blocker);
            let found = blockers.filter(|it| (it.code, it.place.section) == (code, section)).map(what);
            assert!(found.collect::<Vec<_>>().contains(&words.to_owned()), "{words}");
        }
    }
}

// Signing.

/// The changes that were made after some people had signed, taken back; and whose sign-offs are stale for it.
fn before(sample: &str, release: &Release) -> Option<(Release, &'static [&'static str])> {
    if sample != "service-desk-platform" {
        return None;
    }
    let mut earlier = release.clone();
    for (wave, start) in
        [("wave-health", date(2026, 11, 9).at(8, 0, 0, 0)), ("wave-planning-rest", date(2026, 11, 28).at(10, 0, 0, 0))]
    {
        earlier.rollout.waves.get_mut(id(wave)).unwrap().start = Some(start);
    }
    earlier.gates.get_mut(id("test-review")).unwrap().outcome = GateOutcome::NotHeld;
    earlier.defects.apply(Edit::Remove { id: id("od-244") }).unwrap();
    earlier.messages.apply(Edit::Remove { id: id("health-moved") }).unwrap();
    Some((earlier, &["deployment-review-oskar-wojcik", "plan-anders-holm"]))
}

/// The release with every sign-off made anew: those that are stale on purpose over the plan as it was before.
fn signed(sample: &str, release: &Release) -> Release {
    let earlier = before(sample, release);
    let plan_for = |sign_off: &SignOff| match &earlier {
        Some((plan, stale)) if stale.contains(&sign_off.id.as_str()) => plan,
        _ => release,
    };
    let mut result = release.clone();
    for gate in result.gates.iter_mut() {
        let gate_id = gate.id;
        for sign_off in gate.sign_offs.iter_mut() {
            let plan = plan_for(sign_off);
            *sign_off = again(sign_off, Contents::of(plan).gate(plan.gates.get(gate_id).unwrap()));
        }
    }
    for entry in result.distribution.iter_mut().filter(|entry| entry.sent.is_some()) {
        let plan = match &earlier {
            Some((plan, stale)) if stale.contains(&entry.id.as_str()) => plan,
            _ => release,
        };
        entry.sha256 = document_digest(entry.document, plan);
    }
    for sign_off in result.board.sign_offs.iter_mut() {
        *sign_off = again(sign_off, Contents::of(plan_for(sign_off)).plan());
    }
    result
}

fn again(sign_off: &SignOff, content: String) -> SignOff {
    let signer = Signer {
        role: sign_off.role.clone(),
        person: sign_off.person,
        name: sign_off.name.clone(),
        on: sign_off.on.unwrap(),
    };
    sign(sign_off.id, signer, content)
}

/// The release with its forecast as the simulation gives it now. The inputs that matter most are looked for only when they
/// are to be written: that takes a minute.
fn forecast_anew(mut release: Release, search: bool) -> Release {
    let Some(before) = release.after.forecast.take() else { return release };
    let (on, strategy) = (before.on.unwrap(), before.strategy.unwrap());
    let (seed, trials) = (u64::from(before.seed.unwrap()), before.trials.unwrap().0);
    let scenario = Scenario::of(&release, on);
    let influences = if search { sensitivity(&scenario, seed, SEARCH_TRIALS) } else { Vec::new() };
    let (outcome, first_waves) =
        (simulate(&scenario, seed, trials), first_waves(&scenario.clone().only(&[strategy]), seed, SIZE_TRIALS));
    let found =
        Simulated { scenario: &scenario, outcome: &outcome, influences: &influences, first_waves: &first_waves };
    let mut forecast = recorded(found, strategy, (&before.by, on)).unwrap();
    if !search {
        forecast.influences = before.influences;
    }
    release.after.forecast = Some(forecast);
    release
}

/// What the file has to be.
fn blessed(sample: &Sample) -> String {
    let file = sample.file();
    let release = forecast_anew(file.release, std::env::var_os("ROLLCALL_BLESS").is_some());
    let release = signed(sample.name, &release);
    to_json(&release, &Kept::default(), file.exported_at.unwrap(), &file.app.unwrap().version)
}

#[test]
fn are_as_blessed() {
    for sample in &SAMPLES {
        let wanted = blessed(sample);
        if std::env::var_os("ROLLCALL_BLESS").is_some() {
            fs::write(sample.path(), &wanted).unwrap();
        }
        let found = sample.text();
        let differs = found.lines().zip(wanted.lines()).position(|(found, wanted)| found != wanted);
        assert!(
            found == wanted,
            "{} differs from its blessed form, first in line {:?}; run ROLLCALL_BLESS=1 cargo test samples",
            sample.name,
            differs.map(|line| line + 1),
        );
    }
}

#[test]
fn the_forecast_is_of_the_plan_and_its_strategy() {
    each(|sample, release| {
        for days in [0, 100] {
            let standing = forecast_standing(&shifted(&release, days));
            assert_eq!(standing, Some(ForecastStanding::Current), "{} by {days}", sample.name);
        }
        let forecast = release.after.forecast.as_ref().unwrap();
        assert_eq!((forecast.compared.len(), forecast.influences.len()), (9, 3), "{}", sample.name);
        let said = forecast.chosen().unwrap();
        assert!(FORECAST.iter().all(|measure| band(said, *measure).is_some()), "{}", sample.name);
        let inputs = &release.rollout.simulation.inputs;
        assert!(inputs.len() >= 2, "{}", sample.name);
        assert!(
            inputs.values().all(|it| !it.by.is_empty() && !it.note.is_empty() && it.on.is_some()),
            "{}",
            sample.name
        );
        // A strategy is chosen that can meet its date.
        assert!(said.meets_date.unwrap().get() > 50.0, "{}: {:?}", sample.name, said.meets_date);
    });
}

/// Whether each document that was sent is as it was then.
fn sent_as_it_stands(release: &Release) -> Vec<(String, bool)> {
    let sent = release.distribution.iter().filter(|entry| entry.sent.is_some());
    sent.map(|entry| (entry.id.to_string(), entry.sha256 == document_digest(entry.document, release))).collect()
}

#[test]
fn what_was_sent_is_what_now_stands_wherever_the_plan_moves() {
    each(|sample, release| {
        for days in [0, 100, -3] {
            let sent = sent_as_it_stands(&shifted(&release, days));
            assert!(sent.len() > 2 && sent.iter().all(|(_, same)| *same), "{} by {days}: {sent:?}", sample.name);
        }
        // What was another document stays one.
        let mut changed = release.clone();
        let first = changed.distribution.iter_mut().find(|entry| entry.sent.is_some()).unwrap();
        first.sha256 = "0".repeat(64);
        let (wrong, there) = (first.id.to_string(), shifted(&changed, 100));
        assert!(sent_as_it_stands(&there).iter().all(|(id, same)| (*id != wrong) == *same), "{}", sample.name);
    });
}

#[test]
fn exactly_the_intended_sign_offs_are_stale() {
    each(|sample, release| {
        let stale = before(sample.name, &release).map(|(_, stale)| stale).unwrap_or_default();
        for (sign_off, standing) in standings(&release) {
            let wanted = if stale.contains(&sign_off.as_str()) { Standing::Stale } else { Standing::Valid };
            assert_eq!(standing, wanted, "{}: {sign_off}", sample.name);
        }
    });
}

fn standings(release: &Release) -> Vec<(String, Standing)> {
    let contents = Contents::of(release);
    let of_gate = |gate: &QualityGate| {
        let content = contents.gate(gate);
        gate.sign_offs.iter().map(|s| (s.id.to_string(), standing(s, &content))).collect::<Vec<_>>()
    };
    let plan = contents.plan();
    let board = release.board.sign_offs.iter().map(|s| (s.id.to_string(), standing(s, &plan)));
    release.gates.iter().flat_map(of_gate).chain(board).collect()
}

// Form.

#[test]
fn every_file_is_a_known_sample() {
    let files: BTreeSet<String> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let known: BTreeSet<String> = SAMPLES.iter().map(|sample| format!("{}.json", sample.name)).collect();
    assert_eq!(files, known);
}

#[test]
fn every_file_is_of_this_version_and_holds_nothing_else() {
    for sample in &SAMPLES {
        let written: Value = serde_json::from_str(&sample.text()).unwrap();
        assert_eq!(
            (&written["format"], &written["version"]),
            (&json!(PLAN_FORMAT), &json!(VERSION)),
            "{}",
            sample.name
        );
        let file = sample.file();
        assert_eq!(file.kept.paths().collect::<Vec<_>>(), Vec::<String>::new(), "{}", sample.name);
        assert!(check(&file.release).is_empty(), "{}", sample.name);
    }
}

#[test]
fn files_stay_small() {
    for sample in &SAMPLES {
        let bytes = sample.text().len();
        assert!(bytes < 450_000, "{}: {bytes} bytes", sample.name);
    }
}

/// The members that name a person, and those that name several.
const PERSON: [&str; 15] = [
    "chair",
    "champion",
    "decided_by",
    "deputy",
    "lead",
    "led_by",
    "owner",
    "person",
    "release_manager",
    "reviewed_by",
    "sender",
    "sent_by",
    "set_up_by",
    "sponsor",
    "trainer",
];
const PERSONS: [&str; 5] = ["attended", "attendees", "floor_walkers", "invited", "people"];

#[test]
fn everything_that_is_named_is_there() {
    each(|sample, release| {
        let plan = serde_json::to_value(&release).unwrap();
        let mut missing = Vec::new();
        let people = ids(&release.people);
        walk(&plan, &mut |name, value| {
            let named = match value {
                Value::String(one) if PERSON.contains(&name) => vec![one.clone()],
                Value::Array(list) if PERSONS.contains(&name) => {
                    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
                }
                _ => Vec::new(),
            };
            missing.extend(named.into_iter().filter(|one| !people.contains(one)).map(|one| format!("{name}: {one}")));
        });
        let groups = release.groups().map(|(_, group)| group.id.to_string()).collect();
        let waves = release.rollout.waves.iter();
        missing.extend(not_in("group", waves.flat_map(|wave| &wave.groups), &groups));
        let runbook = &release.rollout.runbook;
        missing.extend(not_in("step", runbook.iter().flat_map(|step| &step.after), &ids(runbook)));
        missing.extend(not_in("gate", release.gates.iter().flat_map(|gate| &gate.requires), &ids(&release.gates)));
        missing.extend(not_in("RFC", release.rfcs.iter().filter_map(|rfc| rfc.replaces.as_ref()), &ids(&release.rfcs)));
        let votes = release.board.votes.iter();
        missing.extend(not_in("member", votes.map(|vote| &vote.member), &ids(&release.board.members)));
        missing.extend(record::missing(&release));
        assert!(missing.is_empty(), "{}: {missing:?}", sample.name);
        assert_eq!(groups.len(), release.groups().count(), "{}: a group's id is taken twice", sample.name);
    });
}

fn ids<T: Item>(items: &Items<T>) -> BTreeSet<String> {
    items.iter().map(|item| item.id().to_string()).collect()
}

fn not_in<'a, T: 'a>(
    kind: &'static str,
    named: impl Iterator<Item = &'a Id<T>>,
    there: &BTreeSet<String>,
) -> Vec<String> {
    named.map(ToString::to_string).filter(|one| !there.contains(one)).map(|one| format!("{kind}: {one}")).collect()
}

/// Every member of every object, with its name.
fn walk(value: &Value, see: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Array(list) => list.iter().for_each(|entry| walk(entry, see)),
        Value::Object(members) => {
            for (name, member) in members {
                see(name, member);
                walk(member, see);
            }
        }
        _ => {}
    }
}

// Substance.

#[test]
fn each_has_its_verdict_on_its_day() {
    each(|sample, release| {
        let readiness = assess(&release, sample.today);
        let list: Vec<String> = readiness
            .findings
            .iter()
            .map(|finding| format!("{} {}: {}", finding.severity.key(), finding.code.key(), what(finding)))
            .collect();
        if std::env::var_os("ROLLCALL_SHOW").is_some() {
            println!("{}: {}\n  {}", sample.name, readiness.verdict.label(), list.join("\n  "));
        }
        assert_eq!(readiness.verdict, sample.verdict, "{}:\n{}", sample.name, list.join("\n"));
        assert_eq!(days_between(sample.today, release.go_live().unwrap()), SAMPLE_DAYS_AHEAD, "{}", sample.name);
    });
}

#[test]
fn the_advice_is_about_the_plan_and_not_about_the_sample() {
    let unintended = [
        Code::WindowPast,
        Code::ReleaseManagerMissing,
        Code::StrategyRationaleMissing,
        Code::RfcRefusalOpen,
        Code::BackOutTriggersMissing,
        Code::WavesMissing,
        Code::WavesOutOfOrder,
        Code::GroupWithoutWave,
        Code::GroupInTwoWaves,
        Code::PullWithoutDeadline,
        Code::WavePastDeadline,
        Code::SwitchOffMissing,
        Code::RunbookMissing,
        Code::WindowTooShort,
        Code::GateOutOfOrder,
        Code::SeatVacant,
        Code::QuorumMissing,
        Code::DepartureUnexplained,
    ];
    each(|sample, release| {
        let found: Vec<Code> = assess(&release, sample.today).findings.iter().map(|finding| finding.code).collect();
        for code in unintended {
            assert!(!found.contains(&code), "{}: {}", sample.name, code.key());
        }
    });
}

#[test]
fn the_rollout_section_says_what_the_strategy_needs() {
    each(|sample, release| {
        let (name, plan) = (sample.name, &release.rollout);
        let estimated = plan.runbook.iter().filter(|step| step.shortest.is_some() && step.longest.is_some());
        assert!(estimated.count() * 2 > plan.runbook.len(), "{name}: most steps have no estimates");
        let forecast = runbook_forecast(&release).unwrap();
        assert!(forecast.p90 > forecast.p50 && forecast.in_window.unwrap() > 0.98, "{name}: {forecast:?}");
        let safe = forecast.by_last_safe.unwrap();
        assert!((0.85..0.995).contains(&safe), "{name}: {safe}");
        let push = &plan.push;
        assert!(push.package.is_some() && push.bandwidth_limit.is_some() && push.install_time.is_some(), "{name}");
        assert!(push.window_from.is_some() && push.window_until.is_some(), "{name}: no daily window");
        assert!(site_pushes(&release, &|_| true).iter().all(|push| push.nights.is_some() && !push.is_late()), "{name}");
        let detection = &plan.detection;
        assert!(detection.defect_rate.is_some() && detection.confidence.is_some(), "{name}");
        match sample.strategy {
            (_, Delivery::Pull | Delivery::PullThenPush) => {
                let pull = &plan.pull;
                assert!(pull.server_capacity.is_some() && pull.server_rate.is_some(), "{name}");
                let found = adoption(&release).unwrap();
                assert_eq!(found.waves.len(), plan.waves.len(), "{name}");
                let rest = found.rest.unwrap();
                assert!(rest.left > 0 && rest.share < 0.05 && rest.fits == Some(true), "{name}: {rest:?}");
            }
            (Approach::Parallel, _) => {
                let both = &plan.parallel;
                assert!(both.cost_per_day.is_some() && both.people_for_both.is_some(), "{name}");
                let within = |due: Date| both.from.unwrap() <= due && due <= both.until.unwrap();
                assert!(both.switch_off.iter().all(|it| it.due.is_some_and(within)), "{name}");
            }
            _ => {}
        }
    });
}

/// What the plan says is not entered once more for the forecast, except where it says why.
#[test]
fn the_entered_inputs_do_not_repeat_the_plan() {
    each(|sample, release| {
        let mut bare = release.clone();
        bare.rollout.simulation.inputs.clear();
        let (plan, entered) = (Scenario::of(&bare, sample.today), Scenario::of(&release, sample.today));
        for key in release.rollout.simulation.inputs.keys() {
            let input = INPUTS.iter().find(|about| about.key == key).unwrap().input;
            assert_ne!(plan.value(input), entered.value(input), "{}: {key}", sample.name);
        }
        assert!(!release.rollout.simulation.inputs.contains_key("half_life"), "{}", sample.name);
    });
}

#[test]
fn figures_agree() {
    each(|sample, release| {
        let name = sample.name;
        let everyone: u32 = release.groups().map(|(_, group)| group.size.0).sum();
        assert_eq!(everyone, sample.reach, "{name}: sizes of the groups");
        let in_waves: u32 = release.rollout.waves.iter().map(|wave| people_in(&release, wave).0).sum();
        assert_eq!(in_waves, sample.reach, "{name}: sizes of the waves");
        if let Some(Count(targets)) = release.rollout.push.targets {
            assert_eq!(targets, sample.reach, "{name}: targets of the push");
        }
        let choice = release.strategy.choice.as_ref().unwrap();
        assert_eq!((choice.strategy.approach, choice.strategy.delivery), sample.strategy, "{name}");
        assert_eq!(minutes_over(&release.rollout, release.identity.window.unwrap()), None, "{name}");
        for (wave, next) in release.rollout.waves.iter().zip(release.rollout.waves.iter().skip(1)) {
            let judged = wave.start.unwrap().checked_add(SignedDuration::from_mins(wave.bake.0.into())).unwrap();
            assert!(judged <= next.start.unwrap(), "{name}: {} is not judged before {}", wave.id, next.id);
        }
        assert!(
            release.rollout.waves.first().unwrap().start >= Some(release.identity.window.unwrap().start()),
            "{name}"
        );
        assert!(release.rollout.waves.iter().all(|wave| wave.state == WaveState::Planned), "{name}");
    });
}

/// Members that hold a day on which something has happened.
const HAPPENED: [&str; 16] = [
    "acknowledged",
    "added",
    "closed",
    "ended",
    "fixed",
    "found",
    "held",
    "met",
    "on",
    "opened",
    "refreshed",
    "reviewed",
    "sent",
    "set_up",
    "started",
    "submitted",
];

#[test]
fn nothing_has_happened_in_the_future_nor_after_it_was_signed() {
    each(|sample, release| {
        let plan = serde_json::to_value(&release).unwrap();
        assert_eq!(later_than(&plan, sample.today), Vec::<String>::new(), "{}", sample.name);
        let of_gates = release.gates.iter().flat_map(|gate| &gate.sign_offs);
        for sign_off in of_gates.chain(&release.board.sign_offs) {
            let content = serde_json::from_str(&sign_off.content).unwrap();
            let later = later_than(&content, sign_off.on.unwrap());
            assert!(later.is_empty(), "{}: {} was signed before {later:?}", sample.name, sign_off.id);
        }
        let times: Vec<Timestamp> = release.log.iter().map(|entry| entry.at).collect();
        assert!(times.is_sorted(), "{}: the change log is out of order", sample.name);
        let last = times.last().unwrap().to_zoned(jiff::tz::TimeZone::UTC).date();
        assert!(last <= sample.today, "{}: the change log runs ahead", sample.name);
    });
}

fn later_than(value: &Value, day: Date) -> Vec<String> {
    let mut later = Vec::new();
    walk(value, &mut |name, member| {
        if let Some(on) = member.as_str().and_then(|text| text.parse::<Date>().ok())
            && HAPPENED.contains(&name)
            && on > day
        {
            later.push(format!("{name} {on}"));
        }
    });
    later
}

#[test]
fn are_as_full_as_real_plans_are() {
    each(|sample, release| {
        let name = sample.name;
        let between = |what: &str, count: usize, least: usize, most: usize| {
            assert!((least..=most).contains(&count), "{name}: {count} {what}, not {least} to {most}");
        };
        between("criteria", release.criteria.len(), 25, 45);
        between("gates", release.gates.len(), 7, 9);
        between("defects", release.defects.len(), 8, 20);
        between("waves", release.rollout.waves.len(), 3, 6);
        between("departments", release.departments.len(), 5, 10);
        between("runbook steps", release.rollout.runbook.len(), 15, 25);
        between("people", release.people.len(), 15, 30);
        between("members of the Board", release.board.members.len(), 6, 6);
        between("votes", release.board.votes.len(), 6, 6);
        between("risks", release.board.risks.len(), 4, 12);
        between("removals", release.removals.len(), 1, 5);
        between("lines of the change log", release.log.len(), 15, 40);
        between("configuration items", release.configuration_items.len(), 4, 15);
        between("triggers", release.rollout.back_out.triggers.len(), 3, 8);
        between("back-out steps", release.rollout.back_out.steps.len(), 4, 12);
        between("answers on strategy", release.strategy.answers.len(), 12, 16);
        record::is_full(&release, &between);
    });
}

#[test]
fn show_what_a_plan_can_hold() {
    each(|sample, release| {
        let name = sample.name;
        let roles: BTreeSet<&str> = release.board.members.iter().map(|member| member.role.key()).collect();
        assert_eq!(roles.len(), BoardRole::ALL.len(), "{name}: a seat is vacant");
        let decision = release.board.decision.as_ref().unwrap();
        let agrees = |ballot: Ballot| ballot.key() == decision.verdict.key();
        let dissents = release.board.votes.iter().filter(|vote| !agrees(vote.ballot));
        assert!(dissents.clone().any(|vote| !vote.reason.is_empty()), "{name}: nobody dissents with a reason");
        let resubmitted = release.rfcs.iter().any(|rfc| {
            let before = rfc.replaces.and_then(|id| release.rfcs.get(id)).map(|before| &before.outcome);
            matches!((before, &rfc.outcome), (Some(RfcOutcome::Rejected(_)), RfcOutcome::Approved(_)))
        });
        assert!(resubmitted, "{name}: no RFC was rejected, resubmitted and approved");
        let proofs: BTreeSet<u8> = release
            .criteria
            .iter()
            .flat_map(|criterion| &criterion.evidence)
            .map(|evidence| match evidence.shown_by {
                Proof::Note { .. } => 0,
                Proof::Link { .. } => 1,
                Proof::TestReport { .. } => 2,
                Proof::Measured { .. } => 3,
                Proof::ScanReport { .. } => 4,
            })
            .collect();
        assert!(proofs.len() >= 4, "{name}: a kind of evidence is not shown");
        let without = release.criteria.iter().filter(|criterion| criterion.owner.is_none() || criterion.due.is_none());
        assert_eq!(without.count(), 0, "{name}: criteria without owner or due date");
        assert!(release.gates.iter().all(|gate| gate.led_by.is_some() && gate.due.is_some()), "{name}");
        assert!(release.gates.iter().any(|gate| !gate.findings.is_empty()), "{name}");
        for entry in &GATES {
            assert!(release.gates.get(Id::of_key(entry.key)).is_some(), "{name}: {}", entry.key);
        }
        let removed = release.removals.iter().filter(|r| CRITERIA.iter().any(|entry| entry.key == r.key));
        assert_eq!(
            release.criteria.iter().filter(|criterion| criterion.catalogue.is_some()).count() + removed.clone().count(),
            CRITERIA.len(),
            "{name}"
        );
        assert!(
            removed.clone().any(|removal| removal.kind == RemovedKind::Criterion),
            "{name}: no default was removed"
        );
    });
}

#[test]
fn contacts_lead_nowhere() {
    each(|sample, release| {
        for person in &release.people {
            assert!(person.contact.ends_with("@example.org"), "{}: {}", sample.name, person.contact);
        }
    });
}

#[test]
fn the_choice_is_one_that_the_advisor_would_make_too() {
    each(|sample, release| {
        let answers = &release.strategy.answers;
        assert_eq!(answers.len(), FACTORS.len(), "{}", sample.name);
        for factor in &FACTORS {
            let key = &answers[factor.key];
            assert!(factor.answer(key).is_some(), "{}: {} is no answer to {}", sample.name, key, factor.key);
        }
        for (factor, derived) in derive(&release) {
            assert_eq!(answers[factor], derived.answer.key, "{}: {factor} contradicts the plan", sample.name);
        }
        let advice = advise(&Answers::of(&release));
        let place = advice.place(release.strategy.choice.as_ref().unwrap().strategy);
        assert!(place.is_some_and(|place| place <= 2), "{}: the advisor ranks the choice {place:?}", sample.name);
    });
}

// Curing.

#[test]
fn the_no_go_shows_a_variety_of_blockers() {
    let sample = SAMPLES.iter().find(|sample| sample.verdict == Verdict::NoGo).unwrap();
    let findings = assess(&sample.release(), sample.today).findings;
    let wanted = [
        Code::CriterionUnanswered,
        Code::CriterionNotMet,
        Code::WaiverExpired,
        Code::WaiverEndsBeforeGoLive,
        Code::GateNotHeld,
        Code::SignOffMissing,
        Code::SignOffStale,
        Code::DefectUndecided,
        Code::DefectNotFixed,
        Code::DefectWithoutWorkaround,
        Code::RuleBroken,
        Code::SeniorSignOffMissing,
        Code::SeniorSignOffStale,
    ];
    for code in wanted {
        let blocks = |finding: &&Finding| finding.code == code && finding.severity == Severity::Blocker;
        assert!(findings.iter().find(blocks).is_some(), "{} is not shown", code.key());
    }
    let named: BTreeSet<&str> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Blocker)
        .map(|finding| finding.code.key())
        .collect();
    assert_eq!(named, wanted.iter().map(|code| code.key()).collect());
}

#[test]
fn every_finding_that_counts_is_cured_by_an_edit() {
    each(|sample, original| {
        let mut release = original.clone();
        let mut inverses = Vec::new();
        while let Some(finding) = next_to_cure(&release, sample.today) {
            assert!(inverses.len() < 100, "{}: “{}” is not cured", sample.name, what(&finding));
            let command = cure(&finding, &release, sample.today);
            assert_eq!(command.removes_without_reason(&release), None);
            inverses.push(command.apply(&mut release).unwrap());
            let again = assess(&release, sample.today).findings;
            assert!(!again.contains(&finding), "{}: “{}” is not cured", sample.name, what(&finding));
        }
        assert_eq!(assess(&release, sample.today).verdict, Verdict::Go, "{}", sample.name);
        for inverse in inverses.into_iter().rev() {
            inverse.apply(&mut release).unwrap();
        }
        assert!(release == original, "{}: taking the cures back does not lead back", sample.name);
    });
}

/// The next blocker or condition: signatures come last, because every other edit makes them stale.
fn next_to_cure(release: &Release, today: Date) -> Option<Finding> {
    let findings = assess(release, today).findings;
    let counts = |finding: &&Finding| finding.severity != Severity::Advice;
    let signature = |finding: &Finding| finding.place.field == Some("sign_offs");
    let first = |signatures: bool| findings.iter().filter(counts).find(|finding| signature(finding) == signatures);
    first(false).or_else(|| first(true)).cloned()
}

/// The edit that cures a finding, as a person would make it at the place that the finding names.
fn cure(finding: &Finding, release: &Release, today: Date) -> Command {
    let place = finding.place.id.as_deref().unwrap_or_default();
    match (finding.section, finding.code) {
        (Section::Acceptance, _) => {
            let mut criterion = release.criteria.get(id(place)).unwrap().clone();
            criterion.answer = Answer::Met;
            let shown_by = Proof::Note { text: "Seen and confirmed.".to_owned() };
            let title = "Confirmed".to_owned();
            criterion.evidence.push(Evidence { id: id("cured"), title, shown_by, added: Some(today) });
            Command::Criteria(Edit::replace(criterion))
        }
        (Section::Defects, _) => {
            let mut defect = release.defects.get(id(place)).unwrap().clone();
            match &mut defect.decision {
                DefectDecision::Fix { fixed } => *fixed = Some(today),
                decision => *decision = DefectDecision::Workaround,
            }
            defect.known_error = KnownError { workaround: "Do it by hand.".to_owned(), ..defect.known_error };
            Command::Defects(Edit::replace(defect))
        }
        (Section::Rules, Code::RuleBroken | Code::WaiverInForce) => {
            let walker = release.people.first().unwrap().id;
            let bare = release.departments.iter().filter(|d| d.impacted && d.floor_walkers.is_empty());
            let named = bare.cloned().map(|mut department| {
                department.floor_walkers.push(walker);
                Command::Departments(Edit::replace(department))
            });
            Command::Batch(named.collect())
        }
        (Section::Gates, Code::GateNotHeld | Code::GateFailed | Code::GateConditional) => {
            let mut gate = release.gates.get(id(place)).unwrap().clone();
            match &mut gate.outcome {
                GateOutcome::PassedWithConditions { conditions, .. } => {
                    conditions.iter_mut().for_each(|condition| condition.met = Some(today));
                }
                outcome => *outcome = GateOutcome::Passed { on: Some(today) },
            }
            Command::Gates(Edit::replace(gate))
        }
        (Section::Gates, _) => {
            let mut gate = release.gates.get(id(place)).unwrap().clone();
            let content = Contents::of(release).gate(&gate);
            for (at, signatory) in gate.signatories.iter().enumerate() {
                gate.sign_offs.push(signature(&format!("cured-{at}"), &signatory.role, today, content.clone()));
            }
            Command::Gates(Edit::replace(gate))
        }
        (Section::Board, Code::SeniorSignOffMissing | Code::SeniorSignOffStale) => Command::BoardSignOffs(Edit::add(
            signature(&format!("cured-{place}"), place, today, Contents::of(release).plan()),
        )),
        (Section::Review, _) => {
            let mut issue = release.review.capacity.get(id(place)).unwrap().clone();
            issue.closed = Some(today);
            Command::Capacity(Edit::replace(issue))
        }
        _ => panic!("nobody knows how to cure “{}”", what(finding)),
    }
}

fn signature(name: &str, role: &str, on: Date, content: String) -> SignOff {
    sign(id(name), Signer { role: role.to_owned(), person: None, name: "Somebody".to_owned(), on }, content)
}

fn id<T>(text: &str) -> Id<T> {
    Id::new(text).unwrap()
}

// Shifting.

/// The verdict, and the findings without their details, which may hold days.
fn places(release: &Release, today: Date) -> (Verdict, Vec<(Severity, Code, String, Place)>) {
    let readiness = assess(release, today);
    let findings = readiness.findings.into_iter();
    (
        readiness.verdict,
        findings.map(|finding| (finding.severity, finding.code, finding.subject, finding.place)).collect(),
    )
}

#[test]
fn shifting_forth_and_back_changes_nothing() {
    each(|_, release| {
        proptest!(ProptestConfig::with_cases(8), |(days in any::<i16>())| {
            let there = shifted(&release, days.into());
            prop_assert_eq!(there == release, days == 0);
            prop_assert!(shifted(&there, -i32::from(days)) == release);
        });
    });
}

#[test]
fn a_shifted_plan_is_as_ready_as_before() {
    each(|sample, release| {
        let here = (places(&release, sample.today), standings(&release));
        proptest!(ProptestConfig::with_cases(8), |(days in -40_000..40_000i32)| {
            let there = shifted(&release, days);
            let today = sample.today.checked_add(jiff::Span::new().days(days)).unwrap();
            prop_assert!((places(&there, today), standings(&there)) == here);
            prop_assert_eq!(days_between(today, there.go_live().unwrap()), SAMPLE_DAYS_AHEAD);
        });
    });
}

#[test]
fn a_shifted_sample_reads_the_same_but_for_its_days() {
    each(|sample, release| {
        let there = shifted(&release, 400);
        let mut differing = BTreeSet::new();
        compare("", &serde_json::to_value(&release).unwrap(), &serde_json::to_value(&there).unwrap(), &mut differing);
        let expected: BTreeSet<String> =
            DAY_MEMBERS.into_iter().chain(["content", "sha256"]).map(str::to_owned).collect();
        assert!(differing.is_subset(&expected), "{}: {differing:?}", sample.name);
        assert!(differing.len() > 12, "{}: {differing:?}", sample.name);
    });
}

fn compare(name: &str, one: &Value, other: &Value, differing: &mut BTreeSet<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            assert!(one.keys().eq(other.keys()));
            one.iter().zip(other.values()).for_each(|((name, one), other)| compare(name, one, other, differing));
        }
        (Value::Array(one), Value::Array(other)) => {
            assert_eq!(one.len(), other.len());
            one.iter().zip(other).for_each(|(one, other)| compare(name, one, other, differing));
        }
        _ if one != other => drop(differing.insert(name.to_owned())),
        _ => {}
    }
}

#[test]
fn text_that_reads_like_a_day_stays() {
    let mut release = SAMPLES[0].release();
    let day = "2026-03-01";
    release.identity.name = day.to_owned();
    release.identity.version = day.to_owned();
    release.identity.summary = format!("Replaces the version of {day}, see 2026-03-01T10:00:00Z.");
    release.identity.fixed_date = Some(day.to_owned());
    release.strategy.answers.insert("on".to_owned(), day.to_owned());
    let mut step = release.rollout.runbook.first().unwrap().clone();
    step.id = id(day);
    step.title = day.to_owned();
    release.rollout.runbook.push(step.clone());
    let there = shifted(&release, 30);
    assert_ne!(there.go_live(), release.go_live());
    assert_eq!((&there.identity.name, &there.identity.version), (&release.identity.name, &release.identity.version));
    assert_eq!(there.identity.summary, release.identity.summary);
    assert_eq!(there.identity.fixed_date, release.identity.fixed_date);
    assert_eq!(there.strategy.answers, release.strategy.answers);
    assert_eq!(there.rollout.runbook.get(step.id), Some(&step));
}

#[test]
fn a_corrupt_or_strangely_written_sign_off_stays_what_it_is() {
    let mut release = SAMPLES[0].release();
    let gate = release.gates.iter_mut().find(|gate| gate.sign_offs.len() > 1).unwrap();
    let mut ids = gate.sign_offs.iter().map(|sign_off| sign_off.id);
    let (corrupt, strange) = (ids.next().unwrap(), ids.next().unwrap());
    drop(ids);
    gate.sign_offs.get_mut(corrupt).unwrap().sha256 = "0".repeat(64);
    let other = gate.sign_offs.get_mut(strange).unwrap();
    *other = again(other, format!(" {}", other.content));
    let there = shifted(&release, 7);
    let of = |name: Id<SignOff>| standings(&there).into_iter().find(|(id, _)| *id == name.to_string()).unwrap().1;
    assert_eq!((of(corrupt), of(strange)), (Standing::Corrupt, Standing::Stale));
}

#[test]
fn a_plan_of_which_one_day_would_leave_the_calendar_stays() {
    let mut release = Release {
        id: id("late"),
        criteria_list: CriteriaList { review: Some(Date::MAX.yesterday().unwrap()), ..CriteriaList::default() },
        ..Release::default()
    };
    let moment = date(2026, 10, 3).at(8, 0, 0, 0);
    release.identity.window = Some(Window::new(moment, moment).unwrap());
    assert_eq!(shifted(&release, 1).criteria_list.review, Some(Date::MAX));
    for days in [2, i32::MAX, i32::MIN] {
        assert!(shifted(&release, days) == release, "{days}");
    }
}

/// The members of a plan by the kinds of value that they hold, from the types themselves.
#[test]
fn the_members_that_move_are_those_that_hold_a_day() {
    let schema = serde_json::to_value(schemars::schema_for!(Release)).unwrap();
    let mut kinds: BTreeMap<String, BTreeSet<bool>> = BTreeMap::new();
    walk(&schema, &mut |name, value| {
        if let (true, Value::Object(properties)) = (name == "properties", value) {
            for (member, kind) in properties {
                if let Some(is_day) = holds_day(kind) {
                    kinds.entry(member.clone()).or_default().insert(is_day);
                }
            }
        }
    });
    let days: BTreeSet<&str> =
        kinds.iter().filter(|(_, kinds)| kinds.contains(&true)).map(|(name, _)| name.as_str()).collect();
    assert_eq!(days, DAY_MEMBERS.into_iter().collect());
    for day in days {
        assert_eq!(kinds[day].len(), 1, "{day} holds a day in one place and text in another");
    }
}

/// Whether a member holds a day or a time; nothing where it holds no text at all.
fn holds_day(kind: &Value) -> Option<bool> {
    let is = |kind: &Value, wanted: &str| match kind.get("type") {
        Some(Value::String(one)) => one == wanted,
        Some(Value::Array(several)) => several.iter().any(|one| one == wanted),
        _ => false,
    };
    if let Some(reference) = kind.get("$ref").and_then(Value::as_str) {
        return [("Date", true), ("DateTime", true), ("Timestamp", true)]
            .into_iter()
            .find(|(name, _)| reference.ends_with(&format!("/{name}")))
            .map(|(_, is_day)| is_day);
    }
    if let Some(options) = kind.get("anyOf").and_then(Value::as_array) {
        return options.iter().find_map(holds_day);
    }
    is(kind, "string").then(|| kind.get("format").and_then(Value::as_str).is_some_and(|f| f.contains("date")))
}
