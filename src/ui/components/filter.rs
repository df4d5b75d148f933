//! Search, filter and sort above lists.

use leptos::prelude::*;

use super::mark::Icon;

/// A search box.
#[component]
pub fn Search(
    /// What is searched, read aloud: "Search criteria".
    #[prop(into)]
    label: String,
    /// The text.
    text: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="search">
            <Icon name="search"/>
            <input type="search" aria-label=label placeholder="Search" prop:value=text
                on:input:target=move |event| text.set(event.target().value())/>
        </div>
    }
}

/// A filter that is on or off, with how many it would show.
#[component]
pub fn Chip(
    /// Its word.
    #[prop(into)]
    word: String,
    /// How many it would show.
    #[prop(into)]
    count: Signal<usize>,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Takes a press.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="chip" type="button" aria-pressed=move || on.get().to_string() on:click=move |_| on_press.run(())>
            {word}" "<span class="count">{count}</span>
        </button>
    }
}

/// A column's head that sorts by it; pressed again, the other way round.
#[component]
pub fn SortHead<K>(
    /// The column's name.
    word: &'static str,
    /// What it sorts by.
    by: K,
    /// What is sorted by now, and whether downwards.
    sort: RwSignal<(K, bool)>,
    /// Whether the column holds numbers.
    #[prop(optional)]
    number: bool,
) -> impl IntoView
where
    K: Copy + PartialEq + Send + Sync + 'static,
{
    let order = move || match sort.get() {
        (key, true) if key == by => "descending",
        (key, false) if key == by => "ascending",
        _ => "none",
    };
    let press =
        move |_| sort.update(|(key, down)| if *key == by { *down = !*down } else { (*key, *down) = (by, false) });
    let arrow = move || match order() {
        "descending" => view! { <Icon name="down"/> }.into_any(),
        "ascending" => view! { <Icon name="up"/> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <th scope="col" class=if number { "number" } else { "" } aria-sort=order>
            <button class="sort" type="button" on:click=press>{word}{arrow}</button>
        </th>
    }
}
