//! That the service desk accepts the hand-over.

use leptos::prelude::*;

use crate::gate::is_accepted;
use crate::plan::HandOverAcceptance;
use crate::plan_file::sole;
use crate::text;
use crate::ui::components::{Role, SectionHead, Status};
use crate::ui::plan::Plan;
use crate::ui::register::{Field, Group, form};

static FIELDS: &[Group] = &[
    Group::pair(&[
        Field::person("by", "Accepted by").named("accepted_by").help("Who speaks for the service desk."),
        Field::day("on", "Accepted on").named("accepted_on"),
    ]),
    Group::one(&[Field::area("note", "Note").named("acceptance_note").optional()]),
];

/// Who accepts it for the desk, and when.
pub fn acceptance(plan: Plan) -> AnyView {
    let on = plan.from(|release| release.hand_over.acceptance.on);
    let accepted = plan.from(move |release| is_accepted(release, plan.today.get()));
    let standing = move || match (accepted.get(), on.get()) {
        (true, Some(on)) => view! { <Status role=Role::Go word=format!("Accepted on {}", text::day(on))/> },
        (false, Some(on)) if on > plan.today.get() => {
            view! { <Status role=Role::Idle word=format!("Not yet, planned for {}", text::day(on))/> }
        }
        _ => view! { <Status role=Role::Idle word="Not accepted: it counts once it says who and when"/> },
    };
    view! {
        <section class="section" aria-labelledby="acceptance">
            <SectionHead id="acceptance" title="Acceptance by the service desk"/>
            <p class="small">{standing}</p>
            {form(plan, sole::<HandOverAcceptance>(), "", FIELDS)}
        </section>
    }
    .into_any()
}
