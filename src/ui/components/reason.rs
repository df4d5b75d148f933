//! The question for the reason when something is removed that readiness depends on.

use leptos::prelude::*;

use super::dialog::Dialog;
use super::field::control_id;
use super::mark::{Mark, Role};

/// Asks why something is removed. `what` names it; the dialog is open while there is one.
#[component]
pub fn ReasonDialog(
    /// The name of what is to be removed; nothing while the dialog is closed.
    what: RwSignal<Option<String>>,
    /// Takes the reason, once it is given.
    #[prop(into)]
    on_remove: Callback<String>,
) -> impl IntoView {
    let open = Signal::derive(move || what.with(Option::is_some));
    let title = Signal::derive(move || format!("Remove “{}”?", what.get().unwrap_or_default()));
    let close = move |()| what.set(None);
    let remove = Callback::new(move |reason: String| {
        on_remove.run(reason);
        what.set(None);
    });
    view! {
        <Dialog open title on_close=close>
            <ReasonForm on_remove=remove on_keep=close/>
        </Dialog>
    }
}

#[component]
fn ReasonForm(on_remove: Callback<String>, #[prop(into)] on_keep: Callback<()>) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let id = control_id("reason");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let given = reason.get_untracked();
        if given.trim().is_empty() {
            missing.set(true);
        } else {
            on_remove.run(given);
        }
    };
    view! {
        <form on:submit=submit>
            <p>"It stays on record with this reason, which is printed in the Go/No-Go pack."</p>
            <div class="field">
                <label for=id.clone()>"Reason"</label>
                <textarea id=id.clone() rows="3" autofocus prop:value=reason
                    aria-invalid=move || missing.get().then_some("true")
                    on:input:target=move |event| reason.set(event.target().value())></textarea>
                {move || missing.get().then(|| view! {
                    <p class="error"><Mark role=Role::NoGo/>"Say why it is not needed for this release."</p>
                })}
            </div>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| on_keep.run(())>"Keep it"</button>
                <button class="button danger" type="submit">"Remove"</button>
            </div>
        </form>
    }
}
