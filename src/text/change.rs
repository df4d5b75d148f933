//! What changed since a signature, in words.

/// The way to a change in words: "Waves › Pilot › Start".
#[must_use]
pub fn path_in_words(path: &[String]) -> String {
    path.iter().map(|step| word_for(step)).collect::<Vec<_>>().join(" › ")
}

/// A member's name as people read it. What is no member's name, such as a title, stays as it is.
#[must_use]
pub fn word_for(step: &str) -> String {
    let is_key = step.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    if !is_key {
        return step.to_owned();
    }
    let spaced = step.replace('_', " ").replace("back out", "back-out").replace("rfcs", "RFCs");
    let mut letters = spaced.chars();
    letters.next().map(|first| format!("{}{}", first.to_uppercase(), letters.as_str())).unwrap_or_default()
}
