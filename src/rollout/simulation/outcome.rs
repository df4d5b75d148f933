//! What the simulation says: for each strategy every figure with its interval, and how the strategies compare.

use super::inputs::Input;
use crate::plan::{Choice, Strategy};

choice! {
    /// A figure of a trial. Less is better, in all of them.
    pub enum Measure {
        /// Exposed.
        Exposed = "exposed", "People exposed";
        /// Hit.
        Hit = "hit", "People hit";
        /// Lost hours.
        LostHours = "lost_hours", "Person-hours lost";
        /// Finish.
        Finish = "finish", "Finish";
        /// Backed out.
        BackedOut = "backed_out", "People backed out";
        /// Peak link load.
        PeakLink = "peak_link", "Peak load of links and servers";
        /// Peak desk load.
        PeakDesk = "peak_desk", "Peak load of the service desk";
        /// Backlog.
        Backlog = "backlog", "Longest backlog of the service desk";
        /// Cost.
        Cost = "cost", "Cost";
    }
}

impl Measure {
    /// The unit; "money" is the release's currency.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Exposed | Self::Hit | Self::BackedOut => "people",
            Self::LostHours => "person-hours",
            Self::Finish => "h",
            Self::PeakLink | Self::PeakDesk => "%",
            Self::Backlog => "calls",
            Self::Cost => "money",
        }
    }

    /// What it means, in one sentence.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Exposed => {
                "People who have a release with a severe defect at the time of the decision to back out, or in the end where \
                 nobody finds it; 0 where it has none."
            }
            Self::Hit => "People whom the defect hits before they are back in the state before.",
            Self::LostHours => "Working hours lost by people who were hit, with the fixed loss of each hit.",
            Self::Finish => {
                "Hours from the start until 95 % of all people have it; never, where it is backed out or too many \
                 installations fail."
            }
            Self::BackedOut => "People whose installation is taken back; 0 where nothing is.",
            Self::PeakLink => {
                "What is asked of a site's link or of the distribution servers in the busiest moment, in percent of what \
                 of them is usable; beyond 100 % people wait."
            }
            Self::PeakDesk => "The calls of the busiest opening hour, in percent of what the desk takes in an hour.",
            Self::Backlog => "The largest number of calls that wait.",
            Self::Cost => {
                "Desk minutes, lost hours, running both systems, and extra support, in the release's currency; a release \
                 that is backed out costs nothing from then on, for installing it again is another one."
            }
        }
    }
}

/// An estimate with its interval of 95 % confidence.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

/// How one measure is distributed over the trials of a strategy. Infinity stands for "never".
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Which measure.
    pub measure: Measure,
    /// The mean over the trials in which it is finite, with the interval of the central limit theorem: mean ± 1.96 s/√n.
    /// Nothing where it never is.
    pub mean: Option<Estimate>,
    /// The 10th percentile, with the order statistics that hold it with 95 % confidence as its interval.
    pub p10: Estimate,
    /// The median, likewise.
    pub p50: Estimate,
    /// The 90th percentile, likewise.
    pub p90: Estimate,
    /// The share of trials in which it is infinite, from 0 to 1.
    pub never: f64,
    /// The quantiles from 0 % to 100 %, in steps of one: the whole distribution, for pictures.
    pub quantiles: Vec<f64>,
}

/// How something goes on over time, with the band that holds eight of the first 1,000 trials in ten.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// The points, in order of time.
    pub points: Vec<CoursePoint>,
}

/// A moment of a [`Course`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CoursePoint {
    /// Hours from the start.
    pub at: f64,
    /// The 10th percentile over the trials.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// The 90th percentile.
    pub p90: f64,
}

/// What the simulation says about one strategy.
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyOutcome {
    /// Which.
    pub strategy: Strategy,
    /// Every measure, in the order of [`Measure::ALL`](crate::plan::Choice::ALL).
    pub figures: Vec<Figure>,
    /// The chance that 95 % have it by the date, from 0 to 1, with Wilson's interval.
    pub meets_date: Estimate,
    /// The chance of a back-out, likewise.
    pub back_out: Estimate,
    /// The chance that there is a defect and nobody finds it, likewise.
    pub undetected: Estimate,
    /// The share of all people who have it, from 0 to 1, over time.
    pub adoption: Course,
    /// The calls that come in per opening hour of the desk, in percent of what it takes, day by day.
    pub desk: Course,
}

/// How often one strategy is better than another in the same trial: the same defect, the same people, the same delays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// On which measure.
    pub measure: Measure,
    /// The strategy.
    pub better: Strategy,
    /// The one that it is compared with.
    pub than: Strategy,
    /// The share of trials in which it is better, a tie counted half, from 0 to 1; with its interval.
    pub chance: Estimate,
    /// The share of trials in which both are equal.
    pub ties: f64,
}

/// What the simulation says.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The seed.
    pub seed: u64,
    /// How many trials.
    pub trials: u32,
    /// How many people receive the release.
    pub people: f64,
    /// The share of trials in which the release carried a severe defect, from 0 to 1.
    pub defect: Estimate,
    /// Each strategy, in the order of the scenario.
    pub strategies: Vec<StrategyOutcome>,
    /// Each pair of strategies on each measure.
    pub comparisons: Vec<Comparison>,
}

/// An input whose value changes the ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Influence {
    /// Which.
    pub input: Input,
    /// Its plausible small and large value.
    pub range: [f64; 2],
    /// The mean cost of each strategy at the small and at the large value, in the order of the scenario.
    pub costs: [Vec<f64>; 2],
    /// The strategy that is cheapest at the small and at the large value.
    pub winners: [Option<Strategy>; 2],
    /// How many pairs of strategies change places between the scenario and either end, of all pairs, from 0 to 1: the
    /// larger of the two distances of Kendall.
    pub reordered: f64,
    /// How far the differences in cost between strategies move between both ends, as a share of the largest cost.
    pub shift: f64,
}

impl Influence {
    /// The same, where some of the strategies are out of the question: the cheapest are those of the others, as long as there
    /// are others. `strategies` are those of the scenario.
    #[must_use]
    pub fn leaving_out(mut self, excluded: &[Strategy], strategies: &[Strategy]) -> Self {
        let cheapest = |costs: &Vec<f64>| {
            let left = strategies.iter().zip(costs).filter(|(strategy, _)| !excluded.contains(strategy));
            left.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(strategy, _)| *strategy)
        };
        let winners = [cheapest(&self.costs[0]), cheapest(&self.costs[1])];
        if winners.iter().all(Option::is_some) {
            self.winners = winners;
        }
        self
    }
}

impl StrategyOutcome {
    /// The figure of a measure.
    #[must_use]
    pub fn figure(&self, measure: Measure) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.measure == measure)
    }
}

impl Figure {
    /// The estimates by name: mean, p10, p50 and p90. Where there is no mean, it never comes to an end.
    fn named(&self) -> [(&'static str, Estimate); 4] {
        let never = Estimate { value: f64::INFINITY, low: f64::INFINITY, high: f64::INFINITY };
        [("mean", self.mean.unwrap_or(never)), ("p10", self.p10), ("p50", self.p50), ("p90", self.p90)]
    }
}

impl Outcome {
    /// What is said about a strategy.
    #[must_use]
    pub fn of(&self, strategy: Strategy) -> Option<&StrategyOutcome> {
        self.strategies.iter().find(|outcome| outcome.strategy == strategy)
    }

    /// The strategies that no other one beats both on the mean of people exposed and on the median of the finish. Those whose
    /// median is never are alike in time: among them fewer exposed people decide, and one that finishes and exposes no more
    /// beats them. Where there are strategies, at least one stands.
    #[must_use]
    pub fn frontier(&self) -> Vec<Strategy> {
        let both = |outcome: &StrategyOutcome| {
            let exposed = outcome.figure(Measure::Exposed).and_then(|figure| figure.mean).map(|mean| mean.value);
            let finish = outcome.figure(Measure::Finish).map(|figure| figure.p50.value);
            Some((exposed?, finish?))
        };
        let beaten = |(exposed, finish): (f64, f64)| {
            self.strategies.iter().filter_map(both).any(|(other_exposed, other_finish)| {
                other_exposed <= exposed && other_finish <= finish && (other_exposed < exposed || other_finish < finish)
            })
        };
        let stands = |outcome: &&StrategyOutcome| both(outcome).is_some_and(|point| !beaten(point));
        self.strategies.iter().filter(stands).map(|outcome| outcome.strategy).collect()
    }

    /// Every figure by name, for comparing what two machines say: "phased/push/cost/p90/high".
    #[must_use]
    pub fn figures(&self) -> Vec<(String, f64)> {
        let mut all = Vec::new();
        let mut put = |name: String, estimate: Estimate| {
            for (part, value) in [("value", estimate.value), ("low", estimate.low), ("high", estimate.high)] {
                all.push((format!("{name}/{part}"), value));
            }
        };
        put("defect".to_owned(), self.defect);
        for outcome in &self.strategies {
            let name = format!("{}/{}", outcome.strategy.approach.key(), outcome.strategy.delivery.key());
            for figure in &outcome.figures {
                for (part, estimate) in figure.named() {
                    put(format!("{name}/{}/{part}", figure.measure.key()), estimate);
                }
            }
            for (part, chance) in
                [("meets_date", outcome.meets_date), ("back_out", outcome.back_out), ("undetected", outcome.undetected)]
            {
                put(format!("{name}/{part}"), chance);
            }
            for (part, course) in [("adoption", &outcome.adoption), ("desk", &outcome.desk)] {
                for (at, point) in course.points.iter().enumerate() {
                    put(format!("{name}/{part}/{at}"), Estimate { value: point.p50, low: point.p10, high: point.p90 });
                }
            }
        }
        for comparison in &self.comparisons {
            let named = |strategy: Strategy| format!("{}/{}", strategy.approach.key(), strategy.delivery.key());
            let pair = format!("{}/than/{}", named(comparison.better), named(comparison.than));
            put(format!("{pair}/{}", comparison.measure.key()), comparison.chance);
        }
        all
    }
}
