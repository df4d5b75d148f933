//! The configuration items that the release touches.

use leptos::prelude::*;

use crate::plan::{Command, ConfigurationItem, Edit, Id};
use crate::text;
use crate::ui::components::{Empty, Icon, InlineText, SectionHead, each};
use crate::ui::plan::{Plan, new_id, use_plan};

/// The table of configuration items.
#[component]
pub fn ConfigurationItems() -> impl IntoView {
    let plan = use_plan();
    let ids = plan.ids::<ConfigurationItem>();
    let empty = move || ids.with(Vec::is_empty);
    let add = move |_| plan.add(ConfigurationItem { id: new_id(), ..ConfigurationItem::default() });
    view! {
        <section class="section" aria-labelledby="items">
            <SectionHead id="items" title="Configuration items">
                <button class="button quiet" type="button" data-field="configuration_items" disabled=plan.read_only on:click=add><Icon name="plus"/>"Add configuration item"</button>
            </SectionHead>
            <Show when=move || !empty() fallback=|| view! {
                <Empty text="The services, systems and components that the release touches. Reviewers look here for what may break."/>
            }>
                <div class="table-scroll" role="region" aria-label="Configuration items, table" tabindex="0">
                    <table class="table stack" role="table">
                        <thead><tr role="row">
                            <th scope="col" role="columnheader">"Name"</th><th scope="col" role="columnheader">"Kind"</th>
                            <th scope="col" role="columnheader">"Version before"</th><th scope="col" role="columnheader">"Version after"</th>
                            <th scope="col" role="columnheader"><span class="unseen">"Remove"</span></th>
                        </tr></thead>
                        <tbody role="rowgroup">{each(move || ids.get(), |id| *id, move |id| item_row(plan, id))}</tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

fn item_row(plan: Plan, id: Id<ConfigurationItem>) -> impl IntoView {
    let name = plan.of(id, |item: &ConfigurationItem| item.name.clone());
    let cell = move |field: &'static str,
                     value: fn(&ConfigurationItem) -> &String,
                     set: fn(&mut ConfigurationItem, String)| {
        let word = field.replace('_', " ");
        let head = text::upper_first(&word);
        let label = Signal::derive(move || format!("{}, {word}", text::named(&name.get(), "New configuration item")));
        view! {
            <td role="cell" data-label=head>
                <InlineText label field value=plan.of(id, move |item| value(item).clone())
                    on_change=move |text| plan.edit(id, field, |item| set(item, text))/>
            </td>
        }
    };
    let remove = move || format!("Remove {}", text::named(&name.get(), "configuration item without a name"));
    view! {
        <tr role="row" data-entry=id.to_string()>
            {cell("name", |item| &item.name, |item, text| item.name = text)}
            {cell("kind", |item| &item.kind, |item, text| item.kind = text)}
            {cell("version_before", |item| &item.version_before, |item, text| item.version_before = text)}
            {cell("version_after", |item| &item.version_after, |item, text| item.version_after = text)}
            <td class="tail" role="cell">
                <button class="icon-button" type="button" aria-label=remove title=remove disabled=plan.read_only
                    on:click=move |_| plan.remove(Command::ConfigurationItems(Edit::Remove { id }))><Icon name="bin"/></button>
            </td>
        </tr>
    }
}
