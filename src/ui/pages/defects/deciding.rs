//! The defect review: one undecided defect after another, with the three decisions in large type and on the keys 1 to 3.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::gate::{DefectState, defect_state};
use crate::plan::{Choice, Defect, DefectDecision, Id, Release};
use crate::readiness::{Place, Section};
use crate::route::Route;
use crate::text;
use crate::ui::components::focus_soon;
use crate::ui::plan::Plan;

/// A decision: what it is called, what follows from it, and where it is filled in.
struct Choose {
    word: &'static str,
    follows: &'static str,
    field: &'static str,
    decide: fn() -> DefectDecision,
}

static CHOICES: [Choose; 3] = [
    Choose {
        word: "Fix before release",
        follows: "It blocks until the fix is confirmed.",
        field: "fixed",
        decide: || DefectDecision::Fix { fixed: None },
    },
    Choose {
        word: "Deploy with workaround",
        follows: "It goes live as a known error: symptoms, workaround, quick fix and desk code are asked for.",
        field: "workaround",
        decide: || DefectDecision::Workaround,
    },
    Choose {
        word: "Postpone the release",
        follows: "The release waits for it.",
        field: "postpone_reason",
        decide: || DefectDecision::Postpone { reason: String::new() },
    },
];

/// The review as its parts see it. It is `Copy`.
#[derive(Clone, Copy)]
struct Review {
    plan: Plan,
    /// Whether it is held now.
    open: RwSignal<bool>,
    /// What is left for later in this round.
    skipped: RwSignal<Vec<Id<Defect>>>,
    /// What was decided last, and where it is filled in.
    last: RwSignal<Option<(Id<Defect>, usize)>>,
    /// The undecided defects that are not left for later.
    waiting: Signal<Vec<Id<Defect>>>,
}

/// The button that opens the review where something is undecided, and the review while it is held.
pub fn deciding(plan: Plan) -> AnyView {
    let skipped = RwSignal::new(Vec::new());
    let waiting = plan.from(move |release| {
        let today = plan.today.get();
        let open = release.defects.iter().filter(|defect| defect_state(defect, today) == DefectState::Undecided);
        let ids = open.map(|defect| defect.id);
        skipped.with(|skipped: &Vec<Id<Defect>>| ids.filter(|id| !skipped.contains(id)).collect())
    });
    let review = Review { plan, open: RwSignal::new(false), skipped, last: RwSignal::new(None), waiting };
    let keys = window_event_listener(ev::keydown, move |event| review.key(&event));
    on_cleanup(move || keys.remove());
    let current = Memo::new(move |_| waiting.with(|waiting| waiting.first().copied()));
    let shown = move || match (review.open.get(), current.get()) {
        (false, None) => None,
        (false, Some(_)) => (!plan.read_only).then(|| begin(review)),
        (true, current) => Some(held(review, current)),
    };
    shown.into_any()
}

impl Review {
    fn decide(self, at: usize) {
        let id = self.waiting.with_untracked(|waiting| waiting.first().copied());
        let Some((id, choice)) = id.zip(CHOICES.get(at)) else { return };
        self.plan.edit(id, "decision", |defect: &mut Defect| defect.decision = (choice.decide)());
        self.plan.seal();
        self.last.set(Some((id, at)));
        focus_soon(".deciding :is(.choice, .button)".to_owned());
    }

    fn skip(self) {
        if let Some(id) = self.waiting.with_untracked(|waiting| waiting.first().copied()) {
            self.skipped.update(|skipped| skipped.push(id));
            focus_soon(".deciding :is(.choice, .button)".to_owned());
        }
    }

    fn hold(self) {
        self.skipped.set(Vec::new());
        self.last.set(None);
        self.open.set(true);
        focus_soon(".deciding .choice".to_owned());
    }

    fn end(self) {
        self.open.set(false);
        self.skipped.set(Vec::new());
        focus_soon("#main [data-field=\"review_defects\"], #main".to_owned());
    }

    /// The keys 1 to 3 decide while the review is held and the focus is on it, on the page or nowhere.
    fn key(self, event: &web_sys::KeyboardEvent) {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat();
        if held || self.plan.read_only || self.open.try_get_untracked() != Some(true) || !is_here(event) {
            return;
        }
        if let Some(at) = event.key().parse::<usize>().ok().and_then(|digit| digit.checked_sub(1))
            && at < CHOICES.len()
        {
            event.prevent_default();
            self.decide(at);
        }
    }
}

/// Whether a key was pressed on the review, or while nothing in particular has the focus.
fn is_here(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches("body, #main, .deciding *").unwrap_or(false))
}

fn begin(review: Review) -> AnyView {
    let words = move || match review.waiting.with(Vec::len) {
        1 => "Decide on the undecided defect".to_owned(),
        count => format!("Decide on {count} undecided defects"),
    };
    view! {
        <div class="actions">
            <button class="button" type="button" data-field="review_defects" on:click=move |_| review.hold()>{words}</button>
        </div>
    }
    .into_any()
}

fn held(review: Review, current: Option<Id<Defect>>) -> AnyView {
    let body = match current {
        Some(id) => question(review, id),
        None => view! { <p>{move || over(review)}</p> }.into_any(),
    };
    view! {
        <section class="section deciding" aria-label="Defect review">
            <p class="small soft" role="status">{move || said(review)}</p>
            {body}
            <div class="actions">
                {current.map(|_| view! { <button class="button" type="button" on:click=move |_| review.skip()>"Leave for later"</button> })}
                <button class="button quiet" type="button" on:click=move |_| review.end()>"End the review"</button>
            </div>
        </section>
    }
    .into_any()
}

fn question(review: Review, id: Id<Defect>) -> AnyView {
    let plan = review.plan;
    let title = plan.of(id, |defect: &Defect| text::named(defect.title.trim(), "New defect"));
    let facts = plan.from(move |release| facts(release, id));
    let left = move || match review.waiting.with(Vec::len) {
        1 => "The last one".to_owned(),
        count => format!("{count} to decide"),
    };
    let choices = CHOICES.iter().enumerate().map(|(at, choice)| {
        view! {
            <button class="choice" type="button" on:click=move |_| review.decide(at)>
                <kbd aria-hidden="true">{at + 1}</kbd><span>{choice.word}<small>{choice.follows}</small></span>
            </button>
        }
    });
    view! {
        <p class="small soft">{left}</p>
        <h2>{title}</h2>
        <p class="soft">{facts}</p>
        {choices.collect_view()}
    }
    .into_any()
}

/// Number, severity, where and when it was found, and whose it is.
fn facts(release: &Release, id: Id<Defect>) -> String {
    let Some(defect) = release.defects.get(id) else { return String::new() };
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let parts = [
        said(&defect.number),
        Some(format!("{} severity", defect.severity.label())),
        said(&defect.found_in),
        defect.found.map(|on| format!("found {}", text::day(on))),
        release.person_name(defect.owner).map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was decided last, with the way to fill it in.
fn said(review: Review) -> Option<AnyView> {
    let (id, at) = review.last.get()?;
    let choice = CHOICES.get(at)?;
    let title = review.plan.release.with(|release| release.defects.get(id).map(|defect| defect.title.clone()))?;
    let to = Route::cure(review.plan.id(), &Place::entry(Section::Defects, id, choice.field)).to_string();
    Some(view! { {format!("“{}”: {}. ", title.trim(), choice.word)}<a href=to>"Fill it in"</a> }.into_any())
}

fn over(review: Review) -> String {
    match review.skipped.with(Vec::len) {
        0 => "Every defect is decided.".to_owned(),
        1 => "One defect is left for later.".to_owned(),
        count => format!("{count} defects are left for later."),
    }
}
