//! The size of the first wave in sentences.

use super::figure::{chance, number};
use crate::plan::{Count, ForecastOfFirstWave};

/// Sizes that expose so many times the fewest people are as good as the best: the trials do not tell them apart.
const ALIKE: f64 = 1.05;

/// Which size of the first wave exposes the fewest people, and how the planned one does. Nothing where no size was tried.
#[must_use]
pub fn first_wave(sizes: &[ForecastOfFirstWave], planned: Option<Count>) -> Option<String> {
    let exposed = |size: &ForecastOfFirstWave| size.exposed.get();
    let best = best_first_wave(sizes)?;
    let most = sizes.iter().map(exposed).fold(0.0, f64::max);
    if most <= exposed(best) * ALIKE {
        return Some(format!(
            "The size of the first wave makes little difference: a severe defect exposes about {} people whatever it is.",
            number(exposed(best))
        ));
    }
    let mut said = format!(
        "A severe defect exposes the fewest people with a first wave of {}: {} on average. ",
        best.people,
        number(exposed(best))
    );
    said.push_str(&seen(best));
    if let Some(planned) = planned.and_then(|planned| sizes.iter().find(|size| size.people == planned)) {
        said.push(' ');
        said.push_str(&against(planned, best));
    }
    Some(said)
}

/// The size that exposes the fewest people in the mean; of several the smallest.
#[must_use]
pub fn best_first_wave(sizes: &[ForecastOfFirstWave]) -> Option<&ForecastOfFirstWave> {
    sizes.iter().min_by(|one, other| one.exposed.get().total_cmp(&other.exposed.get()))
}

fn seen(of: &ForecastOfFirstWave) -> String {
    format!("It is seen before the second wave starts with a chance of {}.", chance(of.noticed.get() / 100.0))
}

/// How the planned size does against the best one.
fn against(planned: &ForecastOfFirstWave, best: &ForecastOfFirstWave) -> String {
    let (people, exposed) = (planned.people, number(planned.exposed.get()));
    let seen = chance(planned.noticed.get() / 100.0);
    if people == best.people {
        "That is the planned size.".to_owned()
    } else if planned.exposed.get() <= best.exposed.get() * ALIKE {
        format!("The planned {people} do about as well, with {exposed}.")
    } else if people < best.people {
        format!(
            "The planned {people} are too few: it is seen in time with a chance of {seen}, and {exposed} are exposed."
        )
    } else {
        format!("The planned {people} are more than it takes: {exposed} are exposed.")
    }
}
