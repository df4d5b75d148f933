//! Catalogues, canonical content, and sign-offs that go stale on a material edit and on nothing else.

use std::collections::HashSet;

use jiff::civil::date;
use proptest::prelude::*;
use rollcall::gate::{
    CRITERIA, Change, Contents, GATES, Standing, canonical, changes_since, default_criteria, default_gates, difference,
    gate_content, plan_content, sha256_hex, standing,
};
use rollcall::plan::{
    Action, Answer, BackOutTrigger, CapacityIssue, CheckState, ChecklistItem, Command, ConfigurationItem, CriteriaList,
    DefectDecision, EarlyLifeSupport, Edit, Environment, Evidence, GateOutcome, HandOverItem, Id, Items, KnownError,
    Message, Minutes, ParallelPlan, Part, Proof, PullPlan, PushPlan, QualityGate, Release, RfcApproval, RfcOutcome,
    RfcRefusal, StepResult, SwitchOffCriterion, TrainingSession, Waiver, WaveState,
};
use serde_json::{Map, Value, json};

use crate::ready::*;

// Catalogues.

#[test]
fn the_catalogues_hold_nine_criteria_and_seven_gates() {
    let keys: Vec<&str> = CRITERIA.iter().map(|entry| entry.key).chain(GATES.iter().map(|entry| entry.key)).collect();
    assert_eq!((CRITERIA.len(), GATES.len()), (9, 7));
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), 16);
    for key in keys {
        assert_eq!(Id::<QualityGate>::new(key), Ok(Id::of_key(key)), "{key}");
    }
}

#[test]
fn each_criterion_says_what_it_asks() {
    let criteria = default_criteria();
    for (entry, criterion) in CRITERIA.iter().zip(&criteria) {
        assert!(!entry.title.is_empty() && !entry.detail.is_empty(), "{}", entry.key);
        assert!(!entry.title.ends_with('.') && entry.detail.ends_with('.'), "{}", entry.key);
        assert_eq!(criterion.id.as_str(), entry.key);
        assert_eq!((criterion.title.as_str(), criterion.detail.as_str()), (entry.title, entry.detail));
        assert_eq!(criterion.catalogue.as_deref(), Some(entry.key));
        assert_eq!(criterion.answer, Answer::Unanswered);
    }
    assert_eq!(criteria.len(), 9);
}

#[test]
fn each_gate_is_led_signed_and_comes_after_those_that_it_requires() {
    let gates = default_gates();
    assert_eq!(gates.len(), 7);
    for (at, (entry, gate)) in GATES.iter().zip(&gates).enumerate() {
        let key = entry.key;
        for text in [entry.name, entry.looks_at, entry.lead_role] {
            assert!(!text.trim().is_empty(), "{key}");
        }
        assert!(!entry.checklist.is_empty() && entry.checklist.iter().all(|point| !point.text().is_empty()), "{key}");
        assert!(!entry.signatories.is_empty() && entry.signatories.iter().all(|role| !role.is_empty()), "{key}");
        for required in entry.requires {
            assert!(GATES[..at].iter().any(|earlier| earlier.key == *required), "{key} requires {required}");
        }
        let roles: HashSet<&str> = entry.signatories.iter().copied().collect();
        assert_eq!(roles.len(), entry.signatories.len(), "{key}");
        assert_eq!(entry.covers.iter().collect::<HashSet<_>>().len(), entry.covers.len(), "{key}");
        assert_eq!((gate.id.as_str(), gate.catalogue.as_deref(), gate.optional), (key, Some(key), false));
        assert_eq!((gate.outcome.clone(), gate.covers.as_slice()), (GateOutcome::NotHeld, entry.covers));
        assert_eq!((gate.checklist.len(), gate.signatories.len()), (entry.checklist.len(), entry.signatories.len()));
        assert!(gate.checklist.iter().all(|item| item.state == CheckState::Open), "{key}");
    }
    let covers = |key: &str| GATES.iter().find(|entry| entry.key == key).unwrap().covers;
    for part in [Part::Rollout, Part::Runbook, Part::BackOut, Part::Strategy] {
        assert!(covers("deployment-review").contains(&part), "{part:?}");
    }
    assert!(covers("defect-review").contains(&Part::Defects));
    assert!(covers("test-review").contains(&Part::Acceptance));
}

// Canonical content.

#[test]
fn what_means_the_same_has_one_canonical_text() {
    let same = [
        (json!({ "a": "x  y\n\tz " }), json!({ "a": "x y z" })),
        (json!({ "a": "x\u{a0}y" }), json!({ "a": "x y" })),
        (json!({ "b": 1, "a": 2 }), json!({ "a": 2, "b": 1 })),
        (json!({ "list": [{ "id": "b" }, { "id": "a" }] }), json!({ "list": [{ "id": "a" }, { "id": "b" }] })),
        (json!({ "list": ["y", "x"] }), json!({ "list": ["x", "y"] })),
        (json!({ "a": 1, "b": "  ", "c": null, "d": false, "e": 0, "f": [], "g": {} }), json!({ "a": 1 })),
        (json!({ "a": 1, "b": { "c": { "d": null, "e": "" }, "f": 0 } }), json!({ "a": 1 })),
        (json!({ "a": 1, "b": [null, { "c": 0, "d": 0 }] }), json!({ "a": 1 })),
        (
            json!({ "gate": { "checklist": [{ "id": "2" }, { "id": "1" }] } }),
            json!({ "gate": { "checklist": [{ "id": "1" }, { "id": "2" }] } }),
        ),
    ];
    for (one, other) in same {
        assert_eq!(canonical(&one), canonical(&other), "{one} and {other}");
    }
}

#[test]
fn what_means_something_else_has_another_canonical_text() {
    let mut different = vec![
        (json!({ "a": "xy" }), json!({ "a": "x y" })),
        (json!({ "a": "X" }), json!({ "a": "x" })),
        (json!({ "a": true }), json!({ "a": false })),
        (json!({ "a": 1 }), json!({ "a": 0 })),
        (json!({ "a": "1" }), json!({ "a": 1 })),
        (json!({ "passed": { "on": null } }), json!({ "failed": { "on": null } })),
        (json!({ "outcome": { "passed": { "on": null } } }), json!({})),
    ];
    for ordered in ["gates", "waves", "runbook", "steps"] {
        let list = |ids: [&str; 2]| json!({ ordered: ids.map(|id| json!({ "id": id })) });
        different.push((list(["a", "b"]), list(["b", "a"])));
    }
    for (one, other) in different {
        assert_ne!(canonical(&one), canonical(&other), "{one} and {other}");
    }
}

/// Any JSON value; lists hold things with unique ids, as the lists of a plan do.
fn value() -> impl Strategy<Value = Value> {
    let word = "[a-c ]{0,3}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0u8..3).prop_map(Value::from),
        word.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = prop::sample::select(vec!["a", "b", "c", "waves", "title"]);
        let object = proptest::collection::btree_map(key, inner, 0..4);
        let object =
            object.prop_map(|members| Value::Object(members.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()));
        let ids = prop::sample::subsequence(vec!["p", "q", "r", "s"], 0..=3).prop_shuffle();
        let list = (ids, proptest::collection::vec(object.clone(), 3)).prop_map(|(ids, objects)| {
            let with_id = |(id, mut object): (&str, Value)| {
                object.as_object_mut().unwrap().insert("id".to_owned(), json!(id));
                object
            };
            Value::Array(ids.into_iter().zip(objects).map(with_id).collect())
        });
        prop_oneof![object, list]
    })
}

fn object() -> impl Strategy<Value = Value> {
    value().prop_map(|value| json!({ "a": value, "b": 1 }))
}

fn canonical_value(value: &Value) -> Value {
    serde_json::from_str(&canonical(value)).unwrap()
}

/// The same value with white space around its texts, its members turned round, and empty members added to records.
fn disguised(value: &Value, key: &str) -> Value {
    match value {
        Value::String(text) => Value::from(format!(" {}\n", text.replace(' ', " \t "))),
        Value::Array(list) => {
            let mut list: Vec<Value> = list.iter().map(|entry| disguised(entry, "")).collect();
            if key != "waves" {
                list.reverse();
            }
            Value::Array(list)
        }
        Value::Object(members) => {
            let mut turned: Map<String, Value> = Map::new();
            // Of one member, the object may be a choice; those never get a second one.
            if members.len() > 1 {
                turned.extend([("new".to_owned(), json!(false)), ("newer".to_owned(), json!({ "x": [], "y": null }))]);
            }
            turned.extend(members.iter().rev().map(|(name, value)| {
                let shown = if name == "id" { value.clone() } else { disguised(value, name) };
                (name.clone(), shown)
            }));
            Value::Object(turned)
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn canonical_text_is_settled_at_once(value in object()) {
        let once = canonical(&value);
        prop_assert_eq!(canonical(&serde_json::from_str(&once).unwrap()), once);
    }

    #[test]
    fn a_disguise_does_not_change_canonical_text(value in object()) {
        prop_assert_eq!(canonical(&disguised(&value, "")), canonical(&value));
    }

    #[test]
    fn a_value_does_not_differ_from_itself(value in object()) {
        prop_assert_eq!(difference(&value, &value), []);
    }

    #[test]
    fn contents_differ_where_their_canonical_texts_do(one in object(), other in object()) {
        let (one, other) = (canonical_value(&one), canonical_value(&other));
        prop_assert_eq!(difference(&one, &other).is_empty(), canonical(&one) == canonical(&other));
        prop_assert_eq!(difference(&other, &one).is_empty(), difference(&one, &other).is_empty());
    }
}

// Digests, against the examples of FIPS 180-4 (the empty message and the 448-bit one are NIST's CAVP short messages).

#[test]
fn sha256_agrees_with_the_published_vectors() {
    let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
    ];
    for (text, digest) in vectors {
        assert_eq!(sha256_hex(text), digest);
    }
}

#[test]
fn a_signature_whose_content_was_changed_is_corrupt() {
    let content = gate_content(&ready_release(), ready_release().gates.first().unwrap());
    let good = signature("s", "Role", &content);
    assert_eq!(standing(&good, &content), Standing::Valid);
    let mut upper = good.clone();
    upper.sha256 = upper.sha256.to_uppercase();
    assert_eq!(standing(&upper, &content), Standing::Valid);
    let mut forged = good.clone();
    forged.content = content.replace("passed", "failed");
    let mut other_digest = good.clone();
    other_digest.sha256 = sha256_hex("something else");
    let mut no_digest = good.clone();
    no_digest.sha256.clear();
    for bad in [&forged, &other_digest, &no_digest] {
        assert_eq!(standing(bad, &content), Standing::Corrupt);
        assert_eq!(standing(bad, &bad.content), Standing::Corrupt);
    }
    assert_eq!(standing(&good, "{}"), Standing::Stale);
    assert_eq!(changes_since(&good, &content), []);
    assert_ne!(changes_since(&good, "no JSON"), []);
}

// Which edits are material.

/// A gate that covers one part, in a ready release, with its content now.
fn covering(part: Part) -> (Release, QualityGate) {
    let mut release = ready_release();
    edit_gate(&mut release, "code-review", |gate| gate.covers = vec![part]);
    let gate = release.gates.get(id("code-review")).unwrap().clone();
    (release, gate)
}

type Alter = fn(&mut Release);

/// A material edit of each part. None of them touches another part.
fn material_edits() -> Vec<(Part, Alter)> {
    vec![
        (Part::Identity, |r| edit_identity(r, |it| it.version = "4.3".to_owned())),
        (Part::Identity, |r| edit_identity(r, |it| it.first_of_type = true)),
        (Part::Identity, |r| edit_identity(r, |it| it.sponsor = None)),
        (Part::Identity, |r| edit_identity(r, |it| it.window = None)),
        (Part::Identity, |r| {
            let item = ConfigurationItem { id: id("gateway"), ..ConfigurationItem::default() };
            change(r, Command::ConfigurationItems(Edit::add(item)));
        }),
        (Part::Departments, |r| edit_department(r, "finance", |it| it.floor_walkers.truncate(1))),
        (Part::Departments, |r| edit_department(r, "legal", |it| it.impacted = true)),
        (Part::Strategy, |r| edit_strategy(r, |it| it.rationale = "Another".to_owned())),
        (Part::Strategy, |r| edit_strategy(r, |it| it.strategy.approach = rollcall::plan::Approach::BigBang)),
        (Part::Rfcs, |r| edit_rfc(r, "rfc", |it| it.number = "RFC-18".to_owned())),
        (Part::Acceptance, |r| edit_criterion(r, "training", |it| it.answer = Answer::NotMet)),
        (Part::Acceptance, |r| edit_criterion(r, "training", |it| it.evidence = Items::default())),
        (Part::Acceptance, |r| {
            let report =
                Proof::TestReport { passed: 9, failed: 1, skipped: 0, milliseconds: None, failed_names: Vec::new() };
            let report = Evidence { id: id("tests"), shown_by: report, ..Evidence::default() };
            edit_criterion(r, "training", |it| it.evidence.push(report));
        }),
        (Part::Acceptance, |r| change(r, Command::Criteria(Edit::Remove { id: id("training") }))),
        (Part::Gates, |r| edit_gate(r, "test-review", |it| it.outcome = GateOutcome::NotHeld)),
        (Part::Gates, |r| edit_gate(r, "test-review", |it| it.outcome = failed())),
        (Part::Gates, |r| edit_gate(r, "test-review", |it| it.optional = true)),
        (Part::Gates, |r| edit_gate(r, "test-review", |it| it.signatories = without(&it.signatories, "1"))),
        (Part::Gates, |r| change(r, Command::Gates(Edit::Move { id: id("test-review"), to: 0 }))),
        (Part::Defects, |r| edit_defect(r, "flicker", |it| it.decision = DefectDecision::Undecided)),
        (Part::Defects, |r| edit_defect(r, "flicker", |it| it.known_error.workaround = "Wait.".to_owned())),
        (Part::Rollout, |r| edit_wave(r, "pilot", |it| it.bake = Minutes(30))),
        (Part::Rollout, |r| change(r, Command::Waves(Edit::Move { id: id("pilot"), to: 1 }))),
        (Part::Rollout, |r| {
            let pull = PullPlan { forced_push: true, ..PullPlan::default() };
            change(r, Command::Pull(Box::new(pull)));
        }),
        (Part::Rollout, |r| {
            let push = PushPlan { tool: "Distribution".to_owned(), ..PushPlan::default() };
            change(r, Command::Push(Box::new(push)));
        }),
        (Part::Rollout, |r| {
            let parallel = ParallelPlan { until: Some(GO_LIVE), ..ParallelPlan::default() };
            change(r, Command::Parallel(Box::new(parallel)));
        }),
        (Part::Runbook, |r| edit_step(r, "install", |it| it.duration = Minutes(91))),
        (Part::Runbook, |r| edit_step(r, "install", |it| it.after = vec![id("freeze")])),
        (Part::Runbook, |r| change(r, Command::Runbook(Edit::Move { id: id("install"), to: 0 }))),
        (Part::BackOut, |r| edit_back_out(r, |it| it.verification = Minutes(16))),
        (Part::BackOut, |r| edit_back_out(r, |it| it.test = None)),
        (Part::BackOut, |r| {
            edit_back_out(r, |it| {
                it.steps.apply(Edit::Move { id: id("restore"), to: 0 }).unwrap();
            });
        }),
        (Part::Rules, |r| edit_rule(r, "floor-walkers", |it| it.then.value = "1".to_owned())),
        (Part::Rules, |r| edit_rule(r, "floor-walkers", |it| it.waiver = Some(waiver()))),
        (Part::Risks, |r| edit_risk(r, "volume", |it| it.response = "Wait".to_owned())),
        (Part::Environments, |r| {
            change(r, Command::Environments(Edit::add(Environment { id: id("uat"), ..Environment::default() })))
        }),
        (Part::Training, |r| {
            let session = TrainingSession { id: id("first"), ..TrainingSession::default() };
            change(r, Command::Sessions(Edit::add(session)));
        }),
        (Part::Communications, |r| {
            change(r, Command::Messages(Edit::add(Message { id: id("go"), ..Message::default() })))
        }),
        (Part::HandOver, |r| {
            change(r, Command::HandOverItems(Edit::add(HandOverItem { id: id("code"), ..HandOverItem::default() })))
        }),
        (Part::Review, |r| {
            change(r, Command::Capacity(Edit::add(CapacityIssue { id: id("disk"), ..CapacityIssue::default() })))
        }),
        (Part::After, |r| {
            let support = EarlyLifeSupport { until: Some(GO_LIVE), ..r.after.support.clone() };
            change(r, Command::Support(Box::new(support)));
        }),
    ]
}

fn failed() -> GateOutcome {
    GateOutcome::Failed { on: Some(date(2026, 2, 25)), must_change: String::new() }
}

fn waiver() -> Waiver {
    Waiver { approver: "Board".to_owned(), reason: "Small".to_owned(), until: Some(GO_LIVE) }
}

#[test]
fn a_material_edit_makes_the_sign_off_stale_and_its_undoing_revives_it() {
    let edits = material_edits();
    for (at, (part, edit)) in edits.into_iter().enumerate() {
        let (mut release, gate) = covering(part);
        let (signed, board) = (gate_content(&release, &gate), plan_content(&release));
        let sign_off = signature("s", "Senior developer", &signed);
        let before = release.clone();
        edit(&mut release);
        let now = gate_content(&release, &gate);
        assert_eq!(standing(&sign_off, &now), Standing::Stale, "{part:?} {at}");
        assert_ne!(plan_content(&release), board, "the Board signs the whole plan: {part:?} {at}");
        let changes = changes_since(&sign_off, &now);
        assert!(
            !changes.is_empty() && changes.iter().all(|it| it.path[0] == rollcall::plan::Choice::key(part)),
            "{part:?} {at}: {changes:?}"
        );
        assert_eq!(standing(&sign_off, &gate_content(&before, &gate)), Standing::Valid, "{part:?} {at}");
    }
}

#[test]
fn each_part_has_a_material_edit_and_leaves_the_others_alone() {
    let edits = material_edits();
    for part in <Part as rollcall::plan::Choice>::ALL {
        assert!(edits.iter().any(|(of, _)| of == part), "{part:?}");
        for (at, (of, edit)) in edits.iter().enumerate().filter(|(_, (of, _))| of != part) {
            let (mut release, gate) = covering(*part);
            let before = gate_content(&release, &gate);
            edit(&mut release);
            assert_eq!(gate_content(&release, &gate), before, "{of:?} {at} is no part of {part:?}");
        }
    }
}

#[test]
fn what_belongs_to_the_gate_is_signed_whatever_it_covers() {
    type Edited = fn(&mut QualityGate);
    let edits: [(&str, Edited); 8] = [
        ("name", |it| it.name = "Another".to_owned()),
        ("outcome", |it| it.outcome = GateOutcome::NotHeld),
        ("failed instead of passed", |it| it.outcome = failed()),
        ("day", |it| it.outcome = GateOutcome::Passed { on: Some(date(2026, 2, 26)) }),
        ("check", |it| {
            it.checklist =
                it.checklist.iter().cloned().map(|check| ChecklistItem { state: CheckState::Failed, ..check }).collect()
        }),
        ("point", |it| it.checklist = without(&it.checklist, "1")),
        ("evidence", |it| {
            let shown = |check: &ChecklistItem| ChecklistItem { evidence: items([note("seen")]), ..check.clone() };
            it.checklist = it.checklist.iter().map(shown).collect();
        }),
        ("finding", |it| it.findings.push(Action { id: id("f"), text: "Log errors".to_owned(), ..Action::default() })),
    ];
    let release = ready_release();
    let contents = Contents::of(&release);
    for (what, edit) in edits {
        let mut gate = release.gates.first().unwrap().clone();
        let before = contents.gate(&gate);
        edit(&mut gate);
        assert_ne!(contents.gate(&gate), before, "{what}");
    }
}

#[test]
fn a_cosmetic_edit_and_progress_leave_every_sign_off_standing() {
    let edits: [(&str, Alter); 20] = [
        ("spaces", |r| edit_identity(r, |it| it.name = "  Payments\n".to_owned())),
        ("spaces in a criterion", |r| edit_criterion(r, "training", |it| it.detail = it.detail.replace(' ', "  "))),
        ("a person renamed", |r| edit_person(r, "ana", |it| it.name = "Ana Alves Costa".to_owned())),
        ("a new person", |r| {
            change(r, Command::People(Edit::add(rollcall::plan::Person { id: id("new"), ..Default::default() })))
        }),
        ("attendees reordered", |r| edit_gate(r, "deployment-review", |it| it.attendees.reverse())),
        ("attendees changed", |r| edit_gate(r, "deployment-review", |it| it.attendees.clear())),
        ("criteria reordered", |r| change(r, Command::Criteria(Edit::Move { id: id("training"), to: 0 }))),
        ("defects reordered", |r| change(r, Command::Defects(Edit::Move { id: id("flicker"), to: 0 }))),
        ("departments reordered", |r| change(r, Command::Departments(Edit::Move { id: id("legal"), to: 0 }))),
        ("floor walkers reordered", |r| edit_department(r, "finance", |it| it.floor_walkers.reverse())),
        ("evidence reordered", |r| {
            edit_criterion(r, "training", |it| {
                it.evidence.apply(Edit::Move { id: id("minutes"), to: 0 }).unwrap();
            })
        }),
        ("triggers reordered", |r| {
            edit_back_out(r, |it| {
                it.triggers.apply(Edit::Move { id: id("latency"), to: 0 }).unwrap();
            })
        }),
        ("a wave runs", |r| edit_wave(r, "pilot", |it| it.state = WaveState::Running)),
        ("a wave is done", |r| edit_wave(r, "pilot", |it| it.state = WaveState::Done)),
        ("a runbook step is done", |r| {
            edit_step(r, "freeze", |it| {
                it.result = StepResult::Done;
                it.note = "Took three minutes".to_owned();
            })
        }),
        ("a fix is confirmed again", |r| {
            edit_defect(r, "rounding", |it| it.decision = DefectDecision::Fix { fixed: Some(TODAY) })
        }),
        ("due dates of gates", |r| edit_gate(r, "deployment-review", |it| it.due = Some(GO_LIVE))),
        ("the review of the list", |r| {
            change(
                r,
                Command::CriteriaList(Box::new(CriteriaList { review: Some(GO_LIVE), ..CriteriaList::default() })),
            )
        }),
        ("a vote", |r| change(r, Command::Votes(Edit::Remove { id: id("senior_it") }))),
        ("the decision", |r| change(r, Command::Decision(Box::new(None)))),
    ];
    let ready = ready_release();
    for (what, edit) in edits {
        let mut release = ready.clone();
        edit(&mut release);
        assert_ne!(release, ready, "{what}");
        assert_eq!(plan_content(&release), plan_content(&ready), "{what}");
        let contents = Contents::of(&release);
        for gate in &release.gates {
            for sign_off in &gate.sign_offs {
                assert_eq!(standing(sign_off, &contents.gate(gate)), Standing::Valid, "{what}: {}", gate.name);
            }
        }
    }
}

#[test]
fn keeping_a_promise_leaves_its_signature_standing() {
    let mut release = ready_release();
    edit_gate(&mut release, "code-review", |it| {
        it.outcome = GateOutcome::PassedWithConditions {
            on: Some(TODAY),
            conditions: items([condition("tidy"), condition("log")]),
        };
        it.findings.push(Action { id: id("f"), text: "Log errors".to_owned(), ..Action::default() });
    });
    change(
        &mut release,
        Command::Parallel(Box::new(ParallelPlan {
            switch_off: items([SwitchOffCriterion {
                id: id("quiet"),
                text: "A quiet week".to_owned(),
                due: None,
                met: None,
            }]),
            ..ParallelPlan::default()
        })),
    );
    edit_defect(&mut release, "rounding", |it| it.decision = DefectDecision::Fix { fixed: None });
    sign_all(&mut release);
    let contents = |release: &Release| -> Vec<String> {
        release.gates.iter().map(|gate| gate_content(release, gate)).chain([plan_content(release)]).collect()
    };
    let signed = contents(&release);
    edit_gate(&mut release, "code-review", |it| {
        let met = |key: &str| rollcall::plan::Condition { met: Some(TODAY), ..condition(key) };
        it.outcome =
            GateOutcome::PassedWithConditions { on: Some(TODAY), conditions: items([met("tidy"), met("log")]) };
        let closed = it.findings.iter().cloned().map(|finding| Action { closed: Some(TODAY), ..finding });
        it.findings = closed.collect();
    });
    change(
        &mut release,
        Command::Parallel(Box::new(ParallelPlan {
            switch_off: items([SwitchOffCriterion {
                id: id("quiet"),
                text: "A quiet week".to_owned(),
                due: None,
                met: Some(TODAY),
            }]),
            ..ParallelPlan::default()
        })),
    );
    edit_defect(&mut release, "rounding", |it| it.decision = DefectDecision::Fix { fixed: Some(TODAY) });
    assert_eq!(contents(&release), signed);

    edit_gate(&mut release, "code-review", |it| {
        it.outcome = GateOutcome::PassedWithConditions { on: Some(TODAY), conditions: items([condition("tidy")]) };
    });
    assert_ne!(contents(&release)[0], signed[0], "a condition that goes away is not met");
}

#[test]
fn answers_that_carry_nothing_are_told_apart() {
    let distinct = |contents: Vec<String>| {
        assert_eq!(contents.iter().collect::<HashSet<_>>().len(), contents.len(), "{contents:?}");
    };
    let (release, gate) = covering(Part::Gates);
    let outcomes = [
        GateOutcome::NotHeld,
        GateOutcome::Passed { on: None },
        GateOutcome::PassedWithConditions { on: None, conditions: Items::default() },
        GateOutcome::Failed { on: None, must_change: String::new() },
    ];
    distinct(outcomes.map(|outcome| gate_content(&release, &QualityGate { outcome, ..gate.clone() })).into());

    let after = |edit: &dyn Fn(&mut Release)| {
        let mut release = ready_release();
        edit(&mut release);
        plan_content(&release)
    };
    let outcomes = [
        RfcOutcome::Pending,
        RfcOutcome::Approved(RfcApproval::default()),
        RfcOutcome::Rejected(RfcRefusal::default()),
        RfcOutcome::Deferred(RfcRefusal::default()),
    ];
    distinct(outcomes.map(|outcome| after(&|r| edit_rfc(r, "rfc", |it| it.outcome = outcome.clone()))).into());
    let answers = [
        Answer::Unanswered,
        Answer::Met,
        Answer::NotMet,
        Answer::NotApplicable { reason: String::new() },
        Answer::Waived(Waiver::default()),
    ];
    distinct(answers.map(|answer| after(&|r| edit_criterion(r, "training", |it| it.answer = answer.clone()))).into());
    let decisions = [
        DefectDecision::Undecided,
        DefectDecision::Fix { fixed: None },
        DefectDecision::Workaround,
        DefectDecision::Postpone { reason: String::new() },
    ];
    distinct(
        decisions.map(|decision| after(&|r| edit_defect(r, "rounding", |it| it.decision = decision.clone()))).into(),
    );
    let proofs = [
        Proof::Note { text: String::new() },
        Proof::Link { url: String::new() },
        Proof::TestReport { passed: 0, failed: 0, skipped: 0, milliseconds: None, failed_names: Vec::new() },
        Proof::Measured { value: String::new(), threshold: String::new() },
    ];
    distinct(
        proofs
            .map(|proof| {
                after(&|r| {
                    edit_criterion(r, "training", |it| {
                        it.evidence = items([Evidence { id: id("e"), shown_by: proof.clone(), ..Evidence::default() }]);
                    })
                })
            })
            .into(),
    );
}

#[test]
fn nothing_new_is_signed_by_what_says_nothing() {
    let ready = ready_release();
    let mut release = ready.clone();
    edit_defect(&mut release, "rounding", |it| {
        it.known_error = KnownError { symptoms: " ".to_owned(), ..KnownError::default() }
    });
    change(&mut release, Command::Pull(Box::new(PullPlan { source: "\n".to_owned(), ..PullPlan::default() })));
    edit_rule(&mut release, "floor-walkers", |it| it.waiver = Some(Waiver::default()));
    assert_eq!(plan_content(&release), plan_content(&ready));
}

// What changed, in paths and words.

fn changed(path: &[&str], before: Option<&str>, after: Option<&str>) -> Change {
    let said = |text: Option<&str>| text.map(str::to_owned);
    Change { path: path.iter().map(|step| (*step).to_owned()).collect(), before: said(before), after: said(after) }
}

#[test]
fn a_difference_names_the_path_and_what_was_and_is() {
    let cases = [
        (json!({ "a": 1 }), json!({ "a": 2 }), vec![changed(&["a"], Some("1"), Some("2"))]),
        (json!({ "a": 1 }), json!({ "a": 1, "b": true }), vec![changed(&["b"], None, Some("yes"))]),
        (json!({ "a": 1, "b": "x" }), json!({ "a": 1 }), vec![changed(&["b"], Some("x"), None)]),
        (
            json!({ "a": { "b": { "c": "x" } } }),
            json!({ "a": { "b": { "c": "y" } } }),
            vec![changed(&["a", "b", "c"], Some("x"), Some("y"))],
        ),
        (
            json!({ "waves": [{ "id": "1", "name": "Pilot", "bake": 30 }] }),
            json!({ "waves": [{ "id": "1", "name": "Pilot", "bake": 60 }] }),
            vec![changed(&["waves", "Pilot", "bake"], Some("30"), Some("60"))],
        ),
        (
            json!({ "waves": [{ "id": "1", "name": "Pilot" }] }),
            json!({ "waves": [{ "id": "1", "name": "First" }] }),
            vec![changed(&["waves", "Pilot", "name"], Some("Pilot"), Some("First"))],
        ),
        (
            json!({ "waves": [{ "id": "1", "name": "Pilot" }] }),
            json!({ "waves": [{ "id": "1", "name": "Pilot" }, { "id": "2", "name": "Rest", "bake": 5 }] }),
            vec![changed(&["waves", "Rest"], None, Some("bake: 5; name: Rest"))],
        ),
        (
            json!({ "list": [{ "id": "1", "text": "One" }, { "id": "2", "text": "Two" }] }),
            json!({ "list": [{ "id": "2", "text": "Two" }] }),
            vec![changed(&["list", "One"], Some("text: One"), None)],
        ),
        (
            json!({ "waves": [{ "id": "1", "name": "A" }, { "id": "2", "name": "B" }, { "id": "3", "name": "C" }] }),
            json!({ "waves": [{ "id": "3", "name": "C" }, { "id": "1", "name": "A" }] }),
            vec![
                changed(&["waves", "B"], Some("name: B"), None),
                changed(&["waves", "order"], Some("A, C"), Some("C, A")),
            ],
        ),
        (json!({ "a": ["x", "y"] }), json!({ "a": ["x", "z"] }), vec![changed(&["a"], Some("x, y"), Some("x, z"))]),
        (
            json!({ "list": [] }),
            json!({ "list": [{ "id": "1" }] }),
            vec![changed(&["list", "(no name)"], None, Some(""))],
        ),
        (
            json!({ "outcome": "not_held" }),
            json!({ "outcome": { "passed": { "on": "2026-02-25" } } }),
            vec![changed(&["outcome"], Some("not_held"), Some("passed: on: 2026-02-25"))],
        ),
    ];
    for (before, after, expected) in cases {
        assert_eq!(difference(&before, &after), expected, "{before} to {after}");
    }
}

#[test]
fn a_stale_sign_off_tells_what_changed_in_the_plan() {
    let mut release = ready_release();
    let signed = release.gates.get(id("deployment-review")).unwrap().sign_offs.first().unwrap().clone();
    edit_back_out(&mut release, |it| {
        it.triggers = without(&it.triggers, "latency");
        it.triggers.push(BackOutTrigger { id: id("calls"), text: "Fifty calls".to_owned(), decided_by: None });
        it.verification = Minutes(40);
    });
    edit_wave(&mut release, "rest", |it| it.name = "Everyone else".to_owned());
    let now = gate_content(&release, release.gates.get(id("deployment-review")).unwrap());
    let expected = [
        changed(&["back_out", "triggers", "Fifty calls"], None, Some("text: Fifty calls")),
        changed(&["back_out", "triggers", "latency"], Some("text: latency"), None),
        changed(&["back_out", "verification"], Some("15"), Some("40")),
        changed(&["rollout", "waves", "rest", "name"], Some("rest"), Some("Everyone else")),
    ];
    assert_eq!(changes_since(&signed, &now), expected);
}
