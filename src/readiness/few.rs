//! Several names in a row, of which the first few are said.

/// How many names are said before the rest is only counted.
const SAID: usize = 3;

/// The first names of several, and how many more there are: "Pilot, Rest, Kiel and 2 more".
#[must_use]
pub fn few<T: AsRef<str>>(names: &[T]) -> String {
    let said = names.iter().take(SAID).map(|name| match name.as_ref().trim() {
        "" => "(no name)",
        name => name,
    });
    let said: Vec<&str> = said.collect();
    match (said.as_slice(), names.len().saturating_sub(SAID)) {
        ([first @ .., last], 0) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        (said, 0) => said.concat(),
        (said, further) => format!("{} and {further} more", said.join(", ")),
    }
}
