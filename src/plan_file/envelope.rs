//! What stands around a release in a file.

use jiff::Timestamp;
use serde_json::Value;

use super::kept::Kept;
use crate::plan::written::{Required, read_members, write_members};
use crate::plan::{Outcome, Release, Source, Written};

/// The `format` of a file with one plan.
pub const PLAN_FORMAT: &str = "rollcall-plan";

/// The `format` of a file with several plans.
pub const BACKUP_FORMAT: &str = "rollcall-backup";

/// The version of both formats that is written. Older ones are read as well.
pub const VERSION: u32 = 3;

const ENVELOPE: &[&str] = &["format", "version", "exported_at", "app", "release"];

record! {
    /// The program that wrote a file.
    pub struct App {
        /// Its name.
        pub name: String,
        /// Its version.
        pub version: String,
    }
}

impl App {
    /// This program, in this version.
    #[must_use]
    pub fn this(version: &str) -> Self {
        Self { name: "Rollcall".to_owned(), version: version.to_owned() }
    }
}

/// One release plan as a file has it.
#[derive(Default)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub(super) struct Envelope {
    /// What kind of file this is.
    #[allow(dead_code, reason = "checked before the envelope is read, and described in the schema")]
    pub(super) format: String,
    /// The version of the format.
    #[allow(dead_code, reason = "checked before the envelope is read, and described in the schema")]
    pub(super) version: u32,
    /// When the file was written.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub(super) exported_at: Option<Timestamp>,
    /// The program that wrote it.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub(super) app: Option<App>,
    /// The plan itself.
    pub(super) release: Release,
}

impl Written for Envelope {
    fn read(&mut self, from: &mut dyn Source) -> Outcome {
        let Self { format, version, exported_at, app, .. } = self;
        let mut release = Required::<Release>::default();
        read_members(from, ENVELOPE, &mut [format, version, exported_at, app, &mut release])?;
        self.release = release.take(from, "release")?;
        Ok(())
    }

    fn write(&self) -> Value {
        let Self { format, version, exported_at, app, release } = self;
        write_members(ENVELOPE, &[format, version, exported_at, app, release])
    }
}

/// A plan read from a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanFile {
    /// The release.
    pub release: Release,
    /// What the file holds beyond what this version knows.
    pub kept: Kept,
    /// When the file was written.
    pub exported_at: Option<Timestamp>,
    /// The program that wrote it.
    pub app: Option<App>,
}

/// Several plans read from one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backup {
    /// The plans; no two of them are of the same release.
    pub plans: Vec<PlanFile>,
    /// When the file was written.
    pub exported_at: Option<Timestamp>,
    /// The program that wrote it.
    pub app: Option<App>,
}

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// One plan.
    Plan(Box<PlanFile>),
    /// Several plans.
    Backup(Backup),
}
