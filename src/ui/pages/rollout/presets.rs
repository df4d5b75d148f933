//! Waves from a preset, with what it would make shown before it is applied; and what a pilot is to show.

use leptos::prelude::*;

use super::figures::table;
use super::typed::Typed;
use crate::document::{Column, Table, Text};
use crate::plan::{BasisPoints, Count, Detection, Percent, Release};
use crate::rollout::{
    PRESETS, Preset, confidence, defect_rate, drafts, everyone, has_started, preset, read_number, small_pilot,
    smallest_pilot, without_size,
};
use crate::text::{self, share};
use crate::ui::components::{Icon, Mark, Number, Role, Select};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The choice of a preset.
#[component]
pub fn Presets() -> impl IntoView {
    let plan = use_plan();
    let chosen = RwSignal::new(Preset::Rings);
    let none_yet = plan.release.with_untracked(|release| release.rollout.waves.is_empty());
    let entry = move || PRESETS.iter().find(|entry| entry.preset == chosen.get());
    let about =
        move || entry().map(|entry| view! { <p>{entry.fits}</p><p class="soft small">"Source: "{entry.source}</p> });
    let preview = Memo::new(move |_| {
        let chosen = chosen.get();
        plan.release.with(|release| previewed(release, chosen))
    });
    let blocked = plan.from(why_not);
    let apply = move |_| {
        let command = plan.release.with_untracked(|release| preset(release, chosen.get_untracked(), &mut new_id));
        if let Some(command) = command {
            plan.remove(command);
        }
    };
    let disabled = move || plan.read_only || blocked.with(|why| !why.is_empty());
    let unsized_ = plan.from(without_sizes);
    view! {
        <details class="fold" open=none_yet && !plan.read_only>
            <summary><Icon name="next"/><span>"Waves from a preset"</span></summary>
            <div class="form">
                <div class="fields">
                    <Select<Preset> label="Preset" field="preset" value=chosen on_change=move |preset| chosen.set(preset)/>
                </div>
                {about}
                {move || preview.with(|rows| preview_table(rows))}
                {move || noted(unsized_.get())}
                {move || noted(blocked.get())}
                <div class="actions">
                    <button class="button" type="button" data-field="apply_preset" disabled=disabled on:click=apply>
                        <Icon name="check"/>"Apply preset"
                    </button>
                    <span class="soft small">"Takes the place of all waves, as one step that undo takes back."</span>
                </div>
            </div>
        </details>
    }
}

/// Why no preset can be applied; empty where one can.
fn why_not(release: &Release) -> String {
    if has_started(release) {
        return "A wave has started. What came of it must stay, so that no preset can be applied.".to_owned();
    }
    if release.groups().all(|(department, _)| !department.impacted) {
        return "No impacted department has user groups yet.".to_owned();
    }
    String::new()
}

fn without_sizes(release: &Release) -> String {
    let names: Vec<&str> = without_size(release).map(|(_, group)| group.name.as_str()).collect();
    if names.is_empty() {
        String::new()
    } else {
        format!("Without a size, and with the last wave: {}.", names.join(", "))
    }
}

fn noted(words: String) -> Option<AnyView> {
    (!words.is_empty()).then(|| view! { <p class="status"><Mark role=Role::Conditional/>{words}</p> }.into_any())
}

/// Name, groups, reach and shares of each wave that the preset would make.
fn previewed(release: &Release, preset: Preset) -> Vec<[String; 5]> {
    let all = f64::from(everyone(release).max(1));
    let mut so_far = 0.0;
    let one = |draft: crate::rollout::Draft| {
        so_far += f64::from(draft.reached);
        let names = draft.groups.iter().filter_map(|id| release.group(*id)).map(|group| group.name.as_str());
        let names: Vec<&str> = names.collect();
        let asked = draft.share.map_or_else(|| "none".to_owned(), |share| share.to_string());
        [draft.name, names.join(", "), Count(draft.reached).to_string(), share(so_far / all), asked]
    };
    drafts(release, preset).into_iter().map(one).collect()
}

fn preview_table(rows: &[[String; 5]]) -> Option<AnyView> {
    let columns = [
        Column::words("Wave"),
        Column::wide("Groups"),
        Column::number("Reach"),
        Column::number("Share so far"),
        Column::number("Share of the preset"),
    ];
    let rows: Vec<[Text; 5]> = rows.iter().map(|row| row.each_ref().map(|cell| Text::from(cell.as_str()))).collect();
    (!rows.is_empty()).then(|| table("Waves of the preset", &Table::of(columns, rows)))
}

/// What a pilot is to show, and whether this one would.
#[component]
pub fn PilotSize() -> impl IntoView {
    let plan = use_plan();
    let verdict = plan.from(pilot);
    let shown = move || {
        let (enough, words) = verdict.get();
        let role = if enough { Role::Go } else { Role::Conditional };
        view! { <p class="status" role="status"><Mark role/><span>{words}</span></p> }
    };
    view! {
        <div class="form" role="group" aria-label="What a pilot is to show">
            <div class="fields pair">{rate_field(plan)}{confidence_field(plan)}</div>
            {shown}
        </div>
    }
}

fn rate_field(plan: Plan) -> AnyView {
    let value = plan.from(|release| {
        let rate = defect_rate(&release.rollout.detection).to_string();
        rate.trim_end_matches(" %").to_owned()
    });
    let take = Callback::new(move |typed: String| {
        let typed = typed.trim().trim_end_matches('%').trim();
        let rate = if typed.is_empty() { Some(None) } else { hundredths(typed).map(Some) };
        let Some(rate) = rate else { return Some("Enter a share from 0.01 to 100, such as 0.5.".to_owned()) };
        plan.edit_part("defect_rate", |detection: &mut Detection| detection.defect_rate = rate);
        None
    });
    view! {
        <Typed label=Signal::stored("Defect shows on, in per cent".to_owned()) field="defect_rate" id="defect-rate".to_owned()
            value take help="Of all installations, how many would show it. Estimate it from the defects of earlier releases."/>
    }
    .into_any()
}

/// A share in per cent with at most two digits behind the point.
fn hundredths(typed: &str) -> Option<BasisPoints> {
    let percent = read_number(typed)?;
    let hundredths = (percent * 100.0).round();
    // Checked just before, and whole.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = (1.0..=10_000.0).contains(&hundredths).then_some(hundredths as u32)?;
    BasisPoints::try_from(whole).ok()
}

fn confidence_field(plan: Plan) -> AnyView {
    let value = plan.from(|release| Some(u32::from(confidence(&release.rollout.detection).get())));
    let set = move |sure: Option<u32>| {
        let sure = sure.and_then(|sure| u8::try_from(sure).ok()).and_then(|sure| Percent::try_from(sure).ok());
        plan.edit_part("confidence", |detection: &mut Detection| detection.confidence = sure);
    };
    view! {
        <Number<u32> label="To be seen with, in per cent" field="confidence" min=1 max=99 value on_change=set
            help="The chance with which the pilot is to show it. Usual: 95 %, which takes about 3 ÷ rate (rule of three)."/>
    }
    .into_any()
}

/// Whether the pilot is large enough, in a sentence.
fn pilot(release: &Release) -> (bool, String) {
    let plan = &release.rollout.detection;
    let (rate, sure) = (defect_rate(plan), confidence(plan));
    let Some(needed) = smallest_pilot(rate, sure) else {
        return (false, "No pilot shows it for certain, however large.".to_owned());
    };
    let takes = format!("A pilot of {} shows a defect of {rate} with a chance of {sure}.", Count(needed));
    if everyone(release) < needed {
        return (false, format!("{takes} The release reaches only {}.", Count(everyone(release))));
    }
    let waves = &release.rollout.waves;
    let name = |id| text::named(waves.get(id).map(|wave| wave.name.trim()).unwrap_or_default(), "the first wave");
    match small_pilot(release) {
        Some(small) => (false, format!("{takes} “{}” has {}: too small.", name(small.id), Count(small.reached))),
        None if waves.len() < 2 => (true, takes),
        None => (true, format!("{takes} The first wave is large enough.")),
    }
}
