//! One defect at work: the decision, and what the service desk must know where it goes live.

use leptos::prelude::*;

use super::role_and_word;
use crate::gate::defect_state;
use crate::plan::{Command, Defect, DefectDecision, Edit, Id, Item, KnownError, RemovedKind, Severity};
use crate::readiness::Section;
use crate::route::Route;
use crate::ui::components::{
    AnswerGroup, AnswerOption, Area, Badge, Day, Icon, PersonChoice, ReasonDialog, Role, Select, Text,
};
use crate::ui::desk::use_desk;
use crate::ui::plan::{Plan, use_plan};

/// The four decisions, without what belongs to each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Decision {
    #[default]
    Undecided,
    Fix,
    Workaround,
    Postpone,
}

impl Decision {
    fn of(decision: &DefectDecision) -> Self {
        match decision {
            DefectDecision::Undecided => Self::Undecided,
            DefectDecision::Fix { .. } => Self::Fix,
            DefectDecision::Workaround => Self::Workaround,
            DefectDecision::Postpone { .. } => Self::Postpone,
        }
    }

    fn decide(self) -> DefectDecision {
        match self {
            Self::Undecided => DefectDecision::Undecided,
            Self::Fix => DefectDecision::Fix { fixed: None },
            Self::Workaround => DefectDecision::Workaround,
            Self::Postpone => DefectDecision::Postpone { reason: String::new() },
        }
    }
}

/// A defect, to be worked on.
#[component]
pub fn Detail(
    /// Which.
    id: Id<Defect>,
) -> impl IntoView {
    let plan = use_plan();
    let number = plan.of(id, |defect: &Defect| defect.number.clone());
    let state = plan.of(id, move |defect: &Defect| Some(defect_state(defect, plan.today.get())));
    let badge = move || state.get().map(role_and_word).map(|(role, word)| view! { <Badge role word/> });
    let back = Route::section(plan.id(), Section::Defects).to_string();
    view! {
        <article class="detail" aria-labelledby="defect" data-entry=id.to_string()>
            <nav class="trail" aria-label="Path"><a href=back><Icon name="back"/>"All defects"</a></nav>
            <div class="section-head">
                <span class="mono soft">{number}</span>
                {badge}
            </div>
            <h2 id="defect">{plan.of(id, |defect: &Defect| match defect.title.trim() {
                "" => "New defect".to_owned(),
                title => title.to_owned(),
            })}</h2>
            <div class="form">
                {facts(plan, id)}
                {decision(plan, id)}
                {move || known_error(plan, id)}
            </div>
            <Removal id/>
        </article>
    }
}

fn facts(plan: Plan, id: Id<Defect>) -> impl IntoView {
    view! {
        <div class="fields">
            <Text label="What is wrong" field="title" value=plan.of(id, |d: &Defect| d.title.clone())
                on_change=move |text| plan.edit(id, "title", |d: &mut Defect| d.title = text)/>
        </div>
        <div class="fields pair">
            <Text label="Number" field="number" optional=true value=plan.of(id, |d: &Defect| d.number.clone())
                on_change=move |text| plan.edit(id, "number", |d: &mut Defect| d.number = text)/>
            <Select<Severity> label="Severity" field="severity" value=plan.of(id, |d: &Defect| d.severity)
                on_change=move |severity| plan.edit(id, "severity", |d: &mut Defect| d.severity = severity)/>
            <Text label="Found in" field="found_in" optional=true help="The test, the environment, the build."
                value=plan.of(id, |d: &Defect| d.found_in.clone())
                on_change=move |text| plan.edit(id, "found_in", |d: &mut Defect| d.found_in = text)/>
            <PersonChoice label="Owner" field="owner" value=plan.of(id, |d: &Defect| d.owner)
                on_change=move |owner| plan.edit(id, "owner", |d: &mut Defect| d.owner = owner)/>
            <Day label="Due" field="due" optional=true value=plan.of(id, |d: &Defect| d.due)
                on_change=move |due| plan.edit(id, "due", |d: &mut Defect| d.due = due)/>
        </div>
    }
}

fn decision(plan: Plan, id: Id<Defect>) -> impl IntoView {
    let value = plan.of(id, |defect: &Defect| Decision::of(&defect.decision));
    let options = vec![
        AnswerOption { value: Decision::Undecided, word: "Undecided", role: Some(Role::Idle) },
        AnswerOption { value: Decision::Fix, word: "Fix before release", role: Some(Role::Go) },
        AnswerOption { value: Decision::Workaround, word: "Deploy with workaround", role: Some(Role::Conditional) },
        AnswerOption { value: Decision::Postpone, word: "Postpone the release", role: Some(Role::NoGo) },
    ];
    let fixed = plan.of(id, |defect: &Defect| match defect.decision {
        DefectDecision::Fix { fixed } => fixed,
        _ => None,
    });
    let reason = plan.of(id, |defect: &Defect| match &defect.decision {
        DefectDecision::Postpone { reason } => reason.clone(),
        _ => String::new(),
    });
    let more = move || {
        match value.get() {
        Decision::Fix => Some(view! {
            <Day label="Fix confirmed on" field="fixed" help="Empty while it is open." value=fixed
                on_change=move |fixed| plan.edit(id, "fixed", |d: &mut Defect| d.decision = DefectDecision::Fix { fixed })/>
        }.into_any()),
        Decision::Postpone => Some(view! {
            <Area label="Why the release waits" field="postpone_reason" value=reason
                on_change=move |reason| plan.edit(id, "postpone_reason", |d: &mut Defect| d.decision = DefectDecision::Postpone { reason })/>
        }.into_any()),
        Decision::Undecided | Decision::Workaround => None,
    }
    };
    view! {
        <div class="fields">
            <AnswerGroup label="Decision" field="decision" visible=true options value
                on_change=move |decision: Decision| plan.edit(id, "decision", |d: &mut Defect| d.decision = decision.decide())/>
            {more}
        </div>
    }
}

/// The fields of a known error, where the defect goes live as one, or where something of them is written already.
fn known_error(plan: Plan, id: Id<Defect>) -> Option<impl IntoView> {
    let wanted = plan.of(id, |defect: &Defect| {
        defect.decision == DefectDecision::Workaround || defect.known_error != KnownError::default()
    });
    let field = move |label: &'static str,
                      name: &'static str,
                      help: &'static str,
                      value: fn(&KnownError) -> &String,
                      set: fn(&mut KnownError, String)| {
        view! {
            <Area label field=name help rows=2 value=plan.of(id, move |d: &Defect| value(&d.known_error).clone())
                on_change=move |text| plan.edit(id, name, |d: &mut Defect| set(&mut d.known_error, text))/>
        }
    };
    wanted.get().then(|| view! {
        <fieldset class="fields">
            <legend>"Known error"</legend>
            {field("Workaround", "workaround", "How people work in spite of it.", |k| &k.workaround, |k, text| k.workaround = text)}
            {field("Symptoms", "symptoms", "How people notice it.", |k| &k.symptoms, |k, text| k.symptoms = text)}
            {field("Quick fix for the first line", "quick_fix", "What the service desk does at once.", |k| &k.quick_fix, |k, text| k.quick_fix = text)}
            {field("Incident code or template", "desk_code", "Its name in the desk’s tool.", |k| &k.desk_code, |k, text| k.desk_code = text)}
            <Day label="Looked at again on" field="review" optional=true value=plan.of(id, |d: &Defect| d.known_error.review)
                on_change=move |day| plan.edit(id, "review", |d: &mut Defect| d.known_error.review = day)/>
        </fieldset>
    })
}

#[component]
fn Removal(id: Id<Defect>) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let asked = RwSignal::new(None::<String>);
    let ask = move |_| asked.set(plan.get::<Defect>(id).map(|defect| defect.title().to_owned()));
    let remove = move |reason: String| {
        if let Some(defect) = plan.get::<Defect>(id) {
            plan.remove_with_reason(RemovedKind::Defect, &defect, &reason, Command::Defects(Edit::Remove { id }));
            desk.go(&Route::section(plan.id(), Section::Defects));
        }
    };
    view! {
        <div class="actions">
            <button class="button quiet" type="button" disabled=plan.read_only on:click=ask><Icon name="bin"/>"Remove defect"</button>
        </div>
        <ReasonDialog what=asked on_remove=remove/>
    }
}
