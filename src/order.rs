//! Sorting, compiled once for whatever is sorted.
//!
//! The sort of the standard library is compiled anew for each type that is sorted: some four kilobytes of program each time,
//! for lists of a few dozen entries. Here positions are sorted, by a comparison that is called through a pointer, and the
//! entries are then moved to their places.

use std::cmp::Ordering;

/// Sorts a list, leaving what compares equal in its order.
pub fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    arrange(places, &mut |one, other| list.swap(one, other));
}

/// Entries put into a map or a set one by one. A map of the standard library that is collected sorts what it is given first.
pub fn gathered<M: Default + Extend<E>, E>(entries: impl IntoIterator<Item = E>) -> M {
    let mut all = M::default();
    all.extend(entries);
    all
}

/// Sorts a list by what is worked out of each entry, leaving what compares equal in its order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts a list by a key that takes some work, and is worked out once for each entry.
pub fn sort_by_cached_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    let places = places(list.len(), &|one, other| keys.get(one).cmp(&keys.get(other)));
    arrange(places, &mut |one, other| list.swap(one, other));
}

/// Sorts a list of things that have an order of their own.
pub fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// For each place of a sorted list, the position before of what belongs there.
fn places(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Moves everything to its place, by swaps.
fn arrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        // Round the circle of places in which each takes what the next one has.
        let mut at = start;
        while let Some(slot) = places.get_mut(at) {
            let next = std::mem::replace(slot, at);
            if next == start || next == at {
                break;
            }
            swap(at, next);
            at = next;
        }
    }
}
