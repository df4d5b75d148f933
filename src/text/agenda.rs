//! Points of an agenda as sentences, and adding what is proposed to an agenda.

use jiff::civil::{Date, DateTime};

use super::day::{day, day_and_time};
use super::finding::lower_first;
use super::gate::gate_time;
use crate::days::FromText;
use crate::gate::GateTime;
use crate::plan::{AgendaPoint, Meeting, Release};
use crate::readiness::{Proposal, Topic, proposals};

/// What a point is about, as it stands on an agenda.
#[must_use]
pub fn agenda_point(of: &Proposal) -> String {
    let (s, d) = (&quoted(&of.subject), of.detail.trim());
    match of.topic {
        Topic::Section => format!("{}: {}", of.subject, in_the_way(d)),
        Topic::OverdueAction => {
            let owner = if d.is_empty() { String::new() } else { format!(" ({d})") };
            format!("Overdue action{owner}{}: {}", due(of.on), said(&of.subject))
        }
        Topic::OpenGate => format!("Gate {s} has not passed{}{}", led_by(d), due(of.on)),
        Topic::UndecidedDefect => format!("Decide defect {s} (severity {})", lower_first(or(d, "not known"))),
        Topic::Crew => "Is everybody who acts on the night there, awake and in reach?".to_owned(),
        Topic::WayBack => match DateTime::from_text(d) {
            Some(last) => format!("Who decides to go back, on what sign, and no later than {}?", day_and_time(last)),
            None => "Who decides to go back, on what sign, and until when?".to_owned(),
        },
        Topic::GoNoGo => match of.on {
            Some(on) => format!("Go, Conditional Go or No-Go for {}: what does each of us say?", day(on)),
            None => "Go, Conditional Go or No-Go: what does each of us say?".to_owned(),
        },
        Topic::GoLive => format!("Go-live: {}", against_plan(&of.subject, d)),
        Topic::Runbook if d.is_empty() => format!("Runbook: planned to take {}; how long did it take?", of.subject),
        Topic::Runbook => format!("Runbook: planned to take {}, took {d}", of.subject),
        Topic::FailedStep => format!("Why did step {s} fail{}", asked(d)),
        Topic::Wave => format!("Wave {s}: {}", lower_first(d)),
        Topic::BackedOutWave => format!("Why was wave {s} backed out{}", asked(d)),
        Topic::Incident => format!("Incident {s} (severity {}){}", lower_first(or(d, "not known")), since(of.on)),
        Topic::ExitCriterion => format!("Exit criterion of early life support, not met yet: {}", said(&of.subject)),
        Topic::Lessons => {
            "What went well, what did not, and what should the next release of this type know?".to_owned()
        }
        Topic::Refusal => {
            let (how, why) = d.split_once(' ').unwrap_or((d, ""));
            format!("RFC {s} was {how}{}{}", on_day(of.on), because(why))
        }
        Topic::GateTime => format!("Gate {s}: {}", took(d)),
        Topic::GateWaits => format!("Gate {s} waits for {}", or(d, "gates before it")),
        Topic::WaiverInForce => format!("Waiver for {s}{}{}", until(of.on), accepted_by(d)),
        Topic::CriteriaReview => match of.on {
            Some(on) => format!("The list of criteria was due for review on {}", day(on)),
            None => "The list of criteria is due for review".to_owned(),
        },
        Topic::Process => "What should the release process itself do otherwise?".to_owned(),
        Topic::KnownError => {
            let review =
                of.on.map_or_else(|| "no review date set".to_owned(), |on| format!("looked at again on {}", day(on)));
            format!("Known error {s}: {} ({review})", said(d))
        }
        Topic::Cure => "Which known error is cured for good, by whom and in which release?".to_owned(),
    }
}

/// The points that are proposed for a meeting and not yet on its agenda, as the entries to add. A point is known by what it is
/// about, so that one whose words have changed since is not proposed again, nor is one that somebody wrote in the same words.
#[must_use]
pub fn proposed_points(release: &Release, meeting: &Meeting, today: Date) -> Vec<AgendaPoint> {
    let mut fresh: Vec<AgendaPoint> = Vec::new();
    for proposal in proposals(release, meeting.kind, today) {
        let text = agenda_point(&proposal);
        let same = |point: &AgendaPoint| point.id == proposal.id || point.text.trim() == text;
        if !meeting.agenda.iter().any(same) && !fresh.iter().any(same) {
            fresh.push(AgendaPoint { id: proposal.id, text, outcome: String::new() });
        }
    }
    fresh
}

/// "3 blockers, 1 condition", of two numbers.
fn in_the_way(counts: &str) -> String {
    let mut numbers = counts.split(' ').map(|number| number.parse::<u32>().unwrap_or(0));
    let (blockers, conditions) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    let count =
        |number: u32, one: &str| (number > 0).then(|| format!("{number} {one}{}", if number == 1 { "" } else { "s" }));
    let parts = [count(blockers, "blocker"), count(conditions, "condition")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn against_plan(planned: &str, actual: &str) -> String {
    let moment = |text: &str| DateTime::from_text(text).map(day_and_time);
    match (moment(planned), moment(actual)) {
        (Some(planned), Some(actual)) => format!("planned for {planned}, live since {actual}"),
        (Some(planned), None) => format!("planned for {planned}; when was it live?"),
        (None, Some(actual)) => format!("live since {actual}"),
        (None, None) => "when was it live?".to_owned(),
    }
}

/// "took 4 days, 2 of them waiting", of days, days of waiting, and whether it still runs.
fn took(time: &str) -> String {
    let mut parts = time.split(' ');
    let mut days = || parts.next().and_then(|days| days.parse().ok()).unwrap_or_default();
    let (days, waiting) = (days(), days());
    gate_time(GateTime { days, waiting, running: parts.next() == Some("running") })
}

fn quoted(name: &str) -> String {
    match name.trim() {
        "" => "(no name)".to_owned(),
        name => format!("“{name}”"),
    }
}

fn said(words: &str) -> &str {
    or(words, "(nothing written down)")
}

fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    match text.trim() {
        "" => otherwise,
        text => text,
    }
}

fn led_by(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!(", led by {name}") }
}

fn due(on: Option<Date>) -> String {
    on.map_or_else(String::new, |on| format!(", due on {}", day(on)))
}

fn since(on: Option<Date>) -> String {
    on.map_or_else(String::new, |on| format!(", since {}", day(on)))
}

fn on_day(on: Option<Date>) -> String {
    on.map_or_else(String::new, |on| format!(" on {}", day(on)))
}

fn until(on: Option<Date>) -> String {
    on.map_or_else(String::new, |on| format!(" until {}", day(on)))
}

fn because(why: &str) -> String {
    if why.trim().is_empty() { ", and nobody says why".to_owned() } else { format!(": {}", why.trim()) }
}

fn accepted_by(who: &str) -> String {
    if who.is_empty() { String::new() } else { format!(", accepted by {who}") }
}

/// The end of a question, with what is known of the answer.
fn asked(known: &str) -> String {
    if known.is_empty() { "?".to_owned() } else { format!("? Written down: {known}") }
}
