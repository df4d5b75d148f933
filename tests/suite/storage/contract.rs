//! What every store promises. It runs on any of them: here in memory, in a page on the browser's own.

use jiff::Timestamp;
use rollcall::plan::{Approach, Count, Delivery, Id, Release, Strategy, Verdict};
use rollcall::storage::{Entry, Headline, MemoryStore, Record, Revision, Store, StoreError, TabId};

/// Checks every promise on an empty store, and leaves it empty. Panics where one is broken.
pub async fn store_contract(store: &dyn Store) {
    keeps_what_it_is_given(store).await;
    refuses_to_overwrite_what_was_not_seen(store).await;
    puts_back_what_was_removed(store).await;
    never_gives_an_old_number_to_a_new_release(store).await;
    keeps_any_text(store).await;
    tells_everything_and_erases_everything(store).await;
}

pub fn id(text: &str) -> Id<Release> {
    Id::new(text).expect("an id")
}

pub fn entry(name: &str, body: &str) -> Entry {
    Entry {
        id: id(name),
        saved_at: Timestamp::from_millisecond(1_790_000_000_123).expect("a time"),
        saved_by: TabId("tab-1".to_owned()),
        body: body.to_owned(),
        headline: headline(name),
    }
}

pub fn headline(name: &str) -> Headline {
    Headline {
        name: name.to_owned(),
        version: "1.2".to_owned(),
        strategy: Some(Strategy { approach: Approach::Phased, delivery: Delivery::Pull }),
        next_gate: Some("Code review".to_owned()),
        go_live: Some(jiff::civil::date(2026, 11, 30)),
        verdict: Verdict::ConditionalGo,
        done: Count(3),
        applicable: Count(9),
        release_manager: Some("Ada".to_owned()),
        assessed_on: Some(jiff::civil::date(2026, 11, 18)),
        time_zone: "Europe/Vienna".to_owned(),
    }
}

async fn body_of(store: &dyn Store, name: &str) -> Option<String> {
    store.load(id(name)).await.expect("loads").map(|record| record.body)
}

async fn keeps_what_it_is_given(store: &dyn Store) {
    assert_eq!(store.load(id("a")).await, Ok(None));
    let first = store.save(entry("a", "one"), Revision::NEW).await.expect("saves").revision;
    let second = store.save(entry("a", "two"), first).await.expect("saves again").revision;
    assert_eq!(second, first.next());

    let Entry { saved_at, saved_by, .. } = entry("a", "");
    let expected = Record { id: id("a"), revision: second, saved_at, saved_by, body: "two".to_owned() };
    assert_eq!(store.load(id("a")).await, Ok(Some(expected)));

    let listing = store.list().await.expect("lists");
    assert_eq!(listing.broken, []);
    let [line] = listing.summaries.as_slice() else { panic!("one line, not {}", listing.summaries.len()) };
    assert_eq!((line.id, line.revision, line.saved_at, line.bytes), (id("a"), second, saved_at, 3));
    assert_eq!(line.headline, headline("a"));
    store.remove(id("a"), second).await.expect("removes");
}

async fn refuses_to_overwrite_what_was_not_seen(store: &dyn Store) {
    let gone = StoreError::Gone;
    assert_eq!(store.save(entry("a", "x"), Revision(7)).await, Err(gone.clone()));
    assert_eq!(store.remove(id("a"), Revision(7)).await.err(), Some(gone));

    let first = store.save(entry("a", "one"), Revision::NEW).await.expect("saves").revision;
    let second = store.save(entry("a", "two"), first).await.expect("saves again").revision;
    for expected in [Revision::NEW, first, second.next()] {
        let refused = StoreError::Conflict { expected, stored: second };
        assert_eq!(store.save(entry("a", "x"), expected).await, Err(refused.clone()));
        assert_eq!(store.remove(id("a"), expected).await.err(), Some(refused));
    }
    assert_eq!(body_of(store, "a").await.as_deref(), Some("two"));
    store.remove(id("a"), second).await.expect("removes");
}

async fn puts_back_what_was_removed(store: &dyn Store) {
    let revision = store.save(entry("a", "one"), Revision::NEW).await.expect("saves").revision;
    let (record, lines) = (store.load(id("a")).await, store.list().await);
    let removed = store.remove(id("a"), revision).await.expect("removes");
    assert_eq!(removed.record().map(Some), record);
    assert_eq!(store.load(id("a")).await, Ok(None));
    assert_eq!(store.list().await.expect("lists").summaries, []);

    store.restore(removed.clone()).await.expect("restores");
    assert_eq!((store.load(id("a")).await, store.list().await), (record, lines));
    let refused = StoreError::Conflict { expected: Revision::NEW, stored: revision };
    assert_eq!(store.restore(removed).await, Err(refused));
    store.remove(id("a"), revision).await.expect("removes again");
}

async fn never_gives_an_old_number_to_a_new_release(store: &dyn Store) {
    let old = store.save(entry("a", "old"), Revision::NEW).await.expect("saves").revision;
    store.remove(id("a"), old).await.expect("removes");
    let mut anew = entry("a", "new");
    anew.saved_at = Timestamp::from_millisecond(1_790_000_009_000).expect("a time");
    let new = store.save(anew, Revision::NEW).await.expect("saves anew").revision;
    assert!(store.save(entry("a", "old, edited"), old).await.is_err());
    assert_eq!(body_of(store, "a").await.as_deref(), Some("new"));
    store.remove(id("a"), new).await.expect("removes");
}

async fn keeps_any_text(store: &dyn Store) {
    let texts = ["", "\n", "\r\n\n{\"a\":\n1}", "\u{0}\u{feff}\u{2028}😀 ünïcödé", "<script>alert(1)</script>"];
    let large = "0123456789abcdef".repeat(64 * 1024);
    for body in texts.into_iter().chain([large.as_str()]) {
        let revision = store.save(entry("a", body), Revision::NEW).await.expect("saves").revision;
        assert_eq!(body_of(store, "a").await.as_deref(), Some(body));
        let removed = store.remove(id("a"), revision).await.expect("removes");
        assert_eq!(removed.record().expect("sound").body, body);
    }
}

async fn tells_everything_and_erases_everything(store: &dyn Store) {
    for name in ["b", "c", "a"] {
        store.save(entry(name, &name.repeat(5)), Revision::NEW).await.expect("saves");
    }
    let contents = store.all().await.expect("tells all");
    let mut bodies: Vec<_> = contents.records.iter().map(|record| record.body.as_str()).collect();
    bodies.sort_unstable();
    assert_eq!((bodies, contents.broken.len()), (vec!["aaaaa", "bbbbb", "ccccc"], 0));
    let usage = store.usage().await.expect("tells how much");
    assert_eq!((usage.releases, usage.bytes), (Count(3), 15));

    store.erase_all().await.expect("erases");
    assert!(store.all().await.expect("tells all").records.is_empty());
    assert!(store.list().await.expect("lists").summaries.is_empty());
}

#[test]
fn memory_keeps_every_promise() {
    super::now_or_never(store_contract(&MemoryStore::default()));
}
