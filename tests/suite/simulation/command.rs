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
    // Only the first wave of the plan has a planned start, with which the rollout begins.
    let starts: Vec<&Value> = said["waves"].as_array().unwrap().iter().map(|wave| &wave["start"]).collect();
    assert_eq!(starts, [&Value::from(0.0), &Value::Null, &Value::Null]);
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
        (["--strategies", "phased_push,bigbang"], "there is no strategy \"bigbang\""),
        (["--trials", "0"], "from 1 to 200000"),
        (["--trials", "1000000000"], "from 1 to 200000"),
        (["--trials", "-1"], "from 1 to 200000"),
        (["--trials", "1.5"], "from 1 to 200000"),
        (["--seed", "-1"], "a whole number from 0"),
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

/// A plan with one group of people, and inputs as they are in a plan.
fn plan(inputs: &str) -> String {
    format!(
        r#"{{"format": "rollcall-plan", "version": 3, "release": {{"id": "r1", "identity": {{"currency": "EUR"}}, "departments":
        [{{"id": "d1", "impacted": true, "groups": [{{"id": "g1", "size": 50}}]}}], "rollout": {{"simulation": {{"inputs":
        {{{inputs}}}}}}}}}}}"#
    )
}

fn simulate_plan(arguments: &[&str], plan: &str) -> (i32, String, String) {
    let quick = ["simulate", "-", "--trials", "5", "--no-sensitivity", "--no-first-waves"];
    rollcall(&[&quick, arguments].concat(), plan)
}

#[test]
fn an_input_that_is_unknown_is_named_with_the_nearest() {
    let (exit, out, err) = simulate_plan(&[], &plan(r#""hitrate": {"value": 2}, "dekk_capacity": {"value": 3}"#));
    assert_eq!(exit, 0);
    assert!(out.contains("50 people"), "{out}");
    for (key, nearest) in [("hitrate", "hit_rate"), ("dekk_capacity", "desk_capacity")] {
        let line = err.lines().find(|line| line.contains(&format!("inputs.{key} "))).unwrap_or_default();
        assert!(line.starts_with("rollcall: note: ") && line.ends_with(nearest), "{err}");
    }
    let (_, _, err) = simulate_plan(&[], &plan(r#""hit_rate": {"value": 2}"#));
    assert_eq!(err, "");
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let (exit, with, err) = simulate_plan(&["--format", "json"], &format!("\u{FEFF}{}", plan("")));
    assert_eq!((exit, err.as_str()), (0, ""));
    assert!(with.contains("\"people\": 50.0"), "{with}");
}

#[test]
fn all_may_be_named_beside_others() {
    let said = json(&["--trials", "5", "--no-sensitivity", "--no-first-waves", "--strategies", "big_bang_pull,all"]);
    let strategies = said["strategies"].as_array().unwrap();
    assert_eq!((strategies.len(), &strategies[0]["strategy"]), (9, &Value::from("big_bang_pull")));
}

#[test]
fn values_are_said_in_their_units_and_only_what_was_done_is_timed() {
    let (_, text, _) = simulate_plan(&[], &plan(r#""start_hour": {"value": 8.5}, "hour_cost": {"value": 70}"#));
    for words in ["Time of day at the start: 08:30 (entered)", "EUR 70 (entered)", " s for the simulation.\n"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(!text.contains("for what matters most") && !text.contains("for the first wave."), "{text}");
    let plan = plan("");
    let (_, text, _) =
        rollcall(&["simulate", "-", "--trials", "5", "--no-sensitivity", "--strategies", "phased_push"], &plan);
    assert!(text.contains(" s for the first wave.") && !text.contains("for what matters most"), "{text}");
}

#[test]
fn what_is_used_is_printed_and_parts_of_counts_are_refused() {
    let inputs = r#""trained_share": {"value": 10}, "link_rate": {"value": 40}"#;
    let (_, out, _) = simulate_plan(&["--format", "json"], &plan(inputs));
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&said["groups"][0]["trained"], &said["groups"][0]["link"]), (&Value::from(0.1), &Value::from(40.0)));
    assert!(said["frontier"].as_array().is_some_and(|all| !all.is_empty()));
    let (exit, _, err) = simulate_plan(&[], &plan(r#""reports_needed": {"value": 2.5}"#));
    assert_eq!(exit, 2);
    assert!(err.contains("whole number from 1 to 1000, and not 2.5"), "{err}");
}

#[test]
fn where_no_currency_is_set_the_table_says_so() {
    let priced = plan(r#""hour_cost": {"value": 75}"#);
    let bare = priced.replace("EUR", "");
    let text = |plan: &str| simulate_plan(&["--format", "text"], plan).1;
    for (plan, head, input) in
        [(&priced, "\nCost (EUR)\n", ": EUR 75 ("), (&bare, "\nCost (no currency set)\n", ": 75 (no currency set) (")]
    {
        let text = text(plan);
        assert!(text.contains(head) && text.contains(input), "{text}");
    }
}

#[test]
fn people_get_a_table() {
    let (_, text, _) = simulate(&["--trials", "20", "--no-sensitivity", "--strategies", "phased_push,phased_pull"]);
    for words in ["Phased, push", "Cost (EUR)", "Chance of", "Size of the first wave", "entered by Rita", "never"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 120), "{text}");
}
