//! What both models are asked.

use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::Input::{
    self, BackOutFixed, BackOutRate, BakeTime, CallSpread, CallsFailed, CallsHit, CallsTrained, CallsUntrained,
    DateLimit, DecisionMedian, DecisionSpread, DefectChance, DeskCapacity, DeskFrom, DeskHours, DualDays, FirstWave,
    FixedLoss, HalfLife, HitRate, InstallFailure, InstallMinutes, LinkRate, MonitoringChance, MonitoringMean,
    PackageSize, PeerShare, PullDeadline, RateLimit, ReportsNeeded, RetryLimit, SecondWave, ServerRate, StartHour,
    Susceptible, SwitchBack, TrainedShare, UsableShare, WaveTarget, WindowFrom, WindowLength, WorkLost,
    WorkaroundAfter,
};
use rollcall::rollout::simulation::{Crowd, PlannedWave};

/// A case: its name, who receives the release, and what differs from the defaults.
pub struct Case {
    pub name: &'static str,
    pub who: fn() -> Scenario,
    pub inputs: &'static [(Input, f64)],
}

impl Case {
    pub fn scenario(&self) -> Scenario {
        self.inputs.iter().fold((self.who)(), |scenario, (input, value)| scenario.with(*input, *value))
    }
}

fn crowd(people: u32, site: &str) -> Crowd {
    let site = site.to_owned();
    Crowd { name: site.clone(), people, site, link: None, trained: None, wave: None }
}

/// Two waves that are watched for so many hours.
fn watched(names: [&str; 2], bake: f64) -> Vec<PlannedWave> {
    names.map(|name| PlannedWave { name: name.to_owned(), bake: Some(bake), ..PlannedWave::default() }).to_vec()
}

/// The scenario with the planned starts of its waves.
fn starting(mut scenario: Scenario, starts: &[Option<f64>]) -> Scenario {
    for (wave, start) in scenario.waves.iter_mut().zip(starts) {
        wave.start = *start;
    }
    scenario
}

/// One group of 200.
fn few() -> Scenario {
    Scenario::with_crowds(vec![crowd(200, "a")])
}

/// One group of 800.
fn one() -> Scenario {
    Scenario::with_crowds(vec![crowd(800, "a")])
}

/// Three groups of 600 people at two sites, with links and trainings of their own.
fn three() -> Scenario {
    let crowds = [(200, "a", 4.0, 0.0), (100, "b", 2.0, 0.5), (300, "a", 4.0, 1.0)];
    let crowds = crowds.map(|(people, site, link, trained)| Crowd {
        link: Some(link),
        trained: Some(trained),
        ..crowd(people, site)
    });
    Scenario::with_crowds(crowds.to_vec())
}

/// Twelve groups of 2,000 people at six sites, in four planned waves.
fn twelve() -> Scenario {
    let sizes = [20, 60, 20, 300, 100, 100, 400, 200, 200, 300, 200, 100];
    let waves = [0, 1, 1, 2, 1, 2, 3, 2, 3, 3, 2, 3];
    let sites = ["a", "b", "c", "d", "e", "f"];
    let crowds = sizes.iter().zip(waves).enumerate().map(|(at, (people, wave))| Crowd {
        link: (at % 6 < 4).then_some(20.0 + 10.0 * (at % 6) as f64),
        trained: (at % 2 == 0).then_some(0.2 + at as f64 / 20.0),
        wave: (at != 11).then_some(wave),
        ..crowd(*people, sites[at % 6])
    });
    let wave = |name: &str, bake, target| PlannedWave { name: name.to_owned(), start: None, bake, target };
    let mut scenario = Scenario::with_crowds(crowds.collect());
    scenario.waves = vec![
        wave("pilot", Some(72.0), Some(90.0)),
        wave("early", Some(24.0), None),
        wave("most", None, Some(80.0)),
        wave("rest", None, None),
    ];
    scenario
}

/// Twelve groups of 17: the shares of the waves are no whole people.
fn odd() -> Scenario {
    Scenario::with_crowds((0..12).map(|_| crowd(17, "a")).collect())
}

/// So many people, each at a site of their own with a link of 1 Mbit/s.
fn apart(people: usize) -> Scenario {
    let alone = |at: usize| Crowd { link: Some(1.0), ..crowd(1, &format!("site {at}")) };
    Scenario::with_crowds((0..people).map(alone).collect())
}

/// Five people at two sites, in two planned waves.
fn five() -> Scenario {
    let crowds = [(2, "a", 100.0, 0), (3, "b", 4.0, 1)];
    let crowds =
        crowds.map(|(people, site, link, wave)| Crowd { link: Some(link), wave: Some(wave), ..crowd(people, site) });
    let mut scenario = Scenario::with_crowds(crowds.to_vec());
    scenario.waves = watched(["pilot", "rest"], 30.0);
    scenario
}

/// A pilot of seven and then 300 people at three sites, with slow links.
fn pilot() -> Scenario {
    let crowds = [(7, "a", 10.0, 0), (53, "a", 10.0, 1), (100, "b", 4.0, 1), (147, "c", 100.0, 1)];
    let crowds =
        crowds.map(|(people, site, link, wave)| Crowd { link: Some(link), wave: Some(wave), ..crowd(people, site) });
    let mut scenario = Scenario::with_crowds(crowds.to_vec());
    scenario.waves = watched(["pilot", "rest"], 24.0);
    scenario
}

const SURE: (Input, f64) = (DefectChance, 100.0);
const AT_NIGHT: (Input, f64) = (WindowFrom, 22.0);

/// The cases of few people, in which the simulation has to be right to the person.
pub static FEW: &[Case] = &[
    Case {
        name: "one person, monitoring",
        who: || Scenario::with_crowds(vec![crowd(1, "a")]),
        inputs: &[SURE, (Susceptible, 100.0), (MonitoringChance, 100.0), (MonitoringMean, 5.0), (DecisionMedian, 30.0)],
    },
    Case {
        name: "two people, deadline near, failures",
        who: || Scenario::with_crowds(vec![crowd(2, "a")]),
        inputs: &[
            (DefectChance, 50.0),
            (ReportsNeeded, 1.0),
            (HalfLife, 1.0),
            (PullDeadline, 1.0),
            (InstallFailure, 30.0),
            (RetryLimit, 1.0),
            (HitRate, 5.0),
        ],
    },
    Case {
        name: "three people apart, a window at night, a limit",
        who: || apart(3),
        inputs: &[
            (DefectChance, 50.0),
            AT_NIGHT,
            (WindowLength, 2.0),
            (PackageSize, 1000.0),
            (UsableShare, 100.0),
            (RateLimit, 0.8),
            (PullDeadline, 3.0),
            (HalfLife, 2.0),
            (ReportsNeeded, 1.0),
        ],
    },
    Case {
        name: "fifteen people apart, slow servers, deadline far",
        who: || apart(15),
        inputs: &[
            SURE,
            (PackageSize, 500.0),
            (ServerRate, 1.0),
            (HalfLife, 0.5),
            (PullDeadline, 20.0),
            (ReportsNeeded, 4.0),
        ],
    },
    Case {
        name: "fifteen people together, a window at the deadline",
        who: || Scenario::with_crowds(vec![Crowd { link: Some(1.0), ..crowd(15, "a") }]),
        inputs: &[
            (DefectChance, 30.0),
            AT_NIGHT,
            (WindowLength, 3.5),
            (PackageSize, 400.0),
            (StartHour, 23.3),
            (HalfLife, 1.5),
            (PullDeadline, 2.3),
            (InstallFailure, 10.0),
        ],
    },
    Case {
        name: "five people in waves, one report",
        who: five,
        inputs: &[
            SURE,
            (Susceptible, 30.0),
            (ReportsNeeded, 1.0),
            (MonitoringChance, 100.0),
            (HalfLife, 2.0),
            (BackOutRate, 1.0),
        ],
    },
    Case {
        name: "five people in waves, the second planned for the sixth day",
        who: || starting(five(), &[Some(0.0), Some(130.5)]),
        inputs: &[(DefectChance, 60.0), (ReportsNeeded, 1.0), (HitRate, 0.2), (HalfLife, 2.0), (PullDeadline, 3.0)],
    },
    Case {
        name: "five people in waves, the first planned for the evening",
        who: || starting(five(), &[Some(11.25), Some(20.0)]),
        inputs: &[(DefectChance, 60.0), (ReportsNeeded, 1.0), AT_NIGHT, (WindowLength, 5.0), (HalfLife, 1.0)],
    },
    Case {
        name: "sixty people, fast hits",
        who: || Scenario::with_crowds(vec![crowd(60, "a")]),
        inputs: &[
            SURE,
            (Susceptible, 100.0),
            (ReportsNeeded, 3.0),
            (HitRate, 50.0),
            (MonitoringChance, 0.0),
            (DecisionMedian, 0.5),
        ],
    },
];

/// The cases that the suite goes through each time.
pub static QUICK: &[Case] = &[
    Case { name: "defaults", who: few, inputs: &[(DefectChance, 15.0)] },
    Case {
        name: "certain defect, one report",
        who: few,
        inputs: &[(DefectChance, 100.0), (Susceptible, 60.0), (ReportsNeeded, 1.0), (MonitoringChance, 0.0)],
    },
    Case {
        name: "rare setting, failures, small desk",
        who: few,
        inputs: &[
            (DefectChance, 40.0),
            (Susceptible, 3.0),
            (ReportsNeeded, 3.0),
            (InstallFailure, 30.0),
            (RetryLimit, 1.0),
            (PullDeadline, 3.0),
            (DeskCapacity, 2.0),
            (TrainedShare, 0.0),
            (BackOutRate, 10.0),
        ],
    },
    Case {
        name: "many calls on each hit and failure, start at an odd minute",
        who: few,
        inputs: &[
            (DefectChance, 60.0),
            (Susceptible, 10.0),
            (HitRate, 2.0),
            (CallsHit, 6.0),
            (CallsFailed, 4.0),
            (InstallFailure, 30.0),
            (RetryLimit, 1.0),
            (StartHour, 13.7),
            (DeskFrom, 7.25),
            (DeskHours, 8.5),
            (DeskCapacity, 8.0),
        ],
    },
];

/// The cases that take long.
pub static LONG: &[Case] = &[
    Case { name: "defaults", who: one, inputs: &[] },
    Case { name: "no defect", who: one, inputs: &[(DefectChance, 0.0)] },
    Case {
        name: "certain defect, one report, no monitoring",
        who: one,
        inputs: &[(DefectChance, 100.0), (Susceptible, 60.0), (ReportsNeeded, 1.0), (MonitoringChance, 0.0)],
    },
    Case {
        name: "certain defect, three reports, monitoring",
        who: one,
        inputs: &[(DefectChance, 100.0), (MonitoringChance, 90.0), (MonitoringMean, 4.0)],
    },
    Case {
        name: "rare defect, ten reports, no monitoring",
        who: one,
        inputs: &[(DefectChance, 100.0), (Susceptible, 1.0), (ReportsNeeded, 10.0), (MonitoringChance, 0.0)],
    },
    Case {
        name: "often hit, slow decision, slow back-out, no workaround",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (HitRate, 4.0),
            (DecisionMedian, 24.0),
            (DecisionSpread, 1.0),
            (BackOutRate, 20.0),
            (BackOutFixed, 8.0),
            (WorkaroundAfter, 8760.0),
            (WorkLost, 100.0),
        ],
    },
    Case { name: "slow links", who: three, inputs: &[(DefectChance, 15.0), (PackageSize, 1000.0)] },
    Case {
        name: "slow links in a window at night, certain defect",
        who: three,
        inputs: &[
            (DefectChance, 100.0),
            (WindowFrom, 22.0),
            (WindowLength, 6.0),
            (UsableShare, 80.0),
            (PullDeadline, 2.0),
            (MonitoringChance, 0.0),
            (ReportsNeeded, 10.0),
        ],
    },
    Case {
        name: "limit, peers, start in the afternoon",
        who: three,
        inputs: &[
            (DefectChance, 15.0),
            (PackageSize, 500.0),
            (RateLimit, 1.5),
            (PeerShare, 80.0),
            (StartHour, 15.0),
            (WindowFrom, 20.0),
            (WindowLength, 10.0),
        ],
    },
    Case {
        name: "one slow link, everybody trained",
        who: one,
        inputs: &[(DefectChance, 100.0), (LinkRate, 2.0), (TrainedShare, 100.0), (BakeTime, 12.0)],
    },
    Case {
        name: "failures with few attempts, small desk",
        who: one,
        inputs: &[
            (DefectChance, 15.0),
            (InstallFailure, 30.0),
            (RetryLimit, 1.0),
            (InstallMinutes, 60.0),
            (DeskCapacity, 3.0),
            (DeskHours, 8.0),
            (TrainedShare, 0.0),
        ],
    },
    Case {
        name: "failures with attempts enough",
        who: one,
        inputs: &[(DefectChance, 15.0), (InstallFailure, 30.0), (RetryLimit, 3.0), (DateLimit, 14.0)],
    },
    Case {
        name: "failures on the edge of finishing",
        who: one,
        inputs: &[(DefectChance, 0.0), (InstallFailure, 22.0), (RetryLimit, 1.0), (WaveTarget, 100.0)],
    },
    Case {
        name: "short deadline, no attempts",
        who: one,
        inputs: &[(DefectChance, 15.0), (HalfLife, 10.0), (PullDeadline, 1.0), (RetryLimit, 0.0), (PackageSize, 50.0)],
    },
    Case {
        name: "long deadline, quick pull, certain defect",
        who: one,
        inputs: &[(DefectChance, 100.0), (HalfLife, 1.0), (PullDeadline, 28.0), (Susceptible, 5.0), (HitRate, 0.1)],
    },
    Case {
        name: "swamped servers",
        who: one,
        inputs: &[(DefectChance, 15.0), (ServerRate, 5.0), (PackageSize, 500.0), (HalfLife, 1.0), (PullDeadline, 5.0)],
    },
    Case {
        name: "swamped servers, certain defect",
        who: one,
        inputs: &[(DefectChance, 100.0), (ServerRate, 5.0), (PackageSize, 500.0), (HalfLife, 1.0), (PullDeadline, 1.0)],
    },
    Case {
        name: "large desk, many calls, certain defect",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (CallsTrained, 0.5),
            (CallsUntrained, 2.0),
            (CallSpread, 0.5),
            (DeskCapacity, 60.0),
            (DeskFrom, 6.0),
            (DeskHours, 14.0),
            (FixedLoss, 2.0),
        ],
    },
    Case {
        name: "switched off early, late detection",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (DualDays, 1.0),
            (HitRate, 0.1),
            (Susceptible, 5.0),
            (SwitchBack, 120.0),
            (MonitoringChance, 30.0),
            (MonitoringMean, 96.0),
        ],
    },
    Case {
        name: "large waves, short bake",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (FirstWave, 20.0),
            (SecondWave, 30.0),
            (BakeTime, 1.0),
            (WaveTarget, 50.0),
            (HalfLife, 2.0),
        ],
    },
    Case {
        name: "a swamped desk with a long tail",
        who: one,
        inputs: &[
            (DefectChance, 15.0),
            (CallsTrained, 1.0),
            (CallsUntrained, 1.0),
            (CallSpread, 20.0),
            (DeskCapacity, 0.5),
            (StartHour, 22.4),
        ],
    },
    Case {
        name: "late hits with many calls, few calls otherwise",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (HalfLife, 1.0),
            (PullDeadline, 90.0),
            (Susceptible, 1.0),
            (HitRate, 0.02),
            (ReportsNeeded, 6.0),
            (MonitoringChance, 20.0),
            (MonitoringMean, 400.0),
            (CallsHit, 8.0),
            (CallsTrained, 0.01),
            (CallsUntrained, 0.01),
            (DeskCapacity, 4.0),
        ],
    },
    Case {
        name: "few calls on each of many hits and failures",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (Susceptible, 80.0),
            (HitRate, 4.0),
            (ReportsNeeded, 20.0),
            (MonitoringChance, 0.0),
            (InstallFailure, 40.0),
            (RetryLimit, 0.0),
            (CallsHit, 0.1),
            (CallsFailed, 0.1),
            (DeskCapacity, 5.0),
            (DeskFrom, 9.5),
        ],
    },
    Case {
        name: "many calls on each of many hits and failures",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (Susceptible, 80.0),
            (HitRate, 4.0),
            (ReportsNeeded, 20.0),
            (MonitoringChance, 0.0),
            (InstallFailure, 40.0),
            (RetryLimit, 0.0),
            (CallsHit, 3.0),
            (CallsFailed, 5.0),
            (DeskCapacity, 50.0),
            (StartHour, 8.9),
        ],
    },
    Case {
        name: "calls within hours, over a slow link",
        who: three,
        inputs: &[
            (DefectChance, 0.0),
            (CallsTrained, 1.0),
            (CallsUntrained, 1.0),
            (CallSpread, 0.125),
            (StartHour, 8.3),
            (DeskCapacity, 50.0),
        ],
    },
    Case { name: "twelve groups in planned waves", who: twelve, inputs: &[(DefectChance, 15.0)] },
    Case {
        name: "twelve groups in planned waves, certain defect",
        who: twelve,
        inputs: &[
            (DefectChance, 100.0),
            (Susceptible, 5.0),
            (HalfLife, 2.0),
            (PullDeadline, 5.0),
            (InstallFailure, 5.0),
        ],
    },
    Case {
        name: "twelve groups, planned starts before and after the watch",
        who: || starting(twelve(), &[Some(0.0), Some(100.0), Some(216.5), Some(600.0)]),
        inputs: &[
            (DefectChance, 50.0),
            (Susceptible, 2.0),
            (ReportsNeeded, 4.0),
            (HitRate, 0.3),
            (HalfLife, 2.0),
            (PullDeadline, 6.0),
            (MonitoringChance, 20.0),
        ],
    },
    Case {
        name: "a small pilot, the rest planned for a morning",
        who: || starting(pilot(), &[None, Some(81.0)]),
        inputs: &[(DefectChance, 50.0), (Susceptible, 20.0), (HitRate, 0.4), (HalfLife, 1.0), (PullDeadline, 2.0)],
    },
    Case {
        name: "waves of no whole people, certain defect",
        who: odd,
        inputs: &[
            (DefectChance, 100.0),
            (Susceptible, 30.0),
            (ReportsNeeded, 1.0),
            (MonitoringChance, 0.0),
            (HalfLife, 1.0),
        ],
    },
    Case {
        name: "a small pilot, few at each site, a window at the deadline",
        who: pilot,
        inputs: &[
            (DefectChance, 50.0),
            (Susceptible, 30.0),
            AT_NIGHT,
            (WindowLength, 3.5),
            (PackageSize, 250.0),
            (StartHour, 23.3),
            (HalfLife, 1.5),
            (PullDeadline, 2.3),
        ],
    },
    Case {
        name: "many people, fast hits",
        who: one,
        inputs: &[
            (DefectChance, 100.0),
            (Susceptible, 100.0),
            (HitRate, 20.0),
            (HalfLife, 20.0),
            (MonitoringChance, 0.0),
            (DecisionMedian, 0.01),
        ],
    },
    Case { name: "waves of no whole people, no defect", who: odd, inputs: &[(DefectChance, 0.0)] },
];
