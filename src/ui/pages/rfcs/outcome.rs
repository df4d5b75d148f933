//! What the CAB said of an RFC, with what belongs to it.

use leptos::prelude::*;

use crate::plan::{Id, Rfc, RfcApproval, RfcOutcome, RfcRefusal};
use crate::plan_file::text_of;
use crate::ui::components::{AnswerGroup, AnswerOption, Area, Day, Role, Text};
use crate::ui::desk::use_desk;
use crate::ui::plan::Plan;
use crate::ui::register::{Entry, Field};
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

/// The outcome: one of four, and the day with a note, or the reason with what happened next.
pub fn outcome(entry: Entry, field: &'static Field) -> AnyView {
    let plan = entry.plan;
    let Ok(id) = Id::<Rfc>::new(&text_of(&entry.member_now("id"))) else { return ().into_any() };
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
    // Rejected and deferred have the same fields: these stay as they are when the one becomes the other.
    let kind = plan.of(id, |rfc: &Rfc| match rfc.outcome {
        RfcOutcome::Pending => 0_u8,
        RfcOutcome::Approved(_) => 1,
        RfcOutcome::Rejected(_) | RfcOutcome::Deferred(_) => 2,
    });
    let more = move || match kind.get() {
        1 => Some(approval(plan, id).into_any()),
        2 => Some(refusal(plan, id).into_any()),
        _ => None,
    };
    view! {
        <AnswerGroup label=field.label field=field.data_name() visible=true options value on_change=say/>
        {more}
    }
    .into_any()
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
