//! What holds however the numbers fall, and in the same trial.

use rollcall::plan::{Approach, Choice, Delivery};
use rollcall::rollout::simulation::{
    Input, Measure, Run, Scenario, Sensitivity, all_strategies, sensitivity, simulate,
};

use super::{IN_WAVES, PUSHED, bare, crowd, figure, mean, names, one, strategy, wave};

/// People in three waves, with everything else as the tool has it.
pub fn ordinary(people: u32) -> Scenario {
    let crowds = vec![
        crowd(people / 20, "A", Some(0)),
        crowd(people / 5, "B", Some(1)),
        crowd(people / 4, "A", Some(2)),
        crowd(people / 2, "C", Some(2)),
    ];
    let mut scenario = Scenario::with_crowds(crowds);
    scenario.waves = vec![wave(24.0, 95.0), wave(48.0, 95.0), wave(48.0, 95.0)];
    scenario
}

#[test]
fn the_seed_reproduces_and_another_one_does_not() {
    let scenario = ordinary(2000);
    let outcome = simulate(&scenario, 5, 60);
    assert_eq!(outcome, simulate(&scenario, 5, 60));
    assert_ne!(names(&outcome), names(&simulate(&scenario, 6, 60)));
}

#[test]
fn the_order_of_strategies_does_not_matter() {
    let scenario = ordinary(2000);
    let mut turned = all_strategies();
    turned.reverse();
    turned.rotate_left(3);
    let (one, other) = (simulate(&scenario, 5, 60), simulate(&scenario.clone().only(&turned), 5, 60));
    for said in &one.strategies {
        assert_eq!(other.of(said.strategy).unwrap().figures, said.figures);
        assert_eq!(other.of(said.strategy).unwrap().meets_date, said.meets_date);
    }
    // Alone, too: but for the moments at which its courses are looked at, which depend on the longest one.
    let alone = super::one(&scenario, IN_WAVES, 60);
    let beside = simulate(&scenario, 11, 60);
    assert_eq!(beside.of(IN_WAVES).unwrap().figures, alone.figures);
}

#[test]
fn slices_do_not_matter() {
    let scenario = ordinary(2000);
    let whole = simulate(&scenario, 5, 60);
    for slice in [1, 7, 60, 1000] {
        let mut run = Run::new(&scenario, 5, 60);
        let mut before = -1.0;
        while run.step(slice) {
            assert!(run.progress() > before, "it goes on");
            before = run.progress();
        }
        assert_eq!(run.progress(), 1.0);
        assert_eq!(run.finish(), whole, "slices of {slice}");
    }
}

#[test]
fn more_trials_begin_with_the_same_ones() {
    // The first forty trials of fifty are the forty: with a defect in the same ones.
    let scenario = ordinary(2000);
    let (few, many) = (simulate(&scenario, 5, 40), simulate(&scenario, 5, 50));
    let (few, many) = (few.defect.value * 40.0, many.defect.value * 50.0);
    assert!((0.0..=10.0).contains(&(many - few).round()), "{few} of {many}");
}

#[test]
fn a_longer_watch_never_exposes_more_people() {
    let scenario = ordinary(20_000).with(Input::DefectChance, 100.0);
    let mut before: Option<Vec<f64>> = None;
    for bake in [6.0, 24.0, 48.0, 200.0] {
        let longer = scenario.clone().with(Input::BakeTime, bake);
        let exposed: Vec<f64> = (0..15).map(|seed| first(&longer, seed)).collect();
        if let Some(before) = before {
            let more = exposed.iter().zip(&before).filter(|(now, then)| **now > **then + 1e-6);
            assert_eq!(more.count(), 0, "with {bake} h");
        }
        before = Some(exposed);
    }
}

/// How many are exposed in the one trial of a seed.
fn first(scenario: &Scenario, seed: u64) -> f64 {
    let outcome = simulate(&scenario.clone().only(&[IN_WAVES]), seed, 1);
    mean(&outcome.strategies[0], Measure::Exposed)
}

#[test]
fn a_higher_chance_of_a_defect_never_makes_a_back_out_less_likely() {
    let scenario = ordinary(2000);
    let chances = [0.0, 1.0, 5.0, 10.0, 30.0, 60.0, 100.0].map(|chance| {
        let outcome = simulate(&scenario.clone().with(Input::DefectChance, chance), 5, 60);
        outcome.strategies.iter().map(|said| said.back_out.value).collect::<Vec<_>>()
    });
    for pair in chances.windows(2) {
        assert!(pair[0].iter().zip(&pair[1]).all(|(low, high)| low <= high), "{pair:?}");
    }
    assert_eq!(chances[0], vec![0.0; 9]);
    assert!(chances[6].iter().all(|chance| *chance > 0.9));
}

#[test]
fn pairs_are_compared_in_the_same_trials() {
    let outcome = simulate(&ordinary(2000), 5, 200);
    assert_eq!(outcome.comparisons.len(), 36 * Measure::ALL.len());
    for comparison in &outcome.comparisons {
        assert!((0.0..=1.0).contains(&comparison.chance.value) && comparison.chance.low <= comparison.chance.value);
        assert!(comparison.chance.value + comparison.ties / 2.0 <= 1.0 + 1e-12, "{comparison:?}");
        // Nobody is exposed where there is no defect: those trials are ties.
        if comparison.measure == Measure::Exposed {
            assert!(comparison.ties >= 1.0 - outcome.defect.value - 1e-12);
        }
    }
    let parallel = |comparison: &&rollcall::rollout::simulation::Comparison| {
        comparison.better == PUSHED && comparison.than == super::ALONGSIDE && comparison.measure == Measure::Cost
    };
    // Running both costs more than it saves, but in trials with a defect.
    assert!(outcome.comparisons.iter().find(parallel).unwrap().chance.value > 0.8);
}

#[test]
fn figures_are_in_order_and_intervals_hold_them() {
    let outcome = simulate(&ordinary(2000), 9, 300);
    for said in &outcome.strategies {
        for figure in &said.figures {
            assert_eq!(figure.quantiles.len(), 101);
            assert!(figure.quantiles.windows(2).all(|pair| pair[0] <= pair[1]), "{figure:?}");
            for estimate in [figure.p10, figure.p50, figure.p90] {
                assert!(estimate.low <= estimate.value && estimate.value <= estimate.high, "{figure:?}");
            }
            assert_eq!(figure.p50.value, figure.quantiles[50]);
        }
        assert!(said.adoption.points.iter().all(|point| (0.0..=1.0 + 1e-9).contains(&point.p90)));
        assert!(mean(said, Measure::Hit) <= mean(said, Measure::Exposed));
    }
    let frontier = outcome.frontier();
    assert!(frontier.contains(&PUSHED) || frontier.contains(&super::ALONGSIDE), "the fastest is on it: {frontier:?}");
}

#[test]
fn some_strategy_always_stands_unbeaten() {
    // One installation in four fails for good: 95 % never have it, under no strategy.
    let scenario = ordinary(400).with(Input::InstallFailure, 25.0).with(Input::RetryLimit, 0.0);
    let outcome = simulate(&scenario.with(Input::DefectChance, 50.0), 5, 100);
    let exposed = |strategy| mean(outcome.of(strategy).unwrap(), Measure::Exposed);
    assert!(outcome.strategies.iter().all(|said| figure(said, Measure::Finish).p50.value.is_infinite()));
    let frontier = outcome.frontier();
    let fewest = outcome.strategies.iter().map(|said| exposed(said.strategy)).fold(f64::INFINITY, f64::min);
    assert!(!frontier.is_empty() && frontier.iter().all(|strategy| exposed(*strategy) <= fewest), "{frontier:?}");
    let drawn: Vec<_> =
        rollcall::document::picture::places(&outcome, None).into_iter().filter(|it| it.is_efficient).collect();
    assert_eq!(drawn.iter().map(|place| place.strategy).collect::<Vec<_>>(), frontier);
    // One that finishes and exposes no more beats those that do not.
    let sure = simulate(
        &ordinary(400).with(Input::DefectChance, 0.0).with(Input::HalfLife, 300.0).with(Input::PullDeadline, 1.0),
        5,
        20,
    );
    assert!(
        sure.frontier()
            .iter()
            .all(|strategy| figure(sure.of(*strategy).unwrap(), Measure::Finish).p50.value.is_finite())
    );
}

#[test]
fn waves_by_share_hold_in_total_however_small_groups_are() {
    // A hundred groups of one person: five in a hundred go first, see the defect, and nobody else gets it.
    let mut scenario = bare(1).with(Input::FirstWave, 5.0).with(Input::HitRate, 24.0).with(Input::BakeTime, 300.0);
    scenario.crowds = (0..100).map(|at| crowd(1, &format!("Site {at}"), None)).collect();
    let exposed = |scenario: &Scenario| mean(&one(scenario, IN_WAVES, 20), Measure::Exposed);
    assert_eq!(exposed(&scenario), 5.0);
    assert_eq!(exposed(&scenario.clone().with(Input::FirstWave, 10.0)), 10.0);
    // With nobody in the first wave the second comes first, with its own share of all.
    assert_eq!(exposed(&scenario.clone().with(Input::FirstWave, 0.4).with(Input::SecondWave, 30.0)), 30.0);
    // Where the first takes all but ten, the second has those ten at most.
    let large = scenario.with(Input::FirstWave, 90.0).with(Input::SecondWave, 50.0);
    assert_eq!(exposed(&large), 90.0);
}

#[test]
fn a_window_that_opens_once_a_day_is_kept_to() {
    // Twelve open hours of transfer in six hours a day take two days; begun an hour late, the same.
    let scenario = bare(9000).with(Input::DefectChance, 0.0).with(Input::PackageSize, 60.0);
    let scenario = scenario.with(Input::WindowFrom, 22.0).with(Input::WindowLength, 6.0);
    let finish =
        |hour: f64| figure(&one(&scenario.clone().with(Input::StartHour, hour), PUSHED, 50), Measure::Finish).p50.value;
    let whole = 9000.0 * 480.0 / 100.0 / 3600.0 * 0.95;
    assert!((finish(22.0) - (24.0 + whole - 6.0)).abs() < 0.3, "{}", finish(22.0));
    assert!((finish(21.5) - (0.5 + 24.0 + whole - 6.0)).abs() < 0.3, "{}", finish(21.5));
    // Two of the six hours are gone at midnight, so that it takes a third night.
    assert!((finish(0.0) - (46.0 + whole - 10.0)).abs() < 0.3, "{}", finish(0.0));
}

#[test]
fn the_inputs_that_matter_are_found_by_moving_them() {
    let scenario = ordinary(2000).only(&[PUSHED, IN_WAVES, super::ALONGSIDE]);
    let found = sensitivity(&scenario, 5, 30);
    assert!(found.len() > 30);
    for pair in found.windows(2) {
        assert!(pair[0].reordered >= pair[1].reordered);
    }
    assert!(found.iter().any(|influence| influence.reordered > 0.0));
    // What costs nothing moves nothing: no push but in parallel needs servers.
    let servers = found.iter().find(|influence| influence.input == Input::ServerRate).unwrap();
    assert_eq!((servers.reordered, servers.shift), (0.0, 0.0));
    let mut slices = Sensitivity::new(&scenario, 5, 30);
    while slices.step(4) {}
    assert_eq!(slices.finish(), found);
}

#[test]
fn nobody_is_no_trouble() {
    let outcome = simulate(&Scenario::with_crowds(Vec::new()), 1, 10);
    assert_eq!(outcome.people, 0.0);
    for said in &outcome.strategies {
        assert_eq!(mean(said, Measure::Hit), 0.0);
    }
    let hardest = strategy(Approach::Phased, Delivery::PullThenPush);
    let few = ordinary(200).only(&[hardest, super::ALONGSIDE]);
    // Nor are inputs at their ends, one at a time.
    for about in &rollcall::rollout::simulation::INPUTS {
        for value in [about.least, about.most] {
            let outcome = simulate(&few.clone().with(Input::DefectChance, 50.0).with(about.input, value), 3, 8);
            for (name, value) in outcome.figures() {
                assert!(!value.is_nan(), "{} at {value}: {name}", about.key);
            }
        }
    }
}

#[test]
fn a_wave_in_which_nobody_succeeds_does_not_hold_up_the_next() {
    // A pilot of one, whose installation fails nine times in ten.
    let mut scenario =
        bare(1).with(Input::InstallFailure, 90.0).with(Input::RetryLimit, 0.0).with(Input::DefectChance, 0.0);
    scenario.crowds = vec![crowd(1, "pilot", Some(0)), crowd(1000, "rest", Some(1))];
    scenario.waves = vec![wave(10.0, 95.0), wave(1.0, 95.0)];
    for delivery in Delivery::ALL {
        let outcome = one(&scenario, strategy(Approach::Phased, *delivery), 200);
        let last = outcome.adoption.points.last().unwrap();
        assert!(last.p10 > 0.05, "about a tenth of everybody has it in the end, in each trial: {last:?}");
    }
}
