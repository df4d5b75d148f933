//! The hand-over to the service desk: how far it is, and what the known errors propose for it.

use jiff::civil::Date;

use super::as_of::has_come;
use super::defects::{known_errors, missing_in};
use crate::plan::{Defect, HandOverItem, HandOverKind, Id, Items, Release};

/// Whether a point is set up in the desk's tool, or the training given, by today.
#[must_use]
pub fn is_set_up(item: &HandOverItem, today: Date) -> bool {
    item.set_up.is_some() && has_come(item.set_up, today)
}

/// Whether the service desk has accepted the hand-over, by today: somebody in the plan did, on a day that has come.
#[must_use]
pub fn is_accepted(release: &Release, today: Date) -> bool {
    let acceptance = &release.hand_over.acceptance;
    let by = release.person_name(acceptance.by).is_some_and(|name| !name.trim().is_empty());
    by && acceptance.on.is_some() && has_come(acceptance.on, today)
}

/// How far the hand-over is, on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandOverProgress {
    /// How many points there are.
    pub points: usize,
    /// The points that are not set up.
    pub open: Vec<Id<HandOverItem>>,
    /// The known errors that lack something that the desk needs.
    pub incomplete: Vec<Id<Defect>>,
    /// Whether there are known errors, and not one point is written down.
    pub nothing_listed: bool,
    /// Whether the service desk has accepted it.
    pub accepted: bool,
}

impl HandOverProgress {
    /// How many points are set up.
    #[must_use]
    pub fn set_up(&self) -> usize {
        self.points.saturating_sub(self.open.len())
    }

    /// Whether the desk has all that it needs. An empty hand-over that nobody accepted is not complete.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.open.is_empty() && self.incomplete.is_empty() && !self.nothing_listed && self.accepted
    }
}

/// How far the hand-over is, by today.
#[must_use]
pub fn hand_over_progress(release: &Release, today: Date) -> HandOverProgress {
    let items = &release.hand_over.items;
    let lacking = known_errors(release).filter(|defect| !missing_in(&defect.known_error).is_empty());
    HandOverProgress {
        points: items.len(),
        open: items.iter().filter(|item| !is_set_up(item, today)).map(|item| item.id).collect(),
        incomplete: lacking.map(|defect| defect.id).collect(),
        nothing_listed: items.is_empty() && known_errors(release).next().is_some(),
        accepted: is_accepted(release, today),
    }
}

/// The points that the known errors ask for and that are not in the hand-over yet: for each its quick fix and its code.
///
/// Each gets its id from `new_id`. What they propose once they are in the plan is nothing.
pub fn proposals(release: &Release, mut new_id: impl FnMut() -> Id<HandOverItem>) -> Vec<HandOverItem> {
    let mut there: Items<HandOverItem> = release.hand_over.items.clone();
    let mut proposed = Vec::new();
    for item in known_errors(release).flat_map(asked_for) {
        if !there.iter().any(|other| serves(other, &item)) {
            let item = HandOverItem { id: new_id(), ..item };
            there.push(item.clone());
            proposed.push(item);
        }
    }
    proposed
}

/// What a known error asks for, as far as it is written down.
fn asked_for(defect: &Defect) -> impl Iterator<Item = HandOverItem> {
    let known = &defect.known_error;
    let point = |kind, detail: &str| HandOverItem {
        kind,
        title: defect.title.clone(),
        detail: detail.trim().to_owned(),
        code: known.desk_code.trim().to_owned(),
        defect: Some(defect.id),
        ..HandOverItem::default()
    };
    let quick_fix = point(HandOverKind::QuickFix, &known.quick_fix);
    let code = point(HandOverKind::IncidentCode, &known.symptoms);
    let said = |text: &str| !text.trim().is_empty();
    [(said(&known.quick_fix), quick_fix), (said(&known.desk_code), code)]
        .into_iter()
        .filter_map(|(asked, item)| asked.then_some(item))
}

/// Whether a point does already what another one is proposed for: it is of the same kind and came from the same defect,
/// or is the same quick fix or the same code in the desk's tool, where a template serves as well.
fn serves(there: &HandOverItem, proposed: &HandOverItem) -> bool {
    let same = |one: &str, other: &str| {
        let one = one.trim();
        !one.is_empty() && one.to_lowercase() == other.trim().to_lowercase()
    };
    let codes = [HandOverKind::IncidentCode, HandOverKind::Template];
    match proposed.kind {
        HandOverKind::QuickFix => {
            there.kind == HandOverKind::QuickFix
                && (there.defect == proposed.defect || same(&there.detail, &proposed.detail))
        }
        _ => codes.contains(&there.kind) && (there.defect == proposed.defect || same(&there.code, &proposed.code)),
    }
}
