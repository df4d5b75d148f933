//! Each printable document as data, then as HTML and Markdown.
//!
//! A document is a view of the plan on a day: nothing in it is typed twice, and its verdict is the one that
//! [`readiness::assess`](crate::readiness::assess) gives. The screens draw the [`Block`]s themselves.

mod back_out_plan;
mod block;
mod cab_sheet;
mod communications_pack;
mod drawing;
mod go_no_go_pack;
mod html;
mod inline;
mod markdown;
mod minutes;
mod page;
mod phrase;
pub mod picture;
mod plot;
mod readiness_review;
mod rejection_report;
mod release_plan;
mod runbook;
mod section;
mod service_desk_pack;
mod sheet;
mod training_plan;

use jiff::civil::Date;

pub use back_out_plan::back_out_plan;
pub use block::{
    Align, Block, Callout, Changes, Column, Depth, Difference, Fact, Heading, List, SignatureLine, SignatureStanding,
    Signatures, Table, VerdictBlock, Width,
};
pub use cab_sheet::cab_sheet;
pub use communications_pack::communications_pack;
pub use drawing::{
    Drawing, Figure, Frame, LETTERS, Plot, Point, Scale, Shape, Side, Size, Tone, WIDTH, Words, points, words_width,
    wrapped,
};
pub use go_no_go_pack::go_no_go_pack;
pub use html::html;
pub use inline::{Address, Mark, Span, Status, Text};
pub use markdown::markdown;
pub use minutes::minutes;
pub use page::page_rules;
pub use readiness_review::readiness_review;
pub use rejection_report::{rejection_report, rejection_report_over};
pub use release_plan::release_plan;
pub use runbook::runbook;
pub use service_desk_pack::service_desk_pack;
pub use training_plan::training_plan;

pub use crate::plan::DocumentKind as Kind;

use crate::gate::sha256_hex;
use crate::line::one_line;
use crate::plan::{Choice, Release};
pub use section::adoption::{curve, load_facts};
pub use section::delivery::{interruption_rule, site_table, whole as parallel_in_words};
pub use section::rollout::waves_mean;
use section::{View, signatures};
use sheet::Sheet;

/// A printable document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub kind: Kind,
    /// Its title.
    pub title: &'static str,
    /// What it is about: the release's name and version.
    pub subtitle: String,
    /// Who it is for.
    pub audience: &'static str,
    /// The day on which it was drawn up; everything relative in it refers to that day.
    pub as_of: Date,
    /// The release's name.
    pub release: String,
    /// The release's version.
    pub version: String,
    /// The SHA-256 of the plan's content, in hexadecimal: the same as long as nothing of weight changes.
    pub digest: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Kind {
    /// Who it is for.
    #[must_use]
    pub fn audience(self) -> &'static str {
        match self {
            Self::ReleasePlan => "The release team and everyone whom the release touches",
            Self::GoNoGoPack => "The Release Board",
            Self::CabSheet => "The change advisory board",
            Self::Runbook => "Everyone who acts on the day of go-live",
            Self::BackOutPlan => "Everyone who may have to bring the state before back",
            Self::CommunicationsPack => "Whoever sends a message, and the service desk",
            Self::ServiceDeskPack => "The service desk",
            Self::TrainingPlan => "Trainers, and the leads of the teams that are trained",
            Self::ReadinessReview => "Operations and the Release Board",
            Self::Minutes => "Whoever was there, and whoever has an action from it",
            Self::RejectionReport => "The change manager",
        }
    }

    /// What it is good for, in a line.
    #[must_use]
    pub fn purpose(self) -> &'static str {
        match self {
            Self::ReleasePlan => "What is released, how, by whom and when, and how to go back.",
            Self::GoNoGoPack => "Whether the release is ready, what stands against it, and the decision to sign.",
            Self::CabSheet => "Each RFC with what the board asks about it, and what is still missing.",
            Self::Runbook => "The timed steps of go-live, and the last moment to turn back.",
            Self::BackOutPlan => "What makes us go back, and how it is done.",
            Self::CommunicationsPack => "Who is told what, through which channel, by whom and when.",
            Self::ServiceDeskPack => "Known errors with quick fixes, changed functions, codes and templates.",
            Self::TrainingPlan => "Who is trained, when and where, and who is not yet.",
            Self::ReadinessReview => "Whether environment, support and capacity are ready.",
            Self::Minutes => "What was said and decided, and what follows from it.",
            Self::RejectionReport => "What was refused, why, and what came of it.",
        }
    }
}

/// The document of this kind, as it is on this day.
#[must_use]
pub fn build(kind: Kind, release: &Release, today: Date) -> Document {
    match kind {
        Kind::ReleasePlan => release_plan(release, today),
        Kind::GoNoGoPack => go_no_go_pack(release, today),
        Kind::CabSheet => cab_sheet(release, today),
        Kind::Runbook => runbook(release, today),
        Kind::BackOutPlan => back_out_plan(release, today),
        Kind::CommunicationsPack => communications_pack(release, today),
        Kind::ServiceDeskPack => service_desk_pack(release, today),
        Kind::TrainingPlan => training_plan(release, today),
        Kind::ReadinessReview => readiness_review(release, today),
        Kind::Minutes => minutes(release, today),
        Kind::RejectionReport => rejection_report(release, today),
    }
}

impl Document {
    /// The start of the digest: the revision that a reader compares at sight.
    #[must_use]
    pub fn revision(&self) -> String {
        signatures::short(&self.digest)
    }

    /// The headings, for a table of contents.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        })
    }

    fn of(kind: Kind, view: &View, sheet: Sheet) -> Self {
        let identity = &view.release.identity;
        let (name, version) = (one_line(&identity.name), one_line(&identity.version));
        let release = if name.is_empty() { "Unnamed release".to_owned() } else { name };
        Self {
            kind,
            title: kind.label(),
            subtitle: format!("{release} {version}").trim_end().to_owned(),
            audience: kind.audience(),
            as_of: view.today,
            release,
            version,
            digest: sha256_hex(&view.plan_content),
            blocks: sheet.into_blocks(),
        }
    }
}
