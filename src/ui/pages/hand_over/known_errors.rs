//! The known errors that the desk takes over: to read here, to be written down on the page of defects.

use leptos::prelude::*;

use crate::gate::{known_errors as of_release, missing_in, proposals};
use crate::plan::{Command, Defect, DocumentKind, Edit, Id};
use crate::readiness::{Place, Section};
use crate::route::{Page, Route};
use crate::text;
use crate::ui::components::{Empty, Icon, Role, SectionHead, Status, each};
use crate::ui::plan::{Plan, new_id};

/// The known errors with what is missing, and what they propose.
pub fn known_errors(plan: Plan) -> AnyView {
    let ids = plan.from(|release| of_release(release).map(|defect| defect.id).collect::<Vec<_>>());
    let pack = Route::Release(plan.id(), Page::Documents(Some(DocumentKind::ServiceDeskPack))).to_string();
    let table = move || match ids.with(Vec::is_empty) {
        true => view! { <Empty text="No defect goes live with a workaround: there is no known error to hand over."/> }
            .into_any(),
        false => rows(plan, ids),
    };
    view! {
        <section class="section" aria-labelledby="known-errors">
            <SectionHead id="known-errors" title="Known errors">
                <div class="actions">{propose(plan)}<a class="button quiet" href=pack>"Open the service desk pack"</a></div>
            </SectionHead>
            {table}
        </section>
        <SectionHead id="points" title="What the desk is given"/>
    }
    .into_any()
}

/// Adds what the known errors ask for and the hand-over does not have yet, as one step.
fn propose(plan: Plan) -> AnyView {
    let asked = plan.from(|release| {
        let mut at = 0;
        let number = || {
            at += 1;
            Id::new(&format!("proposal-{at}")).unwrap_or_default()
        };
        proposals(release, number).len()
    });
    let add = move |_| {
        let items = plan.release.with_untracked(|release| proposals(release, new_id));
        let commands: Vec<Command> = items.into_iter().map(|item| Command::HandOverItems(Edit::add(item))).collect();
        if !commands.is_empty() {
            plan.dispatch(Command::Batch(commands));
        }
    };
    let button = move || {
        let count = asked.get();
        (count > 0).then(|| {
            view! {
                <button class="button" type="button" data-field="propose" disabled=plan.read_only on:click=add>
                    <Icon name="plus"/>{format!("Add {count} from known errors")}
                </button>
            }
        })
    };
    button.into_any()
}

fn rows(plan: Plan, ids: Signal<Vec<Id<Defect>>>) -> AnyView {
    let heads = ["Known error", "Workaround", "Quick fix", "Code", "Missing"];
    let heads = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-label="Known errors, table" tabindex="0">
            <table class="table stack" role="table">
                <thead><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{each(move || ids.get(), |id| *id, move |id| row(plan, id))}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(plan: Plan, id: Id<Defect>) -> AnyView {
    let of = move |text: fn(&Defect) -> String| plan.of(id, text);
    let address = Route::entry(plan.id(), Section::Defects, id).to_string();
    let lacks = plan.of(id, |defect: &Defect| {
        let lacks = missing_in(&defect.known_error);
        lacks.first().map(|first| (first.field, lacks.iter().map(|field| field.name).collect::<Vec<_>>().join(", ")))
    });
    let missing = move || match lacks.get() {
        None => view! { <Status role=Role::Go word="Nothing"/> }.into_any(),
        Some((field, names)) => {
            let cure = Route::cure(plan.id(), &Place::entry(Section::Defects, id, field)).to_string();
            view! { <a href=cure><Status role=Role::NoGo word=text::upper_first(&names)/></a> }.into_any()
        }
    };
    let cell =
        |head: &'static str, value: Signal<String>| view! { <td role="cell" data-label=head>{value}</td> }.into_any();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=address>{of(|defect| text::named(defect.title.trim(), "New defect"))}</a>
                <span class="small soft mono">{of(|defect| defect.number.clone())}</span>
            </th>
            {cell("Workaround", of(|defect| defect.known_error.workaround.clone()))}
            {cell("Quick fix", of(|defect| defect.known_error.quick_fix.clone()))}
            <td role="cell" class="whole" data-label="Code">{of(|defect| defect.known_error.desk_code.clone())}</td>
            <td role="cell" data-label="Missing">{missing}</td>
        </tr>
    }
    .into_any()
}
