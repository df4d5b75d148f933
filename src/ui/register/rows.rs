//! A list as a table whose cells are edited where they stand: of the release, or within an entry.

use leptos::html;
use leptos::prelude::*;

use super::control::control;
use super::entry::Entry;
use super::field::{Field, Kind};
use super::remove::Remover;
use super::spec::{Rows, noun};
use crate::plan_file::{Access, RowEdit, row_ids, text_of, with_id};
use crate::ui::components::{Empty, Icon, Reorder, control_id, each};
use crate::ui::plan::{Plan, focus_entry, memo, new_id};

/// Where the rows are.
#[derive(Clone, Copy)]
enum Source {
    Listed(Plan, Access),
    Within(Entry, &'static str),
}

impl Source {
    fn plan(self) -> Plan {
        match self {
            Self::Listed(plan, _) => plan,
            Self::Within(entry, _) => entry.plan,
        }
    }

    fn ids(self) -> Signal<Vec<String>> {
        match self {
            Self::Listed(plan, access) => plan.from(access.ids),
            Self::Within(entry, path) => entry.derive(move |value| row_ids(value, path)),
        }
    }

    fn entry(self, id: &str) -> Entry {
        match self {
            Self::Listed(plan, access) => Entry::of(plan, access, id),
            Self::Within(entry, path) => entry.within(path, id),
        }
    }

    fn add(self, rows: &'static Rows) {
        let plan = self.plan();
        let id = new_id::<()>().to_string();
        let today = plan.today.get_untracked();
        let preset = plan.release.with_untracked(|release| (rows.preset)(release, today));
        match self {
            // What a table presets is of the list's type, and the id is new.
            Self::Listed(_, access) => drop((access.insert)(&id, preset).map(|command| plan.dispatch(command))),
            Self::Within(entry, path) => drop(entry.edit_rows(path, RowEdit::Add(with_id(&id, preset)))),
        }
        request_animation_frame(move || focus_entry(&id));
    }

    fn shift(self, id: &str, to: usize) {
        match self {
            Self::Listed(plan, access) => {
                if let Some(command) = (access.move_to)(id, to) {
                    plan.dispatch(command);
                }
            }
            Self::Within(entry, path) => drop(entry.edit_rows(path, RowEdit::Move(id.to_owned(), to))),
        }
    }

    fn remove(self, id: &str, remover: Remover) {
        match self {
            Self::Within(entry, path) => {
                drop(entry.edit_rows(path, RowEdit::Remove(id.to_owned())));
                remover.then.run(());
            }
            Self::Listed(..) => remover.remove(id),
        }
    }
}

/// A list of the release as a table, with its heading.
#[must_use]
pub fn rows_table(plan: Plan, access: Access, rows: &'static Rows) -> AnyView {
    table(Source::Listed(plan, access), rows, None)
}

/// A list within an entry as a table, with its heading.
pub(super) fn nested(entry: Entry, member: &'static str, rows: &'static Rows) -> AnyView {
    table(Source::Within(entry, member), rows, Some(member))
}

/// What the cells of a row are drawn from.
#[derive(Clone, Copy)]
struct Table {
    source: Source,
    rows: &'static Rows,
    ids: Signal<Vec<String>>,
    remover: Remover,
}

/// `member` is the list within an entry; a finding that asks for a row of it leads to the button that adds one.
fn table(source: Source, rows: &'static Rows, member: Option<&'static str>) -> AnyView {
    let (plan, ids) = (source.plan(), source.ids());
    let heading = control_id("rows");
    let add_button = NodeRef::<html::Button>::new();
    let to_add = Callback::new(move |()| {
        if let Some(button) = add_button.get_untracked() {
            // Focus is a courtesy: where the button cannot take it, nothing is lost.
            let _ = button.focus();
        }
    });
    let access = match source {
        Source::Listed(_, access) => Some(access),
        Source::Within(..) => None,
    };
    let remover = Remover::new(plan, access, rows.removing, to_add);
    let table = Table { source, rows, ids, remover };
    let some = memo(Box::new(move || !ids.with(Vec::is_empty)));
    let title = if member.is_some() {
        view! { <h3 id=heading.clone()>{rows.title}</h3> }.into_any()
    } else {
        view! { <h2 id=heading.clone()>{rows.title}</h2> }.into_any()
    };
    let add = format!("Add {}", noun(rows.one));
    // A finding may lead to a list that lacks something: to where it is added.
    let field = match source {
        Source::Listed(..) => "add",
        Source::Within(_, path) => path.rsplit('.').next().unwrap_or(path),
    };
    view! {
        <section class="section" aria-labelledby=heading>
            <div class="section-head">
                {title}
                <button class="button quiet" type="button" node_ref=add_button data-field=field disabled=plan.read_only
                    on:click=move |_| source.add(rows)><Icon name="plus"/>{add}</button>
            </div>
            {move || if some.get() { lines(table) } else { view! { <Empty text=rows.empty/> }.into_any() }}
            {remover.dialog()}
        </section>
    }
    .into_any()
}

fn lines(table: Table) -> AnyView {
    let Table { rows, ids, .. } = table;
    let head =
        |field: &Field| view! { <th scope="col" role="columnheader" class=class_of(field.kind)>{field.label}</th> };
    let heads = rows.fields.iter().map(head).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-label=format!("{}, table", rows.title) tabindex="0">
            <table class="table stack" role="table">
                <thead><tr role="row">{heads}<th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th></tr></thead>
                <tbody role="rowgroup">{each(move || ids.get(), Clone::clone, move |id| line(table, id))}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(table: Table, id: String) -> AnyView {
    let Table { source, rows, .. } = table;
    let entry = source.entry(&id);
    let title = title_of(source, entry, rows);
    let cells = rows.fields.iter().map(|field| cell(entry, field, title)).collect_view();
    let order = rows.ordered.then(|| order(table, &id, title));
    let remove = move || match title.get().trim() {
        "" => format!("Remove {}", noun(rows.one)),
        title => format!("Remove {} “{title}”", noun(rows.one)),
    };
    let (plan, this) = (source.plan(), id.clone());
    view! {
        <tr role="row" data-entry=id>
            {cells}
            <td class="tail" role="cell"><span class="row-tools">
                {order}
                <button class="icon-button" type="button" aria-label=remove title=remove disabled=plan.read_only
                    on:click=move |_| source.remove(&this, table.remover)><Icon name="bin"/></button>
            </span></td>
        </tr>
    }
    .into_any()
}

/// What a row is called: what its first column says, by name where it is another thing in the plan.
fn title_of(source: Source, entry: Entry, rows: &'static Rows) -> Signal<String> {
    let Some(first) = rows.fields.first() else { return Signal::stored(String::new()) };
    let text = entry.member(first.member, text_of);
    let Kind::Pick(options) = first.kind else { return text };
    source.plan().from(move |release| {
        let chosen = text.get();
        options(release).into_iter().find(|(key, _)| *key == chosen).map(|(_, name)| name).unwrap_or_default()
    })
}

/// The buttons that move a row.
fn order(table: Table, id: &str, title: Signal<String>) -> AnyView {
    let Table { source, rows, ids, .. } = table;
    let (this, moved) = (id.to_owned(), id.to_owned());
    let at = memo(Box::new(move || {
        ids.with(|ids| (ids.iter().position(|other| *other == this).unwrap_or_default(), ids.len()))
    }));
    let name = Signal::derive(move || match title.get().trim() {
        "" => format!("{} {}", noun(rows.one), at.get().0 + 1),
        title => title.to_owned(),
    });
    view! { <Reorder name entry=id.to_owned() at on_move=move |to| source.shift(&moved, to)/> }.into_any()
}

/// How a column is set: sentences have the most room, numbers end at the same edge.
fn class_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Area(_) | Kind::Lines(_) => "words",
        Kind::Number(..) => "number",
        _ => "",
    }
}

fn cell(entry: Entry, field: &'static Field, title: Signal<String>) -> AnyView {
    let class = class_of(field.kind);
    let label = Signal::derive(move || match field.aloud {
        "" => field.label.to_owned(),
        aloud => aloud.replace("{}", &title.get()),
    });
    let control = move || control(entry, field, Some(label));
    let shown = match field.when {
        None => control(),
        Some(when) => {
            let applies = entry.derive(when);
            (move || applies.get().then(control)).into_any()
        }
    };
    view! { <td role="cell" class=class data-label=field.label>{shown}</td> }.into_any()
}
