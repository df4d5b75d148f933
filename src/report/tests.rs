//! What a run of tests gave.

use jiff::civil::DateTime;

use super::ReportVerdict;

/// The most names of failed tests that are kept.
pub const MAX_NAMES: usize = 50;

/// A run of tests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TestRun {
    /// What the run calls itself, or else the name of its file.
    pub name: String,
    /// How many suites had tests.
    pub suites: u32,
    /// Tests that passed.
    pub passed: u32,
    /// Tests among them that passed only when they were repeated.
    pub flaky: u32,
    /// Tests that failed or ended with an error.
    pub failed: u32,
    /// Tests that did not run.
    pub skipped: u32,
    /// How long the run took, in milliseconds, where it says so.
    pub milliseconds: Option<u32>,
    /// The failed tests in the file's order, at most [`MAX_NAMES`]. A test may have no name.
    pub failed_names: Vec<String>,
    /// How many failed besides those.
    pub further: u32,
    /// When it began, as the file writes it: in which zone, the tools do not agree.
    pub at: Option<DateTime>,
}

impl TestRun {
    /// How many tests ran.
    #[must_use]
    pub fn ran(&self) -> u32 {
        self.passed.saturating_add(self.failed)
    }

    /// Passed where at least one test ran and none failed.
    #[must_use]
    pub fn verdict(&self) -> ReportVerdict {
        match (self.failed, self.passed) {
            (0, 0) => ReportVerdict::Empty,
            (0, _) => ReportVerdict::Passed,
            _ => ReportVerdict::Failed,
        }
    }

    /// Counts a failure.
    pub(super) fn fail(&mut self, name: String) {
        self.failed = self.failed.saturating_add(1);
        if self.failed_names.len() < MAX_NAMES {
            self.failed_names.push(name);
        } else {
            self.further = self.further.saturating_add(1);
        }
    }
}
