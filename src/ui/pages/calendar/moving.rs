//! Moving go-live: what moves with it, what it would bring, and then the move as one step.

use jiff::civil::Date;
use leptos::prelude::*;

use super::all::when;
use crate::calendar::{DateKind, Move, MovedDate, move_by};
use crate::plan::{Choice, Release};
use crate::readiness::{Finding, assess};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Check, Day, Mark, SectionHead, each};
use crate::ui::plan::{Plan, use_plan};
use crate::ui::shell::finding_role;

/// Choosing another day of go-live, and seeing what follows before anything changes.
#[component]
pub fn MoveGoLive() -> impl IntoView {
    let plan = use_plan();
    let target = RwSignal::new(None::<Date>);
    let working_days = RwSignal::new(true);
    let stay = RwSignal::new(Vec::<DateKind>::new());
    let go_live = plan.from(Release::go_live);
    let days = Memo::new(move |_| {
        let (from, to) = (go_live.get()?, target.get()?);
        Some(text::days_between(from, to)).filter(|days| *days != 0)
    });
    let planned = Memo::new(move |_| {
        let days = days.get()?;
        let (working_days, stay, today) = (working_days.get(), stay.get(), plan.today.get());
        Some(plan.release.with(|release| move_by(release, days, working_days, &stay, today)))
    });
    let shown = Signal::derive(move || target.get().or_else(|| go_live.get()));
    let carry_out = move |()| {
        if let Some(command) = planned.get_untracked().and_then(|planned| planned.command) {
            target.set(None);
            plan.dispatch(command);
        }
    };
    let preview = move || planned.get().map(|planned| preview(plan, planned, stay, working_days, carry_out));
    view! {
        <section class="section" aria-labelledby="move">
            <SectionHead id="move" title="Move go-live"/>
            <Show when=move || go_live.get().is_some() fallback=move || view! {
                <p class="soft">"Once a go-live window is planned, it can be moved here together with all that hangs on it. "
                    <a href=Route::cure(plan.id(), &crate::readiness::Place::field(crate::readiness::Section::Overview, "window")).to_string()>"Plan the window"</a></p>
            }>
                <div class="form"><div class="fields pair">
                    <Day label="New day of go-live" field="go_live" value=shown on_change=move |day| target.set(day)
                        help="Nothing changes before you have seen what follows."/>
                </div></div>
                {preview}
            </Show>
        </section>
    }
}

fn preview(
    plan: Plan,
    planned: Move,
    stay: RwSignal<Vec<DateKind>>,
    working_days: RwSignal<bool>,
    carry_out: impl Fn(()) + Copy + Send + Sync + 'static,
) -> AnyView {
    let to = planned.dates.iter().find(|date| date.date.kind == DateKind::GoLive).map(|date| date.to.day());
    let word = to.map_or_else(|| "Move go-live".to_owned(), |day| format!("Move go-live to {}", text::day(day)));
    let moved = planned.dates.iter().filter(|date| date.to != date.date.when).count();
    let brings = brings(plan, &planned);
    let summary = format!("{moved} of {} open dates move.", planned.dates.len());
    view! {
        <div class="fields">
            <fieldset class="checks-row">
                <legend>"What moves along"</legend>
                <div class="checks">{kinds(&planned).into_iter().map(|kind| moves(kind, stay)).collect_view()}</div>
            </fieldset>
            <Check label="Keep what people must do to working days" field="working_days" value=working_days
                on_change=move |on| working_days.set(on)/>
        </div>
        {brings}
        <p class="soft" role="status">{summary}</p>
        <div class="table-scroll" role="region" aria-label="What moves, table" tabindex="0">
            <table class="table stack" role="table">
                <thead><tr role="row">
                    <th scope="col" role="columnheader">"What"</th><th scope="col" role="columnheader">"Of"</th>
                    <th scope="col" role="columnheader">"From"</th><th scope="col" role="columnheader">"To"</th>
                </tr></thead>
                <tbody role="rowgroup">{each(move || planned.dates.clone(), Clone::clone, row)}</tbody>
            </table>
        </div>
        <div class="actions">
            <button class="button primary" type="button" disabled=plan.read_only on:click=move |_| carry_out(())>{word}</button>
        </div>
    }
    .into_any()
}

/// The kinds of days that could stay behind: what hangs on go-live by arithmetic, and what never moves, is not among them.
fn kinds(planned: &Move) -> Vec<DateKind> {
    const NOT_ASKED: [DateKind; 7] = [
        DateKind::GoLive,
        DateKind::WindowEnds,
        DateKind::Message,
        DateKind::Distribution,
        DateKind::Waiver,
        DateKind::Board,
        DateKind::Cab,
    ];
    let asked = |kind: &&DateKind| planned.dates.iter().any(|date| date.date.kind == **kind);
    DateKind::ALL.iter().filter(|kind| !NOT_ASKED.contains(kind)).filter(asked).copied().collect()
}

fn moves(kind: DateKind, stay: RwSignal<Vec<DateKind>>) -> AnyView {
    let on = move || !stay.with(|stay| stay.contains(&kind));
    let change = move |on: bool| {
        stay.update(|stay| {
            stay.retain(|other| *other != kind);
            if !on {
                stay.push(kind);
            }
        });
    };
    view! { <Check label=kind.label() field=kind.key() value=Signal::derive(on) on_change=change/> }.into_any()
}

/// What would be found after the move and is not found now.
fn brings(plan: Plan, planned: &Move) -> AnyView {
    let today = plan.today.get_untracked();
    let found = plan.release.with_untracked(|release| {
        let mut after = release.clone();
        planned.command.clone()?.apply(&mut after).ok()?;
        let (before, after) = (assess(release, today).findings, assess(&after, today).findings);
        Some(after.into_iter().filter(|finding| !before.contains(finding)).collect::<Vec<Finding>>())
    });
    let found = found.unwrap_or_default();
    if found.is_empty() {
        return view! { <p class="soft">"Nothing new stands against the release on the new day."</p> }.into_any();
    }
    let line = |finding: &Finding| {
        view! { <li><Mark role=finding_role(finding)/><span>{text::what(finding)}</span></li> }
    };
    view! {
        <div>
            <h3>"What the move would bring"</h3>
            <ul class="rows">{found.iter().map(line).collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn row(moved: MovedDate) -> AnyView {
    let stays = moved.to == moved.date.when;
    let to = if stays { "Stays".to_owned() } else { when(moved.to) };
    let subject = text::named(moved.date.subject.trim(), "The release");
    view! {
        <tr role="row">
            <td role="cell" data-label="What">{moved.date.kind.label()}</td>
            <td role="cell" class="words" data-label="Of">{subject}</td>
            <td role="cell" data-label="From">{when(moved.date.when)}</td>
            <td role="cell" data-label="To" class:soft=stays>{to}</td>
        </tr>
    }
    .into_any()
}
