//! Automatic checks: questions that the plan itself answers, on a day.
//!
//! A check that finds nothing to look at is open: absence never counts as fulfilled. What a check finds is never stored,
//! and no signature covers it.

mod people;
mod quality;
mod rollout;

use jiff::civil::Date;

use super::finding::{Place, Section};
use crate::plan::{AutomaticCheck, CheckState, ChecklistItem, Release};

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
enum Look {
    /// There is nothing to look at yet.
    Nothing,
    /// The plan makes it so that there is nothing to ask for.
    Spared,
    /// What falls short; all is well where that is nothing.
    Short(Vec<Short>),
}

/// Something that falls short, and where it is cured.
struct Short {
    name: String,
    place: Place,
}

impl Short {
    fn new(name: impl ToString, place: Place) -> Self {
        Self { name: name.to_string(), place }
    }
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
        AutomaticCheck::TrainingCapacity => people::training_capacity(release),
        AutomaticCheck::TrainingAttended => people::training_attended(release),
        AutomaticCheck::DepartmentsTold => people::departments_told(release, today),
        AutomaticCheck::DocumentsAcknowledged => people::documents_acknowledged(release, today),
        AutomaticCheck::EnvironmentsRefreshed => quality::environments_refreshed(release, today),
        AutomaticCheck::EnvironmentsFit => quality::environments_fit(release),
        AutomaticCheck::CriteriaMet => quality::criteria_met(release, today),
        AutomaticCheck::RfcsApproved => quality::rfcs_approved(release, today),
        AutomaticCheck::HandOverComplete => people::hand_over_complete(release, today),
        AutomaticCheck::CapacitySettled => people::capacity_settled(release, today),
        AutomaticCheck::RisksAnswered => quality::risks_answered(release),
        AutomaticCheck::ActionsInTime => people::actions_in_time(release, today),
        AutomaticCheck::CalendarClear => rollout::calendar_clear(release, today),
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
