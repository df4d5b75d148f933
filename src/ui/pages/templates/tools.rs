//! What a release's own lists have to do with templates: saved as one, handed out as a file, added to from a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::plan::{Choice, TemplatePart};
use crate::plan_file::Kept;
use crate::readiness::{added_from, saved};
use crate::text;
use crate::ui::components::{FileButton, Icon, RefusedDialog};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::import::Refused;
use crate::ui::plan::{Plan, use_plan};
use crate::ui::templates::{self, Held};

/// Saves a list of the open release as the organisation's template, hands it out, and adds to it from a file.
#[component]
pub fn TemplateTools(
    /// Which list.
    part: TemplatePart,
) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let refused = RwSignal::new(None::<Refused>);
    let what = text::lower_first(part.label());
    let save = move |_| plan.release.with_untracked(|release| templates::save_part(desk, release, part));
    let export = move |_| {
        let templates = plan.release.with_untracked(saved).only(&[part]);
        templates::export(desk, &Held { templates, kept: Kept::default() });
    };
    let on_files = Callback::new(move |files| add(desk, plan, refused, part, files));
    let about =
        format!("Share the {what}: new releases of the organisation start from its template, and others take a file.");
    view! {
        <section class="section" aria-label="Template">
            <p class="soft small">{about}</p>
            <div class="actions">
                <button class="button quiet small" type="button" data-field="save_template" on:click=save><Icon name="check"/>"Save as template"</button>
                <button class="button quiet small" type="button" on:click=export><Icon name="download"/>"Export as file"</button>
                <FileButton label="Add from a file" what="A file with templates" accept=".json,application/json" class="button quiet small"
                    disabled=plan.read_only on_files/>
            </div>
            <RefusedDialog refused/>
        </section>
    }
}

/// Adds what is in the file and not in the release.
fn add(desk: Desk, plan: Plan, refused: RwSignal<Option<Refused>>, part: TemplatePart, files: Vec<File>) {
    spawn_local(async move {
        let file = match templates::read_file(&files).await {
            Ok(Some(file)) => file,
            Ok(None) => return,
            Err(why) => return drop(refused.try_set(Some(why))),
        };
        let Some(release) = plan.release.try_get_untracked() else { return };
        let what = text::lower_first(part.label());
        let found = added_from(&release, part, &file.templates);
        match (found.command, found.already) {
            (Some(command), already) => {
                plan.dispatch(command);
                let stays =
                    if already == 0 { String::new() } else { format!(" {already} were there already and stay.") };
                let said = format!("Added from the file: {} to the {what}.{stays}", found.added);
                plan.offer_undo_saying(&said);
            }
            (None, 0) => desk.toasts.say(&format!("There are no {what} of its own in this file. Nothing was changed.")),
            (None, _) => {
                desk.toasts.say(&format!("All {what} of this file are in the plan already. Nothing was changed."))
            }
        }
    });
}
