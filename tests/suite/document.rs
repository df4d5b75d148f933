//! The documents: that they say everything, say it once for all, and say it safely.

pub mod complete;
mod currency;
mod decision;
pub mod rich;
mod safe;

use std::collections::BTreeSet;

use crate::arbitrary;
use decision::ready;
use jiff::civil::Date;
use proptest::prelude::*;
use rich::today;
use rollcall::document::{
    Block, Column, Depth, Document, Kind, Span, Table, Text, build, go_no_go_pack, html, markdown, page_rules,
    release_plan, waves_mean,
};
use rollcall::gate::{plan_content, sha256_hex};
use rollcall::plan::{
    Approach, Choice, Delivery, Edit, Id, Identity, Items, MegabitsPerSecond, Megabytes, Release, RfcOutcome,
};
use rollcall::readiness::{assess, new_release};
use rollcall::rollout::site_pushes;

fn all(release: &Release) -> Vec<Document> {
    Kind::ALL.iter().map(|kind| build(*kind, release, today())).collect()
}

/// Everything that a document says, in plain words.
pub fn words(document: &Document) -> String {
    document.blocks.iter().map(block_words).collect::<Vec<_>>().join("\n")
}

fn block_words(block: &Block) -> String {
    match block {
        Block::Heading(heading) => heading.text.clone(),
        Block::Paragraph(text) | Block::Note(text) => text.to_string(),
        Block::Facts(facts) => facts.iter().map(|fact| format!("{}: {}\n", fact.name, fact.value)).collect(),
        Block::Table(table) => table_rows(table).join("\n"),
        Block::Figure(figure) => format!("{}\n{}", figure.caption, table_rows(&figure.table).join("\n")),
        Block::List(list) => list.items.iter().map(|item| format!("{item}\n")).collect(),
        Block::Callout(callout) => format!("{} {}", callout.status.word, callout.text),
        Block::Verdict(verdict) => format!("{} {}", verdict.status.word, verdict.sentence),
        Block::Signatures(block) => block
            .lines
            .iter()
            .map(|line| format!("{} {} {} {} {:?}\n", line.role, line.name, line.on, line.digest, line.standing))
            .collect(),
        Block::Changes(block) => block
            .changes
            .iter()
            .map(|change| format!("{} {}: {:?} {:?}\n", block.since, change.place, change.before, change.after))
            .collect(),
    }
}

fn table_rows(table: &Table) -> Vec<String> {
    table.rows().iter().map(|row| row.iter().map(Text::to_string).collect::<Vec<_>>().join(" | ")).collect()
}

/// What a section says, in plain words; its parts included.
fn section(document: &Document, key: &str) -> String {
    let starts =
        |block: &&Block| matches!(block, Block::Heading(h) if h.id.ends_with(key) && h.depth == Depth::Section);
    let after = document.blocks.iter().skip_while(|block| !starts(block)).skip(1);
    let blocks: Vec<&Block> =
        after.take_while(|block| !matches!(block, Block::Heading(h) if h.depth == Depth::Section)).collect();
    assert!(!blocks.is_empty(), "no section {key}");
    blocks.into_iter().map(block_words).collect::<Vec<_>>().join("\n")
}

#[test]
fn waves_of_a_strategy_that_is_not_phased_say_what_they_are() {
    let mut release = rich::release();
    for (approach, words) in [
        (Approach::Phased, None),
        (Approach::Parallel, Some("a wave says on which day its groups move over to the new")),
        (Approach::BigBang, Some("With Big Bang everyone receives the release at once")),
    ] {
        release.strategy.choice.as_mut().unwrap().strategy.approach = approach;
        let rollout = section(&release_plan(&release, today()), "rollout");
        let says = |words: &str| rollout.contains(words) && rollout.contains("the forecast");
        assert!(words.is_none_or(says), "{rollout}");
        assert_eq!(waves_mean(&release).is_some(), words.is_some(), "{approach:?}");
        // They say what is so: one push to everyone, and as much for the forecast.
        release.strategy.choice.as_mut().unwrap().strategy.delivery = Delivery::Push;
        let waves = site_pushes(&release, &|_| true).iter().filter(|push| push.wave.is_some()).count();
        assert_eq!(waves == 0, words.is_some(), "{approach:?}");
    }
    release.rollout.waves = Items::default();
    assert_eq!(waves_mean(&release), None);
}

#[test]
fn the_plan_has_clock_times_and_the_last_safe_moment() {
    let plan = release_plan(&rich::release(), today());
    let runbook = section(&plan, "runbook");
    assert!(
        runbook.contains("1 | Sat 14 Mar 2026\n20:00 – 20:15 | Freeze bookings\n◉ Critical | Sven Lund | the start"),
        "{runbook}"
    );
    assert!(
        runbook.contains("2 | 20:15 – Sun 01:15 | Deploy the gateway\n◉ Critical | Rita Moss | 1 | 5 h"),
        "{runbook}"
    );
    assert!(
        runbook.contains("3 | Sun 15 Mar 2026\n01:15 – 01:35 | Open bookings\n◉ Critical | nobody named"),
        "{runbook}"
    );
    assert!(runbook.contains("A critical step holds up the end"), "{runbook}");
    let back_out = section(&plan, "release-plan-back-out");
    assert!(back_out.contains("Last safe moment to start: Sun 15 Mar 2026, 02:45"), "{back_out}");
    let rollout = section(&plan, "rollout");
    assert!(rollout.contains("2 waves reach 2,440 of 2,440 people or devices"), "{rollout}");
    assert!(rollout.contains("Transfer to all over one link: 5 h 49 min"), "{rollout}");
    assert!(rollout.contains("EUR 1,250.50"), "{rollout}");
}

#[test]
fn fractions_of_sizes_and_rates_are_printed() {
    let mut release = rich::release();
    let rate = |rate: f64| Some(MegabitsPerSecond::try_from(rate).unwrap());
    release.rollout.push.package = Some(Megabytes::try_from(0.5).unwrap());
    (release.rollout.push.bandwidth_limit, release.rollout.pull.server_rate) = (rate(2.5), rate(1200.25));
    let rollout = section(&release_plan(&release, today()), "rollout");
    for said in ["Package: 0.5 MB", "Bandwidth limit: 2.5 Mbit/s", "Servers give out: 1,200.25 Mbit/s"] {
        assert!(rollout.contains(said), "{said} is not in {rollout}");
    }
}

#[test]
fn every_criterion_stands_once_under_its_state() {
    let pack = section(&go_no_go_pack(&rich::release(), today()), "criteria");
    let order = ["Not met: 1", "Not answered: 1", "Waived: 1", "Met: 1", "Not applicable: 1"];
    let places: Vec<_> = order.iter().map(|title| pack.find(title).expect(title)).collect();
    assert!(places.is_sorted(), "{pack}");
    assert!(pack.contains("https://reports.example/7") && pack.contains("1,204 tests passed, 2 failed, 11 skipped"));
    assert!(pack.contains("Accepted by Sven L. until Fri 20 Mar 2026: Mainz tests in week two"), "{pack}");
}

#[test]
fn an_empty_plan_is_said_in_sentences() {
    for release in [Release::default(), new_release(Id::new("r").expect("a valid id"), Identity::default())] {
        for document in all(&release) {
            for block in &document.blocks {
                let Block::Table(table) = block else { continue };
                assert!(!table.rows().is_empty(), "an empty table in {}", document.title);
            }
            assert_eq!(document.subtitle, "Unnamed release");
        }
    }
    let plan = words(&release_plan(&Release::default(), today()));
    let pack = words(&go_no_go_pack(&Release::default(), today()));
    let sentences = [
        "No person is registered yet.",
        "No rollout strategy is chosen yet.",
        "No wave is planned yet.",
        "There is no runbook yet.",
        "The way back has no steps yet.",
        "No request for change has been submitted yet.",
        "There are no quality gates.",
    ];
    sentences.into_iter().for_each(|sentence| assert!(plan.contains(sentence), "{sentence}"));
    let sentences =
        ["The Release Board has not decided yet.", "Nobody has waived anything.", "No risk is written down."];
    sentences.into_iter().for_each(|sentence| assert!(pack.contains(sentence), "{sentence}"));
}

#[test]
fn cells_are_never_empty_and_as_many_as_the_headers() {
    for release in [rich::release(), Release::default(), ready()] {
        for document in all(&release) {
            for block in &document.blocks {
                let Block::Table(table) = block else { continue };
                for row in table.rows() {
                    assert_eq!(row.len(), table.columns().len());
                    assert!(row.iter().all(|cell| !cell.is_empty()), "an empty cell in {row:?}");
                }
            }
            for line in markdown(&document).lines().filter(|line| line.starts_with('|')) {
                assert!(line.ends_with(" |"), "{line}");
            }
        }
    }
}

#[test]
fn headings_have_ids_of_their_own_over_all_documents() {
    let mut ids = BTreeSet::new();
    for document in all(&rich::release()) {
        for heading in document.headings() {
            assert!(ids.insert(heading.id.clone()), "{} is there twice", heading.id);
        }
        // A heading with nothing under it says nothing.
        let levels = document.blocks.windows(2).map(|pair| (depth(&pair[0]), depth(&pair[1])));
        for (one, next) in levels {
            let bare =
                matches!((one, next), (Some(Depth::Part), Some(_)) | (Some(Depth::Section), Some(Depth::Section)));
            assert!(!bare, "an empty section in {}", document.title);
        }
    }
}

fn depth(block: &Block) -> Option<Depth> {
    match block {
        Block::Heading(heading) => Some(heading.depth),
        _ => None,
    }
}

#[test]
fn a_page_is_whole_and_needs_nothing_else() {
    let document = go_no_go_pack(&rich::release(), today());
    let page = html(&document, ".document { color: black }");
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
    assert!(
        page.contains(".document { color: black }")
            && page.contains("<title>Go/No-Go pack: Payments platform 4.2</title>")
    );
    assert!(page.contains("As of") && page.contains("Mon 2 Mar 2026") && page.contains(&document.revision()));
    for symbol in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(page.contains(&format!("id=\"{symbol}\"")), "{symbol} is not in the page");
    }
    let opened = |tag: &str| page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
    for tag in ["div", "p", "table", "tr", "td", "th", "dl", "dt", "dd", "span", "ul", "aside", "h2", "h3", "svg"] {
        assert_eq!(opened(tag), page.matches(&format!("</{tag}>")).count(), "<{tag}> is not closed");
    }
    assert_eq!(page.matches("<use href=\"#mark-").count(), page.matches("<svg class=\"mark\"").count());
    let rules = page_rules(&document);
    assert!(
        rules.contains("content:\"Go\\00002f No\\00002d Go pack \\0000b7  Payments platform"),
        "a blank is lost: {rules}"
    );
    assert!(rules.contains("@top-left") && rules.contains("counter(page)") && page.contains(&rules), "{rules}");
}

#[test]
fn kinds_say_what_they_are() {
    for kind in Kind::ALL {
        let document = build(*kind, &rich::release(), today());
        assert_eq!((document.kind, document.title, document.audience), (*kind, kind.label(), kind.audience()));
        assert!(kind.purpose().ends_with('.') && !kind.audience().is_empty());
        assert_eq!(document.digest, sha256_hex(&plan_content(&rich::release())));
        assert!(document.digest.starts_with(&document.revision()) && document.revision().len() == 12);
        assert_eq!((document.release.as_str(), document.version.as_str()), ("Payments platform", "4.2"));
    }
}

#[test]
fn a_thing_that_is_gone_is_named_by_its_id() {
    let mut release = rich::release();
    release.people.apply(Edit::Remove { id: Id::new("p1").expect("a valid id") }).expect("the person is there");
    let plan = release_plan(&release, today());
    assert!(section(&plan, "release-plan-release").contains("Release manager: p1 (no longer in the plan)"));
}

#[test]
fn short_blocks_stay_on_their_page() {
    let table = |rows: usize| Block::Table(Table::of([Column::words("A")], vec![[Text::from("x")]; rows]));
    assert!(table(3).keep_together() && !table(30).keep_together());
    let pack = go_no_go_pack(&rich::release(), today());
    let mut signatures = pack.blocks.iter().filter(|block| matches!(block, Block::Signatures(_)));
    assert!(signatures.all(Block::keep_together));
    assert!(pack.blocks.iter().all(|block| block.keep_with_next() == depth(block).is_some()));
}

/// What holds for the documents of any release on any day.
fn check(release: &Release, today: Date) {
    let mut ids = BTreeSet::new();
    for kind in Kind::ALL {
        let document = build(*kind, release, today);
        for block in &document.blocks {
            match block {
                Block::Heading(heading) => assert!(ids.insert(heading.id.clone()), "{} is there twice", heading.id),
                Block::Table(table) => {
                    assert!(!table.rows().is_empty());
                    let heads: Vec<_> = table.columns().iter().map(|column| column.title).collect();
                    assert!(
                        table.rows().iter().flatten().all(|cell| !cell.is_empty()),
                        "{heads:?}: {:?}",
                        table.rows()
                    );
                }
                Block::Figure(figure) => {
                    assert!(!figure.caption.is_empty() && !figure.table.rows().is_empty());
                    assert!(figure.table.rows().iter().flatten().all(|cell| !cell.is_empty()), "{}", figure.caption);
                }
                Block::Verdict(verdict) => assert_eq!(verdict.verdict, assess(release, today).verdict),
                _ => {}
            }
        }
        let page = html(&document, "").to_lowercase();
        for unsafe_word in ["<script", "\u{202e}"] {
            let before = page.find(unsafe_word).map(|at| page[..at].chars().rev().take(200).collect::<Vec<_>>());
            let before: Option<String> = before.map(|letters| letters.into_iter().rev().collect());
            assert_eq!(before, None, "{unsafe_word:?} follows on this in the {}", document.title);
        }
        assert!(!markdown(&document).to_lowercase().contains("<script"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_release_is_printed(mut release in arbitrary::release(), day in arbitrary::day()) {
        // How long the transfer of exabytes takes is looked at with the rollout.
        release.rollout.push.package = release.rollout.push.package.map(|size| size.min(Megabytes::from(1_000_000)));
        check(&release, day);
    }

    #[test]
    fn any_words_survive(name in "\\PC{0,40}", detail in any::<String>(), note in "[|`*_<>&\\\\ \n#-]{0,30}") {
        let mut release = rich::release();
        release.identity.name = name;
        release.identity.version = note.clone();
        release.identity.summary = detail.clone();
        if let Some(rfc) = release.rfcs.iter_mut().next() {
            rfc.title = note;
            rfc.number = detail;
            rfc.outcome = RfcOutcome::Pending;
        }
        for document in all(&release) {
            let page = html(&document, "");
            prop_assert!(!page.to_lowercase().contains("<script"));
            let text = markdown(&document);
            prop_assert!(!text.contains("\n|  |"));
        }
    }

    #[test]
    fn text_has_no_line_within_a_span(words in any::<String>()) {
        for span in Text::from(words.as_str()).0 {
            let Span::Plain(line) = span else { continue };
            prop_assert!(!line.contains(['\n', '\r', '\t', '\0']) && !line.is_empty());
        }
    }
}
