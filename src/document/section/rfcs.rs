//! Requests for change, and what the CAB said.

use jiff::civil::Date;

use crate::document::block::Column;
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::gate::{RfcState, rfc_state};
use crate::plan::{Choice, Rfc, RfcOutcome, RfcRefusal};
use crate::text::day;

/// Every RFC with its outcome.
pub(in crate::document) fn rfcs(view: &View, sheet: &mut Sheet) {
    let rows = view.release.rfcs.iter().map(|rfc| {
        [
            Text::mono(&rfc.number).or("none yet"),
            title(view, rfc).line(Text::from("owner: ").then(phrase::person(view.release, rfc.owner))),
            Text::from(rfc.change_type.label()),
            phrase::day_or(rfc.submitted, "not submitted"),
            phrase::day_or(rfc.cab_date, "not set"),
            outcome(&rfc.outcome, view.today),
        ]
    });
    sheet.section("rfcs", "Requests for change");
    let columns = [
        Column::narrow("Number"),
        Column::wide("Title"),
        Column::narrow("Type"),
        Column::narrow("Submitted"),
        Column::narrow("CAB"),
        Column::wide("Outcome"),
    ];
    sheet.table(columns, rows, "No request for change has been submitted yet.");
}

pub(in crate::document) fn title(view: &View, rfc: &Rfc) -> Text {
    let title = phrase::named(Some(&rfc.title), rfc.id.as_str());
    let Some(id) = rfc.replaces else { return title };
    let replaced = view.release.rfcs.get(id);
    let number = Text::mono(replaced.map(|replaced| replaced.number.as_str()).unwrap_or_default());
    let name = phrase::named(replaced.map(|replaced| replaced.title.as_str()), id.as_str());
    title.line(Text::from("in place of ").then(if number.is_empty() { name } else { number }))
}

pub(in crate::document) fn outcome(of: &RfcOutcome, today: Date) -> Text {
    match of {
        RfcOutcome::Pending => Mark::Idle.with("Waits for the CAB").into(),
        RfcOutcome::Approved(approval) => {
            let status = match rfc_state(of, today) {
                RfcState::ApprovedFrom(on) => Mark::Idle.with(format!("Not approved before {}", day(on))),
                _ => Mark::Go.with(format!("Approved{}", phrase::on(approval.on))),
            };
            Text::from(status).line(Text::from(approval.note.trim()))
        }
        RfcOutcome::Rejected(refusal) => refused(Mark::NoGo, "Rejected", refusal),
        RfcOutcome::Deferred(refusal) => refused(Mark::Conditional, "Deferred", refusal),
    }
}

fn refused(mark: Mark, word: &str, refusal: &RfcRefusal) -> Text {
    Text::from(mark.with(format!("{word}{}", phrase::on(refusal.on))))
        .line(Text::from("Reason: ").then(Text::from(refusal.reason.trim()).or("none given")))
        .line(Text::from("Next: ").then(Text::from(refusal.what_next.trim()).or("nothing noted")))
}
