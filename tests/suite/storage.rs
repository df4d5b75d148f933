//! What is stored, when, and what is said of it.

mod autosave;
mod contract;
mod drafts;
mod settings;
mod shelves;
mod tabs;
mod when;

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs a future that never waits for anything outside itself.
fn now_or_never<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future waits for something"),
    }
}
