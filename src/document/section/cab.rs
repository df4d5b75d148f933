//! One RFC as the change advisory board decides on it: what it is, what it affects, and what is still missing.

use crate::document::block::{Block, Column, SignatureLine, SignatureStanding, Signatures};
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::section::{View, back_out, rfcs};
use crate::document::sheet::Sheet;
use crate::gate::AnswerKind;
use crate::line::one_line;
use crate::order;
use crate::plan::{BoardRole, Choice, Rfc, RfcOutcome};
use crate::readiness::{CabPoint, cab_lead, cab_points};
use crate::text::{point_lacks, points_missing, strategy::spoken};

/// The sheet of one RFC.
pub(in crate::document) fn sheet_of(view: &View, rfc: &Rfc, sheet: &mut Sheet) {
    let title = phrase::named(Some(&rfc.title), rfc.id.as_str()).to_string();
    let number = rfc.number.trim();
    let heading = if number.is_empty() { title } else { format!("{number} {title}") };
    sheet.section(&format!("rfc-{}", rfc.id), &heading);
    facts(view, rfc, sheet);
    previous(view, rfc, sheet);
    part(sheet, rfc, "description", "What is done, and why");
    said(&rfc.description, "Nobody has described it yet.", sheet);
    part(sheet, rfc, "impact", "Impact");
    said(&rfc.impact, "Nobody has said yet whom and what it affects.", sheet);
    affected(view, sheet);
    part(sheet, rfc, "items", "Configuration items");
    items(view, sheet);
    part(sheet, rfc, "risks", "Risks");
    risks(view, sheet);
    part(sheet, rfc, "checks", "Check list");
    checks(view, rfc, sheet);
    decision(view, rfc, sheet);
}

fn part(sheet: &mut Sheet, rfc: &Rfc, key: &str, title: &str) {
    sheet.part(&format!("rfc-{}-{key}", rfc.id), title);
}

fn said(words: &str, otherwise: &str, sheet: &mut Sheet) {
    if words.trim().is_empty() {
        sheet.say(otherwise);
    }
    sheet.prose(words);
}

fn facts(view: &View, rfc: &Rfc, sheet: &mut Sheet) {
    let identity = &view.release.identity;
    let strategy = view.release.strategy.choice.as_ref();
    let strategy = strategy.map(|choice| spoken(choice.strategy, view.release.rollout.pull.deadline));
    let window = identity.window.map(phrase::span);
    sheet.facts([
        ("Number", Text::mono(&rfc.number).or("none yet")),
        ("Type of change", Text::from(rfc.change_type.label())),
        ("Owner", phrase::person(view.release, rfc.owner)),
        ("Sponsor", phrase::person(view.release, identity.sponsor)),
        ("Submitted", phrase::day_or(rfc.submitted, "not submitted").then(asked_for(view, rfc))),
        ("CAB", phrase::day_or(rfc.cab_date, "not set")),
        ("Window", Text::from(window.unwrap_or_else(|| "none planned yet".to_owned()))),
        ("Strategy", Text::from(strategy.unwrap_or_else(|| "not chosen yet".to_owned()))),
        ("Back-out plan", way_back(view)),
        ("Acceptance criteria", criteria(view)),
    ]);
}

/// How long before the CAB it has to be submitted.
fn asked_for(view: &View, rfc: &Rfc) -> String {
    match cab_lead(view.release, rfc).0 {
        1 => "; asked for 1 day before the CAB".to_owned(),
        days if days > 0 => format!("; asked for {days} days before the CAB"),
        _ => "; no lead time is asked for".to_owned(),
    }
}

/// The way back in brief, with its test.
fn way_back(view: &View) -> Text {
    let plan = &view.release.rollout.back_out;
    let steps = phrase::counted(plan.steps.len(), "step", "steps");
    let triggers = phrase::counted(plan.triggers.len(), "trigger", "triggers");
    let takes = Text::from(format!("{steps}, {triggers}; back after ")).then(back_out::duration(plan));
    Text::from(plan.summary.trim()).line(takes).line(back_out::tested(view))
}

/// How many criteria stand where.
fn criteria(view: &View) -> Text {
    let criteria = &view.release.criteria;
    let count = |kind: AnswerKind| criteria.iter().filter(|it| AnswerKind::of(&it.answer) == kind).count();
    let counts = AnswerKind::ALL.iter().map(|kind| (count(*kind), kind.label().to_lowercase()));
    let said = counts.filter(|(count, _)| *count > 0).map(|(count, word)| Text::from(format!("{count} {word}")));
    phrase::commas(said).or("there are none")
}

/// What the CAB said of the one before, and what was done about it.
fn previous(view: &View, rfc: &Rfc, sheet: &mut Sheet) {
    let Some(before) = rfc.replaces.and_then(|id| view.release.rfcs.get(id)) else { return };
    let Some(refusal) = before.outcome.refusal() else { return };
    let word = if matches!(before.outcome, RfcOutcome::Deferred(_)) { "deferred" } else { "rejected" };
    let name = Text::mono(&before.number).or(before.title.trim()).or("The one before");
    let text = name
        .then(format!(" was {word}{}: ", phrase::on(refusal.on)))
        .then(Text::from(refusal.reason.trim()).or("no reason given"))
        .then(". What was done about it: ")
        .then(Text::from(refusal.what_next.trim()).or("nothing noted"));
    sheet.callout(Mark::Advice.with("Submitted again"), text);
}

/// Which departments notice it.
fn affected(view: &View, sheet: &mut Sheet) {
    let impacted = view.release.departments.iter().filter(|department| department.impacted);
    let names = phrase::commas(impacted.map(|it| phrase::named(Some(&it.name), it.id.as_str())));
    sheet.say(Text::from("Departments that notice it: ").then(names.or("none is named")).then("."));
}

fn items(view: &View, sheet: &mut Sheet) {
    let rows = view.release.configuration_items.iter().map(|item| {
        [
            phrase::named(Some(&item.name), item.id.as_str()),
            Text::mono(&item.version_before).or("none"),
            Text::mono(&item.version_after).or("none"),
        ]
    });
    let columns = [Column::wide("Name"), Column::narrow("Version before"), Column::narrow("Version after")];
    sheet.table(columns, rows, "No configuration item is named yet.");
}

fn risks(view: &View, sheet: &mut Sheet) {
    let mut risks: Vec<_> = view.release.board.risks.iter().collect();
    order::sort_by_key(&mut risks, |risk| std::cmp::Reverse(risk.weight()));
    let rows = risks.into_iter().map(|risk| {
        [
            phrase::named(Some(&risk.text), risk.id.as_str()),
            Text::from(risk.weight().to_string()),
            Text::from(risk.response.trim()).or("none yet"),
            phrase::person(view.release, risk.owner),
        ]
    });
    let columns =
        [Column::wide("Risk"), Column::number("Weight, of 9"), Column::wide("Response"), Column::words("Owner")];
    sheet.table(columns, rows, "No risk is written down.");
}

/// What the CAB commonly asks about, and what of it is still missing.
fn checks(view: &View, rfc: &Rfc, sheet: &mut Sheet) {
    let points = cab_points(view.release, rfc, view.today);
    sheet.say(points_missing(&points).map_or_else(
        || "Nothing is missing of what the CAB commonly asks for.".to_owned(),
        |missing| format!("{missing} of {}.", points.len()),
    ));
    let rows = points.iter().map(|point| {
        [Text::from(point.kind.label()), mark(point), Text::from(point_lacks(point).unwrap_or_default()).or("nothing")]
    });
    let columns = [Column::words("Asked about"), Column::narrow("State"), Column::wide("Still to be done")];
    sheet.table(columns, rows, "");
}

fn mark(point: &CabPoint) -> Text {
    if point.fulfilled { Mark::Go.with("There").into() } else { Mark::NoGo.with("Missing").into() }
}

/// What the CAB said; where it has not, the lines to sign on.
fn decision(view: &View, rfc: &Rfc, sheet: &mut Sheet) {
    part(sheet, rfc, "outcome", "Decision of the CAB");
    sheet.say(rfcs::outcome(&rfc.outcome, view.today));
    if rfc.outcome != RfcOutcome::Pending {
        return;
    }
    let manager = view.release.board.members.iter().find(|member| member.role == BoardRole::ChangeManager);
    let manager = manager.map(|member| one_line(view.release.member_name(member))).unwrap_or_default();
    let owner = view.release.person_name(rfc.owner).map(one_line).unwrap_or_default();
    let line = |role: &str, name: String| SignatureLine {
        role: role.to_owned(),
        name,
        on: String::new(),
        digest: String::new(),
        standing: SignatureStanding::Open,
    };
    let lines = vec![
        line("Approved", manager.clone()),
        line("Rejected or deferred, because", manager),
        line("RFC owner", owner),
    ];
    let statement = Text::from("Sign on the line that holds, with the day.");
    sheet.put(Block::Signatures(Signatures { statement, lines }));
}
