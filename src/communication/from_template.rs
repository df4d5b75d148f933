//! A message that starts from a template.

use super::sending::service_desk;
use super::template::{Offered, Readers, When};
use crate::days::days_between;
use crate::plan::{Days, Department, Id, Message, Person, Release};

/// A new message from a template, for whom and by whom this plan suggests.
#[must_use]
pub fn message_from(template: &Offered, id: Id<Message>, release: &Release) -> Message {
    with_template(&Message { id, ..Message::default() }, template, release)
}

/// The message with the template's words, way and day. Whom it is for, and who sends it, are kept where somebody has said
/// so.
#[must_use]
pub fn with_template(message: &Message, template: &Offered, release: &Release) -> Message {
    let mut message = Message {
        subject: template.subject.to_owned(),
        body: template.body.to_owned(),
        template: Some(template.key.to_owned()),
        channel: template.channel,
        send: days(template.when, release),
        ..message.clone()
    };
    if message.departments.is_empty() && message.people.is_empty() && message.others.trim().is_empty() {
        address(&mut message, template.readers, release);
    }
    if message.sender.is_none() {
        message.sender = sender(template.readers, release);
    }
    message
}

fn address(message: &mut Message, readers: Readers, release: &Release) {
    let impacted = |department: &&Department| department.impacted;
    match readers {
        Readers::Impacted => {
            message.departments = release.departments.iter().filter(impacted).map(|it| it.id).collect()
        }
        Readers::Pilot => {
            let first = release.rollout.waves.first().map(|wave| wave.groups.as_slice()).unwrap_or_default();
            let has_one = |department: &&Department| first.iter().any(|group| department.groups.contains(*group));
            message.departments = release.departments.iter().filter(has_one).map(|it| it.id).collect();
        }
        Readers::ServiceDesk => {
            message.people = service_desk(release).map(|person| person.id).collect();
            if message.people.is_empty() {
                "Service desk".clone_into(&mut message.others);
            }
        }
    }
}

/// People who notice the release hear of it from the service desk; the desk hears of it from the release manager.
fn sender(readers: Readers, release: &Release) -> Option<Id<Person>> {
    let manager = release.identity.release_manager.filter(|id| release.people.contains(*id));
    let desk = service_desk(release).map(|person| person.id).next();
    match readers {
        Readers::ServiceDesk => manager,
        Readers::Impacted | Readers::Pilot => desk.or(manager),
    }
}

/// The day of a message, counted from go-live, so that it moves with the release.
fn days(when: When, release: &Release) -> Days {
    let after_deadline = |days: i32| {
        let deadline = release.rollout.pull.deadline?;
        days_between(release.go_live()?, deadline).checked_add(days)
    };
    Days(match when {
        When::GoLive(days) => days,
        When::Deadline(days, otherwise) => after_deadline(days).unwrap_or(otherwise),
    })
}
