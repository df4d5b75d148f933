//! The same plan on other days, for a sample whose go-live has to lie ahead of whoever opens it.
//!
//! Sign-offs move with the plan: the days inside what was signed are moved and the digest is made anew, so that one
//! which holds goes on holding and one which is stale stays so. A corrupt one is left corrupt.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde_json::{Map, Value};

use super::reader;
use crate::days::{FromText, plus_days};
use crate::gate::{Contents, Digests, canonical, sha256_hex};
use crate::plan::{DAY_MEMBERS, Distribution, Release, Written};

/// The members whose own members are named by a catalogue, so that their names tell nothing.
const NAMED_ELSEWHERE: [&str; 2] = ["answers", "weights"];

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// A day that the calendar does not have.
struct OffCalendar;

/// The same plan `days` later, or earlier where negative: every day, every time and every line of the change log.
///
/// It is all or nothing: where a single day would leave the calendar, the plan is given back as it is.
#[must_use]
pub fn shifted(release: &Release, days: i32) -> Release {
    let mut plan = release.write();
    match shift(&mut plan, i64::from(days)) {
        // What was a release a moment ago is read without a flaw, and through the one reader that there is.
        Ok(()) => {
            let mut moved = reader::read(&plan, 1).value.unwrap_or_else(|| release.clone());
            hand_out_anew(release, &mut moved);
            moved
        }
        Err(OffCalendar) => release.clone(),
    }
}

fn shift(value: &mut Value, days: i64) -> Result<(), OffCalendar> {
    match value {
        Value::Array(list) => list.iter_mut().try_for_each(|entry| shift(entry, days)),
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                match member {
                    Value::String(text) if DAY_MEMBERS.contains(&name.as_str()) => *text = moved(text, days)?,
                    _ if NAMED_ELSEWHERE.contains(&name.as_str()) => {}
                    _ => shift(member, days)?,
                }
            }
            sign_anew(members, days)
        }
        _ => Ok(()),
    }
}

/// Moves the days inside what was signed, where these members are a sign-off whose content is its own.
fn sign_anew(members: &mut Map<String, Value>, days: i64) -> Result<(), OffCalendar> {
    let text = |name| members.get(name).and_then(Value::as_str);
    let (Some(content), Some(digest)) = (text("content"), text("sha256")) else { return Ok(()) };
    if sha256_hex(content) != digest.to_ascii_lowercase() {
        return Ok(());
    }
    // A content in any other form was never equal to a plan's, and must not become so by being written again.
    let Some(mut signed) = serde_json::from_str(content).ok().filter(|value| canonical(value) == content) else {
        return Ok(());
    };
    shift(&mut signed, days)?;
    let content = canonical(&signed);
    members.insert("sha256".to_owned(), Value::String(sha256_hex(&content)));
    members.insert("content".to_owned(), Value::String(content));
    Ok(())
}

/// Moves the digests of documents that were handed out: one that shows what was sent goes on doing so.
fn hand_out_anew(release: &Release, moved: &mut Release) {
    if moved.distribution.iter().all(|entry| entry.sha256.is_empty()) {
        return;
    }
    let digests: Vec<Option<String>> = {
        let (before, after) = (Contents::of(release), Contents::of(moved));
        let (before, after) = (Digests::of(&before), Digests::of(&after));
        let entries = release.distribution.iter();
        let holds = |entry: &Distribution| entry.sha256 == before.digest(entry.document);
        entries.map(|entry| holds(entry).then(|| after.digest(entry.document))).collect()
    };
    for (entry, digest) in moved.distribution.iter_mut().zip(digests) {
        if let Some(digest) = digest {
            entry.sha256 = digest;
        }
    }
}

/// A day or a time, moved. Text that is neither stays as it is.
fn moved(text: &str, days: i64) -> Result<String, OffCalendar> {
    if let Some(day) = whole::<Date>(text) {
        return plus_days(day, days).map(|day| day.to_string()).ok_or(OffCalendar);
    }
    if let Some(time) = whole::<DateTime>(text) {
        let moved = plus_days(time.date(), days).map(|day| day.to_datetime(time.time()));
        return moved.map(|time| time.to_string()).ok_or(OffCalendar);
    }
    if let Some(moment) = whole::<Timestamp>(text) {
        let moved = Timestamp::new(moment.as_second() + days * SECONDS_OF_A_DAY, moment.subsec_nanosecond());
        return moved.map(|moment| moment.to_string()).map_err(|_| OffCalendar);
    }
    Ok(text.to_owned())
}

/// The value that this text is the one way to write of: a day is not read out of a time.
fn whole<T: FromText + Display>(text: &str) -> Option<T> {
    T::from_text(text).filter(|value: &T| value.to_string() == text)
}
