//! A document as one HTML page that needs nothing else: no script, no address, no file beside it.

use super::block::{
    Block, Callout, Changes, Difference, Fact, Heading, List, SignatureLine, SignatureStanding, Signatures, Table,
    VerdictBlock, Width,
};
use super::drawing::{Drawing, Figure, LETTERS, Shape, points};
use super::inline::{Span, Status, Text};
use super::{Document, page_rules};
use crate::text::day;

/// The sprite with the shape of each mark.
const SPRITE: &str = include_str!("../../public/icons/marks.svg");

/// What a page needs to be read without any other style sheet. It lies in a layer below every other style.
const BASE: &str = "\
@layer document{\
.document{max-width:210mm;margin:0 auto;padding:min(18mm,6vw);color:#000;background:#fff;font:10.5pt/1.45 Georgia,serif}\
@media print{.document{max-width:none;padding:0}}\
h1,h2,h3,thead,.kind{break-after:avoid}\
table{width:100%;border-collapse:collapse;font:9pt/1.35 sans-serif}\
th,td{padding:.35em .7em .35em 0;border-bottom:.5pt solid #aaa;text-align:start;vertical-align:top}\
.number{text-align:end}.tight,.number{white-space:nowrap}\
tr,.keep,.signature,.change{break-inside:avoid}thead{display:table-header-group}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3em 1.5em}dt{color:#555}dd{margin:0}\
.status{white-space:nowrap}.mark{width:.95em;height:.95em;vertical-align:-.1em}.verdict.large{font:600 20pt sans-serif}\
.signatures{display:grid;grid-template-columns:repeat(auto-fill,minmax(52mm,1fr));gap:8mm}\
.signature-name{min-height:3em;border-bottom:1px solid #000;align-content:end}.signature p{margin:.2em 0}\
.callout,.change{border-inline-start:2px solid #555;padding-inline-start:1em}.change :is(del,ins){display:block}\
.figure{margin:0 0 1em}figcaption{font:9pt/1.35 sans-serif}.drawing{width:100%;height:auto;font-family:sans-serif}\
.figure{container:figure/inline-size}.drawing.narrow{display:none;max-width:27rem}\
@media screen{@container figure (max-width:36rem){.drawing.wide{display:none}.drawing.narrow{display:block}}}\
.drawing text{stroke:#fff;stroke-width:5px;paint-order:stroke}.drawing polyline{fill:none}.stroke-grid{stroke:#ddd}.stroke-main{stroke:#245;stroke-width:4}\
.stroke-second{stroke:#777;stroke-width:4;stroke-dasharray:12 6}\
.stroke-soft{stroke:#888;stroke-width:3}\
.stroke-bound{stroke:#a22;stroke-width:3;stroke-dasharray:4 6}\
.fill-grid{fill:#ddd}.fill-main{fill:#245}.fill-second{fill:#888}.fill-soft{fill:#ccd}.fill-bound{fill:#a22}\
code,.digest{font-family:monospace;font-size:.92em;overflow-wrap:anywhere}.note{font-size:9pt}\
}";

/// What the page may load: nothing but its own style.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as a complete page, with this style sheet in it.
#[must_use]
pub fn html(document: &Document, css: &str) -> String {
    let mut page = Page::default();
    page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").text(POLICY).raw("\">\n");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    page.text(&format!("{}: {}", document.title, document.subtitle)).raw("</title>\n<style>\n");
    page.raw(BASE).raw("\n").raw(&within_style(css)).raw("\n").raw(&within_style(&page_rules(document)));
    page.raw("\n</style>\n</head>\n<body>\n").raw(&sprite()).raw("<article class=\"document\">\n");
    page.title_block(document);
    for block in &document.blocks {
        page.block(block);
    }
    page.raw("</article>\n</body>\n</html>\n");
    page.0
}

/// A style sheet that cannot end the element it stands in.
fn within_style(css: &str) -> String {
    css.replace("</", "<\\/")
}

/// The marks of the sprite, without its icons.
fn sprite() -> String {
    let marks = SPRITE.lines().filter(|line| line.starts_with("<symbol id=\"mark-"));
    let marks: String = marks.collect::<Vec<_>>().join("\n");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" aria-hidden=\"true\">\n{marks}\n</svg>\n"
    )
}

/// A page while it is being written.
#[derive(Default)]
struct Page(String);

impl Page {
    /// Markup of ours.
    fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Words, with everything escaped that means something in HTML.
    fn text(&mut self, words: &str) -> &mut Self {
        for letter in words.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                other => self.0.push(other),
            }
        }
        self
    }

    /// Words in an element of ours.
    fn element(&mut self, open: &str, words: &str, close: &str) -> &mut Self {
        self.raw(open).text(words).raw(close)
    }

    fn inline(&mut self, text: &Text) -> &mut Self {
        for span in &text.0 {
            match span {
                Span::Plain(words) => self.text(words),
                Span::Strong(words) => self.element("<strong>", words, "</strong>"),
                Span::Mono(words) => self.element("<code>", words, "</code>"),
                Span::Status(status) => self.status(status, "status"),
                Span::Link(address) => {
                    self.element("<a rel=\"noopener noreferrer\" href=\"", address.as_str(), "\">");
                    self.element("", address.as_str(), "</a>")
                }
                Span::Break => self.raw("<br>"),
            };
        }
        self
    }

    fn status(&mut self, status: &Status, class: &str) -> &mut Self {
        self.raw("<span class=\"").raw(class).raw(" ").raw(status.mark.role()).raw("\">");
        self.raw("<svg class=\"mark\" width=\"16\" height=\"16\" aria-hidden=\"true\"><use href=\"#");
        self.raw(status.mark.symbol()).raw("\"/></svg> ");
        self.element("", &status.word, "</span>")
    }

    fn title_block(&mut self, document: &Document) {
        self.element("<header class=\"title-block\">\n<p class=\"kind\">", document.title, "</p>\n");
        self.element("<h1>", &document.subtitle, "</h1>\n<dl class=\"facts\">\n");
        for (name, value) in [
            ("For", document.audience),
            ("As of", &day(document.as_of)),
            ("Version", if document.version.is_empty() { "none yet" } else { &document.version }),
            ("Revision", &document.revision()),
        ] {
            self.element("<div><dt>", name, "</dt><dd>").element("", value, "</dd></div>\n");
        }
        self.raw("</dl>\n</header>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => self.paragraph("<p>", text),
            Block::Note(text) => self.paragraph("<p class=\"note\">", text),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::List(list) => self.list(list),
            Block::Callout(callout) => self.callout(callout),
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::Changes(changes) => self.changes(changes),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.depth.level().to_string();
        self.raw("<h").raw(&level).raw(" id=\"").text(&heading.id).raw("\">");
        self.element("", &heading.text, "</h").raw(&level).raw(">\n");
    }

    fn paragraph(&mut self, open: &str, text: &Text) {
        self.raw(open).inline(text).raw("</p>\n");
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.raw(if facts.len() <= 6 { "<dl class=\"facts keep\">\n" } else { "<dl class=\"facts\">\n" });
        for fact in facts {
            self.element("<dt>", fact.name, "</dt><dd>").inline(&fact.value).raw("</dd>\n");
        }
        self.raw("</dl>\n");
    }

    fn table(&mut self, table: &Table) {
        let keep = if table.keep_together() { " class=\"keep\"" } else { "" };
        self.raw("<div class=\"table-scroll\"><table").raw(keep).raw(">\n<colgroup>");
        for column in table.columns() {
            self.raw(if column.width == Width::Wide { "<col class=\"wide\">" } else { "<col>" });
        }
        self.raw("</colgroup>\n<thead><tr>");
        for column in table.columns() {
            self.raw("<th scope=\"col\" class=\"").raw(column.class()).element("\">", column.title, "</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in table.rows() {
            self.raw("<tr>");
            for (column, cell) in table.columns().iter().zip(row) {
                self.raw("<td class=\"").raw(column.class()).raw("\">").inline(cell).raw("</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table></div>\n");
    }

    fn figure(&mut self, figure: &Figure) {
        self.raw("<figure class=\"figure keep\">\n");
        for (class, drawing) in figure.drawings() {
            self.drawing(class, drawing, &figure.caption);
        }
        self.element("<figcaption>", &figure.caption, "</figcaption>\n</figure>\n");
        self.table(&figure.table);
    }

    fn drawing(&mut self, class: &str, drawing: &Drawing, caption: &str) {
        let size = format!("font-size=\"{LETTERS}\" viewBox=\"0 0 {} {}\"", drawing.width, drawing.height);
        self.raw("<svg class=\"").raw(class).raw("\" role=\"img\" ").raw(&size);
        self.element(" aria-label=\"", caption, "\">\n");
        for shape in &drawing.shapes {
            self.shape(shape);
        }
        self.raw("</svg>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { points: of, tone } => {
                let (class, at) = (tone.stroke(), points(of));
                self.raw(&format!("<polyline class=\"{class}\" points=\"{at}\"/>\n"))
            }
            Shape::Area { points: of, tone } => {
                let (class, at) = (tone.fill(), points(of));
                self.raw(&format!("<polygon class=\"{class}\" points=\"{at}\"/>\n"))
            }
            Shape::Bar { at: (x, y), size: (width, height), tone } => {
                let class = tone.fill();
                let rect = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\"");
                self.raw(&format!("<rect class=\"{class}\" {rect}/>\n"))
            }
            Shape::Dot { at: (x, y), tone } => {
                let class = tone.fill();
                self.raw(&format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"7\"/>\n"))
            }
            Shape::Label { at: (x, y), side, words } => {
                self.raw(&format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{}\">", side.anchor()));
                self.element("", words, "</text>\n")
            }
        };
    }

    fn list(&mut self, list: &List) {
        let (open, close) = if list.ordered { ("<ol>\n", "</ol>\n") } else { ("<ul>\n", "</ul>\n") };
        self.raw(open);
        for item in &list.items {
            self.raw("<li>").inline(item).raw("</li>\n");
        }
        self.raw(close);
    }

    fn callout(&mut self, callout: &Callout) {
        self.raw("<aside class=\"callout keep ").raw(callout.status.mark.role()).raw("\"><p>");
        self.status(&callout.status, "status").raw("</p>");
        self.paragraph("<p>", &callout.text);
        self.raw("</aside>\n");
    }

    fn verdict(&mut self, verdict: &VerdictBlock) {
        self.raw("<div class=\"keep\"><p>").status(&verdict.status, "verdict large");
        self.element("</p>\n<p>", &verdict.sentence, "</p></div>\n");
    }

    fn signatures(&mut self, signatures: &Signatures) {
        self.raw("<div class=\"keep\">").paragraph("<p>", &signatures.statement);
        self.raw("<div class=\"signatures\">\n");
        for line in &signatures.lines {
            self.signature(line);
        }
        self.raw("</div></div>\n");
    }

    fn signature(&mut self, line: &SignatureLine) {
        let status = line.standing.status();
        self.raw("<div class=\"signature ").raw(status.mark.role()).raw("\"><div class=\"signature-name\"><span>");
        // Where nobody signed, the line stays free for a hand.
        let open = line.standing == SignatureStanding::Open;
        self.text(if open { "\u{a0}" } else { &line.name }).raw("</span></div>\n<p>");
        self.element("<strong>", &line.role, "</strong>");
        if open && !line.name.is_empty() {
            self.element(", ", &line.name, "");
        }
        self.raw("</p>\n<p>").status(&status, "status");
        self.element("</p>\n<p>", if open { "Date:" } else { &line.on }, "</p>\n");
        if !line.digest.is_empty() {
            self.element("<p class=\"digest\">", &line.digest, "</p>\n");
        }
        self.raw("</div>\n");
    }

    fn changes(&mut self, changes: &Changes) {
        self.element("<p>", &changes.since, "</p>\n<div class=\"changes\">\n");
        for change in &changes.changes {
            self.difference(change);
        }
        self.raw("</div>\n");
        if let Some(further) = changes.further_in_words() {
            self.element("<p class=\"note\">", &further, "</p>\n");
        }
    }

    fn difference(&mut self, change: &Difference) {
        self.element("<div class=\"change\"><p><strong>", &change.place, "</strong></p>");
        if let Some(before) = &change.before {
            self.raw("<del>was ").inline(before).raw("</del>");
        }
        match &change.after {
            Some(after) if change.before.is_none() => self.raw("<ins>new: ").inline(after).raw("</ins>"),
            Some(after) => self.raw("<ins>is ").inline(after).raw("</ins>"),
            None => self.raw("<p>is gone</p>"),
        };
        self.raw("</div>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn words_cannot_become_markup() {
        let mut page = Page::default();
        page.text("<script>alert('1')</script> & \"x\"");
        assert_eq!(page.0, "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;");
    }
}
