//! The organisation's templates: as files, as what new releases start from, and as what releases hand on.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rollcall::gate::{default_criteria, default_gates, missing_criteria, missing_gates};
use rollcall::plan::{
    Answer, CheckState, Choice, Command, Days, Edit, GateOutcome, History, Id, Identity, Items, MessageTemplate,
    Percent, Release, Removal, RemovedKind, TemplatePart, Templates, Weekend,
};
use rollcall::plan_file::{
    Kept, PlanFileError, TEMPLATES_VERSION, backup_to_json, open, read_backup, read_plan, read_stored_templates,
    read_templates, templates_file_name, templates_schema, templates_to_json, templates_value, to_json,
};
use rollcall::readiness::{
    Added, Code, added_from, assess, default_rules, new_release, new_release_from, older_templates, saved,
    templates_as_release, templates_from_release,
};
use serde_json::{Value, json};

use crate::commands::{command, seeds, start};
use crate::ready::{id, ready_release};

const TODAY: Date = date(2026, 3, 2);

fn moment() -> jiff::Timestamp {
    "2026-11-23T09:30:00Z".parse().unwrap()
}

/// Templates that say something of their own in every part.
fn full() -> Templates {
    let mut criteria: Items<_> = default_criteria().iter().skip(2).cloned().collect();
    criteria.push(rollcall::plan::AcceptanceCriterion {
        id: id("licences"),
        title: "Licences are there".to_owned(),
        ..Default::default()
    });
    let mut gates: Items<_> = default_gates().iter().take(3).cloned().collect();
    gates.iter_mut().next().unwrap().checklist.iter_mut().next().unwrap().check =
        rollcall::plan::AutomaticCheck::from_key("criteria_met");
    let mut rules: Items<_> = default_rules().iter().take(1).cloned().collect();
    rules.push(rollcall::plan::GovernanceRule {
        id: id("monday"),
        name: "Never on a Monday".to_owned(),
        ..Default::default()
    });
    let message = MessageTemplate {
        id: id("hello"),
        name: "Hello".to_owned(),
        subject: "{release} comes".to_owned(),
        send: Days(-7),
        ..Default::default()
    };
    let removal = Removal {
        id: id("r"),
        kind: RemovedKind::Criterion,
        key: default_criteria().iter().nth(1).unwrap().id.to_string(),
        reason: "We never back out".to_owned(),
        ..Default::default()
    };
    let mut calendar = rollcall::plan::WorkCalendar { weekend: Weekend::FridaySaturday, ..Default::default() };
    calendar.periods.push(rollcall::plan::ClosedPeriod {
        id: id("close"),
        name: "Year end".to_owned(),
        ..Default::default()
    });
    Templates {
        criteria: Some(criteria),
        criteria_review: Some(date(2026, 9, 1)),
        gates: Some(gates),
        messages: [message].into_iter().collect(),
        rules: Some(rules),
        removals: [removal].into_iter().collect(),
        rejection_reasons: Some(vec!["Too vague".to_owned()]),
        cab_lead: Some(Days(9)),
        training_threshold: Percent::try_from(85).ok(),
        calendar: Some(calendar),
    }
}

fn written(templates: &Templates) -> String {
    templates_to_json(templates, &Kept::default(), moment(), "0.1.0")
}

#[test]
fn templates_are_read_as_they_are_written() {
    let whole = full();
    let mut all = vec![Templates::default(), whole.clone()];
    all.extend(TemplatePart::ALL.iter().map(|part| whole.only(&[*part])));
    for templates in all {
        let text = written(&templates);
        let file = read_templates(text.as_bytes()).unwrap();
        assert_eq!(file.templates, templates, "{text}");
        assert!(file.kept.is_empty());
        assert_eq!((file.exported_at, file.app.unwrap().version.as_str()), (Some(moment()), "0.1.0"));
        assert_eq!(read_stored_templates(&text).unwrap().templates, templates);
    }
    // What is said nothing about is not written.
    let members: Value = serde_json::from_str(&written(&Templates::default())).unwrap();
    assert_eq!(members["templates"], json!({}));
    assert_eq!((&members["format"], &members["version"]), (&json!("rollcall-templates"), &json!(TEMPLATES_VERSION)));
}

#[test]
fn what_this_version_does_not_know_is_written_back() {
    let mut value: Value = serde_json::from_str(&written(&full())).unwrap();
    value["later"] = json!({ "x": 1 });
    value["templates"]["later"] = json!([1]);
    value["templates"]["gates"][0]["later"] = json!("y");
    let file = read_templates(value.to_string().as_bytes()).unwrap();
    assert_eq!(file.templates, full());
    let again = templates_to_json(&file.templates, &file.kept, moment(), "0.1.0");
    assert_eq!(serde_json::from_str::<Value>(&again).unwrap(), value);
}

#[test]
fn each_broken_file_is_refused_with_all_that_is_wrong() {
    let around = |templates: Value| json!({ "format": "rollcall-templates", "version": 1, "templates": templates });
    let doubled = json!([{ "id": "a", "title": "One" }, { "id": "a", "title": "Two" }]);
    let cases: [(Value, &[&str]); 8] = [
        (
            json!({ "format": "rollcall-templates", "templates": {} }),
            &["version: this is missing; expected the number 1"],
        ),
        (
            json!({ "format": "rollcall-templates", "version": "1", "templates": {} }),
            &["version: expected the number 1, found"],
        ),
        (json!({ "format": "rollcall-templates", "version": 1 }), &["templates"]),
        (around(json!([])), &["templates: "]),
        (around(json!({ "criteria": doubled })), &["templates.criteria[1]"]),
        (around(json!({ "criteria": [{ "title": "No id" }] })), &["templates.criteria[0]"]),
        (
            around(json!({ "training_threshold": 101, "cab_lead": "soon" })),
            &["templates.training_threshold", "templates.cab_lead"],
        ),
        (
            around(
                json!({ "gates": [{ "id": "g", "checklist": [{ "id": "1", "check": "nonsense" }], "covers": ["all"] }] }),
            ),
            &["templates.gates[0].checklist[0].check", "templates.gates[0].covers[0]"],
        ),
    ];
    for (file, paths) in cases {
        let error = read_templates(file.to_string().as_bytes()).unwrap_err();
        let found: Vec<String> = error.problems().iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), paths.len(), "{file}: {found:?}");
        for path in paths {
            assert!(found.iter().any(|problem| problem.starts_with(path)), "{path} is not among {found:?}");
        }
        assert!(!error.cure().is_empty());
    }
    let newer = json!({ "format": "rollcall-templates", "version": 2, "templates": {} }).to_string();
    let error = read_templates(newer.as_bytes()).unwrap_err();
    assert_eq!(error, PlanFileError::Newer { found: 2, known: 1 });
    assert_eq!(error.to_string(), "The file has version 2 of the format, and this program knows version 1.");
    for bytes in [&b""[..], b"{", b"\xff\xfe{", b"null", b"[1]", b"{}"] {
        assert!(read_templates(bytes).is_err());
    }
}

/// Each kind of file, offered where another one belongs, is refused with words that say what it is and where it belongs.
#[test]
fn a_file_in_the_wrong_place_says_where_it_belongs() {
    let plan = to_json(&ready_release(), &Kept::default(), moment(), "0.1.0");
    let error = read_templates(plan.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("the plan of one release"), "{error}");
    assert!(error.cure().contains("from the list of releases"), "{}", error.cure());
    let backup = backup_to_json([], &[], None, moment(), "0.1.0");
    let error = read_templates(backup.as_bytes()).unwrap_err();
    assert!(error.to_string().contains("a backup of plans that holds no templates"), "{error}");
    let text = written(&full());
    for error in [
        open(text.as_bytes()).unwrap_err(),
        read_plan(text.as_bytes()).unwrap_err(),
        read_backup(text.as_bytes()).unwrap_err(),
    ] {
        assert_eq!(error, PlanFileError::IsTemplates);
        assert!(error.to_string().contains("templates of an organisation"), "{error}");
        assert!(error.cure().contains("Settings, Templates"), "{}", error.cure());
    }
}

#[test]
fn a_backup_carries_the_templates() {
    let release = ready_release();
    let templates = templates_value(&full(), &Kept::default(), moment(), "0.1.0");
    let backup = backup_to_json([(&release, &Kept::default())], &[], Some(templates), moment(), "0.1.0");
    assert_eq!(read_backup(backup.as_bytes()).unwrap().plans.len(), 1);
    assert_eq!(read_templates(backup.as_bytes()).unwrap().templates, full());
}

#[test]
fn the_committed_schema_of_templates_is_that_of_the_types() {
    let path = format!("{}/public/schema/templates-{TEMPLATES_VERSION}.json", env!("CARGO_MANIFEST_DIR"));
    let found = format!("{:#}\n", templates_schema());
    if std::env::var_os("ROLLCALL_BLESS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == found, "{path} differs; ROLLCALL_BLESS=1 cargo test rewrites it");
}

#[test]
fn files_are_named_after_the_organisation() {
    assert_eq!(templates_file_name("Harbour Trust", TODAY), "harbour-trust-templates-2026-03-02.json");
    assert_eq!(templates_file_name(" ", TODAY), "rollcall-templates-2026-03-02.json");
}

fn started(templates: &Templates) -> Release {
    new_release_from(id("new"), Identity::default(), templates, TODAY)
}

#[test]
fn without_templates_a_new_release_is_the_usual_one() {
    assert_eq!(started(&Templates::default()), new_release(id("new"), Identity::default()));
}

#[test]
fn a_new_release_is_what_the_templates_say() {
    let templates = full();
    let release = started(&templates);
    assert_eq!(Some(&release.criteria), templates.criteria.as_ref());
    assert_eq!(Some(&release.gates), templates.gates.as_ref());
    assert_eq!(Some(&release.rules), templates.rules.as_ref());
    assert_eq!(Some(&release.calendar), templates.calendar.as_ref());
    assert_eq!(release.criteria_list.review, templates.criteria_review);
    assert_eq!((release.training.threshold, release.cab.lead), (templates.training_threshold, templates.cab_lead));
    assert!(release.messages.is_empty());
}

/// A list of the organisation's own is a decision, and must not make each new release a No-Go.
#[test]
fn what_the_organisation_leaves_out_is_gone_with_a_reason() {
    let release = started(&full());
    let readiness = assess(&release, TODAY);
    let count = |code: Code| readiness.findings.iter().filter(|finding| finding.code == code).count();
    assert_eq!(count(Code::RemovedWithoutReason), 0);
    assert_eq!(count(Code::Removed), release.removals.len());
    assert!(missing_criteria(&release).is_empty() && missing_gates(&release).is_empty());
    let reason = |key: &str| {
        release.removals.iter().find(|it| it.key == key).map(|it| (it.reason.as_str(), it.on)).unwrap_or_default()
    };
    let defaults = default_criteria();
    let key = |at: usize| defaults.iter().nth(at).unwrap().id.to_string();
    assert_eq!(reason(&key(0)), ("Not among the organisation’s templates", Some(TODAY)));
    assert_eq!(reason(&key(1)), ("We never back out", None));
    assert_eq!(reason("floor-walkers").0, "Not among the organisation’s templates");
    // What is left out is what is missing, and nothing more.
    let left_out = 2 + (default_gates().len() - 3) + 1;
    assert_eq!(release.removals.len(), left_out);
    // An empty list asks nothing, and says so of each default.
    let none = Templates { criteria: Some(Items::default()), ..Templates::default() };
    assert_eq!(started(&none).removals.len(), default_criteria().len());
}

/// What one release has answered, seen, signed and waived stays there.
#[test]
fn a_release_hands_on_what_is_asked_and_not_what_was_answered() {
    let release = ready_release();
    assert!(release.criteria.iter().any(|criterion| criterion.answer != Answer::Unanswered));
    assert!(release.gates.iter().any(|gate| gate.outcome != GateOutcome::NotHeld && !gate.sign_offs.is_empty()));
    let templates = saved(&release);
    let next = started(&templates);
    assert_eq!(next.criteria.len(), release.criteria.len());
    assert!(next.criteria.iter().all(|criterion| {
        criterion.answer == Answer::Unanswered
            && criterion.evidence.is_empty()
            && criterion.owner.is_none()
            && criterion.due.is_none()
    }));
    assert_eq!(next.gates.len(), release.gates.len());
    for (gate, before) in next.gates.iter().zip(&release.gates) {
        assert_eq!(
            (&gate.name, &gate.requires, &gate.signatories),
            (&before.name, &before.requires, &before.signatories)
        );
        assert_eq!(gate.outcome, GateOutcome::NotHeld);
        assert!(gate.sign_offs.is_empty() && gate.findings.is_empty() && gate.evidence.is_empty());
        assert!(gate.led_by.is_none() && gate.attendees.is_empty() && gate.due.is_none() && gate.opened.is_none());
        assert!(gate.checklist.iter().all(|point| point.state == CheckState::Open && point.evidence.is_empty()));
    }
    assert!(next.rules.iter().all(|rule| rule.waiver.is_none()));
    // A file that somebody made by hand is held to the same.
    let by_hand = Templates {
        criteria: Some(release.criteria.clone()),
        gates: Some(release.gates.clone()),
        ..Templates::default()
    };
    assert!(started(&by_hand).criteria.iter().all(|criterion| criterion.answer == Answer::Unanswered));
    assert!(started(&by_hand).gates.iter().all(|gate| gate.outcome == GateOutcome::NotHeld));
}

#[test]
fn templates_are_edited_as_a_release_and_come_back() {
    for templates in [Templates::default(), full()] {
        let release = templates_as_release(&templates);
        assert_eq!(templates_from_release(&release, &templates), templates);
    }
    // What has no place in a release is taken from before.
    let before = full();
    let back = templates_from_release(&templates_as_release(&before), &Templates::default());
    assert_eq!((back.cab_lead, back.rejection_reasons), (before.cab_lead, None));
    assert_eq!(back.messages, before.messages);
}

/// Where templates are edited, a signing role goes without a reason; in a release it does not.
#[test]
fn roles_leave_templates_without_a_reason() {
    let without_roles = |release: &Release| {
        let mut gate = release.gates.first().unwrap().clone();
        gate.signatories = Items::default();
        Command::Gates(Edit::replace(gate))
    };
    let release = ready_release();
    assert_eq!(without_roles(&release).removes_without_reason(&release), Some(RemovedKind::Signatory));
    let templates = templates_as_release(&Templates::default());
    assert_eq!(without_roles(&templates).removes_without_reason(&templates), None);
}

#[test]
fn parts_are_taken_one_by_one() {
    let own = full();
    for part in TemplatePart::ALL {
        let mut templates = Templates::default();
        assert!(!templates.has(*part) && own.has(*part));
        templates.take(*part, &own);
        for other in TemplatePart::ALL {
            assert_eq!(templates.has(*other), other == part, "{part:?} brings {other:?}");
        }
        // Taking nothing is the way back.
        templates.take(*part, &Templates::default());
        assert_eq!(templates, Templates::default());
    }
    assert_eq!(own.only(TemplatePart::ALL), own);
}

#[test]
fn a_file_adds_what_is_not_there_and_leaves_the_rest() {
    let (release, templates) = (ready_release(), full());
    for (part, added, already) in [
        (TemplatePart::Criteria, 1, default_criteria().len() - 2),
        (TemplatePart::Gates, 0, 3),
        (TemplatePart::Rules, 1, 1),
        (TemplatePart::Messages, 0, 0),
    ] {
        let found = added_from(&release, part, &templates);
        assert_eq!((found.added, found.already), (added, already), "{part:?}");
        let mut after = release.clone();
        if let Some(command) = found.command {
            let undo = command.apply(&mut after).unwrap();
            assert!(release.criteria.iter().all(|criterion| after.criteria.get(criterion.id) == Some(criterion)));
            assert!(release.gates.iter().all(|gate| after.gates.get(gate.id) == Some(gate)));
            assert!(assess(&after, TODAY).verdict <= assess(&release, TODAY).verdict);
            assert_eq!(added_from(&after, part, &templates).added, 0);
            undo.apply(&mut after).unwrap();
            assert_eq!(after, release);
        } else {
            assert_eq!(added, 0);
        }
    }
    assert_eq!(
        added_from(&release, TemplatePart::Gates, &Templates::default()),
        Added { command: None, added: 0, already: 0 }
    );
}

#[test]
fn what_was_removed_and_comes_back_loses_its_reason() {
    let mut release = ready_release();
    let rule = release.rules.first().unwrap().clone();
    let removal = Removal {
        id: id("gone"),
        kind: RemovedKind::Rule,
        key: rule.id.to_string(),
        reason: "x".to_owned(),
        ..Default::default()
    };
    let gone = rollcall::plan::with_reason(removal, Command::Rules(Edit::Remove { id: rule.id }));
    gone.apply(&mut release).unwrap();
    let templates = Templates { rules: Some([rule.clone()].into_iter().collect()), ..Templates::default() };
    let command = added_from(&release, TemplatePart::Rules, &templates).command.unwrap();
    let entry = rollcall::plan::ChangeEntry { at: moment(), who: String::new(), what: String::new() };
    History::default().dispatch(&mut release, command, entry, None).unwrap();
    assert!(release.rules.contains(rule.id) && !release.removals.contains(id("gone")));
}

#[test]
fn what_the_profile_held_before_becomes_templates() {
    assert_eq!(older_templates(&[], None), Templates::default());
    let own = ["Licences are there".to_owned(), "  ".to_owned(), "The vendor is awake".to_owned()];
    let reasons = vec!["Too vague".to_owned()];
    let templates = older_templates(&own, Some(&reasons));
    assert_eq!(templates.rejection_reasons, Some(reasons));
    let titles: Vec<String> =
        templates.criteria.unwrap().iter().skip(default_criteria().len()).map(|it| it.title.clone()).collect();
    assert_eq!(titles, ["Licences are there", "The vendor is awake"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever becomes of a release, what it hands on can be written, read, edited and started from.
    #[test]
    fn any_release_hands_on_templates_that_hold(which in any::<u8>(), seeds in seeds(24)) {
        let mut release = start(which);
        for seed in seeds {
            // A command that is refused changes nothing.
            let _ = command(seed, &release).apply(&mut release);
        }
        let templates = saved(&release);
        prop_assert_eq!(&read_templates(written(&templates).as_bytes()).unwrap().templates, &templates);
        prop_assert_eq!(&templates_from_release(&templates_as_release(&templates), &templates), &templates);
        let next = started(&templates);
        let readiness = assess(&next, TODAY);
        prop_assert!(readiness.findings.iter().all(|finding| finding.code != Code::RemovedWithoutReason));
        prop_assert_eq!(&saved(&next).criteria, &templates.criteria);
        prop_assert_eq!(&saved(&next).gates, &templates.gates);
        prop_assert_eq!(&saved(&next).rules, &templates.rules);
        let ids: Vec<Id<Removal>> = next.removals.iter().map(|removal| removal.id).collect();
        prop_assert!(ids.iter().all(|id| !id.is_empty()));
    }

    #[test]
    fn any_text_is_survived(text: String) {
        let _ = read_stored_templates(&text);
        let _ = read_templates(text.as_bytes());
    }
}
