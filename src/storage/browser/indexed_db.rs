//! Releases in the browser's database: the only place where what is acknowledged survives a crash.
//!
//! Written on web-sys itself: the crate `idb` does not offer `durability`, brings two more crates along, and makes each
//! request a future, where reading the revision and writing over it must be one step that nothing can come between.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbTransaction};

use super::listener::Listener;
use super::transaction::{Access, RELEASES, SUMMARIES, begin, run};
use super::trouble::{blocked, error_of, is_closing};
use crate::order;
use crate::plan::{Id, Release};
use crate::storage::shelf::line_of;
use crate::storage::{
    Contents, Entry, Kind, Listing, Outcome, Record, Removed, Revision, Saved, Store, StoreError, StoreFuture, Usage,
    outcome,
};

const NAME: &str = "rollcall";
const VERSION: u32 = 1;

/// A store in the browser's database.
pub struct IndexedDbStore {
    connection: Rc<RefCell<Option<Connection>>>,
}

/// An open database, and what happens to it.
struct Connection {
    database: IdbDatabase,
    _listeners: [Listener; 2],
}

/// Whoever waits for the database to open. Only the first event counts.
type Opening = Rc<Cell<Option<Outcome<Result<(), StoreError>>>>>;

impl IndexedDbStore {
    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the browser has no database for this page, [`StoreError::Newer`] where a newer
    /// version of the app made it.
    pub async fn open() -> Result<Self, StoreError> {
        let store = Self { connection: Rc::default() };
        store.connect().await?;
        Ok(store)
    }

    /// The open database. It is opened again where the browser or another tab had it closed.
    async fn connect(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(connection) = &*self.connection.borrow() {
            return Ok(connection.database.clone());
        }
        let database = open_database().await?;
        if let Some(connection) = &*self.connection.borrow() {
            database.close();
            return Ok(connection.database.clone());
        }
        let listeners = [
            // Another tab wants to change or delete the database: it waits until this one lets go.
            self.let_go_on(&database, "versionchange"),
            self.let_go_on(&database, "close"),
        ];
        let connection = Connection { database: database.clone(), _listeners: listeners };
        self.connection.replace(Some(connection));
        Ok(database)
    }

    fn let_go_on(&self, database: &IdbDatabase, event: &'static str) -> Listener {
        let connection = Rc::downgrade(&self.connection);
        let closing = database.clone();
        Listener::new(database, event, move |_| {
            closing.close();
            let gone = connection.upgrade().and_then(|connection| connection.take());
            drop(gone);
        })
    }

    async fn begin(&self, access: Access) -> Result<IdbTransaction, StoreError> {
        match begin(&self.connect().await?, access) {
            Err(thrown) if is_closing(&thrown) => {
                let gone = self.connection.take();
                drop(gone);
                begin(&self.connect().await?, access).map_err(|thrown| error_of(&thrown))
            }
            begun => begun.map_err(|thrown| error_of(&thrown)),
        }
    }

    async fn listing(&self) -> Result<Listing, StoreError> {
        run(self.begin(Access::Read).await?, |transaction| {
            transaction.keys(RELEASES, |transaction, ids| {
                transaction.entries(SUMMARIES, move |transaction, lines| transaction.answer(Ok(listed(&ids, lines))));
            });
        })
        .await
    }

    async fn record(&self, id: Id<Release>) -> Result<Option<Record>, StoreError> {
        let text: Option<String> = run(self.begin(Access::Read).await?, |transaction| {
            transaction.get(RELEASES, id.as_str(), |transaction, text| {
                transaction.answer(Ok(text.map(String::from)));
            });
        })
        .await?;
        text.map(|text| Record::from_text(id.as_str(), &text).map_err(StoreError::Broken)).transpose()
    }

    /// Looks at the stored revision and writes, both within one transaction.
    async fn keep(&self, entry: Entry, expected: Revision) -> Result<Saved, StoreError> {
        let (record, summary) = entry.numbered(expected);
        let saved = Saved { revision: record.revision };
        self.write(record.id, expected, record.to_text()?, Some(summary.to_text()?), saved).await
    }

    async fn put_back(&self, removed: Removed) -> Result<(), StoreError> {
        self.write(removed.id, Revision::NEW, removed.record, removed.summary, ()).await
    }

    async fn write<T: 'static>(
        &self,
        id: Id<Release>,
        expected: Revision,
        record: String,
        summary: Option<String>,
        answer: T,
    ) -> Result<T, StoreError> {
        run(self.begin(Access::Write).await?, |transaction| {
            transaction.standing(id.as_str(), move |transaction, standing| {
                if let Err(refused) = standing.admits_save(expected) {
                    return transaction.answer(Err(refused));
                }
                transaction.put(RELEASES, id.as_str(), &record);
                if let Some(summary) = summary {
                    transaction.put(SUMMARIES, id.as_str(), &summary);
                }
                transaction.answer_and_commit(answer);
            });
        })
        .await
    }

    async fn take(&self, id: Id<Release>, expected: Revision) -> Result<Removed, StoreError> {
        run(self.begin(Access::Write).await?, |transaction| {
            transaction.standing(id.as_str(), move |transaction, standing| {
                if let Err(refused) = standing.admits_removal(expected) {
                    return transaction.answer(Err(refused));
                }
                transaction.get(RELEASES, id.as_str(), move |transaction, record| {
                    transaction.get(SUMMARIES, id.as_str(), move |transaction, summary| {
                        transaction.delete(RELEASES, id.as_str());
                        transaction.delete(SUMMARIES, id.as_str());
                        let record = record.map(String::from).unwrap_or_default();
                        transaction.answer_and_commit(Removed { id, record, summary: summary.map(String::from) });
                    });
                });
            });
        })
        .await
    }

    async fn contents(&self) -> Result<Contents, StoreError> {
        run(self.begin(Access::Read).await?, |transaction| {
            transaction.entries(RELEASES, |transaction, records| {
                let mut contents = Contents::default();
                records.iter().for_each(|(id, text)| contents.add(id, text));
                transaction.answer(Ok(contents));
            });
        })
        .await
    }

    async fn erase(&self) -> Result<(), StoreError> {
        run(self.begin(Access::Write).await?, |transaction| {
            transaction.clear(RELEASES);
            transaction.clear(SUMMARIES);
            transaction.answer_and_commit(());
        })
        .await
    }
}

impl Store for IndexedDbStore {
    fn kind(&self) -> Kind {
        Kind::IndexedDb
    }

    fn list(&self) -> StoreFuture<'_, Listing> {
        Box::pin(self.listing())
    }

    fn load(&self, id: Id<Release>) -> StoreFuture<'_, Option<Record>> {
        Box::pin(self.record(id))
    }

    fn save(&self, entry: Entry, expected: Revision) -> StoreFuture<'_, Saved> {
        Box::pin(self.keep(entry, expected))
    }

    fn remove(&self, id: Id<Release>, expected: Revision) -> StoreFuture<'_, Removed> {
        Box::pin(self.take(id, expected))
    }

    fn restore(&self, removed: Removed) -> StoreFuture<'_, ()> {
        Box::pin(self.put_back(removed))
    }

    fn all(&self) -> StoreFuture<'_, Contents> {
        Box::pin(self.contents())
    }

    fn erase_all(&self) -> StoreFuture<'_, ()> {
        Box::pin(self.erase())
    }

    fn usage(&self) -> StoreFuture<'_, Usage> {
        Box::pin(async { Ok(self.listing().await?.usage()) })
    }
}

impl Drop for IndexedDbStore {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            connection.database.close();
        }
    }
}

/// The list: a line for each release, sound or not.
fn listed(ids: &[String], lines: Vec<(String, String)>) -> Listing {
    let lines: BTreeMap<String, String> = order::gathered(lines);
    let mut listing = Listing::default();
    for id in ids {
        match line_of(id, lines.get(id).map(String::as_str)) {
            Ok(summary) => listing.summaries.push(summary),
            Err(broken) => listing.broken.push(broken),
        }
    }
    listing
}

async fn open_database() -> Result<IdbDatabase, StoreError> {
    let none = || blocked(&JsValue::from_str("it has no database for this page"));
    let factory = web_sys::window().ok_or_else(none)?.indexed_db().map_err(|thrown| blocked(&thrown))?;
    let request = factory.ok_or_else(none)?.open_with_u32(NAME, VERSION).map_err(|thrown| blocked(&thrown))?;
    let (end, ended) = outcome();
    let listeners = watch(&request, &Rc::new(Cell::new(Some(end))));
    ended.await.unwrap_or_else(|| Err(none()))?;
    drop(listeners);
    request.result().and_then(JsCast::dyn_into).map_err(|thrown| error_of(&thrown))
}

fn watch(request: &IdbOpenDbRequest, opening: &Opening) -> [Listener; 4] {
    let on = |event: &'static str, tell: fn(&IdbOpenDbRequest, &Event) -> Option<Result<(), StoreError>>| {
        let (opening, asked) = (Rc::clone(opening), request.clone());
        Listener::new(request, event, move |event| {
            if let Some(result) = tell(&asked, &event)
                && let Some(end) = opening.take()
            {
                end.give(result);
            }
        })
    };
    [
        on("success", |_, _| Some(Ok(()))),
        on("upgradeneeded", |request, _| make_object_stores(request).err().map(|thrown| Err(error_of(&thrown)))),
        on("blocked", |_, _| Some(Err(StoreError::HeldByOlderTab))),
        on("error", |request, event| {
            event.prevent_default();
            Some(Err(opening_error(request)))
        }),
    ]
}

/// An error at the door that says nothing of room or versions means that there is no database here, as in some private
/// windows.
fn opening_error(request: &IdbOpenDbRequest) -> StoreError {
    let Ok(Some(exception)) = request.error() else { return blocked(&JsValue::NULL) };
    match error_of(&exception) {
        known @ (StoreError::Full | StoreError::Newer) => known,
        _ => blocked(&exception),
    }
}

fn make_object_stores(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    database.create_object_store(RELEASES)?;
    database.create_object_store(SUMMARIES)?;
    Ok(())
}
