//! The merge fields: what a message may take from the plan.

use jiff::civil::{Date, DateTime};

use super::sending::service_desk;
use crate::plan::{Defect, DefectDecision, Id, Person, Release, Strategy, Wave, Window};

/// What a field of a plan holds. How it reads is said by [`text`](crate::text).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Words, as somebody wrote them.
    Words(&'a str),
    /// Several names.
    Names(Vec<&'a str>),
    /// A day.
    Day(Date),
    /// A moment.
    Moment(DateTime),
    /// A span of time, with its time zone; an empty one is UTC.
    Window(Window, &'a str),
    /// Who gets the release when, and who starts the installation.
    Strategy(Strategy),
    /// Defects that go live with a workaround.
    KnownErrors(Vec<&'a Defect>),
}

/// A merge field.
#[derive(Debug)]
pub struct Field {
    /// The name that stands in braces.
    pub key: &'static str,
    /// What it is, for people: it reads on after "missing:".
    pub name: &'static str,
    /// Where it comes from, and so where one that is missing is filled in.
    pub from: &'static str,
    value: fn(&Release) -> Option<Value<'_>>,
}

/// All merge fields, in the order in which people look for them.
pub static FIELDS: [Field; 21] = [
    Field { key: "release", name: "the release's name", from: "Overview", value: |r| words(&r.identity.name) },
    Field { key: "version", name: "the version", from: "Overview", value: |r| words(&r.identity.version) },
    Field { key: "summary", name: "what the release brings", from: "Overview", value: |r| words(&r.identity.summary) },
    Field { key: "go_live", name: "the day of go-live", from: "Overview", value: |r| r.go_live().map(Value::Day) },
    Field { key: "window", name: "the planned window", from: "Overview", value: window },
    Field {
        key: "systems",
        name: "the configuration items",
        from: "Overview",
        value: |r| names(r.configuration_items.iter().map(|item| item.name.as_str())),
    },
    Field {
        key: "release_manager",
        name: "the release manager",
        from: "Overview",
        value: |r| words(r.person_name(r.identity.release_manager)?),
    },
    Field {
        key: "contact",
        name: "how to reach the release manager",
        from: "People",
        value: |r| words(&r.people.get(r.identity.release_manager?)?.contact),
    },
    Field {
        key: "sponsor",
        name: "the sponsor",
        from: "Overview",
        value: |r| words(r.person_name(r.identity.sponsor)?),
    },
    Field {
        key: "service_desk",
        name: "how to reach the service desk",
        from: "People, somebody whose team or roles name the service desk",
        value: |r| service_desk(r).find_map(|person| words(&person.contact)),
    },
    Field {
        key: "departments",
        name: "the impacted departments",
        from: "People",
        value: |r| names(r.departments.iter().filter(|it| it.impacted).map(|it| it.name.as_str())),
    },
    Field { key: "floor_walkers", name: "the floor walkers", from: "People", value: floor_walkers },
    Field {
        key: "strategy",
        name: "the rollout strategy",
        from: "Strategy",
        value: |r| r.strategy.choice.as_ref().map(|choice| Value::Strategy(choice.strategy)),
    },
    Field {
        key: "pilot",
        name: "the groups of the first wave",
        from: "Rollout plan",
        value: |r| {
            let wave = first_wave(r)?;
            names(wave.groups.iter().filter_map(|id| r.group(*id)).map(|group| group.name.as_str()))
        },
    },
    Field {
        key: "pilot_start",
        name: "the start of the first wave",
        from: "Rollout plan",
        value: |r| first_wave(r)?.start.map(Value::Moment),
    },
    Field {
        key: "available_from",
        name: "the first day on which users may install it",
        from: "Rollout plan",
        value: |r| r.rollout.pull.from.map(Value::Day),
    },
    Field {
        key: "source",
        name: "where users get it from",
        from: "Rollout plan",
        value: |r| words(&r.rollout.pull.source),
    },
    Field {
        key: "deadline",
        name: "the deadline for installing it",
        from: "Rollout plan",
        value: |r| r.rollout.pull.deadline.map(Value::Day),
    },
    Field {
        key: "back_out",
        name: "the back-out plan in a few sentences",
        from: "Rollout plan",
        value: |r| words(&r.rollout.back_out.summary),
    },
    Field { key: "known_errors", name: "the known errors", from: "Defects", value: known_errors },
    Field {
        key: "support_until",
        name: "the end of early life support",
        from: "Go-live and after",
        value: |r| r.after.support.until.map(Value::Day),
    },
];

/// The field with this name, whatever its case and spacing.
#[must_use]
pub fn field(name: &str) -> Option<&'static Field> {
    let name = name.trim();
    FIELDS.iter().find(|field| field.key.eq_ignore_ascii_case(name))
}

impl Field {
    /// What the plan says there; nothing where it says nothing.
    #[must_use]
    pub fn value<'a>(&self, release: &'a Release) -> Option<Value<'a>> {
        (self.value)(release)
    }
}

/// Fields are the same by their names.
impl PartialEq for Field {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Field {}

fn words(words: &str) -> Option<Value<'_>> {
    let words = words.trim();
    (!words.is_empty()).then_some(Value::Words(words))
}

/// Names, each once; nothing where there are none.
fn names<'a>(all: impl Iterator<Item = &'a str>) -> Option<Value<'a>> {
    let mut names: Vec<&str> = Vec::new();
    for name in all.map(str::trim).filter(|name| !name.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then_some(Value::Names(names))
}

fn window(release: &Release) -> Option<Value<'_>> {
    let identity = &release.identity;
    identity.window.map(|window| Value::Window(window, identity.time_zone.trim()))
}

fn floor_walkers(release: &Release) -> Option<Value<'_>> {
    let impacted = release.departments.iter().filter(|department| department.impacted);
    let ids = impacted.flat_map(|department| &department.floor_walkers);
    names(ids.filter_map(|id: &Id<Person>| release.people.get(*id)).map(|person| person.name.as_str()))
}

fn first_wave(release: &Release) -> Option<&Wave> {
    release.rollout.waves.first()
}

fn known_errors(release: &Release) -> Option<Value<'_>> {
    let goes_live = |defect: &&Defect| {
        defect.decision == DefectDecision::Workaround && !defect.known_error.workaround.trim().is_empty()
    };
    let known: Vec<&Defect> = release.defects.iter().filter(goes_live).collect();
    (!known.is_empty()).then_some(Value::KnownErrors(known))
}
