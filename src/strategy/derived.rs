//! Answers that the plan already knows, so that nobody is asked for them.

use std::collections::{BTreeMap, BTreeSet};

use super::factor::{FactorAnswer, factor};
use crate::order;
use crate::plan::{Approach, Choice, Count, Criticality, MegabitsPerSecond, Megabytes, Minutes, Release, ReleaseType};

/// An answer that the plan gives, and what in the plan gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The answer.
    pub answer: &'static FactorAnswer,
    /// What it rests on.
    pub basis: Basis,
}

impl Derived {
    /// Whether a person's answer says the same, or the same more exactly.
    ///
    /// The plan knows that a date is fixed; that it binds everyone to the same day, only people know.
    #[must_use]
    pub fn agrees_with(&self, answer: &FactorAnswer) -> bool {
        answer.key == self.answer.key || (self.basis == Basis::FixedDate(true) && answer.key == "same_day")
    }
}

/// The facts of a plan that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The release type.
    ReleaseType(ReleaseType),
    /// The first-of-type flag.
    FirstOfType(bool),
    /// The business criticality.
    Criticality(Criticality),
    /// Whether a reason is given why the date cannot move.
    FixedDate(bool),
    /// The groups that receive the release, or the push plan's targets where no group has a size.
    Recipients {
        /// How many people or devices.
        recipients: Count,
        /// At how many sites; none where no group names its site.
        sites: Count,
    },
    /// The push plan's package has no size: nothing travels.
    NoPackage,
    /// The package over the link of the slowest site.
    Transfer {
        /// The site, as its group writes it.
        site: String,
        /// How long the package takes to reach everyone there.
        duration: Minutes,
    },
    /// The steps of the back-out plan one after the other, with the verification.
    BackOut {
        /// How long they take.
        duration: Minutes,
    },
}

/// The largest numbers of recipients and of sites with which an answer to `reach` still fits, the smallest first.
const REACH: [(u32, u32, &str); 3] = [(50, 1, "few"), (500, 5, "some"), (5_000, 20, "many")];
/// The longest transfers in minutes with which an answer to `package_load` still fits.
const TRANSFER: [(u32, &str); 2] = [(60, "light"), (8 * 60, "one_night")];
/// The longest back-outs in minutes with which an answer to `undo` still fits.
const BACK_OUT: [(u32, &str); 2] = [(60, "minutes"), (8 * 60, "hours")];

/// What the plan answers by itself, by the key of the question.
///
/// Facts that a plan always has (type, first of type, criticality, date) always answer. The others answer only once
/// the plan holds the figures: group sizes or targets, package and link, steps of the back-out plan.
#[must_use]
pub fn derive(release: &Release) -> BTreeMap<&'static str, Derived> {
    let identity = &release.identity;
    let fixed = identity.fixed_date.is_some();
    let facts = [
        Some(("release_type", identity.release_type.key(), Basis::ReleaseType(identity.release_type))),
        Some(("first_of_type", yes_or_no(identity.first_of_type), Basis::FirstOfType(identity.first_of_type))),
        Some(("criticality", identity.criticality.key(), Basis::Criticality(identity.criticality))),
        Some(("fixed_date", if fixed { "latest" } else { "movable" }, Basis::FixedDate(fixed))),
        reach(release),
        package_load(release),
        undo(release),
    ];
    let answer = |(question, key, basis)| Some((question, Derived { answer: factor(question)?.answer(key)?, basis }));
    order::gathered(facts.into_iter().flatten().filter_map(answer))
}

/// The key of a question, the key of its answer, and what the answer rests on.
type Fact = (&'static str, &'static str, Basis);

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn reach(release: &Release) -> Option<Fact> {
    let in_groups = release.groups().fold(0_u32, |sum, (_, group)| sum.saturating_add(group.size.0));
    let recipients = if in_groups > 0 { in_groups } else { release.rollout.push.targets?.0 };
    if recipients == 0 {
        return None;
    }
    let sites: BTreeSet<String> =
        order::gathered(release.groups().map(|(_, group)| site_key(&group.site)).filter(|site| !site.is_empty()));
    let sites = u32::try_from(sites.len()).unwrap_or(u32::MAX);
    let fits = |(people, places, _): &&(u32, u32, _)| recipients <= *people && sites <= *places;
    let key = REACH.iter().find(fits).map_or("very_many", |(_, _, key)| key);
    Some(("reach", key, Basis::Recipients { recipients: Count(recipients), sites: Count(sites) }))
}

fn package_load(release: &Release) -> Option<Fact> {
    let push = &release.rollout.push;
    let package = push.package?;
    if package == Megabytes::default() {
        return Some(("package_load", "nothing", Basis::NoPackage));
    }
    let (duration, site) = slowest_site(release, package)?;
    Some(("package_load", first_that_fits(duration, &TRANSFER, "longer"), Basis::Transfer { site, duration }))
}

/// The site whose line is busy for the longest, among those with a known link.
fn slowest_site(release: &Release, package: Megabytes) -> Option<(Minutes, String)> {
    struct Site<'a> {
        name: &'a str,
        recipients: u64,
        link: Option<MegabitsPerSecond>,
    }
    let mut sites: BTreeMap<String, Site<'_>> = BTreeMap::new();
    for (_, group) in release.groups() {
        let new = || Site { name: group.site.trim(), recipients: 0, link: None };
        let site = sites.entry(site_key(&group.site)).or_insert_with(new);
        site.recipients = site.recipients.saturating_add(u64::from(group.size.0));
        site.link = slower(site.link, group.link);
    }
    let limit = release.rollout.push.bandwidth_limit;
    let timed = |site: &Site<'_>| {
        let rate = slower(Some(site.link?), limit)?;
        Some((transfer(site.recipients, package, rate)?, site.name.to_owned()))
    };
    sites.values().filter_map(timed).reduce(|slowest, site| if site.0 > slowest.0 { site } else { slowest })
}

/// Targets × size × 8 / rate, in whole minutes rounded up.
fn transfer(recipients: u64, package: Megabytes, rate: MegabitsPerSecond) -> Option<Minutes> {
    if recipients == 0 || rate == MegabitsPerSecond::default() {
        return None;
    }
    let bits = u128::from(recipients).saturating_mul(u128::from(package.millionths())).saturating_mul(8);
    let minutes = bits.div_ceil(u128::from(rate.millionths()) * 60);
    Some(Minutes(u32::try_from(minutes).unwrap_or(u32::MAX)))
}

/// The slower of two rates; a rate of nothing is no information.
fn slower(one: Option<MegabitsPerSecond>, other: Option<MegabitsPerSecond>) -> Option<MegabitsPerSecond> {
    [one, other].into_iter().flatten().filter(|rate| *rate > MegabitsPerSecond::default()).min()
}

/// Where both run side by side, the back-out plan is the switch back to the old. It is quick because both run, and says
/// nothing of how quick a way back would be otherwise, which is what the question asks.
fn undo(release: &Release) -> Option<Fact> {
    let chosen = release.strategy.choice.as_ref();
    if chosen.is_some_and(|choice| choice.strategy.approach == Approach::Parallel) {
        return None;
    }
    let plan = &release.rollout.back_out;
    let steps = plan.steps.iter().fold(0_u32, |sum, step| sum.saturating_add(step.duration.0));
    if steps == 0 {
        return None;
    }
    let duration = Minutes(steps.saturating_add(plan.verification.0));
    Some(("undo", first_that_fits(duration, &BACK_OUT, "days"), Basis::BackOut { duration }))
}

fn first_that_fits(duration: Minutes, limits: &[(u32, &'static str)], beyond: &'static str) -> &'static str {
    limits.iter().find(|(longest, _)| duration.0 <= *longest).map_or(beyond, |(_, key)| key)
}

/// Sites are the same whatever their capitals and surrounding spaces.
fn site_key(site: &str) -> String {
    site.trim().to_lowercase()
}
