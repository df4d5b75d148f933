//! What the plan answers on its people: floor walkers, training, messages, documents, hand-over, capacity, actions.

use jiff::civil::Date;

use super::{Look, Short, among};
use crate::communication::{Handed, handed, is_told, recipient};
use crate::gate::{Contents, Digests, has_come, is_closed, is_met};
use crate::plan::{Action, Choice, Condition, Department, Distribution, GateOutcome, Release, TrainingAudience};
use crate::readiness::finding::{Place, Section};
use crate::training::{adequacies, size_of};

/// Whether something has happened by today.
fn happened(day: Option<Date>, today: Date) -> bool {
    day.is_some() && has_come(day, today)
}

/// The impacted departments that fall short. Where departments are registered and none is impacted, none is asked.
fn impacted(release: &Release, short: impl Fn(&Department) -> Option<Short>) -> Look {
    let mut impacted = release.departments.iter().filter(|department| department.impacted).peekable();
    if impacted.peek().is_none() && !release.departments.is_empty() {
        return Look::Spared;
    }
    among(impacted, |department| short(department))
}

/// A registered person in each impacted department who walks the floor.
pub(super) fn floor_walkers(release: &Release) -> Look {
    impacted(release, |department| {
        let place = Place::entry(Section::People, department.id, "floor_walkers");
        let walks = department.floor_walkers.iter().any(|id| release.people.contains(*id));
        (!walks).then(|| Short::new(&department.name, place))
    })
}

/// A message to each impacted department that was sent, and none that is late.
pub(super) fn departments_told(release: &Release, today: Date) -> Look {
    impacted(release, |department| {
        let told = is_told(department.id, release, today);
        (!told).then(|| Short::new(&department.name, Place::field(Section::Communications, "add")))
    })
}

/// A seat for everyone of each audience, over the sessions that are for it.
pub(super) fn training_capacity(release: &Release) -> Look {
    let plan = &release.training;
    among(plan.audiences.iter(), |audience: &&TrainingAudience| {
        let sessions = plan.sessions.iter().filter(|session| session.audiences.contains(&audience.id));
        let seats = sessions.map(|session| session.capacity.0).fold(0, u32::saturating_add);
        let size = size_of(release, audience).0;
        let short = size == 0 || seats < size;
        short.then(|| Short::new(&audience.name, Place::field(Section::Training, "add")))
    })
}

/// Enough people of each audience who were there.
pub(super) fn training_attended(release: &Release) -> Look {
    among(adequacies(release).into_iter(), |adequacy| {
        let name = release.training.audiences.get(adequacy.audience).map(|audience| audience.name.as_str());
        let place = Place::field(Section::Training, "add");
        (!adequacy.is_adequate()).then(|| Short::new(name.unwrap_or_default(), place))
    })
}

/// Each document sent, acknowledged by whom it was sent to, and unchanged since.
pub(super) fn documents_acknowledged(release: &Release, today: Date) -> Look {
    let contents = Contents::of(release);
    let digests = Digests::of(&contents);
    among(release.distribution.iter(), |entry: &&Distribution| {
        let field = match handed(entry, release, &digests, today) {
            Handed::Acknowledged(_) => return None,
            Handed::Sent(_) => "acknowledged",
            Handed::Due(_) | Handed::Overdue(_) | Handed::Changed(_) => "handed",
        };
        let name = format!("{} to {}", entry.document.label(), recipient(entry, release));
        Some(Short::new(name, Place::entry(Section::Communications, entry.id, field)))
    })
}

/// Each point set up in the desk's tool, and the desk's word that it has what it needs.
pub(super) fn hand_over_complete(release: &Release, today: Date) -> Look {
    let (items, acceptance) = (&release.hand_over.items, &release.hand_over.acceptance);
    let accepted = happened(acceptance.on, today) && release.person_name(acceptance.by).is_some();
    if items.is_empty() && !accepted {
        return Look::Nothing;
    }
    let open = items.iter().filter(|item| !happened(item.set_up, today));
    let mut short: Vec<Short> =
        open.map(|item| Short::new(&item.title, Place::entry(Section::HandOver, item.id, "set_up"))).collect();
    if !accepted {
        short.push(Short::new("the service desk's acceptance", Place::field(Section::HandOver, "accepted_by")));
    }
    Look::Short(short)
}

/// Each capacity issue closed. A review that was held and names none has looked and found none.
pub(super) fn capacity_settled(release: &Release, today: Date) -> Look {
    if release.review.capacity.is_empty() && happened(release.review.record.held, today) {
        return Look::Short(Vec::new());
    }
    among(release.review.capacity.iter(), |issue| {
        let place = Place::entry(Section::Review, issue.id, "closed");
        (!happened(issue.closed, today)).then(|| Short::new(&issue.title, place))
    })
}

/// No action past its day, wherever it was agreed.
pub(super) fn actions_in_time(release: &Release, today: Date) -> Look {
    let late = |due: Option<Date>, done: bool, text: &str, place: Place| {
        (!done && due.is_some_and(|due| due < today)).then(|| Short::new(text, place))
    };
    let mut agreed: Vec<Option<Short>> = Vec::new();
    let action = |action: &Action, place| late(action.due, is_closed(action, today), &action.text, place);
    for gate in &release.gates {
        let place = |part: String, field| Place::part(Section::Gates, gate.id, part, field);
        agreed.extend(gate.findings.iter().map(|found| action(found, place(found.id.to_string(), "findings"))));
        if let GateOutcome::PassedWithConditions { conditions, .. } = &gate.outcome {
            let of =
                |it: &Condition| late(it.until, is_met(it, today), &it.text, place(it.id.to_string(), "condition_met"));
            agreed.extend(conditions.iter().map(of));
        }
    }
    for meeting in &release.meetings {
        let place = |part| Place::part(Section::Meetings, meeting.id, part, "closed");
        agreed.extend(meeting.actions.iter().map(|agreed| action(agreed, place(agreed.id))));
    }
    let review = release.after.review.actions.iter();
    agreed.extend(review.map(|agreed| action(agreed, Place::entry(Section::After, agreed.id, "closed"))));
    if agreed.is_empty() { Look::Nothing } else { Look::Short(agreed.into_iter().flatten().collect()) }
}
