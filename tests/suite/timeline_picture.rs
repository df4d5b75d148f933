//! The timeline of the release plan as it is drawn: names whole, a line at go-live, and a legend that tells every shape.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date, datetime};
use proptest::prelude::*;
use proptest::strategy::Strategy as Anything;
use rollcall::calendar::{BoundKind, Chart, ChartRow, RowKind, Scope, chart};
use rollcall::document::picture::timeline;
use rollcall::document::{Block, Column, Drawing, Figure, Frame, Kind, Shape, Size, Table, Text, Tone, build, wrapped};
use rollcall::plan::{Choice, Command, Delivery, Edit, PullPlan, Strategy};

use crate::pictures::{is_right, words};
use crate::ready::{GO_LIVE, TODAY, change, ready_release};

const START: DateTime = datetime(2026, 3, 2, 0, 0, 0, 0);

/// What the legend says of each shape, and for which rows.
const LEGEND: [(&str, &[RowKind]); 6] = [
    ("go-live window", &[RowKind::Window]),
    ("last safe moment", &[RowKind::LastSafe]),
    ("wave: start, then bake time", &[RowKind::Wave]),
    ("goes on in the background", &[RowKind::Runbook, RowKind::Pull, RowKind::Parallel, RowKind::Support]),
    (
        "a day or a moment",
        &[
            RowKind::SwitchOff,
            RowKind::Gate,
            RowKind::BackOutTest,
            RowKind::Training,
            RowKind::Message,
            RowKind::Distribution,
            RowKind::Meeting,
        ],
    ),
    ("closed", &[RowKind::Blackout, RowKind::Holiday]),
];

fn figure(chart: &Chart) -> Figure {
    timeline(chart, Table::of([Column::words("A")], [[Text::from("x")]]))
}

fn row(kind: RowKind, subject: &str, from: DateTime, minutes: i64) -> ChartRow {
    let until = (minutes > 0).then(|| from.checked_add(minutes.minutes()).unwrap());
    ChartRow {
        kind,
        id: String::new(),
        subject: subject.to_owned(),
        from,
        until,
        by_hour: true,
        open: true,
        date: None,
    }
}

fn chart_of(mut rows: Vec<ChartRow>, today: Date) -> Chart {
    rows.sort_by_key(|row| (row.kind, row.from));
    let moments: Vec<DateTime> = rows.iter().flat_map(|row| [Some(row.from), row.until]).flatten().collect();
    Chart { line: rollcall::rollout::timeline(&moments, today).unwrap(), rows }
}

/// What each drawing must keep to, whatever the plan.
fn is_whole(chart: &Chart) -> Result<(), TestCaseError> {
    let figure = figure(chart);
    is_right(&figure, &[])?;
    for (_, drawing) in figure.drawings() {
        let said = words(drawing);
        for shape in &drawing.shapes {
            let found = covered(shape).and_then(|it| said.iter().find(|(of, _)| overlap(it, *of)));
            prop_assert_eq!(found, None, "{:?}", shape);
        }
        for (telling, kinds) in LEGEND {
            let count = said.iter().filter(|(_, words)| *words == telling).count();
            prop_assert_eq!(count, usize::from(chart.rows.iter().any(|row| kinds.contains(&row.kind))), "{}", telling);
        }
        for bound in chart.bounds() {
            let word = bound.kind.label();
            // A wave may be called so too: the word at the foot is the last.
            let (left, _, right, _) = said.iter().rfind(|(_, words)| *words == word).unwrap().0;
            let tone = [Tone::Main, Tone::Bound, Tone::Second][bound.kind as usize];
            let beside = |x: i32| x + 4 == left || x - 4 == right;
            let stands = |shape: &Shape| match shape {
                Shape::Line { points, tone: of } => {
                    *of == tone && points.len() == 2 && points[0].0 == points[1].0 && beside(points[0].0)
                }
                _ => false,
            };
            prop_assert!(drawing.shapes.iter().any(stands), "{} has no line", word);
        }
        let all: String = said.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
        for lane in chart.lanes().iter().filter(|lane| lane.name.chars().count() <= 40) {
            let name: String = lane.name.split_whitespace().collect();
            prop_assert!(all.contains(&name), "{} is cut", lane.name);
        }
    }
    Ok(())
}

/// What is drawn of rows and legend; lines go through everything.
fn covered(shape: &Shape) -> Option<Frame> {
    let around = |points: &[(i32, i32)]| {
        let (x, y) = (points.iter().map(|it| it.0), points.iter().map(|it| it.1));
        (x.clone().min().unwrap(), y.clone().min().unwrap(), x.max().unwrap(), y.max().unwrap())
    };
    match shape {
        Shape::Bar { at: (x, y), size: (width, height), .. } => Some((*x, *y, x + width, y + height)),
        Shape::Area { points, .. } => Some(around(points)),
        Shape::Line { points, .. } if points.len() > 2 => Some(around(points)),
        _ => None,
    }
}

fn overlap(one: Frame, other: Frame) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

fn any_chart() -> impl Anything<Value = Chart> {
    let name = prop_oneof!["[a-zA-Z,.-]{0,12}( [a-zA-ZäßЖ字]{1,14}){0,6}", "\\PC{0,90}"];
    let one = (0..RowKind::ALL.len(), name, 0_i64..60_000, prop_oneof![Just(0_i64), 0_i64..20_000]);
    (prop::collection::vec(one, 1..14), 0_i32..60).prop_map(|(rows, today)| {
        let rows = rows.into_iter().map(|(kind, name, at, minutes)| {
            row(RowKind::ALL[kind], name.trim(), START.checked_add(at.minutes()).unwrap(), minutes)
        });
        chart_of(rows.collect(), START.date().checked_add(today.days()).unwrap())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_overlaps_and_every_name_is_whole(chart in any_chart()) {
        is_whole(&chart)?;
    }

    #[test]
    fn wrapped_words_keep_within_their_room(said in "\\PC{0,200}", room in 40..600_i32, most in 1_usize..5) {
        let lines = wrapped(&said, room, most);
        prop_assert!(lines.len() <= most);
        for line in &lines {
            prop_assert!(rollcall::document::words_width(line) <= room, "{line:?}");
        }
    }
}

#[test]
fn words_are_wrapped_between_them() {
    let room = |letters: i32| letters * 13;
    for (said, letters, most, expected) in [
        ("", 10, 2, &[][..]),
        ("one two", 10, 2, &["one two"]),
        ("one two", 4, 2, &["one", "two"]),
        ("one two three", 6, 2, &["one", "two…"]),
        ("seventeen", 4, 9, &["seve", "ntee", "n"]),
        ("a seventeen", 4, 9, &["a", "seve", "ntee", "n"]),
    ] {
        assert_eq!(wrapped(said, room(letters), most), expected, "{said}");
    }
}

#[test]
fn the_release_plan_has_a_legend_and_a_line_at_go_live() {
    let mut release = ready_release();
    let strategy = Strategy { delivery: Delivery::Pull, ..release.strategy.choice.as_ref().unwrap().strategy };
    release.strategy.choice.as_mut().unwrap().strategy = strategy;
    let pull = PullPlan { from: Some(GO_LIVE), deadline: Some(date(2026, 3, 20)), ..PullPlan::default() };
    change(&mut release, Command::Pull(Box::new(pull)));
    let mut wave = release.rollout.waves.iter().next().unwrap().clone();
    let long = "Head office, third floor, and everybody who works from home on Mondays";
    long.clone_into(&mut wave.name);
    change(&mut release, Command::Waves(Edit::replace(wave)));
    let drawn = chart(&release, Scope::Whole, None, TODAY).unwrap();
    let bounds: Vec<(BoundKind, DateTime)> = drawn.bounds().iter().map(|bound| (bound.kind, bound.at)).collect();
    let expected = [
        (BoundKind::Today, datetime(2026, 3, 2, 0, 0, 0, 0)),
        (BoundKind::GoLive, datetime(2026, 3, 14, 20, 0, 0, 0)),
        (BoundKind::PullEnds, datetime(2026, 3, 21, 0, 0, 0, 0)),
    ];
    assert_eq!(bounds, expected);
    is_whole(&drawn).unwrap();
    let plan = build(Kind::ReleasePlan, &release, TODAY);
    let figure = plan.blocks.iter().find_map(|block| match block {
        Block::Figure(figure) if figure.caption.starts_with("From ") => Some(figure),
        _ => None,
    });
    for (class, drawing) in figure.unwrap().drawings() {
        let said: Vec<&str> = words(drawing).into_iter().map(|(_, words)| words).collect();
        for word in ["go-live", "pull ends", "today", "go-live window", "a day or a moment"] {
            assert!(said.contains(&word), "{class}: {word}");
        }
        assert!(said.join(" ").contains(long), "{class}: {said:?}");
    }
}

/// The shapes before these words of the legend, whatever their colour: where they lie from the words.
fn form(drawing: &Drawing, telling: &str) -> Vec<String> {
    let (left, top, ..) = words(drawing).into_iter().find(|(_, words)| *words == telling).unwrap().0;
    let within = |(x, y, right, bottom): Frame| x >= left - 36 && right <= left && y >= top - 4 && bottom <= top + 25;
    let shapes = drawing.shapes.iter().filter(|shape| covered(shape).is_some_and(within));
    shapes
        .map(|shape| match shape {
            Shape::Bar { at, size, .. } => format!("bar {} {size:?}", at.0 - left),
            Shape::Area { points, .. } => format!("area of {}", points.len()),
            Shape::Line { points, .. } => format!("frame of {}", points.len()),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn shapes_in_the_legend_differ_in_form() {
    let rows = RowKind::ALL.iter().map(|kind| row(*kind, "", START, 600)).collect();
    let figure = figure(&chart_of(rows, TODAY));
    for (class, drawing) in figure.drawings() {
        let mut forms: Vec<Vec<String>> = LEGEND.iter().map(|(telling, _)| form(drawing, telling)).collect();
        assert!(forms.iter().all(|form| !form.is_empty()), "{class}: {forms:?}");
        forms.sort();
        forms.dedup();
        assert_eq!(forms.len(), LEGEND.len(), "{class}: {forms:?}");
    }
    assert_eq!(Size::Wide.width(), figure.drawing.width);
}
