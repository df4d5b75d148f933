//! Which document goes to whom by when, how far it got, and whom a plan should not forget.

use jiff::civil::Date;

use super::sending::{send_day, service_desk};
use crate::gate::{Digests, document_digest, has_come};
use crate::plan::{BoardRole, Choice, Days, Distribution, DocumentKind, Id, Person, Release};

/// How far a document got on its way to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// It is to be sent by this day, where go-live is planned.
    Due(Option<Date>),
    /// It was to be sent by this day, and was not.
    Overdue(Date),
    /// It was sent on this day, and has not been acknowledged.
    Sent(Date),
    /// It was acknowledged on this day.
    Acknowledged(Date),
    /// What it shows of the plan has changed since it was sent on this day, or nobody noted what it showed then.
    Changed(Date),
}

/// The day by which a document is to be sent.
#[must_use]
pub fn by_day(entry: &Distribution, release: &Release) -> Option<Date> {
    send_day(release, entry.by)
}

/// How far a document got by today. What was marked as done on a later day has not happened yet.
#[must_use]
pub fn handed(entry: &Distribution, release: &Release, digests: &Digests, today: Date) -> Handed {
    let by_now = |day: Option<Date>| day.filter(|day| has_come(Some(*day), today));
    let due = by_day(entry, release);
    match (by_now(entry.sent), by_now(entry.acknowledged), due) {
        (Some(sent), ..) if entry.sha256 != digests.digest(entry.document) => Handed::Changed(sent),
        (Some(_), Some(acknowledged), _) => Handed::Acknowledged(acknowledged),
        (Some(sent), None, _) => Handed::Sent(sent),
        (None, _, Some(due)) if due < today => Handed::Overdue(due),
        (None, ..) => Handed::Due(due),
    }
}

/// The entry as it is once the document is sent, or sent again, as it stands: what was acknowledged was an earlier one.
#[must_use]
pub fn send_again(entry: &Distribution, release: &Release, today: Date) -> Distribution {
    let sha256 = document_digest(entry.document, release);
    Distribution { sent: Some(today), sha256, acknowledged: None, ..entry.clone() }
}

/// The name of whoever gets the document: the registered person's, else the one that is written down.
#[must_use]
pub fn recipient<'a>(entry: &'a Distribution, release: &'a Release) -> &'a str {
    release.person_name(entry.person).unwrap_or(&entry.to).trim()
}

/// Whether two entries bring the same document to the same recipient.
#[must_use]
pub fn same_recipient(one: &Distribution, other: &Distribution, release: &Release) -> bool {
    let name = |entry| recipient(entry, release).to_lowercase();
    let same_person = one.person.is_some() && one.person == other.person;
    one.document == other.document && (same_person || name(one) == name(other))
}

/// Who has an interest in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stakeholder {
    ReleaseManager,
    Sponsor,
    Board,
    ChangeManager,
    ServiceDesk,
    /// Who acts in the runbook.
    Implementers,
    /// Who acts on the way back, or decides on it.
    BackOutTeam,
    /// Who sends messages.
    Senders,
    /// Who teaches.
    Trainers,
    /// Who walks the floor.
    FloorWalkers,
}

/// Which document goes to whom, and how many days after go-live at the latest; before it where negative.
static INTERESTS: [(DocumentKind, i32, &[Stakeholder]); 9] = [
    (
        DocumentKind::ReleasePlan,
        -14,
        &[Stakeholder::ReleaseManager, Stakeholder::Sponsor, Stakeholder::Board, Stakeholder::ServiceDesk],
    ),
    (DocumentKind::CabSheet, -14, &[Stakeholder::ChangeManager]),
    (
        DocumentKind::BackOutPlan,
        -10,
        &[
            Stakeholder::ReleaseManager,
            Stakeholder::BackOutTeam,
            Stakeholder::Implementers,
            Stakeholder::Board,
            Stakeholder::ServiceDesk,
        ],
    ),
    (DocumentKind::TrainingPlan, -14, &[Stakeholder::Trainers]),
    (DocumentKind::CommunicationsPack, -14, &[Stakeholder::ServiceDesk, Stakeholder::Senders]),
    (DocumentKind::Runbook, -7, &[Stakeholder::ReleaseManager, Stakeholder::Implementers]),
    (DocumentKind::ServiceDeskPack, -7, &[Stakeholder::ServiceDesk, Stakeholder::FloorWalkers]),
    (DocumentKind::ReadinessReview, -5, &[Stakeholder::Board]),
    (DocumentKind::GoNoGoPack, -3, &[Stakeholder::Board]),
];

/// What is still to be added so that every stakeholder gets what concerns them: the implementation plan, the back-out plan
/// and the technical documents, well ahead of go-live. Nothing twice, and nothing that the plan has already.
pub fn proposed(release: &Release, mut new_id: impl FnMut() -> Id<Distribution>) -> Vec<Distribution> {
    let mut added: Vec<Distribution> = Vec::new();
    for (document, by, stakeholders) in &INTERESTS {
        for (person, to) in stakeholders.iter().flat_map(|stakeholder| stakeholder.recipients(release)) {
            let entry = Distribution { document: *document, person, to, by: Days(*by), ..Distribution::default() };
            let is_there = |other: &Distribution| same_recipient(other, &entry, release);
            if !release.distribution.iter().any(is_there) && !added.iter().any(is_there) {
                added.push(Distribution { id: new_id(), ..entry });
            }
        }
    }
    added
}

/// A registered person, or a name.
type Recipient = (Option<Id<Person>>, String);

impl Stakeholder {
    /// Who that is in this plan. A role that must not be forgotten stands for itself while nobody is named in it.
    fn recipients(self, release: &Release) -> Vec<Recipient> {
        let rollout = &release.rollout;
        let people = |ids: &mut dyn Iterator<Item = Id<Person>>| registered(release, ids);
        match self {
            Self::ReleaseManager => or(people(&mut release.identity.release_manager.into_iter()), "Release manager"),
            Self::Sponsor => or(people(&mut release.identity.sponsor.into_iter()), "Sponsor"),
            Self::ServiceDesk => or(people(&mut service_desk(release).map(|person| person.id)), "Service desk"),
            Self::Board => or(seats(release, BoardRole::ALL), "Release Board"),
            Self::ChangeManager => or(seats(release, &[BoardRole::ChangeManager]), "Change manager"),
            Self::Implementers => people(&mut rollout.runbook.iter().filter_map(|step| step.owner)),
            Self::BackOutTeam => {
                let decide = rollout.back_out.triggers.iter().filter_map(|trigger| trigger.decided_by);
                people(&mut decide.chain(rollout.back_out.steps.iter().filter_map(|step| step.owner)))
            }
            Self::Senders => people(&mut release.messages.iter().filter_map(|message| message.sender)),
            Self::Trainers => people(&mut release.training.sessions.iter().filter_map(|session| session.trainer)),
            Self::FloorWalkers => {
                let impacted = release.departments.iter().filter(|department| department.impacted);
                people(&mut impacted.flat_map(|department| department.floor_walkers.iter().copied()))
            }
        }
    }
}

fn registered(release: &Release, ids: &mut dyn Iterator<Item = Id<Person>>) -> Vec<Recipient> {
    ids.filter(|id| release.people.contains(*id)).map(|id| (Some(id), String::new())).collect()
}

/// Whoever holds these seats of the Board.
fn seats(release: &Release, roles: &[BoardRole]) -> Vec<Recipient> {
    let held = release.board.members.iter().filter(|member| roles.contains(&member.role));
    let all = held.map(|member| match member.person.filter(|id| release.people.contains(*id)) {
        Some(id) => (Some(id), String::new()),
        None => (None, member.name.trim().to_owned()),
    });
    all.filter(|(person, name)| person.is_some() || !name.is_empty()).collect()
}

fn or(found: Vec<Recipient>, role: &str) -> Vec<Recipient> {
    if found.is_empty() { vec![(None, role.to_owned())] } else { found }
}
