//! How a pull goes, in figures.

use crate::document::block::{Block, Column, Table};
use crate::document::drawing::{Drawing, Figure, Plot, Size, Tone};
use crate::document::inline::{Mark, Text};
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Count, Minutes};
use crate::rollout::{Adoption, ForcedPush, adoption};
use crate::text::{about, counted, day_and_time, length, named, rate, share};

/// The curve, the load on the servers, and the push to the rest; nothing where the half-life is not known.
pub(super) fn pull(view: &View, sheet: &mut Sheet) {
    let Some(found) = adoption(view.release) else { return };
    sheet.put(Block::Figure(curve(&found)));
    sheet.facts(load_facts(&found, view.release.rollout.pull.forced_push));
}

/// What the busiest hour asks of the servers, and what is left at the deadline.
#[must_use]
pub fn load_facts(found: &Adoption, forced: bool) -> Vec<(&'static str, Text)> {
    let unknown = || "not known".to_owned();
    let load = &found.load;
    let used = load.utilisation.map(|used| (used, format!("{:.0} %", used * 100.0)));
    let mut facts = vec![
        (
            if found.waves.len() > 1 { "In the busiest hour" } else { "In the first hour" },
            Text::from(format!("{} it", counted(about(load.clients_per_hour), "client fetches", "clients fetch"))),
        ),
        ("They need together", Text::from(load.needed.map_or_else(unknown, rate))),
        (
            "Of what the servers give out",
            match used {
                Some((used, words)) if used > 1.0 => Mark::Conditional.with(format!("{words}: a queue grows")).into(),
                Some((_, words)) => Text::from(words),
                None => Text::from(unknown()),
            },
        ),
        ("Clients at a time", Text::from(load.at_a_time.map_or_else(unknown, about))),
    ];
    if !found.deadlines.is_empty() {
        let each = found.deadlines.iter().map(|(wave, until)| {
            Text::from(format!("{}: {}", named(wave, "Wave without a name"), day_and_time(*until)))
        });
        facts.push(("Deadline of each wave", Text::lines(each)));
    }
    let when = if found.deadlines.is_empty() { "Left at the deadline" } else { "Left at the deadlines" };
    facts.extend(found.rest.iter().flat_map(|rest| left(when, rest, forced)));
    facts
}

fn left(when: &'static str, rest: &ForcedPush, forced: bool) -> Vec<(&'static str, Text)> {
    let unknown = || "not known".to_owned();
    let count = if rest.left == 0 { "nobody to speak of".to_owned() } else { Count(rest.left).to_string() };
    let mut facts = vec![(when, Text::from(format!("{count} ({})", share(rest.share))))];
    if forced && rest.left > 0 {
        let all_day = rest.window == Minutes(1440);
        let fits = match rest.fits {
            Some(true) if all_day => Mark::Go.with("Yes: it may run all day").into(),
            Some(true) => Mark::Go.with(format!("Yes: the window is open for {} a day", rest.window)).into(),
            Some(false) if all_day => Mark::Conditional.with("No: it takes more than a day").into(),
            Some(false) => {
                Mark::Conditional.with(format!("No: the window is open for {} a day only", rest.window)).into()
            }
            None => Text::from("not known"),
        };
        facts.push(("Push to them takes", Text::from(rest.transfer.map_or_else(unknown, length))));
        facts.push(("It begins with", Text::from(rest.spike.map_or_else(unknown, rate))));
        facts.push(("Done in one window", fits));
        facts.push(("It ends", Text::from(rest.ends.map_or_else(unknown, day_and_time))));
    }
    facts
}

/// Who has fetched it on which day, as a picture and as a table.
#[must_use]
pub fn curve(found: &Adoption) -> Figure {
    let columns = [Column::number("After days"), Column::number("Have fetched it"), Column::number("Share")];
    let rows = found
        .curve
        .iter()
        .map(|day| [Text::from(day.day.to_string()), Text::from(about(day.clients)), Text::from(share(day.share))]);
    let waves = if found.waves.len() > 1 { ", each wave from its own start" } else { "" };
    let until = match (found.days, found.deadlines.is_empty()) {
        (None, _) => "",
        (Some(_), true) => ", up to the deadline",
        (Some(_), false) => ", up to its own deadline",
    };
    let caption = format!(
        "Share of {} clients that have fetched it{waves}: half of the rest in {}{until}",
        about(f64::from(found.clients)),
        found.half_life
    );
    Figure::drawn(&caption, &|size| curve_drawn(size, found), Table::of(columns, rows))
}

fn curve_drawn(size: Size, found: &Adoption) -> Drawing {
    let last = found.curve.last().map_or(1, |day| day.day);
    let mut plot = Plot::sized(size, 320, (0.0, f64::from(last)), (0.0, 1.0));
    let days = plot.across.ticks(size.pick(8, 4)).into_iter().filter(|day| day.fract() == 0.0);
    plot.across_ticks(days.map(|day| (day, format!("day {day:.0}"))));
    plot.up_ticks([0.0, 0.25, 0.5, 0.75, 1.0].map(|part| (part, share(part))));
    for start in found.waves.iter().filter(|_| found.waves.len() > 1) {
        plot.line([(*start, 0.0), (*start, 1.0)], Tone::Grid);
    }
    plot.line(found.line.iter().copied(), Tone::Main);
    if let Some(days) = found.days {
        plot.line([(f64::from(days), 0.0), (f64::from(days), 1.0)], Tone::Bound);
    }
    plot.into_drawing()
}
