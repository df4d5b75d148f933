//! Full shelves, damaged texts, and moving from one store to another.

use rollcall::plan::Count;
use rollcall::storage::{MemoryShelf, MemoryStore, Revision, Shelf, ShelfStore, Store, StoreError, move_in};

use super::contract::{entry, id};
use super::now_or_never;

const RECORD: &str = "rollcall:release:a";
const SUMMARY: &str = "rollcall:summary:a";

/// Everything on a shelf.
fn texts(shelf: &MemoryShelf) -> Vec<(String, String)> {
    let keys = shelf.keys().expect("keys");
    keys.into_iter().map(|key| (key.clone(), shelf.get(&key).expect("reads").unwrap_or_default())).collect()
}

#[test]
fn a_full_shelf_refuses_and_everything_is_as_before() {
    for room in 0..900 {
        let store = ShelfStore(MemoryShelf::with_room(room));
        let first = now_or_never(store.save(entry("a", "one"), Revision::NEW));
        let before = texts(&store.0);
        assert_eq!(before.len(), if first.is_ok() { 2 } else { 0 }, "room for {room}");
        let Ok(saved) = first else { continue };
        let second = now_or_never(store.save(entry("a", &"two".repeat(100)), saved.revision));
        match second {
            Ok(_) => assert_ne!(texts(&store.0), before),
            Err(error) => {
                assert_eq!(error, StoreError::Full);
                assert_eq!(texts(&store.0), before, "room for {room}");
            }
        }
    }
}

#[test]
fn a_damaged_record_is_told_kept_and_removable() {
    let store = MemoryStore::default();
    for text in ["", "no line break", "{}\nbody", "{\"revision\":-1}\nbody", "\u{0}"] {
        store.0.set(RECORD, text).expect("writes");
        let StoreError::Broken(broken) = now_or_never(store.load(id("a"))).expect_err("broken") else {
            panic!("{text}")
        };
        assert_eq!((broken.id.as_str(), broken.text.as_str()), ("a", text));
        assert_eq!(now_or_never(store.all()).expect("tells all").broken, [broken]);
        assert_eq!(now_or_never(store.list()).expect("lists").broken.len(), 1);

        for expected in [Revision::NEW, Revision(4)] {
            let refused = now_or_never(store.save(entry("a", "new"), expected));
            assert!(matches!(refused, Err(StoreError::Broken(_))), "{text:?} is not overwritten");
        }
        let removed = now_or_never(store.remove(id("a"), Revision::NEW)).expect("removes");
        assert!(removed.record().is_err());
        assert_eq!(now_or_never(store.load(id("a"))), Ok(None));
        now_or_never(store.restore(removed)).expect("restores");
        assert_eq!(store.0.get(RECORD), Ok(Some(text.to_owned())));
    }
}

#[test]
fn a_damaged_line_of_the_list_costs_that_line_alone() {
    let store = MemoryStore::default();
    now_or_never(store.save(entry("b", "sound"), Revision::NEW)).expect("saves");
    let saved = now_or_never(store.save(entry("a", "one"), Revision::NEW)).expect("saves");
    let sound = store.0.get(SUMMARY).expect("reads").expect("there");
    for damage in [None, Some(String::new()), Some("{".to_owned()), Some(sound.replace("\"id\":\"a\"", "\"id\":\"b\""))]
    {
        match &damage {
            Some(text) => store.0.set(SUMMARY, text).expect("writes"),
            None => store.0.remove(SUMMARY).expect("removes"),
        }
        let listing = now_or_never(store.list()).expect("lists");
        assert_eq!((listing.summaries.len(), listing.broken.len()), (1, 1), "{damage:?}");
        assert_eq!(listing.usage().releases, Count(2));
        assert_eq!(now_or_never(store.load(id("a"))).expect("loads").expect("there").revision, saved.revision);
    }
    now_or_never(store.save(entry("a", "two"), saved.revision)).expect("saves");
    assert_eq!(now_or_never(store.list()).expect("lists").broken, [], "saving it mends its line");
}

#[test]
fn a_line_that_lags_behind_its_record_shows_the_record_s_revision() {
    let store = MemoryStore::default();
    let first = now_or_never(store.save(entry("a", "one"), Revision::NEW)).expect("saves");
    let line = store.0.get(SUMMARY).expect("reads").expect("there");
    let second = now_or_never(store.save(entry("a", "two"), first.revision)).expect("saves");
    store.0.set(SUMMARY, &line).expect("writes");
    let listing = now_or_never(store.list()).expect("lists");
    assert_eq!(listing.summaries.first().map(|line| line.revision), Some(second.revision));
}

#[test]
fn other_keys_are_left_alone() {
    let store = MemoryStore::default();
    store.0.set("somebody-else", "theirs").expect("writes");
    store.0.set("rollcall:settings:person", "{}").expect("writes");
    now_or_never(store.save(entry("a", "one"), Revision::NEW)).expect("saves");
    now_or_never(store.erase_all()).expect("erases");
    assert_eq!(store.0.keys().expect("keys"), ["rollcall:settings:person", "somebody-else"]);
}

#[test]
fn moving_in_stores_before_it_removes_and_overwrites_nothing() {
    let (from, to) = (MemoryStore::default(), MemoryStore::default());
    for (name, here, there) in [("a", "same", Some("same")), ("b", "mine", Some("other")), ("c", "only here", None)] {
        now_or_never(from.save(entry(name, here), Revision::NEW)).expect("saves");
        if let Some(there) = there {
            now_or_never(to.save(entry(name, there), Revision::NEW)).expect("saves");
        }
    }
    let done = now_or_never(move_in(&from, &to)).expect("moves");
    assert_eq!(done.moved, [id("a"), id("c")]);
    assert_eq!(done.left.iter().map(|record| record.body.as_str()).collect::<Vec<_>>(), ["mine"]);
    let body = |store: &MemoryStore, name| now_or_never(store.load(id(name))).expect("loads").map(|record| record.body);
    assert_eq!(["a", "b", "c"].map(|name| body(&from, name)), [None, Some("mine".to_owned()), None]);
    assert_eq!(["a", "b", "c"].map(|name| body(&to, name).expect("there")), ["same", "other", "only here"]);
    let moved = now_or_never(to.list()).expect("lists").summaries.into_iter().find(|line| line.id == id("c"));
    assert_eq!(moved.map(|line| line.headline.name).as_deref(), Some("c"));
}

#[test]
fn a_full_target_leaves_everything_where_it_was() {
    let (from, to) = (MemoryStore::default(), ShelfStore(MemoryShelf::with_room(10)));
    now_or_never(from.save(entry("a", "one"), Revision::NEW)).expect("saves");
    assert_eq!(now_or_never(move_in(&from, &to)), Err(StoreError::Full));
    assert!(now_or_never(from.load(id("a"))).expect("loads").is_some());
}
