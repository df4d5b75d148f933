//! Communications: the messages, who has been told what, and which document goes to whom.

pub(in crate::ui::pages) mod days;
mod distribution;
mod handing;
mod messages;
mod preview;
mod start_from;
mod told;

use jiff::civil::Date;
use leptos::prelude::*;

use crate::communication::{Sending, sending};
use crate::plan::Release;
use crate::text;
use crate::ui::plan::use_plan;
use crate::ui::register::{Block, Page, register_page};

static PAGE: Page = Page {
    title: "Communications",
    lead,
    blocks: &[
        Block::Register(&messages::MESSAGES),
        Block::Own(told::who_was_told),
        Block::Register(&distribution::DOCUMENTS),
        Block::Own(handing::propose),
    ],
};

/// Messages and distributed documents.
#[component]
pub fn Communications(
    /// The entry that the address names.
    #[prop(into)]
    entry: Signal<Option<String>>,
) -> impl IntoView {
    distribution::provide_standings(use_plan());
    register_page(&PAGE, entry)
}

fn lead(release: &Release, today: Date) -> String {
    let standings: Vec<Sending> = release.messages.iter().map(|it| sending(it, release, today)).collect();
    let sent = standings.iter().filter(|standing| matches!(standing, Sending::Sent(_))).count();
    let overdue = standings.iter().filter(|standing| matches!(standing, Sending::Overdue(_))).count();
    let next = standings.iter().filter_map(|standing| match standing {
        Sending::Planned(on) => Some(*on),
        _ => None,
    });
    let next = next.min().map_or_else(String::new, |on| format!(" The next one is for {}.", text::day(on)));
    match (standings.len(), overdue) {
        (0, _) => String::new(),
        (all, 0) => format!("{sent} of {all} messages are sent.{next}"),
        (all, 1) => format!("{sent} of {all} messages are sent; one is overdue.{next}"),
        (all, overdue) => format!("{sent} of {all} messages are sent; {overdue} are overdue.{next}"),
    }
}
