//! The days and times of a plan, each with what happens then. One walk over the plan lists them and moves them.

use jiff::civil::{Date, DateTime, Time};

use crate::days::plus_days;
use crate::gate::{has_come, held};
use crate::order;
use crate::plan::{
    Action, Answer, Condition, Days, DefectDecision, GateOutcome, Item, Items, Release, RfcOutcome, WaveState, Window,
};

choice! {
    /// What happens on a day of the plan.
    pub enum DateKind {
        /// The window of go-live opens.
        GoLive = "go_live", "Go-live";
        /// The window of go-live closes.
        WindowEnds = "window_ends", "Window ends";
        /// A wave starts.
        Wave = "wave", "Wave starts";
        /// Old and new run side by side from here on.
        ParallelFrom = "parallel_from", "Parallel running starts";
        /// Old and new run side by side up to here.
        ParallelUntil = "parallel_until", "Parallel running ends";
        /// Users may fetch the release from here on.
        PullFrom = "pull_from", "Pull starts";
        /// Users may fetch the release up to here.
        PullDeadline = "pull_deadline", "Pull deadline";
        /// A condition for switching the old off is to be met.
        SwitchOff = "switch_off", "Switch-off criterion due";
        /// The back-out plan is tried.
        BackOutTest = "back_out_test", "Back-out test";
        /// A criterion is to be answered.
        Criterion = "criterion", "Criterion due";
        /// A gate is to be held.
        Gate = "gate", "Gate due";
        /// An action is to be done.
        Action = "action", "Action due";
        /// A condition is to be met.
        Condition = "condition", "Condition due";
        /// A defect is to be dealt with.
        Defect = "defect", "Defect due";
        /// A known error is to be looked at again.
        KnownError = "known_error", "Known error reviewed";
        /// The CAB looks at an RFC.
        Cab = "cab", "CAB";
        /// A training session is held.
        Session = "session", "Training";
        /// A message is sent. Its day follows from go-live.
        Message = "message", "Message";
        /// A document is distributed. Its day follows from go-live.
        Distribution = "distribution", "Document due";
        /// A meeting is held.
        Meeting = "meeting", "Meeting";
        /// A capacity issue is to be settled.
        Capacity = "capacity", "Capacity issue due";
        /// The Board meets.
        Board = "board", "Board meets";
        /// Early life support starts.
        SupportFrom = "support_from", "Early life support starts";
        /// Early life support ends.
        SupportUntil = "support_until", "Early life support ends";
        /// A criterion for leaving early life support is to be met.
        SupportExit = "support_exit", "Exit criterion due";
        /// A waiver ends. It never moves by itself: somebody granted it until that day.
        Waiver = "waiver", "Waiver ends";
    }
}

/// A day or a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Some time on a day.
    Day(Date),
    /// At a time.
    Time(DateTime),
}

impl When {
    /// The day.
    #[must_use]
    pub fn day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Time(time) => time.date(),
        }
    }

    /// The start of the day, or the time: what dates are sorted by.
    #[must_use]
    pub fn moment(self) -> DateTime {
        match self {
            Self::Day(day) => day.to_datetime(Time::midnight()),
            Self::Time(time) => time,
        }
    }
}

/// A day of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlanDate {
    /// What happens.
    pub kind: DateKind,
    /// The id of the thing that it happens to; empty for the release itself.
    pub id: String,
    /// Of a thing within a gate or a meeting, the id of what holds it.
    pub within: Option<String>,
    /// What the thing is called.
    pub subject: String,
    /// When.
    pub when: When,
    /// Whether it is still to come about: what has been done is not.
    pub open: bool,
}

/// Every day of the plan, in order of time.
#[must_use]
pub fn dates(release: &Release, today: Date) -> Vec<PlanDate> {
    let mut found = Vec::new();
    let mut copy = release.clone();
    walk(&mut copy, today, &mut |spot| {
        if let Some(when) = spot.slot.when() {
            let (kind, within, open) = (spot.kind, spot.within.map(str::to_owned), spot.open);
            found.push(PlanDate { kind, id: spot.id.to_owned(), within, subject: spot.subject.to_owned(), when, open });
        }
    });
    order::sort_by_key(&mut found, |date| (date.when.moment(), date.kind));
    found
}

/// The day of something that is planned in days after go-live.
#[must_use]
pub fn sent_on(release: &Release, days: Days) -> Option<Date> {
    later(release.go_live()?, days.0)
}

/// A day so many days later; nothing where the calendar ends before.
pub(super) fn later(day: Date, days: i32) -> Option<Date> {
    plus_days(day, i64::from(days))
}

/// Where a day stands in the plan.
pub(super) struct Spot<'a> {
    pub(super) kind: DateKind,
    pub(super) id: &'a str,
    pub(super) within: Option<&'a str>,
    pub(super) subject: &'a str,
    pub(super) open: bool,
    pub(super) slot: Slot<'a>,
}

/// The day itself, to be changed in place.
pub(super) enum Slot<'a> {
    Day(&'a mut Option<Date>),
    Time(&'a mut Option<DateTime>),
    /// The start of the window; its end moves with it.
    Start(&'a mut Option<Window>),
    /// It follows from go-live and is not written anywhere.
    Derived(Option<When>),
}

impl Slot<'_> {
    pub(super) fn when(&self) -> Option<When> {
        match self {
            Self::Day(day) => day.map(When::Day),
            Self::Time(time) => time.map(When::Time),
            Self::Start(window) => window.map(|window| When::Time(window.start())),
            Self::Derived(when) => *when,
        }
    }
}

type Visit<'v> = &'v mut dyn FnMut(Spot);

/// Goes over every day of the plan.
pub(super) fn walk(release: &mut Release, today: Date, visit: Visit) {
    own(release, today, visit);
    rollout(release, today, visit);
    criteria_and_defects(release, today, visit);
    gates(release, today, visit);
    people(release, today, visit);
    after(release, visit);
}

fn day<'a>(kind: DateKind, id: &'a str, subject: &'a str, open: bool, slot: &'a mut Option<Date>) -> Spot<'a> {
    Spot { kind, id, within: None, subject, open, slot: Slot::Day(slot) }
}

fn time<'a>(kind: DateKind, id: &'a str, subject: &'a str, open: bool, slot: &'a mut Option<DateTime>) -> Spot<'a> {
    Spot { kind, id, within: None, subject, open, slot: Slot::Time(slot) }
}

fn own(release: &mut Release, today: Date, visit: Visit) {
    let go_live = release.go_live();
    let end = release.identity.window.map(|window| When::Time(window.end()));
    let live = release.after.go_live.at.is_some();
    let name = release.identity.name.clone();
    let spot = |kind, slot| Spot { kind, id: "", within: None, subject: &name, open: !live, slot };
    visit(spot(DateKind::GoLive, Slot::Start(&mut release.identity.window)));
    visit(spot(DateKind::WindowEnds, Slot::Derived(end)));
    for message in release.messages.iter() {
        // What has been sent was sent on a day that stays.
        let when = message.sent.or_else(|| go_live.and_then(|day| later(day, message.send.0))).map(When::Day);
        let (id, open) = (message.id, message.sent.is_none());
        let (kind, slot) = (DateKind::Message, Slot::Derived(when));
        visit(Spot { kind, id: id.as_str(), within: None, subject: &message.subject, open, slot });
    }
    for distribution in release.distribution.iter() {
        let when = distribution.sent.or_else(|| go_live.and_then(|day| later(day, distribution.by.0))).map(When::Day);
        let (id, open) = (distribution.id, distribution.sent.is_none());
        let subject = crate::plan::Choice::label(distribution.document);
        visit(Spot {
            kind: DateKind::Distribution,
            id: id.as_str(),
            within: None,
            subject,
            open,
            slot: Slot::Derived(when),
        });
    }
    for rfc in release.rfcs.iter_mut() {
        let open = rfc.outcome == RfcOutcome::Pending;
        visit(day(DateKind::Cab, rfc.id.as_str(), &rfc.title, open, &mut rfc.cab_date));
    }
    let next = &mut release.board.sittings.next;
    let open = next.is_some_and(|at| at.date() >= today);
    visit(time(DateKind::Board, "", "", open, next));
    for rule in release.rules.iter_mut() {
        if let Some(waiver) = &mut rule.waiver {
            visit(day(DateKind::Waiver, rule.id.as_str(), &rule.name, true, &mut waiver.until));
        }
    }
}

fn rollout(release: &mut Release, today: Date, visit: Visit) {
    let plan = &mut release.rollout;
    for wave in plan.waves.iter_mut() {
        let open = wave.state == WaveState::Planned;
        visit(time(DateKind::Wave, wave.id.as_str(), &wave.name, open, &mut wave.start));
    }
    let ahead = |day: &Option<Date>| day.is_some_and(|day| day >= today);
    for (kind, slot) in [
        (DateKind::ParallelFrom, &mut plan.parallel.from),
        (DateKind::ParallelUntil, &mut plan.parallel.until),
        (DateKind::PullFrom, &mut plan.pull.from),
        (DateKind::PullDeadline, &mut plan.pull.deadline),
    ] {
        let open = ahead(slot);
        visit(day(kind, "", "", open, slot));
    }
    for criterion in plan.parallel.switch_off.iter_mut() {
        let (id, open) = (criterion.id, criterion.met.is_none());
        visit(day(DateKind::SwitchOff, id.as_str(), &criterion.text, open, &mut criterion.due));
    }
    if let Some(test) = &mut plan.back_out.test {
        let open = test.on.is_some() && !has_come(test.on, today);
        visit(day(DateKind::BackOutTest, "", "", open, &mut test.on));
    }
}

fn criteria_and_defects(release: &mut Release, today: Date, visit: Visit) {
    for criterion in release.criteria.iter_mut() {
        let open = matches!(criterion.answer, Answer::Unanswered | Answer::NotMet);
        let id = criterion.id;
        visit(day(DateKind::Criterion, id.as_str(), &criterion.title, open, &mut criterion.due));
        if let Answer::Waived(waiver) = &mut criterion.answer {
            visit(day(DateKind::Waiver, id.as_str(), &criterion.title, true, &mut waiver.until));
        }
    }
    for defect in release.defects.iter_mut() {
        let state = crate::gate::defect_state(defect, today);
        let id = defect.id;
        visit(day(DateKind::Defect, id.as_str(), &defect.title, state.is_open(), &mut defect.due));
        let known = defect.decision == DefectDecision::Workaround;
        visit(day(DateKind::KnownError, id.as_str(), &defect.title, known, &mut defect.known_error.review));
    }
}

fn gates(release: &mut Release, today: Date, visit: Visit) {
    for gate in release.gates.iter_mut() {
        let (id, open) = (gate.id, !held(gate, today));
        visit(day(DateKind::Gate, id.as_str(), &gate.name, open, &mut gate.due));
        actions(&mut gate.findings, id.as_str(), visit);
        if let GateOutcome::PassedWithConditions { conditions: list, .. } = &mut gate.outcome {
            conditions(list, id.as_str(), visit);
        }
    }
    if let Some(decision) = &mut release.board.decision {
        conditions(&mut decision.conditions, "", visit);
    }
}

fn people(release: &mut Release, today: Date, visit: Visit) {
    let ahead = |at: Option<DateTime>| at.is_some_and(|at| at.date() >= today);
    for session in release.training.sessions.iter_mut() {
        let open = session.attendance.is_empty();
        visit(time(DateKind::Session, session.id.as_str(), &session.title, open, &mut session.at));
    }
    for meeting in release.meetings.iter_mut() {
        let (id, open) = (meeting.id, meeting.attended.is_empty() || ahead(meeting.at));
        let kind = crate::plan::Choice::label(meeting.kind);
        let subject = if meeting.title.trim().is_empty() { kind.to_owned() } else { meeting.title.clone() };
        visit(time(DateKind::Meeting, id.as_str(), &subject, open, &mut meeting.at));
        actions(&mut meeting.actions, id.as_str(), visit);
    }
    for issue in release.review.capacity.iter_mut() {
        let open = issue.closed.is_none();
        visit(day(DateKind::Capacity, issue.id.as_str(), &issue.title, open, &mut issue.due));
    }
}

fn after(release: &mut Release, visit: Visit) {
    let support = &mut release.after.support;
    let open = support.ended.is_none();
    visit(day(DateKind::SupportFrom, "", "", open, &mut support.from));
    visit(day(DateKind::SupportUntil, "", "", open, &mut support.until));
    for criterion in support.exit.iter_mut() {
        let (id, open) = (criterion.id, open && criterion.met.is_none());
        visit(day(DateKind::SupportExit, id.as_str(), &criterion.text, open, &mut criterion.due));
    }
    actions(&mut release.after.review.actions, "", visit);
}

fn actions(list: &mut Items<Action>, within: &str, visit: Visit) {
    for action in list.iter_mut() {
        let (id, open) = (action.id, action.closed.is_none());
        let spot = day(DateKind::Action, id.as_str(), &action.text, open, &mut action.due);
        visit(Spot { within: Some(within), ..spot });
    }
}

fn conditions(list: &mut Items<Condition>, within: &str, visit: Visit) {
    for condition in list.iter_mut() {
        let (id, open) = (condition.id(), condition.met.is_none());
        let spot = day(DateKind::Condition, id.as_str(), &condition.text, open, &mut condition.until);
        visit(Spot { within: Some(within), ..spot });
    }
}
