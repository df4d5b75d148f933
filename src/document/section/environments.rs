//! Environments: where the release is tested and runs, how each differs from production, and what relied on it.

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::View;
use crate::document::sheet::Sheet;
use crate::environment::{Difference, Refresh, back_out_tested_in, drift, gates_using, production, refresh};
use crate::plan::{Choice, Environment, EnvironmentUse, Fitness, TestResult};
use crate::text::day;

/// Each environment in full: what it is for, what it consists of, how it differs, what relied on it.
pub(in crate::document) fn register(view: &View, sheet: &mut Sheet) {
    sheet.section("environments", "Environments");
    overview(view, sheet);
    for environment in &view.release.environments {
        sheet.part(&format!("environment-{}", environment.id), &name(environment).to_string());
        sheet.facts([
            ("Purpose", Text::from(environment.purpose.label())),
            ("Looked after by", phrase::person(view.release, environment.owner)),
            ("Fitness", fitness(environment).into()),
            ("Refresh", interval(environment)),
            ("Refreshed last", phrase::day_or(environment.refreshed, "never")),
            ("Relied on by", relied_on(view, environment)),
            ("Note", Text::from(environment.note.trim()).or("nothing noted")),
        ]);
        parts(environment, sheet);
        differences(view, environment, sheet);
        uses(view, environment, sheet);
    }
}

/// How each environment stands, for those who rely on what was tested there.
pub(in crate::document) fn standing(view: &View, sheet: &mut Sheet) {
    sheet.section("environments", "Environments");
    overview(view, sheet);
}

fn overview(view: &View, sheet: &mut Sheet) {
    let rows = view.release.environments.iter().map(|environment| {
        let differs = drift(view.release, environment).len();
        let differs = match differs {
            _ if production(view.release).next().is_none() => "not compared".to_owned(),
            0 => "none known".to_owned(),
            some => phrase::counted(some, "part", "parts"),
        };
        [
            name(environment),
            Text::from(environment.purpose.label()),
            fitness(environment).into(),
            refreshed(view, environment),
            Text::from(differs),
            relied_on(view, environment),
        ]
    });
    let columns = [
        Column::words("Environment"),
        Column::words("Purpose"),
        Column::narrow("Fitness"),
        Column::words("Refresh"),
        Column::words("Differs from production"),
        Column::wide("Relied on by"),
    ];
    sheet.table(columns, rows, "No environment is registered.");
}

fn name(environment: &Environment) -> Text {
    phrase::named(Some(&environment.name), environment.id.as_str())
}

pub(super) fn fitness(environment: &Environment) -> Status {
    let mark = match environment.fitness {
        Fitness::Unknown => Mark::Idle,
        Fitness::Fit => Mark::Go,
        Fitness::Unfit => Mark::NoGo,
    };
    mark.with(environment.fitness.label())
}

fn interval(environment: &Environment) -> Text {
    Text::from(match environment.refresh_days {
        None => "no interval agreed".to_owned(),
        Some(days) if days.0 == 1 => "every day".to_owned(),
        Some(days) => format!("every {days} days"),
    })
}

pub(super) fn refreshed(view: &View, environment: &Environment) -> Text {
    match refresh(environment, view.today) {
        Refresh::NotAsked => Text::from("no interval agreed"),
        Refresh::Due(on) => Text::from(Mark::Go.with(format!("In time, due on {}", day(on)))),
        Refresh::Overdue(on) => Text::from(Mark::NoGo.with(format!("Overdue since {}", day(on)))),
        Refresh::Never => Text::from(Mark::NoGo.with("Never refreshed")),
    }
}

fn relied_on(view: &View, environment: &Environment) -> Text {
    let gates = gates_using(view.release, environment.id);
    let gates = gates.into_iter().map(|gate| phrase::named(Some(&gate.name), gate.id.as_str()));
    let back_out = back_out_tested_in(view.release, environment).map(|_| Text::from("the test of the back-out plan"));
    phrase::commas(gates.chain(back_out)).or("nothing yet")
}

fn parts(environment: &Environment, sheet: &mut Sheet) {
    let rows = environment.parts.iter().map(|part| {
        [
            phrase::named(Some(&part.name), part.id.as_str()),
            Text::from(part.kind.label()),
            Text::mono(&part.version).or("not stated"),
        ]
    });
    let columns = [Column::wide("Consists of"), Column::narrow("Kind"), Column::narrow("Version or model")];
    sheet.table(columns, rows, "Nobody has written down yet what it consists of.");
}

fn differences(view: &View, environment: &Environment, sheet: &mut Sheet) {
    let rows = drift(view.release, environment).into_iter().map(|difference| row(view, &difference));
    let columns = [
        Column::wide("Differs from production in"),
        Column::narrow("Here"),
        Column::narrow("In production"),
        Column::words("Which production"),
    ];
    sheet.table(columns, rows, "");
}

fn row(view: &View, difference: &Difference) -> [Text; 4] {
    let here = difference.here.as_ref();
    let of = view.release.environments.get(difference.production);
    [
        Text::from(difference.part.name.trim()),
        here.map_or_else(|| Text::from("missing"), |part| Text::mono(&part.version).or("not stated")),
        Text::mono(&difference.part.version).or("not stated"),
        phrase::named(of.map(|of| of.name.as_str()), difference.production.as_str()),
    ]
}

fn uses(view: &View, environment: &Environment, sheet: &mut Sheet) {
    let gate = |used: &EnvironmentUse| match used.gate.filter(|id| !id.is_empty()) {
        None => Text::from("no gate"),
        Some(id) => phrase::named(view.release.gates.get(id).map(|gate| gate.name.as_str()), id.as_str()),
    };
    let rows = environment.uses.iter().map(|used| {
        [
            phrase::named(Some(&used.what), used.id.as_str()),
            phrase::day_or(used.on, "no day set"),
            result(used.result).into(),
            gate(used),
        ]
    });
    let columns =
        [Column::wide("Test that ran there"), Column::narrow("On"), Column::narrow("Result"), Column::words("For")];
    sheet.table(columns, rows, "No test is recorded here.");
}

fn result(of: TestResult) -> Status {
    let mark = match of {
        TestResult::Open => Mark::Idle,
        TestResult::Passed => Mark::Go,
        TestResult::Failed => Mark::NoGo,
    };
    mark.with(of.label())
}
