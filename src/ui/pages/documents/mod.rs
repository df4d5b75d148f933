//! The documents: each a view of the plan as it stands now, at reading size, ready to print.

mod block;
mod paper;
mod span;

use leptos::prelude::*;

use self::block::block_view;
use self::paper::{Paper, lay_out};
pub(super) use self::span::text_view;
use crate::document::{Document, Kind, build};
use crate::plan::Choice;
use crate::route::{Page, Route};
use crate::text;
use crate::ui::components::{AnswerGroup, AnswerOption, Icon, PageHead};
use crate::ui::desk::use_desk;
use crate::ui::plan::{Plan, use_plan};
use crate::ui::releases::{export, hand_out_as};

/// The document that is shown where the address names none.
pub const FIRST: Kind = Kind::GoNoGoPack;

/// The documents of a release: which there are and whom each is for, and one of them.
#[component]
pub fn Documents(
    /// The document that the address names.
    #[prop(into)]
    kind: Signal<Option<Kind>>,
) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let paper = RwSignal::new(Paper::A4);
    let shown = Memo::new(move |_| kind.get().unwrap_or(FIRST));
    let document = Memo::new(move |_| plan.release.with(|release| build(shown.get(), release, plan.today.get())));
    lay_out(document, paper);
    let markdown = move |_| {
        let text = document.with(crate::document::markdown);
        let name = plan.release.with_untracked(|release| {
            crate::plan_file::file_name(release, plan.today.get_untracked()).replace(".rollcall.json", "")
        });
        hand_out_as(
            desk,
            &format!("{name}-{}.md", shown.get_untracked().key().replace('_', "-")),
            &text,
            "text/markdown",
        );
    };
    let print = move |_| {
        // Where the browser has no printing, it says so itself.
        let _ = window().print();
    };
    view! {
        <PageHead title="Documents" lead="Each is a view of the plan as it stands now.".to_owned()>
            <button class="button" type="button" on:click=move |_| export(desk, plan)><Icon name="download"/>"Export JSON"</button>
            <button class="button" type="button" on:click=markdown><Icon name="download"/>"Export Markdown"</button>
            <button class="button primary" type="button" on:click=print><Icon name="print"/>{move || format!("Print {}", shown.get().label())}</button>
        </PageHead>
        <div class="desk">
            <div class="section">
                <h2 class="small soft">"Documents"</h2>
                <ul class="picks">{Kind::ALL.iter().map(|kind| pick(plan, *kind, shown)).collect_view()}</ul>
                <AnswerGroup label="Paper" field="paper" visible=true apart=true options=papers() value=paper on_change=move |size| paper.set(size)/>
            </div>
            {move || document.with(sheet)}
        </div>
    }
}

fn pick(plan: Plan, kind: Kind, shown: Memo<Kind>) -> impl IntoView {
    let address = Route::Release(plan.id(), Page::Documents(Some(kind))).to_string();
    view! {
        <li>
            <a href=address aria-current=move || (shown.get() == kind).then_some("page")>{kind.label()}</a>
            <p class="small soft">{kind.purpose()}</p>
        </li>
    }
}

fn papers() -> Vec<AnswerOption<Paper>> {
    vec![
        AnswerOption { value: Paper::A4, word: "A4", role: None },
        AnswerOption { value: Paper::Letter, word: "Letter", role: None },
    ]
}

/// The document as pages.
fn sheet(document: &Document) -> impl IntoView + use<> {
    let title = match document.version.as_str() {
        "" => document.release.clone(),
        version => format!("{} {version}", document.release),
    };
    view! {
        <article class="document" aria-labelledby="document-title">
            <header class="title-block">
                <p class="kind">{document.title}" · "{document.audience}</p>
                <h1 id="document-title">{title}</h1>
                <dl class="facts">
                    <div><dt>"As of"</dt><dd>{text::day(document.as_of)}</dd></div>
                    <div><dt>"Revision"</dt><dd><span class="mono">{document.revision()}</span></dd></div>
                </dl>
            </header>
            {document.blocks.iter().map(block_view).collect_view()}
        </article>
    }
}
