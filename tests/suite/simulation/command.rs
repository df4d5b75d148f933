//! `rollcall simulate`, run as people run it.

use serde_json::Value;

use crate::command::rollcall;

fn simulate(arguments: &[&str]) -> (i32, String, String) {
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plans/simulated.json");
    rollcall(&[&["simulate", plan], arguments].concat(), "")
}

fn json(arguments: &[&str]) -> Value {
    let (exit, out, err) = simulate(&[arguments, &["--format", "json", "--today", "2026-03-01"]].concat());
    assert_eq!(exit, 0, "{err}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn it_says_every_input_and_every_figure() {
    let said = json(&["--trials", "20", "--no-sensitivity"]);
    assert_eq!((said["trials"].as_u64(), said["seed"].as_u64()), (Some(20), Some(7)));
    let inputs = said["inputs"].as_array().unwrap();
    assert_eq!(inputs.len(), rollcall::rollout::simulation::INPUTS.len());
    for kind in ["default", "plan", "entered"] {
        assert!(inputs.iter().any(|input| input["origin"]["kind"] == kind), "{kind}");
    }
    let strategies = said["strategies"].as_array().unwrap();
    assert_eq!(strategies.len(), 9);
    for strategy in strategies {
        assert_eq!(strategy["figures"].as_array().unwrap().len(), 9);
        for chance in ["meets_date", "back_out", "undetected"] {
            assert!(strategy[chance]["low"].as_f64() <= strategy[chance]["high"].as_f64());
        }
        assert_eq!(strategy["adoption"][0].as_array().unwrap().len(), 4);
    }
    assert_eq!(said["comparisons"].as_array().unwrap().len(), 36 * 9);
    assert!(said["sensitivity"].is_null());
    let phased = said["first_waves"].as_array().unwrap();
    assert_eq!(phased.len(), 3);
    for found in phased {
        let sizes = found["sizes"].as_array().unwrap();
        let exposed = |people: &Value| {
            let size = sizes.iter().find(|size| size["people"] == *people).unwrap();
            size["exposed"]["value"].as_f64().unwrap()
        };
        assert!(exposed(&found["best"]) <= exposed(&found["planned"]));
        assert_eq!(sizes.last().unwrap()["people"].as_f64(), said["people"].as_f64());
    }
    assert!(json(&["--trials", "5", "--no-sensitivity", "--no-first-waves"])["first_waves"].is_null());
    assert!(said["runtime"]["simulation"].as_f64().unwrap() > 0.0);
}

#[test]
fn strategies_can_be_named_in_any_order() {
    let said =
        json(&["--trials", "20", "--seed", "3", "--no-sensitivity", "--strategies", "phased_push, big_bang_pull"]);
    let all = json(&["--trials", "20", "--seed", "3", "--no-sensitivity"]);
    let named = said["strategies"].as_array().unwrap();
    assert_eq!(
        named.iter().map(|it| it["strategy"].as_str().unwrap()).collect::<Vec<_>>(),
        ["phased_push", "big_bang_pull"]
    );
    let same = all["strategies"].as_array().unwrap().iter().find(|it| it["strategy"] == "phased_push").unwrap();
    assert_eq!(same["figures"], named[0]["figures"]);
}

#[test]
fn what_cannot_be_simulated_is_refused() {
    for (arguments, words) in [
        (["--strategies", "all_at_once"], "big_bang_push"),
        (["--trials", "0"], "0 is not in"),
        (["--trials", "1000000000"], "is not in"),
        (["--seed", "-1"], "unexpected argument"),
    ] {
        let (exit, out, err) = simulate(&arguments);
        assert_eq!((exit, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(words), "{arguments:?}: {err}");
    }
    // A plan that names nobody.
    let plan = r#"{"format": "rollcall-plan", "version": 3, "release": {"id": "r1"}}"#;
    let (exit, _, err) = rollcall(&["simulate", "-"], plan);
    assert_eq!(exit, 2);
    assert!(err.contains("nobody"), "{err}");
}

#[test]
fn people_get_a_table() {
    let (_, text, _) = simulate(&["--trials", "20", "--no-sensitivity", "--strategies", "phased_push,phased_pull"]);
    for words in ["Phased, push", "Cost (EUR)", "Chance of", "Size of the first wave", "entered by Rita", "never"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
}
