//! The exact detail of running in parallel, of pushing and of pulling.

use crate::calendar::{is_working_day, working_days};
use crate::document::block::{Block, Column, Table};
use crate::document::inline::{Mark, Text};
use crate::document::phrase;
use crate::document::section::{View, adoption};
use crate::document::sheet::Sheet;
use crate::plan::{Approach, Choice, Delivery, MegabitsPerSecond, ParallelPlan, PullPlan, PushPlan, Release, Weekend};
use crate::rollout::{
    WORKING_HOURS, days_per_wave, has_transfer, parallel_cost, parallel_days, site_pushes, transfer_minutes,
};
use crate::text::{clock, counted, day, length, priced, time};

/// What the chosen strategy needs; and what else is written down, so that nothing of the plan is lost.
pub(super) fn details(view: &View, sheet: &mut Sheet) {
    let plan = &view.release.rollout;
    let strategy = view.release.strategy.choice.as_ref().map(|choice| choice.strategy);
    let runs_both = strategy.is_some_and(|strategy| strategy.approach == Approach::Parallel);
    let pushes = strategy.is_some_and(|strategy| strategy.delivery != Delivery::Pull);
    let pulls = strategy.is_some_and(|strategy| strategy.delivery != Delivery::Push);
    if runs_both || plan.parallel != ParallelPlan::default() {
        sheet.part("parallel", "Parallel running");
        apart(runs_both, sheet);
        parallel(view, sheet);
    }
    if pulls || plan.pull != PullPlan::default() {
        sheet.part("pull", "Pull");
        apart(pulls, sheet);
        pull(view.release, sheet);
        adoption::pull(view, sheet);
    }
    if pushes || plan.push != PushPlan::default() {
        sheet.part("push", "Push");
        apart(pushes, sheet);
        push(&plan.push, sheet);
        sites(view, sheet);
    }
}

fn apart(part_of_strategy: bool, sheet: &mut Sheet) {
    if !part_of_strategy {
        sheet.note("This is written down in the plan, but is not part of the chosen strategy.");
    }
}

fn parallel(view: &View, sheet: &mut Sheet) {
    let plan = &view.release.rollout.parallel;
    let currency = view.release.identity.currency.as_str();
    let cost = plan.cost_per_day.map(|cost| priced(cost, currency));
    sheet.facts([
        ("Both run from", phrase::day_or(plan.from, "not set")),
        ("Both run until", phrase::day_or(plan.until, "not set")),
        ("Extra cost per day", Text::from(cost.unwrap_or_else(|| "not known".to_owned()))),
        ("Whole period", Text::from(whole(view.release)).or("not known")),
        ("Capacity for two", Text::from(plan.capacity.trim()).or("not stated")),
        (
            "People for both",
            Text::from(plan.people_for_both.map_or_else(|| "not known".to_owned(), |count| format!("{count} more"))),
        ),
    ]);
    let rows = plan.switch_off.iter().map(|criterion| {
        let late = criterion.due.is_some_and(|due| due < view.today);
        let state = match criterion.met {
            Some(on) => Mark::Go.with(format!("Met on {}", day(on))),
            None if late => Mark::NoGo.with("Overdue"),
            None => Mark::Idle.with("Not met yet"),
        };
        let due = phrase::day_or(criterion.due, "no day set");
        [phrase::named(Some(&criterion.text), criterion.id.as_str()), due, state.into()]
    });
    let columns = [Column::wide("The old is switched off when"), Column::narrow("By"), Column::narrow("State")];
    sheet.table(columns, rows, "Nothing says yet when the old configuration is switched off.");
}

fn pull(release: &Release, sheet: &mut Sheet) {
    let plan = &release.rollout.pull;
    let half_life = plan.half_life.map(|time| time.to_string());
    let capacity = plan.server_capacity.map(|count| format!("{count} clients at a time"));
    let facts = [
        ("From", phrase::day_or(plan.from, "not set")),
        ("Where from", Text::from(plan.source.trim()).or("not stated")),
        ("Servers take", Text::from(capacity.unwrap_or_else(|| "not known".to_owned()))),
        ("Servers give out", Text::from(plan.server_rate.map_or_else(|| "not known".to_owned(), rate))),
        ("Half of the rest fetch it within", Text::from(half_life.unwrap_or_else(|| "not known".to_owned()))),
        ("Deadline", phrase::day_or(plan.deadline, "none")),
        ("Forced push after the deadline", phrase::yes(plan.forced_push)),
    ];
    // Only a phased rollout has waves to count from.
    let counts = days_per_wave(release).is_some();
    let own = plan.days_per_wave.map(|days| {
        let so_far = if counts { ", but not beyond the deadline" } else { ", which counts in a phased rollout alone" };
        let days = counted(days.get(), "day", "days");
        ("Each wave has from its own start", Text::from(format!("{days}{so_far}")))
    });
    sheet.facts(facts.into_iter().chain(own));
}

fn push(plan: &PushPlan, sheet: &mut Sheet) {
    let unknown = || "not known".to_owned();
    let time = match (plan.targets, plan.bandwidth_limit) {
        (Some(targets), Some(rate)) => transfer_minutes(plan, f64::from(targets.0), rate),
        _ => None,
    };
    sheet.facts([
        ("Targets", Text::from(plan.targets.map_or_else(unknown, |count| count.to_string()))),
        ("Package", Text::from(plan.package.map_or_else(unknown, |size| format!("{size} MB")))),
        ("Bandwidth limit", Text::from(plan.bandwidth_limit.map_or_else(|| "none".to_owned(), rate))),
        (
            "From machines on site",
            Text::from(plan.peer_share.map_or_else(|| "nothing".to_owned(), |share| format!("{share} of the package"))),
        ),
        ("Runs daily", Text::from(daily(plan))),
        ("Installation on each", Text::from(plan.install_time.map_or_else(unknown, |time| time.to_string()))),
        ("Transfer to all over one link", Text::from(time.map_or_else(unknown, length))),
        ("Windows", Text::from(plan.windows.trim()).or("not stated")),
        ("Tool", Text::from(plan.tool.trim()).or("not stated")),
    ]);
}

fn rate(of: MegabitsPerSecond) -> String {
    format!("{of} Mbit/s")
}

/// The times of day between which the push runs; all day where one is missing, as the rollout plan takes it.
fn daily(plan: &PushPlan) -> String {
    let said = |time: Option<jiff::civil::Time>| time.map_or_else(|| "not set".to_owned(), clock);
    match (plan.window_from, plan.window_until) {
        (None, None) => "all day".to_owned(),
        (from, until) => format!("{} to {}", said(from), said(until)),
    }
}

/// How long both run, what that costs, and how many days of work it takes; empty while the days are not known.
#[must_use]
pub fn whole(release: &Release) -> String {
    let plan = &release.rollout.parallel;
    let Some(days) = parallel_days(plan) else { return String::new() };
    let cost = parallel_cost(plan).map(|cost| format!(", {}", priced(cost, &release.identity.currency)));
    let worked = working_days(&release.calendar, plan.from, plan.until);
    let people = plan.people_for_both.map(|people| {
        let days = u64::from(people.0) * u64::from(worked);
        let people = counted(people, "person", "people");
        let worked = counted(worked, "working day", "working days");
        format!(", {people} for {worked}: {}", counted(days, "person-day", "person-days"))
    });
    let days = phrase::counted(usize::try_from(days).unwrap_or(usize::MAX), "day", "days");
    format!("{days}{}{}", cost.unwrap_or_default(), people.unwrap_or_default())
}

/// The push to each site, where it can be worked out.
fn sites(view: &View, sheet: &mut Sheet) {
    match site_table(view.release) {
        Some(table) if !table.rows().is_empty() => {
            sheet.put(Block::Table(table));
            sheet.note(interruption_rule(view.release));
        }
        _ => {}
    }
}

/// Which targets count as interrupted, in words.
#[must_use]
pub fn interruption_rule(release: &Release) -> String {
    let (from, until) = WORKING_HOURS;
    let days = match release.calendar.weekend {
        Weekend::None => "every day but a holiday".to_owned(),
        weekend => format!("every day but {} and holidays", weekend.label()),
    };
    format!(
        "Interrupted: busy installing between {} and {} on a working day, which by the calendar of this plan is {days}. \
         Important hours are words, and are not counted.",
        clock(from),
        clock(until)
    )
}

/// The push to each site; nothing where neither size nor rate is known.
#[must_use]
pub fn site_table(release: &Release) -> Option<Table> {
    if !has_transfer(release) {
        return None;
    }
    let delivery = release.strategy.choice.as_ref().map(|choice| choice.strategy.delivery);
    let all = if delivery == Some(Delivery::PullThenPush) { "the rest" } else { "everyone" };
    let pushes = site_pushes(release, &|day| is_working_day(&release.calendar, day));
    let columns = [
        Column::words("Wave"),
        Column::words("Site"),
        Column::number("Targets"),
        Column::number("Rate"),
        Column::number("Transfer"),
        Column::number("Windows"),
        Column::number("In the first"),
        Column::narrow("Done"),
        Column::number("Interrupted"),
    ];
    let rows = pushes.iter().map(|push| {
        let wave = push.wave.map(|id| {
            let name = phrase::named(release.rollout.waves.get(id).map(|wave| wave.name.as_str()), id.as_str());
            if delivery == Some(Delivery::PullThenPush) { name.line("the rest") } else { name }
        });
        let unknown = || "not known".to_owned();
        let windows = match (push.nights, push.transfer) {
            (Some(nights), _) => nights.to_string(),
            (None, Some(_)) => "never done".to_owned(),
            (None, None) => unknown(),
        };
        let done =
            push.ends.map_or_else(|| Text::from(unknown()), |ends| Text::from(day(ends.date())).line(time(ends)));
        [
            wave.unwrap_or_else(|| Text::from(all)),
            Text::from(push.site.as_str()).or("no site named"),
            Text::from(phrase::number(push.targets)),
            Text::from(push.rate.map_or_else(unknown, rate)),
            Text::from(push.transfer.map_or_else(unknown, length)),
            Text::from(windows),
            Text::from(push.first_night.map_or_else(unknown, phrase::number)),
            done.line(if push.is_late() { Mark::Conditional.with("Too late").into() } else { Text::default() }),
            Text::from(phrase::number(push.interrupted)),
        ]
    });
    Some(Table::of(columns, rows))
}
