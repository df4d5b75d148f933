//! The days of a plan, closed periods, and moving go-live.

use std::collections::HashMap;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::calendar::{
    DateKind, PlanDate, before_or_on_working_day, closed_period, dates, is_working_day, move_by, sent_on,
};
use rollcall::plan::{
    AcceptanceCriterion, Choice, ClosedPeriod, Command, Days, Edit, Message, PeriodKind, Release, Weekend, WorkCalendar,
};
use rollcall::readiness::{assess, place_of};
use rollcall::route::Route;
use rollcall::text::describe;

use crate::arbitrary;
use crate::ready::{GO_LIVE, TODAY, change, edit_gate, id, items, ready_release};

fn period(name: &str, kind: PeriodKind, from: Date, until: Option<Date>) -> ClosedPeriod {
    ClosedPeriod { id: id(name), name: name.to_owned(), kind, from: Some(from), until }
}

fn calendar(weekend: Weekend) -> WorkCalendar {
    let periods = [
        period("closing", PeriodKind::Blackout, date(2026, 3, 28), Some(date(2026, 4, 2))),
        period("easter", PeriodKind::Holiday, date(2026, 4, 3), Some(date(2026, 4, 6))),
        period("one-day", PeriodKind::Holiday, date(2026, 5, 1), None),
    ];
    WorkCalendar { weekend, periods: items(periods) }
}

/// A release with days of every kind that the ready one lacks.
fn planned() -> Release {
    let mut release = ready_release();
    edit_gate(&mut release, "defect-review", |gate| {
        gate.outcome = rollcall::plan::GateOutcome::NotHeld;
        gate.due = Some(date(2026, 3, 10));
    });
    let criterion = AcceptanceCriterion {
        id: id("late"),
        title: "Late".to_owned(),
        due: Some(date(2026, 2, 20)),
        ..AcceptanceCriterion::default()
    };
    change(&mut release, Command::Criteria(Edit::add(criterion)));
    change(
        &mut release,
        Command::Messages(Edit::add(Message { id: id("told"), send: Days(-3), ..Message::default() })),
    );
    release
}

#[test]
fn a_day_is_worked_on_unless_it_is_a_weekend_or_a_holiday() {
    let cases = [
        (Weekend::SaturdaySunday, date(2026, 3, 13), true),
        (Weekend::SaturdaySunday, date(2026, 3, 14), false),
        (Weekend::SaturdaySunday, date(2026, 3, 15), false),
        (Weekend::FridaySaturday, date(2026, 3, 13), false),
        (Weekend::FridaySaturday, date(2026, 3, 15), true),
        (Weekend::Sunday, date(2026, 3, 14), true),
        (Weekend::Sunday, date(2026, 3, 15), false),
        (Weekend::None, date(2026, 3, 15), true),
        // People work in a blackout period, and not on a holiday, whichever day it is.
        (Weekend::None, date(2026, 3, 30), true),
        (Weekend::None, date(2026, 4, 3), false),
        (Weekend::None, date(2026, 4, 6), false),
        (Weekend::None, date(2026, 4, 7), true),
        (Weekend::None, date(2026, 5, 1), false),
        (Weekend::None, date(2026, 5, 2), true),
    ];
    for (weekend, day, works) in cases {
        assert_eq!(is_working_day(&calendar(weekend), day), works, "{weekend:?} {day}");
    }
}

#[test]
fn the_last_working_day_lies_before_weekends_and_holidays() {
    let calendar = calendar(Weekend::SaturdaySunday);
    let cases = [
        (date(2026, 3, 12), date(2026, 3, 12)),
        (date(2026, 3, 15), date(2026, 3, 13)),
        (date(2026, 4, 6), date(2026, 4, 2)),
        (date(2026, 5, 3), date(2026, 4, 30)),
    ];
    for (day, expected) in cases {
        assert_eq!(before_or_on_working_day(&calendar, day), expected, "{day}");
    }
    let never = WorkCalendar {
        periods: items([period("shut", PeriodKind::Holiday, date(2025, 1, 1), Some(date(2027, 1, 1)))]),
        ..WorkCalendar::default()
    };
    assert_eq!(before_or_on_working_day(&never, TODAY), TODAY, "a calendar without working days changes nothing");
}

#[test]
fn a_period_without_a_first_day_covers_nothing() {
    let open = ClosedPeriod { from: None, ..period("open", PeriodKind::Blackout, TODAY, Some(Date::MAX)) };
    let calendar = WorkCalendar { periods: items([open]), ..WorkCalendar::default() };
    assert_eq!(closed_period(&calendar, TODAY, &[PeriodKind::Blackout]), None);
}

#[test]
fn go_live_takes_along_what_lies_ahead_and_leaves_what_is_done_or_late() {
    let release = planned();
    let before = dates(&release, TODAY);
    let moved = move_by(&release, 7, false, &[], TODAY);
    let mut after = release.clone();
    moved.command.clone().unwrap().apply(&mut after).unwrap();
    let by: HashMap<_, _> = dates(&after, TODAY).into_iter().map(|date| (key(&date), date.when)).collect();
    let mut kinds = Vec::new();
    for date in &before {
        let days = date.when.day().until(by[&key(date)].day()).unwrap().get_days();
        let ahead = date.when.day() >= TODAY || date.kind == DateKind::GoLive;
        let fixed = matches!(date.kind, DateKind::Waiver | DateKind::Board | DateKind::Cab);
        assert_eq!(days, if date.open && ahead && !fixed { 7 } else { 0 }, "{date:?}");
        if days == 7 {
            kinds.push(date.kind);
        }
    }
    for kind in [DateKind::GoLive, DateKind::WindowEnds, DateKind::Wave, DateKind::Gate, DateKind::Message] {
        assert!(kinds.contains(&kind), "{kind:?} did not move");
    }
    // What the preview says is what the step does.
    for row in &moved.dates {
        assert_eq!(row.to, by[&key(&row.date)], "{row:?}");
    }
    assert_eq!(describe(&moved.command.unwrap(), &release), "Moved go-live to Sat 21 Mar 2026");
}

fn key(date: &PlanDate) -> (DateKind, String, Option<String>) {
    (date.kind, date.id.clone(), date.within.clone())
}

#[test]
fn what_stays_behind_stays_and_what_people_do_keeps_to_working_days() {
    let release = planned();
    let gate = |moved: &rollcall::calendar::Move| {
        moved.dates.iter().find(|row| row.date.kind == DateKind::Gate).map(|row| row.to.day()).unwrap()
    };
    assert_eq!(gate(&move_by(&release, 4, false, &[], TODAY)), date(2026, 3, 14));
    assert_eq!(gate(&move_by(&release, 4, true, &[], TODAY)), date(2026, 3, 13), "a Saturday becomes a Friday");
    assert_eq!(gate(&move_by(&release, 4, true, &[DateKind::Gate], TODAY)), date(2026, 3, 10));
}

#[test]
fn nothing_moves_off_the_calendar() {
    let mut release = planned();
    for days in [i32::MAX, i32::MIN, 3_000_000] {
        let moved = move_by(&release, days, true, &[], TODAY);
        assert_eq!(moved.command, None, "{days}");
        assert!(moved.dates.iter().all(|row| row.to == row.date.when));
    }
    release.messages.iter_mut().for_each(|message| message.send = Days(i32::MAX));
    assert_eq!(sent_on(&release, Days(i32::MAX)), None);
    assert_eq!(sent_on(&release, Days(-3)), Some(date(2026, 3, 11)));
    assert_eq!(sent_on(&Release::default(), Days(1)), None);
}

#[test]
fn every_kind_of_day_leads_to_a_field() {
    let release = planned();
    for kind in DateKind::ALL {
        let date = PlanDate {
            kind: *kind,
            id: "x".to_owned(),
            within: None,
            subject: String::new(),
            when: rollcall::calendar::When::Day(GO_LIVE),
            open: true,
        };
        let place = place_of(&release, &date);
        assert!(place.field.is_some(), "{kind:?}");
        let address = Route::cure(release.id, &place).to_string();
        assert_eq!(Route::parse(&address), Route::cure(release.id, &place), "{address}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn moving_there_and_back_again_changes_nothing(release in arbitrary::release(), days in 1..400_i32) {
        // From the earliest day nothing is late, and nothing that moves later falls behind.
        let today = Date::constant(2000, 1, 1);
        let mut moved = release.clone();
        if let Some(there) = move_by(&release, days, false, &[], today).command {
            there.apply(&mut moved).unwrap();
        }
        if let Some(back) = move_by(&moved, -days, false, &[], today).command {
            back.apply(&mut moved).unwrap();
        }
        prop_assert_eq!(moved, release);
    }

    #[test]
    fn a_move_is_one_step_that_is_taken_back(release in arbitrary::release(), days in -400..400_i32, day in arbitrary::day()) {
        let mut moved = release.clone();
        if let Some(step) = move_by(&release, days, true, &[], day).command {
            let back = step.apply(&mut moved).unwrap();
            let _ = assess(&moved, day);
            back.apply(&mut moved).unwrap();
        }
        prop_assert_eq!(moved, release);
    }

    #[test]
    fn days_are_listed_in_order(release in arbitrary::release(), day in arbitrary::day()) {
        let listed = dates(&release, day);
        prop_assert!(listed.is_sorted_by_key(|date| date.when.moment()));
        let message = |date: &&PlanDate| date.kind == DateKind::Message;
        let dated = |it: &&Message| it.sent.is_some() || sent_on(&release, it.send).is_some();
        prop_assert_eq!(listed.iter().filter(message).count(), release.messages.iter().filter(dated).count());
    }

    #[test]
    fn a_difference_makes_one_release_of_another(release in arbitrary::release(), other in arbitrary::release()) {
        let mut made = release.clone();
        if let Some(step) = Command::between(&release, &other) {
            step.apply(&mut made).unwrap();
        }
        prop_assert_eq!(&made.identity, &other.identity);
        for gate in &made.gates {
            let expected = other.gates.get(gate.id).unwrap_or(gate);
            prop_assert_eq!(gate, expected);
        }
        prop_assert_eq!(made.gates.len(), release.gates.len());
    }
}
