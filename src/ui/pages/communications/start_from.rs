//! Starting a message from a template of the bank.

use leptos::prelude::*;

use crate::communication::{Offered, templates, with_template};
use crate::plan::{Id, Items, Message, MessageTemplate};
use crate::plan_file::text_of;
use crate::text;
use crate::ui::components::{OneOf, Options};
use crate::ui::desk::use_desk;
use crate::ui::plan::Plan;
use crate::ui::register::{Entry, Field};
use crate::ui::templates as own_templates;

/// The organisation's own templates, as they were when the message was opened.
type Own = StoredValue<Items<MessageTemplate>>;

/// The choice of a template. Choosing one puts its words in the place of what stood there; undo brings that back.
pub fn start_from(entry: Entry, field: &'static Field) -> AnyView {
    let plan = entry.plan;
    let key = entry.member(field.member, text_of);
    let own = StoredValue::new(own_templates::read(use_desk()).templates.messages);
    let options: Options = with_bank(own, |bank| {
        bank.iter()
            .map(|template| (template.key.to_owned(), text::named(template.name, "Template without a name")))
            .collect()
    });
    let take = Callback::new(move |key: String| {
        let id = text_of(&entry.member_now("id"));
        start(plan, own, &id, &key);
    });
    let for_whom = move || {
        with_bank(own, |bank| {
            let key = key.get();
            bank.iter().find(|template| template.key == key).map(|template| template.for_whom.to_owned())
        })
        .filter(|line| !line.is_empty())
    };
    view! {
        <OneOf label=field.label field=field.data_name() options=Signal::stored(options) value=key on_change=take none="No template"
            help="It replaces subject, text, channel and day. Undo brings back what stood there."/>
        {move || for_whom().map(|line| view! { <p class="soft small">"Meant for: "{text::lower_first(&line)}"."</p> })}
    }
    .into_any()
}

fn start(plan: Plan, own: Own, id: &str, key: &str) {
    let Ok(id) = Id::<Message>::new(id) else { return };
    let Some(before) = plan.get(id) else { return };
    let started = with_bank(own, |bank| {
        let template = bank.iter().find(|template| template.key == key)?;
        Some(plan.release.with_untracked(|release| with_template(&before, template, release)))
    });
    let changed = started.unwrap_or(Message { template: None, ..before });
    plan.edit(id, "template", |message| *message = changed);
    plan.seal();
}

/// All templates: the organisation's own, where it has some, and those that come with the app.
fn with_bank<V>(own: Own, read: impl FnOnce(&[Offered]) -> V) -> V {
    own.with_value(|own| read(&templates(own)))
}
