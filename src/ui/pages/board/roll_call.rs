//! The roll call: each seat votes face down, and the cards are turned together.

use leptos::prelude::*;

use super::members::{cast, vote_of};
use crate::plan::{Ballot, BoardMember, Choice, Id, Verdict};
use crate::readiness::Section;
use crate::route::Route;
use crate::ui::components::{AnswerGroup, AnswerOption, Icon, Mark, PageHead, Role, VerdictMark, each};
use crate::ui::plan::{Plan, use_plan};

/// The Board's roll call, large enough to be read from the back of the room.
#[component]
pub fn RollCall() -> impl IntoView {
    let plan = use_plan();
    let turned = RwSignal::new(false);
    let ids = plan.ids::<BoardMember>();
    let waiting = plan
        .from(|release| release.board.members.iter().filter(|member| vote_of(release, member.id).is_none()).count());
    let lead = Signal::derive(move || match (turned.get(), waiting.get()) {
        (true, _) => "The cards are turned.".to_owned(),
        (false, 0) if ids.with(Vec::is_empty) => String::new(),
        (false, 0) => "Everyone has voted. Turn the cards together.".to_owned(),
        (false, 1) => "One member has still to vote. Votes stay face down until the cards are turned.".to_owned(),
        (false, count) => {
            format!("{count} members have still to vote. Votes stay face down until the cards are turned.")
        }
    });
    let back = (Route::section(plan.id(), Section::Board).to_string(), "Release Board".to_owned());
    let label = move || if turned.get() { "Turn the cards back" } else { "Turn the cards" };
    view! {
        <PageHead title="Roll call" lead back>
            <button class="button primary" type="button" on:click=move |_| turned.update(|turned| *turned = !*turned)>{label}</button>
        </PageHead>
        <div aria-live="polite">{move || turned.get().then(|| verdict(plan))}</div>
        <section class="section" aria-label="The seats">
            <ol class="roll">{each(move || ids.get(), |id| *id, move |id| card(plan, id, turned))}</ol>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="soft">"Nobody sits on the Board yet."</p> })}
        </section>
    }
}

/// What the plan says in the size of a hall, and how the votes fell.
fn verdict(plan: Plan) -> impl IntoView {
    let verdict =
        move || plan.readiness.with(|readiness| view! { <VerdictMark verdict=readiness.verdict size="hall"/> });
    let said = plan.from(|release| {
        let count = |ballot: Ballot| release.board.votes.iter().filter(|vote| vote.ballot == ballot).count();
        let parts = Ballot::ALL.iter().map(|ballot| (count(*ballot), ballot.label())).filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, label)| format!("{count} {label}")).collect();
        if parts.is_empty() { "Nobody has voted.".to_owned() } else { format!("The Board: {}.", parts.join(", ")) }
    });
    let decided = plan.from(|release| release.board.decision.as_ref().map(|decision| decision.verdict));
    let decision = move || decided.get().map(|verdict: Verdict| format!(" It decided {}.", verdict.label()));
    view! {
        <section class="verdict-hall" aria-label="The verdict of the plan">
            {verdict}<p class="spoken">"So says the plan. "{said}{decision}</p>
        </section>
    }
}

fn card(plan: Plan, id: Id<BoardMember>, turned: RwSignal<bool>) -> impl IntoView {
    let seat = plan.of(id, |member: &BoardMember| member.role.label().to_owned());
    let name = plan.from(move |release| {
        let Some(member) = release.board.members.get(id) else { return String::new() };
        let deputy = release.person_name(member.deputy).map(|deputy| format!(" · deputy {deputy}"));
        format!("{}{}", release.member_name(member), deputy.unwrap_or_default())
    });
    let vote = plan.from(move |release| vote_of(release, id).map(|vote| (vote.ballot, vote.reason.clone())));
    let class = move || match (turned.get(), vote.get()) {
        (true, Some((ballot, _))) => format!("ballot {}", role(ballot).class()),
        (true, None) => "ballot idle".to_owned(),
        (false, _) => "ballot face-down".to_owned(),
    };
    let face = move || {
        match (turned.get(), vote.get()) {
        (true, Some((ballot, reason))) => view! {
            <div><strong class=format!("verdict {}", role(ballot).class())><Mark role=role(ballot)/>{ballot.label()}</strong><p class="small soft">{reason}</p></div>
        }
        .into_any(),
        (true, None) => view! { <span class="status idle"><Mark role=Role::Idle/>"Did not vote"</span> }.into_any(),
        (false, voted) => face_down(plan, id, seat, voted.is_some()).into_any(),
    }
    };
    view! { <li class=class><div><strong>{seat}</strong><br/><span class="soft small">{name}</span></div>{face}</li> }
}

/// A card that is face down: whether its member has voted, and the vote itself behind a fold.
fn face_down(plan: Plan, id: Id<BoardMember>, seat: Signal<String>, voted: bool) -> impl IntoView {
    let options = Ballot::ALL
        .iter()
        .map(|ballot| AnswerOption { value: Some(*ballot), word: ballot.label(), role: Some(role(*ballot)) })
        .collect();
    let label = Signal::derive(move || format!("Vote of the {}", seat.get()));
    let state = if voted {
        view! { <span class="status"><Icon name="check"/>"Voted"</span> }.into_any()
    } else {
        view! { <span class="status idle"><Mark role=Role::Idle/>"Has not voted"</span> }.into_any()
    };
    // What was voted is not shown before the cards are turned: the answer group starts empty each time it is opened.
    let hidden = Signal::stored(None::<Ballot>);
    view! {
        <div>
            {state}
            <details>
                <summary>{if voted { "Vote anew" } else { "Vote" }}<span class="unseen">{move || format!(" as {}", seat.get())}</span></summary>
                <AnswerGroup label field="ballot" options value=hidden on_change=move |ballot| cast(plan, id, ballot)/>
            </details>
        </div>
    }
}

fn role(ballot: Ballot) -> Role {
    match ballot {
        Ballot::Go => Role::Go,
        Ballot::ConditionalGo => Role::Conditional,
        Ballot::NoGo => Role::NoGo,
        Ballot::Abstain => Role::NotApplicable,
    }
}
