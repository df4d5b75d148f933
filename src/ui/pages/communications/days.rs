//! When something is sent: so many days before or after go-live, with the day that this is.

use leptos::prelude::*;
use serde_json::{Value, json};

use crate::communication::send_day;
use crate::plan::Days;
use crate::plan_file::member;
use crate::text;
use crate::ui::components::{Number, OneOf, Options, control_id};
use crate::ui::register::{Entry, Field};

/// A number of days with the side of go-live on which they lie. Below it stands the day that it comes to, so that people see
/// it move with the release.
pub fn days_field(entry: Entry, field: &'static Field) -> AnyView {
    let plan = entry.plan;
    let days = entry.derive(move |value| read(member(value, field.member)));
    // No day has no side; what somebody chose for it is kept here.
    let chosen = RwSignal::new(true);
    let before = Signal::derive(move || match days.get() {
        0 => chosen.get(),
        days => days < 0,
    });
    // A number of days is always of the member's type.
    let put = move |days: i64| drop(entry.put(field.member, Some(json!(days))));
    let number = Callback::new(move |number: Option<u32>| {
        let number = i64::from(number.unwrap_or_default()).min(i64::from(i32::MAX));
        put(if before.get_untracked() { -number } else { number });
    });
    let side = Callback::new(move |key: String| {
        let before = key == BEFORE;
        chosen.set(before);
        let days = i64::from(days.get_untracked()).abs();
        put(if before { -days } else { days.min(i64::from(i32::MAX)) });
    });
    let amount = Signal::derive(move || Some(days.get().unsigned_abs()));
    let key = Signal::derive(move || if before.get() { BEFORE } else { AFTER }.to_owned());
    let options: Options = vec![
        (BEFORE.to_owned(), "days before go-live".to_owned()),
        (AFTER.to_owned(), "days after go-live".to_owned()),
    ];
    let on = plan.from(move |release| send_day(release, Days(days.get())));
    // The number is read before the day that follows from it: read after, it would change without this being run again.
    let says = move || match (days.get(), on.get()) {
        (_, Some(on)) => {
            format!("{}, {}. It moves with go-live.", text::day(on), text::relative_day(plan.today.get(), on))
        }
        (days, None) => {
            format!("{}; the day is known once go-live is planned.", text::upper_first(&text::from_go_live(Days(days))))
        }
    };
    let id = control_id(field.data_name());
    let name = Signal::stored(format!("{}, number of days", field.label));
    let sides = Signal::stored(format!("{}, before or after go-live", field.label));
    view! {
        <div class="field" role="group" aria-labelledby=id.clone()>
            <span class="label" id=id.clone()>{field.label}</span>
            <div class="days-from">
                <Number<u32> label=name field=field.data_name() value=amount on_change=number inline=true/>
                <OneOf label=sides field="side" options=Signal::stored(options) value=key on_change=side inline=true/>
            </div>
            <p class="help" role="status">{says}</p>
        </div>
    }
    .into_any()
}

const BEFORE: &str = "before";
const AFTER: &str = "after";

fn read(value: &Value) -> i32 {
    value.as_i64().and_then(|days| i32::try_from(days).ok()).unwrap_or_default()
}
