//! The change log: what was changed, by whom and when.

use leptos::prelude::*;

use crate::plan::ChangeEntry;
use crate::text;
use crate::ui::components::{Empty, PageHead, Search};
use crate::ui::plan::use_plan;

/// How many lines are shown at first. A long log is read from its end.
const AT_FIRST: usize = 100;

/// The change log, the newest first.
#[component]
pub fn History() -> impl IntoView {
    let plan = use_plan();
    let wanted = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let count = plan.from(|release| release.log.len());
    let lead = move || match count.get() {
        1 => "One change, kept in the plan’s file.".to_owned(),
        count => format!("{count} changes, kept in the plan’s file."),
    };
    let lines = move || {
        let wanted = wanted.get().to_lowercase();
        let limit = if all.get() { usize::MAX } else { AT_FIRST };
        plan.release.with(|release| {
            let found = release.log.iter().rev().filter(|entry| matches(entry, wanted.trim()));
            found.take(limit).map(line).collect_view()
        })
    };
    let more = move || {
        (count.get() > AT_FIRST && !all.get()).then(|| view! {
            <div class="actions"><button class="button" type="button" on:click=move |_| all.set(true)>"Show the whole log"</button></div>
        })
    };
    view! {
        <PageHead title="Change log" lead=Signal::derive(lead)/>
        <Show when=move || count.get() != 0 fallback=|| view! { <Empty text="Every change to this plan will stand here, with who made it and when."/> }>
            <div class="toolbar"><Search label="Search the change log" text=wanted/></div>
            <div class="table-scroll" role="region" aria-label="Change log, table" tabindex="0">
                <table class="table stack" role="table">
                    <thead><tr role="row">
                        <th scope="col" role="columnheader">"When"</th><th scope="col" role="columnheader">"Who"</th>
                        <th scope="col" role="columnheader">"What"</th>
                    </tr></thead>
                    <tbody role="rowgroup">{lines}</tbody>
                </table>
            </div>
            {more}
        </Show>
    }
}

fn matches(entry: &ChangeEntry, wanted: &str) -> bool {
    wanted.is_empty() || entry.what.to_lowercase().contains(wanted) || entry.who.to_lowercase().contains(wanted)
}

fn line(entry: &ChangeEntry) -> impl IntoView + use<> {
    let at = jiff::tz::TimeZone::UTC.to_datetime(entry.at);
    let who = if entry.who.trim().is_empty() { "Not declared".to_owned() } else { entry.who.clone() };
    view! {
        <tr role="row">
            <td role="cell"><time datetime=entry.at.to_string()>{text::day_and_time(at)}" UTC"</time></td>
            <td role="cell">{who}</td>
            <td role="cell" class="words">{entry.what.clone()}</td>
        </tr>
    }
}
