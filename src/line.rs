//! Words on one line, without what nobody can see.

/// The words on one line: white space collapsed, control characters left out. Empty where there is nothing to see.
#[must_use]
pub fn one_line(words: &str) -> String {
    let visible: String = words.chars().filter(|letter| letter.is_whitespace() || !is_hidden(*letter)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character only steers how others are shown. Those that turn the direction of writing round could make a
/// status read otherwise than it stands there.
fn is_hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
