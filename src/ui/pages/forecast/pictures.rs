//! The pictures of the page, each with the same in figures in a fold below it.

use std::sync::Arc;

use leptos::prelude::*;

use super::running::{Running, Shown};
use crate::document::picture::{Going, Series, course, places, scatter, strip, strips};
use crate::document::{Figure, Table};
use crate::plan::{Choice, Strategy};
use crate::rollout::simulation::{Measure, Outcome};
use crate::strategy::catalogue::{combination, combinations, strategy_of_key};
use crate::text::forecast::chance;
use crate::ui::components::{ManyOf, OneOf, Options, SectionHead, drawing_view, fold, printing};
use crate::ui::pages::documents::text_view;
use crate::ui::plan::Plan;

/// What is looked at.
#[derive(Clone, Copy)]
pub struct Look {
    measure: RwSignal<Measure>,
    /// The keys of the strategies whose courses are drawn; none for all.
    picked: RwSignal<Vec<String>>,
    /// Whether the page is being printed.
    printing: ReadSignal<bool>,
}

/// Draws a picture of what was simulated.
type Draw = Arc<dyn Fn(&Outcome) -> Figure + Send + Sync>;

/// All pictures.
pub fn pictures(running: Running) -> AnyView {
    let plan = running.plan;
    let look =
        Look { measure: RwSignal::new(Measure::Exposed), picked: RwSignal::new(Vec::new()), printing: printing() };
    let chosen = chosen(plan);
    let currency = plan.from(|release| release.identity.currency.clone());
    let spread = move |outcome: &Outcome| {
        let (measure, chosen, currency) = (look.measure.get(), chosen.get(), currency.get());
        let all: Vec<_> = outcome.strategies.iter().filter_map(|of| strip(of, measure, chosen)).collect();
        strips(measure, &all, &currency)
    };
    let against = move |outcome: &Outcome| scatter(&places(outcome, chosen.get()));
    let adoption = move |outcome: &Outcome| look.going(outcome, Going::Adoption, chosen.get());
    let desk = move |outcome: &Outcome| look.going(outcome, Going::Desk, chosen.get());
    view! {
        <section class="section" aria-labelledby="spread">
            <SectionHead id="spread" title="How it spreads"/>
            {which(running)}
            {measure_choice(look)}
            {picture(running, look.printing, Arc::new(spread))}
        </section>
        <section class="section" aria-labelledby="against">
            <SectionHead id="against" title="Exposure against time"/>
            {which(running)}
            {picture(running, look.printing, Arc::new(against))}
        </section>
        <section class="section" aria-labelledby="over-time">
            <SectionHead id="over-time" title="Over time"/>
            {which(running)}
            {strategies_choice(look)}
            <h3>"Who has it"</h3>
            {picture(running, look.printing, Arc::new(adoption))}
            <h3>"Load of the service desk"</h3>
            {picture(running, look.printing, Arc::new(desk))}
        </section>
        {pairs(running, look)}
    }
    .into_any()
}

/// Says so where not all trials are looked at.
fn which(running: Running) -> AnyView {
    (move || {
        running.of_defect.get().then(|| view! { <p class="small soft">"Of trials with a severe defect alone."</p> })
    })
    .into_any()
}

fn chosen(plan: Plan) -> Signal<Option<Strategy>> {
    plan.from(|release| release.strategy.choice.as_ref().map(|choice| choice.strategy))
}

/// A picture, dimmed while new figures are on their way, and below it a fold with the same in figures.
fn picture(running: Running, printing: ReadSignal<bool>, draw: Draw) -> AnyView {
    let open = RwSignal::new(false);
    let drawn = move || {
        let shown: Arc<Shown> = running.looked_at()?;
        Some(picture_view(open, printing, draw(&shown.outcome)))
    };
    view! { <div class="section" class:dimmed=move || running.is_old()>{drawn}</div> }.into_any()
}

/// A picture with its caption and the fold below it.
pub fn picture_view(open: RwSignal<bool>, printing: ReadSignal<bool>, figure: Figure) -> AnyView {
    let (drawing, caption, table) = (drawing_view(&figure), figure.caption, figure.table);
    let name = format!("In figures: {caption}");
    view! {
        <figure class="figure">{drawing}<figcaption class="small soft">{caption}</figcaption></figure>
        {fold("The same in figures", open, printing, Arc::new(move || table_view(&table, &name)))}
    }
    .into_any()
}

/// A table as the pages show tables.
fn table_view(table: &Table, name: &str) -> AnyView {
    let columns = table.columns();
    let class = |class: &'static str| if class == "number" { "number" } else { "" };
    let heads = columns.iter().map(|column| view! { <th scope="col" class=class(column.class())>{column.title}</th> });
    let rows = table.rows().iter().map(|row| {
        let cells = row.iter().zip(columns).map(|(cell, column)| {
            view! { <td class=class(column.class())>{text_view(cell)}</td> }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="table-scroll" role="region" aria-label=name.to_owned() tabindex="0">
            <table class="table"><thead><tr>{heads.collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </div>
    }
    .into_any()
}

/// Which measure is looked at.
fn measure_choice(look: Look) -> AnyView {
    let options: Options = Measure::ALL.iter().map(|it| (it.key().to_owned(), it.label().to_owned())).collect();
    let value = Signal::derive(move || look.measure.get().key().to_owned());
    let take = Callback::new(move |key: String| {
        if let Some(measure) = Measure::from_key(&key) {
            look.measure.set(measure);
        }
    });
    let meaning = move || look.measure.get().meaning();
    view! {
        <div class="measure">
            <OneOf label="Measure" field="measure" options=Signal::stored(options) value on_change=take apart=true/>
            <p class="small soft">{meaning}</p>
        </div>
    }
    .into_any()
}

/// Whose courses are drawn.
fn strategies_choice(look: Look) -> AnyView {
    let options: Options = combinations().map(|it| (it.key.to_owned(), it.name.to_owned())).collect();
    let take = Callback::new(move |keys: Vec<String>| look.picked.set(keys));
    view! {
        <ManyOf label="Strategies" field="strategies" options=Signal::stored(options) value=look.picked.into() on_change=take none="All" apart=true/>
    }
    .into_any()
}

impl Look {
    /// The courses of the strategies that are picked, in the order of the outcome.
    fn going(self, outcome: &Outcome, going: Going, chosen: Option<Strategy>) -> Figure {
        let picked: Vec<Strategy> = self.picked.get().iter().filter_map(|key| strategy_of_key(key)).collect();
        let shown = outcome.strategies.iter().filter(|of| picked.is_empty() || picked.contains(&of.strategy));
        let series = shown.map(|of| Series {
            strategy: of.strategy,
            is_chosen: chosen == Some(of.strategy),
            course: if going == Going::Adoption { &of.adoption } else { &of.desk },
        });
        course(going, &series.collect::<Vec<_>>())
    }
}

/// How often each strategy is better than each other one in the same trial.
fn pairs(running: Running, look: Look) -> AnyView {
    let body = move || running.looked_at().map(|shown| matrix(&shown.outcome, look.measure.get()));
    let title = Signal::derive(move || format!("Which is better: {}", look.measure.get().label().to_lowercase()));
    view! {
        <section class="section" aria-labelledby="pairs">
            <SectionHead id="pairs" title/>
            {which(running)}
            <p class="small soft">
                "The chance that the strategy of the row is better than that of the column in the same trial: the same defect, the \
                 same people, the same delays. A tie counts half."
            </p>
            <div class="table-scroll" role="region" aria-label="Which is better, table" tabindex="0" class:dimmed=move || running.is_old()>{body}</div>
        </section>
    }
    .into_any()
}

/// A letter for each of the nine.
const LETTERS: [&str; 9] = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];

fn matrix(outcome: &Outcome, measure: Measure) -> AnyView {
    let all: Vec<(Strategy, &'static str)> = outcome.strategies.iter().map(|of| of.strategy).zip(LETTERS).collect();
    let heads = all.iter().map(|(strategy, letter)| {
        let name = combination(*strategy).name;
        view! { <th scope="col" class="number" aria-label=name title=name>{*letter}</th> }
    });
    let rows = all.iter().map(|(one, letter)| {
        let cells = all.iter().map(|(other, _)| {
            let better = (one != other).then(|| better(outcome, measure, *one, *other)).flatten();
            let class = better.map_or("number", class_of);
            view! { <td class=class>{better.map_or_else(|| "–".to_owned(), chance)}</td> }
        });
        view! { <tr><th scope="row"><span class="soft">{*letter}</span>" "{combination(*one).name}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <table class="table pairs"><thead><tr><th scope="col">"Strategy"</th>{heads.collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

/// Clearly worse, about even, clearly better.
fn class_of(chance: f64) -> &'static str {
    match chance {
        low if low < 0.4 => "number worse",
        high if high > 0.6 => "number better",
        _ => "number",
    }
}

/// The chance that one is better than the other; each pair is compared once.
fn better(outcome: &Outcome, measure: Measure, one: Strategy, other: Strategy) -> Option<f64> {
    let compared = |better, than| {
        let found =
            outcome.comparisons.iter().find(|it| it.measure == measure && it.better == better && it.than == than);
        found.map(|found| found.chance.value)
    };
    compared(one, other).or_else(|| compared(other, one).map(|chance| 1.0 - chance))
}
