//! Escape in text that is edited where it stands gives back what stood there before.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// On Escape, what the field is to hold instead, where `before` says so. Escape is then spent, so that nothing around closes.
pub(super) fn escapes(event: &KeyboardEvent, before: impl FnOnce() -> Option<String>) -> Option<String> {
    if event.key() != "Escape" || event.is_composing() {
        return None;
    }
    let before = before()?;
    event.prevent_default();
    event.stop_propagation();
    Some(before)
}

/// What a field held when somebody went to it.
#[derive(Clone, Copy)]
pub(super) struct GiveBack {
    before: StoredValue<Option<String>>,
    value: Signal<String>,
    on_change: Callback<String>,
}

impl GiveBack {
    /// Of a field with this value, which hands on each change of it.
    pub(super) fn of(value: Signal<String>, on_change: Callback<String>) -> Self {
        Self { before: StoredValue::new(None), value, on_change }
    }

    /// Notes what the field holds, when somebody goes to it.
    pub(super) fn note(self) {
        self.before.set_value(self.value.try_get_untracked());
    }

    /// On Escape, what the field held before, where it holds something else now: it is handed on like any change, and goes
    /// on with the run of typing that it takes back. The focus stays.
    pub(super) fn on_key(self, event: &KeyboardEvent, shown: &str) -> Option<String> {
        let before = escapes(event, || self.before.try_get_value().flatten().filter(|before| before != shown))?;
        let _ = self.on_change.try_run(before.clone());
        Some(before)
    }
}
