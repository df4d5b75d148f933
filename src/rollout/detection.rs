//! Whether a defect shows among those who have the release, and how large a pilot must be for that.
//!
//! Each installation shows the defect with probability p, independently of the others, so that among n installations it
//! shows at least once with probability 1 − (1 − p)ⁿ. The smallest n for a chance of c is ⌈ln(1 − c) ÷ ln(1 − p)⌉; for 95 %
//! that is about 3 ÷ p, the rule of three.

use super::waves::people_in;
use crate::plan::{BasisPoints, Detection, Id, Percent, Release, Wave};

/// The share of installations that a defect shows on, where the plan says nothing: one in a hundred. An editable default.
const DEFECT_RATE: u32 = 100;

/// The chance with which it is to show, where the plan says nothing: the one of the rule of three. An editable default.
const CONFIDENCE: u8 = 95;

/// Up to this many installations the smallest pilot is found in whole numbers: 10,000⁸ × 100 still fits 128 bits. Beyond it
/// no chance in whole per cent is ever met exactly, so that rounding cannot decide.
const EXACT: u32 = 8;

/// The defect that a plan wants to see.
#[must_use]
pub fn defect_rate(detection: &Detection) -> BasisPoints {
    detection.defect_rate.or_else(|| BasisPoints::try_from(DEFECT_RATE).ok()).unwrap_or_default()
}

/// The chance with which a plan wants to see it.
#[must_use]
pub fn confidence(detection: &Detection) -> Percent {
    detection.confidence.or_else(|| Percent::try_from(CONFIDENCE).ok()).unwrap_or_default()
}

/// The chance from 0 to 1 that a defect of this rate shows at least once among so many installations.
#[must_use]
pub fn chance_to_show(rate: BasisPoints, installations: u32) -> f64 {
    match (rate.get(), installations) {
        (0, _) | (_, 0) => 0.0,
        (10_000, _) => 1.0,
        // By way of logarithms near 1, which keeps the digits of a small rate.
        (_, many) => -(f64::from(many) * (-rate.share()).ln_1p()).exp_m1(),
    }
}

/// The smallest number of installations among which a defect of this rate shows with at least this chance; nothing where no
/// number is enough: a rate of nothing, or certainty about anything that does not show each time.
#[must_use]
pub fn smallest_pilot(rate: BasisPoints, confidence: Percent) -> Option<u32> {
    match (rate.get(), confidence.get()) {
        (_, 0) => Some(0),
        (0, _) => None,
        (10_000, _) => Some(1),
        (_, 100) => None,
        (_, sure) => {
            let few = (1..=EXACT).find(|few| shows(rate, confidence, *few));
            few.or_else(|| {
                let many = (1.0 - f64::from(sure) / 100.0).ln() / (-rate.share()).ln_1p();
                // At most ln(0.01) ÷ ln(1 − 0.0001), some 46,000; at least EXACT.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let many = many.ceil() as u32;
                Some(many)
            })
        }
    }
}

/// Whether (1 − p)ⁿ ≤ 1 − c, in whole numbers.
fn shows(rate: BasisPoints, confidence: Percent, installations: u32) -> bool {
    let missed = u128::from(10_000 - rate.get()).pow(installations) * 100;
    let all = 10_000_u128.pow(installations) * u128::from(100 - confidence.get());
    missed <= all
}

/// What the waves up to one bring to light.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WaveSight {
    /// Which.
    pub id: Id<Wave>,
    /// How many people or devices it reaches.
    pub reached: u32,
    /// How many it and the waves before it reach.
    pub so_far: u32,
    /// Their share of all that impacted departments have, from 0 to 1; nothing where these have none.
    pub share: Option<f64>,
    /// The chance from 0 to 1 that the defect shows among its own.
    pub alone: f64,
    /// The chance from 0 to 1 that the defect shows by the time it has baked: among all so far.
    pub chance: f64,
}

/// What each wave brings to light, in their order. A group in two waves counts in the first of them.
#[must_use]
pub fn sights(release: &Release) -> Vec<WaveSight> {
    let rate = defect_rate(&release.rollout.detection);
    let all = everyone(release);
    let (mut seen, mut so_far) = (Vec::new(), 0_u32);
    let mut sights = Vec::with_capacity(release.rollout.waves.len());
    for wave in &release.rollout.waves {
        let mut fresh = wave.clone();
        fresh.groups.retain(|group| !seen.contains(group));
        seen.extend_from_slice(&fresh.groups);
        let reached = people_in(release, &fresh).0;
        so_far = so_far.saturating_add(reached);
        let share = (all > 0).then(|| f64::from(so_far) / f64::from(all));
        let (alone, chance) = (chance_to_show(rate, reached), chance_to_show(rate, so_far));
        sights.push(WaveSight { id: wave.id, reached, so_far, share, alone, chance });
    }
    sights
}

/// How many people and devices the impacted departments have.
#[must_use]
pub fn everyone(release: &Release) -> u32 {
    let impacted = release.groups().filter(|(department, _)| department.impacted);
    impacted.map(|(_, group)| group.size.0).fold(0, u32::saturating_add)
}

/// A first wave that is too small to show the defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SmallPilot {
    /// The first wave.
    pub id: Id<Wave>,
    /// How many it reaches.
    pub reached: u32,
    /// How many it would have to reach; nothing where no number is enough.
    pub needed: Option<u32>,
}

/// The pilot, where it is too small: the first of several waves shows the defect with less than the chance asked for.
/// Nothing where there is one wave or none, or the wave has no people yet.
#[must_use]
pub fn small_pilot(release: &Release) -> Option<SmallPilot> {
    let sights = sights(release);
    let first = sights.first().filter(|first| sights.len() > 1 && first.reached > 0)?;
    let plan = &release.rollout.detection;
    let needed = smallest_pilot(defect_rate(plan), confidence(plan));
    let small = needed.is_none_or(|needed| first.reached < needed);
    small.then_some(SmallPilot { id: first.id, reached: first.reached, needed })
}
