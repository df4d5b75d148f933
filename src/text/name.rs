//! What is said where a name is still to be given, and where one begins a line.

/// A name as it is read out and listed, or what stands for it while it is blank.
#[must_use]
pub fn named(name: &str, otherwise: &str) -> String {
    if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() }
}

/// Words as they begin a line.
#[must_use]
pub fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
