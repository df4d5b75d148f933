//! The rules of readiness, one case each.

use jiff::civil::{Date, date};
use rollcall::gate::{CRITERIA, GATES};
use rollcall::plan::*;
use rollcall::readiness::{Code, Section, Severity};
use rollcall::rollout::{Scenario, fingerprint};

use crate::ready::*;

pub const YESTERDAY: Date = date(2026, 3, 1);
pub const TOMORROW: Date = date(2026, 3, 3);
const DAY_BEFORE: Date = date(2026, 3, 13);

fn eva(release: &Release) -> Person {
    release.people.get(id("eva")).unwrap().clone()
}

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
            "window past and live",
            |r| {
                edit_identity(r, |it| it.window = Window::new(at(YESTERDAY, 1), at(YESTERDAY, 9)).ok());
                live(r, YESTERDAY);
            },
            vec![],
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
        // The forecast.
        (
            "no forecast for the Board",
            |r| change(r, Command::Decision(Box::new(None))),
            advises(Code::ForecastMissing, Section::Forecast),
        ),
        (
            "no forecast, and go-live is far",
            |r| {
                change(r, Command::Decision(Box::new(None)));
                edit_identity(r, |it| it.window = None);
            },
            blocks(Code::WindowMissing, Section::Overview),
        ),
        ("a forecast of this plan", |r| record_forecast(r, |_| {}), vec![]),
        (
            "a forecast of another plan",
            |r| record_forecast(r, |it| it.scenario = "0123456789abcdef".to_owned()),
            advises(Code::ForecastStale, Section::Forecast),
        ),
        (
            "a forecast of another strategy",
            |r| record_forecast(r, |it| it.strategy = None),
            advises(Code::ForecastStale, Section::Forecast),
        ),
        (
            "a forecast of another plan, and it has begun",
            |r| {
                in_the_window(r);
                record_forecast(r, |it| it.scenario = "0123456789abcdef".to_owned());
            },
            vec![],
        ),
        (
            "nobody says what came of the forecast",
            |r| {
                in_the_window(r);
                record_forecast(r, |_| {});
                edit_support(r, |it| {
                    it.ended = Some(TODAY);
                    it.exit.iter_mut().for_each(|exit| exit.met = Some(TODAY));
                });
            },
            advises(Code::ActualMissing, Section::After),
        ),
        (
            "what came of the forecast is known",
            |r| {
                in_the_window(r);
                record_forecast(r, |_| {});
                change(r, Command::Actual(Box::new(Some(ActualFigures::default()))));
                edit_support(r, |it| {
                    it.ended = Some(TODAY);
                    it.exit.iter_mut().for_each(|exit| exit.met = Some(TODAY));
                });
            },
            vec![],
        ),
        (
            "95 % had it before it began",
            |r| {
                let (began, finished) = (Some(at(TODAY, 9)), Some(at(YESTERDAY, 9)));
                let actual = ActualFigures { began, finished, ..ActualFigures::default() };
                change(r, Command::Actual(Box::new(Some(actual))));
            },
            advises(Code::ActualImplausible, Section::After),
        ),
        (
            "more people hit than there are",
            |r| {
                let actual = ActualFigures { hit: Some(Count(u32::MAX)), ..ActualFigures::default() };
                change(r, Command::Actual(Box::new(Some(actual))));
            },
            advises(Code::ActualImplausible, Section::After),
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
        (
            "another RFC pending whose CAB is today",
            |r| {
                add_rfc(r, RfcOutcome::Pending);
                ready_for_cab(r);
                edit_rfc(r, "other", |it| it.cab_date = Some(TODAY));
            },
            advises(Code::RfcPending, Section::Rfcs),
        ),
        (
            "another RFC pending whose CAB was yesterday",
            |r| {
                add_rfc(r, RfcOutcome::Pending);
                ready_for_cab(r);
                edit_rfc(r, "other", |it| it.cab_date = Some(YESTERDAY));
            },
            advises(Code::RfcOverdue, Section::Rfcs),
        ),
        (
            "another RFC pending that is not ready, with its CAB in two weeks",
            |r| {
                add_rfc(r, RfcOutcome::Pending);
                goes_live_later(r);
                edit_rfc(r, "other", |it| it.cab_date = Some(date(2026, 3, 16)));
            },
            vec![(Advice, Code::RfcPending, Section::Rfcs), (Advice, Code::RfcIncomplete, Section::Rfcs)],
        ),
        (
            "another RFC pending that is not ready, with its CAB a day later",
            |r| {
                add_rfc(r, RfcOutcome::Pending);
                goes_live_later(r);
                edit_rfc(r, "other", |it| it.cab_date = Some(date(2026, 3, 17)));
            },
            advises(Code::RfcPending, Section::Rfcs),
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
        // Messages and distributed documents.
        ("no messages", |r| r.messages = Items::default(), advises(Code::MessagesMissing, Section::Communications)),
        ("a message is sent today", |r| edit_message(r, "live", |it| it.send = Days(-12)), vec![]),
        (
            "a message was due yesterday",
            |r| edit_message(r, "live", |it| it.send = Days(-13)),
            advises(Code::MessageOverdue, Section::Communications),
        ),
        ("a message is marked as sent tomorrow", |r| edit_message(r, "live", |it| it.sent = Some(TOMORROW)), vec![]),
        (
            "a message without sender",
            |r| edit_message(r, "live", |it| it.sender = None),
            advises(Code::MessageWithoutSender, Section::Communications),
        ),
        (
            "a message of a sender who is gone",
            |r| edit_message(r, "live", |it| it.sender = Some(id("nobody"))),
            advises(Code::MessageWithoutSender, Section::Communications),
        ),
        (
            "a message to people who notice the release, not from the service desk",
            |r| edit_message(r, "live", |it| it.sender = Some(id("ben"))),
            advises(Code::MessageNotFromDesk, Section::Communications),
        ),
        (
            "a message to people who notice the release, and nobody is of the service desk",
            |r| change(r, Command::People(Edit::replace(Person { team: String::new(), ..eva(r) }))),
            advises(Code::MessageNotFromDesk, Section::Communications),
        ),
        (
            "a message to people who need not notice the release",
            |r| {
                edit_message(r, "live", |it| {
                    (it.sender, it.departments, it.people) = (Some(id("ben")), Vec::new(), vec![id("ana")]);
                });
            },
            vec![],
        ),
        ("a message that was sent by nobody", |r| edit_message(r, "coming", |it| it.sender = None), vec![]),
        (
            "a message with a field that the plan does not fill",
            |r| edit_message(r, "live", |it| it.subject = "Install it by {deadline}".to_owned()),
            advises(Code::MessageIncomplete, Section::Communications),
        ),
        (
            "a message with a field that is none",
            |r| edit_message(r, "live", |it| it.body = "Dear {name}".to_owned()),
            advises(Code::MessageIncomplete, Section::Communications),
        ),
        (
            "an incomplete message that was sent",
            |r| edit_message(r, "coming", |it| it.body = "Dear {name}".to_owned()),
            vec![],
        ),
        (
            "an incomplete message for 15 days ahead",
            |r| {
                edit_message(r, "live", |it| {
                    it.send = Days(3);
                    it.body = "Dear {name}".to_owned();
                });
            },
            vec![],
        ),
        (
            "an incomplete message for 14 days ahead",
            |r| {
                edit_message(r, "live", |it| {
                    it.send = Days(2);
                    it.body = "Dear {name}".to_owned();
                });
            },
            advises(Code::MessageIncomplete, Section::Communications),
        ),
        (
            "a department that nobody tells",
            |r| {
                for key in ["coming", "live"] {
                    edit_message(r, key, |it| it.departments = vec![id("legal")]);
                }
            },
            advises(Code::DepartmentWithoutMessage, Section::Communications),
        ),
        (
            "nothing distributed",
            |r| r.distribution = Items::default(),
            advises(Code::NothingDistributed, Section::Communications),
        ),
        (
            "a document due yesterday",
            |r| {
                edit_distribution(r, "minutes", |it| {
                    it.by = Days(-13);
                    (it.sent, it.acknowledged) = (None, None);
                });
            },
            advises(Code::DistributionOverdue, Section::Communications),
        ),
        (
            "a document due today",
            |r| {
                edit_distribution(r, "minutes", |it| {
                    it.by = Days(-12);
                    (it.sent, it.acknowledged) = (None, None);
                });
            },
            vec![],
        ),
        (
            "a document not acknowledged, and time left",
            |r| edit_distribution(r, "minutes", |it| it.acknowledged = None),
            vec![],
        ),
        (
            "a document to be acknowledged tomorrow, and go-live in 7 days",
            |r| {
                edit_distribution(r, "minutes", |it| it.acknowledged = Some(TOMORROW));
                edit_identity(r, |it| it.window = Window::new(at(date(2026, 3, 9), 20), at(date(2026, 3, 15), 4)).ok());
                checkpoint(r, date(2026, 3, 6));
            },
            advises(Code::DistributionUnacknowledged, Section::Communications),
        ),
        (
            "signed before: a document changed since it was sent",
            |r| edit_distribution(r, "minutes", |it| it.document = DocumentKind::TrainingPlan),
            advises(Code::DistributionChanged, Section::Communications),
        ),
        (
            "signed before: nobody noted what was sent",
            |r| edit_distribution(r, "minutes", |it| it.sha256.clear()),
            advises(Code::DistributionChanged, Section::Communications),
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
            "days per wave instead of a deadline",
            |r| {
                pull(r, 100);
                days_per_wave(r, None);
            },
            vec![],
        ),
        (
            "days per wave up to the deadline",
            |r| {
                pull(r, 100);
                days_per_wave(r, Some(date(2026, 3, 17)));
            },
            vec![],
        ),
        (
            "days per wave beyond the deadline",
            |r| {
                pull(r, 100);
                days_per_wave(r, Some(date(2026, 3, 16)));
            },
            advises(Code::WavePastDeadline, Section::Rollout),
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
        (
            "the shortest is longer than the most likely",
            |r| edit_step(r, "install", |it| it.shortest = Some(Minutes(91))),
            advises(Code::EstimateOutOfOrder, Section::Rollout),
        ),
        (
            "the longest is shorter than the most likely",
            |r| edit_step(r, "install", |it| it.longest = Some(Minutes(89))),
            advises(Code::EstimateOutOfOrder, Section::Rollout),
        ),
        (
            "three points in order",
            |r| {
                edit_step(r, "install", |it| {
                    it.shortest = Some(Minutes(90));
                    it.longest = Some(Minutes(120));
                });
            },
            vec![],
        ),
        (
            "a group of no size",
            |r| edit_department(r, "finance", |it| set_size(it, "clerks", 0)),
            advises(Code::GroupWithoutSize, Section::Rollout),
        ),
        ("a pilot large enough", |r| detect(r, 2500, 95), vec![]),
        ("a pilot too small", |r| detect(r, 2000, 95), advises(Code::PilotTooSmall, Section::Rollout)),
        ("a push at night", |r| push(r, (20, 6), 100), vec![]),
        ("a push in the morning", |r| push(r, (19, 9), 100), advises(Code::PushAtWork, Section::Rollout)),
        ("a push of several nights", |r| push(r, (20, 6), 1), advises(Code::PushTooLong, Section::Rollout)),
        ("servers that keep up", |r| pull(r, 100), vec![]),
        ("servers that do not", |r| pull(r, 1), advises(Code::ServersOverloaded, Section::Rollout)),
        (
            "a rest that does not fit the window",
            |r| {
                pull(r, 100);
                push(r, (23, 0), 2);
            },
            advises(Code::ForcedPushTooLong, Section::Rollout),
        ),
        ("switch-off overdue", |r| switch_off(r, YESTERDAY), advises(Code::DatePast, Section::Calendar)),
        ("switch-off due", |r| switch_off(r, TODAY), vec![]),
        // Environments.
        (
            "no environments",
            |r| {
                change(r, Command::Environments(Edit::Remove { id: id("staging") }));
                change(r, Command::Environments(Edit::Remove { id: id("live") }));
            },
            advises(Code::EnvironmentsMissing, Section::Environments),
        ),
        (
            "no production environment",
            |r| change(r, Command::Environments(Edit::Remove { id: id("live") })),
            advises(Code::ProductionMissing, Section::Environments),
        ),
        (
            "no production environment and nothing to compare",
            |r| {
                change(r, Command::Environments(Edit::Remove { id: id("live") }));
                edit_environment(r, "staging", |it| it.parts = Items::default());
            },
            vec![],
        ),
        ("refresh due today", |r| edit_environment(r, "staging", |it| it.refreshed = Some(date(2026, 1, 31))), vec![]),
        (
            "refresh due yesterday",
            |r| edit_environment(r, "staging", |it| it.refreshed = Some(date(2026, 1, 30))),
            advises(Code::EnvironmentOverdue, Section::Environments),
        ),
        (
            "never refreshed",
            |r| edit_environment(r, "staging", |it| it.refreshed = None),
            advises(Code::EnvironmentOverdue, Section::Environments),
        ),
        (
            "to be refreshed tomorrow",
            |r| edit_environment(r, "staging", |it| it.refreshed = Some(TOMORROW)),
            advises(Code::EnvironmentOverdue, Section::Environments),
        ),
        (
            "environment unfit",
            |r| edit_environment(r, "live", |it| it.fitness = Fitness::Unfit),
            advises(Code::EnvironmentUnfit, Section::Environments),
        ),
        (
            "another version than in production",
            |r| {
                edit_environment(r, "staging", |it| {
                    it.parts.iter_mut().for_each(|part| part.version = "14.2".to_owned())
                })
            },
            advises(Code::EnvironmentDrift, Section::Environments),
        ),
        (
            "nothing of what production has",
            |r| edit_environment(r, "staging", |it| it.parts = Items::default()),
            advises(Code::EnvironmentDrift, Section::Environments),
        ),
        (
            "a development environment that differs",
            |r| {
                edit_environment(r, "staging", |it| {
                    it.purpose = EnvironmentPurpose::Development;
                    it.parts = Items::default();
                });
            },
            vec![],
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
        (
            "criterion met although tests failed",
            |r| {
                shown(
                    r,
                    Answer::Met,
                    Proof::TestReport { passed: 9, failed: 1, skipped: 0, milliseconds: None, failed_names: vec![] },
                )
            },
            advises(Code::EvidenceContradicts, Section::Acceptance),
        ),
        (
            "criterion met although a scan found errors",
            |r| {
                shown(
                    r,
                    Answer::Met,
                    Proof::ScanReport { tool: String::new(), errors: 1, warnings: 0, notes: 0, unfinished: false },
                )
            },
            advises(Code::EvidenceContradicts, Section::Acceptance),
        ),
        (
            "criterion met although a measured value is beyond",
            |r| shown(r, Answer::Met, measured("301 ms")),
            advises(Code::EvidenceContradicts, Section::Acceptance),
        ),
        ("criterion met with a measured value within", |r| shown(r, Answer::Met, measured("300 ms")), vec![]),
        (
            "criterion met with skipped tests and warnings",
            |r| {
                let report =
                    Proof::TestReport { passed: 9, failed: 0, skipped: 3, milliseconds: None, failed_names: vec![] };
                shown(r, Answer::Met, report);
                shown(
                    r,
                    Answer::Met,
                    Proof::ScanReport { tool: String::new(), errors: 0, warnings: 4, notes: 2, unfinished: false },
                );
            },
            vec![],
        ),
        (
            "criterion not met, as its evidence says",
            |r| shown(r, Answer::NotMet, measured("301 ms")),
            blocks(Code::CriterionNotMet, Section::Acceptance),
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
            "gate passed with a condition of yesterday",
            |r| passed_on(r, |it| it.until = Some(YESTERDAY)),
            vec![
                (Condition, Code::GateConditional, Section::Gates),
                (Advice, Code::GateConditionOverdue, Section::Gates),
            ],
        ),
        ("gate passed with a condition of today", |r| passed_on(r, |it| it.until = Some(TODAY)), {
            conditional(Code::GateConditional, Section::Gates)
        }),
        (
            "gate passed with a condition that nobody keeps",
            |r| passed_on(r, |it| it.owner = None),
            vec![
                (Condition, Code::GateConditional, Section::Gates),
                (Advice, Code::GateConditionIncomplete, Section::Gates),
            ],
        ),
        (
            "gate passed with a condition without a day",
            |r| passed_on(r, |it| it.until = None),
            vec![
                (Condition, Code::GateConditional, Section::Gates),
                (Advice, Code::GateConditionIncomplete, Section::Gates),
            ],
        ),
        (
            "gate due yesterday and not held",
            |r| {
                outcome(r, GateOutcome::NotHeld);
                edit_gate(r, "sponsor-review", |it| it.due = Some(YESTERDAY));
            },
            vec![(Blocker, Code::GateNotHeld, Section::Gates), (Advice, Code::GateOverdue, Section::Gates)],
        ),
        (
            "gate due today and not held",
            |r| {
                outcome(r, GateOutcome::NotHeld);
                edit_gate(r, "sponsor-review", |it| it.due = Some(TODAY));
            },
            blocks(Code::GateNotHeld, Section::Gates),
        ),
        ("gate due yesterday and held", |r| edit_gate(r, "sponsor-review", |it| it.due = Some(YESTERDAY)), vec![]),
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
        ("gate passed and the plan bears it out", |r| asks_the_plan(r, AutomaticCheck::WindowFits), vec![]),
        (
            "gate passed and the plan does not bear it out",
            |r| {
                asks_the_plan(r, AutomaticCheck::RisksAnswered);
            },
            advises(Code::ChecklistUnticked, Section::Gates),
        ),
        (
            "gate passed and the plan says nothing",
            |r| asks_the_plan(r, AutomaticCheck::CalendarClear),
            advises(Code::ChecklistUnticked, Section::Gates),
        ),
        (
            "gate not held and the plan says nothing",
            |r| {
                asks_the_plan(r, AutomaticCheck::CalendarClear);
                outcome(r, GateOutcome::NotHeld);
            },
            blocks(Code::GateNotHeld, Section::Gates),
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
            vec![
                (Blocker, Code::DefectWithoutWorkaround, Section::Defects),
                (Advice, Code::HandOverDue, Section::HandOver),
            ],
        ),
        (
            "known error without symptoms",
            |r| edit_defect(r, "flicker", |it| it.known_error.symptoms.clear()),
            vec![
                (Advice, Code::KnownErrorIncomplete, Section::Defects),
                (Advice, Code::HandOverDue, Section::HandOver),
            ],
        ),
        (
            "known error without quick fix",
            |r| edit_defect(r, "flicker", |it| it.known_error.quick_fix.clear()),
            vec![
                (Advice, Code::KnownErrorIncomplete, Section::Defects),
                (Advice, Code::HandOverDue, Section::HandOver),
            ],
        ),
        (
            "known error without code",
            |r| edit_defect(r, "flicker", |it| it.known_error.desk_code.clear()),
            vec![
                (Advice, Code::KnownErrorIncomplete, Section::Defects),
                (Advice, Code::HandOverDue, Section::HandOver),
            ],
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
        // Training. Whoever is no audience is advised on; a gap is told of each audience.
        (
            "no training audience",
            |r| {
                for key in ["learn-clerks", "learn-auditors", "desk", "support", "walkers"] {
                    change(r, Command::Audiences(Edit::Remove { id: id(key) }));
                }
                for key in ["clerks", "auditors", "desk", "support", "walkers"] {
                    change(r, Command::Sessions(Edit::Remove { id: id(&format!("lesson-{key}")) }));
                }
            },
            advises(Code::TrainingMissing, Section::Training),
        ),
        (
            "a group that is no audience",
            |r| {
                change(r, Command::Audiences(Edit::Remove { id: id("learn-clerks") }));
                change(r, Command::Sessions(Edit::Remove { id: id("lesson-clerks") }));
            },
            advises(Code::TrainingMissing, Section::Training),
        ),
        (
            "a group whose audience bears its name alone",
            |r| {
                edit_audience(r, "learn-clerks", |it| {
                    it.group = None;
                    it.size = Some(Count(40));
                    it.name = " CLERKS ".to_owned();
                })
            },
            vec![],
        ),
        (
            "devices are not trained",
            |r| {
                edit_department(r, "finance", |it| {
                    it.groups.iter_mut().for_each(|group| group.kind = GroupKind::Devices);
                });
                change(r, Command::Audiences(Edit::Remove { id: id("learn-clerks") }));
                change(r, Command::Sessions(Edit::Remove { id: id("lesson-clerks") }));
            },
            vec![],
        ),
        ("too few at the session", |r| attended(r, "clerks", 31), advises(Code::TrainingGap, Section::Training)),
        ("just enough at the session", |r| attended(r, "clerks", 32), vec![]),
        (
            "enough at a session on the old system",
            |r| edit_session(r, "lesson-clerks", |it| it.teaches = Teaches::Old),
            vec![(Advice, Code::TrainingGap, Section::Training), (Advice, Code::TrainingSeats, Section::Training)],
        ),
        (
            "an audience of unknown size",
            |r| edit_audience(r, "desk", |it| it.size = None),
            advises(Code::TrainingGap, Section::Training),
        ),
        (
            "a higher threshold",
            |r| {
                attended(r, "clerks", 39);
                change(r, Command::TrainingThreshold(Box::new(Percent::try_from(100).ok())));
            },
            advises(Code::TrainingGap, Section::Training),
        ),
        (
            "too few seats",
            |r| {
                edit_session(r, "lesson-clerks", |it| it.capacity = Count(39));
                attended(r, "clerks", 39);
            },
            advises(Code::TrainingSeats, Section::Training),
        ),
        (
            "too few seats together",
            |r| {
                edit_session(r, "lesson-clerks", |it| {
                    it.capacity = Count(51);
                    it.audiences.push(id("learn-auditors"));
                });
                edit_session(r, "lesson-auditors", |it| it.audiences = vec![id("learn-clerks")]);
                edit_session(r, "lesson-auditors", |it| it.capacity = Count(0));
                edit_session(r, "lesson-auditors", |it| it.attendance = Items::default());
                edit_session(r, "lesson-auditors", |it| it.at = Some(at(TOMORROW, 9)));
                edit_session(r, "lesson-clerks", |it| {
                    it.attendance.push(Attendance {
                        id: id("2"),
                        audience: id("learn-auditors"),
                        attended: Count(11),
                        note: String::new(),
                    })
                });
            },
            vec![
                (Advice, Code::TrainingSeats, Section::Training),
                (Advice, Code::TrainingSessionIncomplete, Section::Training),
            ],
        ),
        (
            "session when the wave has started",
            |r| {
                edit_session(r, "lesson-auditors", |it| it.at = Some(at(date(2026, 3, 16), 9)));
                edit_session(r, "lesson-auditors", |it| it.attendance = Items::default());
            },
            vec![
                (Advice, Code::TrainingGap, Section::Training),
                (Advice, Code::TrainingSeats, Section::Training),
                (Advice, Code::TrainingLate, Section::Training),
            ],
        ),
        (
            "session before the group's own wave",
            |r| {
                edit_session(r, "lesson-clerks", |it| it.at = Some(at(GO_LIVE, 21)));
                edit_session(r, "lesson-clerks", |it| it.attendance = Items::default());
            },
            vec![(Advice, Code::DateNotWorking, Section::Calendar), (Advice, Code::TrainingGap, Section::Training)],
        ),
        (
            "running in parallel, taught one system",
            |r| {
                parallel(r);
                edit_session(r, "lesson-support", |it| it.teaches = Teaches::New);
            },
            advises(Code::TrainingTwoSystems, Section::Training),
        ),
        (
            "session without a trainer who is in the plan",
            |r| edit_session(r, "lesson-desk", |it| it.trainer = Some(id("nobody"))),
            advises(Code::TrainingSessionIncomplete, Section::Training),
        ),
        (
            "session without a place and a day",
            |r| {
                edit_session(r, "lesson-desk", |it| {
                    it.place = " ".to_owned();
                    it.at = None;
                })
            },
            advises(Code::TrainingSessionIncomplete, Section::Training),
        ),
        ("more people than seats", |r| attended(r, "clerks", 41), advises(Code::TrainingAttendance, Section::Training)),
        (
            "attendance ahead of the day",
            |r| edit_session(r, "lesson-clerks", |it| it.at = Some(at(TOMORROW, 9))),
            advises(Code::TrainingAttendance, Section::Training),
        ),
        // The readiness review.
        ("review not held", |r| edit_review(r, |it| it.held = None), advises(Code::ReviewNotHeld, Section::Review)),
        (
            "review to be held tomorrow",
            |r| edit_review(r, |it| it.held = Some(TOMORROW)),
            advises(Code::ReviewNotHeld, Section::Review),
        ),
        (
            "review held without points",
            |r| edit_review(r, |it| it.points = Items::default()),
            advises(Code::ReviewPointOpen, Section::Review),
        ),
        (
            "review with a failed and an open point",
            |r| {
                let states = [CheckState::Failed, CheckState::Open, CheckState::NotApplicable];
                edit_review(r, |it| it.points.iter_mut().zip(states).for_each(|(point, state)| point.state = state));
            },
            vec![(Advice, Code::ReviewPointOpen, Section::Review), (Advice, Code::ReviewPointOpen, Section::Review)],
        ),
        (
            "capacity issue with owner and day",
            |r| short_of(r, |it| it.severity = rollcall::plan::Severity::Medium),
            conditional(Code::CapacityIssueOpen, Section::Review),
        ),
        (
            "capacity issue overdue",
            |r| short_of(r, |it| it.due = Some(YESTERDAY)),
            conditional(Code::CapacityIssueOpen, Section::Review),
        ),
        ("capacity issue settled", |r| short_of(r, |it| it.closed = Some(TODAY)), vec![]),
        (
            "capacity issue to be settled tomorrow",
            |r| short_of(r, |it| it.closed = Some(TOMORROW)),
            conditional(Code::CapacityIssueOpen, Section::Review),
        ),
        (
            "grave capacity issue",
            |r| short_of(r, |it| it.severity = rollcall::plan::Severity::High),
            blocks(Code::CapacityIssueBlocks, Section::Review),
        ),
        (
            "capacity issue without owner",
            |r| short_of(r, |it| it.owner = Some(id("nobody"))),
            blocks(Code::CapacityIssueBlocks, Section::Review),
        ),
        (
            "capacity issue without day",
            |r| short_of(r, |it| it.due = None),
            blocks(Code::CapacityIssueBlocks, Section::Review),
        ),
        (
            "known error to be looked at again yesterday",
            |r| edit_defect(r, "flicker", |it| it.known_error.review = Some(YESTERDAY)),
            advises(Code::KnownErrorReviewDue, Section::Defects),
        ),
        (
            "known error to be looked at again today",
            |r| edit_defect(r, "flicker", |it| it.known_error.review = Some(TODAY)),
            vec![],
        ),
        (
            "review of what is no known error",
            |r| edit_defect(r, "rounding", |it| it.known_error.review = Some(YESTERDAY)),
            vec![],
        ),
        (
            "defect found since the Board decided",
            |r| found_and_decided(r, Some(TODAY), Some(YESTERDAY)),
            advises(Code::LateDefect, Section::Board),
        ),
        ("defect found on the day of the decision", |r| found_and_decided(r, Some(TODAY), Some(TODAY)), vec![]),
        ("defect found before the Board decided", |r| found_and_decided(r, Some(YESTERDAY), Some(TODAY)), vec![]),
        ("defect found, and the Board decided on no day", |r| found_and_decided(r, Some(TODAY), None), vec![]),
        ("defect found on no day", |r| found_and_decided(r, None, Some(YESTERDAY)), vec![]),
        (
            "defect found and no decision yet",
            |r| {
                found_and_decided(r, Some(TODAY), Some(YESTERDAY));
                change(r, Command::Decision(Box::new(None)));
                record_forecast(r, |_| {});
            },
            vec![],
        ),
        // Hand-over to the service desk.
        (
            "hand-over point not set up",
            |r| edit_hand_over(r, "reload", |it| it.set_up = None),
            advises(Code::HandOverDue, Section::HandOver),
        ),
        (
            "hand-over point to be set up tomorrow",
            |r| edit_hand_over(r, "reload", |it| it.set_up = Some(TOMORROW)),
            advises(Code::HandOverDue, Section::HandOver),
        ),
        (
            "hand-over not accepted",
            |r| change(r, Command::HandOver(Box::default())),
            advises(Code::HandOverDue, Section::HandOver),
        ),
        (
            "hand-over to be accepted tomorrow",
            |r| accepted(r, "eva", TOMORROW),
            advises(Code::HandOverDue, Section::HandOver),
        ),
        (
            "hand-over accepted by somebody who has left the plan",
            |r| accepted(r, "nobody", TODAY),
            advises(Code::HandOverDue, Section::HandOver),
        ),
        (
            "hand-over without points although there is a known error",
            without_points,
            vec![(Advice, Code::HandOverDue, Section::HandOver), (Advice, Code::Removed, Section::HandOver)],
        ),
        (
            "hand-over without points and without known errors",
            |r| {
                without_points(r);
                edit_defect(r, "flicker", |it| it.decision = DefectDecision::Fix { fixed: Some(TODAY) });
            },
            advises(Code::Removed, Section::HandOver),
        ),
        (
            "hand-over point removed with a blank reason",
            |r| {
                add_point(r);
                change(r, Command::HandOverItems(Edit::Remove { id: id("spare") }));
                removed(r, RemovedKind::HandOverItem, "spare", " ");
            },
            blocks(Code::RemovedWithoutReason, Section::HandOver),
        ),
        (
            "hand-over open on the day before go-live",
            |r| {
                edit_identity(r, |it| it.window = Window::new(at(TOMORROW, 1), at(TOMORROW, 9)).ok());
                checkpoint(r, TODAY);
                edit_hand_over(r, "reload", |it| it.set_up = None);
            },
            advises(Code::HandOverDue, Section::HandOver),
        ),
        (
            "hand-over open without a window",
            |r| {
                edit_identity(r, |it| it.window = None);
                edit_hand_over(r, "reload", |it| it.set_up = None);
            },
            vec![(Blocker, Code::WindowMissing, Section::Overview), (Advice, Code::HandOverDue, Section::HandOver)],
        ),
        ("hand-over open on the day of go-live", open_when_due, blocks(Code::HandOverIncomplete, Section::HandOver)),
        (
            "hand-over not accepted on the day of go-live",
            |r| {
                goes_live_today(r);
                change(r, Command::HandOver(Box::default()));
            },
            blocks(Code::HandOverIncomplete, Section::HandOver),
        ),
        (
            "known error incomplete on the day of go-live",
            |r| {
                goes_live_today(r);
                edit_defect(r, "flicker", |it| it.known_error.desk_code.clear());
            },
            vec![
                (Blocker, Code::HandOverIncomplete, Section::HandOver),
                (Advice, Code::KnownErrorIncomplete, Section::Defects),
            ],
        ),
        ("hand-over complete on the day of go-live", goes_live_today, vec![]),
        (
            "hand-over open after the release went live",
            |r| {
                open_when_due(r);
                change(r, Command::Live(Box::new(since(TODAY))));
            },
            advises(Code::HandOverDue, Section::HandOver),
        ),
        (
            "hand-over open and the release to go live tomorrow",
            |r| {
                open_when_due(r);
                change(r, Command::Live(Box::new(since(TOMORROW))));
            },
            blocks(Code::HandOverIncomplete, Section::HandOver),
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
        (
            "built-in rule eased",
            |r| {
                edit_rule(r, "floor-walkers", |it| {
                    (it.then.operator, it.then.value) = (Operator::AtMost, "3".to_owned())
                });
            },
            advises(Code::RuleChanged, Section::Rules),
        ),
        (
            "built-in rule worded anew",
            |r| edit_rule(r, "floor-walkers", |it| it.name = "Somebody walks every floor".to_owned()),
            vec![],
        ),
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
        (
            "no decision yet",
            |r| {
                change(r, Command::Decision(Box::new(None)));
                record_forecast(r, |_| {});
            },
            vec![],
        ),
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
            "high risk without owner",
            |r| edit_risk(r, "volume", |it| (it.probability, it.impact) = (Level::Medium, Level::High)),
            advises(Code::RiskWithoutOwner, Section::Board),
        ),
        (
            "high risk whose owner has left the plan",
            |r| {
                edit_risk(r, "volume", |it| {
                    (it.probability, it.impact, it.owner) = (Level::High, Level::High, Some(id("nobody")));
                });
            },
            advises(Code::RiskWithoutOwner, Section::Board),
        ),
        (
            "high risk with an owner",
            |r| {
                edit_risk(r, "volume", |it| {
                    (it.probability, it.impact, it.owner) = (Level::High, Level::Medium, Some(id("eva")));
                });
            },
            vec![],
        ),
        (
            "medium risk without owner",
            |r| edit_risk(r, "volume", |it| (it.probability, it.impact) = (Level::Medium, Level::Medium)),
            vec![],
        ),
        (
            "signed before: senior IT missing",
            |r| change(r, Command::BoardSignOffs(Edit::Remove { id: id("senior_it") })),
            blocks(Code::SeniorSignOffMissing, Section::Board),
        ),
        // Meetings and actions.
        (
            "no checkpoint",
            |r| change(r, Command::Meetings(Edit::Remove { id: id("checkpoint") })),
            advises(Code::CheckpointMissing, Section::Meetings),
        ),
        (
            "another meeting is no checkpoint",
            |r| edit_meeting(r, "checkpoint", |it| it.kind = MeetingKind::ProcessReview),
            advises(Code::CheckpointMissing, Section::Meetings),
        ),
        (
            "checkpoint without a day",
            |r| edit_meeting(r, "checkpoint", |it| it.at = None),
            advises(Code::CheckpointMissing, Section::Meetings),
        ),
        (
            "checkpoint after go-live",
            |r| edit_meeting(r, "checkpoint", |it| it.at = Some(at(date(2026, 3, 16), 10))),
            advises(Code::CheckpointMissing, Section::Meetings),
        ),
        (
            "checkpoint fifteen days before go-live",
            |r| {
                edit_meeting(r, "checkpoint", |it| {
                    it.at = Some(at(date(2026, 2, 27), 10));
                    it.minutes = "Agreed".to_owned();
                });
            },
            advises(Code::CheckpointMissing, Section::Meetings),
        ),
        (
            "go-live in fifteen days, no checkpoint yet and nothing that ends support",
            |r| {
                let start = at(date(2026, 3, 17), 1);
                edit_identity(r, |it| it.window = Window::new(start, at(date(2026, 3, 17), 12)).ok());
                change(r, Command::Meetings(Edit::Remove { id: id("checkpoint") }));
                edit_support(r, |it| it.exit = Items::default());
            },
            vec![],
        ),
        (
            "meeting yesterday without minutes",
            |r| meeting(r, YESTERDAY, |it| it.minutes = " ".to_owned()),
            advises(Code::MinutesMissing, Section::Meetings),
        ),
        ("meeting today without minutes", |r| meeting(r, TODAY, |_| {}), vec![]),
        (
            "meeting yesterday with an outcome",
            |r| {
                meeting(r, YESTERDAY, |it| {
                    let point = AgendaPoint { id: id("p"), text: "Dates".to_owned(), outcome: "Agreed".to_owned() };
                    it.agenda.push(point);
                });
            },
            vec![],
        ),
        (
            "action of a meeting late",
            |r| meeting(r, TODAY, |it| it.actions.push(action(Some(YESTERDAY), None))),
            advises(Code::ActionOverdue, Section::Meetings),
        ),
        (
            "action of a meeting due today",
            |r| meeting(r, TODAY, |it| it.actions.push(action(Some(TODAY), None))),
            vec![],
        ),
        (
            "action of a meeting done late",
            |r| meeting(r, TODAY, |it| it.actions.push(action(Some(YESTERDAY), Some(TODAY)))),
            vec![],
        ),
        (
            "action of a meeting to be done tomorrow, late",
            |r| meeting(r, TODAY, |it| it.actions.push(action(Some(YESTERDAY), Some(TOMORROW)))),
            advises(Code::ActionOverdue, Section::Meetings),
        ),
        (
            "action of the review late",
            |r| {
                let mut review = r.after.review.clone();
                review.actions.push(action(Some(YESTERDAY), None));
                change(r, Command::PostReview(Box::new(review)));
            },
            advises(Code::ActionOverdue, Section::After),
        ),
        // Go-live and after.
        ("step failed before the window", |r| edit_step(r, "install", |it| it.result = StepResult::Failed), vec![]),
        (
            "step failed in the window",
            |r| {
                in_the_window(r);
                edit_step(r, "install", |it| it.result = StepResult::Failed);
            },
            advises(Code::StepFailed, Section::After),
        ),
        (
            "nothing that ends support",
            |r| edit_support(r, |it| it.exit = Items::default()),
            advises(Code::SupportExitMissing, Section::After),
        ),
        (
            "support over its end",
            |r| {
                in_the_window(r);
                edit_support(r, |it| it.until = Some(YESTERDAY));
            },
            advises(Code::SupportOverdue, Section::After),
        ),
        (
            "support to its last day",
            |r| {
                in_the_window(r);
                edit_support(r, |it| it.until = Some(TODAY));
            },
            vec![],
        ),
        (
            "support ended too early",
            |r| {
                in_the_window(r);
                edit_support(r, |it| it.ended = Some(TODAY));
            },
            advises(Code::SupportExitOpen, Section::After),
        ),
        (
            "support ended with all met",
            |r| {
                in_the_window(r);
                edit_support(r, |it| {
                    it.ended = Some(TODAY);
                    it.until = Some(YESTERDAY);
                    it.exit.iter_mut().for_each(|exit| exit.met = Some(TODAY));
                });
            },
            vec![],
        ),
        (
            "support to end tomorrow",
            |r| {
                in_the_window(r);
                edit_support(r, |it| it.ended = Some(TOMORROW));
            },
            vec![],
        ),
        (
            "critical incident open",
            |r| {
                in_the_window(r);
                incident(r, rollcall::plan::Severity::Critical, None);
            },
            advises(Code::IncidentCritical, Section::After),
        ),
        (
            "critical incident to be resolved tomorrow",
            |r| {
                in_the_window(r);
                incident(r, rollcall::plan::Severity::Critical, Some(TOMORROW));
            },
            advises(Code::IncidentCritical, Section::After),
        ),
        (
            "high incident open, critical one resolved",
            |r| {
                in_the_window(r);
                incident(r, rollcall::plan::Severity::High, None);
                incident(r, rollcall::plan::Severity::Critical, Some(TODAY));
            },
            vec![],
        ),
        (
            "live for 31 days without a review",
            |r| live(r, date(2026, 1, 30)),
            advises(Code::PostReviewMissing, Section::After),
        ),
        ("live for 30 days without a review", |r| live(r, date(2026, 1, 31)), vec![]),
        (
            "live for 31 days with a review",
            |r| {
                live(r, date(2026, 1, 30));
                let review = PostImplementationReview { held: Some(TODAY), ..PostImplementationReview::default() };
                change(r, Command::PostReview(Box::new(review)));
            },
            vec![],
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

fn live(release: &mut Release, on: Date) {
    change(release, Command::Live(Box::new(GoLive { at: Some(at(on, 6)), note: String::new() })));
}

/// Records a forecast of the plan as it is.
fn record_forecast(release: &mut Release, edit: impl FnOnce(&mut Forecast)) {
    let strategy = release.strategy.choice.as_ref().map(|choice| choice.strategy);
    let scenario = fingerprint(&Scenario::of(release, YESTERDAY));
    let mut forecast = Forecast { strategy, scenario, on: Some(YESTERDAY), ..Forecast::default() };
    edit(&mut forecast);
    change(release, Command::Forecast(Box::new(Some(forecast))));
}

/// The window began yesterday and ends tomorrow.
fn in_the_window(release: &mut Release) {
    edit_identity(release, |it| it.window = Window::new(at(YESTERDAY, 1), at(TOMORROW, 9)).ok());
}

fn meeting(release: &mut Release, on: Date, edit: impl FnOnce(&mut Meeting)) {
    let kind = MeetingKind::ProcessReview;
    let mut meeting = Meeting { id: id("review"), kind, at: Some(at(on, 9)), ..Meeting::default() };
    edit(&mut meeting);
    change(release, Command::Meetings(Edit::add(meeting)));
}

fn action(due: Option<Date>, closed: Option<Date>) -> Action {
    Action { id: id("act"), text: "Ring them".to_owned(), due, closed, ..Action::default() }
}

fn incident(release: &mut Release, severity: rollcall::plan::Severity, resolved: Option<Date>) {
    let id = id(severity.key());
    let resolved = resolved.map(|day| at(day, 3));
    change(release, Command::Incidents(Edit::add(Incident { id, severity, resolved, ..Incident::default() })));
}

fn refusal(reason: &str, what_next: &str) -> RfcRefusal {
    RfcRefusal { on: Some(TODAY), reason: reason.to_owned(), what_next: what_next.to_owned() }
}

pub fn add_rfc(release: &mut Release, outcome: RfcOutcome) {
    change(release, Command::Rfcs(Edit::add(Rfc { id: id("other"), outcome, ..Rfc::default() })));
}

/// Everything that the CAB asks of the other RFC and that the ready release does not have.
pub fn ready_for_cab(release: &mut Release) {
    edit_rfc(release, "other", |it| {
        it.description = "Opens the new ledger".to_owned();
        it.impact = "Posting pauses for an hour".to_owned();
        it.owner = Some(id("ana"));
        it.submitted = Some(date(2026, 2, 20));
        it.cab_date = Some(date(2026, 3, 10));
    });
    let ledger = release.configuration_items.get(id("ledger")).unwrap().clone();
    let version_after = "4.2".to_owned();
    change(release, Command::ConfigurationItems(Edit::replace(ConfigurationItem { version_after, ..ledger })));
    edit_risk(release, "volume", |it| it.owner = Some(id("eva")));
    let message =
        Message { id: id("note"), subject: "Ledger 4.2".to_owned(), sender: Some(id("eva")), ..Message::default() };
    change(release, Command::Messages(Edit::add(message)));
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

fn detect(release: &mut Release, hundredths: u32, sure: u8) {
    let (rate, sure) = (BasisPoints::try_from(hundredths).ok(), Percent::try_from(sure).ok());
    change(release, Command::Detection(Box::new(Detection { defect_rate: rate, confidence: sure })));
}

fn set_size(department: &mut Department, group: &str, size: u32) {
    for it in department.groups.iter_mut().filter(|it| it.id.as_str() == group) {
        it.size = Count(size);
    }
}

/// Between these hours at this rate. A package takes 36 seconds for each target at 100 Mbit/s.
fn push(release: &mut Release, (from, until): (i8, i8), rate: u32) {
    let clock = |hour| Some(jiff::civil::time(hour, 0, 0, 0));
    let push = PushPlan {
        package: Some(Megabytes::from(450)),
        bandwidth_limit: Some(MegabitsPerSecond::from(rate)),
        window_from: clock(from),
        window_until: clock(until),
        ..PushPlan::default()
    };
    change(release, Command::Push(Box::new(push)));
}

/// In the first hour 1 in 35 of 52 fetch 450 MB: one and a half Mbit/s.
fn pull(release: &mut Release, rate: u32) {
    edit_strategy(release, |it| it.strategy.delivery = Delivery::PullThenPush);
    let pull = PullPlan {
        deadline: Some(date(2026, 3, 17)),
        forced_push: true,
        half_life: Some(Minutes(1440)),
        server_rate: Some(MegabitsPerSecond::from(rate)),
        ..PullPlan::default()
    };
    change(release, Command::Pull(Box::new(pull)));
    let push = PushPlan { package: Some(Megabytes::from(450)), ..PushPlan::default() };
    change(release, Command::Push(Box::new(push)));
}

/// Two days for each wave, the last of which starts on the 15th at noon.
fn days_per_wave(release: &mut Release, deadline: Option<Date>) {
    for wave in ["pilot", "rest"] {
        edit_wave(release, wave, |it| it.start = Some(at(date(2026, 3, 15), 12)));
    }
    let pull = PullPlan { deadline, days_per_wave: WaveDays::try_from(2).ok(), ..release.rollout.pull.clone() };
    change(release, Command::Pull(Box::new(pull)));
}

fn switch_off(release: &mut Release, due: Date) {
    let same = SwitchOffCriterion { id: id("same"), text: "The same totals".to_owned(), due: Some(due), met: None };
    let parallel = ParallelPlan { switch_off: items([same]), ..ParallelPlan::default() };
    change(release, Command::Parallel(Box::new(parallel)));
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

/// The plan answers the only point of the gate, whatever was once seen there.
fn asks_the_plan(release: &mut Release, check: AutomaticCheck) {
    checklist(release, &[CheckState::Failed]);
    edit_gate(release, "sponsor-review", |it| it.checklist.iter_mut().for_each(|point| point.check = Some(check)));
}

/// A gate that passed on one open condition.
fn passed_on(release: &mut Release, edit: impl FnOnce(&mut rollcall::plan::Condition)) {
    let mut tidy = condition("tidy");
    edit(&mut tidy);
    outcome(release, GateOutcome::PassedWithConditions { on: Some(TODAY), conditions: items([tidy]) });
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

/// So many of an audience were at its session.
fn attended(release: &mut Release, audience: &str, people: u32) {
    edit_session(release, &format!("lesson-{audience}"), |it| {
        it.attendance.iter_mut().for_each(|attendance| attendance.attended = Count(people));
    });
}

fn parallel(release: &mut Release) {
    edit_strategy(release, |it| it.strategy.approach = Approach::Parallel);
    let switch_off =
        items([SwitchOffCriterion { id: id("same"), text: "The same totals".to_owned(), due: None, met: None }]);
    change(release, Command::Parallel(Box::new(ParallelPlan { switch_off, ..ParallelPlan::default() })));
}

/// Adds a capacity issue that is a condition, then changed.
fn short_of(release: &mut Release, edit: impl FnOnce(&mut CapacityIssue)) {
    let (title, owner, due) = ("Disks".to_owned(), Some(id("ben")), Some(GO_LIVE));
    let mut issue = CapacityIssue { id: id("disks"), title, owner, due, ..CapacityIssue::default() };
    edit(&mut issue);
    change(release, Command::Capacity(Edit::add(issue)));
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

/// Puts a further piece of evidence under a criterion that is answered so.
fn shown(release: &mut Release, answer: Answer, shown_by: Proof) {
    edit_criterion(release, "training", |it| {
        it.answer = answer;
        let id = id(&format!("e-{}", it.evidence.len()));
        it.evidence.push(Evidence { id, title: "Report".to_owned(), shown_by, added: None });
    });
}

fn measured(value: &str) -> Proof {
    Proof::Measured { value: value.to_owned(), threshold: "≤ 300 ms".to_owned() }
}

fn found_and_decided(release: &mut Release, found: Option<Date>, on: Option<Date>) {
    edit_defect(release, "rounding", |it| it.found = found);
    edit_decision(release, |it| it.on = on);
}

fn accepted(release: &mut Release, by: &str, on: Date) {
    let acceptance = HandOverAcceptance { by: Some(id(by)), on: Some(on), note: String::new() };
    change(release, Command::HandOver(Box::new(acceptance)));
}

fn add_point(release: &mut Release) {
    change(release, Command::HandOverItems(Edit::add(HandOverItem { id: id("spare"), ..HandOverItem::default() })));
}

fn without_points(release: &mut Release) {
    change(release, Command::HandOverItems(Edit::Remove { id: id("reload") }));
    removed(release, RemovedKind::HandOverItem, "reload", "They know it by heart");
}

/// The checkpoint on another day.
fn checkpoint(release: &mut Release, on: Date) {
    edit_meeting(release, "checkpoint", |it| it.at = Some(at(on, 10)));
}

/// Go-live a week later, after whatever is to come before it.
fn goes_live_later(release: &mut Release) {
    edit_identity(release, |it| it.window = Window::new(at(date(2026, 3, 21), 20), at(date(2026, 3, 22), 4)).ok());
}

fn goes_live_today(release: &mut Release) {
    edit_identity(release, |it| it.window = Window::new(at(TODAY, 20), at(TOMORROW, 4)).ok());
    checkpoint(release, TODAY);
}

fn open_when_due(release: &mut Release) {
    goes_live_today(release);
    edit_hand_over(release, "reload", |it| it.set_up = None);
}

fn since(since: Date) -> GoLive {
    GoLive { at: Some(at(since, 6)), note: String::new() }
}

pub fn big_bang(release: &mut Release) {
    edit_identity(release, |it| it.first_of_type = true);
    edit_strategy(release, |it| it.strategy.approach = Approach::BigBang);
}

pub fn own_rule(release: &mut Release, fact: Fact, operator: Operator, value: &str) {
    let then = Clause { fact, operator, value: value.to_owned() };
    change(release, Command::Rules(Edit::add(GovernanceRule { id: id("own"), then, ..GovernanceRule::default() })));
}
