//! The plan against the calendar. What it shows can be read as text in the tables below it.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use leptos::prelude::*;

use crate::order;
use crate::plan::{Item, Release, Wave};
use crate::rollout::{Part, Span, Timeline, parts_in, people_in, timeline};
use crate::text;
use crate::ui::plan::use_plan;

/// Labels of lines need this much room, in per cent of the width.
const LABEL_ROOM: f64 = 18.0;

/// A row of the chart.
#[derive(Debug, Clone, PartialEq)]
struct Lane {
    name: String,
    size: String,
    /// What it shows, read aloud.
    label: String,
    bar: Span,
    class: &'static str,
    /// Whether a solid mark stands at its start.
    starts: bool,
}

/// A line through all rows.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    at: f64,
    word: &'static str,
    class: &'static str,
}

/// All that is drawn.
#[derive(Debug, Clone, PartialEq)]
struct Drawing {
    name: String,
    ticks: Vec<(f64, String)>,
    lines: Vec<Line>,
    lanes: Vec<Lane>,
}

/// The chart; nothing while no part of the plan has a date.
#[component]
pub fn TimelineChart() -> impl IntoView {
    let plan = use_plan();
    let drawing = Memo::new(move |_| plan.release.with(|release| drawing(release, plan.today.get())));
    move || {
        drawing.get().map(|drawing| {
            let legend = legend(&drawing.lanes);
            let rows = drawing.lanes.iter().map(|lane| row(lane, &drawing)).collect_view();
            view! {
                <section class="section" aria-label="Timeline">
                    <div class="timeline">{head(&drawing)}{rows}</div>
                    {legend}
                </section>
            }
        })
    }
}

fn drawing(release: &Release, today: Date) -> Option<Drawing> {
    let line = timeline(release, today)?;
    let needed = parts_in(release);
    let has = |part: Part| needed.as_ref().is_none_or(|needed| needed.contains(&part));
    let plan = &release.rollout;
    let mut lanes = Vec::new();
    let mut lines = Vec::new();
    if let Some(window) = release.identity.window {
        let label = format!("from {} to {}", text::day_and_time(window.start()), text::day_and_time(window.end()));
        lanes.push(lane(&line, "Window", label, (window.start(), window.end()), "bar-for"));
        lines.push(Line { at: line.share(window.start()), word: "go-live", class: "due-line" });
    }
    if has(Part::Waves) {
        lanes.extend(plan.waves.iter().filter_map(|wave| wave_lane(release, &line, wave)));
    }
    if let (true, Some(deadline)) = (has(Part::Pull), plan.pull.deadline) {
        let from = plan.pull.from.or_else(|| release.go_live()).unwrap_or(deadline).min(deadline);
        let label = format!("from {} to {}", text::day(from), text::day(deadline));
        lanes.push(lane(&line, "Pull", label, (midnight(from), end_of(deadline)), "bar-against"));
        lines.push(Line { at: line.share(end_of(deadline)), word: "pull ends", class: "due-line" });
    }
    if let (true, Some(from), Some(until)) = (has(Part::Parallel), plan.parallel.from, plan.parallel.until) {
        let label = format!("from {} to {}", text::day(from), text::day(until));
        lanes.push(lane(&line, "Parallel", label, (midnight(from), end_of(until)), "bar-against"));
    }
    lines.extend(line.today.map(|now| Line { at: line.share(now), word: "today", class: "today-line" }));
    order::sort_by(&mut lines, |one, other| one.at.total_cmp(&other.at));
    let ticks = line.ticks.iter().map(|tick| {
        let word = if tick.by_day { text::day_of_year(tick.at.date()) } else { text::time(tick.at) };
        (line.share(tick.at), word)
    });
    let name = format!("From {} to {}", text::day_and_time(line.start), text::day_and_time(line.end));
    Some(Drawing { name, ticks: ticks.collect(), lines, lanes })
}

fn lane(line: &Timeline, name: &str, label: String, (from, until): (DateTime, DateTime), class: &'static str) -> Lane {
    let bar = line.span(from, until);
    Lane { name: name.to_owned(), size: String::new(), label, bar, class, starts: false }
}

fn wave_lane(release: &Release, line: &Timeline, wave: &Wave) -> Option<Lane> {
    let start = wave.start?;
    let until = start.checked_add(i64::from(wave.bake.0).minutes()).unwrap_or(start);
    let label = format!("from {}, bakes {}", text::day_and_time(start), wave.bake);
    let lane = lane(line, wave.title(), label, (start, until), "bar-bake");
    Some(Lane { size: people_in(release, wave).to_string(), starts: true, ..lane })
}

fn midnight(day: Date) -> DateTime {
    day.to_datetime(Time::midnight())
}

fn end_of(day: Date) -> DateTime {
    midnight(day.tomorrow().unwrap_or(day))
}

fn head(drawing: &Drawing) -> impl IntoView + use<> {
    let ticks = drawing.ticks.iter().map(|(at, word)| {
        let at = percent(*at);
        view! {
            <line class="grid-line" x1=at.clone() x2=at.clone() y1="22" y2="36"></line>
            <text x=at dx="4" y="34">{word.clone()}</text>
        }
    });
    let words = drawing.lines.iter().zip(sides(&drawing.lines)).map(|(line, left)| {
        let (anchor, dx) = if left { ("end", "-4") } else { ("start", "4") };
        view! { <text class="strong" x=percent(line.at) dx=dx y="14" text-anchor=anchor>{line.word}</text> }
    });
    let (ticks, words) = (ticks.collect_view(), words.collect_view());
    let name = drawing.name.clone();
    view! { <div><span></span><svg class="lane" role="img" aria-label=name>{ticks}{words}</svg></div> }
}

/// Whether the word of each line stands on its left: where the right is taken, or is the end of the chart.
fn sides(lines: &[Line]) -> Vec<bool> {
    let mut sides = Vec::with_capacity(lines.len());
    for (number, line) in lines.iter().enumerate().rev() {
        let after = lines.get(number + 1).map_or(f64::MAX, |next| next.at - line.at);
        let before =
            number.checked_sub(1).and_then(|number| lines.get(number)).map_or(f64::MAX, |last| line.at - last.at);
        let room = if sides.last() == Some(&true) { 2.0 * LABEL_ROOM } else { LABEL_ROOM };
        sides.push(line.at > 100.0 - LABEL_ROOM || (after < room && before >= LABEL_ROOM));
    }
    sides.reverse();
    sides
}

fn row(lane: &Lane, drawing: &Drawing) -> impl IntoView + use<> {
    // Lines reach to the edge of the row, and those at the ends of the chart a little beyond.
    let top = if drawing.lanes.first() == Some(lane) { "-6" } else { "0" };
    let bottom = if drawing.lanes.last() == Some(lane) { "42" } else { "37" };
    let grid = drawing.ticks.iter().map(|(at, _)| {
        let at = percent(*at);
        view! { <line class="grid-line" x1=at.clone() x2=at y1=top y2=bottom></line> }
    });
    let lines = drawing.lines.iter().map(|line| {
        let at = percent(line.at);
        view! { <line class=line.class x1=at.clone() x2=at y1=top y2=bottom></line> }
    });
    let (grid, lines) = (grid.collect_view(), lines.collect_view());
    let (from, length) = (percent(lane.bar.from), percent(lane.bar.length));
    let size = (!lane.size.is_empty()).then(|| view! { " "<span class="soft small number">{lane.size.clone()}</span> });
    // However short, it is to be seen: a few pixels at its start, beneath it or, for a wave, over it.
    let mark = if lane.starts { "bar-for" } else { lane.class };
    // What lasts in the background is thin.
    let (y, height) = if lane.class == "bar-against" { ("15", "6") } else { ("11", "14") };
    view! {
        <div>
            <strong>{lane.name.clone()}{size}</strong>
            <svg class="lane" role="img" aria-label=format!("{}: {}", lane.name, lane.label)>
                {grid}{lines}
                <rect class=lane.class x=from.clone() width=length y=y height=height rx="3"></rect>
                <rect class=mark x=from width="5" y=y height=height rx="2"></rect>
            </svg>
        </div>
    }
}

fn legend(lanes: &[Lane]) -> impl IntoView + use<> {
    let has = |class: &str| lanes.iter().any(|lane| lane.class == class);
    let waves = lanes.iter().any(|lane| lane.starts);
    let item = |class: &'static str, word: &'static str| {
        view! { <span><svg aria-hidden="true"><rect class=class width="16" height="10" rx="2"></rect></svg>{word}</span> }
    };
    let named = |name: &str| lanes.iter().any(|lane| lane.class == "bar-against" && lane.name == name);
    let beside = match (named("Pull"), named("Parallel")) {
        (true, true) => "users fetch it; old and new side by side",
        (true, false) => "users fetch it",
        _ => "old and new side by side",
    };
    let start = if waves { "go-live window, start of a wave" } else { "go-live window" };
    view! {
        <div class="legend">
            {(has("bar-for") || waves).then(|| item("bar-for", start))}
            {waves.then(|| item("bar-bake", "baking: watched before the next wave"))}
            {has("bar-against").then(|| item("bar-against", beside))}
        </div>
    }
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}
