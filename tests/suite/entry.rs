//! Entries edited as their JSON values: members by path, rows, and the way back into the plan.

use proptest::prelude::*;
use rollcall::plan::{
    BackOutPlan, Command, Defect, DefectDecision, Edit, Id, Listed, QualityGate, Release, Risk, Sole,
};
use rollcall::plan_file::{
    Access, RowEdit, access, edit_rows, find, lines_in, member, put_member, read_entry, row, row_ids, sole, text_of,
    texts_of, with_id, word_of,
};
use serde_json::{Value, json};

#[test]
fn a_member_is_found_by_its_path() {
    let entry = json!({ "name": "A", "exit": { "on": "2026-11-23", "by": null }, "state": "open" });
    let cases = [
        ("name", json!("A")),
        ("exit.on", json!("2026-11-23")),
        ("exit.by", Value::Null),
        ("exit.none", Value::Null),
        ("state.open.reason", Value::Null),
        ("", Value::Null),
    ];
    for (path, expected) in cases {
        assert_eq!(member(&entry, path), &expected, "{path}");
    }
}

#[test]
fn a_member_is_put_and_taken_out_by_its_path() {
    let cases = [
        (json!({ "a": 1 }), "a", Some(json!(2)), json!({ "a": 2 })),
        (json!({ "a": 1, "b": 2 }), "a", None, json!({ "b": 2 })),
        (json!({}), "a.b.c", Some(json!(true)), json!({ "a": { "b": { "c": true } } })),
        (json!({ "a": { "b": 1, "c": 2 } }), "a.b", None, json!({ "a": { "c": 2 } })),
        // A word without details, and a record that is not there yet, become what the path goes through.
        (json!({ "a": "word" }), "a.word.on", Some(json!(1)), json!({ "a": { "word": { "on": 1 } } })),
        (json!({ "a": null }), "a.on", Some(json!(1)), json!({ "a": { "on": 1 } })),
        // What is not there needs no taking out.
        (json!({ "a": "word" }), "a.word", None, json!({ "a": "word" })),
        (Value::Null, "a", Some(json!(1)), json!({ "a": 1 })),
    ];
    for (mut entry, path, new, expected) in cases {
        put_member(&mut entry, path, new);
        assert_eq!(entry, expected, "{path}");
    }
}

#[test]
fn rows_are_added_changed_moved_and_removed() {
    let mut entry = json!({ "name": "A" });
    let mut change = |edit: RowEdit| {
        edit_rows(&mut entry, "in.rows", edit);
        (row_ids(&entry, "in.rows").join(" "), row(&entry, "in.rows", "b").map(|row| text_of(member(row, "text"))))
    };
    let add = |id: &str| RowEdit::Add(json!({ "id": id, "text": id }));
    change(add("a"));
    change(add("b"));
    assert_eq!(change(add("c")), ("a b c".to_owned(), Some("b".to_owned())));
    assert_eq!(change(RowEdit::Replace(json!({ "id": "b", "text": "B" }))).1, Some("B".to_owned()));
    assert_eq!(change(RowEdit::Replace(json!({ "id": "x", "text": "X" }))).0, "a b c");
    assert_eq!(change(RowEdit::Move("a".to_owned(), 1)).0, "b a c");
    assert_eq!(change(RowEdit::Move("b".to_owned(), 9)).0, "a c b");
    assert_eq!(change(RowEdit::Move("x".to_owned(), 0)).0, "a c b");
    assert_eq!(change(RowEdit::Remove("b".to_owned())), ("a c".to_owned(), None));
}

#[test]
fn values_are_read_as_what_fields_show() {
    assert_eq!(
        ["a".into(), json!(12), json!(null), json!([])].map(|value: Value| text_of(&value)),
        ["a", "12", "", ""]
    );
    assert_eq!(texts_of(&json!(["a", "b"])), ["a", "b"]);
    assert_eq!(texts_of(&Value::Null), [""; 0]);
    assert_eq!(lines_in(" one\n\n \r\ntwo\r\nthree"), [" one", "two", "three"]);
    assert_eq!(
        [json!("fix"), json!({ "fix": {} }), json!(1)].map(|value| word_of(&value).to_owned()),
        ["fix", "fix", ""]
    );
}

#[test]
fn an_entry_is_read_back_or_refused_with_a_sentence() {
    let read = |entry: Value| read_entry::<Defect>(&with_id("d1", entry));
    let defect = read(json!({ "title": "It fails", "decision": { "fix": { "fixed": "2026-09-20" } } })).unwrap();
    assert_eq!(defect.id.as_str(), "d1");
    assert_eq!(defect.decision, DefectDecision::Fix { fixed: "2026-09-20".parse().ok() });
    // Details that are still to be given have their defaults.
    assert_eq!(read(json!({ "decision": { "fix": {} } })).unwrap().decision, DefectDecision::Fix { fixed: None });

    let refused = [
        (json!({ "due": "soon" }), "expected a date such as 2026-11-23, found the text \"soon\""),
        (json!({ "owner": "two words" }), "expected an id"),
        (json!({ "severity": "awful" }), "expected \"low\", \"medium\", \"high\" or \"critical\", found \"awful\""),
        (json!({ "tilte": "typo" }), "there is no place in the plan for \"tilte\""),
        (json!({ "known_error": { "cure": "x" } }), "there is no place in the plan for \"known_error.cure\""),
    ];
    for (entry, sentence) in refused {
        let said = read(entry).unwrap_err();
        assert!(said.starts_with(sentence), "{said}");
    }
    assert!(read_entry::<Defect>(&Value::Null).is_err());
}

/// A member that is taken out comes back as its default, whatever its type is.
#[test]
fn what_is_cleared_has_its_default() {
    let defects = access::<Defect>();
    let full = json!({
        "title": "It fails", "severity": "high", "owner": "p1", "due": "2026-09-20", "decision": { "fix": {} },
        "known_error": { "workaround": "By hand", "review": "2026-10-01" },
    });
    for path in ["title", "severity", "owner", "due", "decision", "known_error.workaround", "known_error.review"] {
        let mut entry = with_id("d1", full.clone());
        put_member(&mut entry, path, None);
        let Ok(Command::Defects(Edit::Replace { item })) = (defects.replace)(&entry) else { panic!("{path}") };
        let (now, fresh) = (serde_json::to_value(&item).unwrap(), serde_json::to_value(Defect::default()).unwrap());
        assert_eq!(member(&now, path), member(&fresh, path), "{path}");
    }
}

proptest! {
    /// An entry that nobody changed comes back as it was.
    #[test]
    fn entries_survive_being_values(release in crate::arbitrary::release()) {
        for defect in &release.defects {
            let entry = (access::<Defect>().entry)(&release, defect.id.as_str()).unwrap();
            prop_assert_eq!((access::<Defect>().replace)(&entry), Ok(Defect::command(Edit::replace(defect.clone()))));
        }
        for gate in &release.gates {
            let entry = (access::<QualityGate>().entry)(&release, gate.id.as_str()).unwrap();
            prop_assert_eq!((access::<QualityGate>().replace)(&entry), Ok(QualityGate::command(Edit::replace(gate.clone()))));
        }
        let entry = (sole::<BackOutPlan>().entry)(&release, "").unwrap();
        prop_assert_eq!((sole::<BackOutPlan>().replace)(&entry), Ok(release.rollout.back_out.clone().command()));
    }
}

#[test]
fn access_without_the_type_is_what_the_type_says() {
    let risks: Access = access::<Risk>();
    let mut release = Release::default();
    let mut apply = |command: Command| {
        command.apply(&mut release).unwrap();
        (risks.ids)(&release)
    };
    for id in ["r1", "r2", "r3"] {
        apply((risks.insert)(id, json!({ "text": format!("Risk {id}") })).unwrap());
    }
    assert_eq!(apply((risks.move_to)("r3", 0).unwrap()), ["r3", "r1", "r2"]);
    assert_eq!(apply((risks.remove)("r1").unwrap()), ["r3", "r2"]);
    assert_eq!((risks.title)(&release, "r2"), Some("Risk r2".to_owned()));
    assert_eq!((risks.title)(&release, "r1"), None);
    assert_eq!((risks.entry)(&release, "not an id"), None);

    let mut entry = (risks.entry)(&release, "r2").unwrap();
    put_member(&mut entry, "impact", Some(json!("high")));
    (risks.replace)(&entry).unwrap().apply(&mut release).unwrap();
    assert_eq!(find::<Risk>(&release, "r2").unwrap().impact, rollcall::plan::Level::High);
    assert_eq!(Risk::list(&release).get(Id::new("r3").unwrap()).unwrap().impact, rollcall::plan::Level::Low);
}

#[test]
fn a_part_that_is_there_once_is_edited_the_same_way() {
    let plan = sole::<BackOutPlan>();
    let mut release = Release::default();
    assert_eq!((plan.ids)(&release), [""]);
    let mut entry = (plan.entry)(&release, "").unwrap();
    put_member(&mut entry, "summary", Some(json!("Restore the backup")));
    edit_rows(&mut entry, "steps", RowEdit::Add(with_id("s1", json!({ "title": "Restore" }))));
    (plan.replace)(&entry).unwrap().apply(&mut release).unwrap();
    let back_out = &release.rollout.back_out;
    assert_eq!(back_out.summary, "Restore the backup");
    assert_eq!(back_out.steps.first().unwrap().title, "Restore");
    assert!((plan.insert)("x", Value::Null).is_err() && (plan.remove)("").is_none() && (plan.move_to)("", 0).is_none());
}
