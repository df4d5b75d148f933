//! What may go wrong.

use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Choice, Risk};

/// The risks, the gravest first.
pub(in crate::document) fn risks(view: &View, sheet: &mut Sheet) {
    let mut risks: Vec<&Risk> = view.release.board.risks.iter().collect();
    risks.sort_by_key(|risk| std::cmp::Reverse((risk.impact, risk.probability)));
    let rows = risks.into_iter().map(|risk| {
        [
            phrase::named(Some(&risk.text), risk.id.as_str()),
            Text::from(risk.probability.label()),
            Text::from(risk.impact.label()),
            Text::from(risk.response.trim()).or("none yet"),
            phrase::person(view.release, risk.owner),
        ]
    });
    sheet.section("risks", "Risks");
    let columns = [
        Column::wide("Risk"),
        Column::narrow("Probability"),
        Column::narrow("Impact"),
        Column::wide("Response"),
        Column::words("Owner"),
    ];
    sheet.table(columns, rows, "No risk is written down.");
}
