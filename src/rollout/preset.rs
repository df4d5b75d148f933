//! Ways to cut a release into waves, each with where it comes from.

use super::detection::{confidence, defect_rate, everyone, smallest_pilot};
use super::split::{enough, nearest};
use crate::days::plus_minutes;
use crate::order;
use crate::plan::{Command, Department, Edit, Id, Minutes, Percent, Release, UserGroup, Wave, WaveState};

choice! {
    /// A way to cut a release into waves.
    pub enum Preset {
        /// Three rings of devices.
        Rings = "rings", "Rings of 1, 9 and 90 %";
        /// Three rings where there are few devices.
        FewRings = "few_rings", "Rings of 5, 15 and 80 %";
        /// Seven steps.
        Staged = "staged", "Steps of 1, 2, 5, 10, 20, 50 and 100 %";
        /// A pilot as large as it must be, then everyone else.
        Pilot = "pilot", "Pilot, then the rest";
        /// Site after site.
        Sites = "sites", "By site";
        /// Department after department.
        Departments = "departments", "By department";
    }
}

/// What makes a wave of a preset.
#[derive(Debug, Clone, Copy)]
enum Cut {
    /// Shares of everyone in per cent, each with those before it, and the waves' names.
    Shares(&'static [(u8, &'static str)]),
    /// As many as show the defect that the plan wants to see, then the rest.
    Pilot,
    /// What this names has a wave of its own, the smallest first.
    Each(fn(&Department, &UserGroup) -> String),
}

/// A preset with its figures. All of them are editable defaults.
#[derive(Debug, Clone, Copy)]
pub struct PresetEntry {
    /// Which.
    pub preset: Preset,
    /// For whom it fits, in a sentence.
    pub fits: &'static str,
    /// Where the figures come from.
    pub source: &'static str,
    cut: Cut,
    /// How long each wave is watched before the next one starts; the last of these holds for all further waves.
    bakes: &'static [Minutes],
}

const DAY: u32 = 1440;

/// All presets, in the order in which they are offered.
pub static PRESETS: [PresetEntry; 6] = [
    PresetEntry {
        preset: Preset::Rings,
        fits: "More than 200 devices that are much alike.",
        source: "Shares and waiting days of the rings: Windows Autopatch.",
        cut: Cut::Shares(&[(1, "First ring"), (10, "Fast ring"), (100, "Broad ring")]),
        bakes: &[Minutes(4 * DAY), Minutes(4 * DAY), Minutes(DAY)],
    },
    PresetEntry {
        preset: Preset::FewRings,
        fits: "Up to 200 devices: 1 % of them would be one or two.",
        source: "Shares and waiting days of the rings up to 200 devices: Windows Autopatch.",
        cut: Cut::Shares(&[(5, "First ring"), (20, "Fast ring"), (100, "Broad ring")]),
        bakes: &[Minutes(4 * DAY), Minutes(4 * DAY), Minutes(DAY)],
    },
    PresetEntry {
        preset: Preset::Staged,
        fits: "Many small groups, and a release that can be stopped on any day.",
        source: "Steps over seven days: phased release of the app stores.",
        cut: Cut::Shares(&[
            (1, "Step 1"),
            (2, "Step 2"),
            (5, "Step 3"),
            (10, "Step 4"),
            (20, "Step 5"),
            (50, "Step 6"),
            (100, "Step 7"),
        ]),
        bakes: &[Minutes(DAY)],
    },
    PresetEntry {
        preset: Preset::Pilot,
        fits: "One look at the release before everyone has it.",
        source: "Size of the pilot: 1 − (1 − p)ⁿ, about 3 ÷ p at 95 % (rule of three). Waiting day: Configuration Manager.",
        cut: Cut::Pilot,
        bakes: &[Minutes(DAY)],
    },
    PresetEntry {
        preset: Preset::Sites,
        fits: "Sites with links or support of their own. The smallest goes first.",
        source: "Waiting day: phased deployment of Configuration Manager.",
        cut: Cut::Each(|_, group| group.site.trim().to_owned()),
        bakes: &[Minutes(DAY)],
    },
    PresetEntry {
        preset: Preset::Departments,
        fits: "Departments that are trained and supported one after the other. The smallest goes first.",
        source: "Waiting day: phased deployment of Configuration Manager.",
        cut: Cut::Each(|department, _| department.name.trim().to_owned()),
        bakes: &[Minutes(DAY)],
    },
];

/// The share of a wave that must have it before the next one starts. Source: phased deployment of Configuration Manager.
const TARGET: u8 = 95;

/// What must hold for the next wave to start, as long as nobody says more.
const GO_ON: &str = "95 % of the wave have it, and nothing that would make us go back has shown.";

/// A wave as a preset would make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// Its groups.
    pub groups: Vec<Id<UserGroup>>,
    /// How many people or devices they are.
    pub reached: u32,
    /// The share that everyone up to it was to have by the preset.
    pub share: Option<Percent>,
    /// How long it is watched.
    pub bake: Minutes,
}

/// The waves that a preset makes of the groups of impacted departments, each group in one wave. A wave for which no group is
/// left is not made; groups without a size go with the last wave.
///
/// In order, each wave takes the whole groups whose sizes bring it nearest to its share, and leaves one for each wave to come.
/// A pilot takes the fewest people that are enough, unless that would be more than half of all.
#[must_use]
pub fn drafts(release: &Release, preset: Preset) -> Vec<Draft> {
    let Some(entry) = PRESETS.iter().find(|entry| entry.preset == preset) else { return Vec::new() };
    let mut drafts = match entry.cut {
        Cut::Shares(shares) => {
            by_shares(release, &shares.iter().map(|(share, name)| (u64::from(*share), *name)).collect::<Vec<_>>(), None)
        }
        Cut::Pilot => {
            let needed = pilot_size(release);
            let share = (needed * 100).div_ceil(u64::from(everyone(release)).max(1)).clamp(1, 100);
            by_shares(release, &[(share, "Pilot"), (100, "Everyone else")], Some(needed))
        }
        Cut::Each(name) => by_name(release, name),
    };
    for (at, draft) in drafts.iter_mut().enumerate() {
        draft.bake = entry.bakes.get(at).or(entry.bakes.last()).copied().unwrap_or_default();
    }
    drafts
}

/// The step that puts the waves of a preset in the place of all waves there are; nothing where it would make none, or where a
/// wave has started: what came of that must not be lost.
///
/// The first wave starts with the window of go-live, where one is planned, and each further one when the one before has baked.
#[must_use]
pub fn preset(release: &Release, preset: Preset, new_id: &mut dyn FnMut() -> Id<Wave>) -> Option<Command> {
    let drafts = drafts(release, preset);
    if drafts.is_empty() || has_started(release) {
        return None;
    }
    let gone = release.rollout.waves.iter().map(|wave| Command::Waves(Edit::Remove { id: wave.id }));
    let mut commands: Vec<Command> = gone.collect();
    let mut start = release.identity.window.map(crate::plan::Window::start);
    for (at, draft) in drafts.into_iter().enumerate() {
        let bake = draft.bake;
        let wave = Wave {
            id: new_id(),
            name: draft.name,
            groups: draft.groups,
            share: draft.share,
            start,
            bake,
            target: Percent::try_from(TARGET).unwrap_or_default(),
            success_criteria: GO_ON.to_owned(),
            ..Wave::default()
        };
        commands.push(Command::Waves(Edit::Insert { at, item: Box::new(wave) }));
        start = start.and_then(|start| plus_minutes(start, i64::from(bake.0)));
    }
    Some(Command::Batch(commands))
}

/// Whether a wave is running, done or taken back.
#[must_use]
pub fn has_started(release: &Release) -> bool {
    release.rollout.waves.iter().any(|wave| wave.state != WaveState::Planned)
}

/// The groups of impacted departments whose size nobody has entered: no share can be kept with them.
pub fn without_size(release: &Release) -> impl Iterator<Item = (&Department, &UserGroup)> {
    release.groups().filter(|(department, group)| department.impacted && group.size.0 == 0)
}

/// How many show the defect which the plan wants to see. Everyone, where no number would.
fn pilot_size(release: &Release) -> u64 {
    let (all, plan) = (u64::from(everyone(release)), &release.rollout.detection);
    smallest_pilot(defect_rate(plan), confidence(plan)).map_or(all, u64::from)
}

/// `first` is the number that the first wave must have, where it is not its share that counts.
fn by_shares(release: &Release, shares: &[(u64, &str)], first: Option<u64>) -> Vec<Draft> {
    let impacted = release.groups().filter(|(department, _)| department.impacted).map(|(_, group)| group);
    let (mut left, unsized_): (Vec<&UserGroup>, Vec<&UserGroup>) = impacted.partition(|group| group.size.0 > 0);
    let all: u64 = left.iter().map(|group| u64::from(group.size.0)).sum();
    let (mut drafts, mut so_far) = (Vec::<Draft>::new(), 0_u64);
    for (at, (share, name)) in shares.iter().enumerate() {
        let to_come = shares.len() - at - 1;
        let sizes: Vec<u32> = left.iter().map(|group| group.size.0).collect();
        let chosen = if to_come == 0 {
            (0..left.len()).collect()
        } else {
            let wanted = (all * share + 50) / 100;
            let most = left.len().saturating_sub(to_come).max(1);
            let sure = first.filter(|_| at == 0).map(|first| enough(&sizes, first, most));
            let near = || nearest(&sizes, wanted.saturating_sub(so_far), most);
            sure.filter(|sure| !sure.is_empty()).unwrap_or_else(near)
        };
        let (taken, rest): (Vec<_>, Vec<_>) = left.iter().enumerate().partition(|(at, _)| chosen.contains(at));
        let taken: Vec<&UserGroup> = taken.into_iter().map(|(_, group)| *group).collect();
        left = rest.into_iter().map(|(_, group)| *group).collect();
        so_far += taken.iter().map(|group| u64::from(group.size.0)).sum::<u64>();
        if !taken.is_empty() {
            let share = u8::try_from(*share).ok().and_then(|share| Percent::try_from(share).ok());
            drafts.push(draft(name, &taken, share));
        }
    }
    // With fewer groups than waves the last wave is not the last of the preset: it has everyone.
    if let Some(last) = drafts.last_mut() {
        last.share = Percent::try_from(100).ok();
        last.groups.extend(unsized_.iter().map(|group| group.id));
    } else if !unsized_.is_empty() {
        drafts.push(draft("Everyone", &unsized_, Percent::try_from(100).ok()));
    }
    drafts
}

fn by_name(release: &Release, name: fn(&Department, &UserGroup) -> String) -> Vec<Draft> {
    let mut drafts: Vec<(String, Vec<&UserGroup>)> = Vec::new();
    for (department, group) in release.groups().filter(|(department, _)| department.impacted) {
        let name = name(department, group);
        match drafts.iter_mut().find(|(other, _)| *other == name) {
            Some((_, groups)) => groups.push(group),
            None => drafts.push((name, vec![group])),
        }
    }
    let size = |groups: &[&UserGroup]| groups.iter().map(|group| u64::from(group.size.0)).sum::<u64>();
    // What has no name, or no size, comes last.
    order::sort_by_key(&mut drafts, |(name, groups)| (name.is_empty(), size(groups) == 0, size(groups)));
    let named = |(name, groups): (String, Vec<&UserGroup>)| match name.as_str() {
        "" => draft("Everyone else", &groups, None),
        name => draft(name, &groups, None),
    };
    drafts.into_iter().map(named).collect()
}

fn draft(name: &str, groups: &[&UserGroup], share: Option<Percent>) -> Draft {
    let reached = groups.iter().map(|group| group.size.0).fold(0, u32::saturating_add);
    let groups = groups.iter().map(|group| group.id).collect();
    Draft { name: name.to_owned(), groups, reached, share, bake: Minutes(0) }
}
