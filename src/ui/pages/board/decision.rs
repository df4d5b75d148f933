//! What the Board decided, beside what the plan says.

use leptos::prelude::*;

use crate::gate::{found_late, late_defects};
use crate::plan::{BoardDecision, Condition, Defect, Edit, Id, Verdict};
use crate::readiness::Section;
use crate::route::Route;
use crate::text;
use crate::ui::components::{
    AnswerGroup, AnswerOption, Area, Day, Icon, InlineArea, Mark, PEOPLE_NAMES, PersonChoice, Role, SectionHead, Text,
    each, verdict_role,
};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The decision: verdict, explanation, conditions.
#[component]
pub fn Decision() -> impl IntoView {
    let plan = use_plan();
    let value = plan.from(|release| release.board.decision.as_ref().map(|decision| decision.verdict));
    let options = [Verdict::Go, Verdict::ConditionalGo, Verdict::NoGo].into_iter().map(|verdict| AnswerOption {
        value: Some(verdict),
        word: crate::plan::Choice::label(verdict),
        role: Some(verdict_role(verdict)),
    });
    let options = options.chain([AnswerOption { value: None, word: "Not decided", role: Some(Role::Idle) }]).collect();
    let decide = move |verdict: Option<Verdict>| {
        let (today, who) = (plan.today.get_untracked(), plan.who());
        plan.edit_part("decision", |decision: &mut Option<BoardDecision>| match (verdict, decision.as_mut()) {
            (None, _) => *decision = None,
            (Some(verdict), Some(decision)) => decision.verdict = verdict,
            (Some(verdict), None) => {
                *decision = Some(BoardDecision { verdict, on: Some(today), by: who, ..BoardDecision::default() });
            }
        });
    };
    view! {
        <section class="section" aria-labelledby="decision">
            <SectionHead id="decision" title="Decision"/>
            {found_since(plan)}
            <div class="form">
                <AnswerGroup label="The Board decides" field="verdict" visible=true options value on_change=decide/>
                {move || value.get().is_some().then(|| details(plan))}
            </div>
        </section>
    }
}

/// The defects that the Board did not know of when it decided, and the way to say that it has decided again.
fn found_since(plan: Plan) -> AnyView {
    let late = plan.from(|release| late_defects(release).map(|(defect, _)| defect.id).collect::<Vec<_>>());
    let one = move |id: Id<Defect>| {
        let to = Route::entry(plan.id(), Section::Defects, id).to_string();
        let words = plan.from(move |release| {
            let defect = release.defects.get(id);
            let on = defect.and_then(|defect| found_late(release, defect)).map(text::day).unwrap_or_default();
            let title = defect.map(|defect| text::named(defect.title.trim(), "New defect")).unwrap_or_default();
            format!("{title} ({on})")
        });
        view! { <li><a href=to>{words}</a></li> }
    };
    let again = move |_| {
        let today = plan.today.get_untracked();
        change(plan, "on", |decision| decision.on = Some(today));
        plan.seal();
    };
    let told = move || {
        late.with(|late| !late.is_empty()).then(|| view! {
            <div class="banner inset stale">
                <Mark role=Role::Stale/>
                <div><p>"Found since the Board decided:"</p><ul>{each(move || late.get(), |id| *id, one)}</ul></div>
                <button class="button small" type="button" disabled=plan.read_only on:click=again>"The Board decides so today"</button>
            </div>
        })
    };
    told.into_any()
}

fn details(plan: Plan) -> impl IntoView {
    let of = move |value: fn(&BoardDecision) -> String| {
        plan.from(move |release| release.board.decision.as_ref().map(value).unwrap_or_default())
    };
    let departs = Memo::new(move |_| {
        let decided = plan.release.with(|release| release.board.decision.as_ref().map(|decision| decision.verdict));
        let says = plan.readiness.with(|readiness| readiness.verdict);
        decided.filter(|decided| *decided != says).map(|_| says)
    });
    let explanation = move || {
        departs.get().map_or_else(
            || "Why".to_owned(),
            |says| format!("Why it departs from the plan, which says {}", crate::plan::Choice::label(says)),
        )
    };
    let on = plan.from(|release| release.board.decision.as_ref().and_then(|decision| decision.on));
    view! {
        {move || view! {
            <div class="fields">
                <Area label=explanation() field="explanation" optional=departs.get().is_none() rows=2
                    help="Whoever reads the pack sees both verdicts." value=of(|d| d.explanation.clone())
                    on_change=move |text| change(plan, "explanation", |d| d.explanation = text)/>
            </div>
        }}
        <div class="fields pair">
            <Text label="Announced by" list=PEOPLE_NAMES field="by" value=of(|d| d.by.clone()) on_change=move |text| change(plan, "by", |d| d.by = text)/>
            <Day label="Decided on" field="decided_on" value=on on_change=move |day| change(plan, "on", |d| d.on = day)/>
        </div>
        <Conditions/>
    }
}

#[component]
fn Conditions() -> impl IntoView {
    let plan = use_plan();
    let ids = plan.from(|release| {
        let conditions = release.board.decision.iter().flat_map(|decision| &decision.conditions);
        conditions.map(|condition| condition.id).collect::<Vec<_>>()
    });
    let add = move |_| edit(plan, "conditions", Edit::add(Condition { id: new_id(), ..Condition::default() }));
    view! {
        <div class="section-head">
            <h3>"Conditions"</h3>
            <button class="button quiet" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add condition"</button>
        </div>
        <Show when=move || !ids.with(Vec::is_empty)>
            <div class="table-scroll" role="region" aria-label="Conditions" tabindex="0">
                <table class="table stack" role="table">
                    <thead><tr role="row">
                        <th scope="col" role="columnheader">"Condition"</th><th scope="col" role="columnheader">"Owner"</th><th scope="col" role="columnheader">"Until"</th>
                        <th scope="col" role="columnheader">"Met on"</th><th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                    </tr></thead>
                    <tbody role="rowgroup">{each(move || ids.get(), |id| *id, move |id| row(plan, id))}</tbody>
                </table>
            </div>
        </Show>
    }
}

fn row(plan: Plan, id: Id<Condition>) -> impl IntoView {
    let value = plan.from(move |release| {
        release.board.decision.as_ref().and_then(|decision| decision.conditions.get(id).cloned()).unwrap_or_default()
    });
    let set = move |field: &'static str, with: &dyn Fn(&mut Condition)| {
        let mut condition = value.get_untracked();
        with(&mut condition);
        edit(plan, &format!("{id}.{field}"), Edit::replace(condition));
    };
    let remove = move || format!("Remove condition “{}”", value.get().text);
    view! {
        <tr role="row" data-entry=id.to_string()>
            <td role="cell" class="words" data-label="Condition"><InlineArea label="Condition" field="condition" value=Signal::derive(move || value.get().text)
                on_change=move |text: String| set("text", &|condition| condition.text.clone_from(&text))/></td>
            <td role="cell" data-label="Owner"><PersonChoice label="Owner of the condition" field="owner" inline=true value=Signal::derive(move || value.get().owner)
                on_change=move |owner| set("owner", &|condition| condition.owner = owner)/></td>
            <td role="cell" data-label="Until"><Day label="Until" field="until" inline=true value=Signal::derive(move || value.get().until)
                on_change=move |day| set("until", &|condition| condition.until = day)/></td>
            <td role="cell" data-label="Met on"><Day label="Met on" field="met" inline=true value=Signal::derive(move || value.get().met)
                on_change=move |day| set("met", &|condition| condition.met = day)/></td>
            <td class="tail" role="cell">
                <button class="icon-button" type="button" aria-label=remove title=remove disabled=plan.read_only
                    on:click=move |_| edit(plan, "conditions", Edit::Remove { id })><Icon name="bin"/></button>
            </td>
        </tr>
    }
}

fn change(plan: Plan, field: &str, with: impl FnOnce(&mut BoardDecision)) {
    plan.edit_part(&format!("decision.{field}"), |decision: &mut Option<BoardDecision>| {
        if let Some(decision) = decision {
            with(decision);
        }
    });
}

fn edit(plan: Plan, field: &str, edit: Edit<Condition>) {
    change(plan, field, |decision| {
        // The ids come from the list itself and from `new_id`, so that the edit cannot be refused.
        let _ = decision.conditions.apply(edit);
    });
}
