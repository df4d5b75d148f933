//! Plans as files: what is read, what is refused and with which words, and what the command makes of it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::Index;
use rollcall::gate::{Contents, Standing, standing};
use rollcall::gate::{Signer, gate_content, plan_content, sign};
use rollcall::plan::{
    Answer, BackOutStep, BackOutTest, Department, GateOutcome, Id, Identity, Release, Rfc, RfcApproval, RfcOutcome,
    StrategyChoice, Waiver, Window, Written,
};
use rollcall::plan_file::{
    App, Kept, MAX_BYTES, Opened, PlanFile, PlanFileError, Raw, VERSION, backup_file_name, backup_to_json, check,
    check_size, file_name, open, read_backup, read_entry, read_plan, read_record, schema, to_json, to_record,
};
use rollcall::readiness::new_release;
use serde_json::{Value, json};

use crate::arbitrary;
use crate::command::rollcall;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn plans() -> PathBuf {
    root().join("tests/plans")
}

/// Whether the expected texts are to be written anew instead of compared.
fn blessing() -> bool {
    std::env::var_os("ROLLCALL_BLESS").is_some()
}

/// Compares with a committed text, or commits it.
fn expect_file(path: &Path, found: &str) {
    if blessing() {
        std::fs::write(path, found).expect("the expected text can be written");
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(expected, found, "{} differs; ROLLCALL_BLESS=1 cargo test rewrites it", path.display());
}

fn moment() -> Timestamp {
    "2026-11-23T09:30:00Z".parse().expect("a moment")
}

fn written(release: &Release) -> String {
    to_json(release, &Kept::default(), moment(), "0.1.0")
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("what is written is JSON")
}

fn old_plan() -> Vec<u8> {
    std::fs::read(plans().join("old/version-1.rollcall.json")).expect("the fixture is there")
}

/// A plan with something in most of its sections.
fn plan() -> PlanFile {
    read_plan(&old_plan()).expect("the fixture is a plan")
}

fn words(error: &PlanFileError) -> String {
    let problems: String = error.problems().iter().map(|problem| format!("  {problem}\n")).collect();
    format!("{error}\n{problems}{}\n", error.cure())
}

#[test]
fn every_broken_plan_is_refused_with_its_own_words() {
    let mut seen = 0;
    for entry in std::fs::read_dir(plans().join("broken")).expect("the fixtures are there") {
        let path = entry.expect("a fixture").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let bytes = std::fs::read(&path).expect("a fixture can be read");
            let error = open(&bytes).expect_err(&format!("{} is broken", path.display()));
            expect_file(&path.with_extension("txt"), &words(&error));
            seen += 1;
        }
    }
    assert!(seen >= 20, "only {seen} fixtures");
}

#[test]
fn a_plan_of_version_1_is_brought_up_to_date() {
    let plan = plan();
    let owners: Vec<_> = plan.release.criteria.iter().map(|c| plan.release.person_name(c.owner)).collect();
    assert_eq!(owners, [Some("Ben Okafor"), Some("Chiara Rossi"), Some("Chiara Rossi"), None]);
    assert_eq!(plan.release.people.len(), 3, "who was registered is not registered again");
    let answer = plan.release.criteria.get(Id::new("training").expect("an id")).map(|c| c.answer.clone());
    assert_eq!(answer, Some(Answer::NotMet));
    assert_eq!(plan.kept.paths().collect::<Vec<_>>(), ["release.criteria[3].colour"]);
    assert_eq!(plan.app, Some(App { name: "Rollcall".to_owned(), version: "0.0.1".to_owned() }));

    let text = to_json(&plan.release, &plan.kept, moment(), "0.1.0");
    assert_eq!(value(&text)["version"], VERSION);
    let again = read_plan(text.as_bytes()).expect("what was written can be read");
    assert_eq!((again.release, again.kept), (plan.release, plan.kept));
}

#[test]
fn a_plan_of_version_2_is_brought_up_to_date_and_its_signatures_stand() {
    let bytes = std::fs::read(plans().join("old/version-2.rollcall.json")).expect("the fixture is there");
    let written: Value = serde_json::from_slice(&bytes).expect("the fixture is JSON");
    let plan = read_plan(&bytes).expect("the fixture is a plan");
    let review = plan.release.criteria_list.review.map(|day| day.to_string());
    assert_eq!(review.as_deref(), written["release"]["criteria_review"].as_str());
    assert!(review.is_some() && plan.kept.paths().next().is_none(), "nothing is left over");
    let contents = Contents::of(&plan.release);
    let board = plan.release.board.sign_offs.iter().map(|sign_off| standing(sign_off, &contents.plan()));
    let gates = plan.release.gates.iter().flat_map(|gate| {
        let content = contents.gate(gate);
        gate.sign_offs.iter().map(move |sign_off| standing(sign_off, &content))
    });
    let standings: Vec<Standing> = board.chain(gates).collect();
    assert!(standings.len() > 10 && standings.iter().all(|of| *of == Standing::Valid), "{standings:?}");
}

#[test]
fn a_problem_of_a_plan_of_version_2_is_named_as_its_file_has_it() {
    let old = json!({ "format": "rollcall-plan", "version": 2, "release": { "id": "r", "criteria_review": "soon" } });
    let error = read_plan(old.to_string().as_bytes()).expect_err("no day");
    assert_eq!(error.problems()[0].path, "release.criteria_review");
}

#[test]
fn a_backup_of_version_1_is_brought_up_to_date() {
    let bytes = std::fs::read(plans().join("old/version-1-backup.json")).expect("the fixture is there");
    assert_eq!(read_backup(&bytes).expect("the fixture is a backup").plans, [plan()]);
}

#[test]
fn a_migrated_person_gets_an_id_that_nobody_has() {
    let old = json!({ "format": "rollcall-plan", "version": 1, "release": {
        "id": "r", "people": [{ "id": "person-2", "name": "Ben" }],
        "acceptance_criteria": [{ "id": "a", "owner": " Ada " }, { "id": "b", "owner": "Ben" }],
    }});
    let release = read_plan(old.to_string().as_bytes()).expect("an old plan").release;
    let names: Vec<_> = release.criteria.iter().map(|c| release.person_name(c.owner)).collect();
    assert_eq!(names, [Some("Ada"), Some("Ben")]);
}

#[test]
fn fifty_megabytes_are_refused_by_their_size() {
    let mut bytes = written(&Release::default()).into_bytes();
    bytes.resize(50_000_000, b' ');
    let error = open(&bytes).expect_err("too large");
    assert_eq!(error, PlanFileError::TooLarge { size: 50_000_000, limit: MAX_BYTES });
    assert_eq!(error.to_string(), "The file is too large: it has 50.0 MB, and at most 20.0 MB are read.");
    assert!(check_size(50_000_000_000).is_err() && check_size(1_000_000).is_ok());
}

#[test]
fn a_backup_may_be_larger_than_a_plan() {
    let mut bytes = backup_to_json([], &[], None, moment(), "0.1.0").into_bytes();
    bytes.resize(21_000_000, b' ');
    assert_eq!(read_backup(&bytes).expect("a backup").plans, []);
}

#[test]
fn a_backup_holds_what_cannot_be_read_as_it_is_stored() {
    let plan = plan();
    let raw = Raw { id: "r-1".into(), why: "its first line is missing".into(), text: "{\"half\": \u{0}\n".into() };
    let backup = backup_to_json([(&plan.release, &plan.kept)], std::slice::from_ref(&raw), None, moment(), "0.1.0");
    let written: serde_json::Value = serde_json::from_str(&backup).expect("JSON");
    assert_eq!(written["raw"], serde_json::json!([{ "id": raw.id, "why": raw.why, "text": raw.text }]));
    let read = read_backup(backup.as_bytes()).expect("a backup");
    let plans: Vec<_> = read.plans.into_iter().map(|plan| (plan.release, plan.kept)).collect();
    assert_eq!(plans, [(plan.release, plan.kept)]);
}

#[test]
fn a_backup_is_no_plan_and_a_plan_no_backup() {
    let plan = plan();
    let backup = backup_to_json([(&plan.release, &plan.kept)], &[], None, moment(), "0.1.0");
    assert_eq!(read_plan(backup.as_bytes()), Err(PlanFileError::IsBackup { plans: 1 }));
    assert_eq!(read_backup(&old_plan()), Err(PlanFileError::IsPlan));
    let read = match open(backup.as_bytes()) {
        Ok(Opened::Backup(backup)) => backup,
        other => panic!("expected a backup, found {other:?}"),
    };
    assert_eq!(read.exported_at, Some(moment()));
    let plans: Vec<_> = read.plans.into_iter().map(|plan| (plan.release, plan.kept)).collect();
    assert_eq!(plans, [(plan.release, plan.kept)]);
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let bytes = [b"\xEF\xBB\xBF".as_slice(), &old_plan()].concat();
    assert_eq!(read_plan(&bytes), Ok(plan()));
}

#[test]
fn nobody_is_locked_out_of_a_stored_plan_by_its_dates() {
    let mut release = plan().release;
    release.rollout.parallel.from = Some(date(2027, 1, 1));
    let found: Vec<String> = check(&release).into_iter().map(|problem| problem.path).collect();
    assert_eq!(found, ["release.rollout.parallel.until"]);
    let record = to_record(&release, &Kept::default(), moment(), "0.1.0");
    assert_eq!(read_record(&record).map(|plan| plan.release), Ok(release));
    assert!(read_plan(record.as_bytes()).is_err());
}

#[test]
fn an_envelope_starts_with_what_it_is() {
    let text = written(&plan().release);
    let head = "{\n  \"format\": \"rollcall-plan\",\n  \"version\": 3,\n  \"exported_at\": \"2026-11-23T09:30:00Z\",\n  \"app\": {";
    assert!(text.starts_with(head), "{text}");
    assert!(text.ends_with("}\n"));
    let record = to_record(&plan().release, &Kept::default(), moment(), "0.1.0");
    assert_eq!(value(&record), value(&text));
    assert!(record.len() < text.len());
}

#[test]
fn a_very_broken_plan_is_searched_to_a_limit() {
    let people: Vec<Value> = (0..500).map(|number| json!({ "id": format!("p{number}"), "name": number })).collect();
    let broken = json!({ "format": "rollcall-plan", "version": VERSION, "release": { "id": "r", "people": people } });
    match read_plan(broken.to_string().as_bytes()) {
        Err(PlanFileError::Invalid { problems, complete: false }) => {
            assert_eq!(problems.len(), 100);
            assert_eq!(problems.last().map(|problem| problem.path.as_str()), Some("release.people[99].name"));
        }
        other => panic!("expected many problems, found {other:?}"),
    }
}

#[test]
fn what_a_file_says_cannot_act_on_a_terminal() {
    let broken = json!({ "format": "rollcall-plan", "version": VERSION, "release": {
        "id": "r", "strategy": { "answers": { "\u{1b}[2J": 1 } }, "criteria_list": { "review": format!("\u{1b}]0;{}", "x".repeat(500)) },
    }});
    let words = words(&read_plan(broken.to_string().as_bytes()).expect_err("broken"));
    assert!(!words.contains('\u{1b}') && words.len() < 800, "{words}");
}

#[test]
fn files_get_sensible_names() {
    let today = date(2026, 11, 23);
    let name = |name: &str, version: &str| {
        let mut release = Release::default();
        release.identity.name = name.to_owned();
        release.identity.version = version.to_owned();
        file_name(&release, today)
    };
    assert_eq!(name("Payments platform", "4.2"), "payments-platform-4.2-2026-11-23.rollcall.json");
    assert_eq!(name("  Größe / Façade: «Ñandú»  ", "v1..0 "), "groesse-facade-nandu-v1.0-2026-11-23.rollcall.json");
    assert_eq!(name("", ""), "release-2026-11-23.rollcall.json");
    assert_eq!(name("../../etc/passwd", ".."), "etc-passwd-2026-11-23.rollcall.json");
    assert_eq!(name("発売", "第二版"), "release-2026-11-23.rollcall.json");
    assert!(name(&"long ".repeat(100), &"9".repeat(100)).len() < 120);
    assert_eq!(backup_file_name(today), "rollcall-backup-2026-11-23.json");
}

#[test]
fn sizes_and_rates_have_fractions_and_whole_ones_are_written_as_before() {
    let plan = |package: &str, link: &str| {
        format!(
            r#"{{"format": "rollcall-plan", "version": 3, "release": {{"id": "r1", "departments": [{{"id": "d1",
            "groups": [{{"id": "g1", "link": {link}}}]}}], "rollout": {{"push": {{"package": {package}}}}}}}}}"#
        )
    };
    let written = |package: &str, link: &str| {
        let release =
            read_plan(plan(package, link).as_bytes()).map_err(|error| error.problems()[0].to_string())?.release;
        let record = release.write();
        let said = |path: &str| record.pointer(path).unwrap().to_string();
        Ok::<_, String>((said("/rollout/push/package"), said("/departments/0/groups/0/link")))
    };
    for (package, link) in [("450", "100"), ("0.5", "2.5"), ("0", "4294967295"), ("0.000125", "1200.75")] {
        assert_eq!(written(package, link), Ok((package.to_owned(), link.to_owned())));
    }
    // However a whole number is written, it is the same one, and a signature over it stands.
    assert_eq!(written("450.0", "1e2"), written("450", "100"));
    for wrong in ["-1", "-0.5", "4294967295.5", "0.0000001", "1e300"] {
        let why = written(wrong, "1").unwrap_err();
        assert!(why.contains("between 0 and 4,294,967,295"), "{wrong}: {why}");
    }
    assert!(written("\"450\"", "1").is_err());
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    expect_file(&root().join(format!("public/schema/plan-{VERSION}.json")), &format!("{:#}\n", schema()));
}

/// Puts a member that no type knows into every object, except where every member is known: the answers and the weights.
fn with_unknown_members(value: &mut Value, path: &str) {
    match value {
        Value::Object(members) => {
            let maps = ["answers", "weights", "inputs"];
            for (name, member) in members.iter_mut().filter(|(name, _)| !maps.contains(&name.as_str())) {
                with_unknown_members(member, &format!("{path}/{name}"));
            }
            let id = members.get("id").cloned();
            members.insert("x-unknown".to_owned(), json!({ "of": id, "at": path, "list": [null, 1.5, {}] }));
        }
        Value::Array(list) => list.iter_mut().for_each(|entry| with_unknown_members(entry, path)),
        _ => {}
    }
}

/// Turns every list around whose entries have ids.
fn turned_around(value: &mut Value) {
    match value {
        Value::Object(members) => members.values_mut().for_each(turned_around),
        Value::Array(list) => {
            list.iter_mut().for_each(turned_around);
            if list.iter().all(|entry| entry.get("id").is_some()) {
                list.reverse();
            }
        }
        _ => {}
    }
}

/// Every value in a value, the value itself first.
fn nodes<'v>(value: &'v mut Value, visit: &mut impl FnMut(&'v mut Value) -> Option<&'v mut Value>) {
    let Some(value) = visit(value) else { return };
    match value {
        Value::Array(list) => list.iter_mut().for_each(|entry| nodes(entry, visit)),
        Value::Object(members) => members.values_mut().for_each(|member| nodes(member, visit)),
        _ => {}
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

/// Puts a value in the place of the node with this number.
fn replaced(mut value: Value, number: usize, replacement: &Value) -> Value {
    let mut at = 0;
    nodes(&mut value, &mut |node| {
        at += 1;
        if at == number + 1 {
            *node = replacement.clone();
            return None;
        }
        Some(node)
    });
    value
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(release in arbitrary::release()) {
        let file = read_plan(written(&release).as_bytes());
        let app = Some(App { name: "Rollcall".to_owned(), version: "0.1.0".to_owned() });
        prop_assert_eq!(file, Ok(PlanFile { release, kept: Kept::default(), exported_at: Some(moment()), app }));
    }

    #[test]
    fn what_commands_make_of_a_release_is_read_again((mut release, commands) in arbitrary::release_and_commands()) {
        for command in commands {
            prop_assert!(command.apply(&mut release).is_ok());
        }
        let record = to_record(&release, &Kept::default(), moment(), "0.1.0");
        prop_assert_eq!(read_record(&record).map(|plan| plan.release), Ok(release));
    }

    #[test]
    fn script_in_every_text_is_a_text_like_any_other(
        release in arbitrary::release_with(Just("<script>alert(1)</script><img src=x onerror=alert(1)>".to_owned()).boxed())
    ) {
        let file = read_plan(written(&release).as_bytes()).expect("a plan");
        prop_assert_eq!(written(&file.release), written(&release));
        prop_assert_eq!(file.release, release);
    }

    #[test]
    fn unknown_members_come_back_at_every_level(release in arbitrary::release()) {
        let mut with_unknown = value(&written(&release));
        with_unknown_members(&mut with_unknown, "");
        let file = read_plan(with_unknown.to_string().as_bytes()).expect("unknown members do no harm");
        prop_assert_eq!(&file.release, &release);
        let text = to_json(&file.release, &file.kept, moment(), "0.1.0");
        prop_assert_eq!(value(&text), with_unknown);
    }

    #[test]
    fn unknown_members_stay_with_their_entry(release in arbitrary::release()) {
        let mut expected = value(&written(&release));
        with_unknown_members(&mut expected, "");
        let file = read_plan(expected.to_string().as_bytes()).expect("unknown members do no harm");
        let mut reordered = serde_json::to_value(&file.release).expect("a release is JSON");
        turned_around(&mut reordered);
        let reordered: Release = read_entry(&reordered).expect("a list may have any order");
        turned_around(&mut expected);
        let text = to_json(&reordered, &file.kept, moment(), "0.1.0");
        prop_assert_eq!(value(&text), expected);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(open(&bytes).is_err());
    }

    #[test]
    fn any_json_is_read_or_refused(any in arbitrary::json_value(), version in arbitrary::json_value()) {
        let _ = open(any.to_string().as_bytes());
        for format in ["rollcall-plan", "rollcall-backup"] {
            for version in [&version, &json!(1), &json!(2)] {
                let file = json!({ "format": format, "version": version, "release": any, "plans": [any] });
                let _ = open(file.to_string().as_bytes()).map_err(|error| words(&error));
                let entry = json!({ "format": "rollcall-plan", "version": version, "release": any });
                let file = json!({ "format": format, "version": 2, "release": any, "plans": [entry] });
                let _ = open(file.to_string().as_bytes()).map_err(|error| words(&error));
            }
        }
    }

    #[test]
    fn a_plan_with_any_other_byte_is_read_or_refused(at in any::<Index>(), byte in any::<u8>()) {
        let mut bytes = old_plan();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = open(&bytes).map_err(|error| words(&error));
    }

    #[test]
    fn a_plan_cut_off_anywhere_is_refused(at in any::<Index>()) {
        let bytes = old_plan();
        prop_assert!(open(&bytes[..at.index(bytes.len() - 2)]).is_err());
    }

    #[test]
    fn what_is_read_in_spite_of_a_change_can_be_written(
        release in arbitrary::release(),
        changes in proptest::collection::vec((any::<Index>(), arbitrary::json_value()), 1..4),
    ) {
        let mut changed = value(&written(&release));
        for (at, replacement) in changes {
            let number = at.index(count(&changed));
            changed = replaced(changed, number, &replacement);
        }
        match read_plan(changed.to_string().as_bytes()) {
            Ok(file) => {
                let text = to_json(&file.release, &file.kept, moment(), "0.1.0");
                let again = read_plan(text.as_bytes()).expect("what was written can be read");
                prop_assert_eq!(again.release, file.release);
            }
            Err(PlanFileError::Invalid { problems, .. }) => {
                prop_assert!(!problems.is_empty());
                prop_assert!(problems.iter().all(|problem| !problem.path.is_empty() && !problem.message.is_empty()));
            }
            Err(_) => {}
        }
    }
}

#[test]
fn validate_says_valid_or_everything_that_is_wrong() {
    let plan = written(&plan().release);
    assert_eq!(rollcall(&["validate", "-"], &plan), (0, "valid\n".to_owned(), String::new()));

    let path = plans().join("broken/many-problems.json");
    let (exit, out, err) = rollcall(&["validate", &path.display().to_string()], "");
    assert_eq!((exit, out.as_str()), (2, ""));
    let expected = std::fs::read_to_string(path.with_extension("txt")).expect("the words are there");
    assert_eq!(err, format!("rollcall: {}: {expected}", path.display()));
}

#[test]
fn validate_lists_them_all_where_the_app_stops_at_a_hundred() {
    let criteria: Vec<Value> = (0..250).map(|at| json!({ "id": format!("c{at}"), "title": at })).collect();
    let plan =
        json!({ "format": "rollcall-plan", "version": 2, "release": { "id": "r", "criteria": criteria } }).to_string();
    let (exit, out, err) = rollcall(&["validate", "-"], &plan);
    assert_eq!((exit, out.as_str()), (2, ""));
    for at in 0..250 {
        assert!(err.contains(&format!("release.criteria[{at}].title")), "criteria[{at}] is not in the list");
    }
    let shown = rollcall::plan_file::open(plan.as_bytes()).expect_err("is refused");
    assert_eq!(shown.problems().len(), 100);
}

#[test]
fn validate_names_what_it_does_not_know() {
    let (exit, out, err) = rollcall(&["validate", "-"], old_plan());
    assert_eq!((exit, out.as_str()), (0, "valid\n"));
    assert!(err.starts_with("rollcall: note: release.criteria[3].colour is unknown to this version"), "{err}");
}

#[test]
fn validate_takes_a_backup_and_check_does_not() {
    let plan = plan();
    let backup = backup_to_json([(&plan.release, &Kept::default())], &[], None, moment(), "0.1.0");
    let (exit, out, _) = rollcall(&["validate", "-"], &backup);
    assert_eq!((exit, out.as_str()), (0, "valid: a backup of 1 plan\n"));
    let (exit, out, err) = rollcall(&["check", "-"], &backup);
    assert_eq!((exit, out.as_str()), (2, ""));
    assert!(err.contains("a backup of 1 plan,") && err.contains("export the one plan"), "{err}");
}

#[test]
fn what_cannot_be_read_exits_with_2_and_says_nothing_on_standard_output() {
    let broken = plans().join("broken/version-99.json").display().to_string();
    let folder = plans().display().to_string();
    for arguments in [
        &["check", "no-such-file.json"][..],
        &["check", &folder],
        &["check", &broken],
        &["validate", "no-such-file.json"],
        &["check", &broken, "--today", "23.11.2026"],
        &["check", &broken, "--format", "yaml"],
        &["check"],
        &["judge", &broken],
        &[],
    ] {
        let (exit, out, err) = rollcall(arguments, "");
        assert_eq!((exit, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_is_no_misuse() {
    let (exit, out, err) = rollcall(&["check", "--help"], "");
    assert_eq!((exit, err.as_str()), (0, ""));
    assert!(out.contains("3 Conditional Go"));
}

#[test]
fn schema_prints_the_schema() {
    let (exit, out, _) = rollcall(&["schema"], "");
    assert_eq!((exit, value(&out)), (0, schema()));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn check_answers_with_the_verdict_of_the_app() {
    let plan = plan();
    let text = written(&plan.release);
    let today = date(2026, 11, 23);
    let readiness = rollcall::readiness::assess(&plan.release, today);
    let (exit, out, err) = rollcall(&["check", "-", "--today", "2026-11-23", "--format", "json"], &text);
    assert_eq!((exit, err.as_str()), (1, ""));
    assert!(out.starts_with(
        "{\n  \"verdict\": \"no_go\",\n  \"findings\": [\n    {\n      \"severity\": \"blocker\",\n      \"code\": "
    ));
    let findings: Vec<Value> = readiness
        .findings
        .iter()
        .map(|finding| {
            use rollcall::plan::Choice;
            let place = &finding.place;
            json!({
                "severity": finding.severity.key(), "code": finding.code.key(),
                "message": rollcall::text::what(finding),
                "where": { "section": place.section.key(), "id": place.id, "field": place.field },
            })
        })
        .collect();
    assert_eq!(value(&out), json!({ "verdict": "no_go", "findings": findings }));

    let (exit, out, _) = rollcall(&["check", "-", "--today", "2026-11-23"], &text);
    assert_eq!(exit, 1);
    assert!(out.starts_with("No-Go on 2026-11-23 for Payments platform 4.2: "), "{out}");
}

#[test]
fn an_unknown_time_zone_is_said_and_no_obstacle() {
    let mut release = plan().release;
    release.identity.time_zone = "Middle/Earth".to_owned();
    let (exit, _, err) = rollcall(&["check", "-"], written(&release));
    assert_eq!(exit, 1);
    assert!(err.contains("\"Middle/Earth\" is unknown") && err.contains("UTC"), "{err}");
    let (_, _, err) = rollcall(&["check", "-", "--today", "2026-11-23"], written(&release));
    assert_eq!(err, "", "a given day needs no time zone");
}

/// A release that is Go on 23 November 2026 with all its signatures, as far as the answer to its first criterion allows.
fn ready(answer: Answer) -> Release {
    let identity = Identity {
        name: "Payments platform".to_owned(),
        version: "4.2".to_owned(),
        window: Window::new(date(2026, 11, 28).at(22, 0, 0, 0), date(2026, 11, 29).at(4, 0, 0, 0)).ok(),
        ..Identity::default()
    };
    let mut release = new_release(Id::of_key("payments"), identity);
    let day = Some(date(2026, 11, 2));
    release.strategy.choice = Some(StrategyChoice { rationale: "Reversible".to_owned(), ..StrategyChoice::default() });
    let outcome = RfcOutcome::Approved(RfcApproval { on: day, ..RfcApproval::default() });
    release.rfcs.push(Rfc { id: Id::of_key("rfc"), outcome, ..Rfc::default() });
    release.rollout.back_out.steps.push(BackOutStep { id: Id::of_key("restore"), ..BackOutStep::default() });
    release.rollout.back_out.test = Some(BackOutTest { on: day, worked: true, ..BackOutTest::default() });
    release.departments.push(Department { id: Id::of_key("branches"), ..Department::default() });
    for criterion in release.criteria.iter_mut() {
        criterion.answer = Answer::Met;
    }
    release.criteria.iter_mut().next().expect("there are default criteria").answer = answer;
    for gate in release.gates.iter_mut() {
        gate.outcome = GateOutcome::Passed { on: day };
    }
    let signer =
        |role: &str| Signer { role: role.to_owned(), person: None, name: "Ada".to_owned(), on: date(2026, 11, 3) };
    let signed = release.clone();
    for gate in release.gates.iter_mut() {
        let content = gate_content(&signed, gate);
        for (at, signatory) in gate.signatories.iter().enumerate() {
            let id = Id::new(&format!("signature-{at}")).expect("an id");
            gate.sign_offs.push(sign(id, signer(&signatory.role), content.clone()));
        }
    }
    let content = plan_content(&release);
    for role in ["senior_it", "senior_business"] {
        release.board.sign_offs.push(sign(Id::of_key(role), signer(role), content.clone()));
    }
    release
}

#[test]
fn the_exit_code_is_the_verdict() {
    let check = |release: &Release| rollcall(&["check", "-", "--today", "2026-11-23"], written(release));

    let mut release = ready(Answer::Met);
    let (exit, out, _) = check(&release);
    assert!(out.starts_with("Go on 2026-11-23 for Payments platform 4.2: 0 blockers, 0 conditions, "), "{out}");
    assert_eq!(exit, 0);

    let waiver = Waiver { approver: "Ada".to_owned(), reason: "Later".to_owned(), until: Some(date(2026, 12, 31)) };
    release = ready(Answer::Waived(waiver));
    let (exit, out, _) = check(&release);
    assert!(out.starts_with("Conditional Go on 2026-11-23"), "{out}");
    assert_eq!(exit, 3);

    release.rollout.back_out.test = None;
    let (exit, out, _) = check(&release);
    assert!(out.starts_with("No-Go on 2026-11-23"), "{out}");
    assert_eq!(exit, 1);
}
