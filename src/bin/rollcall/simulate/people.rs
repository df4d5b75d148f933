//! The answer for people: tables that fit a terminal.

use std::fmt::Write as _;

use rollcall::plan::Choice;
use rollcall::rollout::simulation::{Figure, FirstWaves, Measure, Origin, StrategyOutcome};
use rollcall::strategy::catalogue::combination;
use rollcall::text::NO_CURRENCY;
use rollcall::text::forecast::input_value;

use super::super::printable;
use super::{Found, key};

pub(super) fn table(found: &Found) -> String {
    let Found { scenario, outcome, .. } = found;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} people, {} trials, seed {}: a severe defect in {} of them.\n",
        whole(outcome.people),
        whole(f64::from(outcome.trials)),
        outcome.seed,
        percent(outcome.defect.value)
    );
    let _ = writeln!(out, "{:<26} {:>9} {:>9} {:>9}", "Chance of", "the date", "back-out", "unfound");
    for said in &outcome.strategies {
        let [date, back, unfound] =
            [said.meets_date, said.back_out, said.undetected].map(|chance| percent(chance.value));
        let _ = writeln!(out, "{:<26} {date:>9} {back:>9} {unfound:>9}", combination(said.strategy).name);
    }
    for measure in Measure::ALL {
        measured(found, *measure, &mut out);
    }
    let names: Vec<&str> = outcome.frontier().into_iter().map(|strategy| combination(strategy).name).collect();
    let _ = writeln!(out, "\nNo other is better both in people exposed and in time: {}.", names.join("; "));
    if let Some(influences) = &found.influences {
        let _ = writeln!(out, "\nThe ranking by cost depends most on:");
        for influence in influences.iter().take(3) {
            let about = influence.input.about();
            let [low, high] = influence.winners.map(|winner| winner.map_or("none", key));
            let [least, most] = influence.range;
            let _ = writeln!(
                out,
                "  {}: at {} {low} is cheapest, at {} {high}; {} of all pairs change places",
                about.label,
                printable(&input_value(about, least, found.currency)),
                printable(&input_value(about, most, found.currency)),
                percent(influence.reordered)
            );
        }
    }
    for sizes in found.first_waves.iter().flatten() {
        sized(sizes, &mut out);
    }
    let _ = writeln!(out, "\nInputs that are not this tool's defaults:");
    for used in scenario.used() {
        let origin = match used.origin {
            Origin::Default => continue,
            Origin::Plan(part) => format!("from {part}"),
            Origin::Entered(by) if by.by.trim().is_empty() => "entered".to_owned(),
            Origin::Entered(by) => format!("entered by {}", printable(by.by.trim())),
        };
        let about = used.input.about();
        let value = printable(&input_value(about, used.value, found.currency));
        let _ = writeln!(out, "  {}: {value} ({origin})", about.label);
    }
    let [simulated, searched, sized] = found.seconds;
    let searches = [
        (found.influences.is_some(), format!(", {searched:.2} s for what matters most")),
        (found.first_waves.is_some(), format!(", {sized:.2} s for the first wave")),
    ];
    let searches: String = searches.into_iter().filter(|(done, _)| *done).map(|(_, words)| words).collect();
    let _ = writeln!(out, "\n{simulated:.2} s for the simulation{searches}.");
    out
}

/// What sizes of the first wave come to, the best and the planned one marked.
fn sized(of: &FirstWaves, out: &mut String) {
    let _ = writeln!(
        out,
        "\nSize of the first wave, {}: where the release carries a severe defect\n{:>12} {:>12} {:>20} {:>18}",
        combination(of.strategy).name,
        "people",
        "exposed",
        "95 % interval",
        "seen in it"
    );
    let best = of.best().map(|best| best.people);
    for size in &of.sizes {
        let mark = match (Some(size.people) == best, size.people == of.planned) {
            (true, true) => "  best, planned",
            (true, false) => "  best",
            (false, true) => "  planned",
            (false, false) => "",
        };
        let interval = format!("{} to {}", amount(size.exposed.low), amount(size.exposed.high));
        let (exposed, seen) = (amount(size.exposed.value), percent(size.noticed.value));
        let _ = writeln!(out, "{:>12} {exposed:>12} {interval:>20} {seen:>18}{mark}", size.people);
    }
}

fn measured(found: &Found, measure: Measure, out: &mut String) {
    let unit = match measure.unit() {
        "money" if found.currency.is_empty() => NO_CURRENCY,
        "money" => found.currency,
        unit => unit,
    };
    let head = format!("{} ({})", measure.label(), printable(unit));
    let _ = writeln!(
        out,
        "\n{head}\n{:<26} {:>12} {:>20} {:>12} {:>12} {:>12}",
        "", "mean", "95 % interval", "p10", "p50", "p90"
    );
    let row = |said: &StrategyOutcome, figure: &Figure| {
        let (mean, interval) = figure.mean.map_or_else(
            || ("never".to_owned(), String::new()),
            |mean| (amount(mean.value), format!("{} to {}", amount(mean.low), amount(mean.high))),
        );
        let [p10, p50, p90] = [figure.p10, figure.p50, figure.p90].map(|part| amount(part.value));
        format!("{:<26} {mean:>12} {interval:>20} {p10:>12} {p50:>12} {p90:>12}", combination(said.strategy).name)
    };
    for said in &found.outcome.strategies {
        if let Some(figure) = said.figure(measure) {
            let _ = writeln!(out, "{}", row(said, figure));
        }
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

fn whole(number: f64) -> String {
    format!("{number:.0}")
}

/// A number with as many places as it takes to tell it from others.
fn amount(number: f64) -> String {
    match number.abs() {
        size if size.is_infinite() => "never".to_owned(),
        size if size >= 100.0 || number == number.round() => format!("{number:.0}"),
        size if size >= 10.0 => format!("{number:.1}"),
        _ => format!("{number:.2}"),
    }
}
