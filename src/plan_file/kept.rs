//! What a file holds beyond what this version knows: kept beside the release, and written back.

use serde_json::Value;

use super::place::{Place, Step, id_of};

/// Members that no type of this version asked for, each with its place.
///
/// The way through a list goes by the id of its entry where it has one, so that a member stays with its entry when the
/// list is reordered. A member whose entry is gone is not written, and is back once the removal is undone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept(Vec<(Place, Value)>);

impl Kept {
    pub(super) fn new(members: Vec<(Place, Value)>) -> Self {
        Self(members)
    }

    /// Whether the file held nothing unknown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The places of what is kept, as they were in the file.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(place, _)| place.to_string())
    }

    /// Puts every member back whose place still exists and is free.
    pub(super) fn put_back(&self, root: &mut Value) {
        for (place, value) in &self.0 {
            let Some((Step::Member(name), way)) = place.0.split_last() else { continue };
            if let Some(Value::Object(members)) = find(root, way) {
                members.entry(name.as_str()).or_insert_with(|| value.clone());
            }
        }
    }
}

fn find<'v>(root: &'v mut Value, way: &[Step]) -> Option<&'v mut Value> {
    way.iter().try_fold(root, |value, step| match step {
        Step::Member(name) => value.get_mut(name.as_str()),
        Step::Entry { id: Some(id), .. } => value.as_array_mut()?.iter_mut().find(|entry| id_of(entry) == Some(id)),
        Step::Entry { index, id: None } => value.get_mut(*index),
    })
}
