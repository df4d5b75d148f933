//! What the plan answers on its rollout: back-out plan, waves, runbook, window, calendar.

use jiff::civil::Date;

use super::{Look, Short, among};
use crate::plan::{Approach, Release, RunbookStep};
use crate::readiness::finding::{Place, Section};
use crate::rollout::{self, Trial};

fn place(field: &'static str) -> Place {
    Place::field(Section::Rollout, field)
}

/// Steps, triggers and a test that worked.
pub(super) fn back_out_ready(release: &Release, today: Date) -> Look {
    let plan = &release.rollout.back_out;
    if plan.steps.is_empty() && plan.triggers.is_empty() && plan.test.is_none() {
        return Look::Nothing;
    }
    let tested = matches!(rollout::trial(plan, today), Trial::Worked(_));
    let asked = [
        (!plan.steps.is_empty(), "steps", "back_out_steps"),
        (!plan.triggers.is_empty(), "triggers", "back_out_triggers"),
        (tested, "a test that worked", "back_out_test"),
    ];
    let short = asked.into_iter().filter(|(there, ..)| !there);
    Look::Short(short.map(|(_, name, field)| Short::new(name, place(field))).collect())
}

/// Success criteria of each wave. A strategy that is not phased needs none.
pub(super) fn wave_criteria(release: &Release) -> Look {
    let approach = release.strategy.choice.as_ref().map(|choice| choice.strategy.approach);
    let waves = &release.rollout.waves;
    if waves.is_empty() && approach.is_some_and(|approach| approach != Approach::Phased) {
        return Look::Spared;
    }
    among(waves.iter(), |wave| {
        let place = Place::entry(Section::Rollout, wave.id, "success_criteria");
        wave.success_criteria.trim().is_empty().then(|| Short::new(&wave.name, place))
    })
}

/// A registered owner and a duration of each step.
pub(super) fn runbook_owned(release: &Release) -> Look {
    among(release.rollout.runbook.iter(), |step: &&RunbookStep| {
        let owned = release.person_name(step.owner).is_some();
        let field = if owned { "duration" } else { "owner" };
        let place = Place::entry(Section::Rollout, step.id, field);
        (!owned || step.duration.0 == 0).then(|| Short::new(&step.title, place))
    })
}

/// Room in the window for the runbook, and for backing out after it. Without a way back nothing is known to fit.
pub(super) fn window_fits(release: &Release) -> Look {
    let plan = &release.rollout;
    match release.identity.window {
        Some(window) if !plan.runbook.is_empty() && !plan.back_out.steps.is_empty() => {
            let over = rollout::minutes_over(plan, window);
            Look::Short(over.into_iter().map(|over| Short::new(over, place("runbook"))).collect())
        }
        _ => Look::Nothing,
    }
}
