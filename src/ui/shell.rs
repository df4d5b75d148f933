//! What stands around every page of a release: the header, the rail of sections, and the findings.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::banner::{self, Banners};
use super::components::{Icon, Mark, Role, names_to_propose, verdict_role};
use super::desk::{Desk, use_desk};
use super::plan::{Plan, use_plan};
use super::releases::{delete, duplicate, export};
use super::saving::SaveMark;
use super::theme::ThemeButton;
use crate::plan::Choice;
use crate::readiness::{Code, Finding, Section, SectionReadiness, Severity};
use crate::route::{Page, Route};
use crate::text;

/// The frame around a page of a release.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <SkipButton/>
        <div class="shell">
            <Header/>
            <Banners of_release=banner::of_release(use_plan())/>
            <Rail/>
            <main class="main" id="main" tabindex="-1">{children()}</main>
            <Findings/>
            <Dock/>
        </div>
        {names_to_propose(use_plan())}
    }
}

/// The frame around a page outside a release.
#[component]
pub fn OpenShell(
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <SkipButton/>
        <div class="shell open">
            <header class="bar">
                <Brand/>
                <div class="tools">
                    <ThemeButton/>
                    <a class="icon-button" href=Route::Settings.to_string() aria-label="Settings" title="Settings"><Icon name="gear"/></a>
                </div>
            </header>
            <Banners/>
            <main class="main" id="main" tabindex="-1">{children()}</main>
        </div>
    }
}

/// A page in the frame of those outside a release.
pub fn open(page: AnyView) -> AnyView {
    view! { <OpenShell>{page}</OpenShell> }.into_any()
}

/// Puts the focus on an element of the page by its id.
pub fn focus_on(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        let options = web_sys::FocusOptions::new();
        // The page stays where it is: what has the focus is its beginning.
        options.set_prevent_scroll(true);
        // Focus is a courtesy: where the element cannot take it, nothing is lost.
        let _ = element.focus_with_options(&options);
    }
}

#[component]
fn SkipButton() -> impl IntoView {
    view! { <button class="skip button" type="button" on:click=|_| focus_on("main")>"Skip to content"</button> }
}

#[component]
fn Brand() -> impl IntoView {
    view! {
        <a class="brand" href=Route::Releases.to_string() aria-label="Rollcall, all releases">
            <svg aria-hidden="true"><use href="#icon-brand"></use></svg>
            <span class="wide">"Rollcall"</span>
        </a>
    }
}

#[component]
fn Header() -> impl IntoView {
    let plan = use_plan();
    let name = Memo::new(move |_| plan.release.with(|release| release.identity.name.clone()));
    let version = Memo::new(move |_| plan.release.with(|release| release.identity.version.clone()));
    let named = move || text::named(&name.get(), "Unnamed release");
    view! {
        <header class="bar">
            <Brand/>
            <button class="release" type="button" popovertarget="release-menu">
                <span>{named}</span><span class="version wide">{version}</span><Icon name="down"/>
            </button>
            <ReleaseMenu/>
            <VerdictLink/>
            <SaveMark/>
            <div class="tools">
                <UndoButtons/>
                <ThemeButton/>
                <a class="icon-button wide" href=Route::Settings.to_string() aria-label="Settings" title="Settings"><Icon name="gear"/></a>
                <button class="icon-button narrow" type="button" aria-label="More" popovertarget="more-menu"><Icon name="more"/></button>
                <MoreMenu/>
            </div>
        </header>
    }
}

#[component]
fn VerdictLink() -> impl IntoView {
    let plan = use_plan();
    let to_clear = move |readiness: &crate::readiness::Readiness| {
        readiness.count(Severity::Blocker) + readiness.count(Severity::Condition)
    };
    move || {
        plan.readiness.with(|readiness| {
            let role = verdict_role(readiness.verdict);
            let waiting = match to_clear(readiness) {
                0 => String::new(),
                count => format!(" · {count} to clear"),
            };
            view! {
                <a class=format!("verdict {}", role.class()) href=Route::section(plan.id(), Section::Board).to_string()>
                    <Mark role/><span>{readiness.verdict.label()}<span class="wide">{waiting}</span></span>
                </a>
            }
        })
    }
}

#[component]
fn UndoButtons() -> impl IntoView {
    let plan = use_plan();
    let name =
        |verb: &str, what: Option<String>| what.map_or_else(|| verb.to_owned(), |what| format!("{verb}: {what}"));
    let undo = move || name("Undo", plan.to_undo());
    let redo = move || name("Redo", plan.to_redo());
    view! {
        <button class="icon-button wide" type="button" aria-label=undo title=move || format!("{} (Ctrl+Z)", undo())
            disabled=move || plan.to_undo().is_none() on:click=move |_| plan.undo()><Icon name="undo"/></button>
        <button class="icon-button wide" type="button" aria-label=redo title=move || format!("{} (Ctrl+Shift+Z)", redo())
            disabled=move || plan.to_redo().is_none() on:click=move |_| plan.redo()><Icon name="redo"/></button>
    }
}

/// What can be done with the release as a whole.
#[component]
fn ReleaseMenu() -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    view! {
        <div class="menu" id="release-menu" popover="auto">
            <a href=Route::Releases.to_string()><Icon name="back"/>"All releases"</a>
            <a href=Route::Release(plan.id(), Page::History).to_string()><Icon name="list"/>"Change log"</a>
            <button type="button" popovertarget="release-menu" popovertargetaction="hide" on:click=move |_| export(desk, plan)><Icon name="download"/>"Export as JSON"</button>
            <button type="button" disabled=plan.read_only on:click=move |_| spawn_local(duplicate(desk, plan.id()))><Icon name="copy"/>"Duplicate"</button>
            <hr/>
            <button type="button" disabled=plan.read_only on:click=move |_| spawn_local(delete(desk, plan.id()))><Icon name="bin"/>"Delete release"</button>
        </div>
    }
}

/// On a phone: what the header has no room for.
#[component]
fn MoreMenu() -> impl IntoView {
    let plan = use_plan();
    view! {
        <div class="menu" id="more-menu" popover="auto">
            <button type="button" disabled=move || plan.to_undo().is_none() on:click=move |_| plan.undo()><Icon name="undo"/>"Undo"</button>
            <button type="button" disabled=move || plan.to_redo().is_none() on:click=move |_| plan.redo()><Icon name="redo"/>"Redo"</button>
            <a href=Route::Settings.to_string()><Icon name="gear"/>"Settings"</a>
        </div>
    }
}

/// What is planned, what is prepared, what is decided on, and what comes after: a line stands before the first section of each.
const BEGINS_PART: [Section; 3] = [Section::Environments, Section::Meetings, Section::After];

#[component]
fn Rail() -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let sections = Section::ALL.iter().map(|section| rail_link(plan, desk, *section));
    let actions = Route::Release(plan.id(), Page::Actions).to_string();
    let on_actions = move || desk.route.with(|route| matches!(route, Route::Release(_, Page::Actions)));
    let late = plan.from(move |release| {
        crate::action::actions(release, plan.today.get()).iter().filter(|todo| todo.overdue).count()
    });
    let overdue = move || {
        (late.get() > 0).then(|| view! {
            <span class="count">{late}</span><Mark role=Role::NoGo/><span class="unseen">{move || format!("{} overdue", late.get())}</span>
        })
    };
    let documents = Route::Release(plan.id(), Page::Documents(None)).to_string();
    let on_documents = move || desk.route.with(|route| matches!(route, Route::Release(_, Page::Documents(_))));
    view! {
        <nav class="rail sheet" id="rail" popover="auto" aria-label="Sections">
            <ol>
                {sections.collect_view()}
                <li class="apart">
                    <a href=actions aria-current=move || on_actions().then_some("page")><span>"Actions"</span>{overdue}</a>
                </li>
                <li>
                    <a href=documents aria-current=move || on_documents().then_some("page")><span>"Documents"</span></a>
                </li>
            </ol>
        </nav>
    }
}

fn rail_link(plan: Plan, desk: Desk, section: Section) -> impl IntoView {
    let address = Route::section(plan.id(), section).to_string();
    let class = if BEGINS_PART.contains(&section) { "apart" } else { "" };
    let current = move || desk.route.with(|route| shown_section(route) == Some(section));
    let state = Memo::new(move |_| plan.readiness.with(|readiness| readiness.section(section).copied()));
    let marks = move || {
        state.get().map(|state| {
            let (role, words) = section_role(&state);
            let waiting = state.blockers + state.conditions;
            let count = (waiting > 0).then(|| view! { <span class="count">{waiting}</span> });
            view! { {count}<Mark role/><span class="unseen">{words}</span> }
        })
    };
    view! {
        <li class=class>
            <a href=address aria-current=move || current().then_some("page")><span>{section.label()}</span>{marks}</a>
        </li>
    }
}

/// The section that a page belongs to.
#[must_use]
pub fn shown_section(route: &Route) -> Option<Section> {
    match route {
        Route::Release(_, Page::Section(section, ..)) => Some(*section),
        Route::Release(_, Page::Walk(_)) => Some(Section::Strategy),
        Route::Release(_, Page::RollCall) => Some(Section::Board),
        _ => None,
    }
}

/// How a section stands, as a mark and in words.
#[must_use]
pub fn section_role(state: &SectionReadiness) -> (Role, String) {
    match (state.blockers, state.conditions, state.done, state.applicable) {
        (1.., _, _, _) if state.stale => (Role::Stale, format!("{} waiting, a sign-off is stale", state.blockers)),
        (1.., _, 0, _) => (Role::Idle, format!("not started, {} waiting", state.blockers)),
        (1.., ..) => (Role::NoGo, format!("{} waiting", state.blockers)),
        (0, 1.., _, _) => (Role::Conditional, format!("{} with conditions", state.conditions)),
        // Open, and no more than worth knowing so far.
        (0, 0, done, of) if done < of => (Role::Idle, format!("{done} of {of} done")),
        (0, 0, _, 1..) => (Role::Go, "ready".to_owned()),
        _ => (Role::NotApplicable, "nothing to clear".to_owned()),
    }
}

#[component]
fn Findings() -> impl IntoView {
    let plan = use_plan();
    let waiting = Memo::new(move |_| {
        plan.readiness.with(|readiness| readiness.count(Severity::Blocker) + readiness.count(Severity::Condition))
    });
    let groups = move || {
        plan.readiness.with(|readiness| {
            let groups = Severity::ALL.iter().map(|severity| {
                let group: Vec<&Finding> = readiness.findings.iter().filter(|f| f.severity == *severity).collect();
                findings_of(plan, *severity, &group)
            });
            groups.collect_view()
        })
    };
    let title = move || match waiting.get() {
        0 => "Nothing to clear".to_owned(),
        count => format!("To clear ({count})"),
    };
    view! {
        <aside class="findings sheet" id="findings" popover="auto" aria-labelledby="findings-title">
            <h2 id="findings-title">{title}</h2>
            {groups}
        </aside>
    }
}

fn findings_of(plan: Plan, severity: Severity, findings: &[&Finding]) -> AnyView {
    if findings.is_empty() {
        return ().into_any();
    }
    let (title, closed) = match severity {
        Severity::Blocker => ("Blockers", false),
        Severity::Condition => ("Conditions", false),
        Severity::Advice => ("Advice", true),
    };
    let list = findings.iter().map(|finding| finding_link(plan, finding)).collect_view();
    if closed {
        let title = format!("{title} ({})", findings.len());
        view! { <details class="advice"><summary>{title}</summary><ul>{list}</ul></details> }.into_any()
    } else {
        view! { <h3>{title}</h3><ul>{list}</ul> }.into_any()
    }
}

fn finding_link(plan: Plan, finding: &Finding) -> impl IntoView + use<> {
    let role = finding_role(finding);
    let address = Route::cure(plan.id(), &finding.place).to_string();
    view! {
        <li>
            <a class=format!("finding {}", role.class()) href=address title=text::why(finding.code)>
                <Mark role/><span>{text::what(finding)}</span>
                <span class="where">{finding.place.section.label()}" →"</span>
            </a>
        </li>
    }
}

/// The mark of a finding.
#[must_use]
pub fn finding_role(finding: &Finding) -> Role {
    match (finding.severity, finding.code) {
        (_, Code::SignOffStale | Code::SeniorSignOffStale) => Role::Stale,
        (Severity::Blocker, _) => Role::NoGo,
        (Severity::Condition, _) => Role::Conditional,
        (Severity::Advice, _) => Role::Advice,
    }
}

/// On a phone: the section's name opens the rail, the pill opens the findings.
#[component]
fn Dock() -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let here = move || {
        desk.route.with(|route| match route {
            Route::Release(_, Page::Documents(_)) => "Documents",
            Route::Release(_, Page::Actions) => "Actions",
            Route::Release(_, Page::History) => "Change log",
            route => shown_section(route).map_or("Sections", Choice::label),
        })
    };
    let pill = move || {
        plan.readiness.with(|readiness| {
            let waiting = readiness.count(Severity::Blocker) + readiness.count(Severity::Condition);
            let role = verdict_role(readiness.verdict);
            view! { <Mark role/>{if waiting == 0 { "Nothing to clear".to_owned() } else { format!("{waiting} to clear") }} }
        })
    };
    view! {
        <div class="dock">
            <button class="button section-name" type="button" popovertarget="rail"><Icon name="list"/>{here}</button>
            <button class="button" type="button" popovertarget="findings">{pill}</button>
        </div>
    }
}
