//! Headlines that were assessed on an earlier day: a waiver may have ended since.
//!
//! They are assessed anew one at a time once the list can be used, so that opening the app reads no release.

use leptos::prelude::*;

use super::clock;
use super::desk::Desk;
use super::headline::headline;
use crate::plan::{Id, Release};
use crate::plan_file;
use crate::storage::Headline;

/// Brings the headlines of the list up to today, in the list alone: nothing is stored.
pub async fn freshen(desk: Desk) {
    for id in outdated(desk) {
        if let Some(fresh) = assess(desk, id).await {
            put(desk, id, fresh);
        }
    }
}

fn outdated(desk: Desk) -> Vec<Id<Release>> {
    desk.listing.with_untracked(|listing| {
        let Some(Ok(listing)) = listing else { return Vec::new() };
        let old = listing
            .summaries
            .iter()
            .filter(|summary| summary.headline.assessed_on != Some(clock::today(&summary.headline.time_zone)));
        old.map(|summary| summary.id).collect()
    })
}

async fn assess(desk: Desk, id: Id<Release>) -> Option<Headline> {
    let record = desk.place_now()?.store.load(id).await.ok()??;
    let release = plan_file::read_record(&record.body).ok()?.release;
    Some(headline(&release, clock::today(&release.identity.time_zone)))
}

fn put(desk: Desk, id: Id<Release>, fresh: Headline) {
    desk.listing.update(|listing| {
        if let Some(Ok(listing)) = listing
            && let Some(summary) = listing.summaries.iter_mut().find(|summary| summary.id == id)
        {
            summary.headline = fresh;
        }
    });
}
