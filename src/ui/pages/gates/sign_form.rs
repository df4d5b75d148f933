//! Signing: who signs, in the role that the line stands for.

use leptos::prelude::*;

use crate::gate::{Signer, held, with_signature};
use crate::plan::{Command, Edit, Id, Person, QualityGate, Signatory};
use crate::text;
use crate::ui::components::{Mark, Role};
use crate::ui::plan::{new_id, use_plan};

/// Asks who signs, and signs what the gate says now.
#[component]
pub fn SignForm(
    /// Of which gate.
    gate: Id<QualityGate>,
    /// The role that is signed for.
    role: Id<Signatory>,
    /// Called when it is signed, or not after all.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let plan = use_plan();
    let declared = plan.who();
    let known = plan.release.with_untracked(|release| {
        let same =
            |person: &&Person| !declared.trim().is_empty() && person.name.trim().eq_ignore_ascii_case(declared.trim());
        release.people.iter().find(same).map(|person| person.id)
    });
    let person = RwSignal::new(known);
    let typed = RwSignal::new(if known.is_none() { declared } else { String::new() });
    let missing = RwSignal::new(false);
    let role_name = plan.of(gate, move |gate: &QualityGate| {
        gate.signatories.get(role).map(|role| role.role.clone()).unwrap_or_default()
    });
    let early = plan.of(gate, move |gate: &QualityGate| !held(gate, plan.today.get()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let registered = person.get_untracked();
        let name = plan.release.with_untracked(|release| release.person_name(registered).map(str::to_owned));
        let name = name.unwrap_or_else(|| typed.get_untracked()).trim().to_owned();
        if name.is_empty() {
            missing.set(true);
            return;
        }
        let signer =
            Signer { role: role_name.get_untracked(), person: registered, name, on: plan.today.get_untracked() };
        let signed = plan.release.with_untracked(|release| {
            release.gates.get(gate).map(|gate| with_signature(release, gate, new_id(), signer))
        });
        if let Some(signed) = signed {
            plan.dispatch(Command::Gates(Edit::replace(signed)));
        }
        on_done.run(());
    };
    view! {
        <form class="sign-form fields" on:submit=submit
            on:keydown=move |event| if event.key() == "Escape" { on_done.run(()) }>
            {who_signs(role, person)}
            {move || person.get().is_none().then(|| typed_name(role, typed, missing))}
            {move || early.get().then(|| view! {
                <p class="help">"The outcome is part of what is signed. Set it first, or this signature goes stale when you do."</p>
            })}
            <div class="actions">
                <button class="button primary" type="submit">{move || format!("Sign as {}", text::lower_first(role_name.get().trim()))}</button>
                <button class="button" type="button" on:click=move |_| on_done.run(())>"Cancel"</button>
            </div>
        </form>
    }
}

fn who_signs(role: Id<Signatory>, person: RwSignal<Option<Id<Person>>>) -> impl IntoView {
    let plan = use_plan();
    let id = format!("signer-{role}");
    let people = plan.release.with_untracked(|release| {
        release.people.iter().map(|person| (person.id, person.name.clone())).collect::<Vec<_>>()
    });
    let option = move |(id, name): (Id<Person>, String)| {
        view! { <option value=id.to_string() selected=move || person.get() == Some(id)>{name}</option> }
    };
    let options = people.into_iter().map(option).collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>"Who signs"</label>
            <select id=id on:change:target=move |event| person.set(Id::new(&event.target().value()).ok())>
                <option value="" selected=move || person.get().is_none()>"Somebody else"</option>
                {options}
            </select>
        </div>
    }
}

fn typed_name(role: Id<Signatory>, typed: RwSignal<String>, missing: RwSignal<bool>) -> impl IntoView {
    let id = format!("signer-name-{role}");
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    view! {
        <div class="field">
            <label for=id.clone()>"Name"</label>
            <input id=id type="text" autocomplete="off" prop:value=typed aria-describedby=described
                aria-invalid=move || missing.get().then_some("true")
                on:input:target=move |event| { typed.set(event.target().value()); missing.set(false); }/>
            {move || missing.get().then(|| view! { <p class="error" id=error_id.clone()><Mark role=Role::NoGo/>"Enter the name of the person who signs."</p> })}
        </div>
    }
}
