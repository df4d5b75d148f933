//! Pictures in documents: plain shapes on a sheet of squares, drawn the same in the app, in HTML and on paper.
//!
//! Every picture has a table with the same figures; Markdown and screen readers have the table. A drawing is scaled to the
//! width of the page, its letters included: so that they stay legible on a phone, a picture is drawn once more on a
//! narrow sheet, and the style sheet shows the one that there is room for. Paper has the wide one.

use super::block::Table;
pub use super::plot::{Plot, Scale};
use crate::line::one_line;

/// How wide a wide sheet is, in squares.
pub const WIDTH: i32 = 1000;

/// How high letters are, in squares, on every sheet: `font-size` in SVG.
pub const LETTERS: i32 = 20;

/// Between words beside each other at least.
const GAP: i32 = 10;

/// From one line of words to the next.
pub const LINE: i32 = 24;

/// How wide a letter is, in squares, in the widest of the fonts that systems have for their screens (DejaVu Sans; others are
/// narrower by a tenth to a fifth).
fn letter_width(of: char) -> i32 {
    match of {
        ' ' | ',' | '.' | ':' | ';' | '(' | ')' | 'i' | 'j' | 'l' | 'I' | '’' => 8,
        't' | 'f' | 'r' | '-' => 9,
        'A'..='L' | 'N'..='V' | 'X'..='Z' => 15,
        'M' | 'W' | 'm' | 'w' | '%' | '→' | '…' => 20,
        _ if of.is_ascii() => 13,
        _ => 20,
    }
}

/// What a drawing is made for. On the narrow sheet letters are twice as large against the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// A column of text or a sheet of paper.
    Wide,
    /// A phone.
    Narrow,
}

impl Size {
    /// How wide the sheet is, in squares.
    #[must_use]
    pub fn width(self) -> i32 {
        match self {
            Self::Wide => WIDTH,
            Self::Narrow => WIDTH / 2,
        }
    }

    /// One thing on the wide sheet, another on the narrow one.
    #[must_use]
    pub fn pick<T>(self, wide: T, narrow: T) -> T {
        match self {
            Self::Wide => wide,
            Self::Narrow => narrow,
        }
    }
}

/// A picture with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it shows, in a sentence.
    pub caption: String,
    /// The picture.
    pub drawing: Drawing,
    /// The same on a narrow sheet; where there is none, the wide one is shrunk.
    pub narrow: Option<Drawing>,
    /// The same in figures.
    pub table: Table,
}

/// Shapes on a sheet, those that come later over those that come before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// How wide the sheet is, in squares.
    pub width: i32,
    /// How high the sheet is, in squares.
    pub height: i32,
    /// What is drawn.
    pub shapes: Vec<Shape>,
}

/// A point: squares from the left, squares from the top.
pub type Point = (i32, i32);

/// Left, top, right, bottom.
pub type Frame = (i32, i32, i32, i32);

/// How wide words are, about, and rather more than less.
#[must_use]
pub fn words_width(words: &str) -> i32 {
    words.chars().map(letter_width).fold(0, i32::saturating_add)
}

/// The width of the longest of these words.
pub fn widest<'a>(of: impl IntoIterator<Item = &'a str>) -> i32 {
    of.into_iter().map(words_width).max().unwrap_or(0)
}

/// Words in lines that are no wider than this, in squares: at most so many, the last of which ends with "…" where words are
/// left. A word that is wider than a line is broken.
#[must_use]
pub fn wrapped(words: &str, room: i32, most: usize) -> Vec<String> {
    let words = one_line(words);
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let mut starts = true;
        for letter in word.chars() {
            let gap = if starts { " " } else { "" };
            let rest = if starts { words_width(word).min(room) } else { letter_width(letter) };
            match lines.last_mut() {
                Some(line) if words_width(line) + words_width(gap) + rest <= room => line.push_str(gap),
                _ => lines.push(String::new()),
            }
            if let Some(line) = lines.last_mut() {
                line.push(letter);
            }
            starts = false;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while words_width(last) + letter_width('…') > room && last.pop().is_some() {}
            *last = format!("{}…", last.trim_end());
        }
    }
    lines
}

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
            Self::Second => "fill-second",
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

impl Shape {
    /// What words cover, about; nothing for any other shape.
    #[must_use]
    pub fn covers(&self) -> Option<Frame> {
        let Self::Label { at: (x, y), side, words } = self else { return None };
        let width = words_width(words);
        let left = match side {
            Side::After => *x,
            Side::Before => x - width,
            Side::Middle => x - width / 2,
        };
        Some((left, y - 16, left + width, y + 5))
    }
}

impl Figure {
    /// A picture with its caption and its figures.
    #[must_use]
    pub fn new(caption: &str, drawing: Drawing, table: Table) -> Self {
        Self { caption: one_line(caption), drawing, narrow: None, table }
    }

    /// A picture that is drawn for each size.
    #[must_use]
    pub fn drawn(caption: &str, draw: &dyn Fn(Size) -> Drawing, table: Table) -> Self {
        Self { narrow: Some(draw(Size::Narrow)), ..Self::new(caption, draw(Size::Wide), table) }
    }

    /// The drawings with the class that says when each is shown.
    pub fn drawings(&self) -> impl Iterator<Item = (&'static str, &Drawing)> {
        let class = if self.narrow.is_some() { "drawing wide" } else { "drawing" };
        std::iter::once((class, &self.drawing)).chain(self.narrow.as_ref().map(|narrow| ("drawing narrow", narrow)))
    }
}

impl Drawing {
    /// An empty sheet of this height.
    #[must_use]
    pub fn new(size: Size, height: i32) -> Self {
        Self { width: size.width(), height, shapes: Vec::new() }
    }

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

    /// Upright lines to read off from, from the left to the right, with their words on this line. Where not all words have
    /// room every second is drawn, or every third; of uneven ones those whose words would touch the ones before are left
    /// out. No words stand out of these bounds.
    pub fn uprights(&mut self, ticks: &[(i32, String)], (top, bottom): (i32, i32), words: Words) -> &mut Self {
        let (mut free, (from, until)) = (i32::MIN, words.within);
        for (x, said) in ticks.iter().step_by(stride(ticks, from)) {
            let width = words_width(said);
            let left = (x - width / 2).min(until - width).max(from);
            if left < free {
                continue;
            }
            free = left + width + GAP;
            self.line(vec![(*x, top), (*x, bottom)], Tone::Grid);
            if let Some(line) = words.line {
                self.label((left + width / 2, line), Side::Middle, said);
            }
        }
        self
    }

    /// Level lines to read off from, from below upwards, with their words before them; one too near the last is left out.
    pub fn levels(&mut self, ticks: &[(i32, String)], (left, right): (i32, i32), worded: bool) -> &mut Self {
        let mut free = i32::MAX;
        for (y, said) in ticks {
            if *y > free {
                continue;
            }
            free = y - LINE;
            self.line(vec![(left, *y), (right, *y)], Tone::Grid);
            if worded {
                self.label((left - 10, y + 7), Side::Before, said);
            }
        }
        self
    }
}

/// Every how-manyth of these has room for its words, where they lie about evenly. The words of the first may have to move
/// to the right, so as not to stand before this place.
fn stride(ticks: &[(i32, String)], from: i32) -> usize {
    let gaps = || ticks.iter().zip(ticks.iter().skip(1)).map(|((one, _), (other, _))| other - one);
    let (least, most) = (gaps().min().unwrap_or(1).max(1), gaps().max().unwrap_or(1));
    let width = widest(ticks.iter().map(|(_, words)| words.as_str()));
    let moved = ticks.first().map_or(0, |(x, _)| (from - (x - width / 2)).max(0));
    let needed = width + GAP + moved;
    let is_even = most <= least + least / 2;
    if is_even { usize::try_from((needed + least - 1) / least).unwrap_or(1) } else { 1 }
}

/// Where the words of lines to read off from stand.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// On which line, if anywhere.
    pub line: Option<i32>,
    /// Between which places.
    pub within: (i32, i32),
}

/// The points of a line or an area as SVG writes them.
#[must_use]
pub fn points(of: &[Point]) -> String {
    of.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}
