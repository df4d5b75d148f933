//! The rules of readiness, one case each.

use jiff::civil::{Date, date};
use rollcall::gate::{CRITERIA, GATES};
use rollcall::plan::*;
use rollcall::readiness::{Code, Section, Severity};

use crate::ready::*;

pub const YESTERDAY: Date = date(2026, 3, 1);
pub const TOMORROW: Date = date(2026, 3, 3);
const DAY_BEFORE: Date = date(2026, 3, 13);

pub type Alter = fn(&mut Release);
pub type Expected = (Severity, Code, Section);

/// What is done to the ready release, and all that is found then. Signatures are given anew, unless the name says `signed
/// before`, so that no other finding mixes in.
pub fn cases() -> Vec<(&'static str, Alter, Vec<Expected>)> {
    use Severity::{Advice, Blocker, Condition};
    let blocks = |code, section| vec![(Blocker, code, section)];
    let conditional = |code, section| vec![(Condition, code, section)];
    let advises = |code, section| vec![(Advice, code, section)];
    vec![
        // The release and its window.
        ("no window", |r| edit_identity(r, |it| it.window = None), blocks(Code::WindowMissing, Section::Overview)),
        (
            "window past",
            |r| edit_identity(r, |it| it.window = Window::new(at(YESTERDAY, 1), at(YESTERDAY, 9)).ok()),
            advises(Code::WindowPast, Section::Overview),
        ),
        (
            "window ends today",
            |r| edit_identity(r, |it| it.window = Window::new(at(YESTERDAY, 1), at(TODAY, 9)).ok()),
            vec![],
        ),
        (
            "no release manager",
            |r| edit_identity(r, |it| it.release_manager = None),
            advises(Code::ReleaseManagerMissing, Section::Overview),
        ),
        (
            "unknown release manager",
            |r| edit_identity(r, |it| it.release_manager = Some(id("nobody"))),
            advises(Code::ReleaseManagerMissing, Section::Overview),
        ),
        // Strategy.
        (
            "no strategy",
            |r| change(r, Command::Strategy(Box::default())),
            blocks(Code::StrategyMissing, Section::Strategy),
        ),
        (
            "no rationale",
            |r| edit_strategy(r, |it| it.rationale = " ".to_owned()),
            advises(Code::StrategyRationaleMissing, Section::Strategy),
        ),
        // Days.
        (
            "go-live and waves in a blackout period",
            |r| {
                let (from, until) = (Some(DAY_BEFORE), Some(GO_LIVE));
                let closed = ClosedPeriod {
                    id: id("closed"),
                    name: "Closing".to_owned(),
                    from,
                    until,
                    ..ClosedPeriod::default()
                };
                change(r, Command::Periods(Edit::add(closed)));
            },
            vec![(Advice, Code::DateInBlackout, Section::Calendar); 3],
        ),
        (
            "a meeting on a Sunday",
            |r| {
                let at = Some(at(date(2026, 3, 8), 10));
                change(r, Command::Meetings(Edit::add(Meeting { id: id("sunday"), at, ..Meeting::default() })));
            },
            advises(Code::DateNotWorking, Section::Calendar),
        ),
        (
            "a wave of yesterday that has not started",
            |r| edit_wave(r, "pilot", |it| it.start = Some(at(YESTERDAY, 9))),
            advises(Code::DatePast, Section::Calendar),
        ),
        (
            "a back-out test after go-live",
            |r| {
                edit_back_out(r, |it| {
                    it.test = it.test.clone().map(|test| BackOutTest { on: Some(date(2026, 3, 20)), ..test })
                })
            },
            vec![
                (Blocker, Code::BackOutUntested, Section::Rollout),
                (Advice, Code::DateAfterGoLive, Section::Calendar),
            ],
        ),
        // RFCs.
        (
            "no RFC",
            |r| change(r, Command::Rfcs(Edit::Remove { id: id("rfc") })),
            blocks(Code::RfcNotApproved, Section::Rfcs),
        ),
        (
            "RFC pending",
            |r| edit_rfc(r, "rfc", |it| it.outcome = RfcOutcome::Pending),
            vec![(Blocker, Code::RfcNotApproved, Section::Rfcs), (Advice, Code::RfcPending, Section::Rfcs)],
        ),
        (
            "RFC rejected",
            |r| edit_rfc(r, "rfc", |it| it.outcome = RfcOutcome::Rejected(refusal("Risk", "Dropped"))),
            blocks(Code::RfcNotApproved, Section::Rfcs),
        ),
        (
            "RFC deferred",
            |r| edit_rfc(r, "rfc", |it| it.outcome = RfcOutcome::Deferred(refusal("Risk", "Dropped"))),
            blocks(Code::RfcNotApproved, Section::Rfcs),
        ),
        (
            "RFC to be approved tomorrow",
            |r| {
                edit_rfc(r, "rfc", |it| {
                    it.outcome =
                        RfcOutcome::Approved(rollcall::plan::RfcApproval { on: Some(TOMORROW), note: String::new() });
                })
            },
            blocks(Code::RfcNotApproved, Section::Rfcs),
        ),
        (
            "RFC approved on no day",
            |r| edit_rfc(r, "rfc", |it| it.outcome = RfcOutcome::Approved(rollcall::plan::RfcApproval::default())),
            vec![],
        ),
        ("another RFC pending", |r| add_rfc(r, RfcOutcome::Pending), advises(Code::RfcPending, Section::Rfcs)),
        (
            "another RFC rejected without reason",
            |r| add_rfc(r, RfcOutcome::Rejected(refusal("", "Dropped"))),
            advises(Code::RfcRefusalOpen, Section::Rfcs),
        ),
        (
            "another RFC deferred without next step",
            |r| add_rfc(r, RfcOutcome::Deferred(refusal("Risk", ""))),
            advises(Code::RfcRefusalOpen, Section::Rfcs),
        ),
        (
            "another RFC rejected and resubmitted",
            |r| {
                add_rfc(r, RfcOutcome::Rejected(refusal("Risk", "")));
                edit_rfc(r, "rfc", |it| it.replaces = Some(id("other")));
            },
            vec![],
        ),
        // Back-out plan.
        (
            "no back-out steps",
            |r| edit_back_out(r, |it| it.steps = Items::default()),
            blocks(Code::BackOutMissing, Section::Rollout),
        ),
        (
            "no back-out triggers",
            |r| edit_back_out(r, |it| it.triggers = Items::default()),
            advises(Code::BackOutTriggersMissing, Section::Rollout),
        ),
        (
            "back-out not tested",
            |r| edit_back_out(r, |it| it.test = None),
            blocks(Code::BackOutUntested, Section::Rollout),
        ),
        ("back-out test without a day", |r| tested(r, None, true), blocks(Code::BackOutUntested, Section::Rollout)),
        (
            "back-out test tomorrow",
            |r| tested(r, Some(TOMORROW), true),
            blocks(Code::BackOutUntested, Section::Rollout),
        ),
        ("back-out test today", |r| tested(r, Some(TODAY), true), vec![]),
        ("back-out test failed", |r| tested(r, Some(TODAY), false), blocks(Code::BackOutTestFailed, Section::Rollout)),
        (
            "back-out test to fail tomorrow",
            |r| tested(r, Some(TOMORROW), false),
            blocks(Code::BackOutUntested, Section::Rollout),
        ),
        // Rollout.
        (
            "phased without waves",
            |r| {
                change(r, Command::Waves(Edit::Remove { id: id("pilot") }));
                change(r, Command::Waves(Edit::Remove { id: id("rest") }));
            },
            advises(Code::WavesMissing, Section::Rollout),
        ),
        (
            "waves out of order",
            |r| change(r, Command::Waves(Edit::Move { id: id("rest"), to: 0 })),
            advises(Code::WavesOutOfOrder, Section::Rollout),
        ),
        (
            "wave without success criteria",
            |r| edit_wave(r, "rest", |it| it.success_criteria.clear()),
            advises(Code::WaveWithoutCriteria, Section::Rollout),
        ),
        (
            "group in no wave",
            |r| edit_wave(r, "rest", |it| it.groups.clear()),
            advises(Code::GroupWithoutWave, Section::Rollout),
        ),
        (
            "group in two waves",
            |r| edit_wave(r, "rest", |it| it.groups.push(id("auditors"))),
            advises(Code::GroupInTwoWaves, Section::Rollout),
        ),
        (
            "unimpacted group in no wave",
            |r| edit_department(r, "legal", |it| it.groups = items([group("judges")])),
            vec![],
        ),
        (
            "pull without deadline",
            |r| edit_strategy(r, |it| it.strategy.delivery = Delivery::Pull),
            advises(Code::PullWithoutDeadline, Section::Rollout),
        ),
        (
            "pull then push without deadline",
            |r| edit_strategy(r, |it| it.strategy.delivery = Delivery::PullThenPush),
            advises(Code::PullWithoutDeadline, Section::Rollout),
        ),
        (
            "parallel without switch-off",
            |r| edit_strategy(r, |it| it.strategy.approach = Approach::Parallel),
            advises(Code::SwitchOffMissing, Section::Rollout),
        ),
        (
            "no runbook",
            |r| {
                change(r, Command::Runbook(Edit::Remove { id: id("freeze") }));
                change(r, Command::Runbook(Edit::Remove { id: id("install") }));
            },
            advises(Code::RunbookMissing, Section::Rollout),
        ),
        (
            "step without owner",
            |r| edit_step(r, "install", |it| it.owner = None),
            advises(Code::StepWithoutOwner, Section::Rollout),
        ),
        (
            "the owner of both steps has left the plan",
            |r| change(r, Command::People(Edit::Remove { id: id("ben") })),
            vec![(Advice, Code::StepWithoutOwner, Section::Rollout); 2],
        ),
        ("runbook fills the window", |r| edit_step(r, "install", |it| it.duration = Minutes(480 - 30 - 55)), vec![]),
        (
            "runbook over the window",
            |r| edit_step(r, "install", |it| it.duration = Minutes(480 - 30 - 54)),
            advises(Code::WindowTooShort, Section::Rollout),
        ),
        // Acceptance criteria.
        (
            "criterion unanswered",
            |r| answer(r, Answer::Unanswered),
            blocks(Code::CriterionUnanswered, Section::Acceptance),
        ),
        ("criterion not met", |r| answer(r, Answer::NotMet), blocks(Code::CriterionNotMet, Section::Acceptance)),
        ("criterion not applicable", |r| answer(r, Answer::NotApplicable { reason: "No users".to_owned() }), vec![]),
        (
            "criterion not applicable without reason",
            |r| answer(r, Answer::NotApplicable { reason: " ".to_owned() }),
            blocks(Code::CriterionReasonMissing, Section::Acceptance),
        ),
        (
            "criterion without evidence",
            |r| edit_criterion(r, "training", |it| it.evidence = Items::default()),
            advises(Code::CriterionWithoutEvidence, Section::Acceptance),
        ),
        ("waiver until go-live", |r| answer(r, waived(GO_LIVE)), conditional(Code::WaiverInForce, Section::Acceptance)),
        (
            "waiver after go-live",
            |r| answer(r, waived(date(2026, 4, 1))),
            conditional(Code::WaiverInForce, Section::Acceptance),
        ),
        (
            "waiver until the day before go-live",
            |r| answer(r, waived(DAY_BEFORE)),
            blocks(Code::WaiverEndsBeforeGoLive, Section::Acceptance),
        ),
        ("waiver until today", |r| answer(r, waived(TODAY)), blocks(Code::WaiverEndsBeforeGoLive, Section::Acceptance)),
        ("waiver until yesterday", |r| answer(r, waived(YESTERDAY)), blocks(Code::WaiverExpired, Section::Acceptance)),
        (
            "waiver without approver",
            |r| answer(r, Answer::Waived(Waiver { approver: " ".to_owned(), ..waiver(GO_LIVE) })),
            blocks(Code::WaiverIncomplete, Section::Acceptance),
        ),
        (
            "waiver without reason",
            |r| answer(r, Answer::Waived(Waiver { reason: String::new(), ..waiver(GO_LIVE) })),
            blocks(Code::WaiverIncomplete, Section::Acceptance),
        ),
        (
            "waiver without end",
            |r| answer(r, Answer::Waived(Waiver { until: None, ..waiver(GO_LIVE) })),
            blocks(Code::WaiverIncomplete, Section::Acceptance),
        ),
        (
            "list of criteria due yesterday",
            |r| {
                change(
                    r,
                    Command::CriteriaList(Box::new(CriteriaList {
                        review: Some(YESTERDAY),
                        ..CriteriaList::default()
                    })),
                )
            },
            advises(Code::CriteriaReviewOverdue, Section::Acceptance),
        ),
        (
            "list of criteria due today",
            |r| {
                change(
                    r,
                    Command::CriteriaList(Box::new(CriteriaList { review: Some(TODAY), ..CriteriaList::default() })),
                )
            },
            vec![],
        ),
        (
            "default criterion gone",
            |r| change(r, Command::Criteria(Edit::Remove { id: id("training") })),
            blocks(Code::RemovedWithoutReason, Section::Acceptance),
        ),
        (
            "default criterion gone with a reason",
            |r| {
                change(r, Command::Criteria(Edit::Remove { id: id("training") }));
                removed(r, RemovedKind::Criterion, "training", "Nothing to learn");
            },
            advises(Code::Removed, Section::Acceptance),
        ),
        (
            "default criterion gone with a blank reason",
            |r| {
                change(r, Command::Criteria(Edit::Remove { id: id("training") }));
                removed(r, RemovedKind::Criterion, "training", " ");
            },
            blocks(Code::RemovedWithoutReason, Section::Acceptance),
        ),
        (
            "default criterion gone and another's reason",
            |r| {
                change(r, Command::Criteria(Edit::Remove { id: id("training") }));
                removed(r, RemovedKind::Gate, "training", "Nothing to learn");
            },
            vec![(Blocker, Code::RemovedWithoutReason, Section::Acceptance), (Advice, Code::Removed, Section::Gates)],
        ),
        (
            "default criterion no longer known as one",
            |r| edit_criterion(r, "training", |it| it.catalogue = None),
            blocks(Code::RemovedWithoutReason, Section::Acceptance),
        ),
        ("removed and back", |r| removed(r, RemovedKind::Criterion, "training", "Nothing to learn"), vec![]),
        (
            "no criteria, each with a reason",
            |r| {
                for entry in &CRITERIA {
                    change(r, Command::Criteria(Edit::Remove { id: id(entry.key) }));
                    removed(r, RemovedKind::Criterion, entry.key, "Small");
                }
            },
            [
                vec![(Blocker, Code::CriteriaMissing, Section::Acceptance)],
                vec![(Advice, Code::Removed, Section::Acceptance); 9],
            ]
            .concat(),
        ),
        // Quality gates.
        ("gate not held", |r| outcome(r, GateOutcome::NotHeld), blocks(Code::GateNotHeld, Section::Gates)),
        (
            "gate failed",
            |r| outcome(r, GateOutcome::Failed { on: Some(TODAY), must_change: "Log".to_owned() }),
            blocks(Code::GateFailed, Section::Gates),
        ),
        ("gate passed today", |r| outcome(r, GateOutcome::Passed { on: Some(TODAY) }), vec![]),
        (
            "gate to pass tomorrow",
            |r| outcome(r, GateOutcome::Passed { on: Some(TOMORROW) }),
            blocks(Code::GateNotHeld, Section::Gates),
        ),
        (
            "gate to pass with conditions tomorrow",
            |r| outcome(r, GateOutcome::PassedWithConditions { on: Some(TOMORROW), conditions: Items::default() }),
            blocks(Code::GateNotHeld, Section::Gates),
        ),
        (
            "gate passed with a condition",
            |r| with_conditions(r, None),
            conditional(Code::GateConditional, Section::Gates),
        ),
        ("gate passed with a condition that is met", |r| with_conditions(r, Some(TODAY)), vec![]),
        (
            "gate passed with a condition to be met tomorrow",
            |r| with_conditions(r, Some(TOMORROW)),
            conditional(Code::GateConditional, Section::Gates),
        ),
        (
            "gate passed with conditions and none written down",
            |r| outcome(r, GateOutcome::PassedWithConditions { on: Some(TODAY), conditions: Items::default() }),
            conditional(Code::GateConditional, Section::Gates),
        ),
        (
            "gate before one that it requires",
            |r| edit_gate(r, "code-review", |it| it.requires = vec![id("defect-review")]),
            vec![],
        ),
        (
            "gate held out of order",
            |r| {
                edit_gate(r, "environment-review", |it| {
                    it.outcome = GateOutcome::NotHeld;
                    it.optional = true;
                })
            },
            vec![
                (Advice, Code::GateOptionalOpen, Section::Gates),
                (Advice, Code::GateOutOfOrder, Section::Gates),
                (Advice, Code::GateOutOfOrder, Section::Gates),
            ],
        ),
        (
            "optional gate not held",
            |r| optional(r, GateOutcome::NotHeld),
            advises(Code::GateOptionalOpen, Section::Gates),
        ),
        (
            "optional gate failed",
            |r| optional(r, GateOutcome::Failed { on: None, must_change: String::new() }),
            advises(Code::GateOptionalOpen, Section::Gates),
        ),
        ("optional gate passed", |r| optional(r, GateOutcome::Passed { on: None }), vec![]),
        (
            "optional gate with a condition",
            |r| optional(r, GateOutcome::PassedWithConditions { on: None, conditions: items([condition("tidy")]) }),
            conditional(Code::GateConditional, Section::Gates),
        ),
        ("open action", |r| found(r, None), advises(Code::GateFindingOpen, Section::Gates)),
        ("action closed", |r| found(r, Some(TODAY)), vec![]),
        ("action to be closed tomorrow", |r| found(r, Some(TOMORROW)), advises(Code::GateFindingOpen, Section::Gates)),
        (
            "gate requires gates that are not in the plan",
            |r| {
                edit_gate(r, "code-review", |it| {
                    it.requires = vec![id("gone"), id("defect-review"), id("gone-too")];
                });
            },
            advises(Code::RequiredGateMissing, Section::Gates),
        ),
        (
            "gate that others require gone with a reason",
            |r| {
                change(r, Command::Gates(Edit::Remove { id: id("ops-review") }));
                removed(r, RemovedKind::Gate, "ops-review", "Nothing to run");
            },
            vec![(Advice, Code::RequiredGateMissing, Section::Gates), (Advice, Code::Removed, Section::Gates)],
        ),
        (
            "gate passed with failed points",
            |r| checklist(r, &[CheckState::Failed, CheckState::Failed]),
            advises(Code::ChecklistFailed, Section::Gates),
        ),
        (
            "gate passed with open points",
            |r| checklist(r, &[CheckState::Open, CheckState::Done]),
            advises(Code::ChecklistOpen, Section::Gates),
        ),
        (
            "gate passed with failed and open points",
            |r| checklist(r, &[CheckState::Open, CheckState::Failed]),
            advises(Code::ChecklistFailed, Section::Gates),
        ),
        (
            "gate passed with every point settled",
            |r| checklist(r, &[CheckState::Done, CheckState::NotApplicable]),
            vec![],
        ),
        (
            "gate not held with failed points",
            |r| {
                checklist(r, &[CheckState::Failed]);
                outcome(r, GateOutcome::NotHeld);
            },
            blocks(Code::GateNotHeld, Section::Gates),
        ),
        (
            "default gate gone",
            |r| change(r, Command::Gates(Edit::Remove { id: id("sponsor-review") })),
            blocks(Code::RemovedWithoutReason, Section::Gates),
        ),
        (
            "default gate gone with a reason",
            |r| {
                change(r, Command::Gates(Edit::Remove { id: id("sponsor-review") }));
                removed(r, RemovedKind::Gate, "sponsor-review", "No budget");
            },
            advises(Code::Removed, Section::Gates),
        ),
        (
            "no gates, each with a reason",
            |r| {
                for entry in &GATES {
                    change(r, Command::Gates(Edit::Remove { id: id(entry.key) }));
                    removed(r, RemovedKind::Gate, entry.key, "Small");
                }
            },
            [vec![(Blocker, Code::GatesMissing, Section::Gates)], vec![(Advice, Code::Removed, Section::Gates); 7]]
                .concat(),
        ),
        (
            "required gate without signatories",
            |r| edit_gate(r, "code-review", |it| it.signatories = Items::default()),
            blocks(Code::SignOffMissing, Section::Gates),
        ),
        (
            "optional gate without signatories",
            |r| {
                edit_gate(r, "code-review", |it| {
                    it.optional = true;
                    it.signatories = Items::default();
                })
            },
            vec![],
        ),
        (
            "required gate whose last signatory went with a reason",
            |r| {
                edit_gate(r, "code-review", |it| it.signatories = Items::default());
                removed(r, RemovedKind::Signatory, "code-review:1", "Nobody left");
            },
            advises(Code::Removed, Section::Gates),
        ),
        (
            "another gate's signatory went with a reason",
            |r| {
                edit_gate(r, "code-review", |it| it.signatories = Items::default());
                removed(r, RemovedKind::Signatory, "code-review-2:1", "Nobody left");
            },
            vec![(Blocker, Code::SignOffMissing, Section::Gates), (Advice, Code::Removed, Section::Gates)],
        ),
        // Sign-offs of gates. These keep the signatures as they are.
        (
            "signed before: sign-off missing",
            |r| edit_gate(r, "code-review", |it| it.sign_offs = Items::default()),
            blocks(Code::SignOffMissing, Section::Gates),
        ),
        ("signed before: sign-off stale", |r| stale_gate(r), blocks(Code::SignOffStale, Section::Gates)),
        (
            "signed before: sign-off corrupt",
            |r| first_sign_off(r, |it| it.content.push(' ')),
            blocks(Code::SignOffCorrupt, Section::Gates),
        ),
        (
            "signed before: sign-off of tomorrow",
            |r| first_sign_off(r, |it| it.on = Some(TOMORROW)),
            blocks(Code::SignOffMissing, Section::Gates),
        ),
        ("signed before: sign-off of today", |r| first_sign_off(r, |it| it.on = Some(TODAY)), vec![]),
        (
            "signed before: sign-off without a day",
            |r| first_sign_off(r, |it| it.on = None),
            blocks(Code::SignOffMissing, Section::Gates),
        ),
        (
            "signed before: sign-off without a name",
            |r| first_sign_off(r, |it| it.name = " ".to_owned()),
            blocks(Code::SignOffMissing, Section::Gates),
        ),
        (
            "signed before: sign-off of a person without a name",
            |r| {
                first_sign_off(r, |it| {
                    it.name.clear();
                    it.person = Some(id("ana"));
                })
            },
            blocks(Code::SignOffMissing, Section::Gates),
        ),
        (
            "signed before: sign-off for another role",
            |r| first_sign_off(r, |it| it.role = "Tester".to_owned()),
            blocks(Code::SignOffMissing, Section::Gates),
        ),
        (
            "signed before: role in other letters",
            |r| first_sign_off(r, |it| it.role = " SENIOR developer ".to_owned()),
            vec![],
        ),
        (
            "signed before: one stale and one that holds",
            |r| {
                edit_gate(r, "code-review", |it| {
                    it.sign_offs.push(signature("old", "Senior developer", "{}"));
                })
            },
            vec![],
        ),
        (
            "signed before: optional gate whose sign-off is missing",
            |r| {
                edit_gate(r, "code-review", |it| it.sign_offs = Items::default());
                edit_gate(r, "code-review", |it| it.optional = true);
                sign_board(r);
            },
            advises(Code::SignOffMissing, Section::Gates),
        ),
        (
            "signed before: optional gate whose sign-off is stale",
            |r| {
                stale_gate(r);
                edit_gate(r, "code-review", |it| it.optional = true);
                sign_board(r);
            },
            advises(Code::SignOffStale, Section::Gates),
        ),
        // Defects.
        (
            "defect undecided",
            |r| decided(r, DefectDecision::Undecided),
            blocks(Code::DefectUndecided, Section::Defects),
        ),
        (
            "defect to be fixed",
            |r| decided(r, DefectDecision::Fix { fixed: None }),
            blocks(Code::DefectNotFixed, Section::Defects),
        ),
        ("defect fixed today", |r| decided(r, DefectDecision::Fix { fixed: Some(TODAY) }), vec![]),
        (
            "defect to be fixed tomorrow",
            |r| decided(r, DefectDecision::Fix { fixed: Some(TOMORROW) }),
            blocks(Code::DefectNotFixed, Section::Defects),
        ),
        (
            "defect postpones",
            |r| decided(r, DefectDecision::Postpone { reason: "Data".to_owned() }),
            blocks(Code::DefectPostpones, Section::Defects),
        ),
        (
            "workaround not written down",
            |r| decided(r, DefectDecision::Workaround),
            blocks(Code::DefectWithoutWorkaround, Section::Defects),
        ),
        (
            "known error without symptoms",
            |r| edit_defect(r, "flicker", |it| it.known_error.symptoms.clear()),
            advises(Code::KnownErrorIncomplete, Section::Defects),
        ),
        (
            "known error without quick fix",
            |r| edit_defect(r, "flicker", |it| it.known_error.quick_fix.clear()),
            advises(Code::KnownErrorIncomplete, Section::Defects),
        ),
        (
            "known error without code",
            |r| edit_defect(r, "flicker", |it| it.known_error.desk_code.clear()),
            advises(Code::KnownErrorIncomplete, Section::Defects),
        ),
        (
            "defect removed with a reason",
            |r| {
                change(r, Command::Defects(Edit::Remove { id: id("rounding") }));
                removed(r, RemovedKind::Defect, "rounding", "A duplicate");
            },
            advises(Code::Removed, Section::Defects),
        ),
        (
            "defect removed with a blank reason",
            |r| {
                change(r, Command::Defects(Edit::Remove { id: id("rounding") }));
                removed(r, RemovedKind::Defect, "rounding", "");
            },
            blocks(Code::RemovedWithoutReason, Section::Defects),
        ),
        // Governance rules.
        ("first of type goes Big Bang", big_bang, blocks(Code::RuleBroken, Section::Rules)),
        ("first of type goes in phases", |r| edit_identity(r, |it| it.first_of_type = true), vec![]),
        (
            "first of type without strategy",
            |r| {
                edit_identity(r, |it| it.first_of_type = true);
                change(r, Command::Strategy(Box::default()));
            },
            vec![(Blocker, Code::StrategyMissing, Section::Strategy), (Blocker, Code::RuleUnknown, Section::Rules)],
        ),
        (
            "rule broken with a waiver",
            |r| {
                big_bang(r);
                edit_rule(r, "first-of-type-not-big-bang", |it| it.waiver = Some(waiver(GO_LIVE)));
            },
            conditional(Code::WaiverInForce, Section::Rules),
        ),
        (
            "rule broken with a waiver that ends too early",
            |r| {
                big_bang(r);
                edit_rule(r, "first-of-type-not-big-bang", |it| it.waiver = Some(waiver(DAY_BEFORE)));
            },
            blocks(Code::WaiverEndsBeforeGoLive, Section::Rules),
        ),
        (
            "rule broken with a waiver that has ended",
            |r| {
                big_bang(r);
                edit_rule(r, "first-of-type-not-big-bang", |it| it.waiver = Some(waiver(YESTERDAY)));
            },
            blocks(Code::WaiverExpired, Section::Rules),
        ),
        (
            "rule broken with half a waiver",
            |r| {
                big_bang(r);
                edit_rule(r, "first-of-type-not-big-bang", |it| it.waiver = Some(Waiver::default()));
            },
            blocks(Code::WaiverIncomplete, Section::Rules),
        ),
        ("rule met with a waiver", |r| edit_rule(r, "floor-walkers", |it| it.waiver = Some(waiver(YESTERDAY))), vec![]),
        (
            "department without floor walkers",
            |r| edit_department(r, "finance", |it| it.floor_walkers.clear()),
            blocks(Code::RuleBroken, Section::Rules),
        ),
        (
            "department with unknown floor walkers",
            |r| edit_department(r, "finance", |it| it.floor_walkers = vec![id("nobody")]),
            blocks(Code::RuleBroken, Section::Rules),
        ),
        (
            "no departments",
            |r| {
                change(r, Command::Departments(Edit::Remove { id: id("finance") }));
                change(r, Command::Departments(Edit::Remove { id: id("legal") }));
            },
            blocks(Code::RuleUnknown, Section::Rules),
        ),
        (
            "department removed with a reason",
            |r| {
                change(r, Command::Departments(Edit::Remove { id: id("finance") }));
                removed(r, RemovedKind::Department, "finance", "Sold");
            },
            advises(Code::Removed, Section::People),
        ),
        (
            "department not impacted any more, with a reason",
            |r| {
                edit_department(r, "finance", |it| it.impacted = false);
                removed(r, RemovedKind::Impact, "finance", "They stay on paper");
            },
            advises(Code::Removed, Section::People),
        ),
        (
            "department not impacted any more, with a blank reason",
            |r| {
                edit_department(r, "finance", |it| it.impacted = false);
                removed(r, RemovedKind::Impact, "finance", " ");
            },
            blocks(Code::RemovedWithoutReason, Section::People),
        ),
        (
            "default rule gone",
            |r| change(r, Command::Rules(Edit::Remove { id: id("floor-walkers") })),
            blocks(Code::RemovedWithoutReason, Section::Rules),
        ),
        (
            "default rule gone with a reason",
            |r| {
                change(r, Command::Rules(Edit::Remove { id: id("floor-walkers") }));
                removed(r, RemovedKind::Rule, "floor-walkers", "All at home");
            },
            advises(Code::Removed, Section::Rules),
        ),
        (
            "rule with a value that cannot be",
            |r| own_rule(r, Fact::Approach, Operator::IsNot, "Big Bang"),
            blocks(Code::RuleUnknown, Section::Rules),
        ),
        (
            "rule without a value",
            |r| own_rule(r, Fact::Waves, Operator::AtMost, ""),
            blocks(Code::RuleUnknown, Section::Rules),
        ),
        ("rule broken", |r| own_rule(r, Fact::Waves, Operator::AtLeast, "3"), blocks(Code::RuleBroken, Section::Rules)),
        ("rule met", |r| own_rule(r, Fact::Waves, Operator::AtLeast, "2"), vec![]),
        // The Board.
        (
            "seat vacant",
            |r| change(r, Command::Members(Edit::Remove { id: id("project_office") })),
            advises(Code::SeatVacant, Section::Board),
        ),
        (
            "seat of somebody who has left the plan",
            |r| edit_member(r, "project_office", Some("nobody"), " "),
            advises(Code::SeatVacant, Section::Board),
        ),
        (
            "seat without a name",
            |r| edit_member(r, "project_office", None, ""),
            advises(Code::SeatVacant, Section::Board),
        ),
        ("seat of a registered person", |r| edit_member(r, "project_office", Some("eva"), ""), vec![]),
        ("seat of a name", |r| edit_member(r, "project_office", Some("nobody"), "Olga"), vec![]),
        (
            "quorum missing",
            |r| {
                for member in ["project_office", "senior_it", "change_manager"] {
                    change(r, Command::Votes(Edit::Remove { id: id(member) }));
                }
            },
            advises(Code::QuorumMissing, Section::Board),
        ),
        ("no decision yet", |r| change(r, Command::Decision(Box::new(None))), vec![]),
        (
            "decision departs",
            |r| edit_decision(r, |it| it.verdict = Verdict::NoGo),
            advises(Code::DepartureUnexplained, Section::Board),
        ),
        (
            "decision departs and says why",
            |r| {
                edit_decision(r, |it| {
                    it.verdict = Verdict::NoGo;
                    it.explanation = "Strike".to_owned();
                })
            },
            vec![],
        ),
        (
            "condition of the Board",
            |r| edit_decision(r, |it| it.conditions = items([condition("watch")])),
            advises(Code::BoardConditionOpen, Section::Board),
        ),
        (
            "condition of the Board met",
            |r| {
                edit_decision(r, |it| {
                    it.conditions = items([rollcall::plan::Condition { met: Some(TODAY), ..condition("watch") }]);
                })
            },
            vec![],
        ),
        (
            "risk without response",
            |r| edit_risk(r, "volume", |it| it.response.clear()),
            advises(Code::RiskWithoutResponse, Section::Board),
        ),
        (
            "signed before: senior IT missing",
            |r| change(r, Command::BoardSignOffs(Edit::Remove { id: id("senior_it") })),
            blocks(Code::SeniorSignOffMissing, Section::Board),
        ),
        (
            "signed before: senior business missing",
            |r| change(r, Command::BoardSignOffs(Edit::Remove { id: id("senior_business") })),
            blocks(Code::SeniorSignOffMissing, Section::Board),
        ),
        (
            "signed before: both stale",
            |r| edit_risk(r, "volume", |it| it.response = "Wait".to_owned()),
            vec![(Blocker, Code::SeniorSignOffStale, Section::Board); 2],
        ),
        (
            "signed before: senior sign-off corrupt",
            |r| edit_board_sign_off(r, "senior_it", |it| it.sha256.clear()),
            blocks(Code::SignOffCorrupt, Section::Board),
        ),
        (
            "signed before: senior sign-off without a name",
            |r| edit_board_sign_off(r, "senior_it", |it| it.name.clear()),
            blocks(Code::SeniorSignOffMissing, Section::Board),
        ),
        (
            "signed before: senior sign-off of another role",
            |r| edit_board_sign_off(r, "senior_it", |it| it.role = "project_office".to_owned()),
            blocks(Code::SeniorSignOffMissing, Section::Board),
        ),
    ]
}

fn refusal(reason: &str, what_next: &str) -> RfcRefusal {
    RfcRefusal { on: Some(TODAY), reason: reason.to_owned(), what_next: what_next.to_owned() }
}

fn add_rfc(release: &mut Release, outcome: RfcOutcome) {
    change(release, Command::Rfcs(Edit::add(Rfc { id: id("other"), outcome, ..Rfc::default() })));
}

fn group(key: &str) -> UserGroup {
    UserGroup { id: id(key), size: Count(3), ..UserGroup::default() }
}

fn tested(release: &mut Release, on: Option<Date>, worked: bool) {
    edit_back_out(release, |it| it.test = Some(BackOutTest { on, worked, ..BackOutTest::default() }));
}

pub fn answer(release: &mut Release, answer: Answer) {
    edit_criterion(release, "training", |it| it.answer = answer);
}

pub fn waiver(until: Date) -> Waiver {
    Waiver { approver: "Board".to_owned(), reason: "Small".to_owned(), until: Some(until) }
}

pub fn waived(until: Date) -> Answer {
    Answer::Waived(waiver(until))
}

fn removed(release: &mut Release, kind: RemovedKind, key: &str, reason: &str) {
    let said = |text: &str| text.to_owned();
    let at = id(&format!("removal-{}", release.removals.len()));
    let removal = Removal { id: at, kind, key: said(key), name: said(key), reason: said(reason), ..Removal::default() };
    change(release, Command::Removals(Edit::add(removal)));
}

fn outcome(release: &mut Release, outcome: GateOutcome) {
    // The last gate: none requires it, so that no other finding follows.
    edit_gate(release, "sponsor-review", |it| it.outcome = outcome);
}

fn checklist(release: &mut Release, states: &[CheckState]) {
    let numbered = states.iter().zip(1..);
    let point = |(state, at): (&CheckState, i32)| ChecklistItem {
        id: id(&at.to_string()),
        state: *state,
        ..ChecklistItem::default()
    };
    edit_gate(release, "sponsor-review", |it| it.checklist = numbered.map(point).collect());
}

fn optional(release: &mut Release, of: GateOutcome) {
    outcome(release, of);
    edit_gate(release, "sponsor-review", |it| it.optional = true);
}

fn with_conditions(release: &mut Release, met: Option<Date>) {
    let tidy = rollcall::plan::Condition { met, ..condition("tidy") };
    outcome(release, GateOutcome::PassedWithConditions { on: Some(TODAY), conditions: items([tidy]) });
}

fn found(release: &mut Release, closed: Option<Date>) {
    let finding = Action { id: id("f"), text: "Log errors".to_owned(), closed, ..Action::default() };
    edit_gate(release, "code-review", |it| it.findings.push(finding));
}

fn edit_member(release: &mut Release, key: &str, person: Option<&str>, name: &str) {
    let member = release.board.members.get(id(key)).unwrap().clone();
    let member = BoardMember { person: person.map(id), name: name.to_owned(), ..member };
    change(release, Command::Members(Edit::replace(member)));
}

fn first_sign_off(release: &mut Release, edit: impl FnOnce(&mut SignOff)) {
    edit_gate(release, "code-review", |it| edit(it.sign_offs.iter_mut().next().unwrap()));
}

/// The code review was signed before its checklist changed; the Board signed afterwards.
pub fn stale_gate(release: &mut Release) {
    edit_gate(release, "code-review", |it| it.checklist = without(&it.checklist, "1"));
}

pub fn decided(release: &mut Release, decision: DefectDecision) {
    edit_defect(release, "rounding", |it| it.decision = decision);
}

pub fn big_bang(release: &mut Release) {
    edit_identity(release, |it| it.first_of_type = true);
    edit_strategy(release, |it| it.strategy.approach = Approach::BigBang);
}

pub fn own_rule(release: &mut Release, fact: Fact, operator: Operator, value: &str) {
    let then = Clause { fact, operator, value: value.to_owned() };
    change(release, Command::Rules(Edit::add(GovernanceRule { id: id("own"), then, ..GovernanceRule::default() })));
}
