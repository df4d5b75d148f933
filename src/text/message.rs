//! Messages in words: fields filled in, when they are sent, and how they stand.

use super::day::{day, day_and_time, relative_day, time};
use crate::communication::{Field, Handed, Piece, Sending, Told, Value, merged};
use crate::plan::{Days, Defect, Release};
use crate::strategy::catalogue::combination;
use jiff::civil::Date;

/// A text with every field filled in, as it is copied and mailed. What the plan does not say yet stands in square brackets,
/// and a name that is no field's in its braces.
#[must_use]
pub fn plain(text: &str, release: &Release) -> String {
    merged(text, release).iter().map(piece).collect()
}

/// A subject with every field filled in, on one line.
#[must_use]
pub fn plain_subject(subject: &str, release: &Release) -> String {
    plain(subject, release).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A piece of a message as it reads in plain text.
#[must_use]
pub fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Words(words) => words.clone(),
        Piece::Filled(_, value) => field_value(value),
        Piece::Missing(field) => format!("[{}]", missing(field)),
        Piece::Unknown(name) => format!("{{{name}}}"),
    }
}

/// What is said of a field where the plan says nothing: "missing: the day of go-live".
#[must_use]
pub fn missing(field: &Field) -> String {
    format!("missing: {}", field.name)
}

/// What is said of a name in braces that is no field's.
#[must_use]
pub fn unknown(name: &str) -> String {
    format!("no such field: {{{name}}}")
}

/// What a field of the plan says, as people write it.
#[must_use]
pub fn field_value(value: &Value) -> String {
    match value {
        Value::Words(words) => (*words).to_owned(),
        Value::Names(names) => listed(names),
        Value::Day(on) => day(*on),
        Value::Moment(at) => day_and_time(*at),
        Value::Window(window, zone) => {
            let (start, end) = (window.start(), window.end());
            let until = if start.date() == end.date() { time(end) } else { day_and_time(end) };
            let zone = if zone.is_empty() { "UTC" } else { zone };
            format!("{} to {until} ({zone})", day_and_time(start))
        }
        Value::Strategy(strategy) => combination(*strategy).name.to_owned(),
        Value::KnownErrors(known) => known.iter().map(|defect| known_error(defect)).collect::<Vec<_>>().join("\n"),
    }
}

/// When something is sent, in days after go-live: "3 days before go-live".
#[must_use]
pub fn from_go_live(days: Days) -> String {
    match days.0 {
        0 => "on the day of go-live".to_owned(),
        1 => "1 day after go-live".to_owned(),
        -1 => "1 day before go-live".to_owned(),
        days if days > 0 => format!("{days} days after go-live"),
        days => format!("{} days before go-live", days.unsigned_abs()),
    }
}

/// How a message stands: "Sent on Thu 12 Mar 2026".
#[must_use]
pub fn sending(standing: Sending, today: Date) -> String {
    match standing {
        Sending::Undated => "No day yet".to_owned(),
        Sending::Planned(on) => format!("Planned for {}, {}", day(on), relative_day(today, on)),
        Sending::Overdue(on) => format!("Overdue since {}", day(on)),
        Sending::Sent(on) => format!("Sent on {}", day(on)),
    }
}

/// Whether somebody was told, in a few words.
#[must_use]
pub fn told(told: Told) -> String {
    match told {
        Told::NotAddressed => "Not addressed".to_owned(),
        Told::Addressed(Sending::Undated) => "Planned, no day yet".to_owned(),
        Told::Addressed(Sending::Planned(on)) => format!("Planned for {}", day(on)),
        Told::Addressed(Sending::Overdue(on)) => format!("Overdue since {}", day(on)),
        Told::Addressed(Sending::Sent(on)) => format!("Told on {}", day(on)),
    }
}

/// How far a document got on its way.
#[must_use]
pub fn handed(standing: Handed, today: Date) -> String {
    match standing {
        Handed::Due(None) => "No day yet".to_owned(),
        Handed::Due(Some(by)) => format!("To be sent by {}, {}", day(by), relative_day(today, by)),
        Handed::Overdue(by) => format!("Overdue since {}", day(by)),
        Handed::Sent(on) => format!("Sent on {}, not acknowledged", day(on)),
        Handed::Acknowledged(on) => format!("Acknowledged on {}", day(on)),
        Handed::Changed(on) => format!("Changed since it was sent on {}", day(on)),
    }
}

/// Names in a sentence: "Back office, Stores and Sales".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// A known error on one line: what it is, and how to work in spite of it.
fn known_error(defect: &Defect) -> String {
    let known = &defect.known_error;
    let title = match (defect.number.trim(), defect.title.trim()) {
        ("", title) => title.to_owned(),
        (number, "") => number.to_owned(),
        (number, title) => format!("{number} {title}"),
    };
    let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = [("Workaround", &known.workaround), ("Quick fix", &known.quick_fix), ("Code", &known.desk_code)];
    let said = said.iter().map(|(name, text)| (name, one(text).trim_end_matches('.').to_owned()));
    let said: Vec<String> =
        said.filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}: {text}.")).collect();
    format!("- {title}. {}", said.join(" "))
}
