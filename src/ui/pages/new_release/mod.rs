//! The wizard: from nothing to a release with a name, a date and the people who receive it, on the way to its strategy.

mod basics;
mod draft;
mod receivers;
mod when;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::basics::Basics;
use self::draft::Draft;
use self::receivers::Receivers;
use self::when::When;
use crate::readiness::Section;
use crate::route::{Page, Route};
use crate::ui::components::{Icon, Mark, Role};
use crate::ui::desk::use_desk;
use crate::ui::releases::create;
use crate::ui::shell::focus_on;

const STEPS: [&str; 3] = ["What", "When", "Who"];

/// The wizard for a new release. Nothing is stored before its end; what is left out can be entered later.
#[component]
pub fn NewRelease() -> impl IntoView {
    let desk = use_desk();
    let step = RwSignal::new(0_usize);
    let draft = Draft::new(&desk.settings.get_untracked().profile);
    let tried = RwSignal::new(false);
    let finish = move |walk: bool| {
        let release = draft.release();
        spawn_local(create(desk, release, move |id| {
            if walk { Route::Release(id, Page::Walk(1)) } else { Route::section(id, Section::Overview) }
        }));
    };
    let go_on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let at = step.get_untracked();
        tried.set(true);
        if draft.error(at).is_some() {
            return;
        }
        tried.set(false);
        if at + 1 < STEPS.len() {
            step.set(at + 1);
            request_animation_frame(|| focus_on("question"));
        } else {
            finish(true);
        }
    };
    let error = Signal::derive(move || if tried.get() { draft.error(step.get()) } else { None });
    let question = move || match step.get() {
        0 => view! { <Basics draft error/> }.into_any(),
        1 => view! { <When draft error/> }.into_any(),
        _ => view! { <Receivers draft/> }.into_any(),
    };
    view! {
        <div class="column">
            <Steps step/>
            <form class="question" on:submit=go_on>
                {question}
                <div class="actions">
                    <Show when=move || { step.get() > 0 }>
                        <button class="button" type="button" on:click=move |_| step.update(|at| *at -= 1)><Icon name="back"/>"Back"</button>
                    </Show>
                    <button class="button primary" type="submit">{move || match step.get() {
                        0 => "Go on to the date",
                        1 => "Go on to the people",
                        _ => "Create release and choose its strategy",
                    }}</button>
                    <Show when=move || { step.get() > 0 }>
                        <button class="button quiet" type="button" on:click=move |_| finish(false)>"Create release now"</button>
                    </Show>
                </div>
            </form>
        </div>
    }
}

#[component]
fn Steps(step: RwSignal<usize>) -> impl IntoView {
    let one = move |(at, name): (usize, &'static str)| {
        let shown = move || {
            match step.get().cmp(&at) {
            std::cmp::Ordering::Greater => view! {
                <Mark role=Role::Go/><button class="button quiet small" type="button" on:click=move |_| step.set(at)>{name}</button>
            }
            .into_any(),
            std::cmp::Ordering::Equal => view! { <span aria-current="step">{name}</span> }.into_any(),
            std::cmp::Ordering::Less => view! { <span>{name}</span> }.into_any(),
        }
        };
        view! { <li>{shown}</li> }
    };
    view! { <ol class="steps" aria-label="Steps">{STEPS.into_iter().enumerate().map(one).collect_view()}</ol> }
}
