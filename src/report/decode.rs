//! From bytes to text, and where in the text something stands.

use std::borrow::Cow;

use super::error::ReportError;

/// The largest report that is read. The report of ten thousand tests with their output stays well below it.
pub const MAX_BYTES: u64 = 20_000_000;

/// Refuses a file by its size alone, before it is read into memory.
///
/// # Errors
/// [`ReportError::TooLarge`].
pub fn check_size(bytes: u64) -> Result<(), ReportError> {
    if bytes > MAX_BYTES { Err(ReportError::TooLarge { size: bytes, limit: MAX_BYTES }) } else { Ok(()) }
}

/// The text in a file, without the byte order mark that some tools put before it.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ReportError> {
    check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        _ => {
            let text = std::str::from_utf8(bytes).map_err(|error| ReportError::NoText { at: error.valid_up_to() })?;
            Ok(Cow::Borrowed(text.strip_prefix('\u{FEFF}').unwrap_or(text)))
        }
    }
}

/// UTF-16 after its byte order mark: what Windows tools write when their output is sent to a file.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReportError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text: Result<String, _> = char::decode_utf16(pairs.iter().copied().map(unit)).collect();
    match text {
        Ok(text) if rest.is_empty() => Ok(text),
        _ => Err(ReportError::HalfUtf16),
    }
}

/// Line and column of a byte of a text, both from 1. Columns count characters.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let line = before.split(|byte| *byte == b'\n').count();
    let last = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    // All bytes of a character but its first begin with the bits 10.
    (line, last.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1)
}
