//! The organisation's templates: what new releases start from. They are edited as a release of their own kind, by the same
//! tables and commands, and written back to the shelf after each edit.

mod exchange;
mod left_out;
mod lists;
mod outset;
mod tools;

use leptos::ev;
use leptos::prelude::*;

use self::outset::Outset;
pub use self::tools::TemplateTools;
use crate::plan::{Id, Release, TEMPLATES_ID};
use crate::readiness::{Section, templates_as_release, templates_from_release};
use crate::route::{Page, Route};
use crate::text;
use crate::ui::components::{Icon, Mark, Role};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::opening::undo_keys;
use crate::ui::plan::Plan;
use crate::ui::register::register_page;
use crate::ui::shell::OpenShell;
use crate::ui::templates::{self, Held};

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
    let held = RwSignal::new(templates::read(desk));
    let plan =
        Plan::open(held.with_untracked(|held| templates_as_release(&held.templates)), false, desk.who(), desk.toasts);
    provide_context(plan);
    keep_stored(desk, plan, held);
    let keys = window_event_listener(ev::keydown, move |event| undo_keys(plan, &event));
    on_cleanup(move || keys.remove());
    let place = Memo::new(move |_| match desk.route.get() {
        Route::Release(id, Page::Section(section, entry, _)) if is_templates(id) => (section, entry),
        _ => (Section::Overview, None),
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
        <Reminder plan/>
        {move || page(plan, held, section.get(), entry)}
    }
    .into_any()
}

fn page(plan: Plan, held: RwSignal<Held>, section: Section, entry: Signal<Option<String>>) -> AnyView {
    let table = match section {
        Section::Acceptance => &lists::CRITERIA,
        Section::Gates => &lists::GATES,
        Section::Rules => &lists::RULES,
        Section::Communications => &lists::MESSAGES,
        Section::Calendar => &lists::CALENDAR,
        _ => return view! { <Outset plan held/> }.into_any(),
    };
    register_page(table, entry)
}

/// Stores the templates after each edit.
fn keep_stored(desk: Desk, plan: Plan, held: RwSignal<Held>) {
    // Storing is what an effect is for: it carries the templates out of the page.
    Effect::new(move |first: Option<()>| {
        plan.edits.track();
        if first.is_some() {
            store(desk, plan, held, |_| {});
        }
    });
}

/// Stores what the page holds now, changed once more.
fn store(desk: Desk, plan: Plan, held: RwSignal<Held>, change: impl FnOnce(&mut Held)) {
    let mut now = held.get_untracked();
    change(&mut now);
    now.templates = plan.release.with_untracked(|release| templates_from_release(release, &now.templates));
    templates::write(desk, &now);
    held.set(now);
}

/// Puts other templates in the place of those that are open, says so, and offers to undo it.
fn renew(desk: Desk, plan: Plan, held: RwSignal<Held>, new: Held, said: &str) {
    let before = held.get_untracked();
    if put(desk, plan, held, new) {
        desk.toasts.offer(&format!("{said}."), "Undo", move || {
            // Where it fails, it says so itself.
            let _ = put(desk, plan, held, before.clone());
        });
    }
}

/// Stores templates, and shows them where they are still open.
fn put(desk: Desk, plan: Plan, held: RwSignal<Held>, new: Held) -> bool {
    if !templates::write(desk, &new) {
        return false;
    }
    if plan.edits.try_get_untracked().is_some() {
        plan.follow(templates_as_release(&new.templates));
        held.set(new);
    }
    true
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
