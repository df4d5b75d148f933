//! What the advisor's ranking rests on, how firm it is, and what would change it.

use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::sheet::Sheet;
use crate::plan::Strategy;
use crate::strategy::catalogue::combination;
use crate::strategy::{
    Advice, Analysis, Answers, Candidate, Factor, FactorAnswer, Obstacle, Points, Reason, Reply, Span, TippingPair,
    Turn, WeightInterval,
};
use crate::text::{firmness as words, strategy as said};

/// How many pairs of answers are printed.
const PAIRS: usize = 12;

/// How firm the advice is, in a few sentences.
pub(super) fn in_brief(analysis: &Analysis, advice: &Advice, sheet: &mut Sheet) {
    firmness(analysis, advice, sheet);
    let points = analysis.points.iter().map(|point| Text::from(said::tipping(point))).collect::<Vec<_>>();
    if points.is_empty() {
        sheet.say("No other answer to a single question would put another way first.");
    }
    sheet.list(points);
    if let Some(pairs) = said::pairs_counted(analysis.pairs.len()) {
        sheet.note(format!("{pairs}: the Go/No-Go pack has the nearest."));
    }
}

/// How often the first stays first under other weights, and whether it does so however the unknown turns out.
pub(super) fn firmness(analysis: &Analysis, advice: &Advice, sheet: &mut Sheet) {
    let Some(winner) = advice.winner().map(Candidate::strategy) else { return };
    sheet.part("firmness", "How firm the advice is");
    if let Some(unknowns) = &analysis.unknowns {
        sheet.say(words::unknowns(unknowns, winner));
        let others = unknowns.outcomes.iter().flatten().filter(|outcome| outcome.winner != Some(winner));
        let example =
            |outcome| Text::from(format!("{}, for one, if {}.", words::leader(outcome), words::example(outcome)));
        sheet.list(others.map(example).collect());
    }
    if let Some(robustness) = &analysis.robustness {
        sheet.say(words::robustness(robustness, winner));
    }
}

/// What cannot or may not be chosen, each with the reason and with what would have to change.
pub(super) fn excluded(advice: &Advice, sheet: &mut Sheet) {
    if advice.excluded.is_empty() {
        return;
    }
    let row = |(exclusions, alike): (&[Obstacle], Vec<&Candidate>)| {
        let reasons = exclusions.iter().map(|exclusion| Text::from(said::exclusion(exclusion)));
        [Text::strong(&said::names(&alike)), Text::lines(reasons), Text::from(said::forgone(&alike))]
    };
    sheet.part("excluded", "What cannot or may not be chosen");
    let columns = [Column::words("Strategy"), Column::wide("Why"), Column::words("Points")];
    sheet.table(columns, advice.excluded_together().into_iter().map(row), "");
}

/// What each answer gives to the leading three; to the chosen one in place of the third, where it is none of them.
pub(super) fn contributions(advice: &Advice, chosen: Option<Strategy>, sheet: &mut Sheet) {
    let Some(shown) = shown(advice, chosen) else { return };
    let [first, second, third] = shown;
    sheet.part("contributions", "What each answer contributes");
    let columns = [
        Column::words("Question"),
        Column::words("Answer"),
        Column::number("Weight"),
        Column::number(first.combination.name),
        Column::number(second.combination.name),
        Column::number(third.combination.name),
    ];
    let lines = first.contributions.iter().zip(second.contributions.iter().zip(&third.contributions));
    let lines = lines.map(|(first, (second, third))| {
        let [one, two, three] = [first, second, third].map(|line| Text::from(said::points(line.span)));
        let answered = &first.answered;
        let weight = Text::from(first.weight.to_string());
        [Text::from(answered.factor.label), Text::from(answered.reply.label()), weight, one, two, three]
    });
    let sums = |title: &str, of: fn(&Candidate) -> Span| {
        let [one, two, three] = shown.map(|candidate| Text::from(said::points(of(candidate))));
        [Text::strong(title), Text::from("–"), Text::from("–"), one, two, three]
    };
    let pairs = sums("Both halves together", |candidate| candidate.interactions.iter().map(|pair| pair.span).sum());
    let all = sums("All together", |candidate| candidate.score);
    sheet.table(columns, lines.chain([pairs, all]), "");
    sheet.note("What both halves of a strategy give together keeps its own weight, whatever the questions weigh.");
}

/// Up to three candidates that are worth setting side by side. There are always nine to take them from.
fn shown(advice: &Advice, chosen: Option<Strategy>) -> Option<[&Candidate; 3]> {
    let mut all = advice.all();
    let [first, second, third] = [all.next()?, all.next()?, all.next()?];
    let other = chosen.filter(|chosen| [first, second, third].iter().all(|shown| shown.strategy() != *chosen));
    Some([first, second, other.and_then(|chosen| advice.candidate(chosen)).unwrap_or(third)])
}

/// Every reason for and against the leading two, and against the chosen one where it is another.
pub(super) fn for_and_against(advice: &Advice, chosen: Option<Strategy>, sheet: &mut Sheet) {
    let leading = advice.ranking.iter().take(2);
    let other = chosen.filter(|chosen| leading.clone().all(|candidate| candidate.strategy() != *chosen));
    let row = |candidate: &Candidate| {
        let (above, below): (Vec<_>, Vec<_>) =
            candidate.reasons().into_iter().partition(|reason| reason.points > Points::ZERO);
        let lines = |reasons: &[Reason]| Text::lines(reasons.iter().map(line)).or("nothing that was answered");
        [Text::strong(candidate.combination.name), lines(&above), lines(&below)]
    };
    let rows = leading.clone().chain(other.and_then(|chosen| advice.candidate(chosen))).map(row);
    sheet.part("for-and-against", "For and against the leading ones");
    let columns = [Column::words("Strategy"), Column::wide("Speaks for it"), Column::wide("Speaks against it")];
    sheet.table(columns, rows, "Nothing is left to choose from.");
}

fn line(reason: &Reason) -> Text {
    Text::from(format!("{} ({})", reason.sentence(), reason.points))
}

/// The answers, and the pairs of answers, that would change the winner.
pub(super) fn tipping(analysis: &Analysis, sheet: &mut Sheet) {
    sheet.part("tipping", "What would change it");
    let rows = analysis.points.iter().map(|point| {
        let [factor, from, to] = turned(point.factor, point.from, point.to);
        [factor, from, to, leads(point.winner)]
    });
    let columns = [
        Column::words("Question"),
        Column::words("Answer now"),
        Column::words("Nearest answer that changes it"),
        Column::words("Then leads"),
    ];
    sheet.table(columns, rows, "No other answer to a single question would put another way first.");
    let Some(lead) = said::pairs_shown(analysis.pairs.len(), PAIRS) else { return };
    sheet.say(lead);
    let columns =
        [Column::wide("One answer"), Column::wide("and another"), Column::number("Steps"), Column::words("Then leads")];
    sheet.table(columns, analysis.pairs.iter().take(PAIRS).map(both), "");
    sheet.note("Steps: how many answers further the two are, together, along the answers to their questions.");
}

fn both(pair: &TippingPair) -> [Text; 4] {
    let [first, second] = pair.turns.map(|Turn { factor, from, to, .. }| {
        let [factor, from, to] = turned(factor, from, to);
        factor.then(": ").then(to).then(" instead of ").then(from)
    });
    [first, second, Text::from(pair.steps.to_string()), leads(pair.winner)]
}

fn turned(factor: &Factor, from: Option<Reply>, to: &FactorAnswer) -> [Text; 3] {
    [Text::from(factor.label), Text::from(from.map_or("no answer", Reply::label)), Text::from(to.label)]
}

fn leads(winner: Option<Strategy>) -> Text {
    Text::from(winner.map_or("nothing that could be chosen", |winner| combination(winner).name))
}

/// For each question the weights with which the first stays first.
pub(super) fn weights(analysis: &Analysis, sheet: &mut Sheet) {
    let row = |interval: &WeightInterval| {
        let beyond = words::beyond(interval).unwrap_or_else(|| "Any weight leaves it as it is.".to_owned());
        [
            Text::from(interval.factor.label),
            Text::from(interval.weight.to_string()),
            Text::from(interval.factor.weight.to_string()),
            Text::from(words::range(interval)),
            Text::from(beyond),
        ]
    };
    sheet.part("weights", "Within which weights it stands");
    let columns = [
        Column::words("Question"),
        Column::number("Weight"),
        Column::number("Default"),
        Column::words("The first stays first from"),
        Column::wide("Beyond"),
    ];
    sheet.table(columns, analysis.intervals.iter().map(row), "Nothing is left to choose from.");
    sheet.note("One weight at a time, all others and all answers as they are. The ends are exact.");
}

/// The weights that people changed; nothing where none is.
pub(super) fn own_weights(answers: &Answers, sheet: &mut Sheet) {
    let rows = answers.weights().changed().map(|(factor, weight)| {
        [Text::from(factor.label), Text::from(weight.to_string()), Text::from(factor.weight.to_string())]
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return;
    }
    sheet.part("own-weights", "Weights that differ from the default");
    sheet.say(words::weights(answers.weights()));
    let columns = [Column::words("Question"), Column::number("Weight here"), Column::number("Default of this tool")];
    sheet.table(columns, rows, "");
}
