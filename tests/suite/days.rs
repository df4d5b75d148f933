//! Days and moments are read and counted as jiff does it, which says more about them than the app has use for.

use jiff::civil::{Date, DateTime, Time, date};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use rollcall::days::{FromText, days_between, plus_days, plus_minutes};

/// Texts that are days and moments, or nearly so.
fn text() -> impl Strategy<Value = String> {
    let day = prop_oneof![
        "[0-9]{4}-(0[1-9]|1[0-3])-([0-2][0-9]|3[0-2])",
        "[0-9]{8}",
        "[+-]00[0-9]{4}-0[1-9]-[0-2][0-9]",
        "-000000-01-01",
        "2024-0[1-9][0-2][0-9]",
        "[0-9-]{6,10}",
        Just(String::new()),
    ];
    let clock = prop_oneof![
        Just(String::new()),
        "[Tt ]([01][0-9]|2[0-4])(:[0-6][0-9])?",
        "[Tt ][0-2][0-9]:[0-5][0-9]:(60|[0-5][0-9])([.,][0-9]{0,10})?",
        "[Tt ][0-2][0-9]([0-5][0-9]){0,2}",
        "[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?",
        "[Tt ]?[0-9:]{1,8}",
    ];
    let zone = prop_oneof![
        4 => Just(String::new()),
        2 => "[Zz]",
        2 => "[+-]([01][0-9]|2[0-6])(:?[0-6][0-9])?",
        1 => "[+-]0[0-9]:[0-5][0-9]:[0-5][0-9]",
        1 => "[ Z+-]{1,2}",
    ];
    (day, clock, zone).prop_map(|(day, clock, zone)| format!("{day}{clock}{zone}"))
}

fn day() -> impl Strategy<Value = Date> {
    (-9999_i16..=9999, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day).ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn texts_are_read_as_jiff_reads_them(text in text()) {
        prop_assert_eq!(Date::from_text(&text), text.parse().ok(), "{}", text);
        prop_assert_eq!(DateTime::from_text(&text), text.parse().ok(), "{}", text);
        prop_assert_eq!(Timestamp::from_text(&text), text.parse().ok(), "{}", text);
        // jiff also takes "08" for a time, and "0860".
        let is_time = text.starts_with(['T', 't']) || text.get(2..3) == Some(":") || text.parse::<DateTime>().is_ok();
        prop_assert_eq!(Time::from_text(&text), text.parse().ok().filter(|_| is_time), "{}", text);
    }

    #[test]
    fn what_is_written_is_read_again(day in day(), hour in 0_i8..24, minute in 0_i8..60, nanos in 0_i32..1_000_000_000) {
        let time = Time::new(hour, minute, 7, nanos).unwrap();
        let moment = day.to_datetime(time);
        prop_assert_eq!(Date::from_text(&day.to_string()), Some(day));
        prop_assert_eq!(Time::from_text(&time.to_string()), Some(time));
        prop_assert_eq!(DateTime::from_text(&moment.to_string()), Some(moment));
    }

    #[test]
    fn days_are_counted_as_jiff_counts_them(day in day(), other in day(), few in -800_i64..800, many in -8_000_000_i64..8_000_000) {
        prop_assert_eq!(days_between(day, other), day.until(other).unwrap().get_days());
        prop_assert_eq!(plus_days(day, i64::from(days_between(day, other))), Some(other));
        for days in [few, many] {
            let expected = jiff::Span::new().try_days(days).and_then(|span| day.checked_add(span)).ok();
            prop_assert_eq!(plus_days(day, days), expected);
        }
    }

    #[test]
    fn minutes_are_counted_as_jiff_counts_them(
        day in day(), hour in 0_i8..24, minute in 0_i8..60, few in -4_000_i64..4_000, many in -20_000_000_000_i64..20_000_000_000,
    ) {
        let moment = day.at(hour, minute, 7, 8);
        for minutes in [few, many] {
            let expected = jiff::Span::new().try_minutes(minutes).and_then(|span| moment.checked_add(span)).ok();
            prop_assert_eq!(plus_minutes(moment, minutes), expected);
        }
    }
}

#[test]
fn nothing_lies_beyond_the_calendar() {
    assert_eq!(plus_days(Date::MAX, 0), Some(Date::MAX));
    assert_eq!(plus_days(Date::MAX, 1), None);
    assert_eq!(plus_days(Date::MIN, -1), None);
    assert_eq!(plus_days(Date::MIN, i64::MIN), None);
    assert_eq!(plus_days(Date::MAX, i64::MAX), None);
    assert_eq!(plus_minutes(DateTime::MAX, 1), None);
    assert_eq!(plus_minutes(DateTime::MIN, i64::MIN), None);
    assert_eq!(plus_minutes(DateTime::MAX, i64::MAX), None);
}

#[test]
fn every_day_of_four_centuries_follows_the_one_before() {
    let mut day = date(1799, 12, 31);
    while day < date(2200, 1, 1) {
        let next = day.checked_add(1.day()).unwrap();
        assert_eq!(plus_days(day, 1), Some(next));
        day = next;
    }
}
