//! Sorting agrees with the standard library, for lists of any length and with equal entries in any number.

use proptest::collection::vec;
use proptest::prelude::*;
use rollcall::order;

proptest! {
    #[test]
    fn it_sorts_as_the_standard_library_does(entries in vec((0..6_u8, any::<u16>()), 0..80)) {
        let key = |entry: &(u8, u16)| entry.0;
        let mut expected = entries.clone();
        expected.sort_by_key(key);
        let mut sorted = entries.clone();
        order::sort_by_key(&mut sorted, key);
        prop_assert_eq!(&sorted, &expected, "what is equal stays in its order");
        let mut sorted = entries.clone();
        order::sort_by_cached_key(&mut sorted, key);
        prop_assert_eq!(&sorted, &expected);
        let mut sorted = entries.clone();
        order::sort_by(&mut sorted, |one, other| other.0.cmp(&one.0));
        let mut backwards = entries.clone();
        backwards.sort_by_key(|entry| std::cmp::Reverse(entry.0));
        prop_assert_eq!(sorted, backwards);
        let (mut sorted, mut expected) = (entries.clone(), entries);
        order::sort(&mut sorted);
        expected.sort();
        prop_assert_eq!(sorted, expected);
    }
}
