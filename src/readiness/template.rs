//! Templates: what of a release others of the organisation can start from, and a release to edit templates in.
//!
//! Criteria, gates, rules, periods and removals are the same things in templates as in a release. So templates are edited as
//! a release of their own kind, by the same commands, and written back from it.

use super::rules::default_rules;
use super::starter::started;
use crate::gate::{default_criteria, default_gates};
use crate::plan::{
    AcceptanceCriterion, ChecklistItem, GovernanceRule, Id, Identity, Items, Message, MessageTemplate, QualityGate,
    Release, TemplatePart, Templates, WorkCalendar,
};

/// The id of the release in which templates are edited. No release of a plan has it.
pub const TEMPLATES_ID: &str = "organisation.templates";

/// What is asked, without what one release has answered.
pub(super) fn bare_criterion(criterion: &AcceptanceCriterion) -> AcceptanceCriterion {
    let AcceptanceCriterion { id, title, detail, catalogue, .. } = criterion.clone();
    AcceptanceCriterion { id, title, detail, catalogue, ..AcceptanceCriterion::default() }
}

/// A gate as it is set up, without what one release has seen and signed at it.
pub(super) fn bare_gate(gate: &QualityGate) -> QualityGate {
    let QualityGate { id, name, looks_at, lead_role, optional, requires, covers, signatories, catalogue, .. } =
        gate.clone();
    let point = |item: &ChecklistItem| {
        let ChecklistItem { id, text, check, .. } = item.clone();
        ChecklistItem { id, text, check, ..ChecklistItem::default() }
    };
    let checklist = gate.checklist.iter().map(point).collect();
    QualityGate {
        id,
        name,
        looks_at,
        lead_role,
        optional,
        requires,
        covers,
        signatories,
        catalogue,
        checklist,
        ..QualityGate::default()
    }
}

/// A policy without the waiver that one release has from it.
pub(super) fn bare_rule(rule: &GovernanceRule) -> GovernanceRule {
    GovernanceRule { waiver: None, ..rule.clone() }
}

/// The templates as a release, to be edited by its commands.
#[must_use]
pub fn templates_as_release(templates: &Templates) -> Release {
    let mut release = started(Id::of_key(TEMPLATES_ID), Identity::default(), templates);
    release.messages = templates.messages.iter().map(message_of).collect();
    release.removals = templates.removals.clone();
    release
}

/// The templates that a release of [`templates_as_release`] holds after it was edited. What a release does not hold is taken
/// from those before. A list that is the one that comes with the app again counts as none of one's own.
#[must_use]
pub fn templates_from_release(release: &Release, before: &Templates) -> Templates {
    let mut templates = saved(release);
    templates.messages = release.messages.iter().map(template_of).collect();
    templates.take(TemplatePart::Rfcs, before);
    templates
}

/// What of a release the organisation's others can start from.
#[must_use]
pub fn saved(release: &Release) -> Templates {
    let calendar = Some(release.calendar.clone()).filter(|calendar| *calendar != WorkCalendar::default());
    Templates {
        criteria: own(release.criteria.iter().map(bare_criterion).collect(), &default_criteria()),
        criteria_review: release.criteria_list.review,
        gates: own(release.gates.iter().map(bare_gate).collect(), &default_gates()),
        rules: own(release.rules.iter().map(bare_rule).collect(), &default_rules()),
        removals: release.removals.clone(),
        training_threshold: release.training.threshold,
        calendar,
        ..Templates::default()
    }
}

fn own<T: PartialEq>(list: Items<T>, default: &Items<T>) -> Option<Items<T>> {
    (list != *default).then_some(list)
}

/// A template stands as a message whose member `template` is its name.
fn message_of(template: &MessageTemplate) -> Message {
    let MessageTemplate { id, name, subject, body, channel, send } = template.clone();
    Message {
        id: Id::new(id.as_str()).unwrap_or_default(),
        template: Some(name),
        subject,
        body,
        channel,
        send,
        ..Message::default()
    }
}

fn template_of(message: &Message) -> MessageTemplate {
    let Message { id, template, subject, body, channel, send, .. } = message.clone();
    let id = Id::new(id.as_str()).unwrap_or_default();
    MessageTemplate { id, name: template.unwrap_or_default(), subject, body, channel, send }
}
