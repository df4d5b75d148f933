//! What is found on the requests for change.

use jiff::civil::Date;

use super::assess::Tally;
use super::cab::{CabPoint, cab_points};
use super::code::Code;
use super::finding::{Place, Section};
use crate::days::days_between;
use crate::gate::{RfcState, rfc_state};
use crate::plan::{Choice, Release, Rfc, RfcOutcome};

/// From so many days before the CAB on, an RFC that is not ready for it is a finding. Earlier, the check list on its page is
/// reminder enough; later, an RFC that has to be submitted five days ahead can hardly be mended.
const CAB_IS_NEAR: i32 = 14;

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    let state = |rfc: &Rfc| rfc_state(&rfc.outcome, tally.today);
    if release.rfcs.iter().any(|rfc| state(rfc) == RfcState::Approved) {
        tally.done(Section::Rfcs);
    } else {
        let waits = |rfc: &&Rfc| matches!(state(rfc), RfcState::Pending | RfcState::ApprovedFrom(_));
        let waiting = release.rfcs.iter().find(waits);
        let place = match waiting {
            Some(rfc) => Place::entry(Section::Rfcs, rfc.id, "outcome"),
            None => Place::field(Section::Rfcs, "add"),
        };
        let subject = waiting.map(|rfc| rfc.title.as_str()).unwrap_or_default();
        tally.blocker(Code::RfcNotApproved, place, subject, "");
    }
    for rfc in &release.rfcs {
        match &rfc.outcome {
            RfcOutcome::Pending => pending(release, rfc, tally),
            RfcOutcome::Rejected(_) | RfcOutcome::Deferred(_) => refused(release, rfc, tally),
            RfcOutcome::Approved(_) => {}
        }
    }
}

fn pending(release: &Release, rfc: &Rfc, tally: &mut Tally) {
    let place = |field| Place::entry(Section::Rfcs, rfc.id, field);
    let today = tally.today;
    match rfc.cab_date.filter(|day| *day < today) {
        Some(day) => tally.advice(Code::RfcOverdue, place("outcome"), &rfc.title, day),
        None => tally.advice(Code::RfcPending, place("outcome"), &rfc.title, &rfc.number),
    }
    if rfc.cab_date.is_some_and(|day| is_near(day, today)) {
        let open: Vec<CabPoint> =
            cab_points(release, rfc, today).into_iter().filter(|point| !point.fulfilled).collect();
        if !open.is_empty() {
            let kinds: Vec<&str> = open.iter().map(|point| point.kind.label()).collect();
            tally.advice(Code::RfcIncomplete, place("cab_points"), &rfc.title, kinds.join(", ").to_lowercase());
        }
    }
}

fn is_near(cab: Date, today: Date) -> bool {
    days_between(today, cab) <= CAB_IS_NEAR
}

fn refused(release: &Release, rfc: &Rfc, tally: &mut Tally) {
    let Some(refusal) = rfc.outcome.refusal() else { return };
    let resubmitted = release.rfcs.iter().any(|other| other.replaces == Some(rfc.id));
    let closed = resubmitted || !refusal.what_next.trim().is_empty();
    if refusal.reason.trim().is_empty() || !closed {
        tally.advice(Code::RfcRefusalOpen, Place::entry(Section::Rfcs, rfc.id, "outcome"), &rfc.title, &rfc.number);
    }
}
