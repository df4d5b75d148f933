//! What stands in the margins of every printed page.

use std::fmt::Write;

use super::Document;
use crate::text::day;

/// The rules of `@page` that put title, day, revision and audience on every page. Plan text in them is escaped.
///
/// They are for a constructed style sheet or a `style` element. "Page x of y" is the same for all and stands there too.
#[must_use]
pub fn page_rules(document: &Document) -> String {
    let left = format!("{} · {}", document.title, document.subtitle);
    let right = format!("As of {} · {}", day(document.as_of), document.revision());
    let foot = format!("For: {}", document.audience);
    let margin = |place: &str, content: &str| format!("@{place}{{font:8pt sans-serif;color:#555;content:{content}}}");
    let mut rules = String::from("@page{margin:18mm;");
    for (place, text) in [("top-left", left), ("top-right", right), ("bottom-left", foot)] {
        rules.push_str(&margin(place, &quoted(&text)));
    }
    rules.push_str(&margin("bottom-right", "\"Page \" counter(page) \" of \" counter(pages)"));
    rules.push('}');
    rules
}

/// A CSS string. Everything but letters, digits and blanks goes in as its number, so that nothing ends it early. The blank
/// after a number belongs to it; the one that stood there follows.
fn quoted(text: &str) -> String {
    let mut css = String::from("\"");
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == ' ' {
            css.push(letter);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(css, "\\{:06x} ", u32::from(letter));
        }
    }
    css.push('"');
    css
}
