//! What has been entered in the wizard so far. It is kept for as long as the tab lives, or until the release is created.

use std::cell::RefCell;

use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::plan::{
    Count, Criticality, Department, Edit, Identity, Items, Person, Release, ReleaseType, Templates, UserGroup, Window,
};
use crate::readiness::new_release_from;
use crate::storage::settings::Profile;
use crate::ui::clock;
use crate::ui::plan::new_id;

/// A department and how many people of it receive the release.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Receiver {
    /// Its key in the list.
    pub key: u32,
    /// The department's name.
    pub name: String,
    /// How many people.
    pub size: u32,
}

thread_local! {
    /// What was entered when the wizard was left.
    static LEFT: RefCell<Option<Entered>> = const { RefCell::new(None) };
}

/// What has been entered, apart from the page.
#[derive(Debug, Clone, PartialEq)]
struct Entered {
    identity: Identity,
    start: Option<DateTime>,
    end: Option<DateTime>,
    manager: String,
    receivers: Vec<Receiver>,
}

/// What has been entered so far.
#[derive(Clone, Copy)]
pub struct Draft {
    /// What the release is.
    pub identity: RwSignal<Identity>,
    /// When it starts.
    pub start: RwSignal<Option<DateTime>>,
    /// When the window ends.
    pub end: RwSignal<Option<DateTime>>,
    /// The release manager's name.
    pub manager: RwSignal<String>,
    /// Who receives it.
    pub receivers: RwSignal<Vec<Receiver>>,
    profile: StoredValue<Profile>,
}

impl Entered {
    /// What is there before anything was entered.
    fn nothing(profile: &Profile) -> Self {
        let time_zone =
            Some(profile.time_zone.clone()).filter(|zone| !zone.is_empty()).unwrap_or_else(clock::local_zone);
        let identity = Identity {
            time_zone,
            currency: profile.currency.clone(),
            criticality: Criticality::Moderate,
            release_type: ReleaseType::Major,
            ..Identity::default()
        };
        Self { identity, start: None, end: None, manager: String::new(), receivers: vec![Receiver::default()] }
    }
}

impl Draft {
    /// What was entered before in this tab, else a draft with what the organisation has set. What is entered from now on is
    /// found here again.
    #[must_use]
    pub fn resume(profile: &Profile) -> Self {
        let left = LEFT.with_borrow(Clone::clone);
        let nothing = Entered::nothing(profile);
        let draft = Self::of(left.unwrap_or_else(|| nothing.clone()), profile);
        Effect::new(move |_| {
            let entered = draft.entered();
            LEFT.with_borrow_mut(|left| *left = Some(entered).filter(|entered| *entered != nothing));
        });
        draft
    }

    /// Forgets what was entered: the release is created.
    pub fn forget() {
        LEFT.with_borrow_mut(|left| *left = None);
    }

    fn of(entered: Entered, profile: &Profile) -> Self {
        Self {
            identity: RwSignal::new(entered.identity),
            start: RwSignal::new(entered.start),
            end: RwSignal::new(entered.end),
            manager: RwSignal::new(entered.manager),
            receivers: RwSignal::new(entered.receivers),
            profile: StoredValue::new(profile.clone()),
        }
    }

    fn entered(self) -> Entered {
        Entered {
            identity: self.identity.get(),
            start: self.start.get(),
            end: self.end.get(),
            manager: self.manager.get(),
            receivers: self.receivers.get(),
        }
    }

    /// The step that can be shown where another is asked for: none that is asked for comes before those that it builds on.
    #[must_use]
    pub fn reachable(self, asked: usize) -> usize {
        untrack(|| (1..asked).find(|step| self.error(*step).is_some()).unwrap_or(asked))
    }

    /// What keeps a step from being left.
    #[must_use]
    pub fn error(self, step: usize) -> Option<String> {
        match step {
            1 if self.identity.with(|identity| identity.name.trim().is_empty()) => {
                Some("Give the release the name that people know it by.".to_owned())
            }
            2 => match (self.start.get(), self.end.get()) {
                (Some(_), None) => Some("Say when the window ends, or leave both empty for now.".to_owned()),
                (None, Some(_)) => Some("Say when go-live starts, or leave both empty for now.".to_owned()),
                (Some(start), Some(end)) if end < start => Some("The window ends before it starts.".to_owned()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The release that was entered, with what the organisation gives each of its releases.
    #[must_use]
    pub fn release(self, templates: &Templates) -> Release {
        let identity = self.identity.get_untracked();
        let today = clock::today(&identity.time_zone);
        let mut release = new_release_from(new_id(), identity, templates, today);
        release.identity.window = self
            .start
            .get_untracked()
            .zip(self.end.get_untracked())
            .and_then(|(start, end)| Window::new(start, end).ok());
        let manager = self.manager.get_untracked().trim().to_owned();
        if !manager.is_empty() {
            let person =
                Person { id: new_id(), name: manager, roles: "Release manager".to_owned(), ..Person::default() };
            release.identity.release_manager = Some(person.id);
            // The list is empty, so that the edit cannot be refused.
            let _ = release.people.apply(Edit::add(person));
        }
        release.departments = self.departments();
        self.profile.with_value(|profile| release.strategy.answers.clone_from(&profile.answers));
        release
    }

    fn departments(self) -> Items<Department> {
        let named = self.receivers.get_untracked().into_iter().filter(|receiver| !receiver.name.trim().is_empty());
        let department = |receiver: Receiver| {
            let name = receiver.name.trim().to_owned();
            let group = UserGroup {
                id: new_id(),
                name: format!("Everyone in {name}"),
                size: Count(receiver.size),
                ..UserGroup::default()
            };
            let groups = if receiver.size > 0 { Items::from_iter([group]) } else { Items::default() };
            Department { id: new_id(), name, impacted: true, groups, ..Department::default() }
        };
        named.map(department).collect()
    }
}
