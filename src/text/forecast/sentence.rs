//! The forecast in sentences.

use super::figure::{amount, chance, number};
use super::input::input_value;
use crate::plan::{Forecast, ForecastInfluence, Strategy};
use crate::rollout::simulation::{Influence, Input, Measure};
use crate::rollout::{ForecastStanding, Headline, Point};
use crate::strategy::catalogue::combination;
use crate::text::day;

/// What the nine come to, as it could be read aloud to a board; then what holds for the chosen one.
#[must_use]
pub fn headline(of: &Headline) -> Vec<String> {
    let Headline { people, safest, riskiest, fastest, surest, chosen } = of;
    let exposed = |point: &Point| number(point.exposed);
    let mut said = Vec::new();
    if safest.strategy == riskiest.strategy || exposed(safest) == exposed(riskiest) {
        said.push(format!(
            "All strategies expose about {} of {} people to a severe defect on average.",
            exposed(safest),
            number(*people)
        ));
    } else {
        said.push(format!(
            "{} exposes the fewest people to a severe defect: {} of {} on average, where {} exposes {}.",
            name(safest.strategy),
            exposed(safest),
            number(*people),
            name(riskiest.strategy),
            exposed(riskiest)
        ));
    }
    said.push(time(safest, fastest, surest));
    if let Some(chosen) = chosen.filter(|chosen| chosen.strategy != safest.strategy) {
        said.push(format!(
            "{} is chosen: it exposes {}, is finished {}, and meets the date with a chance of {}.",
            name(chosen.strategy),
            exposed(&chosen),
            finished(&chosen),
            chance(chosen.meets_date)
        ));
    }
    said
}

/// What exposing the fewest costs in time.
fn time(safest: &Point, fastest: &Point, surest: &Point) -> String {
    let own = format!("It is finished {}", finished(safest));
    let same = safest.strategy == fastest.strategy || finished(safest) == finished(fastest);
    let against = if same {
        ", and none is faster".to_owned()
    } else {
        format!(", against {} for {}", within(fastest), name(fastest.strategy))
    };
    let date = chance(safest.meets_date);
    let best = if chance(surest.meets_date) == date {
        String::new()
    } else {
        format!(", where {} has {}", name(surest.strategy), chance(surest.meets_date))
    };
    format!("{own}{against}, and meets the date with a chance of {date}{best}.")
}

fn finished(point: &Point) -> String {
    if point.finish.is_finite() {
        format!("within {} half the time", amount(Measure::Finish, point.finish, ""))
    } else {
        "in fewer than half the trials".to_owned()
    }
}

fn within(point: &Point) -> String {
    amount(Measure::Finish, point.finish, "")
}

fn name(of: Strategy) -> &'static str {
    combination(of).name
}

/// What an input does to the ranking by cost.
#[must_use]
pub fn influence(of: &Influence, currency: &str) -> String {
    moves(of.input, of.range, of.winners, currency)
}

/// The same of one that was put down with a forecast.
#[must_use]
pub fn influence_put_down(of: &ForecastInfluence, currency: &str) -> String {
    let (range, winners) = ([of.low.get(), of.high.get()], [of.cheapest_low, of.cheapest_high]);
    match Input::from_key(&of.input) {
        Some(input) => moves(input, range, winners, currency),
        None => format!("{}: {} or {}; {}", of.input, range[0], range[1], cheapest(["the one", "the other"], winners)),
    }
}

fn moves(input: Input, range: [f64; 2], winners: [Option<Strategy>; 2], currency: &str) -> String {
    let about = input.about();
    let at = range.map(|value| input_value(about, value, currency));
    format!("{}: {}", about.label, cheapest([&at[0], &at[1]], winners))
}

/// Which strategy is the cheapest at either end.
fn cheapest([low, high]: [&str; 2], winners: [Option<Strategy>; 2]) -> String {
    match winners.map(|winner| winner.map(name)) {
        [Some(one), Some(other)] if one == other => {
            format!("{one} is the cheapest at {low} as at {high}; the order behind it changes most.")
        }
        [one, other] => {
            let nothing = "none";
            format!("at {low} the cheapest is {}, at {high} {}.", one.unwrap_or(nothing), other.unwrap_or(nothing))
        }
    }
}

/// How a forecast that was put down stands, in a few words.
#[must_use]
pub fn forecast_stands(standing: ForecastStanding) -> &'static str {
    match standing {
        ForecastStanding::Current => "Still holds",
        ForecastStanding::OtherStrategy => "Another strategy is chosen now",
        ForecastStanding::Changed => "The plan has changed since this forecast",
    }
}

/// Who put a forecast down, when, and on what: "As recorded on Thu 14 Mar 2026 by Rita Moss, from 10,000 trials, seed 1".
#[must_use]
pub fn put_down(forecast: &Forecast) -> String {
    let on = forecast.on.map(|on| format!(" on {}", day(on))).unwrap_or_default();
    let by = match forecast.by.trim() {
        "" => String::new(),
        by => format!(" by {by}"),
    };
    let trials = forecast.trials.map(|trials| format!(", from {trials} trials")).unwrap_or_default();
    let seed = forecast.seed.map(|seed| format!(", seed {seed}")).unwrap_or_default();
    format!("As recorded{on}{by}{trials}{seed}")
}
