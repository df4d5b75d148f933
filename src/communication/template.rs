//! The template bank: messages to start from, ours as one table, and the organisation's own.

use crate::plan::{Channel, MessageTemplate};

/// Whom a message from a template is for, unless somebody says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// The impacted departments.
    Impacted,
    /// The departments of the first wave's groups.
    Pilot,
    /// The service desk.
    ServiceDesk,
}

/// When a message from a template is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// So many days after go-live; before it where negative.
    GoLive(i32),
    /// So many days after the deadline of the pull, counted from go-live; the second number where no deadline is set.
    Deadline(i32, i32),
}

/// A message that comes with the app.
#[derive(Debug)]
pub struct Template {
    /// Its stable key.
    pub key: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Who it is for, in a line.
    pub for_whom: &'static str,
    /// Its subject, with merge fields.
    pub subject: &'static str,
    /// Its text, with merge fields.
    pub body: &'static str,
    /// The way it usually takes.
    pub channel: Channel,
    /// When it is usually sent.
    pub when: When,
    /// Whom it is usually for.
    pub readers: Readers,
}

/// A template to choose, ours or the organisation's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered<'a> {
    /// Its key, which a message from it remembers.
    pub key: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Who it is for, in a line; empty for the organisation's own.
    pub for_whom: &'a str,
    /// Its subject, with merge fields.
    pub subject: &'a str,
    /// Its text, with merge fields.
    pub body: &'a str,
    /// The way it usually takes.
    pub channel: Channel,
    /// When it is usually sent.
    pub when: When,
    /// Whom it is usually for.
    pub readers: Readers,
}

/// The messages that come with the app, in the order in which a release needs them.
pub static TEMPLATES: [Template; 10] = [
    Template {
        key: "announcement",
        name: "Announcement",
        for_whom: "Everyone who will notice the release, well ahead of it",
        subject: "{release} {version} is coming on {go_live}",
        body: "Hello,

on {go_live} you will get {release} {version}.

What it brings: {summary}

There is nothing for you to do yet. Before the day we write once more to tell you what to expect and when.

If you have a question in the meantime, the service desk is glad to hear from you: {service_desk}

{release_manager}
Release manager",
        channel: Channel::Mail,
        when: When::GoLive(-21),
        readers: Readers::Impacted,
    },
    Template {
        key: "pilot-invitation",
        name: "Pilot invitation",
        for_whom: "The groups of the first wave",
        subject: "Be among the first to use {release} {version}",
        body: "Hello,

you are in the first group to get {release} {version}: {pilot}, from {pilot_start}. Everybody else follows once you have \
worked with it and we know that it holds.

What it brings: {summary}

What we ask of you: do your work as usual, and tell us what is slow, wrong or missing. A short note is enough, and nothing \
is too small. If it gets in your way, we take it back for your group.

Until go-live write to {release_manager}: {contact}
Afterwards call the service desk: {service_desk}

Thank you for going first.
{release_manager}",
        channel: Channel::Mail,
        when: When::GoLive(-14),
        readers: Readers::Pilot,
    },
    Template {
        key: "maintenance-window",
        name: "Maintenance window",
        for_whom: "Everyone who uses the systems that are worked on",
        subject: "{systems}: maintenance on {go_live}",
        body: "Hello,

we install {release} {version} in this window: {window}.

During that time {systems} may not be available. Save your work before it starts, and plan what cannot wait for another \
hour.

We tell you as soon as everything is back. If something urgent depends on these hours, call us before: {service_desk}

The service desk",
        channel: Channel::Mail,
        when: When::GoLive(-7),
        readers: Readers::Impacted,
    },
    Template {
        key: "known-errors",
        name: "Known errors for the desk",
        for_whom: "The service desk, before the first call comes in",
        subject: "Known errors of {release} {version}",
        body: "Hello,

{release} {version} goes live on {go_live}. These errors go live with it, and callers will ask about them:

{known_errors}

The service desk pack has the details and the codes. Whatever is not on this list is an incident: open one, and tell \
{release_manager} ({contact}) if you see the same twice.

{release_manager}
Release manager",
        channel: Channel::DeskTool,
        when: When::GoLive(-5),
        readers: Readers::ServiceDesk,
    },
    Template {
        key: "reminder",
        name: "Reminder",
        for_whom: "Everyone who will notice the release, a few days ahead of it",
        subject: "Reminder: {release} {version} on {go_live}",
        body: "Hello,

a reminder: {release} {version} goes live on {go_live}.

What it brings: {summary}

On the day these people are there to help you at your desk: {floor_walkers}. Or call the service desk: {service_desk}

If you have not seen the training yet, there is still time. Ask your lead for the dates.

The service desk",
        channel: Channel::Mail,
        when: When::GoLive(-3),
        readers: Readers::Impacted,
    },
    Template {
        key: "go-live",
        name: "Go-live",
        for_whom: "Everyone who has the release from today",
        subject: "{release} {version} is live",
        body: "Hello,

{release} {version} is live.

What is new: {summary}

Something looks strange, or does not work? Tell us rather than work round it: {service_desk}. On the floor ask \
{floor_walkers}.

Thank you for bearing with us.
The service desk",
        channel: Channel::Mail,
        when: When::GoLive(0),
        readers: Readers::Impacted,
    },
    Template {
        key: "delay",
        name: "Delay",
        for_whom: "Everyone who was told the earlier date, as soon as the new one is decided",
        subject: "{release} {version} moves to {go_live}",
        body: "Hello,

{release} {version} comes later than we told you. The new date is {go_live}.

We would rather be late than have you work with something that is not ready. Until then everything stays as you know it, \
and there is nothing for you to do.

We know that some of you planned around the earlier date. If the new one causes trouble, tell us: {release_manager}, \
{contact}

{release_manager}
Release manager",
        channel: Channel::Mail,
        when: When::GoLive(-10),
        readers: Readers::Impacted,
    },
    Template {
        key: "back-out",
        name: "Back-out",
        for_whom: "Everyone who has the release, once it is taken back",
        subject: "{release} {version} has been taken back",
        body: "Hello,

we have taken {release} {version} back: it did not work as it should. You work with the version before again.

What you entered in the meantime may have to be checked. If something is missing or looks wrong, call the service desk: \
{service_desk}

We find out what happened before we name a new date, and you will hear it from us first.

We are sorry for the trouble.
{release_manager}",
        channel: Channel::Mail,
        when: When::GoLive(1),
        readers: Readers::Impacted,
    },
    Template {
        key: "forced-push-warning",
        name: "Forced-push warning",
        for_whom: "Everyone who has not installed the release yet",
        subject: "{release} {version} installs itself after {deadline}",
        body: "Hello,

{release} {version} has been ready for you since {available_from}, and your computer does not have it yet.

Choose a moment that suits you and install it by {deadline}: {source}

After that day it installs itself, and you may be interrupted. Save your work in the evening.

If it does not install, or you must not be interrupted, call us before: {service_desk}

The service desk",
        channel: Channel::Mail,
        when: When::Deadline(-3, 11),
        readers: Readers::Impacted,
    },
    Template {
        key: "completed",
        name: "Completed",
        for_whom: "Everyone who received the release, when the rollout is done",
        subject: "{release} {version}: the rollout is complete",
        body: "Hello,

everybody now has {release} {version}: {departments}.

The extra help stays until {support_until}. After that the service desk is there for you as always: {service_desk}

We look back at this release soon. What went well for you, and what did not? A line to {contact} helps the next one.

Thank you.
{release_manager}",
        channel: Channel::Mail,
        when: When::GoLive(14),
        readers: Readers::Impacted,
    },
];

/// Every template to choose from: the organisation's own, then those that come with the app.
#[must_use]
pub fn templates<'a>(own: impl IntoIterator<Item = &'a MessageTemplate>) -> Vec<Offered<'a>> {
    let own = own.into_iter().map(|template| Offered {
        key: template.id.as_str(),
        name: &template.name,
        for_whom: "",
        subject: &template.subject,
        body: &template.body,
        channel: template.channel,
        when: When::GoLive(template.send.0),
        readers: Readers::Impacted,
    });
    own.chain(TEMPLATES.iter().map(|template| -> Offered<'a> { template.offered() })).collect()
}

/// The name of the template with this key, where it is one that comes with the app.
#[must_use]
pub fn template_name(key: &str) -> Option<&'static str> {
    TEMPLATES.iter().find(|template| template.key == key).map(|template| template.name)
}

impl Template {
    /// The template as it is offered beside the organisation's own.
    #[must_use]
    pub fn offered(&self) -> Offered<'static> {
        let Self { key, name, for_whom, subject, body, channel, when, readers } = *self;
        Offered { key, name, for_whom, subject, body, channel, when, readers }
    }
}
