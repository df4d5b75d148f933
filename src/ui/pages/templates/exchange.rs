//! Templates taken in from a file: which parts of it, and what they replace.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::shelved::Shelved;
use crate::plan::{Choice, TemplatePart, Templates};
use crate::plan_file::TemplatesFile;
use crate::ui::components::{Check, Dialog, FileButton, RefusedDialog};
use crate::ui::import::Refused;
use crate::ui::templates;

/// A button that asks for a file with templates, and then for the parts to take from it.
#[component]
pub fn ImportTemplates(
    /// The open templates.
    open: Shelved,
) -> impl IntoView {
    let Shelved { desk, held, .. } = open;
    let refused = RwSignal::new(None::<Refused>);
    let given = RwSignal::new(None::<TemplatesFile>);
    let chosen = RwSignal::new(Vec::<TemplatePart>::new());
    let on_files = Callback::new(move |files: Vec<File>| {
        spawn_local(async move {
            match templates::read_file(&files).await {
                Ok(None) => {}
                Ok(Some(file)) if parts_of(&file.templates).is_empty() => {
                    desk.toasts.say("The file says nothing of its own: it stands for what comes with Rollcall.");
                }
                Ok(Some(file)) => {
                    chosen.try_set(parts_of(&file.templates));
                    given.try_set(Some(file));
                }
                Err(why) => drop(refused.try_set(Some(why))),
            }
        });
    });
    let take = move |_| {
        let Some(file) = given.get_untracked() else { return };
        let mut new = held.get_untracked();
        let parts = chosen.get_untracked();
        parts.iter().for_each(|part| new.templates.take(*part, &file.templates));
        if parts.len() == TemplatePart::ALL.len() || new.kept.is_empty() {
            new.kept = file.kept;
        }
        given.set(None);
        open.renew(new, "Imported the templates");
    };
    let one = move |part: TemplatePart| {
        let value = Signal::derive(move || chosen.with(|chosen| chosen.contains(&part)));
        let toggle = move |on: bool| {
            chosen.update(|chosen| {
                chosen.retain(|other| *other != part);
                if on {
                    chosen.push(part);
                }
            });
        };
        let replaces = if held.with_untracked(|held| held.templates.has(part)) {
            "replaces the organisation’s own"
        } else {
            "in the place of what Rollcall brings"
        };
        view! { <Check label=format!("{} ({replaces})", part.label()) field="part" value on_change=toggle/> }
    };
    let list = move || given.with(|file| file.as_ref().map(|file| parts_of(&file.templates)).unwrap_or_default());
    let asks = Signal::derive(move || given.with(Option::is_some));
    let none = move || chosen.with(Vec::is_empty);
    view! {
        <FileButton label="Import templates" what="A file with templates" accept=".json,application/json" on_files/>
        <RefusedDialog refused/>
        <Dialog open=asks title="Which parts are imported?" on_close=move |()| given.set(None)>
            <p>"What is taken replaces what is there as a whole. You can undo it."</p>
            <div class="fields">{move || list().into_iter().map(one).collect_view()}</div>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| given.set(None)>"Cancel"</button>
                <button class="button primary" type="button" disabled=none on:click=take>"Import these parts"</button>
            </div>
        </Dialog>
    }
}

/// The parts of which templates say something.
fn parts_of(templates: &Templates) -> Vec<TemplatePart> {
    TemplatePart::ALL.iter().copied().filter(|part| templates.has(*part)).collect()
}
