//! What a meeting is to talk about, drawn from the state of the plan.

use jiff::civil::Date;

use super::assess::assess;
use super::waiver::{WaiverStanding, waiver_standing};
use crate::action::overdue_agreed;
use crate::gate::{
    DefectState, RfcState, defect_state, gate_time, has_come, held, let_through, rfc_state, sha256_hex, waits_for,
};
use crate::plan::{AgendaPoint, Answer, Choice, Id, MeetingKind, Release, RfcOutcome, StepResult, WaveState};
use crate::rollout::{last_safe_moment, outturn};

choice! {
    /// What a point of an agenda is about.
    pub enum Topic {
        /// What blocks and what is conditional in a section.
        Section = "section", "Section with blockers or conditions";
        /// An agreed action that is late.
        OverdueAction = "overdue_action", "Overdue action";
        /// A gate that has not let the release through.
        OpenGate = "open_gate", "Gate not passed";
        /// A defect on which nobody has decided.
        UndecidedDefect = "undecided_defect", "Defect undecided";
        /// Whether everybody who acts on the night is there.
        Crew = "crew", "Who is there on the night";
        /// When and by whom going back is decided.
        WayBack = "way_back", "The way back";
        /// The question that the meeting is for.
        GoNoGo = "go_no_go", "Go or No-Go";
        /// Go-live as planned and as it was.
        GoLive = "go_live", "Go-live against plan";
        /// The runbook as planned and as it was.
        Runbook = "runbook", "Runbook against plan";
        /// A step that failed.
        FailedStep = "failed_step", "Failed step";
        /// How a wave went.
        Wave = "wave", "Wave";
        /// A wave that was taken back.
        BackedOutWave = "backed_out_wave", "Wave backed out";
        /// Something that broke.
        Incident = "incident", "Incident";
        /// What still keeps early life support going.
        ExitCriterion = "exit_criterion", "Exit criterion of early life support";
        /// What went well, what did not, what the next release should know.
        Lessons = "lessons", "Lessons";
        /// An RFC that was refused.
        Refusal = "refusal", "Refused RFC";
        /// How long a gate took.
        GateTime = "gate_time", "Time a gate took";
        /// A gate that waits for others.
        GateWaits = "gate_waits", "Gate that waits";
        /// A departure that holds today.
        WaiverInForce = "waiver_in_force", "Waiver in force";
        /// The list of criteria is due.
        CriteriaReview = "criteria_review", "Review of the list of criteria";
        /// What the process itself should change.
        Process = "process", "What the process should change";
        /// A known error with its workaround.
        KnownError = "known_error", "Known error";
        /// Whether any known error can be closed for good.
        Cure = "cure", "Cure of known errors";
    }
}

/// A point that a meeting should talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it is about.
    pub topic: Topic,
    /// The name of the thing. May be empty.
    pub subject: String,
    /// A further argument of the sentence. May be empty.
    pub detail: String,
    /// The day that goes with it.
    pub on: Option<Date>,
    /// The same whenever the same thing is proposed for the same reason, so that it is not proposed twice.
    pub id: Id<AgendaPoint>,
}

/// What a meeting of this kind should talk about today, in the order in which it is talked about.
#[must_use]
pub fn proposals(release: &Release, kind: MeetingKind, today: Date) -> Vec<Proposal> {
    let mut draft = Draft { release, today, points: Vec::new() };
    match kind {
        MeetingKind::Checkpoint => draft.checkpoint(),
        MeetingKind::PostImplementation => draft.post_implementation(),
        MeetingKind::ProcessReview => draft.process_review(),
        MeetingKind::ProblemManagement => draft.problem_management(),
        MeetingKind::Other => draft.overdue(),
    }
    draft.points
}

struct Draft<'a> {
    release: &'a Release,
    today: Date,
    points: Vec<Proposal>,
}

impl Draft<'_> {
    /// Adds a point. `of` is what it is about, by its id or key.
    fn add(&mut self, topic: Topic, of: impl ToString, subject: &str, detail: impl ToString, on: Option<Date>) {
        let digest = sha256_hex(&format!("{} {}", topic.key(), of.to_string()));
        let id = Id::new(digest.get(..24).unwrap_or_default()).unwrap_or_default();
        let (subject, detail) = (subject.trim().to_owned(), detail.to_string().trim().to_owned());
        self.points.push(Proposal { topic, subject, detail, on, id });
    }

    fn checkpoint(&mut self) {
        let (release, today) = (self.release, self.today);
        for state in assess(release, today).sections {
            if state.blockers + state.conditions > 0 {
                let counts = format!("{} {}", state.blockers, state.conditions);
                self.add(Topic::Section, state.section.key(), state.section.label(), counts, None);
            }
        }
        self.overdue();
        for gate in release.gates.iter().filter(|gate| !let_through(gate, today)) {
            let name = release.person_name(gate.led_by).unwrap_or(&gate.lead_role);
            self.add(Topic::OpenGate, gate.id, &gate.name, name, gate.due);
        }
        let undecided = |state| matches!(state, DefectState::Undecided | DefectState::WithoutWorkaround);
        for defect in release.defects.iter().filter(|defect| undecided(defect_state(defect, today))) {
            self.add(Topic::UndecidedDefect, defect.id, &defect.title, defect.severity.label(), None);
        }
        self.add(Topic::Crew, "", "", "", release.go_live());
        let last = release.identity.window.and_then(|window| last_safe_moment(&release.rollout, window));
        self.add(Topic::WayBack, "", "", last.map_or_else(String::new, |moment| moment.to_string()), None);
        self.add(Topic::GoNoGo, "", "", "", release.go_live());
    }

    fn overdue(&mut self) {
        let release = self.release;
        for todo in overdue_agreed(release, self.today).unwrap_or_default() {
            let owner = release.person_name(todo.owner).unwrap_or_default();
            self.add(Topic::OverdueAction, format!("{:?}", todo.source), &todo.text, owner, todo.due);
        }
    }

    fn post_implementation(&mut self) {
        let (release, today) = (self.release, self.today);
        let out = outturn(release);
        let moment = |at: Option<jiff::civil::DateTime>| at.map_or_else(|| "-".to_owned(), |at| at.to_string());
        self.add(Topic::GoLive, "", &moment(out.planned_go_live), moment(out.go_live), None);
        if out.steps > 0 {
            let took = out.duration.map_or_else(String::new, |took| took.to_string());
            self.add(Topic::Runbook, "", &out.planned_duration.to_string(), took, None);
        }
        for step in release.rollout.runbook.iter().filter(|step| step.result == StepResult::Failed) {
            self.add(Topic::FailedStep, step.id, &step.title, &step.note, None);
        }
        for wave in &release.rollout.waves {
            match wave.state {
                WaveState::BackedOut => {
                    self.add(Topic::BackedOutWave, wave.id, &wave.name, &wave.backed_out_because, None);
                }
                state => self.add(Topic::Wave, wave.id, &wave.name, state.label(), None),
            }
        }
        for incident in &release.after.incidents {
            let severity = incident.severity.label();
            self.add(Topic::Incident, incident.id, &incident.title, severity, incident.reported.map(|at| at.date()));
        }
        let open = |met: Option<Date>| met.is_none() || !has_come(met, today);
        for criterion in release.after.support.exit.iter().filter(|criterion| open(criterion.met)) {
            self.add(Topic::ExitCriterion, criterion.id, &criterion.text, "", release.after.support.until);
        }
        self.overdue();
        self.add(Topic::Lessons, "", "", "", None);
    }

    fn process_review(&mut self) {
        let (release, today) = (self.release, self.today);
        for rfc in &release.rfcs {
            let (RfcOutcome::Rejected(refusal) | RfcOutcome::Deferred(refusal)) = &rfc.outcome else { continue };
            let rejected = rfc_state(&rfc.outcome, today) == RfcState::Rejected;
            let reason = format!("{} {}", if rejected { "rejected" } else { "deferred" }, refusal.reason);
            self.add(Topic::Refusal, rfc.id, &rfc.title, reason, refusal.on);
        }
        for gate in &release.gates {
            let numbers = waits_for(release, gate, today);
            if !held(gate, today) && !numbers.is_empty() {
                let names = numbers.into_iter().filter_map(|number| release.gates.iter().nth(number.checked_sub(1)?));
                let names: Vec<&str> = names.map(|gate| gate.name.trim()).collect();
                self.add(Topic::GateWaits, gate.id, &gate.name, names.join(", "), None);
            }
            if let Some(time) = gate_time(release, gate, today) {
                let running = if time.running { "running" } else { "over" };
                let detail = format!("{} {} {running}", time.days, time.waiting);
                self.add(Topic::GateTime, gate.id, &gate.name, detail, None);
            }
        }
        self.waivers();
        if let Some(due) = release.criteria_list.review.filter(|review| *review < today) {
            self.add(Topic::CriteriaReview, "", "", "", Some(due));
        }
        self.add(Topic::Process, "", "", "", None);
    }

    fn waivers(&mut self) {
        let (release, today) = (self.release, self.today);
        let holds = |waiver| match waiver_standing(waiver, release.go_live(), today) {
            WaiverStanding::InForce(until) | WaiverStanding::EndsBeforeGoLive(until) => Some(until),
            WaiverStanding::Incomplete | WaiverStanding::Expired(_) => None,
        };
        for criterion in &release.criteria {
            if let Answer::Waived(waiver) = &criterion.answer
                && let Some(until) = holds(waiver)
            {
                self.add(Topic::WaiverInForce, criterion.id, &criterion.title, &waiver.approver, Some(until));
            }
        }
        for rule in &release.rules {
            if let Some(waiver) = &rule.waiver
                && let Some(until) = holds(waiver)
            {
                self.add(Topic::WaiverInForce, rule.id, &rule.name, &waiver.approver, Some(until));
            }
        }
    }

    fn problem_management(&mut self) {
        let (release, today) = (self.release, self.today);
        let known = release.defects.iter().filter(|defect| defect_state(defect, today) == DefectState::KnownError);
        for defect in known {
            let error = &defect.known_error;
            self.add(Topic::KnownError, defect.id, &defect.title, &error.workaround, error.review);
        }
        let resolved = |incident: &crate::plan::Incident| incident.resolved.is_some_and(|at| at.date() <= today);
        for incident in release.after.incidents.iter().filter(|incident| !resolved(incident)) {
            let severity = incident.severity.label();
            self.add(Topic::Incident, incident.id, &incident.title, severity, incident.reported.map(|at| at.date()));
        }
        self.overdue();
        self.add(Topic::Cure, "", "", "", None);
    }
}
