//! What the simulation said of the rollout, as it was put down; what it was given; and what came of it.

use crate::document::block::{Block, Column};
use crate::document::drawing::Figure;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::picture;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Decimal, EnteredInput, Forecast, ForecastOfStrategy, Release, Strategy};
use crate::rollout::simulation::{INPUTS, Input, Measure};
use crate::rollout::{Against, FORECAST, ForecastStanding, band, forecast_standing};
use crate::strategy::catalogue::combination;
use crate::text;
use crate::text::forecast::{
    against_word, chance, forecast_stands, influence_put_down, input_value, measure_name, put_down, value,
};

/// The forecast of the chosen strategy, and the inputs that differ from the default: for the team.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    sheet.section("forecast", "Forecast of the rollout");
    if let Some(forecast) = recorded(view, sheet) {
        of_chosen(view.release, forecast, sheet);
    }
    differing(view.release, sheet);
}

/// The nine side by side, as they were when the forecast was put down: for the Board.
pub(in crate::document) fn comparison(view: &View, sheet: &mut Sheet) {
    sheet.section("forecast", "Forecast of the rollout");
    let Some(forecast) = recorded(view, sheet) else {
        differing(view.release, sheet);
        return;
    };
    let (chosen, currency) = (forecast.strategy, view.release.identity.currency.as_str());
    if !forecast.compared.is_empty() {
        sheet.part("compared", "Strategies compared");
        pictures(&forecast.compared, chosen, currency, sheet);
        compared(&forecast.compared, chosen, currency, sheet);
    }
    if let Some(strategy) = chosen {
        first_wave(forecast, strategy, sheet);
    }
    if !forecast.influences.is_empty() {
        sheet.part("influences", "What the ranking depends on most");
        sheet.list(forecast.influences.iter().map(|it| Text::from(influence_put_down(it, currency))).collect());
    }
    differing(view.release, sheet);
}

/// Who put the forecast down and when, and whether it still holds.
fn recorded<'a>(view: &'a View, sheet: &mut Sheet) -> Option<&'a Forecast> {
    let Some(forecast) = view.release.after.forecast.as_ref() else {
        sheet.say("No forecast of the rollout is recorded.");
        return None;
    };
    sheet.say(format!("{}.", put_down(forecast)));
    if !forecast.scenario.is_empty() {
        sheet.note(Text::from("Fingerprint of what was simulated: ").then(Text::mono(&forecast.scenario)));
    }
    if let Some(standing) = forecast_standing(view.release).filter(|it| *it != ForecastStanding::Current) {
        let name = forecast.strategy.map_or("no strategy", |strategy| combination(strategy).name);
        sheet.callout(Mark::Stale.with(forecast_stands(standing)), format!("It is of {name}."));
    }
    Some(forecast)
}

/// The figures of the chosen strategy.
fn of_chosen(release: &Release, forecast: &Forecast, sheet: &mut Sheet) {
    let currency = release.identity.currency.as_str();
    let name = forecast.strategy.map_or("not stated", |strategy| combination(strategy).name);
    let said = forecast.chosen();
    sheet.facts([
        ("Strategy", Text::strong(name)),
        ("Chance to meet the date", in_percent(said.and_then(|said| said.meets_date))),
        ("Chance of a back-out", in_percent(said.and_then(|said| said.back_out))),
    ]);
    let Some(said) = said else { return };
    let columns = [
        Column::words("Figure"),
        Column::number("Mean"),
        Column::number("10 %"),
        Column::number("Median"),
        Column::number("90 %"),
    ];
    let rows = FORECAST.iter().filter_map(|measure| {
        let band = band(said, *measure)?;
        let figure = |of: Option<Decimal>| Text::from(value(*measure, of, currency));
        Some([
            Text::from(measure_name(*measure, currency)),
            figure(band.mean),
            figure(band.p10),
            figure(band.p50),
            figure(band.p90),
        ])
    });
    sheet.table(columns, rows, "");
}

fn in_percent(of: Option<Decimal>) -> Text {
    Text::from(of.map_or_else(|| "not stated".to_owned(), |of| chance(of.get() / 100.0)))
}

/// What exposure costs in time, and how exposure spreads.
fn pictures(all: &[ForecastOfStrategy], chosen: Option<Strategy>, currency: &str, sheet: &mut Sheet) {
    let places = picture::places_put_down(all, chosen);
    let strips = |measure| {
        let strips: Vec<_> = all.iter().filter_map(|one| picture::strip_put_down(one, measure, chosen)).collect();
        (!strips.is_empty()).then(|| picture::strips(measure, &strips, currency))
    };
    let scatter: Option<Figure> = (!places.is_empty()).then(|| picture::scatter(&places));
    for figure in [scatter, strips(Measure::Cost)].into_iter().flatten() {
        sheet.put(Block::Figure(figure));
    }
}

/// How large the first wave should be.
fn first_wave(forecast: &Forecast, strategy: Strategy, sheet: &mut Sheet) {
    let (sizes, planned) = (&forecast.first_waves, forecast.first_wave);
    if let Some(said) = text::forecast::first_wave(sizes, planned) {
        sheet.part("first-wave", "Size of the first wave");
        sheet.say(said);
        sheet.put(Block::Figure(picture::first_wave(strategy, sizes, planned)));
    }
}

/// Every figure of every strategy, in tables that fit on a page.
fn compared(all: &[ForecastOfStrategy], chosen: Option<Strategy>, currency: &str, sheet: &mut Sheet) {
    let cell = |one: &ForecastOfStrategy, measure: Measure| {
        let Some(band) = band(one, measure) else { return Text::from("never") };
        let said = |of: Option<Decimal>| value(measure, of, currency);
        Text::from(format!("mean {}", said(band.mean))).line(format!("median {}", said(band.p50))).line(format!(
            "{} to {}",
            said(band.p10),
            said(band.p90)
        ))
    };
    let name = |one: &ForecastOfStrategy| {
        let name = one.strategy.map_or("not stated", |strategy| combination(strategy).name);
        if one.strategy == chosen { Text::strong(name).line("chosen") } else { Text::from(name) }
    };
    let harm = all.iter().map(|one| {
        let [exposed, hit, lost] = [Measure::Exposed, Measure::Hit, Measure::LostHours].map(|it| cell(one, it));
        [name(one), exposed, hit, lost, in_percent(one.back_out)]
    });
    let columns = [
        Column::words("Strategy"),
        Column::number("Exposed"),
        Column::number("Hit"),
        Column::number("Person-hours lost"),
        Column::number("Back-out"),
    ];
    sheet.table(columns, harm, "");
    let rest = all.iter().map(|one| {
        let [finish, desk, cost] = [Measure::Finish, Measure::PeakDesk, Measure::Cost].map(|it| cell(one, it));
        [name(one), finish, in_percent(one.meets_date), desk, cost]
    });
    let columns = [
        Column::words("Strategy"),
        Column::number("Finish"),
        Column::number("Meets the date"),
        Column::number("Peak desk load"),
        Column::number(measure_name(Measure::Cost, currency)),
    ];
    sheet.table(columns, rest, "");
    sheet.note("Of each figure the mean, the median, and the span that holds eight trials in ten.");
}

/// The inputs that somebody set, with who, when and why; and how the next run is set.
fn differing(release: &Release, sheet: &mut Sheet) {
    let given = &release.rollout.simulation;
    let (currency, entered) = (release.identity.currency.as_str(), &given.inputs);
    sheet.part("inputs", "Inputs that differ from the default");
    // In the order in which they are asked for; then those that this version does not know.
    let known = INPUTS.iter().filter_map(|about| entered.get_key_value(about.key));
    let unknown = entered.iter().filter(|(key, _)| Input::from_key(key).is_none());
    let columns = [
        Column::wide("Input"),
        Column::number("Value"),
        Column::number("Default"),
        Column::words("Entered by"),
        Column::wide("Note"),
    ];
    let rows = known.chain(unknown).map(|(key, input)| row(key, input, currency));
    sheet.table(columns, rows, "Every input has the default of this tool, or what follows from the plan.");
    let set = [
        ("Seed of the next run", given.seed.map(|seed| seed.to_string())),
        ("Trials of the next run", given.trials.map(|trials| trials.to_string())),
    ];
    let set: Vec<_> = set.into_iter().filter_map(|(name, said)| Some((name, Text::from(said?)))).collect();
    if !set.is_empty() {
        sheet.facts(set);
    }
}

fn row(key: &str, entered: &EnteredInput, currency: &str) -> [Text; 5] {
    let about = Input::from_key(key).map(Input::about);
    let said = |of: f64| about.map_or_else(|| of.to_string(), |about| input_value(about, of, currency));
    [
        Text::from(about.map_or(key, |about| about.label)).or("an input without a name"),
        Text::from(said(entered.value.get())),
        Text::from(about.map_or_else(|| "not known".to_owned(), |about| said(about.default))),
        Text::from(entered.by.trim()).or("nobody named").line(phrase::day_or(entered.on, "no day noted")),
        Text::from(entered.note.trim()).or("none"),
    ]
}

/// What was forecast, and what came of it.
pub(in crate::document) fn against_actual(view: &View, sheet: &mut Sheet) {
    let after = &view.release.after;
    let Some(actual) = after.actual.as_ref() else { return };
    let (forecast, currency) =
        (after.forecast.as_ref().and_then(Forecast::chosen), view.release.identity.currency.as_str());
    sheet.part("forecast-against-actual", "Forecast against actual");
    let rows = text::forecast::compared(after, currency).into_iter().map(|line| {
        let stands = line.against.map_or_else(|| Text::from("nothing to compare"), |it| Text::from(status(it)));
        [Text::from(line.name), Text::from(line.forecast), Text::from(line.actual), stands]
    });
    let columns = [
        Column::words("Figure"),
        Column::number("Forecast, eight in ten"),
        Column::number("Actual"),
        Column::narrow("Against the forecast"),
    ];
    sheet.table(columns, rows, "");
    sheet.facts([
        ("Began", phrase::moment_or(actual.began, "not known")),
        ("95 % had it", phrase::moment_or(actual.finished, "not known")),
        ("Backed out", yes_or_no(actual.backed_out, forecast.and_then(|it| it.back_out))),
        ("Date met", yes_or_no(actual.met_date, forecast.and_then(|it| it.meets_date))),
    ]);
    sheet.prose(&actual.note);
}

/// The mark of an actual figure.
fn status(of: Against) -> Status {
    let mark = if of == Against::Inside { Mark::Go } else { Mark::Conditional };
    mark.with(against_word(of))
}

fn yes_or_no(came: Option<bool>, forecast: Option<Decimal>) -> Text {
    let said = came.map_or("not known", |came| if came { "yes" } else { "no" });
    let forecast = forecast.map(|of| format!(" (forecast: {})", chance(of.get() / 100.0))).unwrap_or_default();
    Text::from(format!("{said}{forecast}"))
}
