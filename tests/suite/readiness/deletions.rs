//! Deleting something never improves the verdict silently.

use std::collections::HashSet;

use rollcall::gate::{CRITERIA, GATES};
use rollcall::plan::*;
use rollcall::readiness::{Code, Finding, Readiness, Section, Severity, assess};

use super::cases::cases;
use super::takings::entries;
use super::{altered, entry, verdict_of};
use crate::ready::*;

/// A command for each single thing of the release that can be deleted or emptied, with what it was.
fn deletions(release: &Release) -> Vec<(String, Command)> {
    let named = |(path, command): (String, Command)| {
        let (list, id) = path.rsplit_once('/').unwrap();
        (format!("{list} {id}"), command)
    };
    let mut all: Vec<(String, Command)> = entries(release).into_iter().map(named).collect();
    for gate in &release.gates {
        all.extend(
            emptied_gates(gate)
                .into_iter()
                .map(|(what, emptied)| (format!("{what} of {}", gate.id), Command::Gates(Edit::replace(emptied)))),
        );
    }
    for criterion in &release.criteria {
        let mut bare = criterion.clone();
        bare.evidence = Items::default();
        all.push((format!("evidence of {}", criterion.id), Command::Criteria(Edit::replace(bare.clone()))));
        bare.answer = Answer::Unanswered;
        all.push((format!("answer of {}", criterion.id), Command::Criteria(Edit::replace(bare.clone()))));
        bare.catalogue = None;
        all.push((format!("origin of {}", criterion.id), Command::Criteria(Edit::replace(bare))));
    }
    for defect in &release.defects {
        let bare = Defect { id: defect.id, ..Defect::default() };
        all.push((format!("decision of {}", defect.id), Command::Defects(Edit::replace(bare.clone()))));
        let decision = defect.decision.clone();
        all.push((
            format!("known error of {}", defect.id),
            Command::Defects(Edit::replace(Defect { decision, ..bare })),
        ));
    }
    for item in &release.hand_over.items {
        let bare = HandOverItem { id: item.id, ..HandOverItem::default() };
        all.push((format!("content of {}", item.id), Command::HandOverItems(Edit::replace(bare))));
    }
    for rule in &release.rules {
        let waiver = GovernanceRule { waiver: None, ..rule.clone() };
        all.push((format!("waiver of {}", rule.id), Command::Rules(Edit::replace(waiver))));
        let then = GovernanceRule { then: Clause { value: String::new(), ..rule.then.clone() }, ..rule.clone() };
        all.push((format!("value of {}", rule.id), Command::Rules(Edit::replace(then))));
        let when = GovernanceRule { when: Vec::new(), ..rule.clone() };
        all.push((format!("conditions of {}", rule.id), Command::Rules(Edit::replace(when))));
        let origin = GovernanceRule { catalogue: None, ..rule.clone() };
        all.push((format!("origin of {}", rule.id), Command::Rules(Edit::replace(origin))));
    }
    for department in &release.departments {
        let walkers = Department { floor_walkers: Vec::new(), ..department.clone() };
        all.push((format!("floor walkers of {}", department.id), Command::Departments(Edit::replace(walkers))));
        let groups = Department { groups: Items::default(), ..department.clone() };
        all.push((format!("groups of {}", department.id), Command::Departments(Edit::replace(groups))));
        let spared = Department { impacted: false, ..department.clone() };
        all.push((format!("impact of {}", department.id), Command::Departments(Edit::replace(spared))));
    }
    for wave in &release.rollout.waves {
        let bare = Wave { id: wave.id, ..Wave::default() };
        all.push((format!("content of {}", wave.id), Command::Waves(Edit::replace(bare))));
    }
    for issue in &release.review.capacity {
        let bare = CapacityIssue { id: issue.id, closed: issue.closed, ..CapacityIssue::default() };
        all.push((format!("content of {}", issue.id), Command::Capacity(Edit::replace(bare))));
    }
    for session in &release.training.sessions {
        let bare = TrainingSession { id: session.id, ..TrainingSession::default() };
        all.push((format!("content of {}", session.id), Command::Sessions(Edit::replace(bare))));
    }
    for removal in &release.removals {
        let silent = Removal { reason: String::new(), ..removal.clone() };
        all.push((format!("reason of {}", removal.id), Command::Removals(Edit::replace(silent))));
        let elsewhere = Removal { key: "elsewhere".to_owned(), ..removal.clone() };
        all.push((format!("key of {}", removal.id), Command::Removals(Edit::replace(elsewhere))));
    }
    for rfc in &release.rfcs {
        all.push((
            format!("outcome of {}", rfc.id),
            Command::Rfcs(Edit::replace(Rfc { id: rfc.id, ..Rfc::default() })),
        ));
    }
    all.extend(emptied_facts(release));
    all
}

/// The gate without each of its parts, and as optional.
fn emptied_gates(gate: &QualityGate) -> Vec<(&'static str, QualityGate)> {
    type Emptied = fn(&mut QualityGate);
    let parts: [(&str, Emptied); 10] = [
        ("signatories", |it| it.signatories = Items::default()),
        ("first signatory", |it| it.signatories = it.signatories.iter().skip(1).cloned().collect()),
        ("sign-offs", |it| it.sign_offs = Items::default()),
        ("first sign-off", |it| it.sign_offs = it.sign_offs.iter().skip(1).cloned().collect()),
        ("checklist", |it| it.checklist = Items::default()),
        ("findings", |it| it.findings = Items::default()),
        ("covered parts", |it| it.covers.clear()),
        ("outcome", |it| it.outcome = GateOutcome::NotHeld),
        ("origin", |it| it.catalogue = None),
        ("need", |it| it.optional = true),
    ];
    let mut emptied: Vec<(&str, QualityGate)> = Vec::new();
    for (what, empty) in parts {
        let mut gate = gate.clone();
        empty(&mut gate);
        emptied.push((what, gate));
    }
    if let GateOutcome::PassedWithConditions { on, conditions } = &gate.outcome {
        for left in [Items::default(), conditions.iter().skip(1).cloned().collect()] {
            let outcome = GateOutcome::PassedWithConditions { on: *on, conditions: left };
            emptied.push(("conditions", QualityGate { outcome, ..gate.clone() }));
        }
    }
    emptied
}

fn emptied_facts(release: &Release) -> Vec<(String, Command)> {
    let mut all = vec![
        ("strategy".to_owned(), Command::Strategy(Box::default())),
        ("decision".to_owned(), Command::Decision(Box::default())),
        ("quorum".to_owned(), Command::Quorum(Box::default())),
        ("review".to_owned(), Command::CriteriaList(Box::default())),
        ("readiness review".to_owned(), Command::Review(Box::default())),
        ("threshold".to_owned(), Command::TrainingThreshold(Box::default())),
        ("acceptance".to_owned(), Command::HandOver(Box::default())),
        ("parallel".to_owned(), Command::Parallel(Box::<ParallelPlan>::default())),
        ("back-out plan".to_owned(), Command::BackOut(Box::default())),
    ];
    let back_out = &release.rollout.back_out;
    for step in &back_out.steps {
        let mut plan = back_out.clone();
        plan.steps = without(&plan.steps, step.id.as_str());
        all.push((format!("back-out step {}", step.id), Command::BackOut(Box::new(plan))));
    }
    let untested = rollcall::plan::BackOutPlan { test: None, ..back_out.clone() };
    all.push(("back-out test".to_owned(), Command::BackOut(Box::new(untested))));
    let window = Identity { window: None, ..release.identity.clone() };
    all.push(("window".to_owned(), Command::Identity(Box::new(window))));
    let manager = Identity { release_manager: None, ..release.identity.clone() };
    all.push(("release manager".to_owned(), Command::Identity(Box::new(manager))));
    all
}

/// The findings that tell of something that is gone or that nobody has to pass any more.
fn tells_of_it(finding: &Finding, what: &str) -> bool {
    match finding.code {
        Code::Removed => true,
        Code::GateOptionalOpen | Code::SignOffMissing | Code::SignOffStale | Code::SignOffCorrupt => {
            (what.starts_with("need of") || what.starts_with("outcome of"))
                && finding.place.id.as_ref().is_some_and(|id| what.ends_with(id.as_str()))
        }
        _ => false,
    }
}

#[test]
fn deleting_never_improves_the_verdict_silently() {
    let (mut tried, mut seen) = (0, HashSet::new());
    // Each thing that blocks or sets a condition, alone: only then can a deletion change the verdict.
    for (name, alter, expected) in cases() {
        let weighty: Vec<Code> =
            expected.iter().filter(|(severity, ..)| *severity != Severity::Advice).map(|(_, code, _)| *code).collect();
        let &[code] = weighty.as_slice() else { continue };
        let release = altered(name, alter);
        let before = assess(&release, TODAY);
        let Finding { section, place, .. } = before.findings.first().unwrap();
        if !seen.insert((code, *section, place.section)) {
            continue;
        }
        // Of gates and criteria the one that is found to be wanting and one other will do.
        let others: Vec<&str> = CRITERIA.iter().map(|it| it.key).chain(GATES.iter().map(|it| it.key)).collect();
        let close = |what: &str| {
            let key = what.rsplit(' ').next().unwrap_or_default();
            let wanting = place.id.as_deref() == Some(key);
            wanting || ["training", "ops-review"].contains(&key) || !others.contains(&key)
        };
        for (what, delete) in deletions(&release) {
            if close(&what) && touches(&delete, *section) {
                tried += 1;
                check_deletion(&release, &before, name, &what, delete);
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

/// Whether a command can change what is found in a section. The others are left out to save time.
fn touches(command: &Command, section: Section) -> bool {
    match command {
        Command::Removals(_) => true,
        Command::Criteria(_) => matches!(section, Section::Acceptance),
        Command::Gates(_) => matches!(section, Section::Gates),
        Command::Audiences(_) | Command::Sessions(_) | Command::TrainingThreshold(_) => {
            matches!(section, Section::Training | Section::Rules)
        }
        Command::Capacity(_) | Command::Review(_) => matches!(section, Section::Review),
        Command::Defects(_) => matches!(section, Section::Defects | Section::HandOver),
        Command::HandOverItems(_) | Command::HandOver(_) => matches!(section, Section::HandOver),
        Command::Rules(_) | Command::Departments(_) => matches!(section, Section::Rules | Section::People),
        Command::People(_) => matches!(section, Section::Rules | Section::People | Section::HandOver),
        Command::Strategy(_) => matches!(section, Section::Strategy | Section::Rules),
        Command::Identity(_) => !matches!(section, Section::Gates),
        Command::Waves(_) | Command::Runbook(_) | Command::BackOut(_) => {
            matches!(section, Section::Rollout | Section::Rules)
        }
        Command::Rfcs(_) => matches!(section, Section::Rfcs),
        Command::Members(_) | Command::Votes(_) | Command::BoardSignOffs(_) => matches!(section, Section::Board),
        _ => matches!(section, Section::Board | Section::Rollout),
    }
}

fn check_deletion(release: &Release, before: &Readiness, name: &str, what: &str, delete: Command) {
    let (mut after, mut history) = (release.clone(), History::default());
    match history.dispatch(&mut after, delete.clone(), entry(), None) {
        Ok(()) => {}
        Err(Refused::ReasonNeeded(kind)) => {
            assert_eq!(after, *release, "{name}: {what}");
            let Some(key) = removed_key(&delete, release) else { return };
            let removal = Removal { id: id("why"), kind, key, reason: "Agreed".to_owned(), ..Removal::default() };
            // Where several things go at once, one reason is not enough.
            if history.dispatch(&mut after, with_reason(removal, delete), entry(), None).is_err() {
                return;
            }
        }
        Err(Refused::Edit(refused)) => panic!("{name}: {what}: {refused}"),
    }
    // Whatever anybody signs again, it cannot be better than without any word on signatures.
    let rest: Vec<Finding> =
        assess(&after, TODAY).findings.into_iter().filter(|it| !is_on_signatures(it.code)).collect();
    if verdict_of(&rest) <= before.verdict {
        return;
    }
    // The worst that can be: everybody signs again what is left.
    let mut signed = after.clone();
    if !what.contains("sign-off")
        && !what.starts_with("need")
        && !what.starts_with("/board/sign_offs")
        && !name.starts_with("signed before")
    {
        sign_all(&mut signed);
    }
    for left in [after, signed] {
        let readiness = assess(&left, TODAY);
        let told = readiness.findings.iter().any(|finding| tells_of_it(finding, what));
        assert!(readiness.verdict <= before.verdict || told, "{name}: {what} improves it to {:?}", readiness.verdict);
    }
}

fn is_on_signatures(code: Code) -> bool {
    use Code as C;
    let senior = matches!(code, C::SeniorSignOffMissing | C::SeniorSignOffStale);
    senior || matches!(code, C::SignOffMissing | C::SignOffStale | C::SignOffCorrupt)
}

/// The key under which a removal is recorded.
fn removed_key(delete: &Command, release: &Release) -> Option<String> {
    match delete {
        Command::Criteria(edit) => Some(edit.id().to_string()),
        Command::Defects(edit) => Some(edit.id().to_string()),
        Command::HandOverItems(edit) => Some(edit.id().to_string()),
        Command::Rules(edit) => Some(edit.id().to_string()),
        Command::Departments(edit) => Some(edit.id().to_string()),
        Command::Capacity(edit) => Some(edit.id().to_string()),
        Command::Rfcs(edit) => Some(edit.id().to_string()),
        Command::Audiences(edit) => Some(edit.id().to_string()),
        Command::Gates(Edit::Replace { item }) => {
            let (gate, of) = (release.gates.get(item.id)?, item.id);
            let role = gate.signatories.iter().find(|it| !item.signatories.contains(it.id)).map(|it| it.id.to_string());
            let promise = || promises(gate).into_iter().find(|it| !promises(item).contains(it));
            Some(format!("{of}:{}", role.or_else(promise)?))
        }
        Command::Gates(edit) => Some(edit.id().to_string()),
        _ => None,
    }
}

/// The ids of the conditions on which a gate passed.
fn promises(gate: &QualityGate) -> Vec<String> {
    match &gate.outcome {
        GateOutcome::PassedWithConditions { conditions, .. } => conditions.iter().map(|it| it.id.to_string()).collect(),
        _ => Vec::new(),
    }
}
