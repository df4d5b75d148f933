//! Files given to the app: a button that asks for them, a part of the page on which they are dropped, and why one was
//! refused.

use leptos::html;
use leptos::prelude::*;
use web_sys::{DragEvent, File, FileList};

use super::dialog::Dialog;
use super::mark::Icon;
use crate::ui::import::Refused;

/// How many problems are listed; a file with more of them is better written anew.
const LISTED: usize = 50;

/// A button that asks for files.
#[component]
pub fn FileButton(
    /// Its words.
    label: &'static str,
    /// What the files are, for those who cannot see the button.
    what: &'static str,
    /// Which files the browser offers.
    accept: &'static str,
    /// Its icon.
    #[prop(default = "open")]
    icon: &'static str,
    /// Its look.
    #[prop(default = "button")]
    class: &'static str,
    /// Whether it can be pressed.
    #[prop(optional)]
    disabled: bool,
    /// Takes the files.
    on_files: Callback<Vec<File>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        on_files.run(list_of(input.files()));
        // Choosing the same file again is to count as a choice.
        input.set_value("");
    };
    view! {
        <button class=class type="button" disabled=disabled on:click=choose><Icon name=icon/>{label}</button>
        <input class="unseen" type="file" accept=accept multiple tabindex="-1" aria-label=what
            node_ref=input on:change=chosen/>
    }
}

/// A part of the page on which files can be dropped.
#[component]
pub fn DropArea(
    /// Takes the files.
    on_files: Callback<Vec<File>>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let allow = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        on_files.run(list_of(event.data_transfer().and_then(|transfer| transfer.files())));
    };
    view! {
        <div class="drop-zone" class:over=over on:dragover=allow on:dragleave=move |_| over.set(false) on:drop=drop>
            {children()}
        </div>
    }
}

fn list_of(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|at| list.item(at)).collect()).unwrap_or_default()
}

/// Says why a file was not taken in.
#[component]
pub fn RefusedDialog(
    /// The file.
    refused: RwSignal<Option<Refused>>,
) -> impl IntoView {
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
        <p>{refused.cure.clone()}" "{refused.safe}</p>
    }
}
