//! How firm the advisor's advice is, in sentences: weights, the weights between which it stands, other weights, and what
//! nobody knows.

use crate::plan::{Count, Strategy};
use crate::strategy::catalogue::combination;
use crate::strategy::{Outcome, Ratio, Robustness, Unknowns, WeightInterval, Weights};
use crate::text::listed;

/// How many weights people changed: "This tool's defaults", or how many are not.
#[must_use]
pub fn weights(weights: &Weights) -> String {
    match weights.changed().count() {
        0 => "All weights are the defaults of this tool. They are a place to start from and not a truth.".to_owned(),
        1 => "One weight differs from the default of this tool.".to_owned(),
        many => format!("{many} weights differ from the defaults of this tool."),
    }
}

/// A weight as people read it: "3", "2.5", "2.33".
#[must_use]
pub fn weight(at: Ratio) -> String {
    let hundredths = (at.value() * 100.0).round() / 100.0;
    hundredths.to_string()
}

/// A weight that may not be exact in two decimals, with the fraction that is: "2.33 (7/3)".
#[must_use]
pub fn exact_weight(at: Ratio) -> String {
    if 100 % at.denominator() == 0 { weight(at) } else { format!("{} ({at})", weight(at)) }
}

/// Where a winner stands, for a table: "0 to 5", "above 1.5 to 5", "1 to below 4".
#[must_use]
pub fn range(interval: &WeightInterval) -> String {
    let from = if interval.from.closed { "" } else { "above " };
    let to = if interval.to.closed { "" } else { "below " };
    format!("{from}{} to {to}{}", exact_weight(interval.from.at), exact_weight(interval.to.at))
}

/// Who leads beyond the ends of an interval: "With less, … would lead; with more, …."; nothing where nothing lies beyond.
#[must_use]
pub fn beyond(interval: &WeightInterval) -> Option<String> {
    let name = |strategy: Strategy| combination(strategy).name;
    match (interval.from.beyond.map(name), interval.to.beyond.map(name)) {
        (None, None) => None,
        (Some(less), None) => Some(format!("With less, {less} would lead.")),
        (None, Some(more)) => Some(format!("With more, {more} would lead.")),
        (Some(less), Some(more)) => Some(format!("With less, {less} would lead; with more, {more}.")),
    }
}

/// An interval for a table of them: between which weights the first stays first, and what leads beyond.
#[must_use]
pub fn interval(interval: &WeightInterval) -> String {
    match beyond(interval) {
        None => "With any weight.".to_owned(),
        Some(beyond) => format!("From {}. {beyond}", range(interval)),
    }
}

/// What all intervals come to: which strategy stays first, and the questions whose weight matters to that.
#[must_use]
pub fn intervals(intervals: &[WeightInterval], winner: Strategy) -> String {
    let name = combination(winner).name;
    let matters = intervals.iter().filter(|interval| !interval.is_whole());
    let matters: Vec<String> = matters.map(|interval| format!("“{}”", interval.factor.label)).collect();
    match listed(&matters) {
        none if none.is_empty() => format!("Whatever any one question weighs from 0 to 5, {name} stays first."),
        some => format!("Whatever any one question weighs from 0 to 5, {name} stays first, except for {some}."),
    }
}

/// How often the winner stays, and who leads otherwise.
#[must_use]
pub fn robustness(robustness: &Robustness, winner: Strategy) -> String {
    let (low, high) = robustness.interval();
    let name = combination(winner).name;
    let all = Count(robustness.draws);
    let stays = if robustness.stays == robustness.draws {
        format!("In all of {all} weightings")
    } else {
        format!("In {} of {all} weightings", Count(robustness.stays))
    };
    let certainty = format!("{} (95 % interval: {} to {})", share(robustness.share()), share(low), share(high));
    let said = format!("{stays}, each weight drawn anew within half of itself, {name} stays first: {certainty}.");
    let others = robustness.others.iter().map(|(other, wins)| (combination(*other).name, times(*wins)));
    match others.collect::<Vec<_>>().as_slice() {
        [] => said,
        [(name, times)] => format!("{said} Otherwise {name} leads, {times}."),
        several => {
            let several: Vec<String> = several.iter().map(|(name, times)| format!("{name}, {times}")).collect();
            format!("{said} Otherwise these lead: {}.", several.join("; "))
        }
    }
}

/// A share from 0 to 1 in per cent, with one decimal.
#[must_use]
pub fn share(of: f64) -> String {
    format!("{:.1} %", of * 100.0)
}

fn times(count: u32) -> String {
    if count == 1 { "once".to_owned() } else { format!("{} times", Count(count)) }
}

/// Whether the winner stands however the unknown turns out.
#[must_use]
pub fn unknowns(unknowns: &Unknowns, winner: Strategy) -> String {
    let asked = match unknowns.factors.as_slice() {
        [one] => format!("“{}” is not known", one.label),
        several => format!("{} answers are not known", several.len()),
    };
    let ways = count(unknowns.ways);
    let name = combination(winner).name;
    let Some(outcomes) = &unknowns.outcomes else {
        return format!("{asked}, and may turn out in {ways} ways: too many to try. The advice is not firm yet.");
    };
    let others = outcomes.iter().filter(|outcome| outcome.winner != Some(winner));
    let others: Vec<_> = others.map(|outcome| format!("{} ({})", leader(outcome), count(outcome.ways))).collect();
    let stands = unknowns.ways_for(winner).unwrap_or_default();
    let said = match stands {
        all if all == unknowns.ways => {
            return format!("{asked}. In every one of the {ways} ways in which that may turn out, {name} leads.");
        }
        0 => format!(
            "{asked}. In none of the {ways} ways in which that may turn out does {name} lead; it comes first in the middle of them alone"
        ),
        some => format!("{asked}. In {} of the {ways} ways in which that may turn out, {name} leads", count(some)),
    };
    format!("{said}. The others: {}.", others.join("; "))
}

/// Who leads in one of the ways.
#[must_use]
pub fn leader(outcome: &Outcome) -> &'static str {
    outcome.winner.map_or("nothing that could be chosen", |winner| combination(winner).name)
}

/// One of the ways in which the unknown may turn out: "“Urgency” is “Within two days”".
#[must_use]
pub fn example(outcome: &Outcome) -> String {
    let one = |(factor, answer): &(&'static crate::strategy::Factor, &'static crate::strategy::FactorAnswer)| {
        format!("“{}” is “{}”", factor.label, answer.label)
    };
    listed(&outcome.example.iter().map(one).collect::<Vec<_>>())
}

fn count(ways: u64) -> String {
    u32::try_from(ways).map_or_else(|_| ways.to_string(), |ways| Count(ways).to_string())
}
