//! A pull that leaves each wave so many days from its own start: the curve, the push to the rest, the forecast, what is said of it.

use jiff::civil::{Date, DateTime, date, datetime, time};
use rollcall::document::{curve, load_facts, site_table};
use rollcall::gate::Contents;
use rollcall::plan::{
    Approach, Count, Decimal, Delivery, Department, EnteredInput, MegabitsPerSecond, Megabytes, Minutes, PullPlan,
    Release, Strategy, StrategyChoice, UserGroup, Wave, WaveDays,
};
use rollcall::plan_file::read_entry;
use rollcall::readiness::{Code, assess};
use rollcall::rollout::simulation::{Input, Origin};
use rollcall::rollout::{Scenario, adoption, days_per_wave, late_wave, site_pushes};
use rollcall::text::forecast::number;
use rollcall::text::{value_in_words, what};
use serde_json::json;

use crate::ready::{TODAY, id, items, ready_release};

const FIRST: DateTime = datetime(2026, 3, 16, 12, 0, 0, 0);
const SECOND: DateTime = datetime(2026, 3, 20, 9, 30, 0, 0);

fn group(name: &str, size: u32, site: &str) -> UserGroup {
    let (site, link) = (site.to_owned(), Some(MegabitsPerSecond::from(10)));
    UserGroup { id: id(name), name: name.to_owned(), size: Count(size), site, link, ..UserGroup::default() }
}

fn wave(name: &str, group: &str, start: DateTime) -> Wave {
    Wave { id: id(name), name: name.to_owned(), groups: vec![id(group)], start: Some(start), ..Wave::default() }
}

/// Two waves of 80 and 48 people at two sites, pulled and then pushed; half of the rest fetches it within a day.
fn release(days: Option<u32>, deadline: Option<Date>) -> Release {
    let mut release = Release::default();
    let groups = items([group("a", 80, "Porto"), group("b", 48, "Faro")]);
    release.departments.push(Department { id: id("d1"), impacted: true, groups, ..Department::default() });
    choose(&mut release, Approach::Phased, Delivery::PullThenPush);
    let plan = &mut release.rollout;
    plan.waves = items([wave("Pilot", "a", FIRST), wave("Rest", "b", SECOND)]);
    plan.push.package = Some(Megabytes::from(450));
    (plan.push.window_from, plan.push.window_until) = (Some(time(18, 0, 0, 0)), Some(time(7, 0, 0, 0)));
    let (half_life, days_per_wave) = (Some(Minutes(1440)), days.map(|days| WaveDays::try_from(days).unwrap()));
    plan.pull = PullPlan { half_life, deadline, days_per_wave, forced_push: true, ..PullPlan::default() };
    release
}

fn choose(release: &mut Release, approach: Approach, delivery: Delivery) {
    let strategy = Strategy { approach, delivery };
    release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1.0)
}

#[test]
fn each_wave_is_left_its_days_from_its_own_start() {
    // After three days 1 in 8 is left of each wave: ten of the first and six of the second.
    let found = adoption(&release(Some(3), Some(date(2026, 4, 30)))).unwrap();
    let (first, second) = (datetime(2026, 3, 19, 12, 0, 0, 0), datetime(2026, 3, 23, 9, 30, 0, 0));
    assert_eq!(found.deadlines, [("Pilot".to_owned(), first), ("Rest".to_owned(), second)]);
    assert_eq!(found.days, Some(8), "up to the day of the latest");
    let rest = found.rest.unwrap();
    assert!(rest.left == 16 && close(rest.share, 0.125), "{rest:?}");
    let said: Vec<_> = rest.pushes.iter().map(|push| (push.wave, push.from, push.left)).collect();
    assert_eq!(said, [(Some(id("Pilot")), Some(first), 10), (Some(id("Rest")), Some(second), 6)]);
    // Nobody fetches it between the first deadline, after 3.5 days, and the start of the second wave.
    let at = |day: u32| found.curve.iter().find(|point| point.day == day).unwrap().clients;
    assert!(close(at(3), 80.0 * (1.0 - 0.5_f64.powf(2.5))) && close(at(4), 70.0), "{} and {}", at(3), at(4));
    assert!(close(at(8), 70.0 + 42.0), "{}", at(8));
    for turn in [3.5, 7.0 + 9.5 / 24.0] {
        assert!(found.line.iter().any(|(day, _)| close(*day, turn)), "{turn} is a corner of the curve");
    }
}

#[test]
fn the_rest_of_each_wave_is_pushed_in_the_first_window_after_its_deadline() {
    let release = release(Some(3), Some(date(2026, 4, 30)));
    let pushes = site_pushes(&release, &|_| true);
    // 450 MB over 10 Mbit/s are six minutes each.
    let said: Vec<_> = pushes.iter().map(|push| (push.wave, push.site.as_str(), push.targets, push.ends)).collect();
    let wave = |name: &str| Some(id::<Wave>(name));
    assert_eq!(
        said,
        [
            (wave("Pilot"), "Porto", 10, Some(datetime(2026, 3, 19, 19, 0, 0, 0))),
            (wave("Rest"), "Faro", 6, Some(datetime(2026, 3, 23, 18, 36, 0, 0))),
        ]
    );
    let rest = adoption(&release).unwrap().rest.unwrap();
    assert_eq!((rest.transfer.map(f64::round), rest.spike, rest.fits), (Some(60.0), Some(10.0), Some(true)));
    assert_eq!(rest.ends, Some(datetime(2026, 3, 23, 18, 36, 0, 0)), "when the last of them ends");
    let rows = format!("{:?}", site_table(&release).unwrap().rows());
    assert!(rows.contains("Pilot") && rows.contains("the rest"), "{rows}");
}

#[test]
fn the_deadline_of_all_remains_the_latest() {
    let all = date(2026, 3, 21);
    let found = adoption(&release(Some(3), Some(all))).unwrap();
    let until = datetime(2026, 3, 22, 0, 0, 0, 0);
    assert_eq!(found.deadlines.iter().map(|it| it.1).collect::<Vec<_>>(), [datetime(2026, 3, 19, 12, 0, 0, 0), until]);
    assert_eq!(found.days, Some(6));
    let rest = found.rest.unwrap();
    // 14.5 hours of the first day and a whole one.
    let expected = 10.0 + 48.0 * 0.5_f64.powf(38.5 / 24.0);
    assert!(close(rest.share * 128.0, expected), "{}", rest.share * 128.0);
    // Days that end beyond it for both come to what no days at all do: one push to all who are left.
    let (many, none) = (adoption(&release(Some(40), Some(all))).unwrap(), adoption(&release(None, Some(all))).unwrap());
    assert_eq!((many.rest.as_ref(), &many.curve), (none.rest.as_ref(), &none.curve));
    let pushes = many.rest.unwrap().pushes;
    assert_eq!(pushes.iter().map(|push| (push.wave, push.from)).collect::<Vec<_>>(), [(None, Some(until))]);
    assert!(none.deadlines.is_empty());
}

#[test]
fn without_a_deadline_of_all_the_waves_have_their_own() {
    let release = release(Some(2), None);
    let found = adoption(&release).unwrap();
    assert_eq!((found.days, found.rest.unwrap().left), (Some(7), 32));
    assert_eq!(late_wave(&release), None);
    let mut none = release;
    none.rollout.pull.days_per_wave = None;
    assert_eq!(adoption(&none).unwrap().rest, None);
}

#[test]
fn days_per_wave_count_in_a_phased_rollout_alone() {
    let mut release = release(Some(3), Some(date(2026, 3, 29)));
    let forecast = |release: &Release| {
        let scenario = Scenario::of(release, date(2026, 3, 1));
        let from = match scenario.origin(Input::PullDeadline) {
            Origin::Plan(part) => part.to_owned(),
            Origin::Entered(_) => "entered".to_owned(),
            Origin::Default => String::new(),
        };
        (number(scenario.value(Input::PullDeadline)), from)
    };
    assert_eq!(days_per_wave(&release), Some(3));
    assert_eq!(forecast(&release), ("3".to_owned(), "the pull's days per wave".to_owned()));
    // Entered by hand stands before it.
    let mut entered = release.clone();
    let five = EnteredInput { value: Decimal::nearest(5.0), ..EnteredInput::default() };
    entered.rollout.simulation.inputs.insert("pull_deadline".to_owned(), five);
    assert_eq!(forecast(&entered), ("5".to_owned(), "entered".to_owned()));
    // Nobody has chosen yet.
    let mut open = release.clone();
    open.strategy.choice = None;
    assert_eq!((days_per_wave(&open), forecast(&open).0.as_str()), (Some(3), "3"));
    // Otherwise the deadline, from the 16th until the 29th.
    for approach in [Approach::BigBang, Approach::Parallel] {
        choose(&mut release, approach, Delivery::PullThenPush);
        assert_eq!((days_per_wave(&release), late_wave(&release)), (None, None));
        assert_eq!(forecast(&release), ("14".to_owned(), "the pull".to_owned()));
    }
    choose(&mut release, Approach::Phased, Delivery::PullThenPush);
    release.rollout.pull.days_per_wave = None;
    assert_eq!(forecast(&release).0, "14");
}

#[test]
fn the_page_leaves_as_many_as_the_forecast_does() {
    // Each wave by itself: 2^(−days ÷ half-life), whatever the time of day of its start.
    for days in [1, 2, 5] {
        let release = release(Some(days), None);
        let deadline = Scenario::of(&release, date(2026, 3, 1)).value(Input::PullDeadline);
        let left = 0.5_f64.powf(deadline);
        assert!(close(adoption(&release).unwrap().rest.unwrap().share, left), "{days}");
    }
}

#[test]
fn a_wave_past_the_deadline_of_all_is_found() {
    let late = |days, deadline: Date| {
        let release = release(Some(days), Some(deadline));
        let found = late_wave(&release).map(|(wave, until)| (wave.name.clone(), until));
        let advice = assess(&release, date(2026, 3, 1)).findings;
        let advice: Vec<_> = advice.into_iter().filter(|it| it.code == Code::WavePastDeadline).collect();
        assert_eq!(advice.len(), usize::from(found.is_some()));
        (found, advice.first().map(what).unwrap_or_default(), advice.first().map(|it| it.place.clone()))
    };
    // The second wave has until the 23rd at half past nine: past the 22nd, within the 23rd.
    assert_eq!(late(3, date(2026, 3, 23)).0, None);
    let (found, said, place) = late(3, date(2026, 3, 22));
    assert_eq!(found, Some(("Rest".to_owned(), datetime(2026, 3, 23, 9, 30, 0, 0))));
    assert_eq!(said, "By its own days wave “Rest” has until Mon 23 Mar 2026, after the deadline of all.");
    assert_eq!(place.unwrap().field, Some("days_per_wave"));
    // The last of several.
    assert_eq!(late(30, date(2026, 3, 22)).0.unwrap().0, "Rest");
    // With days of its own a pull does not go on for ever.
    let codes =
        |release: &Release| assess(release, date(2026, 3, 1)).findings.iter().map(|it| it.code).collect::<Vec<_>>();
    assert!(!codes(&release(Some(3), None)).contains(&Code::PullWithoutDeadline));
    assert!(codes(&release(None, None)).contains(&Code::PullWithoutDeadline));
}

#[test]
fn figures_say_the_deadline_of_each_wave() {
    let facts = |release: &Release| format!("{:?}", load_facts(&adoption(release).unwrap(), true));
    let said = facts(&release(Some(3), None));
    for words in
        ["Deadline of each wave", "Pilot: Thu 19 Mar 2026, 12:00", "Rest: Mon 23 Mar 2026, 09:30", "at the deadlines"]
    {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    let one = facts(&release(None, Some(date(2026, 3, 29))));
    assert!(one.contains("Left at the deadline\"") && !one.contains("of each wave"), "{one}");
    let caption = |release: &Release| curve(&adoption(release).unwrap()).caption;
    assert!(
        caption(&release(Some(3), None)).ends_with("up to its own deadline"),
        "{}",
        caption(&release(Some(3), None))
    );
    assert_eq!(value_in_words(&Release::default(), &["days_per_wave".to_owned()], "3"), "3 days");
    assert_eq!(value_in_words(&Release::default(), &["days_per_wave".to_owned()], "1"), "1 day");
}

#[test]
fn a_plan_that_says_nothing_of_it_is_signed_as_before() {
    let mut release = ready_release();
    let before = Contents::of(&release).plan();
    assert!(!before.contains("days_per_wave"));
    release.rollout.pull.days_per_wave = WaveDays::try_from(4).ok();
    let after = Contents::of(&release).plan();
    assert!(after != before && after.contains("\"days_per_wave\":4"), "{after}");
    assert!(assess(&ready_release(), TODAY).findings.is_empty());
}

#[test]
fn a_wave_has_from_one_day_to_a_year() {
    for (days, fits) in
        [(json!(1), true), (json!(365), true), (json!(0), false), (json!(366), false), (json!(-3), false)]
    {
        let pull: Result<PullPlan, String> = read_entry(&json!({ "days_per_wave": days }));
        match pull {
            Ok(pull) => assert!(fits && json!(pull.days_per_wave.unwrap().get()) == days, "{days}"),
            Err(why) => assert!(!fits && why.contains("a wave has from 1 to 365 days"), "{days}: {why}"),
        }
    }
    assert!(read_entry::<PullPlan>(&json!({ "days_per_wave": 2.5 })).is_err());
    assert_eq!(read_entry::<PullPlan>(&json!({})).unwrap().days_per_wave, None);
}
