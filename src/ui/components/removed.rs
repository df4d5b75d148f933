//! What was removed from the plan, with the reasons; and defaults that are gone without one.

use leptos::prelude::*;

use super::each::each;

use super::focus::focus_soon;
use super::heading::SectionHead;
use super::mark::{Icon, Mark, Role};
use super::reason::ReasonDialog;
use super::title::InlineArea;
use crate::plan::{Choice, Command, Edit, Id, Release, Removal, RemovedKind, TEMPLATES_ID};
use crate::text;
use crate::ui::plan::{Plan, new_id, use_plan};

/// The removals of some kinds, and the defaults of one kind that are missing without a reason.
#[component]
pub fn RemovedList(
    /// The kinds that are shown.
    kinds: &'static [RemovedKind],
    /// The kind of the missing defaults.
    kind: RemovedKind,
    /// Key and name of each default that is missing without a reason.
    #[prop(into)]
    missing: Signal<Vec<(String, String)>>,
    /// Puts back what an entry says was removed.
    #[prop(into)]
    on_put_back: Callback<Id<Removal>>,
    /// Puts a missing default back, by its key.
    #[prop(into)]
    on_restore: Callback<String>,
) -> impl IntoView {
    let plan = use_plan();
    let ids = plan.from(move |release| {
        let shown = release.removals.iter().filter(|removal| kinds.contains(&removal.kind));
        shown.map(|removal| removal.id).collect::<Vec<_>>()
    });
    let some = move || !ids.with(Vec::is_empty) || !missing.with(Vec::is_empty);
    let (title, about) = if plan.id().as_str() == TEMPLATES_ID {
        ("Left out of Rollcall’s own", "What new releases are not asked for, and why. Each of them says so.")
    } else {
        ("Removed from the plan", "What is not asked for any more, and why. It is printed in the Go/No-Go pack.")
    };
    let asked = RwSignal::new(None::<String>);
    let leave_out = move |reason: String| {
        let name = asked.get_untracked().unwrap_or_default();
        let entry = missing.with_untracked(|missing| missing.iter().find(|(_, other)| *other == name).cloned());
        if let Some((key, name)) = entry {
            let (by, on) = (plan.who(), Some(plan.today.get_untracked()));
            let id = new_id();
            let removal = Removal { id, kind, key, name, reason: reason.trim().to_owned(), by, on };
            plan.dispatch(Command::Removals(Edit::add(removal)));
            focus_soon(format!("#main [data-entry=\"{id}\"] [data-field=\"reason\"]"));
        }
    };
    view! {
        <Show when=some>
            <section class="section" aria-labelledby="removed">
                <SectionHead id="removed" title=title/>
                <p class="soft">{about}</p>
                <ul class="rows">
                    {each(move || missing.get(), Clone::clone, move |(key, name)| missing_row(plan, key, name, asked, on_restore))}
                    {each(move || ids.get(), |id| *id, move |id| removal_row(plan, id, on_put_back))}
                </ul>
            </section>
        </Show>
        <ReasonDialog what=asked on_remove=leave_out/>
    }
}

/// The removals of some kinds, of which none is a default.
pub fn removed_of(plan: Plan, kinds: &'static [RemovedKind]) -> AnyView {
    let kind = kinds.first().copied().unwrap_or_default();
    view! {
        <RemovedList kinds kind missing=Signal::stored(Vec::new()) on_put_back=move |id| plan.put_back(id) on_restore=|_| ()/>
    }
    .into_any()
}

fn missing_row(
    plan: Plan,
    key: String,
    name: String,
    asked: RwSignal<Option<String>>,
    on_restore: Callback<String>,
) -> impl IntoView {
    let (entry, asked_name) = (key.clone(), name.clone());
    let restore = move |_| {
        on_restore.run(key.clone());
        focus_soon("#main".to_owned());
    };
    view! {
        <li class="row removed" data-entry=entry>
            <Mark role=Role::NoGo/>
            <div><span class="strong">{name}</span><span class="note">"Not in the plan, and nobody says why."</span></div>
            <div class="actions">
                <button class="button small" type="button" data-field="restore" disabled=plan.read_only on:click=restore><Icon name="undo"/>"Put back"</button>
                <button class="button small" type="button" disabled=plan.read_only
                    on:click=move |_| asked.set(Some(asked_name.clone()))>"Leave out with a reason"</button>
            </div>
        </li>
    }
}

fn removal_row(plan: Plan, id: Id<Removal>, on_put_back: Callback<Id<Removal>>) -> impl IntoView {
    let name = plan.of(id, |removal: &Removal| removal.name.clone());
    let reason = plan.of(id, |removal: &Removal| removal.reason.clone());
    let mark = move || match reason.with(|reason| reason.trim().is_empty()) {
        true => view! { <Mark role=Role::NoGo/> },
        false => view! { <Mark role=Role::NotApplicable/> },
    };
    let note =
        plan.from(move |release| release.removals.get(id).map(|removal| note(release, removal)).unwrap_or_default());
    let label = Signal::derive(move || format!("Reason for removing “{}”", name.get()));
    let put_back = move |_| {
        on_put_back.run(id);
        focus_soon("#main".to_owned());
    };
    view! {
        <li class="row removed" data-entry=id.to_string()>
            {mark}
            <div>
                <span class="strong">{name}</span><span class="note">{note}</span>
                <InlineArea label field="reason" placeholder="Say why it is not needed for this release" value=reason
                    on_change=move |text| plan.edit(id, "reason", |removal: &mut Removal| removal.reason = text)/>
            </div>
            <button class="button small" type="button" disabled=plan.read_only on:click=put_back><Icon name="undo"/>"Put back"</button>
        </li>
    }
}

/// What it was, who removed it and when; of a part also the gate or the department that it was a part of.
fn note(release: &Release, removal: &Removal) -> String {
    let whole = removal.key.split_once(':').and_then(|(whole, _)| match removal.kind {
        RemovedKind::UserGroup => Some(release.departments.get(Id::new(whole).ok()?)?.name.as_str()),
        _ => Some(release.gates.get(Id::new(whole).ok()?)?.name.as_str()),
    });
    let from = whole.map(|whole| format!(" from “{whole}”")).unwrap_or_default();
    let by = Some(removal.by.trim()).filter(|by| !by.is_empty()).map(|by| format!("by {by}"));
    let said = [Some(format!("{} removed{from}", removal.kind.label())), by, removal.on.map(text::day)];
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
