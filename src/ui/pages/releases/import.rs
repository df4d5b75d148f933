//! Bringing files in: by choosing them, or by dropping them on the page.

use leptos::prelude::*;
use web_sys::File;

use crate::ui::bundle::with_remainder;
use crate::ui::components::{DropArea, FileButton, RefusedDialog};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::import::Refused;

/// A button that asks for a file.
#[component]
pub fn ImportButton(
    /// Its words.
    #[prop(default = "Import")]
    label: &'static str,
) -> impl IntoView {
    let refused = RwSignal::new(None::<Refused>);
    let on_files = take(use_desk(), refused);
    view! {
        <FileButton label what="Files to import" accept=".json,application/json" on_files/>
        <RefusedDialog refused/>
    }
}

/// The part of the page on which files can be dropped.
#[component]
pub fn DropZone(
    /// The page.
    children: Children,
) -> impl IntoView {
    let refused = RwSignal::new(None::<Refused>);
    let on_files = take(use_desk(), refused);
    view! { <DropArea on_files>{children()}<RefusedDialog refused/></DropArea> }
}

/// Hands the files over to be read.
fn take(desk: Desk, refused: RwSignal<Option<Refused>>) -> Callback<Vec<File>> {
    Callback::new(move |files| with_remainder(desk, move |remainder| (remainder.import)(desk, refused, files)))
}
