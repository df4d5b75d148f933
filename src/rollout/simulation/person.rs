//! People of small waves, one by one: what chance decides for each of them, whatever the strategy.

use super::cohort::Cohort;
use super::draws::Stream;
use super::timetable::Frame;

/// Somebody who shall get the release.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    /// The position of their site.
    pub(super) site: usize,
    /// The mean number of calls that they make.
    pub(super) calls: f64,
    /// In how many hours they ask for the package, where they fetch it.
    pub(super) asks: f64,
    /// Where they stand in the line for a push: the smaller comes first.
    pub(super) place: f64,
    /// How many hours all attempts to install take.
    pub(super) attempts: f64,
    /// Whether all of them fail.
    pub(super) fails: bool,
    /// After how many hours with the release the defect hits them; infinite where it never does.
    pub(super) hit_after: f64,
}

/// The people of a cohort, of whom so many have a failed installation and so many are susceptible: those are counted for the
/// cohort as a whole, and each is among them with the same chance.
pub(super) fn people(
    frame: &Frame,
    cohort: &Cohort,
    (mut failures, mut susceptible): (f64, f64),
    stream: &mut Stream,
    into: &mut Vec<Person>,
) {
    let wait = |uniform: f64| -libm::log(uniform);
    let mut left = cohort.people;
    while left >= 1.0 {
        let (asks, place) = (frame.asks(wait(stream.uniform())), stream.uniform());
        let mut is_among = |count: &mut f64| {
            let among = stream.uniform() * left < *count;
            *count -= f64::from(u8::from(among));
            among
        };
        let (fails, is_susceptible) = (is_among(&mut failures), is_among(&mut susceptible));
        let (tries, until_hit) = (stream.uniform(), stream.uniform());
        let attempts =
            if fails { frame.attempts.longest() } else { frame.attempts.needed(tries) * frame.attempts.shortest() };
        let hit_after =
            if is_susceptible && frame.hit_rate > 0.0 { wait(until_hit) / frame.hit_rate } else { f64::INFINITY };
        into.push(Person { site: cohort.site, calls: cohort.calls, asks, place, attempts, fails, hit_after });
        left -= 1.0;
    }
}
