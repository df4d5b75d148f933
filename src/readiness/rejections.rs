//! How often RFCs are refused, over one release or over all of them, and why.

use crate::line::one_line;
use crate::order;
use crate::plan::{Percent, Release, RfcOutcome};

/// A share of refusals above this is looked into, in percent. One in five is about what well-run change processes still report
/// as ordinary; beyond it the cause lies in how changes are prepared rather than in single ones.
pub const REJECTIONS_ARE_MANY: u8 = 20;

/// Below so many decisions a share says nothing: one refusal of four would already be 25 %.
pub const FEWEST_DECISIONS: u32 = 5;

/// What became of RFCs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rejections {
    /// How many there are, those that still wait included.
    pub all: u32,
    /// How many were decided.
    pub decided: u32,
    /// How many of those were rejected or deferred.
    pub refused: u32,
    /// Each reason with how often it was given, the most frequent first. Empty where none was given.
    pub by_reason: Vec<(String, u32)>,
}

impl Rejections {
    /// The share of those decided that were refused, in whole percent; nothing where none was decided.
    #[must_use]
    pub fn rate(&self) -> Option<Percent> {
        let percent = (u64::from(self.refused) * 100).checked_div(u64::from(self.decided))?;
        u8::try_from(percent).ok().and_then(|percent| Percent::try_from(percent).ok())
    }

    /// Whether the share is so high that it ought to be looked into.
    #[must_use]
    pub fn are_many(&self) -> bool {
        let (refused, decided) = (u64::from(self.refused), u64::from(self.decided));
        self.decided >= FEWEST_DECISIONS && refused * 100 > decided * u64::from(REJECTIONS_ARE_MANY)
    }

    fn count(&mut self, reason: &str) {
        let reason = one_line(reason);
        match self.by_reason.iter_mut().find(|(known, _)| known.to_lowercase() == reason.to_lowercase()) {
            Some((_, count)) => *count += 1,
            None => self.by_reason.push((reason, 1)),
        }
    }
}

/// What became of the RFCs of these releases. Reasons that differ in capitals, blanks or hidden characters alone are the
/// same.
#[must_use]
pub fn rejections(releases: &[&Release]) -> Rejections {
    let mut found = Rejections::default();
    for rfc in releases.iter().flat_map(|release| &release.rfcs) {
        found.all += 1;
        found.decided += u32::from(rfc.outcome != RfcOutcome::Pending);
        if let Some(refusal) = rfc.outcome.refusal() {
            found.refused += 1;
            found.count(&refusal.reason);
        }
    }
    order::sort_by(&mut found.by_reason, |(one, more), (other, fewer)| fewer.cmp(more).then_with(|| one.cmp(other)));
    found
}
