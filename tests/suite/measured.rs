//! Measured values against what was asked for, evidence that speaks against its criterion, and waivers that have ended.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::document::{Block, Document, Text, go_no_go_pack, release_plan};
use rollcall::gate::{AnswerKind, Measure, contradicts, measure};
use rollcall::plan::{Answer, Evidence, Proof, Waiver};
use rollcall::readiness::{Code, Place, Section, assess, counts_as};
use rollcall::text::{criteria, measured, proof, what};

use crate::ready::{TODAY, edit_criterion, id, items, ready_release};

#[test]
fn a_value_is_within_or_beyond_where_both_can_be_compared() {
    use Measure::{Beyond, Within};
    let cases = [
        // Each way to ask, at its limit and to both sides.
        ("≤ 300 ms", "299 ms", Some(Within)),
        ("≤ 300 ms", "300 ms", Some(Within)),
        ("≤ 300 ms", "301 ms", Some(Beyond)),
        ("<= 300 ms", "300 ms", Some(Within)),
        ("<=300ms", "300.1ms", Some(Beyond)),
        ("at most 300 ms", "300 ms", Some(Within)),
        ("At  most 300 ms", "301 ms", None),
        ("At most 300 ms", "301 ms", Some(Beyond)),
        ("up to 4", "5", Some(Beyond)),
        ("no more than 4", "4", Some(Within)),
        ("max. 4", "5", Some(Beyond)),
        ("maximum 4", "4", Some(Within)),
        ("≥ 99.5 %", "99.5 %", Some(Within)),
        ("≥ 99.5 %", "99.49 %", Some(Beyond)),
        (">= 99.5%", "99.6 %", Some(Within)),
        ("at least 2", "2", Some(Within)),
        ("at least 2", "1", Some(Beyond)),
        ("min 2", "3", Some(Within)),
        ("not less than 2", "1.9", Some(Beyond)),
        ("< 2 s", "2 s", Some(Beyond)),
        ("less than 2 s", "1.99 s", Some(Within)),
        ("> 2 s", "2 s", Some(Beyond)),
        ("more than 2 s", "2.01 s", Some(Within)),
        ("≥ -5 °C", "-4 °C", Some(Within)),
        ("≥ −5 °C", "-6 °C", Some(Beyond)),
        // Without a way to ask there is no verdict.
        ("300 ms", "180 ms", None),
        ("about 300 ms", "180 ms", None),
        ("", "180 ms", None),
        ("≤", "180 ms", None),
        ("≤ fast", "180 ms", None),
        // Nor without a figure.
        ("≤ 300 ms", "", None),
        ("≤ 300 ms", "fast", None),
        ("≤ 300 ms", "p95 180 ms", None),
        ("≤ 300 ms", "--180 ms", None),
        ("≤ 300 ms", "1 800 ms", None),
        ("≤ 300 ms", "1.2.3 ms", None),
        // Units: alike whatever their case; one may be missing; others cannot be compared.
        ("≤ 300 MS", "180 ms", Some(Within)),
        ("≤ 300", "301 ms", Some(Beyond)),
        ("≤ 300 ms", "180", Some(Within)),
        ("≤ 300 ms", "1 s", None),
        ("≤ 300 requests per second", "301 Requests  per second", Some(Beyond)),
        // Point or comma.
        ("≥ 99,5 %", "99.5 %", Some(Within)),
        ("≥ 99.5 %", "99,4 %", Some(Beyond)),
        ("≤ 1.5 s", "1.250 s", Some(Within)),
        ("≤ 0,500 s", "0,6 s", Some(Beyond)),
        ("≤ 1,500 ms", "1,000 ms", Some(Within)),
        ("≤ 1.000.000", "1.000.001", Some(Beyond)),
        // A thousand or one: no verdict where that decides.
        ("≤ 900 ms", "1,000 ms", None),
        ("≤ 1.000 ms", "900 ms", None),
        ("≤ 2000 ms", "1,000 ms", Some(Within)),
        ("≤ 10,00,000", "5", None),
    ];
    for (threshold, value, expected) in cases {
        assert_eq!(measure(value, threshold), expected, "{value} against {threshold}");
    }
}

proptest! {
    #[test]
    fn any_two_texts_can_be_measured(value in "\\PC*", threshold in "\\PC*") {
        let _ = measure(&value, &threshold);
        let _ = measure(&value, &format!("≤ {threshold}"));
    }

    #[test]
    fn figures_are_compared_as_numbers(value in -9999_i32..9999, limit in -9999_i32..9999, unit in "(| ms|%| req/s)") {
        let measured = |asked: &str| measure(&format!("{value}{unit}"), &format!("{asked} {limit}{unit}"));
        let expected = |holds: bool| Some(if holds { Measure::Within } else { Measure::Beyond });
        prop_assert_eq!(measured("≤"), expected(value <= limit));
        prop_assert_eq!(measured("at least"), expected(value >= limit));
        prop_assert_eq!(measured("<"), expected(value < limit));
        prop_assert_eq!(measured(">"), expected(value > limit));
    }
}

fn measure_of(value: &str) -> Proof {
    Proof::Measured { value: value.to_owned(), threshold: "≤ 300 ms".to_owned() }
}

fn tests(failed: u32) -> Proof {
    Proof::TestReport { passed: 5, failed, skipped: 2, milliseconds: None, failed_names: Vec::new() }
}

fn scan(errors: u32) -> Proof {
    Proof::ScanReport { tool: "lint".to_owned(), errors, warnings: 9, notes: 9, unfinished: false }
}

#[test]
fn evidence_speaks_against_its_criterion_where_it_failed() {
    let cases = [
        (Proof::Note { text: "It failed".to_owned() }, false),
        (Proof::Link { url: "https://example.org/failed".to_owned() }, false),
        (tests(0), false),
        (tests(1), true),
        (scan(0), false),
        (scan(1), true),
        (measure_of("300 ms"), false),
        (measure_of("301 ms"), true),
        (measure_of("unknown"), false),
    ];
    for (proof, expected) in cases {
        assert_eq!(contradicts(&proof), expected, "{proof:?}");
    }
}

#[test]
fn each_piece_that_contradicts_is_named_and_led_to() {
    let mut release = ready_release();
    let evidence = |key: &str, shown_by| Evidence { id: id(key), title: key.to_owned(), shown_by, added: None };
    edit_criterion(&mut release, "training", |it| {
        it.evidence =
            items([evidence("suite", tests(2)), evidence("fine", scan(0)), evidence("p95", measure_of("1 ms"))]);
        it.evidence.push(evidence("p99", measure_of("900 ms")));
    });
    let findings = assess(&release, TODAY).findings;
    let found: Vec<_> = findings.iter().filter(|it| it.code == Code::EvidenceContradicts).collect();
    let place = |part: &str| Place::part(Section::Acceptance, "training", part, "evidence_row");
    assert_eq!(found.iter().map(|it| it.place.clone()).collect::<Vec<_>>(), [place("suite"), place("p99")]);
    let said: Vec<String> = found.iter().map(|it| what(it)).collect();
    assert!(said[0].ends_with("is answered as met, and “suite” says otherwise."), "{said:?}");
    assert!(said[1].contains("“p99”"), "{said:?}");
}

#[test]
fn the_verdict_stands_beside_the_measured_value() {
    assert_eq!(proof(&measure_of("301 ms")), "301 ms; asked for: ≤ 300 ms, beyond the threshold");
    assert_eq!(proof(&measure_of("300 ms")), "300 ms; asked for: ≤ 300 ms, within the threshold");
    assert_eq!(proof(&measure_of("fast")), "fast; asked for: ≤ 300 ms");
    assert_eq!(measured("1", "2"), None);
    let mut release = ready_release();
    edit_criterion(&mut release, "training", |it| {
        let evidence = Evidence { id: id("p"), title: "P95".to_owned(), shown_by: measure_of("301 ms"), added: None };
        it.evidence = items([evidence]);
    });
    let pack = words(&go_no_go_pack(&release, TODAY));
    assert!(pack.contains("P95: measured 301 ms, asked for ≤ 300 ms, beyond the threshold"), "{pack}");
}

/// Everything that the tables and headings of a document say.
fn words(document: &Document) -> String {
    let said = document.blocks.iter().map(|block| match block {
        Block::Heading(heading) => heading.text.clone(),
        Block::Table(table) => {
            let row = |row: &Vec<Text>| row.iter().map(Text::to_string).collect::<Vec<_>>().join(" | ");
            table.rows().iter().map(row).collect::<Vec<_>>().join("\n")
        }
        _ => String::new(),
    });
    said.collect::<Vec<_>>().join("\n")
}

fn waived(until: Option<Date>, reason: &str) -> Answer {
    Answer::Waived(Waiver { approver: "Board".to_owned(), reason: reason.to_owned(), until })
}

#[test]
fn a_waiver_counts_as_not_met_from_the_day_after_its_last() {
    let (before, last, after) = (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3));
    let waiver = waived(Some(last), "Small");
    assert_eq!(counts_as(&waiver, before), AnswerKind::Waived);
    assert_eq!(counts_as(&waiver, last), AnswerKind::Waived);
    assert_eq!(counts_as(&waiver, after), AnswerKind::NotMet);
    assert_eq!(counts_as(&waived(None, "Small"), last), AnswerKind::NotMet, "one without a day is none");
    assert_eq!(counts_as(&waived(Some(last), " "), last), AnswerKind::NotMet, "nor one without a reason");
    for (answer, kind) in [
        (Answer::Met, AnswerKind::Met),
        (Answer::NotMet, AnswerKind::NotMet),
        (Answer::Unanswered, AnswerKind::Unanswered),
        (Answer::NotApplicable { reason: "None".to_owned() }, AnswerKind::NotApplicable),
        (Answer::NotApplicable { reason: " ".to_owned() }, AnswerKind::Unanswered),
    ] {
        assert_eq!(counts_as(&answer, last), kind);
    }
}

#[test]
fn the_headline_of_the_list_counts_an_ended_waiver_as_not_met() {
    let mut release = ready_release();
    let all = release.criteria.len();
    assert_eq!(criteria(&release, TODAY), format!("{all} of {all} met."));
    edit_criterion(&mut release, "training", |it| it.answer = waived(Some(TODAY), "Small"));
    assert_eq!(criteria(&release, TODAY), format!("{} of {all} met, 1 waived.", all - 1));
    let tomorrow = TODAY.tomorrow().unwrap();
    assert_eq!(criteria(&release, tomorrow), format!("{} of {all} met, 1 not met.", all - 1));
    assert_eq!(criteria(&rollcall::plan::Release::default(), TODAY), "Nothing is asked of this release yet.");
}

#[test]
fn the_documents_count_an_ended_waiver_among_what_is_not_met() {
    let mut release = ready_release();
    let yesterday = TODAY.yesterday().unwrap();
    edit_criterion(&mut release, "training", |it| it.answer = waived(Some(TODAY), "Small"));
    let pack = |release: &rollcall::plan::Release| words(&go_no_go_pack(release, TODAY));
    assert!(pack(&release).contains("Waived: 1 criterion") && !pack(&release).contains("Not met: "));
    edit_criterion(&mut release, "training", |it| it.answer = waived(Some(yesterday), "Small"));
    let pack = pack(&release);
    assert!(pack.contains("Not met: 1 criterion") && !pack.contains("Waived: "), "{pack}");
    assert!(pack.contains("■ Not met, waiver expired"), "{pack}");
    assert!(words(&release_plan(&release, TODAY)).contains("■ Not met, waiver expired"));
}
