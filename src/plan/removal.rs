//! Removing what readiness depends on: only with a reason, which stays in the plan and is printed.

use super::command::Command;
use super::gate::{QualityGate, Signatory};
use super::governance::{Removal, RemovedKind};
use super::id::Id;
use super::items::Edit;
use super::organisation::TEMPLATES_ID;
use super::release::Release;

/// The removal itself together with the record of its reason, as one step.
#[must_use]
pub fn with_reason(removal: Removal, remove: Command) -> Command {
    Command::Batch(vec![Command::Removals(Edit::add(removal)), remove])
}

impl Command {
    /// What this command removes that readiness depends on, as far as no reason for it is in the plan afterwards.
    ///
    /// The record of a removal is such a thing itself: it goes only when what was removed is back.
    /// Undo applies its commands without asking: it only restores what was there.
    #[must_use]
    pub fn removes_without_reason(&self, release: &Release) -> Option<RemovedKind> {
        // Templates stand for no release: leaving something out of them takes nothing that one relies on.
        if !self.may_remove(release) || release.id.as_str() == TEMPLATES_ID {
            return None;
        }
        let mut after = release.clone();
        self.clone().apply(&mut after).ok()?;
        let left = removable(&after);
        let gone = removable(release).into_iter().filter(|thing| thing.counts && !thing.is_among(&left));
        let unexplained = gone.filter(|thing| !thing.is_explained_in(&after)).map(|thing| thing.kind);
        unexplained.chain(forgotten(release, &after)).next()
    }

    /// Whether this command can remove anything of that kind at all. Most cannot, and need no closer look.
    fn may_remove(&self, release: &Release) -> bool {
        match self {
            Self::Batch(commands) => commands.iter().any(|command| command.may_remove(release)),
            Self::Criteria(Edit::Remove { .. })
            | Self::Gates(Edit::Remove { .. })
            | Self::Defects(Edit::Remove { .. })
            | Self::Rules(Edit::Remove { .. })
            | Self::Departments(Edit::Remove { .. })
            | Self::Capacity(Edit::Remove { .. })
            | Self::HandOverItems(Edit::Remove { .. })
            | Self::Removals(Edit::Remove { .. } | Edit::Replace { .. }) => true,
            Self::Departments(Edit::Replace { item }) => {
                !item.impacted && release.departments.get(item.id).is_some_and(|department| department.impacted)
            }
            Self::Gates(Edit::Replace { item }) => release.gates.get(item.id).is_some_and(|gate| {
                let left: Vec<_> = roles(item).collect();
                roles(gate).any(|signatory| !left.contains(&signatory))
            }),
            _ => false,
        }
    }
}

impl Removal {
    /// Whether what was removed is in the plan again.
    #[must_use]
    pub fn is_undone(&self, release: &Release) -> bool {
        removable(release).iter().any(|thing| {
            thing.is(self.kind, &self.key) || (thing.kind == self.kind && thing.catalogue.as_ref() == Some(&self.key))
        })
    }
}

/// Something that readiness depends on.
struct Removable {
    kind: RemovedKind,
    id: String,
    /// The key of the default that it came from: a reason may name that instead.
    catalogue: Option<String>,
    /// Whether it goes only with a reason: a department that the release does not touch goes without.
    counts: bool,
}

impl Removable {
    fn new(kind: RemovedKind, id: impl ToString, catalogue: Option<&String>) -> Self {
        Self { kind, id: id.to_string(), catalogue: catalogue.cloned(), counts: true }
    }

    fn is(&self, kind: RemovedKind, id: &str) -> bool {
        self.kind == kind && self.id == id
    }

    fn is_among(&self, things: &[Removable]) -> bool {
        let here = |kind, id: &str| things.iter().any(|thing| thing.is(kind, id));
        // A role that goes with its gate is covered by the gate's own reason.
        let with_its_gate = self.kind == RemovedKind::Signatory
            && self.id.split_once(':').is_some_and(|(gate, _)| !here(RemovedKind::Gate, gate));
        // As is the impact on a department that goes altogether.
        let with_its_department = self.kind == RemovedKind::Impact && !here(RemovedKind::Department, &self.id);
        with_its_gate || with_its_department || here(self.kind, &self.id)
    }

    fn is_explained_in(&self, release: &Release) -> bool {
        release.removals.iter().any(|removal| {
            let names_it = removal.key == self.id || Some(&removal.key) == self.catalogue.as_ref();
            removal.kind == self.kind && names_it && !removal.reason.trim().is_empty()
        })
    }
}

fn removable(release: &Release) -> Vec<Removable> {
    let mut things = Vec::new();
    let (criteria, gates, rules) = (release.criteria.iter(), release.gates.iter(), release.rules.iter());
    things.extend(criteria.map(|it| Removable::new(RemovedKind::Criterion, it.id, it.catalogue.as_ref())));
    things.extend(rules.map(|it| Removable::new(RemovedKind::Rule, it.id, it.catalogue.as_ref())));
    for gate in gates {
        things.push(Removable::new(RemovedKind::Gate, gate.id, gate.catalogue.as_ref()));
        let roles = roles(gate).map(|signatory| format!("{}:{signatory}", gate.id));
        things.extend(roles.map(|id| Removable::new(RemovedKind::Signatory, id, None)));
    }
    things.extend(release.defects.iter().map(|it| Removable::new(RemovedKind::Defect, it.id, None)));
    let departments = release.departments.iter();
    things.extend(
        departments.map(|it| Removable { counts: it.impacted, ..Removable::new(RemovedKind::Department, it.id, None) }),
    );
    // What is settled may go: it asks nothing of anybody any more.
    let capacity = release.review.capacity.iter();
    things.extend(capacity.map(|it| Removable {
        counts: it.closed.is_none(),
        ..Removable::new(RemovedKind::CapacityIssue, it.id, None)
    }));
    let items = release.hand_over.items.iter();
    // Set up or not: what is dated ahead is open still, and whether it is nobody knows here.
    things.extend(items.map(|it| Removable::new(RemovedKind::HandOverItem, it.id, None)));
    let impacted = release.departments.iter().filter(|department| department.impacted);
    things.extend(impacted.map(|it| Removable::new(RemovedKind::Impact, it.id, None)));
    things
}

/// The signatories of a gate. One whose role reads as an earlier one's is not a further one: the same signature serves both.
fn roles(gate: &QualityGate) -> impl Iterator<Item = Id<Signatory>> {
    let same = |one: &Signatory, other: &Signatory| one.role.trim().eq_ignore_ascii_case(other.role.trim());
    let further = move |at: usize, signatory: &Signatory| {
        !gate.signatories.iter().take(at).any(|earlier| same(earlier, signatory))
    };
    let signatories = gate.signatories.iter().enumerate();
    signatories.filter(move |(at, signatory)| further(*at, signatory)).map(|(_, signatory)| signatory.id)
}

/// Removals whose record is gone although what was removed is not back.
fn forgotten(before: &Release, after: &Release) -> impl Iterator<Item = RemovedKind> {
    let same = |one: &Removal, other: &Removal| one.kind == other.kind && one.key == other.key;
    let gone = before.removals.iter().filter(move |old| !after.removals.iter().any(|new| same(old, new)));
    gone.filter(|old| !old.is_undone(after)).map(|old| old.kind)
}
