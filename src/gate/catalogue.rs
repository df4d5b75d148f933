//! The default acceptance criteria and quality gates, each a table with its prose beside it.

use self::Point::{Automatic, Seen};
use crate::plan::{
    AcceptanceCriterion, AutomaticCheck, ChecklistItem, Choice, Id, Item, Items, Part, QualityGate, Signatory,
};

/// A default acceptance criterion.
#[derive(Debug, Clone, Copy)]
pub struct CriterionEntry {
    /// Its stable key, which is also its id in a new release.
    pub key: &'static str,
    /// The condition, as a sentence that can be true.
    pub title: &'static str,
    /// What exactly is asked.
    pub detail: &'static str,
}

/// A default quality gate.
#[derive(Debug, Clone, Copy)]
pub struct GateEntry {
    /// Its stable key, which is also its id in a new release.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it looks at.
    pub looks_at: &'static str,
    /// The role that leads it.
    pub lead_role: &'static str,
    /// The keys of the gates that must have passed before it.
    pub requires: &'static [&'static str],
    /// The points of its checklist.
    pub checklist: &'static [Point],
    /// The roles that must sign.
    pub signatories: &'static [&'static str],
    /// The parts of the plan that its sign-offs cover, besides the gate itself.
    pub covers: &'static [Part],
}

/// A point of a default gate's checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Somebody looks at it.
    Seen(&'static str),
    /// The plan answers it.
    Automatic(AutomaticCheck),
}

/// The default acceptance criteria, in the order in which they are usually answered.
pub static CRITERIA: [CriterionEntry; 9] = [
    CriterionEntry {
        key: "performs-as-expected",
        title: "The release performs as expected in every development and test environment",
        detail: "Functions and response times were checked in each environment on the way, not in one of them alone.",
    },
    CriterionEntry {
        key: "back-out-tested",
        title: "The back-out plan has been tested",
        detail: "Somebody carried it out from its written steps, and the state before came back.",
    },
    CriterionEntry {
        key: "deployment-instructions",
        title: "The deployment instructions are correct",
        detail: "A person who did not write them followed them in a test environment without asking.",
    },
    CriterionEntry {
        key: "support-documentation",
        title: "The support documentation is up to date",
        detail: "Articles, work instructions and contact lists describe the service as it is after go-live.",
    },
    CriterionEntry {
        key: "training",
        title: "Training is scheduled and every team concerned is trained",
        detail: "Each team that works with the new version has its session before it needs it.",
    },
    CriterionEntry {
        key: "user-acceptance",
        title: "Every affected customer and user group has accepted the release",
        detail: "Acceptance testing was done with people from each group, on their own tasks.",
    },
    CriterionEntry {
        key: "no-open-defects",
        title: "The release has no open defects",
        detail: "Every defect from testing is fixed, or it is on the list of the next criterion.",
    },
    CriterionEntry {
        key: "defects-decided",
        title: "Each remaining defect has been decided",
        detail: "For every one that is left: it goes live with a workaround, or the release waits.",
    },
    CriterionEntry {
        key: "support-trained",
        title: "The support teams are trained in their new functions",
        detail: "They can operate, watch and restore what is new, and have done so once.",
    },
];

/// The default quality gates, in their order.
pub static GATES: [GateEntry; 7] = [
    GateEntry {
        key: "code-review",
        name: "Code review",
        looks_at: "Coding technique and standards, and the code against the design",
        lead_role: "Senior developer",
        requires: &[],
        checklist: &[
            Seen("The code follows the agreed technique and standards"),
            Seen("The code does what the design says, and nothing besides"),
            Seen("Errors are handled and logged where operations will look"),
            Seen("Every required change is written down as an action for the release manager"),
        ],
        signatories: &["Senior developer"],
        covers: &[],
    },
    GateEntry {
        key: "environment-review",
        name: "Environment review",
        looks_at: "Whether the environments are fit for purpose, well managed and refreshed in time",
        lead_role: "Test manager",
        requires: &[],
        checklist: &[
            Automatic(AutomaticCheck::EnvironmentsFit),
            Seen("Hardware and software of each environment are known and under control"),
            Automatic(AutomaticCheck::EnvironmentsRefreshed),
            Seen("Differences from production are known and accepted"),
        ],
        signatories: &["Test manager"],
        covers: &[],
    },
    GateEntry {
        key: "ops-review",
        name: "Ops review",
        looks_at: "Support tasks for the environments, and whether work instructions are in place",
        lead_role: "Project manager",
        requires: &["environment-review"],
        checklist: &[
            Seen("Every support task has a team that has agreed to it"),
            Seen("Work instructions exist, and the teams have used them once"),
            Seen("Monitoring and alerts cover what is new"),
            Seen("Backup and restore include what is new"),
        ],
        signatories: &["Project manager", "Support team lead"],
        covers: &[Part::Runbook],
    },
    GateEntry {
        key: "sponsor-review",
        name: "Sponsor review",
        looks_at: "Where cost and schedule stand",
        lead_role: "Project manager",
        requires: &[],
        checklist: &[
            Seen("Cost to date and to completion are known, and within what was agreed"),
            Seen("The schedule to go-live holds, or its change is agreed"),
            Seen("What the release will not bring is known to the sponsor"),
        ],
        signatories: &["Sponsor"],
        covers: &[Part::Identity],
    },
    GateEntry {
        key: "test-review",
        name: "Test review",
        looks_at: "Whether all builds were tested with the right scripts and procedures",
        lead_role: "Test lead",
        requires: &["code-review", "environment-review"],
        checklist: &[
            Seen("Every build that will be deployed was tested, in this very version"),
            Seen("The agreed scripts and procedures were followed"),
            Seen("Results are recorded and can be looked up"),
            Seen("Acceptance testing covered every affected user group"),
            Seen("Performance was measured under the expected load"),
        ],
        signatories: &["Test lead", "Quality lead"],
        covers: &[Part::Acceptance],
    },
    GateEntry {
        key: "deployment-review",
        name: "Deployment review",
        looks_at: "The implementation plan, walked through until everyone is comfortable with it",
        lead_role: "Release manager",
        requires: &["test-review", "ops-review"],
        checklist: &[
            Seen("The runbook was walked through step by step with everyone who acts in it"),
            Automatic(AutomaticCheck::RunbookOwned),
            Seen("Triggers for backing out and the last safe moment are understood by all"),
            Automatic(AutomaticCheck::WindowFits),
            Seen("Everybody in the room is comfortable with the plan"),
            Automatic(AutomaticCheck::BackOutReady),
            Automatic(AutomaticCheck::WaveCriteria),
        ],
        signatories: &["Release manager", "Development lead", "Support team lead"],
        covers: &[Part::Strategy, Part::Rollout, Part::Runbook, Part::BackOut],
    },
    GateEntry {
        key: "defect-review",
        name: "Defect review",
        looks_at: "Whether to wait, or to go live with known errors and workarounds",
        lead_role: "Release manager",
        requires: &["test-review"],
        checklist: &[
            Seen("Every open defect was looked at with the business and the service desk"),
            Seen("Each one that goes live has a workaround that was tried"),
            Automatic(AutomaticCheck::KnownErrorsComplete),
            Seen("The sponsor accepts the known errors that go live"),
            Automatic(AutomaticCheck::DefectsDecided),
        ],
        signatories: &["Release manager", "Business representative", "Service desk lead", "Sponsor"],
        covers: &[Part::Defects],
    },
];

/// The default acceptance criteria for a new release, all unanswered.
#[must_use]
pub fn default_criteria() -> Items<AcceptanceCriterion> {
    CRITERIA.iter().map(CriterionEntry::criterion).collect()
}

/// The default quality gates for a new release, none of them held.
#[must_use]
pub fn default_gates() -> Items<QualityGate> {
    GATES.iter().map(GateEntry::gate).collect()
}

impl CriterionEntry {
    /// The criterion as a new release has it.
    #[must_use]
    pub fn criterion(&self) -> AcceptanceCriterion {
        AcceptanceCriterion {
            id: Id::of_key(self.key),
            title: self.title.to_owned(),
            detail: self.detail.to_owned(),
            catalogue: Some(self.key.to_owned()),
            ..AcceptanceCriterion::default()
        }
    }
}

impl GateEntry {
    /// The gate as a new release has it.
    #[must_use]
    pub fn gate(&self) -> QualityGate {
        QualityGate {
            id: Id::of_key(self.key),
            name: self.name.to_owned(),
            looks_at: self.looks_at.to_owned(),
            lead_role: self.lead_role.to_owned(),
            requires: self.requires.iter().map(|key| Id::of_key(key)).collect(),
            checklist: numbered(self.checklist, Point::item),
            signatories: numbered(self.signatories, |role| Signatory {
                role: (*role).to_owned(),
                ..Signatory::default()
            }),
            covers: self.covers.to_vec(),
            catalogue: Some(self.key.to_owned()),
            ..QualityGate::default()
        }
    }
}

impl Point {
    /// What it asks, as a sentence that can be true.
    #[must_use]
    pub fn text(&self) -> &'static str {
        match self {
            Seen(text) => text,
            Automatic(check) => check.label(),
        }
    }

    /// The point as a new checklist has it.
    fn item(&self) -> ChecklistItem {
        let check = match self {
            Seen(_) => None,
            Automatic(check) => Some(*check),
        };
        ChecklistItem { text: self.text().to_owned(), check, ..ChecklistItem::default() }
    }
}

/// Entries with the ids "1", "2", …, unique within their list.
fn numbered<A, T: Item>(from: &[A], make: impl Fn(&A) -> T) -> Items<T> {
    let entries = from.iter().enumerate().filter_map(|(at, from)| {
        let mut entry = make(from);
        entry.set_id(Id::new(&(at + 1).to_string()).ok()?);
        Some(entry)
    });
    entries.collect()
}
