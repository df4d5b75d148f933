//! The command `rollcall advise`: what it says of a plan and of answers alone, against the library.

use rollcall::plan::{Approach, Delivery, Release, Strategy as Way, StrategyChoice, Weight};
use rollcall::plan_file::{Kept, read_plan, to_json};
use rollcall::readiness::{answers as answers_of, default_rules};
use rollcall::strategy::catalogue::{combination, strategy_of_key};
use rollcall::strategy::{Advice, Analysis, Answers, DRAWS, FACTORS, SEED, UNKNOWN, Weights, advise};
use serde_json::{Value, json};

use crate::command::rollcall;
use crate::situations::SITUATIONS;
use crate::strategy::replies;

fn reported(arguments: &[&str], input: &str) -> Value {
    let (exit, out, err) = rollcall(&[&["advise"], arguments, &["--format", "json"]].concat(), input);
    assert_eq!((exit, err.as_str()), (0, ""));
    serde_json::from_str(&out).expect("it is JSON")
}

fn file_of(keys: &[&str]) -> Value {
    FACTORS.iter().zip(keys).map(|(factor, key)| (factor.key.to_owned(), json!(key))).collect()
}

/// Whether every figure of a report is the library's.
fn agrees(report: &Value, answers: &Answers) {
    let (advice, analysis): (Advice, Analysis) = (advise(answers), Analysis::of(answers));
    let key = |way: Option<Way>| way.map(|way| combination(way).key);
    assert_eq!(report["winner"], json!(key(advice.winner().map(|winner| winner.strategy()))));
    let lists = [("ranking", &advice.ranking), ("excluded", &advice.excluded)];
    for (name, candidates) in lists {
        let rows = report[name].as_array().expect("a list");
        assert_eq!(rows.len(), candidates.len(), "{name}");
        for (row, candidate) in rows.iter().zip(candidates) {
            assert_eq!(row["strategy"], candidate.combination.key);
            assert_eq!(row["place"], json!(advice.place(candidate.strategy())));
            assert_eq!(row["points"], candidate.score.points.value());
            assert_eq!(
                (&row["fewest"], &row["most"]),
                (&json!(candidate.score.low.value()), &json!(candidate.score.high.value()))
            );
            // A reader adds up what is listed, and has the points.
            let sum = |list: &str| {
                row[list]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|it| it["points"].as_f64().expect("a number"))
                    .sum::<f64>()
            };
            assert_eq!(json!(sum("contributions") + sum("interactions")), row["points"]);
            for given in row["contributions"].as_array().expect("a list").iter().filter(|it| it["answer"] != UNKNOWN) {
                let effects = given["effects"]
                    .as_array()
                    .expect("a list")
                    .iter()
                    .map(|it| it["effect"].as_f64().expect("a number"));
                assert_eq!(
                    json!(effects.sum::<f64>() * given["weight"].as_f64().expect("a number") + 0.0),
                    given["points"]
                );
            }
            assert_eq!(row["reasons"].as_array().expect("a list").len(), candidate.exclusions.len());
        }
    }
    let points: Vec<Value> = analysis
        .points
        .iter()
        .map(|tip| json!([tip.factor.key, tip.from.map(|from| from.key()), tip.to.key, tip.steps, key(tip.winner)]))
        .collect();
    let said = report["tipping_points"].as_array().expect("a list").iter();
    let said: Vec<_> =
        said.map(|tip| json!([tip["question"], tip["from"], tip["to"], tip["steps"], tip["winner"]])).collect();
    assert_eq!(said, points);
    assert_eq!(report["tipping_pairs"].as_array().expect("a list").len(), analysis.pairs.len());
    for (said, pair) in report["tipping_pairs"].as_array().expect("a list").iter().zip(&analysis.pairs) {
        assert_eq!((&said["steps"], &said["winner"]), (&json!(pair.steps), &json!(key(pair.winner))));
        for (said, turn) in said["answers"].as_array().expect("two").iter().zip(pair.turns) {
            assert_eq!((&said["question"], &said["to"]), (&json!(turn.factor.key), &json!(turn.to.key)));
        }
    }
    for (said, interval) in report["weight_intervals"].as_array().expect("a list").iter().zip(&analysis.intervals) {
        for (said, end) in [(&said["from"], interval.from), (&said["to"], interval.to)] {
            let expected = json!({
                "value": end.at.value(), "exact": end.at.to_string(), "closed": end.closed, "beyond": key(end.beyond),
            });
            assert_eq!(*said, expected);
        }
    }
    match &analysis.robustness {
        None => assert_eq!(report["robustness"], Value::Null),
        Some(found) => {
            let said = &report["robustness"];
            assert_eq!(
                (&said["draws"], &said["seed"], &said["stays"]),
                (&json!(DRAWS), &json!(SEED), &json!(found.stays))
            );
            let (low, high) = found.interval();
            let shares = [(&said["share"], found.share()), (&said["interval"][0], low), (&said["interval"][1], high)];
            // Reading JSON may lose the last bit.
            assert!(shares.iter().all(|(said, share)| (said.as_f64().expect("a number") - share).abs() < 1e-15));
        }
    }
    assert_eq!(report["unknowns"].is_null(), analysis.unknowns.is_none());
}

#[test]
fn answers_alone_get_the_librarys_advice() {
    for situation in SITUATIONS.iter().step_by(5) {
        let report = reported(&["--answers", "-"], &file_of(&situation.answers).to_string());
        assert_eq!(report["chosen"], Value::Null);
        agrees(&report, &replies(&situation.answers));
    }
}

#[test]
fn weights_and_gaps_are_taken_into_account() {
    let mut keys = SITUATIONS[2].answers;
    keys[6] = UNKNOWN;
    let mut file = file_of(&keys);
    file["weights"] = json!({ "undo": 0, "training": 5 });
    file.as_object_mut().expect("an object").remove("reach");
    let report = reported(&["--answers", "-"], &file.to_string());
    let weights = [("undo".to_owned(), Weight::new(0)), ("training".to_owned(), Weight::new(5))];
    let mut stored: std::collections::BTreeMap<_, _> =
        FACTORS.iter().zip(keys).map(|(factor, key)| (factor.key.to_owned(), key.to_owned())).collect();
    stored.remove("reach");
    agrees(&report, &Answers::read(&stored).weighed(Weights::read(&weights.into())));
    let asked = |key: &str| {
        let all = report["questions"].as_array().expect("a list");
        all.iter().find(|it| it["question"] == key).expect("the question").clone()
    };
    assert_eq!((&asked("undo")["weight"], &asked("undo")["default_weight"]), (&json!(0), &json!(4)));
    assert_eq!((&asked("reach")["answer"], &asked("urgency")["answer"]), (&Value::Null, &json!("unknown")));
    assert_eq!((&report["unknowns"]["questions"], &report["unknowns"]["ways"]), (&json!(["urgency"]), &json!(4)));
    let ways = report["unknowns"]["outcomes"].as_array().expect("few enough").iter();
    assert_eq!(ways.map(|it| it["ways"].as_u64().expect("a number")).sum::<u64>(), 4);
}

/// A plan with rules, a choice against the advice and a weight of its own.
fn plan() -> Release {
    let mut release = Release { rules: default_rules(), ..Release::default() };
    release.identity.first_of_type = true;
    release.strategy.answers = [("urgency", "planned"), ("undo", "hours"), ("training", "much")]
        .map(|(question, answer)| (question.to_owned(), answer.to_owned()))
        .into();
    release.strategy.weights.insert("training".to_owned(), Weight::new(5));
    let strategy = Way { approach: Approach::BigBang, delivery: Delivery::Push };
    release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
    release
}

fn written(release: &Release) -> String {
    to_json(release, &Kept::default(), "2026-11-23T09:30:00Z".parse().expect("a moment"), "0")
}

#[test]
fn a_plan_is_advised_on_under_its_own_rules() {
    let text = written(&plan());
    let report = reported(&["-"], &text);
    agrees(&report, &answers_of(&read_plan(text.as_bytes()).expect("a plan").release));
    assert_eq!(report["chosen"], "big_bang_push");
    let excluded = report["excluded"].as_array().expect("a list");
    assert_eq!(excluded.len(), 3);
    assert_eq!(
        (&excluded[0]["reasons"][0]["key"], &excluded[0]["reasons"][0]["ground"]),
        (&json!("first-of-type-not-big-bang"), &json!("forbidden"))
    );
}

#[test]
fn people_read_tables() {
    let (exit, out, err) = rollcall(&["advise", "-"], written(&plan()));
    assert_eq!((exit, err.as_str()), (0, ""));
    let titles = ["Ranking", "Excluded", "What each answer contributes", "What would change it", "How firm it is"];
    let places: Vec<_> = titles.iter().map(|title| out.find(&format!("\n{title}\n")).expect(title)).collect();
    assert!(places.is_sorted(), "{out}");
    assert!(out.contains("Chosen is Big Bang, push: One of those that the advisor excludes."), "{out}");
    assert!(out.contains("of 2,000 weightings"), "{out}");
    assert!(out.lines().all(|line| line == line.trim_end()), "no spaces at the end");
    let (exit, out, _) = rollcall(&["advise", "--answers", "-"], "{}");
    assert_eq!(exit, 0);
    assert!(out.starts_with("Nothing is answered, so that nothing can be advised.\n"), "{out}");
}

#[test]
fn a_rule_cannot_act_on_a_terminal() {
    let mut release = plan();
    let mut rule = release.rules.iter().next().expect("a rule").clone();
    rule.name = "bell\u{7}\u{1b}[2J".to_owned();
    release.rules = [rule].into_iter().collect();
    let (exit, out, _) = rollcall(&["advise", "-"], written(&release));
    assert_eq!(exit, 0);
    assert!(out.contains("bell") && !out.contains(['\u{7}', '\u{1b}']));
}

#[test]
fn what_cannot_be_read_is_refused_with_every_problem() {
    let wrong = r#"{"urgency":"yesterday","moon":"full","undo":3,"weights":{"undo":6,"moon":1,"reach":2.5}}"#;
    let (exit, out, err) = rollcall(&["advise", "--answers", "-"], wrong);
    assert_eq!((exit, out.as_str()), (2, ""));
    for place in [
        "urgency: there is no such answer; the answers are now, soon",
        "moon: there is no such question",
        "undo: ",
        "weights.undo: expected",
        "weights.moon: ",
        "weights.reach: ",
    ] {
        assert!(err.contains(place), "{place}\n{err}");
    }
    assert!(err.contains("6 problems"), "{err}");
    for (arguments, input) in [
        (vec!["advise", "--answers", "-"], "[]"),
        (vec!["advise", "--answers", "-"], "{"),
        (vec!["advise", "--answers", "-"], r#"{"weights":[]}"#),
        (vec!["advise", "-"], "{}"),
        (vec!["advise"], ""),
        (vec!["advise", "-", "--answers", "-"], "{}"),
        (vec!["advise", "no-such-file.json"], ""),
    ] {
        let (exit, out, err) = rollcall(&arguments, input);
        assert_eq!((exit, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_repeated_key_is_refused_and_a_byte_order_mark_is_not() {
    let twice = r#"{"urgency":"now","weights":{"reach":1,"undo":2,"reach":3},"undo":"hours","urgency":"soon"}"#;
    let (exit, out, err) = rollcall(&["advise", "--answers", "-"], twice);
    assert_eq!((exit, out.as_str()), (2, ""));
    for place in ["  urgency: this key is there more than once", "  weights.reach: this key is there more than once"] {
        assert!(err.contains(place), "{place}\n{err}");
    }
    assert!(err.contains("2 problems"), "{err}");
    let once = r#"{"urgency":"now","weights":{"reach":1}}"#;
    assert_eq!(reported(&["--answers", "-"], once), reported(&["--answers", "-"], &format!("\u{FEFF}{once}")));
}

/// Every member of a report, by its path, without the keys of examples.
fn members(value: &Value, path: &str, found: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Object(of) if !path.ends_with("example") => of.iter().for_each(|(name, member)| {
            found.insert(name.clone());
            members(member, &format!("{path}.{name}"), found);
        }),
        Value::Array(list) => list.iter().for_each(|entry| members(entry, path, found)),
        _ => {}
    }
}

#[test]
fn every_member_is_documented() {
    let mut keys = SITUATIONS[3].answers;
    keys[6] = UNKNOWN;
    keys[4] = UNKNOWN;
    let report = reported(&["--answers", "-"], &file_of(&keys).to_string());
    let mut found = std::collections::BTreeSet::new();
    members(&report, "", &mut found);
    assert!(found.len() > 40, "{found:?}");
    let page = include_str!("../../docs/advise.md");
    let missing: Vec<_> = found.iter().filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/advise.md says nothing of {missing:?}");
    for factor in &FACTORS {
        let answers = factor.answers.iter().map(|answer| format!("`{}`", answer.key)).collect::<Vec<_>>().join(", ");
        let row = format!("| `{}`: {} | {answers} | {} |", factor.key, factor.question, factor.weight);
        assert!(page.contains(&row), "docs/advise.md lacks {row}");
    }
    let (exit, help, _) = rollcall(&["advise", "--help"], "");
    assert_eq!(exit, 0);
    for name in report.as_object().expect("an object").keys() {
        assert!(help.contains(name.as_str()), "--help says nothing of {name}");
    }
    assert!(strategy_of_key(report["winner"].as_str().expect("a winner")).is_some());
}
