//! What would change the advisor's mind.

use super::advice::advise;
use super::answers::{Answers, Reply};
use super::factor::{FACTORS, Factor, FactorAnswer};
use crate::order;
use crate::plan::Strategy;

/// An answer to one question that would change the winner, all others staying as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TippingPoint {
    /// The question.
    pub factor: &'static Factor,
    /// The reply now; nothing while the question is open.
    pub from: Option<Reply>,
    /// The answer that would change the winner.
    pub to: &'static FactorAnswer,
    /// The winner then; nothing where no strategy would be left.
    pub winner: Option<Strategy>,
}

/// For each question the nearest answer that changes the winner, where there is one; in the order of the questions.
///
/// The nearest is the fewest steps away along the question's answers. For a question that is open or answered with
/// "I don't know", and between two that are equally far, it is the first in the question's order. While there is no
/// winner for want of answers, there is nothing to tip.
#[must_use]
pub fn tipping_points(answers: &Answers) -> Vec<TippingPoint> {
    let advice = advise(answers);
    if advice.progress.answered == 0 {
        return Vec::new();
    }
    let winner = advice.winner().map(|candidate| candidate.strategy());
    FACTORS.iter().filter_map(|factor| tip(factor, answers, winner)).collect()
}

fn tip(factor: &'static Factor, answers: &Answers, winner: Option<Strategy>) -> Option<TippingPoint> {
    let from = answers.get(factor.key).map(|answered| answered.reply);
    let current = from.and_then(Reply::answer);
    let at = current.and_then(|current| factor.answers.iter().position(|answer| answer.key == current.key));
    let mut others: Vec<(usize, &'static FactorAnswer)> = factor.answers.iter().enumerate().collect();
    if let Some(at) = at {
        others.retain(|(place, _)| *place != at);
        order::sort_by_key(&mut others, |(place, _)| place.abs_diff(at));
    }
    others.into_iter().find_map(|(_, to)| {
        let advice = advise(&answers.with(factor, Reply::Answer(to)));
        let then = advice.winner().map(|candidate| candidate.strategy());
        (then != winner).then_some(TippingPoint { factor, from, to, winner: then })
    })
}
