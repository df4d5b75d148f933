//! What is found on the Release Board.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::gate::{Contents, Standing, is_met, seat_sign_off};
use crate::plan::{BoardMember, BoardRole, Choice, Release, Risk, Verdict};

/// The seats that must sign the plan.
const SENIOR: [BoardRole; 2] = [BoardRole::SeniorIt, BoardRole::SeniorBusiness];

pub(super) fn assess(release: &Release, contents: &Contents, tally: &mut Tally) {
    for role in BoardRole::ALL {
        if !release.board.members.iter().any(|member| member.role == *role && is_somebody(release, member)) {
            tally.advice(Code::SeatVacant, Place::field(Section::Board, "members"), role.label(), "");
        }
    }
    senior_sign_offs(release, contents, tally);
    for risk in release.board.risks.iter().filter(|risk| risk.response.trim().is_empty()) {
        tally.advice(Code::RiskWithoutResponse, Place::entry(Section::Board, risk.id, "response"), &risk.text, "");
    }
    let high = release.board.risks.iter().filter(|risk| risk.weight() >= Risk::HIGH);
    for risk in high.filter(|risk| release.person_name(risk.owner).is_none()) {
        tally.advice(Code::RiskWithoutOwner, Place::entry(Section::Board, risk.id, "owner"), &risk.text, "");
    }
    let Some(decision) = &release.board.decision else { return };
    if !release.board.has_quorum() {
        let detail = format!("{} of {}", release.board.seats_heard(), release.board.quorum.0);
        tally.advice(Code::QuorumMissing, Place::field(Section::Board, "votes"), "", detail);
    }
    let today = tally.today;
    for condition in decision.conditions.iter().filter(|condition| !is_met(condition, today)) {
        let place = Place::entry(Section::Board, condition.id, "condition");
        tally.advice(
            Code::BoardConditionOpen,
            place,
            &condition.text,
            condition.until.map_or_else(String::new, |day| day.to_string()),
        );
    }
}

/// Whether a member is a registered person or has a name. One who is not in the plan any more is nobody.
fn is_somebody(release: &Release, member: &BoardMember) -> bool {
    release.person_name(member.person).is_some() || !member.name.trim().is_empty()
}

fn senior_sign_offs(release: &Release, contents: &Contents, tally: &mut Tally) {
    // The content of the whole plan is worth writing down only where there is something to compare it with.
    let content = if release.board.sign_offs.is_empty() { String::new() } else { contents.plan() };
    for role in SENIOR {
        let place = Place::entry(Section::Board, role.key(), "sign_offs");
        match seat_sign_off(&release.board, role, &content, tally.today).map(|(_, standing)| standing) {
            Some(Standing::Valid) => tally.done(Section::Board),
            None => tally.blocker(Code::SeniorSignOffMissing, place, role.label(), ""),
            Some(Standing::Stale) => tally.blocker(Code::SeniorSignOffStale, place, role.label(), ""),
            Some(Standing::Corrupt) => tally.blocker(Code::SignOffCorrupt, place, "Release Board", role.label()),
        }
    }
}

/// The Board may decide otherwise than the plan's verdict says, but not without a word.
pub(super) fn departure(release: &Release, verdict: Verdict, tally: &mut Tally) {
    let Some(decision) = &release.board.decision else { return };
    if decision.verdict != verdict && decision.explanation.trim().is_empty() {
        let place = Place::field(Section::Board, "explanation");
        tally.advice(Code::DepartureUnexplained, place, decision.verdict.label(), verdict.label());
    }
}
