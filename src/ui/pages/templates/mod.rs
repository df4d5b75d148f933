//! The organisation's templates: what new releases start from. They are edited as a release of their own kind, by the same
//! tables and commands, and written back to the shelf after each edit.

mod exchange;
mod left_out;
mod lists;
mod outset;
mod shelved;
mod tools;

use leptos::ev;
use leptos::prelude::*;

use self::outset::Outset;
use self::shelved::{OtherTab, Shelved};
pub use self::tools::TemplateTools;
use crate::plan::{Id, Release, TEMPLATES_ID};
use crate::readiness::Section;
use crate::route::{Page, Route};
use crate::text;
use crate::ui::components::{Icon, Mark, Role};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::opening::undo_keys;
use crate::ui::page::focus_field;
use crate::ui::plan::Plan;
use crate::ui::register::register_page;
use crate::ui::shell::OpenShell;

/// The pages, with what leads to them.
const PAGES: [(Section, &str); 6] = [
    (Section::Overview, "Overview"),
    (Section::Acceptance, "Criteria"),
    (Section::Gates, "Gates"),
    (Section::Rules, "Rules"),
    (Section::Communications, "Messages"),
    (Section::Calendar, "Calendar"),
];

/// Whether an id stands for the templates and no release.
#[must_use]
pub fn is_templates(id: Id<Release>) -> bool {
    id.as_str() == TEMPLATES_ID
}

/// The templates, open.
#[component]
pub fn OpenTemplates() -> impl IntoView {
    let desk = use_desk();
    let there = Memo::new(move |_| desk.place().is_some());
    let draw = move || match there.get() {
        true => open(desk),
        false => view! { <p class="soft" role="status">"Reading the templates"</p> }.into_any(),
    };
    view! { <OpenShell>{draw}</OpenShell> }
}

fn open(desk: Desk) -> AnyView {
    let open = Shelved::open(desk);
    let plan = open.plan;
    provide_context(plan);
    let keys = window_event_listener(ev::keydown, move |event| undo_keys(plan, &event));
    on_cleanup(move || keys.remove());
    let place = Memo::new(move |_| match desk.route.get() {
        Route::Release(id, Page::Section(section, entry, _)) if is_templates(id) => (section, entry),
        _ => (Section::Overview, None),
    });
    Effect::new(move |_| {
        if let Route::Release(id, Page::Section(_, entry @ Some(_), field)) = desk.route.get()
            && is_templates(id)
        {
            request_animation_frame(move || focus_field(entry.as_deref(), field.as_deref()));
        }
    });
    let section = Memo::new(move |_| place.get().0);
    let entry = Signal::derive(move || place.get().1);
    Effect::new(move |_| {
        let page = PAGES.iter().find(|(page, _)| *page == section.get()).map_or("Overview", |(_, word)| word);
        document().set_title(&format!("{page} · Templates · Rollcall"));
    });
    let link = move |(page, word): &(Section, &'static str)| {
        let page = *page;
        let current = move || (section.get() == page).then_some("true");
        view! { <a class="chip" href=Route::section(plan.id(), page).to_string() aria-current=current>{*word}</a> }
    };
    let back = Route::Settings.to_string();
    view! {
        <nav class="trail" aria-label="Path"><a href=back><Icon name="back"/>"Settings"</a></nav>
        <nav class="chips" aria-label="Templates">{PAGES.iter().map(link).collect_view()}</nav>
        <OtherTab open/>
        <Reminder plan/>
        {move || page(open, section.get(), entry)}
    }
    .into_any()
}

fn page(open: Shelved, section: Section, entry: Signal<Option<String>>) -> AnyView {
    let table = match section {
        Section::Acceptance => &lists::CRITERIA,
        Section::Gates => &lists::GATES,
        Section::Rules => &lists::RULES,
        Section::Communications => &lists::MESSAGES,
        Section::Calendar => &lists::CALENDAR,
        _ => return view! { <Outset open/> }.into_any(),
    };
    register_page(table, entry)
}

/// That the list of criteria is to be looked at again.
#[component]
fn Reminder(plan: Plan) -> impl IntoView {
    let overdue = plan.from(move |release| release.criteria_list.review.filter(|day| *day < plan.today.get()));
    let banner = move || {
        overdue.get().map(|day| {
            let address = format!("{}?field=criteria_review", Route::section(plan.id(), Section::Acceptance));
            view! {
                <div class="banner inset">
                    <Mark role=Role::Conditional/>
                    <p><strong>"The list of criteria is due for review."</strong>{format!(" It was to be looked at by {}. Look at it, then choose the next day.", text::day(day))}</p>
                    <a class="button small" href=address>"Review the list"</a>
                </div>
            }
        })
    };
    view! { <div class="notices" role="status">{banner}</div> }
}
