//! How a reply gets into a plan, and out of it again.

use super::answers::Reply;
use super::factor::Factor;
use crate::plan::{Choice, Command, Criticality, Identity, Release, ReleaseType, Sole};

/// The questions that the plan's identity answers at all times.
const OF_IDENTITY: [&str; 4] = ["release_type", "first_of_type", "criticality", "fixed_date"];

/// Whether the question asks for a fact of the plan's identity, so that a reply changes the identity itself.
#[must_use]
pub fn asks_for_identity(factor: &Factor) -> bool {
    OF_IDENTITY.contains(&factor.key)
}

/// The command that replies to a question, as one step; nothing where that would change nothing.
///
/// A fact of the identity has one home. The reply goes there, and is stored as an answer only where it says more than
/// the identity can: "I don't know", and that everyone is bound to the same day.
#[must_use]
pub fn reply_to(release: &Release, factor: &Factor, reply: Reply) -> Option<Command> {
    let mut identity = release.identity.clone();
    let said = reply.answer().is_some_and(|answer| settle(&mut identity, factor.key, answer.key));
    let mut record = release.strategy.clone();
    if said {
        record.answers.remove(factor.key);
    } else {
        record.answers.insert(factor.key.to_owned(), reply.key().to_owned());
    }
    if identity == release.identity && record == release.strategy {
        return None;
    }
    // Also where one of them stays as it is: replies in a row to one question are undone as one.
    Some(if asks_for_identity(factor) {
        Command::Batch(vec![identity.command(), record.command()])
    } else {
        record.command()
    })
}

/// The command that takes a person's reply back, so that the plan answers again or the question is open; nothing where
/// there is no such reply.
#[must_use]
pub fn take_back(release: &Release, factor: &Factor) -> Option<Command> {
    let mut record = release.strategy.clone();
    record.answers.remove(factor.key).map(|_| record.command())
}

/// Puts an answer into the identity. Whether the identity then says all of it.
fn settle(identity: &mut Identity, question: &str, answer: &str) -> bool {
    match question {
        "release_type" => ReleaseType::from_key(answer).map(|kind| identity.release_type = kind).is_some(),
        "criticality" => Criticality::from_key(answer).map(|level| identity.criticality = level).is_some(),
        "first_of_type" => {
            identity.first_of_type = answer == "yes";
            true
        }
        "fixed_date" => {
            identity.fixed_date = (answer != "movable").then(|| identity.fixed_date.take().unwrap_or_default());
            answer != "same_day"
        }
        _ => false,
    }
}
