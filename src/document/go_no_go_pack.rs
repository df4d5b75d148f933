//! The Go/No-Go pack: what the Release Board decides on.

use jiff::civil::Date;

use super::section::{
    View, actions, back_out, board, criteria, defects, environments, findings, forecast, gates, hand_over, history,
    overview, review, risks, rules, strategy,
};
use super::sheet::Sheet;
use super::{Document, Kind};
use crate::plan::Release;

/// The Go/No-Go pack as it is on this day.
#[must_use]
pub fn go_no_go_pack(release: &Release, today: Date) -> Document {
    let view = View::of(release, today);
    let mut sheet = Sheet::new(Kind::GoNoGoPack);
    findings::verdict(&view, &mut sheet);
    board::in_brief(&view, &mut sheet);
    overview::in_brief(&view, &mut sheet);
    findings::findings(&view, &mut sheet);
    findings::sections(&view, &mut sheet);
    strategy::in_full(&view, &mut sheet);
    environments::standing(&view, &mut sheet);
    gates::standing(&view, &mut sheet);
    criteria::by_state(&view, &mut sheet);
    defects::that_remain(&view, &mut sheet);
    forecast::comparison(&view, &mut sheet);
    back_out::readiness(&view, &mut sheet);
    review::in_brief(&view, &mut sheet);
    hand_over::in_brief(&view, &mut sheet);
    rules::with_waivers(&view, &mut sheet);
    risks::risks(&view, &mut sheet);
    actions::overdue(&view, &mut sheet);
    history::removals(&view, &mut sheet);
    board::votes(&view, &mut sheet);
    board::decision(&view, &mut sheet);
    board::sign_offs(&view, &mut sheet);
    Document::of(Kind::GoNoGoPack, &view, sheet)
}
