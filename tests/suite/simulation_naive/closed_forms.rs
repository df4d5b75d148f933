//! The naive model against closed forms: what it says must itself be trusted before it may judge.

use rollcall::plan::{Approach, Delivery, Strategy};
use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::Crowd;
use rollcall::rollout::simulation::Input::{
    self, BackOutRate, BakeTime, DecisionSpread, DefectChance, FirstWave, HalfLife, HitRate, InstallFailure,
    InstallMinutes, MonitoringChance, PackageSize, PullDeadline, ReportsNeeded, RetryLimit, Susceptible, UsableShare,
    WindowFrom, WindowLength,
};

use super::chance::Dice;
use super::model::{Ending, simulate};
use super::people::Trial;

const PEOPLE: u32 = 200;
const TRIALS: usize = 300;

/// A figure whose mean is known.
struct Form {
    name: &'static str,
    inputs: &'static [(Input, f64)],
    strategy: (Approach, Delivery),
    figure: fn(&Ending) -> f64,
    expected: fn() -> f64,
}

/// The mean of the latest of the first so many of all people to come, each after an exponential time with this mean.
fn waiting_for(first: u32, of: u32, mean: f64) -> f64 {
    (0..first).map(|gone| mean / f64::from(of - gone)).sum()
}

const INSTALL: f64 = 0.25;
const FINISHED: u32 = 190;
const NOTHING_FAILS: (Input, f64) = (InstallFailure, 0.0);
const NO_DEFECT: (Input, f64) = (DefectChance, 0.0);
const DEFECT: (Input, f64) = (DefectChance, 100.0);
const NOTHING_TO_SEND: (Input, f64) = (PackageSize, 0.0);
const NO_MONITORING: (Input, f64) = (MonitoringChance, 0.0);

/// The hours in which the link has sent to those who are needed: 100 Mbit/s of which 1 % is usable, 200 MB each.
fn sending() -> f64 {
    f64::from(FINISHED) * 200.0 * 8.0 / 1.0 / 3600.0
}

const FORMS: &[Form] = &[
    Form {
        name: "one after the other over a link",
        inputs: &[NO_DEFECT, NOTHING_FAILS, (UsableShare, 1.0)],
        strategy: (Approach::BigBang, Delivery::Push),
        figure: |ending| ending.finish,
        expected: || sending() + INSTALL,
    },
    Form {
        name: "over a link from 22 to 4 h, from 8 h on",
        inputs: &[NO_DEFECT, NOTHING_FAILS, (UsableShare, 1.0), (WindowFrom, 22.0), (WindowLength, 6.0)],
        strategy: (Approach::BigBang, Delivery::Push),
        figure: |ending| ending.finish,
        expected: || 14.0 + (sending() / 6.0).floor() * 24.0 + sending() % 6.0 + INSTALL,
    },
    Form {
        name: "a pull without a deadline",
        inputs: &[NO_DEFECT, NOTHING_FAILS, NOTHING_TO_SEND],
        strategy: (Approach::BigBang, Delivery::Pull),
        figure: |ending| ending.finish,
        expected: || waiting_for(FINISHED, PEOPLE, 4.0 * 24.0 / std::f64::consts::LN_2) + INSTALL,
    },
    Form {
        name: "a pull with a deadline",
        inputs: &[NO_DEFECT, NOTHING_FAILS, NOTHING_TO_SEND, (HalfLife, 10.0), (PullDeadline, 1.0)],
        strategy: (Approach::Parallel, Delivery::PullThenPush),
        figure: |ending| ending.finish,
        expected: || 24.0 + INSTALL,
    },
    Form {
        name: "installations that succeed",
        inputs: &[DEFECT, (InstallFailure, 40.0), (RetryLimit, 2.0), (Susceptible, 0.0), NO_MONITORING],
        strategy: (Approach::BigBang, Delivery::Push),
        figure: |ending| ending.exposed,
        expected: || f64::from(PEOPLE) * (1.0 - 0.4_f64.powi(3)),
    },
    Form {
        name: "the third hit of all people",
        inputs: &[DEFECT, NOTHING_FAILS, NOTHING_TO_SEND, NO_MONITORING, (Susceptible, 100.0), (ReportsNeeded, 3.0)],
        strategy: (Approach::BigBang, Delivery::Push),
        figure: |ending| ending.detection,
        expected: || INSTALL + waiting_for(3, PEOPLE, 24.0 / 0.5),
    },
    Form {
        name: "monitoring alone, and all of the way back",
        inputs: &[
            DEFECT,
            NOTHING_FAILS,
            NOTHING_TO_SEND,
            (HitRate, 0.0),
            (MonitoringChance, 100.0),
            (DecisionSpread, 2.0),
            (BackOutRate, 10.0),
        ],
        strategy: (Approach::BigBang, Delivery::Push),
        figure: |ending| ending.cost,
        expected: || {
            let sigma = 2.0_f64.ln() / 1.281_551_565_544_6;
            let end = INSTALL + 24.0 + 4.0 * (sigma * sigma / 2.0).exp() + 2.0 + 20.0;
            let calls = f64::from(PEOPLE) * (0.1 + 0.3) / 2.0;
            calls * 12.0 + (end / 24.0 + 5.0) * 800.0
        },
    },
    Form {
        name: "everybody whom it can hit, where nobody finds it",
        inputs: &[DEFECT, NOTHING_FAILS, NO_MONITORING, (ReportsNeeded, 1000.0)],
        strategy: (Approach::Phased, Delivery::Pull),
        figure: |ending| ending.lost_hours,
        expected: || f64::from(PEOPLE) * 0.2 * (24.0 / 3.0 * 0.5 + 0.5),
    },
    Form {
        name: "a pilot that shows the defect",
        inputs: &[
            DEFECT,
            NOTHING_FAILS,
            NOTHING_TO_SEND,
            NO_MONITORING,
            (ReportsNeeded, 1.0),
            (InstallMinutes, 0.0),
            (FirstWave, 10.0),
            (BakeTime, 24.0),
        ],
        strategy: (Approach::Phased, Delivery::Push),
        figure: |ending| f64::from(u8::from(ending.exposed <= 20.0)),
        expected: || 1.0 - (1.0 - 0.2 * (1.0 - (-0.5_f64).exp())).powi(20),
    },
];

#[test]
fn the_naive_model_keeps_to_closed_forms() {
    for form in FORMS {
        let crowd =
            Crowd { name: String::new(), people: PEOPLE, site: String::new(), link: None, trained: None, wave: None };
        let scenario = Scenario::with_crowds(vec![crowd]);
        let scenario = form.inputs.iter().fold(scenario, |scenario, (input, value)| scenario.with(*input, *value));
        let mut dice = Dice::new(5);
        let strategy = Strategy { approach: form.strategy.0, delivery: form.strategy.1 };
        let draw = |_| (form.figure)(&simulate(&scenario, &Trial::draw(&scenario, &mut dice), strategy));
        let values: Vec<f64> = (0..TRIALS).map(draw).collect();
        let mean = values.iter().sum::<f64>() / TRIALS as f64;
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (TRIALS - 1) as f64;
        let allowed = 4.5 * (variance / TRIALS as f64).sqrt() + 1e-9 * mean;
        let expected = (form.expected)();
        println!("{}: {mean:.4}, expected {expected:.4}, allowed {allowed:.4}", form.name);
        assert!((mean - expected).abs() <= allowed, "{}: {mean}, expected {expected} ± {allowed}", form.name);
    }
}
