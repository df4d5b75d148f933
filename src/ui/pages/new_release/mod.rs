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
use crate::route::{NEW_STEPS, Page, Route};
use crate::ui::components::{Icon, Mark, Role};
use crate::ui::desk::use_desk;
use crate::ui::releases::create;
use crate::ui::shell::focus_on;
use crate::ui::templates;

const STEPS: [&str; NEW_STEPS] = ["What", "When", "Who"];

/// The wizard for a new release. Nothing is stored before its end; what is left out can be entered later. Each step has its
/// address, so that Back goes a step back.
#[component]
pub fn NewRelease() -> impl IntoView {
    let desk = use_desk();
    let draft = Draft::resume(&desk.settings.get_untracked().profile);
    let step = Memo::new(move |before: Option<&usize>| match desk.route.get() {
        Route::New(asked) => draft.reachable(asked),
        // The wizard is about to be left.
        _ => before.copied().unwrap_or(1),
    });
    let tried = RwSignal::new(false);
    let finish = move |walk: bool| {
        let release = draft.release(&templates::read(desk).templates);
        spawn_local(create(desk, release, move |id| {
            Draft::forget();
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
        if at < NEW_STEPS {
            desk.go(&Route::New(at + 1));
        } else {
            finish(true);
        }
    };
    Effect::new(move |_| {
        let at = step.get();
        if desk.route.with(|route| matches!(route, Route::New(asked) if *asked != at)) {
            // The address is one of ours and cannot be refused.
            let _ = window().location().replace(&Route::New(at).to_string());
        }
    });
    Effect::new(move |before: Option<usize>| {
        let at = step.get();
        if before.is_some_and(|before| before != at) {
            tried.set(false);
            request_animation_frame(|| focus_on("question"));
        }
        at
    });
    let error = Signal::derive(move || if tried.get() { draft.error(step.get()) } else { None });
    let question = move || match step.get() {
        1 => view! { <Basics draft error/> }.into_any(),
        2 => view! { <When draft error/> }.into_any(),
        _ => view! { <Receivers draft/> }.into_any(),
    };
    view! {
        <div class="column">
            <Steps step/>
            <form class="question" on:submit=go_on>
                {question}
                <div class="actions">
                    <Show when=move || { step.get() > 1 }>
                        <button class="button" type="button" on:click=move |_| desk.go(&Route::New(step.get_untracked() - 1))><Icon name="back"/>"Back"</button>
                    </Show>
                    <button class="button primary" type="submit">{move || match step.get() {
                        1 => "Go on to the date",
                        2 => "Go on to the people",
                        _ => "Create release and choose its strategy",
                    }}</button>
                    <Show when=move || { step.get() > 1 }>
                        <button class="button quiet" type="button" on:click=move |_| finish(false)>"Create release now"</button>
                    </Show>
                </div>
            </form>
        </div>
    }
}

#[component]
fn Steps(step: Memo<usize>) -> impl IntoView {
    let desk = use_desk();
    let one = move |(at, name): (usize, &'static str)| {
        let shown = move || {
            match step.get().cmp(&at) {
            std::cmp::Ordering::Greater => view! {
                <Mark role=Role::Go/><button class="button quiet small" type="button" on:click=move |_| desk.go(&Route::New(at))>{name}</button>
            }
            .into_any(),
            std::cmp::Ordering::Equal => view! { <span aria-current="step">{name}</span> }.into_any(),
            std::cmp::Ordering::Less => view! { <span>{name}</span> }.into_any(),
        }
        };
        view! { <li>{shown}</li> }
    };
    view! { <ol class="steps" aria-label="Steps">{(1..).zip(STEPS).map(one).collect_view()}</ol> }
}
