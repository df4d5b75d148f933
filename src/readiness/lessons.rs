//! What earlier releases of the same type taught.

use jiff::civil::{Date, DateTime};

use crate::order;
use crate::plan::{Id, Lesson, Release};

/// What one earlier release taught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierLessons {
    /// Which release.
    pub release: Id<Release>,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// When it was live, or was meant to be.
    pub on: Option<Date>,
    /// What it taught, in its own order.
    pub lessons: Vec<Lesson>,
}

/// The lessons of those releases that are of the same type as this one, or like it the first of theirs, and went before it;
/// the newest first. Its own are not among them, nor are those without a word.
#[must_use]
pub fn lessons_for(release: &Release, others: &[&Release]) -> Vec<EarlierLessons> {
    let alike = |other: &&&Release| {
        let (own, its) = (&release.identity, &other.identity);
        its.release_type == own.release_type || (its.first_of_type && own.first_of_type)
    };
    let before = |other: &&&Release| match (day_of(other), release.go_live()) {
        (Some(its), Some(own)) => its <= own,
        _ => true,
    };
    let fitting = others.iter().filter(|other| other.id != release.id).filter(alike).filter(before);
    let mut found: Vec<EarlierLessons> = fitting.filter_map(|other| lessons_of(other)).collect();
    order::sort_by_key(&mut found, |earlier| (std::cmp::Reverse(earlier.on), earlier.release));
    found
}

fn lessons_of(release: &Release) -> Option<EarlierLessons> {
    let said = release.after.review.lessons.iter().filter(|lesson| !lesson.text.trim().is_empty());
    let lessons: Vec<Lesson> = said.cloned().collect();
    let (name, version) = (release.identity.name.clone(), release.identity.version.clone());
    let found = EarlierLessons { release: release.id, name, version, on: day_of(release), lessons };
    (!found.lessons.is_empty()).then_some(found)
}

/// When it was live, or is planned to be.
fn day_of(release: &Release) -> Option<Date> {
    release.after.go_live.at.map(DateTime::date).or(release.go_live())
}
