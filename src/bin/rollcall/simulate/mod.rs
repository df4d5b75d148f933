//! `rollcall simulate`: what each strategy exposes people to, how long it takes and what it costs.
//!
//! [`report`] is the answer as data, with unit and meaning of each member in `docs/simulate.md`; [`people`] prints it as
//! tables.

mod people;
mod report;

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use jiff::civil::Date;
use rollcall::plan::{Release, Strategy};
use rollcall::plan_file;
use rollcall::rollout::Scenario;
use rollcall::rollout::simulation::{
    FirstWaves, INPUTS, Influence, Input, MOST_TRIALS, Outcome, all_strategies, first_waves, sensitivity,
    simulate as run,
};
use rollcall::rollout::{SEARCH_TRIALS, SIZE_TRIALS, USUAL_TRIALS};
use rollcall::strategy::catalogue::{combination, strategy_of_key};

use super::{Answer, Complaint, Format, bytes, day, note, printable, today_at};

/// What is said with `--help`.
pub const HELP: &str = "\
Groups, waves, links, back-out plan and so on come from the plan; every other input has a default, or what somebody
entered in the plan under rollout.simulation.inputs. The same plan, seed and number of trials give the same figures on
every machine; strategies are compared in the same trials.

The members of --format json (docs/simulate.md has every one, with its unit and the conventions of the model):
  inputs            every input with its unit, value and origin: default, plan (with the part) or entered (by whom, when)
  people            how many receive the release; groups and waves with the values that are simulated
  defect            share of trials (0 to 1) with a severe defect: value, low and high of its 95 % interval
  strategies        for each its measures (exposed, hit, lost_hours, finish, backed_out, peak_link, peak_desk, backlog,
                    cost) with mean, p10, p50 and p90, each as value, low and high; null stands for \"never\"; the chances
                    meets_date, back_out and undetected; adoption and desk load over time with their band
  comparisons       for each pair and measure the share of trials in which the first is better, ties counted half
  frontier          the strategies that no other one beats both in people exposed and in time; never empty
  sensitivity       the inputs to which the ranking by cost is most sensitive, the strongest first; --no-sensitivity
                    leaves them out
  first_waves       for each phased strategy the people exposed by the size of the first wave, given a defect;
                    --no-first-waves leaves them out
  runtime           seconds that the simulation and both searches took

Exit codes: 0 answered, 2 unreadable or misuse.";

/// What is asked for.
#[derive(Args)]
pub struct Question {
    /// The plan; - for standard input.
    plan: PathBuf,
    /// How many trials, from 1 to 200,000; the plan's number where absent, or 10,000.
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = trials)]
    trials: Option<u32>,
    /// The seed, a whole number from 0; the plan's where absent, or 1.
    #[arg(long, value_name = "S", allow_negative_numbers = true, value_parser = seed)]
    seed: Option<u64>,
    /// Which strategies: all, or names such as `phased_push,big_bang_pull`.
    #[arg(long, value_name = "all|NAME,…", default_value = "all", value_parser = strategies)]
    strategies: Strategies,
    /// The day to look at the plan on, as YYYY-MM-DD; today in the release's time zone where absent.
    #[arg(long, value_name = "DAY", value_parser = day)]
    today: Option<Date>,
    /// Leave the search for the inputs that matter most out.
    #[arg(long)]
    no_sensitivity: bool,
    /// Leave the search for the best size of the first wave out.
    #[arg(long)]
    no_first_waves: bool,
    /// How to answer.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The strategies that are compared. A type of its own: clap would take a list for an argument that is given several times.
#[derive(Clone)]
struct Strategies(Vec<Strategy>);

fn strategies(names: &str) -> Result<Strategies, String> {
    let mut found = Vec::new();
    for name in names.split(',').map(str::trim) {
        let all = || all_strategies().into_iter().map(key).collect::<Vec<_>>().join(", ");
        let unknown = || format!("there is no strategy \"{name}\"; there are {}; or all of them with \"all\"", all());
        let named = match name {
            "all" => all_strategies(),
            name => vec![strategy_of_key(name).ok_or_else(unknown)?],
        };
        // Each once, where it was named first.
        let new: Vec<Strategy> = named.into_iter().filter(|strategy| !found.contains(strategy)).collect();
        found.extend(new);
    }
    Ok(Strategies(found))
}

fn trials(typed: &str) -> Result<u32, String> {
    let trials = typed.parse().ok().filter(|trials| (1..=MOST_TRIALS).contains(trials));
    trials.ok_or_else(|| format!("the number of trials is a whole number from 1 to {MOST_TRIALS}"))
}

fn seed(typed: &str) -> Result<u64, String> {
    typed.parse().map_err(|_| format!("a seed is a whole number from 0 to {}", u64::MAX))
}

/// Says of inputs that this version does not know that they are not used: a slip of the pen would have the default.
fn note_unknown_inputs(release: &Release) {
    for key in release.rollout.simulation.inputs.keys().filter(|key| Input::from_key(key).is_none()) {
        let path = printable(&format!("rollout.simulation.inputs.{key}"));
        let nearest = INPUTS.iter().map(|about| about.key).min_by_key(|known| distance(key, known));
        let meant = nearest.map(|known| format!("; the nearest that it knows is {known}")).unwrap_or_default();
        note(&format!("rollcall: note: {path} is unknown to this version and not used{meant}\n"));
    }
}

/// How many letters must be changed, added or left out to make one word of another (Levenshtein, 1966).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, letter) in one.chars().enumerate() {
        let (mut diagonal, mut left) = (at, at + 1);
        let (first, rest) = row.split_at_mut(1);
        first.fill(left);
        for (above, other) in rest.iter_mut().zip(other.chars()) {
            let here = (diagonal + usize::from(letter != other)).min(*above + 1).min(left + 1);
            (diagonal, left) = (*above, here);
            *above = here;
        }
    }
    row.last().copied().unwrap_or_default()
}

fn key(strategy: Strategy) -> &'static str {
    combination(strategy).key
}

/// What was found, and how long it took.
struct Found<'s> {
    scenario: &'s Scenario,
    outcome: Outcome,
    influences: Option<Vec<Influence>>,
    first_waves: Option<Vec<FirstWaves>>,
    /// For the simulation and for each of the searches.
    seconds: [f64; 3],
    currency: &'s str,
}

/// Simulates the rollout of a plan.
pub fn simulate(question: &Question) -> Result<Answer, Complaint> {
    let plan =
        plan_file::read_plan(&bytes(&question.plan)?).map_err(|error| Complaint::about(&question.plan, &error))?;
    let release = &plan.release;
    note_unknown_inputs(release);
    let today = question.today.unwrap_or_else(|| today_at(release));
    let scenario = Scenario::of(release, today).only(&question.strategies.0);
    if scenario.people() <= 0.0 {
        return Err(Complaint {
            what: "The plan names nobody who receives the release.".to_owned(),
            problems: Vec::new(),
            cure: "Give an impacted department a user group with a size, or the push its number of targets.",
        });
    }
    let given = &release.rollout.simulation;
    let seed = question.seed.or_else(|| given.seed.map(u64::from)).unwrap_or(1);
    let trials = question.trials.or_else(|| given.trials.map(|trials| trials.0)).unwrap_or(USUAL_TRIALS);
    let (outcome, simulated) = timed(|| run(&scenario, seed, trials));
    let (influences, searched) =
        timed(|| (!question.no_sensitivity).then(|| sensitivity(&scenario, seed, SEARCH_TRIALS)));
    let (first_waves, sized) = timed(|| (!question.no_first_waves).then(|| first_waves(&scenario, seed, SIZE_TRIALS)));
    let seconds = [simulated, searched, sized];
    let currency = release.identity.currency.trim();
    let found = Found { scenario: &scenario, outcome, influences, first_waves, seconds, currency };
    let output = match question.format {
        Format::Text => people::table(&found),
        Format::Json => report::json(&found),
    };
    Ok(Answer { output, exit: 0 })
}

/// What comes of it, and in how many seconds.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}
