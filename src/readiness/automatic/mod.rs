//! Automatic checks: questions that the plan itself answers, on a day.
//!
//! A check that finds nothing to look at is open: absence never counts as fulfilled. What a check finds is never stored,
//! and no signature covers it. What asks for more than a look at each entry is answered where its section is assessed, so
//! that the check and the findings cannot come to differ.

mod people;
mod quality;
mod rollout;

use jiff::civil::Date;

use super::finding::{Place, Section};
use super::{calendar, communications, hand_over, meetings, training};
use crate::plan::{AutomaticCheck, CheckState, ChecklistItem, Department, Release};

/// What a check finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Done, failed, open where there is nothing to look at, or not applicable.
    pub state: CheckState,
    /// The names of what falls short, where it failed.
    pub missing: Vec<String>,
    /// Where it is cured, or where what it looks at is entered.
    pub place: Place,
}

/// What a check looked at.
pub(super) enum Look {
    /// There is nothing to look at yet.
    Nothing,
    /// The plan makes it so that there is nothing to ask for.
    Spared,
    /// What falls short; all is well where that is nothing.
    Short(Vec<Short>),
}

/// Something that falls short, and where it is cured.
pub(super) struct Short {
    name: String,
    place: Place,
}

impl Short {
    pub(super) fn new(name: impl ToString, place: Place) -> Self {
        Self { name: name.to_string(), place }
    }
}

impl From<Option<Vec<Short>>> for Look {
    fn from(short: Option<Vec<Short>>) -> Self {
        short.map_or(Self::Nothing, Self::Short)
    }
}

/// The impacted departments that fall short. Where departments are registered and none is impacted, none is asked.
pub(super) fn impacted(release: &Release, short: impl Fn(&Department) -> Option<Short>) -> Look {
    let mut impacted = release.departments.iter().filter(|department| department.impacted).peekable();
    if impacted.peek().is_none() && !release.departments.is_empty() {
        return Look::Spared;
    }
    among(impacted, |department| short(department))
}

/// Nothing to look at, or those of the things looked at that fall short.
fn among<T>(mut things: impl Iterator<Item = T>, short: impl Fn(&T) -> Option<Short>) -> Look {
    match things.next() {
        None => Look::Nothing,
        Some(first) => Look::Short(std::iter::once(first).chain(things).filter_map(|thing| short(&thing)).collect()),
    }
}

/// What a check finds in this release today.
#[must_use]
pub fn automatic(check: AutomaticCheck, release: &Release, today: Date) -> Checked {
    let (state, short) = match look(check, release, today) {
        Look::Nothing => (CheckState::Open, Vec::new()),
        Look::Spared => (CheckState::NotApplicable, Vec::new()),
        Look::Short(short) if short.is_empty() => (CheckState::Done, short),
        Look::Short(short) => (CheckState::Failed, short),
    };
    let place = short.first().map_or_else(|| home(check), |first| first.place.clone());
    Checked { state, missing: short.into_iter().map(|short| short.name).collect(), place }
}

/// How a point of a checklist stands: as somebody saw it, or as the plan answers it.
#[must_use]
pub fn item_state(item: &ChecklistItem, release: &Release, today: Date) -> CheckState {
    item.check.map_or(item.state, |check| automatic(check, release, today).state)
}

fn look(check: AutomaticCheck, release: &Release, today: Date) -> Look {
    match check {
        AutomaticCheck::BackOutReady => rollout::back_out_ready(release, today),
        AutomaticCheck::WaveCriteria => rollout::wave_criteria(release),
        AutomaticCheck::RunbookOwned => rollout::runbook_owned(release),
        AutomaticCheck::WindowFits => rollout::window_fits(release),
        AutomaticCheck::DefectsDecided => quality::defects_decided(release, today),
        AutomaticCheck::KnownErrorsComplete => quality::known_errors_complete(release, today),
        AutomaticCheck::FloorWalkers => people::floor_walkers(release),
        AutomaticCheck::TrainingCapacity => training::training_capacity(release).into(),
        AutomaticCheck::TrainingAttended => training::training_attended(release).into(),
        AutomaticCheck::DepartmentsTold => communications::departments_told(release, today),
        AutomaticCheck::DocumentsAcknowledged => communications::documents_acknowledged(release, today).into(),
        AutomaticCheck::EnvironmentsRefreshed => quality::environments_refreshed(release, today),
        AutomaticCheck::EnvironmentsFit => quality::environments_fit(release),
        AutomaticCheck::CriteriaMet => quality::criteria_met(release, today),
        AutomaticCheck::RfcsApproved => quality::rfcs_approved(release, today),
        AutomaticCheck::HandOverComplete => hand_over::hand_over_complete(release, today).into(),
        AutomaticCheck::CapacitySettled => people::capacity_settled(release, today),
        AutomaticCheck::RisksAnswered => quality::risks_answered(release),
        AutomaticCheck::ActionsInTime => meetings::actions_in_time(release, today).into(),
        AutomaticCheck::CalendarClear => calendar::calendar_clear(release, today).into(),
    }
}

/// Where what a check looks at is entered.
fn home(check: AutomaticCheck) -> Place {
    let (section, field) = match check {
        AutomaticCheck::BackOutReady => (Section::Rollout, "back_out_steps"),
        AutomaticCheck::WaveCriteria => (Section::Rollout, "waves"),
        AutomaticCheck::RunbookOwned | AutomaticCheck::WindowFits => (Section::Rollout, "runbook"),
        AutomaticCheck::DefectsDecided | AutomaticCheck::KnownErrorsComplete => (Section::Defects, "add"),
        AutomaticCheck::FloorWalkers => (Section::People, "add"),
        AutomaticCheck::TrainingCapacity | AutomaticCheck::TrainingAttended => (Section::Training, "add"),
        AutomaticCheck::DepartmentsTold => (Section::Communications, "add"),
        AutomaticCheck::DocumentsAcknowledged => (Section::Communications, "propose"),
        AutomaticCheck::EnvironmentsRefreshed | AutomaticCheck::EnvironmentsFit => (Section::Environments, "add"),
        AutomaticCheck::CriteriaMet => (Section::Acceptance, "add"),
        AutomaticCheck::RfcsApproved => (Section::Rfcs, "add"),
        AutomaticCheck::HandOverComplete => (Section::HandOver, "add"),
        AutomaticCheck::CapacitySettled => (Section::Review, "add"),
        AutomaticCheck::RisksAnswered => (Section::Board, "add"),
        AutomaticCheck::ActionsInTime => (Section::Meetings, "add"),
        AutomaticCheck::CalendarClear => (Section::Calendar, "add"),
    };
    Place::field(section, field)
}
