//! The size of the first wave: what is said of it, and its picture.

use proptest::prelude::*;
use rollcall::document::Shape;
use rollcall::document::picture;
use rollcall::plan::{Count, Decimal, ForecastOfFirstWave, Strategy};
use rollcall::text::forecast::first_wave;

use crate::forecast::labels;
use crate::pictures::is_right;

/// People in the first wave, people exposed, chance in percent that the defect is seen in time.
fn sizes(of: &[(u32, f64, f64)]) -> Vec<ForecastOfFirstWave> {
    let size = |(people, exposed, noticed): &(u32, f64, f64)| ForecastOfFirstWave {
        people: Count(*people),
        exposed: Decimal::nearest(*exposed),
        noticed: Decimal::nearest(*noticed),
    };
    of.iter().map(size).collect()
}

#[test]
fn the_best_size_is_named_and_the_planned_one_held_against_it() {
    let valley = [(10, 900.0, 20.0), (100, 80.0, 96.0), (200, 83.0, 98.0), (500, 500.0, 100.0), (1000, 1000.0, 100.0)];
    let fewest = "A severe defect exposes the fewest people with a first wave of 100: 80 on average. It is seen before the second \
                  wave starts with a chance of 96 %.";
    let cases = [
        (Some(100), format!("{fewest} That is the planned size.")),
        (Some(200), format!("{fewest} The planned 200 do about as well, with 83.")),
        (Some(500), format!("{fewest} The planned 500 are more than it takes: 500 are exposed.")),
        (
            Some(10),
            format!(
                "{fewest} The planned 10 are too few: it is seen in time with a chance of 20 %, and 900 are exposed."
            ),
        ),
        (None, fewest.to_owned()),
        (Some(7), fewest.to_owned()),
    ];
    for (planned, said) in cases {
        assert_eq!(first_wave(&sizes(&valley), planned.map(Count)), Some(said), "{planned:?}");
    }
    let flat = sizes(&[(1, 400.0, 0.0), (100, 402.0, 0.0), (400, 400.0, 0.0)]);
    let said = first_wave(&flat, Some(Count(1))).unwrap();
    assert!(
        said.starts_with("The size of the first wave makes little difference: a severe defect exposes about 400"),
        "{said}"
    );
    assert_eq!(first_wave(&[], None), None);
}

#[test]
fn the_picture_marks_the_best_and_the_planned_size_and_has_a_row_for_each() {
    let all = sizes(&[(1, 980.0, 2.0), (50, 90.0, 90.0), (400, 400.0, 100.0), (1000, 1000.0, 100.0)]);
    let figure = picture::first_wave(Strategy::default(), &all, Some(Count(400)));
    let marks = labels(&figure);
    assert!(marks.contains(&"best: 50") && marks.contains(&"planned: 400"), "{marks:?}");
    let same = picture::first_wave(Strategy::default(), &all, Some(Count(50)));
    assert!(labels(&same).contains(&"best, and planned: 50"));
    let rows: Vec<String> = figure.table.rows().iter().map(|row| format!("{row:?}")).collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[1].contains("best") && rows[2].contains("planned"), "{rows:?}");
    assert!(rows[3].contains("in the end"), "{rows:?}");
    // What is further right on the sheet has more people in it.
    let line = figure.drawing.shapes.iter().find_map(|shape| match shape {
        Shape::Line { points, .. } if points.len() == 4 => Some(points.clone()),
        _ => None,
    });
    assert!(line.unwrap().windows(2).all(|pair| pair[0].0 < pair[1].0));
}

proptest! {
    #[test]
    fn the_picture_stays_on_the_sheet(all in prop::collection::btree_map(1..2_000_000_u32, (0.0..2e6_f64, 0.0..100.0_f64), 0..30)) {
        let all: Vec<_> = all.into_iter().map(|(people, (exposed, noticed))| (people, exposed, noticed)).collect();
        let planned = all.first().map(|(people, ..)| Count(*people));
        is_right(&picture::first_wave(Strategy::default(), &sizes(&all), planned), &[])?;
    }
}
