//! Evidence: its kinds, whether it speaks against what it is to show, and which links may be opened.

use super::measured::{Measure, measure};
use crate::plan::Proof;

choice! {
    /// What a piece of evidence is made of.
    pub enum ProofKind {
        /// Words.
        Note = "note", "Note";
        /// An address.
        Link = "link", "Link";
        /// The counts of a test report.
        TestReport = "test_report", "Test report";
        /// What a scan found, by severity.
        ScanReport = "scan_report", "Scan report";
        /// A measurement beside what was asked for.
        Measured = "measured", "Measured value";
    }
}

impl ProofKind {
    /// The kind of a proof.
    #[must_use]
    pub fn of(proof: &Proof) -> Self {
        match proof {
            Proof::Note { .. } => Self::Note,
            Proof::Link { .. } => Self::Link,
            Proof::TestReport { .. } => Self::TestReport,
            Proof::ScanReport { .. } => Self::ScanReport,
            Proof::Measured { .. } => Self::Measured,
        }
    }

    /// A proof of this kind that says nothing yet.
    #[must_use]
    pub fn empty(self) -> Proof {
        match self {
            Self::Note => Proof::Note { text: String::new() },
            Self::Link => Proof::Link { url: String::new() },
            Self::TestReport => {
                Proof::TestReport { passed: 0, failed: 0, skipped: 0, milliseconds: None, failed_names: Vec::new() }
            }
            Self::ScanReport => {
                Proof::ScanReport { tool: String::new(), errors: 0, warnings: 0, notes: 0, unfinished: false }
            }
            Self::Measured => Proof::Measured { value: String::new(), threshold: String::new() },
        }
    }
}

/// Whether a piece of evidence speaks against what it is to show: tests failed, a scan found what must not go live, or a
/// measured value lies beyond its threshold.
#[must_use]
pub fn contradicts(proof: &Proof) -> bool {
    match proof {
        Proof::Note { .. } | Proof::Link { .. } => false,
        Proof::TestReport { failed, .. } => *failed > 0,
        Proof::ScanReport { errors, unfinished, .. } => *errors > 0 || *unfinished,
        Proof::Measured { value, threshold } => measure(value, threshold) == Some(Measure::Beyond),
    }
}

/// The address behind a link, where it is one that may be opened: http, https or mailto. Everything else is only shown.
#[must_use]
pub fn openable(url: &str) -> Option<&str> {
    let url = url.trim();
    let (scheme, rest) = url.split_once(':')?;
    let web = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let target = if web { rest.strip_prefix("//")? } else { rest };
    let known = web || scheme.eq_ignore_ascii_case("mailto");
    let plain = !target.is_empty() && !target.contains(|letter: char| letter.is_control() || letter.is_whitespace());
    (known && plain).then_some(url)
}
