//! How the release is rolled out, and why so.

use crate::document::block::Column;
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::section::{View, advice};
use crate::document::sheet::Sheet;
use crate::plan::{Strategy, StrategyChoice};
use crate::readiness::answers;
use crate::strategy::catalogue::combination;
use crate::strategy::{Advice, Analysis, Answers, Candidate, Reason, Source, advise};
use crate::text::lower_first;
use crate::text::strategy::{because, gaps, points, standing};

/// The chosen strategy with its rationale, and what the advisor makes of it and of the others: for those who carry it out.
pub(in crate::document) fn strategy(view: &View, sheet: &mut Sheet) {
    let (answers, advice) = choice_and_ranking(view, sheet);
    if advice.progress.is_enough() {
        advice::in_brief(&Analysis::of(&answers), &advice, sheet);
    }
    advice::own_weights(&answers, sheet);
    given(&answers, sheet);
}

/// The same with everything that the ranking rests on and everything that would change it: for those who decide.
pub(in crate::document) fn in_full(view: &View, sheet: &mut Sheet) {
    let (answers, advice) = choice_and_ranking(view, sheet);
    advice::excluded(&advice, sheet);
    if advice.progress.is_enough() {
        let chosen = view.release.strategy.choice.as_ref().map(|choice| choice.strategy);
        advice::contributions(&advice, chosen, sheet);
        advice::for_and_against(&advice, chosen, sheet);
        let analysis = Analysis::of(&answers);
        advice::firmness(&analysis, &advice, sheet);
        advice::tipping(&analysis, sheet);
        advice::weights(&analysis, sheet);
    }
    advice::own_weights(&answers, sheet);
}

fn choice_and_ranking(view: &View, sheet: &mut Sheet) -> (Answers, Advice) {
    let choice = view.release.strategy.choice.as_ref();
    let answers = answers(view.release);
    let advice = advise(&answers);
    sheet.section("strategy", "Rollout strategy");
    match choice {
        None => sheet.callout(Mark::Idle.with("Not chosen"), "No rollout strategy is chosen yet."),
        Some(choice) => {
            against_advice(choice, &advice, sheet);
            chosen(choice, sheet);
        }
    }
    alternatives(&advice, choice.map(|choice| choice.strategy), sheet);
    (answers, advice)
}

/// That another strategy is chosen than the advisor puts first, where that is so.
fn against_advice(choice: &StrategyChoice, advice: &Advice, sheet: &mut Sheet) {
    let winner = advice.winner().filter(|_| advice.progress.is_enough());
    let Some(winner) = winner.filter(|winner| winner.strategy() != choice.strategy) else { return };
    let reasons =
        if choice.rationale.trim().is_empty() { "Nobody has written down why." } else { "The rationale says why." };
    let text = format!(
        "The advisor puts {} first. The chosen strategy is {} {reasons}",
        winner.combination.name,
        lower_first(&standing(advice, choice.strategy)),
    );
    sheet.callout(Mark::Conditional.with("Another way than advised"), text);
}

fn chosen(choice: &StrategyChoice, sheet: &mut Sheet) {
    let combination = combination(choice.strategy);
    sheet.facts([
        ("Strategy", Text::strong(combination.name)),
        ("What happens", Text::from(combination.what)),
        ("Chosen by", Text::from(choice.by.trim()).or("nobody named")),
        ("Chosen on", phrase::day_or(choice.on, "no day noted")),
    ]);
    if choice.rationale.trim().is_empty() {
        sheet.say("Nobody has written down yet why it is this one.");
    }
    sheet.prose(&choice.rationale);
}

/// All nine in the advisor's order, each with the strongest of what speaks for and against it.
fn alternatives(advice: &Advice, chosen: Option<Strategy>, sheet: &mut Sheet) {
    let progress = advice.progress;
    sheet.part("alternatives", "Alternatives considered");
    if !progress.is_replied() {
        sheet.say("The advisor has too few answers to go by yet, so that it ranks nothing.");
        return;
    }
    let from_plan = match progress.from_plan {
        0 => String::new(),
        1 => "; one of them comes from the plan itself".to_owned(),
        some => format!("; {some} of them come from the plan itself"),
    };
    sheet.say(format!(
        "The advisor ranks the nine combinations by {} of {} answers{from_plan}. An answer's effect, from −2 to 2, is \
         multiplied by the weight of its question, from 0 to 5.",
        progress.answered, progress.questions
    ));
    if let Some(gaps) = gaps(&progress) {
        sheet.say(gaps);
    }
    let columns = [
        Column::number("Place"),
        Column::words("Strategy"),
        Column::number("Points"),
        Column::wide("Speaks for it"),
        Column::wide("Speaks against it"),
    ];
    sheet.table(columns, advice.all().map(|candidate| row(advice, candidate, chosen)), "");
}

fn row(advice: &Advice, candidate: &Candidate, chosen: Option<Strategy>) -> [Text; 5] {
    let name = candidate.combination.name;
    let is_chosen = chosen == Some(candidate.strategy());
    let name = if is_chosen { Text::strong(name).line("chosen") } else { Text::from(name) };
    let explanation = candidate.explanation();
    let out = candidate.exclusions.iter().map(|out| Text::from(format!("Excluded: {}.", because(out))));
    let because = explanation.because.iter().take(BRIEF).map(said);
    let although = explanation.although.iter().take(BRIEF).map(said);
    [
        Text::from(advice.place(candidate.strategy()).map_or_else(|| "out".to_owned(), |place| place.to_string())),
        name,
        Text::from(points(candidate.score)),
        Text::lines(because).or("nothing that was answered"),
        Text::lines(out.chain(although)).or("nothing that was answered"),
    ]
}

/// How many reasons each way are printed of each.
const BRIEF: usize = 2;

fn said(reason: &Reason) -> Text {
    Text::from(reason.sentence())
}

/// What the advisor went by.
fn given(answers: &Answers, sheet: &mut Sheet) {
    if answers.iter().next().is_none() {
        return;
    }
    let rows = answers.iter().map(|answered| {
        let from = match answered.source {
            Source::Plan => "the plan",
            Source::Person => "a person",
        };
        let weight = answers.weights().of(answered.factor).to_string();
        [Text::from(answered.factor.question), Text::from(answered.reply.label()), Text::from(weight), Text::from(from)]
    });
    sheet.part("answers", "Answers that the advisor went by");
    let columns =
        [Column::wide("Question"), Column::words("Answer"), Column::number("Weight"), Column::narrow("Given by")];
    sheet.table(columns, rows, "");
}
