//! Findings as sentences: what it is, and why it matters.

use jiff::civil::Date;

use super::day::day;
use crate::readiness::{Code, Finding};

/// What a finding says, as a sentence.
#[must_use]
pub fn what(finding: &Finding) -> String {
    let (s, d) = (&quoted(&finding.subject), finding.detail.trim());
    let on = &spelled_out(d);
    match finding.code {
        Code::WindowMissing => "No go-live window is planned.".to_owned(),
        Code::WindowPast => format!("The planned window ended on {on}."),
        Code::ReleaseManagerMissing => "Nobody is named as release manager.".to_owned(),
        Code::StrategyMissing => "No rollout strategy is chosen.".to_owned(),
        Code::StrategyRationaleMissing => "The chosen strategy has no rationale.".to_owned(),
        Code::RfcNotApproved if finding.subject.trim().is_empty() => "There is no approved RFC.".to_owned(),
        Code::RfcNotApproved => format!("There is no approved RFC; {s} waits for the CAB."),
        Code::RfcPending => format!("RFC {} waits for the CAB.", numbered(d, s)),
        Code::RfcRefusalOpen => {
            format!("RFC {} was refused, and the reason or the next step is missing.", numbered(d, s))
        }
        Code::BackOutMissing => "The back-out plan has no steps.".to_owned(),
        Code::BackOutTriggersMissing => "The back-out plan has no triggers.".to_owned(),
        Code::BackOutUntested => "The back-out plan has not been tested.".to_owned(),
        Code::BackOutTestFailed => format!("The test of the back-out plan on {on} failed."),
        Code::WavesMissing => "The rollout is phased and has no waves.".to_owned(),
        Code::WavesOutOfOrder => format!("Wave {s} starts before {}, which precedes it.", quoted(d)),
        Code::WaveWithoutCriteria => format!("Wave {s} has no success criteria."),
        Code::GroupWithoutWave => format!("Group {s} of {} is in no wave.", or(d, "no department")),
        Code::GroupInTwoWaves => format!("Group {s} of {} is in more than one wave.", or(d, "no department")),
        Code::PullWithoutDeadline => "The pull has no deadline.".to_owned(),
        Code::SwitchOffMissing => "Nothing says when the old configuration is switched off.".to_owned(),
        Code::RunbookMissing => "There is no runbook.".to_owned(),
        Code::StepWithoutOwner => format!("Runbook step {s} has no owner."),
        Code::WindowTooShort => format!("Runbook and back-out together run {} over the window.", or(d, "some time")),
        Code::DateInBlackout => format!("{} falls into {}, when nothing may be deployed.", finding.subject, quoted(d)),
        Code::DateNotWorking => format!("{} is planned on {on}, when nobody works.", finding.subject),
        Code::DatePast => format!("{} was planned on {on}, and has not come about.", finding.subject),
        Code::DateAfterGoLive => format!("{} is planned on {on}, after go-live.", finding.subject),
        Code::CriteriaMissing => "There are no acceptance criteria.".to_owned(),
        Code::CriterionUnanswered => format!("Criterion {s} has no answer."),
        Code::CriterionNotMet => format!("Criterion {s} is not met."),
        Code::CriterionReasonMissing => format!("Criterion {s} is marked not applicable without a reason."),
        Code::CriterionWithoutEvidence => format!("Criterion {s} is met without evidence."),
        Code::CriteriaReviewOverdue => format!("The list of criteria was due for review on {on}."),
        Code::WaiverIncomplete => format!("The waiver for {s} lacks its approver, reason or last day."),
        Code::WaiverExpired => format!("The waiver for {s} ended on {on}."),
        Code::WaiverEndsBeforeGoLive => format!("The waiver for {s} ends on {on}, before go-live."),
        Code::WaiverInForce => format!("{s} is waived until {on}."),
        Code::GatesMissing => "There are no quality gates.".to_owned(),
        Code::GateNotHeld => format!("Gate {s} has not been held."),
        Code::GateFailed => format!("Gate {s} failed{}.", after_colon(d)),
        Code::GateConditional => format!("Gate {s} passed with conditions{}.", after_colon(d)),
        Code::GateOptionalOpen => format!("Optional gate {s} has not passed."),
        Code::GateOutOfOrder => format!("Gate {s} passed before {}, which it requires.", quoted(d)),
        Code::SignOffMissing if d.is_empty() => format!("Gate {s} has no role that signs it."),
        Code::SignOffMissing => format!("Gate {s}: the {} has not signed.", lower_first(d)),
        Code::SignOffStale => {
            format!("Gate {s}: the plan has changed since the {} signed.", lower_first(or(d, "signer")))
        }
        Code::SignOffCorrupt => {
            format!("{s}: what the {} signed does not match its digest.", lower_first(or(d, "signer")))
        }
        Code::GateFindingOpen => format!("Open action from {}{}", quoted(d), in_own_words(&finding.subject)),
        Code::ChecklistFailed => format!("Gate {s} passed with {} on its checklist.", or(d, "failed points")),
        Code::ChecklistOpen => format!("Gate {s} passed with {} on its checklist.", or(d, "open points")),
        Code::RequiredGateMissing => format!("Gate {s} requires a gate that is not in the plan."),
        Code::DefectUndecided => format!("Defect {s} is undecided."),
        Code::DefectNotFixed => format!("Defect {s} is to be fixed before the release and is still open."),
        Code::DefectPostpones => format!("Defect {s} postpones the release{}.", after_colon(d)),
        Code::DefectWithoutWorkaround => format!("Defect {s} goes live with a workaround that is not written down."),
        Code::KnownErrorIncomplete => format!("Known error {s} has no {}.", or(d, "documentation")),
        Code::RuleBroken => format!("The plan breaks the rule {s}."),
        Code::RuleUnknown => {
            format!("The plan does not show that it meets the rule {s}: {} is not known yet.", or(d, "a fact"))
        }
        Code::SeatVacant => {
            format!("The Release Board has no {}.", lower_first(or(&finding.subject, "holder for a seat")))
        }
        Code::SeniorSignOffMissing => format!("{} has not signed the plan.", or(&finding.subject, "A senior manager")),
        Code::SeniorSignOffStale => {
            format!("The plan has changed since {} signed.", lower_first(or(&finding.subject, "a senior manager")))
        }
        Code::QuorumMissing => format!("The Board decided with {} votes of its quorum.", or(d, "too few")),
        Code::DepartureUnexplained => {
            let (decided, says) = (or(&finding.subject, "otherwise"), or(d, "something else"));
            format!("The Board decided {decided}; the plan says {says}, and nobody explains why.")
        }
        Code::BoardConditionOpen if d.is_empty() => format!("Condition of the Board{}", in_own_words(&finding.subject)),
        Code::BoardConditionOpen => format!("Condition of the Board, until {on}{}", in_own_words(&finding.subject)),
        Code::RiskWithoutResponse => format!("Risk {s} has no response."),
        Code::Removed => format!("{s} was removed from the plan{}", in_own_words(d)),
        Code::RemovedWithoutReason => format!("{s} is not in the plan, and nobody says why."),
    }
}

/// Why a finding matters.
#[must_use]
pub fn why(code: Code) -> &'static str {
    match code {
        Code::WindowMissing => "Waivers, windows and messages all hang on the day of go-live.",
        Code::WindowPast => "Either the release is live, or it has slipped.",
        Code::ReleaseManagerMissing => "Actions without an owner come to the release manager.",
        Code::StrategyMissing => "Nobody can judge a rollout before it is known who gets it when, and how.",
        Code::StrategyRationaleMissing => "The Board will ask why this way and not another.",
        Code::RfcNotApproved => "Nothing is changed in production without the approval of the CAB.",
        Code::RfcPending => "A later refusal would take part of the release away.",
        Code::RfcRefusalOpen => "A refusal that nobody learns from comes back.",
        Code::BackOutMissing | Code::BackOutUntested | Code::BackOutTestFailed => {
            "Without a proven way back, a failure stays until somebody finds one."
        }
        Code::BackOutTriggersMissing => "In the night of go-live nobody should have to invent when to go back.",
        Code::WavesMissing | Code::GroupWithoutWave => "Whoever is in no wave does not receive the release.",
        Code::WavesOutOfOrder => "A wave is judged before the next one starts.",
        Code::WaveWithoutCriteria => "Without a criterion nobody can say whether the next wave may start.",
        Code::GroupInTwoWaves => "A group receives the release once.",
        Code::PullWithoutDeadline => "Some never install what they may install at any time.",
        Code::SwitchOffMissing => "Running two systems ends only when it is agreed what ends it.",
        Code::RunbookMissing | Code::StepWithoutOwner => "Each step needs somebody who will be there.",
        Code::WindowTooShort => "Once the last step has failed there is no time left to go back.",
        Code::DateInBlackout => "The organisation has said why nothing changes in that time.",
        Code::DateNotWorking => "Whoever is needed may not be there.",
        Code::DatePast => "A plan that is behind its own days tells nobody when things happen.",
        Code::DateAfterGoLive => "It is asked for before the release goes live.",
        Code::CriteriaMissing | Code::CriterionUnanswered | Code::CriterionReasonMissing => {
            "What nobody has answered does not count as met."
        }
        Code::CriterionNotMet => "A criterion is met, or somebody accepts for a time that it is not.",
        Code::CriterionWithoutEvidence => "The Board can only believe it, not see it.",
        Code::CriteriaReviewOverdue => "A list that nobody looks at any more asks for the wrong things.",
        Code::WaiverIncomplete => "A waiver says who accepts what, why, and until when.",
        Code::WaiverExpired => "From the day after its last a waiver counts for nothing.",
        Code::WaiverEndsBeforeGoLive => "On the day of go-live it would no longer hold.",
        Code::WaiverInForce => "What is waived is still to be done.",
        Code::GatesMissing | Code::GateNotHeld => "A required gate is passed, not passed by.",
        Code::GateFailed => "What the gate asked for is still missing.",
        Code::GateConditional => "The gate let the release through on a promise.",
        Code::GateOptionalOpen => "It may stay open; it is good to know that it does.",
        Code::GateOutOfOrder => "It judged on the results of a review that had not been held.",
        Code::SignOffMissing | Code::SeniorSignOffMissing => "Whoever answers for it has not accepted it yet.",
        Code::SignOffStale | Code::SeniorSignOffStale => {
            "A signature holds for what was signed, not for what came after."
        }
        Code::SignOffCorrupt => "The file was changed by other means than Rollcall.",
        Code::GateFindingOpen => "The gate sent it back to be done.",
        Code::ChecklistFailed => "What the gate looked at was found wanting, and it passed all the same.",
        Code::ChecklistOpen => "What nobody looked at does not count as seen.",
        Code::RequiredGateMissing => "Nothing is held before it in place of the gate that is gone.",
        Code::DefectUndecided => "The Board must know whether the release waits for it.",
        Code::DefectNotFixed => "It was decided that the release does not go live with it.",
        Code::DefectPostpones => "It was decided that the release waits.",
        Code::DefectWithoutWorkaround => "A known error without a workaround is a defect that nobody decided on.",
        Code::KnownErrorIncomplete => "The service desk meets it first.",
        Code::RuleBroken | Code::RuleUnknown => {
            "The rule is the organisation's own: the plan meets it, or a dated waiver on the page of the rules sets it aside."
        }
        Code::SeatVacant => "That point of view is missing from the decision.",
        Code::QuorumMissing => "A decision of too few can be called into question.",
        Code::DepartureUnexplained => "Whoever reads the pack later will ask.",
        Code::BoardConditionOpen => "The Board said yes on this condition.",
        Code::RiskWithoutResponse => "A risk that nobody answers is only waited for.",
        Code::Removed => "It would have been asked for otherwise.",
        Code::RemovedWithoutReason => "Leaving a default out is a decision, and needs its reason.",
    }
}

/// A name in quotation marks, or that there is none.
fn quoted(name: &str) -> String {
    match name.trim() {
        "" => "(no name)".to_owned(),
        name => format!("“{name}”"),
    }
}

/// An RFC's number before its title, where it has one.
fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number} {title}") }
}

/// A text, or what stands for it where it is blank.
fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    match text.trim() {
        "" => otherwise,
        text => text,
    }
}

/// A day as people say it.
fn spelled_out(detail: &str) -> String {
    detail.parse::<Date>().map_or_else(|_| "an unknown day".to_owned(), day)
}

fn after_colon(detail: &str) -> String {
    if detail.is_empty() { String::new() } else { format!(": {}", detail.trim_end_matches('.')) }
}

/// The end of a sentence that the user wrote; a full stop where nothing was written.
fn in_own_words(words: &str) -> String {
    match words.trim() {
        "" => ".".to_owned(),
        words => format!(": {words}"),
    }
}

/// A role within a sentence: "test lead", "senior IT management", but "QA lead" and "DevOps lead".
#[must_use]
pub fn lower_first(role: &str) -> String {
    let mut letters = role.chars();
    let first = letters.next();
    let word = role.split_whitespace().next().unwrap_or_default();
    match first {
        Some(first) if !word.chars().skip(1).any(char::is_uppercase) => {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => role.to_owned(),
    }
}
