//! The Release Board: who sits on it, what each said, what they sign, and what was decided.

mod decision;
mod members;
mod risks;
mod roll_call;
mod sign_offs;
mod sittings;

use leptos::prelude::*;

use self::decision::Decision;
use self::members::Members;
use self::risks::Risks;
pub use self::roll_call::RollCall;
use self::sign_offs::SeniorSignOffs;
use self::sittings::Sittings;
use crate::plan::Release;
use crate::route::{Page, Route};
use crate::ui::components::{PageHead, VerdictMark};
use crate::ui::plan::use_plan;

/// The Board and its decision.
#[component]
pub fn Board(
    /// The entry that the address names. The app puts the focus there.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    let plan = use_plan();
    let verdict =
        move || plan.readiness.with(|readiness| view! { <VerdictMark verdict=readiness.verdict size="large"/> });
    let beside = move || {
        plan.readiness.with(|readiness| {
            let waiting =
                readiness.findings.iter().filter(|f| f.severity != crate::readiness::Severity::Advice).count();
            match waiting {
                0 => "The plan says so: nothing stands against it.".to_owned(),
                1 => "The plan says so: one finding stands.".to_owned(),
                count => format!("The plan says so: {count} findings stand."),
            }
        })
    };
    view! {
        <PageHead title="Release Board" lead=plan.from(lead)>
            <a class="button" href=Route::Release(plan.id(), Page::Documents(Some(crate::document::Kind::GoNoGoPack))).to_string()>"Open the Go/No-Go pack"</a>
            <a class="button primary" href=Route::Release(plan.id(), Page::RollCall).to_string()>"Call the roll"</a>
        </PageHead>
        <section class="answer-now" aria-label="What the plan says"><div class="section">{verdict}<p class="soft">{beside}</p></div></section>
        <SeniorSignOffs/>
        <Members/>
        <Sittings/>
        <Risks entry/>
        <Decision/>
    }
}

fn lead(release: &Release) -> String {
    let board = &release.board;
    let (members, votes) = (board.members.len(), board.votes.len());
    let reached = if board.has_quorum() { "reached" } else { "not reached" };
    if members == 0 {
        return format!("No member is named; the quorum of {} is not reached.", board.quorum);
    }
    let seats = match board.seats_heard() {
        heard if usize::try_from(heard) == Ok(votes) => String::new(),
        1 => ", for 1 seat".to_owned(),
        heard => format!(", for {heard} seats"),
    };
    format!("{votes} of {members} members have voted{seats}; the quorum of {} is {reached}.", board.quorum)
}
