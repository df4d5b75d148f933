//! Numbers along the edges of a sheet, and lines in the frame between them.

use super::drawing::{Drawing, Frame, LETTERS, Point, Shape, Side, Size, Tone, Words};

/// Numbers along an edge of the sheet: from which to which, and where these lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The first number and where it lies.
    pub from: (f64, i32),
    /// The last number and where it lies.
    pub until: (f64, i32),
}

impl Scale {
    /// Where a number lies; one outside lies at the nearer end.
    #[must_use]
    pub fn place(&self, number: f64) -> i32 {
        let ((first, start), (last, end)) = (self.from, self.until);
        let length = last - first;
        let share = if length == 0.0 { 0.0 } else { ((number - first) / length).clamp(0.0, 1.0) };
        // Places on the sheet are small whole numbers. What is no number lies at the start.
        #[allow(clippy::cast_possible_truncation)]
        let along = (f64::from(end - start) * share).round() as i32;
        start + along
    }

    /// Round numbers to write along the edge: about so many steps, the first at or after the first number.
    #[must_use]
    pub fn ticks(&self, about: u32) -> Vec<f64> {
        let (first, last) = (self.from.0, self.until.0);
        let length = last - first;
        if !length.is_finite() || length <= 0.0 || about == 0 {
            return Vec::new();
        }
        let rough = length / f64::from(about);
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0].into_iter().map(|round| round * power).find(|step| *step >= rough);
        let step = step.unwrap_or(10.0 * power);
        let start = (first / step).ceil();
        (0..=about + 1).map(|at| (start + f64::from(at)) * step).take_while(|tick| *tick <= last + step / 1e6).collect()
    }
}

/// Lines in a frame: numbers to the right and numbers up.
#[derive(Debug, Clone)]
pub struct Plot {
    /// Numbers to the right.
    pub across: Scale,
    /// Numbers up.
    pub up: Scale,
    /// Between which places words below it stand.
    bounds: (i32, i32),
    drawing: Drawing,
}

/// Room for the numbers at the left and below, and for half a label at the right and above.
const ROOM: (i32, i32, i32, i32) = (90, 40, 40, 20);

/// From the lower edge of a frame to the line of the words below it.
pub const BELOW: i32 = 28;

impl Plot {
    /// An empty frame of this height on a wide sheet for numbers in these ranges.
    #[must_use]
    pub fn new(height: i32, across: (f64, f64), up: (f64, f64)) -> Self {
        Self::sized(Size::Wide, height, across, up)
    }

    /// An empty frame of this height for numbers in these ranges.
    #[must_use]
    pub fn sized(size: Size, height: i32, across: (f64, f64), up: (f64, f64)) -> Self {
        let ((left, below, right, above), width) = (ROOM, size.width());
        let frame = (left, above, width - right, height - below);
        Self { bounds: (0, width), ..Self::within(Drawing::new(size, height), frame, across, up) }
    }

    /// A frame at this place of a sheet.
    #[must_use]
    pub fn within(drawing: Drawing, frame: Frame, across: (f64, f64), up: (f64, f64)) -> Self {
        let (left, top, right, bottom) = frame;
        Self {
            across: Scale { from: (across.0, left), until: (across.1, right) },
            up: Scale { from: (up.0, bottom), until: (up.1, top) },
            bounds: (left - LETTERS / 2, right + LETTERS / 2),
            drawing,
        }
    }

    /// Lines to read off from, upright, each with its words as far as there is room.
    pub fn across_ticks(&mut self, ticks: impl IntoIterator<Item = (f64, String)>) -> &mut Self {
        self.uprights(ticks.into_iter().collect(), true)
    }

    /// The same, with or without the words.
    pub fn uprights(&mut self, ticks: Vec<(f64, String)>, worded: bool) -> &mut Self {
        let (bottom, top) = (self.up.from.1, self.up.until.1);
        let ticks: Vec<_> = ticks.into_iter().map(|(number, words)| (self.across.place(number), words)).collect();
        let words = Words { line: worded.then_some(bottom + BELOW), within: self.bounds };
        self.drawing.uprights(&ticks, (top, bottom), words);
        self
    }

    /// Lines to read off from, level, each with its words.
    pub fn up_ticks(&mut self, ticks: impl IntoIterator<Item = (f64, String)>) -> &mut Self {
        self.levels(ticks.into_iter().collect(), true)
    }

    /// The same, with or without the words.
    pub fn levels(&mut self, ticks: Vec<(f64, String)>, worded: bool) -> &mut Self {
        let ticks: Vec<_> = ticks.into_iter().map(|(number, words)| (self.up.place(number), words)).collect();
        self.drawing.levels(&ticks, (self.across.from.1, self.across.until.1), worded);
        self
    }

    /// A line through these numbers.
    pub fn line(&mut self, numbers: impl IntoIterator<Item = (f64, f64)>, tone: Tone) -> &mut Self {
        let points = numbers.into_iter().map(|(x, y)| self.point(x, y)).collect();
        self.drawing.line(points, tone);
        self
    }

    /// What lies between two numbers at each place: the place, the lower one, the upper one.
    pub fn band(&mut self, numbers: &[(f64, f64, f64)], tone: Tone) -> &mut Self {
        let lower = numbers.iter().map(|(x, low, _)| self.point(*x, *low));
        let upper = numbers.iter().rev().map(|(x, _, high)| self.point(*x, *high));
        let points = lower.chain(upper).collect();
        self.drawing.put(Shape::Area { points, tone });
        self
    }

    /// A dot.
    pub fn dot(&mut self, x: f64, y: f64, tone: Tone) -> &mut Self {
        let at = self.point(x, y);
        self.drawing.put(Shape::Dot { at, tone });
        self
    }

    /// Words at a place.
    pub fn label(&mut self, x: f64, y: f64, side: Side, words: &str) -> &mut Self {
        let (x, y) = self.point(x, y);
        self.drawing.label((x, y - 8), side, words);
        self
    }

    /// Where numbers lie.
    #[must_use]
    pub fn point(&self, x: f64, y: f64) -> Point {
        (self.across.place(x), self.up.place(y))
    }

    /// What was drawn.
    #[must_use]
    pub fn into_drawing(self) -> Drawing {
        self.drawing
    }
}
