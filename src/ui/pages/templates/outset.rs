//! The first page of the templates: what each part holds, the settings that are no lists, and the way in and out as a file.

use leptos::prelude::*;

use super::exchange::ImportTemplates;
use super::shelved::Shelved;
use crate::plan::{Cab, Choice, Days, Percent, Release, TemplatePart, TrainingPlan};
use crate::readiness::{Section, templates_from_release};
use crate::route::Route;
use crate::text::counted;
use crate::ui::components::{Area, Icon, Number, PageHead};
use crate::ui::templates;

/// What each part holds, and what is said of all releases in a line.
#[component]
pub fn Outset(
    /// The open templates.
    open: Shelved,
) -> impl IntoView {
    let Shelved { desk, held, .. } = open;
    let export = move |_| templates::export(desk, &held.get_untracked());
    view! {
        <PageHead title="Templates" lead="What new releases of the organisation start from. Releases that are there already stay as they are.".to_owned()>
            <button class="button" type="button" on:click=export><Icon name="download"/>"Export templates"</button>
            <ImportTemplates open/>
        </PageHead>
        <section class="section" aria-labelledby="parts">
            <div class="section-head"><h2 id="parts">"Parts"</h2></div>
            <ul class="rows">{TemplatePart::ALL.iter().map(|part| row(open, *part)).collect_view()}</ul>
        </section>
        <InALine open/>
    }
}

/// A part: what it holds, the way to it, and the way back to what comes with the app.
fn row(open: Shelved, part: TemplatePart) -> AnyView {
    let Shelved { plan, held, .. } = open;
    let own = Memo::new(move |_| {
        plan.release.with(|release| templates_from_release(release, &held.read().templates).has(part))
    });
    let note = plan.from(move |release| said(part, release, own.get()));
    let heading = match section(part) {
        Some(section) => {
            let address = Route::section(plan.id(), section).to_string();
            view! { <a class="row-title" href=address>{part.label()}</a> }.into_any()
        }
        None => view! { <span class="strong">{part.label()}</span> }.into_any(),
    };
    let reset = move |_| {
        let mut new = held.get_untracked();
        new.templates.take(part, &crate::plan::Templates::default());
        open.renew(new, &format!("{}: as Rollcall brings it", part.label()));
    };
    let label = format!("Use Rollcall’s own: {}", part.label());
    let button = move || {
        own.get().then(|| view! { <button class="button quiet small" type="button" aria-label=label.clone() on:click=reset>"Use Rollcall’s own"</button> })
    };
    view! { <li class="row"><Icon name="list"/><div>{heading}<span class="note">{note}</span></div><span class="row-tools">{button}</span></li> }.into_any()
}

/// Where a part is edited, where that is a page of its own.
fn section(part: TemplatePart) -> Option<Section> {
    match part {
        TemplatePart::Criteria => Some(Section::Acceptance),
        TemplatePart::Gates => Some(Section::Gates),
        TemplatePart::Rules => Some(Section::Rules),
        TemplatePart::Messages => Some(Section::Communications),
        TemplatePart::Calendar => Some(Section::Calendar),
        TemplatePart::Rfcs | TemplatePart::Training => None,
    }
}

fn said(part: TemplatePart, release: &Release, own: bool) -> String {
    let whose = if own { "the organisation’s own" } else { "as Rollcall brings them" };
    match part {
        TemplatePart::Criteria => format!("{}, {whose}", counted(release.criteria.len(), "criterion", "criteria")),
        TemplatePart::Gates => format!("{}, {whose}", counted(release.gates.len(), "gate", "gates")),
        TemplatePart::Rules => format!("{}, {whose}", counted(release.rules.len(), "rule", "rules")),
        TemplatePart::Messages => match release.messages.len() {
            0 => "None of the organisation’s own".to_owned(),
            count => counted(count, "message", "messages"),
        },
        TemplatePart::Calendar => {
            let periods = counted(release.calendar.periods.len(), "closed period", "closed periods");
            format!("{periods}; nobody works on: {}", release.calendar.weekend.label())
        }
        TemplatePart::Rfcs | TemplatePart::Training => whose.to_owned(),
    }
}

/// What is said of all releases without a list of entries.
#[component]
fn InALine(open: Shelved) -> impl IntoView {
    let Shelved { plan, held, .. } = open;
    let lead =
        Signal::derive(move || held.with(|held| held.templates.cab_lead).and_then(|days| u32::try_from(days.0).ok()));
    let set_lead = move |days: Option<u32>| {
        let days = days.and_then(|days| i32::try_from(days).ok()).map(Days);
        plan.edit_part("cab_lead", |cab: &mut Cab| cab.lead = days);
    };
    let share = plan.from(|release| release.training.threshold.map(Percent::get));
    let set_share = move |share: Option<u8>| {
        plan.edit_part("training_threshold", |threshold: &mut Option<Percent>| {
            *threshold = share.and_then(|share| Percent::try_from(share).ok());
        });
    };
    let reasons = Signal::derive(move || held.with(|held| templates::rejection_reasons(&held.templates)).join("\n"));
    let set_reasons = move |text: String| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        open.store(|held| held.templates.rejection_reasons = Some(lines).filter(|lines| !lines.is_empty()));
    };
    let usual = format!("Empty: {} %.", TrainingPlan::DEFAULT_THRESHOLD);
    view! {
        <section class="section" aria-labelledby="in-a-line">
            <div class="section-head"><h2 id="in-a-line">"RFCs and training"</h2></div>
            <div class="form">
                <div class="fields pair">
                    <Number<u32> label="Days from submission of an RFC to the CAB" field="cab_lead" optional=true max=365 value=lead on_change=set_lead
                        help="How early an RFC must be there."/>
                    <div class="field">
                        <Number<u8> label="Share of an audience to be trained, in percent" field="training_threshold" optional=true max=100 value=share on_change=set_share
                            help="From which share on an audience counts as trained."/>
                        <p class="help">{usual}</p>
                    </div>
                </div>
                <Area label="Reasons for rejecting or deferring an RFC" field="rejection_reasons" rows=8 help="One a line. RFCs offer them. Empty: the usual ones."
                    value=reasons on_change=set_reasons/>
            </div>
        </section>
    }
}
