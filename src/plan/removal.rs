//! Removing what readiness depends on: only with a reason, which stays in the plan and is printed.

use super::command::Command;
use super::gate::{Condition, GateOutcome, QualityGate};
use super::governance::{Fact, Removal, RemovedKind};
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
        let gone = removable(release)
            .into_iter()
            .filter(|thing| thing.counts && !thing.is_among(&left) && !thing.went_with(&after));
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
            Self::Rfcs(Edit::Remove { .. }) => asks_about(release, &OF_RFCS),
            Self::Audiences(Edit::Remove { .. }) => asks_about(release, &OF_AUDIENCES),
            Self::Departments(Edit::Replace { item }) => release.departments.get(item.id).is_some_and(|department| {
                let lost = || department.groups.iter().any(|group| !item.groups.contains(group.id));
                (department.impacted && !item.impacted) || (lost() && asks_about(release, &OF_GROUPS))
            }),
            Self::Gates(Edit::Replace { item }) => release.gates.get(item.id).is_some_and(|gate| {
                let left: Vec<_> = item.signing().map(|it| it.id).collect();
                let promised: Vec<_> = conditions(item).collect();
                gate.signing().any(|signatory| !left.contains(&signatory.id))
                    || conditions(gate).any(|condition| !promised.contains(&condition))
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
        things.iter().any(|thing| thing.is(self.kind, &self.id))
    }

    /// Whether that which it was a part of is gone or another one now: the reason for that, or its own words, cover it.
    fn went_with(&self, after: &Release) -> bool {
        let whole = self.id.split_once(':').map_or(self.id.as_str(), |(whole, _)| whole);
        let gate = || after.gates.get(Id::new(whole).ok()?);
        match self.kind {
            RemovedKind::Signatory => gate().is_none(),
            // A gate that ended otherwise promises nothing.
            RemovedKind::GateCondition => {
                gate().is_none_or(|gate| !matches!(gate.outcome, GateOutcome::PassedWithConditions { .. }))
            }
            RemovedKind::Impact | RemovedKind::UserGroup => {
                Id::new(whole).ok().is_none_or(|id| !after.departments.contains(id))
            }
            _ => false,
        }
    }

    fn is_explained_in(&self, release: &Release) -> bool {
        release.removals.iter().any(|removal| {
            let names_it = removal.key == self.id || Some(&removal.key) == self.catalogue.as_ref();
            removal.kind == self.kind && names_it && !removal.reason.trim().is_empty()
        })
    }
}

/// What rules ask about: how many are reached, how early RFCs are submitted, who is trained. Taking away one of those of which
/// a rule asks must not be a way to meet it; where no rule asks, nothing depends on it.
const OF_GROUPS: [Fact; 2] = [Fact::Reach, Fact::FirstWaveShare];
const OF_RFCS: [Fact; 1] = [Fact::CabLead];
const OF_AUDIENCES: [Fact; 1] = [Fact::AudiencesNotTrained];

fn asks_about(release: &Release, facts: &[Fact]) -> bool {
    release.rules.iter().any(|rule| rule.speaks_of(facts))
}

fn removable(release: &Release) -> Vec<Removable> {
    use RemovedKind as Kind;
    let mut things = Vec::new();
    let (criteria, gates, rules) = (release.criteria.iter(), release.gates.iter(), release.rules.iter());
    things.extend(criteria.map(|it| Removable::new(Kind::Criterion, it.id, it.catalogue.as_ref())));
    things.extend(rules.map(|it| Removable::new(Kind::Rule, it.id, it.catalogue.as_ref())));
    for gate in gates {
        things.push(Removable::new(Kind::Gate, gate.id, gate.catalogue.as_ref()));
        let of_gate = |kind, id: &str| Removable::new(kind, format!("{}:{id}", gate.id), None);
        things.extend(gate.signing().map(|it| of_gate(Kind::Signatory, it.id.as_str())));
        // Met or not: what is dated ahead is open still, and whether it is nobody knows here. So it is below.
        things.extend(conditions(gate).map(|id| of_gate(Kind::GateCondition, id.as_str())));
    }
    things.extend(release.defects.iter().map(|it| Removable::new(Kind::Defect, it.id, None)));
    things.extend(release.review.capacity.iter().map(|it| Removable::new(Kind::CapacityIssue, it.id, None)));
    things.extend(release.hand_over.items.iter().map(|it| Removable::new(Kind::HandOverItem, it.id, None)));
    let of_groups = asks_about(release, &OF_GROUPS);
    for department in &release.departments {
        let counts = department.impacted || (of_groups && !department.groups.is_empty());
        things.push(Removable { counts, ..Removable::new(Kind::Department, department.id, None) });
        if department.impacted {
            things.push(Removable::new(Kind::Impact, department.id, None));
        }
        let group = |id| Removable::new(Kind::UserGroup, format!("{}:{id}", department.id), None);
        things.extend(department.groups.iter().map(|it| Removable { counts: of_groups, ..group(it.id) }));
    }
    let (of_rfcs, of_audiences) = (asks_about(release, &OF_RFCS), asks_about(release, &OF_AUDIENCES));
    let rfcs = release.rfcs.iter();
    things.extend(rfcs.map(|it| Removable { counts: of_rfcs, ..Removable::new(Kind::Rfc, it.id, None) }));
    let audiences = release.training.audiences.iter();
    let audience = |id| Removable { counts: of_audiences, ..Removable::new(Kind::Audience, id, None) };
    things.extend(audiences.map(|it| audience(it.id)));
    things
}

/// What a gate passed on the promise of.
fn conditions(gate: &QualityGate) -> impl Iterator<Item = Id<Condition>> {
    let conditions = match &gate.outcome {
        GateOutcome::PassedWithConditions { conditions, .. } => Some(conditions),
        _ => None,
    };
    conditions.into_iter().flatten().map(|condition| condition.id)
}

/// Removals whose record is gone although what was removed is not back.
fn forgotten(before: &Release, after: &Release) -> impl Iterator<Item = RemovedKind> {
    let same = |one: &Removal, other: &Removal| one.kind == other.kind && one.key == other.key;
    let gone = before.removals.iter().filter(move |old| !after.removals.iter().any(|new| same(old, new)));
    gone.filter(|old| !old.is_undone(after)).map(|old| old.kind)
}
