//! The plans that come with the app as files, and what a first visit is shown of them before any file is read.
//!
//! The words and figures here hold for a sample on the day on which it is shown; a test holds them to its assessment.

use crate::plan::Verdict;
use crate::readiness::{Code, Section};

/// How many days ahead of today a sample goes live.
pub const SAMPLE_DAYS_AHEAD: i32 = 12;

/// A sample: the name of its file, and what it is a sample of.
#[derive(Debug, Clone, Copy)]
pub struct SampleEntry {
    /// The name of its file in `samples/`, without the ending.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it shows, in one sentence.
    pub shows: &'static str,
    /// Its verdict.
    pub verdict: Verdict,
}

/// The samples, the one for a first visit first.
pub static SAMPLES: [SampleEntry; 3] = [
    SampleEntry {
        key: "service-desk-platform",
        name: "Service desk platform",
        shows: "First of its type for 2,300 people, in phases. Not ready yet: see what is missing, and where to cure it.",
        verdict: Verdict::NoGo,
    },
    SampleEntry {
        key: "security-update",
        name: "Security update",
        shows: "An urgent update pushed to 6,400 clients. Ready under conditions.",
        verdict: Verdict::ConditionalGo,
    },
    SampleEntry {
        key: "payments-parallel",
        name: "Payments back end",
        shows: "Old and new run in parallel for a month. Ready to go.",
        verdict: Verdict::Go,
    },
];

/// What a first visit is shown of the first sample.
#[derive(Debug, Clone, Copy)]
pub struct Preview {
    /// The version.
    pub version: &'static str,
    /// The time zone that says what day it is.
    pub time_zone: &'static str,
    /// How much is done, out of what applies.
    pub tally: (u32, u32),
    /// How many blockers there are.
    pub blockers: usize,
    /// How many conditions there are.
    pub conditions: usize,
    /// Some of the blockers, each with where it is cured and in what words it is told.
    pub findings: [(Code, Section, &'static str); 3],
}

/// The preview of the first sample.
pub static PREVIEW: Preview = Preview {
    version: "1.0",
    time_zone: "Europe/Dublin",
    tally: (62, 87),
    blockers: 20,
    conditions: 4,
    findings: [
        (Code::GateNotHeld, Section::Gates, "Gate “Defect review” has not been held."),
        (
            Code::DefectUndecided,
            Section::Defects,
            "Defect “The queue view of large teams takes seven seconds after a weekend” is undecided.",
        ),
        (Code::SeniorSignOffStale, Section::Board, "The plan has changed since senior IT management signed."),
    ],
};
