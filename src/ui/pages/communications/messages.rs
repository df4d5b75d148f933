//! The register of messages.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::days::days_field;
use super::preview::preview;
use super::start_from::start_from;
use crate::communication::{Sending, in_order_of_sending, lacks, send_day, sending};
use crate::plan::{Channel, Days, Message, Release};
use crate::plan_file::{Access, access, find};
use crate::readiness::Section;
use crate::text;
use crate::ui::components::{Options, Role};
use crate::ui::register::{Cell, Column, Field, Filter, Group, Kind, Register, Show, words};

pub static MESSAGES: Register = Register {
    empty: "Who is told what, and when: a message goes to departments or people, and its fields are filled in from the plan. \
            Add one and start from a template.",
    head: "Message",
    note: Some(Show::Cell(readers)),
    columns: &[
        Column::cell("When", when).sorted(by_days),
        Column::new("Channel", Show::Word("channel", words::<Channel>)),
        Column::person("Sender", "sender"),
        Column::cell("State", standing_alone),
    ],
    filters: &[
        Filter { word: "To be sent", passes: |release, id, today| !is_sent(release, id, today) },
        Filter { word: "Overdue", passes: is_overdue },
        Filter {
            word: "Incomplete",
            passes: |release, id, today| !is_sent(release, id, today) && is_incomplete(release, id),
        },
        Filter { word: "Sent", passes: is_sent },
    ],
    groups: &[
        Group::one(&[
            Field::new("template", "Start from a template", Kind::Own(start_from)),
            Field::line("subject", "Subject"),
            Field::area("body", "Text").tall(12).help(
                "Names in braces are filled in from the plan, such as {release} or {go_live}. Write {{ for a brace.",
            ),
        ]),
        Group::one(&[
            Field::picks("departments", "For departments", departments_of).empty("No department"),
            Field::people("people", "For people"),
            Field::line("others", "For anyone else").optional(),
        ]),
        Group::pair(&[Field::choice("channel", "Channel", words::<Channel>), Field::person("sender", "Sender")]),
        Group::one(&[Field::new("send", "Send", Kind::Own(days_field))]),
        Group::pair(&[Field::day("sent", "Sent on").optional(), Field::person("sent_by", "Sent by")]),
    ],
    badge: Some(state),
    more: Some(preview),
    preset,
    ..Register::new(Section::Communications, BY_DAY, "a message", "messages")
};

/// The messages in the order in which they are sent, each by its subject as it reads.
const BY_DAY: Access = Access {
    ids: |release| in_order_of_sending(release).into_iter().map(|message| message.id.to_string()).collect(),
    title: |release, id| find::<Message>(release, id).map(|message| text::plain_subject(&message.subject, release)),
    ..access::<Message>()
};

/// A new message is for the departments that notice the release, three weeks ahead.
fn preset(release: &Release, _: Date) -> Value {
    let impacted = release.departments.iter().filter(|department| department.impacted);
    let departments: Vec<String> = impacted.map(|department| department.id.to_string()).collect();
    json!({ "departments": departments, "send": -21 })
}

/// The departments that can be chosen.
fn departments_of(release: &Release) -> Options {
    release.departments.iter().map(|department| (department.id.to_string(), department.name.clone())).collect()
}

fn readers(release: &Release, id: &str, _: Date) -> Cell {
    let Some(message) = find::<Message>(release, id) else { return Cell::Text(String::new()) };
    let departments =
        message.departments.iter().filter_map(|id| release.departments.get(*id)).map(|it| it.name.as_str());
    let people = message.people.iter().filter_map(|id| release.people.get(*id)).map(|it| it.name.as_str());
    let all = departments.chain(people).chain([message.others.as_str()]).map(str::trim).filter(|name| !name.is_empty());
    let all: Vec<&str> = all.collect();
    Cell::Text(match all.as_slice() {
        [] => "For nobody yet".to_owned(),
        [first, second, _, rest @ ..] if !rest.is_empty() => {
            format!("For {first}, {second} and {} more", rest.len() + 1)
        }
        all => format!("For {}", all.join(", ")),
    })
}

fn when(release: &Release, id: &str, _: Date) -> Cell {
    let Some(message) = find::<Message>(release, id) else { return Cell::Text(String::new()) };
    match send_day(release, message.send) {
        Some(on) => Cell::Day(Some(on)),
        None => Cell::Text(text::from_go_live(message.send)),
    }
}

fn by_days(release: &Release, id: &str) -> String {
    let days = find::<Message>(release, id).map_or(0, |message| message.send.0);
    // Written so that the earlier day comes first as text too.
    format!("{:010}", i64::from(days) - i64::from(i32::MIN))
}

fn standing(release: &Release, id: &str, today: Date) -> Option<Sending> {
    find::<Message>(release, id).map(|message| sending(message, release, today))
}

fn is_sent(release: &Release, id: &str, today: Date) -> bool {
    matches!(standing(release, id, today), Some(Sending::Sent(_)))
}

fn is_overdue(release: &Release, id: &str, today: Date) -> bool {
    matches!(standing(release, id, today), Some(Sending::Overdue(_)))
}

fn is_incomplete(release: &Release, id: &str) -> bool {
    find::<Message>(release, id).is_some_and(|message| !lacks(message, release).is_empty())
}

/// How a message stands, beside the day on which it is sent.
fn standing_alone(release: &Release, id: &str, today: Date) -> Cell {
    match standing(release, id, today) {
        Some(Sending::Sent(on)) if send_day(release, message_days(release, id)) == Some(on) => {
            Cell::Status(Role::Go, "Sent".to_owned())
        }
        Some(Sending::Planned(on)) if !is_incomplete(release, id) => {
            Cell::Status(Role::Idle, text::upper_first(&text::relative_day(today, on)))
        }
        Some(Sending::Planned(_)) => Cell::Status(Role::Idle, "Incomplete".to_owned()),
        Some(Sending::Overdue(_)) => Cell::Status(Role::NoGo, "Overdue".to_owned()),
        _ => state(release, id, today),
    }
}

fn message_days(release: &Release, id: &str) -> Days {
    find::<Message>(release, id).map(|message| message.send).unwrap_or_default()
}

/// How a message stands, as a role and in words.
fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(standing) = standing(release, id, today) else { return Cell::Text(String::new()) };
    let role = role(standing);
    let missing = if role == Role::Go || !is_incomplete(release, id) { "" } else { ", incomplete" };
    Cell::Status(role, format!("{}{missing}", text::sending(standing, today)))
}

/// What a standing means.
pub fn role(standing: Sending) -> Role {
    match standing {
        Sending::Undated | Sending::Planned(_) => Role::Idle,
        Sending::Overdue(_) => Role::NoGo,
        Sending::Sent(_) => Role::Go,
    }
}
