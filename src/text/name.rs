//! What is said where a name is still to be given.

/// A name as it is read out and listed, or what stands for it while it is blank.
#[must_use]
pub fn named(name: &str, otherwise: &str) -> String {
    if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() }
}
