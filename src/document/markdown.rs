//! A document as Markdown, in the dialect with tables that GitHub and most others read.

use super::Document;
use super::block::{Align, Block, Callout, Changes, Difference, Fact, List, SignatureStanding, Signatures, Table};
use super::inline::{Address, Span, Status, Text};
use crate::text::day;

/// The document as Markdown.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut parts = vec![format!("# {}: {}", document.title, escaped(&document.subtitle)), title_facts(document)];
    parts.extend(document.blocks.iter().map(block).filter(|part| !part.is_empty()));
    parts.join("\n\n") + "\n"
}

fn title_facts(document: &Document) -> String {
    let version = if document.version.is_empty() { "none yet".to_owned() } else { code(&document.version) };
    [
        format!("- **For:** {}", document.audience),
        format!("- **As of:** {}", day(document.as_of)),
        format!("- **Version:** {version}"),
        format!("- **Revision:** {}", code(&document.revision())),
    ]
    .join("\n")
}

fn block(of: &Block) -> String {
    match of {
        Block::Heading(heading) => {
            format!("{} {}", "#".repeat(usize::from(heading.depth.level())), escaped_at(&heading.text, false))
        }
        Block::Paragraph(text) => inline(text, "\\\n"),
        Block::Note(text) => format!("*Note.* {}", inline(text, "\\\n")),
        Block::Facts(facts) => facts.iter().map(fact).collect::<Vec<_>>().join("\n"),
        Block::Table(of) => table(of),
        Block::Figure(of) => format!("**{}**\n\n{}", escaped(&of.caption), table(&of.table)),
        Block::List(of) => list(of),
        Block::Callout(of) => callout(of),
        Block::Verdict(verdict) => {
            format!("> **{}**\\\n> {}", status(&verdict.status), escaped(&verdict.sentence))
        }
        Block::Signatures(of) => signatures(of),
        Block::Changes(of) => changes(of),
    }
}

fn fact(of: &Fact) -> String {
    format!("- **{}:** {}", of.name, inline(&of.value, "<br>"))
}

fn list(of: &List) -> String {
    let bullet = |at: usize| if of.ordered { format!("{}.", at + 1) } else { "-".to_owned() };
    let items = of.items.iter().enumerate();
    items.map(|(at, item)| format!("{} {}", bullet(at), inline(item, "<br>"))).collect::<Vec<_>>().join("\n")
}

fn callout(of: &Callout) -> String {
    format!("> **{}**\\\n> {}", status(&of.status), inline(&of.text, "\\\n> "))
}

fn table(of: &Table) -> String {
    let header = of.columns().iter().map(|column| column.title.to_owned());
    let rule = of.columns().iter().map(|column| match column.align {
        Align::Start => "---".to_owned(),
        Align::End => "--:".to_owned(),
    });
    let rows = of.rows().iter().map(|cells| row(cells.iter().map(cell)));
    [row(header), row(rule)].into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(of: &Text) -> String {
    inline(of, "<br>")
}

fn signatures(of: &Signatures) -> String {
    let header = ["Role", "Name", "Date", "Digest", "Standing"].map(str::to_owned).into_iter();
    let rule = ["---"; 5].map(str::to_owned).into_iter();
    let rows = of.lines.iter().map(|line| {
        let open = line.standing == SignatureStanding::Open;
        // Where nobody signed, there is room for a hand.
        let name = if open { format!("{} ____________", escaped(&line.name)) } else { escaped(&line.name) };
        let on = if open { "____________".to_owned() } else { escaped(&line.on) };
        let digest = if line.digest.is_empty() { String::new() } else { code(&line.digest) };
        row([escaped(&line.role), name.trim().to_owned(), on, digest, status(&line.standing.status())].into_iter())
    });
    let table: Vec<String> = [row(header), row(rule)].into_iter().chain(rows).collect();
    format!("{}\n\n{}", inline(&of.statement, "\\\n"), table.join("\n"))
}

fn changes(of: &Changes) -> String {
    let mut lines: Vec<String> = of.changes.iter().map(difference).collect();
    lines.extend(of.further_in_words().map(|words| format!("- {words}")));
    format!("{}\n\n{}", escaped(&of.since), lines.join("\n"))
}

fn difference(of: &Difference) -> String {
    let said = |text: &Text| inline(text, "<br>");
    let words = match (&of.before, &of.after) {
        (Some(before), Some(after)) => format!("was {}; is {}", said(before), said(after)),
        (Some(before), None) => format!("was {}; is gone", said(before)),
        (None, Some(after)) => format!("new: {}", said(after)),
        (None, None) => "changed".to_owned(),
    };
    format!("- **{}:** {words}", escaped(&of.place))
}

/// A text on one line of Markdown; `line_break` stands between its own lines.
fn inline(of: &Text, line_break: &str) -> String {
    let mut written = String::new();
    for span in &of.0 {
        match span {
            Span::Plain(words) => written.push_str(&escaped_at(words, at_start(&written))),
            Span::Strong(words) => written.push_str(&format!("**{}**", escaped(words))),
            Span::Mono(words) => written.push_str(&code(words)),
            Span::Status(of) => written.push_str(&status(of)),
            Span::Link(address) => written.push_str(&link(address)),
            Span::Break => written.push_str(line_break),
        }
    }
    written
}

fn status(of: &Status) -> String {
    format!("{} {}", of.mark.glyph(), escaped(&of.word))
}

fn at_start(written: &str) -> bool {
    written.is_empty() || written.ends_with('\n') || written.ends_with("\n> ")
}

/// Words that mean nothing but themselves, wherever they stand.
fn escaped(words: &str) -> String {
    escaped_at(words, true)
}

fn escaped_at(words: &str, at_start: bool) -> String {
    let mut written = String::with_capacity(words.len());
    // A number with a dot or a bracket starts a list only at the start of a line.
    let mut number = at_start;
    for (at, letter) in words.char_indices() {
        match letter {
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '&' => written.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => written.extend(['\\', letter]),
            '+' | '-' | '=' if at == 0 && at_start => written.extend(['\\', letter]),
            '.' | ')' if number && at > 0 => written.extend(['\\', letter]),
            '\r' | '\n' => written.push(' '),
            other => written.push(other),
        }
        number = number && letter.is_ascii_digit();
    }
    written
}

/// Words as code, fenced with more backticks than they hold. A pipe would end a table's cell even within code, and some
/// programs look for markup in it: words with these stay plain.
fn code(words: &str) -> String {
    if words.contains(['|', '<']) {
        return escaped(words);
    }
    let longest = words.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let room = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
    format!("{fence}{room}{words}{room}{fence}")
}

fn link(address: &Address) -> String {
    let plain = address.as_str().replace('<', "%3C").replace('>', "%3E").replace('|', "%7C");
    format!("<{plain}>")
}
