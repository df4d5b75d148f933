//! How long gates take, in words.

use super::name::counted;
use crate::gate::GateTime;

/// How long a gate took or has taken so far: "took 4 days, 2 of them waiting", "3 days so far".
#[must_use]
pub fn gate_time(time: GateTime) -> String {
    let waiting = match time.waiting {
        0 => String::new(),
        waiting if waiting == time.days => ", all of it waiting".to_owned(),
        waiting => format!(", {waiting} of them waiting"),
    };
    match (time.days, time.running) {
        (0, false) => "took the day".to_owned(),
        (0, true) => "opened today".to_owned(),
        (count, false) => format!("took {}{waiting}", days(count)),
        (count, true) => format!("{} so far{waiting}", days(count)),
    }
}

/// How long all gates took together, as a sentence.
#[must_use]
pub fn gates_time(time: GateTime) -> String {
    let took = if time.running { "have taken" } else { "took" };
    let so_far = if time.running { " so far" } else { "" };
    let waiting = match time.waiting {
        0 => "none of them waiting for another gate".to_owned(),
        waiting => format!("{waiting} of them waiting for another gate"),
    };
    match time.days {
        0 => format!("Gates {took} less than a day{so_far}."),
        count => format!("Gates {took} {}{so_far}, {waiting}.", days(count)),
    }
}

fn days(count: i32) -> String {
    counted(count, "day", "days")
}
