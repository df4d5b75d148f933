//! Forecasts against what came of them.

use jiff::civil::date;
use rollcall::plan::{
    ActualFigures, Count, Decimal, Forecast, ForecastBand, ForecastOfStrategy, Money, Release, Strategy,
};
use rollcall::rollout::simulation::{Measure, simulate};
use rollcall::rollout::{calibration, forecast};

use super::IN_WAVES;
use super::properties::ordinary;

fn decimal(value: f64) -> Option<Decimal> {
    Some(Decimal::try_from(value).unwrap())
}

/// A release whose hits were forecast as 2 to 20, and whose chance of a back-out as so many percent.
fn release(back_out: f64, backed_out: bool, hit: Option<u32>) -> Release {
    let band = ForecastBand { mean: decimal(9.0), p10: decimal(2.0), p50: decimal(8.0), p90: decimal(20.0) };
    let finish = ForecastBand { p10: decimal(24.0), p50: decimal(30.0), p90: None, mean: None };
    let mut release = Release::default();
    let strategy = Some(Strategy::default());
    let back_out = decimal(back_out);
    let said = ForecastOfStrategy { strategy, hit: band, finish, back_out, ..ForecastOfStrategy::default() };
    release.after.forecast = Some(Forecast { strategy, compared: vec![said], ..Forecast::default() });
    let began = Some(date(2026, 3, 1).at(8, 0, 0, 0));
    let finished = (!backed_out).then(|| date(2026, 3, 2).at(20, 0, 0, 0));
    release.after.actual = Some(ActualFigures {
        began,
        finished,
        hit: hit.map(Count),
        backed_out: Some(backed_out),
        cost: Some(Money(100)),
        ..ActualFigures::default()
    });
    release
}

#[test]
fn truths_are_counted_inside_and_outside_the_band() {
    let releases = [
        release(10.0, false, Some(2)),
        release(50.0, true, Some(21)),
        release(20.0, false, Some(1)),
        release(0.0, false, None),
    ];
    let mut none = Release::default();
    none.after.actual = releases[0].after.actual.clone();
    let all: Vec<&Release> = releases.iter().chain([&none]).collect();
    let found = calibration(&all);
    assert_eq!(found.releases, 4);
    let of = |measure| found.measures.iter().find(|(other, _)| *other == measure).unwrap().1;
    let hit = of(Measure::Hit);
    assert_eq!((hit.inside, hit.above, hit.below), (1, 1, 1));
    // 36 hours lie beyond 24, and the band has no upper end; nor does a release that was backed out.
    assert_eq!((of(Measure::Finish).inside, of(Measure::Finish).of()), (4, 4));
    // Nothing was forecast on cost.
    assert_eq!(of(Measure::Cost).of(), 0);
    assert_eq!((found.overall.inside, found.overall.of()), (5, 7));
    assert_eq!(found.overall.share(), Some(5.0 / 7.0));
    let score = (0.1_f64.powi(2) + 0.5_f64.powi(2) + 0.2_f64.powi(2)) / 4.0;
    assert!((found.back_out.score.unwrap() - score).abs() < 1e-12);
    assert_eq!((found.back_out.releases, found.back_out.came_about, found.back_out.mean_chance), (4, 1, Some(0.2)));
    assert_eq!((found.date.releases, found.date.score), (0, None));
}

#[test]
fn what_is_put_down_is_what_was_said() {
    let outcome = simulate(&ordinary(500), 3, 100);
    let said = outcome.of(IN_WAVES).unwrap();
    let put_down = forecast(said);
    assert_eq!(put_down.back_out.unwrap().get(), (said.back_out.value * 1e6).round() / 1e4);
    let cost = said.figure(Measure::Cost).unwrap();
    assert!((put_down.cost.p90.unwrap().get() - cost.p90.value).abs() < 1e-4);
    assert_eq!(put_down.strategy, Some(IN_WAVES));
}
