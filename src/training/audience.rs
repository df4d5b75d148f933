//! Who should be an audience by what the plan says, and from when an audience works with the release.

use jiff::civil::DateTime;

use crate::plan::{AudienceKind, GroupKind, Id, Release, TrainingAudience, UserGroup, Window};

/// Somebody who needs training by what the plan says, and is no audience yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingAudience {
    /// What they do when the release is live.
    pub kind: AudienceKind,
    /// The user group that they are, where they are one.
    pub group: Option<Id<UserGroup>>,
    /// What they are called.
    pub name: String,
}

/// What each kind of audience is called where it has no name of its own, and what it must be able to do.
const KINDS: [(AudienceKind, &str, &str); 4] = [
    (AudienceKind::Users, "Users", "Do their daily work with what is new"),
    (AudienceKind::ServiceDesk, "Service desk", "Take calls on what is new: symptoms, workarounds, quick fixes, codes"),
    (AudienceKind::SupportTeam, "Support teams", "Operate, watch and restore what is new"),
    (AudienceKind::FloorWalkers, "Floor walkers", "Help people at their desks, and know whom to call"),
];

impl MissingAudience {
    /// The audience that it would be, with the goal that its kind usually has.
    #[must_use]
    pub fn audience(&self, id: Id<TrainingAudience>) -> TrainingAudience {
        let goal = KINDS.iter().find(|(kind, ..)| *kind == self.kind).map_or("", |(_, _, goal)| *goal);
        let (kind, group, name, goal) = (self.kind, self.group, self.name.clone(), goal.to_owned());
        TrainingAudience { id, name, kind, group, size: None, goal }
    }
}

/// The user groups of impacted departments that are no audience, then the service desk, the support teams and the floor walkers
/// where nobody stands for them. Devices need no training, and without an impacted department nobody walks a floor.
#[must_use]
pub fn missing_audiences(release: &Release) -> Vec<MissingAudience> {
    let audiences = &release.training.audiences;
    let people = |group: &UserGroup| group.kind == GroupKind::People;
    let impacted = release.groups().filter(|(department, group)| department.impacted && people(group));
    let missing = impacted.filter(|(_, group)| !audiences.iter().any(|audience| stands_for(audience, group)));
    let groups = missing.map(|(_, group)| MissingAudience {
        kind: AudienceKind::Users,
        group: Some(group.id),
        name: group.name.clone(),
    });
    let walks = release.departments.iter().any(|department| department.impacted);
    let teams = KINDS.iter().filter(|(kind, ..)| match kind {
        AudienceKind::Users => false,
        AudienceKind::FloorWalkers if !walks => false,
        kind => !audiences.iter().any(|audience| audience.kind == *kind),
    });
    let teams = teams.map(|(kind, name, _)| MissingAudience { kind: *kind, group: None, name: (*name).to_owned() });
    groups.chain(teams).collect()
}

/// Whether an audience is this group: it says so, or it names no group and is called like it.
fn stands_for(audience: &TrainingAudience, group: &UserGroup) -> bool {
    let (name, called) = (group.name.trim(), audience.name.trim());
    let alike = || !name.is_empty() && called.to_lowercase() == name.to_lowercase();
    audience.group == Some(group.id) || (audience.group.is_none() && alike())
}

/// From when an audience works with the release: a user group from its first wave, everybody else from the start of the window.
/// Without a window that is the first wave.
#[must_use]
pub fn live_from(release: &Release, audience: &TrainingAudience) -> Option<DateTime> {
    let waves = release.rollout.waves.iter();
    let own = waves.clone().filter(|wave| audience.group.is_some_and(|group| wave.groups.contains(&group)));
    let first = own.filter_map(|wave| wave.start).min();
    first.or_else(|| release.identity.window.map(Window::start)).or_else(|| waves.filter_map(|wave| wave.start).min())
}
