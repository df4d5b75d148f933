//! A message as it will be read, and the ways to send it: copied, as a mail, and marked as sent.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::communication::{Piece, better_sender, lacks, mail_addresses, mailto, merged};
use crate::plan::{Id, Message, Person, Release};
use crate::plan_file::find;
use crate::text;
use crate::ui::clipboard::copy;
use crate::ui::components::{Icon, Mark, Role, Status, control_id};
use crate::ui::desk::use_desk;
use crate::ui::plan::Plan;

/// A piece of the preview: words, or what is to be seen as missing.
#[derive(Debug, Clone, PartialEq)]
enum Shown {
    Words(String),
    Marked(String),
}

/// The preview of a message with what can be done with it.
pub fn preview(plan: Plan, id: String) -> AnyView {
    let heading = control_id("preview");
    let letter = NodeRef::<html::Div>::new();
    let subject = read(plan, &id, |message, release| shown(&message.subject, release));
    let body = read(plan, &id, |message, release| shown(&message.body, release));
    view! {
        <section class="section" aria-labelledby=heading.clone()>
            <div class="section-head"><h3 id=heading.clone()>"As it reads today"</h3></div>
            {hint(plan, &id)}
            {lacking(plan, &id)}
            <div class="letter" node_ref=letter>
                <p class="strong">{move || pieces(subject.get(), "No subject yet")}</p>
                <p class="as-written">{move || pieces(body.get(), "No text yet")}</p>
            </div>
            {ways(plan, id, letter)}
        </section>
    }
    .into_any()
}

/// Something that follows from the message; the default once it is gone.
fn read<V>(plan: Plan, id: &str, of: fn(&Message, &Release) -> V) -> Signal<V>
where
    V: Clone + Default + PartialEq + Send + Sync + 'static,
{
    let id = id.to_owned();
    plan.from(move |release| find::<Message>(release, &id).map(|message| of(message, release)).unwrap_or_default())
}

fn shown(text: &str, release: &Release) -> Vec<Shown> {
    let one = |piece: Piece| match &piece {
        Piece::Missing(field) => Shown::Marked(text::missing(field)),
        Piece::Unknown(name) => Shown::Marked(text::unknown(name)),
        Piece::Words(_) | Piece::Filled(..) => Shown::Words(text::piece(&piece)),
    };
    merged(text, release).into_iter().map(one).collect()
}

fn pieces(of: Vec<Shown>, empty: &'static str) -> AnyView {
    let blank = of.iter().all(|piece| matches!(piece, Shown::Words(words) if words.trim().is_empty()));
    if blank {
        return view! { <span class="soft">{empty}</span> }.into_any();
    }
    let one = |piece: Shown| match piece {
        Shown::Words(words) => words.into_any(),
        Shown::Marked(words) => view! { <Status role=Role::NoGo word=words/> }.into_any(),
    };
    of.into_iter().map(one).collect_view().into_any()
}

/// Who had better send it.
fn hint(plan: Plan, id: &str) -> AnyView {
    let key = id.to_owned();
    let better = plan.from(move |release| {
        let message = find::<Message>(release, &key)?;
        better_sender(message, release).map(|person| (person.id, person.name.clone()))
    });
    let id = Id::<Message>::new(id);
    let take = move |person: Id<Person>| {
        if let Ok(id) = id {
            plan.edit(id, "sender", |message| message.sender = Some(person));
            plan.seal();
        }
    };
    let line = move || {
        better.get().map(|(person, name)| {
            let word = format!("Let {} send it", text::named(&name, "the service desk"));
            view! {
                <p class="soft"><Mark role=Role::Advice/>" People who notice the release hear of it best from the service desk. "
                    <button class="button quiet small" type="button" disabled=plan.read_only on:click=move |_| take(person)>{word}</button></p>
            }
        })
    };
    line.into_any()
}

/// What it lacks before it can be sent.
fn lacking(plan: Plan, id: &str) -> AnyView {
    let missing = read(plan, id, lacks);
    let line = move || {
        let missing = missing.get();
        (!missing.is_empty()).then(|| {
            view! { <p><Status role=Role::NoGo word="Not complete"/>{format!(" Missing: {}.", missing.join(", "))}</p> }
        })
    };
    view! { <div role="status">{line}</div> }.into_any()
}

fn ways(plan: Plan, id: String, letter: NodeRef<html::Div>) -> AnyView {
    let toasts = use_desk().toasts;
    let subject = read(plan, &id, |message, release| text::plain_subject(&message.subject, release));
    let body = read(plan, &id, |message, release| text::plain(&message.body, release));
    let to = read(plan, &id, |message, release| {
        mail_addresses(message, release).into_iter().map(str::to_owned).collect::<Vec<_>>()
    });
    let sent = read(plan, &id, |message, _| message.sent.is_some());
    let address = move || {
        let to = to.get();
        let to: Vec<&str> = to.iter().map(String::as_str).collect();
        mailto(&to, &subject.get(), &body.get())
    };
    let mail = move || match to.get().len() {
        0 => "Open as mail".to_owned(),
        1 => "Open as mail to one person".to_owned(),
        many => format!("Open as mail to {many} people"),
    };
    let copy_text = move |_| {
        let shown = letter.get_untracked().map(|letter| letter.unchecked_into::<web_sys::Element>());
        copy(body.get_untracked(), shown, toasts);
    };
    let copy_subject = move |_| copy(subject.get_untracked(), None, toasts);
    let mark = move || {
        (!sent.get()).then(|| {
            let id = id.clone();
            view! {
                <button class="button primary" type="button" disabled=plan.read_only
                    on:click=move |_| mark_as_sent(plan, &id)><Icon name="check"/>"Mark as sent"</button>
            }
        })
    };
    view! {
        <div class="actions">
            <button class="button" type="button" on:click=copy_text><Icon name="copy"/>"Copy text"</button>
            <button class="button" type="button" on:click=copy_subject><Icon name="copy"/>"Copy subject"</button>
            <a class="button" href=address><Icon name="link"/>{mail}</a>
            {mark}
        </div>
        {fields(plan)}
    }
    .into_any()
}

/// Sent today, by whoever works here, where registered; else by the sender.
fn mark_as_sent(plan: Plan, id: &str) {
    let Ok(id) = Id::<Message>::new(id) else { return };
    let (today, who) = (plan.today.get_untracked(), plan.who());
    let me = plan.release.with_untracked(|release| {
        let same = |person: &&Person| !who.trim().is_empty() && person.name.trim().eq_ignore_ascii_case(who.trim());
        release.people.iter().find(same).map(|person| person.id)
    });
    plan.edit(id, "mark", |message| {
        message.sent = Some(today);
        message.sent_by = message.sent_by.or(me).or(message.sender);
    });
    plan.seal();
}

/// The fields that can be used, with what the plan says there now.
fn fields(plan: Plan) -> AnyView {
    let all = plan.from(|release| {
        let said = |field: &'static crate::communication::Field| {
            let value = field.value(release).map(|value| text::field_value(&value));
            (field.key, field.name, field.from, value)
        };
        crate::communication::FIELDS.iter().map(said).collect::<Vec<_>>()
    });
    let line = |(key, name, from, value): (&'static str, &'static str, &'static str, Option<String>)| {
        let said = match value {
            Some(value) => value.into_any(),
            None => view! { <Status role=Role::NoGo word="missing"/>{format!(" Filled in under {from}.")} }.into_any(),
        };
        view! { <dt><code>{format!("{{{key}}}")}</code>" "<span class="soft small">{name}</span></dt><dd class="as-written">{said}</dd> }
    };
    view! {
        <details class="fold">
            <summary><Icon name="next"/>"Fields to use in a message"</summary>
            <dl class="facts">{move || all.get().into_iter().map(line).collect_view()}</dl>
        </details>
    }
    .into_any()
}
