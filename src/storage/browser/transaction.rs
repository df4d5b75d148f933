//! One transaction of the database, from its first request to its `complete` event.
//!
//! A transaction commits by itself as soon as control goes back to the browser with no request pending. So everything
//! within one happens in callbacks: each request is made by the answer to the one before, and nothing is awaited.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

use super::listener::Listener;
use super::trouble::error_of;
use crate::storage::standing::Standing;
use crate::storage::{StoreError, outcome};

/// The records' texts, by id.
pub(super) const RELEASES: &str = "releases";
/// The summaries' texts, by id.
pub(super) const SUMMARIES: &str = "summaries";

/// What a transaction may do.
#[derive(Debug, Clone, Copy)]
pub(super) enum Access {
    Read,
    Write,
}

/// A transaction that is to answer with a `T`.
pub(super) struct Transaction<T> {
    raw: IdbTransaction,
    answer: RefCell<Option<Result<T, StoreError>>>,
}

/// Begins a transaction over everything.
///
/// web-sys hides the options, `durability` among them, behind a compiler flag; hence the call by name.
pub(super) fn begin(database: &IdbDatabase, access: Access) -> Result<IdbTransaction, JsValue> {
    let stores = Array::of2(&RELEASES.into(), &SUMMARIES.into());
    let options = Object::new();
    let mode = match access {
        Access::Read => "readonly",
        Access::Write => {
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            "readwrite"
        }
    };
    let transaction: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    transaction.call3(database, &stores, &mode.into(), &options)?.dyn_into()
}

/// Runs the work, which makes the first request at once, and gives its answer when the transaction is complete.
pub(super) async fn run<T: 'static>(
    raw: IdbTransaction,
    work: impl FnOnce(&Rc<Transaction<T>>),
) -> Result<T, StoreError> {
    let transaction = Rc::new(Transaction { raw, answer: RefCell::new(None) });
    let (end, ended) = outcome();
    let end = Rc::new(Cell::new(Some(end)));
    let on = |event: &'static str, completed: bool| {
        let end = Rc::clone(&end);
        Listener::new(&transaction.raw, event, move |_| {
            if let Some(end) = end.take() {
                end.give(completed);
            }
        })
    };
    let listeners = [on("complete", true), on("abort", false)];
    work(&transaction);
    let completed = ended.await.unwrap_or_default();
    drop(listeners);
    transaction.concluded(completed)
}

impl<T: 'static> Transaction<T> {
    /// Sets the answer. It counts once the transaction is complete; what went wrong first stays the answer.
    pub(super) fn answer(&self, answer: Result<T, StoreError>) {
        let wrong = self.answer.take().filter(Result::is_err);
        self.answer.replace(wrong.or(Some(answer)));
    }

    /// Sets the answer after the last request, so that the browser need not wait for another one.
    #[expect(deprecated, reason = "web-sys marks what it took for an extension of one browser; all have it by now")]
    pub(super) fn answer_and_commit(&self, answer: T) {
        self.answer(Ok(answer));
        // It commits by itself all the same, only a little later.
        let _ = self.raw.commit();
    }

    /// The text under a key.
    pub(super) fn get(
        self: &Rc<Self>,
        store: &str,
        key: &str,
        then: impl FnOnce(&Rc<Self>, Option<JsString>) + 'static,
    ) {
        let request = self.store(store).and_then(|store| store.get(&key.into()));
        self.ask(request, move |transaction, found| then(transaction, found.dyn_into().ok()));
    }

    /// Every key with its text.
    pub(super) fn entries(
        self: &Rc<Self>,
        name: &'static str,
        then: impl FnOnce(&Rc<Self>, Vec<(String, String)>) + 'static,
    ) {
        self.keys(name, move |transaction, keys| {
            let request = transaction.store(name).and_then(|store| store.get_all());
            transaction.ask(request, move |transaction, texts| {
                then(transaction, keys.into_iter().zip(strings(&texts)).collect());
            });
        });
    }

    /// Every key.
    pub(super) fn keys(self: &Rc<Self>, name: &str, then: impl FnOnce(&Rc<Self>, Vec<String>) + 'static) {
        let request = self.store(name).and_then(|store| store.get_all_keys());
        self.ask(request, move |transaction, keys| then(transaction, strings(&keys)));
    }

    /// What stands under a key. Only the first line of a sound text is brought over.
    pub(super) fn standing(self: &Rc<Self>, key: &str, then: impl FnOnce(&Rc<Self>, Standing) + 'static) {
        let id = key.to_owned();
        self.get(RELEASES, key, move |transaction, text| then(transaction, standing_of(&id, text.as_ref())));
    }

    /// Puts a text under a key.
    pub(super) fn put(&self, store: &str, key: &str, text: &str) {
        self.unless(self.store(store).and_then(|store| store.put_with_key(&text.into(), &key.into())));
    }

    /// Takes the text under a key away.
    pub(super) fn delete(&self, store: &str, key: &str) {
        self.unless(self.store(store).and_then(|store| store.delete(&key.into())));
    }

    /// Takes every text away.
    pub(super) fn clear(&self, store: &str) {
        self.unless(self.store(store).and_then(|store| store.clear()));
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, JsValue> {
        self.raw.object_store(name)
    }

    fn ask(self: &Rc<Self>, request: Result<IdbRequest, JsValue>, then: impl FnOnce(&Rc<Self>, JsValue) + 'static) {
        let Some(request) = self.unless(request) else { return };
        let (transaction, asked) = (Rc::clone(self), request.clone());
        let callback = Closure::once_into_js(move || {
            if let Some(found) = transaction.unless(asked.result()) {
                then(&transaction, found);
            }
        });
        request.set_onsuccess(Some(callback.unchecked_ref()));
    }

    /// The value, unless the browser threw: then the whole transaction is taken back.
    fn unless<V>(&self, result: Result<V, JsValue>) -> Option<V> {
        result
            .inspect_err(|thrown| {
                self.answer(Err(error_of(thrown)));
                let _ = self.raw.abort();
            })
            .ok()
    }

    fn concluded(&self, completed: bool) -> Result<T, StoreError> {
        match self.answer.take() {
            Some(answer) if completed => answer,
            Some(Err(error)) => Err(error),
            _ => Err(self.reason()),
        }
    }

    fn reason(&self) -> StoreError {
        let unknown = || StoreError::Failed { what: "the browser took the transaction back".to_owned() };
        self.raw.error().map_or_else(unknown, |error| error_of(&error))
    }
}

fn standing_of(key: &str, text: Option<&JsString>) -> Standing {
    let Some(text) = text else { return Standing::Nothing };
    let end = u32::try_from(text.index_of("\n", 0)).unwrap_or_else(|_| text.length());
    let line = String::from(text.substring(0, end));
    Standing::with_first_line(key, &line, || String::from(text))
}

/// The strings of an array. What is none, and none is ever stored, reads as an empty one.
fn strings(array: &JsValue) -> Vec<String> {
    Array::from(array).iter().map(|value| value.as_string().unwrap_or_default()).collect()
}
