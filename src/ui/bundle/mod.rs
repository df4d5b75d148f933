//! Parts of the app that are fetched when they are needed, each from a file of its own: a *bundle* is the functions that
//! the rest reaches such a part through.
//!
//! The list of releases is there from the start. Everything else comes with [`Remainder`]; and the pages that opening a
//! release does not wait for with [`Pages`]. The release build cuts the program at the
//! functions in each file's `cut`: whatever only the functions named there reach is in the bundle's file, and what several
//! need in a file that comes with each of them. A build without the cut, as on a native target, holds everything at once.

mod pages;
mod remainder;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

pub use self::pages::{Pages, SectionPage};
pub use self::remainder::Remainder;
use super::desk::Desk;
use super::pages::NotFetched;

/// How long after a release was opened the other pages are fetched unasked: its own comes first.
const AT_REST: Duration = Duration::from_secs(2);

/// Something that goes on while the page is used.
pub type Task<Output = ()> = Pin<Box<dyn Future<Output = Output>>>;

/// A part of the app in a file of its own.
pub trait Bundle: Copy + Send + Sync + 'static {
    /// Where the desk keeps it.
    fn slot(bundles: Bundles) -> RwSignal<Fetch<Self>>;

    /// Fetches it. Once it is there, this takes no time.
    fn fetched() -> Task<Result<Self, SplitLoaderError>>;
}

/// How far fetching a bundle has come.
#[derive(Clone, Copy, Default)]
pub enum Fetch<B> {
    /// It has not begun, or is under way.
    #[default]
    Waiting,
    /// It is there.
    There(B),
    /// It could not be had: no connection, or a newer version has taken the place of this one on the server.
    Failed,
}

/// The bundles, each as far as it has come.
#[derive(Clone, Copy)]
pub struct Bundles {
    remainder: RwSignal<Fetch<Remainder>>,
    pages: RwSignal<Fetch<Pages>>,
}

impl Bundles {
    /// None of them is there yet.
    #[must_use]
    pub fn new() -> Self {
        Self { remainder: RwSignal::new(Fetch::Waiting), pages: RwSignal::new(Fetch::Waiting) }
    }

    /// Whether a bundle is there. Follows it.
    #[must_use]
    pub fn has<B: Bundle>(self) -> bool {
        B::slot(self).with(|fetch| matches!(fetch, Fetch::There(_)))
    }
}

/// Fetches a bundle unless it is there.
pub async fn fetch<B: Bundle>(desk: Desk) -> Option<B> {
    let slot = B::slot(desk.bundles);
    if let Fetch::There(there) = slot.get_untracked() {
        return Some(there);
    }
    match B::fetched().await {
        Ok(there) => {
            keep(desk, there);
            Some(there)
        }
        Err(_) => {
            slot.set(Fetch::Failed);
            None
        }
    }
}

/// Fetches a bundle, once more where that has failed before.
pub async fn again<B: Bundle>(desk: Desk) {
    let slot = B::slot(desk.bundles);
    if matches!(slot.get_untracked(), Fetch::Failed) {
        slot.set(Fetch::Waiting);
    }
    // What came of it is in the signal.
    let _ = fetch::<B>(desk).await;
}

/// Does something that takes the greater part of the app, once it is there.
pub fn with_remainder(desk: Desk, act: impl FnOnce(Remainder) -> Task + 'static) {
    let act: Box<dyn FnOnce(Remainder) -> Task> = Box::new(act);
    spawn_local(async move {
        match fetch::<Remainder>(desk).await {
            Some(remainder) => act(remainder).await,
            None => desk.toasts.say("The rest of Rollcall could not be loaded. Check the connection and try again."),
        }
    });
}

/// What a bundle shows, or what stands there until it is fetched. `around` gives that its frame.
pub fn from_bundle<B: Bundle>(
    desk: Desk,
    around: fn(AnyView) -> AnyView,
    draw: impl Fn(B) -> AnyView + Send + 'static,
) -> AnyView {
    spawn_local(again::<B>(desk));
    let slot = B::slot(desk.bundles);
    let page = move || match slot.get() {
        Fetch::Waiting => around(view! { <p class="soft" role="status">"Opening the page"</p> }.into_any()),
        Fetch::There(there) => draw(there),
        Fetch::Failed => {
            let again = Callback::new(move |()| spawn_local(again::<B>(desk)));
            around(view! { <NotFetched again/> }.into_any())
        }
    };
    page.into_any()
}

/// Fetches the other pages of a release once the one that is open has come to rest: nothing is missing then when the
/// connection is. Nobody waits for it; whoever asks for a page that did not come hears of it.
pub fn fetch_at_rest(desk: Desk) {
    let fetch = move || {
        spawn_local(async move {
            if let Ok(there) = Pages::fetched().await {
                keep(desk, there);
            }
        });
    };
    set_timeout(fetch, AT_REST);
}

/// Several may wait for a bundle at the same time. What it shows is made when the first of them has it, and only then.
fn keep<B: Bundle>(desk: Desk, there: B) {
    let slot = B::slot(desk.bundles);
    if !matches!(slot.get_untracked(), Fetch::There(_)) {
        slot.set(Fetch::There(there));
    }
}
