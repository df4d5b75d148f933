//! When a message is sent, by whom, and whether it was.

use jiff::civil::Date;

use crate::calendar::sent_on;
use crate::gate::has_come;
use crate::order;
use crate::plan::{Days, Id, Message, Person, Release};

/// How a message stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// Its day is not known: no go-live is planned.
    Undated,
    /// It is to be sent on this day, which has not passed.
    Planned(Date),
    /// It was to be sent on this day, and was not.
    Overdue(Date),
    /// It was sent on this day.
    Sent(Date),
}

/// The day that lies so many days after go-live; nothing while no go-live is planned, or beyond the calendar.
#[must_use]
pub fn send_day(release: &Release, days: Days) -> Option<Date> {
    sent_on(release, days)
}

/// How a message stands today. One that was marked as sent on a later day has not been sent yet.
#[must_use]
pub fn sending(message: &Message, release: &Release, today: Date) -> Sending {
    match (message.sent, send_day(release, message.send)) {
        (Some(on), _) if has_come(Some(on), today) => Sending::Sent(on),
        (Some(on), _) => Sending::Planned(on),
        (None, Some(on)) if on < today => Sending::Overdue(on),
        (None, Some(on)) => Sending::Planned(on),
        (None, None) => Sending::Undated,
    }
}

/// The messages in the order in which they are sent; those of one day in the order of the plan.
#[must_use]
pub fn in_order_of_sending(release: &Release) -> Vec<&Message> {
    let mut messages: Vec<&Message> = release.messages.iter().collect();
    order::sort_by_key(&mut messages, |message| message.send);
    messages
}

/// Whether a person's team or roles name the service desk.
#[must_use]
pub fn is_of_the_desk(person: &Person) -> bool {
    [&person.team, &person.roles].iter().any(|said| {
        let words: Vec<String> = said.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        words.windows(2).any(|pair| pair == ["service", "desk"]) || words.contains(&"servicedesk")
    })
}

/// The people of the service desk, as far as the plan tells.
pub fn service_desk(release: &Release) -> impl Iterator<Item = &Person> {
    release.people.iter().filter(|person| is_of_the_desk(person))
}

/// Who had better send a message than whoever is to: people who notice the release hear of it from the service desk. Nobody
/// where the message is for no impacted department, is sent already, or the plan names nobody of the service desk.
#[must_use]
pub fn better_sender<'a>(message: &Message, release: &'a Release) -> Option<&'a Person> {
    if is_the_desks(message, release) { service_desk(release).next() } else { None }
}

/// Who sends a message that the service desk should send; nobody where that is the service desk, or nobody in the plan.
#[must_use]
pub fn sender_off_the_desk<'a>(message: &Message, release: &'a Release) -> Option<&'a Person> {
    message.sender.and_then(|id| release.people.get(id)).filter(|_| is_the_desks(message, release))
}

/// Whether a message is for people who notice the release, is still to be sent, and not by the service desk yet.
fn is_the_desks(message: &Message, release: &Release) -> bool {
    let noticed = |id| release.departments.get(id).is_some_and(|department| department.impacted);
    let from_the_desk = |id: Id<Person>| release.people.get(id).is_some_and(is_of_the_desk);
    message.sent.is_none()
        && message.departments.iter().any(|id| noticed(*id))
        && !message.sender.is_some_and(from_the_desk)
}
