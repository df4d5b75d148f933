//! What each document shows of the plan, and the digest that tells whether that has changed since it was handed out.

use serde_json::{Map, Value};

use super::canonical::canonical;
use super::sign_off::{Contents, WHOLE_PLAN, sha256_hex, value_of, whole_part};
use crate::order;
use crate::plan::{Choice, DocumentKind, Part, Release};

/// What a document shows of the plan.
struct Shown {
    kind: DocumentKind,
    parts: &'static [Part],
    /// What it shows besides, which no sign-off covers.
    besides: &'static [Besides],
    /// Whether its readers go by how far things are, and not by what is planned alone.
    progress: bool,
}

/// What documents show of a plan and no sign-off covers.
#[derive(Clone, Copy)]
enum Besides {
    People,
    Meetings,
}

/// What each document shows. When something was sent to whom is in none: handing a document out does not change it.
static SHOWN: [Shown; 11] = [
    Shown { kind: DocumentKind::ReleasePlan, parts: &WHOLE_PLAN, besides: &[Besides::People], progress: false },
    Shown { kind: DocumentKind::GoNoGoPack, parts: &WHOLE_PLAN, besides: &[], progress: true },
    Shown {
        kind: DocumentKind::CabSheet,
        parts: &[
            Part::Identity,
            Part::Departments,
            Part::Strategy,
            Part::Rfcs,
            Part::Rollout,
            Part::BackOut,
            Part::Risks,
            Part::Environments,
        ],
        besides: &[],
        progress: false,
    },
    Shown {
        kind: DocumentKind::Runbook,
        parts: &[Part::Identity, Part::Departments, Part::Strategy, Part::Rollout, Part::Runbook, Part::BackOut],
        besides: &[],
        progress: false,
    },
    Shown {
        kind: DocumentKind::BackOutPlan,
        parts: &[Part::Identity, Part::Strategy, Part::BackOut],
        besides: &[Besides::People],
        progress: false,
    },
    Shown {
        kind: DocumentKind::CommunicationsPack,
        parts: &[Part::Identity, Part::Departments, Part::Strategy, Part::Rollout, Part::Defects, Part::Communications],
        besides: &[Besides::People],
        progress: false,
    },
    Shown {
        kind: DocumentKind::ServiceDeskPack,
        parts: &[Part::Identity, Part::Defects, Part::Training, Part::HandOver],
        besides: &[],
        progress: false,
    },
    Shown {
        kind: DocumentKind::TrainingPlan,
        parts: &[Part::Identity, Part::Departments, Part::Training],
        besides: &[],
        progress: false,
    },
    Shown {
        kind: DocumentKind::ReadinessReview,
        parts: &[Part::Identity, Part::Environments, Part::Review],
        besides: &[],
        progress: true,
    },
    Shown { kind: DocumentKind::Minutes, parts: &[], besides: &[Besides::Meetings, Besides::People], progress: false },
    Shown { kind: DocumentKind::RejectionReport, parts: &[Part::Rfcs], besides: &[], progress: false },
];

/// The digests of the documents of one release, each made once, however often it is asked for.
pub struct Digests<'a> {
    contents: &'a Contents<'a>,
    made: std::cell::RefCell<Vec<(DocumentKind, String)>>,
}

impl<'a> Digests<'a> {
    /// The digests of the documents with these contents.
    #[must_use]
    pub fn of(contents: &'a Contents<'a>) -> Self {
        Self { contents, made: std::cell::RefCell::default() }
    }

    /// The SHA-256 of what a document shows of the plan, in hexadecimal. It is the same on every day.
    #[must_use]
    pub fn digest(&self, kind: DocumentKind) -> String {
        let known = |made: &[(DocumentKind, String)]| made.iter().find(|(of, _)| *of == kind).map(|(_, it)| it.clone());
        if let Some(digest) = known(&self.made.borrow()) {
            return digest;
        }
        let digest = sha256_hex(&shown(self.contents, kind));
        self.made.borrow_mut().push((kind, digest.clone()));
        digest
    }
}

/// The SHA-256 of what a document shows of the plan, in hexadecimal. It is the same on every day.
#[must_use]
pub fn document_digest(kind: DocumentKind, release: &Release) -> String {
    Digests::of(&Contents::of(release)).digest(kind)
}

/// The parts of the plan that a document shows.
#[must_use]
pub fn shown_parts(kind: DocumentKind) -> &'static [Part] {
    entry(kind).map(|shown| shown.parts).unwrap_or_default()
}

/// What a document shows of the plan, as canonical text.
fn shown(contents: &Contents, kind: DocumentKind) -> String {
    let Some(shown) = entry(kind) else { return String::new() };
    let release = contents.release();
    let mut content: Map<String, Value> = if shown.progress {
        order::gathered(shown.parts.iter().map(|part| (part.key().to_owned(), whole_part(release, *part))))
    } else {
        contents.parts(shown.parts)
    };
    for besides in shown.besides {
        let (name, value) = match besides {
            Besides::People => ("people", value_of(&release.people)),
            Besides::Meetings => ("meetings", value_of(&release.meetings)),
        };
        content.insert(name.to_owned(), value);
    }
    canonical(&Value::Object(content))
}

fn entry(kind: DocumentKind) -> Option<&'static Shown> {
    SHOWN.iter().find(|shown| shown.kind == kind)
}
