//! Findings as sentences: what it is, and why it matters.

use jiff::civil::Date;

use super::day::day;
use crate::days::FromText;
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
        Code::StrategyRationaleMissing if finding.subject.trim().is_empty() => {
            "The chosen strategy has no rationale.".to_owned()
        }
        Code::StrategyRationaleMissing => {
            format!("The chosen strategy is not the advisor's, which is {s}, and has no rationale.")
        }
        Code::ForecastMissing => "No forecast of the rollout is recorded for the Board.".to_owned(),
        Code::ForecastStale => format!("The forecast{} no longer is about this plan.", recorded_on(d)),
        Code::RfcNotApproved if finding.subject.trim().is_empty() => "There is no approved RFC.".to_owned(),
        Code::RfcNotApproved => format!("There is no approved RFC; {s} waits for the CAB."),
        Code::RfcPending => format!("RFC {} waits for the CAB.", numbered(d, s)),
        Code::RfcOverdue => format!("RFC {s} was due before the CAB on {on}; what came of it is missing."),
        Code::RfcIncomplete => format!("RFC {s} is not ready for the CAB{}.", after_colon(d)),
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
        Code::GroupWithoutSize => format!("Nobody says how many group {s} of {} is.", or(d, "no department")),
        Code::PilotTooSmall if d.is_empty() => {
            format!("Wave {s} cannot show the defect for certain, however large it is.")
        }
        Code::PilotTooSmall => {
            format!("Wave {s} is too small to show the defect that it is to show; {d} would have to be in it.")
        }
        Code::PushAtWork if d.is_empty() => "The push runs in working hours.".to_owned(),
        Code::PushAtWork => format!("The push runs in working hours and interrupts some {d}."),
        Code::PushTooLong if d.is_empty() => {
            format!("Installing takes longer than the daily window of the push to {} is open.", site(&finding.subject))
        }
        Code::PushTooLong => {
            format!("The push to {} takes {d} windows and is not done in time.", site(&finding.subject))
        }
        Code::ServersOverloaded => {
            format!(
                "In the busiest hour of the pull the servers are asked for {} of what they give out.",
                or(d, "more than all")
            )
        }
        Code::ForcedPushTooLong => {
            format!("The push to the rest after the deadline does not fit its window of {}.", or(d, "some time"))
        }
        Code::PullWithoutDeadline => "The pull has no deadline.".to_owned(),
        Code::WavePastDeadline => format!("By its own days wave {s} has until {on}, after the deadline of all."),
        Code::SwitchOffMissing => "Nothing says when the old configuration is switched off.".to_owned(),
        Code::RunbookMissing => "There is no runbook.".to_owned(),
        Code::StepWithoutOwner => format!("Runbook step {s} has no owner."),
        Code::EstimateOutOfOrder => format!("The estimate of runbook step {s} is out of order."),
        Code::WindowTooShort => format!("Runbook and back-out together run {} over the window.", or(d, "some time")),
        Code::DateInBlackout => format!("{} falls into {}, when nothing may be deployed.", day_of(finding), quoted(d)),
        Code::DateNotWorking => format!("{} is planned on {on}, when nobody works.", day_of(finding)),
        Code::DatePast => format!("{} was planned on {on}, and has not come about.", day_of(finding)),
        Code::DateAfterGoLive => format!("{} is planned on {on}, after go-live.", day_of(finding)),
        Code::EnvironmentsMissing => "No environment is registered.".to_owned(),
        Code::ProductionMissing => "No production environment is registered to compare the others with.".to_owned(),
        Code::EnvironmentOverdue if d.is_empty() => format!("Environment {s} has never been refreshed."),
        Code::EnvironmentOverdue => format!("Environment {s} was due for a refresh on {on}."),
        Code::EnvironmentUnfit => format!("Environment {s} is not fit for purpose."),
        Code::EnvironmentDrift => format!("Environment {s} differs from production in {}.", or(d, "some parts")),
        Code::CriteriaMissing => "There are no acceptance criteria.".to_owned(),
        Code::CriterionUnanswered => format!("Criterion {s} has no answer."),
        Code::CriterionNotMet => format!("Criterion {s} is not met."),
        Code::CriterionReasonMissing => format!("Criterion {s} is marked not applicable without a reason."),
        Code::CriterionWithoutEvidence => format!("Criterion {s} is met without evidence."),
        Code::EvidenceContradicts => format!("Criterion {s} is answered as met, and {} says otherwise.", quoted(d)),
        Code::CriteriaReviewOverdue => format!("The list of criteria was due for review on {on}."),
        Code::WaiverIncomplete => format!("The waiver for {s} lacks its approver, reason or last day."),
        Code::WaiverExpired => format!("The waiver for {s} ended on {on}."),
        Code::WaiverEndsBeforeGoLive => format!("The waiver for {s} ends on {on}, before go-live."),
        Code::WaiverInForce => format!("{s} is waived until {on}."),
        Code::GatesMissing => "There are no quality gates.".to_owned(),
        Code::GateNotHeld => format!("Gate {s} has not been held."),
        Code::GateFailed => format!("Gate {s} failed{}.", after_colon(d)),
        Code::GateConditional => format!("Gate {s} passed with conditions{}.", after_colon(d)),
        Code::GateConditionOverdue => format!("The condition {} of gate {s} is overdue.", quoted(d)),
        Code::GateConditionIncomplete => format!("A condition of gate {s} has no {}.", or(d, "owner or day")),
        Code::GateOverdue => format!("Gate {s} was to be held by {on}."),
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
        Code::ChecklistUnticked => format!("Gate {s} passed, and the plan does not bear it out{}.", after_colon(d)),
        Code::RequiredGateMissing => format!("Gate {s} requires a gate that is not in the plan."),
        Code::DefectUndecided => format!("Defect {s} is undecided."),
        Code::DefectNotFixed => format!("Defect {s} is to be fixed before the release and is still open."),
        Code::DefectPostpones => format!("Defect {s} postpones the release{}.", after_colon(d)),
        Code::DefectWithoutWorkaround => format!("Defect {s} goes live with a workaround that is not written down."),
        Code::KnownErrorIncomplete => format!("Known error {s} has no {}.", or(d, "documentation")),
        Code::TrainingMissing if finding.subject.trim().is_empty() => "Nobody is named to be trained.".to_owned(),
        Code::TrainingMissing => format!("{s} is not among those to be trained."),
        Code::TrainingGap if d.is_empty() => format!("Nobody knows how many people {s} has to be trained."),
        Code::TrainingGap => format!("{s} is not adequately trained: {d}."),
        Code::TrainingSeats if d.is_empty() => format!("{s} has no training session in time."),
        Code::TrainingSeats => format!("There are too few seats for {s}: {d}."),
        Code::TrainingLate => format!("Training session {s} comes after go-live for {}.", or(d, "its audience")),
        Code::TrainingTwoSystems => format!("{s} will have two systems and is not taught both."),
        Code::TrainingSessionIncomplete => format!("Training session {s} lacks: {}.", or(d, "something")),
        Code::TrainingAttendance => {
            format!("The attendance of training session {s} does not add up{}.", after_colon(d))
        }
        Code::ReviewNotHeld => "The readiness review has not been held.".to_owned(),
        Code::ReviewPointOpen if finding.subject.trim().is_empty() && d.is_empty() => {
            "The readiness review was held without a point to look at.".to_owned()
        }
        Code::ReviewPointOpen => format!("The readiness review was held, and its point {s} is {}.", or(d, "open")),
        Code::CapacityIssueOpen => {
            let (due, overdue) = d.split_once(", ").unwrap_or((d, ""));
            let was = if overdue.is_empty() { "is due" } else { "is overdue since" };
            format!("Capacity issue {s} is open and {was} {}.", spelled_out(due))
        }
        Code::CapacityIssueBlocks => format!("Capacity issue {s} is open, {}.", or(d, "and nobody sees to it")),
        Code::KnownErrorReviewDue => format!("Known error {s} was to be looked at again on {on}."),
        Code::LateDefect => {
            format!("Defect {s} was found on {on}, after the Board decided: it calls for a Board decision.")
        }
        Code::HandOverDue => format!("The hand-over to the service desk is open: {}.", or(d, "something is missing")),
        Code::HandOverIncomplete => {
            format!(
                "Go-live is due, and the hand-over to the service desk is incomplete: {}.",
                or(d, "something is missing")
            )
        }
        Code::MessagesMissing => "There are no messages: nobody is told of the release.".to_owned(),
        Code::MessageOverdue => format!("Message {s} was to be sent on {on}."),
        Code::MessageWithoutSender => format!("Message {s} has no sender."),
        Code::MessageNotFromDesk => {
            format!("Message {s} goes to people who notice the release, and {} is to send it.", or(d, "somebody"))
        }
        Code::MessageIncomplete => format!("Message {s} cannot be sent yet; missing: {}.", or(d, "something")),
        Code::DepartmentWithoutMessage => format!("No message is for department {s}."),
        Code::NothingDistributed => "No document goes to anybody.".to_owned(),
        Code::DistributionOverdue => format!("{} has not been sent to {}.", document(finding), or(d, "anybody")),
        Code::DistributionUnacknowledged => {
            format!("{} has not been acknowledged by {}.", document(finding), or(d, "whoever got it"))
        }
        Code::DistributionChanged => {
            format!("{} has changed since it was sent to {}.", document(finding), or(d, "somebody"))
        }
        Code::CheckpointMissing => {
            format!("No pre-release checkpoint is planned in the two weeks before go-live on {on}.")
        }
        Code::MinutesMissing => format!("Meeting {s} on {on} has no minutes."),
        Code::ActionOverdue => {
            format!("Overdue action from {}{}", or(d, "a meeting"), in_own_words(&finding.subject))
        }
        Code::RuleBroken => format!("The plan breaks the rule {s}."),
        Code::RuleUnknown => {
            format!("The plan does not show that it meets the rule {s}: {} is not known yet.", or(d, "a fact"))
        }
        Code::RuleChanged => format!("The rule {s} checks something else here than it does as it comes with Rollcall."),
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
        Code::RiskWithoutOwner => format!("Risk {s} is high and has no owner."),
        Code::StepFailed => format!("Runbook step {s} failed."),
        Code::SupportExitMissing => "Early life support has no exit criteria.".to_owned(),
        Code::SupportOverdue => format!("Early life support was to end on {on} and has not ended."),
        Code::SupportExitOpen => format!("Early life support ended although {s} is not met."),
        Code::IncidentCritical => format!("Critical incident {} is not resolved.", numbered(d, s)),
        Code::PostReviewMissing => {
            format!("The release has been live since {on}, and no post-implementation review has been held.")
        }
        Code::ActualMissing => {
            "Early life support is over, and nobody has entered what came of the forecast.".to_owned()
        }
        Code::ActualImplausible if d.is_empty() => {
            "The actual figures say that 95 % had the release before its first wave began.".to_owned()
        }
        Code::ActualImplausible => format!("The actual figure {s} is more than the {d} whom the release reaches."),
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
        Code::ForecastMissing => "The Board sees what the choice costs only in figures that are recorded.",
        Code::ForecastStale => "The Board would decide by figures of another plan.",
        Code::RfcNotApproved => "Nothing is changed in production without the approval of the CAB.",
        Code::RfcPending => "A later refusal would take part of the release away.",
        Code::RfcOverdue => "Either it was decided and nobody wrote it down, or it has to go before the next CAB.",
        Code::RfcIncomplete => "These are the points on which the CAB commonly rejects.",
        Code::RfcRefusalOpen => "A refusal that nobody learns from comes back.",
        Code::BackOutMissing | Code::BackOutUntested | Code::BackOutTestFailed => {
            "Without a proven way back, a failure stays until somebody finds one."
        }
        Code::BackOutTriggersMissing => "In the night of go-live nobody should have to invent when to go back.",
        Code::WavesMissing | Code::GroupWithoutWave => "Whoever is in no wave does not receive the release.",
        Code::WavesOutOfOrder => "A wave is judged before the next one starts.",
        Code::WaveWithoutCriteria => "Without a criterion nobody can say whether the next wave may start.",
        Code::GroupInTwoWaves => "A group receives the release once.",
        Code::GroupWithoutSize => "Shares of waves, seats and transfer times cannot be worked out without it.",
        Code::PilotTooSmall => "A defect that the pilot does not show reaches everyone.",
        Code::PushAtWork => "It interrupts people in what they are doing.",
        Code::PushTooLong => "The next wave starts, or the window of go-live ends, before everyone has it.",
        Code::ServersOverloaded => "A queue grows, and whoever waits in it asks the service desk.",
        Code::ForcedPushTooLong => "Some would be installing when they come to work.",
        Code::PullWithoutDeadline => "Some never install what they may install at any time.",
        Code::WavePastDeadline => "The deadline of all ends it earlier, and people are told two days.",
        Code::SwitchOffMissing => "Running two systems ends only when it is agreed what ends it.",
        Code::RunbookMissing | Code::StepWithoutOwner => "Each step needs somebody who will be there.",
        Code::EstimateOutOfOrder => "The shortest cannot be longer than the most likely, nor the longest shorter.",
        Code::WindowTooShort => "Once the last step has failed there is no time left to go back.",
        Code::DateInBlackout => "The organisation has said why nothing changes in that time.",
        Code::DateNotWorking => "Whoever is needed may not be there.",
        Code::DatePast => "A plan that is behind its own days tells nobody when things happen.",
        Code::DateAfterGoLive => "It is asked for before the release goes live.",
        Code::EnvironmentsMissing => "A test says something only about the place where it ran.",
        Code::ProductionMissing => "Without it nobody can say how far the others resemble it.",
        Code::EnvironmentOverdue => "Tests on old data and old versions prove little about the release.",
        Code::EnvironmentUnfit => "What is tested there may fail where people work, or the other way round.",
        Code::EnvironmentDrift => "What works there may not work in production.",
        Code::CriteriaMissing | Code::CriterionUnanswered | Code::CriterionReasonMissing => {
            "What nobody has answered does not count as met."
        }
        Code::CriterionNotMet => "A criterion is met, or somebody accepts for a time that it is not.",
        Code::CriterionWithoutEvidence => "The Board can only believe it, not see it.",
        Code::EvidenceContradicts => "Whoever opens the evidence reads the opposite of the answer.",
        Code::CriteriaReviewOverdue => "A list that nobody looks at any more asks for the wrong things.",
        Code::WaiverIncomplete => "A waiver says who accepts what, why, and until when.",
        Code::WaiverExpired => "From the day after its last a waiver counts for nothing.",
        Code::WaiverEndsBeforeGoLive => "On the day of go-live it would no longer hold.",
        Code::WaiverInForce => "What is waived is still to be done.",
        Code::GatesMissing | Code::GateNotHeld => "A required gate is passed, not passed by.",
        Code::GateFailed => "What the gate asked for is still missing.",
        Code::GateConditional => "The gate let the release through on a promise.",
        Code::GateConditionOverdue => "The promise on which the gate passed was not kept.",
        Code::GateConditionIncomplete => "A promise that nobody gave, or that has no day, is not kept.",
        Code::GateOverdue => "What comes after it waits, or goes ahead without it.",
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
        Code::ChecklistUnticked => "The plan answers this point itself, and its answer today is not yes.",
        Code::RequiredGateMissing => "Nothing is held before it in place of the gate that is gone.",
        Code::DefectUndecided => "The Board must know whether the release waits for it.",
        Code::DefectNotFixed => "It was decided that the release does not go live with it.",
        Code::DefectPostpones => "It was decided that the release waits.",
        Code::DefectWithoutWorkaround => "A known error without a workaround is a defect that nobody decided on.",
        Code::KnownErrorIncomplete => "The service desk meets it first.",
        Code::TrainingMissing => "Whoever is not invited learns it on the day of go-live, from colleagues.",
        Code::TrainingGap => "People who cannot use it call the service desk, or work around it.",
        Code::TrainingSeats => "Whoever has no seat is not trained, however good the session is.",
        Code::TrainingLate => "By then they have learnt it the hard way.",
        Code::TrainingTwoSystems => "While both run, people must know in which of them to do what.",
        Code::TrainingSessionIncomplete => "Nobody can be invited to a session that is not arranged.",
        Code::TrainingAttendance => "Adequacy is counted from it.",
        Code::ReviewNotHeld => "Nobody has said that environment, support and capacity are ready.",
        Code::ReviewPointOpen => "What the review did not find in order is waiting in production.",
        Code::CapacityIssueOpen => "It is tracked, and still to be settled.",
        Code::CapacityIssueBlocks => {
            "Too little of something stops the service for everybody, unless somebody sees to it by a day."
        }
        Code::KnownErrorReviewDue => "A workaround that nobody looks at again stays for good.",
        Code::LateDefect => "The Board said yes to what it knew; of this it knew nothing.",
        Code::HandOverDue => "It must be complete on the day of go-live, and then it blocks.",
        Code::HandOverIncomplete => "The calls come to the service desk first, from the first minute.",
        Code::MessagesMissing | Code::DepartmentWithoutMessage => {
            "People who learn of a release from its effects call the service desk, all at once."
        }
        Code::MessageOverdue => "Somebody counts on it, and the day it was meant for has passed.",
        Code::MessageWithoutSender => "What nobody is to send is not sent.",
        Code::MessageNotFromDesk => "They call the service desk afterwards, so they had better hear of it from there.",
        Code::MessageIncomplete => "A message with a gap in it is worse than one that is late.",
        Code::NothingDistributed => "Whoever acts on the plan, or answers for it, must have it well ahead of go-live.",
        Code::DistributionOverdue => "Reading it takes time that grows short.",
        Code::DistributionUnacknowledged => "Sent is not read.",
        Code::DistributionChanged => "Somebody works from a plan that is not this one any more.",
        Code::CheckpointMissing => "Somebody should look at everything once more while there is time to act on it.",
        Code::MinutesMissing => "What is not written down was not agreed.",
        Code::ActionOverdue => "Somebody counts on it by now.",
        Code::RuleBroken | Code::RuleUnknown => {
            "The rule is the organisation's own: the plan meets it, or a dated waiver on the page of the rules sets it aside."
        }
        Code::RuleChanged => "A rule that is eased may be met where the usual one would not.",
        Code::SeatVacant => "That point of view is missing from the decision.",
        Code::QuorumMissing => "A decision of too few can be called into question.",
        Code::DepartureUnexplained => "Whoever reads the pack later will ask.",
        Code::BoardConditionOpen => "The Board said yes on this condition.",
        Code::RiskWithoutResponse => "A risk that nobody answers is only waited for.",
        Code::RiskWithoutOwner => "A risk that nobody watches is noticed when it has happened.",
        Code::StepFailed => "Either it is done after all, or the release goes back.",
        Code::SupportExitMissing => "Support that nothing ends goes on for ever, or stops too early.",
        Code::SupportOverdue => "People are kept on it who are counted on elsewhere.",
        Code::SupportExitOpen => "What should have been steady before support ended may not be.",
        Code::IncidentCritical => "Data, money or safety are in danger.",
        Code::PostReviewMissing => "After a month nobody remembers what the next release should know.",
        Code::ActualMissing => "Only forecasts that are compared with what came about get better.",
        Code::ActualImplausible => "What cannot be so would be held against the forecast.",
        Code::Removed => "It would have been asked for otherwise.",
        Code::RemovedWithoutReason => "Leaving a default out is a decision, and needs its reason.",
    }
}

/// A document at the start of a sentence.
fn document(finding: &Finding) -> String {
    format!("The {}", lower_first(or(&finding.subject, "document")))
}

/// A site in the middle of a sentence.
fn site(name: &str) -> String {
    if name.trim().is_empty() { "groups without a site".to_owned() } else { quoted(name) }
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

/// What a day of the plan is of.
fn day_of(finding: &Finding) -> &str {
    or(&finding.subject, "Something")
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
    Date::from_text(detail).map_or_else(|| "an unknown day".to_owned(), day)
}

/// " of Thu 14 Mar 2026"; nothing where no day was noted.
fn recorded_on(day: &str) -> String {
    if day.is_empty() { String::new() } else { format!(" of {}", spelled_out(day)) }
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
