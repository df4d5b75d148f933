//! Installing from the centre: what, how much, when, and how long it takes.

use jiff::civil::Time;
use leptos::prelude::*;

use super::figures::table;
use super::frame::framed;
use super::typed::Typed;
use crate::document::{interruption_rule, site_table};
use crate::plan::{Count, MegabitsPerSecond, Megabytes, Minutes, Percent, PushPlan, Release};
use crate::readiness::Section;
use crate::rollout::{Part, SlowestGroup, read_clock, slowest_group, transfer_minutes};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Amount, Area, Number};
use crate::ui::plan::{Plan, use_plan};

/// The details of a push.
#[component]
pub fn Push(
    /// Whether they stand in a fold.
    folded: bool,
) -> impl IntoView {
    let body = view! {
        <div class="columns"><Amounts/><div class="section"><Transfer/></div></div>
        <div class="columns"><Means/><div class="section"><Hours/></div></div>
        <Sites/>
    };
    framed(Part::Push, folded, ().into_any(), body.into_any())
}

/// What travels, to how many, how fast.
#[component]
fn Amounts() -> impl IntoView {
    let plan = use_plan();
    let number = move |value: fn(&PushPlan) -> Option<u32>| plan.from(move |release| value(&release.rollout.push));
    let set = move |field: &'static str, change: fn(&mut PushPlan, Option<u32>)| {
        Callback::new(move |number| plan.edit_part(field, |push: &mut PushPlan| change(push, number)))
    };
    let amount = move |value: fn(&PushPlan) -> Option<f64>| plan.from(move |release| value(&release.rollout.push));
    let set_amount = move |field: &'static str, change: fn(&mut PushPlan, Option<f64>)| {
        Callback::new(move |number| plan.edit_part(field, |push: &mut PushPlan| change(push, number)))
    };
    view! {
        <div class="form">
            <div class="fields pair">
                <Number<u32> label="Targets" field="push_targets" help="Devices or installations."
                    value=number(|push| push.targets.map(|count| count.0))
                    on_change=set("push_targets", |push, number| push.targets = number.map(Count))/>
                <Amount label="Package in MB" field="push_package" help="What each target downloads."
                    value=amount(|push| push.package.map(Megabytes::get))
                    on_change=set_amount("push_package", |push, number| {
                        push.package = number.and_then(|size| Megabytes::try_from(size).ok());
                    })/>
                <Number<u32> label="From machines on site, in per cent" field="push_peers" max=100 optional=true
                    help="What the machines of a site get from each other instead of over its link."
                    value=number(|push| push.peer_share.map(|share| u32::from(share.get())))
                    on_change=set("push_peers", |push, number| {
                        let share = number.and_then(|share| u8::try_from(share).ok());
                        push.peer_share = share.and_then(|share| Percent::try_from(share).ok());
                    })/>
                <Number<u32> label="Minutes to install" field="push_install" optional=true
                    help="How long a machine is busy once the package is there."
                    value=number(|push| push.install_time.map(|time| time.0))
                    on_change=set("push_install", |push, number| push.install_time = number.map(Minutes))/>
                <Amount label="Bandwidth limit in Mbit/s" field="push_bandwidth"
                    help="What the transfer may use of a link."
                    value=amount(|push| push.bandwidth_limit.map(MegabitsPerSecond::get))
                    on_change=set_amount("push_bandwidth", |push, number| {
                        push.bandwidth_limit = number.and_then(|rate| MegabitsPerSecond::try_from(rate).ok());
                    })/>
            </div>
        </div>
    }
}

/// When and with what.
#[component]
fn Means() -> impl IntoView {
    let plan = use_plan();
    let text = move |value: fn(&PushPlan) -> &String| plan.from(move |release| value(&release.rollout.push).clone());
    let write = move |field: &'static str, change: fn(&mut PushPlan, String)| {
        Callback::new(move |text| plan.edit_part(field, |push: &mut PushPlan| change(push, text)))
    };
    view! {
        <div class="form">
            <div class="fields pair">
                {clock(plan, "Runs daily from", "push_window", "When its window opens. Without both ends it runs all day.", |push| &mut push.window_from)}
                {clock(plan, "Runs daily until", "push_window_until", "When it closes, if need be past midnight.", |push| &mut push.window_until)}
            </div>
            <div class="fields">
                <Area label="Windows" field="push_windows" rows=2 help="When it may install: clear of the important hours."
                    value=text(|push| &push.windows)
                    on_change=write("push_windows", |push, text| push.windows = text)/>
                <Area label="Tool" field="push_tool" rows=2 help="The system that installs it: endpoint management, group policy, a script."
                    value=text(|push| &push.tool)
                    on_change=write("push_tool", |push, text| push.tool = text)/>
            </div>
        </div>
    }
}

/// One end of the daily window, typed as 22:00.
fn clock(
    plan: Plan,
    label: &'static str,
    field: &'static str,
    help: &'static str,
    slot: fn(&mut PushPlan) -> &mut Option<Time>,
) -> AnyView {
    let value = plan.from(move |release| {
        let mut push = release.rollout.push.clone();
        slot(&mut push).map(text::clock).unwrap_or_default()
    });
    let take = Callback::new(move |typed: String| {
        let time = match typed.trim() {
            "" => None,
            typed => match read_clock(typed) {
                Some(time) => Some(time),
                None => return Some("Enter a time of day such as 22:00.".to_owned()),
            },
        };
        plan.edit_part(field, |push: &mut PushPlan| *slot(push) = time);
        None
    });
    view! {
        <Typed label=Signal::stored(label.to_owned()) field id=field.replace('_', "-") value take help/>
    }
    .into_any()
}

/// The push to each site: how long, how many windows, whom it interrupts.
#[component]
fn Sites() -> impl IntoView {
    let plan = use_plan();
    // The table follows from a few figures of the plan, and is drawn anew only when it differs.
    let shown = Memo::new(move |_| plan.release.with(site_table));
    let rule = plan.from(interruption_rule);
    move || {
        shown.get().filter(|sites| !sites.rows().is_empty()).map(|sites| {
            view! {
                <div class="section-head lower"><h3>"Push by site"</h3></div>
                {table("Push by site", &sites)}
                <p class="help">{move || rule.get()}</p>
            }
        })
    }
}

/// The hours in which departments must not be interrupted.
#[component]
fn Hours() -> impl IntoView {
    let plan = use_plan();
    let hours = plan.from(|release| {
        let impacted = release.departments.iter().filter(|department| department.impacted);
        let known = impacted.filter(|department| !department.important_hours.trim().is_empty());
        known.map(|d| (d.name.clone(), d.important_hours.clone())).collect::<Vec<_>>()
    });
    let people = Route::section(plan.id(), Section::People).to_string();
    let list = move || {
        let one = |(name, hours): (String, String)| view! { <dt>{name}</dt><dd>{hours}</dd> };
        view! { <dl class="facts">{hours.get().into_iter().map(one).collect_view()}</dl> }
    };
    view! {
        <h3>"Important hours"</h3>
        <Show when=move || !hours.with(Vec::is_empty) fallback=move || view! {
            <p class="soft">"No impacted department has named any. "<a href=people.clone()>"Enter them with the departments"</a>"."</p>
        }>{list}</Show>
    }
}

/// How long the package travels, with the arithmetic.
#[component]
fn Transfer() -> impl IntoView {
    let plan = use_plan();
    let whole = plan.from(|release| whole(&release.rollout.push));
    let slowest = plan.from(|release| slowest_group(release).map(|slowest| said(release, slowest)));
    view! {
        <h3>"Transfer time"</h3>
        <dl class="facts">
            <dt>"All targets"</dt><dd>{figure(whole, "Known once targets, package and bandwidth limit are.")}</dd>
            <dt>"Slowest group"</dt><dd>{figure(slowest, "Known once the package and the links of the user groups are.")}</dd>
        </dl>
        <p class="help">"Targets × MB × 8 × (1 − share from machines on site) ÷ Mbit/s."</p>
    }
}

fn figure(known: Signal<Option<(String, String)>>, unknown: &'static str) -> impl IntoView {
    move || match known.get() {
        Some((time, how)) => view! { <strong>{time}</strong>" "<span class="soft">{how}</span> }.into_any(),
        None => view! { <span class="soft">{unknown}</span> }.into_any(),
    }
}

fn whole(push: &PushPlan) -> Option<(String, String)> {
    let (targets, package, rate) = (push.targets?, push.package?, push.bandwidth_limit?);
    let time = transfer_minutes(push, f64::from(targets.0), rate)?;
    Some((text::length(time), format!("{targets} × {package} MB × 8{} ÷ {rate} Mbit/s", peers(push))))
}

/// The factor of what comes from machines on site; nothing where nothing does.
fn peers(push: &PushPlan) -> String {
    let share = push.peer_share.unwrap_or_default().get();
    if share == 0 { String::new() } else { format!(" × {} %", 100 - share) }
}

fn said(release: &Release, slowest: SlowestGroup) -> (String, String) {
    let name = release.group(slowest.id).map(|group| group.name.as_str()).unwrap_or_default();
    let push = &release.rollout.push;
    let package = push.package.unwrap_or_default();
    let how = format!("{name}: {} × {package} MB × 8{} ÷ {} Mbit/s", slowest.targets, peers(push), slowest.rate);
    let time = transfer_minutes(push, f64::from(slowest.targets.0), slowest.rate);
    (time.map_or_else(|| slowest.time.to_string(), text::length), how)
}
