//! What came of the rollout, entered beside what was forecast.

use leptos::prelude::*;
use serde_json::Value;

use crate::plan::{ActualFigures, Decimal, Forecast, Money, Release, Written};
use crate::plan_file::sole;
use crate::readiness::Section;
use crate::rollout::simulation::Measure;
use crate::rollout::{Against, implausible};
use crate::route::Route;
use crate::text;
use crate::text::forecast::{Compared, against_word, cannot_be, compared};
use crate::text::{amount_typed, number_typed};
use crate::ui::components::{OneOf, Options, Role, SectionHead, Status, Typed};
use crate::ui::currency::no_currency;
use crate::ui::plan::Plan;
use crate::ui::register::{Entry, Field, Group, Kind, form};

/// The largest number that a plan holds.
const MOST: f64 = 1e9;

static FIGURES: &[Group] = &[
    Group::pair(&[
        Field::moment("began", "First wave began").named("actual").optional(),
        Field::moment("finished", "95 % had it").optional().wrong(|release| wrong(release, Measure::Finish)),
        Field::number("exposed", "People exposed")
            .optional()
            .wrong(|release| wrong(release, Measure::Exposed))
            .help("Who had a severe defect at the decision to back out; 0 where there was none."),
        Field::number("hit", "People hit").optional().wrong(|release| wrong(release, Measure::Hit)),
        Field::new("lost_hours", "Person-hours lost", Kind::Own(decimal)),
        Field::new("peak_desk", "Peak load of the service desk in %", Kind::Own(decimal)),
        Field::new("cost", "Cost in the release’s currency", Kind::Own(money)),
        Field::new("backed_out", "Backed out", Kind::Own(yes_or_no)),
        Field::new("met_date", "Date met", Kind::Own(yes_or_no)),
    ]),
    Group::one(&[Field::area("note", "Note on these figures").optional().tall(2)]),
];

fn wrong(release: &Release, measure: Measure) -> Option<String> {
    implausible(release, measure).map(cannot_be)
}

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
            {no_currency(plan)}
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
type Read = fn(&str) -> Result<Value, String>;

fn decimal(entry: Entry, field: &'static Field) -> AnyView {
    let shown = |value: &Value| value.as_f64().map(|number| Decimal::nearest(number).to_string()).unwrap_or_default();
    let read: Read = |typed| number_typed(typed, 0.0, MOST).map(|number| Written::write(&number));
    typed(entry, field, shown, read)
}

fn money(entry: Entry, field: &'static Field) -> AnyView {
    let shown = |value: &Value| value.as_i64().map(|cents| Money(cents).to_string()).unwrap_or_default();
    let read: Read = |typed| amount_typed(typed).map(|amount| Value::from(amount.0));
    typed(entry, field, shown, read)
}

/// A field that is read when it is left. Empty means that nobody knows.
fn typed(entry: Entry, field: &'static Field, shown: fn(&Value) -> String, read: Read) -> AnyView {
    let take = move |typed: String| {
        let member = match typed.trim() {
            "" => Ok(None),
            some => read(some).map(Some),
        };
        let taken = member.and_then(|member| entry.put(field.member, member));
        entry.plan.seal();
        taken.err()
    };
    let value = entry.member(field.member, shown);
    view! { <Typed label=field.label field=field.data_name() value take optional=true keyboard="decimal" help=field.help/> }
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
