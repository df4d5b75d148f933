//! What the change advisory board commonly rejects an RFC for, looked up in the plan before it does.
//!
//! What is asked depends on the type of change: a standard change was approved once for all and is asked for little; an
//! emergency has no lead time, may be documented afterwards, and then must be.

use jiff::civil::Date;

use super::finding::{Place, Section};
use crate::days::days_between;
use crate::gate::let_through;
use crate::plan::{
    Answer, BoardRole, ChangeType, Choice, ClosedPeriod, Days, MeetingKind, PeriodKind, Release, Rfc, Risk,
};
use crate::rollout::{Trial, trial};

/// How many days before the CAB a normal change is submitted, unless the organisation asks for other: its members need a working
/// week to read and to ask back.
pub const CAB_LEAD: Days = Days(5);

choice! {
    /// A point on which the CAB commonly rejects.
    pub enum CabPointKind {
        /// Somebody who was not there can tell what is done.
        Information = "information", "Complete information";
        /// It is clear who and what is affected.
        Impact = "impact", "Clear impact";
        /// There is a proven way back.
        BackOut = "back_out", "Tested back-out plan";
        /// It is said when to go back.
        Triggers = "triggers", "Back-out triggers";
        /// Who pays for it and wants it is known.
        Approvals = "approvals", "Approvals";
        /// It was submitted in time.
        InTime = "in_time", "Submitted in time";
        /// What was done in a hurry is documented afterwards.
        Afterwards = "afterwards", "Documentation afterwards";
        /// Tests show that it works.
        Tests = "tests", "Test evidence";
        /// Nothing else forbids the day.
        Clash = "clash", "No clash with a closed period";
        /// It is known what may go wrong, and who does what about it.
        Risks = "risks", "Risks with responses and owners";
        /// Those whom it affects are told.
        Communication = "communication", "Communication planned";
    }
}

choice! {
    /// Something that a point lacks.
    pub enum Lack {
        /// What exactly is done, and why.
        Description = "description", "a description";
        /// Who answers for it before the CAB.
        Owner = "owner", "an owner who is registered";
        /// What the release touches.
        ConfigurationItems = "configuration_items", "the configuration items";
        /// The version after the release.
        Version = "version", "the version after the release";
        /// Who and what it affects, and for how long.
        Impact = "impact", "the impact in words";
        /// Which departments notice it.
        Departments = "departments", "the departments that it impacts";
        /// How to go back.
        BackOutSteps = "back_out_steps", "steps of the back-out plan";
        /// A test of the back-out plan that worked.
        BackOutTest = "back_out_test", "a test of the back-out plan that worked";
        /// When to go back.
        Triggers = "triggers", "triggers for backing out";
        /// Who pays for it and wants it.
        Sponsor = "sponsor", "a sponsor who is registered";
        /// The signature of a senior manager.
        SeniorSignature = "senior_signature", "the signature of the seat";
        /// The day on which it was submitted.
        Submitted = "submitted", "the day on which it was submitted";
        /// The day of the CAB.
        CabDate = "cab_date", "the day of the CAB";
        /// Enough days between submission and CAB.
        Lead = "lead", "enough time before the CAB";
        /// A review after the fact.
        Review = "review", "a post-implementation meeting with a date";
        /// That the tests were judged.
        TestResults = "test_results", "a passed test review, or an answer to every criterion";
        /// The window of go-live.
        Window = "window", "the go-live window";
        /// A day outside a closed period.
        OpenDay = "open_day", "a window clear of a closed period";
        /// What may go wrong.
        Risks = "risks", "the risks";
        /// What is done about a risk.
        Response = "response", "the response to a risk";
        /// Who watches a risk.
        RiskOwner = "risk_owner", "the owner of a risk";
        /// Messages to those affected.
        Messages = "messages", "messages to those whom it affects";
    }
}

/// Something that a point lacks, with the name of the thing that it is lacking in. The name may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What.
    pub lack: Lack,
    /// Of what: a configuration item, a risk, a closed period.
    pub of: String,
}

/// A point of the check list before the CAB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CabPoint {
    /// Which.
    pub kind: CabPointKind,
    /// Whether the plan answers it.
    pub fulfilled: bool,
    /// What is still missing; nothing where it is fulfilled.
    pub missing: Vec<Missing>,
    /// What the CAB would like to see besides. It does not count.
    pub advice: Vec<Missing>,
    /// Where the first of it is cured; where nothing is missing, where the point is looked after.
    pub place: Place,
}

/// The check list of an RFC before the CAB, drawn from the plan, in the order in which the CAB usually asks.
#[must_use]
pub fn cab_points(release: &Release, rfc: &Rfc, today: Date) -> Vec<CabPoint> {
    let kinds = CabPointKind::ALL.iter().filter(|kind| is_asked(**kind, rfc.change_type));
    kinds.map(|kind| Draft::default().look(*kind, release, rfc, today).point(*kind, rfc)).collect()
}

/// How many days before the CAB an RFC must be submitted.
#[must_use]
pub fn cab_lead(release: &Release, rfc: &Rfc) -> Days {
    match rfc.change_type {
        ChangeType::Normal => release.cab.lead.unwrap_or(CAB_LEAD),
        ChangeType::Standard | ChangeType::Emergency => Days(0),
    }
}

/// Whether this type of change is asked for this point.
fn is_asked(kind: CabPointKind, of: ChangeType) -> bool {
    use CabPointKind::{Afterwards, BackOut, Clash, Impact, InTime, Information};
    match of {
        ChangeType::Normal => kind != Afterwards,
        ChangeType::Standard => matches!(kind, Information | Impact | BackOut | Clash),
        // What cannot wait does not wait for the end of a closed period.
        ChangeType::Emergency => !matches!(kind, InTime | Clash),
    }
}

/// A point while it is being looked at.
#[derive(Default)]
struct Draft {
    missing: Vec<(Missing, Place)>,
    advice: Vec<Missing>,
}

impl Draft {
    fn look(mut self, kind: CabPointKind, release: &Release, rfc: &Rfc, today: Date) -> Self {
        match kind {
            CabPointKind::Information => self.information(release, rfc, today),
            CabPointKind::Impact => self.impact(release, rfc),
            CabPointKind::BackOut => self.back_out(release, today),
            CabPointKind::Triggers => {
                let none = release.rollout.back_out.triggers.is_empty();
                self.lacks_if(none, Lack::Triggers, Place::field(Section::Rollout, "back_out_triggers"));
            }
            CabPointKind::Approvals => self.approvals(release),
            CabPointKind::InTime => self.in_time(release, rfc),
            CabPointKind::Afterwards => self.afterwards(release),
            CabPointKind::Tests => self.tests(release, today),
            CabPointKind::Clash => self.clash(release),
            CabPointKind::Risks => self.risks(release),
            CabPointKind::Communication => {
                let none = release.messages.is_empty();
                self.lacks_if(none, Lack::Messages, Place::field(Section::Communications, "add"));
            }
        }
        self
    }

    /// An emergency is decided on what is known; the versions follow once it is live.
    fn information(&mut self, release: &Release, rfc: &Rfc, today: Date) {
        let own = |field| Place::entry(Section::Rfcs, rfc.id, field);
        self.lacks_if(blank(&rfc.description), Lack::Description, own("description"));
        self.lacks_if(release.person_name(rfc.owner).is_none(), Lack::Owner, own("owner"));
        let items = &release.configuration_items;
        let place = Place::field(Section::Overview, "configuration_items");
        self.lacks_if(items.is_empty(), Lack::ConfigurationItems, place);
        let live = release.go_live().is_some_and(|day| day <= today);
        if rfc.change_type != ChangeType::Emergency || live {
            for item in items.iter().filter(|item| blank(&item.version_after)) {
                let place = Place::entry(Section::Overview, item.id, "version_after");
                self.lacks(Lack::Version, &item.name, place);
            }
        }
    }

    fn impact(&mut self, release: &Release, rfc: &Rfc) {
        self.lacks_if(blank(&rfc.impact), Lack::Impact, Place::entry(Section::Rfcs, rfc.id, "impact"));
        let nobody = !release.departments.iter().any(|department| department.impacted);
        self.lacks_if(nobody, Lack::Departments, Place::field(Section::People, "add"));
    }

    fn back_out(&mut self, release: &Release, today: Date) {
        let plan = &release.rollout.back_out;
        self.lacks_if(plan.steps.is_empty(), Lack::BackOutSteps, Place::field(Section::Rollout, "back_out_steps"));
        let worked = matches!(trial(plan, today), Trial::Worked(_));
        self.lacks_if(!worked, Lack::BackOutTest, Place::field(Section::Rollout, "back_out_test"));
    }

    fn approvals(&mut self, release: &Release) {
        let sponsor = release.person_name(release.identity.sponsor);
        self.lacks_if(sponsor.is_none(), Lack::Sponsor, Place::field(Section::Overview, "sponsor"));
        // They sign the plan before go-live, which is usually after the CAB.
        for role in [BoardRole::SeniorIt, BoardRole::SeniorBusiness] {
            if !release.board.sign_offs.iter().any(|sign_off| sign_off.role == role.key()) {
                self.advice.push(Missing { lack: Lack::SeniorSignature, of: role.label().to_owned() });
            }
        }
    }

    fn in_time(&mut self, release: &Release, rfc: &Rfc) {
        let own = |field| Place::entry(Section::Rfcs, rfc.id, field);
        self.lacks_if(rfc.submitted.is_none(), Lack::Submitted, own("submitted"));
        self.lacks_if(rfc.cab_date.is_none(), Lack::CabDate, own("cab_date"));
        if let (Some(submitted), Some(cab)) = (rfc.submitted, rfc.cab_date) {
            let enough = days_between(submitted, cab) >= cab_lead(release, rfc).0.max(0);
            self.lacks_if(!enough, Lack::Lead, own("submitted"));
        }
    }

    fn afterwards(&mut self, release: &Release) {
        let planned = release.meetings.iter().any(|it| it.kind == MeetingKind::PostImplementation && it.at.is_some());
        let reviewed = release.after.review.held.is_some();
        self.lacks_if(!planned && !reviewed, Lack::Review, Place::field(Section::Meetings, "add"));
    }

    fn tests(&mut self, release: &Release, today: Date) {
        let review = release.gates.iter().find(|gate| gate.catalogue.as_deref() == Some("test-review"));
        let passed = review.is_some_and(|gate| let_through(gate, today));
        let answered = !release.criteria.is_empty()
            && !release.criteria.iter().any(|it| matches!(it.answer, Answer::Unanswered | Answer::NotMet));
        let place = match review {
            Some(gate) => Place::entry(Section::Gates, gate.id, "outcome"),
            None => Place::field(Section::Acceptance, "add"),
        };
        self.lacks_if(!passed && !answered, Lack::TestResults, place);
    }

    fn clash(&mut self, release: &Release) {
        let Some(window) = release.identity.window else {
            self.lacks(Lack::Window, "", Place::field(Section::Overview, "window"));
            return;
        };
        let (first, last) = (window.start().date(), window.end().date());
        for period in release.calendar.periods.iter().filter(|period| forbids(period, first, last)) {
            self.lacks(Lack::OpenDay, &period.name, Place::field(Section::Overview, "window"));
        }
    }

    fn risks(&mut self, release: &Release) {
        let risks = &release.board.risks;
        self.lacks_if(risks.is_empty(), Lack::Risks, Place::field(Section::Board, "risks"));
        let place = |risk: &Risk, field| Place::entry(Section::Board, risk.id, field);
        for risk in risks {
            if blank(&risk.response) {
                self.lacks(Lack::Response, &risk.text, place(risk, "response"));
            }
            if release.person_name(risk.owner).is_none() {
                self.lacks(Lack::RiskOwner, &risk.text, place(risk, "owner"));
            }
        }
    }

    fn lacks(&mut self, lack: Lack, of: &str, place: Place) {
        self.missing.push((Missing { lack, of: of.trim().to_owned() }, place));
    }

    fn lacks_if(&mut self, is_missing: bool, lack: Lack, place: Place) {
        if is_missing {
            self.lacks(lack, "", place);
        }
    }

    fn point(self, kind: CabPointKind, rfc: &Rfc) -> CabPoint {
        let place = self.missing.first().map_or_else(|| looked_after(kind, rfc), |(_, place)| place.clone());
        let missing: Vec<Missing> = self.missing.into_iter().map(|(missing, _)| missing).collect();
        CabPoint { kind, fulfilled: missing.is_empty(), missing, advice: self.advice, place }
    }
}

/// Where a point is looked after.
fn looked_after(kind: CabPointKind, rfc: &Rfc) -> Place {
    match kind {
        CabPointKind::Information => Place::entry(Section::Rfcs, rfc.id, "description"),
        CabPointKind::Impact => Place::entry(Section::Rfcs, rfc.id, "impact"),
        CabPointKind::BackOut => Place::field(Section::Rollout, "back_out_test"),
        CabPointKind::Triggers => Place::field(Section::Rollout, "back_out_triggers"),
        CabPointKind::Approvals => Place::field(Section::Overview, "sponsor"),
        CabPointKind::InTime => Place::entry(Section::Rfcs, rfc.id, "submitted"),
        CabPointKind::Afterwards => Place::field(Section::Meetings, "add"),
        CabPointKind::Tests => Place::field(Section::Acceptance, "add"),
        CabPointKind::Clash => Place::field(Section::Overview, "window"),
        CabPointKind::Risks => Place::field(Section::Board, "risks"),
        CabPointKind::Communication => Place::field(Section::Communications, "add"),
    }
}

/// Whether nothing may be deployed on one of these days. A period without a first day forbids nothing.
fn forbids(period: &ClosedPeriod, first: Date, last: Date) -> bool {
    let from = period.from.filter(|_| period.kind == PeriodKind::Blackout);
    from.is_some_and(|from| from <= last && period.until.unwrap_or(from) >= first)
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}
