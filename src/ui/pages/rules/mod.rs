//! Governance rules: which the plan meets, which it breaks, how to cure or to waive that.

mod waiver;

use leptos::prelude::*;

use self::waiver::WaiverForm;
use crate::plan::{Command, Edit, GovernanceRule, Id, Item, Release, Removal, RemovedKind, TemplatePart, Waiver};
use crate::readiness::{RULES, Ruling, Section, WaiverStanding, ruling, waiver_standing, where_to_cure};
use crate::route::Route;
use crate::text;
use crate::ui::components::{Icon, PageHead, ReasonDialog, RemovedList, Role, Status, each};
use crate::ui::pages::TemplateTools;
use crate::ui::plan::{Plan, use_plan};

/// The rules that this release is held to.
#[component]
pub fn Rules(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let _ = entry;
    let ids = plan.ids::<GovernanceRule>();
    view! {
        <PageHead title="Governance rules" lead=plan.from(lead)/>
        {each(move || ids.get(), |id| *id, move |id| view! { <RuleCard id/> })}
        <TemplateTools part=TemplatePart::Rules/>
        <RemovedList kinds=&[RemovedKind::Rule] kind=RemovedKind::Rule missing=plan.from(missing)
            on_put_back=move |id| put_back(plan, id) on_restore=move |key: String| restore(plan, &key, None)/>
    }
}

fn lead(release: &Release) -> String {
    let broken =
        release.rules.iter().filter(|rule| matches!(ruling(rule, release), Ruling::Broken | Ruling::Unknown)).count();
    match (release.rules.len(), broken) {
        (0, _) => "No rule applies.".to_owned(),
        (_, 0) => "The plan meets every rule that applies.".to_owned(),
        (_, 1) => "One rule is not met.".to_owned(),
        (_, broken) => format!("{broken} rules are not met."),
    }
}

/// How the plan stands to a rule, waivers included, as a role and a word.
fn standing(plan: Plan, release: &Release, rule: &GovernanceRule) -> (Role, String) {
    let verdict = ruling(rule, release);
    if let (Ruling::Broken | Ruling::Unknown, Some(waiver)) = (verdict, &rule.waiver) {
        return match waiver_standing(waiver, release.go_live(), plan.today.get()) {
            WaiverStanding::InForce(until) => (Role::Conditional, format!("Waived until {}", text::day(until))),
            WaiverStanding::Expired(until) => (Role::NoGo, format!("Waiver ended on {}", text::day(until))),
            WaiverStanding::EndsBeforeGoLive(until) => {
                (Role::NoGo, format!("Waiver ends on {}, before go-live", text::day(until)))
            }
            WaiverStanding::Incomplete => (Role::NoGo, "Waiver incomplete".to_owned()),
        };
    }
    match verdict {
        Ruling::Met => (Role::Go, "Met".to_owned()),
        Ruling::DoesNotApply => (Role::NotApplicable, "Does not apply".to_owned()),
        Ruling::Broken => (Role::NoGo, "Broken".to_owned()),
        Ruling::Unknown => (Role::NoGo, "Not shown to be met".to_owned()),
    }
}

#[component]
fn RuleCard(id: Id<GovernanceRule>) -> impl IntoView {
    let plan = use_plan();
    let state = Memo::new(move |_| plan.release.with(|release| Some(standing(plan, release, release.rules.get(id)?))));
    let broken = plan.from(move |release| {
        release.rules.get(id).is_some_and(|rule| matches!(ruling(rule, release), Ruling::Broken | Ruling::Unknown))
    });
    let waived = plan.of(id, |rule: &GovernanceRule| rule.waiver.is_some());
    let cure = plan.from(move |release| {
        let rule = release.rules.get(id)?;
        Some((rule.cure.clone(), where_to_cure(rule, release)))
    });
    let heading = format!("rule-{id}");
    let grant = move |_| plan.edit(id, "waiver", |rule: &mut GovernanceRule| rule.waiver = Some(Waiver::default()));
    let cure_line = move || {
        cure.get().map(|(cure, place)| {
            let address = Route::cure(plan.id(), &place).to_string();
            let link = (place.section != Section::Rules)
                .then(|| view! { <a href=address>{text::go_to_cure(place.section)}</a> });
            view! { <p><strong>"Cure: "</strong>{cure}" "{link}</p> }
        })
    };
    view! {
        <section class="section" aria-labelledby=heading.clone() data-entry=id.to_string()>
            <div class="section-head">
                <h2 id=heading.clone()>{plan.of(id, |rule: &GovernanceRule| rule.name.clone())}</h2>
                {move || state.get().map(|(role, word)| view! { <Status role word/> })}
            </div>
            <p class="soft">{plan.of(id, |rule: &GovernanceRule| rule.why.clone())}</p>
            {move || broken.get().then_some(cure_line)}
            {move || match (waived.get(), broken.get()) {
                (true, _) => view! { <WaiverForm id/> }.into_any(),
                (false, true) => view! {
                    <div class="actions"><button class="button" type="button" data-field="waiver" disabled=plan.read_only on:click=grant>"Grant a waiver"</button></div>
                }.into_any(),
                (false, false) => ().into_any(),
            }}
            <RemoveRule id/>
        </section>
    }
}

#[component]
fn RemoveRule(id: Id<GovernanceRule>) -> impl IntoView {
    let plan = use_plan();
    let asked = RwSignal::new(None::<String>);
    let ask = move |_| asked.set(plan.get::<GovernanceRule>(id).map(|rule| rule.title().to_owned()));
    let remove = move |reason: String| {
        if let Some(rule) = plan.get::<GovernanceRule>(id) {
            plan.remove_with_reason(RemovedKind::Rule, &rule, &reason, Command::Rules(Edit::Remove { id }));
        }
    };
    let label = plan.of(id, |rule: &GovernanceRule| format!("Remove rule: {}", rule.name));
    view! {
        <div class="actions">
            <button class="button quiet small" type="button" aria-label=label disabled=plan.read_only on:click=ask><Icon name="bin"/>"Remove rule"</button>
        </div>
        <ReasonDialog what=asked on_remove=remove/>
    }
}

/// Built-in rules that are neither in the plan nor removed with a reason: key and name.
fn missing(release: &Release) -> Vec<(String, String)> {
    let gone = RULES.iter().filter(|entry| {
        let here = release.rules.iter().any(|rule| rule.catalogue.as_deref() == Some(entry.key));
        let removed = release.removals.iter().any(|r| r.kind == RemovedKind::Rule && r.key == entry.key);
        !here && !removed
    });
    gone.map(|entry| (entry.key.to_owned(), entry.name.to_owned())).collect()
}

/// Puts a built-in rule into the plan, together with what has to go for it.
fn restore(plan: Plan, key: &str, before: Option<Command>) {
    if let Some(entry) = RULES.iter().find(|entry| entry.key == key) {
        let back = Command::Rules(Edit::add(entry.rule()));
        plan.dispatch(Command::Batch(before.into_iter().chain([back]).collect()));
    }
}

/// Puts a removed rule back and drops the entry that said why it was gone.
fn put_back(plan: Plan, id: Id<Removal>) {
    if let Some(removal) = plan.get(id) {
        restore(plan, &removal.key, Some(Command::Removals(Edit::Remove { id })));
    }
}
