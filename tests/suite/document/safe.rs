//! That words stay words: in HTML, in Markdown, in the style sheet, in links.

use std::collections::{BTreeSet, HashSet};

use rollcall::document::{Address, Span, Text, html, markdown, page_rules, release_plan};
use rollcall::plan::{Edit, Release};
use rollcall::plan_file::read_entry;
use serde_json::{Value, json};

use super::complete::{leaves_of, with};
use super::rich::{self, today};
use super::{all, words};

#[test]
fn script_in_every_field_stays_text() {
    const ATTACK: &str =
        "\"'><script>alert(1)</script><img src=x onerror=alert(2)></style>*/ ]]> `|`\u{202e}\n| # - [a](javascript:b)";
    let release = rich::release();
    let (value, found) = leaves_of(&release);
    let ids: HashSet<Value> =
        found.iter().filter(|(path, _)| path.ends_with("/id")).map(|(_, id)| id.clone()).collect();
    let mut attacked = value.clone();
    for (path, old) in found.iter().filter(|(_, old)| old.is_string() && !ids.contains(old)) {
        if with(&value, path, json!(ATTACK)).is_some() {
            *attacked.pointer_mut(path).expect("the path is there") = json!(format!("{ATTACK}{old}"));
        }
    }
    let attacked: Release = read_entry(&attacked).expect("texts take anything");
    for document in all(&attacked) {
        let page = html(&document, "p { color: red }</style><script>alert(3)</script>");
        let lower = page.to_lowercase();
        assert_eq!(lower.matches("</style").count(), 1, "the style ends where it should");
        let lower = lower.split("</style").nth(1).expect("there is a body").to_owned();
        assert!(!lower.contains("<script") && !lower.contains("<img"), "markup in the page");
        let plan_tags: BTreeSet<&str> =
            lower.split('<').skip(1).filter_map(|tag| tag.split([' ', '>', '\n']).next()).collect();
        let known = tags();
        assert!(plan_tags.is_subset(&known), "{:?}", plan_tags.difference(&known));
        assert!(!lower.contains("href=\"javascript"), "a link that runs");
        let text = markdown(&document);
        assert!(!lower.contains('\u{202e}') && !text.contains('\u{202e}'), "words that are turned round");
        assert!(
            !text.to_lowercase().contains("<script") && !text.replace("\\]", "").contains("](javascript"),
            "markup in the Markdown"
        );
        assert!(!page_rules(&document).contains('<'));
    }
}

/// Every element that a page is made of.
fn tags() -> BTreeSet<&'static str> {
    "!doctype html head meta title style body svg symbol path circle rect polyline polygon text figure figcaption article header h1 h2 h3 p dl div dt dd span use \
     strong code a br table colgroup col thead tbody tr th td ul ol li aside del ins /html /head /title /style /body /svg /text /figure /figcaption \
     /symbol /article /header /h1 /h2 /h3 /p /dl /div /dt /dd /span /strong /code /a /table /colgroup /thead /tbody /tr \
     /th /td /ul /ol /li /aside /del /ins"
        .split_whitespace()
        .collect()
}

#[test]
fn markdown_tables_keep_their_columns() {
    let mut release = rich::release();
    let mut person = release.people.first().expect("there are people").clone();
    person.name = "Rita | Moss\n| --- | *x* <b> `y` _z_ \\".to_owned();
    person.team = "a|b".to_owned();
    person.contact = "https://example.org/a|b".to_owned();
    release.people.apply(Edit::replace(person)).expect("the person is there");
    let mut item = release.configuration_items.first().expect("there are items").clone();
    item.version_after = "1|2".to_owned();
    release.configuration_items.apply(Edit::replace(item)).expect("the item is there");
    for document in all(&release) {
        let text = markdown(&document);
        let mut columns = None;
        for line in text.lines() {
            if !line.starts_with('|') {
                columns = None;
                continue;
            }
            let bare = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            assert_eq!(*columns.get_or_insert(bare), bare, "{line}");
        }
    }
    let plan = markdown(&release_plan(&release, today()));
    let said = "| Rita \\| Moss<br>\\| --- \\| \\*x\\* &lt;b&gt; \\`y\\` \\_z\\_ \\\\ |";
    assert!(plan.contains(said), "{plan}");
    assert!(plan.contains("a\\|b") && plan.contains("<https://example.org/a%7Cb>") && plan.contains("1\\|2"));
}

#[test]
fn markdown_keeps_what_would_start_a_list() {
    let mut release = rich::release();
    release.identity.summary = "1. not a list\n- nor this\n+ nor that\n# no heading\n> no quote\n2026 stays".to_owned();
    let text = markdown(&release_plan(&release, today()));
    let lines = "1\\. not a list\\\n\\- nor this\\\n\\+ nor that\\\n\\# no heading\\\n&gt; no quote\\\n2026 stays";
    assert!(text.contains(lines), "{text}");
}

#[test]
fn only_some_addresses_are_links() {
    for text in ["https://example.org/x?a=1&b=2", "HTTP://example.org", "mailto:a@example.org", " https://x.org "] {
        assert_eq!(Address::new(text).map(|address| address.to_string()).as_deref(), Some(text.trim()));
    }
    for text in [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https://a b",
        "x",
        "",
        "ftp://x",
        "//x",
    ] {
        assert_eq!(Address::new(text), None, "{text}");
        assert!(!Text::address(text).0.iter().any(|span| matches!(span, Span::Link(_))));
    }
    let plan = release_plan(&rich::release(), today());
    assert!(html(&plan, "").contains("href=\"mailto:rita@example.org\""));
    assert!(words(&plan).contains("javascript:alert(1)"), "an address that is no link is still shown");
}
