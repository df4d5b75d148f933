//! What is found on the forecast of the rollout: that it is there for the Board, still is about this plan, and is compared
//! with what came of it.

use jiff::civil::Date;

use super::after::{has_begun, has_ended};
use super::assess::Tally;
use super::code::Code;
use super::finding::{Place, Section};
use crate::days::plus_days;
use crate::plan::{Choice, Release};
use crate::rollout::simulation::Measure;
use crate::rollout::{ForecastStanding, Implausible, forecast_standing, implausible};

/// So many days before go-live the Board should have a forecast to decide by.
const FORECAST_DAYS: i64 = 14;

pub(super) fn assess(release: &Release, tally: &mut Tally) {
    for (measure, field) in [(Measure::Finish, "finished"), (Measure::Exposed, "exposed"), (Measure::Hit, "hit")] {
        if let Some(why) = implausible(release, measure) {
            let all = match why {
                Implausible::BeforeItBegan(_) => String::new(),
                Implausible::MoreThanAll(all) => all.to_string(),
            };
            tally.advice(Code::ActualImplausible, Place::field(Section::After, field), measure.label(), all);
        }
    }
    if has_begun(release, tally.today) {
        actual_figures(release, tally);
        return;
    }
    match forecast_standing(release) {
        Some(ForecastStanding::Current) => {}
        Some(ForecastStanding::OtherStrategy | ForecastStanding::Changed) => {
            let on = release.after.forecast.as_ref().and_then(|forecast| forecast.on);
            let on = on.map(|on| on.to_string()).unwrap_or_default();
            tally.advice(Code::ForecastStale, Place::field(Section::Forecast, "record"), "", on);
        }
        None if is_wanted(release, tally) => {
            tally.advice(Code::ForecastMissing, Place::field(Section::Forecast, "record"), "", "");
        }
        None => {}
    }
}

/// A strategy is chosen, people receive the release, and the Board has to decide soon.
fn is_wanted(release: &Release, tally: &Tally) -> bool {
    let near = tally.go_live.is_some_and(|day| plus_days(day, -FORECAST_DAYS).unwrap_or(Date::MIN) <= tally.today);
    let received = release.groups().any(|(department, group)| department.impacted && group.size.0 > 0);
    near && received && release.strategy.choice.is_some() && release.board.decision.is_none()
}

/// Once early life support is over it is known what came of the forecast.
fn actual_figures(release: &Release, tally: &mut Tally) {
    let (after, today) = (&release.after, tally.today);
    let over = has_ended(&after.support, today) || after.support.until.is_some_and(|until| until < today);
    if over && after.forecast.is_some() && after.actual.is_none() {
        tally.advice(Code::ActualMissing, Place::field(Section::After, "actual"), "", "");
    }
}
