//! Each printable document as data, then as HTML and Markdown.
//!
//! A document is a view of the plan on a day: nothing in it is typed twice, and its verdict is the one that
//! [`readiness::assess`](crate::readiness::assess) gives. The screens draw the [`Block`]s themselves.

mod block;
mod go_no_go_pack;
mod html;
mod inline;
mod markdown;
mod page;
mod phrase;
mod release_plan;
mod section;
mod sheet;

use jiff::civil::Date;

pub use block::{
    Align, Block, Callout, Changes, Column, Depth, Difference, Fact, Heading, List, SignatureLine, SignatureStanding,
    Signatures, Table, VerdictBlock, Width,
};
pub use go_no_go_pack::go_no_go_pack;
pub use html::html;
pub use inline::{Address, Mark, Span, Status, Text};
pub use markdown::markdown;
pub use page::page_rules;
pub use release_plan::release_plan;

use crate::gate::sha256_hex;
use crate::plan::{Choice, Release};
use inline::one_line;
use section::{View, signatures};
use sheet::Sheet;

choice! {
    /// Which document.
    pub enum Kind {
        /// What is released, how, by whom and when.
        ReleasePlan = "release_plan", "Release plan";
        /// What the Release Board decides on.
        GoNoGoPack = "go_no_go_pack", "Go/No-Go pack";
    }
}

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
        }
    }

    /// What it is good for, in a line.
    #[must_use]
    pub fn purpose(self) -> &'static str {
        match self {
            Self::ReleasePlan => "What is released, how, by whom and when, and how to go back.",
            Self::GoNoGoPack => "Whether the release is ready, what stands against it, and the decision to sign.",
        }
    }
}

/// The document of this kind, as it is on this day.
#[must_use]
pub fn build(kind: Kind, release: &Release, today: Date) -> Document {
    match kind {
        Kind::ReleasePlan => release_plan(release, today),
        Kind::GoNoGoPack => go_no_go_pack(release, today),
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
