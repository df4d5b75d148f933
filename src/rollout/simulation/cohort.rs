//! Who is alike: the people of a crowd who are in one wave of a phased rollout.

use super::inputs::Input;
use super::scenario::Scenario;

/// People of a crowd in a wave.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cohort {
    /// How many.
    pub(super) people: f64,
    /// The position of their site.
    pub(super) site: usize,
    /// The wave that they are in where the rollout is phased.
    pub(super) wave: usize,
    /// The mean number of calls that one of them makes.
    pub(super) calls: f64,
}

/// The sites, in the order in which the crowds name them.
fn sites(scenario: &Scenario) -> Vec<&str> {
    let mut sites: Vec<&str> = Vec::new();
    for crowd in &scenario.crowds {
        if !sites.contains(&crowd.site.as_str()) {
            sites.push(&crowd.site);
        }
    }
    sites
}

/// The rate of each site's link in Mbit/s: the largest that one of its crowds has, or the input's.
pub(super) fn links(scenario: &Scenario) -> Vec<f64> {
    let of = |site: &&str| {
        let said = scenario.crowds.iter().filter(|crowd| crowd.site == *site).filter_map(|crowd| crowd.link);
        said.reduce(f64::max).unwrap_or_else(|| scenario.value(Input::LinkRate)).max(1e-6)
    };
    sites(scenario).iter().map(of).collect()
}

/// How long each wave is watched, in hours, and what share of it must have it, from 0 to 1. What somebody entered for the
/// simulation holds for all waves; otherwise what the plan says of a wave, or the default.
pub(super) fn bakes(scenario: &Scenario) -> Vec<(f64, f64)> {
    let pick = |input, own: Option<f64>| {
        let own = own.filter(|_| !scenario.is_entered(input));
        own.unwrap_or_else(|| scenario.value(input))
    };
    if scenario.waves.is_empty() {
        return vec![(pick(Input::BakeTime, None), pick(Input::WaveTarget, None) / 100.0); 3];
    }
    let of = |wave: &super::scenario::PlannedWave| {
        (pick(Input::BakeTime, wave.bake), (pick(Input::WaveTarget, wave.target) / 100.0).clamp(0.0, 1.0))
    };
    scenario.waves.iter().map(of).collect()
}

/// The cohorts: crowd by crowd, and within each wave by wave.
///
/// Without waves in the plan each crowd is divided into three by the inputs, rounded so that the parts add up. A crowd that
/// the plan has in no wave goes with the last one.
pub(super) fn cohorts(scenario: &Scenario) -> Vec<Cohort> {
    let sites = sites(scenario);
    let last = scenario.waves.len().saturating_sub(1);
    let mut cohorts = Vec::new();
    for crowd in &scenario.crowds {
        let site = sites.iter().position(|site| *site == crowd.site).unwrap_or(0);
        let trained = crowd.trained.filter(|_| !scenario.is_entered(Input::TrainedShare));
        let trained = trained.unwrap_or_else(|| scenario.values().share(Input::TrainedShare)).clamp(0.0, 1.0);
        let calls =
            trained * scenario.value(Input::CallsTrained) + (1.0 - trained) * scenario.value(Input::CallsUntrained);
        let people = f64::from(crowd.people);
        let mut put = |people: f64, wave: usize| {
            if people > 0.0 {
                cohorts.push(Cohort { people, site, wave, calls });
            }
        };
        if scenario.waves.is_empty() {
            let first = scenario.values().share(Input::FirstWave);
            let second = (first + scenario.values().share(Input::SecondWave)).min(1.0);
            let (first, second) = ((people * first).round(), (people * second).round());
            put(first, 0);
            put(second - first, 1);
            put(people - second, 2);
        } else {
            put(people, crowd.wave.unwrap_or(last).min(last));
        }
    }
    cohorts
}
