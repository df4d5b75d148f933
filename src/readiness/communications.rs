//! What is found on messages and distributed documents. All of it is advice: a release that nobody was told of is not
//! broken, and people are.

use jiff::civil::Date;

use super::assess::Tally;
use super::automatic::{Look, Short, impacted};
use super::code::Code;
use super::finding::{Place, Section};
use crate::communication::{
    Handed, Sending, brief, handed, in_order_of_sending, is_told, lacks, recipient, send_day, sender_off_the_desk,
    sending,
};
use crate::days::days_between;
use crate::gate::{Contents, Digests};
use crate::plan::{Choice, Department, Message, Release};

/// So many days before it is sent a message must be complete.
const COMPLETE: i32 = 14;

/// So many days before go-live a document must be acknowledged.
const ACKNOWLEDGED: i32 = 7;

pub(super) fn assess(release: &Release, contents: &Contents, tally: &mut Tally) {
    messages(release, tally);
    distribution(release, contents, tally);
}

/// The impacted departments that have not been told: nothing was sent to them, or something is overdue.
pub(super) fn departments_told(release: &Release, today: Date) -> Look {
    impacted(release, |department| {
        (!is_told(department.id, release, today))
            .then(|| Short::new(&department.name, to_tell(department, release, today)))
    })
}

/// The message that is next for a department, an overdue one before all others; where there is none, where one is added.
fn to_tell(department: &Department, release: &Release, today: Date) -> Place {
    let own = in_order_of_sending(release).into_iter().filter(|message| message.departments.contains(&department.id));
    let standings: Vec<(&Message, Sending)> = own.map(|message| (message, sending(message, release, today))).collect();
    let overdue = standings.iter().find(|(_, standing)| matches!(standing, Sending::Overdue(_)));
    let open = || standings.iter().find(|(_, standing)| !matches!(standing, Sending::Sent(_)));
    match overdue.or_else(open) {
        Some((message, _)) => Place::entry(Section::Communications, message.id, "sent"),
        None => Place::field(Section::Communications, "add"),
    }
}

/// The documents that have not been acknowledged as they now stand, with those who were to get them. Nothing where no
/// document is distributed.
pub(super) fn documents_acknowledged(release: &Release, today: Date) -> Option<Vec<Short>> {
    if release.distribution.is_empty() {
        return None;
    }
    let contents = Contents::of(release);
    let digests = Digests::of(&contents);
    let short = release.distribution.iter().filter_map(|entry| {
        let field = match handed(entry, release, &digests, today) {
            Handed::Acknowledged(_) => return None,
            Handed::Sent(_) => "acknowledged",
            Handed::Due(_) | Handed::Overdue(_) | Handed::Changed(_) => "handed",
        };
        let name = format!("{} to {}", entry.document.label(), recipient(entry, release));
        Some(Short::new(name, Place::entry(Section::Communications, entry.id, field)))
    });
    Some(short.collect())
}

fn messages(release: &Release, tally: &mut Tally) {
    if release.messages.is_empty() {
        tally.advice(Code::MessagesMissing, Place::field(Section::Communications, "add"), "", "");
        return;
    }
    for message in &release.messages {
        one(message, release, tally);
    }
    for department in release.departments.iter().filter(|department| department.impacted) {
        if !release.messages.iter().any(|message| message.departments.contains(&department.id)) {
            let place = Place::field(Section::Communications, "add");
            tally.advice(Code::DepartmentWithoutMessage, place, &department.name, "");
        }
    }
}

fn one(message: &Message, release: &Release, tally: &mut Tally) {
    let place = |field| Place::entry(Section::Communications, message.id, field);
    let name = &brief(&message.subject, release);
    let standing = sending(message, release, tally.today);
    if let Sending::Overdue(on) = standing {
        tally.advice(Code::MessageOverdue, place("sent"), name, on);
    }
    if matches!(standing, Sending::Sent(_)) {
        return;
    }
    // A sender who is not in the plan any more is nobody.
    if release.person_name(message.sender).is_none() {
        tally.advice(Code::MessageWithoutSender, place("sender"), name, "");
    } else if let Some(sender) = sender_off_the_desk(message, release) {
        tally.advice(Code::MessageNotFromDesk, place("sender"), name, &sender.name);
    }
    let soon = send_day(release, message.send).is_some_and(|on| days_between(tally.today, on) <= COMPLETE);
    let lacking = if soon { lacks(message, release) } else { Vec::new() };
    if !lacking.is_empty() {
        tally.advice(Code::MessageIncomplete, place("body"), name, lacking.join(", "));
    }
}

fn distribution(release: &Release, contents: &Contents, tally: &mut Tally) {
    if release.distribution.is_empty() {
        tally.advice(Code::NothingDistributed, Place::field(Section::Communications, "propose"), "", "");
    }
    let digests = Digests::of(contents);
    let close = release.go_live().is_some_and(|on| days_between(tally.today, on) <= ACKNOWLEDGED);
    for entry in &release.distribution {
        let place = |field| Place::entry(Section::Communications, entry.id, field);
        let (document, to) = (entry.document.label(), recipient(entry, release));
        match handed(entry, release, &digests, tally.today) {
            Handed::Overdue(_) => tally.advice(Code::DistributionOverdue, place("handed"), document, to),
            Handed::Changed(_) => tally.advice(Code::DistributionChanged, place("handed"), document, to),
            Handed::Sent(_) if close => {
                tally.advice(Code::DistributionUnacknowledged, place("acknowledged"), document, to);
            }
            Handed::Due(_) | Handed::Sent(_) | Handed::Acknowledged(_) => {}
        }
    }
}
