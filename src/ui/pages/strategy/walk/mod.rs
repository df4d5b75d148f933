//! The walk to a strategy: one question a page, with the standing of the nine beside it.

mod question;
mod standing;

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::question::question;
use self::standing::Standing;
use super::advisor::Advisor;
use crate::strategy::{FACTORS, Factor, Reply};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::plan::use_plan;
use crate::ui::shell::focus_on;

/// How long a chosen answer is shown before the next question comes.
const CONFIRMATION: Duration = Duration::from_millis(250);

/// The walk to a strategy.
#[component]
pub fn StrategyWalk(
    /// The question, from 1.
    #[prop(into)]
    number: Signal<usize>,
) -> impl IntoView {
    let number = Memo::new(move |_| number.get().clamp(1, FACTORS.len()));
    let walk = Walk { advisor: Advisor::of(use_plan()), desk: use_desk(), number, noted: RwSignal::new(None) };
    let keys = window_event_listener(ev::keydown, move |event| walk.key(&event));
    on_cleanup(move || keys.remove());
    Effect::new(move |_| {
        number.track();
        walk.noted.set(None);
        request_animation_frame(focus_question);
    });
    let shown = move || FACTORS.get(number.get() - 1).map(|factor| question(walk, factor, number.get_untracked()));
    view! {
        <div class="walk">
            {shown}
            <Standing advisor=walk.advisor/>
        </div>
    }
}

/// The walk as its parts see it. It is `Copy`.
#[derive(Clone, Copy)]
pub(super) struct Walk {
    advisor: Advisor,
    desk: Desk,
    /// The question that is shown, from 1.
    number: Memo<usize>,
    /// The question whose answer was just chosen, until the next one comes.
    noted: RwSignal<Option<usize>>,
}

impl Walk {
    /// Replies and goes on, after the answer has been seen to be chosen.
    fn reply_and_go_on(self, factor: &'static Factor, reply: Reply) {
        self.advisor.reply(factor, reply);
        self.go_on_soon();
    }

    /// Goes on to the next question after a moment, unless the person has gone elsewhere by then.
    fn go_on_soon(self) {
        if self.advisor.plan.read_only {
            return;
        }
        let here = self.number.get_untracked();
        self.noted.set(Some(here));
        let go = move || {
            let still_here = self.number.try_get_untracked() == Some(here);
            if still_here && self.noted.try_get_untracked() == Some(Some(here)) {
                self.go_on();
            }
        };
        set_timeout(go, CONFIRMATION);
    }

    /// Goes on to the next question, or to the result.
    fn go_on(self) {
        self.advisor.plan.seal();
        self.desk.go(&self.advisor.address(self.number.get_untracked() + 1));
    }

    /// The keys 1 to 5 choose an answer, and 0 "I don't know", while the focus is on the page or nowhere.
    fn key(self, event: &web_sys::KeyboardEvent) {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat();
        // While the answer that was just chosen is shown, another key is meant for the next question, which is not there yet.
        let is_going_on = self.noted.try_get_untracked().is_none_or(|noted| noted == self.number.try_get_untracked());
        if held || is_going_on || self.advisor.plan.read_only || !is_on_page(event) {
            return;
        }
        let factor = self.number.try_get_untracked().and_then(|number| FACTORS.get(number - 1));
        let digit = event.key().parse::<usize>().ok();
        let Some((factor, digit)) = factor.zip(digit) else { return };
        let reply = match digit {
            0 => Some(Reply::Unknown),
            _ => factor.answers.get(digit - 1).map(Reply::Answer),
        };
        if let Some(reply) = reply {
            event.prevent_default();
            self.reply_and_go_on(factor, reply);
        }
    }
}

/// Whether a key was pressed on the walk, or while nothing in particular has the focus.
fn is_on_page(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches("body, #main, .walk *").unwrap_or(false))
}

/// Puts the question into view and the focus on its answers, which reads the question aloud.
fn focus_question() {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    let answer = find(".question input:checked:enabled").or_else(|| find(".question input:enabled"));
    match answer.and_then(|answer| answer.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus is a courtesy: where the answer cannot take it, the question is in view.
        Some(answer) => drop(answer.focus()),
        None => focus_on("main"),
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
