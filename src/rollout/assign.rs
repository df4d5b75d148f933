//! Who is in which wave, and what follows when somebody moves.

use crate::plan::{Command, Department, Edit, Id, Release, RunbookStep, UserGroup, Wave};

/// The waves that a group is in. A sound plan has one for each group.
#[must_use]
pub fn waves_of(release: &Release, group: Id<UserGroup>) -> Vec<Id<Wave>> {
    release.rollout.waves.iter().filter(|wave| wave.groups.contains(&group)).map(|wave| wave.id).collect()
}

/// The groups of impacted departments that are in no wave, or in more than one. Nobody, where there are no waves.
pub fn to_settle(release: &Release) -> impl Iterator<Item = (&Department, &UserGroup)> {
    let waves = &release.rollout.waves;
    release.groups().filter(move |(department, group)| {
        let count = waves.iter().filter(|wave| wave.groups.contains(&group.id)).count();
        department.impacted && !waves.is_empty() && count != 1
    })
}

/// Puts a group into one wave and takes it out of all others, or out of all; nothing where that changes nothing.
#[must_use]
pub fn assign(release: &Release, group: Id<UserGroup>, to: Option<Id<Wave>>) -> Option<Command> {
    let (mut left, mut joined) = (Vec::new(), Vec::new());
    for wave in &release.rollout.waves {
        let mut changed = wave.clone();
        if to == Some(wave.id) {
            if !changed.groups.contains(&group) {
                changed.groups.push(group);
            }
        } else {
            changed.groups.retain(|other| *other != group);
        }
        if changed.groups != wave.groups {
            let list = if to == Some(wave.id) { &mut joined } else { &mut left };
            list.push(Command::Waves(Edit::replace(changed)));
        }
    }
    // What it is about comes last: the wave that it joins.
    left.append(&mut joined);
    (!left.is_empty()).then_some(Command::Batch(left))
}

/// Removes a step of the runbook together with all mentions of it among the predecessors of others.
#[must_use]
pub fn without_step(release: &Release, id: Id<RunbookStep>) -> Command {
    let runbook = &release.rollout.runbook;
    let mentions = runbook.iter().filter(|step| step.after.contains(&id)).map(|step| {
        let mut step = step.clone();
        step.after.retain(|other| *other != id);
        Command::Runbook(Edit::replace(step))
    });
    Command::Batch(mentions.chain([Command::Runbook(Edit::Remove { id })]).collect())
}
