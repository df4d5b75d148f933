//! The last note of a page that went away while a save was still under way, and what becomes of it at the next start.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::error::StoreError;
use super::record::{Broken, Entry, Record, Revision, Saved, TabId};
use super::shelf::{PREFIX, Shelf};
use super::store::Store;
use super::when;
use crate::order;
use crate::plan::{Id, Release};

/// A plan as it stood when its page went away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose.
    pub id: Id<Release>,
    /// The tab that left it.
    pub tab: TabId,
    /// The revision that its next save would have built on.
    pub base: Revision,
    /// Whether a save on top of `base`, with less in it than the draft, was under way.
    pub under_way: bool,
    /// When it was left.
    pub at: Timestamp,
    /// The plan file's text.
    pub body: String,
}

/// What becomes of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Everything in it is stored. It can go.
    Discard,
    /// It is the newest version: save it on top of what is stored.
    Replay,
    /// Something else is stored by now, or nothing at all: save it as a release of its own and say so.
    Rescue,
}

/// What came of the drafts that were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Releases whose last edits were brought back.
    pub replayed: Vec<Id<Release>>,
    /// Releases whose draft was saved as a release of its own: the one it came from, and the new one.
    pub rescued: Vec<(Id<Release>, Id<Release>)>,
    /// Drafts that are still there, and why. They are looked at again at the next start.
    pub kept: Vec<(Draft, StoreError)>,
    /// Drafts that cannot be read. They are left as they are.
    pub broken: Vec<Broken>,
}

#[derive(Serialize, Deserialize)]
struct Header {
    base: Revision,
    under_way: bool,
    #[serde(with = "when::moment")]
    at: Timestamp,
}

/// What becomes of a draft, given what is stored of its release.
#[must_use]
pub fn decide(stored: Option<&Record>, draft: &Draft) -> Decision {
    let Some(stored) = stored else {
        return if draft.base == Revision::NEW { Decision::Replay } else { Decision::Rescue };
    };
    if stored.body == draft.body {
        Decision::Discard
    } else if stored.revision == draft.base {
        Decision::Replay
    } else if stored.saved_by == draft.tab && stored.revision > draft.base {
        of_own_save(stored, draft)
    } else {
        Decision::Rescue
    }
}

/// The tab that left the draft saved after its base. A save that was under way had less in it than the draft; one that
/// began later had all of it, for a tab's saves begin with everything that is in it.
fn of_own_save(stored: &Record, draft: &Draft) -> Decision {
    let following = match draft.base {
        Revision::NEW => Revision::first(stored.saved_at),
        base => base.next(),
    };
    if draft.under_way && stored.revision == following { Decision::Replay } else { Decision::Discard }
}

/// Leaves a draft on the shelf.
///
/// # Errors
/// Where the shelf is full or cannot be written. Then nobody but the page itself has the last edits.
pub fn leave(shelf: &dyn Shelf, draft: &Draft) -> Result<(), StoreError> {
    shelf.set(&key(draft.id, &draft.tab), &draft.to_text()?)
}

/// Takes the draft of one tab away, once everything in it is stored.
///
/// # Errors
/// Where the shelf cannot be written.
pub fn take_away(shelf: &dyn Shelf, id: Id<Release>, tab: &TabId) -> Result<(), StoreError> {
    shelf.remove(&key(id, tab))
}

/// Whether anything was left on the shelf. A shelf that cannot be read counts as empty.
#[must_use]
pub fn any(shelf: &dyn Shelf) -> bool {
    shelf.keys().is_ok_and(|keys| keys.iter().any(|key| key.starts_with(&prefix())))
}

/// Every draft that is on the shelf, the oldest first, and those that cannot be read.
///
/// # Errors
/// Where the shelf cannot be read.
pub fn left(shelf: &dyn Shelf) -> Result<(Vec<Draft>, Vec<Broken>), StoreError> {
    let (mut drafts, mut broken) = (Vec::new(), Vec::new());
    for key in shelf.keys()? {
        let Some(name) = key.strip_prefix(&prefix()) else { continue };
        match Draft::from_text(name, &shelf.get(&key)?.unwrap_or_default()) {
            Ok(draft) => drafts.push(draft),
            Err(problem) => broken.push(problem),
        }
    }
    order::sort_by_key(&mut drafts, |draft| draft.at);
    Ok((drafts, broken))
}

/// Brings every draft into the store, or finds that it is there already.
///
/// `prepare` makes an entry of a draft: under its own id to be replayed; under a new id, with a name that says so, to be
/// rescued. It gives `None` where the body cannot be read; the draft is then kept. A draft leaves the shelf only when
/// what is in it is stored at least as lastingly.
///
/// # Errors
/// Where the shelf cannot be read. What goes wrong with a single draft is in [`Recovered::kept`].
pub async fn recover(
    store: &dyn Store,
    shelf: &dyn Shelf,
    prepare: &dyn Fn(&Draft, Decision) -> Option<Entry>,
) -> Result<Recovered, StoreError> {
    let (drafts, broken) = left(shelf)?;
    let mut recovered = Recovered { broken, ..Recovered::default() };
    let lasts = store.kind().survives_closing() || !shelf.kind().survives_closing();
    for draft in drafts {
        match settle(store, &draft, prepare).await {
            Ok(settled) => {
                recovered.note(&draft, settled);
                if lasts {
                    take_away(shelf, draft.id, &draft.tab)?;
                }
            }
            Err(error) => recovered.kept.push((draft, error)),
        }
    }
    Ok(recovered)
}

async fn settle(
    store: &dyn Store,
    draft: &Draft,
    prepare: &dyn Fn(&Draft, Decision) -> Option<Entry>,
) -> Result<(Decision, Id<Release>), StoreError> {
    let stored = store.load(draft.id).await?;
    let decision = decide(stored.as_ref(), draft);
    if decision == Decision::Discard {
        return Ok((decision, draft.id));
    }
    let entry = prepare(draft, decision).ok_or_else(|| StoreError::Broken(draft.unreadable()))?;
    let id = entry.id;
    let expected = match decision {
        Decision::Replay => stored.map_or(Revision::NEW, |record| record.revision),
        Decision::Discard | Decision::Rescue => Revision::NEW,
    };
    let Saved { .. } = store.save(entry, expected).await?;
    Ok((decision, id))
}

impl Recovered {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn note(&mut self, draft: &Draft, (decision, id): (Decision, Id<Release>)) {
        match decision {
            Decision::Discard => {}
            Decision::Replay => self.replayed.push(id),
            Decision::Rescue => self.rescued.push((draft.id, id)),
        }
    }
}

impl Draft {
    fn to_text(&self) -> Result<String, StoreError> {
        let header = Header { base: self.base, under_way: self.under_way, at: self.at };
        let header = serde_json::to_string(&header).map_err(|error| StoreError::Failed { what: error.to_string() })?;
        Ok(format!("{header}\n{}", self.body))
    }

    /// Reads what was left under this name, which is the id and the tab.
    fn from_text(name: &str, text: &str) -> Result<Self, Broken> {
        let broken = |what: &str| Broken { id: name.to_owned(), what: what.to_owned(), text: text.to_owned() };
        let (id, tab) = name.split_once(':').ok_or_else(|| broken("the draft's key names no tab"))?;
        let id = Id::new(id).map_err(|_| broken("the draft's key is no id"))?;
        let (head, body) = text.split_once('\n').ok_or_else(|| broken("the draft's first line is missing"))?;
        let Header { base, under_way, at } =
            serde_json::from_str(head).map_err(|_| broken("the draft's first line is damaged"))?;
        Ok(Self { id, tab: TabId(tab.to_owned()), base, under_way, at, body: body.to_owned() })
    }

    fn unreadable(&self) -> Broken {
        let what = "the plan in its draft cannot be read".to_owned();
        Broken { id: self.id.to_string(), what, text: self.body.clone() }
    }
}

fn prefix() -> String {
    format!("{PREFIX}draft:")
}

fn key(id: Id<Release>, tab: &TabId) -> String {
    format!("{}{id}:{tab}", prefix())
}
