//! The frame around a part that only some strategies need: a section of its own, or the inside of a fold.

use leptos::prelude::*;

use crate::plan::Release;
use crate::rollout::Part;

/// The part's heading.
pub fn title(part: Part) -> &'static str {
    match part {
        Part::Waves => "Waves",
        Part::Push => "Push",
        Part::Pull => "Pull",
        Part::Parallel => "Parallel running",
    }
}

/// What a folded part holds, in a word or two.
pub fn holds(part: Part, release: &Release) -> String {
    let plan = &release.rollout;
    let filled = match part {
        Part::Waves if plan.waves.len() == 1 => return "1 wave".to_owned(),
        Part::Waves if !plan.waves.is_empty() => return format!("{} waves", plan.waves.len()),
        Part::Waves => false,
        Part::Push => plan.push != Default::default(),
        Part::Pull => plan.pull != Default::default(),
        Part::Parallel => plan.parallel != Default::default(),
    };
    if filled { "filled in" } else { "empty" }.to_owned()
}

/// Heading, actions and body. A fold has its own heading.
pub fn framed(part: Part, folded: bool, actions: AnyView, body: AnyView) -> AnyView {
    if folded {
        return view! { <div class="section">{body}<div class="actions">{actions}</div></div> }.into_any();
    }
    let id = match part {
        Part::Waves => "waves",
        Part::Push => "push",
        Part::Pull => "pull",
        Part::Parallel => "parallel",
    };
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head"><h2 id=id>{title(part)}</h2>{actions}</div>
            {body}
        </section>
    }
    .into_any()
}
