//! One RFC at work.

use leptos::prelude::*;

use super::role_and_word;
use crate::gate::rfc_state;
use crate::plan::{ChangeType, Command, Edit, Id, Rfc, RfcApproval, RfcOutcome, RfcRefusal};
use crate::readiness::Section;
use crate::route::Route;
use crate::ui::components::{AnswerGroup, AnswerOption, Area, Badge, Day, Icon, Role, Select, Text};
use crate::ui::desk::use_desk;
use crate::ui::plan::{Plan, new_id, use_plan};
use crate::ui::templates;

/// The four outcomes, without what belongs to each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Said {
    #[default]
    Pending,
    Approved,
    Rejected,
    Deferred,
}

/// An RFC, to be worked on.
#[component]
pub fn Detail(
    /// Which.
    id: Id<Rfc>,
) -> impl IntoView {
    let plan = use_plan();
    let back = Route::section(plan.id(), Section::Rfcs).to_string();
    let state = plan.of(id, move |rfc: &Rfc| Some(rfc_state(&rfc.outcome, plan.today.get())));
    let badge = move || state.get().map(role_and_word).map(|(role, word)| view! { <Badge role word/> });
    view! {
        <article class="detail" aria-labelledby="rfc" data-entry=id.to_string()>
            <nav class="trail" aria-label="Path"><a href=back><Icon name="back"/>"All RFCs"</a></nav>
            <div class="section-head">
                <span class="mono soft">{plan.of(id, |rfc: &Rfc| rfc.number.clone())}</span>
                {badge}
            </div>
            <h2 id="rfc">{plan.of(id, |rfc: &Rfc| match rfc.title.trim() {
                "" => "New RFC".to_owned(),
                title => title.to_owned(),
            })}</h2>
            <div class="form">{facts(plan, id)}<Outcome id/></div>
            <Actions id/>
        </article>
    }
}

fn facts(plan: Plan, id: Id<Rfc>) -> impl IntoView {
    let replaced = plan.from(move |release| {
        let replaced = release.rfcs.get(id).and_then(|rfc| release.rfcs.get(rfc.replaces?));
        replaced.map(|rfc| (rfc.id, format!("{} {}", rfc.number, rfc.title)))
    });
    let link = move || {
        replaced.get().map(|(other, name)| {
            view! { <p>"Resubmits "<a href=Route::entry(plan.id(), Section::Rfcs, other).to_string()>{name}</a></p> }
        })
    };
    view! {
        {link}
        <div class="fields">
            <Text label="What is to change" field="title" value=plan.of(id, |rfc: &Rfc| rfc.title.clone())
                on_change=move |text| plan.edit(id, "title", |rfc: &mut Rfc| rfc.title = text)/>
        </div>
        <div class="fields pair">
            <Text label="Number" field="number" value=plan.of(id, |rfc: &Rfc| rfc.number.clone())
                on_change=move |text| plan.edit(id, "number", |rfc: &mut Rfc| rfc.number = text)/>
            <Select<ChangeType> label="Type of change" field="change_type" value=plan.of(id, |rfc: &Rfc| rfc.change_type)
                on_change=move |kind| plan.edit(id, "change_type", |rfc: &mut Rfc| rfc.change_type = kind)/>
            <Day label="Submitted on" field="submitted" value=plan.of(id, |rfc: &Rfc| rfc.submitted)
                on_change=move |day| plan.edit(id, "submitted", |rfc: &mut Rfc| rfc.submitted = day)/>
            <Day label="CAB meets on" field="cab_date" value=plan.of(id, |rfc: &Rfc| rfc.cab_date)
                on_change=move |day| plan.edit(id, "cab_date", |rfc: &mut Rfc| rfc.cab_date = day)/>
        </div>
    }
}

#[component]
fn Outcome(id: Id<Rfc>) -> impl IntoView {
    let plan = use_plan();
    let value = plan.of(id, |rfc: &Rfc| match rfc.outcome {
        RfcOutcome::Pending => Said::Pending,
        RfcOutcome::Approved(_) => Said::Approved,
        RfcOutcome::Rejected(_) => Said::Rejected,
        RfcOutcome::Deferred(_) => Said::Deferred,
    });
    let options = vec![
        AnswerOption { value: Said::Pending, word: "Pending", role: Some(Role::Idle) },
        AnswerOption { value: Said::Approved, word: "Approved", role: Some(Role::Go) },
        AnswerOption { value: Said::Rejected, word: "Rejected", role: Some(Role::NoGo) },
        AnswerOption { value: Said::Deferred, word: "Deferred", role: Some(Role::Conditional) },
    ];
    let say = move |said: Said| {
        let today = Some(plan.today.get_untracked());
        plan.edit(id, "outcome", |rfc: &mut Rfc| rfc.outcome = become_of(&rfc.outcome, said, today));
    };
    let more = move || match value.get() {
        Said::Pending => None,
        Said::Approved => Some(approval(plan, id).into_any()),
        Said::Rejected | Said::Deferred => Some(refusal(plan, id).into_any()),
    };
    view! {
        <div class="fields">
            <AnswerGroup label="What the CAB said" field="outcome" visible=true options value on_change=say/>
            {more}
        </div>
    }
}

/// The new outcome. Rejected and deferred share their fields: changing one into the other keeps them.
fn become_of(before: &RfcOutcome, said: Said, today: Option<jiff::civil::Date>) -> RfcOutcome {
    let refusal = match before {
        RfcOutcome::Rejected(refusal) | RfcOutcome::Deferred(refusal) => refusal.clone(),
        RfcOutcome::Pending | RfcOutcome::Approved(_) => RfcRefusal { on: today, ..RfcRefusal::default() },
    };
    match said {
        Said::Pending => RfcOutcome::Pending,
        Said::Approved => RfcOutcome::Approved(RfcApproval { on: today, note: String::new() }),
        Said::Rejected => RfcOutcome::Rejected(refusal),
        Said::Deferred => RfcOutcome::Deferred(refusal),
    }
}

fn approval(plan: Plan, id: Id<Rfc>) -> impl IntoView {
    let value = plan.of(id, |rfc: &Rfc| match &rfc.outcome {
        RfcOutcome::Approved(approval) => approval.clone(),
        _ => RfcApproval::default(),
    });
    let change = move |field: &'static str, with: &dyn Fn(&mut RfcApproval)| {
        plan.edit(id, field, |rfc: &mut Rfc| {
            if let RfcOutcome::Approved(approval) = &mut rfc.outcome {
                with(approval);
            }
        });
    };
    view! {
        <Day label="Approved on" field="decided" value=Signal::derive(move || value.get().on)
            on_change=move |day| change("decided", &|approval| approval.on = day)/>
        <Area label="What the CAB asked for" field="note" optional=true rows=2 value=Signal::derive(move || value.get().note)
            on_change=move |note: String| change("note", &|approval| approval.note.clone_from(&note))/>
    }
}

fn refusal(plan: Plan, id: Id<Rfc>) -> impl IntoView {
    let desk = use_desk();
    let value = plan.of(id, |rfc: &Rfc| match &rfc.outcome {
        RfcOutcome::Rejected(refusal) | RfcOutcome::Deferred(refusal) => refusal.clone(),
        _ => RfcRefusal::default(),
    });
    let change = move |field: &'static str, with: &dyn Fn(&mut RfcRefusal)| {
        plan.edit(id, field, |rfc: &mut Rfc| {
            if let RfcOutcome::Rejected(refusal) | RfcOutcome::Deferred(refusal) = &mut rfc.outcome {
                with(refusal);
            }
        });
    };
    let own = StoredValue::new(templates::rejection_reasons(&templates::read(desk).templates));
    let reasons = move || own.get_value();
    view! {
        <Day label="Decided on" field="decided" value=Signal::derive(move || value.get().on)
            on_change=move |day| change("decided", &|refusal| refusal.on = day)/>
        <Text label="Reason" field="reason" list="refusal-reasons" help="From your catalogue in the settings, or in other words."
            value=Signal::derive(move || value.get().reason)
            on_change=move |reason: String| change("reason", &|refusal| refusal.reason.clone_from(&reason))/>
        <datalist id="refusal-reasons">{move || reasons().into_iter().map(|reason| view! { <option value=reason></option> }).collect_view()}</datalist>
        <Area label="What happened next" field="what_next" rows=2 value=Signal::derive(move || value.get().what_next)
            on_change=move |text: String| change("what_next", &|refusal| refusal.what_next.clone_from(&text))/>
    }
}

#[component]
fn Actions(id: Id<Rfc>) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let refused = plan.from(move |release| {
        let outcome =
            release.rfcs.get(id).map(|rfc| matches!(rfc.outcome, RfcOutcome::Rejected(_) | RfcOutcome::Deferred(_)));
        outcome == Some(true) && !release.rfcs.iter().any(|rfc| rfc.replaces == Some(id))
    });
    let resubmit = move |_| {
        let Some(rfc) = plan.get::<Rfc>(id) else { return };
        let again = Rfc {
            id: new_id(),
            replaces: Some(id),
            title: rfc.title,
            change_type: rfc.change_type,
            submitted: Some(plan.today.get_untracked()),
            ..Rfc::default()
        };
        let address = Route::entry(plan.id(), Section::Rfcs, again.id);
        plan.dispatch(Command::Rfcs(Edit::add(again)));
        desk.go(&address);
    };
    let remove = move |_| {
        desk.go(&Route::section(plan.id(), Section::Rfcs));
        plan.remove(Command::Rfcs(Edit::Remove { id }));
    };
    view! {
        <div class="actions">
            <Show when=move || refused.get()>
                <button class="button" type="button" disabled=plan.read_only on:click=resubmit>"Resubmit as a new RFC"</button>
            </Show>
            <button class="button quiet" type="button" disabled=plan.read_only on:click=remove><Icon name="bin"/>"Remove RFC"</button>
        </div>
    }
}
