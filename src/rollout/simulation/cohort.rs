//! Who is alike: the people of a crowd who are in one wave of a phased rollout.

use super::inputs::Input;
use super::scenario::{Crowd, Scenario};

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
pub(super) fn sites(scenario: &Scenario) -> Vec<&str> {
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

/// The share of a crowd that is trained, from 0 to 1: what somebody entered holds for all; otherwise what the plan says of it.
pub(super) fn trained(scenario: &Scenario, crowd: &Crowd) -> f64 {
    let own = crowd.trained.filter(|_| !scenario.is_entered(Input::TrainedShare));
    own.unwrap_or_else(|| scenario.values().share(Input::TrainedShare)).clamp(0.0, 1.0)
}

/// The cohorts: crowd by crowd, and within each wave by wave.
///
/// Without waves in the plan everybody is divided into three by the inputs. A crowd that the plan has in no wave goes with the
/// last one.
pub(super) fn cohorts(scenario: &Scenario) -> Vec<Cohort> {
    let sites = sites(scenario);
    let last = scenario.waves.len().saturating_sub(1);
    let shares = [Input::FirstWave, Input::SecondWave].map(|input| scenario.values().share(input));
    let mut cohorts = Vec::new();
    for (crowd, parts) in scenario.crowds.iter().zip(divided(&scenario.crowds, shares)) {
        let site = sites.iter().position(|site| *site == crowd.site).unwrap_or(0);
        let trained = trained(scenario, crowd);
        let calls =
            trained * scenario.value(Input::CallsTrained) + (1.0 - trained) * scenario.value(Input::CallsUntrained);
        let mut put = |people: u32, wave: usize| {
            if people > 0 {
                cohorts.push(Cohort { people: f64::from(people), site, wave, calls });
            }
        };
        if scenario.waves.is_empty() {
            parts.into_iter().enumerate().for_each(|(wave, people)| put(people, wave));
        } else {
            put(crowd.people, crowd.wave.unwrap_or(last).min(last));
        }
    }
    cohorts
}

/// How many people of each crowd are in the first, in the second and in the last of three waves, of which the first and the
/// second have these shares of everybody. Crowds are gone through in order, each giving what brings the sum next to the share: the
/// parts add up to it, however small crowds are.
pub(super) fn divided(crowds: &[Crowd], [first, second]: [f64; 2]) -> Vec<[u32; 3]> {
    let all: f64 = crowds.iter().map(|crowd| f64::from(crowd.people)).sum();
    let drawn = dealt(crowds.iter().map(|crowd| crowd.people), first);
    let left = || crowds.iter().zip(&drawn).map(|(crowd, drawn)| crowd.people - drawn);
    let rest: f64 = left().map(f64::from).sum();
    let followed = dealt(left(), second * all / rest.max(1.0));
    let each = left().zip(drawn.iter().zip(followed));
    each.map(|(left, (drawn, followed))| [*drawn, followed, left - followed]).collect()
}

/// A share of people, dealt out to groups of them.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a number that fits")]
fn dealt(groups: impl Iterator<Item = u32>, share: f64) -> Vec<u32> {
    let mut before = 0.0_f64;
    let part = |people: f64| (people * share.clamp(0.0, 1.0)).round();
    let deal = |people: u32| {
        let until = before + f64::from(people);
        let dealt = part(until) - part(before);
        before = until;
        (dealt as u32).min(people)
    };
    groups.map(deal).collect()
}
