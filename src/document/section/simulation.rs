//! What the simulation was given beyond its defaults, what it said before go-live, and what came of it.

use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{ActualFigures, Decimal, Forecast};
use crate::rollout::simulation::{About, Input};
use crate::rollout::{FORECAST, band, truth};
use crate::strategy::catalogue::combination;

/// The inputs that somebody entered, with seed and trials; nothing where nobody said anything.
pub(in crate::document) fn entered(view: &View, sheet: &mut Sheet) {
    let given = &view.release.rollout.simulation;
    if given.inputs.is_empty() && given.seed.is_none() && given.trials.is_none() {
        return;
    }
    sheet.part("simulation", "Simulation: what was entered");
    let rows = given.inputs.iter().map(|(key, entered)| {
        let about = Input::from_key(key).map(Input::about);
        let unit = |about: &About| match about.unit {
            "money" => view.release.identity.currency.clone(),
            unit => unit.to_owned(),
        };
        let label = about.map_or_else(|| key.clone(), |about| format!("{} ({})", about.label, unit(about)));
        let default = about.map(|about| Decimal::nearest(about.default).to_string());
        [
            Text::from(label.trim()).or("an input without a name"),
            Text::from(entered.value.to_string()),
            Text::from(default.unwrap_or_else(|| "not known here".to_owned())),
            Text::from(entered.by.trim()).or("not stated"),
            phrase::day_or(entered.on, "not stated"),
            Text::from(entered.note.trim()).or("nothing noted"),
        ]
    });
    let columns = [
        Column::wide("Input"),
        Column::number("Value"),
        Column::number("Default"),
        Column::words("Entered by"),
        Column::narrow("On"),
        Column::wide("Where from"),
    ];
    sheet.table(columns, rows, "Every input has its default, or follows from the plan.");
    let number = |number: Option<u32>| number.map_or_else(|| "the app’s own".to_owned(), |number| number.to_string());
    sheet.facts([
        ("Seed", Text::from(number(given.seed))),
        ("Trials", Text::from(number(given.trials.map(|trials| trials.0)))),
    ]);
}

/// What the simulation said before go-live and what came of it; nothing where neither is written down.
pub(in crate::document) fn outturn(view: &View, sheet: &mut Sheet) {
    let after = &view.release.after;
    if after.forecast.is_none() && after.actual.is_none() {
        return;
    }
    sheet.part("forecast", "Forecast of the simulation");
    let (forecast, actual) = (after.forecast.clone().unwrap_or_default(), after.actual.clone().unwrap_or_default());
    let said =
        |value: Option<Decimal>| Text::from(value.map_or_else(|| "not said".to_owned(), |value| value.to_string()));
    let rows = FORECAST.map(|measure| {
        let band = band(&forecast, measure).cloned().unwrap_or_default();
        let came = truth(&actual, measure).map(|came| match came {
            came if came.is_finite() => Decimal::nearest(came).to_string(),
            _ => "never: backed out".to_owned(),
        });
        let unit = match measure.unit() {
            "money" => view.release.identity.currency.as_str(),
            unit => unit,
        };
        [
            Text::from(format!("{} ({unit})", crate::plan::Choice::label(measure))),
            said(band.mean),
            said(band.p10),
            said(band.p50),
            said(band.p90),
            Text::from(came.unwrap_or_else(|| "not known".to_owned())),
        ]
    });
    let columns = [
        Column::wide("Figure"),
        Column::number("Mean"),
        Column::number("10th percentile"),
        Column::number("Median"),
        Column::number("90th percentile"),
        Column::number("Actual"),
    ];
    sheet.table(columns, rows, "");
    sheet.facts(facts(&forecast, &actual));
    sheet.prose(&actual.note);
}

fn facts(forecast: &Forecast, actual: &ActualFigures) -> [(&'static str, Text); 9] {
    let percent = |value: Option<Decimal>| value.map_or_else(|| "not said".to_owned(), |value| format!("{value} %"));
    let came = |of: Option<bool>| match of {
        Some(true) => "it was so",
        Some(false) => "it was not so",
        None => "not known",
    };
    let chance = |said, of| Text::from(format!("{}; in the end: {}", percent(said), came(of)));
    let number = |number: Option<u32>| Text::from(number.map_or_else(|| "not stated".to_owned(), |it| it.to_string()));
    let strategy = forecast.strategy.map_or("none", |strategy| combination(strategy).name);
    [
        ("Forecast for", Text::from(strategy)),
        ("Chance of a back-out", chance(forecast.back_out, actual.backed_out)),
        ("Chance to meet the date", chance(forecast.meets_date, actual.met_date)),
        ("First wave began", phrase::moment_or(actual.began, "not stated")),
        ("95 % had it", phrase::moment_or(actual.finished, "not stated")),
        ("Seed", number(forecast.seed)),
        ("Trials", number(forecast.trials.map(|trials| trials.0))),
        ("Put down on", phrase::day_or(forecast.on, "not stated")),
        ("Put down by", Text::from(forecast.by.trim()).or("not stated")),
    ]
}
