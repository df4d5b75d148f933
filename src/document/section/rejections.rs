//! What the CAB refused, why, and what came of it.

use crate::document::block::Column;
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::sheet::Sheet;
use crate::gate::rfc_state;
use crate::order;
use crate::plan::{Choice, Release, Rfc, RfcOutcome, RfcRefusal};
use crate::readiness::{Rejections, rejections};
use crate::text::{reason_or_none, rejections_in_words, rejections_mean};

/// How many were refused, whether that is many, and each reason with how often it was given.
pub(in crate::document) fn in_figures(releases: &[&Release], sheet: &mut Sheet) {
    let found = rejections(releases);
    sheet.section("figures", "In figures");
    sheet.say(rejections_in_words(&found));
    if found.decided > 0 {
        let mark =
            if found.are_many() { Mark::Conditional.with("To be looked into") } else { Mark::Advice.with("Share") };
        sheet.callout(mark, rejections_mean(&found));
    }
    let waiting = found.all.saturating_sub(found.decided);
    if waiting > 0 {
        let waiting = phrase::counted(usize::try_from(waiting).unwrap_or(usize::MAX), "RFC waits", "RFCs wait");
        sheet.say(format!("{waiting} for the CAB."));
    }
    by_reason(&found, sheet);
}

/// Each refusal of a release: the reason, what came next, and what it was submitted as again.
pub(in crate::document) fn refusals(release: &Release, today: jiff::civil::Date, sheet: &mut Sheet) {
    sheet.section("refusals", "What was refused");
    let refused = release.rfcs.iter().filter_map(|rfc| Some((rfc, rfc.outcome.refusal()?)));
    let rows = refused.map(|(rfc, refusal)| row(release, rfc, refusal, today));
    let columns = [
        Column::narrow("Number"),
        Column::wide("Title"),
        Column::narrow("Submitted"),
        Column::words("Refusal"),
        Column::wide("Reason"),
        Column::wide("What happened next"),
        Column::words("Submitted again as"),
    ];
    sheet.table(columns, rows, "Nothing was refused.");
}

/// How many RFCs of each release were refused, the most first.
pub(in crate::document) fn by_release(releases: &[&Release], sheet: &mut Sheet) {
    let mut found: Vec<(&Release, Rejections)> = releases.iter().map(|it| (*it, rejections(&[it]))).collect();
    found.retain(|(_, found)| found.all > 0);
    order::sort_by_key(&mut found, |(_, found)| std::cmp::Reverse(found.refused));
    let rows = found.into_iter().map(|(release, found)| {
        let identity = &release.identity;
        let name = phrase::named(Some(&identity.name), release.id.as_str());
        [
            name.then(format!(" {}", identity.version.trim()).trim_end()),
            Text::from(found.decided.to_string()),
            Text::from(found.refused.to_string()),
            Text::from(found.rate().map_or_else(|| "–".to_owned(), |rate| format!("{} %", rate.get()))),
        ]
    });
    sheet.section("by-release", "By release");
    let columns =
        [Column::wide("Release"), Column::number("Decided"), Column::number("Refused"), Column::number("Share")];
    sheet.table(columns, rows, "No release has an RFC yet.");
}

fn by_reason(found: &Rejections, sheet: &mut Sheet) {
    if found.by_reason.is_empty() {
        return;
    }
    sheet.part("by-reason", "By reason");
    let rows = found
        .by_reason
        .iter()
        .map(|(reason, count)| [Text::from(reason_or_none(reason)), Text::from(count.to_string())]);
    sheet.table([Column::wide("Reason"), Column::number("How often")], rows, "");
}

fn row(release: &Release, rfc: &Rfc, refusal: &RfcRefusal, today: jiff::civil::Date) -> [Text; 7] {
    let (mark, word) = match rfc.outcome {
        RfcOutcome::Deferred(_) => (Mark::Conditional, "Deferred"),
        _ => (Mark::NoGo, "Rejected"),
    };
    let again = release.rfcs.iter().filter(|other| other.replaces == Some(rfc.id));
    let again = again.map(|other| {
        let name = Text::mono(&other.number).or(other.title.trim()).or("an RFC without a name");
        name.then(format!(" ({})", rfc_state(&other.outcome, today).word()))
    });
    [
        Text::mono(&rfc.number).or("none yet"),
        phrase::named(Some(&rfc.title), rfc.id.as_str()).line(rfc.change_type.label()),
        phrase::day_or(rfc.submitted, "not noted"),
        Text::from(mark.with(format!("{word}{}", phrase::on(refusal.on)))),
        Text::from(refusal.reason.trim()).or("none given"),
        Text::from(refusal.what_next.trim()).or("nothing noted"),
        phrase::commas(again).or("not submitted again"),
    ]
}
