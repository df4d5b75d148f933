//! The waves of a trial: they begin one after the other, a deadline ends the time for fetching it, until nothing is left to
//! install or somebody sees the defect.

use super::chances::Chances;
use super::crew;
use super::draws::{Purpose, Stream};
use super::inputs::Input;
use super::leg::Leg;
use super::live::{Live, part, when};
use super::quantile::{binomial, order_statistic};
use super::timetable::{Frame, Timetable, WavePlan};

/// The share of people who must have it for the rollout to have finished.
const FINISHED: f64 = 0.95;

/// The waves of a trial, as far as they began.
#[derive(Debug)]
pub(super) struct Waves<'t> {
    pub(super) lives: Vec<Live<'t>>,
    pub(super) detection: Detection,
    /// When 95 % of all people have it, where nothing is backed out. Infinite where too many installations fail.
    pub(super) finish: f64,
    /// How many waves began.
    pub(super) begun: usize,
}

/// When the defect was seen, and what was known of it by then.
#[derive(Debug)]
pub(super) struct Detection {
    /// When; infinite where it never is.
    pub(super) at: f64,
    /// When it was decided to back out.
    pub(super) decided: f64,
    /// The hits until then: when, and on which leg.
    pub(super) hits: Vec<(f64, usize)>,
}

/// Runs a strategy through the waves of a trial.
pub(super) fn waves<'t>(frame: &'t Frame, timetable: &'t Timetable, chances: &Chances) -> Waves<'t> {
    let lives = Vec::with_capacity(timetable.waves.len() * 2);
    let watch = Watch { needed: frame.values.get(Input::ReportsNeeded).floor(), ..Watch::default() };
    let mut rollout =
        Rollout { frame, timetable, chances, lives, watch, begun: 0, next: 0.0, deadlines: Vec::new(), finish: None };
    rollout.next = rollout.after(0.0);
    rollout.run()
}

/// A rollout that is going on.
struct Rollout<'t, 'c> {
    frame: &'t Frame,
    timetable: &'t Timetable,
    chances: &'c Chances,
    lives: Vec<Live<'t>>,
    watch: Watch,
    begun: usize,
    /// When the next wave begins; infinite where nobody knows yet, or none does.
    next: f64,
    /// The deadlines that are still to come.
    deadlines: Vec<Deadline>,
    finish: Option<f64>,
}

/// A deadline that is to come.
#[derive(Debug, Clone, Copy)]
struct Deadline {
    at: f64,
    wave: usize,
    /// The leg whose people fetch it until then.
    live: usize,
    /// Whether the next wave waits for what comes after it.
    waited_for: bool,
}

impl<'t> Rollout<'t, '_> {
    /// Goes from one event to the next: the start of a wave, a deadline. Whoever looks out for the defect is asked before each.
    fn run(mut self) -> Waves<'t> {
        loop {
            let deadline = self.deadlines.iter().copied().min_by(|one, other| one.at.total_cmp(&other.at));
            let deadline_at = deadline.map_or(f64::INFINITY, |deadline| deadline.at);
            if self.chances.defect {
                self.watch.until(&mut self.lives, self.next.min(deadline_at));
            }
            match deadline {
                Some(deadline) if deadline.at <= self.next => {
                    // What comes after the decision does not happen.
                    if self.decided() <= deadline.at {
                        break;
                    }
                    self.deadlines.retain(|other| other.live != deadline.live);
                    self.rest(deadline);
                }
                _ if self.next.is_infinite() => break,
                // No further wave starts, but the deadline of one that is running may still pass.
                _ if self.watch.seen() <= self.next => self.next = f64::INFINITY,
                _ => self.begin(),
            }
        }
        let (at, decided) = (self.watch.seen(), self.decided());
        let finish = if at.is_finite() { f64::INFINITY } else { self.finish.unwrap_or_else(|| self.finished().0) };
        let detection = Detection { at, decided, hits: self.watch.hits };
        Waves { lives: self.lives, detection, finish, begun: self.begun }
    }

    /// When the next wave begins, where the one before has been watched by a time: then, or at its planned start.
    fn after(&self, watched: f64) -> f64 {
        self.timetable.waves.get(self.begun).map_or(watched, |wave| wave.begins(watched))
    }

    fn decided(&self) -> f64 {
        self.watch.seen() + self.chances.decision
    }

    /// The next wave begins.
    fn begin(&mut self) {
        let (at, start) = (self.begun, std::mem::replace(&mut self.next, f64::INFINITY));
        let Some(wave) = self.timetable.waves.get(at) else { return };
        self.begun += 1;
        let before = self.lives.len();
        if wave.one_by_one {
            self.begin_one_by_one(wave, at, start);
        } else {
            self.begin_together(wave, at, start);
        }
        self.note_first(before);
        if self.begun >= self.timetable.waves.len() {
            return;
        }
        match self.reached(wave, at, start, before) {
            Some(reached) => self.next = self.after(reached + wave.bake),
            None => self.deadlines.iter_mut().filter(|it| it.live == before).for_each(|it| it.waited_for = true),
        }
    }

    /// Each person by themselves: when they have the package, on which way, and when it is installed.
    fn begin_one_by_one(&mut self, wave: &'t WavePlan, at: usize, start: f64) {
        let chances = self.chances;
        let cohorts = wave.cohorts.iter().filter_map(|cohort| chances.people.get(*cohort));
        let mut people: Vec<_> = cohorts.flatten().collect();
        for (number, leg) in wave.legs.iter().enumerate() {
            let (begin, into) = leg.begin(self.frame, start);
            let mut live = self.live(leg, (begin, into), at * 2 + number, (0.0, 0.0));
            if leg.pushes {
                if people.is_empty() && number > 0 {
                    return;
                }
                let (crew, load) = crew::pushed(self.frame, begin, into, std::mem::take(&mut people));
                live = live.with_crew(crew);
                live.load = load;
            } else {
                let (crew, late) = crew::fetched(self.frame, leg.deadline, start, std::mem::take(&mut people));
                people = late;
                live = live.with_crew(crew);
            }
            self.lives.push(live);
        }
    }

    /// Everybody on one curve. Those whose installation fails for good are not among the susceptible ones who get it.
    fn begin_together(&mut self, wave: &'t WavePlan, at: usize, start: f64) {
        let chances = self.chances;
        let sum = |of: &[f64]| wave.cohorts.iter().filter_map(|cohort| of.get(*cohort)).sum::<f64>();
        let failures = sum(&chances.failures);
        let Some(leg) = wave.legs.first() else { return };
        let begin = leg.begin(self.frame, start);
        let mut live = self.live(leg, begin, at * 2, (wave.people - failures, failures));
        if chances.defect {
            let susceptible = sum(&chances.susceptible);
            let failed =
                binomial(susceptible, self.frame.attempts.failure, self.chances.dice.uniform(Purpose::Split, at));
            live.put((susceptible - failed).min(live.people));
        }
        if wave.legs.len() > 1 {
            let deadline = Deadline { at: start + leg.deadline, wave: at, live: self.lives.len(), waited_for: false };
            self.deadlines.push(deadline);
        }
        self.lives.push(live);
    }

    fn live(&self, leg: &'t Leg, begin: (f64, usize), number: usize, people: (f64, f64)) -> Live<'t> {
        Live::new(self.frame, leg, begin, people, self.chances.dice.stream(Purpose::Hits, number))
    }

    /// When the first person has it, which starts the clock of monitoring: of a push, the first target; of those who fetch it,
    /// the first to come, 1 − U^(1/n). Where that would be after the deadline, the first of the rest.
    fn note_first(&mut self, from: usize) {
        if !self.chances.defect || self.watch.monitoring.is_some() {
            return;
        }
        let chance = -libm::log(self.chances.dice.uniform(Purpose::First, 0));
        let mut first = f64::INFINITY;
        for live in self.lives.iter_mut().skip(from).filter(|live| live.people >= 1.0) {
            if live.crew.is_some() {
                first = first.min(live.time_of(1.0 / live.people));
            } else if live.leg.pushes {
                first = first.min(live.time_of((1.0 - 1e-6) / live.people));
            } else {
                let place = -libm::expm1(-chance / live.people);
                if live.leg.deadline.is_infinite() || place <= live.leg.share {
                    live.first = place;
                    first = first.min(live.time_of(place));
                }
            }
        }
        if first.is_finite() {
            self.watch.monitoring = Some(first + self.chances.monitoring);
        }
    }

    /// When the target share of a wave has it: the k-th of those whose installation succeeds. A push goes through its targets
    /// one after the other, so that this is k ÷ n of its curve; of those who fetch it, it is the k-th to come, whose place among
    /// uniform numbers is a beta number. Where nobody's installation succeeds, it is when the last of them has the package: it is
    /// tried in vain, and the next wave does not wait for it. Nothing where that is after the deadline.
    fn reached(&mut self, wave: &WavePlan, at: usize, start: f64, from: usize) -> Option<f64> {
        let new = self.lives.get_mut(from..).unwrap_or_default();
        let succeed: f64 = new.iter().map(|live| live.people).sum();
        let needed = (wave.people * wave.target - 1e-9).ceil().clamp(1.0, succeed.max(1.0));
        let mut stream = self.chances.dice.stream(Purpose::Reach, at);
        if wave.one_by_one {
            let given_up = new.iter().filter_map(|live| live.crew.as_ref()?.given_up());
            return Some(if succeed < 1.0 { given_up.fold(start, f64::max) } else { when(new, needed) });
        }
        let live = new.first_mut()?;
        if live.leg.pushes && succeed >= 1.0 {
            return Some(live.pushed_to(needed, stream.uniform()));
        }
        let place = match live.leg.pushes {
            true => 1.0,
            false if succeed < 1.0 => order_statistic(wave.people, wave.people, &mut stream),
            false => place(live, needed, succeed, &mut stream),
        };
        live.mark = (succeed >= 1.0 && !live.leg.pushes).then_some((needed, place));
        let in_time = live.leg.deadline.is_infinite() || place <= live.leg.share;
        in_time.then(|| live.time_of(place))
    }

    /// At a deadline: whoever has not fetched it is among the rest, to whom it is pushed.
    fn rest(&mut self, deadline: Deadline) {
        if self.begun >= self.timetable.waves.len() && self.finish.is_none() {
            self.finish_before(deadline);
        }
        let Some(wave) = self.timetable.waves.get(deadline.wave) else { return };
        let (Some(live), Some(leg)) = (self.lives.get_mut(deadline.live), wave.legs.get(1)) else { return };
        let mut stream = self.chances.dice.stream(Purpose::Rest, deadline.wave * 2);
        let left = Left::draw(live, deadline.at, &mut stream);
        let (all, failed) = (live.people, live.failures);
        live.cut(deadline.at, all - left.people, failed - left.failures, left.fetched_unhit);
        let from = self.lives.len();
        let targets = left.people + left.failures;
        if targets >= 1.0 {
            let begin = leg.begin(self.frame, deadline.at - leg.after);
            let live = self.live(leg, begin, deadline.wave * 2 + 1, (left.people, left.failures));
            let at_sites = leg.at_sites(targets, || stream.uniform());
            let mut live = live.with_people_at(at_sites);
            live.put(left.susceptible);
            self.lives.push(live);
        }
        self.note_first(from);
        if deadline.waited_for {
            let reached = self.reached_after(deadline, from).max(deadline.at);
            self.next = self.after(reached + wave.bake);
        }
    }

    /// When the target share of a wave has it, where that is after its deadline.
    fn reached_after(&self, deadline: Deadline, from: usize) -> f64 {
        let Some(fetched) = self.lives.get(deadline.live) else { return deadline.at };
        let Some(pushed) = self.lives.get(from) else { return fetched.end() };
        match fetched.mark {
            Some((needed, _)) if needed <= fetched.people => fetched.time_of(needed / fetched.people),
            Some((needed, _)) if pushed.people >= 1.0 => {
                let uniform = self.chances.dice.uniform(Purpose::Rest, deadline.wave * 2 + 1);
                pushed.pushed_to((needed - fetched.people).clamp(1.0, pushed.people), uniform)
            }
            _ => pushed.end(),
        }
    }

    /// Whether the rollout has finished before a deadline passes; where it has not, that says something of how many are left.
    fn finish_before(&mut self, deadline: Deadline) {
        let (finish, mark) = self.finished();
        if finish <= deadline.at {
            self.finish = Some(finish);
        } else if let (Some((at, needed, place)), true) = (mark, finish.is_finite())
            && at == deadline.live
            && let Some(live) = self.lives.get_mut(at)
        {
            live.mark = live.mark.or(Some((needed, place)));
        }
    }

    /// When so many people have it, where a push alone is under way about then.
    fn pushed_alone(&self, about: f64, needed: f64, uniform: f64) -> Option<f64> {
        let about = if self.lives.len() > 1 { about } else { f64::EPSILON };
        let mut moving = self.lives.iter().filter(|live| live.people >= 1.0 && live.end() >= about);
        let (Some(live), None) = (moving.next(), moving.next()) else { return None };
        let others: f64 = self.lives.iter().map(|live| live.people).sum::<f64>() - live.people;
        let k = (needed - others).round();
        (live.leg.pushes && live.crew.is_none() && (1.0..=live.people).contains(&k)).then(|| live.pushed_to(k, uniform))
    }

    /// When 95 % of all people have it, and where one leg alone decides that by chance: which, the how many-th of its people,
    /// and their place. Infinite where too many installations fail.
    fn finished(&self) -> (f64, Option<(usize, f64, f64)>) {
        let lives = &self.lives;
        let succeed: f64 = lives.iter().map(|live| live.people).sum();
        let needed = (self.frame.people * FINISHED - 1e-9).ceil();
        if needed > succeed + 1e-6 || self.begun < self.timetable.waves.len() || succeed < 1.0 {
            return (f64::INFINITY, None);
        }
        let uniform = self.chances.dice.uniform(Purpose::Finish, 1);
        let whole = needed - part(uniform);
        let about = if lives.len() > 1 { when(lives, whole) } else { lives.iter().map(Live::end).fold(0.0, f64::max) };
        let alone = lives.len() == 1 && lives.iter().all(|live| live.crew.is_none() && !live.leg.pushes);
        let open = |live: &Live| alone || live.is_open(about);
        let (of, closed) = lives.iter().fold((0.0, 0.0), |(of, closed), live| {
            if open(live) { (of + live.people, closed) } else { (of, closed + live.installed_by(about)) }
        });
        if of < 1.0 {
            if let Some(time) = self.pushed_alone(about, needed, uniform) {
                return (time, None);
            }
            return (if lives.len() > 1 { about } else { when(lives, whole) }, None);
        }
        let k = (needed - closed).round().clamp(1.0, of);
        let mut stream = self.chances.dice.stream(Purpose::Finish, 0);
        let mut opens = lives.iter().enumerate().filter(|(_, live)| open(live));
        match (opens.next(), opens.next()) {
            (Some((at, live)), None) => {
                let place = place(live, k, of, &mut stream);
                (live.time_of(place), Some((at, k, place)))
            }
            _ => (when(lives, closed + order_statistic(k, of, &mut stream) * of), None),
        }
    }
}

/// The place of the k-th of those who fetch it: a beta number. As long as they have to wait for each other it is k ÷ n, whenever
/// they asked.
fn place(live: &Live, k: f64, n: f64, stream: &mut Stream) -> f64 {
    let place = order_statistic(k, n, stream);
    let queued = live.queued();
    if place < queued { (k / n).min(queued) } else { place }
}

/// Who is left at a deadline.
struct Left {
    /// How many who have it in the end.
    people: f64,
    /// How many with whom all attempts fail.
    failures: f64,
    /// How many of the people are susceptible.
    susceptible: f64,
    /// How many susceptible people have fetched it and were not hit so far.
    fetched_unhit: f64,
}

impl Left {
    /// Each by themselves is left with the chance that the curve leaves, but for what is known: when the k-th of them came or
    /// comes, and that a susceptible person who was hit had it. The susceptible ones among those who are left are drawn from all
    /// who may be.
    fn draw(live: &Live, at: f64, stream: &mut Stream) -> Self {
        let share = live.leg.share;
        let (one, two, three) = (stream.uniform(), stream.uniform(), stream.uniform());
        let n = live.people;
        let fetched = match live.mark {
            // As many as the servers have come to.
            _ if share < live.leg.queued => (n * share + one).floor().min(n),
            Some((k, place)) if place <= share => k + binomial(n - k, (share - place) / (1.0 - place), one),
            Some((k, place)) => binomial(k - 1.0, share / place, one),
            None => binomial(n, share, one),
        };
        let unhit = live.susceptible - live.known;
        let people = (n - fetched).min(n - live.known);
        let gone = (1.0 - live.hit_share(at)).max(1e-12);
        let weight = |count: f64, chance: f64| count * chance.clamp(0.0, 1.0);
        let (sick, well) = (weight(unhit, (1.0 - share) / gone), weight(n - live.susceptible, 1.0 - share));
        let part = if sick + well > 0.0 { sick / (sick + well) } else { 0.0 };
        let most = people.min(unhit);
        // Of those who may be left none is put back: (N − n) ÷ (N − 1) of the variance of a binomial number.
        let all = unhit + n - live.susceptible;
        let narrow = ((all - people) / (all - 1.0).max(1.0)).clamp(0.0, 1.0).sqrt();
        let mean = people * part;
        let drawn = (mean + (binomial(people, part, two) - mean) * narrow).round();
        let susceptible = drawn.clamp((people - (n - live.susceptible)).clamp(0.0, most), most);
        let failures = binomial(live.failures, 1.0 - share, three);
        Self { people, failures, susceptible, fetched_unhit: unhit - susceptible }
    }
}

/// When the last installation is over: the largest of all that succeed.
pub(super) fn last(lives: &[Live], chances: &Chances) -> f64 {
    let mut stream = chances.dice.stream(Purpose::Last, 0);
    let end = |live: &Live| {
        let by_chance = live.crew.is_none() && !live.leg.pushes;
        if by_chance { live.time_of(order_statistic(live.people, live.people, &mut stream)) } else { live.end() }
    };
    lives.iter().filter(|live| live.people >= 1.0).map(end).fold(0.0, f64::max)
}

/// Who looks out for the defect.
#[derive(Debug)]
struct Watch {
    /// At which report it is seen.
    needed: f64,
    /// When monitoring sees it, once somebody has it.
    monitoring: Option<f64>,
    /// When the report came at which it is seen.
    report: f64,
    hits: Vec<(f64, usize)>,
    count: f64,
}

impl Default for Watch {
    fn default() -> Self {
        Self { needed: 1.0, monitoring: None, report: f64::INFINITY, hits: Vec::new(), count: 0.0 }
    }
}

impl Watch {
    fn seen(&self) -> f64 {
        self.monitoring.map_or(self.report, |monitoring| monitoring.min(self.report))
    }

    /// Takes the hits in order of time, until a time or until the defect is seen.
    fn until(&mut self, lives: &mut [Live], time: f64) {
        while self.count < self.needed {
            let first = lives.iter_mut().enumerate().min_by(|(_, one), (_, other)| one.next.total_cmp(&other.next));
            let Some((at, live)) = first else { return };
            if live.next.is_infinite() || live.next > time || self.monitoring.is_some_and(|seen| live.next > seen) {
                return;
            }
            self.hits.push((live.next, at));
            self.count += 1.0;
            if self.count >= self.needed {
                self.report = live.next;
            }
            live.advance();
        }
    }
}
