//! What time it is: the one place where the app asks the browser.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use wasm_bindgen::{JsCast, JsValue};

/// Now.
#[must_use]
pub fn now() -> Timestamp {
    // Milliseconds since 1970 are whole and far inside the range of i64.
    #[allow(clippy::cast_possible_truncation)]
    Timestamp::from_millisecond(js_sys::Date::now() as i64).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Today's civil date in an IANA time zone; in UTC where the browser does not know the zone.
#[must_use]
pub fn today(time_zone: &str) -> Date {
    civil_now(time_zone).date()
}

/// The civil day and time of now in an IANA time zone, to the minute; in UTC where the browser does not know the zone.
#[must_use]
pub fn civil_now(time_zone: &str) -> DateTime {
    in_zone(time_zone).or_else(|| in_zone("UTC")).unwrap_or(DateTime::ZERO)
}

/// Whether the browser knows an IANA time zone of this name.
#[must_use]
pub fn knows_zone(time_zone: &str) -> bool {
    !time_zone.trim().is_empty() && in_zone(time_zone).is_some()
}

/// The browser's own time zone.
#[must_use]
pub fn local_zone() -> String {
    let options = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new()).resolved_options();
    js_sys::Reflect::get(&options, &"timeZone".into()).ok().and_then(|zone| zone.as_string()).unwrap_or_default()
}

fn in_zone(time_zone: &str) -> Option<DateTime> {
    let zone = if time_zone.trim().is_empty() { "UTC" } else { time_zone.trim() };
    let options = js_sys::Object::new();
    // The hours are counted from 0 to 23: some ways of counting call midnight 24.
    let wanted = [
        ("timeZone", zone),
        ("year", "numeric"),
        ("month", "2-digit"),
        ("day", "2-digit"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
    ];
    for (key, value) in wanted {
        js_sys::Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    // The constructor throws on an unknown zone, and only a caught call lets that through as a value.
    let constructor = js_sys::Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| js_sys::Reflect::get(&intl, &"DateTimeFormat".into()))
        .ok()?
        .dyn_into::<js_sys::Function>()
        .ok()?;
    let arguments = js_sys::Array::of2(&JsValue::from_str("en-CA"), &options);
    let format = js_sys::Reflect::construct(&constructor, &arguments).ok()?;
    let to_parts = js_sys::Reflect::get(&format, &"formatToParts".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let parts = to_parts.call1(&format, &js_sys::Date::new_0()).ok()?.dyn_into::<js_sys::Array>().ok()?;
    let part = |wanted: &str| {
        parts.iter().find_map(|part| {
            let kind = js_sys::Reflect::get(&part, &"type".into()).ok()?.as_string()?;
            let value = js_sys::Reflect::get(&part, &"value".into()).ok()?.as_string()?;
            (kind == wanted).then_some(value)
        })
    };
    let (year, month, day) = (part("year")?.parse().ok()?, part("month")?.parse().ok()?, part("day")?.parse().ok()?);
    let (hour, minute) = (part("hour")?.parse().ok()?, part("minute")?.parse().ok()?);
    DateTime::new(year, month, day, hour, minute, 0, 0).ok()
}
