//! What the page of the rollout plan derives: parts, dates, assignments, entries and the timeline.

use jiff::civil::{Date, date, datetime};
use rollcall::calendar::{Scope, chart};
use rollcall::plan::{
    Approach, BackOutPlan, BackOutTest, Count, Decimal, Delivery, Department, Id, Item, MegabitsPerSecond, Megabytes,
    Minutes, Money, ParallelPlan, Release, RunbookStep, Strategy, StrategyChoice, UserGroup, Wave, Window,
};
use rollcall::rollout::{
    Part, Span, Trial, assign, clock_time, in_order, next_wave_name, parallel_cost, parallel_days, parts, parts_in,
    reach, read_clock, read_decimal, read_minutes, read_money, read_number, read_whole, runbook_duration,
    slowest_group, to_settle, trial, waves_of, without_step,
};
use rollcall::text::{amount_typed, number_typed, whole_typed};

const TODAY: Date = date(2026, 11, 10);

fn id<T>(text: &str) -> Id<T> {
    Id::new(text).unwrap()
}

fn group(name: &str, size: u32, link: Option<u32>) -> UserGroup {
    let (size, link) = (Count(size), link.map(MegabitsPerSecond::from));
    UserGroup { id: id(name), name: name.to_owned(), size, link, ..UserGroup::default() }
}

fn wave(name: &str, groups: &[&str]) -> Wave {
    let groups = groups.iter().map(|group| id(group)).collect();
    Wave { id: id(name), name: name.to_owned(), groups, ..Wave::default() }
}

/// Two waves; `south` is in none, `both` in both, `rest` belongs to a department that is not impacted.
fn phased() -> Release {
    let impacted = [group("north", 100, Some(10)), group("south", 20, Some(1)), group("both", 5, None)];
    let mut release = Release::default();
    release.departments.push(Department {
        id: id("branches"),
        impacted: true,
        groups: impacted.into_iter().collect(),
        ..Department::default()
    });
    release.departments.push(Department {
        id: id("others"),
        groups: [group("rest", 9000, Some(1))].into_iter().collect(),
        ..Department::default()
    });
    release.rollout.waves.push(wave("pilot", &["north", "both"]));
    release.rollout.waves.push(wave("wave-1", &["both"]));
    release
}

fn choose(release: &mut Release, approach: Approach, delivery: Delivery) {
    let strategy = Strategy { approach, delivery };
    release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
}

#[test]
fn a_strategy_needs_its_own_parts() {
    let of = |approach, delivery| parts(Strategy { approach, delivery });
    assert_eq!(of(Approach::Phased, Delivery::Push), [Part::Waves, Part::Push]);
    assert_eq!(of(Approach::BigBang, Delivery::Pull), [Part::Pull]);
    assert_eq!(of(Approach::Parallel, Delivery::PullThenPush), [Part::Push, Part::Pull, Part::Parallel]);
}

#[test]
fn waves_count_where_old_and_new_run_side_by_side_and_there_are_some() {
    let mut release = phased();
    assert_eq!(parts_in(&release), None);
    choose(&mut release, Approach::Phased, Delivery::Push);
    assert_eq!(parts_in(&release).unwrap(), [Part::Waves, Part::Push]);
    for (approach, counts) in [(Approach::Parallel, true), (Approach::BigBang, false)] {
        choose(&mut release, approach, Delivery::Push);
        assert_eq!(parts_in(&release).unwrap().contains(&Part::Waves), counts, "{approach:?}");
    }
    choose(&mut release, Approach::Parallel, Delivery::Push);
    release.rollout.waves = rollcall::plan::Items::default();
    assert_eq!(parts_in(&release).unwrap(), [Part::Push, Part::Parallel]);
}

#[test]
fn groups_in_no_wave_or_in_two_are_to_be_settled() {
    let mut release = phased();
    let names = |release: &Release| to_settle(release).map(|(_, group)| group.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&release), ["south", "both"]);
    assert_eq!(waves_of(&release, id("both")), [id("pilot"), id("wave-1")]);
    release.rollout.waves = rollcall::plan::Items::default();
    assert!(names(&release).is_empty());
}

#[test]
fn a_group_is_in_one_wave_after_it_was_assigned() {
    let mut release = phased();
    let before = release.rollout.clone();
    let undo = assign(&release, id("both"), Some(id("wave-1"))).unwrap().apply(&mut release).unwrap();
    assert_eq!(waves_of(&release, id("both")), [id("wave-1")]);
    assign(&release, id("north"), Some(id("wave-1"))).unwrap().apply(&mut release).unwrap();
    assert_eq!(release.rollout.waves.get(id("wave-1")).unwrap().groups, [id("both"), id("north")]);
    assign(&release, id("north"), None).unwrap().apply(&mut release).unwrap();
    assert!(waves_of(&release, id("north")).is_empty());
    assert_eq!(assign(&release, id("both"), Some(id("wave-1"))), None);
    undo.apply(&mut release).unwrap();
    assert_eq!(waves_of(&release, id("both")), before.waves.iter().map(Item::id).collect::<Vec<_>>());
}

#[test]
fn a_removed_step_is_nobodys_predecessor() {
    let step = |name: &str, after: &[&str]| RunbookStep {
        id: id(name),
        after: after.iter().map(|after| id(after)).collect(),
        duration: Minutes(30),
        ..RunbookStep::default()
    };
    let mut release = Release::default();
    release.rollout.runbook = [step("a", &[]), step("b", &["a"]), step("c", &["a", "b"])].into_iter().collect();
    assert_eq!(runbook_duration(&release.rollout.runbook), Minutes(90));
    let before = release.clone();
    let undo = without_step(&release, id("b")).apply(&mut release).unwrap();
    assert_eq!(release.rollout.runbook.get(id("c")).unwrap().after, [id("a")]);
    assert_eq!(runbook_duration(&release.rollout.runbook), Minutes(60));
    undo.apply(&mut release).unwrap();
    assert_eq!(release, before);
}

#[test]
fn lengths_of_time_are_read_with_their_unit() {
    let cases = [
        ("5 d", Some(7200)),
        ("5d", Some(7200)),
        ("36 h", Some(2160)),
        ("2 h 30 min", Some(150)),
        ("1 day, 4 hours", Some(1680)),
        ("1.5 h", Some(90)),
        ("1,5 h", Some(90)),
        ("1,200 min", Some(1200)),
        ("1 200 min", Some(1200)),
        ("2 h, 30 min", Some(150)),
        ("2 30 min", None),
        ("0 min", Some(0)),
        ("2 weeks", Some(20160)),
        ("5", None),
        ("", None),
        ("-1 d", None),
        ("soon", None),
        ("5 d soon", None),
        ("1.2.3 h", None),
        ("9999999999 d", None),
    ];
    for (text, minutes) in cases {
        assert_eq!(read_minutes(text), minutes.map(Minutes), "{text:?}");
    }
    for minutes in [0, 45, 60, 150, 1440, 5000, 100_000] {
        assert_eq!(read_minutes(&Minutes(minutes).to_string()), Some(Minutes(minutes)));
    }
}

/// One way of reading numbers for every field: whole ones, decimals, amounts and lengths of time all go through it.
#[test]
fn numbers_are_read_as_people_type_them() {
    let cases = [
        ("12.5", Some(12.5)),
        ("7.", Some(7.0)),
        ("0.05", Some(0.05)),
        (" 1,200 ", Some(1200.0)),
        ("1 200", Some(1200.0)),
        ("1\u{a0}200", Some(1200.0)),
        ("1\u{202f}200,5", Some(1200.5)),
        ("1'200.5", Some(1200.5)),
        ("1,234,567.25", Some(1_234_567.25)),
        ("1.234.567", Some(1_234_567.0)),
        ("1.234,25", Some(1234.25)),
        // A single comma that cannot group thousands is a point; one that can groups them, as this tool writes them.
        ("2,5", Some(2.5)),
        ("12,34", Some(12.34)),
        ("0,125", Some(0.125)),
        ("1,2345", Some(1.2345)),
        ("1234,125", Some(1234.125)),
        ("12,345", Some(12345.0)),
        // A point alone is a point, even before three digits.
        ("1.200", Some(1.2)),
        ("-3", Some(-3.0)),
        ("−3", Some(-3.0)),
        ("", None),
        (",", None),
        (".5", None),
        ("-", None),
        ("1 2", None),
        ("1,23,456", None),
        ("1234,567,890", None),
        ("1.2.3", None),
        ("1,2.3,4", None),
        ("1,200.5.6", None),
        ("1e3", None),
        ("inf", None),
        ("twelve", None),
        ("٣", None),
    ];
    for (text, number) in cases {
        assert_eq!(read_number(text), number, "{text:?}");
    }
    for (text, number) in
        [("1,200", Some(1200)), ("1 200", Some(1200)), ("12.0", Some(12)), ("1,5", None), ("-1", None)]
    {
        assert_eq!(read_whole(text), number, "{text:?}");
    }
    assert_eq!(read_whole("4294967296"), None);
    assert_eq!(read_decimal("0.0000001"), None);
    for number in [0, 7, 999, 1000, 123_456, u32::MAX] {
        assert_eq!(read_whole(&Count(number).to_string()), Some(number));
    }
}

#[test]
fn what_is_wrong_with_a_number_names_its_range() {
    let whole = |typed, least, most| whole_typed(typed, least, most);
    assert_eq!(whole(" ", 1, 99), Ok(None));
    assert_eq!(whole("1,200", 0, u32::MAX), Ok(Some(1200)));
    for (typed, least, most, said) in [
        ("99.9", 1, 99, "Enter a whole number from 1 to 99."),
        ("0", 1, 99, "Enter a whole number from 1 to 99."),
        ("-1", 0, u32::MAX, "Enter a whole number, 0 or more."),
        ("many", 1, 6400, "Enter a whole number from 1 to 6,400."),
    ] {
        assert_eq!(whole(typed, least, most), Err(said.to_owned()), "{typed}");
    }
    assert_eq!(number_typed("1,5", 0.0, 100.0).map(Decimal::get), Ok(1.5));
    assert_eq!(number_typed("-1", 0.0, 1000.0), Err("Enter a number from 0 to 1,000.".to_owned()));
    assert_eq!(amount_typed("1 200,5"), Ok(Money(120_050)));
    assert!(amount_typed("-1").is_err_and(|why| why.contains("0 or more")));
}

#[test]
fn amounts_are_read_in_hundredths() {
    let cases = [
        ("1200", Some(120_000)),
        ("1,200", Some(120_000)),
        ("1 200.5", Some(120_050)),
        ("1,200.05", Some(120_005)),
        ("0", Some(0)),
        ("12,5", Some(1250)),
        ("1.200,50", Some(120_050)),
        ("12.345", None),
        ("-3", None),
        ("", None),
        (".5", None),
        ("twelve", None),
        ("99999999999999999999", None),
    ];
    for (text, amount) in cases {
        assert_eq!(read_money(text), amount.map(Money), "{text:?}");
    }
    assert_eq!(read_money(&Money(123_456_789).to_string()), Some(Money(123_456_789)));
}

#[test]
fn a_parallel_period_counts_its_first_and_last_day() {
    let (from, until) = (Some(date(2026, 11, 1)), Some(date(2026, 11, 30)));
    let plan = ParallelPlan { from, until, cost_per_day: Some(Money(125_050)), ..ParallelPlan::default() };
    assert_eq!(parallel_days(&plan), Some(30));
    assert_eq!(parallel_cost(&plan), Some(Money(3_751_500)));
    let mut release = Release::default();
    release.rollout.parallel = ParallelPlan { people_for_both: Some(Count(1)), ..plan.clone() };
    let said = |release: &Release| rollcall::document::parallel_in_words(release);
    assert!(said(&release).starts_with("30 days, 37,515 (no currency set), 1 person for "), "{}", said(&release));
    release.identity.currency = "EUR".to_owned();
    assert!(said(&release).starts_with("30 days, EUR 37,515, 1 person for "), "{}", said(&release));
    release.rollout.parallel.until = from;
    assert!(said(&release).starts_with("1 day, EUR 1,250.50, 1 person for "), "{}", said(&release));
    assert!(in_order(from, until).is_ok() && in_order(from, from).is_ok() && in_order(None, until).is_ok());
    assert!(in_order(until, from).is_err());
    assert_eq!(parallel_days(&ParallelPlan { from: until, until: from, ..plan }), None);
}

#[test]
fn the_slowest_group_is_the_one_whose_link_takes_longest() {
    let mut release = phased();
    assert_eq!(slowest_group(&release), None);
    release.rollout.push.package = Some(Megabytes::from(90));
    // north: 100 × 90 × 8 ÷ 10 = 7,200 s; south: 20 × 90 × 8 ÷ 1 = 14,400 s. Who is not impacted does not count.
    let slowest = slowest_group(&release).unwrap();
    assert_eq!((slowest.id, slowest.time), (id("south"), Minutes(240)));
    // Limited to 1 Mbit/s, north waits longer.
    release.rollout.push.bandwidth_limit = Some(MegabitsPerSecond::from(1));
    let slowest = slowest_group(&release).unwrap();
    assert_eq!((slowest.id, slowest.rate, slowest.time), (id("north"), MegabitsPerSecond::from(1), Minutes(1200)));
}

#[test]
fn a_timeline_in_weeks_starts_on_a_monday() {
    let mut release = phased();
    choose(&mut release, Approach::Phased, Delivery::PullThenPush);
    assert_eq!(chart(&release, Scope::Rollout, None, TODAY), None);
    let mut pilot = wave("pilot", &[]);
    pilot.start = Some(datetime(2026, 11, 18, 6, 0, 0, 0));
    pilot.bake = Minutes(5 * 1440);
    release.rollout.waves = [pilot].into_iter().collect();
    release.rollout.pull.deadline = Some(date(2026, 12, 5));
    let line = chart(&release, Scope::Rollout, None, TODAY).unwrap().line;
    assert_eq!(line.start, datetime(2026, 11, 9, 0, 0, 0, 0));
    assert_eq!(line.end, datetime(2026, 12, 7, 0, 0, 0, 0));
    assert_eq!(line.ticks.len(), 4);
    assert_eq!(line.today, Some(datetime(2026, 11, 10, 0, 0, 0, 0)));
    assert!((line.share(datetime(2026, 11, 23, 0, 0, 0, 0)) - 50.0).abs() < 1e-9);
    let span = line.span(datetime(2026, 11, 9, 0, 0, 0, 0), datetime(2026, 11, 16, 0, 0, 0, 0));
    assert!((span.from.abs() + (span.length - 25.0).abs()) < 1e-9);
    assert!(line.share(datetime(2030, 1, 1, 0, 0, 0, 0)) <= 100.0);
}

#[test]
fn a_timeline_of_one_night_counts_hours_and_leaves_out_a_distant_today() {
    let mut release = Release::default();
    let (start, end) = (datetime(2026, 11, 21, 22, 30, 0, 0), datetime(2026, 11, 22, 4, 0, 0, 0));
    release.identity.window = Window::new(start, end).ok();
    // Of a part that is not needed, dates do not count.
    release.rollout.parallel.until = Some(date(2027, 11, 30));
    choose(&mut release, Approach::BigBang, Delivery::Push);
    let line = chart(&release, Scope::Rollout, None, TODAY).unwrap().line;
    assert_eq!((line.start, line.end, line.today), (datetime(2026, 11, 21, 22, 0, 0, 0), end, None));
    assert_eq!(line.ticks.iter().map(|tick| tick.by_day).collect::<Vec<_>>(), [true, false, true, false, false, false]);
    assert_eq!(clock_time(Window::new(start, end).unwrap(), Minutes(90)), Some(datetime(2026, 11, 22, 0, 0, 0, 0)));
}

#[test]
fn a_mark_reaches_half_way_to_its_neighbours() {
    let spans = |of: &[(f64, f64)]| of.iter().map(|(from, length)| Span { from: *from, length: *length }).collect();
    for (drawn, expected) in [
        (&[][..], &[][..]),
        (&[(40.0, 0.0)], &[(0.0, 100.0)]),
        (&[(10.0, 0.0), (20.0, 0.0), (60.0, 0.0)], &[(0.0, 15.0), (15.0, 25.0), (40.0, 60.0)]),
        (&[(10.0, 10.0), (30.0, 20.0)], &[(0.0, 25.0), (25.0, 75.0)]),
        (&[(10.0, 0.0), (10.0, 0.0)], &[(0.0, 10.0), (10.0, 90.0)]),
        // One begins within the other, and a third after both.
        (&[(10.0, 50.0), (20.0, 10.0), (80.0, 0.0)], &[(0.0, 20.0), (20.0, 35.0), (70.0, 30.0)]),
        (&[(0.0, 0.0), (100.0, 0.0)], &[(0.0, 50.0), (50.0, 50.0)]),
    ] {
        let drawn: Vec<Span> = spans(drawn);
        let expected: Vec<Span> = spans(expected);
        assert_eq!(reach(&drawn), expected, "{drawn:?}");
    }
}

#[test]
fn a_timeline_of_any_length_has_few_ticks_and_holds_all() {
    for days in [0, 1, 2, 3, 6, 13, 27, 40, 90, 200, 365, 3000, 100_000] {
        let mut release = Release::default();
        let start = datetime(2026, 11, 21, 22, 30, 0, 0);
        let end = start.checked_add(jiff::Span::new().days(days)).unwrap();
        release.identity.window = Window::new(start, end).ok();
        let line = chart(&release, Scope::Rollout, None, TODAY).unwrap().line;
        assert!(line.start <= start && line.end >= end && line.start < line.end, "{days}");
        assert!(line.ticks.len() <= 8, "{days}: {}", line.ticks.len());
    }
}

#[test]
fn times_of_day_are_read_as_people_type_them() {
    let time = |hour, minute| Some(jiff::civil::time(hour, minute, 0, 0));
    for (text, read) in [
        ("22:00", time(22, 0)),
        (" 9:30 ", time(9, 30)),
        ("9.30", time(9, 30)),
        ("7", time(7, 0)),
        ("0:00", time(0, 0)),
        ("24:00", None),
        ("29:00", None),
        ("9:60", None),
        ("-1:00", None),
        ("9:", None),
        ("nine", None),
        ("", None),
    ] {
        assert_eq!(read_clock(text), read, "{text}");
    }
}

#[test]
fn a_trial_on_a_later_day_is_only_planned() {
    let of = |on: Option<Date>, worked| {
        let test = Some(BackOutTest { on, worked, ..BackOutTest::default() });
        trial(&BackOutPlan { test, ..BackOutPlan::default() }, TODAY)
    };
    let (yesterday, tomorrow) = (TODAY.yesterday().unwrap(), TODAY.tomorrow().unwrap());
    assert_eq!(trial(&BackOutPlan::default(), TODAY), Trial::None);
    assert_eq!(of(None, true), Trial::None);
    assert_eq!(of(Some(tomorrow), true), Trial::Planned(tomorrow));
    assert_eq!(of(Some(TODAY), true), Trial::Worked(TODAY));
    assert_eq!(of(Some(yesterday), false), Trial::Failed(yesterday));
}

#[test]
fn a_new_wave_goes_by_its_place_or_the_next_free_number() {
    let mut release = Release::default();
    let mut names = Vec::new();
    for key in ["a", "b", "c"] {
        names.push(next_wave_name(&release));
        let name = names.last().unwrap().clone();
        release.rollout.waves.push(Wave { id: id(key), name, ..Wave::default() });
    }
    assert_eq!(names, ["Pilot", "Wave 2", "Wave 3"]);
    release.rollout.waves.get_mut(id("b")).unwrap().name = "Wave 4".to_owned();
    assert_eq!(next_wave_name(&release), "Wave 5", "a fourth wave, and one has that name");
}
