//! What the release is, when it goes live and what it touches.

use crate::document::block::Column;
use crate::document::inline::Text;
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Choice, Identity};
use crate::strategy::catalogue::combination;
use crate::text::{day, relative_day};

/// The release with its summary.
pub(in crate::document) fn release(view: &View, sheet: &mut Sheet) {
    let (release, identity) = (view.release, &view.release.identity);
    sheet.section("release", "The release");
    if identity.summary.trim().is_empty() {
        sheet.say("Nobody has summed up yet what the release brings.");
    }
    sheet.prose(&identity.summary);
    sheet.facts([
        ("Name", Text::from(identity.name.trim()).or("not named yet")),
        ("Version", Text::mono(&identity.version).or("none yet")),
        ("Type", Text::from(kind(identity))),
        ("Business criticality", Text::from(identity.criticality.label())),
        ("Release manager", phrase::person(release, identity.release_manager)),
        ("Sponsor", phrase::person(release, identity.sponsor)),
        ("Go-live", go_live(view)),
        ("Window", window(identity)),
        ("Date", fixed(identity)),
        ("Currency", Text::mono(&identity.currency).or("not set")),
    ]);
}

/// The release in few words, for readers who have the plan beside them.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    let (release, identity) = (view.release, &view.release.identity);
    let strategy = release.strategy.choice.as_ref().map(|choice| combination(choice.strategy).name);
    sheet.section("release", "The release in brief");
    sheet.prose(&identity.summary);
    sheet.facts([
        ("Type", Text::from(kind(identity))),
        ("Business criticality", Text::from(identity.criticality.label())),
        ("Go-live", go_live(view)),
        ("Window", window(identity)),
        ("Date", fixed(identity)),
        ("Strategy", Text::from(strategy.unwrap_or("not chosen yet"))),
        ("Release manager", phrase::person(release, identity.release_manager)),
        ("Sponsor", phrase::person(release, identity.sponsor)),
    ]);
}

/// What the release touches.
pub(in crate::document) fn configuration_items(view: &View, sheet: &mut Sheet) {
    let rows = view.release.configuration_items.iter().map(|item| {
        [
            phrase::named(Some(&item.name), item.id.as_str()),
            Text::from(item.kind.trim()).or("not stated"),
            Text::mono(&item.version_before).or("none"),
            Text::mono(&item.version_after).or("none"),
        ]
    });
    sheet.section("configuration-items", "Configuration items");
    let columns = [
        Column::wide("Name"),
        Column::words("Kind"),
        Column::narrow("Version before"),
        Column::narrow("Version after"),
    ];
    sheet.table(columns, rows, "No configuration item is named yet.");
}

fn kind(identity: &Identity) -> String {
    let first = if identity.first_of_type { ", first of type" } else { "" };
    format!("{}{first}", identity.release_type.label())
}

fn go_live(view: &View) -> Text {
    match view.release.go_live() {
        Some(date) => Text::from(format!("{} ({})", day(date), relative_day(view.today, date))),
        None => Text::from("no day planned yet"),
    }
}

fn window(identity: &Identity) -> Text {
    let zone = Text::from(identity.time_zone.trim()).or("UTC");
    match identity.window {
        Some(window) => Text::from(phrase::span(window)).then(", ").then(zone),
        None => Text::from("none planned yet; times are in ").then(zone),
    }
}

fn fixed(identity: &Identity) -> Text {
    match &identity.fixed_date {
        Some(why) => Text::from("fixed: ").then(Text::from(why.trim()).or("no reason given")),
        None => Text::from("can move"),
    }
}
