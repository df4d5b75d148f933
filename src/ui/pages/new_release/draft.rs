//! What has been entered in the wizard so far.

use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::plan::{
    AcceptanceCriterion, Count, Criticality, Department, Edit, Identity, Items, Person, Release, ReleaseType,
    UserGroup, Window,
};
use crate::readiness::new_release;
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

impl Draft {
    /// A draft with what the organisation has set.
    #[must_use]
    pub fn new(profile: &Profile) -> Self {
        let time_zone =
            Some(profile.time_zone.clone()).filter(|zone| !zone.is_empty()).unwrap_or_else(clock::local_zone);
        let identity = Identity {
            time_zone,
            currency: profile.currency.clone(),
            criticality: Criticality::Moderate,
            release_type: ReleaseType::Major,
            ..Identity::default()
        };
        Self {
            identity: RwSignal::new(identity),
            start: RwSignal::new(None),
            end: RwSignal::new(None),
            manager: RwSignal::new(String::new()),
            receivers: RwSignal::new(vec![Receiver::default()]),
            profile: StoredValue::new(profile.clone()),
        }
    }

    /// What keeps a step from being left.
    #[must_use]
    pub fn error(self, step: usize) -> Option<String> {
        match step {
            0 if self.identity.with(|identity| identity.name.trim().is_empty()) => {
                Some("Give the release the name that people know it by.".to_owned())
            }
            1 => match (self.start.get(), self.end.get()) {
                (Some(_), None) => Some("Say when the window ends, or leave both empty for now.".to_owned()),
                (None, Some(_)) => Some("Say when go-live starts, or leave both empty for now.".to_owned()),
                (Some(start), Some(end)) if end < start => Some("The window ends before it starts.".to_owned()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The release that was entered, with the defaults of every release.
    #[must_use]
    pub fn release(self) -> Release {
        let mut release = new_release(new_id(), self.identity.get_untracked());
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
        self.profile.with_value(|profile| {
            release.strategy.answers.clone_from(&profile.answers);
            for title in &profile.own_criteria {
                let own = AcceptanceCriterion { id: new_id(), title: title.clone(), ..AcceptanceCriterion::default() };
                release.criteria.push(own);
            }
        });
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
