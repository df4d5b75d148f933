//! Pictures in documents: plain shapes on a sheet of squares, drawn the same in the app, in HTML and on paper.
//!
//! Every picture has a table with the same figures; Markdown and screen readers have the table.

use super::block::Table;
use super::inline::one_line;

/// How wide every drawing is, in squares. What is drawn is scaled to the width of the page.
pub const WIDTH: i32 = 1000;

/// A picture with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it shows, in a sentence.
    pub caption: String,
    /// The picture.
    pub drawing: Drawing,
    /// The same in figures.
    pub table: Table,
}

/// Shapes on a sheet, those that come later over those that come before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// How high the sheet is, in squares.
    pub height: i32,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// A point: squares from the left, squares from the top.
pub type Point = (i32, i32);

/// Something that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// The points.
        points: Vec<Point>,
        /// How it looks.
        tone: Tone,
    },
    /// What lies within points, filled.
    Area {
        /// The points.
        points: Vec<Point>,
        /// How it looks.
        tone: Tone,
    },
    /// A bar.
    Bar {
        /// Its upper left corner.
        at: Point,
        /// How wide and how high it is.
        size: (i32, i32),
        /// How it looks.
        tone: Tone,
    },
    /// A dot.
    Dot {
        /// Its middle.
        at: Point,
        /// How it looks.
        tone: Tone,
    },
    /// Words.
    Label {
        /// Where they stand: at their base line.
        at: Point,
        /// On which side of the point.
        side: Side,
        /// The words.
        words: String,
    },
}

/// How a shape looks. On paper without colour they differ by lightness, and lines by their dashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Lines to read off from.
    Grid,
    /// What it is about.
    Main,
    /// What it is compared with.
    Second,
    /// A third thing beside these.
    Third,
    /// A fourth one.
    Fourth,
    /// What lies behind: a band around a line, a time of waiting.
    Soft,
    /// A bound: a deadline, a capacity.
    Bound,
}

/// On which side of a point words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// They start at it.
    After,
    /// They end at it.
    Before,
    /// It is their middle.
    Middle,
}

impl Tone {
    /// The class of what is filled.
    #[must_use]
    pub fn fill(self) -> &'static str {
        match self {
            Self::Grid => "fill-grid",
            Self::Main => "fill-main",
            Self::Second | Self::Third | Self::Fourth => "fill-second",
            Self::Soft => "fill-soft",
            Self::Bound => "fill-bound",
        }
    }

    /// The class of a line.
    #[must_use]
    pub fn stroke(self) -> &'static str {
        match self {
            Self::Grid => "stroke-grid",
            Self::Main => "stroke-main",
            Self::Second => "stroke-second",
            Self::Third => "stroke-third",
            Self::Fourth => "stroke-fourth",
            Self::Soft => "stroke-soft",
            Self::Bound => "stroke-bound",
        }
    }
}

impl Side {
    /// What SVG calls it.
    #[must_use]
    pub fn anchor(self) -> &'static str {
        match self {
            Self::After => "start",
            Self::Before => "end",
            Self::Middle => "middle",
        }
    }
}

impl Figure {
    /// A picture with its caption and its figures.
    #[must_use]
    pub fn new(caption: &str, drawing: Drawing, table: Table) -> Self {
        Self { caption: one_line(caption), drawing, table }
    }
}

impl Drawing {
    /// Draws over what is there.
    pub fn put(&mut self, shape: Shape) -> &mut Self {
        self.shapes.push(shape);
        self
    }

    /// A line.
    pub fn line(&mut self, points: Vec<Point>, tone: Tone) -> &mut Self {
        self.put(Shape::Line { points, tone })
    }

    /// A bar.
    pub fn bar(&mut self, at: Point, size: (i32, i32), tone: Tone) -> &mut Self {
        self.put(Shape::Bar { at, size, tone })
    }

    /// Words.
    pub fn label(&mut self, at: Point, side: Side, words: &str) -> &mut Self {
        self.put(Shape::Label { at, side, words: one_line(words) })
    }
}

/// The points of a line or an area as SVG writes them.
#[must_use]
pub fn points(of: &[Point]) -> String {
    of.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

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
    drawing: Drawing,
}

/// Room for the numbers at the left and below, and for half a label at the right and above.
const ROOM: (i32, i32, i32, i32) = (90, 40, 40, 20);

impl Plot {
    /// An empty frame of this height for numbers in these ranges.
    #[must_use]
    pub fn new(height: i32, across: (f64, f64), up: (f64, f64)) -> Self {
        let (left, below, right, above) = ROOM;
        Self {
            across: Scale { from: (across.0, left), until: (across.1, WIDTH - right) },
            up: Scale { from: (up.0, height - below), until: (up.1, above) },
            drawing: Drawing { height, shapes: Vec::new() },
        }
    }

    /// Lines to read off from, upright, each with its words.
    pub fn across_ticks(&mut self, ticks: impl IntoIterator<Item = (f64, String)>) -> &mut Self {
        let (bottom, top) = (self.up.from.1, self.up.until.1);
        for (number, words) in ticks {
            let x = self.across.place(number);
            self.drawing.line(vec![(x, top), (x, bottom)], Tone::Grid);
            self.drawing.label((x, bottom + 26), Side::Middle, &words);
        }
        self
    }

    /// Lines to read off from, level, each with its words.
    pub fn up_ticks(&mut self, ticks: impl IntoIterator<Item = (f64, String)>) -> &mut Self {
        let (left, right) = (self.across.from.1, self.across.until.1);
        for (number, words) in ticks {
            let y = self.up.place(number);
            self.drawing.line(vec![(left, y), (right, y)], Tone::Grid);
            self.drawing.label((left - 10, y + 7), Side::Before, &words);
        }
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
