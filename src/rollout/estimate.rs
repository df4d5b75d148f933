//! A duration in three points, and how the lengths in between are spread.
//!
//! As in PERT (Malcolm, Roseboom, Clark and Fazar, 1959; the form with weight 4 on the most likely): a beta distribution on
//! [a, b] with α = 1 + 4 (m − a) ÷ (b − a) and β = 1 + 4 (b − m) ÷ (b − a), whose mean is (a + 4 m + b) ÷ 6.

use crate::plan::RunbookStep;

/// A duration in three points, in minutes: the shortest, the most likely, the longest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Hardly ever less.
    pub shortest: f64,
    /// Most likely.
    pub likely: f64,
    /// Hardly ever more.
    pub longest: f64,
}

impl Estimate {
    /// The estimate of a step. A point that is missing, or on the wrong side, is as the most likely one.
    #[must_use]
    pub fn of(step: &RunbookStep) -> Self {
        let likely = step.duration.0;
        let shortest = step.shortest.map_or(likely, |shortest| shortest.0.min(likely));
        let longest = step.longest.map_or(likely, |longest| longest.0.max(likely));
        Self { shortest: f64::from(shortest), likely: f64::from(likely), longest: f64::from(longest) }
    }

    /// The mean: (a + 4 m + b) ÷ 6.
    #[must_use]
    pub fn mean(self) -> f64 {
        (self.shortest + 4.0 * self.likely + self.longest) / 6.0
    }

    /// The lengths that are exceeded with evenly falling chances.
    #[must_use]
    pub fn quantiles(self) -> Quantiles {
        let range = self.longest - self.shortest;
        if range <= 0.0 {
            return Quantiles(vec![self.likely]);
        }
        // α − 1 and β − 1.
        let (rise, fall) = (4.0 * (self.likely - self.shortest) / range, 4.0 * (self.longest - self.likely) / range);
        let density = |x: f64| x.powf(rise) * (1.0 - x).powf(fall);
        // The area up to each of many places, by the middle of each strip; then the place for each share of the whole.
        let strip = 1.0 / f64::from(STRIPS);
        let mut areas = Vec::with_capacity(STRIPS as usize + 1);
        areas.push(0.0);
        let mut area = 0.0;
        for at in 0..STRIPS {
            area += density((f64::from(at) + 0.5) * strip);
            areas.push(area);
        }
        let mut places = Vec::with_capacity(POINTS as usize + 1);
        let mut at = 0_usize;
        for point in 0..=POINTS {
            let wanted = area * f64::from(point) / f64::from(POINTS);
            while areas.get(at + 1).is_some_and(|next| *next < wanted) {
                at += 1;
            }
            let (low, high) = (areas.get(at).copied().unwrap_or(area), areas.get(at + 1).copied().unwrap_or(area));
            let within = if high > low { ((wanted - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
            // A position among some thousand strips.
            #[allow(clippy::cast_precision_loss)]
            let place = (at as f64 + within) * strip;
            places.push(self.shortest + range * place);
        }
        Quantiles(places)
    }
}

/// Strips for the area under the density.
const STRIPS: u32 = 1024;

/// Lengths that are kept, with straight lines between them.
const POINTS: u32 = 1024;

/// Lengths for evenly rising shares from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantiles(Vec<f64>);

impl Quantiles {
    /// The length that a share from 0 to 1 of all cases stays below.
    #[must_use]
    pub fn at(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        // A share of some hundred positions.
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let (place, low) = {
            let place = share.clamp(0.0, 1.0) * last as f64;
            (place, place as usize)
        };
        let (from, until) = (self.0.get(low), self.0.get((low + 1).min(last)));
        let (from, until) = (from.copied().unwrap_or_default(), until.copied().unwrap_or_default());
        from + (until - from) * place.fract()
    }

    /// Whether there is only one.
    fn is_certain(&self) -> bool {
        self.0.len() <= 1
    }
}

/// Whether every one of these is certain.
pub(super) fn all_certain(of: &[Quantiles]) -> bool {
    of.iter().all(Quantiles::is_certain)
}
