//! What is to be done, by whom and when.

use jiff::civil::Date;

use crate::action::{Todo, actions};
use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Action, Items};
use crate::text::{day, todo, todo_origin};

/// Everything that is still to be done, owner by owner.
pub(in crate::document) fn open(view: &View, sheet: &mut Sheet) {
    let all = actions(view.release, view.today);
    sheet.section("actions", "Actions");
    if all.is_empty() {
        sheet.say("Nothing is left to be done.");
        return;
    }
    sheet.say(
        "Everything that somebody must still do, by owner. What nobody is named for falls to the release manager.",
    );
    for (at, owner) in owners(view, &all).into_iter().enumerate() {
        let own = all.iter().filter(|one| one.owner == owner);
        let name =
            owner.and_then(|id| view.release.person_name(Some(id))).map(str::trim).filter(|name| !name.is_empty());
        sheet.part(&format!("actions-{}", at + 1), name.unwrap_or("Nobody"));
        table(view, own, false, sheet);
    }
}

/// What is overdue, for those who decide.
pub(in crate::document) fn overdue(view: &View, sheet: &mut Sheet) {
    let all = actions(view.release, view.today);
    sheet.section("actions", "Overdue actions");
    let late: Vec<&Todo> = all.iter().filter(|one| one.overdue).collect();
    if late.is_empty() {
        sheet.say("No action is overdue.");
    } else {
        table(view, late.into_iter(), true, sheet);
    }
}

/// The owners in the order of the people in the plan, nobody last.
fn owners(view: &View, all: &[Todo]) -> Vec<Option<crate::plan::Id<crate::plan::Person>>> {
    let people = view.release.people.iter().map(|person| Some(person.id));
    people.chain([None]).filter(|owner| all.iter().any(|one| one.owner == *owner)).collect()
}

fn table<'a>(view: &View, all: impl Iterator<Item = &'a Todo>, with_owner: bool, sheet: &mut Sheet) {
    let rows = all.map(|one| {
        let owner = if with_owner { phrase::person(view.release, one.owner) } else { Text::from(todo_origin(one)) };
        let unnamed = if one.by_default { " (nobody named)" } else { "" };
        [
            Text::from(todo(one)).or("something without a name"),
            owner.then(unnamed),
            phrase::day_or(one.due, "no day set"),
            standing(one).into(),
        ]
    });
    let second = if with_owner { Column::words("Owner") } else { Column::words("From") };
    let columns = [Column::wide("What"), second, Column::narrow("Due"), Column::narrow("State")];
    sheet.table(columns, rows, "");
}

fn standing(of: &Todo) -> Status {
    if of.overdue { Mark::NoGo.with("Overdue") } else { Mark::Conditional.with("Open") }
}

/// Actions that were agreed somewhere, with those that are done.
pub(super) fn agreed(view: &View, actions: &Items<Action>, where_empty: &str, sheet: &mut Sheet) {
    let rows = actions.iter().map(|action| {
        let owner = action.owner.or(view.release.identity.release_manager);
        [
            phrase::named(Some(&action.text), action.id.as_str()),
            phrase::person(view.release, owner),
            phrase::day_or(action.due, "no day set"),
            state(action, view.today).into(),
        ]
    });
    let columns = [Column::wide("Action"), Column::words("Owner"), Column::narrow("Due"), Column::narrow("State")];
    sheet.table(columns, rows, where_empty);
}

fn state(action: &Action, today: Date) -> Status {
    match (action.closed, action.due) {
        (Some(on), _) if on <= today => Mark::Go.with(format!("Done on {}", day(on))),
        (Some(on), _) => Mark::Conditional.with(format!("Open, done no earlier than {}", day(on))),
        (None, Some(due)) if due < today => Mark::NoGo.with("Open, overdue"),
        (None, _) => Mark::Conditional.with("Open"),
    }
}
