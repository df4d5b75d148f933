//! What a closing page leaves behind, and what becomes of it.

use jiff::Timestamp;
use proptest::prelude::*;
use rollcall::storage::draft::{Decision, Draft, decide, leave, left, recover, take_away};
use rollcall::storage::{
    Entry, Kind, MemoryShelf, MemoryStore, Record, Revision, Shelf, ShelfStore, Store, StoreError, TabId,
};

use super::contract::{entry, id};
use super::now_or_never;

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).expect("a time")
}

fn draft(base: u64, under_way: bool, body: &str) -> Draft {
    let tab = TabId("mine".to_owned());
    Draft { id: id("a"), tab, base: Revision(base), under_way, at: at(1_790_000_001_000), body: body.to_owned() }
}

fn record(revision: u64, by: &str, body: &str) -> Record {
    let (revision, saved_by) = (Revision(revision), TabId(by.to_owned()));
    Record { id: id("a"), revision, saved_at: at(5000), saved_by, body: body.to_owned() }
}

#[test]
fn decisions() {
    use Decision::{Discard, Replay, Rescue};
    let first = 5000;
    let cases = [
        ("nothing was ever stored", None, draft(0, false, "new"), Replay),
        ("what was stored is gone", None, draft(4, false, "new"), Rescue),
        ("all of it is stored", Some(record(4, "other", "new")), draft(4, false, "new"), Discard),
        ("all of it is stored by a later save", Some(record(9, "other", "new")), draft(4, true, "new"), Discard),
        ("the save never happened", Some(record(4, "other", "old")), draft(4, false, "new"), Replay),
        ("the save under way never happened", Some(record(4, "mine", "old")), draft(4, true, "new"), Replay),
        ("the save under way did happen", Some(record(5, "mine", "half")), draft(4, true, "new"), Replay),
        ("the first save was under way", Some(record(first, "mine", "half")), draft(0, true, "new"), Replay),
        (
            "so was the first, and another followed",
            Some(record(first + 1, "mine", "more")),
            draft(0, true, "n"),
            Discard,
        ),
        ("the tab saved all of it and went on", Some(record(6, "mine", "newer")), draft(4, true, "new"), Discard),
        ("the tab's next save had all of it", Some(record(5, "mine", "newer")), draft(4, false, "new"), Discard),
        ("another tab was first", Some(record(5, "other", "theirs")), draft(4, true, "new"), Rescue),
        ("another tab went on from it", Some(record(9, "other", "theirs")), draft(4, false, "new"), Rescue),
        ("what is stored is older than its base", Some(record(3, "mine", "old")), draft(4, false, "new"), Rescue),
    ];
    for (case, stored, draft, expected) in cases {
        assert_eq!(decide(stored.as_ref(), &draft), expected, "{case}");
    }
}

/// As the app would: the same id to be replayed, another one to be rescued; a body that says so cannot be read.
fn prepare(draft: &Draft, decision: Decision) -> Option<Entry> {
    let name = if decision == Decision::Rescue { "copy" } else { draft.id.as_str() };
    (draft.body != "unreadable").then(|| entry(name, &draft.body))
}

#[test]
fn a_draft_comes_back_and_leaves_the_shelf_once_stored() {
    let (store, shelf) = (MemoryStore::default(), MemoryShelf::default());
    let base = now_or_never(store.save(entry("a", "old"), Revision::NEW)).expect("saves").revision;
    leave(&shelf, &draft(base.0, false, "line\nline")).expect("leaves");
    let recovered = now_or_never(recover(&store, &shelf, &prepare)).expect("recovers");
    assert_eq!(recovered.replayed, [id("a")]);
    assert_eq!(
        now_or_never(store.load(id("a"))).expect("loads").map(|record| record.body).as_deref(),
        Some("line\nline")
    );
    assert_eq!(shelf.keys().expect("keys").len(), 0);
    assert!(now_or_never(recover(&store, &shelf, &prepare)).expect("recovers").is_empty());
}

#[test]
fn of_two_drafts_the_older_is_brought_back_and_the_newer_is_a_copy() {
    let (store, shelf) = (MemoryStore::default(), MemoryShelf::default());
    let base = now_or_never(store.save(entry("a", "old"), Revision::NEW)).expect("saves").revision;
    leave(&shelf, &draft(base.0, false, "first")).expect("leaves");
    let second =
        Draft { tab: TabId("another".to_owned()), at: at(1_790_000_002_000), ..draft(base.0, false, "second") };
    leave(&shelf, &second).expect("leaves");
    let recovered = now_or_never(recover(&store, &shelf, &prepare)).expect("recovers");
    assert_eq!((recovered.replayed, recovered.rescued), (vec![id("a")], vec![(id("a"), id("copy"))]));
    let body = |name| now_or_never(store.load(id(name))).expect("loads").map(|record| record.body);
    assert_eq!((body("a").as_deref(), body("copy").as_deref()), (Some("first"), Some("second")));
}

#[test]
fn a_draft_that_cannot_be_brought_back_is_kept() {
    let shelf = MemoryShelf::default();
    leave(&shelf, &draft(0, false, "unreadable")).expect("leaves");
    shelf.set("rollcall:draft:b:tab", "damaged").expect("writes");
    let recovered = now_or_never(recover(&MemoryStore::default(), &shelf, &prepare)).expect("recovers");
    assert!(matches!(recovered.kept.as_slice(), [(_, StoreError::Broken(broken))] if broken.text == "unreadable"));
    assert_eq!(recovered.broken.first().map(|broken| broken.text.as_str()), Some("damaged"));
    assert_eq!(shelf.keys().expect("keys").len(), 2);

    let full = ShelfStore(MemoryShelf::with_room(10));
    leave(&shelf, &draft(0, false, "sound")).expect("leaves");
    let recovered = now_or_never(recover(&full, &shelf, &prepare)).expect("recovers");
    assert!(matches!(recovered.kept.as_slice(), [(_, StoreError::Full)]));
    take_away(&shelf, id("a"), &TabId("mine".to_owned())).expect("takes away");
    assert_eq!(left(&shelf).map(|(drafts, broken)| (drafts.len(), broken.len())), Ok((0, 1)));
}

/// A shelf that would still be there at the next start.
struct Lasting(MemoryShelf);

impl Shelf for Lasting {
    fn kind(&self) -> Kind {
        Kind::LocalStorage
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
}

#[test]
fn a_draft_stays_where_it_lasts_while_there_is_only_memory_to_bring_it_back_to() {
    let shelf = Lasting(MemoryShelf::default());
    leave(&shelf, &draft(0, false, "text")).expect("leaves");
    let in_memory = MemoryStore::default();
    assert_eq!(now_or_never(recover(&in_memory, &shelf, &prepare)).expect("recovers").replayed, [id("a")]);
    assert_eq!(left(&shelf).map(|(drafts, _)| drafts.len()), Ok(1));

    let lasting = ShelfStore(Lasting(MemoryShelf::default()));
    assert_eq!(now_or_never(recover(&lasting, &shelf, &prepare)).expect("recovers").replayed, [id("a")]);
    assert_eq!(left(&shelf).map(|(drafts, _)| drafts.len()), Ok(0));
}

proptest! {
    /// Whatever is stored and whatever was left: what is only in the draft is never discarded, and another tab's work is
    /// never overwritten.
    #[test]
    fn nothing_is_lost(
        base in 0u64..4, stored in proptest::option::of((1u64..6, any::<bool>(), any::<bool>())), under_way: bool,
    ) {
        let draft = draft(base, under_way, "draft");
        let stored = stored.map(|(revision, mine, same)| {
            record(revision, if mine { "mine" } else { "other" }, if same { "draft" } else { "stored" })
        });
        let decision = decide(stored.as_ref(), &draft);
        match (&stored, decision) {
            (None, Decision::Discard) => prop_assert!(false, "it is nowhere else"),
            (Some(stored), Decision::Discard) => {
                let own_later = stored.saved_by == draft.tab && stored.revision > draft.base;
                prop_assert!(stored.body == draft.body || own_later);
            }
            (Some(stored), Decision::Replay) => {
                prop_assert!(stored.revision == draft.base || stored.saved_by == draft.tab);
            }
            _ => {}
        }
    }

    /// What is left is what is found, whatever text it is.
    #[test]
    fn a_draft_keeps_its_text(body: String, base: u64, under_way: bool) {
        let shelf = MemoryShelf::default();
        let draft = draft(base, under_way, &body);
        leave(&shelf, &draft).expect("leaves");
        prop_assert_eq!(left(&shelf).expect("reads").0, vec![draft]);
    }
}
