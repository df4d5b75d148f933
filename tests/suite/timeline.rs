//! The timeline of a release: which rows it has, in which order, and how documents show it.

use jiff::civil::{Date, date, datetime};
use rollcall::calendar::{RowKind, Scope, chart, working_days};
use rollcall::document::{Block, Kind, Shape, WIDTH, build};
use rollcall::plan::{
    Approach, ClosedPeriod, Command, Days, Delivery, Edit, Message, Minutes, PeriodKind, PullPlan, Strategy,
    StrategyChoice, WorkCalendar,
};
use rollcall::readiness::{Section, row_place};
use rollcall::rollout::{Preset, preset};
use rollcall::text::{about, describe, length, rate, share};

use crate::ready::{TODAY, change, id, items, ready_release};

fn kinds(rows: &[rollcall::calendar::ChartRow]) -> Vec<RowKind> {
    let mut kinds: Vec<RowKind> = rows.iter().map(|row| row.kind).collect();
    kinds.dedup();
    kinds
}

#[test]
fn everything_that_has_a_day_is_on_the_timeline() {
    let mut release = ready_release();
    release.calendar.periods = items([
        ClosedPeriod {
            id: id("sale"),
            name: "Sale".to_owned(),
            from: Some(date(2026, 3, 16)),
            ..ClosedPeriod::default()
        },
        ClosedPeriod {
            id: id("far"),
            name: "Far away".to_owned(),
            kind: PeriodKind::Holiday,
            from: Some(date(2028, 1, 1)),
            ..ClosedPeriod::default()
        },
    ]);
    let message = Message { id: id("m9"), subject: "Soon".to_owned(), send: Days(-5), ..Message::default() };
    change(&mut release, Command::Messages(Edit::add(message)));
    let ends = datetime(2026, 3, 14, 23, 0, 0, 0);
    let whole = chart(&release, Scope::Whole, Some(ends), TODAY).unwrap();
    let found = kinds(&whole.rows);
    for kind in [
        RowKind::Window,
        RowKind::LastSafe,
        RowKind::Runbook,
        RowKind::Wave,
        RowKind::BackOutTest,
        RowKind::Training,
        RowKind::Message,
        RowKind::Meeting,
        RowKind::Blackout,
    ] {
        assert!(found.contains(&kind), "{kind:?} is not among {found:?}");
    }
    assert!(found.is_sorted(), "by kind");
    assert!(!found.contains(&RowKind::Holiday), "a period far away is left out");
    assert!(whole.rows.iter().all(|row| row.until.is_none_or(|until| until >= row.from)));
    let inside = |row: &rollcall::calendar::ChartRow| row.from >= whole.line.start && row.from < whole.line.end;
    assert!(whole.rows.iter().all(inside), "every row lies within the stretch");
    let safe = whole.rows.iter().find(|row| row.kind == RowKind::LastSafe).unwrap();
    // The window ends at 04:00; two steps of 20 minutes and a verification of 15.
    assert_eq!((safe.from, safe.until), (datetime(2026, 3, 15, 3, 5, 0, 0), None));
    assert_eq!(row_place(&release, safe).section, Section::Rollout);
    let sent = whole.rows.iter().find(|row| row.id == "m9").unwrap();
    assert_eq!((sent.from.date(), sent.by_hour, sent.open), (date(2026, 3, 9), false, true));
    assert_eq!(row_place(&release, sent).section, Section::Communications);

    let rollout = chart(&release, Scope::Rollout, None, TODAY).unwrap();
    assert_eq!(kinds(&rollout.rows), [RowKind::Window, RowKind::LastSafe, RowKind::Wave]);
    let names: Vec<String> = rollout.lanes().into_iter().map(|lane| lane.name).collect();
    assert_eq!(names, ["Go-live window", "Last safe moment", "pilot", "rest"]);
}

#[test]
fn parts_that_the_strategy_does_not_need_are_left_out_and_a_wave_lasts_as_long_as_it_bakes() {
    let mut release = ready_release();
    let pull = PullPlan { from: Some(date(2026, 3, 14)), deadline: Some(date(2026, 3, 20)), ..PullPlan::default() };
    change(&mut release, Command::Pull(Box::new(pull)));
    let has_pull =
        |release| chart(release, Scope::Rollout, None, TODAY).unwrap().rows.iter().any(|row| row.kind == RowKind::Pull);
    assert!(!has_pull(&release), "it is pushed");
    let strategy = Strategy { approach: Approach::BigBang, delivery: Delivery::Pull };
    release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
    let rows = chart(&release, Scope::Rollout, None, TODAY).unwrap().rows;
    assert_eq!(kinds(&rows), [RowKind::Window, RowKind::LastSafe, RowKind::Pull]);
    let pull = rows.last().unwrap();
    // The last day is included.
    assert_eq!(pull.until, Some(datetime(2026, 3, 21, 0, 0, 0, 0)));
    release.strategy.choice = None;
    let rows = chart(&release, Scope::Rollout, None, TODAY).unwrap().rows;
    let wave = rows.iter().find(|row| row.id == "pilot").unwrap();
    assert_eq!(wave.until.unwrap().duration_since(wave.from).as_mins(), 60);
}

#[test]
fn the_release_plan_draws_it_within_the_sheet_with_a_row_of_the_table_for_each() {
    let release = ready_release();
    let plan = build(Kind::ReleasePlan, &release, TODAY);
    let figure = plan.blocks.iter().find_map(|block| match block {
        Block::Figure(figure) if figure.table.columns().len() == 5 => Some(figure),
        _ => None,
    });
    let figure = figure.expect("the timeline");
    let ends = rollcall::rollout::runbook_forecast(&release);
    let ends = ends.and_then(|found| rollcall::rollout::forecast_moment(&release, found.p90));
    assert_eq!(figure.table.rows().len(), chart(&release, Scope::Whole, ends, TODAY).unwrap().rows.len());
    for shape in &figure.drawing.shapes {
        if let Shape::Bar { at: (x, y), size: (width, height), .. } = shape {
            assert!(*x >= 0 && *width > 0 && x + width <= WIDTH + 10, "{shape:?}");
            assert!(*y >= 0 && y + height <= figure.drawing.height, "{shape:?}");
        }
    }
}

#[test]
fn working_days_leave_out_weekends_and_holidays() {
    let holiday = ClosedPeriod {
        id: id("h"),
        kind: PeriodKind::Holiday,
        from: Some(date(2026, 3, 18)),
        ..ClosedPeriod::default()
    };
    let calendar = WorkCalendar { periods: items([holiday]), ..WorkCalendar::default() };
    let days = |from, until| working_days(&calendar, from, until);
    assert_eq!(days(Some(date(2026, 3, 16)), Some(date(2026, 3, 22))), 4);
    assert_eq!(days(Some(date(2026, 3, 22)), Some(date(2026, 3, 16))), 0);
    assert_eq!(days(None, Some(date(2026, 3, 16))), 0);
    // Far beyond any plan it stops counting rather than the program.
    assert!(days(Some(date(2026, 1, 1)), Some(Date::MAX)) < 40_000);
}

#[test]
fn shares_never_read_as_nothing_or_all_where_they_are_not() {
    for (of, said) in [
        (0.0, "0 %"),
        (0.000_01, "under 0.1 %"),
        (0.005, "0.5 %"),
        (0.05, "5 %"),
        (0.0994, "9.9 %"),
        (0.0996, "10 %"),
        (0.12, "12 %"),
        (0.954, "95.4 %"),
        (0.9995, "over 99.9 %"),
        (1.0, "100 %"),
    ] {
        assert_eq!(share(of), said, "{of}");
    }
    assert_eq!((length(59.2), length(0.0), length(1440.0)), ("1 h".to_owned(), "0 min".to_owned(), "1 d".to_owned()));
    assert_eq!(
        (about(1234.4), rate(0.25), rate(1500.0)),
        ("1,234".to_owned(), "0.2 Mbit/s".to_owned(), "1,500 Mbit/s".to_owned())
    );
}

#[test]
fn planning_waves_by_a_preset_is_one_line_of_the_log() {
    let release = ready_release();
    let mut count = 0;
    let command = preset(&release, Preset::FewRings, &mut || {
        count += 1;
        id(&format!("w{count}"))
    });
    assert_eq!(describe(&command.unwrap(), &release), "Planned 2 waves");
    assert_eq!(Minutes(5).to_string(), "5 min");
}
