//! Releases of every shape, and changes to them.
//!
//! They are drawn from the JSON Schema, which comes from the types: a new section or field is covered as soon as it
//! exists.

use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use rollcall::plan::{Command, Edit, Item, Items, Release};
use rollcall::plan_file::{read_entry, schema};
use serde_json::{Map, Value, json};

/// Any release that a file can hold.
pub fn release() -> impl Strategy<Value = Release> {
    release_with(text().boxed())
}

/// Any release whose free texts are drawn from `texts`.
pub fn release_with(texts: BoxedStrategy<String>) -> impl Strategy<Value = Release> {
    let schema = schema();
    value_of(&schema["properties"]["release"], &schema, &texts)
        .prop_map(|release| read_entry(&in_order(release)).expect("what the schema allows can be read"))
}

/// A release, and commands that apply to it one after the other.
pub fn release_and_commands() -> impl Strategy<Value = (Release, Vec<Command>)> {
    let roll = (any::<Index>(), 0..4_usize, any::<Index>(), 0..4_usize);
    (release(), release(), vec(roll, 0..12)).prop_map(|(start, donor, rolls)| {
        let mut release = start.clone();
        let mut commands = Vec::new();
        for (section, kind, pick, to) in rolls {
            let choices = choices(&release, &donor, kind, pick, to);
            let Some(command) = (!choices.is_empty()).then(|| section.get(&choices).clone()) else { continue };
            command.clone().apply(&mut release).expect("the command was made for this release");
            commands.push(command);
        }
        (start, commands)
    })
}

/// A text as somebody, or some program, may write it.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z]{1,8}( [a-z]{1,8}){0,3}",
        1 => Just(String::new()),
        1 => Just("<script>alert(\"1\")</script> & 'more' \\ \u{202e}".to_owned()),
        1 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
    ]
}

/// A text that is an id.
pub fn id() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-z]{1,3}-[0-9]{1,2}", 1 => "[A-Za-z0-9._-]{1,40}"]
}

/// A day on which a release might be planned.
pub fn day() -> impl Strategy<Value = jiff::civil::Date> {
    (2024..2030_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

/// Any JSON value of moderate depth.
pub fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1000..1000_i32).prop_map(|number| json!(f64::from(number) / 4.0)),
        text().prop_map(Value::from),
        id().prop_map(Value::from),
        day().prop_map(|day| json!(day.to_string())),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let name = prop_oneof![text(), id(), Just("id".to_owned())];
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::Array),
            vec((name, inner), 0..5).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn value_of(part: &Value, schema: &Value, texts: &BoxedStrategy<String>) -> BoxedStrategy<Value> {
    let any_of = |parts: &[Value]| {
        let strategies: Vec<_> = parts.iter().map(|part| value_of(part, schema, texts)).collect();
        proptest::strategy::Union::new(strategies).boxed()
    };
    if let Some(pointer) = part["$ref"].as_str() {
        let definition = schema.pointer(pointer.trim_start_matches('#')).expect("a reference leads somewhere");
        return value_of(definition, schema, texts);
    }
    if let Some([only]) = part["allOf"].as_array().map(Vec::as_slice) {
        return value_of(only, schema, texts);
    }
    if let Some(parts) = part["anyOf"].as_array().or(part["oneOf"].as_array()) {
        return any_of(parts);
    }
    if let Some(value) = part.get("const") {
        return Just(value.clone()).boxed();
    }
    if let Some(words) = part["enum"].as_array() {
        return proptest::sample::select(words.clone()).boxed();
    }
    if let Some(types) = part["type"].as_array() {
        let alone = |kind: &Value| {
            let mut part = part.clone();
            part["type"] = kind.clone();
            part
        };
        return any_of(&types.iter().map(alone).collect::<Vec<_>>());
    }
    match part["type"].as_str() {
        Some("null") => Just(Value::Null).boxed(),
        Some("boolean") => any::<bool>().prop_map(Value::from).boxed(),
        Some("integer") => {
            let (least, most) = match part["format"].as_str() {
                Some("uint8") => (0, 255),
                Some("uint32") => (0, i64::from(u32::MAX)),
                Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
                _ => (i64::MIN, i64::MAX),
            };
            let most = part["maximum"].as_i64().map_or(most, |maximum| maximum.min(most));
            let least = part["minimum"].as_i64().map_or(least, |minimum| minimum.max(least));
            prop_oneof![3 => least.max(0)..=most.min(100), 1 => least..=most].prop_map(Value::from).boxed()
        }
        // Hundredths, so that they have no more places than a decimal may have.
        Some("number") => {
            let least = if part["minimum"].as_f64() == Some(0.0) { 0 } else { -100_000 };
            (least..=100_000_i32).prop_map(|number| json!(f64::from(number) / 100.0)).boxed()
        }
        Some("string") if part.get("pattern").is_some() => id().prop_map(Value::from).boxed(),
        Some("string") => match part["format"].as_str() {
            Some("date") => day().prop_map(|day| json!(day)).boxed(),
            Some("partial-date-time") => {
                (day(), 0..24_i8, 0..60_i8).prop_map(|(day, hour, minute)| json!(day.at(hour, minute, 0, 0))).boxed()
            }
            Some("partial-time") => {
                (0..24_i8, 0..60_i8).prop_map(|(hour, minute)| json!(jiff::civil::time(hour, minute, 0, 0))).boxed()
            }
            Some("date-time") => (0..4_000_000_000_i64, 0..1_000_000_000_i32)
                .prop_map(|(second, nano)| json!(jiff::Timestamp::new(second, nano).expect("a moment")))
                .boxed(),
            Some(other) => panic!("nobody has said how to draw a {other}"),
            None => texts.clone().prop_map(Value::from).boxed(),
        },
        Some("array") => vec(value_of(&part["items"], schema, texts), 0..3).prop_map(unique).boxed(),
        Some("object") => object_of(part, schema, texts),
        _ => panic!("nobody has said how to draw {part}"),
    }
}

fn object_of(part: &Value, schema: &Value, texts: &BoxedStrategy<String>) -> BoxedStrategy<Value> {
    if part["additionalProperties"].is_object() {
        // Some names are any text, and some are of a closed set.
        let names = part["propertyNames"]["enum"].as_array().map(|names| {
            let names: Vec<String> = names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
            proptest::sample::select(names).boxed()
        });
        let entry = (names.unwrap_or_else(|| texts.clone()), value_of(&part["additionalProperties"], schema, texts));
        return vec(entry, 0..3).prop_map(|entries| Value::Object(entries.into_iter().collect())).boxed();
    }
    let properties = part["properties"].as_object().cloned().unwrap_or_default();
    let (names, parts): (Vec<_>, Vec<_>) = properties.into_iter().unzip();
    let values: Vec<_> = parts.iter().map(|part| value_of(part, schema, texts)).collect();
    values
        .prop_map(move |values| Value::Object(names.iter().cloned().zip(values).collect::<Map<_, _>>()))
        .prop_map(|value| ordered(value, "start", "end"))
        .boxed()
}

/// The list without entries whose id an earlier one has.
fn unique(list: Vec<Value>) -> Value {
    let mut seen = HashSet::new();
    list.into_iter().filter(|entry| entry.get("id").is_none_or(|id| seen.insert(id.to_string()))).collect()
}

/// The release with its days in order, and with ids for groups that are their own over all departments.
fn in_order(mut release: Value) -> Value {
    for (plan, second) in [("parallel", "until"), ("pull", "deadline")] {
        let dates = release["rollout"][plan].take();
        release["rollout"][plan] = ordered(dates, "from", second);
    }
    for (d, department) in release["departments"].as_array_mut().into_iter().flatten().enumerate() {
        for (g, group) in department["groups"].as_array_mut().into_iter().flatten().enumerate() {
            group["id"] = json!(format!("group-{d}-{g}"));
        }
    }
    release
}

fn ordered(mut value: Value, first: &str, second: &str) -> Value {
    if let (Some(a), Some(b)) = (value[first].as_str(), value[second].as_str())
        && b < a
    {
        let (a, b) = (json!(b), json!(a));
        value[first] = a;
        value[second] = b;
    }
    value
}

/// One command for every section in which this kind of change is possible.
fn choices(release: &Release, donor: &Release, kind: usize, pick: Index, to: usize) -> Vec<Command> {
    macro_rules! choices {
        (
            lists { $($list:ident => $($list_path:ident).+;)* }
            facts { $($fact:ident => $($fact_path:ident).+;)* }
        ) => {
            [
                $(edit(&release.$($list_path).+, &donor.$($list_path).+, kind, pick, to).map(Command::$list),)*
                $(Some(Command::$fact(Box::new(donor.$($fact_path).+.clone()))),)*
            ]
        };
    }
    let choices = choices! {
        lists {
            ConfigurationItems => configuration_items;
            People => people;
            Departments => departments;
            Rfcs => rfcs;
            Criteria => criteria;
            Gates => gates;
            Defects => defects;
            Waves => rollout.waves;
            Runbook => rollout.runbook;
            Rules => rules;
            Members => board.members;
            Votes => board.votes;
            BoardSignOffs => board.sign_offs;
            Risks => board.risks;
            Environments => environments;
            Audiences => training.audiences;
            Sessions => training.sessions;
            Messages => messages;
            Distribution => distribution;
            HandOverItems => hand_over.items;
            Meetings => meetings;
            Capacity => review.capacity;
            Periods => calendar.periods;
            Incidents => after.incidents;
            Removals => removals;
        }
        facts {
            Identity => identity;
            Strategy => strategy;
            Cab => cab;
            CriteriaList => criteria_list;
            TrainingThreshold => training.threshold;
            HandOver => hand_over.acceptance;
            Review => review.record;
            Weekend => calendar.weekend;
            Live => after.go_live;
            Support => after.support;
            PostReview => after.review;
            Sittings => board.sittings;
            Simulation => rollout.simulation;
            Forecast => after.forecast;
            Actual => after.actual;
            Parallel => rollout.parallel;
            Push => rollout.push;
            Pull => rollout.pull;
            BackOut => rollout.back_out;
            Quorum => board.quorum;
            Decision => board.decision;
        }
    };
    choices.into_iter().flatten().collect()
}

fn edit<T: Item + Clone>(list: &Items<T>, donor: &Items<T>, kind: usize, pick: Index, to: usize) -> Option<Edit<T>> {
    let any_in = |items: &Items<T>| items.iter().nth(pick.index(items.len().max(1))).cloned();
    match kind {
        0 => any_in(list).map(|item| Edit::Remove { id: item.id() }),
        1 => any_in(list).map(|item| Edit::Move { id: item.id(), to }),
        2 => {
            let mut changed = any_in(donor)?;
            changed.set_id(any_in(list)?.id());
            Some(Edit::replace(changed))
        }
        _ => any_in(donor)
            .filter(|item| !list.contains(item.id()))
            .map(|item| Edit::Insert { at: to, item: Box::new(item) }),
    }
}
