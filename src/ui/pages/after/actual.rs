//! What came of the rollout, entered beside what was forecast.

use leptos::prelude::*;
use serde_json::Value;

use crate::plan::{ActualFigures, Decimal, Forecast, Money};
use crate::plan_file::{sole, text_of};
use crate::readiness::Section;
use crate::rollout::{Against, read_decimal, read_money};
use crate::route::Route;
use crate::text;
use crate::text::forecast::{Compared, against_word, compared};
use crate::ui::components::{Mark, OneOf, Options, Role, SectionHead, Status, control_id};
use crate::ui::plan::Plan;
use crate::ui::register::{Entry, Field, Group, Kind, form};

static FIGURES: &[Group] = &[
    Group::pair(&[
        Field::moment("began", "First wave began").named("actual").optional(),
        Field::moment("finished", "95 % had it").optional(),
        Field::number("exposed", "People exposed")
            .optional()
            .help("Who had a severe defect at the decision to back out; 0 where there was none."),
        Field::number("hit", "People hit").optional(),
        Field::new("lost_hours", "Person-hours lost", Kind::Own(decimal)),
        Field::new("peak_desk", "Peak load of the service desk in %", Kind::Own(decimal)),
        Field::new("cost", "Cost in the release’s currency", Kind::Own(money)),
        Field::new("backed_out", "Backed out", Kind::Own(yes_or_no)),
        Field::new("met_date", "Date met", Kind::Own(yes_or_no)),
    ]),
    Group::one(&[Field::area("note", "Note on these figures").optional().tall(2)]),
];

/// The figures of the rollout beside their forecast.
pub fn actual(plan: Plan) -> AnyView {
    let lines = plan.from(|release| compared(&release.after, &release.identity.currency));
    let forecast = plan.from(|release| release.after.forecast.clone());
    let forecast_page = Route::section(plan.id(), Section::Forecast).to_string();
    let recorded = move || {
        match forecast.get() {
        Some(forecast) => said(&forecast),
        None => view! { <p class="soft">"No forecast was recorded to compare them with. "<a href=forecast_page.clone()>"Open the forecast"</a></p> }
            .into_any(),
    }
    };
    view! {
        <section class="section" aria-labelledby="actual">
            <SectionHead id="actual" title="What came of the rollout"/>
            {recorded}
            {form(plan, sole::<Option<ActualFigures>>(), "", FIGURES)}
            <div class="table-scroll" role="region" aria-label="Forecast against actual, table" tabindex="0">
                <table class="table">
                    <thead><tr>
                        <th scope="col">"Figure"</th><th scope="col" class="number">"Forecast, eight in ten"</th>
                        <th scope="col" class="number">"Actual"</th><th scope="col">"Against the forecast"</th>
                    </tr></thead>
                    <tbody>{move || lines.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn said(forecast: &Forecast) -> AnyView {
    view! { <p class="soft">{text::forecast::put_down(forecast)}"."</p> }.into_any()
}

fn row(line: Compared) -> AnyView {
    let stands = match line.against {
        Some(stands) => {
            let role = if stands == Against::Inside { Role::Go } else { Role::Conditional };
            view! { <Status role word=text::upper_first(against_word(stands))/> }.into_any()
        }
        None => view! { <span class="soft">"Nothing to compare"</span> }.into_any(),
    };
    view! {
        <tr><th scope="row">{line.name}</th><td class="number">{line.forecast}</td><td class="number">{line.actual}</td><td>{stands}</td></tr>
    }
    .into_any()
}

/// How a typed number becomes a member, or why it does not.
type Read = fn(&str) -> Result<Value, &'static str>;

fn decimal(entry: Entry, field: &'static Field) -> AnyView {
    let read: Read = |typed| read_decimal(typed).map(number_value).ok_or("Enter a number such as 12.5.");
    typed(entry, field, text_of, read)
}

fn money(entry: Entry, field: &'static Field) -> AnyView {
    let shown = |value: &Value| value.as_i64().map(|cents| Money(cents).to_string()).unwrap_or_default();
    let read: Read = |typed| read_money(typed).map(|it| Value::from(it.0)).ok_or("Enter an amount such as 1,200.50.");
    typed(entry, field, shown, read)
}

/// A number as the plan writes it: whole ones without a point.
fn number_value(of: Decimal) -> Value {
    crate::plan::Written::write(&of)
}

/// A field that is read when it is left. Empty means that nobody knows.
fn typed(entry: Entry, field: &'static Field, shown: fn(&Value) -> String, read: Read) -> AnyView {
    let id = control_id(field.member);
    let value = entry.member(field.member, shown);
    let error = RwSignal::new(None::<&'static str>);
    let take = move |typed: String| {
        let member = match typed.trim() {
            "" => Ok(None),
            some => read(some).map(Some),
        };
        match member {
            Ok(member) => {
                error.set(entry.put(field.member, member).err().map(|_| "This is not within what the plan holds."))
            }
            Err(why) => error.set(Some(why)),
        }
        entry.plan.seal();
    };
    let failed = move || error.get().map(|why| view! { <p class="error"><Mark role=Role::NoGo/>{why}</p> });
    view! {
        <div class="field">
            <label for=id.clone()>{field.label}" "<span class="optional">"optional"</span></label>
            <input id=id type="text" inputmode="decimal" autocomplete="off" data-field=field.data_name() disabled=entry.plan.read_only
                prop:value=value aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:change:target=move |event| take(event.target().value())/>
            {failed}
        </div>
    }
    .into_any()
}

fn yes_or_no(entry: Entry, field: &'static Field) -> AnyView {
    let options: Options = [("yes", "Yes"), ("no", "No")].map(|(key, word)| (key.to_owned(), word.to_owned())).into();
    let value = entry.member(field.member, |value| match value.as_bool() {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    });
    let take = Callback::new(move |key: String| {
        let member = (!key.is_empty()).then(|| Value::Bool(key == "yes"));
        // A word of this set is always one that the plan takes.
        let _ = entry.put(field.member, member);
    });
    view! {
        <OneOf label=field.label field=field.data_name() options=Signal::stored(options) value on_change=take none="Not known"/>
    }
    .into_any()
}
