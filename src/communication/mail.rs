//! A message as a mail that somebody's own program sends.

use crate::plan::{Message, Release};

/// The mail addresses of the people whom a message names, each once.
#[must_use]
pub fn mail_addresses<'a>(message: &Message, release: &'a Release) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for person in message.people.iter().filter_map(|id| release.people.get(*id)) {
        if let Some(address) = address(&person.contact).filter(|address| !found.contains(address)) {
            found.push(address);
        }
    }
    found
}

/// The `mailto:` link that opens a mail with these recipients, subject and text.
#[must_use]
pub fn mailto(to: &[&str], subject: &str, body: &str) -> String {
    let to: Vec<String> = to.iter().map(|address| encoded(address, "@")).collect();
    // A line of a mail ends with carriage return and line feed.
    let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
    let body: String = body.lines().collect::<Vec<_>>().join("\r\n");
    format!("mailto:{}?subject={}&body={}", to.join(","), encoded(&subject, ""), encoded(&body, ""))
}

/// The first mail address in what somebody wrote down as contact.
fn address(contact: &str) -> Option<&str> {
    let words = contact.split(|letter: char| letter.is_whitespace() || ",;<>()\"".contains(letter));
    let plain = words.map(|word| {
        let scheme = word.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
        scheme.map_or(word, |scheme| word.get(scheme.len()..).unwrap_or_default()).trim_end_matches('.')
    });
    plain.into_iter().find(|word| {
        let parts: Vec<&str> = word.split('@').collect();
        matches!(parts.as_slice(), [name, host] if !name.is_empty() && host.len() > 2 && host.contains('.')
            && !host.starts_with('.') && !word.contains(['?', '&', '/', ':']))
    })
}

/// Every byte that is no letter, digit or one of a few marks is written as its number.
fn encoded(text: &str, also: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || "-._~".contains(letter) || also.contains(letter) {
            written.push(letter);
        } else {
            written.push('%');
            for nibble in [byte >> 4, byte & 15] {
                written.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    written
}
