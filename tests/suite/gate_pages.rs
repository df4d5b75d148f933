//! What the pages of criteria and gates ask the core: answers kept aside, defaults put back, progress, signing, links.

use jiff::civil::{Date, date};
use rollcall::gate::{
    AnswerKind, GateState, KeptAnswer, KeptOutcome, OutcomeKind, ProofKind, Signer, Standing, gate_content,
    gate_progress, missing_criteria, missing_gates, openable, put_back, restore_criterion, short_digest, standing,
    waits_on, with_signature, without_signature,
};
use rollcall::plan::{
    Answer, CheckState, Choice, Command, Condition, Department, Edit, GateOutcome, Id, Identity, Items, Proof,
    QualityGate, Release, Removal, RemovedKind, Waiver, with_reason,
};
use rollcall::readiness::{Code, WaiverStanding, assess, new_release};
use rollcall::text;

const TODAY: Date = date(2026, 11, 23);

fn release() -> Release {
    new_release(Id::new("r").unwrap(), Identity::default())
}

fn gate(release: &Release, id: &str) -> QualityGate {
    release.gates.get(Id::new(id).unwrap()).unwrap().clone()
}

fn put(release: &mut Release, gate: QualityGate) {
    Command::Gates(Edit::replace(gate)).apply(release).unwrap();
}

fn signer(role: &str, name: &str) -> Signer {
    Signer { role: role.to_owned(), person: None, name: name.to_owned(), on: TODAY }
}

fn state(release: &Release, id: &str) -> GateState {
    let gate = gate(release, id);
    gate_progress(release, &gate, &gate_content(release, &gate), TODAY).state
}

fn removal(kind: RemovedKind, key: &str, name: &str) -> Removal {
    let (key, name) = (key.to_owned(), name.to_owned());
    Removal { id: Id::new("gone").unwrap(), kind, key, name, reason: "Not here.".to_owned(), ..Removal::default() }
}

#[test]
fn trying_another_answer_keeps_the_waiver_and_the_reason() {
    let waiver = Waiver { approver: "Helen Marsh".to_owned(), reason: "Later.".to_owned(), until: Some(TODAY) };
    let mut kept = KeptAnswer::default();
    kept.keep(&Answer::Waived(waiver.clone()));
    kept.keep(&Answer::NotApplicable { reason: "No screens.".to_owned() });
    kept.keep(&Answer::Met);
    assert_eq!(kept.answer(AnswerKind::Waived), Answer::Waived(waiver));
    assert_eq!(kept.answer(AnswerKind::NotApplicable), Answer::NotApplicable { reason: "No screens.".to_owned() });
    for kind in AnswerKind::ALL {
        assert_eq!(AnswerKind::of(&kept.answer(*kind)), *kind);
    }
}

#[test]
fn trying_another_outcome_keeps_its_day_and_conditions() {
    let condition = Condition { id: Id::new("c").unwrap(), text: "Write it down".to_owned(), ..Condition::default() };
    let conditions: Items<Condition> = [condition].into_iter().collect();
    let held = GateOutcome::PassedWithConditions { on: Some(date(2026, 11, 2)), conditions };
    let mut kept = KeptOutcome::default();
    kept.keep(&held);
    kept.keep(&GateOutcome::NotHeld);
    assert_eq!(kept.outcome(OutcomeKind::WithConditions, TODAY), held);
    assert_eq!(kept.outcome(OutcomeKind::Passed, TODAY), GateOutcome::Passed { on: Some(date(2026, 11, 2)) });
    let fresh = KeptOutcome::default();
    assert_eq!(fresh.outcome(OutcomeKind::Passed, TODAY), GateOutcome::Passed { on: Some(TODAY) });
    for kind in OutcomeKind::ALL {
        assert_eq!(OutcomeKind::of(&fresh.outcome(*kind, TODAY)), *kind);
    }
}

#[test]
fn a_default_that_is_put_back_stands_where_it_stood_and_is_asked_for_again() {
    let mut plan = release();
    let before = plan.clone();
    let remove = Command::Criteria(Edit::Remove { id: Id::new("training").unwrap() });
    let gone = removal(RemovedKind::Criterion, "training", "Training");
    with_reason(gone.clone(), remove).apply(&mut plan).unwrap();
    assert!(missing_criteria(&plan).is_empty(), "the entry says why it is gone");
    put_back(&plan, &gone).unwrap().apply(&mut plan).unwrap();
    assert_eq!(plan.criteria, before.criteria);
    assert!(plan.removals.is_empty());
}

#[test]
fn a_default_that_is_gone_without_an_entry_is_missing_until_restored() {
    let mut plan = release();
    plan.criteria.apply(Edit::Remove { id: Id::new("back-out-tested").unwrap() }).unwrap();
    plan.gates.apply(Edit::Remove { id: Id::new("ops-review").unwrap() }).unwrap();
    assert_eq!(missing_criteria(&plan).iter().map(|entry| entry.key).collect::<Vec<_>>(), ["back-out-tested"]);
    assert_eq!(missing_gates(&plan).iter().map(|entry| entry.key).collect::<Vec<_>>(), ["ops-review"]);
    let found = assess(&plan, TODAY).findings;
    assert_eq!(found.iter().filter(|finding| finding.code == Code::RemovedWithoutReason).count(), 2);
    restore_criterion(&plan, "back-out-tested").unwrap().apply(&mut plan).unwrap();
    assert_eq!(plan.criteria, release().criteria);
}

#[test]
fn an_own_gate_comes_back_by_its_name_and_a_signing_role_to_its_gate() {
    let mut plan = release();
    let own = removal(RemovedKind::Gate, "data-protection", "Data protection");
    plan.removals.push(own.clone());
    put_back(&plan, &own).unwrap().apply(&mut plan).unwrap();
    assert_eq!(gate(&plan, "data-protection").name, "Data protection");

    let role = removal(RemovedKind::Signatory, "ops-review:2", "Support team lead");
    let mut ops = gate(&plan, "ops-review");
    ops.signatories.apply(Edit::Remove { id: Id::new("2").unwrap() }).unwrap();
    with_reason(role.clone(), Command::Gates(Edit::replace(ops))).apply(&mut plan).unwrap();
    put_back(&plan, &role).unwrap().apply(&mut plan).unwrap();
    assert_eq!(gate(&plan, "ops-review").signatories, gate(&release(), "ops-review").signatories);

    plan.removals.push(removal(RemovedKind::Signatory, "no-such-gate:1", "Nobody"));
    assert!(put_back(&plan, &removal(RemovedKind::Signatory, "no-such-gate:1", "Nobody")).is_none());
}

#[test]
fn the_impact_on_a_department_comes_back_with_the_department_as_it_is() {
    let mut plan = release();
    let gone = removal(RemovedKind::Impact, "finance", "Finance");
    let spared = Department { id: Id::new("finance").unwrap(), name: "Money".to_owned(), ..Department::default() };
    plan.departments.push(spared.clone());
    plan.removals.push(gone.clone());
    let told = assess(&plan, TODAY).findings.into_iter().find(|finding| finding.code == Code::Removed).unwrap();
    assert_eq!(text::what(&told), "“Impact on Finance” was removed from the plan: Not here.");
    let mut without = plan.clone();
    without.departments = Items::default();
    for (plan, name) in [(&mut plan, "Money"), (&mut without, "Finance")] {
        put_back(plan, &gone).unwrap().apply(plan).unwrap();
        let department = plan.departments.first().unwrap();
        assert_eq!((department.name.as_str(), department.impacted), (name, true));
        assert!(plan.removals.is_empty());
    }
}

#[test]
fn a_gate_waits_passes_goes_stale_and_fails() {
    let mut plan = release();
    assert_eq!(state(&plan, "code-review"), GateState::NotHeld);
    assert_eq!(state(&plan, "ops-review"), GateState::WaitsFor(vec![2]), "the environment review is second");

    let mut code = gate(&plan, "code-review");
    code.opened = Some(date(2026, 11, 20));
    code.outcome = GateOutcome::PassedWithConditions { on: Some(TODAY), conditions: Items::default() };
    put(&mut plan, code);
    assert_eq!(state(&plan, "code-review"), GateState::WithConditions(1), "none written down counts as one");

    let code = gate(&plan, "code-review");
    let signed = with_signature(&plan, &code, Id::new("s").unwrap(), signer("senior developer ", "Priya Nair"));
    put(&mut plan, signed);
    let signed = gate(&plan, "code-review");
    let progress = gate_progress(&plan, &signed, &gate_content(&plan, &signed), TODAY);
    assert_eq!(
        (progress.signed, progress.required, progress.stale, progress.time.map(|it| it.days)),
        (1, 1, 0, Some(3))
    );

    let mut changed = signed.clone();
    changed.checklist.iter_mut().next().unwrap().state = CheckState::Failed;
    put(&mut plan, changed);
    assert_eq!(state(&plan, "code-review"), GateState::Stale);
    put(&mut plan, signed);
    assert_eq!(state(&plan, "code-review"), GateState::WithConditions(1), "undone, the signature stands again");

    let mut failed = gate(&plan, "code-review");
    failed.outcome = GateOutcome::Failed { on: None, must_change: String::new() };
    put(&mut plan, failed);
    assert_eq!(state(&plan, "code-review"), GateState::Failed);
}

#[test]
fn signing_again_takes_the_place_of_earlier_signatures_of_that_role_alone() {
    let mut plan = release();
    for (id, role, name) in
        [("1", "Project manager", "A"), ("2", "Support team lead", "B"), ("3", "project manager", "C")]
    {
        let ops = gate(&plan, "ops-review");
        let signed = with_signature(&plan, &ops, Id::new(id).unwrap(), signer(role, name));
        put(&mut plan, signed);
    }
    let ops = gate(&plan, "ops-review");
    assert_eq!(ops.sign_offs.iter().map(|sign_off| sign_off.name.as_str()).collect::<Vec<_>>(), ["B", "C"]);
    let content = gate_content(&plan, &ops);
    assert!(ops.sign_offs.iter().all(|sign_off| standing(sign_off, &content) == Standing::Valid));
    assert_eq!(without_signature(&ops, "PROJECT MANAGER").sign_offs.len(), 1);
}

#[test]
fn a_gate_waits_on_another_through_those_between_them_and_circles_end() {
    let mut plan = release();
    let id = |key: &str| Id::new(key).unwrap();
    assert!(waits_on(&plan, id("deployment-review"), id("code-review")));
    assert!(!waits_on(&plan, id("code-review"), id("deployment-review")));
    let mut code = gate(&plan, "code-review");
    code.requires.push(id("test-review"));
    put(&mut plan, code);
    assert!(waits_on(&plan, id("code-review"), id("code-review")));
    assert!(!waits_on(&plan, id("code-review"), id("sponsor-review")));
}

#[test]
fn only_web_and_mail_addresses_are_opened() {
    for url in ["https://example.org/a?b=c", " http://example.org ", "HTTPS://example.org", "mailto:a@example.org"] {
        assert_eq!(openable(url), Some(url.trim()), "{url}");
    }
    let shut = [
        "",
        "example.org",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https:",
        "https://",
        "https:example.org",
        "mailto:",
        "https://example.org/a b",
        "https://example.org/\u{0}",
        "ftp://example.org",
        "//example.org",
    ];
    for url in shut {
        assert_eq!(openable(url), None, "{url}");
    }
}

#[test]
fn evidence_and_waivers_are_said_in_words() {
    let cases = [
        (Proof::Note { text: " Seen. ".to_owned() }, "Seen."),
        (
            Proof::TestReport { passed: 412, failed: 3, skipped: 0, milliseconds: None, failed_names: Vec::new() },
            "412 passed, 3 failed",
        ),
        (
            Proof::TestReport { passed: 1, failed: 0, skipped: 2, milliseconds: None, failed_names: Vec::new() },
            "1 passed, 0 failed, 2 skipped",
        ),
        (Proof::Measured { value: "1.9 s".to_owned(), threshold: "2 s".to_owned() }, "1.9 s; asked for: 2 s"),
        (Proof::Measured { value: String::new(), threshold: "2 s".to_owned() }, "not measured; asked for: 2 s"),
        (ProofKind::Link.empty(), ""),
    ];
    for (proof, words) in cases {
        assert_eq!(text::proof(&proof), words);
    }
    for kind in ProofKind::ALL {
        assert_eq!(ProofKind::of(&kind.empty()), *kind);
    }
    let until = date(2026, 12, 5);
    assert_eq!(text::waiver(WaiverStanding::InForce(until), TODAY), "In force until Sat 5 Dec 2026, in 12 days.");
    assert_eq!(
        text::waiver(WaiverStanding::Expired(date(2026, 11, 22)), TODAY),
        "Expired: it ended on Sun 22 Nov 2026, yesterday."
    );
}

#[test]
fn digests_and_roles_are_short_and_readable() {
    assert_eq!(short_digest("9f2c41ab77e0d1"), "9f2c 41ab 77e0");
    assert_eq!(short_digest("ü"), "ü");
    assert_eq!(text::lower_first("Test lead"), "test lead");
    assert_eq!(text::lower_first("QA lead"), "QA lead");
    assert_eq!(text::lower_first(""), "");
}
