//! What the types of a plan can hold and a file must not: dates out of order, ids that are no names, and weights of nothing.

use std::collections::HashMap;

use jiff::civil::Date;
use serde_json::Value;

use super::error::Problem;
use super::place::{Place, Step, id_of, quoted};
use super::reader::Flaw;
use crate::days::FromText;
use crate::order;
use crate::plan::{Release, Written};
use crate::rollout::simulation::Input;
use crate::strategy::factor;

/// Two days of which the second must not be before the first, each with the words that lead to it.
struct Order {
    within: &'static [&'static str],
    first: (&'static str, &'static str),
    second: (&'static str, &'static str),
}

const ORDERS: &[Order] = &[
    Order {
        within: &["release", "rollout", "parallel"],
        first: ("from", "it starts on"),
        second: ("until", "running in parallel ends on"),
    },
    Order {
        within: &["release", "rollout", "pull"],
        first: ("from", "fetching it starts on"),
        second: ("deadline", "the deadline for fetching the release is"),
    },
];

/// What would keep this release from being read again after it was exported: worth telling before the export.
#[must_use]
pub fn check(release: &Release) -> Vec<Problem> {
    let release = release.write();
    let envelope = Value::Object(order::gathered([("release".to_owned(), release)]));
    let problem = |flaw: Flaw| Problem { path: flaw.place.to_string(), message: flaw.sentence, plan: None };
    flaws(&envelope).into_iter().map(problem).collect()
}

/// The flaws of an envelope that is otherwise as it should be, or at least as far as it is.
pub(super) fn flaws(envelope: &Value) -> Vec<Flaw> {
    let mut flaws: Vec<Flaw> = ORDERS.iter().filter_map(|order| out_of_order(envelope, order)).collect();
    flaws.extend(groups_of_several_departments(envelope));
    flaws.extend(weights_of_nothing(envelope));
    flaws.extend(inputs_out_of_range(envelope));
    flaws
}

fn out_of_order(envelope: &Value, order: &Order) -> Option<Flaw> {
    let plan = order.within.iter().try_fold(envelope, |value, name| value.get(name))?;
    let day = |name: &str| plan.get(name)?.as_str().and_then(Date::from_text);
    let (first, second) = (day(order.first.0)?, day(order.second.0)?);
    (second < first).then(|| {
        let within = order.within.iter().fold(Place::default(), |place, name| place.member(name));
        Flaw {
            place: within.member(order.second.0),
            sentence: format!("{} {second}, before {} {first}", order.second.1, order.first.1),
        }
    })
}

/// Waves refer to groups without their department, so that a group's id must be its own over all departments.
fn groups_of_several_departments(envelope: &Value) -> Vec<Flaw> {
    let departments = list(envelope.get("release").and_then(|release| release.get("departments")));
    let mut seen: HashMap<&str, (usize, Place)> = HashMap::new();
    let mut flaws = Vec::new();
    for (d, department) in departments.iter().enumerate() {
        for (g, group) in list(department.get("groups")).iter().enumerate() {
            let Some(id) = id_of(group) else { continue };
            let place = Place::default().member("departments").entry(d).member("groups").entry(g);
            match seen.get(id) {
                // Twice in one department: reading has said so.
                Some((department, _)) if *department == d => {}
                Some((_, first)) => flaws.push(Flaw {
                    place: within_release(place.member("id")),
                    sentence: format!(
                        "the id {} is taken already, by {first}; groups of other departments cannot share it",
                        quoted(id)
                    ),
                }),
                None => {
                    seen.insert(id, (d, place));
                }
            }
        }
    }
    flaws
}

/// A weight for a question that nobody asks would count for nothing, and somebody means something by it.
fn weights_of_nothing(envelope: &Value) -> Vec<Flaw> {
    let weights = envelope.pointer("/release/strategy/weights").and_then(Value::as_object);
    let unasked = weights.into_iter().flatten().map(|(key, _)| key).filter(|key| factor(key).is_none());
    let flaw = |key: &String| Flaw {
        place: within_release(Place::default().member("strategy").member("weights").member(key)),
        sentence: format!("{} is no question of the advisor, so that it cannot have a weight", quoted(key)),
    };
    unasked.map(flaw).collect()
}

/// Inputs of the simulation that cannot be what they are. One that this version does not know may be anything.
fn inputs_out_of_range(envelope: &Value) -> Vec<Flaw> {
    const WITHIN: [&str; 4] = ["release", "rollout", "simulation", "inputs"];
    let inputs = WITHIN.iter().try_fold(envelope, |value, name| value.get(name)).and_then(Value::as_object);
    let mut flaws = Vec::new();
    for (key, entered) in inputs.into_iter().flatten() {
        let value = entered.get("value").and_then(Value::as_f64);
        let Some((about, value)) = Input::from_key(key).map(Input::about).zip(value) else { continue };
        if !about.allows(value) {
            let within = WITHIN.iter().fold(Place::default(), |place, name| place.member(name));
            flaws.push(Flaw {
                place: within.member(key).member("value"),
                sentence: if about.is_whole() {
                    format!("this input is a whole number from {} to {}, and not {value}", about.least, about.most)
                } else {
                    format!("this input goes from {} to {}, and not to {value}", about.least, about.most)
                },
            });
        }
    }
    flaws
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn within_release(place: Place) -> Place {
    let release = Step::Member("release".to_owned());
    Place([vec![release], place.0].concat())
}
