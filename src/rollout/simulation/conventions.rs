//! Where two honest modellers would differ, and what is done here.

/// A point on which models differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Convention {
    /// A short name.
    pub key: &'static str,
    /// What is done here.
    pub text: &'static str,
    /// What is done otherwise than usual, or beyond it, and why; empty where nothing is.
    pub besides: &'static str,
}

const fn convention(key: &'static str, text: &'static str, besides: &'static str) -> Convention {
    Convention { key, text, besides }
}

/// All conventions.
pub static CONVENTIONS: [Convention; 17] = [
    convention(
        "time",
        "Hours on a clock from the start; a day is 24 h, and weekends are days like others. Hits accrue with the hit rate per working day, spread over the clock day: rate ÷ 24 per hour. A person impaired for a clock day loses 8 person-hours, so 1/3 of an hour for each hour on the clock.",
        "",
    ),
    convention(
        "susceptible",
        "Drawn for each person once per release: a binomial number of each group, the same people under every strategy.",
        "",
    ),
    convention("report", "The k-th hit of all groups together, each from the person's own installation.", ""),
    convention(
        "monitoring",
        "With its chance, an exponential time from the first installation of the release; the earlier of it and the k-th report is the detection.",
        "Whoever has the first installation is among those exposed.",
    ),
    convention(
        "decision",
        "From the detection to the decision the wave that is running goes on installing; no further wave starts.",
        "",
    ),
    convention(
        "exposed",
        "Who has the release installed at the decision, given a defect, for Parallel too; where nobody ever finds the defect, everybody who got it.",
        "People are whole and counted once, whether they fetched it or it was pushed to them.",
    ),
    convention(
        "lost_hours",
        "For each person hit: from the hit to the earlier of their own back-out and the workaround, times the share of work lost, plus the fixed loss.",
        "",
    ),
    convention(
        "back_out",
        "Starts at the decision: the fixed part, then targets in the order of installation at the given rate; each person is well when their own target is back. Parallel: everyone at once after the time to switch back, where the decision falls within the days of running both, and otherwise as above.",
        "",
    ),
    convention(
        "retries",
        "Each attempt fails by itself with the same chance, and there are at most so many more attempts. An attempt repeats the installation and not the transfer. Calls come after the last failure alone.",
        "",
    ),
    convention(
        "finish",
        "When 95 % of all people have it. A trial that was backed out has not finished: it misses the date and counts as infinitely late in percentiles. The mean is over the trials that finish.",
        "",
    ),
    convention(
        "bake",
        "Starts when the wave has reached its target share, for a pull too.",
        "The share is of the wave's people, but never of more than those whose installation succeeds: a wave would otherwise wait for ever for a device that needs a person's help. Where nobody's succeeds, the wave is watched from its last attempt on. The next wave begins when the watch is over, and not before its planned start where the plan names one: at the later of both, in hours on the clock from the start of the rollout. Planned starts hold for phased rollouts; otherwise everybody begins at the start.",
    ),
    convention(
        "deadline",
        "For each wave from its own start; then the rest is pushed at the links' speed inside the window.",
        "Where the plan says how many days each wave has, the time is those; where it has one deadline alone, the days from the first one until then. The rest is everybody who does not have the package yet, those who wait for the servers included; who they are is drawn in each trial, and until then a pull with a deadline goes as one without. Inside a daily window a push starts on the full hour, counted from the opening, so that each hour's course is worked out once. A site's targets are served one after the other, the k-th done after k transfers, and mixed: no group comes first.",
    ),
    convention(
        "pull",
        "Pulled transfers take the distribution servers' rate and not the sites' links; load is of the usable part. A pull asks for as much as its curve says in its first moment, so that its load may exceed 100 %: then people wait, first come, first served.",
        "Each wave finds the links and servers free: the wave before it has baked. A transfer takes its time where nobody waits, too. As long as people wait for each other, when the k-th has it is not by chance.",
    ),
    convention(
        "calls",
        "For each person a Poisson number with the given mean, each call after an exponential time whose mean is five days unless given, from the installation; failures and hits add theirs at their time.",
        "Calls go on after a back-out. The mean number of calls of a group is that of its trained and untrained people together; after a decision as many call as had it then, at times that follow the curve of installation.",
    ),
    convention(
        "desk",
        "Hour by hour on the clock, counted from the opening: the calls of an hour are Poisson about what is expected of it, given when people are hit and installations fail in that trial, so that several calls on one hit or failure come in the same hour. What comes in while the desk is closed waits for the opening, in the backlog. The peak load is the calls of one opening hour over what the desk takes in an hour. The desk opens every day; where it closes within an hour, it takes that part of an hour's calls.",
        "The queue is followed until nobody waits any more, or no more can wait than have: by the hour until well after the last installations are expected, and then by the day except where more may wait than have. The number of all calls, which costs money, is drawn apart from those of each hour, about the same expectation.",
    ),
    convention(
        "cost",
        "Desk minutes, lost hours, running both systems until switch-off or the end of the back-out, extra support until the finish or the end of the back-out plus the tail. Installing again after a back-out is another release and is not counted.",
        "Where so many installations fail that 95 % never have it, extra support ends with the last installation.",
    ),
    convention(
        "common",
        "Defect or not, who is susceptible, the uniform number behind each hit, monitoring, the delay of the decision and failures of installation are the same draws under every strategy of a trial.",
        "",
    ),
];
