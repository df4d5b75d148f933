//! Quality gates: what each looks at, how it ended, and who signed.

use jiff::civil::Date;

use crate::document::block::{Block, Column};
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::{View, signatures};
use crate::document::sheet::Sheet;
use crate::gate::{gate_time, held, is_closed, is_met, outcome_day, time_in_all};
use crate::plan::{CheckState, ChecklistItem, Choice, Condition, GateOutcome, Items, QualityGate, SignOff};
use crate::readiness::automatic;
use crate::text::{self, day};

/// Each gate in full: who, when, checklist, findings, conditions.
pub(in crate::document) fn in_full(view: &View, sheet: &mut Sheet) {
    sheet.section("gates", "Quality gates");
    if view.release.gates.is_empty() {
        sheet.say("There are no quality gates.");
    }
    for (at, gate) in view.release.gates.iter().enumerate() {
        heading(at, gate, sheet);
        facts(view, gate, sheet);
        checklist(view, gate, sheet);
        conditions(view, gate, sheet);
        findings(view, gate, true, sheet);
    }
}

/// How each gate ended and how its sign-offs stand, for those who rely on them.
pub(in crate::document) fn standing(view: &View, sheet: &mut Sheet) {
    sheet.section("gates", "Quality gates");
    let rows = view.release.gates.iter().enumerate().map(|(at, gate)| {
        let signed = signatures::of_gate(view, gate);
        [
            Text::from((at + 1).to_string()),
            name(gate),
            outcome(gate, view.today).into(),
            signatures::count(&signed).into(),
            took(view, gate),
        ]
    });
    let columns = [
        Column::number("No."),
        Column::wide("Gate"),
        Column::narrow("Outcome"),
        Column::narrow("Sign-offs"),
        Column::words("Time"),
    ];
    sheet.table(columns, rows, "There are no quality gates.");
    let times = view.release.gates.iter().filter_map(|gate| gate_time(view.release, gate, view.today));
    if let Some(time) = time_in_all(times) {
        sheet.note(text::gates_time(time));
    }
    for (at, gate) in view.release.gates.iter().enumerate() {
        heading(at, gate, sheet);
        must_change(gate, sheet);
        conditions(view, gate, sheet);
        findings(view, gate, false, sheet);
        signed(view, gate, sheet);
    }
}

fn heading(at: usize, gate: &QualityGate, sheet: &mut Sheet) {
    sheet.part(&format!("gate-{}", gate.id), &format!("{}. {}", at + 1, name(gate)));
}

fn name(gate: &QualityGate) -> Text {
    phrase::named(Some(&gate.name), gate.id.as_str())
}

fn optional(gate: &QualityGate) -> &'static str {
    if gate.optional { ", optional" } else { "" }
}

fn facts(view: &View, gate: &QualityGate, sheet: &mut Sheet) {
    let requires = gate.requires.iter().map(|id| {
        let required = view.release.gates.get(*id);
        phrase::named(required.map(|gate| gate.name.as_str()), id.as_str())
    });
    let tested_in = gate.environments.iter().map(|id| {
        let environment = view.release.environments.get(*id);
        phrase::named(environment.map(|environment| environment.name.as_str()), id.as_str())
    });
    let covers = gate.covers.iter().map(|part| Text::from(part.label()));
    let roles = gate.signing().map(|signatory| Text::from(signatory.role.trim()));
    sheet.facts([
        ("Looks at", Text::from(gate.looks_at.trim()).or("not stated")),
        ("Led by", leads(view, gate)),
        ("Attended by", phrase::people(view.release, &gate.attendees)),
        ("Was there", phrase::people(view.release, &gate.present)),
        ("Needed for go-live", phrase::yes(!gate.optional)),
        ("Comes after", phrase::commas(requires).or("no other gate")),
        ("Due", phrase::day_or(gate.due, "no day set")),
        ("Opened", phrase::day_or(gate.opened, "not opened yet")),
        ("Time", took(view, gate)),
        ("Judged on tests in", phrase::commas(tested_in).or("no environment named")),
        ("Evidence", phrase::evidences(&gate.evidence).or("none for the gate as a whole")),
        ("Outcome", outcome(gate, view.today).into()),
        ("Must sign", phrase::commas(roles).or("nobody")),
        ("Signatures cover the gate and", phrase::commas(covers).or("nothing else")),
    ]);
    must_change(gate, sheet);
}

fn leads(view: &View, gate: &QualityGate) -> Text {
    let role = Text::from(gate.lead_role.trim());
    match (role.is_empty(), gate.led_by) {
        (true, who) => phrase::person(view.release, who),
        (false, None) => role.then(" (nobody named)"),
        (false, who) => phrase::person(view.release, who).then(" (").then(role).then(")"),
    }
}

fn must_change(gate: &QualityGate, sheet: &mut Sheet) {
    if let GateOutcome::Failed { must_change, .. } = &gate.outcome {
        let words = Text::from(must_change.trim()).or("nothing written down");
        sheet.callout(Mark::NoGo.with("Must change"), words);
    }
}

/// How a point stands, and what the plan says where it answers the point itself.
pub(super) fn answered(view: &View, item: &ChecklistItem) -> (CheckState, Text) {
    let Some(check) = item.check else { return (item.state, Text::default()) };
    let checked = automatic(check, view.release, view.today);
    (checked.state, Text::from(format!("The plan itself answers: {}", text::checked(check, &checked))))
}

/// What was looked at; where the plan answers a point itself, what it says today.
fn checklist(view: &View, gate: &QualityGate, sheet: &mut Sheet) {
    let rows = gate.checklist.iter().map(|item| {
        let (state, said) = answered(view, item);
        let shown = said.line(item.note.trim()).line(phrase::evidences(&item.evidence));
        let asked = phrase::named(Some(text::check_item(item)), item.id.as_str());
        [asked, check(state).into(), shown.or("nothing noted")]
    });
    let columns = [Column::wide("Looked at"), Column::narrow("Seen"), Column::wide("Notes and evidence")];
    sheet.table(columns, rows, "The checklist is empty.");
}

fn conditions(view: &View, gate: &QualityGate, sheet: &mut Sheet) {
    if let GateOutcome::PassedWithConditions { conditions, .. } = &gate.outcome {
        conditions_table(view, conditions, "No condition is written down, which does not count as met.", sheet);
    }
}

/// Conditions with owner, expiry and state.
pub(super) fn conditions_table(view: &View, conditions: &Items<Condition>, where_empty: &str, sheet: &mut Sheet) {
    let rows = conditions.iter().map(|condition| {
        [
            phrase::named(Some(&condition.text), condition.id.as_str()),
            phrase::person(view.release, condition.owner),
            phrase::day_or(condition.until, "no day set"),
            kept(condition, view.today).into(),
        ]
    });
    let columns = [Column::wide("Condition"), Column::words("Owner"), Column::narrow("Until"), Column::narrow("State")];
    sheet.table(columns, rows, where_empty);
}

fn kept(condition: &Condition, today: Date) -> Status {
    match (condition.met, condition.until) {
        (Some(on), _) if is_met(condition, today) => Mark::Go.with(format!("Met on {}", day(on))),
        (Some(on), _) => Mark::Conditional.with(format!("Open, met no earlier than {}", day(on))),
        (None, Some(until)) if until < today => Mark::NoGo.with("Open, overdue"),
        (None, _) => Mark::Conditional.with("Open"),
    }
}

/// What the gate sent back; `closed` tells whether what is done is shown too.
fn findings(view: &View, gate: &QualityGate, closed: bool, sheet: &mut Sheet) {
    let shown = gate.findings.iter().filter(|finding| closed || !is_closed(finding, view.today));
    let rows = shown.map(|finding| {
        let state = match (finding.closed, finding.due) {
            (Some(on), _) if is_closed(finding, view.today) => Mark::Go.with(format!("Closed on {}", day(on))),
            (Some(on), _) => Mark::Conditional.with(format!("Open, closed no earlier than {}", day(on))),
            (None, Some(due)) if due < view.today => Mark::NoGo.with("Open, overdue"),
            (None, _) => Mark::Conditional.with("Open"),
        };
        let owner = finding.owner.or(view.release.identity.release_manager);
        [
            phrase::named(Some(&finding.text), finding.id.as_str()),
            phrase::person(view.release, owner),
            phrase::day_or(finding.due, "no day set"),
            state.into(),
        ]
    });
    let title = if closed { "Action from this gate" } else { "Open action from this gate" };
    let columns = [Column::wide(title), Column::words("Owner"), Column::narrow("Due"), Column::narrow("State")];
    sheet.table(columns, rows, "");
}

fn signed(view: &View, gate: &QualityGate, sheet: &mut Sheet) {
    let signed = signatures::of_gate(view, gate);
    let ended = Text::from(outcome(gate, view.today)).then(optional(gate));
    if signed.is_empty() {
        sheet.say(ended.line("This gate asks for no signature."));
        return;
    }
    let covers = gate.covers.iter().map(|part| part.label().to_lowercase().replace("rfcs", "RFCs"));
    let parts: Vec<String> = std::iter::once("this gate".to_owned()).chain(covers).collect();
    let statement = format!("Each signature accepts what stood in the plan on its day: {}.", parts.join(", "));
    signatures::write(&signed, ended.line(statement), sheet);
    let content = view.contents.gate(gate);
    let stale = signatures::superseding(&signed);
    let changes = stale.into_iter().map(|sign_off: &SignOff| signatures::changes(view, sign_off, &content));
    changes.for_each(|changes| sheet.put(Block::Changes(changes)));
}

fn took(view: &View, gate: &QualityGate) -> Text {
    Text::from(gate_time(view.release, gate, view.today).map_or_else(|| "not known".to_owned(), text::gate_time))
}

fn outcome(gate: &QualityGate, today: Date) -> Status {
    let on = outcome_day(&gate.outcome);
    let (mark, word) = match gate.outcome {
        GateOutcome::NotHeld => (Mark::Idle, "Not held"),
        GateOutcome::Passed { .. } => (Mark::Go, "Passed"),
        GateOutcome::PassedWithConditions { .. } => (Mark::Conditional, "Passed with conditions"),
        GateOutcome::Failed { .. } => (Mark::NoGo, "Failed"),
    };
    match on.filter(|_| !held(gate, today)) {
        Some(on) => Mark::Idle.with(format!("Not held before {}", day(on))),
        None => mark.with(format!("{word}{}", phrase::on(on))),
    }
}

pub(super) fn check(of: CheckState) -> Status {
    let mark = match of {
        CheckState::Open => Mark::Idle,
        CheckState::Done => Mark::Go,
        CheckState::Failed => Mark::NoGo,
        CheckState::NotApplicable => Mark::NotApplicable,
    };
    mark.with(of.label())
}
