//! What may go wrong.

use crate::document::block::{Block, Column, Table};
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::order;
use crate::plan::{Choice, Level, Risk};

/// The risks, the gravest first.
pub(in crate::document) fn risks(view: &View, sheet: &mut Sheet) {
    let mut risks: Vec<&Risk> = view.release.board.risks.iter().collect();
    order::sort_by_key(&mut risks, |risk| std::cmp::Reverse((risk.weight(), risk.impact)));
    let rows = risks.into_iter().map(|risk| {
        [
            phrase::named(Some(&risk.text), risk.id.as_str()),
            Text::from(risk.probability.label()),
            Text::from(risk.impact.label()),
            Text::from(risk.weight().to_string()),
            Text::from(risk.response.trim()).or("none yet"),
            phrase::person(view.release, risk.owner),
        ]
    });
    sheet.section("risks", "Risks");
    if let Some(matrix) = matrix(view) {
        sheet.put(Block::Table(matrix));
    }
    let columns = [
        Column::wide("Risk"),
        Column::narrow("Probability"),
        Column::narrow("Impact"),
        Column::number("Weight"),
        Column::wide("Response"),
        Column::words("Owner"),
    ];
    sheet.table(columns, rows, "No risk is written down.");
}

/// How many risks there are of each probability and impact; nothing where there are none.
fn matrix(view: &View) -> Option<Table> {
    let risks = &view.release.board.risks;
    let count = |probability, impact| {
        let here = risks.iter().filter(|risk| (risk.probability, risk.impact) == (probability, impact)).count();
        Text::from(if here == 0 { "–".to_owned() } else { here.to_string() })
    };
    let rows = [Level::High, Level::Medium, Level::Low].map(|probability| {
        let cells = [Level::Low, Level::Medium, Level::High].map(|impact| count(probability, impact));
        let [low, medium, high] = cells;
        [Text::from(format!("{} probability", probability.label())), low, medium, high]
    });
    let columns = [
        Column::words("Risks"),
        Column::number("Low impact"),
        Column::number("Medium impact"),
        Column::number("High impact"),
    ];
    (!risks.is_empty()).then(|| Table::of(columns, rows))
}
