//! A gate as of a day: the list of gates, the assessment and the documents read it alike.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::document::{go_no_go_pack, markdown};
use rollcall::gate::{
    GateProgress, GateState, OutcomeKind, Signer, best_given, gate_content, gate_progress, held, is_given, let_through,
    role_sign_off, waits_for, with_signature,
};
use rollcall::plan::*;
use rollcall::readiness::{Code, assess};

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
    for wanting in [SignOff { name: " ".to_owned(), ..sign_off.clone() }, SignOff { on: None, ..sign_off.clone() }] {
        assert!(!is_given(&wanting, TOMORROW));
        assert_eq!(best_given([&wanting].into_iter(), &content, TOMORROW), None);
    }
}

#[test]
fn what_is_done_tomorrow_is_open_today() {
    let mut release = ready_release();
    let conditions = items([Condition { met: Some(TOMORROW), text: "Tidy".to_owned(), ..condition("tidy") }]);
    let finding = GateFinding { id: id("log"), closed: Some(TOMORROW), ..GateFinding::default() };
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
}
