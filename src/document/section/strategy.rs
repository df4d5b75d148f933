//! How the release is rolled out, and why so.

use crate::document::block::Column;
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Strategy, StrategyChoice};
use crate::strategy::catalogue::combination;
use crate::strategy::{Advice, Answers, Candidate, Reason, Source, advise};
use crate::text::strategy::because;

/// The chosen strategy with its rationale, and what the advisor makes of it and of the others.
pub(in crate::document) fn strategy(view: &View, sheet: &mut Sheet) {
    let choice = view.release.strategy.choice.as_ref();
    sheet.section("strategy", "Rollout strategy");
    match choice {
        None => sheet.callout(Mark::Idle.with("Not chosen"), "No rollout strategy is chosen yet."),
        Some(choice) => chosen(choice, sheet),
    }
    let answers = crate::readiness::answers(view.release);
    alternatives(&advise(&answers), choice.map(|choice| choice.strategy), sheet);
    given(&answers, sheet);
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
    if advice.winner().is_none() {
        sheet.say("The advisor has no answers to go by yet, so that it ranks nothing.");
        return;
    }
    sheet.say(format!(
        "The advisor ranks the nine combinations by {} of {} answers; {} of them come from the plan itself.",
        progress.answered, progress.questions, progress.from_plan
    ));
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
        Text::from(candidate.points().to_string()),
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
        [Text::from(answered.factor.question), Text::from(answered.reply.label()), Text::from(from)]
    });
    sheet.part("answers", "Answers that the advisor went by");
    let columns = [Column::wide("Question"), Column::words("Answer"), Column::narrow("Given by")];
    sheet.table(columns, rows, "");
}
