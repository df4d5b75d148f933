//! What exactly a sign-off covers, and whether it still stands.
//!
//! It proves that content did not change, not who signed.

use std::cell::OnceCell;

use jiff::civil::Date;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::as_of::is_given;
use super::canonical::canonical;
use super::difference::{Change, difference};
use crate::order;
use crate::plan::{Choice, Id, Part, Person, QualityGate, Release, SignOff, Written, same_role};

/// The parts that the Board's sign-offs cover: the whole plan.
pub(super) const WHOLE_PLAN: [Part; 18] = [
    Part::Identity,
    Part::Departments,
    Part::Strategy,
    Part::Rfcs,
    Part::Acceptance,
    Part::Gates,
    Part::Defects,
    Part::Rollout,
    Part::Runbook,
    Part::BackOut,
    Part::Rules,
    Part::Risks,
    Part::Environments,
    Part::Training,
    Part::Communications,
    Part::HandOver,
    Part::Review,
    Part::After,
];

/// Members that record progress on what was signed rather than what was signed: fulfilling a promise does not change it.
const PROGRESS: [(Part, &[&str]); 10] = [
    (Part::Rollout, &["state", "met", "backed_out_because"]),
    (Part::Runbook, &["result", "note", "started", "ended"]),
    (Part::Gates, &["met"]),
    (Part::Defects, &["fixed"]),
    (Part::Environments, &["refreshed", "uses"]),
    (Part::Training, &["attendance"]),
    (Part::Communications, &["sent", "sent_by"]),
    (Part::HandOver, &["set_up", "set_up_by", "acceptance"]),
    (Part::Review, &["closed"]),
    (Part::After, &["met", "log", "ended"]),
];

/// Whether a sign-off still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// What was signed is what is there.
    Valid,
    /// The plan has changed since.
    Stale,
    /// The stored content does not match its own digest: the file was changed by other means.
    Corrupt,
}

/// Who signs, in what role, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The role that is signed for.
    pub role: String,
    /// The signer, where registered.
    pub person: Option<Id<Person>>,
    /// The signer's name, as declared.
    pub name: String,
    /// The day.
    pub on: Date,
}

/// The signable contents of one release. Each part is written down once, however many sign-offs cover it.
pub struct Contents<'a> {
    release: &'a Release,
    parts: Vec<(Part, OnceCell<Value>)>,
}

impl<'a> Contents<'a> {
    /// The contents of this release.
    #[must_use]
    pub fn of(release: &'a Release) -> Self {
        Self { release, parts: WHOLE_PLAN.map(|part| (part, OnceCell::new())).into() }
    }

    /// Whose contents they are.
    pub(super) fn release(&self) -> &'a Release {
        self.release
    }

    /// What a signature under this gate covers, as canonical text.
    #[must_use]
    pub fn gate(&self, gate: &QualityGate) -> String {
        let mut content = self.parts(&gate.covers);
        content.insert("gate".to_owned(), gate_value(gate));
        canonical(&Value::Object(content))
    }

    /// What a signature of the Board covers, as canonical text.
    #[must_use]
    pub fn plan(&self) -> String {
        canonical(&Value::Object(self.parts(&WHOLE_PLAN)))
    }

    /// These parts, by their keys.
    pub(super) fn parts(&self, wanted: &[Part]) -> Map<String, Value> {
        let covered = self.parts.iter().filter(|(part, _)| wanted.contains(part));
        order::gathered(
            covered.map(|(part, cell)| {
                (part.key().to_owned(), cell.get_or_init(|| part_value(self.release, *part)).clone())
            }),
        )
    }
}

/// What a signature under this gate covers now, as canonical text.
#[must_use]
pub fn gate_content(release: &Release, gate: &QualityGate) -> String {
    Contents::of(release).gate(gate)
}

/// What a signature of the Board covers now, as canonical text.
#[must_use]
pub fn plan_content(release: &Release) -> String {
    Contents::of(release).plan()
}

/// The signature of this content.
#[must_use]
pub fn sign(id: Id<SignOff>, signer: Signer, content: String) -> SignOff {
    let sha256 = sha256_hex(&content);
    SignOff { id, role: signer.role, person: signer.person, name: signer.name, on: Some(signer.on), content, sha256 }
}

/// Whether a sign-off stands, given what it would cover now.
#[must_use]
pub fn standing(sign_off: &SignOff, content_now: &str) -> Standing {
    if sha256_hex(&sign_off.content) != sign_off.sha256.to_ascii_lowercase() {
        Standing::Corrupt
    } else if sign_off.content == content_now {
        Standing::Valid
    } else {
        Standing::Stale
    }
}

/// What changed between what was signed and what stands now.
#[must_use]
pub fn changes_since(sign_off: &SignOff, content_now: &str) -> Vec<Change> {
    let read = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
    difference(&read(&sign_off.content), &read(content_now))
}

/// The gate with this signature under what it says now, in the place of every one for the same role that was given by
/// then. One that does not count yet stays until somebody withdraws it.
#[must_use]
pub fn with_signature(release: &Release, gate: &QualityGate, id: Id<SignOff>, signer: Signer) -> QualityGate {
    let signer_day = signer.on;
    let sign_off = sign(id, signer, gate_content(release, gate));
    let replaced = |other: &SignOff| same_role(&other.role, &sign_off.role) && is_given(other, signer_day);
    let kept = gate.sign_offs.iter().filter(|other| !replaced(other)).cloned();
    let sign_offs = kept.chain([sign_off.clone()]).collect();
    QualityGate { sign_offs, ..gate.clone() }
}

/// The gate without any signature for this role.
#[must_use]
pub fn without_signature(gate: &QualityGate, role: &str) -> QualityGate {
    let sign_offs = gate.sign_offs.iter().filter(|sign_off| !same_role(&sign_off.role, role)).cloned().collect();
    QualityGate { sign_offs, ..gate.clone() }
}

/// The beginning of a digest, in groups that people can compare: "9f2c 41ab 77e0".
#[must_use]
pub fn short_digest(sha256: &str) -> String {
    let letters: Vec<char> = sha256.chars().take(12).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The SHA-256 of a text, in hexadecimal.
#[must_use]
pub fn sha256_hex(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        for nibble in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    hex
}

fn gate_value(gate: &QualityGate) -> Value {
    let mut value = json!({
        "name": value_of(&gate.name),
        "checklist": value_of(&gate.checklist),
        "findings": value_of(&gate.findings),
        "evidence": value_of(&gate.evidence),
        "outcome": value_of(&gate.outcome),
    });
    leave_out(&mut value, &["met", "closed"]);
    leave_derived_out(&mut value);
    value
}

fn part_value(release: &Release, part: Part) -> Value {
    let mut value = whole_part(release, part);
    for (_, members) in PROGRESS.iter().filter(|(of, _)| *of == part) {
        leave_out(&mut value, members);
    }
    if part == Part::Review {
        leave_derived_out(&mut value);
    }
    value
}

/// A part with the progress on it.
pub(super) fn whole_part(release: &Release, part: Part) -> Value {
    let rollout = &release.rollout;
    match part {
        Part::Identity => {
            let mut identity = value_of(&release.identity);
            if let Value::Object(members) = &mut identity {
                members.insert("configuration_items".to_owned(), value_of(&release.configuration_items));
            }
            identity
        }
        Part::Departments => value_of(&release.departments),
        Part::Strategy => value_of(&release.strategy.choice),
        Part::Rfcs => value_of(&release.rfcs),
        Part::Acceptance => value_of(&release.criteria),
        Part::Gates => {
            let gates = release.gates.iter();
            let asked = |gate: &QualityGate| {
                json!({
                    "id": gate.id,
                    "name": gate.name,
                    "optional": gate.optional,
                    "signatories": value_of(&gate.signatories),
                    "outcome": value_of(&gate.outcome),
                })
            };
            gates.map(asked).collect()
        }
        Part::Defects => value_of(&release.defects),
        Part::Rollout => json!({
            "waves": value_of(&rollout.waves),
            "parallel": value_of(&rollout.parallel),
            "push": value_of(&rollout.push),
            "pull": value_of(&rollout.pull),
        }),
        Part::Runbook => value_of(&rollout.runbook),
        Part::BackOut => value_of(&rollout.back_out),
        Part::Rules => value_of(&release.rules),
        Part::Risks => value_of(&release.board.risks),
        Part::Environments => value_of(&release.environments),
        Part::Training => value_of(&release.training),
        Part::Communications => value_of(&release.messages),
        Part::HandOver => value_of(&release.hand_over),
        Part::Review => value_of(&release.review),
        Part::After => value_of(&release.after.support),
    }
}

pub(super) fn value_of(of: &dyn Written) -> Value {
    of.write()
}

/// Takes members with these names out, however deep they lie.
fn leave_out(value: &mut Value, names: &[&str]) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| !names.contains(&name.as_str()));
            members.values_mut().for_each(|member| leave_out(member, names));
        }
        Value::Array(list) => list.iter_mut().for_each(|entry| leave_out(entry, names)),
        _ => {}
    }
}

/// Takes the state out of every point of a checklist that the plan answers itself: what is signed is that it is asked.
/// Its answer follows from the plan and the day, and neither makes a signature stale by itself.
fn leave_derived_out(value: &mut Value) {
    match value {
        Value::Object(members) => {
            if members.get("check").is_some_and(|check| !check.is_null()) {
                members.remove("state");
            }
            members.values_mut().for_each(leave_derived_out);
        }
        Value::Array(list) => list.iter_mut().for_each(leave_derived_out),
        _ => {}
    }
}
