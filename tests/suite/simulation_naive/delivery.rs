//! When the package is on each person's device, counted in hours from the start of the rollout.

use rollcall::plan::Delivery;
use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::Input;

use super::people::Person;

/// What a wave's delivery comes to.
pub struct Delivered {
    /// When the package is there, for each person of the wave in the given order.
    pub at: Vec<f64>,
    /// What is asked of links and servers in the busiest moments, as (moment, percent of what is usable).
    pub loads: Vec<(f64, f64)>,
}

/// Delivers to the people of a wave that starts at a time. Links and servers are free by then.
pub fn deliver(scenario: &Scenario, how: Delivery, wave: &[&Person], start: f64) -> Delivered {
    match how {
        Delivery::Push => push(scenario, wave, start),
        Delivery::Pull => pull(scenario, wave, start, f64::INFINITY),
        Delivery::PullThenPush => {
            let deadline = start + scenario.value(Input::PullDeadline) * 24.0;
            let mut pulled = pull(scenario, wave, start, deadline);
            // Who still waits for the servers is among the rest.
            let late: Vec<usize> = (0..wave.len()).filter(|at| pulled.at[*at] >= deadline).collect();
            let rest: Vec<&Person> = late.iter().map(|at| wave[*at]).collect();
            let pushed = push(scenario, &rest, deadline);
            for (at, time) in late.iter().zip(pushed.at) {
                pulled.at[*at] = time;
            }
            pulled.loads.extend(pushed.loads);
            pulled
        }
    }
}

/// Megabits that come over the line for one device.
fn megabits(scenario: &Scenario) -> f64 {
    scenario.value(Input::PackageSize) * 8.0
}

fn usable(scenario: &Scenario) -> f64 {
    scenario.value(Input::UsableShare) / 100.0
}

/// One target after the other over the link of its site, whatever their crowds.
fn push(scenario: &Scenario, wave: &[&Person], start: f64) -> Delivered {
    let (mut at, mut loads) = (vec![0.0; wave.len()], Vec::new());
    let mut line: Vec<usize> = (0..wave.len()).collect();
    line.sort_by(|one, other| wave[*one].place.total_cmp(&wave[*other].place));
    let opens = full_hour(scenario, in_windows(scenario, start, 0.0));
    // How many hours each site's link has been at work.
    let mut busy: Vec<(&str, f64)> = Vec::new();
    for one in line {
        let site = scenario.crowds[wave[one].crowd].site.as_str();
        let place = busy.iter().position(|(other, _)| *other == site).unwrap_or_else(|| {
            busy.push((site, 0.0));
            busy.len() - 1
        });
        let link = link(scenario, site) * usable(scenario);
        let limit = scenario.value(Input::RateLimit);
        let rate = if limit > 0.0 { link.min(limit) } else { link };
        let over_link = megabits(scenario) * (1.0 - scenario.value(Input::PeerShare) / 100.0);
        busy[place].1 += over_link / rate / 3600.0;
        at[one] = in_windows(scenario, opens, busy[place].1);
        loads.push((opens, if over_link > 0.0 { rate / link * 100.0 } else { 0.0 }));
    }
    Delivered { at, loads }
}

/// The link of a site: what its crowds say, the largest where they differ.
fn link(scenario: &Scenario, site: &str) -> f64 {
    let there = scenario.crowds.iter().filter(|crowd| crowd.site == site);
    there.filter_map(|crowd| crowd.link).reduce(f64::max).unwrap_or_else(|| scenario.value(Input::LinkRate))
}

/// The next full hour, counted from the opening of the window, from a time in it on; the next opening where the window closes
/// before.
fn full_hour(scenario: &Scenario, time: f64) -> f64 {
    if scenario.value(Input::WindowLength) >= 24.0 {
        return time;
    }
    let clock = scenario.value(Input::StartHour) + time - scenario.value(Input::WindowFrom);
    in_windows(scenario, time + (clock - 1e-9).ceil() - clock, 0.0)
}

/// When so many hours of work are done that begin at a time and go on in the daily windows alone.
fn in_windows(scenario: &Scenario, start: f64, work: f64) -> f64 {
    let (from, length) = (scenario.value(Input::WindowFrom), scenario.value(Input::WindowLength));
    if length >= 24.0 {
        return start + work;
    }
    // On the clock of the first day: the window that opened last, and those after it.
    let clock = scenario.value(Input::StartHour) + start;
    let mut opens = ((clock - from) / 24.0).floor() * 24.0 + from;
    let (mut now, mut left) = (clock, work);
    loop {
        let free = (opens + length - now.max(opens)).max(0.0);
        if free > 0.0 && left <= free {
            return now.max(opens) + left - clock + start;
        }
        left -= free;
        opens += 24.0;
        now = opens;
    }
}

/// Everybody who asks before the deadline fetches it when it suits them, and waits for those who came before.
fn pull(scenario: &Scenario, wave: &[&Person], start: f64, deadline: f64) -> Delivered {
    let rate = scenario.value(Input::ServerRate) * usable(scenario);
    let transfer = megabits(scenario) / rate / 3600.0;
    let mut asks: Vec<usize> = (0..wave.len()).filter(|at| start + wave[*at].patience < deadline).collect();
    asks.sort_by(|one, other| wave[*one].patience.total_cmp(&wave[*other].patience));
    let mut at = vec![f64::INFINITY; wave.len()];
    let mut free = start;
    for one in asks {
        free = free.max(start + wave[one].patience) + transfer;
        at[one] = free;
    }
    // In its first moment the curve asks for this many transfers an hour.
    let per_hour = wave.len() as f64 * std::f64::consts::LN_2 / (scenario.value(Input::HalfLife) * 24.0);
    let load = if deadline > start { per_hour * transfer * 100.0 } else { 0.0 };
    Delivered { at, loads: vec![(start, load)] }
}
