//! What the documents say on each subject. Several documents show the same subject, each as its readers need it.

pub(super) mod actions;
pub(super) mod adoption;
pub(super) mod advice;
pub(super) mod after;
pub(super) mod back_out;
pub(super) mod board;
pub(super) mod cab;
pub(super) mod communications;
pub(super) mod criteria;
pub(super) mod dates;
pub(super) mod defects;
pub(super) mod delivery;
pub(super) mod environments;
pub(super) mod findings;
pub(super) mod forecast;
pub(super) mod gates;
pub(super) mod hand_over;
pub(super) mod history;
pub(super) mod meetings;
pub(super) mod overview;
pub(super) mod people;
pub(super) mod rejections;
pub(super) mod review;
pub(super) mod rfcs;
pub(super) mod risks;
pub(super) mod rollout;
pub(super) mod rules;
pub(super) mod runbook;
pub(super) mod signatures;
pub(super) mod strategy;
pub(super) mod timeline;
pub(super) mod training;

use jiff::civil::Date;

use crate::gate::Contents;
use crate::plan::Release;
use crate::readiness::{Readiness, assess};

/// One release on one day, with what follows from it: worked out once, however many sections ask.
pub(super) struct View<'a> {
    /// The release.
    pub(super) release: &'a Release,
    /// The day.
    pub(super) today: Date,
    /// Whether it is ready. The only verdict that any document shows.
    pub(super) readiness: Readiness,
    /// What sign-offs cover now.
    pub(super) contents: Contents<'a>,
    /// What the Board's sign-offs cover now.
    pub(super) plan_content: String,
}

impl<'a> View<'a> {
    /// The release as it is on this day.
    pub(super) fn of(release: &'a Release, today: Date) -> Self {
        let contents = Contents::of(release);
        let plan_content = contents.plan();
        Self { release, today, readiness: assess(release, today), contents, plan_content }
    }
}
