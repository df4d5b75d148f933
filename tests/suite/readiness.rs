//! The assessment: each rule alone, the order and the codes of findings, and that nothing is improved by deleting it.

mod cases;
mod deletions;
mod takings;

use std::collections::HashSet;

use jiff::Timestamp;
use proptest::prelude::*;
use rollcall::gate::{Contents, GATES};
use rollcall::plan::*;
use rollcall::readiness::{
    Code, Finding, Place, RULES, Readiness, Ruling, Section, Severity, WaiverStanding, assess, default_rules,
    new_release, ruling, waiver_standing, where_to_cure,
};
use rollcall::text::{what, why};

use crate::commands::{command, seeds, start};
use crate::ready::*;
use cases::{
    Alter, Expected, TOMORROW, YESTERDAY, answer, big_bang, cases, decided, own_rule, stale_gate, waived, waiver,
};
pub use cases::{add_rfc, ready_for_cab};

#[test]
fn the_ready_release_is_go() {
    let readiness = assess(&ready_release(), TODAY);
    assert_eq!(readiness.findings, []);
    assert_eq!(readiness.verdict, Verdict::Go);
    assert_eq!(readiness.done, readiness.applicable);
    assert!(readiness.applicable > 30);
}

/// The ready release after one case.
fn altered(name: &str, alter: Alter) -> Release {
    let mut release = ready_release();
    alter(&mut release);
    if !name.starts_with("signed before") {
        sign_all(&mut release);
    }
    release
}

fn verdict_of(findings: &[Finding]) -> Verdict {
    let any = |severity| findings.iter().any(|finding| finding.severity == severity);
    match (any(Severity::Blocker), any(Severity::Condition)) {
        (true, _) => Verdict::NoGo,
        (false, true) => Verdict::ConditionalGo,
        (false, false) => Verdict::Go,
    }
}

#[test]
fn each_rule_finds_what_it_is_about_and_nothing_else() {
    let mut wrong = Vec::new();
    for (name, alter, expected) in cases() {
        let mut release = altered(name, alter);
        // The Board decides as the plan says, except where the case is about that.
        if expected.iter().all(|(_, code, _)| *code != Code::DepartureUnexplained)
            && let Some(decision) = release.board.decision.clone().filter(|it| it.explanation.is_empty())
        {
            let verdict = assess(&release, TODAY).verdict;
            let agreed = rollcall::plan::BoardDecision { verdict, ..decision };
            change(&mut release, Command::Decision(Box::new(Some(agreed))));
        }
        let readiness = assess(&release, TODAY);
        let found: Vec<Expected> = readiness.findings.iter().map(|it| (it.severity, it.code, it.section)).collect();
        assert_eq!(readiness.verdict, verdict_of(&readiness.findings), "{name}");
        check_tally(&readiness);
        if found != expected {
            wrong.push(format!("{name}\n  found    {found:?}\n  expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_code_has_its_case() {
    let covered: HashSet<Code> =
        cases().into_iter().flat_map(|(_, _, expected)| expected).map(|(_, code, _)| code).collect();
    let missing: Vec<&str> = Code::ALL.iter().filter(|code| !covered.contains(code)).map(|code| code.key()).collect();
    assert_eq!(missing, [""; 0]);
}

/// What holds for every assessment.
fn check_tally(readiness: &Readiness) {
    assert_eq!(readiness.verdict, verdict_of(&readiness.findings));
    assert!(readiness.findings.is_sorted_by_key(|it| (it.severity, it.section)));
    assert_eq!(readiness.sections.iter().map(|it| it.section).collect::<Vec<_>>(), Section::ALL);
    assert_eq!(readiness.done, readiness.sections.iter().map(|it| it.done).sum::<u32>());
    assert_eq!(readiness.applicable, readiness.sections.iter().map(|it| it.applicable).sum::<u32>());
    let weighty = readiness.count(Severity::Blocker) + readiness.count(Severity::Condition);
    let counted: u32 = readiness.sections.iter().map(|it| it.blockers + it.conditions).sum();
    assert_eq!(usize::try_from(counted).unwrap(), weighty);
    // A hand-over that is still open is not done either, and no more than advice.
    let open = readiness.findings.iter().filter(|it| it.code == Code::HandOverDue).count();
    let found = counted + u32::try_from(open).unwrap();
    assert!(readiness.applicable - readiness.done <= found, "what is neither done nor found");
    for finding in &readiness.findings {
        assert!(finding.place.field.is_some(), "{finding:?} leads nowhere");
    }
}

#[test]
fn a_section_is_stale_where_one_of_its_sign_offs_is() {
    let mut release = ready_release();
    stale_gate(&mut release);
    let readiness = assess(&release, TODAY);
    let stale: Vec<Section> = readiness.sections.iter().filter(|it| it.stale).map(|it| it.section).collect();
    assert_eq!(stale, [Section::Gates]);
    edit_risk(&mut release, "volume", |it| it.text = "Another".to_owned());
    assert!(assess(&release, TODAY).section(Section::Board).unwrap().stale);
}

#[test]
fn a_gate_says_once_what_it_passed_over_and_leads_to_its_checklist() {
    let mut release = ready_release();
    edit_gate(&mut release, "sponsor-review", |it| {
        it.optional = true;
        let states = [CheckState::Failed, CheckState::Failed, CheckState::Open].iter().zip(1..);
        let point = |(state, at): (&CheckState, i32)| ChecklistItem {
            id: id(&at.to_string()),
            state: *state,
            ..ChecklistItem::default()
        };
        it.checklist = states.map(point).collect();
    });
    sign_all(&mut release);
    let readiness = assess(&release, TODAY);
    let [finding] = readiness.findings.as_slice() else { panic!("{:?}", readiness.findings) };
    assert_eq!(finding.place, Place::entry(Section::Gates, "sponsor-review", "row_state"));
    assert!(what(finding).ends_with(" passed with 2 failed points and 1 open point on its checklist."));
    assert_eq!((finding.severity, readiness.verdict), (Severity::Advice, Verdict::Go));
}

#[test]
fn a_gate_that_requires_one_that_is_gone_leads_to_its_set_up() {
    let mut release = ready_release();
    edit_gate(&mut release, "sponsor-review", |it| it.requires.push(id("gone")));
    sign_all(&mut release);
    let readiness = assess(&release, TODAY);
    let [finding] = readiness.findings.as_slice() else { panic!("{:?}", readiness.findings) };
    assert_eq!(finding.place, Place::entry(Section::Gates, "sponsor-review", "requires"));
    assert!(what(finding).ends_with(" requires a gate that is not in the plan."));
    assert_eq!((finding.severity, readiness.verdict), (Severity::Advice, Verdict::Go));
}

#[test]
fn undoing_a_material_edit_brings_the_go_back() {
    let (mut release, mut history) = (ready_release(), History::default());
    let edited = QualityGate { checklist: Items::default(), ..release.gates.get(id("code-review")).unwrap().clone() };
    history.dispatch(&mut release, Command::Gates(Edit::replace(edited)), entry(), None).unwrap();
    assert_eq!(assess(&release, TODAY).verdict, Verdict::NoGo);
    history.undo(&mut release, Timestamp::UNIX_EPOCH, "Ana");
    assert_eq!(assess(&release, TODAY).verdict, Verdict::Go);
}

#[test]
fn a_condition_and_a_blocker_make_no_go() {
    let mut release = ready_release();
    answer(&mut release, waived(GO_LIVE));
    decided(&mut release, DefectDecision::Undecided);
    sign_all(&mut release);
    let readiness = assess(&release, TODAY);
    assert_eq!(readiness.verdict, Verdict::NoGo);
    let severities: Vec<Severity> = readiness.findings.iter().map(|it| it.severity).collect();
    assert_eq!(severities, [Severity::Blocker, Severity::Condition, Severity::Advice], "a departure is advice");
}

fn entry() -> ChangeEntry {
    ChangeEntry { at: Timestamp::UNIX_EPOCH, who: String::new(), what: String::new() }
}

// Nothing, and hardly anything.

#[test]
fn an_empty_release_is_no_go_on_every_count() {
    let readiness = assess(&Release::default(), TODAY);
    assert_eq!((readiness.verdict, readiness.done), (Verdict::NoGo, 0));
    let blockers: Vec<(Code, Section)> = readiness
        .findings
        .iter()
        .filter(|it| it.severity == Severity::Blocker)
        .map(|it| (it.code, it.section))
        .collect();
    let mut expected = vec![
        (Code::WindowMissing, Section::Overview),
        (Code::StrategyMissing, Section::Strategy),
        (Code::BackOutMissing, Section::Rollout),
        (Code::BackOutUntested, Section::Rollout),
        (Code::CriteriaMissing, Section::Acceptance),
    ];
    expected.extend(vec![(Code::RemovedWithoutReason, Section::Acceptance); 9]);
    expected.push((Code::GatesMissing, Section::Gates));
    expected.extend(vec![(Code::RemovedWithoutReason, Section::Gates); 7]);
    expected.push((Code::RfcNotApproved, Section::Rfcs));
    expected.extend(vec![(Code::RemovedWithoutReason, Section::Rules); 2]);
    expected.extend(vec![(Code::SeniorSignOffMissing, Section::Board); 2]);
    assert_eq!(blockers, expected);
}

#[test]
fn a_new_release_is_no_go_and_asks_for_everything() {
    let readiness = assess(&new_release(id("new"), Identity::default()), TODAY);
    assert_eq!((readiness.verdict, readiness.done), (Verdict::NoGo, 0));
    let count = |code| readiness.findings.iter().filter(|it| it.code == code).count();
    let signatories: usize = GATES.iter().map(|entry| entry.signatories.len()).sum();
    assert_eq!(count(Code::CriterionUnanswered), 9);
    assert_eq!(count(Code::GateNotHeld), 7);
    assert_eq!(count(Code::SignOffMissing), signatories);
    assert_eq!(count(Code::SeniorSignOffMissing), 2);
    assert_eq!(count(Code::RuleUnknown), 1, "nobody knows the departments yet");
    assert_eq!(count(Code::RemovedWithoutReason), 0);
}

// Waivers and rules by themselves.

#[test]
fn a_waiver_holds_up_to_and_including_its_last_day() {
    let standing = |until, go_live| waiver_standing(&waiver(until), go_live, TODAY);
    assert_eq!(standing(YESTERDAY, None), WaiverStanding::Expired(YESTERDAY));
    assert_eq!(standing(TODAY, None), WaiverStanding::InForce(TODAY));
    assert_eq!(standing(TODAY, Some(TODAY)), WaiverStanding::InForce(TODAY));
    assert_eq!(standing(TODAY, Some(TOMORROW)), WaiverStanding::EndsBeforeGoLive(TODAY));
    assert_eq!(standing(YESTERDAY, Some(YESTERDAY)), WaiverStanding::Expired(YESTERDAY));
    assert_eq!(waiver_standing(&Waiver::default(), None, TODAY), WaiverStanding::Incomplete);
}

#[test]
fn the_built_in_rules_are_data() {
    assert_eq!(RULES.iter().map(|entry| entry.key).collect::<HashSet<_>>().len(), RULES.len());
    for (entry, rule) in RULES.iter().zip(&default_rules()) {
        assert_eq!((rule.id.as_str(), rule.catalogue.as_deref()), (entry.key, Some(entry.key)));
        for text in [entry.name, entry.why, entry.cure] {
            assert!(!text.trim().is_empty(), "{}", entry.key);
        }
    }
}

#[test]
fn a_clause_compares_a_fact_with_a_value() {
    use Operator::{AtLeast, AtMost, Is, IsNot};
    let release = ready_release();
    let cases = [
        (Fact::FirstOfType, Is, "no", Ruling::Met),
        (Fact::FirstOfType, IsNot, "no", Ruling::Broken),
        (Fact::FirstOfType, Is, "false", Ruling::Unknown),
        (Fact::ReleaseType, Is, " major ", Ruling::Met),
        (Fact::ReleaseType, Is, "emergency", Ruling::Broken),
        (Fact::Criticality, IsNot, "critical", Ruling::Met),
        (Fact::Criticality, AtMost, "critical", Ruling::Unknown),
        (Fact::Approach, Is, "phased", Ruling::Met),
        (Fact::Approach, IsNot, "Phased", Ruling::Unknown),
        (Fact::Delivery, Is, "push", Ruling::Met),
        (Fact::Delivery, Is, "", Ruling::Unknown),
        (Fact::DepartmentsWithoutFloorWalkers, AtMost, "0", Ruling::Met),
        (Fact::Waves, Is, "2", Ruling::Met),
        (Fact::Waves, Is, "02", Ruling::Met),
        (Fact::Waves, IsNot, "two", Ruling::Unknown),
        (Fact::Waves, AtMost, "1", Ruling::Broken),
        (Fact::Waves, AtMost, "2", Ruling::Met),
        (Fact::Waves, AtLeast, "2", Ruling::Met),
        (Fact::Waves, AtLeast, "3", Ruling::Broken),
        (Fact::Waves, AtLeast, "99999999999999999999", Ruling::Unknown),
        (Fact::BackOutTestAge, AtMost, "22", Ruling::Met),
        (Fact::BackOutTestAge, AtMost, "21", Ruling::Broken),
        (Fact::BackOutTestAge, Is, "22", Ruling::Met),
    ];
    for (fact, operator, value, expected) in cases {
        let then = Clause { fact, operator, value: value.to_owned() };
        let rule = GovernanceRule { then, ..GovernanceRule::default() };
        assert_eq!(ruling(&rule, &release), expected, "{fact:?} {operator:?} {value:?}");
    }
    for fact in [Fact::Approach, Fact::Delivery, Fact::BackOutTestAge, Fact::DepartmentsWithoutFloorWalkers] {
        for operator in Operator::ALL {
            let then = Clause { fact, operator: *operator, value: "0".to_owned() };
            let rule = GovernanceRule { then, ..GovernanceRule::default() };
            assert_eq!(ruling(&rule, &Release::default()), Ruling::Unknown, "{fact:?} {operator:?}");
        }
    }
}

/// Where the only rule finding of a changed release leads to.
fn cure_of(code: Code, alter: Alter) -> Place {
    let release = altered("", alter);
    let readiness = assess(&release, TODAY);
    let found: Vec<&Finding> = readiness.findings.iter().filter(|finding| finding.code == code).collect();
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(finding.section, Section::Rules, "it counts among the rules, wherever it is cured");
    assert_eq!(readiness.section(Section::Rules).unwrap().blockers, 1);
    let rule = release.rules.iter().find(|rule| rule.name == finding.subject).unwrap();
    assert_eq!(where_to_cure(rule, &release), finding.place);
    assert!(what(finding).contains(&rule.name));
    assert!(why(code).contains("waiver on the page of the rules"));
    finding.place.clone()
}

#[test]
fn a_broken_rule_leads_to_its_cure() {
    let cases: [(Code, Alter, Place); 11] = [
        (Code::RuleBroken, big_bang, Place::field(Section::Strategy, "choice")),
        (
            Code::RuleBroken,
            |r| {
                for key in ["sales", "stores"] {
                    let department = Department { id: id(key), impacted: true, ..Department::default() };
                    change(r, Command::Departments(Edit::add(department)));
                }
            },
            Place::entry(Section::People, "sales", "floor_walkers"),
        ),
        (Code::RuleUnknown, |r| r.departments = Items::default(), Place::field(Section::People, "add")),
        (
            Code::RuleUnknown,
            |r| {
                edit_identity(r, |it| it.first_of_type = true);
                r.strategy.choice = None;
            },
            Place::field(Section::Strategy, "choice"),
        ),
        (
            Code::RuleBroken,
            |r| own_rule(r, Fact::Waves, Operator::AtLeast, "3"),
            Place::field(Section::Rollout, "waves"),
        ),
        (
            Code::RuleBroken,
            |r| own_rule(r, Fact::Delivery, Operator::Is, "pull"),
            Place::field(Section::Strategy, "delivery"),
        ),
        (
            Code::RuleBroken,
            |r| own_rule(r, Fact::Criticality, Operator::Is, "critical"),
            Place::field(Section::Overview, "criticality"),
        ),
        (
            Code::RuleBroken,
            |r| own_rule(r, Fact::BackOutTestAge, Operator::AtMost, "1"),
            Place::field(Section::Rollout, "back_out_test"),
        ),
        (
            Code::RuleUnknown,
            |r| {
                own_rule(r, Fact::BackOutTestAge, Operator::AtMost, "1");
                edit_identity(r, |it| it.window = None);
            },
            Place::field(Section::Overview, "window"),
        ),
        (
            // What the rule asks for is known and wrong; whether it applies is not known.
            Code::RuleUnknown,
            |r| {
                own_rule(r, Fact::Waves, Operator::AtLeast, "3");
                let age = Clause { fact: Fact::BackOutTestAge, operator: Operator::AtMost, value: "9".to_owned() };
                edit_rule(r, "own", |it| it.when = vec![age]);
                edit_back_out(r, |it| it.test = None);
            },
            Place::field(Section::Rollout, "back_out_test"),
        ),
        (
            // The plan cannot meet a rule that makes no sense.
            Code::RuleUnknown,
            |r| own_rule(r, Fact::Approach, Operator::IsNot, "Big Bang"),
            Place::entry(Section::Rules, "own", "waiver"),
        ),
    ];
    for (code, alter, place) in cases {
        assert_eq!(cure_of(code, alter), place);
    }
}

#[test]
fn a_rule_applies_where_all_its_conditions_hold() {
    let release = ready_release();
    let clause = |fact, value: &str| Clause { fact, operator: Operator::Is, value: value.to_owned() };
    let (yes, no, unknown) = (clause(Fact::Waves, "2"), clause(Fact::Waves, "3"), clause(Fact::Waves, "many"));
    let cases = [
        (vec![], &yes, Ruling::Met),
        (vec![], &no, Ruling::Broken),
        (vec![], &unknown, Ruling::Unknown),
        (vec![&yes], &no, Ruling::Broken),
        (vec![&no], &no, Ruling::DoesNotApply),
        (vec![&yes, &no], &no, Ruling::DoesNotApply),
        (vec![&unknown, &no], &no, Ruling::DoesNotApply),
        (vec![&unknown], &no, Ruling::Unknown),
        (vec![&unknown], &yes, Ruling::Met),
        (vec![&yes], &unknown, Ruling::Unknown),
    ];
    for (at, (when, then, expected)) in cases.into_iter().enumerate() {
        let rule = GovernanceRule {
            when: when.into_iter().cloned().collect(),
            then: then.clone(),
            ..GovernanceRule::default()
        };
        assert_eq!(ruling(&rule, &release), expected, "{at}");
    }
}

// Codes, for good.

#[test]
fn codes_are_never_renamed() {
    let keys: Vec<&str> = Code::ALL.iter().map(|code| code.key()).collect();
    let golden = GOLDEN;
    assert_eq!(keys, golden.split_whitespace().collect::<Vec<_>>());
    assert_eq!(
        Section::ALL.iter().map(|it| it.key()).collect::<Vec<_>>(),
        [
            "overview",
            "people",
            "strategy",
            "forecast",
            "rollout",
            "calendar",
            "environments",
            "acceptance",
            "gates",
            "defects",
            "rfcs",
            "training",
            "communications",
            "hand_over",
            "meetings",
            "review",
            "rules",
            "board",
            "after",
        ]
    );
    assert_eq!(Severity::ALL.iter().map(|it| it.key()).collect::<Vec<_>>(), ["blocker", "condition", "advice"]);
    assert_eq!(Verdict::ALL.iter().map(|it| it.key()).collect::<Vec<_>>(), ["no_go", "conditional_go", "go"]);
}

const GOLDEN: &str = "
    window_missing window_past release_manager_missing strategy_missing strategy_rationale_missing
    forecast_missing forecast_stale rfc_not_approved rfc_pending rfc_overdue rfc_incomplete rfc_refusal_open back_out_missing back_out_triggers_missing
    back_out_untested back_out_test_failed waves_missing waves_out_of_order wave_without_criteria group_without_wave
    group_in_two_waves group_without_size pilot_too_small push_at_work push_too_long servers_overloaded
    forced_push_too_long pull_without_deadline wave_past_deadline switch_off_missing runbook_missing step_without_owner
    estimate_out_of_order window_too_short
    date_in_blackout date_not_working date_past date_after_go_live environments_missing production_missing
    environment_overdue environment_unfit environment_drift criteria_missing criterion_unanswered criterion_not_met
    criterion_reason_missing criterion_without_evidence evidence_contradicts criteria_review_overdue
    waiver_incomplete waiver_expired waiver_ends_before_go_live waiver_in_force gates_missing gate_not_held
    gate_failed gate_conditional gate_condition_overdue gate_condition_incomplete gate_overdue gate_optional_open
    gate_out_of_order sign_off_missing sign_off_stale sign_off_corrupt gate_finding_open checklist_failed
    checklist_open checklist_unticked required_gate_missing defect_undecided defect_not_fixed defect_postpones
    defect_without_workaround known_error_incomplete training_missing training_gap training_seats training_late
    training_two_systems training_session_incomplete training_attendance review_not_held review_point_open
    capacity_issue_open capacity_issue_blocks known_error_review_due late_defect hand_over_due hand_over_incomplete
    messages_missing message_overdue message_without_sender message_not_from_desk message_incomplete
    department_without_message nothing_distributed distribution_overdue distribution_unacknowledged distribution_changed checkpoint_missing
    minutes_missing action_overdue rule_broken rule_unknown rule_changed seat_vacant senior_sign_off_missing
    senior_sign_off_stale quorum_missing departure_unexplained board_condition_open risk_without_response
    risk_without_owner step_failed support_exit_missing support_overdue support_exit_open incident_critical
    post_review_missing actual_missing actual_implausible removed removed_without_reason
";

#[test]
fn a_finding_on_a_gate_leads_to_the_very_part_of_it() {
    let mut release = ready_release();
    let condition = |key: &str, met| Condition { id: id(key), text: key.to_owned(), met, ..Condition::default() };
    edit_gate(&mut release, "test-review", |it| {
        let conditions = Items::from_iter([condition("kept", Some(YESTERDAY)), condition("open", None)]);
        it.outcome = GateOutcome::PassedWithConditions { on: Some(YESTERDAY), conditions };
        it.findings = Items::from_iter([Action { id: id("action"), ..Action::default() }]);
        it.sign_offs = Items::default();
    });
    edit_gate(&mut release, "code-review", |it| {
        it.outcome = GateOutcome::PassedWithConditions { on: Some(YESTERDAY), conditions: Items::default() };
    });
    let lead = |gate: &str, code: Code| {
        let all = assess(&release, TODAY).findings;
        let here = all.into_iter().filter(|it| it.code == code && it.place.id.as_deref() == Some(gate));
        here.map(|it| it.place).collect::<Vec<_>>()
    };
    let place = |part: &str, field| Place::part(Section::Gates, "test-review", part, field);
    assert_eq!(lead("test-review", Code::GateConditional), [place("open", "condition_met")]);
    assert_eq!(lead("test-review", Code::GateFindingOpen), [place("action", "findings")]);
    let roles = release.gates.get(id::<QualityGate>("test-review")).unwrap().signatories.iter().map(|it| it.id);
    let roles: Vec<Place> = roles.map(|role| place(role.as_str(), "sign_offs")).collect();
    assert!(roles.len() > 1);
    assert_eq!(lead("test-review", Code::SignOffMissing), roles);
    // Where nothing is written down, there is no part yet to lead to.
    let none = Place::entry(Section::Gates, "code-review", "conditions");
    assert_eq!(lead("code-review", Code::GateConditional), [none]);
}

// Any release.

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn any_release_is_assessed_alike_each_time(which: u8, seeds in seeds(25), day in -400i32..400) {
        let mut release = start(which);
        for seed in seeds {
            let _ = command(seed, &release.clone()).apply(&mut release);
        }
        let today = TODAY.checked_add(jiff::Span::new().days(day)).unwrap();
        let readiness = assess(&release, today);
        check_tally(&readiness);
        prop_assert_eq!(assess(&release.clone(), today), readiness);
    }
}

#[test]
fn a_gate_counts_for_nothing_without_its_content_being_the_same() {
    // Signatures of one gate do not serve another, even where the roles are the same.
    let mut release = ready_release();
    let lead = release.gates.get(id("deployment-review")).unwrap().sign_offs.first().unwrap().clone();
    edit_gate(&mut release, "defect-review", |it| {
        it.sign_offs = it
            .sign_offs
            .iter()
            .map(|own| if own.role == lead.role { SignOff { id: own.id, ..lead.clone() } } else { own.clone() })
            .collect();
    });
    let codes: Vec<Code> = assess(&release, TODAY).findings.iter().map(|it| it.code).collect();
    assert_eq!(codes, [Code::SignOffStale, Code::DepartureUnexplained]);
    let contents = Contents::of(&release);
    let texts: HashSet<String> = release.gates.iter().map(|gate| contents.gate(gate)).collect();
    assert_eq!(texts.len(), release.gates.len());
    assert_eq!(BoardRole::ALL.len(), 6);
}
