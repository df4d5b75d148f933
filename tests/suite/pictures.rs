//! Pictures on a wide and on a narrow sheet: whatever the figures, nothing is drawn off the sheet, no words lie over
//! others, and every strategy has its name.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::Strategy as Anything;
use rollcall::document::picture::{Going, Place, Series, Strip, course, places, scatter, strip, strips};
use rollcall::document::{Block, Drawing, Figure, Frame, Kind, Shape, Size, Span, Text, Tone, build, html};
use rollcall::plan::{Choice, Strategy};
use rollcall::rollout::simulation::{Course, CoursePoint, Measure, Scenario, simulate};
use rollcall::strategy::catalogue::{combination, combinations};

use crate::ready::{TODAY, ready_release};

/// What words cover, with the words.
pub type Said<'a> = (Frame, &'a str);

/// The words of a drawing.
pub fn words(drawing: &Drawing) -> Vec<Said<'_>> {
    fn covered(shape: &Shape) -> Option<Said<'_>> {
        let Shape::Label { words, .. } = shape else { return None };
        shape.covers().map(|covers| (covers, words.as_str()))
    }
    drawing.shapes.iter().filter_map(covered).collect()
}

/// What is wrong with a drawing, if anything.
fn wrong(drawing: &Drawing) -> Option<String> {
    let sheet = (drawing.width, drawing.height);
    let on_sheet = |(x, y): (i32, i32)| (0..=sheet.0).contains(&x) && (0..=sheet.1).contains(&y);
    for shape in &drawing.shapes {
        let on = match shape {
            Shape::Line { points, .. } | Shape::Area { points, .. } => points.iter().all(|point| on_sheet(*point)),
            Shape::Bar { at, size, .. } => on_sheet(*at) && on_sheet((at.0 + size.0, at.1 + size.1)),
            Shape::Dot { at, .. } => on_sheet(*at),
            Shape::Label { .. } => {
                let (left, top, right, bottom) = shape.covers().unwrap();
                on_sheet((left, top)) && on_sheet((right, bottom))
            }
        };
        if !on {
            return Some(format!("off the sheet of {sheet:?}: {shape:?}"));
        }
    }
    let words = words(drawing);
    let over =
        |(one, _): &Said, (other, _): &Said| one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3;
    let mut pairs =
        words.iter().enumerate().flat_map(|(at, one)| words.iter().skip(at + 1).map(move |other| (one, other)));
    pairs.find(|(one, other)| over(one, other)).map(|(one, other)| format!("{one:?} lies over {other:?}"))
}

/// Both drawings of a figure are right, and both name all these.
pub fn is_right(figure: &Figure, names: &[Strategy]) -> Result<(), TestCaseError> {
    let drawings: Vec<&Drawing> = figure.drawings().map(|(_, drawing)| drawing).collect();
    let widths: Vec<i32> = drawings.iter().map(|drawing| drawing.width).collect();
    prop_assert_eq!(widths, [Size::Wide.width(), Size::Narrow.width()]);
    for drawing in drawings {
        prop_assert_eq!(wrong(drawing), None);
        for strategy in names {
            let name = combination(*strategy).name;
            let named = words(drawing).iter().filter(|(_, words)| words.ends_with(name)).count();
            prop_assert_eq!(named, 1, "{}", name);
        }
    }
    Ok(())
}

fn plain(text: &Text) -> String {
    let words = |span: &Span| match span {
        Span::Plain(words) | Span::Strong(words) => words.clone(),
        other => panic!("{other:?}"),
    };
    text.0.iter().map(words).collect()
}

fn nine() -> impl Iterator<Item = Strategy> {
    combinations().map(|it| it.strategy)
}

/// A number of people, or of hours: anything, or one of a few, so that strategies fall together.
fn number() -> impl Anything<Value = f64> {
    prop_oneof![
        0.0..1e7_f64,
        (0_u32..6).prop_map(|at| 240.0 + f64::from(at)),
        (0.0..7.0_f64).prop_map(|power| 10_f64.powf(power))
    ]
}

fn finish() -> impl Anything<Value = f64> {
    prop_oneof![9 => number(), 1 => Just(f64::INFINITY)]
}

fn all_places() -> impl Anything<Value = Vec<Place>> {
    let each = prop::collection::vec((number(), finish(), any::<bool>()), 9);
    (each, 0_usize..10).prop_map(|(each, chosen)| {
        let of = |((at, strategy), (exposed, finish, is_efficient))| Place {
            strategy,
            is_chosen: at == chosen,
            exposed,
            finish,
            is_efficient,
        };
        nine().enumerate().zip(each).map(of).collect()
    })
}

fn all_strips() -> impl Anything<Value = Vec<Strip>> {
    let each = prop::collection::vec((prop::collection::vec(finish(), 7), any::<bool>(), any::<bool>()), 1..10);
    (each, 0_usize..10).prop_map(|(each, chosen)| {
        let of = |((at, strategy), (mut numbers, is_full, has_mean)): ((usize, Strategy), (Vec<f64>, bool, bool))| {
            numbers.sort_by(f64::total_cmp);
            let [p1, p10, p25, p50, p75, p90, p99] = numbers.try_into().unwrap();
            let mean = (has_mean && p50 < f64::INFINITY).then_some(p50);
            let outer = is_full.then_some([p1, p25, p75, p99]);
            Strip { strategy, is_chosen: at == chosen, outer, inner: [p10, p50, p90], mean }
        };
        nine().enumerate().zip(each).map(of).collect()
    })
}

fn a_course() -> impl Anything<Value = Course> {
    let point = (0.1..100.0_f64, 0.0..1.0_f64, 0.0..1.0_f64, 0.0..1.0_f64);
    (prop::collection::vec(point, 0..30), prop_oneof![Just(1.0), Just(1e3), Just(1e7)]).prop_map(|(points, most)| {
        let mut at = 0.0;
        let point = |(hours, one, two, three)| {
            at += hours;
            let mut values = [one, two, three].map(|value: f64| value * most);
            values.sort_by(f64::total_cmp);
            let [p10, p50, p90] = values;
            CoursePoint { at, p10, p50, p90 }
        };
        Course { points: points.into_iter().map(point).collect() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn names_in_the_scatter_lie_over_nothing(all in all_places()) {
        let figure = scatter(&all);
        let drawn: Vec<Strategy> = all.iter().filter(|it| it.finish.is_finite()).map(|it| it.strategy).collect();
        is_right(&figure, &drawn)?;
        prop_assert_eq!(figure.table.rows().len(), all.len());
        // Nor over the mark of any strategy.
        for (_, drawing) in figure.drawings() {
            let marks = drawing.shapes.iter().filter_map(|shape| match shape {
                Shape::Dot { at, .. } => Some(*at),
                Shape::Bar { at: (x, y), .. } => Some((x + 7, y + 7)),
                Shape::Area { points, .. } => points.first().map(|(x, y)| (*x, y + 5)),
                _ => None,
            });
            for (x, y) in marks {
                let over = |(left, top, right, bottom): Frame| left < x && x < right && top < y && y < bottom;
                let found = words(drawing).into_iter().find(|(covers, _)| over(*covers));
                prop_assert_eq!(found, None, "{} {}", x, y);
            }
        }
    }

    #[test]
    fn names_and_means_of_strips_lie_over_nothing(measure in 0..Measure::ALL.len(), all in all_strips()) {
        let measure = Measure::ALL[measure];
        let figure = strips(measure, &all, "EUR");
        is_right(&figure, &all.iter().map(|it| it.strategy).collect::<Vec<_>>())?;
        prop_assert_eq!(figure.table.rows().len(), all.len());
    }

    #[test]
    fn each_course_has_its_panel(all in prop::collection::vec(a_course(), 0..10), chosen in 0_usize..10, is_desk: bool) {
        let going = if is_desk { Going::Desk } else { Going::Adoption };
        let series: Vec<Series> = nine().zip(&all).enumerate().map(|(at, (strategy, course))| {
            Series { strategy, is_chosen: at == chosen, course }
        }).collect();
        let figure = course(going, &series);
        is_right(&figure, &series.iter().map(|it| it.strategy).collect::<Vec<_>>())?;
        for (_, drawing) in figure.drawings() {
            let bands = drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Area { .. })).count();
            prop_assert_eq!(bands, series.len());
            let marked = words(drawing).iter().filter(|(_, words)| words.starts_with('▸')).count();
            prop_assert_eq!(marked, usize::from(chosen < series.len()));
        }
    }
}

#[test]
fn what_was_simulated_is_drawn_as_it_stands_in_the_table() {
    let outcome = simulate(&Scenario::of(&ready_release(), TODAY), 7, 60);
    let chosen = outcome.strategies.first().map(|of| of.strategy);
    let all: Vec<Strip> = outcome.strategies.iter().filter_map(|of| strip(of, Measure::Exposed, chosen)).collect();
    let figure = strips(Measure::Exposed, &all, "");
    for (_, drawing) in figure.drawings() {
        let said: Vec<&str> = words(drawing).into_iter().map(|(_, words)| words).collect();
        for row in figure.table.rows() {
            let [name, mean] = [plain(&row[0]), plain(&row[1])];
            let name = name.replace(" (chosen)", "");
            let at = said.iter().position(|words| words.ends_with(&name)).unwrap();
            assert_eq!(said[at + 1], mean, "{name}");
        }
    }
    let series: Vec<Series> = outcome
        .strategies
        .iter()
        .map(|of| Series { strategy: of.strategy, is_chosen: false, course: &of.adoption })
        .collect();
    let figure = course(Going::Adoption, &series);
    let medians = |drawing: &Drawing| {
        let median = |shape: &Shape| match shape {
            Shape::Line { points, tone: Tone::Main } => Some(points.len()),
            _ => None,
        };
        drawing.shapes.iter().filter_map(median).collect::<Vec<_>>()
    };
    let drawn: Vec<Vec<usize>> = figure.drawings().map(|(_, drawing)| medians(drawing)).collect();
    assert_eq!(drawn[0], drawn[1], "both sheets show the same points");
    assert_eq!(drawn[0].len(), 9);
    is_right(&scatter(&places(&outcome, chosen)), &[]).unwrap();
}

#[test]
fn marks_have_their_names_beside_them_where_there_is_room() {
    // All at one place, all in a corner, and far apart.
    for (spread, has_names) in [(0.0, true), (3.0, false), (400.0, true)] {
        let place = |(strategy, at): (Strategy, u32)| Place {
            strategy,
            is_chosen: at == 4,
            exposed: 100.0 + spread * f64::from(at % 3),
            finish: 240.0 + spread * f64::from(at),
            is_efficient: at < 1,
        };
        let figure = scatter(&nine().zip(0..).map(place).collect::<Vec<_>>());
        is_right(&figure, &nine().collect::<Vec<_>>()).unwrap();
        for (class, drawing) in figure.drawings() {
            let has_letters = words(drawing).iter().any(|(_, words)| words.starts_with("A "));
            assert_eq!(has_letters, class == "drawing narrow" || !has_names, "{class} at {spread}");
        }
    }
}

#[test]
fn marks_that_touch_are_named_together() {
    // The fourth lies just above and before the fifth and sixth, in the corner: words over them would be read as its own.
    let figures = [
        (234.0, 4.7),
        (90.6, 103.2),
        (90.6, 103.2),
        (19.8, 1394.4),
        (13.1, 1509.6),
        (13.2, 1509.6),
        (234.0, 4.7),
        (90.6, 103.2),
        (90.6, 103.2),
    ];
    let place = |(at, (strategy, (exposed, finish))): (usize, (Strategy, (f64, f64)))| Place {
        strategy,
        is_chosen: at == 5,
        exposed,
        finish,
        is_efficient: true,
    };
    let figure = scatter(&nine().zip(figures).enumerate().map(place).collect::<Vec<_>>());
    is_right(&figure, &nine().collect::<Vec<_>>()).unwrap();
    for (class, drawing) in figure.drawings() {
        let all = words(drawing);
        if class == "drawing narrow" {
            assert!(all.iter().any(|(_, words)| *words == "D, E, ▸ F"), "{all:?}");
        } else {
            // Below each other as one block.
            let names = nine().skip(3).take(3).map(|strategy| combination(strategy).name);
            let left = |name: &str| all.iter().find(|(_, words)| words.ends_with(name)).map(|((left, ..), _)| *left);
            let lefts: BTreeSet<_> = names.map(left).collect();
            assert!(lefts.len() == 1 && !lefts.contains(&None), "{all:?}");
        }
    }
}

#[test]
fn pictures_of_documents_are_right_on_both_sheets() {
    let mut count = 0;
    for kind in Kind::ALL {
        let document = build(*kind, &ready_release(), TODAY);
        for block in &document.blocks {
            if let Block::Figure(figure) = block {
                is_right(figure, &[]).unwrap();
                count += 1;
            }
        }
        let page = html(&document, "");
        assert_eq!(page.matches("class=\"drawing wide\"").count(), page.matches("class=\"drawing narrow\"").count());
    }
    assert!(count > 0);
}
