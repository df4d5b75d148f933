//! The forecast in sentences.

use super::figure::{amount, chance, number};
use super::input::input_value;
use crate::plan::{Forecast, ForecastInfluence, Strategy};
use crate::rollout::simulation::{Influence, Input, Measure};
use crate::rollout::{ForecastStanding, Headline, Point};
use crate::strategy::catalogue::combination;
use crate::text::{counted, day};

/// What the nine come to, as it could be read aloud to a board; then what holds for the chosen one.
#[must_use]
pub fn headline(of: &Headline) -> Vec<String> {
    let Headline { people, best, is_timely, safest, riskiest, fastest, chosen } = of;
    let mut said = vec![fewest(best, riskiest, *people, *is_timely), time(best, fastest)];
    let is_chosen = |point: &Point| chosen.is_some_and(|chosen| chosen.strategy == point.strategy);
    if safest.strategy != best.strategy && number(safest.exposed) != number(best.exposed) && !is_chosen(safest) {
        said.push(format!(
            "{} exposes fewer still, {}, but {} and meets the date with a chance of {}.",
            name(safest.strategy),
            number(safest.exposed),
            finishes(safest),
            chance(safest.meets_date)
        ));
    }
    if let Some(chosen) = chosen.filter(|chosen| chosen.strategy != best.strategy) {
        said.push(format!(
            "{} is chosen: it exposes {}, {}, and meets the date with a chance of {}.",
            name(chosen.strategy),
            number(chosen.exposed),
            finishes(&chosen),
            chance(chosen.meets_date)
        ));
    }
    said
}

fn fewest(best: &Point, riskiest: &Point, people: f64, is_timely: bool) -> String {
    let [fewest, most] = [best, riskiest].map(|point| number(point.exposed));
    if fewest == most {
        return format!(
            "All strategies expose about {fewest} of {} to a severe defect on average; {} is the fastest of them.",
            counted(number(people), "person", "people"),
            name(best.strategy)
        );
    }
    let of = if is_timely {
        "Of the strategies that are likely to meet the date, "
    } else {
        "None is likely to meet the date; "
    };
    format!(
        "{of}{} exposes the fewest people to a severe defect: {fewest} of {} on average, where {} exposes {most}.",
        name(best.strategy),
        number(people),
        name(riskiest.strategy)
    )
}

/// What exposing the fewest costs in time.
fn time(best: &Point, fastest: &Point) -> String {
    let same = best.strategy == fastest.strategy || finishes(best) == finishes(fastest);
    let against = if best.finish.is_infinite() && fastest.finish.is_infinite() {
        ", as are all others".to_owned()
    } else if same {
        ", and none is faster".to_owned()
    } else {
        format!(", against {} for {}", amount(Measure::Finish, fastest.finish, ""), name(fastest.strategy))
    };
    format!("It {}{against}; the chance to meet the date is {}.", finishes(best), chance(best.meets_date))
}

fn finishes(point: &Point) -> String {
    if point.finish.is_finite() {
        format!("takes {} in the median", amount(Measure::Finish, point.finish, ""))
    } else {
        "is finished in fewer than half the trials".to_owned()
    }
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
