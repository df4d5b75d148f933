//! The sections of the record around the plan itself: what each sample says there, and what its gaps teach.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use rollcall::plan::{
    Action, Approach, AudienceKind, DefectDecision, EnvironmentPurpose, Fitness, Id, Item, Items, MeetingKind, Message,
    Person, Release, RfcOutcome, Severity, Teaches, TestResult, TrainingAudience, Verdict, Weekend,
};
use rollcall::training::{adequacies, size_of};

use super::{Sample, each, ids, not_in};

/// What is named in these sections and is not there.
pub(super) fn missing(release: &Release) -> Vec<String> {
    let plan = &release.training;
    let (people, gates) = (ids(&release.people), ids(&release.gates));
    let (environments, audiences) = (ids(&release.environments), ids(&plan.audiences));
    let groups = release.groups().map(|(_, group)| group.id.to_string()).collect();
    let uses = release.environments.iter().flat_map(|environment| &environment.uses);
    let attendance = plan.sessions.iter().flat_map(|session| &session.attendance);
    let told = release.messages.iter().flat_map(|message| &message.departments);
    let by = [&release.review.record.by, &release.hand_over.acceptance.by];
    [
        not_in("gate of a test", uses.filter_map(|used| used.gate.as_ref()), &gates),
        not_in("environment", release.gates.iter().flat_map(|gate| &gate.environments), &environments),
        not_in("group of an audience", plan.audiences.iter().filter_map(|it| it.group.as_ref()), &groups),
        not_in("audience", plan.sessions.iter().flat_map(|session| &session.audiences), &audiences),
        not_in("audience that was there", attendance.map(|attendance| &attendance.audience), &audiences),
        not_in("department of a message", told, &ids(&release.departments)),
        not_in("person", by.into_iter().filter_map(Option::as_ref), &people),
    ]
    .concat()
}

/// Each section holds as much as that of a real plan.
pub(super) fn is_full(release: &Release, between: &dyn Fn(&str, usize, usize, usize)) {
    between("environments", release.environments.len(), 3, 5);
    for environment in &release.environments {
        between("parts of an environment", environment.parts.len(), 3, 8);
    }
    between("audiences", release.training.audiences.len(), 4, 20);
    between("sessions", release.training.sessions.len(), 5, 10);
    between("messages", release.messages.len(), 6, 10);
    between("distributed documents", release.distribution.len(), 6, 12);
    between("points of the hand-over", release.hand_over.items.len(), 6, 12);
    between("meetings", release.meetings.len(), 3, 5);
    between("points of the review", release.review.record.points.len(), 3, 6);
    between("capacity issues", release.review.capacity.len(), 1, 3);
    between("closed periods", release.calendar.periods.len(), 2, 3);
    between("exit criteria", release.after.support.exit.len(), 5, 8);
    let checks = release.gates.iter().flat_map(|gate| &gate.checklist).filter(|point| point.check.is_some());
    between("automatic checks", checks.count(), 3, 6);
}

#[test]
fn every_section_says_who_and_what() {
    each(|sample, release| {
        let name = sample.name;
        for environment in &release.environments {
            assert!(environment.owner.is_some() && environment.fitness != Fitness::Unknown, "{name}: {environment:?}");
        }
        let purposes = release.environments.iter().map(|environment| environment.purpose);
        assert_eq!(purposes.filter(|it| *it == EnvironmentPurpose::Production).count(), 1, "{name}");
        for rfc in &release.rfcs {
            assert!(rfc.owner.is_some() && !rfc.description.is_empty() && !rfc.impact.is_empty(), "{name}: {}", rfc.id);
        }
        for session in &release.training.sessions {
            let said = session.at.is_some() && session.trainer.is_some() && !session.place.is_empty();
            assert!(said && !session.audiences.is_empty(), "{name}: session {}", session.id);
        }
        for kind in [AudienceKind::ServiceDesk, AudienceKind::SupportTeam, AudienceKind::FloorWalkers] {
            assert!(release.training.audiences.iter().any(|it| it.kind == kind), "{name}: {kind:?}");
        }
        for message in &release.messages {
            let listens = [message.departments.is_empty(), message.people.is_empty(), message.others.is_empty()];
            assert!(listens.contains(&false) && message.sender.is_some(), "{name}: message {}", message.id);
            assert_eq!(message.sent.is_some(), message.sent_by.is_some(), "{name}: message {}", message.id);
        }
        for entry in &release.distribution {
            assert!(entry.person.is_some() == entry.to.is_empty(), "{name}: document {}", entry.id);
        }
        for meeting in &release.meetings {
            assert!(meeting.chair.is_some() && !meeting.agenda.is_empty(), "{name}: meeting {}", meeting.id);
        }
        for kind in [MeetingKind::Checkpoint, MeetingKind::PostImplementation, MeetingKind::ProblemManagement] {
            assert!(release.meetings.iter().any(|meeting| meeting.kind == kind), "{name}: {kind:?}");
        }
        assert!(release.after.support.lead.is_some() && release.board.sittings.next.is_some(), "{name}");
        assert!(release.board.members.iter().filter(|member| member.deputy.is_some()).count() >= 3, "{name}");
        for member in release.board.members.iter().filter(|member| member.deputy.is_some()) {
            let seated = release.board.members.iter().any(|other| other.person == member.deputy);
            assert!(!seated, "{name}: the deputy of {} has a seat", member.id);
        }
    });
}

#[test]
fn days_lie_where_they_can() {
    each(|sample, release| {
        let (name, today, go_live) = (sample.name, sample.today, release.go_live().unwrap());
        for session in &release.training.sessions {
            let at = session.at.unwrap();
            let attended: u32 = session.attendance.iter().map(|it| it.attended.0).sum();
            assert!(attended <= session.capacity.0, "{name}: {} is overbooked", session.id);
            assert_eq!(attended > 0, at.date() <= today, "{name}: who was at {}", session.id);
            for audience in &session.audiences {
                let audience = release.training.audiences.get(*audience).unwrap();
                assert!(at < live_from(&release, audience), "{name}: {} is too late for {}", session.id, audience.id);
            }
            assert!(session.attendance.iter().all(|it| session.audiences.contains(&it.audience)), "{name}");
        }
        for meeting in &release.meetings {
            let held = meeting.at.unwrap().date() <= today;
            assert_eq!(held, !meeting.attended.is_empty(), "{name}: who was at {}", meeting.id);
            assert_eq!(held, meeting.agenda.iter().all(|it| !it.outcome.is_empty()), "{name}: {}", meeting.id);
            let after = meeting.at.unwrap().date() > go_live;
            assert!(after || meeting.kind != MeetingKind::PostImplementation, "{name}: {}", meeting.id);
            assert!(!after || meeting.kind != MeetingKind::Checkpoint, "{name}: {}", meeting.id);
        }
        for entry in &release.distribution {
            assert!(entry.acknowledged.is_none_or(|on| Some(on) >= entry.sent), "{name}: {}", entry.id);
        }
        for defect in &release.defects {
            let found = defect.found.unwrap();
            if let DefectDecision::Fix { fixed: Some(fixed) } = defect.decision {
                assert!(found <= fixed, "{name}: {} is fixed before it was found", defect.id);
            }
            assert!(Some(found) <= defect.due, "{name}: {}", defect.id);
        }
        for used in release.environments.iter().flat_map(|environment| &environment.uses) {
            assert_eq!(used.on.is_some(), used.result != TestResult::Open, "{name}: {}", used.id);
        }
        for period in &release.calendar.periods {
            assert!(period.from.is_some() && period.until.is_none_or(|until| Some(until) >= period.from), "{name}");
        }
        let support = &release.after.support;
        assert_eq!(support.from, Some(go_live), "{name}");
        let last = release.rollout.waves.iter().filter_map(|wave| wave.start).max().unwrap().date();
        assert!(support.until.unwrap() > last, "{name}: support ends before the last wave");
        // A sample is moved to the visitor's own day, whatever day of the week that is.
        assert_eq!(release.calendar.weekend, Weekend::None, "{name}");
    });
}

/// From when an audience works with the release: from its wave on, or from the window on.
fn live_from(release: &Release, audience: &TrainingAudience) -> DateTime {
    let waves = release.rollout.waves.iter();
    let own = waves.filter(|wave| audience.group.is_some_and(|group| wave.groups.contains(&group)));
    own.filter_map(|wave| wave.start).min().unwrap_or_else(|| release.identity.window.unwrap().start())
}

#[test]
fn what_lies_ahead_has_not_come() {
    each(|sample, release| {
        let after = &release.after;
        assert_eq!((after.go_live.at, after.review.held, after.support.ended), (None, None, None), "{}", sample.name);
        let empty = after.incidents.is_empty() && after.support.log.is_empty() && after.review.lessons.is_empty();
        assert!(empty && after.support.exit.iter().all(|criterion| criterion.met.is_none()), "{}", sample.name);
        assert!(release.rollout.runbook.iter().all(|step| step.started.is_none()), "{}", sample.name);
    });
}

/// The fields that a message may take from the plan, as far as the samples use them.
const FIELDS: [&str; 10] = [
    "contact",
    "deadline",
    "go_live",
    "known_errors",
    "pilot",
    "release",
    "release_manager",
    "service_desk",
    "summary",
    "window",
];

/// The fields that a message names and no plan knows.
fn unknown_fields(message: &Message) -> Vec<String> {
    let text = format!("{} {}", message.subject, message.body);
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned());
    names.filter(|name| name != "version" && !FIELDS.contains(&&**name)).collect()
}

/// What a sample's sections are behind with.
#[derive(Debug, Default, PartialEq, Eq)]
struct Gaps {
    refreshes: usize,
    unfit: usize,
    drifting: usize,
    untrained: usize,
    messages_overdue: usize,
    fields_missing: usize,
    documents_overdue: usize,
    unacknowledged: usize,
    not_set_up: usize,
    accepted: bool,
    review_held: bool,
    capacity_open: usize,
    actions_overdue: usize,
    late_defects: usize,
    waves_in_closed_periods: usize,
}

fn gaps(sample: &Sample, release: &Release) -> Gaps {
    let today = sample.today;
    let day = |days: i32| release.go_live().unwrap().checked_add(days.days()).unwrap();
    let overdue = |environment: &&rollcall::plan::Environment| {
        let interval = environment.refresh_days.map(|days| i64::from(days.0));
        interval.is_some_and(|days| environment.refreshed.unwrap().checked_add(days.days()).unwrap() < today)
    };
    let decided = release.board.decision.as_ref().and_then(|decision| decision.on);
    let actions = release.meetings.iter().flat_map(|meeting| &meeting.actions);
    let late = |action: &&Action| action.closed.is_none() && action.due.unwrap() < today;
    let unsent = release.messages.iter().filter(|message| message.sent.is_none());
    let documents = release.distribution.iter();
    let starts = release.rollout.waves.iter().filter_map(|wave| wave.start).map(DateTime::date);
    let closed = |on: &Date| {
        let periods = release.calendar.periods.iter();
        periods.into_iter().any(|it| it.from <= Some(*on) && Some(*on) <= it.until.or(it.from))
    };
    Gaps {
        refreshes: release.environments.iter().filter(overdue).count(),
        unfit: release.environments.iter().filter(|it| it.fitness == Fitness::Unfit).count(),
        drifting: release.environments.iter().filter(|it| drifts(release, it)).count(),
        untrained: adequacies(release).iter().filter(|it| !it.is_adequate()).count(),
        messages_overdue: unsent.filter(|message| day(message.send.0) < today).count(),
        fields_missing: release.messages.iter().map(|message| unknown_fields(message).len()).sum(),
        documents_overdue: documents.clone().filter(|it| it.sent.is_none() && day(it.by.0) < today).count(),
        unacknowledged: documents.filter(|it| it.sent.is_some() && it.acknowledged.is_none()).count(),
        not_set_up: release.hand_over.items.iter().filter(|item| item.set_up.is_none()).count(),
        accepted: release.hand_over.acceptance.on.is_some(),
        review_held: release.review.record.held.is_some(),
        capacity_open: release.review.capacity.iter().filter(|issue| issue.closed.is_none()).count(),
        actions_overdue: actions.filter(late).count(),
        late_defects: release.defects.iter().filter(|defect| defect.found > decided).count(),
        waves_in_closed_periods: starts.filter(closed).count(),
    }
}

/// Whether an environment on which tests rely has another version of something than production.
fn drifts(release: &Release, environment: &rollcall::plan::Environment) -> bool {
    let compared = [EnvironmentPurpose::Test, EnvironmentPurpose::Acceptance, EnvironmentPurpose::PreProduction];
    let production = release.environments.iter().find(|it| it.purpose == EnvironmentPurpose::Production).unwrap();
    let has = |name: &str, version: &str| environment.parts.iter().any(|it| it.name == name && it.version == version);
    compared.contains(&environment.purpose) && production.parts.iter().any(|part| !has(&part.name, &part.version))
}

#[test]
fn the_gaps_are_those_that_each_is_to_show() {
    each(|sample, release| {
        let wanted = match sample.verdict {
            Verdict::NoGo => Gaps {
                refreshes: 1,
                unfit: 1,
                drifting: 2,
                untrained: 11,
                messages_overdue: 1,
                fields_missing: 1,
                documents_overdue: 1,
                unacknowledged: 1,
                not_set_up: 4,
                capacity_open: 1,
                actions_overdue: 2,
                late_defects: 1,
                waves_in_closed_periods: 1,
                ..Gaps::default()
            },
            Verdict::ConditionalGo => Gaps {
                untrained: 1,
                unacknowledged: 1,
                not_set_up: 1,
                review_held: true,
                capacity_open: 1,
                ..Gaps::default()
            },
            Verdict::Go => Gaps { accepted: true, review_held: true, ..Gaps::default() },
        };
        assert_eq!(gaps(sample, &release), wanted, "{}", sample.name);
    });
}

#[test]
fn an_open_capacity_issue_is_a_condition_and_no_blocker() {
    each(|sample, release| {
        for issue in release.review.capacity.iter().filter(|issue| issue.closed.is_none()) {
            let light = [Severity::Low, Severity::Medium].contains(&issue.severity);
            assert!(light && issue.owner.is_some() && issue.due >= Some(sample.today), "{}: {issue:?}", sample.name);
        }
    });
}

#[test]
fn two_systems_are_taught_where_two_run() {
    each(|sample, release| {
        let parallel = release.strategy.choice.as_ref().unwrap().strategy.approach == Approach::Parallel;
        let both = release.training.sessions.iter().all(|session| session.teaches == Teaches::Both);
        assert_eq!(parallel, both, "{}", sample.name);
        if parallel {
            let users = release.training.audiences.iter().filter(|audience| audience.group.is_some());
            let taught: u32 = users.map(|audience| size_of(&release, audience).0).sum();
            assert_eq!(taught, 502, "{}: as the criterion on training says", sample.name);
        }
    });
}

#[test]
fn what_the_desk_is_given_fits_the_known_errors() {
    each(|sample, release| {
        let codes: BTreeSet<&str> = release.hand_over.items.iter().map(|item| &*item.code).collect();
        let live = release.defects.iter().filter(|defect| defect.decision == DefectDecision::Workaround);
        for code in live.map(|defect| &*defect.known_error.desk_code).filter(|code| !code.is_empty()) {
            assert!(codes.contains(code), "{}: {code} is not handed over", sample.name);
        }
    });
}

#[test]
fn nobody_is_listed_twice() {
    fn twice<T: Item>(items: &Items<T>, who: impl Fn(&T) -> Vec<Id<Person>>) -> bool {
        items.iter().any(|item| {
            let named = who(item);
            named.iter().collect::<BTreeSet<_>>().len() != named.len()
        })
    }
    each(|sample, release| {
        assert!(!twice(&release.meetings, |meeting| meeting.invited.clone()), "{}", sample.name);
        assert!(!twice(&release.meetings, |meeting| meeting.attended.clone()), "{}", sample.name);
        assert!(!twice(&release.messages, |message| message.people.clone()), "{}", sample.name);
        for meeting in &release.meetings {
            assert!(meeting.attended.iter().all(|id| meeting.invited.contains(id)), "{}: {}", sample.name, meeting.id);
        }
        let pending = release.rfcs.iter().filter(|rfc| rfc.outcome == RfcOutcome::Pending);
        assert!(pending.into_iter().all(|rfc| rfc.cab_date >= Some(sample.today)), "{}", sample.name);
    });
}

/// A change of what was signed is told by the names of what it refers to, whatever kind of thing that is.
#[test]
fn an_id_means_one_thing() {
    fn named<T: Item>(items: &Items<T>) -> Vec<(String, String)> {
        items.iter().map(|item| (item.id().to_string(), item.title().to_owned())).collect()
    }
    each(|sample, release| {
        let groups = release.groups().map(|(_, group)| (group.id.to_string(), group.name.clone())).collect();
        let all = [
            named(&release.people),
            named(&release.departments),
            groups,
            named(&release.gates),
            named(&release.rollout.runbook),
            named(&release.rfcs),
            named(&release.environments),
            named(&release.training.audiences),
            named(&release.defects),
        ];
        let mut names = BTreeMap::new();
        for (id, name) in all.into_iter().flatten() {
            let other = names.insert(id.clone(), name.clone());
            assert!(other.as_ref().is_none_or(|other| *other == name), "{}: {id}: {name}, {other:?}", sample.name);
        }
    });
}
