//! The signature lines at the foot of a gate, and what changed since stale ones were given.

use leptos::prelude::*;

use super::signature::Signature;
use crate::gate::{Change, Standing, changes_since, is_given, role_sign_off};
use crate::plan::{Choice, Edit, Id, Part, QualityGate, SignOff, Signatory, same_role};
use crate::text;
use crate::ui::components::{Differences, Icon, Uncounted, each, focus_soon};
use crate::ui::plan::{new_id, use_plan};

/// The signature lines of a gate.
#[component]
pub fn SignOffs(
    /// Of which gate.
    id: Id<QualityGate>,
    /// What a signature covers now.
    content: Memo<String>,
) -> impl IntoView {
    let plan = use_plan();
    let roles = plan.of(id, |gate: &QualityGate| gate.signatories.iter().map(|role| role.id).collect::<Vec<_>>());
    let add = move |_| {
        let role = Signatory { id: new_id(), ..Signatory::default() };
        let entry = role.id;
        plan.edit_within(id, |gate: &mut QualityGate| Some(&mut gate.signatories), Edit::add(role));
        focus_soon(format!("#main [data-entry=\"{entry}\"] input"));
    };
    let covered = plan.of(id, covered);
    let none = move || {
        roles
            .with(Vec::is_empty)
            .then(|| view! { <p class="soft">"No role has to sign this gate. Add one to hold somebody to it."</p> })
    };
    view! {
        <section class="section" aria-labelledby="sign-offs" data-entry=id.to_string()>
            <div class="section-head">
                <h2 id="sign-offs" tabindex="-1">"Sign-offs"</h2>
                <button class="button quiet small" type="button" data-field="add_role" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add signing role"</button>
            </div>
            <p class="soft">"A sign-off proves that the content did not change since. It does not prove who signed."</p>
            <p class="soft">{covered}</p>
            {none}
            <div class="signatures">
                {each(move || roles.get(), |role| *role, move |role| view! { <Signature gate=id role content/> })}
            </div>
            <OtherSignatures id/>
            <Changes id content/>
        </section>
    }
}

/// What a signature covers, in words.
fn covered(gate: &QualityGate) -> String {
    let parts: Vec<String> = Part::ALL
        .iter()
        .filter(|part| gate.covers.contains(part))
        .map(|part| text::lower_first(part.label()))
        .collect();
    let own = "A signature here covers the gate’s checklist with its evidence, its actions and its outcome";
    match parts.split_last() {
        None => format!("{own}."),
        Some((last, [])) => format!("{own}, and of the plan: {last}."),
        Some((last, first)) => format!("{own}, and of the plan: {} and {last}.", first.join(", ")),
    }
}

/// Signatures for roles that need not sign any more, and those that do not count yet. They stay until somebody withdraws them.
#[component]
fn OtherSignatures(id: Id<QualityGate>) -> impl IntoView {
    let plan = use_plan();
    let others = plan.of(id, move |gate: &QualityGate| {
        let today = plan.today.get();
        let asked = |sign_off: &SignOff| gate.signatories.iter().any(|role| same_role(&role.role, &sign_off.role));
        let other = |sign_off: &&SignOff| !asked(sign_off) || !is_given(sign_off, today);
        let others = gate.sign_offs.iter().filter(other);
        let said = |sign_off: &SignOff| match asked(sign_off) {
            true => text::does_not_count(sign_off, &sign_off.role),
            false => {
                format!("{} signed as {}, a role that need not sign.", sign_off.name, text::lower_first(&sign_off.role))
            }
        };
        others.map(|sign_off| (sign_off.clone(), said(sign_off))).collect::<Vec<_>>()
    });
    let row = move |(sign_off, said): (SignOff, String)| {
        let (key, role) = (sign_off.id, sign_off.role.clone());
        let withdraw = move |()| {
            plan.edit_within(id, |gate: &mut QualityGate| Some(&mut gate.sign_offs), Edit::Remove { id: key });
            focus_soon("#sign-offs".to_owned());
        };
        view! { <Uncounted sign_off role said on_withdraw=withdraw/> }
    };
    view! {
        <Show when=move || !others.with(Vec::is_empty)>
            <ul>{each(move || others.get(), |(sign_off, said)| (sign_off.id, said.clone()), row)}</ul>
        </Show>
    }
}

/// What changed since, for every stale signature.
#[component]
fn Changes(id: Id<QualityGate>, content: Memo<String>) -> impl IntoView {
    let plan = use_plan();
    let stale = Memo::new(move |_| {
        let today = plan.today.get();
        plan.release.with(|release| {
            let Some(gate) = release.gates.get(id) else { return Vec::new() };
            let content = content.read();
            let best = |role: &Signatory| role_sign_off(gate, &role.role, &content, today);
            let stale = gate.signing().filter_map(best).filter(|(_, standing)| *standing == Standing::Stale);
            stale.fold(Vec::new(), |all, (sign_off, _)| Since::with(all, sign_off, &content))
        })
    });
    view! {
        <Show when=move || !stale.with(Vec::is_empty)>
            <div class="section" id="changes" tabindex="-1">{move || stale.get().into_iter().map(since).collect_view()}</div>
        </Show>
    }
}

/// What changed since signatures that were given to the same content.
#[derive(Clone, PartialEq)]
struct Since {
    content: String,
    who: Vec<String>,
    changes: Vec<Change>,
}

impl Since {
    /// Puts a signature to those that were given to the same content, or begins with it anew.
    fn with(mut all: Vec<Self>, sign_off: &SignOff, content: &str) -> Vec<Self> {
        let who = format!("{} signed as {}", sign_off.name, text::lower_first(&sign_off.role));
        if let Some(same) = all.iter_mut().find(|since| since.content == sign_off.content) {
            same.who.push(who);
            return all;
        }
        let changes = changes_since(sign_off, content);
        all.push(Self { content: sign_off.content.clone(), who: vec![who], changes });
        all
    }
}

fn since(since: Since) -> impl IntoView {
    view! {
        <h3>{format!("Changed since {}", since.who.join(", "))}</h3>
        <Differences changes=since.changes/>
    }
}
