//! Who is named in the plan, and who receives the release.

use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Choice, Department};

/// Everyone who is named.
pub(in crate::document) fn people(view: &View, sheet: &mut Sheet) {
    let rows = view.release.people.iter().map(|person| {
        [
            phrase::named(Some(&person.name), person.id.as_str()),
            Text::from(person.roles.trim()).or("not stated"),
            Text::from(person.team.trim()).or("not stated"),
            Text::address(person.contact.trim()).or("not stated"),
        ]
    });
    sheet.section("people", "People");
    let columns = [Column::words("Name"), Column::wide("Roles"), Column::words("Team"), Column::words("Contact")];
    sheet.table(columns, rows, "No person is registered yet.");
}

/// The departments and their groups.
pub(in crate::document) fn departments(view: &View, sheet: &mut Sheet) {
    sheet.section("departments", "Departments and user groups");
    let rows = view.release.departments.iter().map(|department| department_row(view, department));
    let columns = [
        Column::words("Department"),
        Column::narrow("Impacted"),
        Column::wide("Floor walkers"),
        Column::wide("Not to be interrupted"),
        Column::number("Size"),
    ];
    sheet.table(columns, rows, "No department is named yet: nobody is known to receive the release.");
    if view.release.groups().next().is_some() {
        groups(view, sheet);
    }
}

fn department_row(view: &View, department: &Department) -> [Text; 5] {
    let size = department.groups.iter().map(|group| group.size.0).fold(0, u32::saturating_add);
    [
        phrase::named(Some(&department.name), department.id.as_str()),
        phrase::yes(department.impacted),
        phrase::people(view.release, &department.floor_walkers),
        Text::from(department.important_hours.trim()).or("no hours stated"),
        Text::from(phrase::number(size)),
    ]
}

fn groups(view: &View, sheet: &mut Sheet) {
    let rows = view.release.groups().map(|(department, group)| {
        let link = group.link.map(|rate| format!("{} Mbit/s", rate));
        [
            phrase::named(Some(&group.name), group.id.as_str()),
            phrase::named(Some(&department.name), department.id.as_str()),
            Text::from(group.kind.label()),
            Text::from(phrase::number(group.size.0)),
            Text::from(group.site.trim()).or("not stated"),
            Text::from(link.unwrap_or_else(|| "not known".to_owned())),
            phrase::person(view.release, group.champion),
        ]
    });
    sheet.part("groups", "User groups");
    let columns = [
        Column::words("Group"),
        Column::words("Department"),
        Column::narrow("Made of"),
        Column::number("Size"),
        Column::words("Site"),
        Column::number("Link"),
        Column::words("Champion"),
    ];
    sheet.table(columns, rows, "");
}
