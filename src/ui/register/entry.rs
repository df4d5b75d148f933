//! An entry at work: its JSON value as it is now, and the way for a changed one back into the plan.

use leptos::prelude::*;
use serde_json::Value;

use crate::plan_file::{Access, RowEdit, edit_rows, member, put_member, row};
use crate::ui::plan::{Plan, memo};

/// An entry of a list, a part that the release has once, or a row within either. It is `Copy`.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The plan.
    pub plan: Plan,
    value: Signal<Option<Value>>,
    replace: Callback<Change, Result<(), String>>,
}

/// A changed value on its way back.
struct Change {
    value: Value,
    /// What is typed into; edits in a row with the same are one step. None for a step of its own.
    typing: Option<String>,
    /// Whether undo is offered.
    removes: bool,
}

impl Entry {
    /// The entry of a list, or the part where the id is empty.
    #[must_use]
    pub fn of(plan: Plan, access: Access, id: &str) -> Self {
        let (entry, key) = (id.to_owned(), id.to_owned());
        let value = plan.from(move |release| (access.entry)(release, &entry));
        let replace = Callback::new(move |change: Change| {
            let command = (access.replace)(&change.value)?;
            match change.typing {
                Some(field) => plan.typed(&format!("{key}.{field}"), command),
                None if change.removes => plan.remove(command),
                None => plan.dispatch(command),
            }
            Ok(())
        });
        Self { plan, value, replace }
    }

    /// A row of a list within it.
    #[must_use]
    pub fn within(self, path: &'static str, id: &str) -> Self {
        let (entry, key) = (id.to_owned(), id.to_owned());
        let value = memo(Box::new(move || {
            self.value.with(|value| value.as_ref().and_then(|value| row(value, path, &entry).cloned()))
        }));
        let replace = Callback::new(move |change: Change| {
            let Change { value, typing, removes } = change;
            self.change(typing.map(|field| format!("{key}.{field}")), removes, |whole| {
                edit_rows(whole, path, RowEdit::Replace(value));
            })
        });
        Self { plan: self.plan, value, replace }
    }

    /// Something that follows from it; what it is once the entry is gone comes from null.
    #[must_use]
    pub fn derive<V>(self, read: impl Fn(&Value) -> V + Send + Sync + 'static) -> Signal<V>
    where
        V: Clone + PartialEq + Send + Sync + 'static,
    {
        memo(Box::new(move || self.value.with(|value| read(value.as_ref().unwrap_or(&Value::Null)))))
    }

    /// A member of it.
    #[must_use]
    pub fn member<V>(self, path: &'static str, read: fn(&Value) -> V) -> Signal<V>
    where
        V: Clone + PartialEq + Send + Sync + 'static,
    {
        self.derive(move |value| read(member(value, path)))
    }

    /// A member of it as it is now, without following it.
    #[must_use]
    pub fn member_now(self, path: &str) -> Value {
        let value = self.value.try_get_untracked().flatten();
        value.map(|value| member(&value, path).clone()).unwrap_or_default()
    }

    /// Puts a value in the place of a member; nothing brings its default back. Edits in a row of the same member are one step.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence; then nothing has changed.
    pub fn put(self, path: &str, new: Option<Value>) -> Result<(), String> {
        self.change(Some(path.to_owned()), false, |value| put_member(value, path, new))
    }

    /// Changes the rows of a list within it, as a step of its own. Where one is removed, undo is offered.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence; then nothing has changed.
    pub fn edit_rows(self, path: &str, edit: RowEdit) -> Result<(), String> {
        let removes = matches!(edit, RowEdit::Remove(_));
        self.change(None, removes, |value| edit_rows(value, path, edit))
    }

    fn change(self, typing: Option<String>, removes: bool, change: impl FnOnce(&mut Value)) -> Result<(), String> {
        // An entry that was removed meanwhile takes nothing any more.
        let Some(Some(before)) = self.value.try_get_untracked() else { return Ok(()) };
        let mut value = before.clone();
        change(&mut value);
        if value == before {
            return Ok(());
        }
        self.replace.try_run(Change { value, typing, removes }).unwrap_or(Ok(()))
    }
}
