//! What the simulation of the rollout is given, what it said before go-live, and what came of it.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::quantity::{Count, Decimal, Money};
use super::strategy::Strategy;

record! {
    /// What the simulation is given besides what follows from the plan. An input that is not here has its default.
    pub struct SimulationRecord {
        /// The inputs that somebody set, by their keys: those of `inputs` in what `rollcall simulate` answers.
        pub inputs: BTreeMap<String, EnteredInput>,
        /// The seed; the app's own where absent. The same seed gives the same figures.
        pub seed: Option<u32>,
        /// How many trials; the app's own number where absent.
        pub trials: Option<Count>,
    }
}

record! {
    /// An input of the simulation that somebody set.
    pub struct EnteredInput {
        /// The value, in the unit of the input.
        pub value: Decimal,
        /// Who set it.
        pub by: String,
        /// When.
        pub on: Option<Date>,
        /// Where the value comes from.
        pub note: String,
    }
}

record! {
    /// What the simulation said before go-live.
    pub struct Forecast {
        /// The strategy that was chosen.
        pub strategy: Option<Strategy>,
        /// The seed.
        pub seed: Option<u32>,
        /// How many trials.
        pub trials: Option<Count>,
        /// When it was put down.
        pub on: Option<Date>,
        /// Who put it down.
        pub by: String,
        /// What it said of each strategy, the chosen one among them, so that documents can show it without simulating.
        pub compared: Vec<ForecastOfStrategy>,
        /// The inputs on which the ranking depended most, the strongest first.
        pub influences: Vec<ForecastInfluence>,
        /// What sizes of the first wave come to under the chosen strategy, where it is a phased one: in growing order.
        pub first_waves: Vec<ForecastOfFirstWave>,
        /// How many people were planned to be in the first wave.
        pub first_wave: Option<Count>,
        /// The fingerprint of what was simulated: another one means that the plan has changed since.
        pub scenario: String,
    }
}

impl Forecast {
    /// What it said of the chosen strategy.
    #[must_use]
    pub fn chosen(&self) -> Option<&ForecastOfStrategy> {
        let strategy = self.strategy?;
        self.compared.iter().find(|said| said.strategy == Some(strategy))
    }
}

record! {
    /// What a forecast said of one of the strategies that were compared.
    pub struct ForecastOfStrategy {
        /// The strategy.
        pub strategy: Option<Strategy>,
        /// People who have a release with a severe defect at the time of the decision.
        pub exposed: ForecastBand,
        /// People whom the defect hits.
        pub hit: ForecastBand,
        /// Person-hours lost.
        pub lost_hours: ForecastBand,
        /// Hours from the start until 95 % have it.
        pub finish: ForecastBand,
        /// The largest load of the service desk, in percent of its capacity.
        pub peak_desk: ForecastBand,
        /// Cost, in the release's currency.
        pub cost: ForecastBand,
        /// The chance of a back-out, in percent.
        pub back_out: Option<Decimal>,
        /// The chance to meet the date, in percent.
        pub meets_date: Option<Decimal>,
    }
}

record! {
    /// What a forecast said of a size of the first wave, where the release carries a severe defect.
    pub struct ForecastOfFirstWave {
        /// How many people are in the first wave.
        pub people: Count,
        /// The mean of the people exposed, over all waves.
        pub exposed: Decimal,
        /// The chance that the defect is seen before the second wave starts, in percent.
        pub noticed: Decimal,
    }
}

record! {
    /// An input of the simulation on which the ranking by cost depended.
    pub struct ForecastInfluence {
        /// The key of the input.
        pub input: String,
        /// Its plausible small value, in the unit of the input.
        pub low: Decimal,
        /// Its plausible large value.
        pub high: Decimal,
        /// The strategy that is cheapest at the small value.
        pub cheapest_low: Option<Strategy>,
        /// The strategy that is cheapest at the large value.
        pub cheapest_high: Option<Strategy>,
    }
}

record! {
    /// A forecast of one figure. What is absent lies beyond every trial that came to an end.
    pub struct ForecastBand {
        /// The mean over the trials.
        pub mean: Option<Decimal>,
        /// One trial in ten stays below.
        pub p10: Option<Decimal>,
        /// Half the trials stay below.
        pub p50: Option<Decimal>,
        /// Nine trials in ten stay below.
        pub p90: Option<Decimal>,
    }
}

record! {
    /// What came of the rollout. What nobody knows is absent.
    pub struct ActualFigures {
        /// When the first wave began.
        pub began: Option<DateTime>,
        /// People who had a release with a severe defect at the time of the decision; none where it had no such defect.
        pub exposed: Option<Count>,
        /// People whom the defect hit.
        pub hit: Option<Count>,
        /// Person-hours lost.
        pub lost_hours: Option<Decimal>,
        /// When 95 % had it.
        pub finished: Option<DateTime>,
        /// Whether it was backed out.
        pub backed_out: Option<bool>,
        /// Whether the date was met.
        pub met_date: Option<bool>,
        /// What it cost.
        pub cost: Option<Money>,
        /// The largest load of the service desk, in percent of its capacity.
        pub peak_desk: Option<Decimal>,
        /// Anything worth noting.
        pub note: String,
    }
}
