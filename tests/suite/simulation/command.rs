//! `rollcall simulate`, run as people run it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn simulate(arguments: &[&str]) -> Output {
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plans/simulated.json");
    Command::new(env!("CARGO_BIN_EXE_rollcall")).arg("simulate").arg(plan).args(arguments).output().unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = simulate(&[arguments, &["--format", "json", "--today", "2026-03-01"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
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
        let output = simulate(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(words), "{arguments:?}: {output:?}");
        assert!(output.stdout.is_empty());
    }
    // A plan that names nobody.
    let mut child = Command::new(env!("CARGO_BIN_EXE_rollcall"))
        .args(["simulate", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let plan = r#"{"format": "rollcall-plan", "version": 3, "release": {"id": "r1"}}"#;
    child.stdin.take().unwrap().write_all(plan.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nobody"), "{output:?}");
}

#[test]
fn people_get_a_table() {
    let output = simulate(&["--trials", "20", "--no-sensitivity", "--strategies", "phased_push,phased_pull"]);
    let text = String::from_utf8(output.stdout).unwrap();
    for words in ["Phased, push", "Cost (EUR)", "Chance of", "entered by Rita", "never"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
}
