//! The answer for programs. Its members and their order are a contract; `docs/simulate.md` says what each means.

use rollcall::plan::Choice;
use rollcall::rollout::simulation::{
    CONVENTIONS, Comparison, Course, Estimate, Figure, FirstWaves, Influence, Origin, StrategyOutcome, Used,
};
use serde_json::{Value, json};

use super::{Found, key};

pub(super) fn json(found: &Found) -> String {
    let Found { scenario, outcome, .. } = found;
    let [simulated, searched, sized] = found.seconds;
    let report = json!({
        "seed": outcome.seed,
        "trials": outcome.trials,
        "currency": found.currency,
        "people": outcome.people,
        "inputs": scenario.used().map(input).collect::<Vec<_>>(),
        "groups": scenario.crowds_used().iter().map(|crowd| json!({
            "name": crowd.name, "people": crowd.people, "site": crowd.site, "link": crowd.link, "trained": crowd.trained,
            "wave": crowd.wave.map(|wave| wave + 1),
        })).collect::<Vec<_>>(),
        "waves": scenario.waves_used().iter().map(|wave| json!({
            "name": wave.name, "start": wave.start, "bake": wave.bake, "target": wave.target,
        })).collect::<Vec<_>>(),
        "defect": estimate(&outcome.defect),
        "strategies": outcome.strategies.iter().map(strategy).collect::<Vec<_>>(),
        "comparisons": outcome.comparisons.iter().map(comparison).collect::<Vec<_>>(),
        "frontier": outcome.frontier().into_iter().map(key).collect::<Vec<_>>(),
        "sensitivity": found.influences.as_ref().map(|all| {
            let strategies = &scenario.strategies;
            all.iter().map(|influence| sensitive(influence, strategies)).collect::<Vec<_>>()
        }),
        "first_waves": found.first_waves.as_ref().map(|all| all.iter().map(first_waves).collect::<Vec<_>>()),
        "conventions": CONVENTIONS.iter().map(|point| json!({
            "key": point.key, "text": point.text, "besides": point.besides,
        })).collect::<Vec<_>>(),
        "runtime": { "simulation": simulated, "sensitivity": searched, "first_waves": sized, "unit": "s" },
    });
    // Numbers and texts, which always become JSON.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

/// A number; null where it is infinite.
fn number(value: f64) -> Value {
    if value.is_finite() { json!(value) } else { Value::Null }
}

fn estimate(of: &Estimate) -> Value {
    json!({ "value": number(of.value), "low": number(of.low), "high": number(of.high) })
}

fn input(used: Used) -> Value {
    let about = used.input.about();
    let origin = match used.origin {
        Origin::Default => json!({ "kind": "default" }),
        Origin::Plan(part) => json!({ "kind": "plan", "part": part }),
        Origin::Entered(by) => json!({
            "kind": "entered", "by": by.by, "on": by.on.map(|day| day.to_string()), "note": by.note,
        }),
    };
    json!({
        "key": about.key, "label": about.label, "unit": about.unit, "value": used.value, "default": about.default,
        "least": about.least, "most": about.most, "origin": origin, "meaning": about.meaning,
    })
}

fn figure(of: &Figure) -> Value {
    json!({
        "measure": of.measure.key(),
        "unit": of.measure.unit(),
        "mean": of.mean.as_ref().map(estimate),
        "p10": estimate(&of.p10),
        "p50": estimate(&of.p50),
        "p90": estimate(&of.p90),
        "never": of.never,
        "quantiles": of.quantiles.iter().map(|value| number(*value)).collect::<Vec<_>>(),
    })
}

fn course(of: &Course) -> Value {
    let points = of.points.iter().map(|point| json!([point.at, point.p10, point.p50, point.p90]));
    Value::Array(points.collect())
}

fn strategy(of: &StrategyOutcome) -> Value {
    json!({
        "strategy": key(of.strategy),
        "figures": of.figures.iter().map(figure).collect::<Vec<_>>(),
        "meets_date": estimate(&of.meets_date),
        "back_out": estimate(&of.back_out),
        "undetected": estimate(&of.undetected),
        "adoption": course(&of.adoption),
        "desk": course(&of.desk),
    })
}

fn comparison(of: &Comparison) -> Value {
    json!({
        "measure": of.measure.key(), "better": key(of.better), "than": key(of.than),
        "chance": estimate(&of.chance), "ties": of.ties,
    })
}

fn first_waves(of: &FirstWaves) -> Value {
    let sizes = of.sizes.iter().map(
        |size| json!({ "people": size.people, "exposed": estimate(&size.exposed), "noticed": estimate(&size.noticed) }),
    );
    json!({
        "strategy": key(of.strategy), "planned": of.planned, "best": of.best().map(|best| best.people),
        "sizes": sizes.collect::<Vec<_>>(),
    })
}

fn sensitive(of: &Influence, strategies: &[rollcall::plan::Strategy]) -> Value {
    let end = |at: usize| {
        let (value, costs, winner) = (of.range.get(at), of.costs.get(at), of.winners.get(at).copied().flatten());
        let costs = costs.into_iter().flat_map(|costs| strategies.iter().zip(costs));
        let costs: serde_json::Map<String, Value> =
            costs.map(|(strategy, cost)| (key(*strategy).to_owned(), number(*cost))).collect();
        json!({ "value": value, "cheapest": winner.map(key), "costs": costs })
    };
    json!({
        "key": of.input.about().key, "label": of.input.about().label, "low": end(0), "high": end(1),
        "reordered": of.reordered, "shift": of.shift,
    })
}
