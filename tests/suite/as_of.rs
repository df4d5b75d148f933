//! Gates, RFCs and defects as of a day: the pages, the assessment and the documents read them alike.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::document::{go_no_go_pack, markdown, release_plan};
use rollcall::gate::{
    DefectState, GateProgress, GateState, OutcomeKind, RfcState, Signer, best_given, defect_state, gate_content,
    gate_progress, held, is_given, let_through, rfc_state, role_sign_off, waits_for, with_signature,
};
use rollcall::plan::*;
use rollcall::readiness::{Code, assess};
use rollcall::text::{does_not_count, lower_first};

use crate::arbitrary;
use crate::ready::*;

const TOMORROW: Date = date(2026, 3, 3);

fn gate(release: &Release, key: &str) -> QualityGate {
    release.gates.get(id(key)).unwrap().clone()
}

fn progress(release: &Release, gate: &QualityGate, today: Date) -> GateProgress {
    gate_progress(release, gate, &gate_content(release, gate), today)
}

fn found(release: &Release, key: &str, today: Date) -> Vec<Code> {
    let findings = assess(release, today).findings;
    findings.iter().filter(|it| it.place.id.as_deref() == Some(key)).map(|it| it.code).collect()
}

fn pack(release: &Release, today: Date) -> String {
    markdown(&go_no_go_pack(release, today))
}

#[test]
fn one_signature_serves_a_role_that_stands_twice() {
    let mut release = ready_release();
    let role = gate(&release, "code-review").signatories.iter().next().unwrap().role.to_uppercase();
    let twice = Signatory { id: id("twice"), role: format!(" {role} ") };
    edit_gate(&mut release, "code-review", |it| {
        it.signatories = it.signatories.iter().cloned().chain([twice.clone()]).collect()
    });
    for (signed, codes) in [(0, vec![Code::SignOffMissing]), (1, vec![])] {
        edit_gate(&mut release, "code-review", |it| it.sign_offs = Items::default());
        if signed > 0 {
            sign_all(&mut release);
        }
        let gate = gate(&release, "code-review");
        let progress = progress(&release, &gate, TODAY);
        assert_eq!((progress.signed, progress.required), (signed, 1));
        assert_eq!(found(&release, "code-review", TODAY), codes);
    }
}

#[test]
fn a_gate_passed_tomorrow_is_not_passed_today() {
    let mut release = ready_release();
    edit_gate(&mut release, "environment-review", |it| it.outcome = GateOutcome::Passed { on: Some(TOMORROW) });
    sign_all(&mut release);
    let ahead = gate(&release, "environment-review");
    assert!(!held(&ahead, TODAY) && !let_through(&ahead, TODAY));
    let now = progress(&release, &ahead, TODAY);
    assert_eq!((now.state, now.held), (GateState::From(TOMORROW), false));
    assert_eq!(
        found(&release, "environment-review", TODAY),
        [Code::GateNotHeld, Code::GateOutOfOrder, Code::GateOutOfOrder]
    );
    let later = release.gates.iter().find(|other| other.requires.contains(&ahead.id)).unwrap();
    assert_eq!(waits_for(&release, later, TODAY), [release.gates.position(ahead.id).unwrap() + 1]);
    assert!(pack(&release, TODAY).contains("Not held before Tue 3 Mar 2026"));

    assert_eq!(progress(&release, &ahead, TOMORROW).state, GateState::Passed);
    assert_eq!(found(&release, "environment-review", TOMORROW), []);
    assert_eq!(waits_for(&release, later, TOMORROW), [0; 0]);
    assert!(!pack(&release, TOMORROW).contains("Not held before"));
}

#[test]
fn a_sign_off_of_tomorrow_or_of_nobody_does_not_count_today() {
    let mut release = ready_release();
    edit_gate(&mut release, "code-review", |it| {
        it.sign_offs = it.sign_offs.iter().map(|old| SignOff { on: Some(TOMORROW), ..old.clone() }).collect();
    });
    let signed = gate(&release, "code-review");
    let content = gate_content(&release, &signed);
    let sign_off = signed.sign_offs.first().unwrap();
    assert_eq!(role_sign_off(&signed, &sign_off.role, &content, TODAY), None);
    assert_eq!((progress(&release, &signed, TODAY).signed, progress(&release, &signed, TOMORROW).signed), (0, 1));
    assert_eq!(found(&release, "code-review", TODAY), [Code::SignOffMissing]);
    assert!(pack(&release, TODAY).contains("Does not count yet"));
    assert!(!pack(&release, TOMORROW).contains("Does not count yet"));
    let (name, role) = (&sign_off.name, &sign_off.role);
    assert_eq!(
        does_not_count(sign_off, role),
        format!("{name} signed as {}, dated ahead to Tue 3 Mar 2026: it does not count yet.", lower_first(role))
    );
    let other = Signer { role: role.clone(), person: None, name: "Ada".to_owned(), on: TODAY };
    let both = with_signature(&release, &signed, id("today"), other);
    assert_eq!(both.sign_offs.len(), signed.sign_offs.len() + 1, "what does not count yet stays until it is withdrawn");
    assert_eq!(role_sign_off(&both, role, &content, TODAY).unwrap().0.name, "Ada");
    for wanting in [SignOff { name: " ".to_owned(), ..sign_off.clone() }, SignOff { on: None, ..sign_off.clone() }] {
        assert!(!is_given(&wanting, TOMORROW));
        assert!(does_not_count(&wanting, role).contains("without a "));
        assert_eq!(best_given([&wanting].into_iter(), &content, TOMORROW), None);
    }
}

#[test]
fn what_is_done_tomorrow_is_open_today() {
    let mut release = ready_release();
    let conditions = items([Condition { met: Some(TOMORROW), text: "Tidy".to_owned(), ..condition("tidy") }]);
    let finding = Action { id: id("log"), closed: Some(TOMORROW), ..Action::default() };
    edit_gate(&mut release, "code-review", |it| {
        it.outcome = GateOutcome::PassedWithConditions { on: Some(TODAY), conditions };
        it.findings = items([finding]);
    });
    sign_all(&mut release);
    let code = gate(&release, "code-review");
    let on = |day| {
        let progress = progress(&release, &code, day);
        (progress.state, progress.open_findings)
    };
    assert_eq!(on(TODAY), (GateState::WithConditions(1), 1));
    assert_eq!(on(TOMORROW), (GateState::WithConditions(0), 0));
    assert_eq!(found(&release, "code-review", TODAY), [Code::GateConditional, Code::GateFindingOpen]);
    assert_eq!(found(&release, "code-review", TOMORROW), []);
    assert!(!pack(&release, TODAY).contains("Met on"));
    assert!(pack(&release, TOMORROW).contains("Met on Tue 3 Mar 2026"));
}

#[test]
fn an_rfc_approved_tomorrow_is_not_approved_today() {
    let mut release = ready_release();
    let rfcs: Vec<Id<Rfc>> = release.rfcs.iter().map(|rfc| rfc.id).collect();
    for rfc in &rfcs {
        let ahead = RfcOutcome::Approved(RfcApproval { on: Some(TOMORROW), note: String::new() });
        edit_rfc(&mut release, rfc.as_str(), |it| it.outcome = ahead);
    }
    let outcome = release.rfcs.first().unwrap().outcome.clone();
    let codes = |today| assess(&release, today).findings.into_iter().map(|it| it.code).collect::<Vec<_>>();
    let plan = |today| markdown(&release_plan(&release, today));
    assert_eq!(rfc_state(&outcome, TODAY), RfcState::ApprovedFrom(TOMORROW));
    assert!(codes(TODAY).contains(&Code::RfcNotApproved));
    assert!(plan(TODAY).contains("Not approved before Tue 3 Mar 2026"));
    let place = assess(&release, TODAY).findings.into_iter().find(|it| it.code == Code::RfcNotApproved).unwrap().place;
    assert_eq!(place.id.as_deref(), Some(rfcs[0].as_str()));

    assert_eq!(rfc_state(&outcome, TOMORROW), RfcState::Approved);
    assert!(!codes(TOMORROW).contains(&Code::RfcNotApproved));
    assert!(!plan(TOMORROW).contains("Not approved before"));
}

#[test]
fn a_defect_fixed_tomorrow_is_open_today() {
    let mut release = ready_release();
    edit_defect(&mut release, "rounding", |it| it.decision = DefectDecision::Fix { fixed: Some(TOMORROW) });
    let defect = release.defects.get(id("rounding")).unwrap().clone();
    let state = defect_state(&defect, TODAY);
    assert_eq!((state, state.is_open()), (DefectState::FixedFrom(TOMORROW), true));
    assert_eq!(found(&release, "rounding", TODAY), [Code::DefectNotFixed]);
    assert!(pack(&release, TODAY).contains("Open, fixed no earlier than Tue 3 Mar 2026"));

    assert_eq!(defect_state(&defect, TOMORROW), DefectState::Fixed);
    assert_eq!(found(&release, "rounding", TOMORROW), []);
    assert!(!pack(&release, TOMORROW).contains("no earlier than"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_list_and_the_assessment_agree_on_any_gate(
        mut release in arbitrary::release(),
        today in arbitrary::day(),
        signing in proptest::collection::vec((any::<bool>(), -1..=1_i32, "[a-z]{0,2}"), 12),
    ) {
        // Some of the required roles sign what is there: the day before, on the day, or the day after.
        let mut signing = signing.into_iter().zip(0..);
        for gate in release.gates.clone().iter() {
            for role in &gate.signatories {
                let Some(((true, days, name), number)) = signing.next() else { continue };
                let on = today.checked_add(jiff::Span::new().days(days)).unwrap();
                let signer = Signer { role: role.role.clone(), person: None, name, on };
                let gate = release.gates.get(gate.id).unwrap().clone();
                let signed = with_signature(&release, &gate, id(&format!("signed-{number}")), signer);
                release.gates.apply(Edit::replace(signed)).unwrap();
            }
        }
        let readiness = assess(&release, today);
        for gate in &release.gates {
            let progress = progress(&release, gate, today);
            let found: Vec<Code> = readiness
                .findings
                .iter()
                .filter(|it| it.place.id.as_deref() == Some(gate.id.as_str()) && it.subject == gate.name)
                .map(|it| it.code)
                .collect();
            let count = |code| found.iter().filter(|it| **it == code).count();
            let open = found.iter().any(|it| [Code::GateNotHeld, Code::GateFailed, Code::GateOptionalOpen].contains(it));
            prop_assert_eq!(let_through(gate, today), !open);
            match &progress.state {
                GateState::Passed | GateState::WithConditions(0) => {
                    prop_assert!(!open && count(Code::GateConditional) == 0);
                }
                GateState::WithConditions(_) => prop_assert_eq!(count(Code::GateConditional), 1),
                GateState::Failed => {
                    prop_assert_eq!(count(Code::GateFailed) + count(Code::GateOptionalOpen), 1);
                    prop_assert_eq!(OutcomeKind::of(&gate.outcome), OutcomeKind::Failed);
                }
                GateState::Stale => prop_assert!(progress.stale > 0),
                GateState::WaitsFor(_) | GateState::From(_) | GateState::NotHeld => {
                    prop_assert_eq!(count(Code::GateNotHeld) + count(Code::GateOptionalOpen), 1);
                    prop_assert!(!progress.held);
                }
            }
            if !gate.signatories.is_empty() && (!gate.optional || let_through(gate, today)) {
                let unsigned = count(Code::SignOffMissing) + count(Code::SignOffStale) + count(Code::SignOffCorrupt);
                prop_assert_eq!(progress.signed + unsigned, progress.required);
                prop_assert_eq!(progress.stale, count(Code::SignOffStale));
            }
            let actions = readiness.findings.iter().filter(|it| {
                it.code == Code::GateFindingOpen && it.place.id.as_deref() == Some(gate.id.as_str())
            });
            prop_assert_eq!(progress.open_findings, actions.count());
        }
    }

    #[test]
    fn a_defect_is_open_where_the_assessment_blocks_it(release in arbitrary::release(), today in arbitrary::day()) {
        const BLOCKED: [Code; 4] =
            [Code::DefectUndecided, Code::DefectNotFixed, Code::DefectPostpones, Code::DefectWithoutWorkaround];
        let blocked: Vec<String> = assess(&release, today)
            .findings
            .iter()
            .filter(|it| BLOCKED.contains(&it.code))
            .filter_map(|it| it.place.id.clone())
            .collect();
        let open = release.defects.iter().filter(|it| defect_state(it, today).is_open());
        prop_assert_eq!(open.map(|it| it.id.to_string()).collect::<Vec<_>>(), blocked);
    }
}
