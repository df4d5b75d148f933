//! The advisor at work on the open plan.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::plan::{Command, Release, Strategy, StrategyChoice, StrategyRecord, Weight};
use crate::readiness::answers;
use crate::route::{Page, Route};
use crate::strategy::{
    Advice, Analysis, Answers, Candidate, FACTORS, Factor, Reply, advise, reply_to, reset_weights, take_back, weigh,
};
use crate::text;
use crate::ui::plan::Plan;

/// What the advisor makes of the open plan, and the ways to answer it. It is `Copy`.
#[derive(Clone, Copy)]
pub struct Advisor {
    /// The plan.
    pub plan: Plan,
    /// The answers, by people and by the plan.
    pub answers: Memo<Answers>,
    /// What follows from them.
    pub advice: Memo<Advice>,
    /// How firm that is. It takes the advisor a few thousand sums, and is worked out where it is shown alone.
    pub analysis: Memo<Analysis>,
    /// The strategy that was chosen.
    pub chosen: Signal<Option<Strategy>>,
    /// The day until which the release may be pulled.
    pub deadline: Signal<Option<Date>>,
}

impl Advisor {
    /// The advisor of a plan.
    pub fn of(plan: Plan) -> Self {
        let answers = Memo::new(move |_| plan.release.with(answers));
        let advice = Memo::new(move |_| answers.with(advise));
        let analysis = Memo::new(move |_| answers.with(Analysis::of));
        let chosen = plan.from(|release| release.strategy.choice.as_ref().map(|choice| choice.strategy));
        let deadline = plan.from(text::strategy::deadline);
        Self { plan, answers, advice, analysis, chosen, deadline }
    }

    /// Whether there are enough answers for advice.
    pub fn knows_enough(self) -> bool {
        self.advice.with(|advice| advice.progress.is_enough())
    }

    /// Whether so many questions have a reply that there is a result to look at, however wide.
    pub fn has_result(self) -> bool {
        self.advice.with(|advice| advice.progress.is_replied())
    }

    /// The strategy that the advisor puts first, once it knows enough.
    pub fn winner(self) -> Option<Strategy> {
        let winner = || self.advice.with(|advice| advice.winner().map(Candidate::strategy));
        if self.knows_enough() { winner() } else { None }
    }

    /// What counts for and against a strategy.
    pub fn candidate(self, strategy: Strategy) -> Memo<Option<Candidate>> {
        Memo::new(move |_| self.advice.with(|advice| advice.candidate(strategy).cloned()))
    }

    /// A strategy in the advisor's words: what it is, and why.
    pub fn words_for(self, strategy: Strategy) -> Option<String> {
        let deadline = self.deadline.get();
        self.advice
            .with(|advice| advice.candidate(strategy).map(|candidate| text::strategy::rationale(candidate, deadline)))
    }

    /// The reply to a question, by its key.
    pub fn reply_of(self, factor: &'static Factor) -> Memo<Option<&'static str>> {
        Memo::new(move |_| self.answers.with(|answers| answers.get(factor.key).map(|answered| answered.reply.key())))
    }

    /// Replies to a question. Replies in a row to the same question are one step to undo.
    pub fn reply(self, factor: &'static Factor, reply: Reply) {
        self.change(factor, |release| reply_to(release, factor, reply));
    }

    /// Takes a person's reply back.
    pub fn take_back(self, factor: &'static Factor) {
        self.change(factor, |release| take_back(release, factor));
        self.plan.seal();
    }

    /// Gives a question a weight.
    pub fn weigh(self, factor: &'static Factor, weight: Weight) {
        if let Some(command) = self.plan.release.with_untracked(|release| weigh(release, factor, weight)) {
            self.plan.dispatch(command);
        }
    }

    /// Gives all questions this tool's weights again.
    pub fn reset_weights(self) {
        if let Some(command) = self.plan.release.with_untracked(reset_weights) {
            self.plan.dispatch(command);
        }
    }

    /// Chooses a strategy. A rationale in the advisor's words for another strategy goes; one's own words stay.
    pub fn choose(self, strategy: Strategy) {
        let (who, today) = (self.plan.who(), self.plan.today.get_untracked());
        let old_words = untrack(|| self.chosen.get().and_then(|before| self.words_for(before)));
        self.plan.edit_part("choice", |record: &mut StrategyRecord| {
            let mut choice = record.choice.take().unwrap_or_default();
            if choice.strategy != strategy && old_words.as_deref() == Some(choice.rationale.as_str()) {
                choice.rationale.clear();
            }
            let by = if who.trim().is_empty() { choice.by } else { who };
            record.choice = Some(StrategyChoice { strategy, rationale: choice.rationale, by, on: Some(today) });
        });
        self.plan.seal();
    }

    /// Changes the choice, where there is one.
    pub fn change_choice(self, field: &str, change: impl FnOnce(&mut StrategyChoice)) {
        self.plan.edit_part(field, |record: &mut StrategyRecord| {
            if let Some(choice) = &mut record.choice {
                change(choice);
            }
        });
    }

    /// The address of a question of the walk, from 1; after the last, of the result.
    pub fn address(self, number: usize) -> Route {
        let page = if number > FACTORS.len() {
            Page::Section(crate::readiness::Section::Strategy, None, None)
        } else {
            Page::Walk(number.max(1))
        };
        Route::Release(self.plan.id(), page)
    }

    fn change(self, factor: &Factor, command: impl FnOnce(&Release) -> Option<Command>) {
        if let Some(command) = self.plan.release.with_untracked(command) {
            self.plan.typed(&format!("answer-{}", factor.key), command);
        }
    }
}
