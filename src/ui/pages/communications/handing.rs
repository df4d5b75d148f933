//! Handing a document out, and proposing who should get one.

use leptos::prelude::*;

use super::distribution::standing;
use crate::communication::{Handed, proposed, send_again};
use crate::plan::{Command, Distribution, Edit, Id, Release};
use crate::plan_file::find;
use crate::route::{Page, Route};
use crate::ui::components::Icon;
use crate::ui::plan::{Plan, memo, new_id};

/// What is done with a document: open it, mark it as sent or sent again, and as acknowledged.
pub fn handing(plan: Plan, id: String) -> AnyView {
    let key = id.clone();
    let standing = memo(Box::new(move || standing(&key)));
    let key = id.clone();
    let address = plan.from(move |release| {
        let kind = find::<Distribution>(release, &key).map(|entry| entry.document);
        Route::Release(release.id, Page::Documents(kind)).to_string()
    });
    let send = StoredValue::new(id.clone());
    let send = move |_| send.with_value(|id| mark_as_sent(plan, id));
    let word = move || match standing.get() {
        Some(Handed::Due(_) | Handed::Overdue(_)) | None => "Mark as sent",
        Some(_) => "Send again",
    };
    let unread = move || matches!(standing.get(), Some(Handed::Sent(_)));
    let acknowledge = move || {
        unread().then(|| {
            let id = id.clone();
            view! {
                <button class="button" type="button" disabled=plan.read_only
                    on:click=move |_| acknowledge(plan, &id)><Icon name="check"/>"Mark as acknowledged"</button>
            }
        })
    };
    let says = move || match standing.get() {
        Some(Handed::Changed(_)) => {
            "What the document shows is not what was sent any more. Send it again, and the day and its digest are noted anew."
        }
        Some(Handed::Due(_) | Handed::Overdue(_)) => {
            "Print or download the document and send it your way. Marking it notes the day, and the digest of what it shows."
        }
        _ => "",
    };
    view! {
        <p class="soft">{says}</p>
        <div class="actions">
            <a class="button" href=address><Icon name="open"/>"Open the document"</a>
            <button class="button" type="button" data-field="handed" disabled=plan.read_only on:click=send>{word}</button>
            {acknowledge}
        </div>
    }
    .into_any()
}

fn mark_as_sent(plan: Plan, id: &str) {
    let Ok(id) = Id::<Distribution>::new(id) else { return };
    let today = plan.today.get_untracked();
    let sent = plan.get(id).map(|entry| plan.release.with_untracked(|release| send_again(&entry, release, today)));
    if let Some(sent) = sent {
        plan.dispatch(Command::Distribution(Edit::replace(sent)));
    }
}

fn acknowledge(plan: Plan, id: &str) {
    let Ok(id) = Id::<Distribution>::new(id) else { return };
    let today = plan.today.get_untracked();
    plan.edit(id, "acknowledge", |entry| entry.acknowledged = Some(today));
    plan.seal();
}

/// The offer to put everybody on the list who should get a document.
pub fn propose(plan: Plan) -> AnyView {
    let lacking = plan.from(|release: &Release| proposed(release, Id::default).len());
    let add = move |_| {
        let entries = plan.release.with_untracked(|release| proposed(release, new_id));
        let commands: Vec<Command> = entries.into_iter().map(|entry| Command::Distribution(Edit::add(entry))).collect();
        if !commands.is_empty() {
            plan.dispatch(Command::Batch(commands));
        }
    };
    let says = move || match lacking.get() {
        0 => "Everybody who acts on the plan or answers for it is on the list.".to_owned(),
        1 => "One of those who act, decide or take the calls is not on the list yet.".to_owned(),
        many => format!("{many} entries are missing for those who act, decide or take the calls."),
    };
    view! {
        <div class="actions">
            <button class="button" type="button" data-field="propose" disabled=plan.read_only
                on:click=add><Icon name="plus"/>"Propose distribution"</button>
            <span class="soft" role="status">{says}</span>
        </div>
    }
    .into_any()
}
