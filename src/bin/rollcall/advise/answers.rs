//! Answers that come without a plan: a JSON object, read strictly.

use std::collections::BTreeMap;
use std::fmt::{self, Formatter};
use std::path::Path;

use rollcall::plan::Weight;
use rollcall::plan_file::Problem;
use rollcall::strategy::{Answers, Factor, Reply, UNKNOWN, Weights, factor};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::super::Complaint;

/// The member that holds weights.
const WEIGHTS: &str = "weights";

/// Reads answers, with everything that is wrong with them.
pub fn read(path: &Path, bytes: &[u8]) -> Result<Answers, Complaint> {
    let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
    // Some editors put a byte order mark before a text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let no_object = |error: serde_json::Error| Complaint {
        what: format!("{name}: this is no JSON object: {error}."),
        problems: Vec::new(),
        cure: "Write an object with the key of a question and the key of its answer, such as {\"urgency\": \"soon\"}.",
    };
    let members: Map<String, Value> = serde_json::from_slice(bytes).map_err(no_object)?;
    let mut problems = repeated(bytes);
    let mut stored = BTreeMap::new();
    let mut weights = BTreeMap::new();
    for (key, value) in &members {
        let read = match (key.as_str(), value) {
            (WEIGHTS, Value::Object(given)) => {
                for (key, value) in given {
                    match weight(key, value) {
                        Ok(weight) => drop(weights.insert(key.clone(), weight)),
                        Err(message) => problems.push(problem(&format!("{WEIGHTS}.{key}"), message)),
                    }
                }
                continue;
            }
            (WEIGHTS, _) => Err("expected an object of questions with their weights".to_owned()),
            (key, value) => reply(key, value),
        };
        match read {
            Ok(reply) => drop(stored.insert(key.clone(), reply)),
            Err(message) => problems.push(problem(key, message)),
        }
    }
    if problems.is_empty() {
        return Ok(Answers::read(&stored).weighed(Weights::read(&weights)));
    }
    let count = if problems.len() == 1 { "one problem".to_owned() } else { format!("{} problems", problems.len()) };
    let cure = "Correct the places named, and try again.";
    Err(Complaint { what: format!("{name}: these are no answers, for {count}."), problems, cure })
}

/// The keys that are there more than once, among the questions or among the weights: the parser takes the last of them, and
/// nobody knows which was meant.
fn repeated(bytes: &[u8]) -> Vec<Problem> {
    // Where it cannot be read in this way, something else is wrong with it.
    let Keys(keys) = serde_json::from_slice(bytes).unwrap_or_default();
    let again = keys.iter().enumerate().filter(|(at, key)| keys.iter().take(*at).any(|other| other == *key));
    again.map(|(_, key)| problem(key, "this key is there more than once".to_owned())).collect()
}

/// The keys of an object, each as often as it is there; those of the weights with their path.
#[derive(Default)]
struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Gather)
    }
}

struct Gather;

impl<'de> Visitor<'de> for Gather {
    type Value = Keys;

    fn expecting(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Keys, A::Error> {
        let mut keys = Vec::new();
        while let Some(key) = members.next_key::<String>()? {
            if key == WEIGHTS {
                let Keys(weights) = members.next_value()?;
                keys.extend(weights.into_iter().map(|weight| format!("{WEIGHTS}.{weight}")));
            } else {
                let IgnoredAny = members.next_value()?;
            }
            keys.push(key);
        }
        Ok(Keys(keys))
    }
}

fn problem(path: &str, message: String) -> Problem {
    Problem { path: path.to_owned(), message, plan: None }
}

fn known(key: &str) -> Result<&'static Factor, String> {
    let all = || rollcall::strategy::FACTORS.iter().map(|factor| factor.key).collect::<Vec<_>>().join(", ");
    factor(key).ok_or_else(|| format!("there is no such question; the questions are {}", all()))
}

fn reply(key: &str, value: &Value) -> Result<String, String> {
    let factor = known(key)?;
    let reply = value.as_str().and_then(|answer| Reply::from_key(factor, answer));
    let answers = || factor.answers.iter().map(|answer| answer.key).collect::<Vec<_>>().join(", ");
    let reply = reply.ok_or_else(|| format!("there is no such answer; the answers are {} and {UNKNOWN}", answers()))?;
    Ok(reply.key().to_owned())
}

fn weight(key: &str, value: &Value) -> Result<Weight, String> {
    known(key)?;
    let weight = value.as_u64().and_then(|number| u8::try_from(number).ok());
    let weight = weight.and_then(|number| Weight::try_from(number).ok());
    weight.ok_or_else(|| "expected a whole number from 0 to 5".to_owned())
}
