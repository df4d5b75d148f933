//! Moving from a lesser store into a better one, once the better one works.

use super::error::StoreError;
use super::record::{Entry, Record, Revision};
use super::store::Store;
use crate::plan::{Id, Release};

/// What came of moving.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MovedIn {
    /// Releases that are now in the better store alone.
    pub moved: Vec<Id<Release>>,
    /// Releases of which the better store has another version. Both are where they were; these are the lesser store's.
    pub left: Vec<Record>,
}

/// Moves every sound release from one store into another. Each is stored there before it is removed here.
///
/// # Errors
/// The first that a store gives. What was not moved by then is where it was.
pub async fn move_in(from: &dyn Store, to: &dyn Store) -> Result<MovedIn, StoreError> {
    let mut done = MovedIn::default();
    let summaries = from.list().await?.summaries;
    for record in from.all().await?.records {
        let headline = summaries.iter().find(|summary| summary.id == record.id).map(|summary| summary.headline.clone());
        let entry = Entry {
            id: record.id,
            saved_at: record.saved_at,
            saved_by: record.saved_by.clone(),
            body: record.body.clone(),
            headline: headline.unwrap_or_default(),
        };
        match to.load(record.id).await? {
            Some(there) if there.body != record.body => done.left.push(record),
            there => {
                if there.is_none() {
                    to.save(entry, Revision::NEW).await?;
                }
                from.remove(record.id, record.revision).await?;
                done.moved.push(record.id);
            }
        }
    }
    Ok(done)
}
