//! The Release Board: members, votes, decision, signatures.

use crate::document::block::{Block, Column};
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::{View, defects, gates, signatures};
use crate::document::sheet::Sheet;
use crate::plan::{Ballot, BoardDecision, BoardMember, BoardRole, Choice, Verdict, Vote};

/// What a digest can show and what it cannot.
const DIGEST: &str = "A digest proves that content did not change, not who signed.";

/// Who sits on the Board, and what each said.
pub(in crate::document) fn votes(view: &View, sheet: &mut Sheet) {
    let board = &view.release.board;
    sheet.section("board", "Release Board");
    let mut rows: Vec<_> = board.members.iter().flat_map(|member| member_rows(view, member)).collect();
    let without_seat = board.votes.iter().filter(|vote| !board.members.contains(vote.member));
    rows.extend(without_seat.map(|vote| {
        let [ballot, reason, on] = vote_cells(view, vote);
        [Text::from("no seat any more"), Text::mono(vote.member.as_str()), ballot, reason, on]
    }));
    let columns = [
        Column::words("Seat"),
        Column::wide("Member"),
        Column::narrow("Vote"),
        Column::wide("Reason"),
        Column::narrow("On"),
    ];
    sheet.table(columns, rows, "Nobody sits on the Release Board yet.");
    vacant(view, sheet);
    sheet.say(quorum(view));
    sheet.say(sittings(view));
}

/// What the Board decided, beside what the plan says.
pub(in crate::document) fn decision(view: &View, sheet: &mut Sheet) {
    sheet.section("decision", "Decision");
    match &view.release.board.decision {
        None => sheet.callout(Mark::Idle.with("Not decided"), "The Release Board has not decided yet."),
        Some(decision) => decided(view, decision, sheet),
    }
}

/// The decision in one line, to stand beside the verdict.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    let Some(decision) = &view.release.board.decision else {
        sheet.say("The Release Board has not decided yet.");
        return;
    };
    let departs = decision.verdict != view.readiness.verdict;
    let end = if departs { ", and departs from the verdict: see “Decision”." } else { ", as the verdict says." };
    let decided = Text::from(format!("The Release Board decided{}: ", phrase::on(decision.on)));
    sheet.say(decided.then(phrase::verdict(decision.verdict)).then(end));
}

/// The signatures under the plan as a whole.
pub(in crate::document) fn sign_offs(view: &View, sheet: &mut Sheet) {
    sheet.section("sign-offs", "Sign-off of the plan");
    let signed = signatures::of_board(view);
    let digest = crate::gate::sha256_hex(&view.plan_content);
    let statement = Text::from("Each signature accepts the plan as a whole. Its digest today is ");
    signatures::write(&signed, statement.then(Text::mono(&digest)).then("."), sheet);
    for sign_off in signatures::superseding(&signed) {
        sheet.put(Block::Changes(signatures::changes(view, sign_off, &view.plan_content)));
    }
    sheet.note(DIGEST);
}

fn member_rows(view: &View, member: &BoardMember) -> Vec<[Text; 5]> {
    let deputy = member.deputy.map(|_| Text::from("deputy: ").then(phrase::person(view.release, member.deputy)));
    let name =
        phrase::named(Some(view.release.member_name(member)), member.id.as_str()).line(deputy.unwrap_or_default());
    let seat = || Text::from(member.role.label());
    let votes = view.release.board.votes.iter().filter(|vote| vote.member == member.id);
    let rows: Vec<_> = votes
        .map(|vote| {
            let [ballot, reason, on] = vote_cells(view, vote);
            [seat(), name.clone(), ballot, reason, on]
        })
        .collect();
    if rows.is_empty() {
        let none = Text::from(Mark::Idle.with("Not voted"));
        return vec![[seat(), name, none, Text::from("none"), Text::from("no day noted")]];
    }
    rows
}

fn vote_cells(view: &View, vote: &Vote) -> [Text; 3] {
    let decision = view.release.board.decision.as_ref().map(|decision| decision.verdict);
    let dissents = decision.is_some_and(|decision| dissents(vote.ballot, decision));
    let ballot_cell = Text::from(ballot(vote.ballot)).line(if dissents { "dissents" } else { "" });
    let ballot_cell = ballot_cell.line(cast_by(view, vote));
    [ballot_cell, Text::from(vote.reason.trim()).or("none"), phrase::day_or(vote.on, "no day noted")]
}

/// Whose voice it was, where it was not the member's own.
fn cast_by(view: &View, vote: &Vote) -> Text {
    let Some(voice) = vote.cast_by else { return Text::default() };
    let by = Text::from("cast by ").then(phrase::person(view.release, Some(voice)));
    match view.release.board.members.get(vote.member) {
        Some(member) if vote.speaks_for(member) => by.then(" as deputy"),
        _ => by.then(", who is not the deputy: it does not count for the quorum"),
    }
}

/// Whether a vote points the other way than the decision: no against yes, or conditions where none were set.
fn dissents(ballot: Ballot, decision: Verdict) -> bool {
    match ballot {
        Ballot::Abstain => false,
        Ballot::Go => decision == Verdict::NoGo,
        Ballot::ConditionalGo => decision != Verdict::ConditionalGo,
        Ballot::NoGo => decision != Verdict::NoGo,
    }
}

fn ballot(of: Ballot) -> Status {
    let mark = match of {
        Ballot::Go => Mark::Go,
        Ballot::ConditionalGo => Mark::Conditional,
        Ballot::NoGo => Mark::NoGo,
        Ballot::Abstain => Mark::NotApplicable,
    };
    mark.with(of.label())
}

fn vacant(view: &View, sheet: &mut Sheet) {
    let taken = |role: &BoardRole| view.release.board.members.iter().any(|member| member.role == *role);
    let vacant: Vec<&str> = BoardRole::ALL.iter().filter(|role| !taken(role)).map(|role| role.label()).collect();
    if !vacant.is_empty() {
        sheet.say(format!("Vacant: {}.", vacant.join(", ")));
    }
}

fn quorum(view: &View) -> String {
    let board = &view.release.board;
    let votes = phrase::counted(board.votes.len(), "vote", "votes");
    let seats = usize::try_from(board.seats_heard()).unwrap_or(usize::MAX);
    let seats = phrase::counted(seats, "seat", "seats");
    let standing = if board.has_quorum() { "it is reached" } else { "it is not reached" };
    format!("{votes} cast for {seats}; the quorum is {} seats, and {standing}.", board.quorum)
}

/// When the Board meets.
fn sittings(view: &View) -> Text {
    let sittings = &view.release.board.sittings;
    let rhythm = Text::from(format!("The Board meets: {}", sittings.rhythm.label().to_lowercase()));
    rhythm.then("; next: ").then(phrase::moment_or(sittings.next, "no day set")).then(".")
}

fn decided(view: &View, decision: &BoardDecision, sheet: &mut Sheet) {
    defects::since_the_decision(view, sheet);
    let plan = view.readiness.verdict;
    sheet.facts([
        ("Decision", phrase::verdict(decision.verdict).into()),
        ("The plan's verdict", phrase::verdict(plan).into()),
        ("Decided on", phrase::day_or(decision.on, "no day noted")),
        ("Announced by", Text::from(decision.by.trim()).or("nobody named")),
    ]);
    let explanation = Text::from(decision.explanation.trim());
    if decision.verdict == plan {
        sheet.prose(&decision.explanation);
    } else {
        let status = Mark::Conditional.with("The decision departs from the plan's verdict");
        sheet.callout(status, explanation.or("Nobody explains why."));
    }
    sheet.part("decision-conditions", "Conditions");
    gates::conditions_table(view, &decision.conditions, "The decision carries no conditions.", sheet);
}
