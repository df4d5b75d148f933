//! The RFC rejection report: what was refused, why, and what came of it.

use jiff::civil::Date;

use super::section::{View, rejections};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::gate::sha256_hex;
use crate::plan::{Choice, Release};

/// The rejection report of one release as it is on this day.
#[must_use]
pub fn rejection_report(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::RejectionReport);
    rejections::in_figures(&[release], &mut sheet);
    rejections::refusals(release, today, &mut sheet);
    Document::of(Kind::RejectionReport, &view, sheet)
}

/// The rejection report over several releases. Its digest stands for its own text, for there is no one plan behind it.
#[must_use]
pub fn rejection_report_over(releases: &[&Release], today: Date) -> Document {
    let kind = Kind::RejectionReport;
    let mut sheet = Sheet::new(kind);
    rejections::in_figures(releases, &mut sheet);
    rejections::by_release(releases, &mut sheet);
    let release = match releases.len() {
        1 => "One release".to_owned(),
        count => format!("{count} releases"),
    };
    let mut document = Document {
        kind,
        title: kind.label(),
        subtitle: release.clone(),
        audience: kind.audience(),
        as_of: today,
        release,
        version: String::new(),
        digest: String::new(),
        blocks: sheet.into_blocks(),
    };
    document.digest = sha256_hex(&super::markdown(&document));
    document
}
