//! Names that a file gives, fit to be shown.

/// The longest name that is kept. A test may be named by all its arguments.
const MAX_CHARS: usize = 200;

/// A name without what acts on a screen instead of being read there, and cut where it is endless.
pub(super) fn shown(name: &str) -> String {
    let plain = |c: char| if acts(c) { ' ' } else { c };
    let mut chars = name.trim_end().chars().map(plain).skip_while(|c| c.is_whitespace());
    let mut short: String = chars.by_ref().take(MAX_CHARS).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

/// Control characters, and those that turn the direction of what follows.
fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
