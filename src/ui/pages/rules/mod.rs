//! Governance rules: which the plan meets, which it breaks and why, how to cure or to waive that; and the organisation's own.

mod clause;
mod editor;
mod waiver;

use jiff::civil::Date;
use leptos::prelude::*;
use serde_json::{Value, json};

use self::waiver::waiver;
use crate::plan::{Command, Edit, GovernanceRule, Id, Release, Removal, RemovedKind, TemplatePart};
use crate::plan_file::{access, find};
use crate::readiness::{RULES, Ruling, Section, WaiverStanding, put_back_rule, ruling, waiver_standing, where_to_cure};
use crate::route::Route;
use crate::text;
use crate::ui::components::{RemovedList, Role};
use crate::ui::pages::TemplateTools;
use crate::ui::plan::Plan;
use crate::ui::register::{
    Block, Cell, Column, Field, Filter, Group, Kind, Page, Register, Removing, Show, register_page,
};

static RULE_LIST: Register = Register {
    empty: "The policies that a plan meets, breaks, or has a dated waiver from. Add those of your organisation.",
    head: "Rule",
    note: Some(Show::Cell(asks)),
    columns: &[Column::cell("Standing", state)],
    filters: &[
        Filter { word: "Not met", passes: |release, id, today| role(release, id, today) == Some(Role::NoGo) },
        Filter { word: "Waived", passes: |release, id, today| role(release, id, today) == Some(Role::Conditional) },
        Filter { word: "Met", passes: |release, id, today| role(release, id, today) == Some(Role::Go) },
        Filter {
            word: "Does not apply",
            passes: |release, id, today| role(release, id, today) == Some(Role::NotApplicable),
        },
        Filter {
            word: "Your own",
            passes: |release, id, _| find::<GovernanceRule>(release, id).is_some_and(|rule| rule.catalogue.is_none()),
        },
    ],
    groups: GROUPS,
    badge: Some(state),
    more: Some(more),
    removing: Removing::Reason(RemovedKind::Rule),
    preset,
    ..Register::new(Section::Rules, access::<GovernanceRule>(), "a rule", "rules")
};

/// The fields of a rule.
pub(super) static GROUPS: &[Group] = &[Group::one(&[
    Field::line("name", "Rule").help("The policy in plain words."),
    Field::new("then", "What is checked", Kind::Own(editor::editor)),
    Field::area("why", "Why").tall(2).help("Why the organisation has it."),
    Field::area("cure", "Cure").tall(2).help("How a plan that breaks it is cured."),
])];

/// A new rule. It says nothing until a value is chosen, and what says nothing is not met.
pub(super) fn preset(_: &Release, _: Date) -> Value {
    json!({ "then": { "fact": "approach", "operator": "is_not" } })
}

static PAGE: Page =
    Page { title: "Governance rules", lead, blocks: &[Block::Register(&RULE_LIST), Block::Own(removed)] };

/// The rules that this release is held to, and one of them at work.
#[component]
pub fn Rules(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    register_page(&PAGE, entry)
}

fn lead(release: &Release, _: Date) -> String {
    let unmet = release.rules.iter().filter(|rule| is_unmet(rule, release)).count();
    match (release.rules.len(), unmet) {
        (0, _) => "No rule applies.".to_owned(),
        (_, 0) => "The plan meets every rule that applies.".to_owned(),
        (_, 1) => "One rule is not met.".to_owned(),
        (_, unmet) => format!("{unmet} rules are not met."),
    }
}

/// Whether the plan breaks a rule or does not show that it meets it, waivers aside.
fn is_unmet(rule: &GovernanceRule, release: &Release) -> bool {
    matches!(ruling(rule, release), Ruling::Broken | Ruling::Unknown)
}

/// How the plan stands to a rule, waivers included, as a role and a word.
fn standing(release: &Release, rule: &GovernanceRule, today: Date) -> (Role, String) {
    let verdict = ruling(rule, release);
    if let (Ruling::Broken | Ruling::Unknown, Some(waiver)) = (verdict, &rule.waiver) {
        return match waiver_standing(waiver, release.go_live(), today) {
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

/// What a rule asks, in words.
pub(super) fn asks(release: &Release, id: &str, _: Date) -> Cell {
    Cell::Text(find::<GovernanceRule>(release, id).map(text::rule_in_words).unwrap_or_default())
}

fn state(release: &Release, id: &str, today: Date) -> Cell {
    let Some(rule) = find::<GovernanceRule>(release, id) else { return Cell::Text(String::new()) };
    let (role, word) = standing(release, rule, today);
    Cell::Status(role, word)
}

fn role(release: &Release, id: &str, today: Date) -> Option<Role> {
    find::<GovernanceRule>(release, id).map(|rule| standing(release, rule, today).0)
}

/// Where a rule that is not met is cured, and its waiver.
fn more(plan: Plan, id: String) -> AnyView {
    let Ok(rule) = Id::<GovernanceRule>::new(&id) else { return ().into_any() };
    let place = plan.from(move |release| {
        let rule = release.rules.get(rule).filter(|rule| is_unmet(rule, release))?;
        Some(where_to_cure(rule, release)).filter(|place| place.section != Section::Rules)
    });
    let cure = move || {
        place.get().map(|place| {
            let address = Route::cure(plan.id(), &place).to_string();
            view! { <p><a href=address>{text::go_to_cure(place.section)}</a></p> }
        })
    };
    view! { {cure}{waiver(plan, rule)} }.into_any()
}

fn removed(plan: Plan) -> AnyView {
    view! {
        <TemplateTools part=TemplatePart::Rules/>
        <RemovedList kinds=&[RemovedKind::Rule] kind=RemovedKind::Rule missing=plan.from(missing)
            on_put_back=move |id| put_back(plan, id) on_restore=move |key: String| restore(plan, &key)/>
    }
    .into_any()
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

/// Puts a built-in rule into the plan.
fn restore(plan: Plan, key: &str) {
    if let Some(entry) = RULES.iter().find(|entry| entry.key == key) {
        plan.dispatch(Command::Rules(Edit::add(entry.rule())));
    }
}

/// Puts a removed rule back and drops the entry that said why it was gone.
fn put_back(plan: Plan, id: Id<Removal>) {
    if let Some(back) = plan.get(id).as_ref().and_then(put_back_rule) {
        plan.dispatch(back);
    }
}
