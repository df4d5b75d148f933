//! The release plan: for the team and everyone who is touched by the release.

use jiff::civil::Date;

use super::section::{
    View, actions, after, back_out, communications, criteria, dates, defects, environments, findings, forecast, gates,
    hand_over, history, overview, people, rfcs, risks, rollout, rules, runbook, strategy, timeline, training,
};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The release plan as it is on this day.
#[must_use]
pub fn release_plan(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::ReleasePlan);
    findings::in_brief(&view, &mut sheet);
    overview::release(&view, &mut sheet);
    people::people(&view, &mut sheet);
    people::departments(&view, &mut sheet);
    overview::configuration_items(&view, &mut sheet);
    strategy::strategy(&view, &mut sheet);
    forecast::in_brief(&view, &mut sheet);
    timeline::timeline(&view, &mut sheet);
    rollout::rollout(&view, &mut sheet);
    runbook::runbook(&view, &mut sheet);
    back_out::plan(&view, &mut sheet);
    dates::dates_and_calendar(&view, &mut sheet);
    rfcs::rfcs(&view, &mut sheet);
    environments::register(&view, &mut sheet);
    criteria::list(&view, &mut sheet);
    gates::in_full(&view, &mut sheet);
    defects::defects(&view, &mut sheet);
    training::in_brief(&view, &mut sheet);
    hand_over::in_brief(&view, &mut sheet);
    communications::in_brief(&view, &mut sheet);
    rules::rules(&view, &mut sheet);
    risks::risks(&view, &mut sheet);
    after::after(&view, &mut sheet);
    actions::open(&view, &mut sheet);
    history::removals(&view, &mut sheet);
    history::log(&view, &mut sheet);
    Document::of(Kind::ReleasePlan, &view, sheet)
}
