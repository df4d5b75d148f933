//! What an RFC takes the place of, what takes its place, and submitting it again.

use leptos::prelude::*;

use crate::plan::{Command, Edit, Id, Release, Rfc};
use crate::plan_file::find;
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::desk::use_desk;
use crate::ui::plan::{Plan, new_id};

/// The links in both directions; where it was refused and nothing took its place, the button that submits it again.
pub fn links(plan: Plan, id: String) -> AnyView {
    let (before, after, refused) = (id.clone(), id.clone(), id.clone());
    let before = plan.from(move |release| {
        let replaced = find::<Rfc>(release, &before).and_then(|rfc| rfc.replaces);
        replaced.and_then(|id| release.rfcs.get(id)).map(named).into_iter().collect::<Vec<_>>()
    });
    let after = plan.from(move |release| successors(release, &after).map(named).collect::<Vec<_>>());
    let open = plan.from(move |release| {
        let was_refused = find::<Rfc>(release, &refused).is_some_and(|rfc| rfc.outcome.refusal().is_some());
        was_refused && successors(release, &refused).next().is_none()
    });
    let desk = use_desk();
    let resubmit = move |_| {
        let again =
            plan.release.with_untracked(|release| find::<Rfc>(release, &id).map(|rfc| rfc.resubmitted(new_id())));
        if let Some(again) = again {
            let address = Route::entry(plan.id(), Section::Rfcs, again.id);
            plan.dispatch(Command::Rfcs(Edit::add(again)));
            desk.go(&address);
        }
    };
    let button = move || {
        let resubmit = resubmit.clone();
        open.get().then(|| {
            view! {
                <div class="actions">
                    <button class="button" type="button" data-field="resubmit" disabled=plan.read_only on:click=resubmit>"Resubmit as a new RFC"</button>
                </div>
            }
        })
    };
    view! { {line(plan, "Resubmits ", before)}{line(plan, "Resubmitted as ", after)}{button} }.into_any()
}

/// A sentence with links to other RFCs; nothing where there are none.
fn line(plan: Plan, words: &'static str, others: Signal<Vec<(Id<Rfc>, String)>>) -> AnyView {
    let links = move || {
        let link = |(id, name): (Id<Rfc>, String)| {
            let address = Route::entry(plan.id(), Section::Rfcs, id).to_string();
            view! { <p>{words}<a href=address>{name}</a></p> }
        };
        others.get().into_iter().map(link).collect_view()
    };
    links.into_any()
}

fn successors<'r>(release: &'r Release, id: &str) -> impl Iterator<Item = &'r Rfc> {
    let id = Id::<Rfc>::new(id).ok();
    release.rfcs.iter().filter(move |other| other.replaces.is_some() && other.replaces == id)
}

fn named(rfc: &Rfc) -> (Id<Rfc>, String) {
    let name = format!("{} {}", rfc.number.trim(), rfc.title.trim());
    (rfc.id, text::named(name.trim(), "an RFC without a name"))
}
