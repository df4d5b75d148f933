//! Few people have the right figures, as many have: people are whole and counted once, a target has its whole transfer, and
//! what is the same is the same.

use rollcall::plan::{Approach, Choice, Delivery, Strategy};
use rollcall::rollout::simulation::{Input, Measure, Scenario, simulate};

use super::{IN_WAVES, PULLED, PUSHED, agrees, bare, crowd, figure, mean, one, strategy, wave};

const UNTIL: Strategy = Strategy { approach: Approach::BigBang, delivery: Delivery::PullThenPush };

/// Numbers of people on both sides of where curves take over.
const SIZES: [u32; 8] = [1, 2, 3, 15, 128, 129, 400, 20_000];

/// Seen by monitoring alone, after some hours in the mean, in every trial.
fn monitored(people: u32, hours: f64) -> Scenario {
    bare(people)
        .with(Input::Susceptible, 30.0)
        .with(Input::ReportsNeeded, 1000.0)
        .with(Input::MonitoringChance, 100.0)
        .with(Input::MonitoringMean, hours)
}

#[test]
fn nobody_is_exposed_twice_or_in_part_and_somebody_is_where_it_was_seen() {
    for people in SIZES {
        for (deadline, failure) in [(1.0, 0.0), (5.0, 30.0), (14.0, 0.0)] {
            let scenario = monitored(people, 80.0)
                .with(Input::PullDeadline, deadline)
                .with(Input::InstallFailure, failure)
                .with(Input::RetryLimit, 20.0)
                .with(Input::PackageSize, 20.0);
            for said in simulate(&scenario, 5, 61).strategies {
                let exposed = &figure(&said, Measure::Exposed).quantiles;
                let whole = [0, 50, 100].map(|at| exposed[at].fract());
                assert_eq!((said.back_out.value, whole), (1.0, [0.0; 3]), "{people} {:?}: {exposed:?}", said.strategy);
                let range = 1.0..=f64::from(people);
                assert!(range.contains(&exposed[0]) && range.contains(&exposed[100]), "{people}: {exposed:?}");
                assert_eq!(figure(&said, Measure::BackedOut).quantiles, *exposed);
                let hit = figure(&said, Measure::Hit).quantiles[100];
                assert!(hit <= exposed[100], "{people} {:?}: {hit} hit", said.strategy);
            }
        }
    }
}

#[test]
fn a_deadline_changes_nothing_before_it_passes() {
    let approaches = Approach::ALL;
    for people in SIZES {
        // Decided within hours, and the deadline is two weeks away; without a defect, everybody has fetched it long before.
        let early = monitored(people, 1.0).with(Input::WaveTarget, 50.0).with(Input::HalfLife, 0.5);
        let quick =
            bare(people).with(Input::DefectChance, 0.0).with(Input::HalfLife, 0.25).with(Input::PullDeadline, 60.0);
        for approach in approaches {
            let pair = [strategy(*approach, Delivery::Pull), strategy(*approach, Delivery::PullThenPush)];
            for scenario in [&early, &quick] {
                let outcome = simulate(&scenario.clone().only(&pair), 3, 300);
                for comparison in &outcome.comparisons {
                    assert_eq!((comparison.chance.value, comparison.ties), (0.5, 1.0), "{people} {comparison:?}");
                }
            }
        }
    }
}

#[test]
fn the_deadline_parts_a_wave_by_who_has_come() {
    // A push in no time at the deadline: then everybody has it, and before it who came. Seen after m hours in the mean, from the
    // first on; of the others each has it with 1 − 2^(−t ÷ half-life) until the deadline.
    let (half_life, deadline, after) = (4.0 * 24.0, 48.0, 40.0_f64);
    let rate = std::f64::consts::LN_2 / half_life;
    for people in [1, 3, 15, 128, 129, 1000] {
        let scenario = monitored(people, after).with(Input::PullDeadline, deadline / 24.0);
        let said = one(&scenario, UNTIL, 6000);
        let n = f64::from(people);
        // By adding up over when the first comes, a, and when it is seen, t later.
        let steps = 600;
        let step = |at: u32| (f64::from(at) + 0.5) / f64::from(steps);
        let mut exact = 0.0;
        for a in (0..steps).map(|at| (-step(at).ln() / (n * rate)).min(deadline)) {
            let seen = 1.0 - (-(deadline - a) / after).exp();
            let mut others = 0.0;
            for share in (0..steps).map(step) {
                let t = -(1.0 - share * seen).ln() * after;
                others += 1.0 - (-rate * t).exp();
            }
            exact += (1.0 + (n - 1.0) * others / f64::from(steps)) * seen + n * (1.0 - seen);
        }
        agrees(figure(&said, Measure::Exposed).mean.unwrap(), exact / f64::from(steps));
    }
}

#[test]
fn the_first_installation_starts_monitoring_and_is_exposed() {
    // From the first on, monitoring takes m hours in the mean and the decision D: of the others each has come by then.
    let (after, delay) = (5.0, 1.0_f64);
    let rate = std::f64::consts::LN_2 / 96.0;
    for people in SIZES {
        let scenario = monitored(people, after).with(Input::DecisionMedian, delay).with(Input::HitRate, 0.0);
        let exact = 1.0 + f64::from(people - 1) * (1.0 - (-rate * delay).exp() / (1.0 + after * rate));
        agrees(figure(&one(&scenario, PULLED, 6000), Measure::Exposed).mean.unwrap(), exact);
    }
}

#[test]
fn hits_that_are_faster_than_installations_follow_their_closed_form() {
    // Seen at the k-th hit of n people who fetch it. With F of them who have it and H who were hit, that comes at t with the
    // density k·C(n, k)·H^(k−1)·(1 − H)^(n−k)·H′, and of the n − k others each has it with (F − H) ÷ (1 − H).
    for (people, k, half_life, hits) in
        [(1000, 3, 40.0, 10.0), (1000, 3, 4.0, 20.0), (15, 5, 4.0, 5.0), (200, 2, 0.5, 100.0)]
    {
        let scenario = bare(people)
            .with(Input::ReportsNeeded, f64::from(k))
            .with(Input::HalfLife, half_life)
            .with(Input::HitRate, hits);
        let (n, k) = (f64::from(people), f64::from(k));
        let (a, rate) = (std::f64::consts::LN_2 / half_life / 24.0, hits / 24.0_f64);
        let pool = |t: f64| a * ((-a * t).exp() - (-rate * t).exp()) / (rate - a);
        let combinations: f64 = (0..k as u32).map(|at| (n - f64::from(at)) / (k - f64::from(at))).product();
        let (width, mut exact, mut all) = (half_life * 24.0 / 20_000.0, 0.0, 0.0);
        for at in 0..200_000 {
            let t = (f64::from(at) + 0.5) * width;
            let hit = -(-a * t).exp_m1() - pool(t);
            let density = k * combinations * hit.powf(k - 1.0) * (1.0 - hit).powf(n - k) * rate * pool(t) * width;
            exact += density * (k + (n - k) * pool(t) / (1.0 - hit));
            all += density;
        }
        assert!((all - 1.0).abs() < 1e-3, "{all}");
        // Until the decision, 0.01 hours later, some more come.
        let more = 0.01 * a * n;
        let said = figure(&one(&scenario, PULLED, 10_000), Measure::Exposed).mean.unwrap();
        assert!((said.value - exact - more).abs() < 0.006 * exact + 2.0 * (said.high - said.value), "{said:?} {exact}");
    }
}

#[test]
fn a_target_has_its_whole_transfer() {
    // One target of 1,000 MB over 1 Mbit/s needs 8,000 s. So do many, each at a site of its own; at one site they take turns.
    let each = 8000.0 / 3600.0;
    let finish = |scenario: &Scenario, at| figure(&one(scenario, at, 40), Measure::Finish).quantiles.clone();
    for (sites, people, peers, targets) in [
        (1, 1, 0.0, 1.0),
        (1, 2, 0.0, 2.0),
        (20, 1, 0.0, 1.0),
        (1, 1, 60.0, 0.4),
        (3, 40, 0.0, 38.0),
        (150, 1, 0.0, 1.0),
        (1, 200, 0.0, 190.0),
    ] {
        let mut scenario =
            bare(1).with(Input::DefectChance, 0.0).with(Input::PackageSize, 1000.0).with(Input::PeerShare, peers);
        let site =
            |at: i32| rollcall::rollout::simulation::Crowd { link: Some(1.0), ..crowd(people, &format!("{at}"), None) };
        scenario.crowds = (0..sites).map(site).collect();
        let said = finish(&scenario, PUSHED);
        for hours in [said[0], said[50], said[100]] {
            let exact = targets * each;
            assert!((hours / exact - 1.0).abs() < 2e-3, "{sites} sites of {people}: {hours} and not {exact}");
        }
        if people == 1 && sites == 1 {
            // In a window from 22 to 24 h, from 8 h on: two hours tonight, the rest tomorrow.
            let nightly =
                scenario.with(Input::WindowFrom, 22.0).with(Input::WindowLength, 2.0).with(Input::StartHour, 8.0);
            let exact = if targets < 0.9 { 14.0 + targets * each } else { 38.0 + each - 2.0 };
            assert!((finish(&nightly, PUSHED)[100] - exact).abs() < 1e-9, "{:?}", finish(&nightly, PUSHED));
        }
    }
}

#[test]
fn servers_that_cannot_keep_up_have_a_fixed_finish() {
    for people in [15_u32, 128, 129, 3000] {
        let scenario = bare(people)
            .with(Input::DefectChance, 0.0)
            .with(Input::HalfLife, 0.001)
            .with(Input::PackageSize, 100.0)
            .with(Input::ServerRate, 1.0);
        let said = one(&scenario, PULLED, 60);
        let exact = (0.95 * f64::from(people)).ceil() * 800.0 / 3600.0;
        let quantiles = &figure(&said, Measure::Finish).quantiles;
        for hours in [quantiles[0], quantiles[100]] {
            assert!((hours / exact - 1.0).abs() < 3e-3, "{people}: {hours} and not {exact}");
        }
    }
}

#[test]
fn links_are_busy_only_where_somebody_is_left_at_the_deadline() {
    let scenario = |people| {
        bare(people).with(Input::DefectChance, 0.0).with(Input::PackageSize, 1.0).with(Input::PullDeadline, 14.0)
    };
    let left = 2.0_f64.powf(-14.0 / 4.0);
    for people in [1_u32, 3, 15] {
        let said = one(&scenario(people), UNTIL, 6000);
        let some = 1.0 - (1.0 - left).powi(people as i32);
        // The pull itself asks for next to nothing.
        let busy = mean(&said, Measure::PeakLink) / 100.0;
        assert!(
            (busy - some).abs() < 4.0 * (some * (1.0 - some) / 6000.0).sqrt() + 1e-3,
            "{people}: {busy} not {some}"
        );
    }
}

#[test]
fn there_is_no_jump_where_curves_take_over() {
    // One more person changes next to nothing, on either side of the number from which people are curves.
    let scenario = |people: u32| {
        let mut scenario = Scenario::with_crowds(vec![crowd(people, "a", Some(0)), crowd(1000, "b", Some(1))]);
        scenario.waves = vec![wave(24.0, 90.0), wave(24.0, 95.0)];
        let slow = scenario.with(Input::DefectChance, 100.0).with(Input::PackageSize, 2000.0).with(Input::HitRate, 1.0);
        slow.with(Input::MonitoringChance, 50.0)
            .with(Input::PullDeadline, 5.0)
            .with(Input::WindowFrom, 20.0)
            .with(Input::WindowLength, 5.0)
    };
    let phased: Vec<Strategy> =
        Delivery::ALL.iter().map(|delivery| Strategy { delivery: *delivery, ..IN_WAVES }).collect();
    let [below, above] = [126, 131].map(|people| simulate(&scenario(people).only(&phased), 9, 4000));
    for (below, above) in below.strategies.iter().zip(&above.strategies) {
        for measure in [Measure::Exposed, Measure::Hit, Measure::LostHours] {
            let [low, high] = [below, above].map(|said| figure(said, measure).mean.unwrap());
            let error = (high.high - high.low) / 2.0 + (low.high - low.low) / 2.0;
            assert!((high.value - low.value).abs() < error * 1.8 + 0.05 * low.value, "{measure:?} {low:?} {high:?}");
        }
    }
}

#[test]
fn as_many_call_as_have_it_at_the_decision() {
    // Seen after m hours in the mean, from the first of n on, and decided at once: of the others each has it with
    // q = 1 − e^(−a t). Each makes c calls in the mean, so that calls vary by c E[X] + c² Var X.
    let (after, calls) = (5.0, 5.0_f64);
    let rate = std::f64::consts::LN_2 / 96.0;
    for people in [15, 129, 150, 400] {
        let scenario = monitored(people, after).with(Input::HitRate, 0.0).with(Input::SupportDayCost, 0.0);
        let scenario = [Input::CallsTrained, Input::CallsUntrained]
            .into_iter()
            .fold(scenario, |scenario, input| scenario.with(input, calls))
            .with(Input::CallMinutes, 1.0)
            .with(Input::DeskMinuteCost, 1.0);
        let others = f64::from(people - 1);
        let left = |times: f64| 1.0 / (1.0 + times * rate * after);
        let (q, square) = (1.0 - left(1.0), 1.0 - 2.0 * left(1.0) + left(2.0));
        let (mean, spread) = (1.0 + others * q, others * (q - square) + others * others * (square - q * q));
        let cost = figure(&one(&scenario, PULLED, 6000), Measure::Cost).mean.unwrap();
        agrees(cost, calls * mean);
        let error = (cost.high - cost.low) / 2.0 / 1.96 * 6000.0_f64.sqrt();
        let exact = (calls * mean + calls * calls * spread).sqrt();
        assert!((error / exact - 1.0).abs() < 0.04, "{people}: {error} and not {exact}");
    }
}

#[test]
fn who_is_left_at_a_deadline_is_as_susceptible_as_those_who_have_come() {
    // Hardly anybody comes before the deadline, and then one after the other gets it, slowly: the first susceptible one of n in
    // that order is hit before the next one gets it. With the share p of them that is number (1 − (1 − p)^n) ÷ p.
    for people in [60, 600] {
        let scenario = bare(people)
            .with(Input::Susceptible, 10.0)
            .with(Input::HitRate, 100.0)
            .with(Input::HalfLife, 60.0)
            .with(Input::PullDeadline, 0.25)
            .with(Input::PackageSize, 200_000.0)
            .with(Input::ServerRate, 1e7);
        let exposed = figure(&one(&scenario, UNTIL, 4000), Measure::Exposed).mean.unwrap();
        let exact = (1.0 - 0.9_f64.powi(people as i32)) / 0.1;
        // Few get it between that installation and the hit.
        assert!((exposed.value / exact - 1.0).abs() < 0.12, "{people}: {exposed:?} and not {exact}");
    }
}

#[test]
fn a_push_with_many_attempts_finishes_by_how_many_have_to_try_again() {
    // Everybody has the package at once, and an attempt takes two hours: after j of them each has it with 1 − f^j, and enough
    // have it with the chance that a binomial number is at least 95 % of n.
    for (people, failure) in [(129_u32, 10.0), (300, 35.0), (1000, 22.0), (2000, 5.0)] {
        let scenario = bare(people)
            .with(Input::DefectChance, 0.0)
            .with(Input::InstallFailure, failure)
            .with(Input::RetryLimit, 20.0)
            .with(Input::InstallMinutes, 120.0);
        let finish = figure(&one(&scenario, PUSHED, 4000), Measure::Finish).mean.unwrap();
        let spare = people - (0.95 * f64::from(people) - 1e-9).ceil() as u32;
        // The mean is the sum of the chances that it takes longer than so many attempts.
        let longer = |attempts: i32| {
            let again = (failure / 100.0_f64).powi(attempts);
            let mut chance = (f64::from(people) * (1.0 - again).ln()).exp();
            let mut few = chance;
            for more in 0..spare {
                chance *= f64::from(people - more) / f64::from(more + 1) * again / (1.0 - again);
                few += chance;
            }
            1.0 - few
        };
        let exact = 2.0 * (1.0 + (1..20).map(longer).sum::<f64>());
        let error = (finish.high - finish.low) / 2.0 / 1.96;
        assert!((finish.value - exact).abs() < 5.0 * error + 0.01, "{people} {failure}: {finish:?} and not {exact}");
    }
}
