//! `rollcall advise`: the ranking of the nine strategies, and how firm it is.
//!
//! [`report`] is the answer as data, with unit and meaning of each member; [`people`] prints it as tables; [`answers`] reads
//! answers that come without a plan.

mod answers;
mod people;
mod report;

use std::path::PathBuf;

use clap::Args;
use rollcall::plan_file;
use rollcall::readiness;
use rollcall::strategy::{Analysis, advise as ranked};

use self::report::Report;
use super::{Answer, Complaint, Format, bytes};

/// What is said with `--help`.
pub const HELP: &str = "\
The file of --answers is a JSON object: the key of a question with the key of its answer, or \"unknown\"; and, if wanted,
\"weights\", an object with the key of a question and a whole number from 0 to 5. Questions that are left out are open. Without a
plan the rule is taken to hold that a first of type never goes Big Bang; with one, the plan's own rules.

The members of --format json, all of them always there (docs/advise.md has every one, with its unit):
  winner            key of the strategy that is first; null where nothing is answered, all is unknown or all are excluded
  chosen            key of the strategy that the plan has chosen; null where it has none
  questions         each question with reply, weight (0 to 5) and this tool's default weight
  ranking           what can be chosen, the best first: points = sum of effect (-2 to 2 for each half) x weight, with
                    fewest and most where something is unknown, and every contribution and interaction
  excluded          what cannot or may not be chosen, with the reasons
  tipping_points    for each question the nearest answer that changes the winner
  tipping_pairs     every pair of answers that changes it where neither does alone; steps = distance along the answers
  weight_intervals  for each question the weights from 0 to 5 with which the winner stays, ends as exact fractions
  robustness        share (0 to 1) of 2,000 seeded weightings, each weight drawn uniformly from 0.5 to 1.5 times itself, in
                    which the winner stays, with its 95 % interval (Wilson)
  unknowns          in how many of the ways in which \"unknown\" may turn out each strategy leads; null where none is

Exit codes: 0 answered, 2 unreadable or misuse.";

/// What is asked for.
#[derive(Args)]
pub struct Question {
    /// The plan; - for standard input.
    #[arg(required_unless_present = "answers", conflicts_with = "answers")]
    plan: Option<PathBuf>,
    /// Answers alone, in place of a plan: a JSON object of the question's key and the answer's key; - for standard input.
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// How to answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Ranks the strategies.
pub fn advise(question: &Question) -> Result<Answer, Complaint> {
    let (answers, chosen) = match (&question.plan, &question.answers) {
        (Some(path), _) => {
            let plan = plan_file::read_plan(&bytes(path)?).map_err(|error| Complaint::about(path, &error))?;
            let chosen = plan.release.strategy.choice.as_ref().map(|choice| choice.strategy);
            (readiness::answers(&plan.release), chosen)
        }
        (None, Some(path)) => (answers::read(path, &bytes(path)?)?, None),
        // The parser asks for one of the two.
        (None, None) => (rollcall::strategy::Answers::default(), None),
    };
    let (advice, analysis) = (ranked(&answers), Analysis::of(&answers));
    let output = match question.format {
        Format::Text => people::text(&answers, &advice, &analysis, chosen),
        // Texts and numbers, which always become JSON.
        Format::Json => {
            let report = Report::of(&answers, &advice, &analysis, chosen);
            serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
        }
    };
    Ok(Answer { output, exit: 0 })
}
