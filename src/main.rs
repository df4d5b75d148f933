//! `rollcall-web`: mounts the app.
use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| view! { <main><h1>"Rollcall"</h1></main> });
}
