//! Reports of tests and of scans, read from the files that tools write: JUnit XML and SARIF.
//!
//! What a file is shows in what it says, never in its name. What is counted are the tests and the findings themselves;
//! the sums that a file states of them are often wrong. A file that is damaged or cut off is refused as a whole: half a
//! report with no failure in it shows nothing.

mod decode;
mod error;
mod junit;
mod sarif;
mod scan;
mod shown;
mod tests;
mod time;

pub use decode::{MAX_BYTES, check_size};
pub use error::ReportError;
pub use junit::MAX_DEPTH;
pub use scan::{MAX_RULES, Rule, Scan};
pub use tests::{MAX_NAMES, TestRun};

/// What a file reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// Tests that ran, from JUnit XML.
    Tests(TestRun),
    /// What a tool found in the code or the product, from SARIF.
    Scan(Scan),
}

/// What a report comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportVerdict {
    /// Something ran, and nothing failed.
    Passed,
    /// Something failed, or the tool did not finish.
    Failed,
    /// Nothing ran: every test was skipped.
    Empty,
}

/// Reads a report. `file_name` names a test run that does not name itself.
///
/// # Errors
/// [`ReportError`], and then nothing was taken from the file.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Report, ReportError> {
    let text = decode::text(bytes)?;
    match text.trim_start().bytes().next() {
        None => Err(ReportError::Empty),
        Some(b'<') => junit::read(&text, file_name).map(Report::Tests),
        Some(b'{' | b'[') => sarif::read(&text).map(Report::Scan),
        Some(_) => Err(ReportError::NoReport),
    }
}

impl Report {
    /// What the report comes to.
    #[must_use]
    pub fn verdict(&self) -> ReportVerdict {
        match self {
            Self::Tests(run) => run.verdict(),
            Self::Scan(scan) => scan.verdict(),
        }
    }
}
