//! What can be worked out by hand.

use rollcall::plan::{Approach, Delivery};
use rollcall::plan::{Count, MegabitsPerSecond, Megabytes};
use rollcall::rollout::simulation::{Input, Measure, Scenario};
use rollcall::rollout::transfer_time;

use super::{ALONGSIDE, IN_WAVES, PULLED, PUSHED, agrees, bare, crowd, figure, mean, one, strategy, wave};

const TRIALS: u32 = 4000;

#[test]
fn a_pilot_shows_a_defect_of_rate_p_with_one_minus_one_minus_p_to_the_n() {
    // The pilot is watched for so long that whoever can be hit is; the rest is so few that nobody else can.
    for (people, percent) in [(10, 5.0), (20, 10.0), (50, 2.0), (100, 3.0)] {
        let mut scenario = bare(people).with(Input::Susceptible, percent).with(Input::HitRate, 24.0);
        scenario.crowds.push(crowd(1_000_000, "elsewhere", Some(1)));
        scenario.crowds[0].wave = Some(0);
        scenario.waves = vec![wave(200.0, 95.0), wave(1.0, 95.0)];
        let said = one(&scenario, IN_WAVES, 2000);
        // What the pilot does not show hits a million: then far more than the pilot are exposed.
        let exposed = figure(&said, Measure::Exposed);
        let shown = exposed.quantiles.iter().filter(|value| **value <= f64::from(people) + 0.5).count();
        let chance = 1.0 - (1.0 - percent / 100.0_f64).powi(people.try_into().unwrap());
        assert!(
            (f64::from(u8::try_from(shown).unwrap()) / 101.0 - chance).abs() < 0.05,
            "{people} {percent}: {shown} of 101, {chance}"
        );
        agrees(said.back_out, 1.0);
    }
}

#[test]
fn the_k_th_report_of_many_comes_after_an_erlang_time() {
    // Of n people with rate λ each the first k hits come, as long as k is small beside n, at rate n λ: the k-th after k ÷ (n λ).
    // Exactly the mean is the sum of 1 ÷ ((n − i) λ). The decision falls at once, so that exposure tells nothing and time does:
    // the extra support, at 1 a day and without a tail, is the time of the report.
    for (people, k) in [(1000, 1.0), (1000, 3.0), (200, 10.0), (5, 4.0)] {
        let scenario = alone_costs(bare(people).with(Input::ReportsNeeded, k), Input::SupportDayCost);
        let days = figure(&one(&scenario, PUSHED, TRIALS), Measure::Cost).mean.unwrap();
        let exact: f64 = (0..k as u32).map(|i| 1.0 / f64::from(people - i)).sum();
        let decision = (0.01 + f64::from(people) * 1e-6) / 24.0;
        agrees(days, exact + decision);
        // Its spread, too: the variance of such a sum is the sum of the squares.
        let variance: f64 = (0..k as u32).map(|i| 1.0 / f64::from(people - i).powi(2)).sum();
        let error = (days.high - days.low) / 2.0 / 1.96 * f64::from(TRIALS).sqrt();
        assert!((error / variance.sqrt() - 1.0).abs() < 0.1, "{people} {k}: {error} and not {}", variance.sqrt());
    }
}

/// Nobody fails, nothing is defective, and everybody calls once in the mean, after an exponential time of so many hours.
fn everybody_calls(people: u32, mean: f64) -> Scenario {
    let settings = [
        (Input::DefectChance, 0.0),
        (Input::CallsTrained, 1.0),
        (Input::CallsUntrained, 1.0),
        (Input::CallSpread, mean / 24.0),
    ];
    settings.into_iter().fold(bare(people), |scenario, (input, value)| scenario.with(input, value))
}

#[test]
fn the_busiest_hour_of_a_big_bang_is_the_first_whole_one_of_the_desk() {
    // Installed at one stroke, n people make n (e^(−a ÷ m) − e^(−b ÷ m)) calls between a and b hours after it. The desk's hours
    // begin at its opening, whatever the minute at which the rollout starts.
    let people = 4000;
    for (start, opens, mean, from, until) in [
        (8.0, 8.0, 3.0, 0.0, 1.0),
        (8.5, 8.0, 3.0, 0.5, 1.5),
        (8.99, 8.0, 3.0, 0.01, 1.01),
        (7.25, 8.0, 3.0, 0.75, 1.75),
        (8.25, 8.25, 3.0, 0.0, 1.0),
        (10.0, 8.25, 3.0, 0.25, 1.25),
        (8.0, 8.0, 24.0, 0.0, 1.0),
        (8.0, 8.0, 0.5, 0.0, 1.0),
        (20.0, 8.0, 12.0, 12.0, 13.0),
    ] {
        let scenario = everybody_calls(people, mean)
            .with(Input::StartHour, start)
            .with(Input::DeskFrom, opens)
            .with(Input::DeskCapacity, 100.0);
        let peak = figure(&one(&scenario, PUSHED, 2000), Measure::PeakDesk).mean.unwrap();
        let calls = f64::from(people) * (f64::exp(-from / mean) - f64::exp(-until / mean));
        // As long as no other hour comes near it: the largest of several has a larger mean than each.
        let near = if mean < 12.0 { 0.002 } else { 0.04 };
        assert!((peak.value / calls - 1.0).abs() < near, "{start} {opens} {mean}: {peak:?} and not {calls}");
    }
}

#[test]
fn the_backlog_of_a_swamped_desk_is_what_came_in_less_what_it_took() {
    // A desk that is always open and has c ÷ h an hour for the n people who call after m hours: as long as more come in than it
    // takes, until n e^(−t ÷ m) ÷ m = c, the queue grows. Then n (1 − e^(−t ÷ m)) − c t wait.
    for (people, mean, capacity) in
        [(3000.0, 240.0, 1.0), (3000.0, 240.0, 6.0), (3000.0, 48.0, 20.0), (20_000.0, 2400.0, 2.0)]
    {
        let scenario =
            everybody_calls(people as u32, mean).with(Input::DeskHours, 24.0).with(Input::DeskCapacity, capacity);
        let said = one(&scenario, PUSHED, 2000);
        let until = mean * f64::ln(people / (mean * capacity));
        let wait = people * (1.0 - f64::exp(-until / mean)) - capacity * until;
        let backlog = figure(&said, Measure::Backlog).mean.unwrap();
        // The largest of what waits is a little more than what waits then.
        let more = backlog.value / wait - 1.0;
        assert!((-0.002..0.02).contains(&more), "{people} {mean} {capacity}: {backlog:?} and not {wait}");
    }
}

#[test]
fn calls_on_a_hit_come_together() {
    // One person, whom it hits in the desk's hours, and whose c calls come at once: a Poisson number, of which nothing but
    // those of that person can be the most. Nobody finds it, whenever it hits.
    for (calls, rate) in [(0.5, 24.0), (6.0, 24.0), (6.0, 0.01)] {
        let scenario = bare(1)
            .with(Input::ReportsNeeded, 2.0)
            .with(Input::HitRate, rate)
            .with(Input::CallsTrained, 0.0)
            .with(Input::CallsUntrained, 0.0)
            .with(Input::CallsHit, calls)
            .with(Input::DeskHours, 24.0)
            .with(Input::DeskCapacity, 1.0);
        let said = one(&scenario, PUSHED, TRIALS);
        agrees(figure(&said, Measure::PeakDesk).mean.unwrap(), 100.0 * calls);
        // All but one of them wait.
        agrees(figure(&said, Measure::Backlog).mean.unwrap(), calls - 1.0 + f64::exp(-calls));
    }
}

#[test]
fn calls_on_failures_come_when_they_fail() {
    // All fail within minutes: n f of them, of which each brings c calls. Their number has the variance n f c (1 + c (1 − f)).
    for (people, fail, calls) in [(40, 60.0, 3.0), (2000, 30.0, 3.0), (2000, 30.0, 0.2)] {
        let scenario = bare(people)
            .with(Input::DefectChance, 0.0)
            .with(Input::InstallFailure, fail)
            .with(Input::RetryLimit, 0.0)
            .with(Input::CallsTrained, 0.0)
            .with(Input::CallsUntrained, 0.0)
            .with(Input::CallsFailed, calls)
            .with(Input::DeskCapacity, 1.0);
        let peak = figure(&one(&scenario, PUSHED, TRIALS), Measure::PeakDesk).mean.unwrap();
        let (people, fail) = (f64::from(people), fail / 100.0);
        agrees(peak, 100.0 * people * fail * calls);
        let spread = (peak.high - peak.low) / 2.0 / 1.96 * f64::from(TRIALS).sqrt() / 100.0;
        let exact = (people * fail * calls * (1.0 + calls * (1.0 - fail))).sqrt();
        assert!((spread / exact - 1.0).abs() < 0.05, "{people} {fail} {calls}: {spread} and not {exact}");
    }
}

/// Nothing costs anything but one thing, which costs 1.
fn alone_costs(scenario: Scenario, what: Input) -> Scenario {
    use Input::{DeskMinuteCost, DualDayCost, HourCost, SupportDayCost, SupportTail};
    let none = [DeskMinuteCost, DualDayCost, HourCost, SupportDayCost, SupportTail];
    none.into_iter().fold(scenario, |scenario, input| scenario.with(input, 0.0)).with(what, 1.0)
}

#[test]
fn those_who_fetch_it_follow_the_half_life() {
    let half_life = 4.0 * 24.0;
    let scenario = bare(100_000).with(Input::DefectChance, 0.0).with(Input::HalfLife, 4.0);
    let said = one(&scenario, PULLED, 300);
    let exact = half_life * 20_f64.log2();
    agrees(figure(&said, Measure::Finish).mean.unwrap(), exact);
    for point in &said.adoption.points {
        let share = 1.0 - 2_f64.powf(-point.at / half_life);
        assert!((point.p50 - share).abs() < 2e-3, "{point:?} and not {share}");
    }
}

#[test]
fn at_the_deadline_the_rest_is_pushed() {
    let deadline = 5.0;
    let scenario = bare(100_000)
        .with(Input::DefectChance, 0.0)
        .with(Input::HalfLife, 4.0)
        .with(Input::PullDeadline, deadline)
        .with(Input::PackageSize, 10.0)
        .with(Input::ServerRate, 1_000_000.0);
    let said = one(&scenario, strategy(Approach::BigBang, Delivery::PullThenPush), 300);
    // The rest shares one link of 100 Mbit/s; 5 % of all are what of them may be missing.
    let rest = 100_000.0 * 2_f64.powf(-deadline / 4.0);
    let exact = deadline * 24.0 + (rest - 5_000.0) * 80.0 / 100.0 / 3600.0;
    agrees(figure(&said, Measure::Finish).mean.unwrap(), exact);
    assert_eq!(figure(&said, Measure::Finish).never, 0.0);
}

#[test]
fn a_push_takes_what_its_link_takes() {
    for (people, size, share, window) in [(5000, 200, 50.0, 24.0), (5000, 200, 100.0, 6.0), (300, 1000, 20.0, 2.0)] {
        let scenario = bare(people)
            .with(Input::DefectChance, 0.0)
            .with(Input::PackageSize, f64::from(size))
            .with(Input::UsableShare, share)
            .with(Input::StartHour, 20.0)
            .with(Input::WindowFrom, 20.0)
            .with(Input::WindowLength, window);
        let said = one(&scenario, PUSHED, 300);
        let link = MegabitsPerSecond::from(share as u32);
        let whole = transfer_time(Count(people), Megabytes::from(size), link).unwrap();
        let open = 0.95 * f64::from(whole.0) / 60.0;
        let days = (open / window).ceil() - 1.0;
        let exact = if window < 24.0 { days * 24.0 + open - days * window } else { open };
        let found = figure(&said, Measure::Finish);
        assert!(
            (found.p50.value / exact - 1.0).abs() < 0.03,
            "{people} {size} {share} {window}: {:?} and not {exact}",
            found.p50
        );
    }
}

#[test]
fn peers_and_a_limit_change_the_time_as_they_say() {
    let base = bare(5000).with(Input::DefectChance, 0.0).with(Input::PackageSize, 100.0);
    let finish = |scenario: &Scenario| figure(&one(scenario, PUSHED, 100), Measure::Finish).p50.value;
    let (plain, shared) = (finish(&base), finish(&base.clone().with(Input::PeerShare, 75.0)));
    let limited = finish(&base.clone().with(Input::RateLimit, 10.0));
    assert!((shared / plain - 0.25).abs() < 0.01, "{shared} of {plain}");
    assert!((limited / plain - 10.0).abs() < 0.1, "{limited} of {plain}");
    let load = |scenario: &Scenario| mean(&one(scenario, PUSHED, 10), Measure::PeakLink);
    assert_eq!(load(&base), 100.0);
    assert_eq!(load(&base.with(Input::RateLimit, 10.0)), 10.0);
}

#[test]
fn attempts_are_as_many_as_a_cut_off_geometric_number() {
    // One person, no transfer: the finish is attempts × minutes, over those who succeed at all.
    for (failure, retries) in [(0.2, 3_u32), (0.5, 1), (0.5, 5), (0.1, 0)] {
        let scenario = bare(1)
            .with(Input::DefectChance, 0.0)
            .with(Input::InstallMinutes, 60.0)
            .with(Input::InstallFailure, failure * 100.0)
            .with(Input::RetryLimit, f64::from(retries));
        let said = one(&scenario, PUSHED, TRIALS);
        let all = failure.powi(retries as i32 + 1);
        let finish = figure(&said, Measure::Finish);
        let error = (all * (1.0 - all) / f64::from(TRIALS)).sqrt();
        assert!((finish.never - all).abs() < 5.0 * error, "{failure} {retries}: {} and not {all}", finish.never);
        let weighted: f64 =
            (1..=retries + 1).map(|a| f64::from(a) * (1.0 - failure) * failure.powi(a as i32 - 1)).sum();
        agrees(finish.mean.unwrap(), weighted / (1.0 - all));
    }
}

#[test]
fn a_defect_that_nobody_sees_hits_everybody_who_can_be_hit() {
    // A thousand reports of two hundred susceptible people never come.
    let scenario = bare(1000)
        .with(Input::Susceptible, 20.0)
        .with(Input::ReportsNeeded, 1000.0)
        .with(Input::WorkLost, 50.0)
        .with(Input::WorkaroundAfter, 48.0)
        .with(Input::FixedLoss, 0.25);
    for at in [PUSHED, PULLED, ALONGSIDE] {
        let said = one(&scenario, at, 300);
        agrees(figure(&said, Measure::Exposed).mean.unwrap(), 1000.0);
        agrees(figure(&said, Measure::Hit).mean.unwrap(), 200.0);
        // Two clock days at half a working day each, and the fixed loss.
        agrees(figure(&said, Measure::LostHours).mean.unwrap(), 200.0 * (8.0 + 0.25));
        assert_eq!((said.back_out.value, said.undetected.value), (0.0, 1.0));
        assert_eq!(mean(&said, Measure::BackedOut), 0.0);
    }
}

#[test]
fn without_a_defect_nothing_is_hit_and_with_one_everything_is_backed_out() {
    let none = one(&bare(500).with(Input::DefectChance, 0.0), PUSHED, 200);
    for measure in [Measure::Exposed, Measure::Hit, Measure::LostHours, Measure::BackedOut] {
        assert_eq!(figure(&none, measure).quantiles, [0.0; 101]);
    }
    assert_eq!((none.back_out.value, none.meets_date.value), (0.0, 1.0));
    let sure = one(&bare(500), PUSHED, 200);
    assert_eq!((sure.back_out.value, sure.meets_date.value, sure.undetected.value), (1.0, 0.0, 0.0));
    assert_eq!(figure(&sure, Measure::Finish).never, 1.0);
    assert_eq!(figure(&sure, Measure::Finish).mean, None);
    assert_eq!(mean(&sure, Measure::Exposed), 500.0);
}

#[test]
fn hits_until_the_decision_are_binomial() {
    // Monitoring alone sees it, after m hours in the mean; whoever has it is hit with rate λ until then and for D hours more, and
    // then everybody is back at once: of each susceptible person 1 − E[e^(−λT)], with T = D + an exponential time.
    let (mean_time, delay) = (24.0, 12.0);
    let scenario = bare(2000)
        .with(Input::Susceptible, 10.0)
        .with(Input::ReportsNeeded, 1000.0)
        .with(Input::MonitoringChance, 100.0)
        .with(Input::MonitoringMean, mean_time)
        .with(Input::DecisionMedian, delay)
        .with(Input::FixedLoss, 1.0)
        .with(Input::WorkLost, 0.0);
    let said = one(&scenario, PUSHED, TRIALS);
    let rate: f64 = 1.0 / 24.0;
    let missed = (-rate * delay).exp() / (1.0 + rate * mean_time);
    agrees(figure(&said, Measure::Hit).mean.unwrap(), 200.0 * (1.0 - missed));
    // With no share of work lost, the fixed loss is all there is.
    agrees(figure(&said, Measure::LostHours).mean.unwrap(), 200.0 * (1.0 - missed));
}

#[test]
fn lost_hours_are_those_from_the_hit_to_the_way_back_or_the_workaround() {
    // Seen at once and decided after L hours: of each susceptible person the mean of min(L − x, w) over hits at x, by adding up.
    let (hours, rate, steps) = (48.0, 1.0 / 24.0_f64, 100_000);
    for workaround in [8760.0, 30.0, 5.0] {
        let scenario = bare(2000)
            .with(Input::Susceptible, 10.0)
            .with(Input::ReportsNeeded, 1000.0)
            .with(Input::MonitoringChance, 100.0)
            .with(Input::MonitoringMean, 0.01)
            .with(Input::DecisionMedian, hours)
            .with(Input::FixedLoss, 0.0)
            .with(Input::WorkLost, 100.0)
            .with(Input::WorkaroundAfter, workaround);
        let said = one(&scenario, PUSHED, 2000);
        let width = hours / f64::from(steps);
        let at = |step: i32| {
            let x = (f64::from(step) + 0.5) * width;
            rate * (-rate * x).exp() * (hours - x).min(workaround) * width
        };
        let clock: f64 = (0..steps).map(at).sum();
        agrees(figure(&said, Measure::LostHours).mean.unwrap(), 200.0 * clock / 3.0);
        // They are lost by people who are hit.
        agrees(figure(&said, Measure::Hit).mean.unwrap(), 200.0 * (1.0 - (-rate * hours).exp()));
    }
}

#[test]
fn running_both_brings_everybody_back_at_once() {
    let scenario = bare(10_000)
        .with(Input::Susceptible, 1.0)
        .with(Input::BackOutRate, 100.0)
        .with(Input::BackOutFixed, 10.0)
        .with(Input::SwitchBack, 60.0)
        .with(Input::HitRate, 0.5);
    let (pushed, alongside) = (one(&scenario, PUSHED, 500), one(&scenario, ALONGSIDE, 500));
    assert_eq!(mean(&pushed, Measure::Exposed), mean(&alongside, Measure::Exposed));
    assert!(mean(&alongside, Measure::Hit) < mean(&pushed, Measure::Hit) / 4.0);
    // After the old one is switched off there is no way back but the ordinary one.
    let late = scenario.with(Input::DualDays, 0.0);
    assert_eq!(mean(&one(&late, ALONGSIDE, 500), Measure::Hit), mean(&one(&late, PUSHED, 500), Measure::Hit));
}

#[test]
fn calls_are_as_many_as_people_make_in_the_mean() {
    let scenario = alone_costs(bare(2000), Input::DeskMinuteCost)
        .with(Input::DefectChance, 0.0)
        .with(Input::TrainedShare, 25.0)
        .with(Input::CallsTrained, 0.2)
        .with(Input::CallsUntrained, 0.6)
        .with(Input::CallMinutes, 10.0);
    for at in [PUSHED, PULLED, IN_WAVES] {
        agrees(figure(&one(&scenario, at, 500), Measure::Cost).mean.unwrap(), 2000.0 * 0.5 * 10.0);
    }
    // All failures of an installation call once.
    let failing = scenario.with(Input::CallsTrained, 0.0).with(Input::CallsUntrained, 0.0).with(Input::RetryLimit, 1.0);
    let failing = failing.with(Input::InstallFailure, 20.0);
    agrees(figure(&one(&failing, PUSHED, 500), Measure::Cost).mean.unwrap(), 2000.0 * 0.04 * 10.0);
}

#[test]
fn servers_that_cannot_keep_up_set_the_pace() {
    // Everybody wants it at once: the servers need 8 × 10 MB × 10,000 ÷ 100 Mbit/s.
    let scenario = bare(10_000)
        .with(Input::DefectChance, 0.0)
        .with(Input::HalfLife, 0.01)
        .with(Input::PackageSize, 10.0)
        .with(Input::ServerRate, 100.0);
    let said = one(&scenario, PULLED, 200);
    agrees(figure(&said, Measure::Finish).mean.unwrap(), 0.95 * 80.0 * 10_000.0 / 100.0 / 3600.0);
    assert!(mean(&said, Measure::PeakLink) > 100.0);
}
