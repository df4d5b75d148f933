//! Known errors and the hand-over to the service desk: what is missing, what is proposed, and what the desk gets to read.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::document::{Block, Document, Text, build, go_no_go_pack, release_plan, service_desk_pack};
use rollcall::gate::{
    hand_over_progress, is_accepted, is_set_up, known_errors, late_defects, missing_in, proposals, put_back,
};
use rollcall::plan::{
    Choice, Command, Defect, DefectDecision, DocumentKind, Edit, GoLive, HandOverAcceptance, HandOverItem,
    HandOverKind, Id, Items, KnownError, Release, Removal, RemovedKind, with_reason,
};
use rollcall::readiness::{Code, Place, Section, Severity, assess};
use rollcall::text::{hand_over, value_in_words, what};

use crate::arbitrary;
use crate::ready::{
    GO_LIVE, TODAY, change, edit_decision, edit_defect, edit_hand_over, edit_identity, id, ready_release,
};

fn said(text: &str) -> String {
    text.to_owned()
}

/// The ids 1, 2, 3 and so on.
fn ids() -> impl FnMut() -> Id<HandOverItem> {
    let mut next = 0;
    move || {
        next += 1;
        id(&format!("new-{next}"))
    }
}

fn known_error(key: &str, quick_fix: &str, desk_code: &str) -> Defect {
    let known_error = KnownError {
        symptoms: said("It blinks"),
        workaround: said("Wait"),
        quick_fix: said(quick_fix),
        desk_code: said(desk_code),
        review: None,
    };
    let decision = DefectDecision::Workaround;
    Defect { id: id(key), title: format!("The {key}"), decision, known_error, ..Defect::default() }
}

fn with_defects(defects: impl IntoIterator<Item = Defect>) -> Release {
    Release { defects: defects.into_iter().collect(), ..Release::default() }
}

#[test]
fn a_known_error_lacks_what_is_not_written_down() {
    let complete = known_error("lamp", "Tap it", "L-1").known_error;
    assert!(missing_in(&complete).is_empty());
    let fields = |known: &KnownError| missing_in(known).iter().map(|field| field.field).collect::<Vec<_>>();
    assert_eq!(fields(&KnownError::default()), ["symptoms", "workaround", "quick_fix", "desk_code"]);
    let half = KnownError { symptoms: said(" \n"), desk_code: String::new(), ..complete };
    assert_eq!(fields(&half), ["symptoms", "desk_code"]);
    let mut release = ready_release();
    edit_defect(&mut release, "flicker", |it| it.known_error = half.clone());
    let finding =
        assess(&release, TODAY).findings.into_iter().find(|it| it.code == Code::KnownErrorIncomplete).unwrap();
    assert_eq!(what(&finding), "Known error “flicker” has no symptoms, no code in the desk's tool.");
    assert_eq!(finding.place, Place::entry(Section::Defects, "flicker", "symptoms"));
}

#[test]
fn known_errors_propose_their_quick_fix_and_their_code_once() {
    let decided = Defect { decision: DefectDecision::Fix { fixed: None }, ..known_error("bell", "Mute it", "B-1") };
    let defects = [known_error("lamp", "Tap it", "L-1"), known_error("fan", " ", "F-1"), decided];
    let mut release = with_defects(defects);
    let proposed = proposals(&release, ids());
    let shown: Vec<_> =
        proposed.iter().map(|it| (it.kind, it.title.as_str(), it.detail.as_str(), it.code.as_str())).collect();
    assert_eq!(
        shown,
        [
            (HandOverKind::QuickFix, "The lamp", "Tap it", "L-1"),
            (HandOverKind::IncidentCode, "The lamp", "It blinks", "L-1"),
            (HandOverKind::IncidentCode, "The fan", "It blinks", "F-1"),
        ]
    );
    assert!(proposed.iter().all(|item| item.set_up.is_none() && item.set_up_by.is_none()));
    for item in proposed {
        change(&mut release, Command::HandOverItems(Edit::add(item)));
    }
    assert_eq!(proposals(&release, ids()), [], "pressed twice, it adds nothing");
    // Renamed and put otherwise, a point is still the one that came from the known error.
    edit_hand_over(&mut release, "new-1", |it| (it.title, it.detail) = (said("Lamp"), said("Tap the lamp")));
    edit_hand_over(&mut release, "new-2", |it| it.code = said("L-1b"));
    assert_eq!(proposals(&release, ids()), []);
    edit_defect(&mut release, "fan", |it| it.known_error.quick_fix = said("Turn it"));
    let [turn] = proposals(&release, ids()).try_into().unwrap();
    assert_eq!((turn.kind, turn.detail.as_str(), turn.defect), (HandOverKind::QuickFix, "Turn it", Some(id("fan"))));
}

#[test]
fn a_point_that_somebody_wrote_serves_as_well() {
    let item = |kind, detail: &str, code: &str| HandOverItem {
        id: id("own"),
        kind,
        detail: said(detail),
        code: said(code),
        ..HandOverItem::default()
    };
    let cases = [
        (item(HandOverKind::QuickFix, "tap IT ", ""), 1),
        (item(HandOverKind::QuickFix, "Kick it", "L-1"), 2),
        (item(HandOverKind::IncidentCode, "", " l-1"), 1),
        (item(HandOverKind::Template, "", "L-1"), 1),
        (item(HandOverKind::Article, "Tap it", "L-1"), 2),
        (item(HandOverKind::IncidentCode, "", ""), 2),
    ];
    for (own, left) in cases {
        let mut release = with_defects([known_error("lamp", "Tap it", "L-1")]);
        release.hand_over.items.push(own.clone());
        assert_eq!(proposals(&release, ids()).len(), left, "{own:?}");
    }
    // Two known errors under one code ask for it once, and each for its own quick fix.
    let release = with_defects([known_error("lamp", "Tap it", "L-1"), known_error("fan", "Turn it", "L-1")]);
    let kinds: Vec<_> = proposals(&release, ids()).iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [HandOverKind::QuickFix, HandOverKind::IncidentCode, HandOverKind::QuickFix]);
}

#[test]
fn a_point_counts_from_the_day_on_which_it_was_set_up() {
    let on = |day| HandOverItem { set_up: day, ..HandOverItem::default() };
    assert!(!is_set_up(&on(None), TODAY) && !is_set_up(&on(TODAY.tomorrow().ok()), TODAY));
    assert!(is_set_up(&on(Some(TODAY)), TODAY));
    let mut release = ready_release();
    let accept = |release: &mut Release, by: Option<&str>, on: Option<Date>| {
        let acceptance = HandOverAcceptance { by: by.map(id), on, note: String::new() };
        change(release, Command::HandOver(Box::new(acceptance)));
        is_accepted(release, TODAY)
    };
    assert!(accept(&mut release, Some("eva"), Some(TODAY)));
    assert!(!accept(&mut release, Some("eva"), TODAY.tomorrow().ok()));
    assert!(!accept(&mut release, Some("eva"), None));
    assert!(!accept(&mut release, None, Some(TODAY)));
    assert!(!accept(&mut release, Some("nobody"), Some(TODAY)));
}

#[test]
fn an_empty_hand_over_is_incomplete() {
    assert!(!hand_over_progress(&Release::default(), TODAY).is_complete());
    let release = with_defects([known_error("lamp", "Tap it", "L-1")]);
    assert!(hand_over_progress(&release, TODAY).nothing_listed);
    let findings = assess(&Release::default(), TODAY).findings;
    let finding = findings.iter().find(|it| it.code == Code::HandOverDue).unwrap();
    assert_eq!(what(finding), "The hand-over to the service desk is open: the service desk has not accepted it.");
    assert_eq!(finding.place, Place::field(Section::HandOver, "accepted_by"));
}

#[test]
fn the_hand_over_is_told_in_a_line() {
    let mut release = ready_release();
    let told = |release: &Release| hand_over(&hand_over_progress(release, TODAY));
    assert_eq!(told(&release), "1 of 1 set up. The service desk has accepted it.");
    change(&mut release, Command::HandOver(Box::default()));
    edit_hand_over(&mut release, "reload", |it| it.set_up = TODAY.tomorrow().ok());
    edit_defect(&mut release, "flicker", |it| it.known_error.symptoms.clear());
    let open = "0 of 1 set up. One known error is incomplete. The service desk has not accepted it yet.";
    assert_eq!(told(&release), open);
    release.hand_over.items = Items::default();
    assert!(told(&release).starts_with("No point is listed for the known errors."));
    assert!(told(&Release::default()).starts_with("Nothing is handed over yet."));
}

/// The finding on the hand-over: its weight, what it says, and where it leads.
fn finding(release: &Release, today: Date) -> Option<(Severity, String, Place)> {
    let codes = [Code::HandOverDue, Code::HandOverIncomplete];
    let findings = assess(release, today).findings;
    let found: Vec<_> = findings.into_iter().filter(|it| codes.contains(&it.code)).collect();
    assert!(found.len() <= 1);
    found.first().map(|it| (it.severity, what(it), it.place.clone()))
}

#[test]
fn what_is_missing_is_told_before_go_live_and_blocks_from_that_day_on() {
    let mut release = ready_release();
    assert_eq!(finding(&release, GO_LIVE), None);
    edit_hand_over(&mut release, "reload", |it| it.set_up = None);
    change(&mut release, Command::HandOverItems(Edit::add(HandOverItem { id: id("two"), ..HandOverItem::default() })));
    edit_defect(&mut release, "flicker", |it| it.known_error.quick_fix.clear());
    change(&mut release, Command::HandOver(Box::default()));
    let lacks = "2 points are not set up, one known error is incomplete, the service desk has not accepted it";
    let open = Place::entry(Section::HandOver, "reload", "set_up");
    let due = |left: &str| {
        let sentence = format!("The hand-over to the service desk is open: {lacks}{left}.");
        Some((Severity::Advice, sentence, open.clone()))
    };
    let (eve, morrow) = (GO_LIVE.yesterday().unwrap(), GO_LIVE.tomorrow().unwrap());
    assert_eq!(finding(&release, TODAY), due("; 12 days are left"));
    assert_eq!(finding(&release, eve), due("; one day is left"));
    let sentence = format!("Go-live is due, and the hand-over to the service desk is incomplete: {lacks}.");
    let blocks = Some((Severity::Blocker, sentence, open.clone()));
    assert_eq!(finding(&release, GO_LIVE), blocks);
    assert_eq!(finding(&release, morrow), blocks);
    let live = GoLive { at: Some(GO_LIVE.at(21, 0, 0, 0)), note: String::new() };
    change(&mut release, Command::Live(Box::new(live)));
    assert_eq!(finding(&release, GO_LIVE), due(""), "once it is live there is nothing to hold back");
    assert_eq!(finding(&release, eve), due("; one day is left"));
}

#[test]
fn the_finding_leads_to_the_first_thing_that_is_missing() {
    let mut release = ready_release();
    change(&mut release, Command::HandOver(Box::default()));
    let place = |release: &Release| finding(release, TODAY).unwrap().2;
    assert_eq!(place(&release), Place::field(Section::HandOver, "accepted_by"));
    let without = Items::default();
    let bare = Release {
        hand_over: rollcall::plan::HandOver { items: without, ..release.hand_over.clone() },
        ..release.clone()
    };
    assert_eq!(place(&bare), Place::field(Section::HandOver, "add"));
    edit_defect(&mut release, "flicker", |it| it.known_error.desk_code.clear());
    assert_eq!(place(&release), Place::entry(Section::Defects, "flicker", "desk_code"));
    // It counts among the hand-over, wherever it is cured.
    let blocked = assess(&release, GO_LIVE);
    assert_eq!(blocked.section(Section::HandOver).unwrap().blockers, 1);
    assert_eq!(blocked.section(Section::Defects).unwrap().blockers, 0);
}

#[test]
fn what_is_set_up_and_accepted_is_counted() {
    let points = |release: &Release| {
        let state = *assess(release, TODAY).section(Section::HandOver).unwrap();
        (state.done, state.applicable)
    };
    let mut release = ready_release();
    assert_eq!(points(&release), (2, 2));
    change(&mut release, Command::HandOverItems(Edit::add(HandOverItem { id: id("two"), ..HandOverItem::default() })));
    assert_eq!(points(&release), (2, 3));
    assert_eq!(points(&Release::default()), (0, 1), "an empty hand-over is still to be done");
}

#[test]
fn a_point_goes_only_with_a_reason_and_comes_back() {
    let mut release = ready_release();
    let remove = Command::HandOverItems(Edit::Remove { id: id("reload") });
    for set_up in [None, Some(TODAY), TODAY.tomorrow().ok()] {
        edit_hand_over(&mut release, "reload", |it| it.set_up = set_up);
        assert_eq!(remove.removes_without_reason(&release), Some(RemovedKind::HandOverItem), "{set_up:?}");
    }
    let removal = Removal {
        id: id("gone"),
        kind: RemovedKind::HandOverItem,
        key: said("reload"),
        name: said("Flickering total"),
        reason: said("It was fixed"),
        ..Removal::default()
    };
    change(&mut release, with_reason(removal.clone(), remove));
    let told = |release: &Release| assess(release, TODAY).findings.iter().any(|it| it.code == Code::Removed);
    assert!(told(&release));
    let back = put_back(&release, &removal).unwrap();
    change(&mut release, back);
    assert!(!told(&release) && release.removals.is_empty());
    assert_eq!(release.hand_over.items.first().unwrap().title, "Flickering total");
    assert_eq!(finding(&release, TODAY).unwrap().0, Severity::Advice, "it is to be set up anew");
}

#[test]
fn a_defect_that_came_to_light_after_the_decision_calls_for_another_one() {
    let mut release = ready_release();
    edit_decision(&mut release, |it| it.on = TODAY.yesterday().ok());
    edit_defect(&mut release, "rounding", |it| it.found = Some(TODAY));
    let late: Vec<_> = late_defects(&release).map(|(defect, on)| (defect.title.as_str(), on)).collect();
    assert_eq!(late, [("rounding", TODAY)]);
    let findings = assess(&release, TODAY).findings;
    let finding = findings.iter().find(|it| it.code == Code::LateDefect).unwrap();
    assert_eq!(
        what(finding),
        "Defect “rounding” was found on Mon 2 Mar 2026, after the Board decided: it calls for a Board decision."
    );
    assert_eq!(finding.place, Place::field(Section::Board, "decided_on"));
    // What is known of it now, and its decision, is not what the gates and the Board signed.
    let stale = [Code::SignOffStale, Code::SeniorSignOffStale];
    assert!(stale.iter().all(|code| findings.iter().any(|it| it.code == *code)), "{findings:?}");
    let pack = words(&go_no_go_pack(&release, TODAY));
    let callout = "Found since the Board decided: rounding (Mon 2 Mar 2026). It calls for a Board decision.";
    assert!(pack.contains(callout), "{pack}");
    let plan = words(&release_plan(&release, TODAY));
    assert!(plan.contains("Found on Mon 2 Mar 2026, after the Board decided"), "{plan}");
    edit_decision(&mut release, |it| it.on = Some(TODAY));
    assert_eq!(late_defects(&release).count(), 0, "the Board has decided again");
    assert!(!words(&go_no_go_pack(&release, TODAY)).contains("Found since"));
}

/// Everything that a document says in tables, facts, callouts and headings.
fn words(document: &Document) -> String {
    let said = document.blocks.iter().map(|block| match block {
        Block::Heading(heading) => heading.text.clone(),
        Block::Paragraph(text) => text.to_string(),
        Block::Facts(facts) => facts.iter().map(|fact| format!("{}: {}\n", fact.name, fact.value)).collect(),
        Block::Callout(callout) => format!("{}: {}", callout.status.word, callout.text),
        Block::Table(table) => {
            let row = |row: &Vec<Text>| row.iter().map(Text::to_string).collect::<Vec<_>>().join(" | ");
            table.rows().iter().map(row).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_pack_tells_the_desk_everything() {
    let mut release = ready_release();
    edit_defect(&mut release, "flicker", |it| {
        it.number = said("D-4");
        it.known_error.review = Some(date(2026, 4, 1));
    });
    let point = |kind: HandOverKind| HandOverItem {
        id: id(kind.key()),
        kind,
        title: format!("A {}", kind.label()),
        code: format!("C-{}", kind.key()),
        ..HandOverItem::default()
    };
    for kind in HandOverKind::ALL {
        change(&mut release, Command::HandOverItems(Edit::add(point(*kind))));
    }
    let pack = words(&service_desk_pack(&release, TODAY));
    let row = "D-4 | flicker\nThe total flickers. | Reload. | Ask to reload. | PAY-7 | Wed 1 Apr 2026";
    assert!(pack.contains(row), "{pack}");
    for kind in HandOverKind::ALL {
        assert!(pack.contains(&format!("A {} | nothing noted | C-{} | ◌ Open", kind.label(), kind.key())), "{pack}");
    }
    for told in [
        "1 of 7 set up.",
        "● Done on Thu 26 Feb 2026\nEva Esteves",
        "Go-live window: Sat 14 Mar 2026, 20:00 to Sun 15 Mar 2026, 04:00",
        "Release manager: Ana Alves",
        "Finance | Eva Esteves\nBen Barros",
        "Accepted: ● Accepted on Fri 27 Feb 2026",
    ] {
        assert!(pack.contains(told), "{told}\n{pack}");
    }
    assert!(!pack.contains("rounding"), "what is fixed is no known error");
    let brief = words(&release_plan(&release, TODAY));
    assert!(brief.contains("Set up in the desk's tool: 1 of 7"), "{brief}");
    edit_identity(&mut release, |it| it.window = None);
    assert!(words(&service_desk_pack(&release, TODAY)).contains("Go-live window: not planned yet"));
}

#[test]
fn a_reference_to_a_known_error_reads_as_its_title() {
    let release = ready_release();
    assert_eq!(value_in_words(&release, &[said("defect")], "flicker"), "flicker");
    let mut renamed = release;
    edit_defect(&mut renamed, "flicker", |it| it.title = said("The total flickers"));
    assert_eq!(value_in_words(&renamed, &[said("defect")], "flicker"), "The total flickers");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_release_proposes_what_it_lacks_and_then_nothing(release in arbitrary::release(), today in arbitrary::day()) {
        let mut release = release;
        let progress = hand_over_progress(&release, today);
        prop_assert_eq!(progress.set_up() + progress.open.len(), release.hand_over.items.len());
        prop_assert!(progress.incomplete.len() <= known_errors(&release).count());
        let mut next = 0;
        let fresh = || { next += 1; id(&format!("fresh-hand-over-{next}")) };
        for item in proposals(&release, fresh) {
            Command::HandOverItems(Edit::add(item)).apply(&mut release).unwrap();
        }
        prop_assert_eq!(proposals(&release, || id("another")), vec![]);
        let _ = build(DocumentKind::ServiceDeskPack, &release, today);
        let _ = assess(&release, today);
    }

    #[test]
    fn nothing_is_complete_with_less(release in arbitrary::release(), today in arbitrary::day()) {
        let complete = |release: &Release| hand_over_progress(release, today).is_complete();
        let mut less = release.clone();
        less.hand_over.acceptance = HandOverAcceptance::default();
        prop_assert!(!complete(&less));
        for item in &release.hand_over.items {
            let mut less = release.clone();
            edit_hand_over(&mut less, item.id.as_str(), |it| it.set_up = None);
            prop_assert!(!complete(&less));
        }
        for defect in known_errors(&release) {
            let mut less = release.clone();
            edit_defect(&mut less, defect.id.as_str(), |it| it.known_error = KnownError::default());
            prop_assert!(!complete(&less));
        }
        let mut less = release;
        less.people = Items::default();
        prop_assert!(!complete(&less));
    }
}
