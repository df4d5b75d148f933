//! The third step: who receives it.

use leptos::prelude::*;

use super::draft::{Draft, Receiver};
use crate::ui::components::{Icon, Number, Text, each};

/// The departments that receive the release, with their sizes.
#[component]
pub fn Receivers(
    /// What has been entered so far.
    draft: Draft,
) -> impl IntoView {
    let keys =
        Memo::new(move |_| draft.receivers.with(|all| all.iter().map(|receiver| receiver.key).collect::<Vec<_>>()));
    let add = move |_| {
        draft.receivers.update(|all| {
            let key = all.iter().map(|receiver| receiver.key + 1).max().unwrap_or(0);
            all.push(Receiver { key, ..Receiver::default() });
        });
    };
    view! {
        <h1 id="question" tabindex="-1">"Who receives it?"</h1>
        <p class="why">"Departments decide training, floor walkers and waves. Sites and user groups can be added later."</p>
        <div class="fields">
            {each(move || keys.get(), |key| *key, move |key| receiver(draft, key))}
        </div>
        <button class="button quiet start" type="button" on:click=add><Icon name="plus"/>"Add department"</button>
    }
}

fn receiver(draft: Draft, key: u32) -> impl IntoView {
    let find = move |all: &[Receiver]| all.iter().find(|receiver| receiver.key == key).cloned().unwrap_or_default();
    let now = Signal::derive(move || draft.receivers.with(|all| find(all)));
    let change = move |with: &dyn Fn(&mut Receiver)| {
        draft.receivers.update(|all| all.iter_mut().filter(|receiver| receiver.key == key).for_each(with));
    };
    let size = Signal::derive(move || Some(now.get().size).filter(|size| *size > 0));
    let resize = move |size: Option<u32>| change(&|receiver| receiver.size = size.unwrap_or(0));
    view! {
        <div class="fields pair">
            <Text label="Department" field="name" optional=true value=Signal::derive(move || now.get().name)
                on_change=move |name: String| change(&|receiver| receiver.name.clone_from(&name))/>
            <Number<u32> label="People" field="size" optional=true value=size on_change=resize/>
        </div>
    }
}
