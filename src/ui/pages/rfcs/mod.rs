//! Requests for change: what was asked of the CAB, and what it said.

mod detail;

use jiff::civil::Date;
use leptos::prelude::*;

use self::detail::Detail;
use crate::gate::{RfcState, rfc_state};
use crate::plan::{Command, Edit, Id, Release, Rfc, RfcOutcome};
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::components::{Chip, Empty, Icon, Mark, NotInPlan, PageHead, Role, Search, each};
use crate::ui::desk::use_desk;
use crate::ui::plan::{Plan, new_id, use_plan};

const FILTERS: [(&str, Option<Role>); 5] = [
    ("All", None),
    ("Pending", Some(Role::Idle)),
    ("Approved", Some(Role::Go)),
    ("Rejected", Some(Role::NoGo)),
    ("Deferred", Some(Role::Conditional)),
];

/// The RFCs of a release, and one of them at work.
#[component]
pub fn Rfcs(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let shown = Memo::new(move |_| {
        let id = Id::<Rfc>::new(&entry.get()?).ok()?;
        plan.release.with(|release| release.rfcs.contains(id)).then_some(id)
    });
    let add = move |_| {
        let rfc = Rfc { id: new_id(), ..Rfc::default() };
        let id = rfc.id;
        plan.dispatch(Command::Rfcs(Edit::add(rfc)));
        desk.go(&Route::entry(plan.id(), Section::Rfcs, id));
    };
    view! {
        <PageHead title="Requests for change" lead=plan.from(move |release| lead(release, plan.today.get()))>
            <button class="button primary" type="button" data-field="add" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add RFC"</button>
        </PageHead>
        <NotInPlan entry found=Signal::derive(move || shown.get().is_some()) what="an RFC"/>
        <div class="split">
            <div class="list"><RfcList shown/></div>
            {move || shown.get().map(|id| view! { <Detail id/> })}
        </div>
    }
}

fn lead(release: &Release, today: Date) -> String {
    let count = |wanted: Role| release.rfcs.iter().filter(|rfc| role(rfc, today) == wanted).count();
    if release.rfcs.is_empty() {
        return String::new();
    }
    let parts =
        [("approved", Role::Go), ("pending", Role::Idle), ("rejected", Role::NoGo), ("deferred", Role::Conditional)];
    let said = parts.iter().map(|(word, role)| (word, count(*role))).filter(|(_, count)| *count > 0);
    format!("{}.", said.map(|(word, count)| format!("{count} {word}")).collect::<Vec<_>>().join(", "))
}

/// What the CAB said, as a role and in words.
fn role_and_word(state: RfcState) -> (Role, String) {
    let (role, word) = match state {
        RfcState::Pending => (Role::Idle, "Pending"),
        RfcState::ApprovedFrom(on) => return (Role::Idle, format!("Not approved before {}", text::day(on))),
        RfcState::Approved => (Role::Go, "Approved"),
        RfcState::Rejected => (Role::NoGo, "Rejected"),
        RfcState::Deferred => (Role::Conditional, "Deferred"),
    };
    (role, word.to_owned())
}

fn role(rfc: &Rfc, today: Date) -> Role {
    role_and_word(rfc_state(&rfc.outcome, today)).0
}

#[component]
fn RfcList(shown: Memo<Option<Id<Rfc>>>) -> impl IntoView {
    let plan = use_plan();
    let wanted = RwSignal::new(String::new());
    let filter = RwSignal::new(None::<Role>);
    let ids = Memo::new(move |_| {
        let (wanted, filter, today) = (wanted.get().to_lowercase(), filter.get(), plan.today.get());
        plan.release.with(|release| {
            let found = release
                .rfcs
                .iter()
                .filter(|rfc| filter.is_none_or(|filter| role(rfc, today) == filter))
                .filter(|rfc| format!("{} {}", rfc.number, rfc.title).to_lowercase().contains(wanted.trim()));
            found.map(|rfc| rfc.id).collect::<Vec<_>>()
        })
    });
    let chip = move |(word, wanted): (&'static str, Option<Role>)| {
        let count = plan.from(move |release| {
            let today = plan.today.get();
            release.rfcs.iter().filter(|rfc| wanted.is_none_or(|wanted| role(rfc, today) == wanted)).count()
        });
        view! { <Chip word count on=Signal::derive(move || filter.get() == wanted) on_press=move |()| filter.set(wanted)/> }
    };
    let any = plan.from(|release| !release.rfcs.is_empty());
    view! {
        <Show when=move || any.get() fallback=|| view! {
            <Empty text="A release goes live on the strength of an approved RFC. Enter its number and what the CAB said."/>
        }>
            <div class="toolbar">
                <Search label="Search RFCs" text=wanted/>
                <div class="chips" role="group" aria-label="Filter">{FILTERS.into_iter().map(chip).collect_view()}</div>
            </div>
            <ul class="rows">{each(move || ids.get(), |id| *id, move |id| row(plan, id, shown))}</ul>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="soft">"No RFC matches."</p> })}
        </Show>
    }
}

fn row(plan: Plan, id: Id<Rfc>, shown: Memo<Option<Id<Rfc>>>) -> impl IntoView {
    let title = plan.of(id, |rfc: &Rfc| match rfc.title.trim() {
        "" => "New RFC".to_owned(),
        title => title.to_owned(),
    });
    let number = plan.of(id, |rfc: &Rfc| rfc.number.clone());
    let state = plan.of(id, move |rfc: &Rfc| Some(rfc_state(&rfc.outcome, plan.today.get())));
    let said = move || state.get().map(role_and_word);
    let note = plan.from(move |release| note(release, id));
    let address = Route::entry(plan.id(), Section::Rfcs, id).to_string();
    view! {
        <li class="row">
            {move || said().map(|(role, _)| view! { <Mark role/> })}
            <div>
                <a class="row-title" href=address aria-current=move || (shown.get() == Some(id)).then_some("true")>{title}</a>
                <span class="note"><span class="mono">{number}</span>{note}</span>
            </div>
            <span>{move || said().map(|(_, word)| word)}</span>
        </li>
    }
}

/// The CAB's day, the reason of a refusal, and what it was resubmitted as.
fn note(release: &Release, id: Id<Rfc>) -> String {
    let Some(rfc) = release.rfcs.get(id) else { return String::new() };
    let mut parts = Vec::new();
    parts.extend(rfc.cab_date.map(|day| format!("CAB {}", text::day(day))));
    if let RfcOutcome::Rejected(refusal) | RfcOutcome::Deferred(refusal) = &rfc.outcome {
        parts.extend(Some(refusal.reason.clone()).filter(|reason| !reason.trim().is_empty()));
    }
    let next = release.rfcs.iter().find(|other| other.replaces == Some(id));
    parts.extend(
        next.map(|next| format!("resubmitted as {}", if next.number.is_empty() { &next.title } else { &next.number })),
    );
    parts.into_iter().fold(String::new(), |said, part| format!("{said} · {part}"))
}
