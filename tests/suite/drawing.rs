//! Pictures in documents: where numbers lie, and that a picture always comes with its figures.

use proptest::prelude::*;
use rollcall::document::{Column, Drawing, Figure, Plot, Scale, Shape, Side, Size, Table, Text, Tone, WIDTH, Words};

#[test]
fn numbers_lie_where_the_scale_says() {
    let scale = Scale { from: (10.0, 100), until: (20.0, 900) };
    for (number, place) in [(10.0, 100), (20.0, 900), (15.0, 500), (12.5, 300), (-3.0, 100), (99.0, 900)] {
        assert_eq!(scale.place(number), place, "{number}");
    }
    let down = Scale { from: (0.0, 300), until: (1.0, 20) };
    assert_eq!((down.place(0.0), down.place(1.0), down.place(0.5)), (300, 20, 160));
    let nothing = Scale { from: (5.0, 40), until: (5.0, 90) };
    assert_eq!((nothing.place(5.0), nothing.place(f64::NAN)), (40, 40));
    assert_eq!(scale.place(f64::NAN), 100);
}

#[test]
fn ticks_are_round() {
    let ticks = |first: f64, last: f64, about| Scale { from: (first, 0), until: (last, 100) }.ticks(about);
    let cases: [(f64, f64, u32, &[f64]); 6] = [
        (0.0, 100.0, 5, &[0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
        (0.0, 7.0, 7, &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]),
        (3.0, 29.0, 5, &[10.0, 20.0]),
        (0.0, 0.5, 5, &[0.0, 0.1, 0.2, 0.30000000000000004, 0.4, 0.5]),
        (1.0, 1.0, 5, &[]),
        (0.0, 10.0, 0, &[]),
    ];
    for (first, last, about, expected) in cases {
        assert_eq!(ticks(first, last, about), expected, "{first} to {last}");
    }
}

#[test]
fn a_picture_keeps_its_words_on_one_line() {
    let mut plot = Plot::new(300, (0.0, 1.0), (0.0, 1.0));
    plot.label(0.5, 0.5, Side::Middle, "two\nlines \u{202e}turned");
    let table = Table::of([Column::words("A")], [[Text::from("x")]]);
    let figure = Figure::new("A\ncaption", plot.into_drawing(), table);
    assert_eq!(figure.caption, "A caption");
    let words = figure.drawing.shapes.iter().find_map(|shape| match shape {
        Shape::Label { words, .. } => Some(words.as_str()),
        _ => None,
    });
    assert_eq!(words, Some("two lines turned"));
}

#[test]
fn lines_are_left_out_where_their_words_have_no_room() {
    let drawn = |start: i32, count: i32, gap: i32| {
        let ticks: Vec<(i32, String)> = (0..count).map(|at| (start + at * gap, format!("{at}00"))).collect();
        let mut drawing = Drawing::new(Size::Narrow, 100);
        drawing.uprights(&ticks, (0, 60), Words { line: Some(90), within: (0, 500) });
        let line = |shape: &Shape| match shape {
            Shape::Line { points, .. } => points.first().map(|(x, _)| *x),
            _ => None,
        };
        drawing.shapes.iter().filter_map(line).collect::<Vec<_>>()
    };
    assert_eq!(drawn(0, 5, 100), [0, 100, 200, 300, 400]);
    assert_eq!(drawn(50, 10, 30), [50, 110, 170, 230, 290], "every second one");
    assert_eq!(drawn(50, 10, 20), [50, 110, 170, 230], "every third one");
    assert_eq!(drawn(0, 10, 30), [0, 90, 180, 270], "the first stands farther to the right");
    assert!(drawn(0, 0, 20).is_empty());
    // Uneven ones one by one.
    let ticks = [(100, "0"), (110, "1"), (200, "10"), (400, "100")].map(|(x, words)| (x, words.to_owned()));
    let mut drawing = Drawing::new(Size::Wide, 100);
    drawing.uprights(&ticks, (0, 60), Words { line: None, within: (0, 1000) });
    assert_eq!(drawing.shapes.len(), 3, "{:?}", drawing.shapes);
}

#[test]
fn a_picture_has_a_drawing_for_each_size_or_one_for_both() {
    let table = || Table::of([Column::words("A")], [[Text::from("x")]]);
    let classes =
        |figure: &Figure| figure.drawings().map(|(class, drawing)| (class, drawing.width)).collect::<Vec<_>>();
    let both = Figure::drawn("A", &|size| Drawing::new(size, 10), table());
    assert_eq!(classes(&both), [("drawing wide", WIDTH), ("drawing narrow", WIDTH / 2)]);
    let one = Figure::new("A", Drawing::new(Size::Wide, 10), table());
    assert_eq!(classes(&one), [("drawing", WIDTH)]);
}

proptest! {
    #[test]
    fn whatever_is_drawn_stays_on_the_sheet(numbers in prop::collection::vec((-1e9..1e9_f64, -1e9..1e9_f64), 1..20)) {
        let mut plot = Plot::new(320, (-10.0, 10.0), (0.0, 5.0));
        plot.line(numbers.clone(), Tone::Main);
        plot.band(&numbers.iter().map(|(x, y)| (*x, *y, *y + 1.0)).collect::<Vec<_>>(), Tone::Soft);
        for shape in plot.into_drawing().shapes {
            let (Shape::Line { points, .. } | Shape::Area { points, .. }) = shape else { continue };
            prop_assert!(points.iter().all(|(x, y)| (0..=WIDTH).contains(x) && (0..=320).contains(y)));
        }
    }

    #[test]
    fn ticks_lie_within(first in -1e6..1e6_f64, length in 1e-3..1e6_f64, about in 1..12_u32) {
        let ticks = Scale { from: (first, 0), until: (first + length, 100) }.ticks(about);
        prop_assert!(ticks.len() <= about as usize + 2);
        prop_assert!(ticks.iter().all(|tick| *tick >= first - length * 1e-6 && *tick <= first + length * (1.0 + 1e-3)));
    }
}
