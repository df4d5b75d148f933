//! How often RFCs are refused, over all releases that are kept here.

use jiff::civil::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::document::{markdown, rejection_report_over};
use crate::plan::{DocumentKind, Id, Release};
use crate::plan_file::read_record;
use crate::readiness::{Rejections, rejections};
use crate::route::{Page, Route};
use crate::text;
use crate::ui::components::{Icon, Mark, Role, Status};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::plan::Plan;
use crate::ui::releases::hand_out_as;

/// The releases besides the open one, as they are kept.
#[derive(Clone, Default)]
struct Others {
    releases: Vec<Release>,
    /// How many could not be read.
    broken: usize,
}

/// The panel. The releases are read when it is opened, and not before.
pub fn panel(plan: Plan) -> AnyView {
    let desk = use_desk();
    let others = RwSignal::new(None::<Others>);
    let read = move |_| {
        if others.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            let read = read_others(desk, plan.id()).await;
            // The page may be gone by now.
            let _ = others.try_set(Some(read));
        });
    };
    let report = Route::Release(plan.id(), Page::Documents(Some(DocumentKind::RejectionReport))).to_string();
    let body = move || {
        others.with(|others| match others {
            Some(others) => plan.release.with(|release| shown(desk, plan, release, others)),
            None => view! { <p class="soft" role="status">"Reading the releases…"</p> }.into_any(),
        })
    };
    view! {
        <section class="section" aria-labelledby="refusals">
            <div class="section-head"><h2 id="refusals">"Refusals"</h2><a href=report>"Report on this release"</a></div>
            <details class="fold" on:toggle=read><summary data-field="over_all"><Icon name="next"/>"Over all releases"</summary>{body}</details>
        </section>
    }
    .into_any()
}

async fn read_others(desk: Desk, open: Id<Release>) -> Others {
    let mut others = Others::default();
    let Some(place) = desk.place_now() else { return others };
    let Ok(listing) = place.store.list().await else { return others };
    others.broken = listing.broken.len();
    for id in listing.summaries.iter().map(|summary| summary.id).filter(|id| *id != open) {
        match place.store.load(id).await {
            Ok(Some(record)) => match read_record(&record.body) {
                Ok(file) => others.releases.push(file.release),
                Err(_) => others.broken += 1,
            },
            // It was removed in the meantime.
            Ok(None) => {}
            Err(_) => others.broken += 1,
        }
    }
    others
}

/// The open release as it stands, together with the others. A sample is nobody's release.
fn all<'r>(plan: Plan, release: &'r Release, others: &'r Others) -> Vec<&'r Release> {
    let own = (!plan.read_only).then_some(release);
    own.into_iter().chain(&others.releases).collect()
}

fn shown(desk: Desk, plan: Plan, release: &Release, others: &Others) -> AnyView {
    let releases = all(plan, release, others);
    let found = rejections(&releases);
    let (role, word) =
        if found.are_many() { (Role::Conditional, "To be looked into") } else { (Role::Idle, "Not conspicuous") };
    let mean = (found.decided > 0).then(|| view! { <p><Status role word/>" "{text::rejections_mean(&found)}</p> });
    let of = match releases.len() {
        1 => "Of one release.".to_owned(),
        count => format!("Of {count} releases."),
    };
    let broken = match others.broken {
        0 => None,
        1 => Some("One release could not be read and is not counted.".to_owned()),
        count => Some(format!("{count} releases could not be read and are not counted.")),
    };
    let broken = broken.map(|words| view! { <p><Mark role=Role::NoGo/>{words}</p> });
    let (day, text) = (plan.today.get_untracked(), markdown(&rejection_report_over(&releases, plan.today.get())));
    let export = move |_| hand_out_as(desk, &file_name(day), &text, "text/markdown");
    view! {
        <p>{of}" "{text::rejections_in_words(&found)}</p>
        {mean}
        {broken}
        {by_reason(&found)}
        <div class="actions">
            <button class="button" type="button" on:click=export><Icon name="download"/>"Export the report as Markdown"</button>
        </div>
    }
    .into_any()
}

fn by_reason(found: &Rejections) -> Option<AnyView> {
    let rows = found.by_reason.iter().map(|(reason, count)| {
        view! { <tr><td>{text::reason_or_none(reason).to_owned()}</td><td class="number">{*count}</td></tr> }
    });
    let table = view! {
        <div class="table-scroll" role="region" aria-label="Reasons, table" tabindex="0">
            <table class="table">
                <thead><tr><th scope="col">"Reason"</th><th scope="col" class="number">"How often"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    };
    (!found.by_reason.is_empty()).then(|| table.into_any())
}

fn file_name(day: Date) -> String {
    format!("rfc-rejections-{day}.md")
}
