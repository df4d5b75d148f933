//! The default acceptance criteria and quality gates, each a table with its prose beside it.

use crate::plan::{AcceptanceCriterion, ChecklistItem, Id, Item, Items, Part, QualityGate, Signatory};

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
    pub checklist: &'static [&'static str],
    /// The roles that must sign.
    pub signatories: &'static [&'static str],
    /// The parts of the plan that its sign-offs cover, besides the gate itself.
    pub covers: &'static [Part],
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
            "The code follows the agreed technique and standards",
            "The code does what the design says, and nothing besides",
            "Errors are handled and logged where operations will look",
            "Every required change is written down as an action for the release manager",
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
            "Each environment is fit for the tests that run in it",
            "Hardware and software of each environment are known and under control",
            "Each environment was refreshed at the agreed interval",
            "Differences from production are known and accepted",
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
            "Every support task has a team that has agreed to it",
            "Work instructions exist, and the teams have used them once",
            "Monitoring and alerts cover what is new",
            "Backup and restore include what is new",
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
            "Cost to date and to completion are known, and within what was agreed",
            "The schedule to go-live holds, or its change is agreed",
            "What the release will not bring is known to the sponsor",
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
            "Every build that will be deployed was tested, in this very version",
            "The agreed scripts and procedures were followed",
            "Results are recorded and can be looked up",
            "Acceptance testing covered every affected user group",
            "Performance was measured under the expected load",
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
            "The runbook was walked through step by step with everyone who acts in it",
            "Each step has an owner who will be there",
            "Triggers for backing out and the last safe moment are understood by all",
            "The window leaves room for backing out",
            "Everybody in the room is comfortable with the plan",
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
            "Every open defect was looked at with the business and the service desk",
            "Each one that goes live has a workaround that was tried",
            "The service desk knows symptoms, workaround and quick fix",
            "The sponsor accepts the known errors that go live",
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
            checklist: numbered(self.checklist, |text| ChecklistItem { text, ..ChecklistItem::default() }),
            signatories: numbered(self.signatories, |role| Signatory { role, ..Signatory::default() }),
            covers: self.covers.to_vec(),
            catalogue: Some(self.key.to_owned()),
            ..QualityGate::default()
        }
    }
}

/// Entries with the ids "1", "2", …, unique within their list.
fn numbered<T: Item>(texts: &[&str], make: impl Fn(String) -> T) -> Items<T> {
    let entries = texts.iter().enumerate().filter_map(|(at, text)| {
        let mut entry = make((*text).to_owned());
        entry.set_id(Id::new(&(at + 1).to_string()).ok()?);
        Some(entry)
    });
    entries.collect()
}
