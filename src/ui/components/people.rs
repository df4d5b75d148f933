//! Choosing among the people who are registered in the plan.

use leptos::prelude::*;

use super::each::each;
use super::field::{control_id, labelled};
use crate::plan::{Id, Person};
use crate::ui::plan::use_plan;

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
    let plan = use_plan();
    let id = control_id(&field);
    let people = Memo::new(move |_| {
        plan.release
            .with(|release| release.people.iter().map(|person| (person.id, person.name.clone())).collect::<Vec<_>>())
    });
    let options = move || {
        let chosen = value.get();
        let gone = chosen.filter(|id| people.with(|people| !people.iter().any(|(other, _)| other == id)));
        let person = |(id, name): (Id<Person>, String)| {
            view! { <option value=id.to_string() selected=chosen == Some(id)>{name}</option> }
        };
        let gone = gone.map(|id| view! { <option value=id.to_string() selected=true>"No longer in the plan"</option> });
        view! { {people.get().into_iter().map(person).collect_view()}{gone} }
    };
    let control = view! {
        <select id=id.clone() class=if inline { "inline" } else { "" } data-field=field disabled=plan.read_only
            aria-label=inline.then(|| label.clone())
            on:change:target=move |event| on_change.run(Id::new(&event.target().value()).ok())>
            <option value="" selected=move || value.get().is_none()>{none}</option>
            {options}
        </select>
    }
    .into_any();
    if inline { control } else { labelled(id, label, false, help, Signal::stored(None), control).into_any() }
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
    let plan = use_plan();
    let names = move || {
        let names: Vec<String> = plan.release.with(|release| {
            value.with(|chosen| chosen.iter().filter_map(|id| Some(release.people.get(*id)?.name.clone())).collect())
        });
        if names.is_empty() { "Nobody".to_owned() } else { names.join(", ") }
    };
    let toggle = move |id: Id<Person>, on: bool| {
        let mut chosen = value.get_untracked();
        chosen.retain(|other| *other != id);
        if on {
            chosen.push(id);
        }
        on_change.run(chosen);
    };
    let people = Memo::new(move |_| {
        plan.release
            .with(|release| release.people.iter().map(|person| (person.id, person.name.clone())).collect::<Vec<_>>())
    });
    let boxes = move |(id, name): (Id<Person>, String)| {
        view! {
            <label class="check">
                <input type="checkbox" disabled=plan.read_only
                    prop:checked=move || value.with(|chosen| chosen.contains(&id))
                    on:change:target=move |event| toggle(id, event.target().checked())/>
                {name}
            </label>
        }
    };
    view! {
        <details class="many" >
            <summary data-field=field><span class="small soft">{label}</span>" "<span>{names}</span></summary>
            <div class="checks">
                {each(move || people.get(), Clone::clone, boxes)}
            </div>
        </details>
    }
}
