//! Meetings: who was there, what was said, and what follows from it.

use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::{View, actions};
use crate::document::sheet::Sheet;
use crate::order;
use crate::plan::{Choice, Id, Meeting, Person};
use crate::readiness::meeting_name;

/// Each meeting in full, the earliest first, those without a day last.
pub(in crate::document) fn in_full(view: &View, sheet: &mut Sheet) {
    let mut meetings: Vec<&Meeting> = view.release.meetings.iter().collect();
    order::sort_by_key(&mut meetings, |meeting| (meeting.at.is_none(), meeting.at));
    if meetings.is_empty() {
        sheet.section("meetings", "Meetings");
        sheet.say("No meeting is planned yet.");
    }
    for meeting in meetings {
        sheet.section(&format!("meeting-{}", meeting.id), meeting_name(meeting));
        one(view, meeting, sheet);
    }
}

fn one(view: &View, meeting: &Meeting, sheet: &mut Sheet) {
    let release = view.release;
    let absent: Vec<Id<Person>> = meeting.invited.iter().filter(|id| !meeting.attended.contains(id)).copied().collect();
    let is_past = meeting.at.is_some_and(|at| at.date() <= view.today);
    let mut facts = vec![
        ("Held for", Text::from(meeting.kind.label())),
        ("When", phrase::moment_or(meeting.at, "no day set")),
        ("Where", Text::from(meeting.place.trim()).or("not stated")),
        ("Led by", phrase::person(release, meeting.chair)),
        ("Invited", phrase::people(release, &meeting.invited)),
        ("Present", phrase::people(release, &meeting.attended)),
    ];
    if is_past && !absent.is_empty() {
        facts.push(("Not present", phrase::people(release, &absent)));
    }
    sheet.facts(facts);
    let rows = meeting.agenda.iter().enumerate().map(|(at, point)| {
        [
            Text::from((at + 1).to_string()),
            phrase::named(Some(&point.text), point.id.as_str()),
            Text::from(point.outcome.trim()).or(if is_past { "nothing written down" } else { "to be discussed" }),
        ]
    });
    let columns = [Column::number("No."), Column::wide("Agenda"), Column::wide("Said and decided")];
    sheet.table(columns, rows, "There is no agenda.");
    sheet.prose(&meeting.minutes);
    actions::agreed(view, &meeting.actions, "No action was agreed.", sheet);
}
