//! The choice of a strategy, with its rationale.

use leptos::prelude::*;

use super::advisor::Advisor;
use super::focus_field;
use crate::plan::{Approach, Choice, Delivery, Fact, GovernanceRule, Id, Release, Sole, Strategy, StrategyRecord};
use crate::readiness::{Place, Ruling, Section, ruling};
use crate::route::Route;
use crate::strategy::catalogue::{combination, pick};
use crate::strategy::{Candidate, Part};
use crate::text;
use crate::ui::components::{AnswerGroup, AnswerOption, Area, Day, Mark, PEOPLE_NAMES, Role, SectionHead, Text};

/// The choice: who gets the release when, who starts the installation, why, and who says so.
#[component]
pub fn TheChoice(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let chosen = advisor.chosen;
    let some = Memo::new(move |_| chosen.with(Option::is_some));
    let clear = move |_| {
        let mut record = advisor.plan.release.with_untracked(|release| release.strategy.clone());
        record.choice = None;
        advisor.plan.remove(record.command());
        request_animation_frame(|| focus_field("choice"));
    };
    let clear_button = move || {
        some.get().then(|| {
            let disabled = advisor.plan.read_only;
            view! { <button class="button quiet" type="button" disabled=disabled on:click=clear>"Clear the choice"</button> }
        })
    };
    let hint = move || {
        (!some.get()).then(|| view! {
            <p class="soft">
                "Nothing is chosen yet. Pick a name that you know: the other half follows what most people mean by it, \
                 and can be changed."
            </p>
        })
    };
    view! {
        <section class="section" aria-labelledby="choice">
            <SectionHead id="choice" title="The choice">{clear_button}</SectionHead>
            {hint}
            <div class="form">
                <Halves advisor/>
                {move || chosen.get().map(|strategy| meaning(advisor, strategy))}
                <Notices advisor/>
                <Show when=move || some.get()><Reasons advisor/></Show>
            </div>
        </section>
    }
}

/// The two questions that a strategy answers, with the names that people know.
#[component]
fn Halves(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let chosen = advisor.chosen;
    let options = |approach: &Approach| AnswerOption { value: Some(*approach), word: approach.label(), role: None };
    let approaches = Approach::ALL.iter().map(options).collect();
    let options = |delivery: &Delivery| AnswerOption { value: Some(*delivery), word: delivery.label(), role: None };
    let deliveries = Delivery::ALL.iter().map(options).collect();
    let take = move |part: Part| advisor.choose(pick(part, chosen.get_untracked()));
    let take_approach = move |approach: Option<Approach>| approach.map(Part::Approach).into_iter().for_each(take);
    let take_delivery = move |delivery: Option<Delivery>| delivery.map(Part::Delivery).into_iter().for_each(take);
    let approach = Signal::derive(move || chosen.get().map(|strategy: Strategy| strategy.approach));
    let delivery = Signal::derive(move || chosen.get().map(|strategy: Strategy| strategy.delivery));
    view! {
        <div class="halves">
            <AnswerGroup label="Who gets it when?" field="choice" options=approaches visible=true
                value=approach on_change=take_approach/>
            <AnswerGroup label="Who starts the installation?" field="delivery" options=deliveries visible=true
                value=delivery on_change=take_delivery/>
        </div>
    }
}

/// What the two halves make together, and where that stands in the ranking.
fn meaning(advisor: Advisor, strategy: Strategy) -> impl IntoView {
    let entry = combination(strategy);
    let standing = move || {
        let knows = advisor.knows_enough();
        knows.then(|| advisor.advice.with(|advice| text::strategy::standing(advice, strategy)))
    };
    view! {
        <div class="meaning">
            <p><strong>{entry.name}</strong>". "{entry.what}</p>
            <p class="soft">{entry.fits}" "{standing}</p>
        </div>
    }
}

/// What stands against the choice: the advisor, and the organisation's rules.
#[component]
fn Notices(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let plan = advisor.plan;
    let broken = plan.from(|release| {
        let broken = release.rules.iter().filter(|rule| is_broken_by_choice(rule, release));
        broken.map(|rule| (rule.id, rule.name.clone(), rule.cure.clone())).collect::<Vec<_>>()
    });
    let rules = move || {
        let one = |(rule, name, cure): (Id<GovernanceRule>, String, String)| {
            let address = Route::cure(plan.id(), &Place::entry(Section::Rules, rule, "waiver")).to_string();
            view! {
                <div class="banner inset no-go">
                    <Mark role=Role::NoGo/><p><strong>{format!("The plan breaks the rule “{name}”.")}</strong>" "{cure}</p>
                    <a href=address>"See the rule"</a>
                </div>
            }
        };
        broken.get().into_iter().map(one).collect_view()
    };
    let advice = move || {
        let (chosen, winner) = (advisor.chosen.get()?, advisor.winner()?);
        if chosen == winner {
            return None;
        }
        let excluded = advisor.advice.with(|advice| advice.candidate(chosen).map(out_because).unwrap_or_default());
        let first = format!("It puts “{}” first.", combination(winner).name);
        Some(view! {
            <div class="banner inset conditional">
                <Mark role=Role::Conditional/>
                <p><strong>"This goes another way than the advisor. "</strong>{excluded}{first}</p>
            </div>
        })
    };
    view! { {rules}{advice} }
}

/// Why a candidate is excluded, each reason a sentence with a space after it.
fn out_because(candidate: &Candidate) -> String {
    candidate.exclusions.iter().map(|exclusion| format!("{} ", text::strategy::exclusion(exclusion))).collect()
}

fn is_broken_by_choice(rule: &GovernanceRule, release: &Release) -> bool {
    let about_strategy = rule.speaks_of(&[Fact::Approach, Fact::Delivery]);
    about_strategy && rule.waiver.is_none() && ruling(rule, release) == Ruling::Broken
}

/// Why this strategy, who chose it, and when.
#[component]
fn Reasons(
    /// The advisor.
    advisor: Advisor,
) -> impl IntoView {
    let plan = advisor.plan;
    let rationale = plan.from(|release| choice_of(&release.strategy, |choice| choice.rationale.clone()));
    let by = plan.from(|release| choice_of(&release.strategy, |choice| choice.by.clone()));
    let on = plan.from(|release| choice_of(&release.strategy, |choice| choice.on));
    let silent = Memo::new(move |_| rationale.with(|rationale| rationale.trim().is_empty()));
    let error = Signal::derive(move || {
        let (chosen, winner) = (advisor.chosen.get()?, advisor.winner()?);
        let against = chosen != winner && silent.get();
        against.then(|| format!("Say why this release does not go “{}” as advised.", combination(winner).name))
    });
    let offer = move || {
        // Of any other strategy the advisor's words argue for and against it, which is no reason to choose it.
        let is_advised = advisor.chosen.get().is_some_and(|chosen| advisor.winner() == Some(chosen));
        let words = move || advisor.words_for(advisor.chosen.get()?);
        let take = move |_| {
            if let Some(words) = untrack(words) {
                advisor.change_choice("rationale", |choice| choice.rationale = words);
                plan.seal();
                focus_field("rationale");
            }
        };
        (silent.get() && is_advised).then(|| view! {
            <div class="actions">
                <button class="button" type="button" disabled=plan.read_only on:click=take>"Use the advisor's words"</button>
            </div>
        })
    };
    view! {
        <div class="fields">
            <Area label="Rationale" field="rationale" rows=4 value=rationale error
                help="Why this way and not another. The Board will ask."
                on_change=move |text| advisor.change_choice("rationale", |choice| choice.rationale = text)/>
            {offer}
        </div>
        <div class="fields pair">
            <Text label="Chosen by" list=PEOPLE_NAMES field="chosen_by" value=by
                on_change=move |name| advisor.change_choice("chosen_by", |choice| choice.by = name)/>
            <Day label="Chosen on" field="chosen_on" value=on
                on_change=move |day| advisor.change_choice("chosen_on", |choice| choice.on = day)/>
        </div>
    }
}

fn choice_of<V: Default>(record: &StrategyRecord, value: impl Fn(&crate::plan::StrategyChoice) -> V) -> V {
    record.choice.as_ref().map(value).unwrap_or_default()
}
