//! What is found on the release itself, its strategy, its RFCs and its rollout plan; and what was removed.

use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use super::rollout as rollout_figures;
use super::{answers, rfcs};
use crate::plan::{Approach, BackOutPlan, Delivery, Release, RemovedKind, Strategy};
use crate::rollout::{self, Trial};
use crate::strategy::advise;

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    identity(release, tally);
    strategy(release, tally);
    rfcs::assess(release, tally);
    back_out(&release.rollout.back_out, tally);
    waves(release, tally);
    delivery(release, tally);
    runbook(release, tally);
    rollout_figures::assess(release, tally);
}

fn identity(release: &Release, tally: &mut Tally) {
    let identity = &release.identity;
    match identity.window {
        None => tally.blocker(Code::WindowMissing, Place::field(Section::Overview, "window"), &identity.name, ""),
        Some(window) => {
            tally.done(Section::Overview);
            // Once it is live, the window is over and nobody need be told.
            if window.end().date() < tally.today && release.after.go_live.at.is_none() {
                let place = Place::field(Section::Overview, "window");
                tally.advice(Code::WindowPast, place, &identity.name, window.end().date());
            }
        }
    }
    if release.person_name(identity.release_manager).is_none() {
        let place = Place::field(Section::Overview, "release_manager");
        tally.advice(Code::ReleaseManagerMissing, place, &identity.name, "");
    }
}

fn strategy(release: &Release, tally: &mut Tally) {
    match &release.strategy.choice {
        None => tally.blocker(Code::StrategyMissing, Place::field(Section::Strategy, "choice"), "", ""),
        Some(choice) => {
            tally.done(Section::Strategy);
            if choice.rationale.trim().is_empty() {
                let advised = advised_instead(release, choice.strategy).unwrap_or_default();
                tally.advice(Code::StrategyRationaleMissing, Place::field(Section::Strategy, "rationale"), advised, "");
            }
        }
    }
}

/// The strategy that the advisor puts first where another is chosen, by its name.
fn advised_instead(release: &Release, chosen: Strategy) -> Option<&'static str> {
    let advice = advise(&answers(release));
    let winner = advice.winner().filter(|winner| advice.progress.is_enough() && winner.strategy() != chosen)?;
    Some(winner.combination.name)
}

fn back_out(plan: &BackOutPlan, tally: &mut Tally) {
    let place = |field| Place::field(Section::Rollout, field);
    if plan.steps.is_empty() {
        tally.blocker(Code::BackOutMissing, place("back_out_steps"), "", "");
    } else {
        tally.done(Section::Rollout);
        if plan.triggers.is_empty() {
            tally.advice(Code::BackOutTriggersMissing, place("back_out_triggers"), "", "");
        }
    }
    match rollout::trial(plan, tally.today) {
        Trial::None | Trial::Planned(_) => tally.blocker(Code::BackOutUntested, place("back_out_test"), "", ""),
        Trial::Failed(on) => tally.blocker(Code::BackOutTestFailed, place("back_out_test"), "", on),
        Trial::Worked(_) => tally.done(Section::Rollout),
    }
}

fn waves(release: &Release, tally: &mut Tally) {
    let waves = &release.rollout.waves;
    let phased = release.strategy.choice.as_ref().is_some_and(|choice| choice.strategy.approach == Approach::Phased);
    if phased && waves.is_empty() {
        tally.advice(Code::WavesMissing, Place::field(Section::Rollout, "waves"), "", "");
    }
    for (wave, next) in rollout::waves_out_of_order(release) {
        let place = Place::entry(Section::Rollout, next.id, "start");
        tally.advice(Code::WavesOutOfOrder, place, &next.name, &wave.name);
    }
    for wave in waves.iter().filter(|wave| wave.success_criteria.trim().is_empty()) {
        let place = Place::entry(Section::Rollout, wave.id, "success_criteria");
        tally.advice(Code::WaveWithoutCriteria, place, &wave.name, "");
    }
    if waves.is_empty() {
        return;
    }
    for (department, group) in release.groups().filter(|(department, _)| department.impacted) {
        let place = || Place::field(Section::Rollout, "waves");
        match waves.iter().filter(|wave| wave.groups.contains(&group.id)).count() {
            0 => tally.advice(Code::GroupWithoutWave, place(), &group.name, &department.name),
            1 => {}
            _ => tally.advice(Code::GroupInTwoWaves, place(), &group.name, &department.name),
        }
    }
}

fn delivery(release: &Release, tally: &mut Tally) {
    let Some(choice) = &release.strategy.choice else { return };
    let plan = &release.rollout;
    if choice.strategy.delivery != Delivery::Push {
        if plan.pull.deadline.is_none() && rollout::days_per_wave(release).is_none() {
            tally.advice(Code::PullWithoutDeadline, Place::field(Section::Rollout, "pull_deadline"), "", "");
        }
        if let Some((wave, until)) = rollout::late_wave(release) {
            tally.advice(
                Code::WavePastDeadline,
                Place::field(Section::Rollout, "days_per_wave"),
                &wave.name,
                until.date(),
            );
        }
    }
    if choice.strategy.approach == Approach::Parallel && plan.parallel.switch_off.is_empty() {
        tally.advice(Code::SwitchOffMissing, Place::field(Section::Rollout, "switch_off"), "", "");
    }
}

fn runbook(release: &Release, tally: &mut Tally) {
    let plan = &release.rollout;
    if plan.runbook.is_empty() {
        tally.advice(Code::RunbookMissing, Place::field(Section::Rollout, "runbook"), "", "");
        return;
    }
    // An owner who is not in the plan any more is nobody.
    for step in plan.runbook.iter().filter(|step| release.person_name(step.owner).is_none()) {
        tally.advice(Code::StepWithoutOwner, Place::entry(Section::Rollout, step.id, "owner"), &step.title, "");
    }
    if let Some(over) = release.identity.window.and_then(|window| rollout::minutes_over(plan, window)) {
        tally.advice(Code::WindowTooShort, Place::field(Section::Rollout, "runbook"), "", over);
    }
}

/// What was removed from the plan stays visible, and a default that is not there needs a reason.
pub(super) fn removals(release: &Release, tally: &mut Tally) {
    for removal in release.removals.iter().filter(|removal| !removal.is_undone(release)) {
        let section = match removal.kind {
            RemovedKind::Criterion => Section::Acceptance,
            RemovedKind::Gate | RemovedKind::Signatory | RemovedKind::GateCondition => Section::Gates,
            RemovedKind::Defect => Section::Defects,
            RemovedKind::Rule => Section::Rules,
            RemovedKind::Department | RemovedKind::Impact | RemovedKind::UserGroup => Section::People,
            RemovedKind::Rfc => Section::Rfcs,
            RemovedKind::Audience => Section::Training,
            RemovedKind::CapacityIssue => Section::Review,
            RemovedKind::HandOverItem => Section::HandOver,
        };
        let place = Place::entry(section, removal.id, "reason");
        let name = match removal.kind {
            RemovedKind::Impact => &format!("Impact on {}", removal.name.trim()),
            _ => &removal.name,
        };
        if removal.reason.trim().is_empty() {
            tally.blocker(Code::RemovedWithoutReason, place, name, "");
        } else {
            tally.advice(Code::Removed, place, name, &removal.reason);
        }
    }
}

/// Whether a default that is not in the plan was removed with an entry of its own. Its reason is looked at there.
pub(super) fn was_removed(release: &Release, kind: RemovedKind, key: &str) -> bool {
    release.removals.iter().any(|removal| removal.kind == kind && removal.key == key)
}
