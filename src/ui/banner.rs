//! What the person must know before they go on working.

use leptos::prelude::*;

/// The banners that apply now.
#[component]
pub fn Banners() -> impl IntoView {}
