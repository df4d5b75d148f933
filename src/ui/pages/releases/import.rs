//! Bringing files in: by choosing them, or by dropping them on the page.

use leptos::html;
use leptos::prelude::*;
use web_sys::{DragEvent, FileList};

use crate::ui::components::{Dialog, Icon};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::import::Refused;
use crate::ui::remainder;

/// How many problems are listed; a file with more of them is better written anew.
const LISTED: usize = 50;

/// A button that asks for a file.
#[component]
pub fn ImportButton(
    /// Its words.
    #[prop(default = "Import")]
    label: &'static str,
) -> impl IntoView {
    let desk = use_desk();
    let input = NodeRef::<html::Input>::new();
    let refused = RwSignal::new(None::<Refused>);
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        take(desk, refused, input.files());
        // Choosing the same file again is to count as a choice.
        input.set_value("");
    };
    view! {
        <button class="button" type="button" on:click=choose><Icon name="open"/>{label}</button>
        <input class="unseen" type="file" accept=".json,application/json" multiple tabindex="-1" aria-label="Files to import"
            node_ref=input on:change=chosen/>
        <RefusedDialog refused/>
    }
}

/// The part of the page on which files can be dropped.
#[component]
pub fn DropZone(
    /// The page.
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let refused = RwSignal::new(None::<Refused>);
    let over = RwSignal::new(false);
    let allow = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(desk, refused, event.data_transfer().and_then(|transfer| transfer.files()));
    };
    view! {
        <div class="drop-zone" class:over=over on:dragover=allow on:dragleave=move |_| over.set(false) on:drop=drop>
            {children()}
            <RefusedDialog refused/>
        </div>
    }
}

/// Hands the files over to be read.
fn take(desk: Desk, refused: RwSignal<Option<Refused>>, list: Option<FileList>) {
    let files: Vec<web_sys::File> =
        list.map(|list| (0..list.length()).filter_map(|at| list.item(at)).collect()).unwrap_or_default();
    remainder::with(desk, move |remainder| (remainder.import)(desk, refused, files));
}

#[component]
fn RefusedDialog(refused: RwSignal<Option<Refused>>) -> impl IntoView {
    let open = Signal::derive(move || refused.with(Option::is_some));
    let title = Signal::derive(move || {
        refused.with(|refused| {
            refused.as_ref().map(|refused| format!("“{}” was not imported", refused.name)).unwrap_or_default()
        })
    });
    view! {
        <Dialog open title on_close=move |()| refused.set(None)>
            {move || refused.get().map(|refused| explain(&refused))}
            <div class="actions">
                <button class="button primary" type="button" on:click=move |_| refused.set(None)>"Close"</button>
            </div>
        </Dialog>
    }
}

fn explain(refused: &Refused) -> impl IntoView + use<> {
    let more = refused.problems.len().saturating_sub(LISTED);
    let problems = refused.problems.iter().take(LISTED).map(|problem| {
        view! { <li><code>{problem.path.clone()}</code>": "{problem.message.clone()}</li> }
    });
    let problems =
        (!refused.problems.is_empty()).then(|| view! { <ul class="problems">{problems.collect_view()}</ul> });
    view! {
        <p>{refused.what.clone()}</p>
        {problems}
        {(more > 0).then(|| view! { <p>{format!("{more} more of the same file are not listed.")}</p> })}
        <p>{refused.cure.clone()}" Your releases are as they were."</p>
    }
}
