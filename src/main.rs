//! `rollcall-web`: mounts the app.

fn main() {
    rollcall::ui::set_hook();
    leptos::mount::mount_to_body(rollcall::ui::App);
}
