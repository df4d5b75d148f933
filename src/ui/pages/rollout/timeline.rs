//! The plan against the calendar: a picture whose bars lead to where they are entered, and the same as a table.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

use super::marks;
use crate::calendar::{Bound, BoundKind, Chart, ChartRow, Lane, RowKind, Scope, chart};
use crate::plan::{Choice, Release};
use crate::readiness::row_place;
use crate::rollout::{RunbookForecast, Span, Timeline, forecast_moment, people_in, reach};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Role, Status, fold, printing};
use crate::ui::plan::use_plan;

/// Labels of lines need this much room, in per cent of the width.
const LABEL_ROOM: f64 = 18.0;

/// Nearer to an end of the chart than this, in per cent of the width, a mark has no room around it on a phone.
const EDGE: f64 = 4.0;

/// A frame shorter than this, in per cent of the width, is not seen on a phone.
const FRAME: f64 = 1.5;

/// A line through all rows.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    at: f64,
    word: &'static str,
    class: &'static str,
}

/// A bar, or a mark where something happens at one moment.
#[derive(Debug, Clone, PartialEq)]
struct Bar {
    from: f64,
    length: f64,
    lasts: bool,
    class: &'static str,
    /// Whether a solid mark stands at its start.
    starts: bool,
    /// Around it, what a pointer hits.
    reach: Span,
    /// Where it is entered.
    address: String,
    /// What it shows, read aloud.
    label: String,
}

/// A row of the chart.
#[derive(Debug, Clone, PartialEq)]
struct Drawn {
    name: String,
    size: String,
    bars: Vec<Bar>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
struct Listed {
    what: &'static str,
    subject: String,
    address: String,
    from: String,
    until: String,
    /// Whether it is still to come; nothing for what neither comes about nor not.
    open: Option<bool>,
}

/// All that is shown.
#[derive(Debug, Clone, PartialEq)]
struct Drawing {
    name: String,
    ticks: Vec<(f64, String)>,
    lines: Vec<Line>,
    lanes: Vec<Drawn>,
    table: Vec<Listed>,
}

/// The chart; nothing while no part of the plan has a date.
#[component]
pub fn TimelineChart(
    /// The forecast of the runbook.
    forecast: Memo<Option<RunbookForecast>>,
) -> impl IntoView {
    let plan = use_plan();
    let scope = RwSignal::new(Scope::Whole);
    let drawing = Memo::new(move |_| {
        let (scope, today, forecast) = (scope.get(), plan.today.get(), forecast.get());
        plan.release.with(|release| {
            let ends = forecast.and_then(|found| forecast_moment(release, found.p90));
            drawing(release, scope, ends, today)
        })
    });
    let chip = move |of: Scope, word: &'static str| {
        let on = move || (scope.get() == of).to_string();
        view! { <button class="chip" type="button" aria-pressed=on on:click=move |_| scope.set(of)>{word}</button> }
    };
    let (open, printing) = (RwSignal::new(false), printing());
    let body = move || {
        drawing.get().map(|drawing| {
            let listed = drawing.table.clone();
            let legend = legend(&drawing.lanes);
            let count = drawing.lanes.len();
            let rows = drawing.lanes.iter().enumerate();
            // The first mark of all is where Tab stops.
            let stop = drawing.lanes.iter().position(|lane| !lane.bars.is_empty());
            let rows = rows.map(|(at, lane)| row(lane, &drawing, at == 0, at + 1 == count, stop == Some(at)));
            let rows = rows.collect_view();
            view! {
                <div class="timeline" role="group" aria-label="Timeline: arrow keys lead from mark to mark"
                    on:keydown=move |event| marks::on_key(&event) on:focusin=move |_| marks::on_focus()>
                    {head(&drawing)}{rows}
                </div>
                {legend}
                {fold("As a table", open, printing, Arc::new(move || table(&listed)))}
            }
        })
    };
    view! {
        <Show when=move || drawing.with(Option::is_some)>
            <section class="section" aria-label="Timeline">
                <div class="chips" role="group" aria-label="What the timeline shows">
                    {chip(Scope::Whole, "Whole plan")}{chip(Scope::Rollout, "Rollout alone")}
                </div>
                {body}
            </section>
        </Show>
    }
}

fn drawing(release: &Release, scope: Scope, runbook_ends: Option<DateTime>, today: Date) -> Option<Drawing> {
    let chart = chart(release, scope, runbook_ends, today)?;
    let line = &chart.line;
    let lanes = chart.lanes().iter().map(|lane| drawn(release, line, lane)).collect();
    let ticks = line.ticks.iter().map(|tick| {
        let word = if tick.by_day { text::day_of_year(tick.at.date()) } else { text::time(tick.at) };
        (line.share(tick.at), word)
    });
    let name = format!("From {} to {}", text::day_and_time(line.start), text::day_and_time(line.end));
    let table = chart.rows.iter().map(|row| listed(release, row)).collect();
    Some(Drawing { name, ticks: ticks.collect(), lines: lines(&chart), lanes, table })
}

fn lines(chart: &Chart) -> Vec<Line> {
    let line = |bound: &Bound| {
        let class = if bound.kind == BoundKind::Today { "today-line" } else { "due-line" };
        Line { at: chart.line.share(bound.at), word: bound.kind.label(), class }
    };
    chart.bounds().iter().map(line).collect()
}

fn drawn(release: &Release, line: &Timeline, lane: &Lane) -> Drawn {
    let spans: Vec<Span> = lane.rows.iter().map(|row| span(line, row)).collect();
    let bars = lane.rows.iter().zip(reach(&spans)).map(|(row, reach)| bar(release, line, row, reach)).collect();
    let wave = lane.rows.first().filter(|row| row.kind == RowKind::Wave);
    let wave = wave.and_then(|row| release.rollout.waves.iter().find(|wave| wave.id.as_str() == row.id));
    let size = wave.map(|wave| people_in(release, wave).to_string()).unwrap_or_default();
    Drawn { name: lane.name.clone(), size, bars }
}

/// Where it is drawn: marks have no length.
fn span(line: &Timeline, row: &ChartRow) -> Span {
    line.span(row.from, row.until.filter(|_| row.kind.lasts()).unwrap_or(row.from))
}

fn bar(release: &Release, line: &Timeline, row: &ChartRow, reach: Span) -> Bar {
    let span = span(line, row);
    let class = match row.kind {
        RowKind::Wave => "bar-bake",
        RowKind::Pull | RowKind::Parallel | RowKind::Support | RowKind::Runbook => "bar-against",
        RowKind::Blackout | RowKind::Holiday => "bar-closed",
        _ => "bar-for",
    };
    let said = listed(release, row);
    let of = if said.subject.is_empty() { String::new() } else { format!(" {}", said.subject) };
    let until = if said.until.is_empty() { String::new() } else { format!(" until {}", said.until) };
    let label = format!("{}{of}: {}{until}", said.what, said.from);
    let (lasts, starts) = (row.kind.lasts(), row.kind == RowKind::Wave);
    Bar { from: span.from, length: span.length, lasts, class, starts, reach, address: said.address, label }
}

fn listed(release: &Release, row: &ChartRow) -> Listed {
    let subject = match row.kind {
        RowKind::Message => text::plain_subject(&row.subject, release),
        _ => row.subject.clone(),
    };
    let what = if row.kind == RowKind::Runbook { "Runbook, in nine of ten cases" } else { row.kind.label() };
    let moment = |moment| if row.by_hour { text::day_and_time(moment) } else { text::day(moment.date()) };
    let last = row.until.map(|until| {
        if row.by_hour { until } else { until.date().yesterday().map_or(until, |day| day.to_datetime(until.time())) }
    });
    // A single day ends itself.
    let until = last.filter(|last| row.by_hour || last.date() > row.from.date()).map(moment).unwrap_or_default();
    let open = (!matches!(row.kind, RowKind::Blackout | RowKind::Holiday)).then_some(row.open);
    let address = Route::cure(release.id, &row_place(release, row)).to_string();
    Listed { what, subject, address, from: moment(row.from), until, open }
}

fn table(rows: &[Listed]) -> AnyView {
    let one = |row: &Listed| {
        let subject = text::named(&row.subject, "The release");
        let state = row.open.map(|open| {
            let (role, word) = if open { (Role::Idle, "To come") } else { (Role::Go, "Done") };
            view! { <Status role word/> }
        });
        view! {
            <tr role="row">
                <td role="cell" data-label="What">{row.what}</td>
                <td role="cell" class="words" data-label="Of"><a href=row.address.clone()>{subject}</a></td>
                <td role="cell" data-label="From">{row.from.clone()}</td>
                <td role="cell" data-label="Until">{row.until.clone()}</td>
                <td role="cell" data-label="State">{state}</td>
            </tr>
        }
        .into_any()
    };
    let rows = rows.iter().map(one).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-label="Timeline, table" tabindex="0">
            <table class="table stack" role="table" aria-label="Timeline">
                <thead><tr role="row">
                    <th scope="col" role="columnheader">"What"</th><th scope="col" role="columnheader">"Of"</th>
                    <th scope="col" role="columnheader">"From"</th><th scope="col" role="columnheader">"Until"</th>
                    <th scope="col" role="columnheader">"State"</th>
                </tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
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

fn row(lane: &Drawn, drawing: &Drawing, first: bool, last: bool, stops: bool) -> AnyView {
    // Lines reach to the edge of the row, and those at the ends of the chart a little beyond.
    let top = if first { "-6" } else { "0" };
    let bottom = if last { "42" } else { "37" };
    let grid = drawing.ticks.iter().map(|(at, _)| upright("grid-line", *at, top, bottom)).collect_view();
    let lines = drawing.lines.iter().map(|line| upright(line.class, line.at, top, bottom)).collect_view();
    let size = (!lane.size.is_empty()).then(|| view! { " "<span class="soft small number">{lane.size.clone()}</span> });
    let bars = lane.bars.iter().enumerate().map(|(at, bar)| bar_view(bar, stops && at == 0)).collect_view();
    view! {
        <div>
            <strong>{lane.name.clone()}{size}</strong>
            <svg class="lane" role="group" aria-label=lane.name.clone()>{grid}{lines}{bars}</svg>
        </div>
    }
    .into_any()
}

fn upright(class: &'static str, at: f64, top: &'static str, bottom: &'static str) -> AnyView {
    let at = percent(at);
    view! { <line class=class x1=at.clone() x2=at y1=top y2=bottom></line> }.into_any()
}

fn bar_view(bar: &Bar, stops: bool) -> AnyView {
    let (from, length) = (percent(bar.from), percent(bar.length));
    // What lasts in the background is thin.
    let (y, height) = if bar.class == "bar-against" { ("15", "6") } else { ("11", "14") };
    // However short, it is to be seen: a few pixels at its start, beneath it or, for a wave, over it.
    let mark = if bar.starts { "bar-for" } else { bar.class };
    let stretch = bar.lasts.then(|| {
        view! { <rect class=bar.class x=from.clone() width=length y=y height=height rx="3"></rect> }
    });
    // An empty frame is seen by itself as soon as it is as wide as a mark.
    let start = (bar.class != "bar-closed" || bar.length < FRAME).then(|| {
        view! { <rect class=mark x=from width="5" y=y height=height rx="2"></rect> }
    });
    // The group makes the link one of SVG's own.
    view! {
        <g><a href=bar.address.clone() aria-label=bar.label.clone() tabindex=if stops { "0" } else { "-1" }>
            <title>{bar.label.clone()}</title>
            {target(bar)}
            {stretch}
            {start}
        </a></g>
    }
    .into_any()
}

/// What a pointer hits around the start of a bar: 24 pixels each way as far as it reaches, with the middle of the mark in
/// the middle, and at the ends of the chart beside it.
fn target(bar: &Bar) -> Option<AnyView> {
    let Span { from, length } = bar.reach;
    if length <= 0.0 {
        return None;
    }
    let at = (bar.from - from) / length * 100.0;
    let moved = match bar.from {
        ..EDGE => "translate(0 0)",
        from if from > 100.0 - EDGE => "translate(-24 0)",
        _ => "translate(-12 0)",
    };
    // What reaches beyond is cut off by the inner drawing, which begins half a mark later.
    let target = view! {
        <g transform="translate(2.5 0)" aria-hidden="true">
            <svg x=percent(from) width=percent(length) y="6" height="24">
                <rect class="target" x=percent(at) width="24" height="24" transform=moved></rect>
            </svg>
        </g>
    };
    Some(target.into_any())
}

fn legend(lanes: &[Drawn]) -> impl IntoView + use<> {
    let bars = || lanes.iter().flat_map(|lane| lane.bars.iter());
    let has = |class: &str| bars().any(|bar| bar.class == class && bar.lasts);
    // The shapes differ as they do in the chart: by form, not by colour alone.
    let item = |class: &'static str, word: &'static str| {
        let (x, y, width, height) = match class {
            "bar-against" => ("0", "3", "16", "4"),
            "bar-closed" => ("1", "1", "14", "8"),
            _ => ("0", "0", "16", "10"),
        };
        let start = (class == "bar-bake").then(|| view! { <rect class="bar-for" width="4" height="10" rx="2"></rect> });
        view! {
            <span>
                <svg aria-hidden="true"><rect class=class x=x y=y width=width height=height rx="2"></rect>{start}</svg>
                {word}
            </span>
        }
    };
    view! {
        <div class="legend">
            {item("bar-for", "go-live window, start of a wave, a day or a moment")}
            {has("bar-bake").then(|| item("bar-bake", "baking: watched before the next wave"))}
            {has("bar-against").then(|| item("bar-against", "goes on in the background"))}
            {has("bar-closed").then(|| item("bar-closed", "closed"))}
        </div>
    }
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}
