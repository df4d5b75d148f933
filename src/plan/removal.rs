//! Removing what readiness depends on: only with a reason, which stays in the plan and is printed.

use super::command::Command;
use super::governance::{Removal, RemovedKind};
use super::items::{Edit, Item};
use super::release::Release;

/// The removal itself together with the record of its reason, as one step.
#[must_use]
pub fn with_reason(removal: Removal, remove: Command) -> Command {
    Command::Batch(vec![Command::Removals(Edit::add(removal)), remove])
}

impl Command {
    /// What this command removes that readiness depends on, as far as it carries no reason with it.
    ///
    /// Undo applies its commands without asking: it only restores what was there.
    #[must_use]
    pub fn removes_without_reason(&self, release: &Release) -> Option<RemovedKind> {
        let mut removed = Vec::new();
        let mut reasons = Vec::new();
        self.collect(release, &mut removed, &mut reasons);
        removed.into_iter().find(|what| !reasons.contains(what)).map(|(kind, _)| kind)
    }

    fn collect(&self, release: &Release, removed: &mut Vec<Removed>, reasons: &mut Vec<Removed>) {
        match self {
            Self::Batch(commands) => commands.iter().for_each(|command| command.collect(release, removed, reasons)),
            Self::Removals(Edit::Insert { item, .. }) if !item.reason.trim().is_empty() => {
                reasons.push((item.kind, item.key.clone()));
            }
            Self::Criteria(Edit::Remove { id }) => removed.push((RemovedKind::Criterion, id.to_string())),
            Self::Gates(Edit::Remove { id }) => removed.push((RemovedKind::Gate, id.to_string())),
            Self::Defects(Edit::Remove { id }) => removed.push((RemovedKind::Defect, id.to_string())),
            Self::Rules(Edit::Remove { id }) => removed.push((RemovedKind::Rule, id.to_string())),
            Self::Departments(Edit::Remove { id }) if release.departments.get(*id).is_some_and(|d| d.impacted) => {
                removed.push((RemovedKind::Department, id.to_string()));
            }
            Self::Gates(Edit::Replace { item }) => {
                let before = release.gates.get(item.id()).into_iter().flat_map(|gate| &gate.signatories);
                let gone = before.filter(|signatory| !item.signatories.contains(signatory.id));
                removed.extend(gone.map(|signatory| (RemovedKind::Signatory, format!("{}:{}", item.id, signatory.id))));
            }
            _ => {}
        }
    }
}

type Removed = (RemovedKind, String);
