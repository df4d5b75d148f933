//! A new release, with what every release starts from: the defaults, or what the organisation has in their place.

use jiff::civil::Date;

use super::rules::{RULES, default_rules};
use super::template::{bare_criterion, bare_gate, bare_rule};
use crate::gate::{default_criteria, default_gates, missing_criteria, missing_gates, review_points};
use crate::plan::{Count, Id, Identity, Item, Items, Release, Removal, RemovedKind, Templates};

/// Why a default is not in a release whose organisation leaves it out without a word of its own.
const NOT_IN_LIST: &str = "Not among the organisation’s templates";

/// A new release with the default criteria, gates, rules and points of the readiness review. It is No-Go: nothing in it has been answered.
#[must_use]
pub fn new_release(id: Id<Release>, identity: Identity) -> Release {
    let mut release = Release { id, identity, ..Release::default() };
    release.criteria = default_criteria();
    release.gates = default_gates();
    release.rules = default_rules();
    release.review.record.points = review_points();
    release.board.quorum = Count(4);
    release
}

/// A new release with what the organisation gives each of its releases, and the defaults where it gives nothing.
///
/// What the organisation leaves out of the defaults is gone with a reason, its own where it has given one: whoever reads the
/// plan sees that it was left out on purpose, and nothing stands against the release for it.
#[must_use]
pub fn new_release_from(id: Id<Release>, identity: Identity, templates: &Templates, today: Date) -> Release {
    let mut release = started(id, identity, templates);
    let criteria = missing_criteria(&release).into_iter().map(|entry| (RemovedKind::Criterion, entry.key, entry.title));
    let gates = missing_gates(&release).into_iter().map(|entry| (RemovedKind::Gate, entry.key, entry.name));
    let here = |key: &str| release.rules.iter().any(|rule| rule.catalogue.as_deref() == Some(key));
    let rules = RULES.iter().filter(|entry| !here(entry.key)).map(|entry| (RemovedKind::Rule, entry.key, entry.name));
    let left_out: Vec<_> = criteria.chain(gates).chain(rules).collect();
    let reasons = left_out.into_iter().map(|(kind, key, name)| reason(templates, kind, key, name, today));
    release.removals = reasons.collect();
    release
}

/// A release with what the organisation gives, without a word on what it leaves out.
pub(super) fn started(id: Id<Release>, identity: Identity, templates: &Templates) -> Release {
    let mut release = new_release(id, identity);
    take(&mut release.criteria, templates.criteria.as_ref(), bare_criterion);
    take(&mut release.gates, templates.gates.as_ref(), bare_gate);
    take(&mut release.rules, templates.rules.as_ref(), bare_rule);
    release.criteria_list.review = templates.criteria_review;
    release.cab.lead = templates.cab_lead;
    release.training.threshold = templates.training_threshold;
    release.calendar = templates.calendar.clone().unwrap_or_default();
    release
}

fn take<T: Item>(list: &mut Items<T>, template: Option<&Items<T>>, bare: fn(&T) -> T) {
    if let Some(template) = template {
        *list = template.iter().map(bare).collect();
    }
}

/// Why a default is left out: in the organisation's words where it has some.
fn reason(templates: &Templates, kind: RemovedKind, key: &'static str, name: &str, today: Date) -> Removal {
    let given = templates.removals.iter().find(|removal| removal.kind == kind && removal.key == key);
    let given = given.filter(|removal| !removal.reason.trim().is_empty()).cloned();
    given.unwrap_or_else(|| Removal {
        // Criteria, gates and rules have keys of their own, so that this is one of a kind.
        id: Id::of_key(key),
        kind,
        key: key.to_owned(),
        name: name.to_owned(),
        reason: NOT_IN_LIST.to_owned(),
        by: String::new(),
        on: Some(today),
    })
}
