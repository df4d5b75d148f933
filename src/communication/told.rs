//! Who has been told what, and who has not yet.

use jiff::civil::Date;

use super::sending::{Sending, in_order_of_sending, sending};
use crate::plan::{Department, Id, Message, Person, Release};

/// Somebody whom messages are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listener<'a> {
    /// A department with all its groups.
    Department(&'a Department),
    /// A single person.
    Person(&'a Person),
    /// Anyone else, in the plan's own words.
    Others(&'a str),
}

/// Whether a listener was told by one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The message is not for this listener.
    NotAddressed,
    /// It is, and stands so.
    Addressed(Sending),
}

/// What one listener was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// Who.
    pub listener: Listener<'a>,
    /// By each message, in the order of the table.
    pub each: Vec<Told>,
    /// The message that was sent last, and when.
    pub latest: Option<(Id<Message>, Date)>,
}

/// Who has been told what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<'a> {
    /// The messages, in the order in which they are sent.
    pub messages: Vec<&'a Message>,
    /// Departments, the impacted ones first; then single people, then anyone else whom a message is for.
    pub rows: Vec<Row<'a>>,
}

impl Row<'_> {
    /// Whether some message is for this listener.
    #[must_use]
    pub fn is_addressed(&self) -> bool {
        self.each.iter().any(|told| *told != Told::NotAddressed)
    }
}

/// Who has been told what by today. Every department has a row, whether a message is for it or not.
#[must_use]
pub fn told(release: &Release, today: Date) -> Table<'_> {
    let messages = in_order_of_sending(release);
    let (impacted, others): (Vec<&Department>, Vec<&Department>) =
        release.departments.iter().partition(|department| department.impacted);
    let departments = impacted.into_iter().chain(others).map(Listener::Department);
    let addressed = |person: &&Person| messages.iter().any(|message| message.people.contains(&person.id));
    let people = release.people.iter().filter(addressed).map(Listener::Person);
    let mut anyone: Vec<&str> = Vec::new();
    for others in messages.iter().map(|message| message.others.trim()) {
        if !others.is_empty() && !anyone.iter().any(|known| same(known, others)) {
            anyone.push(others);
        }
    }
    let listeners = departments.chain(people).chain(anyone.into_iter().map(Listener::Others));
    let rows = listeners.map(|listener| row(listener, &messages, release, today)).collect();
    Table { messages, rows }
}

/// Whether a department has been told by today: something was sent to it, and nothing that is for it is overdue.
#[must_use]
pub fn is_told(department: Id<Department>, release: &Release, today: Date) -> bool {
    let own = release.messages.iter().filter(|message| message.departments.contains(&department));
    let standings: Vec<Sending> = own.map(|message| sending(message, release, today)).collect();
    standings.iter().any(|standing| matches!(standing, Sending::Sent(_)))
        && !standings.iter().any(|standing| matches!(standing, Sending::Overdue(_)))
}

fn row<'a>(listener: Listener<'a>, messages: &[&Message], release: &Release, today: Date) -> Row<'a> {
    let one = |message: &&Message| match is_for(message, listener) {
        true => Told::Addressed(sending(message, release, today)),
        false => Told::NotAddressed,
    };
    let each: Vec<Told> = messages.iter().map(one).collect();
    let sent = messages.iter().zip(&each).filter_map(|(message, told)| match told {
        Told::Addressed(Sending::Sent(on)) => Some((message.id, *on)),
        _ => None,
    });
    // Of two that were sent on one day, the later one in the order of sending.
    let latest = sent.max_by_key(|(_, on)| *on);
    Row { listener, each, latest }
}

fn is_for(message: &Message, listener: Listener) -> bool {
    match listener {
        Listener::Department(department) => message.departments.contains(&department.id),
        Listener::Person(person) => message.people.contains(&person.id),
        Listener::Others(others) => same(&message.others, others),
    }
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
