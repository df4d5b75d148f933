//! A group of actions, and one action in it.

use leptos::prelude::*;

use super::sift::{Grouping, Groups, Line};
use super::{Work, due};
use crate::action::close;
use crate::readiness::todo_place;
use crate::route::Route;
use crate::ui::components::{Role, Status, control_id, each, focus_soon};
use crate::ui::plan::memo;

/// The actions under a heading.
pub fn group(work: Work, shown: Signal<Groups>, title: String) -> AnyView {
    let heading = title.clone();
    let keys = memo(Box::new(move || {
        shown.with(|shown| {
            shown.iter().find(|(other, _)| *other == heading).map(|(_, keys)| keys.clone()).unwrap_or_default()
        })
    }));
    let id = control_id("group");
    let label = format!("{title}, table");
    let by_owner = work.grouping.get_untracked() == Grouping::Owner;
    let owner_head = (!by_owner).then(|| view! { <th scope="col" role="columnheader">"Owner"</th> });
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <div class="section-head"><h2 id=id.clone()>{title}" "<span class="count">{move || keys.with(Vec::len)}</span></h2></div>
            <div class="table-scroll" role="region" aria-label=label tabindex="0">
                <table class="table stack todos" role="table">
                    // The columns say themselves what they are: one line of heads for each group would drown the groups.
                    <thead class="unseen"><tr role="row">
                        <th scope="col" role="columnheader">"What"</th>
                        <th scope="col" role="columnheader">"From"</th>
                        {owner_head}
                        <th scope="col" role="columnheader">"Due"</th>
                        <th scope="col" role="columnheader">"Done"</th>
                    </tr></thead>
                    <tbody role="rowgroup">{each(move || keys.get(), Clone::clone, move |key| row(work, keys, key, by_owner))}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(work: Work, keys: Signal<Vec<String>>, key: String, by_owner: bool) -> AnyView {
    let this = key.clone();
    let line = memo(Box::new(move || work.all.with(|all| all.iter().find(|line| line.key == this).cloned())));
    // The source is part of the key: it stays what it is for as long as the row does.
    let Some(source) = line.with_untracked(|line| line.as_ref().map(|line| line.todo.source)) else {
        return ().into_any();
    };
    let say = move |of: fn(&Line) -> String| {
        memo(Box::new(move || line.with(|line| line.as_ref().map(of).unwrap_or_default())))
    };
    let what = say(|line| line.what.clone());
    let tick = plain(work, keys, key.clone(), line, what);
    let address = Route::cure(work.plan.id(), &todo_place(source)).to_string();
    let owner = (!by_owner).then(|| {
        let owner = say(|line| match (line.owner.as_str(), line.todo.by_default) {
            ("", _) => "Nobody".to_owned(),
            (owner, true) => format!("{owner} (nobody named)"),
            (owner, false) => owner.to_owned(),
        });
        view! { <td role="cell" data-label="Owner">{owner}</td> }
    });
    let unnamed = move || {
        by_owner && line.with(|line| line.as_ref().is_some_and(|line| line.todo.by_default && !line.owner.is_empty()))
    };
    let due = move || {
        line.get().map(|line| {
            let (day, away) = due(work, &line);
            let day = if line.todo.overdue {
                view! { <Status role=Role::NoGo word=format!("{day}: overdue")/> }.into_any()
            } else {
                day.into_any()
            };
            view! { {day}<span class="small soft">{away}</span> }
        })
    };
    view! {
        <tr role="row" data-todo=key>
            <th scope="row" role="rowheader">
                <a href=address>{what}</a>
                {move || unnamed().then(|| view! { <span class="small soft">"Nobody is named: the release manager’s"</span> })}
            </th>
            <td role="cell" data-label="From">{say(|line| line.origin.clone())}</td>
            {owner}
            <td role="cell" data-label="Due">{due}</td>
            <td role="cell" class="tail">{tick}</td>
        </tr>
    }
    .into_any()
}

/// The box to tick, of what asks for no more. Ticking it takes the line away, and the next one has the focus.
fn plain(
    work: Work,
    keys: Signal<Vec<String>>,
    key: String,
    line: Signal<Option<Line>>,
    what: Signal<String>,
) -> AnyView {
    let plan = work.plan;
    let done = memo(Box::new(move || line.with(|line| line.as_ref().is_some_and(|line| line.todo.done.is_some()))));
    let Some(source) = line.with_untracked(|line| line.as_ref().map(|line| line.todo.source)) else {
        return ().into_any();
    };
    let today = plan.today.get_untracked();
    let is_plain = plan.release.with_untracked(|release| {
        close(release, source, Some(today)).is_some() || close(release, source, None).is_some()
    });
    if !is_plain {
        return ().into_any();
    }
    let take = move |on: bool| {
        let day = on.then(|| plan.today.get_untracked());
        let command = plan.release.with_untracked(|release| close(release, source, day));
        let next = keys.with_untracked(|keys| {
            let at = keys.iter().position(|other| *other == key).unwrap_or_default();
            keys.get(at + 1).or_else(|| at.checked_sub(1).and_then(|at| keys.get(at))).cloned()
        });
        let Some(command) = command else { return };
        plan.remove(command);
        focus_soon(match next {
            Some(next) => format!("#main [data-todo=\"{next}\"] a"),
            None => "#main input[type=search]".to_owned(),
        });
    };
    let label = move || format!("Done: {}", what.get());
    view! {
        <input type="checkbox" aria-label=label disabled=plan.read_only prop:checked=done
            on:change:target=move |event| take(event.target().checked())/>
    }
    .into_any()
}
