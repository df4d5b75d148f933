//! What the simulation takes: the table of inputs, and where their values come from.

use std::collections::HashSet;

use jiff::civil::date;
use rollcall::plan::{Decimal, EnteredInput, Release};
use rollcall::plan_file::{check, read_entry, read_plan};
use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::{CONVENTIONS, INPUTS, Input, Origin};
use rollcall::text::forecast::read_value;
use serde_json::json;

#[test]
fn the_table_is_sound() {
    let mut keys = HashSet::new();
    for (at, about) in INPUTS.iter().enumerate() {
        assert_eq!(about.input as usize, at, "{}", about.key);
        assert!(keys.insert(about.key), "{} is there twice", about.key);
        assert_eq!(Input::from_key(about.key), Some(about.input));
        assert!(about.allows(about.default) && about.least < about.most, "{}", about.key);
        assert!(about.low >= about.least && about.high <= about.most, "{}", about.key);
        if about.low < about.high {
            assert!((about.low..=about.high).contains(&about.default), "{}", about.key);
        }
        for preset in about.presets {
            assert!(about.allows(preset.value) && !preset.source.is_empty(), "{}: {}", about.key, preset.label);
        }
        for text in [about.meaning, about.estimate] {
            assert!(text.ends_with(['.', '?']) && text.len() > 20, "{}: {text}", about.key);
            // One sentence: a point within it stands in a number.
            let points = text
                .match_indices(['.', '?'])
                .filter(|(at, _)| !text[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
            assert_eq!(points.count(), 1, "{}: {text}", about.key);
        }
        // A value can be put down as a plan keeps it.
        for value in [about.least, about.most, about.default] {
            assert!(Decimal::try_from(value).is_ok(), "{}: {value}", about.key);
        }
    }
    assert!(CONVENTIONS.iter().all(|point| point.text.ends_with('.')));
}

fn release() -> Release {
    read_entry(&json!({
        "id": "r1",
        "identity": { "window": { "start": "2026-03-14T20:30:00", "end": "2026-03-15T04:00:00" } },
        "departments": [
            { "id": "d1", "name": "Desk", "impacted": true, "groups": [
                { "id": "g1", "name": "Clerks", "size": 140, "site": "Kiel", "link": 50 },
                { "id": "g2", "name": "Terminals", "size": 60, "site": "Kiel" },
            ] },
            { "id": "d2", "name": "Others", "groups": [{ "id": "g3", "name": "Not reached", "size": 999 }] },
        ],
        "rollout": {
            "waves": [
                { "id": "w1", "name": "Pilot", "groups": ["g2"], "start": "2026-03-14T22:00:00", "bake": 1440, "target": 90 },
                { "id": "w2", "name": "Rest", "groups": ["g1"], "start": "2026-03-17T22:00:00", "bake": 2880 },
            ],
            "push": { "package": 350, "bandwidth_limit": 20, "peer_share": 40, "window_from": "22:00", "window_until": "04:30",
                      "install_time": 25 },
            "pull": { "from": "2026-03-16", "deadline": "2026-03-29", "half_life": 4320, "server_rate": 800 },
            "parallel": { "from": "2026-03-14", "until": "2026-04-12", "cost_per_day": 125_050 },
            "back_out": { "verification": 30, "steps": [{ "id": "u1", "title": "Turn it", "duration": 45 }] },
            "detection": { "defect_rate": 250 },
            "simulation": { "inputs": {
                "hit_rate": { "value": 0.75, "by": "Rita", "on": "2026-02-19" },
                "half_life": { "value": 9 },
                "a_later_input": { "value": 3 },
            } },
        },
        "training": {
            "audiences": [{ "id": "a1", "name": "Clerks", "group": "g1" }],
            "sessions": [{
                "id": "s1", "title": "New", "audiences": ["a1"], "capacity": 105, "teaches": "new",
                "attendance": [{ "id": "t1", "audience": "a1", "attended": 35 }],
            }],
        },
    }))
    .unwrap()
}

#[test]
fn the_plan_says_what_it_can() {
    let scenario = Scenario::of(&release(), date(2026, 3, 1));
    let said = |input: Input| (scenario.value(input), scenario.origin(input));
    let planned = [
        (Input::Susceptible, 2.5),
        (Input::BackOutFixed, 1.25),
        (Input::BakeTime, 36.0),
        (Input::WaveTarget, 90.0),
        (Input::StartHour, 22.0),
        // From 22:00 on the 14th until the end of the 29th.
        (Input::DateLimit, 15.083333),
        (Input::PackageSize, 350.0),
        (Input::RateLimit, 20.0),
        (Input::PeerShare, 40.0),
        (Input::WindowFrom, 22.0),
        (Input::WindowLength, 6.5),
        (Input::InstallMinutes, 25.0),
        (Input::PullDeadline, 14.0),
        (Input::ServerRate, 800.0),
        (Input::DualDays, 30.0),
        (Input::DualDayCost, 1250.5),
    ];
    for (input, value) in planned {
        assert_eq!(said(input).0, value, "{input:?}");
        assert!(matches!(said(input).1, Origin::Plan(_)), "{input:?}");
    }
    let by = EnteredInput {
        value: Decimal::try_from(0.75).unwrap(),
        by: "Rita".to_owned(),
        on: Some(date(2026, 2, 19)),
        note: String::new(),
    };
    assert_eq!(said(Input::HitRate), (0.75, Origin::Entered(&by)));
    // What somebody enters stands before what the plan says.
    assert_eq!(said(Input::HalfLife).0, 9.0);
    assert_eq!(said(Input::DeskHours), (10.0, Origin::Default));
    assert_eq!(scenario.people(), 200.0);
    assert_eq!(scenario.crowds[0].wave, Some(1));
    assert_eq!((scenario.crowds[0].link, scenario.crowds[1].link), (Some(50.0), None));
    // Before go-live a seat counts, from then on who was there.
    assert_eq!((scenario.crowds[0].trained, scenario.crowds[1].trained), (Some(0.75), None));
    assert_eq!(Scenario::of(&release(), date(2026, 3, 14)).crowds[0].trained, Some(0.25));
}

#[test]
fn groups_and_waves_are_printed_as_they_are_simulated() {
    let mut release = release();
    let scenario = Scenario::of(&release, date(2026, 3, 1));
    let bakes =
        |scenario: &Scenario| scenario.waves_used().iter().map(|wave| (wave.bake, wave.target)).collect::<Vec<_>>();
    // What the plan does not say of the second wave comes from the first, in the mean.
    assert_eq!(bakes(&scenario), [(Some(24.0), Some(90.0)), (Some(48.0), Some(90.0))]);
    // Both groups are in Kiel, and share the link that one of them names.
    let used = scenario.crowds_used();
    assert!(used.iter().all(|crowd| crowd.link == Some(50.0)), "{used:?}");
    let default = Input::TrainedShare.about().default / 100.0;
    assert_eq!(used.iter().map(|crowd| crowd.trained).collect::<Vec<_>>(), [Some(0.75), Some(default)]);
    // What somebody enters holds for all.
    for (key, value) in [("bake_time", 5.0), ("wave_target", 50.0), ("trained_share", 10.0)] {
        let value = EnteredInput { value: Decimal::try_from(value).unwrap(), ..EnteredInput::default() };
        release.rollout.simulation.inputs.insert(key.to_owned(), value);
    }
    let scenario = Scenario::of(&release, date(2026, 3, 1));
    assert_eq!(bakes(&scenario), [(Some(5.0), Some(50.0)); 2]);
    assert!(scenario.crowds_used().iter().all(|crowd| crowd.trained == Some(0.1) && crowd.wave.is_some()));
    // A group that the plan has in no wave goes with the last one.
    let mut scenario = scenario;
    scenario.crowds[0].wave = None;
    assert_eq!(scenario.crowds_used()[0].wave, Some(1));
}

#[test]
fn the_date_ends_with_its_day() {
    // From 16:30 on the first until the end of the fourth: 79.5 hours, and not four days.
    let mut release: Release = read_entry(&json!({
        "id": "r1",
        "identity": { "window": { "start": "2027-03-01T16:30:00", "end": "2027-03-01T20:00:00" } },
        "rollout": { "pull": { "deadline": "2027-03-04" } },
    }))
    .unwrap();
    let hours = |release: &Release| Scenario::of(release, date(2026, 3, 1)).value(Input::DateLimit) * 24.0;
    assert!((hours(&release) - 79.5).abs() < 1e-4, "{}", hours(&release));
    // Never beyond the end of the day, and a value that somebody could have entered.
    assert!(hours(&release) <= 79.5);
    assert!(Decimal::try_from(hours(&release) / 24.0).is_ok());
    release.identity.window = None;
    assert_eq!(hours(&release), Input::DateLimit.about().default * 24.0);
}

#[test]
fn an_empty_plan_gives_an_empty_scenario() {
    let scenario = Scenario::of(&Release::default(), date(2026, 3, 1));
    assert_eq!(scenario.people(), 0.0);
    assert!(scenario.used().all(|used| used.value == used.input.about().default && used.origin == Origin::Default));
    assert_eq!(scenario.strategies.len(), 9);
}

#[test]
fn a_value_that_an_input_cannot_have_is_refused_with_its_place() {
    let mut release = release();
    assert_eq!(check(&release), []);
    let value = |value: f64| EnteredInput { value: Decimal::try_from(value).unwrap(), ..EnteredInput::default() };
    release.rollout.simulation.inputs.insert("defect_chance".to_owned(), value(101.0));
    release.rollout.simulation.inputs.insert("reports_needed".to_owned(), value(0.0));
    let problems: Vec<String> = check(&release).iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("rollout.simulation.inputs.defect_chance.value"), "{problems:?}");
    assert!(problems[0].contains("from 0 to 100"), "{problems:?}");
    // What is counted is not counted in parts.
    for (key, part) in [("reports_needed", 2.5), ("retry_limit", 1.5)] {
        release.rollout.simulation.inputs.clear();
        release.rollout.simulation.inputs.insert(key.to_owned(), value(part));
        let problems: Vec<String> = check(&release).iter().map(ToString::to_string).collect();
        assert!(problems.iter().any(|it| it.contains(key) && it.contains("whole number")), "{problems:?}");
        let about = Input::from_key(key).unwrap().about();
        let refused = read_value(about, &part.to_string()).unwrap_err();
        assert!(refused.starts_with("Enter a whole number from "), "{refused}");
        assert_eq!(read_value(about, "2").unwrap().get(), 2.0);
        // Where it is moved all the same, it stays whole.
        let moved = Scenario::default().with(about.input, part).value(about.input);
        assert_eq!(moved.fract(), 0.0);
    }
    let whole: Vec<&str> = INPUTS.iter().filter(|about| about.is_whole()).map(|about| about.key).collect();
    assert_eq!(whole, ["reports_needed", "retry_limit"]);
    assert_eq!(read_value(Input::HitRate.about(), "0.25").unwrap().get(), 0.25);
}

#[test]
fn a_number_is_read_as_it_is_written_or_not_at_all() {
    let plan = |value: &str| {
        let release =
            format!(r#"{{"id": "r1", "rollout": {{"simulation": {{"inputs": {{"x_y": {{"value": {value}}}}}}}}}}}"#);
        read_plan(format!(r#"{{"format": "rollcall-plan", "version": 3, "release": {release}}}"#).as_bytes())
    };
    for value in ["0.0001", "12", "-3.25", "1000000000", "0.1"] {
        let read = plan(value).unwrap_or_else(|error| panic!("{value}: {error}"));
        let entered = &read.release.rollout.simulation.inputs["x_y"];
        assert_eq!(serde_json::to_value(entered).unwrap()["value"].to_string(), value);
    }
    for value in ["0.0000001", "1000000001", "1e300", "\"1\"", "true", "[]"] {
        let refused = plan(value).unwrap_err();
        assert_eq!(refused.problems().len(), 1, "{value}");
        assert!(refused.problems()[0].path.ends_with("inputs.x_y.value"), "{:?}", refused.problems());
    }
    assert_eq!(Decimal::try_from(-1234.5).unwrap().to_string(), "−1,234.5");
    assert_eq!(Decimal::try_from(f64::NAN).ok(), None);
}
