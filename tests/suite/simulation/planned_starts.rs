//! Planned starts of waves: no wave begins before its own, nor before the one ahead of it has been watched.

use jiff::civil::{date, datetime};
use proptest::prelude::*;
use rollcall::plan::{Approach, Choice, Delivery, Release};
use rollcall::plan_file::{read_entry, shifted};
use rollcall::rollout::simulation::{Input, Measure, Scenario, first_waves};
use rollcall::rollout::{fingerprint, simulate};
use serde_json::{Value, json};

use super::properties::ordinary;
use super::{ALONGSIDE, IN_WAVES, PULLED, PUSHED, bare, crowd, figure, mean, one, strategy, wave};

/// The scenario with the planned starts of its waves.
fn planned(mut scenario: Scenario, starts: &[Option<f64>]) -> Scenario {
    for (wave, start) in scenario.waves.iter_mut().zip(starts) {
        wave.start = *start;
    }
    scenario
}

/// Three waves of ten people who get it in no time, each watched for 24 hours.
fn at_once() -> Scenario {
    let mut scenario = bare(1).with(Input::DefectChance, 0.0);
    scenario.crowds = (0..3).map(|at| crowd(10, "here", Some(at))).collect();
    scenario.waves = vec![wave(24.0, 95.0); 3];
    scenario
}

fn finish(scenario: &Scenario) -> f64 {
    figure(&one(scenario, IN_WAVES, 20), Measure::Finish).p50.value
}

#[test]
fn a_wave_starts_at_the_later_of_its_planned_start_and_the_end_of_the_watch() {
    for (starts, last) in [
        ([None, None, None], 48.0),
        // Planned before the watch is over: that is when it starts.
        ([Some(0.0), Some(10.0), Some(30.0)], 48.0),
        ([Some(0.0), Some(24.0), Some(48.0)], 48.0),
        // Planned later than that, one after the other.
        ([Some(0.0), Some(100.0), None], 124.0),
        ([None, None, Some(100.0)], 100.0),
        ([Some(0.0), Some(100.0), Some(110.0)], 124.0),
        ([Some(0.0), Some(100.0), Some(400.5)], 400.5),
        // The first one, too.
        ([Some(6.0), None, None], 54.0),
        ([Some(-6.0), Some(-1.0), None], 48.0),
    ] {
        let scenario = planned(at_once(), &starts);
        assert!((finish(&scenario) - last).abs() < 1e-6, "{starts:?}: {} and not {last}", finish(&scenario));
    }
    // A wave with nobody in it holds nothing up.
    let mut scenario = planned(at_once(), &[Some(0.0), Some(300.0), Some(60.0)]);
    scenario.crowds.remove(1);
    assert!((finish(&scenario) - 60.0).abs() < 1e-6, "{}", finish(&scenario));
}

#[test]
fn the_same_holds_for_many_people_and_for_a_pull_with_a_deadline() {
    // Half of the rest fetches it within a day; the wave has 95 % once the rest is pushed, after two days.
    let mut scenario = bare(1).with(Input::DefectChance, 0.0).with(Input::HalfLife, 1.0).with(Input::PullDeadline, 2.0);
    scenario.crowds = vec![crowd(400, "here", Some(0)), crowd(4000, "here", Some(1))];
    scenario.waves = vec![wave(24.0, 95.0), wave(24.0, 95.0)];
    let both = strategy(Approach::Phased, Delivery::PullThenPush);
    for (start, begins) in [(None, 72.0), (Some(50.0), 72.0), (Some(200.0), 200.0)] {
        let scenario = planned(scenario.clone(), &[Some(0.0), start]);
        let said = one(&scenario, both, 50);
        let last = figure(&said, Measure::Finish).p50.value;
        assert!((last - (begins + 48.0)).abs() < 0.05, "{start:?}: {last}");
    }
}

#[test]
fn planned_starts_are_those_of_a_phased_rollout() {
    let scenario = at_once().with(Input::DefectChance, 50.0).with(Input::HalfLife, 0.01);
    let later = planned(scenario.clone(), &[Some(0.0), Some(100.0), Some(200.0)]);
    for together in [PUSHED, PULLED, ALONGSIDE] {
        assert!(one(&later, together, 40) == one(&scenario, together, 40), "{together:?}");
    }
    for delivery in Delivery::ALL {
        let phased = strategy(Approach::Phased, *delivery);
        assert!(one(&later, phased, 40) != one(&scenario, phased, 40), "{delivery:?}");
    }
}

#[test]
fn a_longer_watch_never_exposes_more_people_whatever_starts_are_planned() {
    let scenario = planned(ordinary(20_000), &[Some(0.0), Some(60.0), Some(150.0)]).with(Input::DefectChance, 100.0);
    let few = planned(ordinary(100), &[Some(0.0), Some(60.0), Some(150.0)]).with(Input::DefectChance, 100.0);
    for scenario in [scenario, few] {
        let exposed = |bake: f64, seed| {
            let scenario = scenario.clone().with(Input::BakeTime, bake).only(&[IN_WAVES]);
            mean(&simulate(&scenario, seed, 1).strategies[0], Measure::Exposed)
        };
        for seed in 0..15 {
            let each = [6.0, 24.0, 48.0, 100.0, 200.0].map(|bake| exposed(bake, seed));
            assert!(each.windows(2).all(|pair| pair[1] <= pair[0] + 1e-6), "seed {seed}: {each:?}");
        }
    }
}

#[test]
fn a_later_planned_start_gives_a_defect_more_time_to_show() {
    let scenario = ordinary(4000).with(Input::DefectChance, 100.0).with(Input::BakeTime, 1.0);
    let exposed = |start: Option<f64>| {
        mean(&one(&planned(scenario.clone(), &[None, start, None]), IN_WAVES, 100), Measure::Exposed)
    };
    let each = [None, Some(24.0), Some(96.0), Some(500.0)].map(exposed);
    assert!(each.windows(2).all(|pair| pair[1] <= pair[0] + 1e-6) && each[3] < each[0] / 2.0, "{each:?}");
}

#[test]
fn the_search_for_the_first_wave_keeps_planned_starts() {
    // Whoever is in the first wave shows the defect by the second one's planned start, and nobody else gets it.
    let mut scenario = bare(1).with(Input::HitRate, 24.0);
    scenario.crowds = vec![crowd(50, "here", Some(0)), crowd(950, "here", Some(1))];
    scenario.waves = vec![wave(0.01, 100.0), wave(1.0, 100.0)];
    let at = |scenario: &Scenario, people: u32| {
        let found = first_waves(&scenario.clone().only(&[IN_WAVES]), 11, 50);
        found[0].of(people).unwrap().exposed.value
    };
    assert!(at(&scenario, 5) > 900.0, "{}", at(&scenario, 5));
    let later = planned(scenario, &[Some(0.0), Some(200.0)]);
    for people in [5, 50, 200] {
        assert!((at(&later, people) - f64::from(people)).abs() < 1e-9, "{people}: {}", at(&later, people));
    }
}

fn release(starts: [Option<&str>; 3], window: Option<&str>) -> Release {
    let waves = ["a", "b", "c"].iter().zip(starts);
    let waves: Vec<Value> =
        waves.map(|(id, start)| json!({ "id": id, "name": id, "groups": [id], "start": start, "bake": 60 })).collect();
    let groups = ["a", "b", "c"].map(|id| json!({ "id": id, "size": 7 }));
    let window = window.map(|start| json!({ "start": start, "end": "2026-04-20T06:00:00" }));
    let release = json!({
        "id": "r1", "identity": { "window": window }, "departments": [{ "id": "d", "impacted": true, "groups": groups }],
        "rollout": { "waves": waves },
    });
    read_entry(&release).unwrap()
}

fn starts(release: &Release) -> Vec<Option<f64>> {
    Scenario::of(release, date(2026, 3, 1)).waves_used().iter().map(|wave| wave.start).collect()
}

#[test]
fn a_plan_gives_them_in_hours_from_the_start_of_the_rollout() {
    let (first, second) = ("2026-03-14T22:00:00", "2026-03-16T09:30:00");
    assert_eq!(starts(&release([Some(first), Some(second), None], None)), [Some(0.0), Some(35.5), None]);
    // Without a start of the first wave the window of go-live begins it.
    assert_eq!(starts(&release([None, Some(second), None], Some(first))), [None, Some(35.5), None]);
    assert_eq!(starts(&release([None, Some(second), None], None)), [None; 3]);
    // One that is planned before the first holds nothing up.
    assert_eq!(starts(&release([Some(second), Some(first), None], None)), [Some(0.0), Some(0.0), None]);
    let mut moved = release([Some(first), Some(second), None], None);
    let before = fingerprint(&Scenario::of(&moved, date(2026, 3, 1)));
    assert_eq!(before, fingerprint(&Scenario::of(&shifted(&moved, 40), date(2026, 3, 1))), "the same on other days");
    let wave = moved.rollout.waves.iter_mut().nth(1).unwrap();
    wave.start = Some(datetime(2026, 3, 16, 9, 31, 0, 0));
    assert_ne!(before, fingerprint(&Scenario::of(&moved, date(2026, 3, 1))), "a minute later is another one");
}

#[test]
fn a_fingerprint_of_before_stands_where_no_start_holds_anything_up() {
    let named = |starts: [Option<f64>; 3]| fingerprint(&planned(at_once(), &starts));
    assert_eq!(named([Some(0.0), None, None]), named([None; 3]));
    assert_ne!(named([Some(0.0), Some(1.0), None]), named([None; 3]));
    assert_ne!(named([Some(0.0), Some(1.0), None]), named([Some(0.0), None, Some(1.0)]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// With nothing that can fail, the last wave starts when a sum by hand says so.
    #[test]
    fn starts_follow_one_from_the_other(starts in prop::collection::vec(prop::option::of(0.0..200.0_f64), 3)) {
        let scenario = planned(at_once(), &starts);
        let by_hand = starts.iter().fold(-24.0, |before: f64, start| (before + 24.0).max(start.unwrap_or(0.0)));
        prop_assert!((finish(&scenario) - by_hand).abs() < 1e-6, "{} and not {by_hand}", finish(&scenario));
    }
}
