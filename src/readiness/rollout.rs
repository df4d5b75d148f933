//! What the figures of the rollout plan say: a pilot too small, estimates out of order, a push at work or too long, servers
//! that are asked for too much.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::calendar::is_working_day;
use crate::plan::{Delivery, Detection, PushPlan, Release};
use crate::rollout::{adoption, meets_working_hours, site_pushes, small_pilot, without_size};

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    waves(release, tally);
    estimates(release, tally);
    let delivery = release.strategy.choice.as_ref().map(|choice| choice.strategy.delivery);
    if delivery.is_some_and(|delivery| delivery != Delivery::Pull) {
        push(release, delivery.unwrap_or_default(), tally);
    }
    if delivery.is_some_and(|delivery| delivery != Delivery::Push) {
        pull(release, tally);
    }
}

fn waves(release: &Release, tally: &mut Tally) {
    let plan = &release.rollout;
    let place = || Place::field(Section::Rollout, "waves");
    if !plan.waves.is_empty() {
        for (department, group) in without_size(release) {
            tally.advice(Code::GroupWithoutSize, place(), &group.name, &department.name);
        }
    }
    // Only where the plan says what a pilot is to show: the defaults are nobody's aim.
    if plan.detection != Detection::default()
        && let Some(small) = small_pilot(release)
    {
        let name = plan.waves.get(small.id).map(|wave| wave.name.as_str()).unwrap_or_default();
        let needed = small.needed.map(|needed| needed.to_string()).unwrap_or_default();
        tally.advice(Code::PilotTooSmall, Place::entry(Section::Rollout, small.id, "groups"), name, needed);
    }
}

fn estimates(release: &Release, tally: &mut Tally) {
    for step in &release.rollout.runbook {
        let likely = step.duration;
        let wrong = |field| Place::entry(Section::Rollout, step.id, field);
        if step.shortest.is_some_and(|shortest| shortest > likely) {
            tally.advice(Code::EstimateOutOfOrder, wrong("shortest"), &step.title, "");
        } else if step.longest.is_some_and(|longest| longest < likely) {
            tally.advice(Code::EstimateOutOfOrder, wrong("longest"), &step.title, "");
        }
    }
}

fn push(release: &Release, delivery: Delivery, tally: &mut Tally) {
    let PushPlan { window_from, window_until, .. } = release.rollout.push;
    // Without a daily window nobody has said when it runs.
    if window_from.is_none() || window_until.is_none() {
        return;
    }
    let place = || Place::field(Section::Rollout, "push_window");
    let pushes = site_pushes(release, &|day| is_working_day(&release.calendar, day));
    if meets_working_hours(&release.rollout.push) {
        let interrupted = pushes.iter().map(|push| push.interrupted).fold(0, u32::saturating_add);
        tally.advice(
            Code::PushAtWork,
            place(),
            "",
            if interrupted > 0 { interrupted.to_string() } else { String::new() },
        );
    }
    // Where users fetch it first, the push is for the rest alone: see the pull.
    for push in pushes.iter().filter(|_| delivery == Delivery::Push) {
        let never = push.transfer.is_some() && push.nights.is_none();
        if never || push.is_late() {
            let nights = push.nights.map(|nights| nights.to_string()).unwrap_or_default();
            tally.advice(Code::PushTooLong, place(), &push.site, nights);
        }
    }
}

fn pull(release: &Release, tally: &mut Tally) {
    let Some(adoption) = adoption(release) else { return };
    if let Some(share) = adoption.load.utilisation.filter(|share| *share > 1.0) {
        let percent = format!("{:.0} %", share * 100.0);
        tally.advice(Code::ServersOverloaded, Place::field(Section::Rollout, "server_rate"), "", percent);
    }
    let rest = adoption.rest.filter(|rest| release.rollout.pull.forced_push && rest.fits == Some(false));
    if let Some(rest) = rest {
        tally.advice(Code::ForcedPushTooLong, Place::field(Section::Rollout, "push_window"), "", rest.window);
    }
}
