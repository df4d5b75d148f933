//! Within which weights the winner stands.

use super::answers::Answers;
use super::factor::Factor;
use super::ratio::Ratio;
use super::scale::{Each, Parts, Scale, Settled, Sum, strategy_at};
use crate::plan::{Strategy, Weight};

/// The weights of one question, from 0 to 5, with which the winner stays the winner, all other weights and all answers
/// staying as they are.
///
/// Points are linear in a weight, so that it is one interval, whose ends are fractions and exact. An end that is closed
/// belongs to it: 0 and 5, where the winner stands that far; and a weight at which the winner has as many points as another
/// and is put first by the rules for equal points (the better worst case, then the catalogue). With an end that is open the
/// other is put first there. What approach and delivery contribute together keeps its own weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeightInterval {
    /// The question.
    pub factor: &'static Factor,
    /// Its weight now; always within.
    pub weight: Weight,
    /// Where it begins.
    pub from: End,
    /// Where it ends.
    pub to: End,
}

/// An end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Where it is.
    pub at: Ratio,
    /// Whether the end itself belongs to the interval.
    pub closed: bool,
    /// Who leads just beyond it; nothing where nothing lies beyond, at 0 and 5.
    pub beyond: Option<Strategy>,
}

impl WeightInterval {
    /// Whether any weight from 0 to 5 leaves the winner as it is.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.from.beyond.is_none() && self.to.beyond.is_none()
    }

    /// Whether the winner stands with this weight.
    #[must_use]
    pub fn contains(&self, weight: Ratio) -> bool {
        let above = self.from.at < weight || (self.from.closed && self.from.at == weight);
        let below = weight < self.to.at || (self.to.closed && self.to.at == weight);
        above && below
    }
}

/// For each question the weights with which the winner stands, in the order of the questions; nothing while there is no
/// winner.
#[must_use]
pub fn weight_intervals(answers: &Answers) -> Vec<WeightInterval> {
    let scale = Scale::of(answers);
    let settled = scale.settle(&scale.said);
    let Some(winner) = settled.winner(&scale.weights, 1) else { return Vec::new() };
    let questions = answers.weights().iter().enumerate();
    questions.map(|(at, (factor, weight))| interval(&scale, &settled, winner, (at, factor, weight))).collect()
}

/// Where one strategy is ahead of another by `twice + weight × slope.twice`, and in the worst case by the same of `low`.
struct Lead {
    rest: Sum,
    slope: Sum,
    /// Whether the catalogue has it first.
    first: bool,
}

/// An end while it is being looked for.
type Bound = (Ratio, bool);

fn interval(
    scale: &Scale,
    settled: &Settled,
    winner: usize,
    (at, factor, weight): (usize, &'static Factor, Weight),
) -> WeightInterval {
    let mut without = scale.weights;
    if let Some(slot) = without.get_mut(at) {
        *slot = 0;
    }
    let rest = settled.sums(&without, 1);
    let row = settled.rows.get(at).copied().unwrap_or_default();
    let (mut low, mut high) = ((Ratio::from(0), true), (Ratio::from(i64::from(Weight::MAX.get())), true));
    for rival in rivals(settled, winner) {
        let lead = Lead {
            rest: difference(&rest, winner, rival),
            slope: difference(&row, winner, rival),
            first: winner < rival,
        };
        let (from, to) = lead.ends();
        low = from.map_or(low, |from| narrower(from, low, from.0 > low.0));
        high = to.map_or(high, |to| narrower(to, high, to.0 < high.0));
    }
    let end = |(at_weight, closed): Bound, outwards: i64| {
        let beyond = just_beyond(at_weight, closed, outwards).and_then(|(numerator, unit)| {
            let mut weights: Parts = scale.weights.map(|weight| weight * unit);
            if let Some(slot) = weights.get_mut(at) {
                *slot = numerator;
            }
            settled.winner(&weights, unit).and_then(strategy_at)
        });
        End { at: at_weight, closed, beyond }
    };
    WeightInterval { factor, weight, from: end(low, -1), to: end(high, 1) }
}

/// The narrower of two bounds on the same side; of two at the same weight, the one that leaves it out.
fn narrower(new: Bound, old: Bound, is_within: bool) -> Bound {
    if is_within {
        new
    } else if new.0 == old.0 {
        (old.0, old.1 && new.1)
    } else {
        old
    }
}

/// A weight just beyond an end, as a numerator and a unit; nothing where that is no weight any more.
///
/// Two strategies change places at fractions with denominators up to 16 (twice the difference of two effects is no more),
/// which are at least 1/240 apart: a thousandth beyond an end there is no further change.
fn just_beyond(end: Ratio, closed: bool, outwards: i64) -> Option<(i64, i64)> {
    let unit = 1000 * end.denominator();
    let step = if closed { outwards * end.denominator() } else { 0 };
    let numerator = 1000 * end.numerator() + step;
    (0..=i64::from(Weight::MAX.get()) * unit).contains(&numerator).then_some((numerator, unit))
}

impl Lead {
    /// From which weight on, and up to which, it is ahead. It is ahead somewhere: with the present weight.
    fn ends(&self) -> (Option<Bound>, Option<Bound>) {
        let (slope, rest, at_equal) = match (self.slope.twice, self.slope.low) {
            (0, _) if self.rest.twice != 0 => return (None, None),
            (0, 0) => return (None, None),
            // Equal everywhere: the worst case decides, and where that is equal too, the catalogue.
            (0, slope) => (slope, self.rest.low, self.first),
            (slope, _) => (slope, self.rest.twice, self.is_first_when_equal()),
        };
        let end = (Ratio::new(-rest, slope), at_equal);
        if slope > 0 { (Some(end), None) } else { (None, Some(end)) }
    }

    /// Whether it is put first at the weight at which both have the same points.
    fn is_first_when_equal(&self) -> bool {
        // The weight is −rest/slope; the lead in the worst case there, times the slope, has the sign of the slope.
        let worst = (self.rest.low * self.slope.twice - self.slope.low * self.rest.twice) * self.slope.twice.signum();
        worst > 0 || (worst == 0 && self.first)
    }
}

fn difference(sums: &Each<Sum>, one: usize, other: usize) -> Sum {
    let of = |at: usize| sums.get(at).copied().unwrap_or_default();
    Sum { twice: of(one).twice - of(other).twice, low: of(one).low - of(other).low }
}

/// The others that can be chosen.
fn rivals(settled: &Settled, winner: usize) -> impl Iterator<Item = usize> + '_ {
    settled.out.iter().enumerate().filter(move |(at, out)| *at != winner && !**out).map(|(at, _)| at)
}
