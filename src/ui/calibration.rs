//! How good forecasts have been over the releases of the store, read once somebody looks.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::SectionHead;
use super::desk::{Desk, use_desk};
use super::plan::{memo, use_plan};
use crate::plan::{AfterGoLive, Choice, Id, Release};
use crate::plan_file;
use crate::rollout::{Calibration, calibration};
use crate::text::forecast::{brier, coverage, judged};

/// How often the truth lay in the band, and how good the chances were; of the open release and all others.
#[must_use]
pub fn calibration_panel() -> AnyView {
    let (plan, desk) = (use_plan(), use_desk());
    let others = RwSignal::new(Vec::<Release>::new());
    // The page is drawn first: nobody waits for what others have learnt.
    let own = plan.id();
    request_animation_frame(move || spawn_local(gather(desk, own, others)));
    let mine = plan.from(|release| told(&release.after));
    let found = memo(Box::new(move || {
        let mine = mine.get();
        others.with(|others| calibration(&others.iter().chain(mine.as_ref()).collect::<Vec<_>>()))
    }));
    view! {
        <section class="section" aria-labelledby="calibration">
            <SectionHead id="calibration" title="How good forecasts have been"/>
            {move || found.with(panel)}
        </section>
    }
    .into_any()
}

fn panel(of: &Calibration) -> AnyView {
    let rests = judged(of.releases);
    if of.releases == 0 {
        return view! { <p class="soft">{rests}</p> }.into_any();
    }
    let rows = of.measures.iter().filter(|(_, coverage)| coverage.of() > 0).map(|(measure, coverage)| {
        let figures = [coverage.inside, coverage.below, coverage.above, coverage.of()];
        let cells = figures.map(|count| view! { <td class="number">{count}</td> });
        view! { <tr><th scope="row">{measure.label()}</th>{cells}</tr> }
    });
    view! {
        <p>{coverage(of.overall)}</p>
        <p>{brier(of.back_out, "a back-out")}" "{brier(of.date, "meeting the date")}</p>
        <p class="soft">{rests}</p>
        <div class="table-scroll" role="region" aria-label="Forecasts and what came of them, table" tabindex="0">
            <table class="table">
                <thead><tr>
                    <th scope="col">"Figure"</th><th scope="col" class="number">"In the band"</th><th scope="col" class="number">"Below"</th>
                    <th scope="col" class="number">"Above"</th><th scope="col" class="number">"Releases"</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Reads the other releases one by one, and keeps of each what is compared. What cannot be read is passed over.
async fn gather(desk: Desk, own: Id<Release>, others: RwSignal<Vec<Release>>) {
    let Some(place) = desk.place_now() else { return };
    let Ok(listing) = place.store.list().await else { return };
    for id in listing.summaries.into_iter().map(|summary| summary.id).filter(|id| *id != own) {
        let Ok(Some(record)) = place.store.load(id).await else { continue };
        let Some(told) = plan_file::read_record(&record.body).ok().and_then(|file| told(&file.release.after)) else {
            continue;
        };
        if others.try_update(|others| others.push(told)).is_none() {
            // The page is gone, and nobody looks any more.
            return;
        }
    }
}

/// Of a release that has both a forecast and actual figures, these.
fn told(after: &AfterGoLive) -> Option<Release> {
    let both = after.forecast.is_some() && after.actual.is_some();
    both.then(|| Release {
        after: AfterGoLive { forecast: after.forecast.clone(), actual: after.actual.clone(), ..AfterGoLive::default() },
        ..Release::default()
    })
}
