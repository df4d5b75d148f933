//! Timing and capacity, against closed forms.

use jiff::civil::date;
use proptest::prelude::*;
use rollcall::plan::{
    BackOutPlan, BackOutStep, Count, Edit, Id, Items, MegabitsPerSecond, Megabytes, Minutes, RolloutPlan, RunbookStep,
    Wave, Window,
};
use rollcall::rollout::{back_out_duration, last_safe_moment, minutes_over, people_in, schedule, transfer_time};

use crate::ready::{id, items, ready_release};

fn number<T>(at: usize) -> Id<T> {
    Id::new(&format!("s{at}")).unwrap()
}

/// A runbook from durations and, for each step, the positions of those that it follows.
fn runbook(steps: &[(u32, &[usize])]) -> Items<RunbookStep> {
    let step = |(at, (minutes, after)): (usize, &(u32, &[usize]))| RunbookStep {
        id: number(at),
        duration: Minutes(*minutes),
        after: after.iter().map(|at| number(*at)).collect(),
        ..RunbookStep::default()
    };
    items(steps.iter().enumerate().map(step))
}

fn back_out(durations: &[u32], verification: u32) -> BackOutPlan {
    let step = |(at, minutes): (usize, &u32)| BackOutStep {
        id: number(at),
        duration: Minutes(*minutes),
        ..BackOutStep::default()
    };
    BackOutPlan {
        steps: items(durations.iter().enumerate().map(step)),
        verification: Minutes(verification),
        ..BackOutPlan::default()
    }
}

fn plan(runbook_minutes: &[u32], back: &[u32], verification: u32) -> RolloutPlan {
    let steps: Vec<(u32, &[usize])> = runbook_minutes.iter().map(|minutes| (*minutes, [].as_slice())).collect();
    RolloutPlan { runbook: runbook(&steps), back_out: back_out(back, verification), ..RolloutPlan::default() }
}

fn window(minutes: u32) -> Window {
    let start = date(2026, 3, 14).at(20, 0, 0, 0);
    Window::new(start, start.checked_add(jiff::Span::new().minutes(i64::from(minutes))).unwrap()).unwrap()
}

#[test]
fn a_step_starts_when_the_last_before_it_has_ended() {
    type Times = &'static [(u32, u32)];
    let cases: [(&str, Items<RunbookStep>, Times); 7] = [
        ("nothing", runbook(&[]), &[]),
        ("one after the other", runbook(&[(10, &[]), (20, &[]), (5, &[])]), &[(0, 10), (10, 30), (30, 35)]),
        ("side by side", runbook(&[(10, &[]), (20, &[0]), (5, &[0])]), &[(0, 10), (10, 30), (10, 15)]),
        (
            "two predecessors",
            runbook(&[(10, &[]), (20, &[0]), (5, &[0]), (1, &[1, 2])]),
            &[(0, 10), (10, 30), (10, 15), (30, 31)],
        ),
        (
            "after a short one",
            runbook(&[(10, &[]), (20, &[0]), (5, &[0]), (1, &[])]),
            &[(0, 10), (10, 30), (10, 15), (15, 16)],
        ),
        ("a circle", runbook(&[(10, &[1]), (20, &[0])]), &[(0, 10), (10, 30)]),
        ("itself and the unknown", runbook(&[(10, &[0]), (20, &[1, 9])]), &[(0, 10), (10, 30)]),
    ];
    for (name, runbook, expected) in cases {
        let times: Vec<(u32, u32)> = schedule(&runbook).iter().map(|time| (time.start.0, time.end.0)).collect();
        assert_eq!(times, expected, "{name}");
    }
}

#[test]
fn the_last_safe_moment_leaves_the_time_to_go_back() {
    let end = window(480).end();
    let safe = |back: &[u32], verification| last_safe_moment(&plan(&[], back, verification), window(480));
    assert_eq!(safe(&[20, 20], 15), Some(end.checked_sub(jiff::Span::new().minutes(55)).unwrap()));
    assert_eq!(safe(&[0], 0), Some(end));
    assert_eq!(safe(&[480], 0), Some(window(480).start()));
    assert_eq!(safe(&[480], 1), None, "it would have to start before the window");
    assert_eq!(safe(&[], 15), None, "no steps are no way back");
    assert_eq!(safe(&[u32::MAX, u32::MAX], u32::MAX), None);
}

#[test]
fn people_are_counted_once() {
    let release = ready_release();
    let wave = |groups: &[&str]| Wave { groups: groups.iter().map(|key| id(key)).collect(), ..Wave::default() };
    assert_eq!(people_in(&release, &wave(&["clerks", "auditors"])), Count(52));
    assert_eq!(people_in(&release, &wave(&["clerks", "clerks", "unknown"])), Count(40));
    assert_eq!(people_in(&release, &wave(&[])), Count(0));
    let mut crowded = release.clone();
    crate::ready::edit_department(&mut crowded, "finance", |it| {
        let crowd = it.groups.iter().cloned().map(|group| rollcall::plan::UserGroup { size: Count(u32::MAX), ..group });
        it.groups = crowd.collect();
    });
    assert_eq!(people_in(&crowded, &wave(&["clerks", "auditors"])), Count(u32::MAX));
}

#[test]
fn a_package_takes_the_time_that_its_bits_need() {
    let time =
        |targets, size, rate| transfer_time(Count(targets), Megabytes::from(size), MegabitsPerSecond::from(rate));
    assert_eq!(time(100, 750, 100), Some(Minutes(100)));
    assert_eq!(time(6_400, 350, 1_000), Some(Minutes(299)), "17,920 seconds");
    assert_eq!(time(1, 1, 1_000), Some(Minutes(1)));
    assert_eq!(time(0, 350, 100), Some(Minutes(0)));
    assert_eq!(time(10, 10, 0), None);
    assert_eq!(time(u32::MAX, u32::MAX, 1), Some(Minutes(u32::MAX)));
    // Fractions of both are exact: 3 × 0.3 × 8 ÷ 0.12 is a minute, and not a little more.
    let amounts = |size, rate| (Megabytes::try_from(size).unwrap(), MegabitsPerSecond::try_from(rate).unwrap());
    for (targets, size, rate, minutes) in
        [(3, 0.3, 0.12, 1), (3, 0.3, 0.119_999, 2), (10, 0.5, 2.5, 1), (600, 0.5, 2.5, 16)]
    {
        let (size, rate) = amounts(size, rate);
        assert_eq!(transfer_time(Count(targets), size, rate), Some(Minutes(minutes)), "{targets} × {size} ÷ {rate}");
    }
}

proptest! {
    #[test]
    fn a_chain_ends_after_the_sum_of_its_steps(minutes in proptest::collection::vec(0u32..10_000, 0..12), back in proptest::collection::vec(0u32..500, 0..6), verification in 0u32..500, length in 0u32..20_000) {
        let plan = plan(&minutes, &back, verification);
        let total: u32 = minutes.iter().sum();
        let way_back = back.iter().sum::<u32>() + verification;
        prop_assert_eq!(schedule(&plan.runbook).last().map_or(0, |time| time.end.0), total);
        prop_assert_eq!(back_out_duration(&plan.back_out), Minutes(way_back));
        let over = (total + way_back).saturating_sub(length);
        prop_assert_eq!(minutes_over(&plan, window(length)), (over > 0).then_some(Minutes(over)));
        let safe = last_safe_moment(&plan, window(length));
        prop_assert_eq!(safe.is_some(), !back.is_empty() && way_back <= length);
        if let Some(safe) = safe {
            prop_assert_eq!(window(length).end().duration_since(safe).as_mins(), i64::from(way_back));
        }
    }

    #[test]
    fn no_step_starts_before_those_that_it_follows(durations in proptest::collection::vec(any::<u32>(), 1..8), after in proptest::collection::vec((0usize..8, 0usize..8), 8)) {
        let mut list = Items::default();
        for (at, minutes) in durations.iter().enumerate() {
            let (one, other) = after[at];
            let step = RunbookStep { id: number(at), duration: Minutes(*minutes), after: vec![number(one), number(other)], ..RunbookStep::default() };
            list.apply(Edit::add(step)).unwrap();
        }
        let times = schedule(&list);
        prop_assert_eq!(times.len(), durations.len());
        for (at, time) in times.iter().enumerate() {
            prop_assert_eq!(time.end.0, time.start.0.saturating_add(durations[at]));
            let (one, other) = after[at];
            for earlier in [one, other].into_iter().filter(|earlier| *earlier < at) {
                prop_assert!(time.start >= times[earlier].end);
            }
        }
    }

    #[test]
    fn transfer_time_is_rounded_up_to_the_minute(targets: u32, size: u32, rate in 1u32..) {
        let Minutes(minutes) = transfer_time(Count(targets), Megabytes::from(size), MegabitsPerSecond::from(rate)).unwrap();
        let megabits = u128::from(targets) * u128::from(size) * 8;
        let carried = |minutes: u32| u128::from(minutes) * 60 * u128::from(rate);
        prop_assert!(minutes == u32::MAX || carried(minutes) >= megabits);
        prop_assert!(minutes == 0 || carried(minutes - 1) < megabits);
    }

    #[test]
    fn nothing_overflows(runbook in proptest::collection::vec(any::<u32>(), 0..4), back in proptest::collection::vec(any::<u32>(), 0..4), verification: u32) {
        let plan = plan(&runbook, &back, verification);
        let longest = Window::new(jiff::civil::DateTime::MIN, jiff::civil::DateTime::MAX).unwrap();
        for window in [window(0), longest] {
            let _ = (minutes_over(&plan, window), last_safe_moment(&plan, window));
        }
    }
}
