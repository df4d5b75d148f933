//! What the advisor has to say, in sentences.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::day::day;
use crate::plan::{Approach, Choice, Count, Delivery, Release, Strategy};
use crate::strategy::catalogue::combination;
use crate::strategy::{
    Advice, Basis, Candidate, Comparison, Contribution, Factor, FactorAnswer, Obstacle, Points, Progress, Reason,
    Reply, Span, TippingPair, TippingPoint, factor,
};

/// A strategy as it is read aloud: "Phased, pulled by users until Sat 14 Mar 2026 and pushed after that".
#[must_use]
pub fn spoken(strategy: Strategy, deadline: Option<Date>) -> String {
    let approach = match strategy.approach {
        Approach::BigBang => "Big Bang",
        Approach::Phased => "Phased",
        Approach::Parallel => "Parallel",
    };
    let until = deadline.map_or_else(|| "a deadline".to_owned(), day);
    match strategy.delivery {
        Delivery::Push => format!("{approach}, pushed from the centre"),
        Delivery::Pull => format!("{approach}, pulled by users"),
        Delivery::PullThenPush => format!("{approach}, pulled by users until {until} and pushed after that"),
    }
}

/// The day until which a release may be pulled, where its plan names one.
#[must_use]
pub fn deadline(release: &Release) -> Option<Date> {
    release.rollout.pull.deadline
}

/// Why a strategy, after its name: "because …, and …; although …".
#[must_use]
pub fn reasons(candidate: &Candidate) -> String {
    let explanation = candidate.explanation();
    let for_it = joined(&explanation.because, "because ");
    let against_it = joined(&explanation.although, "although ");
    [for_it, against_it].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// A rationale in the advisor's words: the strategy as it is read aloud, and why.
#[must_use]
pub fn rationale(candidate: &Candidate, deadline: Option<Date>) -> String {
    format!("{}: {}.", spoken(candidate.strategy(), deadline), reasons(candidate))
}

/// Where a strategy stands in the ranking: "First of six", or that it is excluded.
#[must_use]
pub fn standing(advice: &Advice, strategy: Strategy) -> String {
    match (advice.place(strategy), advice.ranking.len()) {
        (Some(1), 1) => "The only one of the nine that is left.".to_owned(),
        (Some(place), of) => format!("{} of the {} that can be chosen.", ordinal(place), number(of)),
        (None, _) => "One of those that the advisor excludes.".to_owned(),
    }
}

/// What in the plan gives an answer, as a sentence.
#[must_use]
pub fn basis(basis: &Basis) -> String {
    match basis {
        Basis::ReleaseType(kind) => format!("The type of the release is {}.", kind.label()),
        Basis::FirstOfType(true) => "The release is marked as the first of its type.".to_owned(),
        Basis::FirstOfType(false) => "The release is not marked as the first of its type.".to_owned(),
        Basis::Criticality(level) => format!("The business criticality is {}.", level.label()),
        Basis::FixedDate(true) => "The date is marked as fixed.".to_owned(),
        Basis::FixedDate(false) => "The date is not marked as fixed.".to_owned(),
        Basis::Recipients { recipients, sites } => match sites.0 {
            _ if recipients.0 == 1 => "One person or device receives it.".to_owned(),
            0 => format!("{recipients} people or devices receive it."),
            1 => format!("{recipients} people or devices at one site receive it."),
            _ => format!("{recipients} people or devices at {sites} sites receive it."),
        },
        Basis::NoPackage => "The package has no size, so that nothing travels.".to_owned(),
        Basis::Transfer { site, duration } if site.is_empty() => {
            format!("The package takes {duration} over the slowest link.")
        }
        Basis::Transfer { site, duration } => format!("The package takes {duration} over the link of {site}."),
        Basis::BackOut { duration } => format!("The back-out plan takes {duration} with its verification."),
    }
}

/// Why something is out: a clause in lower case and without a full stop.
#[must_use]
pub fn because(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Table(exclusion) => exclusion.because.to_owned(),
        Obstacle::Rule(ban) => format!("the governance rule {} forbids it", quoted(named(&ban.name))),
    }
}

/// Why something is out, and what would have to change.
#[must_use]
pub fn exclusion(obstacle: &Obstacle) -> String {
    let unless = match obstacle {
        Obstacle::Table(exclusion) => exclusion.unless,
        Obstacle::Rule(_) => "the rule is waived for this release",
    };
    format!("{}, unless {unless}.", capital(&because(obstacle)))
}

/// Several strategies by name: "Big Bang, in all three deliveries", "Phased, pull; Parallel, pull".
#[must_use]
pub fn names(candidates: &[&Candidate]) -> String {
    let strategies = || candidates.iter().map(|candidate| candidate.strategy());
    let same_approach = strategies().next().filter(|first| strategies().all(|other| other.approach == first.approach));
    match same_approach {
        Some(first) if candidates.len() == Delivery::ALL.len() => {
            format!("{}, in all three deliveries", first.approach.label())
        }
        _ => candidates.iter().map(|candidate| candidate.combination.name).collect::<Vec<_>>().join("; "),
    }
}

/// The points that excluded strategies would have.
#[must_use]
pub fn forgone(candidates: &[&Candidate]) -> String {
    let points: Vec<_> = candidates.iter().map(|candidate| candidate.points().to_string()).collect();
    match points.as_slice() {
        [one] => format!("It would have {one} points."),
        [before @ .., last] => format!("They would have {} and {last} points.", before.join(", ")),
        [] => String::new(),
    }
}

/// What would take something out, should an "I don't know" turn out that way, or the plan come to say more.
#[must_use]
pub fn doubt(obstacle: &Obstacle) -> String {
    let turns_out = obstacle.hangs_on().filter_map(|(key, answers)| {
        let factor = factor(key)?;
        let labels: Vec<_> = answers.iter().filter_map(|key| factor.answer(key)).collect();
        let labels = labels.iter().map(|answer| quoted(answer.label)).collect::<Vec<_>>().join(" or ");
        Some(format!("{} turns out to be {labels}", quoted(factor.label)))
    });
    let open = (!obstacle.is_certain()).then(|| "the plan turns out to meet what the rule asks about".to_owned());
    let turns_out = turns_out.chain(open).collect::<Vec<_>>().join(" and ");
    format!("Falls away if {turns_out}: {}.", because(obstacle))
}

/// What would change the advice, as a sentence.
#[must_use]
pub fn tipping(point: &TippingPoint) -> String {
    format!("If {}, {}.", turn(point.factor, point.from, point.to), then(point.winner))
}

/// Two answers that would change the advice together, as a sentence.
#[must_use]
pub fn tipping_pair(pair: &TippingPair) -> String {
    let [first, second] = pair.turns.map(|one| turn(one.factor, one.from, one.to));
    format!("If {first}, and {second}, {}.", then(pair.winner))
}

/// How many pairs there are, and how many of them are shown; nothing where there are none.
#[must_use]
pub fn pairs_shown(all: usize, shown: usize) -> Option<String> {
    let counted = pairs_counted(all)?;
    Some(match all {
        1 => format!("{counted}."),
        all if all <= shown => format!("{counted}; the nearest come first."),
        _ => format!("{counted}. These are the {shown} nearest."),
    })
}

/// How many pairs there are: a clause with a capital and without a full stop; nothing where there are none.
#[must_use]
pub fn pairs_counted(all: usize) -> Option<String> {
    match all {
        0 => None,
        1 => Some("One pair of answers would change it where neither does alone".to_owned()),
        all => {
            let all = Count(u32::try_from(all).unwrap_or(u32::MAX));
            Some(format!("{all} pairs of answers would change it where neither does alone"))
        }
    }
}

/// Another answer: "“Urgency” were “Nothing presses” instead of “Within two weeks”".
fn turn(factor: &Factor, from: Option<Reply>, to: &FactorAnswer) -> String {
    let instead = match from {
        Some(Reply::Answer(now)) => format!(" instead of {}", quoted(now.label)),
        Some(Reply::Unknown) | None => String::new(),
    };
    format!("{} were {}{instead}", quoted(factor.label), quoted(to.label))
}

fn then(winner: Option<Strategy>) -> String {
    match winner {
        Some(strategy) => format!("{} would lead", combination(strategy).name),
        None => "nothing could be chosen any more".to_owned(),
    }
}

/// How far two strategies are apart.
#[must_use]
pub fn lead(comparison: &Comparison) -> String {
    let name = |strategy| combination(strategy).name;
    let (left, right) = (name(comparison.left.strategy), name(comparison.right.strategy));
    let by = match comparison.lead.unsigned() {
        half if half == "½" => "half a point".to_owned(),
        one if one == "1" => "1 point".to_owned(),
        size => format!("{size} points"),
    };
    match comparison.lead.cmp(&Points::ZERO) {
        Ordering::Equal => format!("{left} and {right} have the same points."),
        Ordering::Greater => format!("{left} is {by} ahead of {right}."),
        Ordering::Less => format!("{left} is {by} behind {right}."),
    }
}

/// Points as people read them: "+12", or "+12, from +4 to +20" where something is unknown.
#[must_use]
pub fn points(span: Span) -> String {
    if span.is_certain() {
        span.points.to_string()
    } else {
        format!("{}, from {} to {}", span.points, span.low, span.high)
    }
}

/// What speaks for and against a candidate together: "Speaks for it: 42; against it: 6".
#[must_use]
pub fn balance(candidate: &Candidate) -> String {
    let spans = candidate.contributions.iter().map(|contribution| contribution.span);
    let spans = spans.chain(candidate.interactions.iter().map(|pair| pair.span));
    let (mut for_it, mut against_it) = (Points::ZERO, Points::ZERO);
    for span in spans {
        let side = if span.points > Points::ZERO { &mut for_it } else { &mut against_it };
        *side = *side + span.points;
    }
    format!("Speaks for it: {}; against it: {}", for_it.unsigned(), against_it.unsigned())
}

/// Why a reply is worth what it is worth to a strategy, a sentence for each reason.
#[must_use]
pub fn why(contribution: &Contribution, strategy: Strategy) -> String {
    if contribution.answered.reply == Reply::Unknown {
        return if contribution.span == Span::default() {
            "No answer to it would make a difference here.".to_owned()
        } else {
            "Counts with the middle of what its answers would give.".to_owned()
        };
    }
    let reasons: Vec<_> = contribution.reasons(strategy).map(|reason| reason.sentence()).collect();
    if reasons.is_empty() { "Says nothing for or against it.".to_owned() } else { reasons.join(" ") }
}

/// A reason's clause as a sentence of its own.
#[must_use]
pub fn clause(because: &str) -> String {
    format!("{}.", capital(because))
}

/// How much the advisor knows: "12 of 14 questions answered, 7 of them by the plan; 2 not known."
#[must_use]
pub fn progress(progress: &Progress) -> String {
    let from_plan = match progress.from_plan {
        0 => String::new(),
        all if all == progress.answered => ", all of them by the plan".to_owned(),
        some => format!(", {some} of them by the plan"),
    };
    let unknown = if progress.unknown > 0 { format!("; {} not known", progress.unknown) } else { String::new() };
    format!("{} of {} questions answered{from_plan}{unknown}.", progress.answered, progress.questions)
}

/// What the advisor does not know; nothing where it knows everything.
#[must_use]
pub fn gaps(progress: &Progress) -> Option<String> {
    let open = match progress.open {
        0 => None,
        1 => Some("one question is open and counts for nothing yet".to_owned()),
        many => Some(format!("{} questions are open and count for nothing yet", number(many))),
    };
    // After the open ones, "two" alone are questions too.
    let noun = |noun: &'static str| if progress.open == 0 { noun } else { "" };
    let unknown = match progress.unknown {
        0 => None,
        1 => Some(format!(
            "one{} is answered with “I don't know” and counts with the middle of its answers",
            noun(" question")
        )),
        many => Some(format!(
            "{}{} are answered with “I don't know” and count with the middle of their answers",
            number(many),
            noun(" questions")
        )),
    };
    let said: Vec<_> = open.into_iter().chain(unknown).collect();
    (!said.is_empty()).then(|| format!("{}.", capital(&said.join("; "))))
}

/// Reasons as one clause: "because a, b, and c".
fn joined(reasons: &[Reason], word: &str) -> String {
    let clauses: Vec<_> = reasons.iter().map(|reason| reason.because).collect();
    match clauses.as_slice() {
        [] => String::new(),
        [one] => format!("{word}{one}"),
        [before @ .., last] => format!("{word}{}, and {word}{last}", before.join(&format!(", {word}"))),
    }
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// A name, or that there is none.
fn named(name: &str) -> &str {
    if name.trim().is_empty() { "(no name)" } else { name.trim() }
}

/// With a capital at the beginning.
fn capital(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

const ORDINALS: [&str; 9] = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];
const NUMBERS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

fn ordinal(place: usize) -> String {
    let word = place.checked_sub(1).and_then(|at| ORDINALS.get(at));
    word.map_or_else(|| format!("Number {place}"), |word| (*word).to_owned())
}

fn number(count: usize) -> String {
    NUMBERS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
