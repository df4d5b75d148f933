//! Saved, Saving, or not saved.

use leptos::prelude::*;

/// The mark in the header.
#[component]
pub fn SaveMark() -> impl IntoView {}
