//! Bringing files in: by choosing them, or by dropping them on the page.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{DragEvent, FileList};

use crate::plan_file::{self, Opened, PlanFile, PlanFileError, Problem};
use crate::ui::components::{Dialog, Icon};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::files;
use crate::ui::releases;

/// How many problems are listed; a file with more of them is better written anew.
const LISTED: usize = 50;

/// A file that was not taken in, and why.
#[derive(Clone, PartialEq)]
struct Refused {
    name: String,
    what: String,
    cure: String,
    problems: Vec<Problem>,
}

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

/// Reads the files and stores what is in them. The first that cannot be read stops it, and nothing of that one is stored.
fn take(desk: Desk, refused: RwSignal<Option<Refused>>, list: Option<FileList>) {
    let files: Vec<web_sys::File> =
        list.map(|list| (0..list.length()).filter_map(|at| list.item(at)).collect()).unwrap_or_default();
    spawn_local(async move {
        let mut plans = Vec::new();
        for file in files {
            match read(&file).await {
                Ok(read) => plans.extend(read),
                Err(why) => {
                    refused.set(Some(why));
                    return;
                }
            }
        }
        releases::import(desk, plans).await;
    });
}

async fn read(file: &web_sys::File) -> Result<Vec<PlanFile>, Refused> {
    let name = file.name();
    let refuse = |error: &PlanFileError| Refused {
        name: name.clone(),
        what: error.to_string(),
        cure: error.cure().to_owned(),
        problems: error.problems().to_vec(),
    };
    // The size is known before anything is read: a file that is far too large costs nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    plan_file::check_size(file.size() as u64).map_err(|error| refuse(&error))?;
    let bytes = files::bytes_of(file).await.map_err(|what| Refused {
        name: name.clone(),
        what,
        cure: "Choose it once more.".to_owned(),
        problems: Vec::new(),
    })?;
    match plan_file::open(&bytes).map_err(|error| refuse(&error))? {
        Opened::Plan(plan) => Ok(vec![*plan]),
        Opened::Backup(backup) => Ok(backup.plans),
    }
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
