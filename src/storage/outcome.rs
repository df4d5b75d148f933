//! A value that is promised now and arrives later, on the same thread: the bridge from callbacks to futures.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The future end: waits for the value. `None` where the other end was dropped without giving one.
#[derive(Debug)]
pub struct Promised<T>(Rc<RefCell<State<T>>>);

/// The giving end.
#[derive(Debug)]
pub struct Outcome<T>(Rc<RefCell<State<T>>>);

#[derive(Debug)]
struct State<T> {
    value: Option<T>,
    waker: Option<Waker>,
    given_up: bool,
}

/// A promise and the end that keeps it.
#[must_use]
pub fn outcome<T>() -> (Outcome<T>, Promised<T>) {
    let state = Rc::new(RefCell::new(State { value: None, waker: None, given_up: false }));
    (Outcome(Rc::clone(&state)), Promised(state))
}

impl<T> Outcome<T> {
    /// Gives the value.
    pub fn give(self, value: T) {
        self.0.borrow_mut().value = Some(value);
        // Dropping `self` wakes the other end.
    }
}

impl<T> Drop for Outcome<T> {
    fn drop(&mut self) {
        let mut state = self.0.borrow_mut();
        state.given_up = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> Future for Promised<T> {
    type Output = Option<T>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let mut state = self.0.borrow_mut();
        if state.value.is_some() || state.given_up {
            return Poll::Ready(state.value.take());
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }
}
