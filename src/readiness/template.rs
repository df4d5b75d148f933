//! Templates: what of a release others of the organisation can start from, and a release to edit templates in.
//!
//! Criteria, gates, rules, periods and removals are the same things in templates as in a release. So templates are edited as
//! a release of their own kind, by the same commands, and written back from it.

use super::rules::default_rules;
use super::starter::started;
use crate::gate::{default_criteria, default_gates};
use crate::plan::{
    AcceptanceCriterion, ChecklistItem, Command, Edit, GovernanceRule, Id, Identity, Items, Listed, Message,
    MessageTemplate, QualityGate, Release, RemovedKind, TEMPLATES_ID, TemplatePart, Templates, WorkCalendar,
};

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

/// The templates that a release of [`templates_as_release`] holds after it was edited. Why RFCs are rejected has
/// no place in a release, and is taken from before. A list that is the one that comes with the app again counts as none of one's own.
#[must_use]
pub fn templates_from_release(release: &Release, before: &Templates) -> Templates {
    let mut templates = saved(release);
    templates.messages = release.messages.iter().map(template_of).collect();
    templates.rejection_reasons.clone_from(&before.rejection_reasons);
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
        cab_lead: release.cab.lead,
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

/// What of templates came into a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Adds what was not there, as one step; nothing where all of it was.
    pub command: Option<Command>,
    /// How much is added.
    pub added: usize,
    /// How much was there already. It stays as it is.
    pub already: usize,
}

/// Adds criteria, gates or rules of templates to a release. What has been answered, held or waived there stays as it is, and
/// what was removed for a reason and comes back loses that reason. Other parts have no list in a release.
#[must_use]
pub fn added_from(release: &Release, part: TemplatePart, templates: &Templates) -> Added {
    match part {
        TemplatePart::Criteria => added(release, RemovedKind::Criterion, templates.criteria.as_ref(), bare_criterion),
        TemplatePart::Gates => added(release, RemovedKind::Gate, templates.gates.as_ref(), bare_gate),
        TemplatePart::Rules => added(release, RemovedKind::Rule, templates.rules.as_ref(), bare_rule),
        TemplatePart::Messages | TemplatePart::Rfcs | TemplatePart::Training | TemplatePart::Calendar => {
            Added { command: None, added: 0, already: 0 }
        }
    }
}

fn added<T: Listed>(release: &Release, kind: RemovedKind, list: Option<&Items<T>>, bare: fn(&T) -> T) -> Added {
    let all = list.map(Items::iter).into_iter().flatten();
    let (there, new): (Vec<&T>, Vec<&T>) = all.partition(|item| T::list(release).contains(item.id()));
    let mut commands = Vec::new();
    for item in &new {
        let gone = release.removals.iter().filter(|removal| removal.kind == kind && removal.key == item.id().as_str());
        commands.extend(gone.map(|removal| Command::Removals(Edit::Remove { id: removal.id })));
    }
    commands.extend(new.iter().map(|item| T::command(Edit::add(bare(item)))));
    Added {
        command: (!commands.is_empty()).then_some(Command::Batch(commands)),
        added: new.len(),
        already: there.len(),
    }
}

/// The templates of an organisation that had criteria of its own and reasons for rejecting an RFC before there were templates.
#[must_use]
pub fn older_templates(own_criteria: &[String], rejection_reasons: Option<&Vec<String>>) -> Templates {
    let own = own_criteria.iter().map(|title| title.trim()).filter(|title| !title.is_empty()).enumerate();
    let own: Vec<AcceptanceCriterion> = own
        .filter_map(|(at, title)| {
            let id = Id::new(&format!("own-{}", at + 1)).ok()?;
            Some(AcceptanceCriterion { id, title: title.to_owned(), ..AcceptanceCriterion::default() })
        })
        .collect();
    let criteria = (!own.is_empty()).then(|| default_criteria().iter().cloned().chain(own).collect());
    Templates { criteria, rejection_reasons: rejection_reasons.cloned(), ..Templates::default() }
}
