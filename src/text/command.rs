//! Commands as a line of the change log: "Changed criterion “Training”".

use super::day::day;
use crate::plan::{Command, Edit, Identity, Item, Items, Release, StrategyRecord};
use crate::strategy::FACTORS;

/// What a command does, in words. `release` is as it is before the command.
#[must_use]
pub fn describe(command: &Command, release: &Release) -> String {
    match command {
        Command::ConfigurationItems(edit) => edited("configuration item", edit, &release.configuration_items),
        Command::People(edit) => edited("person", edit, &release.people),
        Command::Departments(edit) => edited("department", edit, &release.departments),
        Command::Rfcs(edit) => edited("RFC", edit, &release.rfcs),
        Command::Criteria(edit) => edited("criterion", edit, &release.criteria),
        Command::Gates(edit) => edited("gate", edit, &release.gates),
        Command::Defects(edit) => edited("defect", edit, &release.defects),
        Command::Waves(edit) => edited("wave", edit, &release.rollout.waves),
        Command::Runbook(edit) => edited("runbook step", edit, &release.rollout.runbook),
        Command::Rules(edit) => edited("rule", edit, &release.rules),
        Command::Members(edit) => edited("Board member", edit, &release.board.members),
        Command::Votes(edit) => edited("vote", edit, &release.board.votes),
        Command::BoardSignOffs(edit) => edited("Board sign-off", edit, &release.board.sign_offs),
        Command::Risks(edit) => edited("risk", edit, &release.board.risks),
        Command::Removals(edit) => edited("reason for removing", edit, &release.removals),
        Command::Identity(identity) => match identity.window.filter(|_| moves_go_live(identity, &release.identity)) {
            Some(window) => format!("Moved go-live to {}", day(window.go_live())),
            None => "Changed the overview".to_owned(),
        },
        Command::Strategy(record) if record.weights != release.strategy.weights => reweighed(record, release),
        Command::Strategy(record) if record.choice == release.strategy.choice => {
            "Answered a question on strategy".to_owned()
        }
        Command::Strategy(_) => "Changed the choice of strategy".to_owned(),
        Command::Environments(edit) => edited("environment", edit, &release.environments),
        Command::Audiences(edit) => edited("training audience", edit, &release.training.audiences),
        Command::Sessions(edit) => edited("training session", edit, &release.training.sessions),
        Command::Messages(edit) => edited("message", edit, &release.messages),
        Command::Distribution(edit) => edited("distribution", edit, &release.distribution),
        Command::HandOverItems(edit) => edited("point of the hand-over", edit, &release.hand_over.items),
        Command::Meetings(edit) => edited("meeting", edit, &release.meetings),
        Command::Capacity(edit) => edited("capacity issue", edit, &release.review.capacity),
        Command::Periods(edit) => edited("closed period", edit, &release.calendar.periods),
        Command::Incidents(edit) => edited("incident", edit, &release.after.incidents),
        Command::Cab(_) => "Changed what the CAB asks for".to_owned(),
        Command::CriteriaList(_) => "Changed the review of the list of criteria".to_owned(),
        Command::TrainingThreshold(_) => "Changed the threshold of training".to_owned(),
        Command::HandOver(_) => "Changed the acceptance of the hand-over".to_owned(),
        Command::Review(_) => "Changed the readiness review".to_owned(),
        Command::Weekend(_) => "Changed the working days".to_owned(),
        Command::Live(_) => "Changed when the release was live".to_owned(),
        Command::Support(_) => "Changed early life support".to_owned(),
        Command::PostReview(_) => "Changed the post-implementation review".to_owned(),
        Command::Simulation(_) => "Changed what the simulation is given".to_owned(),
        Command::Forecast(forecast) if forecast.is_some() => "Put down the forecast".to_owned(),
        Command::Forecast(_) => "Took the forecast away".to_owned(),
        Command::Actual(_) => "Changed the figures of the rollout".to_owned(),
        Command::Sittings(_) => "Changed when the Board meets".to_owned(),
        Command::Detection(_) => "Changed what a pilot is to show".to_owned(),
        Command::Parallel(_) => "Changed the details of parallel running".to_owned(),
        Command::Push(_) => "Changed the details of the push".to_owned(),
        Command::Pull(_) => "Changed the details of the pull".to_owned(),
        Command::BackOut(_) => "Changed the back-out plan".to_owned(),
        Command::Quorum(_) => "Changed the quorum".to_owned(),
        Command::Decision(_) => "Changed the Board's decision".to_owned(),
        Command::Batch(commands) if planned_waves(commands) > 1 => format!("Planned {} waves", planned_waves(commands)),
        // The last command of a step is what it is about; those before it prepare it.
        Command::Batch(commands) => {
            commands.last().map_or_else(|| "Changed nothing".to_owned(), |last| describe(last, release))
        }
    }
}

/// What became of the advisor's weights: "Changed the weight of “Urgency” to 2".
fn reweighed(record: &StrategyRecord, release: &Release) -> String {
    let before = &release.strategy.weights;
    let mut changed = FACTORS.iter().filter(|factor| record.weights.get(factor.key) != before.get(factor.key));
    match (changed.next(), changed.next()) {
        (Some(factor), None) => match record.weights.get(factor.key) {
            Some(weight) => format!("Changed the weight of “{}” to {weight}", factor.label),
            None => format!("Reset the weight of “{}” to the default {}", factor.label, factor.weight),
        },
        _ => "Changed the weights of the advisor's questions".to_owned(),
    }
}

/// How many waves are added by a step that does nothing but plan waves.
fn planned_waves(commands: &[Command]) -> usize {
    let waves_alone = commands.iter().all(|command| matches!(command, Command::Waves(_)));
    let added = commands.iter().filter(|command| matches!(command, Command::Waves(Edit::Insert { .. })));
    if waves_alone { added.count() } else { 0 }
}

/// Whether the day of go-live is all that differs, and there was one before.
fn moves_go_live(after: &Identity, before: &Identity) -> bool {
    let other_day = before.window.is_some_and(|old| after.window.is_some_and(|new| new.go_live() != old.go_live()));
    other_day && Identity { window: before.window, ..after.clone() } == *before
}

fn edited<T: Item>(kind: &str, edit: &Edit<T>, items: &Items<T>) -> String {
    let (verb, item) = match edit {
        Edit::Insert { item, .. } => ("Added", Some(item.as_ref())),
        Edit::Replace { item } => ("Changed", Some(item.as_ref())),
        Edit::Remove { id } => ("Removed", items.get(*id)),
        Edit::Move { id, .. } => ("Moved", items.get(*id)),
    };
    match item.map(Item::title).map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) => format!("{verb} {kind} “{title}”"),
        None => format!("{verb} {kind}"),
    }
}
