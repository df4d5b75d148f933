//! Days and moments in the texts of the store.

use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;
use rollcall::plan::Id;
use rollcall::storage::{Headline, Revision, Summary};

/// From the first day of the year 1 to the last of 9999, in seconds.
const SECONDS: std::ops::Range<i64> = -62_135_596_800..253_402_300_799;

fn summary(at: Timestamp, day: Option<Date>) -> Summary {
    let headline = Headline { go_live: day, assessed_on: day, ..Headline::default() };
    Summary { id: Id::new("a").expect("an id"), revision: Revision(1), saved_at: at, bytes: 0, headline }
}

proptest! {
    #[test]
    fn what_is_written_is_read(second in SECONDS, nanosecond in 0..1_000_000_000_i32, rounded in any::<bool>(), days in 0..3_652_000_i32) {
        // From the clock of a browser come whole milliseconds.
        let nanosecond = if rounded { nanosecond / 1_000_000 * 1_000_000 } else { nanosecond };
        let at = Timestamp::new(second, nanosecond).expect("a moment");
        let day = Date::new(1, 1, 1).expect("a day").checked_add(jiff::Span::new().days(days)).expect("a day");
        for day in [Some(day), None] {
            let text = serde_json::to_string(&summary(at, day)).expect("writes");
            prop_assert_eq!(serde_json::from_str::<Summary>(&text).expect("reads"), summary(at, day));
            prop_assert!(text.contains(&format!("\"saved_at\":\"{at}\"")), "{} is not as jiff writes it", text);
        }
    }
}

#[test]
fn a_day_that_is_none_is_refused() {
    for text in
        ["", "2026", "2026-03", "2026-02-30", "2026-13-01", "2026-03-02-01", "2026-+3-02", "2026-03-02T08:00:00Z", "x"]
    {
        let headline = serde_json::json!({
            "name": "", "version": "", "strategy": null, "next_gate": null, "go_live": text, "verdict": "go", "done": 0,
            "applicable": 0, "release_manager": null, "assessed_on": null, "time_zone": "UTC"
        });
        let error = serde_json::from_str::<Headline>(&headline.to_string()).expect_err(text);
        assert!(error.to_string().starts_with(&format!("\"{text}\" is no day")), "{error}");
    }
}

#[test]
fn a_moment_that_is_none_is_refused() {
    let sound = serde_json::to_value(summary(Timestamp::UNIX_EPOCH, None)).expect("writes");
    for text in [
        "",
        "2026-03-02",
        "2026-03-02T08:00:00",
        "2026-03-02T24:00:00Z",
        "2026-03-02T08:00Z",
        "2026-03-02T08:00:00.Z",
        "2026-03-02T08:00:00.1234567891Z",
    ] {
        let mut changed = sound.clone();
        changed["saved_at"] = text.into();
        let error = serde_json::from_str::<Summary>(&changed.to_string()).expect_err(text);
        assert!(error.to_string().starts_with(&format!("\"{text}\" is no moment in time")), "{error}");
    }
}
