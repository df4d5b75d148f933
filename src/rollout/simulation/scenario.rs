//! What is simulated: who receives the release, in which waves, and a value for every input with where it comes from.

use jiff::civil::Date;

use super::cohort;
use super::from_plan;
use super::inputs::{INPUTS, Input, Values};
use crate::plan::{Approach, Choice, Delivery, EnteredInput, Release, Strategy};

/// Where the value of an input comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin<'a> {
    /// It is the default of this tool.
    #[default]
    Default,
    /// It follows from this part of the plan.
    Plan(&'static str),
    /// Somebody entered it.
    Entered(&'a EnteredInput),
}

/// An input as it is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Used<'a> {
    /// Which.
    pub input: Input,
    /// Its value, in its unit.
    pub value: f64,
    /// Where the value comes from.
    pub origin: Origin<'a>,
}

/// People or devices that are alike: one group of the plan. Every target counts as one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Crowd {
    /// What it is called.
    pub name: String,
    /// How many.
    pub people: u32,
    /// Where they are. Crowds at the same place share its link.
    pub site: String,
    /// The rate of the site's link in Mbit/s; the input's where nobody knows.
    pub link: Option<f64>,
    /// The share of them that is trained, from 0 to 1; the input's where nobody knows.
    pub trained: Option<f64>,
    /// The position of their wave; the last one where the plan has none for them.
    pub wave: Option<usize>,
}

/// A wave of the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlannedWave {
    /// What it is called.
    pub name: String,
    /// Its planned start, in hours from the start of the rollout: it begins no earlier, and later where the wave before it is
    /// still being watched. Nothing where the plan does not say.
    pub start: Option<f64>,
    /// For how many hours it is watched; the input's where nobody says.
    pub bake: Option<f64>,
    /// The share of it that must have it, in percent; the input's where nobody says.
    pub target: Option<f64>,
}

/// What is simulated.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scenario {
    /// Who receives the release.
    pub crowds: Vec<Crowd>,
    /// The waves of a phased rollout. Without any, each crowd is divided by the inputs on the first and the second wave.
    pub waves: Vec<PlannedWave>,
    /// The strategies that are compared.
    pub strategies: Vec<Strategy>,
    values: Values,
    entered: Vec<(Input, EnteredInput)>,
    planned: Vec<(Input, &'static str)>,
}

/// The nine strategies, approach by approach.
#[must_use]
pub fn all_strategies() -> Vec<Strategy> {
    let of = |approach: &Approach| {
        let approach = *approach;
        Delivery::ALL.iter().map(move |delivery| Strategy { approach, delivery: *delivery })
    };
    Approach::ALL.iter().flat_map(of).collect()
}

impl Scenario {
    /// The scenario of a release: its groups and waves, what follows from the plan, and what was entered, for all nine
    /// strategies. Seats in trainings from `today` on count as trained people.
    #[must_use]
    pub fn of(release: &Release, today: Date) -> Self {
        let (crowds, waves) = (from_plan::crowds(release, today), from_plan::waves(release));
        let mut scenario = Self { crowds, waves, strategies: all_strategies(), ..Self::default() };
        for (input, value, part) in from_plan::values(release) {
            scenario.values.set(input, value);
            scenario.planned.push((input, part));
        }
        for (key, entered) in &release.rollout.simulation.inputs {
            if let Some(input) = Input::from_key(key) {
                scenario.values.set(input, entered.value.get());
                scenario.entered.push((input, entered.clone()));
            }
        }
        scenario
    }

    /// People alone, everything else by default: for trying things out.
    #[must_use]
    pub fn with_crowds(crowds: Vec<Crowd>) -> Self {
        Self { crowds, strategies: all_strategies(), ..Self::default() }
    }

    /// The same with another value of an input, as if somebody had entered it.
    #[must_use]
    pub fn with(mut self, input: Input, value: f64) -> Self {
        self.values.set(input, value);
        self.entered.retain(|(other, _)| *other != input);
        self.entered.push((input, EnteredInput::default()));
        self
    }

    /// The same with these strategies alone, in this order.
    #[must_use]
    pub fn only(mut self, strategies: &[Strategy]) -> Self {
        self.strategies = strategies.to_vec();
        self
    }

    /// The value of an input.
    #[must_use]
    pub fn value(&self, input: Input) -> f64 {
        self.values.get(input)
    }

    /// The values of all inputs.
    #[must_use]
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Where the value of an input comes from.
    #[must_use]
    pub fn origin(&self, input: Input) -> Origin<'_> {
        let entered = self.entered.iter().find(|(other, _)| *other == input).map(|(_, it)| Origin::Entered(it));
        let planned = || self.planned.iter().find(|(other, _)| *other == input).map(|(_, part)| Origin::Plan(part));
        entered.or_else(planned).unwrap_or_default()
    }

    /// Every input as it is used, in the order of the table.
    pub fn used(&self) -> impl Iterator<Item = Used<'_>> {
        INPUTS.iter().map(|about| {
            let input = about.input;
            Used { input, value: self.value(input), origin: self.origin(input) }
        })
    }

    /// How many people receive the release.
    #[must_use]
    pub fn people(&self) -> f64 {
        self.crowds.iter().map(|crowd| f64::from(crowd.people)).sum()
    }

    /// The crowds as they are simulated: with the rate of their site's link, the share that is trained, and where there are
    /// waves, their wave.
    #[must_use]
    pub fn crowds_used(&self) -> Vec<Crowd> {
        let (sites, links) = (cohort::sites(self), cohort::links(self));
        let last = self.waves.len().checked_sub(1);
        let used = |crowd: &Crowd| Crowd {
            link: sites.iter().position(|site| *site == crowd.site).and_then(|at| links.get(at).copied()),
            trained: Some(cohort::trained(self, crowd)),
            wave: last.map(|last| crowd.wave.unwrap_or(last).min(last)),
            ..crowd.clone()
        };
        self.crowds.iter().map(used).collect()
    }

    /// The waves as they are simulated: with how long they are watched, and what share of them must have it.
    #[must_use]
    pub fn waves_used(&self) -> Vec<PlannedWave> {
        let of = |input, own: Option<f64>| {
            let own = own.filter(|_| !self.is_entered(input));
            Some(own.unwrap_or_else(|| self.value(input)))
        };
        let used = |wave: &PlannedWave| PlannedWave {
            bake: of(Input::BakeTime, wave.bake),
            target: of(Input::WaveTarget, wave.target),
            ..wave.clone()
        };
        self.waves.iter().map(used).collect()
    }

    /// Whether somebody entered the input: then it holds for all waves and crowds.
    pub(super) fn is_entered(&self, input: Input) -> bool {
        self.entered.iter().any(|(other, _)| *other == input)
    }
}
