//! Defaults that are not in the plan, and putting back what was removed.

use super::catalogue::{CRITERIA, CriterionEntry, GATES, GateEntry};
use crate::plan::{
    AcceptanceCriterion, CapacityIssue, Command, Condition, Defect, Department, Edit, GateOutcome, HandOverItem, Id,
    QualityGate, Release, Removal, RemovedKind, Rfc, Signatory, TrainingAudience, UserGroup,
};

/// The default criteria that are not in the plan without an entry that says why.
#[must_use]
pub fn missing_criteria(release: &Release) -> Vec<&'static CriterionEntry> {
    let here = |key: &str| release.criteria.iter().any(|criterion| criterion.catalogue.as_deref() == Some(key));
    CRITERIA.iter().filter(|entry| !here(entry.key) && !removed(release, RemovedKind::Criterion, entry.key)).collect()
}

/// The default gates that are not in the plan without an entry that says why.
#[must_use]
pub fn missing_gates(release: &Release) -> Vec<&'static GateEntry> {
    let here = |key: &str| release.gates.iter().any(|gate| gate.catalogue.as_deref() == Some(key));
    GATES.iter().filter(|entry| !here(entry.key) && !removed(release, RemovedKind::Gate, entry.key)).collect()
}

/// Puts a default criterion into the plan, where it usually stands.
#[must_use]
pub fn restore_criterion(release: &Release, key: &str) -> Option<Command> {
    let rank = |key: &str| CRITERIA.iter().position(|entry| entry.key == key);
    let mine = rank(key)?;
    let later = |criterion: &AcceptanceCriterion| {
        criterion.catalogue.as_deref().and_then(rank).is_some_and(|theirs| theirs > mine)
    };
    let at = release.criteria.iter().position(later).unwrap_or(usize::MAX);
    Some(Command::Criteria(Edit::Insert { at, item: Box::new(CRITERIA.get(mine)?.criterion()) }))
}

/// Puts a default gate into the plan, where it usually stands.
#[must_use]
pub fn restore_gate(release: &Release, key: &str) -> Option<Command> {
    let rank = |key: &str| GATES.iter().position(|entry| entry.key == key);
    let mine = rank(key)?;
    let later = |gate: &QualityGate| gate.catalogue.as_deref().and_then(rank).is_some_and(|theirs| theirs > mine);
    let at = release.gates.iter().position(later).unwrap_or(usize::MAX);
    Some(Command::Gates(Edit::Insert { at, item: Box::new(GATES.get(mine)?.gate()) }))
}

/// Puts what was removed back and drops the entry that said why it was gone, as one step.
///
/// A default comes back as the catalogue has it; of anything else the entry knows the name alone.
#[must_use]
pub fn put_back(release: &Release, removal: &Removal) -> Option<Command> {
    let back = match removal.kind {
        RemovedKind::Criterion => restore_criterion(release, &removal.key).or_else(|| {
            let id = Id::new(&removal.key).ok()?;
            let title = removal.name.clone();
            Some(Command::Criteria(Edit::add(AcceptanceCriterion { id, title, ..AcceptanceCriterion::default() })))
        }),
        RemovedKind::Gate => restore_gate(release, &removal.key).or_else(|| {
            let id = Id::new(&removal.key).ok()?;
            let name = removal.name.clone();
            Some(Command::Gates(Edit::add(QualityGate { id, name, ..QualityGate::default() })))
        }),
        RemovedKind::Signatory => {
            let (gate, id) = removal.key.split_once(':')?;
            let mut gate = release.gates.get(Id::new(gate).ok()?)?.clone();
            gate.signatories.push(Signatory { id: Id::new(id).ok()?, role: removal.name.clone() });
            Some(Command::Gates(Edit::replace(gate)))
        }
        RemovedKind::GateCondition => {
            let (gate, id) = removal.key.split_once(':')?;
            let mut gate = release.gates.get(Id::new(gate).ok()?)?.clone();
            // A gate that ended otherwise since promises nothing.
            let GateOutcome::PassedWithConditions { conditions, .. } = &mut gate.outcome else { return None };
            conditions.push(Condition { id: Id::new(id).ok()?, text: removal.name.clone(), ..Condition::default() });
            Some(Command::Gates(Edit::replace(gate)))
        }
        RemovedKind::UserGroup => {
            let (department, id) = removal.key.split_once(':')?;
            let mut department = release.departments.get(Id::new(department).ok()?)?.clone();
            let (id, name) = (Id::new(id).ok()?, removal.name.clone());
            department.groups.push(UserGroup { id, name, ..UserGroup::default() });
            Some(Command::Departments(Edit::replace(department)))
        }
        RemovedKind::Rfc => {
            let (id, title) = (Id::new(&removal.key).ok()?, removal.name.clone());
            Some(Command::Rfcs(Edit::add(Rfc { id, title, ..Rfc::default() })))
        }
        RemovedKind::Audience => {
            let (id, name) = (Id::new(&removal.key).ok()?, removal.name.clone());
            Some(Command::Audiences(Edit::add(TrainingAudience { id, name, ..TrainingAudience::default() })))
        }
        RemovedKind::Defect => {
            let (id, title) = (Id::new(&removal.key).ok()?, removal.name.clone());
            Some(Command::Defects(Edit::add(Defect { id, title, ..Defect::default() })))
        }
        RemovedKind::Department => {
            let (id, name) = (Id::new(&removal.key).ok()?, removal.name.clone());
            Some(Command::Departments(Edit::add(Department { id, name, impacted: true, ..Department::default() })))
        }
        RemovedKind::Impact => {
            let (id, name) = (Id::new(&removal.key).ok()?, removal.name.clone());
            Some(Command::Departments(match release.departments.get(id) {
                Some(department) => Edit::replace(Department { impacted: true, ..department.clone() }),
                None => Edit::add(Department { id, name, impacted: true, ..Department::default() }),
            }))
        }
        RemovedKind::CapacityIssue => {
            let (id, title) = (Id::new(&removal.key).ok()?, removal.name.clone());
            Some(Command::Capacity(Edit::add(CapacityIssue { id, title, ..CapacityIssue::default() })))
        }
        RemovedKind::HandOverItem => {
            let (id, title) = (Id::new(&removal.key).ok()?, removal.name.clone());
            Some(Command::HandOverItems(Edit::add(HandOverItem { id, title, ..HandOverItem::default() })))
        }
        // The built-in rules are known to `readiness`, which stands above.
        RemovedKind::Rule => None,
    };
    Some(Command::Batch(vec![Command::Removals(Edit::Remove { id: removal.id }), back?]))
}

fn removed(release: &Release, kind: RemovedKind, key: &str) -> bool {
    release.removals.iter().any(|removal| removal.kind == kind && removal.key == key)
}
