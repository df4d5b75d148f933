//! The members of the Board, their seats and their votes.

use leptos::prelude::*;

use crate::plan::{Ballot, BoardMember, BoardRole, Choice, Command, Count, Edit, Id, Release, Vote};
use crate::text;
use crate::ui::components::{Empty, Icon, InlineArea, Number, OneOf, PersonChoice, SectionHead, Select, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The table of members.
#[component]
pub fn Members() -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<BoardMember>();
    let add = move |_| {
        let role = plan.release.with_untracked(vacant);
        plan.add(BoardMember { id: new_id(), role, ..BoardMember::default() });
    };
    let quorum = plan.from(|release| Some(release.board.quorum.0));
    let set_quorum =
        move |quorum: Option<u32>| plan.edit_part("quorum", |count: &mut Count| count.0 = quorum.unwrap_or(0));
    view! {
        <section class="section" aria-labelledby="members" data-field="members" tabindex="-1">
            <SectionHead id="members" title="Members and votes">
                <button class="button quiet" type="button" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add member"</button>
            </SectionHead>
            <Show when=move || !ids.with(Vec::is_empty) fallback=|| view! {
                <Empty text="Six points of view belong to the decision: release, change and configuration management, project office, senior IT and senior business."/>
            }>
                <div class="table-scroll" role="region" aria-label="Members and votes, table" tabindex="0">
                    <table class="table stack" role="table">
                        <thead><tr role="row">
                            <th scope="col" role="columnheader">"Seat"</th><th scope="col" role="columnheader">"Person"</th><th scope="col" role="columnheader">"Deputy"</th>
                            <th scope="col" role="columnheader">"Vote and reason"</th><th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                        </tr></thead>
                        <tbody role="rowgroup" data-field="votes" tabindex="-1">{each(move || ids.get(), |id| *id, move |id| row(plan, id))}</tbody>
                    </table>
                </div>
            </Show>
            <div class="form"><div class="fields pair">
                <Number<u32> label="Quorum" field="quorum" help="How many of the six seats must vote for a decision to count." value=quorum on_change=set_quorum/>
            </div></div>
        </section>
    }
}

/// The first seat without a holder.
fn vacant(release: &Release) -> BoardRole {
    let held = |role: &BoardRole| release.board.members.iter().any(|member| member.role == *role);
    BoardRole::ALL.iter().copied().find(|role| !held(role)).unwrap_or_default()
}

/// What a member has said, if anything.
pub fn vote_of(release: &Release, member: Id<BoardMember>) -> Option<&Vote> {
    release.board.votes.iter().find(|vote| vote.member == member)
}

/// Casts, changes or withdraws a member's vote.
pub fn cast(plan: Plan, member: Id<BoardMember>, ballot: Option<Ballot>) {
    let before = plan.release.with_untracked(|release| vote_of(release, member).cloned());
    let on = Some(plan.today.get_untracked());
    let command = match (before, ballot) {
        (None, None) => return,
        (None, Some(ballot)) => Edit::add(Vote { id: new_id(), member, ballot, on, ..Vote::default() }),
        (Some(vote), None) => Edit::Remove { id: vote.id },
        (Some(vote), Some(ballot)) => Edit::replace(Vote { ballot, on, ..vote }),
    };
    plan.dispatch(Command::Votes(command));
}

fn row(plan: Plan, id: Id<BoardMember>) -> impl IntoView {
    let name = plan.from(move |release| {
        release.board.members.get(id).map(|member| release.member_name(member).to_owned()).unwrap_or_default()
    });
    // A name of one's own is for somebody whom the register does not know.
    let registered = plan.from(move |release| {
        release.board.members.get(id).is_some_and(|member| release.person_name(member.person).is_some())
    });
    let label = plan.from(move |release| {
        release.board.members.get(id).map(|member| format!("Name, {}", member.role.label())).unwrap_or_default()
    });
    let remove = move |_| {
        let votes = plan.release.with_untracked(|release| vote_of(release, id).map(|vote| vote.id));
        let gone = votes.map(|vote| Command::Votes(Edit::Remove { id: vote }));
        let commands = gone.into_iter().chain([Command::Members(Edit::Remove { id })]).collect();
        plan.remove(Command::Batch(commands));
    };
    let removes = move || format!("Remove {}", text::named(&name.get(), "member without a name"));
    view! {
        <tr role="row" data-entry=id.to_string()>
            <td role="cell" data-label="Seat"><Select<BoardRole> label="Seat" field="role" inline=true value=plan.of(id, |m: &BoardMember| m.role)
                on_change=move |role| plan.edit(id, "role", |m: &mut BoardMember| m.role = role)/></td>
            <td role="cell" data-label="Person">
                <PersonChoice label="Registered person" field="person" none="Not registered" inline=true value=plan.of(id, |m: &BoardMember| m.person)
                    on_change=move |person| plan.edit(id, "person", |m: &mut BoardMember| m.person = person)/>
                <Show when=move || !registered.get()>
                    <InlineArea label=label field="name" placeholder="Name" value=plan.of(id, |m: &BoardMember| m.name.clone())
                        on_change=move |text| plan.edit(id, "name", |m: &mut BoardMember| m.name = text)/>
                </Show>
            </td>
            <td role="cell" data-label="Deputy"><PersonChoice label="Deputy" field="deputy" none="No deputy" inline=true value=plan.of(id, |m: &BoardMember| m.deputy)
                on_change=move |deputy| plan.edit(id, "deputy", |m: &mut BoardMember| m.deputy = deputy)/></td>
            <td role="cell" class="words vote" data-label="Vote and reason"><div><Ballots id/>{voice(plan, id)}</div><Reason id/></td>
            <td class="tail" role="cell">
                <button class="icon-button" type="button" aria-label=removes title=removes disabled=plan.read_only on:click=remove><Icon name="bin"/></button>
            </td>
        </tr>
    }
}

#[component]
fn Ballots(id: Id<BoardMember>) -> impl IntoView {
    let plan = use_plan();
    let value = plan.from(move |release| vote_of(release, id).map(|vote| vote.ballot));
    let label = plan.from(move |release| {
        format!(
            "Vote of {}",
            release.board.members.get(id).map(|member| release.member_name(member)).unwrap_or_default()
        )
    });
    let options = Ballot::ALL.iter().map(|ballot| {
        view! { <option value=ballot.key() selected=move || value.get() == Some(*ballot)>{ballot.label()}</option> }
    });
    view! {
        <select class="inline" aria-label=label disabled=plan.read_only
            on:change:target=move |event| cast(plan, id, Ballot::from_key(&event.target().value()))>
            <option value="" selected=move || value.get().is_none()>"Has not voted"</option>
            {options.collect_view()}
        </select>
    }
}

/// Whose voice a vote was: the member's or the deputy's. It is asked for where there is a deputy.
fn voice(plan: Plan, id: Id<BoardMember>) -> AnyView {
    let vote = plan.from(move |release| {
        let deputy = release.board.members.get(id).and_then(|member| member.deputy);
        vote_of(release, id).filter(|vote| deputy.is_some() || vote.cast_by.is_some()).map(|vote| vote.id)
    });
    let options = plan.from(move |release| {
        let deputy = release.board.members.get(id).and_then(|member| member.deputy);
        let name = |deputy| text::named(release.person_name(Some(deputy)).unwrap_or_default(), "the deputy");
        deputy.map(|deputy| (deputy.to_string(), format!("Cast by {}", name(deputy)))).into_iter().collect::<Vec<_>>()
    });
    let control = move |vote: Id<Vote>| {
        let value = plan.of(vote, |vote: &Vote| vote.cast_by.map(|person| person.to_string()).unwrap_or_default());
        let take = Callback::new(move |key: String| {
            plan.edit(vote, "cast_by", |vote: &mut Vote| vote.cast_by = Id::new(&key).ok());
        });
        view! { <OneOf label="Whose voice" field="cast_by" options value on_change=take none="Cast by the member" inline=true/> }
    };
    (move || vote.get().map(control)).into_any()
}

#[component]
fn Reason(id: Id<BoardMember>) -> impl IntoView {
    let plan = use_plan();
    let vote = plan.from(move |release| vote_of(release, id).map(|vote| vote.id));
    move || {
        vote.get().map(|vote| view! {
        <InlineArea label="Reason for the vote" field="reason" placeholder="Reason" value=plan.of(vote, |vote: &Vote| vote.reason.clone())
            on_change=move |text| plan.edit(vote, "reason", |vote: &mut Vote| vote.reason = text)/>
    })
    }
}
