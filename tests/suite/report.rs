//! Reports of tests and scans: what each tool's file comes to, and what is refused with which words.

use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use rollcall::report::{
    MAX_BYTES, MAX_DEPTH, MAX_NAMES, MAX_RULES, Report, ReportError, ReportVerdict, Rule, Scan, TestRun, check_size,
    read,
};
use rollcall::text::report_in_words;
use serde_json::{Value, json};

fn reports() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

/// The files of a folder that are reports, by name.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "xml" || end == "sarif"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

fn good() -> Vec<(PathBuf, Vec<u8>)> {
    files(&reports())
}

/// Compares with a committed text, or commits it.
fn expect_file(report: &Path, found: &str) {
    let mut path = report.to_path_buf().into_os_string();
    path.push(".txt");
    let path = PathBuf::from(path);
    if std::env::var_os("ROLLCALL_BLESS").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(expected, found, "{} differs; ROLLCALL_BLESS=1 cargo test rewrites it", path.display());
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn tests(text: &str) -> TestRun {
    match read("report.xml", text.as_bytes()) {
        Ok(Report::Tests(run)) => run,
        other => panic!("expected tests in {text}, found {other:?}"),
    }
}

fn scan(results: &Value) -> Scan {
    let file =
        json!({ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "Tool" } }, "results": results }] });
    match read("report.sarif", file.to_string().as_bytes()) {
        Ok(Report::Scan(scan)) => scan,
        other => panic!("expected a scan in {file}, found {other:?}"),
    }
}

fn refused(bytes: &[u8]) -> ReportError {
    read("report.xml", bytes).expect_err("it is no report")
}

#[test]
fn every_tool_is_read_as_it_writes() {
    let files = good();
    for (path, bytes) in &files {
        let report = read(&name(path), bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        expect_file(path, &format!("{}\n{:?}\n\n{report:#?}\n", report_in_words(&report), report.verdict()));
    }
    assert!(files.len() >= 16, "only {} fixtures", files.len());
}

#[test]
fn every_broken_report_is_refused_with_its_own_words() {
    let files = files(&reports().join("broken"));
    for (path, bytes) in &files {
        let error = read(&name(path), bytes).expect_err(&format!("{} is broken", path.display()));
        expect_file(path, &format!("{error}\n{}\n{}\n", ReportError::SAFE, error.cure()));
    }
    assert!(files.len() >= 30, "only {} fixtures", files.len());
}

#[test]
fn what_a_file_is_shows_in_what_it_says() {
    let (run, scan) =
        (b"<testsuite><testcase/></testsuite>".as_slice(), b"{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}");
    assert!(matches!(read("scan.sarif", run), Ok(Report::Tests(_))));
    assert!(matches!(read("junit.xml", scan), Ok(Report::Scan(_))));
    let spaced = [b"\xEF\xBB\xBF\n ".as_slice(), scan].concat();
    assert!(matches!(read("", &spaced), Ok(Report::Scan(_))));
}

#[test]
fn a_run_is_named_by_itself_its_only_suite_or_its_file() {
    let case = "<testcase name='a'/>";
    let named = |text: String| tests(&text).name;
    assert_eq!(named(format!("<testsuites name='Run'><testsuite name='One'>{case}</testsuite></testsuites>")), "Run");
    assert_eq!(named(format!("<testsuites><testsuite name='One'>{case}</testsuite></testsuites>")), "One");
    let two = format!("<testsuite name='One'>{case}</testsuite><testsuite name='Two'>{case}</testsuite>");
    assert_eq!(named(format!("<testsuites>{two}</testsuites>")), "report.xml");
}

#[test]
fn only_what_stands_in_a_test_says_what_became_of_it() {
    let counts = |inside: &str| {
        let run = tests(&format!("<testsuite name='s'>{inside}</testsuite>"));
        (run.passed, run.failed, run.skipped)
    };
    let cases = [
        ("<testcase/>", (1, 0, 0)),
        ("<testcase><failure/><skipped/></testcase>", (0, 1, 0)),
        ("<testcase><skipped/><error/></testcase>", (0, 1, 0)),
        ("<testcase><failure/><failure/><error/></testcase>", (0, 1, 0)),
        ("<testcase><system-out><failure/></system-out></testcase>", (1, 0, 0)),
        ("<testcase><properties><property name='failure'/></properties></testcase>", (1, 0, 0)),
        ("<properties><testcase/></properties><testcase/>", (1, 0, 0)),
        ("<testcase status='failed'/>", (0, 1, 0)),
        ("<testcase status='passed'/>", (1, 0, 0)),
        ("<testcase status='Skipped'/>", (0, 0, 1)),
        ("<testcase result='suppressed'/>", (0, 0, 1)),
        ("<testcase status='skipped'><failure/></testcase>", (0, 1, 0)),
        ("<testcase><testcase><failure/></testcase></testcase>", (1, 1, 0)),
        ("<failure/><testcase/>", (1, 1, 0)),
    ];
    for (inside, expected) in cases {
        assert_eq!(counts(inside), expected, "{inside}");
    }
}

#[test]
fn times_are_read_as_tools_write_them() {
    let time = |time: &str| tests(&format!("<testsuite><testcase time='{time}'/></testsuite>")).milliseconds;
    let cases = [
        ("0.042", Some(42)),
        ("3", Some(3000)),
        (".5", Some(500)),
        ("0.", Some(0)),
        (" 1.5 ", Some(1500)),
        ("1,204.318", Some(1_204_318)),
        ("1,234,567.5", Some(1_234_567_500)),
        ("0,25", Some(250)),
        ("1.23456789012345", Some(1234)),
        ("1e-05", Some(0)),
        ("2.5E-7", Some(0)),
        ("99999999999", Some(u32::MAX)),
        ("99999999999999999999999", None),
        ("1e5", None),
        ("-1", None),
        ("NaN", None),
        ("inf", None),
        (".", None),
        ("", None),
        ("1.2.3", None),
        ("e-5", None),
        ("1:30", None),
    ];
    for (text, expected) in cases {
        assert_eq!(time(text), expected, "{text:?}");
    }
    let total = |total: &str| {
        tests(&format!("<testsuite time='{total}'><testcase time='1'/><testcase time='2'/></testsuite>")).milliseconds
    };
    assert_eq!([total("1.5"), total("0.000"), total("?")], [Some(1500), Some(3000), Some(3000)]);
}

#[test]
fn suites_state_what_they_took_to_get_ready() {
    let time = |one: &str, two: &str| {
        let suite = |time: &str| format!("<testsuite time='{time}'><testcase time='1'/></testsuite>");
        tests(&format!("<testsuites>{}{}</testsuites>", suite(one), suite(two))).milliseconds
    };
    assert_eq!([time("4", "5.5"), time("", ""), time("0", "1.5")], [Some(9500), Some(2000), Some(2000)]);
}

#[test]
fn a_run_began_when_its_root_says_or_else_its_first_suite() {
    let at = |root: &str, one: &str, two: &str| {
        let suite = |at: &str| format!("<testsuite timestamp='{at}'><testcase/></testsuite>");
        let run = tests(&format!("<testsuites timestamp='{root}'>{}{}</testsuites>", suite(one), suite(two)));
        run.at.map(|at| at.to_string())
    };
    let day = |time: &str| Some(format!("2026-11-23T{time}"));
    assert_eq!(at("", "2026-11-23T08:00:05", "2026-11-23T08:00:01Z"), day("08:00:01"));
    assert_eq!(at("2026-11-23T07:00:00+01:00", "", "2026-11-23T08:00:01"), day("07:00:00"));
    assert_eq!(at("Mon Nov 23", "yesterday", "1700000000"), None);
}

#[test]
fn endless_lists_and_names_are_cut() {
    let cases: String = (0..80).map(|n| format!("<testcase name='t{n}'><failure/></testcase>")).collect();
    let run = tests(&format!("<testsuite name='s'>{cases}</testsuite>"));
    assert_eq!((run.failed, run.failed_names.len(), run.further), (80, MAX_NAMES, 30));
    assert_eq!(run.failed_names.last().map(String::as_str), Some("s › t49"));

    let long = "x".repeat(5_000_000);
    let run = tests(&format!(
        "<testsuite name='{long}'><testcase name='a&#27;\u{202e}{long}'><failure/></testcase></testsuite>"
    ));
    assert!(run.name.chars().count() <= 201 && run.failed_names[0].chars().count() <= 201);
    let run = tests("<testsuite name=' \u{85}\u{202e}b'><testcase name='a&#27;[2J'><failure/></testcase></testsuite>");
    assert_eq!((run.name.as_str(), run.failed_names[0].as_str()), ("b", "b › a [2J"));

    let results: Vec<Value> = (0..30).map(|n| json!({ "ruleId": format!("r{n:02}") })).collect();
    let found = scan(&json!(results));
    assert_eq!((found.rules.len(), found.further_rules, found.warnings), (MAX_RULES, 10, 30));
}

#[test]
fn rules_with_errors_come_first() {
    let result = |rule: &str, level: &str| json!({ "ruleId": rule, "level": level });
    let found = scan(&json!([
        result("often", "note"),
        result("often", "note"),
        result("often", "warning"),
        result("b", "error"),
        result("a", "error"),
        result("", "error"),
        result("strange", "fatal"),
    ]));
    let rules: Vec<_> = found.rules.iter().map(|Rule { id, errors, found }| (id.as_str(), *errors, *found)).collect();
    assert_eq!(rules, [("a", 1, 1), ("b", 1, 1), ("strange", 1, 1), ("often", 0, 3)]);
    assert_eq!((found.errors, found.warnings, found.notes, found.found()), (4, 1, 2, 7));
}

#[test]
fn a_report_in_words() {
    let run = |passed, failed, skipped, milliseconds| {
        report_in_words(&Report::Tests(TestRun { passed, failed, skipped, milliseconds, ..TestRun::default() }))
    };
    assert_eq!(run(412, 3, 2, Some(72_000)), "412 passed, 3 failed, 2 skipped in 1 min 12 s");
    assert_eq!(run(1, 0, 0, None), "1 passed, 0 failed");
    let time = |milliseconds| run(1, 0, 0, Some(milliseconds)).split_off("1 passed, 0 failed".len());
    let cases = [
        (0, ""),
        (840, " in 840 ms"),
        (1499, " in 1 s"),
        (59_500, " in 1 min"),
        (3_599_999, " in 1 h"),
        (7_500_000, " in 2 h 5 min"),
        (u32::MAX, " in 1193 h 2 min"),
    ];
    for (milliseconds, expected) in cases {
        assert_eq!(time(milliseconds), expected);
    }
    let found = |errors, warnings, notes, suppressed, finished| {
        let tool = "X".to_owned();
        report_in_words(&Report::Scan(Scan { tool, errors, warnings, notes, suppressed, finished, ..Scan::default() }))
    };
    assert_eq!(found(2, 14, 3, 0, true), "X: 2 errors, 14 warnings, 3 notes");
    assert_eq!(found(1, 0, 0, 4, true), "X: 1 error, 4 suppressed");
    assert_eq!(found(0, 0, 0, 0, false), "X: nothing found; the tool did not finish");
    assert_eq!(report_in_words(&Report::Scan(Scan { finished: true, ..Scan::default() })), "Scan: nothing found");
}

#[test]
fn a_large_file_is_refused_by_its_size() {
    let mut bytes = b"<testsuite><testcase/></testsuite>".to_vec();
    bytes.resize(20_000_000, b' ');
    assert!(read("", &bytes).is_ok());
    bytes.push(b' ');
    assert_eq!(refused(&bytes), ReportError::TooLarge { size: 20_000_001, limit: MAX_BYTES });
    assert!(check_size(50_000_000_000).is_err() && check_size(1_000_000).is_ok());
}

#[test]
fn depth_has_an_end() {
    let nested = |depth: usize| format!("{}<testcase/>{}", "<testsuite>".repeat(depth), "</testsuite>".repeat(depth));
    assert_eq!(tests(&nested(MAX_DEPTH - 1)).passed, 1);
    assert_eq!(refused(nested(MAX_DEPTH).as_bytes()), ReportError::TooDeep { limit: MAX_DEPTH });
    assert_eq!(refused("<testsuite>".repeat(1_000_000).as_bytes()), ReportError::TooDeep { limit: MAX_DEPTH });
    assert_eq!(refused("[".repeat(1_000_000).as_bytes()), ReportError::TooDeep { limit: 128 });
}

#[test]
fn a_tag_with_a_million_attributes_is_read_in_one_go() {
    let attributes: String = (0..1_000_000).map(|n| format!(" a{n}=''")).collect();
    assert_eq!(tests(&format!("<testsuite{attributes}><testcase/></testsuite>")).passed, 1);
}

#[test]
fn fifteen_megabytes_are_read() {
    let mut text = String::from("<testsuites>");
    let mut count = 0_u32;
    while text.len() < 15_000_000 {
        let outcome =
            if count.is_multiple_of(10) { "<failure message='&lt;no&gt;'>at &amp; after</failure>" } else { "" };
        text += &format!(
            "<testsuite name='s{count}'><testcase classname='c' name='t{count}' time='0.001'>{outcome}<system-out><![CDATA[out]]></system-out></testcase></testsuite>"
        );
        count += 1;
    }
    text += "</testsuites>";
    let run = tests(&text);
    assert_eq!((run.passed + run.failed, run.failed, run.suites), (count, count.div_ceil(10), count));
    assert_eq!((run.milliseconds, run.ran()), (Some(count), count));
}

/// Suites within suites, as counts and as XML.
#[derive(Debug, Clone)]
struct Suite {
    name: String,
    cases: Vec<Case>,
    suites: Vec<Suite>,
}

#[derive(Debug, Clone)]
struct Case {
    name: String,
    class: Option<String>,
    milliseconds: u32,
    outcome: usize,
}

/// Ways to write down what became of a test: passed, failed, skipped.
const OUTCOMES: [(&str, usize); 8] = [
    ("", 0),
    ("<system-out>a <![CDATA[<failure/>]]> b</system-out>", 0),
    ("<flakyFailure><failure/></flakyFailure>", 0),
    ("<failure message='&lt;'>&#10;&amp;</failure>", 1),
    ("<error/><system-err/>", 1),
    ("<skipped/><x:failure xmlns:x='urn:x'/>", 1),
    ("<skipped message=''/>", 2),
    ("<!-- <failure/> --><disabled/><?failure?>", 2),
];

fn case() -> impl Strategy<Value = Case> {
    let text = "[a-zé<>&\"' .]{0,12}";
    (text, proptest::option::of(text), 0..100_000_u32, 0..OUTCOMES.len())
        .prop_map(|(name, class, milliseconds, outcome)| Case { name, class, milliseconds, outcome })
}

fn suite() -> impl Strategy<Value = Suite> {
    let leaf = ("[a-z<&]{0,6}", vec(case(), 0..5)).prop_map(|(name, cases)| Suite { name, cases, suites: Vec::new() });
    leaf.prop_recursive(5, 30, 4, |inner| {
        ("[a-z]{0,6}", vec(case(), 0..5), vec(inner, 0..4)).prop_map(|(name, cases, suites)| Suite {
            name,
            cases,
            suites,
        })
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

impl Suite {
    /// With sums that are wrong.
    fn xml(&self, prefix: &str) -> String {
        let mut inside = String::new();
        for case in &self.cases {
            let class = case.class.as_ref().map(|class| format!(" classname=\"{}\"", escaped(class)));
            let (seconds, part) = (case.milliseconds / 1000, case.milliseconds % 1000);
            inside += &format!(
                "<{prefix}testcase name=\"{}\"{} time='{seconds}.{part:03}'>{}</{prefix}testcase >\n",
                escaped(&case.name),
                class.unwrap_or_default(),
                OUTCOMES[case.outcome].0,
            );
        }
        for suite in &self.suites {
            inside += &suite.xml(prefix);
        }
        format!(
            "<{prefix}testsuite tests='7' failures='0' name=\"{}\">{inside}</{prefix}testsuite>",
            escaped(&self.name)
        )
    }

    fn all(&self) -> Vec<&Case> {
        self.cases.iter().chain(self.suites.iter().flat_map(Suite::all)).collect()
    }
}

/// Any report that is committed, cut and changed.
fn damaged() -> impl Strategy<Value = (Vec<u8>, usize)> {
    (any::<Index>(), any::<Index>()).prop_map(|(file, at)| {
        let files = good();
        let (_, bytes) = file.get(&files).clone();
        let at = at.index(bytes.len());
        (bytes, at)
    })
}

/// Pieces that reports are made of, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "<testsuites>",
        "</testsuites>",
        "<testsuite name='a'>",
        "</testsuite>",
        "<testcase>",
        "</testcase>",
        "<testcase/>",
        "<failure",
        "/>",
        ">",
        "<",
        "<!",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "?>",
        "<!DOCTYPE ",
        "[",
        "]",
        "&",
        ";",
        "&amp;",
        "&#",
        "&#x0;",
        "&#x110000;",
        "'",
        "\"",
        " name=",
        "time='1e-",
        "=",
        "é",
        "\u{0}",
        "\u{FEFF}",
        "</>",
        "<>",
        "</ >",
        "<é",
        "x",
        "{\"version\":\"2.1.0\",",
        "\"runs\":[",
        "{\"results\":[",
        "{\"ruleIndex\":18446744073709551615,",
        "\"ruleId\":\"////\"",
        "}",
        ",",
        "null",
    ];
    vec(proptest::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_tree_of_suites_is_counted(suites in vec(suite(), 1..4), prefix in prop_oneof![Just(""), Just("j:")]) {
        let inside: String = suites.iter().map(|suite| suite.xml(prefix)).collect();
        let text = format!("<{prefix}testsuites xmlns:j='urn:j' name='All'>{inside}</{prefix}testsuites>");
        let cases: Vec<&Case> = suites.iter().flat_map(Suite::all).collect();
        let count = |outcome| cases.iter().filter(|case| OUTCOMES[case.outcome].1 == outcome).count() as u32;
        if cases.is_empty() {
            prop_assert_eq!(refused(text.as_bytes()), ReportError::NoTests);
            return Ok(());
        }
        let run = tests(&text);
        prop_assert_eq!([run.passed, run.failed, run.skipped], [count(0), count(1), count(2)]);
        prop_assert_eq!(run.milliseconds, Some(cases.iter().map(|case| case.milliseconds).sum()));
        prop_assert_eq!(run.failed_names.len() as u32 + run.further, run.failed);
        let verdict = if run.failed > 0 { ReportVerdict::Failed } else if run.passed > 0 { ReportVerdict::Passed } else { ReportVerdict::Empty };
        prop_assert_eq!(Report::Tests(run).verdict(), verdict);
    }

    #[test]
    fn findings_are_counted(levels in vec(0..4_usize, 0..60)) {
        let words = ["error", "warning", "note", "none"];
        let results: Vec<Value> = levels.iter().map(|level| json!({ "ruleId": words[*level], "level": words[*level] })).collect();
        let count = |level: usize| levels.iter().filter(|found| **found == level).count() as u32;
        let found = scan(&json!(results));
        prop_assert_eq!([found.errors, found.warnings, found.notes], [count(0), count(1), count(2) + count(3)]);
        prop_assert_eq!(found.rules.iter().map(|rule| rule.found).sum::<u32>(), found.found());
        prop_assert_eq!(Report::Scan(found).verdict() == ReportVerdict::Passed, count(0) == 0);
    }

    #[test]
    fn a_report_that_is_cut_anywhere_is_refused((bytes, at) in damaged()) {
        let cut = &bytes[..at];
        let whole = std::str::from_utf8(&bytes).is_ok_and(|text| at >= text.trim_end().len())
            || bytes.starts_with(&[0xFF, 0xFE]) && at + 2 >= bytes.len();
        prop_assert!(whole || read("", cut).is_err(), "{}", String::from_utf8_lossy(cut));
    }

    #[test]
    fn no_damage_makes_it_panic((mut bytes, at) in damaged(), changes in vec((any::<Index>(), any::<u8>()), 1..6), doubled in any::<Index>()) {
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let doubled = doubled.index(bytes.len());
        let piece = bytes[at.min(doubled)..at.max(doubled)].to_vec();
        bytes.splice(at..at, piece);
        if let Ok(report) = read("", &bytes) {
            prop_assert!(!report_in_words(&report).is_empty());
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..200), text in pieces()) {
        let _ = read("", &bytes);
        let _ = read("", text.as_bytes());
        for start in ["<testsuites><testsuite><testcase>", "{\"version\":\"2.1.0\",\"runs\":["] {
            let _ = read("", &[start.as_bytes(), &bytes].concat());
            let _ = read("", format!("{start}{text}").as_bytes());
        }
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        prop_assert_eq!(read("", &[&[0xFF, 0xFE], &utf16[..]].concat()).ok(), read("", text.as_bytes()).ok());
    }

    #[test]
    fn no_json_makes_it_panic(value in crate::arbitrary::json_value(), members in crate::arbitrary::json_value()) {
        let _ = read("", value.to_string().as_bytes());
        let run = json!({ "tool": members, "results": [value, { "rule": value, "level": members, "suppressions": value }], "invocations": value });
        let _ = read("", json!({ "version": "2.1.0", "runs": [run, value] }).to_string().as_bytes());
    }
}
