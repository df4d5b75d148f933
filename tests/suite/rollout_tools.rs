//! The tools of the rollout plan against closed forms: detection, presets, push, pull, and the length of the runbook.

use jiff::civil::{Date, DateTime, Time, date, datetime, time};
use proptest::prelude::*;
use rollcall::calendar::is_working_day;
use rollcall::document::interruption_rule;
use rollcall::plan::{
    Approach, BackOutStep, BasisPoints, Choice, Command, Count, Delivery, Department, Detection, Edit, Id, Item, Items,
    MegabitsPerSecond, Megabytes, Minutes, Percent, PushPlan, Release, RunbookStep, Strategy, StrategyChoice,
    UserGroup, Wave, WaveState, Weekend, Window,
};
use rollcall::rollout::{
    DailyWindow, Estimate, PRESETS, Preset, TRIALS, adoption, chance_to_show, critical_steps, drafts, enough, fetched,
    nearest, preset, runbook_forecast, schedule, sights, site_pushes, small_pilot, smallest_pilot, transfer_minutes,
    waits_for,
};

use crate::ready::{id, items};

fn rate(hundredths: u32) -> BasisPoints {
    BasisPoints::try_from(hundredths).unwrap()
}

fn percent(share: u8) -> Percent {
    Percent::try_from(share).unwrap()
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

/// A release with one impacted department whose groups have these names, sizes, sites and links, and one that is not impacted.
fn release(groups: &[(&str, u32, &str, Option<u32>)]) -> Release {
    let group = |(name, size, site, link): &(&str, u32, &str, Option<u32>)| UserGroup {
        id: id(name),
        name: (*name).to_owned(),
        size: Count(*size),
        site: (*site).to_owned(),
        link: link.map(MegabitsPerSecond::from),
        ..UserGroup::default()
    };
    let mut release = Release::default();
    let groups = items(groups.iter().map(group));
    let impacted =
        Department { id: id("d1"), name: "Branches".to_owned(), impacted: true, groups, ..Department::default() };
    release.departments.push(impacted);
    let other = UserGroup { id: id("other"), size: Count(5000), ..UserGroup::default() };
    release.departments.push(Department { id: id("d2"), groups: items([other]), ..Department::default() });
    release
}

fn numbered(sizes: &[u32]) -> Release {
    let names: Vec<String> = (0..sizes.len()).map(|at| format!("g{at}")).collect();
    let groups: Vec<_> = names.iter().zip(sizes).map(|(name, size)| (name.as_str(), *size, "", None)).collect();
    release(&groups)
}

fn new_ids() -> impl FnMut() -> Id<Wave> {
    let mut count = 0;
    move || {
        count += 1;
        id(&format!("new-{count}"))
    }
}

#[test]
fn a_defect_shows_among_many_with_the_chance_of_the_formula() {
    for (hundredths, installations, expected) in [
        (0, 1000, 0.0),
        (100, 0, 0.0),
        (10_000, 1, 1.0),
        (100, 1, 0.01),
        (5000, 2, 0.75),
        (1000, 3, 1.0 - 0.9 * 0.9 * 0.9),
        (1, 1, 0.0001),
    ] {
        let chance = chance_to_show(rate(hundredths), installations);
        assert!(close(chance, expected), "{hundredths} among {installations}: {chance}");
    }
}

#[test]
fn the_smallest_pilot_is_exact_where_rounding_could_decide() {
    for (hundredths, sure, expected) in [
        (100, 95, Some(299)),
        (10, 95, Some(2995)),
        (1, 95, Some(29_956)),
        (1, 99, Some(46_050)),
        // Exactly met: 1 − 0.9² = 0.19, 1 − 0.5² = 0.75, and one installation more would be too many.
        (1000, 19, Some(2)),
        (1000, 20, Some(3)),
        (5000, 75, Some(2)),
        (5000, 50, Some(1)),
        (2000, 36, Some(2)),
        (100, 1, Some(1)),
        (99, 1, Some(2)),
        (10_000, 100, Some(1)),
        (9999, 100, None),
        (0, 1, None),
        (0, 0, Some(0)),
    ] {
        assert_eq!(smallest_pilot(rate(hundredths), percent(sure)), expected, "{hundredths} with {sure} %");
    }
}

proptest! {
    #[test]
    fn one_less_than_the_smallest_pilot_is_too_few(hundredths in 1..10_000_u32, sure in 1..100_u8) {
        let needed = smallest_pilot(rate(hundredths), percent(sure)).unwrap();
        let chance = |many| chance_to_show(rate(hundredths), many);
        let sure = f64::from(sure) / 100.0;
        prop_assert!(chance(needed) >= sure - 1e-12);
        prop_assert!(chance(needed - 1) < sure + 1e-12);
    }

    #[test]
    fn nobody_finds_a_nearer_choice(sizes in prop::collection::vec(1..40_u32, 1..9), number in 0..200_u64, most in 1..9_usize) {
        let chosen = nearest(&sizes, number, most);
        prop_assert!(!chosen.is_empty() && chosen.len() <= most);
        prop_assert!(chosen.windows(2).all(|pair| pair[0] < pair[1]));
        let sum = |chosen: &mut dyn Iterator<Item = usize>| chosen.map(|at| u64::from(sizes[at])).sum::<u64>();
        let found = sum(&mut chosen.iter().copied());
        for set in 1_u32..1 << sizes.len() {
            if set.count_ones() as usize <= most {
                let other = sum(&mut (0..sizes.len()).filter(|at| set & (1 << at) != 0));
                prop_assert!(found.abs_diff(number) <= other.abs_diff(number));
            }
        }
    }

    #[test]
    fn a_preset_puts_each_group_into_one_wave_and_undo_takes_it_back(
        sizes in prop::collection::vec(prop_oneof![1 => Just(0_u32), 6 => 1..3000_u32], 0..14),
        which in 0..Preset::ALL.len(),
    ) {
        let mut release = numbered(&sizes);
        release.rollout.waves.push(Wave { id: id("old"), groups: vec![id("g0")], ..Wave::default() });
        let before = release.clone();
        let Some(command) = preset(&release, Preset::ALL[which], &mut new_ids()) else {
            prop_assert!(sizes.is_empty());
            return Ok(());
        };
        let back = command.apply(&mut release).unwrap();
        let waves = &release.rollout.waves;
        prop_assert!(waves.iter().all(|wave| !wave.groups.is_empty() && wave.id.as_str().starts_with("new-")));
        let mut groups: Vec<_> = waves.iter().flat_map(|wave| wave.groups.clone()).collect();
        groups.sort();
        let mut all: Vec<_> = release.departments.first().unwrap().groups.iter().map(Item::id).collect();
        all.sort();
        prop_assert_eq!(groups, all);
        back.apply(&mut release).unwrap();
        prop_assert_eq!(release, before);
    }
}

#[test]
fn coarse_units_still_choose_well() {
    let sizes = [1_000_000, 90_000, 11_000, 400_000];
    assert_eq!(nearest(&sizes, 15_000, 3), [2]);
    assert_eq!(nearest(&sizes, 500_000, 3), [1, 2, 3]);
    assert_eq!(nearest(&[7, 7, 7], 8, 2), [0], "the earliest");
    assert_eq!(nearest(&[4, 6, 10], 10, 3), [2], "the fewest");
    assert_eq!(nearest(&[8, 12], 10, 1), [0], "the smaller");
    assert_eq!(enough(&[4, 6, 10, 20], 9, 3), [2], "the smallest that is enough");
    assert!(enough(&[4, 6, 10, 20], 21, 3).is_empty(), "more than half");
}

#[test]
fn rings_take_the_groups_that_come_nearest() {
    let release = numbered(&[100, 880, 10, 5, 5]);
    let cut = |preset| {
        drafts(&release, preset)
            .into_iter()
            .map(|draft| (draft.reached, draft.share.map_or(0, Percent::get), draft.bake.0 / 1440))
            .collect::<Vec<_>>()
    };
    assert_eq!(cut(Preset::Rings), [(10, 1, 4), (90 + 10, 10, 4), (890, 100, 1)]);
    assert_eq!(cut(Preset::Staged).iter().map(|wave| wave.0).sum::<u32>(), 1000);
    // 299 installations show a defect of 1 % with 95 %. Only the largest group has as many, and that is no pilot: of the
    // others all together come nearest to 30 %.
    assert_eq!(cut(Preset::Pilot), [(120, 30, 1), (880, 100, 1)]);
    // Where smaller groups are enough, the fewest people that are: 301 rather than the nearer 298.
    let release = numbered(&[298, 301, 401]);
    let pilot = drafts(&release, Preset::Pilot);
    assert_eq!(pilot.iter().map(|draft| draft.reached).collect::<Vec<_>>(), [301, 699]);
}

#[test]
fn waves_by_name_go_from_the_smallest_to_the_largest() {
    let release =
        release(&[("a", 50, "Porto", None), ("b", 10, "Lisbon ", None), ("c", 30, "Lisbon", None), ("d", 1, "", None)]);
    let names =
        |preset| drafts(&release, preset).into_iter().map(|draft| (draft.name, draft.reached)).collect::<Vec<_>>();
    let owned = |list: &[(&str, u32)]| list.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect::<Vec<_>>();
    assert_eq!(names(Preset::Sites), owned(&[("Lisbon", 40), ("Porto", 50), ("Everyone else", 1)]));
    assert_eq!(names(Preset::Departments), owned(&[("Branches", 91)]));
}

#[test]
fn waves_of_a_preset_start_when_the_one_before_has_baked_and_never_replace_what_has_started() {
    let mut release = numbered(&[1, 9, 90]);
    release.identity.window =
        Some(Window::new(datetime(2026, 3, 14, 20, 0, 0, 0), datetime(2026, 3, 15, 4, 0, 0, 0)).unwrap());
    let command = preset(&release, Preset::Rings, &mut new_ids()).unwrap();
    command.apply(&mut release).unwrap();
    let starts: Vec<_> = release.rollout.waves.iter().map(|wave| wave.start.unwrap().date()).collect();
    assert_eq!(starts, [date(2026, 3, 14), date(2026, 3, 18), date(2026, 3, 22)]);
    let mut wave = release.rollout.waves.first().unwrap().clone();
    wave.state = WaveState::Running;
    Command::Waves(Edit::replace(wave)).apply(&mut release).unwrap();
    assert_eq!(preset(&release, Preset::Rings, &mut new_ids()), None);
    assert_eq!(preset(&Release::default(), Preset::Rings, &mut new_ids()), None);
}

#[test]
fn every_preset_says_where_it_comes_from() {
    assert_eq!(PRESETS.iter().map(|entry| entry.preset).collect::<Vec<_>>(), Preset::ALL);
    assert!(PRESETS.iter().all(|entry| !entry.source.is_empty() && !entry.fits.is_empty()));
}

#[test]
fn a_pilot_that_is_too_small_says_so() {
    let mut release = numbered(&[100, 400, 500]);
    let wave = |name: &str, groups: &[&str]| Wave {
        id: id(name),
        groups: groups.iter().map(|group| id(group)).collect(),
        ..Wave::default()
    };
    release.rollout.waves = items([wave("w1", &["g0"]), wave("w2", &["g1", "g0"]), wave("w3", &["g2"])]);
    let small = small_pilot(&release).unwrap();
    assert_eq!((small.reached, small.needed), (100, Some(299)));
    // A group that is in two waves counts in the first of them.
    let so_far: Vec<u32> = sights(&release).iter().map(|sight| sight.so_far).collect();
    assert_eq!(so_far, [100, 500, 1000]);
    let last = sights(&release).pop().unwrap();
    assert!(close(last.chance, 1.0 - 0.99_f64.powi(1000)) && last.share == Some(1.0));
    release.rollout.detection = Detection { defect_rate: Some(rate(300)), confidence: Some(percent(95)) };
    assert_eq!(small_pilot(&release), None, "99 are enough for 3 %");
    release.rollout.detection.confidence = Some(percent(100));
    assert_eq!(small_pilot(&release).unwrap().needed, None, "nothing is certain");
    release.rollout.waves = items([wave("w1", &["g0"])]);
    assert_eq!(small_pilot(&release), None, "one wave is no pilot");
}

fn push(from: Option<Time>, until: Option<Time>) -> PushPlan {
    PushPlan { window_from: from, window_until: until, ..PushPlan::default() }
}

#[test]
fn a_daily_window_may_go_on_past_midnight() {
    let of = |from, until| DailyWindow::of(&push(Some(from), Some(until)));
    let night = of(time(22, 0, 0, 0), time(6, 0, 0, 0));
    assert_eq!((night.length(), night.in_working_hours(true, true)), (Minutes(480), Minutes(0)));
    assert_eq!(of(time(22, 0, 0, 0), time(9, 30, 0, 0)).in_working_hours(true, true), Minutes(90));
    assert_eq!(of(time(22, 0, 0, 0), time(9, 30, 0, 0)).in_working_hours(true, false), Minutes(0));
    assert_eq!(of(time(17, 0, 0, 0), time(19, 0, 0, 0)).in_working_hours(true, false), Minutes(60));
    assert_eq!(of(time(12, 0, 0, 0), time(11, 0, 0, 0)).in_working_hours(true, true), Minutes(360 + 180));
    assert_eq!(of(time(7, 0, 0, 0), time(7, 0, 0, 0)).length(), Minutes(1440));
    assert!(DailyWindow::of(&push(None, Some(time(7, 0, 0, 0)))).is_all_day());
    for (moment, opens, left) in [
        ("2026-03-14T20:00", "2026-03-14T22:00", 480),
        ("2026-03-14T23:30", "2026-03-14T23:30", 390),
        ("2026-03-15T05:59", "2026-03-15T05:59", 1),
        ("2026-03-15T06:00", "2026-03-15T22:00", 480),
    ] {
        let expected = Some((opens.parse::<DateTime>().unwrap(), Minutes(left)));
        assert_eq!(night.next(moment.parse().unwrap()), expected, "{moment}");
    }
}

/// 100 targets of 450 MB: one hour at 100 Mbit/s.
fn pushed(link: Option<u32>, peers: u8, window: Option<(Time, Time)>, install: u32) -> Release {
    let mut release = release(&[("a", 60, "Porto", link), ("b", 40, "Porto", link.map(|link| link * 2))]);
    release.identity.window =
        Some(Window::new(datetime(2026, 3, 16, 20, 0, 0, 0), datetime(2026, 3, 17, 4, 0, 0, 0)).unwrap());
    release.rollout.push = PushPlan {
        package: Some(Megabytes::from(450)),
        bandwidth_limit: Some(MegabitsPerSecond::from(100)),
        peer_share: Some(percent(peers)),
        window_from: window.map(|window| window.0),
        window_until: window.map(|window| window.1),
        install_time: Some(Minutes(install)),
        ..PushPlan::default()
    };
    release
}

#[test]
fn a_push_takes_the_time_of_the_formula_and_ends_in_the_night_in_which_it_is_done() {
    let weekday = |day: Date| day != date(2026, 3, 21) && day != date(2026, 3, 22);
    let of = |release: &Release| site_pushes(release, &weekday).pop().unwrap();
    let one = of(&pushed(None, 0, None, 0));
    assert!(close(one.transfer.unwrap(), 60.0));
    assert_eq!(
        (one.targets, one.nights, one.first_night, one.ends),
        (100, Some(1), Some(100), Some(datetime(2026, 3, 16, 21, 0, 0, 0)))
    );
    assert_eq!((one.interrupted, one.is_late(), one.overflows()), (0, false, false));

    // The least link of the site counts, and three quarters come from machines on site.
    let peers = of(&pushed(Some(10), 75, None, 0));
    assert!(close(peers.transfer.unwrap(), 150.0));

    // Two hours a night of which half an hour is kept for the last installation: 600 minutes are 7 nights of 90 at most.
    let window = Some((time(23, 0, 0, 0), time(1, 0, 0, 0)));
    let nights = of(&pushed(Some(10), 0, window, 30));
    assert!(close(nights.transfer.unwrap(), 600.0));
    assert_eq!((nights.nights, nights.first_night), (Some(7), Some(15)));
    // 6 × 90 are done after six nights; the last hour begins on the 22nd at 23:00.
    assert_eq!(nights.ends, Some(datetime(2026, 3, 23, 0, 30, 0, 0)));
    assert!(nights.is_late() && nights.overflows());
    assert_eq!(nights.interrupted, 0);

    // In the middle of a working day everyone is met; at the weekend nobody.
    let noon = Some((time(10, 0, 0, 0), time(12, 0, 0, 0)));
    assert_eq!(of(&pushed(None, 0, noon, 15)).interrupted, 100);
    let never = site_pushes(&pushed(None, 0, noon, 15), &|_| false).pop().unwrap();
    assert_eq!(never.interrupted, 0);
    // An installation that is longer than the window never fits.
    let long = of(&pushed(None, 0, noon, 120));
    assert_eq!((long.nights, long.ends), (None, None));
    // Neither link nor limit.
    let mut unknown = pushed(None, 0, None, 0);
    unknown.rollout.push.bandwidth_limit = None;
    assert_eq!((of(&unknown).rate, of(&unknown).transfer), (None, None));
    assert_eq!(transfer_minutes(&PushPlan::default(), 10.0, MegabitsPerSecond::from(1)), None);
}

#[test]
fn each_wave_has_a_push_of_its_own_that_should_end_before_the_next_one_starts() {
    let mut release = pushed(Some(10), 0, None, 0);
    let strategy = Strategy { approach: Approach::Phased, delivery: Delivery::Push };
    release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
    release.rollout.waves = items([
        wave("w1", "a", datetime(2026, 3, 16, 20, 0, 0, 0)),
        wave("w2", "b", datetime(2026, 3, 17, 1, 0, 0, 0)),
    ]);
    let pushes = site_pushes(&release, &|_| true);
    // 60 × 450 × 8 ÷ 10 ÷ 60 = 360 minutes, 40 at 20 Mbit/s = 120.
    let said: Vec<_> =
        pushes.iter().map(|push| (push.targets, push.transfer.unwrap().round(), push.is_late())).collect();
    assert_eq!(said, [(60, 360.0, true), (40, 120.0, false)]);
}

#[test]
fn half_have_fetched_it_after_the_half_life() {
    let life = Minutes(2880);
    for (minutes, share) in [(0.0, 0.0), (2880.0, 0.5), (5760.0, 0.75), (28_800.0, 1.0 - 1.0 / 1024.0)] {
        assert!(close(fetched(minutes, life).unwrap(), share), "{minutes}");
    }
    assert_eq!(fetched(1.0, Minutes(0)), None);
}

#[test]
fn a_pull_leaves_a_rest_that_is_pushed_at_the_deadline() {
    let mut release = pushed(Some(10), 0, Some((time(22, 0, 0, 0), time(6, 0, 0, 0))), 20);
    let pull = &mut release.rollout.pull;
    pull.half_life = Some(Minutes(1440));
    pull.from = Some(date(2026, 3, 16));
    pull.deadline = Some(date(2026, 3, 17));
    pull.server_rate = Some(MegabitsPerSecond::from(10));
    pull.server_capacity = Some(Count(50));
    let found = adoption(&release).unwrap();
    assert_eq!((found.clients, found.days), (100, Some(2)));
    let curve: Vec<_> = found.curve.iter().map(|day| (day.day, day.clients.round())).collect();
    assert_eq!(curve, [(0, 0.0), (1, 50.0), (2, 75.0)]);
    // The first hour: 100 × (1 − 2^(−1/24)), each 450 MB.
    let per_hour = 100.0 * (1.0 - 0.5_f64.powf(1.0 / 24.0));
    assert!(close(found.load.clients_per_hour, per_hour));
    let needed = per_hour * 450.0 * 8.0 / 3600.0;
    assert!(close(found.load.needed.unwrap(), needed));
    assert!(close(found.load.utilisation.unwrap(), needed / 10.0));
    assert!(close(found.load.at_a_time.unwrap(), needed / 10.0 * 50.0));
    // A quarter is left: a quarter of 600 minutes, from the first window after the deadline.
    let rest = found.rest.unwrap();
    assert_eq!(rest.left, 25);
    assert!(close(rest.transfer.unwrap(), 150.0) && close(rest.spike.unwrap(), 10.0));
    assert_eq!((rest.fits, rest.ends), (Some(true), Some(datetime(2026, 3, 18, 2, 50, 0, 0))));
    // By site it is the same push, of whole targets.
    let strategy = Strategy { approach: Approach::BigBang, delivery: Delivery::PullThenPush };
    release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
    let pushes = site_pushes(&release, &|_| true);
    let said: Vec<_> = pushes.iter().map(|push| (push.targets, push.transfer.map(f64::round), push.ends)).collect();
    assert_eq!(said, [(25, Some(150.0), Some(datetime(2026, 3, 18, 2, 50, 0, 0)))]);
    release.strategy.choice.as_mut().unwrap().strategy.delivery = Delivery::Pull;
    assert_eq!(site_pushes(&release, &|_| true), []);
    release.rollout.pull.deadline = Some(date(2026, 3, 16));
    assert_eq!(adoption(&release).unwrap().rest.unwrap().fits, Some(true));
    release.rollout.pull.deadline = Some(date(2026, 3, 10));
    assert_eq!(adoption(&release).unwrap().rest, None, "a deadline before the start is none");
    release.rollout.pull.half_life = None;
    assert_eq!(adoption(&release), None);
}

/// A wave of one group.
fn wave(name: &str, group: &str, start: DateTime) -> Wave {
    Wave { id: id(name), groups: vec![id(group)], start: Some(start), ..Wave::default() }
}

/// Two waves of 60 and 40 people, fetched until a deadline and then pushed.
fn pulled_in_waves(half_life: u32) -> Release {
    let mut release = pushed(Some(10), 0, None, 0);
    let strategy = Strategy { approach: Approach::Phased, delivery: Delivery::PullThenPush };
    release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
    release.rollout.waves = items([
        wave("w1", "a", datetime(2026, 3, 16, 12, 0, 0, 0)),
        wave("w2", "b", datetime(2026, 3, 20, 0, 0, 0, 0)),
    ]);
    release.rollout.pull.half_life = Some(Minutes(half_life));
    release.rollout.pull.deadline = Some(date(2026, 3, 21));
    release.rollout.pull.forced_push = true;
    release
}

#[test]
fn in_waves_it_is_fetched_from_the_start_of_each_wave_on() {
    let mut release = pulled_in_waves(1440);
    // The targets of the push are another figure: who is in a wave fetches it.
    release.rollout.push.targets = Some(Count(7_000));
    let found = adoption(&release).unwrap();
    assert_eq!((found.clients, found.days, found.waves.as_slice()), (100, Some(6), [0.5, 4.0].as_slice()));
    let first = |days: f64| 60.0 * (1.0 - 0.5_f64.powf(days));
    let second = |days: f64| 40.0 * (1.0 - 0.5_f64.powf(days));
    let expected =
        [0.0, first(0.5), first(1.5), first(2.5), first(3.5), first(4.5) + second(1.0), first(5.5) + second(2.0)];
    assert_eq!(found.curve.len(), expected.len());
    for (day, clients) in found.curve.iter().zip(expected) {
        assert!(close(day.clients, clients) && close(day.share, clients / 100.0), "day {}", day.day);
    }
    // Drawn closely: never a straight line over more than a few hours, and a corner where a wave starts.
    assert!(found.line.windows(2).all(|pair| pair[1].0 - pair[0].0 < 0.1 && pair[1].1 >= pair[0].1));
    assert!(found.line.iter().any(|(day, share)| close(*day, 4.0) && close(*share, first(3.5) / 100.0)));
    assert!(found.line.first().is_some_and(|(day, share)| *day < 0.01 && *share < 0.01));
    // The busiest hour is the first one of the first wave: the second is smaller, though some of the first still fetch it.
    let hour = first(1.0 / 24.0);
    assert!(close(found.load.clients_per_hour, hour), "{}", found.load.clients_per_hour);

    // A wave without a start cannot be drawn; nobody fetches it before the first day of the pull.
    let mut later = release.clone();
    later.rollout.pull.from = Some(date(2026, 3, 20));
    assert_eq!(adoption(&later).unwrap().waves, [0.0, 0.0]);
    later.rollout.waves.get_mut(id("w2")).unwrap().start = None;
    assert_eq!(adoption(&later), None);
    // All at once where it is not phased.
    release.strategy.choice.as_mut().unwrap().strategy.approach = Approach::Parallel;
    release.rollout.pull.from = Some(date(2026, 3, 16));
    let at_once = adoption(&release).unwrap();
    assert!(at_once.waves.is_empty() && at_once.clients == 7_000 && close(at_once.curve[1].share, 0.5));
}

#[test]
fn who_is_left_at_the_deadline_is_who_it_is_pushed_to() {
    for half_life in [60, 700, 1440, 2000, 9_999, 100_000, 4_000_000] {
        for approach in [Approach::Phased, Approach::BigBang] {
            for targets in [None, Some(Count(321))] {
                let mut release = pulled_in_waves(half_life);
                release.strategy.choice.as_mut().unwrap().strategy.approach = approach;
                release.rollout.pull.from = Some(date(2026, 3, 16));
                release.rollout.push.targets = targets;
                let found = adoption(&release).unwrap();
                let rest = found.rest.unwrap();
                let pushed: u32 = site_pushes(&release, &|_| true).iter().map(|push| push.targets).sum();
                assert_eq!(pushed, rest.left, "{half_life} {approach:?} {targets:?}");
                let expected = f64::from(found.clients) * rest.share;
                assert!((f64::from(rest.left) - expected).abs() <= 0.5 + 1e-9, "{half_life}: {expected}");
                // Nobody is pushed to, and nothing travels.
                if rest.left == 0 {
                    assert_eq!((rest.spike, rest.transfer, rest.ends), (None, None, None), "{half_life}");
                }
            }
        }
    }
    // Of the first wave hardly anybody is left, so that what is left is of the second.
    let rest = adoption(&pulled_in_waves(1440)).unwrap().rest.unwrap();
    let groups = rest.pushes.iter().flat_map(|push| &push.groups);
    let said: Vec<_> = groups.map(|group| (group.name.as_str(), group.size.0)).collect();
    assert_eq!((rest.pushes.len(), said), (1, vec![("a", 1), ("b", 10)]));
    // Without a group it is one push to all targets.
    let mut nameless = Release { rollout: pulled_in_waves(1440).rollout, ..Release::default() };
    nameless.rollout.waves = Items::default();
    nameless.rollout.push.targets = Some(Count(64));
    nameless.rollout.pull.from = Some(date(2026, 3, 19));
    let strategy = Strategy { approach: Approach::BigBang, delivery: Delivery::PullThenPush };
    nameless.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
    let pushes = site_pushes(&nameless, &|_| true);
    assert_eq!(pushes.iter().map(|push| (push.site.as_str(), push.targets)).collect::<Vec<_>>(), [("", 8)]);
}

#[test]
fn nobody_is_interrupted_on_a_day_that_the_calendar_says_is_free() {
    let noon = Some((time(10, 0, 0, 0), time(12, 0, 0, 0)));
    let mut release = pushed(None, 0, noon, 15);
    // A Sunday.
    release.identity.window =
        Some(Window::new(datetime(2026, 3, 15, 8, 0, 0, 0), datetime(2026, 3, 16, 4, 0, 0, 0)).unwrap());
    let cases = [
        (Weekend::SaturdaySunday, 0, "every day but Saturday and Sunday and holidays"),
        (Weekend::Sunday, 0, "every day but Sunday and holidays"),
        (Weekend::FridaySaturday, 100, "every day but Friday and Saturday and holidays"),
        (Weekend::None, 100, "every day but a holiday"),
    ];
    for (weekend, interrupted, words) in cases {
        release.calendar.weekend = weekend;
        let found = site_pushes(&release, &|day| is_working_day(&release.calendar, day)).pop().unwrap();
        assert_eq!(found.interrupted, interrupted, "{weekend:?}");
        let rule = interruption_rule(&release);
        assert!(rule.contains(words) && rule.contains("08:00") && rule.contains("18:00"), "{rule}");
        assert!(rule.contains("Important hours are words, and are not counted."), "{rule}");
    }
}

/// A step from its three points and the positions of those that it follows.
type Step<'a> = (u32, u32, u32, &'a [usize]);

fn with_runbook(steps: &[Step], window: u32) -> Release {
    let mut release = Release::default();
    let start = datetime(2026, 3, 14, 20, 0, 0, 0);
    let end = start.checked_add(jiff::Span::new().minutes(i64::from(window))).unwrap();
    release.identity.window = Some(Window::new(start, end).unwrap());
    release.rollout.runbook =
        items(steps.iter().enumerate().map(|(at, (shortest, likely, longest, after))| RunbookStep {
            id: id(&format!("s{at}")),
            shortest: Some(Minutes(*shortest)),
            duration: Minutes(*likely),
            longest: Some(Minutes(*longest)),
            after: after.iter().map(|at| id(&format!("s{at}"))).collect(),
            ..RunbookStep::default()
        }));
    release
}

#[test]
fn the_steps_without_slack_are_critical() {
    let cases: [(&str, &[Step], &[usize]); 5] = [
        ("one after the other", &[(1, 10, 20, &[]), (1, 5, 9, &[])], &[0, 1]),
        ("side by side", &[(1, 10, 20, &[]), (1, 5, 9, &[0]), (1, 8, 9, &[0]), (1, 1, 1, &[1, 2])], &[0, 2, 3]),
        ("two as long", &[(1, 10, 20, &[]), (1, 8, 9, &[0]), (1, 8, 9, &[0]), (1, 1, 1, &[1, 2])], &[0, 1, 2, 3]),
        ("nothing to do", &[(0, 0, 0, &[]), (1, 5, 9, &[])], &[1]),
        ("a loose end", &[(1, 10, 20, &[]), (1, 5, 9, &[0]), (1, 30, 40, &[0])], &[0, 2]),
    ];
    for (name, steps, expected) in cases {
        let runbook = with_runbook(steps, 60).rollout.runbook;
        let critical: Vec<usize> = critical_steps(&runbook).iter().map(|id| runbook.position(*id).unwrap()).collect();
        assert_eq!(critical, expected, "{name}");
    }
    assert_eq!(
        waits_for(&with_runbook(&[(1, 1, 1, &[]), (1, 1, 1, &[5]), (1, 1, 1, &[0])], 60).rollout.runbook),
        [vec![], vec![0], vec![0]]
    );
}

proptest! {
    #[test]
    fn a_minute_more_on_a_critical_step_is_a_minute_more_in_all(
        durations in prop::collection::vec((1..50_u32, prop::collection::vec(0..8_usize, 0..3)), 1..9),
    ) {
        let steps: Vec<Step> = durations.iter().map(|(likely, after)| (*likely, *likely, *likely, after.as_slice())).collect();
        let release = with_runbook(&steps, 60);
        let runbook = &release.rollout.runbook;
        let length = |release: &Release| schedule(&release.rollout.runbook).iter().map(|step| step.end.0).max().unwrap();
        let critical = critical_steps(runbook);
        for step in runbook {
            let mut longer = release.clone();
            let step = RunbookStep { duration: Minutes(step.duration.0 + 1), ..step.clone() };
            let more = u32::from(critical.contains(&step.id));
            Command::Runbook(Edit::replace(step)).apply(&mut longer).unwrap();
            prop_assert_eq!(length(&longer), length(&release) + more);
        }
    }
}

#[test]
fn three_points_give_the_beta_distribution_of_pert() {
    // α = β = 3: its share below x is x³ (10 − 15 x + 6 x²).
    let middle = Estimate { shortest: 0.0, likely: 50.0, longest: 100.0 }.quantiles();
    for x in [0.1, 0.25, 0.5, 0.8_f64] {
        let share = x.powi(3) * (10.0 - 15.0 * x + 6.0 * x * x);
        assert!((middle.at(share) - 100.0 * x).abs() < 0.02, "{x}: {}", middle.at(share));
    }
    // α = 1, β = 5: 1 − (1 − x)⁵.
    let early = Estimate { shortest: 10.0, likely: 10.0, longest: 20.0 }.quantiles();
    for x in [0.05, 0.2, 0.6_f64] {
        let share = 1.0 - (1.0 - x).powi(5);
        assert!((early.at(share) - 10.0 - 10.0 * x).abs() < 0.02, "{x}: {}", early.at(share));
    }
    assert!(close(Estimate { shortest: 10.0, likely: 20.0, longest: 60.0 }.mean(), 25.0));
    // What is on the wrong side is as the most likely one.
    let step = RunbookStep {
        shortest: Some(Minutes(30)),
        duration: Minutes(20),
        longest: Some(Minutes(5)),
        ..RunbookStep::default()
    };
    assert_eq!(Estimate::of(&step), Estimate { shortest: 20.0, likely: 20.0, longest: 20.0 });
}

#[test]
fn the_forecast_of_the_runbook_agrees_with_closed_forms() {
    // Four standard errors of a chance among so many trials.
    let error = 4.0 * (0.25 / f64::from(TRIALS)).sqrt();
    let one = runbook_forecast(&with_runbook(&[(0, 50, 100, &[])], 80)).unwrap();
    assert!((one.mean - 50.0).abs() < 0.1 && (one.p50 - 50.0).abs() < 0.1);
    assert!((one.in_window.unwrap() - 0.8_f64.powi(3) * (10.0 - 12.0 + 6.0 * 0.64)).abs() < error);

    // One after the other: the means add up.
    let row = runbook_forecast(&with_runbook(&[(10, 20, 60, &[]), (5, 5, 35, &[]), (8, 9, 10, &[])], 60)).unwrap();
    assert!((row.mean - (25.0 + 10.0 + 9.0)).abs() < 0.2, "{}", row.mean);
    assert!(row.p10 < row.p50 && row.p50 < row.p90 && !row.certain);

    // Side by side: both must be done, so the chances multiply.
    let both = runbook_forecast(&with_runbook(&[(0, 0, 0, &[]), (0, 50, 100, &[0]), (0, 50, 100, &[0])], 50)).unwrap();
    assert!((both.in_window.unwrap() - 0.25).abs() < error, "{:?}", both.in_window);

    // Nothing uncertain: it fits or it does not, and the way back must fit behind it.
    let mut certain = with_runbook(&[(30, 30, 30, &[]), (30, 30, 30, &[])], 60);
    let found = runbook_forecast(&certain).unwrap();
    assert_eq!((found.mean, found.p10, found.p90, found.in_window, found.certain), (60.0, 60.0, 60.0, Some(1.0), true));
    assert_eq!(found.by_last_safe, None, "there is no way back");
    certain.rollout.back_out.steps =
        items([BackOutStep { id: id("b"), duration: Minutes(1), ..BackOutStep::default() }]);
    assert_eq!(runbook_forecast(&certain).unwrap().by_last_safe, Some(0.0));
    assert_eq!(runbook_forecast(&Release::default()), None);
    // The same runbook gives the same figures.
    let release = with_runbook(&[(0, 50, 100, &[])], 80);
    assert_eq!(runbook_forecast(&release), runbook_forecast(&release));
}
