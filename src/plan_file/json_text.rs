//! From bytes to a JSON value.

use serde_json::Value;

use super::envelope::BACKUP_FORMAT;
use super::error::PlanFileError;

/// The largest plan that is read. A plan of a thousand entries has less than a hundredth of it.
pub const MAX_BYTES: u64 = 20_000_000;

/// The largest backup that is read: it must hold all the plans that somebody has.
pub const MAX_BACKUP_BYTES: u64 = 200_000_000;

/// Refuses a file by its size alone, before it is read into memory.
///
/// # Errors
/// [`PlanFileError::TooLarge`] where it is larger than any backup. [`open`](super::open()) looks at plans more closely.
pub fn check_size(bytes: u64) -> Result<(), PlanFileError> {
    within(bytes, MAX_BACKUP_BYTES)
}

/// The JSON in a file.
pub(super) fn parse_file(bytes: &[u8]) -> Result<Value, PlanFileError> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    within(size, limit(bytes))?;
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(PlanFileError::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| PlanFileError::NotUtf8 { at: error.valid_up_to() })?;
    parse(text)
}

/// The JSON in a text. Some editors put a byte order mark before it.
pub(super) fn parse(text: &str) -> Result<Value, PlanFileError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(PlanFileError::Empty);
    }
    serde_json::from_str(text).map_err(|error| explain(text, &error))
}

/// Backups name their format at the start. Anything else is held to the size of a plan.
fn limit(bytes: &[u8]) -> u64 {
    let head = bytes.get(..200).unwrap_or(bytes);
    let is_backup = head.windows(BACKUP_FORMAT.len()).any(|window| window == BACKUP_FORMAT.as_bytes());
    if is_backup { MAX_BACKUP_BYTES } else { MAX_BYTES }
}

fn within(size: u64, limit: u64) -> Result<(), PlanFileError> {
    if size > limit { Err(PlanFileError::TooLarge { size, limit }) } else { Ok(()) }
}

/// What the parser says, and what people say. The rest of what it says is plain enough.
const REASONS: &[(&str, &str)] = &[
    ("expected value", "a value was expected: a text in double quotes, a number, true, false, null, {…} or […]"),
    ("expected ident", "true, false or null was expected"),
    ("key must be a string", "the name of a member was expected, in double quotes"),
    ("trailing comma", "nothing follows after the comma"),
    ("trailing characters", "something follows after the end of the plan"),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        "a line break or another control character stands in a text; it is written \\n or \\u0000 to \\u001F",
    ),
    ("invalid escape", "nothing is written with a \\ and this letter"),
    ("number out of range", "the number is too large"),
    ("recursion limit exceeded", "lists and objects are nested deeper than in any plan"),
];

fn explain(text: &str, error: &serde_json::Error) -> PlanFileError {
    let (line, column) = match (error.line(), error.column()) {
        // At a line break the parser is already on the next line, before its first column.
        (line @ 2.., 0) => (line - 1, text.split('\n').nth(line - 2).map_or(1, |before| before.len() + 1)),
        at => at,
    };
    if let Some((line, column)) = lone_surrogate(text).filter(|at| *at <= (line, column)) {
        return PlanFileError::LoneSurrogate { line, column };
    }
    let reason = if error.is_eof() {
        "the text ends before the plan does; it was probably cut off".to_owned()
    } else {
        let whole = error.to_string();
        let reason = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(reason, _)| reason);
        let known = REASONS.iter().find(|(name, _)| *name == reason);
        known.map_or_else(|| reason.replace('`', "\""), |(_, words)| (*words).to_owned())
    };
    PlanFileError::NotJson { line, column, reason }
}

/// Line and column of the first escape for half a character that has no other half.
fn lone_surrogate(text: &str) -> Option<(usize, usize)> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        let Some((_, 'u')) = chars.next() else { continue };
        match escaped(text, at) {
            Some(0xDC00..=0xDFFF) => return Some(line_and_column(text, at)),
            Some(0xD800..=0xDBFF) => {
                if !matches!(escaped(text, at + 6), Some(0xDC00..=0xDFFF)) {
                    return Some(line_and_column(text, at));
                }
                // Its other half is part of it.
                chars.nth(9);
            }
            _ => {}
        }
    }
    None
}

/// The code of a `\uXXXX` escape at this byte.
fn escaped(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at.checked_add(6)?)?.strip_prefix("\\u")?;
    u32::from_str_radix(digits, 16).ok()
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.split('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().len() + 1;
    (line, column)
}
