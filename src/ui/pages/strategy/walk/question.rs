//! One question of the walk.

use leptos::prelude::*;

use super::Walk;
use crate::strategy::{Answered, FACTORS, Factor, Reply, Source, asks_for_identity};
use crate::text;
use crate::ui::components::{Icon, Mark, Role};

/// A question with its answers, why it is asked, and the ways on.
pub(super) fn question(walk: Walk, factor: &'static Factor, number: usize) -> impl IntoView {
    let advisor = walk.advisor;
    let reply = advisor.reply_of(factor);
    let missing = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if reply.with_untracked(Option::is_some) || advisor.plan.read_only {
            walk.go_on();
        } else {
            missing.set(true);
        }
    };
    let replies = factor.answers.iter().map(Reply::Answer).chain([Reply::Unknown]);
    let rows = replies.enumerate().map(|(at, each)| {
        let key = if each == Reply::Unknown { 0 } else { at + 1 };
        row(walk, factor, each, key, reply)
    });
    let rows = rows.collect_view();
    let last = number == FACTORS.len();
    let result = (!last).then(|| {
        let address = advisor.address(FACTORS.len() + 1).to_string();
        view! { <a class="small" href=address>"See the result so far"</a> }
    });
    let error = move || {
        let missing = missing.get() && reply.with(Option::is_none);
        missing.then(|| {
            view! { <p class="error" role="alert"><Mark role=Role::NoGo/>"Choose an answer, or skip the question."</p> }
        })
    };
    let skip = move || {
        let open = reply.with(Option::is_none) && !advisor.plan.read_only;
        let address = advisor.address(number + 1).to_string();
        open.then(|| view! { <a class="button quiet" href=address>"Skip the question"</a> })
    };
    view! {
        <form class="question" novalidate on:submit=submit>
            <div class="section">
                <div class="section-head">
                    <span class="soft small">{format!("{number} of {}", FACTORS.len())}</span>
                    {result}
                </div>
                <progress max=FACTORS.len().to_string() value=number.to_string()
                    aria-label=format!("Question {number} of {}", FACTORS.len())></progress>
            </div>
            <fieldset aria-describedby="why">
                <legend><h1>{factor.question}</h1></legend>
                {move || from_the_plan(walk, factor)}
                {rows}
            </fieldset>
            <p class="why" id="why">"Why we ask: "{factor.why}</p>
            {error}
            <div class="actions">
                <a class="button" href=back(walk, number)><Icon name="back"/>"Back"</a>
                <button class="button primary" type="submit">{if last { "See the result" } else { "Next question" }}</button>
                {skip}
            </div>
        </form>
    }
}

/// The question before, or from the first one the result.
fn back(walk: Walk, number: usize) -> String {
    let to = if number == 1 { FACTORS.len() + 1 } else { number - 1 };
    walk.advisor.address(to).to_string()
}

/// An answer as a row. A click chooses it and goes on; the arrow keys choose without going on.
fn row(
    walk: Walk,
    factor: &'static Factor,
    reply: Reply,
    key: usize,
    current: Memo<Option<&'static str>>,
) -> impl IntoView {
    let chosen = move || current.get() == Some(reply.key());
    // A press of an arrow key in a group of radio buttons is a click as well, but one without a count.
    let click = move |event: leptos::ev::MouseEvent| {
        if event.detail() > 0 {
            walk.go_on_soon();
        }
    };
    let noted = move || chosen() && walk.noted.get().is_some();
    let mark = move || if noted() { view! { <Icon name="check"/> }.into_any() } else { key.into_any() };
    let explanation = match reply {
        Reply::Answer(answer) => answer.explanation,
        Reply::Unknown => "It counts with the middle of what the answers would give.",
    };
    view! {
        <label class="choice" class:unsure=reply == Reply::Unknown on:click=click>
            <input type="radio" name="reply" value=reply.key() data-field=format!("answer-{}", factor.key)
                disabled=walk.advisor.plan.read_only prop:checked=chosen
                on:change=move |_| walk.advisor.reply(factor, reply)/>
            <kbd aria-hidden="true">{mark}</kbd>
            <span>{reply.label()}<small>{explanation}</small></span>
        </label>
    }
}

/// What the plan says to the question: that it answers it, or that a person said otherwise.
fn from_the_plan(walk: Walk, factor: &'static Factor) -> Option<AnyView> {
    let answered = walk.advisor.answers.with(|answers| answers.get(factor.key).cloned());
    let also =
        asks_for_identity(factor).then_some(" It stands in the overview, and another answer here changes it there.");
    let known = answered.as_ref().and_then(|answered| answered.plan.clone().map(|plan| (answered, plan)));
    let (answered, plan) = known?;
    let basis = text::strategy::basis(&plan.basis);
    let said_otherwise = answered.contradicts_plan() || answered.reply == Reply::Unknown;
    Some(if said_otherwise {
        let words = format!("The plan answers “{}”: {basis}", plan.answer.label);
        contradiction(walk, factor, answered, words).into_any()
    } else if answered.source == Source::Plan {
        view! { <p class="from-plan">"From the plan: "{basis}{also}</p> }.into_any()
    } else {
        view! { <p class="from-plan">"The plan agrees. "{basis}</p> }.into_any()
    })
}

fn contradiction(walk: Walk, factor: &'static Factor, answered: &Answered, words: String) -> impl IntoView {
    let role = if answered.contradicts_plan() { Role::Conditional } else { Role::Idle };
    let take = move |_| {
        walk.advisor.take_back(factor);
        super::focus_question();
    };
    view! {
        <div class=format!("banner inset {}", role.class())>
            <Mark role/><p>{words}</p>
            <button class="button small" type="button" disabled=walk.advisor.plan.read_only on:click=take>
                "Use the plan's answer"
            </button>
        </div>
    }
}
