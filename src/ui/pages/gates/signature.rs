//! One signature line: who signed in a role, when, and whether that still stands.

use jiff::civil::Date;
use leptos::prelude::*;

use super::sign_form::SignForm;
use crate::gate::{Standing, is_given, role_sign_off, without_signature};
use crate::plan::{
    Command, Edit, Id, QualityGate, Release, Removal, RemovedKind, SignOff, Signatory, same_role, with_reason,
};
use crate::text;
use crate::ui::components::{Badge, Icon, InlineText, ReasonDialog, SignedFacts, focus_soon, signed_as};
use crate::ui::plan::{Plan, new_id, use_plan};

/// One signature line.
#[component]
pub fn Signature(
    /// Of which gate.
    gate: Id<QualityGate>,
    /// The role that must sign.
    role: Id<Signatory>,
    /// What a signature covers now.
    content: Memo<String>,
) -> impl IntoView {
    let plan = use_plan();
    let name = plan.of(gate, move |gate: &QualityGate| {
        gate.signatories.get(role).map(|role| role.role.clone()).unwrap_or_default()
    });
    let line = Memo::new(move |_| {
        let today = plan.today.get();
        plan.release.with(|release| line(release, gate, &name.read(), &content.read(), today))
    });
    let signing = RwSignal::new(false);
    let waiting = plan.of(gate, move |gate: &QualityGate| {
        let today = plan.today.get();
        let own = |sign_off: &&SignOff| name.with(|role| same_role(&sign_off.role, role));
        gate.sign_offs.iter().filter(own).any(|sign_off| !is_given(sign_off, today))
    });
    let standing = Signal::derive(move || line.with(|line| line.as_ref().map(|(_, standing)| *standing)));
    let status = move || signed_as(standing.get(), waiting.get());
    let badge = move || {
        let (role, word) = status();
        view! { <Badge role word/> }
    };
    let facts = move || line.get().map(|(sign_off, standing)| view! { <SignedFacts sign_off standing/> });
    let buttons = move || {
        match signing.get() {
        true => view! { <SignForm gate role on_done=move |()| { signing.set(false); focus_soon(format!("#main [data-entry=\"{role}\"]")); }/> }.into_any(),
        false => view! { <Buttons gate role name standing signing/> }.into_any(),
    }
    };
    let role_line = move || {
        match line.with(Option::is_some) {
        true => view! { <p>{name}</p> }.into_any(),
        false => view! {
            <p><InlineText label=Signal::stored("Signing role".to_owned()) field="role" value=name placeholder="Role, such as test lead"
                on_change=move |text: String| rename(plan, gate, role, text)/></p>
        }
        .into_any(),
    }
    };
    view! {
        <div class=move || format!("signature {}", status().0.class()) data-entry=role.to_string() tabindex="-1" role="group"
            aria-label=move || format!("Sign-off, {}", name.get())>
            <div class="signature-name"><span>{move || line.get().map(|(sign_off, _)| sign_off.name)}</span>{badge}</div>
            {role_line}
            {facts}
            {buttons}
        </div>
    }
}

/// What can be done on the line: sign, withdraw, or take the role away.
#[component]
fn Buttons(
    gate: Id<QualityGate>,
    role: Id<Signatory>,
    name: Signal<String>,
    standing: Signal<Option<Standing>>,
    signing: RwSignal<bool>,
) -> impl IntoView {
    let plan = use_plan();
    let asked = RwSignal::new(None::<String>);
    let open = move |_| {
        signing.set(true);
        focus_soon(format!("#main [data-entry=\"{role}\"] .sign-form select"));
    };
    let sign = move || {
        let again = match standing.get() {
            Some(Standing::Valid) => return None,
            Some(_) => " again",
            None => "",
        };
        let unnamed = name.with(|name| name.trim().is_empty());
        let word = format!("Sign{again} as {}", text::lower_first(name.get().trim()));
        (!unnamed).then(|| view! { <button class="button" type="button" data-field="sign_offs" disabled=plan.read_only on:click=open>{word}</button> })
    };
    let withdraw = move |_| {
        if let Some(gate) = plan.get(gate) {
            let role = name.get_untracked();
            plan.remove(Command::Gates(Edit::replace(without_signature(&gate, &role))));
        }
        focus_soon(format!("#main [data-entry=\"{role}\"]"));
    };
    let withdraw_button = move || {
        standing.get().is_some().then(|| {
            view! { <button class="button quiet small" type="button" disabled=plan.read_only on:click=withdraw>"Withdraw signature"</button> }
        })
    };
    let remove_label = move || format!("Remove signing role {}", name.get());
    let ask = move |_| asked.set(Some(name.get_untracked()));
    view! {
        <div class="actions">
            {sign}{withdraw_button}
            <button class="icon-button" type="button" aria-label=remove_label title=remove_label disabled=plan.read_only on:click=ask><Icon name="bin"/></button>
        </div>
        <ReasonDialog what=asked on_remove=move |reason: String| remove_role(plan, gate, role, &reason)/>
    }
}

/// The best signature for a role without the content signed, which the line does not show; and how it stands.
fn line(
    release: &Release,
    gate: Id<QualityGate>,
    role: &str,
    content: &str,
    today: Date,
) -> Option<(SignOff, Standing)> {
    let (sign_off, standing) = role_sign_off(release.gates.get(gate)?, role, content, today)?;
    let shown = SignOff {
        id: sign_off.id,
        role: sign_off.role.clone(),
        person: sign_off.person,
        name: sign_off.name.clone(),
        on: sign_off.on,
        content: String::new(),
        sha256: sign_off.sha256.clone(),
    };
    Some((shown, standing))
}

fn rename(plan: Plan, gate: Id<QualityGate>, role: Id<Signatory>, text: String) {
    plan.edit(gate, &format!("{role}.role"), |gate: &mut QualityGate| {
        if let Some(role) = gate.signatories.get_mut(role) {
            role.role = text;
        }
    });
}

/// Takes a role away with the reason. A signature that was given for it stays until somebody withdraws it.
fn remove_role(plan: Plan, gate: Id<QualityGate>, role: Id<Signatory>, reason: &str) {
    let Some(mut changed) = plan.get(gate) else { return };
    let Some(signatory) = changed.signatories.get(role).cloned() else { return };
    if changed.signatories.apply(Edit::Remove { id: role }).is_err() {
        return;
    }
    let removal = Removal {
        id: new_id(),
        kind: RemovedKind::Signatory,
        key: format!("{gate}:{role}"),
        name: signatory.role,
        reason: reason.trim().to_owned(),
        by: plan.who(),
        on: Some(plan.today.get_untracked()),
    };
    plan.remove(with_reason(removal, Command::Gates(Edit::replace(changed))));
    focus_soon("#sign-offs".to_owned());
}
