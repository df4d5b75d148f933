//! The forecast: what is put down of an outcome, whether it still is about the plan, its sentences, pictures and documents.

use std::sync::LazyLock;

use jiff::civil::date;
use rollcall::document::picture::{Going, Place, Series, course, places, places_put_down, scatter, strip, strips};
use rollcall::document::{Block, Drawing, Figure, Kind, Shape, Tone, build, html, markdown};
use rollcall::plan::{
    ActualFigures, Choice, Command, Count, Decimal, Edit, EnteredInput, Forecast, ForecastOfStrategy, Money, Release,
    SimulationRecord, Strategy,
};
use rollcall::plan_file::shifted;
use rollcall::rollout::simulation::{
    Course, CoursePoint, Crowd, Estimate, Influence, Input, Measure, Outcome, Scenario, first_waves, simulate,
};
use rollcall::rollout::{
    Against, Brier, Coverage, FORECAST, ForecastStanding, Implausible, NAMED_INFLUENCES, Simulated, against, band,
    figures_to_json, fingerprint, forecast_standing, headline, implausible, recorded, truth,
};
use rollcall::text;
use rollcall::text::forecast::{
    COLUMNS, Column, Shown, amount, brier, cannot_be, chance, compared, coverage, input_unit, input_value, number,
    read_value,
};

use crate::ready::{TODAY, change, id, ready_release};

/// Few trials: what is looked at here does not depend on how many.
const TRIALS: u32 = 60;

fn release() -> Release {
    ready_release()
}

fn outcome() -> &'static Outcome {
    static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| simulate(&Scenario::of(&release(), TODAY), 5, TRIALS));
    &OUTCOME
}

fn chosen(release: &Release) -> Strategy {
    release.strategy.choice.as_ref().unwrap().strategy
}

/// The ready release with its forecast put down.
fn with_forecast() -> Release {
    let mut release = release();
    let influence = Influence {
        input: Input::HitRate,
        range: [0.1, 2.0],
        costs: [Vec::new(), Vec::new()],
        winners: [Some(chosen(&release)), outcome().strategies.first().map(|it| it.strategy)],
        reordered: 0.25,
        shift: 0.5,
    };
    let scenario = Scenario::of(&release, TODAY);
    let influences = [influence.clone(), influence.clone(), influence.clone(), influence];
    let first_waves = first_waves(&scenario, 3, 20);
    let found =
        Simulated { scenario: &scenario, outcome: outcome(), influences: &influences, first_waves: &first_waves };
    let forecast = recorded(found, chosen(&release), (" Ana Alves ", TODAY)).unwrap();
    change(&mut release, Command::Forecast(Box::new(Some(forecast))));
    release
}

#[test]
fn what_is_put_down_is_what_was_simulated() {
    let release = with_forecast();
    let forecast = release.after.forecast.as_ref().unwrap();
    assert_eq!((forecast.by.as_str(), forecast.on, forecast.seed), ("Ana Alves", Some(TODAY), Some(5)));
    assert_eq!((forecast.trials, forecast.compared.len()), (Some(Count(TRIALS)), 9));
    assert_eq!(forecast.influences.len(), NAMED_INFLUENCES);
    let (put_down, said) = (forecast.chosen().unwrap(), outcome().of(chosen(&release)).unwrap());
    for measure in FORECAST {
        let (figure, band) = (said.figure(measure).unwrap(), band(put_down, measure).copied_or_default());
        let near = |put: Option<Decimal>, value: f64| match put {
            Some(put) => (put.get() - value).abs() <= 5.1e-5,
            None => value.is_infinite(),
        };
        assert!(near(band.p10, figure.p10.value) && near(band.p50, figure.p50.value), "{measure:?}");
        assert!(near(band.p90, figure.p90.value) && near(band.mean, figure.mean.unwrap().value), "{measure:?}");
    }
    let of_each = outcome().strategies.iter().map(|said| Some(said.strategy));
    assert!(of_each.eq(forecast.compared.iter().map(|said| said.strategy)));
    let (nothing, scenario) = (simulate(&Scenario::default().only(&[]), 3, 5), Scenario::default());
    let alone = |outcome| {
        let found = Simulated { scenario: &scenario, outcome, influences: &[], first_waves: &[] };
        recorded(found, chosen(&release), ("", TODAY))
    };
    assert_eq!(alone(&nothing), None);
    assert_eq!(alone(outcome()).unwrap().influences, []);
}

trait OrDefault {
    fn copied_or_default(self) -> rollcall::plan::ForecastBand;
}

impl OrDefault for Option<&rollcall::plan::ForecastBand> {
    fn copied_or_default(self) -> rollcall::plan::ForecastBand {
        self.cloned().unwrap_or_default()
    }
}

#[test]
fn a_fingerprint_changes_with_what_is_simulated_and_with_nothing_else() {
    let crowd = |name: &str, people, site: &str| Crowd {
        name: name.to_owned(),
        people,
        site: site.to_owned(),
        link: None,
        trained: None,
        wave: None,
    };
    let of = |crowds: &[Crowd]| fingerprint(&Scenario::with_crowds(crowds.to_vec()));
    let base = of(&[crowd("a", 10, "Bonn"), crowd("b", 20, "Bonn")]);
    assert_eq!(base.len(), 16);
    assert_eq!(base, of(&[crowd("x", 10, "Ulm"), crowd("y", 20, "Ulm")]), "names do not count");
    assert_ne!(base, of(&[crowd("a", 10, "Bonn"), crowd("b", 20, "Ulm")]), "sharing a site does");
    assert_ne!(base, of(&[crowd("a", 10, "Bonn"), crowd("b", 21, "Bonn")]));
    let scenario = Scenario::with_crowds(vec![crowd("a", 10, "Bonn")]);
    for about in &rollcall::rollout::simulation::INPUTS {
        let other = if about.default < about.most { about.most } else { about.least };
        let moved = scenario.clone().with(about.input, other);
        assert_ne!(fingerprint(&scenario), fingerprint(&moved), "{}", about.key);
        assert_eq!(fingerprint(&scenario), fingerprint(&scenario.clone().with(about.input, about.default)));
    }
    // The same plan on other days.
    let release = with_forecast();
    let later = shifted(&release, 100);
    assert_eq!(forecast_standing(&later), Some(ForecastStanding::Current));
}

#[test]
fn a_forecast_is_out_of_date_once_the_plan_is_another_one() {
    let release = with_forecast();
    assert_eq!(forecast_standing(&release), Some(ForecastStanding::Current));
    assert_eq!(forecast_standing(&ready_release()), None);
    let enter = |by: &str, value: f64| {
        let mut changed = release.clone();
        let entered = EnteredInput { value: Decimal::nearest(value), by: by.to_owned(), on: None, note: String::new() };
        let inputs = [("hit_rate".to_owned(), entered)].into();
        let given = SimulationRecord { inputs, ..SimulationRecord::default() };
        change(&mut changed, Command::Simulation(Box::new(given)));
        forecast_standing(&changed)
    };
    assert_eq!(enter("Ana", 1.5), Some(ForecastStanding::Changed));
    assert_eq!(enter("Ana", Input::HitRate.about().default), Some(ForecastStanding::Current), "the default, entered");
    let mut more_people = release.clone();
    let mut finance = more_people.departments.get(id("finance")).unwrap().clone();
    finance.groups.iter_mut().for_each(|group| group.size = Count(99));
    change(&mut more_people, Command::Departments(Edit::replace(finance)));
    assert_eq!(forecast_standing(&more_people), Some(ForecastStanding::Changed));
    let mut other = release;
    let mut forecast = other.after.forecast.clone().unwrap();
    forecast.strategy = forecast.compared.iter().map(|it| it.strategy).find(|it| *it != forecast.strategy).flatten();
    change(&mut other, Command::Forecast(Box::new(Some(forecast))));
    assert_eq!(forecast_standing(&other), Some(ForecastStanding::OtherStrategy));
}

#[test]
fn numbers_are_read_and_written_as_people_do() {
    for (value, said) in [
        (0.0, "0"),
        (0.042, "0.04"),
        (0.5, "0.5"),
        (2.63, "2.6"),
        (9.96, "10"),
        (41.66, "41.7"),
        (99.97, "100"),
        (1234.4, "1,234"),
        (-12.3, "−12.3"),
        (-0.001, "0"),
        (f64::INFINITY, "never"),
    ] {
        assert_eq!(number(value), said);
    }
    for (value, said) in [
        (0.0, "0 %"),
        (0.0004, "under 0.1 %"),
        (0.005, "0.5 %"),
        (0.86, "86 %"),
        (0.9949, "99.5 %"),
        (0.99996, "over 99.9 %"),
        (1.0, "100 %"),
    ] {
        assert_eq!(chance(value), said);
    }
    for (measure, value, said) in [
        (Measure::Finish, 14.0, "14 h"),
        (Measure::Finish, 60.0, "2.5 days"),
        (Measure::Finish, f64::INFINITY, "never"),
        (Measure::PeakDesk, 85.2, "85.2 %"),
        (Measure::Cost, 12_300.0, "EUR 12,300"),
        (Measure::LostHours, 3.0, "3 h"),
        (Measure::Exposed, 38.0, "38"),
    ] {
        assert_eq!(amount(measure, value, "EUR"), said);
    }
    for (unit, one, two) in
        [("days", "1 day", "2 days"), ("reports", "1 report", "2 reports"), ("money", "EUR 1", "EUR 2")]
    {
        let about = rollcall::rollout::simulation::INPUTS.iter().find(|about| about.unit == unit).unwrap();
        assert_eq!([1.0, 2.0].map(|value| input_value(about, value, "EUR")), [one, two]);
    }
    // Where no currency is set, an amount says so, and so does what stands over amounts.
    let hour = Input::HourCost.about();
    assert_eq!([input_value(hour, 75.0, " "), input_unit(hour, "")], ["75 (no currency set)", "no currency set"]);
    assert_eq!([input_value(hour, 75.0, "EUR"), input_unit(hour, "EUR ")], ["EUR 75", "EUR"]);
    let heads = |currency| COLUMNS.map(|(column, name, _)| column.head(name, currency));
    let differing: Vec<_> = heads("EUR").into_iter().zip(heads(" ")).filter(|(one, other)| one != other).collect();
    assert_eq!(differing, [("Cost", "Cost (no currency set)")]);
    let share = Input::Susceptible.about();
    assert_eq!(read_value(share, "40").map(Decimal::get), Ok(40.0));
    assert_eq!(read_value(share, "2,5").map(Decimal::get), Ok(2.5));
    for refused in ["140", "many", "-1", ""] {
        assert_eq!(read_value(share, refused), Err("Enter a number from 0 to 100.".to_owned()), "{refused}");
    }
    let clock = Input::StartHour.about();
    for (typed, hours, written) in [("16:30", 16.5, "16:30"), ("7", 7.0, "07:00"), ("8.25", 8.25, "08:15")] {
        assert_eq!(read_value(clock, typed).map(Decimal::get), Ok(hours), "{typed}");
        assert_eq!(input_value(clock, hours, ""), written);
    }
    assert_eq!(read_value(clock, "7:75"), Err("Enter a time such as 16:30.".to_owned()));
    assert_eq!(read_value(share, "0.0000001"), Err("Enter at most six digits after the point.".to_owned()));
}

/// An outcome in which the strategies have these means of exposure, medians of the finish, and chances to meet the date.
fn with_points(points: &[(f64, f64, f64)]) -> Outcome {
    let mut outcome = outcome().clone();
    let estimate = |value| Estimate { value, low: value, high: value };
    outcome.people = 1000.0;
    outcome.strategies.truncate(points.len());
    for (of, (exposed, finish, meets)) in outcome.strategies.iter_mut().zip(points) {
        of.meets_date = estimate(*meets);
        for figure in &mut of.figures {
            match figure.measure {
                Measure::Exposed => figure.mean = Some(estimate(*exposed)),
                Measure::Finish => figure.p50 = estimate(*finish),
                _ => {}
            }
        }
    }
    outcome
}

#[test]
fn the_board_is_told_what_safety_costs_in_time() {
    let names: Vec<&str> =
        outcome().strategies.iter().map(|of| rollcall::strategy::catalogue::combination(of.strategy).name).collect();
    let of = |at: usize| Some(outcome().strategies.get(at).unwrap().strategy);
    let said = |points: &[(f64, f64, f64)], chosen| {
        text::forecast::headline(&headline(&with_points(points), chosen, &[]).unwrap()).join(" ")
    };
    let three = [(400.0, 10.0, 0.99), (20.0, 96.0, 0.86), (2.0, 2000.0, 0.1)];
    let told = said(&three, of(1));
    assert_eq!(
        told,
        format!(
            "Of the strategies that are likely to meet the date, {} exposes the fewest people to a severe defect: 20 of 1,000 on \
             average, where {} exposes 400. It takes 4 days in the median, against 10 h for {}; the chance to meet the date is \
             86 %. {} exposes fewer still, 2, but takes 83.3 days in the median and meets the date with a chance of 10 %.",
            names[1], names[0], names[0], names[2]
        )
    );
    let told = said(&three, of(2));
    assert!(
        told.contains(&format!("{} is chosen: it exposes 2,", names[2])) && !told.contains("fewer still"),
        "{told}"
    );
    let told = said(&[(400.0, 10.0, 0.2), (20.0, f64::INFINITY, 0.0)], None);
    assert!(
        told.starts_with("None is likely to meet the date;") && told.contains("in fewer than half the trials"),
        "{told}"
    );
    let told = said(&[(5.0, 10.0, 0.9), (5.0, 12.0, 0.9)], None);
    assert!(told.starts_with("All strategies expose about 5 of 1,000"), "{told}");
    assert_eq!(headline(&with_points(&[]), None, &[]), None);
    // What is out of the question is neither the best nor the worst of those that are left, but may have been chosen.
    let [first, second, third] = [0, 1, 2].map(|at| of(at).unwrap());
    let told = headline(&with_points(&three), Some(second), &[second]).unwrap();
    assert_eq!((told.best.strategy, told.safest.strategy, told.chosen.unwrap().strategy), (first, third, second));
    assert_eq!(
        headline(&with_points(&three), None, &[first, second, third]),
        headline(&with_points(&three), None, &[])
    );
}

#[test]
fn the_cheapest_is_one_that_may_be_chosen() {
    let strategies: Vec<Strategy> = outcome().strategies.iter().map(|of| of.strategy).take(3).collect();
    let influence = Influence {
        input: Input::HitRate,
        range: [0.1, 2.0],
        costs: [vec![1.0, 2.0, 3.0], vec![9.0, 8.0, 7.0]],
        winners: [Some(strategies[0]), Some(strategies[2])],
        reordered: 0.0,
        shift: 0.0,
    };
    let left = |excluded: &[Strategy]| influence.clone().leaving_out(excluded, &strategies).winners.map(Option::unwrap);
    assert_eq!(left(&[]), [strategies[0], strategies[2]]);
    assert_eq!(left(&strategies[..1]), [strategies[1], strategies[2]]);
    assert_eq!(left(&strategies), [strategies[0], strategies[2]]);
}

#[test]
fn the_table_of_the_nine_says_how_sure_it_is() {
    let of = outcome().strategies.first().unwrap();
    for (column, head, _) in &COLUMNS {
        for shown in [Shown::Mean, Shown::Percentiles] {
            let (figure, below) = column.cell(of, shown, "EUR");
            assert!(!figure.is_empty() && !below.is_empty(), "{head}");
        }
    }
    let mean = of.figure(Measure::Cost).unwrap().mean.unwrap();
    let (figure, below) = Column::Of(Measure::Cost).cell(of, Shown::Mean, "EUR");
    assert_eq!(figure, format!("EUR {}", number(mean.value)));
    assert_eq!(below, format!("± {}", number((mean.high - mean.low) / 2.0)));
    // The better comes first: of a chance to meet the date the larger one.
    let order =
        |meets| Column::MeetsDate.order(with_points(&[(1.0, 1.0, meets)]).strategies.first().unwrap(), Shown::Mean);
    assert!(order(0.9) < order(0.2));
}

// Pictures.

/// Every shape lies on the sheet.
fn lies_on_the_sheet(drawing: &Drawing) {
    let inside = |(x, y): (i32, i32)| (-2..=drawing.width + 2).contains(&x) && (-2..=drawing.height + 2).contains(&y);
    for shape in &drawing.shapes {
        let on = match shape {
            Shape::Line { points, .. } | Shape::Area { points, .. } => points.iter().all(|point| inside(*point)),
            Shape::Bar { at, size, .. } => inside(*at) && inside((at.0 + size.0, at.1 + size.1)),
            Shape::Dot { at, .. } | Shape::Label { at, .. } => inside(*at),
        };
        assert!(on, "{shape:?}");
    }
}

pub fn labels(figure: &Figure) -> Vec<&str> {
    fn label(shape: &Shape) -> Option<&str> {
        let Shape::Label { words, .. } = shape else { return None };
        Some(words)
    }
    figure.drawing.shapes.iter().filter_map(label).collect()
}

#[test]
fn pictures_show_all_strategies_and_have_their_figures() {
    let strategy = outcome().strategies.first().unwrap().strategy;
    for measure in Measure::ALL {
        let all: Vec<_> = outcome().strategies.iter().filter_map(|of| strip(of, *measure, Some(strategy))).collect();
        let figure = strips(*measure, &all, "EUR");
        lies_on_the_sheet(&figure.drawing);
        assert_eq!(figure.table.rows().len(), 9);
        assert!(labels(&figure).iter().any(|words| words.starts_with('▸')), "the chosen one is marked");
    }
    let all = places(outcome(), Some(strategy));
    let efficient: Vec<Strategy> = all.iter().filter(|it| it.is_efficient).map(|it| it.strategy).collect();
    assert_eq!(efficient, outcome().frontier());
    let figure = scatter(&all);
    lies_on_the_sheet(&figure.drawing);
    for place in all.iter().filter(|place| place.finish.is_finite()) {
        let name = rollcall::strategy::catalogue::combination(place.strategy).name;
        assert!(labels(&figure).iter().any(|words| words.ends_with(name)), "{name}");
    }
    let put_down = with_forecast().after.forecast.unwrap();
    let near =
        |one: &Place, other: &Place| (one.exposed - other.exposed).abs() < 1e-3 && one.strategy == other.strategy;
    let again = places_put_down(&put_down.compared, Some(strategy));
    assert!(all.iter().zip(&again).all(|(one, other)| near(one, other)));
}

#[test]
fn a_course_ends_where_nothing_happens_any_more() {
    let point = |at: f64, p50: f64| CoursePoint { at, p10: p50 * 0.8, p50, p90: (p50 * 1.2).min(1.0) };
    let going: Vec<CoursePoint> =
        (0..=100).map(|hour| point(f64::from(hour) * 10.0, f64::from(hour.min(20)) / 20.0)).collect();
    let all = Course { points: going };
    let strategy = outcome().strategies.first().unwrap().strategy;
    let figure = course(Going::Adoption, &[Series { strategy, is_chosen: false, course: &all }]);
    lies_on_the_sheet(&figure.drawing);
    // All have it after 200 hours, which is day 8.3 of 41.
    assert!(labels(&figure).contains(&"8") && !labels(&figure).contains(&"20"), "{:?}", labels(&figure));
    // What the desk takes is drawn, unless the load is far from it.
    let desk = |factor: f64| {
        let scaled = |point: &CoursePoint| CoursePoint { p90: point.p90 * factor, ..*point };
        let all = Course { points: all.points.iter().map(scaled).collect() };
        let figure = course(Going::Desk, &[Series { strategy, is_chosen: true, course: &all }]);
        let is_bound = |shape: &Shape| matches!(shape, Shape::Line { tone: Tone::Bound, .. });
        let is_drawn = figure.drawings().all(|(_, drawing)| drawing.shapes.iter().any(is_bound));
        assert_eq!(is_drawn, figure.caption.contains("Dashed"));
        is_drawn
    };
    assert!(desk(80.0) && desk(300.0) && !desk(12.0));
    assert!(course(Going::Desk, &[]).table.rows().is_empty());
}

// What came of it.

#[test]
fn what_came_about_lies_in_the_band_or_beside_it() {
    let band = rollcall::plan::ForecastBand {
        mean: Some(Decimal::nearest(20.0)),
        p10: Some(Decimal::nearest(10.0)),
        p50: Some(Decimal::nearest(15.0)),
        p90: Some(Decimal::nearest(30.0)),
    };
    let open = rollcall::plan::ForecastBand { p90: None, ..band.clone() };
    let said = ForecastOfStrategy {
        strategy: Some(Strategy::default()),
        exposed: band.clone(),
        finish: open,
        cost: band,
        ..ForecastOfStrategy::default()
    };
    for (truth, stands) in
        [(10.0, Against::Inside), (30.0, Against::Inside), (9.9, Against::Below), (30.1, Against::Above)]
    {
        assert_eq!(against(&said, Measure::Exposed, truth), Some(stands));
    }
    assert_eq!(against(&said, Measure::Finish, f64::INFINITY), Some(Against::Inside), "as never was forecast");
    assert_eq!(against(&said, Measure::Hit, 1.0), None);
    let actual = ActualFigures { exposed: Some(Count(44)), cost: Some(Money(2_000_050)), ..ActualFigures::default() };
    let mut release = release();
    let forecast = Forecast { strategy: said.strategy, compared: vec![said], ..Forecast::default() };
    change(&mut release, Command::Forecast(Box::new(Some(forecast))));
    change(&mut release, Command::Actual(Box::new(Some(actual))));
    let lines = compared(&release.after, "EUR");
    let [exposed, hit, .., cost] = lines.as_slice() else { panic!("six figures are compared") };
    assert_eq!((exposed.forecast.as_str(), exposed.actual.as_str()), ("10 to 30", "44"));
    assert_eq!((exposed.against, hit.actual.as_str(), hit.against), (Some(Against::Above), "not known", None));
    assert_eq!(cost.actual, "EUR 20,000.50", "money as it was entered");
    let plan = markdown(&build(Kind::ReleasePlan, &release, date(2026, 4, 20)));
    assert!(plan.contains("Forecast against actual") && plan.contains("above the band"), "{plan}");
}

/// What cannot be so is named, and is not held against the forecast.
#[test]
fn actual_figures_that_cannot_be_so_are_told() {
    let mut release = release();
    let all = rollcall::rollout::everyone(&release);
    let (began, earlier) = (date(2026, 12, 10).at(18, 0, 0, 0), date(2026, 12, 5).at(18, 0, 0, 0));
    let mut with = |actual: ActualFigures| {
        change(&mut release, Command::Actual(Box::new(Some(actual))));
        [Measure::Finish, Measure::Exposed, Measure::Hit].map(|measure| implausible(&release, measure))
    };
    let usual = ActualFigures { began: Some(began), finished: Some(began), ..ActualFigures::default() };
    let counts = |exposed, hit| ActualFigures { exposed: Some(Count(exposed)), hit: Some(Count(hit)), ..usual.clone() };
    let too_many = Some(Implausible::MoreThanAll(Count(all)));
    assert_eq!(with(counts(all, all)), [None; 3]);
    assert_eq!(with(counts(999_999_999, 0)), [None, too_many, None]);
    assert_eq!(with(counts(0, all + 1)), [None, None, too_many]);
    let before = ActualFigures { finished: Some(earlier), ..usual.clone() };
    assert_eq!(truth(&before, Measure::Finish), None);
    assert_eq!(truth(&usual, Measure::Finish), Some(0.0));
    assert_eq!(with(before), [Some(Implausible::BeforeItBegan(began)), None, None]);
    assert_eq!(
        cannot_be(Implausible::MoreThanAll(Count(6400))),
        "The release reaches 6,400 people. Enter 6,400 or fewer."
    );
    // For as long as a group has no size nobody knows how many there are.
    release.departments.iter_mut().for_each(|department| {
        department.groups.iter_mut().take(1).for_each(|group| group.size = Count(0));
    });
    release.after.actual = Some(counts(999_999_999, 0));
    assert_eq!(implausible(&release, Measure::Exposed), None);
}

#[test]
fn calibration_says_what_it_means_and_what_it_rests_on() {
    let said = |inside, below, above| coverage(Coverage { inside, below, above });
    assert_eq!(said(0, 0, 0), "Nothing to compare yet.");
    assert!(said(8, 1, 1).ends_with("That is about right."));
    assert!(said(3, 1, 6).ends_with("it turned out worse than forecast."));
    assert!(said(3, 6, 1).ends_with("it turned out better than forecast."));
    assert!(said(10, 0, 0).ends_with("wider than they need be."));
    let of = |score| Brier { score: Some(score), releases: 4, came_about: 1, mean_chance: Some(0.2) };
    assert!(brier(of(0.05), "a back-out").contains("0.05 for a back-out, where 0 is perfect: good."));
    for (score, judged) in [
        (0.2, ": better than saying 50 %"),
        (0.25, ": no better than saying 50 %"),
        (0.3, ": worse than saying 50 %"),
        (0.91, ": far worse than saying 50 %"),
    ] {
        let said = brier(of(score), "a back-out");
        assert!(said.contains(judged) && said.contains("each time"), "{said}");
    }
    assert_eq!(brier(Brier::default(), "a back-out"), "Of a back-out nothing is known yet.");
    for (releases, word) in [(0, "No release"), (1, "too few"), (5, "an indication"), (12, "rests on 12 releases.")] {
        assert!(text::forecast::judged(releases).contains(word));
    }
}

// Documents.

#[test]
fn the_board_has_the_nine_before_it_and_hears_when_the_plan_has_changed() {
    let mut release = with_forecast();
    let pack = |release: &Release| markdown(&build(Kind::GoNoGoPack, release, TODAY));
    let said = pack(&release);
    for part in [
        "Strategies compared",
        "Size of the first wave",
        "Big Bang, pull then push",
        "Parallel, pull",
        "As recorded on",
        "by Ana Alves",
    ] {
        assert!(said.contains(part), "{part}");
    }
    assert!(said.contains("Hits per susceptible person: at 0.1 per working day the cheapest is"), "{said}");
    assert!(!said.contains("The plan has changed since this forecast"));
    let figures = build(Kind::GoNoGoPack, &release, TODAY).blocks;
    assert_eq!(figures.iter().filter(|block| matches!(block, Block::Figure(_))).count(), 3);
    let entered = EnteredInput {
        value: Decimal::nearest(3.5),
        by: "Eva Esteves".to_owned(),
        on: Some(date(2026, 2, 27)),
        note: "Counted in the pilot".to_owned(),
    };
    let given = SimulationRecord { inputs: [("hit_rate".to_owned(), entered)].into(), ..SimulationRecord::default() };
    change(&mut release, Command::Simulation(Box::new(given)));
    for kind in [Kind::GoNoGoPack, Kind::ReleasePlan] {
        let said = html(&build(kind, &release, TODAY), "");
        assert!(said.contains("The plan has changed since this forecast"));
        for part in ["Eva Esteves", "Counted in the pilot", "Fri 27 Feb 2026", "3.5 per working day"] {
            assert!(said.contains(part), "{part}");
        }
    }
}

#[test]
fn figures_go_out_by_the_names_that_the_core_gives_them() {
    let scenario = Scenario::of(&release(), TODAY);
    let given = figures_to_json(outcome(), &scenario);
    let figures = given["figures"].as_object().unwrap();
    for (name, value) in outcome().figures() {
        let out = &figures[&name];
        assert!(if value.is_finite() { out.as_f64() == Some(value) } else { out.is_null() }, "{name}");
    }
    assert_eq!(given["inputs"].as_object().unwrap().len(), rollcall::rollout::simulation::INPUTS.len());
    assert_eq!(given["scenario"], fingerprint(&scenario));
}
