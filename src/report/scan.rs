//! What a scan found.

use jiff::civil::DateTime;

use super::ReportVerdict;

/// The most rules that are kept.
pub const MAX_RULES: usize = 20;

/// What one or more tools found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scan {
    /// The tool; several are joined by commas.
    pub tool: String,
    /// The version of the first tool, where it says so.
    pub version: String,
    /// Findings that must be mended.
    pub errors: u32,
    /// Findings that should be looked at.
    pub warnings: u32,
    /// Findings that are said for completeness.
    pub notes: u32,
    /// Findings that somebody has set aside. They count in none of the above.
    pub suppressed: u32,
    /// The rules behind what was found: those with errors first, then by number. At most [`MAX_RULES`].
    pub rules: Vec<Rule>,
    /// How many rules found something besides those.
    pub further_rules: u32,
    /// Whether each tool came to its end, as far as they say.
    pub finished: bool,
    /// When it was made, as the file writes it, which is UTC.
    pub at: Option<DateTime>,
}

/// What one rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The rule's id.
    pub id: String,
    /// How many errors it found.
    pub errors: u32,
    /// How much it found in all, errors included.
    pub found: u32,
}

impl Scan {
    /// How much was found.
    #[must_use]
    pub fn found(&self) -> u32 {
        self.errors.saturating_add(self.warnings).saturating_add(self.notes)
    }

    /// Passed where there is no error and no tool stopped early.
    #[must_use]
    pub fn verdict(&self) -> ReportVerdict {
        if self.errors == 0 && self.finished { ReportVerdict::Passed } else { ReportVerdict::Failed }
    }
}
