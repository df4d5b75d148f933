//! What the release is, and when it goes live.

use jiff::civil::{Date, DateTime};
use serde_json::Value;

use super::id::Id;
use super::people::Person;
use super::written::{Outcome, Required, Source, Written, Wrong, read_members, write_members};

choice! {
    /// How large a step the release is.
    pub enum ReleaseType {
        /// New or changed functions of some size.
        Major = "major", "Major";
        /// Small improvements and fixes.
        Minor = "minor", "Minor";
        /// Cannot wait for the ordinary calendar.
        Emergency = "emergency", "Emergency";
    }
}

choice! {
    /// How much the business suffers where the configuration items fail.
    pub enum Criticality {
        /// An inconvenience.
        Low = "low", "Low";
        /// Some work waits.
        Moderate = "moderate", "Moderate";
        /// A core process stops.
        High = "high", "High";
        /// Safety, law, or the organisation's existence.
        Critical = "critical", "Critical";
    }
}

record! {
    /// Section 1 of the release record, but for its lists.
    pub struct Identity {
        /// The release's name.
        pub name: String,
        /// Its version, as the organisation writes versions.
        pub version: String,
        /// What it brings, in a few sentences.
        pub summary: String,
        /// Major, minor or emergency.
        pub release_type: ReleaseType,
        /// Whether nothing like it was deployed here before.
        pub first_of_type: bool,
        /// What a failure would cost the business.
        pub criticality: Criticality,
        /// Who manages the release.
        pub release_manager: Option<Id<Person>>,
        /// Who pays for it and wants it.
        pub sponsor: Option<Id<Person>>,
        /// The planned window, in civil time of [`time_zone`](Self::time_zone).
        pub window: Option<Window>,
        /// The IANA time zone of every date and time in the plan; empty counts as UTC.
        pub time_zone: String,
        /// Why the date cannot move; absent where it can.
        pub fixed_date: Option<String>,
        /// The ISO 4217 code of every amount in the plan.
        pub currency: String,
    }
}

item! {
    /// A service, system or component that the release touches.
    pub struct ConfigurationItem titled name {
        /// What it is called in the configuration management system.
        pub name: String,
        /// Service, server, application, database, …
        pub kind: String,
        /// Its version before the release.
        pub version_before: String,
        /// Its version after the release.
        pub version_after: String,
    }
}

/// A span of civil time that does not end before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    start: DateTime,
    end: DateTime,
}

/// Says what a window is in a file.
#[cfg(feature = "cli")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "Window")]
#[allow(dead_code, reason = "described in the schema, and never made")]
struct WrittenWindow {
    start: DateTime,
    end: DateTime,
}

/// Why two times are no window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the window ends ({end}) before it starts ({start})")]
pub struct EndsBeforeStart {
    /// The start that was given.
    pub start: DateTime,
    /// The end that was given.
    pub end: DateTime,
}

impl Window {
    /// The window from `start` to `end`.
    ///
    /// # Errors
    /// [`EndsBeforeStart`] where it would end before it starts.
    pub fn new(start: DateTime, end: DateTime) -> Result<Self, EndsBeforeStart> {
        if end < start { Err(EndsBeforeStart { start, end }) } else { Ok(Self { start, end }) }
    }

    /// When it starts.
    #[must_use]
    pub fn start(self) -> DateTime {
        self.start
    }

    /// When it ends.
    #[must_use]
    pub fn end(self) -> DateTime {
        self.end
    }

    /// The day of go-live: the day on which the window starts.
    #[must_use]
    pub fn go_live(self) -> Date {
        self.start.date()
    }
}

/// A window has no default, so that it is read where one may be absent.
impl Written for Option<Window> {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        *self = None;
        if from.value().is_null() {
            return Ok(());
        }
        let (mut start, mut end) = (Required::<DateTime>::default(), Required::<DateTime>::default());
        read_members(from, &["start", "end"], &mut [&mut start, &mut end])?;
        let (start, end) = (start.take(from, "start")?, end.take(from, "end")?);
        let window = Window::new(start, end).map_err(|broken| from.refuse(Wrong::Condition(broken.to_string())))?;
        *self = Some(window);
        Ok(())
    }

    fn write(&self) -> Value {
        self.map_or(Value::Null, |window| write_members(&["start", "end"], &[&window.start, &window.end]))
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Window {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Window".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        WrittenWindow::json_schema(generator)
    }
}
