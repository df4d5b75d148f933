//! Choosing among the people who are registered in the plan.

use leptos::prelude::*;

use super::choose::{ManyOf, OneOf, Options};
use crate::plan::{Id, Person, Release};
use crate::ui::plan::{Plan, use_plan};

/// The people who can be chosen.
#[must_use]
pub fn people_of(release: &Release) -> Options {
    release.people.iter().map(|person| (person.id.to_string(), person.name.clone())).collect()
}

/// The id of the list of registered people's names, for a field that takes other names too.
pub const PEOPLE_NAMES: &str = "people-names";

/// The id of the list of registered environments' names.
pub const ENVIRONMENT_NAMES: &str = "environment-names";

/// What fields that take a name propose. It stands once, beside the pages of a release.
pub fn names_to_propose(plan: Plan) -> AnyView {
    let list = |id: &'static str, names: Signal<Vec<String>>| {
        let options = move || names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view();
        view! { <datalist id=id>{options}</datalist> }.into_any()
    };
    let people = plan.from(|release| release.people.iter().map(|person| person.name.clone()).collect());
    let environments = plan.from(|release| release.environments.iter().map(|it| it.name.clone()).collect());
    view! { {list(PEOPLE_NAMES, people)}{list(ENVIRONMENT_NAMES, environments)} }.into_any()
}

/// One person, or nobody.
#[component]
pub fn PersonChoice(
    /// The label. Read aloud alone where `inline`.
    #[prop(into)]
    label: String,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The person.
    #[prop(into)]
    value: Signal<Option<Id<Person>>>,
    /// Takes the new person.
    #[prop(into)]
    on_change: Callback<Option<Id<Person>>>,
    /// The help under it.
    #[prop(default = "")]
    help: &'static str,
    /// What stands there while no registered person is chosen.
    #[prop(default = "Nobody")]
    none: &'static str,
    /// Whether it stands in a table without a visible label.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let options = use_plan().from(people_of);
    let value = Signal::derive(move || value.get().map(|id| id.to_string()).unwrap_or_default());
    let take = Callback::new(move |key: String| on_change.run(Id::new(&key).ok()));
    view! { <OneOf label field options value on_change=take none help inline/> }
}

/// Any number of people, as a list of boxes behind a summary.
#[component]
pub fn ManyPeople(
    /// The label.
    #[prop(into)]
    label: String,
    /// The field's name.
    #[prop(into)]
    field: String,
    /// The people.
    #[prop(into)]
    value: Signal<Vec<Id<Person>>>,
    /// Takes the new people.
    #[prop(into)]
    on_change: Callback<Vec<Id<Person>>>,
) -> impl IntoView {
    let options = use_plan().from(people_of);
    let value = Signal::derive(move || value.with(|chosen| chosen.iter().map(Id::to_string).collect()));
    let take = Callback::new(move |keys: Vec<String>| {
        on_change.run(keys.iter().filter_map(|key| Id::new(key).ok()).collect());
    });
    view! { <ManyOf label field options value on_change=take none="Nobody"/> }
}
