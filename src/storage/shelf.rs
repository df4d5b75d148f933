//! A store over anything that keeps texts under keys, such as the browser's localStorage.

use std::future::ready;

use super::error::StoreError;
use super::record::{Broken, Entry, Header, Record, Removed, Revision, Saved, Summary};
use super::standing::Standing;
use super::store::{Contents, Kind, Listing, Store, StoreFuture, Usage};
use crate::plan::{Id, Release};

/// What every key of Rollcall begins with: pages opened from disk share their localStorage with all others.
pub(super) const PREFIX: &str = "rollcall:";
const RECORD: &str = "rollcall:release:";
const SUMMARY: &str = "rollcall:summary:";

/// Something that keeps texts under keys.
pub trait Shelf {
    /// Where it keeps them.
    fn kind(&self) -> Kind;

    /// The text under a key.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key. Where that fails, the text before is still there.
    ///
    /// # Errors
    /// [`StoreError::Full`] where there is no room.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes the text under a key away, if there is one.
    ///
    /// # Errors
    /// Where it cannot be written.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// A [`Store`] over a [`Shelf`]. Each call is done by the time it returns.
#[derive(Debug, Clone, Default)]
pub struct ShelfStore<S>(pub S);

impl<S: Shelf> ShelfStore<S> {
    fn standing(&self, id: Id<Release>) -> Result<Standing, StoreError> {
        Ok(Standing::of(id.as_str(), self.0.get(&format!("{RECORD}{id}"))?.as_deref()))
    }

    fn listing(&self) -> Result<Listing, StoreError> {
        let mut listing = Listing::default();
        for key in self.0.keys()? {
            let Some(id) = key.strip_prefix(RECORD) else { continue };
            match self.line(id)? {
                Ok(summary) => listing.summaries.push(summary),
                Err(broken) => listing.broken.push(broken),
            }
        }
        Ok(listing)
    }

    /// The line of one release. Here the two texts are written one after the other, so the record has the last word.
    fn line(&self, id: &str) -> Result<Result<Summary, Broken>, StoreError> {
        let record = self.0.get(&format!("{RECORD}{id}"))?.unwrap_or_default();
        let summary = self.0.get(&format!("{SUMMARY}{id}"))?;
        Ok(line_of(id, summary.as_deref()).and_then(|mut summary| {
            let Header { revision, saved_at, .. } = Header::read(record.split('\n').next().unwrap_or_default())
                .map_err(|what| Broken { id: id.to_owned(), what, text: record.clone() })?;
            summary.revision = revision;
            summary.saved_at = saved_at;
            Ok(summary)
        }))
    }

    fn record(&self, id: Id<Release>) -> Result<Option<Record>, StoreError> {
        let text = self.0.get(&format!("{RECORD}{id}"))?;
        text.map(|text| Record::from_text(id.as_str(), &text).map_err(StoreError::Broken)).transpose()
    }

    fn keep(&self, entry: Entry, expected: Revision) -> Result<Saved, StoreError> {
        self.standing(entry.id)?.admits_save(expected)?;
        let (record, summary) = entry.numbered(expected);
        self.put(record.id, &record.to_text()?, Some(&summary.to_text()?))?;
        Ok(Saved { revision: record.revision })
    }

    /// Writes both texts or neither.
    fn put(&self, id: Id<Release>, record: &str, summary: Option<&str>) -> Result<(), StoreError> {
        let (record_key, summary_key) = (format!("{RECORD}{id}"), format!("{SUMMARY}{id}"));
        let before = self.0.get(&record_key)?;
        self.0.set(&record_key, record)?;
        let Some(summary) = summary else { return Ok(()) };
        self.0.set(&summary_key, summary).inspect_err(|_| {
            // What was there before needed no more room than what is there now, so that this finds its room.
            let _ = match &before {
                Some(text) => self.0.set(&record_key, text),
                None => self.0.remove(&record_key),
            };
        })
    }

    fn take(&self, id: Id<Release>, expected: Revision) -> Result<Removed, StoreError> {
        let (record_key, summary_key) = (format!("{RECORD}{id}"), format!("{SUMMARY}{id}"));
        let record = self.0.get(&record_key)?;
        Standing::of(id.as_str(), record.as_deref()).admits_removal(expected)?;
        let summary = self.0.get(&summary_key)?;
        self.0.remove(&record_key)?;
        self.0.remove(&summary_key)?;
        Ok(Removed { id, record: record.unwrap_or_default(), summary })
    }

    fn put_back(&self, removed: &Removed) -> Result<(), StoreError> {
        self.standing(removed.id)?.admits_save(Revision::NEW)?;
        self.put(removed.id, &removed.record, removed.summary.as_deref())
    }

    fn contents(&self) -> Result<Contents, StoreError> {
        let mut contents = Contents::default();
        for key in self.0.keys()? {
            let Some(id) = key.strip_prefix(RECORD) else { continue };
            contents.add(id, &self.0.get(&key)?.unwrap_or_default());
        }
        Ok(contents)
    }

    fn erase(&self) -> Result<(), StoreError> {
        let ours = |key: &String| key.starts_with(RECORD) || key.starts_with(SUMMARY);
        self.0.keys()?.iter().filter(|key| ours(key)).try_for_each(|key| self.0.remove(key))
    }
}

impl<S: Shelf> Store for ShelfStore<S> {
    fn kind(&self) -> Kind {
        self.0.kind()
    }

    fn list(&self) -> StoreFuture<'_, Listing> {
        Box::pin(ready(self.listing()))
    }

    fn load(&self, id: Id<Release>) -> StoreFuture<'_, Option<Record>> {
        Box::pin(ready(self.record(id)))
    }

    fn save(&self, entry: Entry, expected: Revision) -> StoreFuture<'_, Saved> {
        Box::pin(ready(self.keep(entry, expected)))
    }

    fn remove(&self, id: Id<Release>, expected: Revision) -> StoreFuture<'_, Removed> {
        Box::pin(ready(self.take(id, expected)))
    }

    fn restore(&self, removed: Removed) -> StoreFuture<'_, ()> {
        Box::pin(ready(self.put_back(&removed)))
    }

    fn all(&self) -> StoreFuture<'_, Contents> {
        Box::pin(ready(self.contents()))
    }

    fn erase_all(&self) -> StoreFuture<'_, ()> {
        Box::pin(ready(self.erase()))
    }

    fn usage(&self) -> StoreFuture<'_, Usage> {
        Box::pin(ready(self.listing().map(|listing| listing.usage())))
    }
}

impl Contents {
    /// Adds what is stored under a key to the side where it belongs.
    pub(super) fn add(&mut self, key: &str, text: &str) {
        match Record::from_text(key, text) {
            Ok(record) => self.records.push(record),
            Err(broken) => self.broken.push(broken),
        }
    }
}

/// The line for the list of a release that is stored under this key.
pub(super) fn line_of(key: &str, summary: Option<&str>) -> Result<Summary, Broken> {
    let missing =
        || Broken { id: key.to_owned(), what: "its line for the list is missing".to_owned(), text: String::new() };
    Summary::from_text(key, summary.ok_or_else(missing)?)
}
