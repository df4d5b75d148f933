//! The hand-over to the service desk, in a line.

use crate::gate::HandOverProgress;

/// How far the hand-over is: "7 of 9 set up. The service desk has not accepted it yet."
#[must_use]
pub fn hand_over(progress: &HandOverProgress) -> String {
    let (done, of) = (progress.set_up(), progress.points);
    let points = match (done, of) {
        (_, 0) if progress.nothing_listed => "No point is listed for the known errors.".to_owned(),
        (_, 0) => "Nothing is handed over yet.".to_owned(),
        (done, of) => format!("{done} of {of} set up."),
    };
    let known = match progress.incomplete.len() {
        0 => "",
        1 => " One known error is incomplete.",
        _ => " Some known errors are incomplete.",
    };
    let accepted = if progress.accepted {
        " The service desk has accepted it."
    } else {
        " The service desk has not accepted it yet."
    };
    format!("{points}{known}{accepted}")
}
