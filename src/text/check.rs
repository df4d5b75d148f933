//! Why an automatic check is ticked, or is not.

use crate::plan::{AutomaticCheck, CheckState, ChecklistItem, Choice};
use crate::readiness::{Checked, few};

/// What is said of a check.
struct Words {
    /// Where it is fulfilled.
    done: &'static str,
    /// Before the names of what falls short.
    short: &'static str,
    /// Where there is nothing to look at.
    open: &'static str,
    /// Where it does not apply.
    spared: &'static str,
}

/// Why a check is ticked, or is not, in a sentence: "Without success criteria: Pilot and Rest."
#[must_use]
pub fn checked(check: AutomaticCheck, checked: &Checked) -> String {
    let words = words(check);
    match checked.state {
        CheckState::Done => words.done.to_owned(),
        CheckState::Open => words.open.to_owned(),
        CheckState::NotApplicable => words.spared.to_owned(),
        CheckState::Failed => format!("{} {}.", words.short, few(&checked.missing)),
    }
}

/// What a point of a checklist asks: its own words, else those of the check that answers it.
#[must_use]
pub fn check_item(item: &ChecklistItem) -> &str {
    match (item.text.trim(), item.check) {
        ("", Some(check)) => check.label(),
        (text, _) => text,
    }
}

/// Said where a check never finds that it does not apply.
const NEVER: &str = "Does not apply to this release.";

fn words(check: AutomaticCheck) -> Words {
    let says = |done, short, open| Words { done, short, open, spared: NEVER };
    match check {
        AutomaticCheck::BackOutReady => says(
            "The back-out plan has steps and triggers, and its test worked.",
            "The back-out plan lacks",
            "The back-out plan is empty.",
        ),
        AutomaticCheck::WaveCriteria => Words {
            spared: "The chosen approach has no waves.",
            ..says(
                "Each wave says what must hold before the next one.",
                "Without success criteria:",
                "No wave is planned yet.",
            )
        },
        AutomaticCheck::RunbookOwned => says(
            "Each runbook step has an owner and a duration.",
            "Without owner or duration:",
            "The runbook has no steps yet.",
        ),
        AutomaticCheck::WindowFits => says(
            "Runbook and back-out end within the window.",
            "Runbook and back-out run over the window by",
            "Window, runbook and back-out steps are not all planned yet.",
        ),
        AutomaticCheck::DefectsDecided => says(
            "Each defect is fixed, or goes live with a workaround.",
            "Undecided, not fixed or holding the release up:",
            "No defect is recorded yet.",
        ),
        AutomaticCheck::KnownErrorsComplete => Words {
            spared: "No defect goes live as a known error.",
            ..says(
                "Each known error says all that the service desk needs.",
                "Incomplete:",
                "No known error is recorded yet.",
            )
        },
        AutomaticCheck::FloorWalkers => Words {
            spared: "No department is impacted.",
            ..says(
                "Each impacted department has a floor walker.",
                "Without floor walkers:",
                "No department is registered yet.",
            )
        },
        AutomaticCheck::TrainingCapacity => says(
            "The sessions have a seat for everyone of each audience.",
            "Too few seats, or no audience:",
            "No training audience is registered yet.",
        ),
        AutomaticCheck::TrainingAttended => says(
            "Enough people of each audience were there.",
            "Not adequately trained, or no audience:",
            "No training audience is registered yet.",
        ),
        AutomaticCheck::DepartmentsTold => Words {
            spared: "No department is impacted.",
            ..says(
                "A message was sent to each impacted department, and none is overdue.",
                "Not told, or a message to them is overdue:",
                "No department is registered yet.",
            )
        },
        AutomaticCheck::DocumentsAcknowledged => says(
            "Each document was sent and acknowledged.",
            "Not sent, not acknowledged or changed since:",
            "No document is to be distributed yet.",
        ),
        AutomaticCheck::EnvironmentsRefreshed => says(
            "Each environment with a refresh interval was refreshed in time.",
            "Overdue for a refresh:",
            "No environment has a refresh interval yet.",
        ),
        AutomaticCheck::EnvironmentsFit => says(
            "Each environment was found fit for its purpose.",
            "Unfit or not assessed:",
            "No environment is registered yet.",
        ),
        AutomaticCheck::CriteriaMet => says(
            "Each criterion is met, waived for now, or does not apply.",
            "Not met or not answered:",
            "There are no acceptance criteria yet.",
        ),
        AutomaticCheck::RfcsApproved => says(
            "The CAB decided on each RFC and approved at least one.",
            "Missing from the CAB:",
            "No RFC is recorded yet.",
        ),
        AutomaticCheck::HandOverComplete => says(
            "Everything is set up in the desk's tool, and the desk accepted it.",
            "Still missing:",
            "Nothing is to be handed over yet.",
        ),
        AutomaticCheck::CapacitySettled => {
            says("No capacity issue is open.", "Still open:", "Nobody has looked at capacity yet.")
        }
        AutomaticCheck::RisksAnswered => says(
            "Each risk has a response and somebody who watches it.",
            "Without response or owner:",
            "No risk is written down yet.",
        ),
        AutomaticCheck::ActionsInTime => {
            says("No action is past its day.", "Past their day:", "No action has been agreed yet.")
        }
        AutomaticCheck::CalendarClear => says(
            "Nothing is deployed in a closed period.",
            "In a closed period:",
            "Go-live has no day, or the calendar has no closed period to compare with.",
        ),
    }
}
