//! The board of releases: search, filter, sort, and what can be done with each.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::import::ImportButton;
use crate::order;
use crate::plan::{Choice, Verdict};
use crate::plan_file::{SAMPLES, SampleEntry};
use crate::route::Route;
use crate::storage::settings::Sort;
use crate::storage::{Broken, Headline, Listing, StoreError, Summary};
use crate::strategy::catalogue;
use crate::text;
use crate::ui::bundle::{self, Remainder, with_remainder};
use crate::ui::clock;
use crate::ui::components::{Chip, Icon, Mark, PageHead, Role, Search, each, verdict_role};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::releases::delete;
use crate::ui::sample::address;

/// All releases.
#[component]
pub fn Board() -> impl IntoView {
    let desk = use_desk();
    let wanted = desk.wanted;
    spawn_local(async move {
        if let Some(remainder) = bundle::fetch::<Remainder>(desk).await {
            (remainder.freshen)(desk).await;
        }
    });
    let shown = Memo::new(move |_| {
        let view = desk.settings.with(|settings| settings.list.clone());
        let wanted = wanted.get().to_lowercase();
        summaries(desk, |all| {
            let mut found: Vec<Summary> =
                all.iter().filter(|s| matches(s, wanted.trim(), view.verdict.as_deref())).cloned().collect();
            order::sort_by(&mut found, |one, other| order(one, other, view.sort));
            if view.descending {
                found.reverse();
            }
            found
        })
    });
    view! {
        <PageHead title="Releases" lead=Signal::derive(move || lead(desk))>
            <ImportButton/>
            <a class="button primary" href=Route::New(1).to_string()><Icon name="plus"/>"New release"</a>
        </PageHead>
        <div class="toolbar">
            <Search label="Search releases" text=wanted/>
            <Verdicts desk/>
        </div>
        <Unreadable desk/>
        <Show when=move || !shown.with(Vec::is_empty) fallback=move || view! { <p class="soft">"No release matches."</p> }>
            <div class="table-scroll" role="region" aria-label="Releases" tabindex="0">
                <table class="table board stack" role="table">
                    <thead><tr role="row">
                        {head(desk, "Release", Sort::Name)}{head(desk, "Strategy", Sort::Strategy)}
                        {head(desk, "Next gate", Sort::NextGate)}{head(desk, "Go-live", Sort::GoLive)}
                        {head(desk, "Ready", Sort::Readiness)}{head(desk, "Release manager", Sort::ReleaseManager)}
                        <th scope="col" role="columnheader"><span class="unseen">"More"</span></th>
                    </tr></thead>
                    <tbody role="rowgroup">
                        {each(move || shown.get(), |summary| (summary.id, summary.revision, summary.headline.assessed_on), move |summary| row(desk, &summary))}
                    </tbody>
                </table>
            </div>
        </Show>
        <Samples/>
    }
}

fn summaries<V: Default>(desk: Desk, read: impl FnOnce(&[Summary]) -> V) -> V {
    desk.listing.with(|listing| match listing {
        Some(Ok(listing)) => read(&listing.summaries),
        _ => V::default(),
    })
}

fn lead(desk: Desk) -> String {
    summaries(desk, |all| {
        let next = all.iter().filter_map(|summary| {
            let day = summary.headline.go_live?;
            (day >= clock::today(&summary.headline.time_zone)).then_some((day, summary))
        });
        let count = match all.len() {
            1 => "One release.".to_owned(),
            count => format!("{count} releases."),
        };
        match next.min_by_key(|(day, _)| *day) {
            Some((day, summary)) => {
                format!("{count} Next to go live: {} on {}.", named(&summary.headline), text::day(day))
            }
            None => count,
        }
    })
}

fn matches(summary: &Summary, wanted: &str, verdict: Option<&str>) -> bool {
    let headline = &summary.headline;
    let manager = headline.release_manager.as_deref().unwrap_or_default();
    let strategy = strategy(headline).unwrap_or_default();
    let gate = headline.next_gate.as_deref().unwrap_or_default();
    let text = format!("{} {} {manager} {strategy} {gate}", headline.name, headline.version).to_lowercase();
    text.contains(wanted) && verdict.is_none_or(|verdict| headline.verdict.key() == verdict)
}

fn order(one: &Summary, other: &Summary, sort: Sort) -> std::cmp::Ordering {
    let (a, b) = (&one.headline, &other.headline);
    let share = |h: &Headline| u64::from(h.done.0) * 10_000 / u64::from(h.applicable.0.max(1));
    let named = || a.name.to_lowercase().cmp(&b.name.to_lowercase()).then_with(|| a.version.cmp(&b.version));
    match sort {
        // A release without a date comes after those that have one.
        Sort::GoLive => (a.go_live.is_none(), a.go_live).cmp(&(b.go_live.is_none(), b.go_live)).then_with(named),
        Sort::Name => named(),
        Sort::Readiness => a.verdict.cmp(&b.verdict).then_with(|| share(a).cmp(&share(b))).then_with(named),
        Sort::Strategy => filled(strategy(a)).cmp(&filled(strategy(b))).then_with(named),
        Sort::NextGate => filled(a.next_gate.as_deref()).cmp(&filled(b.next_gate.as_deref())).then_with(named),
        Sort::ReleaseManager => {
            filled(a.release_manager.as_deref()).cmp(&filled(b.release_manager.as_deref())).then_with(named)
        }
        Sort::Saved => other.saved_at.cmp(&one.saved_at),
    }
}

/// The name of the strategy.
fn strategy(headline: &Headline) -> Option<&'static str> {
    headline.strategy.map(|strategy| catalogue::combination(strategy).name)
}

/// What is sorted by: what is missing comes last.
fn filled(text: Option<&str>) -> (bool, String) {
    (text.is_none(), text.unwrap_or_default().to_lowercase())
}

/// The filter by verdict.
#[component]
fn Verdicts(desk: Desk) -> impl IntoView {
    let chosen = Memo::new(move |_| desk.settings.with(|settings| settings.list.verdict.clone()));
    let all = Signal::derive(move || summaries(desk, <[Summary]>::len));
    let chip = move |verdict: &'static Verdict| {
        let count = Signal::derive(move || {
            summaries(desk, |all| all.iter().filter(|s| s.headline.verdict == *verdict).count())
        });
        let on = Signal::derive(move || chosen.get().as_deref() == Some(verdict.key()));
        let press = move |()| desk.change_settings(|s| s.list.verdict = Some(verdict.key().to_owned()));
        view! { <Chip word=verdict.label() count on on_press=press/> }
    };
    view! {
        <div class="chips" role="group" aria-label="Filter">
            <Chip word="All" count=all on=Signal::derive(move || chosen.get().is_none())
                on_press=move |()| desk.change_settings(|s| s.list.verdict = None)/>
            {Verdict::ALL.iter().map(chip).collect_view()}
        </div>
    }
}

fn head(desk: Desk, word: &'static str, by: Sort) -> impl IntoView {
    let sort = Memo::new(move |_| desk.settings.with(|settings| (settings.list.sort, settings.list.descending)));
    let order = move || match sort.get() {
        (key, true) if key == by => "descending",
        (key, false) if key == by => "ascending",
        _ => "none",
    };
    let press = move |_| {
        desk.change_settings(|settings| {
            let list = &mut settings.list;
            (list.descending, list.sort) = (list.sort == by && !list.descending, by);
        });
    };
    let arrow = move || match order() {
        "descending" => view! { <Icon name="down"/> }.into_any(),
        "ascending" => view! { <Icon name="up"/> }.into_any(),
        _ => ().into_any(),
    };
    view! { <th scope="col" role="columnheader" aria-sort=order><button class="sort" type="button" on:click=press>{word}{arrow}</button></th> }
}

fn row(desk: Desk, summary: &Summary) -> impl IntoView + use<> {
    let (id, headline) = (summary.id, &summary.headline);
    let role = verdict_role(headline.verdict);
    let strategy = strategy(headline).unwrap_or("Not chosen");
    let next = headline.next_gate.clone().unwrap_or_else(|| "None left".to_owned());
    let today = clock::today(&headline.time_zone);
    let live = headline.go_live.map(|day| {
        view! { <time datetime=day.to_string()>{text::day(day)}</time><span class="small soft">{text::relative_day(today, day)}</span> }
    });
    let live = live.map_or_else(|| view! { <span class="soft">"Not planned"</span> }.into_any(), IntoAny::into_any);
    let tally = format!("{} of {}", headline.done, headline.applicable);
    let name = named(headline);
    let menu = format!("more-{id}");
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><span class="named"><Mark role/><span>
                <a href=Route::overview(id).to_string()>{name.clone()}</a>" "<span class="version">{headline.version.clone()}</span>
                <span class="small soft">{headline.verdict.label()}</span>
            </span></span></th>
            <td role="cell" data-label="Strategy">{strategy}</td>
            <td role="cell" data-label="Next gate">{next}</td>
            <td role="cell" data-label="Go-live">{live}</td>
            <td role="cell" data-label="Ready"><span class="tally"><span>{tally.clone()}</span>
                <meter class=role.class() min="0" max=headline.applicable.0.max(1).to_string() value=headline.done.0.to_string()
                    aria-label=format!("{name}: done")>{tally}</meter></span></td>
            <td role="cell" data-label="Release manager">{headline.release_manager.clone().unwrap_or_else(|| "Nobody".to_owned())}</td>
            <td role="cell" class="tail">
                <button class="icon-button" type="button" aria-label=format!("More about {name}") popovertarget=menu.clone()><Icon name="more"/></button>
                <div class="menu" id=menu popover="auto">
                    <button type="button" on:click=move |_| with_remainder(desk, move |remainder| (remainder.duplicate)(desk, id))><Icon name="copy"/>"Duplicate"</button>
                    <button type="button" on:click=move |_| spawn_local(delete(desk, id))><Icon name="bin"/>"Delete release"</button>
                </div>
            </td>
        </tr>
    }
}

fn named(headline: &Headline) -> String {
    text::named(&headline.name, "Unnamed release")
}

/// What is stored and cannot be listed.
#[component]
fn Unreadable(desk: Desk) -> impl IntoView {
    move || match desk.listing.get() {
        Some(Err(error)) => Some(refused(&error)),
        Some(Ok(Listing { broken, .. })) if !broken.is_empty() => Some(broken_lines(&broken)),
        _ => None,
    }
}

fn refused(error: &StoreError) -> AnyView {
    view! {
        <div class="banner no-go inset" role="alert"><Mark role=Role::NoGo/><p>{error.to_string()}" "{error.safe()}" "{error.cure()}</p></div>
    }
    .into_any()
}

fn broken_lines(broken: &[Broken]) -> AnyView {
    let line =
        |one: &Broken| view! { <li><a href=format!("#/r/{}", one.id)>{one.id.clone()}</a>": "{one.what.clone()}</li> };
    view! {
        <div class="banner no-go inset" role="alert">
            <Mark role=Role::NoGo/>
            <div><p>"Some records cannot be listed. They are kept as they are."</p><ul>{broken.iter().map(line).collect_view()}</ul></div>
        </div>
    }
    .into_any()
}

/// The samples stay within reach.
#[component]
fn Samples() -> impl IntoView {
    let link = |sample: &'static SampleEntry| view! { <li><a href=address(sample)>{sample.name}</a>" "<span class="soft">{sample.shows}</span></li> };
    view! {
        <details class="fold">
            <summary><Icon name="next"/>"Samples to look at"</summary>
            <ul>{SAMPLES.iter().map(link).collect_view()}</ul>
        </details>
    }
}
