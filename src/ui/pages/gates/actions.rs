//! A table of things that somebody must do by a day: the actions of a gate, and its conditions.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::plan::{Action, Condition, Id, Person};
use crate::ui::components::{Day, Icon, InlineArea, PersonChoice, each};
use crate::ui::plan::{Plan, use_plan};

/// Something that somebody must do by a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// What.
    pub text: String,
    /// Who.
    pub owner: Option<Id<Person>>,
    /// By when.
    pub due: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
}

/// What the columns are called.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The table, and in lower case one row of it.
    pub table: &'static str,
    /// One of them: "action".
    pub one: &'static str,
    /// The day by which.
    pub due: &'static str,
    /// The box to tick.
    pub done: &'static str,
    /// The name, in findings, of the box to tick while it is open.
    pub field: &'static str,
}

impl From<&Action> for Task {
    fn from(of: &Action) -> Self {
        Self { id: of.id.to_string(), text: of.text.clone(), owner: of.owner, due: of.due, done: of.closed }
    }
}

impl From<&Condition> for Task {
    fn from(of: &Condition) -> Self {
        Self { id: of.id.to_string(), text: of.text.clone(), owner: of.owner, due: of.until, done: of.met }
    }
}

/// A table of things to do.
#[component]
pub fn ActionTable(
    /// What the columns are called.
    words: Words,
    /// The things to do.
    #[prop(into)]
    actions: Signal<Vec<Task>>,
    /// Takes a changed one.
    #[prop(into)]
    on_change: Callback<Task>,
    /// Removes one by its id.
    #[prop(into)]
    on_remove: Callback<String>,
) -> impl IntoView {
    let plan = use_plan();
    let ids = Memo::new(move |_| actions.with(|all| all.iter().map(|action| action.id.clone()).collect::<Vec<_>>()));
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <div class="table-scroll" role="region" aria-label=format!("{}, table", words.table) tabindex="0">
                <table class="table stack" role="table">
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader" class="words">"What"</th>
                        <th scope="col" role="columnheader">"Owner"</th>
                        <th scope="col" role="columnheader">{words.due}</th>
                        <th scope="col" role="columnheader">{words.done}</th>
                        <th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                    </tr></thead>
                    <tbody role="rowgroup">
                        {each(move || ids.get(), Clone::clone, move |id| row(plan, words, id, actions, on_change, on_remove))}
                    </tbody>
                </table>
            </div>
        </Show>
    }
}

fn row(
    plan: Plan,
    words: Words,
    id: String,
    actions: Signal<Vec<Task>>,
    on_change: Callback<Task>,
    on_remove: Callback<String>,
) -> impl IntoView {
    let entry = id.clone();
    let this = Memo::new(move |_| {
        actions.with(|all| all.iter().find(|action| action.id == entry).cloned().unwrap_or_default())
    });
    let set = move |change: &dyn Fn(&mut Task)| {
        let mut action = this.get_untracked();
        change(&mut action);
        on_change.run(action);
    };
    let number = actions.with_untracked(|all| all.iter().position(|action| action.id == id).unwrap_or(0) + 1);
    let label = move |what: &str| format!("{} {number}, {what}", words.one);
    let name = label("what");
    let remove = format!("Remove {} {number}", words.one.to_lowercase());
    let done = move || this.with(|action| action.done.is_some());
    // What is dated ahead is not done yet.
    let counts = move || this.with(|action| action.done.is_some_and(|day| day <= plan.today.get()));
    let tick = move |on: bool| set(&|action| action.done = on.then(|| plan.today.get_untracked()));
    let gone = id.clone();
    view! {
        <tr role="row" data-entry=id>
            <td role="cell" class="words" data-label="What"><InlineArea label=name field="action" value=Signal::derive(move || this.with(|a| a.text.clone()))
                placeholder="What is to be done" on_change=move |text: String| set(&|action| action.text.clone_from(&text))/></td>
            <td role="cell" data-label="Owner"><PersonChoice label=label("owner") field="action_owner" inline=true
                value=Signal::derive(move || this.with(|a| a.owner)) on_change=move |owner| set(&|action| action.owner = owner)/></td>
            <td role="cell" data-label=words.due><Day label=label(&words.due.to_lowercase()) field="action_due" inline=true
                value=Signal::derive(move || this.with(|a| a.due)) on_change=move |day| set(&|action| action.due = day)/></td>
            <td role="cell" data-label=words.done>
                <span class="ticked">
                    <input type="checkbox" aria-label=label(&words.done.to_lowercase()) disabled=plan.read_only prop:checked=done
                        data-field=move || if counts() { "action_done" } else { words.field }
                        on:change:target=move |event| tick(event.target().checked())/>
                    {move || done().then(|| view! {
                        <Day label=label("day") field="action_day" inline=true value=Signal::derive(move || this.with(|a| a.done))
                            on_change=move |day| set(&|action| action.done = day)/>
                    })}
                </span>
            </td>
            <td role="cell" class="tail">
                <button class="icon-button" type="button" aria-label=remove.clone() title=remove disabled=plan.read_only
                    on:click=move |_| on_remove.run(gone.clone())><Icon name="bin"/></button>
            </td>
        </tr>
    }
}
