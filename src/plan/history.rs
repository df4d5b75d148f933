//! Undo and redo over every edit of a release.

use jiff::Timestamp;

use super::command::Command;
use super::governance::RemovedKind;
use super::items::EditError;
use super::release::{ChangeEntry, Release};

/// How many steps can be undone. A step holds what it changed, so that this bounds memory, not time.
const DEPTH: usize = 500;

/// The steps that can be undone and redone on one release.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// How many steps there have been.
    steps: u64,
}

/// Which step of a history: each is another one than all before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepNumber(u64);

#[derive(Debug, Clone)]
struct Step {
    number: StepNumber,
    /// Takes the step back, or does it again.
    command: Command,
    what: String,
    /// Steps with the same key in a row are one step, such as the letters typed into one field.
    typing: Option<String>,
}

/// Why a command was refused. The release is as before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// An id is missing or taken.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// Readiness depends on what would be removed, and no reason was given.
    #[error("removing this needs a reason")]
    ReasonNeeded(RemovedKind),
}

impl History {
    /// Applies a command, notes it in the change log and remembers how to take it back.
    ///
    /// `typing` is the key of the field that is being typed into: edits in a row with the same key are one step.
    ///
    /// # Errors
    /// [`Refused`], and then neither the release nor the history has changed.
    pub fn dispatch(
        &mut self,
        release: &mut Release,
        command: Command,
        entry: ChangeEntry,
        typing: Option<String>,
    ) -> Result<(), Refused> {
        if let Some(kind) = command.removes_without_reason(release) {
            return Err(Refused::ReasonNeeded(kind));
        }
        let inverse = command.apply(release)?;
        self.undone.clear();
        let goes_on = |step: &Step| step.typing == typing && step.command.overwrites(&inverse);
        if typing.is_some() && self.done.last().is_some_and(goes_on) {
            if let Some(line) = release.log.last_mut() {
                *line = entry;
            }
            return Ok(());
        }
        if self.done.len() == DEPTH {
            self.done.remove(0);
        }
        self.steps += 1;
        self.done.push(Step { number: StepNumber(self.steps), command: inverse, what: entry.what.clone(), typing });
        release.log.push(entry);
        Ok(())
    }

    /// Ends a run of typing: the next edit is a step of its own even in the same field.
    pub fn seal(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.typing = None;
        }
    }

    /// Takes the last step back and says what it was.
    pub fn undo(&mut self, release: &mut Release, at: Timestamp, who: &str) -> Option<String> {
        let what = Self::swing(&mut self.done, &mut self.undone, release, at, who, "Undid");
        self.seal();
        what
    }

    /// The step that undo would take back.
    #[must_use]
    pub fn last_step(&self) -> Option<StepNumber> {
        self.done.last().map(|step| step.number)
    }

    /// Does the step that was undone last again and says what it was.
    pub fn redo(&mut self, release: &mut Release, at: Timestamp, who: &str) -> Option<String> {
        Self::swing(&mut self.undone, &mut self.done, release, at, who, "Redid")
    }

    /// What undo would take back.
    #[must_use]
    pub fn to_undo(&self) -> Option<&str> {
        self.done.last().map(|step| step.what.as_str())
    }

    /// What redo would do again.
    #[must_use]
    pub fn to_redo(&self) -> Option<&str> {
        self.undone.last().map(|step| step.what.as_str())
    }

    fn swing(
        from: &mut Vec<Step>,
        to: &mut Vec<Step>,
        release: &mut Release,
        at: Timestamp,
        who: &str,
        verb: &str,
    ) -> Option<String> {
        let step = from.pop()?;
        let inverse = step.command.apply(release).ok()?;
        release.log.push(ChangeEntry { at, who: who.to_owned(), what: format!("{verb}: {}", step.what) });
        to.push(Step { number: step.number, command: inverse, what: step.what.clone(), typing: None });
        Some(step.what)
    }
}
