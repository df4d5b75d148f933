//! How large the first wave should be.

use proptest::prelude::*;
use rollcall::plan::{Approach, Choice, Delivery, Strategy};
use rollcall::rollout::simulation::{
    Crowd, FirstWave, FirstWaveSearch, FirstWaves, Input, Measure, Scenario, first_waves,
};

use super::{IN_WAVES, PUSHED, agrees, bare, crowd, figure, one, wave};

/// The sizes under one phased strategy.
fn searched(scenario: &Scenario, trials: u32) -> FirstWaves {
    let mut all = first_waves(&scenario.clone().only(&[IN_WAVES]), 11, trials);
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn of(found: &FirstWaves, people: u32) -> &FirstWave {
    found.of(people).unwrap()
}

#[test]
fn the_best_first_wave_is_neither_the_smallest_nor_the_largest() {
    // Few reports in a small wave: it misses the defect, and everyone gets it. A large one exposes its own people.
    let mut scenario =
        bare(10_000).with(Input::Susceptible, 2.0).with(Input::ReportsNeeded, 2.0).with(Input::HitRate, 0.5);
    scenario.waves = vec![wave(120.0, 95.0), wave(1.0, 95.0)];
    let found = searched(&scenario, 1500);
    let best = found.best().unwrap();
    assert!((200..=500).contains(&best.people), "{best:?}");
    let [smallest, largest] = [of(&found, 1), of(&found, 5000)].map(|size| size.exposed.value / best.exposed.value);
    assert!(smallest > 5.0 && largest > 3.0, "{smallest} and {largest} times the best");
    let shape: Vec<f64> = found.sizes.iter().map(|size| size.exposed.value).collect();
    let turn = found.sizes.iter().position(|size| size == best).unwrap();
    assert!(shape[..=turn].windows(2).all(|pair| pair[0] >= pair[1]), "it falls until the best: {shape:?}");
    assert!(shape[turn..].windows(2).all(|pair| pair[0] < pair[1]), "and rises from there: {shape:?}");
}

#[test]
fn a_wave_that_is_watched_long_enough_shows_a_defect_of_rate_p_with_one_minus_one_minus_p_to_the_n() {
    let rate = 0.004;
    let mut scenario = bare(5000).with(Input::Susceptible, rate * 100.0).with(Input::HitRate, 1000.0);
    scenario.waves = vec![wave(240.0, 100.0), wave(1.0, 100.0)];
    let found = searched(&scenario, 2000);
    for size in &found.sizes {
        let shown = 1.0 - (1.0 - rate).powf(f64::from(size.people));
        agrees(size.noticed, shown);
        // Seen, it stays with the first wave; unseen, everybody gets it at once.
        let exposed = shown * f64::from(size.people) + (1.0 - shown) * 5000.0;
        agrees(size.exposed, exposed);
    }
}

#[test]
fn at_the_planned_size_it_says_what_the_simulation_says() {
    // Without waves in the plan the groups are divided by shares, as the search divides them.
    let scenario = bare(4000)
        .with(Input::FirstWave, 5.0)
        .with(Input::SecondWave, 15.0)
        .with(Input::Susceptible, 1.0)
        .with(Input::HitRate, 0.3)
        .with(Input::BakeTime, 24.0);
    let found = searched(&scenario, 4000);
    assert_eq!((found.planned, found.people), (200, 4000));
    let simulated = figure(&one(&scenario, IN_WAVES, 4000), Measure::Exposed).mean.unwrap();
    let size = of(&found, 200).exposed;
    let error = (size.high - size.low + simulated.high - simulated.low) / 2.0;
    assert!((size.value - simulated.value).abs() <= error, "{size:?} and {simulated:?}");
}

#[test]
fn everybody_in_the_first_wave_is_a_big_bang() {
    let mut scenario =
        bare(800).with(Input::Susceptible, 5.0).with(Input::PackageSize, 2000.0).with(Input::HitRate, 2.0);
    scenario.waves = vec![wave(12.0, 95.0)];
    let found = searched(&scenario, 300);
    let big_bang = figure(&one(&scenario, PUSHED, 300), Measure::Exposed).mean.unwrap();
    let size = of(&found, 800).exposed;
    assert!((size.value - big_bang.value).abs() <= 1e-9 * big_bang.value, "{size:?} and {big_bang:?}");
}

#[test]
fn the_planned_first_wave_is_among_the_sizes() {
    let mut scenario = bare(30);
    scenario.crowds =
        vec![crowd(30, "a", Some(1)), crowd(77, "b", Some(0)), crowd(6, "c", Some(0)), crowd(9, "d", None)];
    scenario.waves = vec![wave(8.0, 95.0), wave(8.0, 95.0)];
    let found = searched(&scenario, 5);
    let sizes: Vec<u32> = found.sizes.iter().map(|size| size.people).collect();
    assert_eq!((found.planned, sizes), (83, vec![1, 2, 5, 10, 20, 50, 83, 100, 122]));
}

#[test]
fn there_is_nothing_to_search_for_one_person_or_without_waves() {
    assert_eq!(first_waves(&bare(1), 1, 10), Vec::new());
    assert_eq!(first_waves(&bare(50).only(&[PUSHED]), 1, 10), Vec::new());
    let mut idle = FirstWaveSearch::new(&bare(1), 1, 10);
    assert!(!idle.step(5));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// However the search is sliced, the same comes of it; nobody is lost, and nobody is exposed who does not exist.
    #[test]
    fn slices_change_nothing(
        sizes in prop::collection::vec((1..400_u32, 0..4_usize), 1..5),
        waves in 0..4_usize,
        steps in 1..40_u32,
    ) {
        let group = |(at, (people, wave)): (usize, &(u32, usize))| Crowd {
            wave: Some(*wave).filter(|wave| *wave < waves),
            ..crowd(*people, &format!("site {}", at % 2), None)
        };
        let mut scenario = bare(1).with(Input::Susceptible, 10.0).with(Input::PackageSize, 50.0);
        scenario.crowds = sizes.iter().enumerate().map(group).collect();
        scenario.waves = vec![wave(12.0, 95.0); waves];
        let phased = Delivery::ALL.iter().map(|delivery| Strategy { approach: Approach::Phased, delivery: *delivery });
        let scenario = scenario.only(&phased.collect::<Vec<_>>());
        let mut sliced = FirstWaveSearch::new(&scenario, 3, 8);
        while sliced.step(steps) {}
        let found = sliced.finish();
        prop_assert_eq!(&found, &first_waves(&scenario, 3, 8));
        let people: u32 = sizes.iter().map(|(people, _)| people).sum();
        for found in found {
            prop_assert_eq!(found.people, people);
            prop_assert!(found.sizes.windows(2).all(|pair| pair[0].people < pair[1].people));
            for size in &found.sizes {
                prop_assert!(size.exposed.value <= f64::from(people) + 1e-6, "{:?} of {}", size, people);
            }
        }
    }
}
