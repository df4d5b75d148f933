//! Governance rules and waivers.

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::plan::{Answer, GovernanceRule, Waiver};
use crate::readiness::{Ruling, ruling};
use crate::text::{rule_in_words, ruling_in_words};

/// Every rule: what it asks, and whether the plan meets it.
pub(in crate::document) fn rules(view: &View, sheet: &mut Sheet) {
    let rows = view.release.rules.iter().map(|rule| {
        [
            phrase::titled(&rule.name, rule.id.as_str()).line(Text::from(rule.why.trim())),
            Text::from(rule_in_words(rule)),
            Text::from(standing(view, rule)).line(ruling_in_words(rule, view.release)),
            Text::from(rule.cure.trim()).or("not stated"),
        ]
    });
    sheet.section("rules", "Governance rules");
    let columns = [
        Column::wide("Rule, and why"),
        Column::words("Checked as"),
        Column::words("Standing"),
        Column::words("Cure where it is broken"),
    ];
    sheet.table(columns, rows, "There are no governance rules.");
}

/// How the rules stand, and every departure that somebody accepted.
pub(in crate::document) fn with_waivers(view: &View, sheet: &mut Sheet) {
    let rows = view.release.rules.iter().map(|rule| [name(rule), standing(view, rule).into()]);
    sheet.section("rules", "Governance rules and waivers");
    let columns = [Column::wide("Rule"), Column::narrow("Standing")];
    sheet.table(columns, rows, "There are no governance rules.");
    sheet.part("waivers", "Waivers");
    let columns = [
        Column::wide("Departs from"),
        Column::words("Accepted by"),
        Column::wide("Reason"),
        Column::narrow("Until"),
        Column::narrow("Standing"),
    ];
    sheet.table(columns, waivers(view), "Nobody has waived anything.");
}

fn waivers(view: &View) -> Vec<[Text; 5]> {
    let criteria = view.release.criteria.iter().filter_map(|criterion| match &criterion.answer {
        Answer::Waived(waiver) => {
            let title = phrase::named(Some(&criterion.title), criterion.id.as_str());
            Some(waiver_row(view, Text::from("Criterion: ").then(title), waiver, false))
        }
        _ => None,
    });
    let rules = view.release.rules.iter().filter_map(|rule| {
        let idle = matches!(ruling(rule, view.release), Ruling::Met | Ruling::DoesNotApply);
        Some(waiver_row(view, Text::from("Rule: ").then(name(rule)), rule.waiver.as_ref()?, idle))
    });
    criteria.chain(rules).collect()
}

/// `idle` tells that the plan does not need the waiver.
fn waiver_row(view: &View, from: Text, waiver: &Waiver, idle: bool) -> [Text; 5] {
    let standing = if idle {
        Mark::NotApplicable.with("Not needed now")
    } else {
        phrase::waiver_status(waiver, view.release, view.today)
    };
    [
        from,
        Text::from(waiver.approver.trim()).or("nobody named"),
        Text::from(waiver.reason.trim()).or("no reason given"),
        phrase::day_or(waiver.until, "no day set"),
        standing.into(),
    ]
}

fn name(rule: &GovernanceRule) -> Text {
    phrase::named(Some(&rule.name), rule.id.as_str())
}

fn standing(view: &View, rule: &GovernanceRule) -> Status {
    match (ruling(rule, view.release), &rule.waiver) {
        (Ruling::Met, _) => Mark::Go.with("Met"),
        (Ruling::DoesNotApply, _) => Mark::NotApplicable.with("Does not apply"),
        (_, Some(waiver)) => phrase::waiver_status(waiver, view.release, view.today),
        (Ruling::Broken, None) => Mark::NoGo.with("Broken"),
        (Ruling::Unknown, None) => Mark::Idle.with("Not known yet"),
    }
}
