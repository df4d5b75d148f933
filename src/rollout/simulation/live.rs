//! People who are getting the release, or have it: a leg of a wave that has begun.

use super::draws::Stream;
use super::timetable::{Course, Leg};

/// A leg that has begun.
#[derive(Debug)]
pub(super) struct Live<'t> {
    pub(super) leg: &'t Leg,
    pub(super) course: &'t Course,
    /// When it began.
    pub(super) start: f64,
    /// How many people have it in the end.
    pub(super) people: f64,
    /// On how many people the installation fails for good.
    pub(super) failures: f64,
    /// How many of those who have it in the end are susceptible.
    pub(super) susceptible: f64,
    /// When the next one of them is hit.
    pub(super) next: f64,
    /// How many hits were drawn, the next one included.
    drawn: f64,
    /// How many hits are known to have come.
    pub(super) known: f64,
    /// −ln(1 − U) of the last uniform order statistic that was drawn.
    passed: f64,
    stream: Stream,
}

impl<'t> Live<'t> {
    /// A leg that begins.
    pub(super) fn new(
        leg: &'t Leg,
        course: &'t Course,
        start: f64,
        people: f64,
        failures: f64,
        stream: Stream,
    ) -> Self {
        let next = f64::INFINITY;
        Self {
            leg,
            course,
            start,
            people,
            failures,
            susceptible: 0.0,
            next,
            drawn: 0.0,
            known: 0.0,
            passed: 0.0,
            stream,
        }
    }

    /// Puts susceptible people on it, and draws when the first of them is hit.
    pub(super) fn put(&mut self, susceptible: f64) {
        self.susceptible = susceptible;
        self.draw();
    }

    /// Notes the next hit as known, and draws when the one after it comes.
    pub(super) fn advance(&mut self) {
        self.known += 1.0;
        self.draw();
    }

    /// The next hit, from one uniform number: the smallest of the M that are left is 1 − (1 − U)·V^(1/M), which in
    /// −ln(1 − U) is a sum. Only as many are drawn as somebody asks for, so that it does not matter how many people there are.
    fn draw(&mut self) {
        let left = self.susceptible - self.drawn;
        if left < 1.0 {
            self.next = f64::INFINITY;
            return;
        }
        self.passed -= libm::log(self.stream.uniform()) / left;
        self.drawn += 1.0;
        self.next = self.start + self.course.shape.time_of_hit(-libm::expm1(-self.passed));
    }

    /// How many people have it at a time.
    pub(super) fn installed_by(&self, time: f64) -> f64 {
        if time <= self.start { 0.0 } else { self.people * self.course.shape.installed_by(time - self.start) }
    }

    /// When everybody has it.
    pub(super) fn end(&self) -> f64 {
        self.start + self.course.shape.end()
    }
}

/// How many people have it at a time.
pub(super) fn installed_by(lives: &[Live], time: f64) -> f64 {
    lives.iter().map(|live| live.installed_by(time)).sum()
}

/// When so many people have it; infinite where so many never do.
///
/// Where all others are complete or have not begun, the curve of the one leg is read backwards; otherwise the time is found
/// by halving, to a part in four thousand millions.
pub(super) fn when(lives: &[Live], count: f64) -> f64 {
    let total: f64 = lives.iter().map(|live| live.people).sum();
    if count > total * (1.0 + 1e-12) || lives.is_empty() {
        return f64::INFINITY;
    }
    // Between which two starts it lies; after the last one, until everybody has it.
    let mut low: f64 = 0.0;
    let mut high = lives.iter().map(Live::end).fold(0.0, f64::max);
    for live in lives {
        if installed_by(lives, live.start) < count {
            low = low.max(live.start);
        } else {
            high = high.min(live.start);
        }
    }
    let mut moving = lives.iter().filter(|live| live.start < high && live.end() > low);
    if let (Some(only), None) = (moving.next(), moving.next()) {
        let others: f64 = lives.iter().filter(|live| live.end() <= low).map(|live| live.people).sum();
        return only.start + only.course.shape.time_of(((count - others) / only.people).clamp(0.0, 1.0));
    }
    for _ in 0..32 {
        let middle = low + (high - low) * 0.5;
        if installed_by(lives, middle) < count {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
