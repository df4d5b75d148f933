//! The sign-offs of senior management, on the plan as a whole.

use leptos::prelude::*;

use crate::gate::{Signer, Standing, changes_since, is_given, plan_content, seat_sign_off, sign};
use crate::plan::{BoardRole, Choice, Command, Edit, SignOff};
use crate::text;
use crate::ui::components::{Badge, Differences, SectionHead, SignedFacts, Uncounted, each, signed_as};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The seats that must sign.
const SENIOR: [BoardRole; 2] = [BoardRole::SeniorIt, BoardRole::SeniorBusiness];

/// A signature line for each senior seat.
#[component]
pub fn SeniorSignOffs() -> impl IntoView {
    let plan = use_plan();
    // The content of the whole plan: written down once for all lines, after each change.
    let content = Memo::new(move |_| plan.release.with(plan_content));
    view! {
        <section class="section" aria-labelledby="sign-offs">
            <SectionHead id="sign-offs" title="Sign-offs of the plan"/>
            <p class="soft">"A sign-off proves that the content did not change since. It does not prove who signed."</p>
            <div class="signatures">{SENIOR.into_iter().map(|role| line(plan, role, content)).collect_view()}</div>
        </section>
    }
}

fn line(plan: Plan, role: BoardRole, content: Memo<String>) -> impl IntoView {
    let counts = plan.from(move |release| {
        let best = seat_sign_off(&release.board, role, &content.read(), plan.today.get())?;
        Some((best.0.clone(), best.1))
    });
    let signed = Signal::derive(move || counts.get().map(|(signed, _)| signed));
    let state = Memo::new(move |_| counts.with(|counts| counts.as_ref().map(|(_, standing)| *standing)));
    let waiting = plan.from(move |release| {
        let today = plan.today.get();
        let own = release.board.sign_offs.iter().filter(|sign_off| sign_off.role == role.key());
        own.filter(|sign_off| !is_given(sign_off, today)).cloned().collect::<Vec<_>>()
    });
    let mark = move || signed_as(state.get(), !waiting.with(Vec::is_empty));
    let withdraw = move |_| {
        if let Some(sign_off) = signed.get_untracked() {
            plan.remove(Command::BoardSignOffs(Edit::Remove { id: sign_off.id }));
        }
    };
    let above = move || signed.get().map(|sign_off| view! { <span>{sign_off.name}</span> });
    let below = move || counts.get().map(|(sign_off, standing)| view! { <SignedFacts sign_off standing/> });
    let changed = move || {
        (state.get() == Some(Standing::Stale)).then(|| {
            let changes =
                signed.get().map(|sign_off| content.with(|now| changes_since(&sign_off, now))).unwrap_or_default();
            view! { <details><summary>"See what changed"</summary><Differences changes/></details> }
        })
    };
    let not_yet = move |sign_off: SignOff| {
        let said = text::does_not_count(&sign_off, role.label());
        let id = sign_off.id;
        let withdraw = move |()| plan.remove(Command::BoardSignOffs(Edit::Remove { id }));
        view! { <Uncounted sign_off role=role.label().to_owned() said on_withdraw=withdraw/> }
    };
    let class = move || format!("signature {}", mark().0.class());
    view! {
        <div class=class data-entry=role.key()>
            <div class="signature-name">{above}{move || view! { <Badge role=mark().0 word=mark().1/> }}</div>
            <p>{role.label()}</p>
            {below}
            <Show when=move || !waiting.with(Vec::is_empty)>
                <ul>{each(move || waiting.get(), |sign_off| (sign_off.id, sign_off.name.clone(), sign_off.on), not_yet)}</ul>
            </Show>
            <SignForm role signed_before=Signal::derive(move || state.get().is_some()) content/>
            <Show when=move || state.get().is_some()>
                <button class="button quiet small" type="button" disabled=plan.read_only on:click=withdraw>"Withdraw"<span class="unseen">{format!(" the sign-off of {}", role.label())}</span></button>
            </Show>
            {changed}
        </div>
    }
}

#[component]
fn SignForm(role: BoardRole, signed_before: Signal<bool>, content: Memo<String>) -> impl IntoView {
    let plan = use_plan();
    let holder = plan.from(move |release| {
        let member = release.board.members.iter().find(|member| member.role == role);
        member.map(|member| (member.person, release.member_name(member).to_owned()))
    });
    let typed = RwSignal::new(None::<String>);
    let name = move || typed.get().unwrap_or_else(|| holder.get().map(|(_, name)| name).unwrap_or_default());
    let put = move |_| {
        let name = name();
        if name.trim().is_empty() {
            return;
        }
        let person = holder.get_untracked().filter(|(_, held)| *held == name).and_then(|(person, _)| person);
        let signer = Signer {
            role: role.key().to_owned(),
            person,
            name: name.trim().to_owned(),
            on: plan.today.get_untracked(),
        };
        sign_plan(plan, sign(new_id(), signer, content.get_untracked()));
    };
    let id = format!("sign-{}", role.key());
    let label = move || format!("{} as {}", if signed_before.get() { "Sign again" } else { "Sign" }, role.label());
    view! {
        <div class="field">
            <label for=id.clone()>"Name of the signer"</label>
            <input id=id.clone() type="text" autocomplete="off" disabled=plan.read_only prop:value=name
                on:input:target=move |event| typed.set(Some(event.target().value()))/>
        </div>
        <button class="button" type="button" data-field="sign_offs" disabled=move || plan.read_only || name().trim().is_empty() on:click=put>{label}</button>
    }
}

/// A new sign-off takes the place of those before it in the same role, as one step. One that does not count yet stays until
/// somebody withdraws it.
fn sign_plan(plan: Plan, sign_off: SignOff) {
    let today = plan.today.get_untracked();
    let before = plan.release.with_untracked(|release| {
        let given = release.board.sign_offs.iter().filter(|other| is_given(other, today));
        let same = given.filter(|other| other.role == sign_off.role);
        same.map(|other| Command::BoardSignOffs(Edit::Remove { id: other.id })).collect::<Vec<_>>()
    });
    let commands = before.into_iter().chain([Command::BoardSignOffs(Edit::add(sign_off))]).collect();
    plan.dispatch(Command::Batch(commands));
}
