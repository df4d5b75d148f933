//! What a plan says that the simulation takes.

use jiff::civil::{Date, DateTime, Time};

use super::inputs::Input;
use super::scenario::{Crowd, PlannedWave};
use crate::days::plus_minutes;
use crate::plan::{Id, MegabitsPerSecond, Megabytes, Minutes, Money, Release, UserGroup, Wave};
use crate::rollout::{back_out_duration, days_per_wave, parallel_days};
use crate::training::{Adequacy, Seats, adequacies, seating};

/// The groups of impacted departments. Where there are none, the targets of the push, as one group.
pub(super) fn crowds(release: &Release, today: Date) -> Vec<Crowd> {
    let impacted = release.groups().filter(|(department, group)| department.impacted && group.size.0 > 0);
    // Worked out once, however many groups there are.
    let taught = (adequacies(release), seating(release).audiences);
    let crowd = |group: &UserGroup| Crowd {
        name: group.name.clone(),
        people: group.size.0,
        // A group without a site has a link of its own.
        site: if group.site.trim().is_empty() { group.id.to_string() } else { group.site.trim().to_owned() },
        link: group.link.map(MegabitsPerSecond::get).filter(|link| *link > 0.0),
        trained: trained(release, &taught, group.id, today),
        wave: release.rollout.waves.iter().position(|wave| wave.groups.contains(&group.id)),
    };
    let crowds: Vec<Crowd> = impacted.map(|(_, group)| crowd(group)).collect();
    let targets = release.rollout.push.targets.filter(|targets| crowds.is_empty() && targets.0 > 0);
    let everybody = targets.map(|targets| Crowd {
        name: String::new(),
        people: targets.0,
        site: String::new(),
        link: None,
        trained: None,
        wave: None,
    });
    crowds.into_iter().chain(everybody).collect()
}

/// The share of a group that is trained: until go-live everybody who was there or has a seat counts, from then on who was
/// there. Nothing where no audience is the group.
fn trained(
    release: &Release,
    (adequacies, seating): &(Vec<Adequacy>, Vec<Seats>),
    group: Id<UserGroup>,
    today: Date,
) -> Option<f64> {
    let audience = release.training.audiences.iter().find(|audience| audience.group == Some(group))?;
    let adequacy = adequacies.iter().find(|adequacy| adequacy.audience == audience.id)?;
    let is_ahead = release.go_live().is_none_or(|day| today < day);
    let seats = || seating.iter().find(|seats| seats.audience == audience.id);
    let seated = if is_ahead { seats().map_or(0, |seats| seats.given.0) } else { 0 };
    let (size, count) = (f64::from(adequacy.size.0), f64::from(adequacy.trained.0.max(seated)));
    (size > 0.0).then(|| (count / size).min(1.0))
}

/// The waves of the plan.
pub(super) fn waves(release: &Release) -> Vec<PlannedWave> {
    let from = start(release);
    let wave = |wave: &Wave| PlannedWave {
        name: wave.name.clone(),
        start: from.zip(wave.start).map(|(from, start)| hours_between(from, start).max(0.0)),
        bake: (wave.bake.0 > 0).then(|| hours(wave.bake)),
        target: (wave.target.get() > 0).then(|| f64::from(wave.target.get())),
    };
    release.rollout.waves.iter().map(wave).collect()
}

/// The inputs that follow from the plan, each with the part of the plan that says so.
pub(super) fn values(release: &Release) -> Vec<(Input, f64, &'static str)> {
    let mut values: Vec<Option<(Input, f64, &'static str)>> = Vec::new();
    let mut put = |input, value: Option<f64>, part| values.push(value.map(|value| (input, value, part)));
    let plan = &release.rollout;
    let waves = waves(release);
    put(Input::Susceptible, plan.detection.defect_rate.map(|rate| rate.share() * 100.0), "what a pilot is to show");
    put(Input::BackOutFixed, back_out(release), "the back-out plan");
    put(Input::BakeTime, middle(waves.iter().filter_map(|wave| wave.bake)), "the waves, in the mean");
    put(Input::WaveTarget, middle(waves.iter().filter_map(|wave| wave.target)), "the waves, in the mean");
    put(Input::StartHour, start(release).map(|start| hour(start.time())), "when it starts");
    put(Input::DateLimit, date_limit(release), "the last day that the plan names");
    let push = &plan.push;
    put(Input::PackageSize, push.package.map(Megabytes::get), "the push");
    put(Input::RateLimit, push.bandwidth_limit.map(MegabitsPerSecond::get), "the push");
    put(Input::PeerShare, push.peer_share.map(|share| f64::from(share.get())), "the push");
    put(Input::InstallMinutes, push.install_time.map(|time| f64::from(time.0)), "the push");
    let window = push.window_from.zip(push.window_until).map(|(from, until)| window(from, until));
    put(Input::WindowFrom, window.map(|(from, _)| from), "the push");
    put(Input::WindowLength, window.map(|(_, length)| length), "the push");
    let pull = &plan.pull;
    put(Input::ServerRate, pull.server_rate.map(MegabitsPerSecond::get), "the pull");
    put(Input::HalfLife, pull.half_life.map(|time| hours(time) / 24.0), "the pull");
    let per_wave = days_per_wave(release).map(f64::from);
    put(Input::PullDeadline, per_wave, "the pull's days per wave");
    put(Input::PullDeadline, deadline(release).filter(|_| per_wave.is_none()), "the pull");
    let parallel = &plan.parallel;
    put(Input::DualDays, parallel_days(parallel).map(f64::from), "parallel running");
    put(Input::DualDayCost, parallel.cost_per_day.map(whole_money), "parallel running");
    values.into_iter().flatten().collect()
}

fn hours(minutes: Minutes) -> f64 {
    f64::from(minutes.0) / 60.0
}

/// Hours on a clock from one moment until another; negative where the other is earlier.
#[allow(clippy::cast_precision_loss, reason = "minutes of any calendar are exact in a double")]
fn hours_between(from: DateTime, until: DateTime) -> f64 {
    DateTime::duration_since(until, from).as_mins() as f64 / 60.0
}

fn hour(time: Time) -> f64 {
    f64::from(time.hour()) + f64::from(time.minute()) / 60.0
}

/// Money in whole units of the currency.
#[allow(clippy::cast_precision_loss, reason = "an amount of any plan is exact in a double")]
fn whole_money(money: Money) -> f64 {
    money.0 as f64 / 100.0
}

fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = values.fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + value));
    (count > 0.0).then(|| sum / count)
}

/// All steps of the back-out one after the other, and the verification, in hours.
fn back_out(release: &Release) -> Option<f64> {
    let plan = &release.rollout.back_out;
    (!plan.steps.is_empty()).then(|| hours(back_out_duration(plan)))
}

/// When the rollout starts: the first wave, or else the window of go-live.
fn start(release: &Release) -> Option<DateTime> {
    let first = release.rollout.waves.first().and_then(|wave| wave.start);
    first.or_else(|| release.identity.window.map(crate::plan::Window::start))
}

/// The opening hour of a daily window and its length. One that ends before it starts goes on past midnight.
fn window(from: Time, until: Time) -> (f64, f64) {
    let (from, until) = (hour(from), hour(until));
    let length = if until > from { until - from } else { until - from + 24.0 };
    (from, length)
}

/// Days for fetching it, the first and the last one included.
fn deadline(release: &Release) -> Option<f64> {
    let pull = &release.rollout.pull;
    let from = pull.from.or_else(|| start(release).map(DateTime::date))?;
    days_between(from, pull.deadline?)
}

fn days_between(from: Date, until: Date) -> Option<f64> {
    let days = crate::days::days_between(from, until);
    (days >= 0).then(|| f64::from(days) + 1.0)
}

/// Days from the moment of the start until the end of the last day on which something of the rollout is planned: the last wave
/// with its time to watch it, the deadline of a pull. A window of go-live alone says when it starts and not when everybody has
/// it. Rounded down to what an input can have.
fn date_limit(release: &Release) -> Option<f64> {
    let plan = &release.rollout;
    let wave_end = |wave: &Wave| plus_minutes(wave.start?, i64::from(wave.bake.0)).map(DateTime::date);
    let last = plan.waves.iter().filter_map(wave_end).chain(plan.pull.deadline).max()?;
    let start = start(release)?;
    let days = days_between(start.date(), last)? - hour(start.time()) / 24.0;
    Some((days * 1e6 + 1e-3).floor() / 1e6)
}
