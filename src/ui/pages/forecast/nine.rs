//! The nine strategies side by side: a row each, a column for each measure.

use leptos::prelude::*;

use super::running::{Advised, Running};
use crate::order;
use crate::plan::Strategy;
use crate::rollout::simulation::{Measure, StrategyOutcome};
use crate::strategy::catalogue::combination;
use crate::text::forecast::{COLUMNS, Column, ColumnGroup, Shown};
use crate::ui::components::{AnswerGroup, AnswerOption, Badge, Role, SectionHead, SortHead};
use crate::ui::currency::no_currency;
use crate::ui::plan::memo;

/// The table sorts by the strategy itself where it sorts by this.
const BY_NAME: usize = usize::MAX;

/// How the table is looked at.
#[derive(Clone, Copy)]
struct Look {
    /// The columns that are shown: those in short, those of one kind, or all.
    group: RwSignal<&'static str>,
    /// What stands in a cell.
    shown: RwSignal<&'static str>,
    sort: RwSignal<(usize, bool)>,
}

/// A row, ready to be drawn.
#[derive(Clone, PartialEq)]
struct Row {
    name: &'static str,
    is_chosen: bool,
    is_advised: bool,
    is_excluded: bool,
    cells: Vec<(&'static str, String, String)>,
}

/// What a board asks for first: as many columns as a laptop shows side by side.
const IN_SHORT: &str = "In short";
const ALL: &str = "All";
const GROUPS: [ColumnGroup; 3] = [ColumnGroup::Harm, ColumnGroup::Time, ColumnGroup::Means];

/// The table with what it is filtered by.
pub fn nine(running: Running) -> AnyView {
    let plan = running.plan;
    let look =
        Look { group: RwSignal::new(IN_SHORT), shown: RwSignal::new("mean"), sort: RwSignal::new((BY_NAME, false)) };
    let chosen = plan.from(|release| release.strategy.choice.as_ref().map(|choice| choice.strategy));
    let currency = plan.from(|release| release.identity.currency.clone());
    let rows = memo(Box::new(move || {
        let (chosen, currency, shown) = (chosen.get(), currency.get(), running.looked_at());
        let rows = |advised: &Advised| {
            shown.map(|shown| rows(&shown.outcome.strategies, look, (chosen, advised), &currency)).unwrap_or_default()
        };
        running.advised.with(rows)
    }));
    let word = |group: &ColumnGroup| AnswerOption { value: group.word(), word: group.word(), role: None };
    let word_alone = |word: &'static str| AnswerOption { value: word, word, role: None };
    let groups = [word_alone(IN_SHORT)].into_iter().chain(GROUPS.iter().map(word)).chain([word_alone(ALL)]);
    let kinds = vec![
        AnswerOption { value: "mean", word: "Mean and interval", role: None },
        AnswerOption { value: "spread", word: "Median, 10 to 90 %", role: None },
    ];
    let trials = [("all", "All trials"), ("defect", "Those with a severe defect")];
    let trials = trials.map(|(value, word)| AnswerOption { value, word, role: None }).to_vec();
    let of_defect = Signal::derive(move || if running.of_defect.get() { "defect" } else { "all" });
    let set_trials = move |trials| running.of_defect.set(trials == "defect");
    let heads = move || {
        let head = |at: usize| {
            COLUMNS.get(at).map(|(column, name, _)| {
                let word = column.head(name, &currency.get());
                view! { <SortHead word by=at sort=look.sort number=true/> }
            })
        };
        columns(look.group.get()).map(head).collect_view()
    };
    let body = move || rows.get().into_iter().map(row).collect_view();
    view! {
        <section class="section" aria-labelledby="nine">
            <SectionHead id="nine" title="The nine side by side"/>
            <div class="toolbar">
                <AnswerGroup label="Look at" field="of_defect" apart=true options=trials value=of_defect on_change=set_trials/>
                <AnswerGroup label="Measures" field="measures" apart=true options=groups.collect() value=look.group
                    on_change=move |group| look.group.set(group)/>
                <AnswerGroup label="Figures" field="figures" apart=true options=kinds value=look.shown
                    on_change=move |shown| look.shown.set(shown)/>
            </div>
            {no_currency(plan)}
            <div class="table-scroll" role="region" aria-label="The nine side by side, table" tabindex="0" class:dimmed=move || running.is_old()>
                <table class="table nine stack" role="table">
                    <thead><tr role="row"><SortHead word="Strategy" by=BY_NAME sort=look.sort/>{heads}</tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// The positions of the columns of a kind.
fn columns(group: &'static str) -> impl Iterator<Item = usize> {
    let kinds = COLUMNS.iter().enumerate();
    let wanted = move |(_, column): &(usize, &(Column, &str, ColumnGroup))| match group {
        ALL => true,
        IN_SHORT => matches!(
            column.0,
            Column::Of(Measure::Exposed | Measure::LostHours | Measure::Finish | Measure::Cost) | Column::MeetsDate
        ),
        group => column.2.word() == group,
    };
    kinds.filter(wanted).map(|(at, _)| at)
}

fn rows(
    all: &[StrategyOutcome],
    look: Look,
    (chosen, advised): (Option<Strategy>, &Advised),
    currency: &str,
) -> Vec<Row> {
    let (by, down) = look.sort.get();
    let shown = if look.shown.get() == "mean" { Shown::Mean } else { Shown::Percentiles };
    let mut sorted: Vec<&StrategyOutcome> = all.iter().collect();
    if let Some((column, ..)) = COLUMNS.get(by) {
        order::sort_by(&mut sorted, |one, other| column.order(one, shown).total_cmp(&column.order(other, shown)));
    }
    if down {
        sorted.reverse();
    }
    let group = look.group.get();
    let cell = |column: &Column, head: &'static str, of: &StrategyOutcome| {
        let (figure, below) = column.cell(of, shown, currency);
        (column.head(head, currency), figure, below)
    };
    let row = |of: &&StrategyOutcome| Row {
        name: combination(of.strategy).name,
        is_chosen: chosen == Some(of.strategy),
        is_advised: advised.winner == Some(of.strategy),
        is_excluded: advised.excluded.contains(&of.strategy),
        cells: columns(group)
            .filter_map(|at| COLUMNS.get(at))
            .map(|(column, head, _)| cell(column, head, of))
            .collect(),
    };
    sorted.iter().map(row).collect()
}

fn row(row: Row) -> AnyView {
    let cells = row.cells.into_iter().map(|(head, figure, below)| {
        view! { <td class="number" role="cell" data-label=head>{figure}<span class="small soft">{below}</span></td> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{row.name}
                {row.is_chosen.then(|| view! { " "<Badge role=Role::Go word="Chosen"/> })}
                {row.is_advised.then(|| view! { " "<Badge role=Role::Advice word="Advised"/> })}
                {row.is_excluded.then(|| view! { " "<Badge role=Role::NoGo word="Excluded"/> })}
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}
