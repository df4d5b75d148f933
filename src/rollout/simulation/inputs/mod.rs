//! What the simulation asks for: one table of inputs, and a set of values for them.

mod table;

pub use table::INPUTS;

/// How many inputs there are.
const COUNT: usize = 49;

/// An input of the simulation. Shares are in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// Chance of a severe defect, in percent.
    DefectChance,
    /// People whom such a defect can hit, in percent.
    Susceptible,
    /// Hits per susceptible person, in per working day.
    HitRate,
    /// Reports that show the defect, in reports.
    ReportsNeeded,
    /// Chance that monitoring sees the defect, in percent.
    MonitoringChance,
    /// Mean time until monitoring sees it, in h.
    MonitoringMean,
    /// Median time to decide, in h.
    DecisionMedian,
    /// Spread of the time to decide, in times.
    DecisionSpread,
    /// Back-out: fixed part, in h.
    BackOutFixed,
    /// Back-out: targets per hour, in targets/h.
    BackOutRate,
    /// Parallel: time to switch back, in min.
    SwitchBack,
    /// Installations that fail, in percent.
    InstallFailure,
    /// Attempts after a failed one, in attempts.
    RetryLimit,
    /// Time to install, in min.
    InstallMinutes,
    /// Size of the package, in MB.
    PackageSize,
    /// Link of a site without a figure, in Mbit/s.
    LinkRate,
    /// Usable share of the links, in percent.
    UsableShare,
    /// Limit of the transfer per site, in Mbit/s.
    RateLimit,
    /// Package from machines of the same site, in percent.
    PeerShare,
    /// Push: from what time of day, in hour.
    WindowFrom,
    /// Push: hours of the daily window, in h.
    WindowLength,
    /// Rate of the distribution servers, in Mbit/s.
    ServerRate,
    /// Pull: half-life, in days.
    HalfLife,
    /// Pull then push: deadline, in days.
    PullDeadline,
    /// Time of day at the start, in hour.
    StartHour,
    /// Time to watch a wave, in h.
    BakeTime,
    /// Share of a wave that must have it, in percent.
    WaveTarget,
    /// First wave, where the plan has none, in percent.
    FirstWave,
    /// Second wave, where the plan has none, in percent.
    SecondWave,
    /// Time until the date, in days.
    DateLimit,
    /// Trained people, where training says nothing, in percent.
    TrainedShare,
    /// Calls of a trained person, in calls.
    CallsTrained,
    /// Calls of an untrained person, in calls.
    CallsUntrained,
    /// Spread of the calls after installation, in days.
    CallSpread,
    /// Calls on a failed installation, in calls.
    CallsFailed,
    /// Calls of a person whom the defect hits, in calls.
    CallsHit,
    /// Time that a call takes, in min.
    CallMinutes,
    /// Calls that the desk can take, in calls/h.
    DeskCapacity,
    /// Desk opens at, in hour.
    DeskFrom,
    /// Hours in which the desk is open, in h.
    DeskHours,
    /// Share of work lost while hit, in percent.
    WorkLost,
    /// Fixed loss for each hit, in person-hours.
    FixedLoss,
    /// A workaround is there after, in h.
    WorkaroundAfter,
    /// Cost of a minute of the desk, in money.
    DeskMinuteCost,
    /// Cost of a lost hour, in money.
    HourCost,
    /// Parallel: cost of running both for a day, in money.
    DualDayCost,
    /// Parallel: days of running both, in days.
    DualDays,
    /// Extra support for a day, in money.
    SupportDayCost,
    /// Extra support after the end, in days.
    SupportTail,
}

choice! {
    /// What an input is about, in the order in which they are asked for.
    pub enum Topic {
        /// The defect.
        Defect = "defect", "The defect";
        /// How it is found, and decided on.
        Detection = "detection", "Detection and decision";
        /// The way back.
        BackOut = "back_out", "Back-out";
        /// Installing.
        Installation = "installation", "Installation";
        /// How the package arrives.
        Delivery = "delivery", "Delivery";
        /// Group after group.
        Waves = "waves", "Waves";
        /// The date to meet.
        Date = "date", "The date";
        /// The service desk.
        Desk = "desk", "Service desk";
        /// What a hit costs people.
        Loss = "loss", "Work lost";
        /// Money.
        Cost = "cost", "Cost";
    }
}

/// What is known about an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct About {
    /// Which.
    pub input: Input,
    /// What it is about.
    pub topic: Topic,
    /// The key in a plan and in the command's answer.
    pub key: &'static str,
    /// Its name.
    pub label: &'static str,
    /// The unit; "money" is the release's currency.
    pub unit: &'static str,
    /// The smallest value.
    pub least: f64,
    /// The largest value.
    pub most: f64,
    /// The value where neither the plan nor anybody says another.
    pub default: f64,
    /// A plausible small value. Equal to [`high`](Self::high) where only the plan can say.
    pub low: f64,
    /// A plausible large value.
    pub high: f64,
    /// What it means, in one sentence.
    pub meaning: &'static str,
    /// How to estimate it, in one sentence.
    pub estimate: &'static str,
    /// Values worth starting from.
    pub presets: &'static [Preset],
}

/// A value worth starting from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// When it fits.
    pub label: &'static str,
    /// The value.
    pub value: f64,
    /// Where it comes from.
    pub source: &'static str,
}

impl Input {
    /// What is known about it.
    #[must_use]
    pub fn about(self) -> &'static About {
        // The table is in the order of the words; a test holds it to that.
        INPUTS.get(self as usize).unwrap_or(&INPUTS[0])
    }

    /// The input with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        INPUTS.iter().find(|about| about.key == key).map(|about| about.input)
    }
}

impl About {
    /// Whether a value is one that the input can have.
    #[must_use]
    pub fn allows(&self, value: f64) -> bool {
        (self.least..=self.most).contains(&value) && !(self.is_whole() && value.fract().abs() > 0.0)
    }

    /// Whether it counts something that there is no part of.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        matches!(self.input, Input::ReportsNeeded | Input::RetryLimit)
    }
}

/// A value for every input.
#[derive(Debug, Clone, PartialEq)]
pub struct Values([f64; COUNT]);

impl Default for Values {
    fn default() -> Self {
        Self(std::array::from_fn(|at| INPUTS.get(at).map_or(0.0, |about| about.default)))
    }
}

impl Values {
    /// The value of an input, in its unit.
    #[must_use]
    pub fn get(&self, input: Input) -> f64 {
        self.0.get(input as usize).copied().unwrap_or_default()
    }

    /// The value of an input in percent, as a share of one.
    #[must_use]
    pub fn share(&self, input: Input) -> f64 {
        self.get(input) / 100.0
    }

    /// Sets an input. A value that it cannot have is brought to the nearest that it can; what is no number changes nothing.
    pub fn set(&mut self, input: Input, value: f64) {
        let about = input.about();
        if let Some(slot) = self.0.get_mut(input as usize)
            && !value.is_nan()
        {
            let value = value.clamp(about.least, about.most);
            *slot = if about.is_whole() { value.round() } else { value };
        }
    }
}
