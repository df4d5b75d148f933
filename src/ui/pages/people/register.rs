//! The register of people.

use leptos::prelude::*;

use crate::plan::{Command, Edit, Id, Person};
use crate::text;
use crate::ui::components::{Empty, Icon, InlineArea, Search, SectionHead, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// How many people make a search box worth its place.
const MANY: usize = 8;

/// The table of people.
#[component]
pub fn Register() -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<Person>();
    let wanted = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let wanted = wanted.get().to_lowercase();
        plan.release.with(|release| {
            let people = release.people.iter().filter(|person| {
                let text = format!("{} {} {} {}", person.name, person.roles, person.team, person.contact);
                text.to_lowercase().contains(wanted.trim())
            });
            people.map(|person| person.id).collect::<Vec<_>>()
        })
    });
    let add = move |_| {
        wanted.set(String::new());
        plan.add(Person { id: new_id(), ..Person::default() });
    };
    let search = move || {
        (ids.with(Vec::len) > MANY)
            .then(|| view! { <div class="toolbar"><Search label="Search people" text=wanted/></div> })
    };
    view! {
        <section class="section" aria-labelledby="register">
            <SectionHead id="register" title="People">
                <button class="button quiet" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add person"</button>
            </SectionHead>
            {search}
            <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
                <Empty text="Register everyone once: owners, leads, attendees and floor walkers are chosen from here."/>
            }>
                <div class="table-scroll" role="region" aria-label="People, table" tabindex="0">
                    <table class="table stack" role="table">
                        <thead><tr role="row">
                            <th scope="col" role="columnheader">"Name"</th><th scope="col" role="columnheader">"Roles"</th><th scope="col" role="columnheader">"Team"</th>
                            <th scope="col" role="columnheader">"Contact"</th><th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                        </tr></thead>
                        <tbody role="rowgroup">{each(move || shown.get(), |id| *id, move |id| row(plan, id))}</tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

fn row(plan: Plan, id: Id<Person>) -> impl IntoView {
    let name = plan.of(id, |person: &Person| person.name.clone());
    let cell =
        move |head: &'static str, field: &'static str, value: fn(&Person) -> &String, set: fn(&mut Person, String)| {
            let label = Signal::derive(move || format!("{}, {field}", text::named(&name.get(), "New person")));
            view! {
                <td role="cell" class=if field == "contact" { "whole-row" } else { "" } data-label=head>
                    <InlineArea label field value=plan.of(id, move |person| value(person).clone())
                        on_change=move |text| plan.edit(id, field, |person| set(person, text))/>
                </td>
            }
        };
    let remove = move || format!("Remove {}", text::named(&name.get(), "person without a name"));
    view! {
        <tr role="row" data-entry=id.to_string()>
            {cell("Name", "name", |person| &person.name, |person, text| person.name = text)}
            {cell("Roles", "roles", |person| &person.roles, |person, text| person.roles = text)}
            {cell("Team", "team", |person| &person.team, |person, text| person.team = text)}
            {cell("Contact", "contact", |person| &person.contact, |person, text| person.contact = text)}
            <td class="tail" role="cell">
                <button class="icon-button" type="button" aria-label=remove title=remove disabled=plan.read_only
                    on:click=move |_| plan.remove(Command::People(Edit::Remove { id }))><Icon name="bin"/></button>
            </td>
        </tr>
    }
}
