//! The assessment: every section says what it finds; the worst of it is the verdict.

use jiff::civil::Date;

use super::code::Code;
use super::finding::{Finding, Place, Section, Severity};
use super::waiver::{WaiverStanding, waiver_standing};
use super::{
    after, board, calendar, communications, criteria, defects, environments, forecast, gates, general, hand_over,
    meetings, review, rules, training,
};
use crate::gate::Contents;
use crate::order;
use crate::plan::{Choice, Release, Verdict, Waiver};

/// Whether a release is ready, and what made it so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// No-Go with any blocker; Conditional Go with a condition and no blocker; else Go.
    pub verdict: Verdict,
    /// Everything that was found: blockers, then conditions, then advice, each in the order of the work.
    pub findings: Vec<Finding>,
    /// How each section stands, in the order of the work.
    pub sections: Vec<SectionReadiness>,
    /// How many of the points that apply are done.
    pub done: u32,
    /// How many points apply.
    pub applicable: u32,
}

/// How one section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionReadiness {
    /// Which.
    pub section: Section,
    /// How many of its points are done.
    pub done: u32,
    /// How many of its points apply.
    pub applicable: u32,
    /// Its blockers.
    pub blockers: u32,
    /// Its conditions.
    pub conditions: u32,
    /// Whether one of its sign-offs is stale.
    pub stale: bool,
}

/// Assesses a release on a day. The same input always gives the same answer.
#[must_use]
pub fn assess(release: &Release, today: Date) -> Readiness {
    let contents = Contents::of(release);
    let mut tally = Tally { findings: Vec::new(), points: Vec::new(), go_live: release.go_live(), today };
    general::assess(release, &mut tally);
    forecast::assess(release, &mut tally);
    criteria::assess(release, &mut tally);
    gates::assess(release, &contents, &mut tally);
    defects::assess(release, &mut tally);
    calendar::assess(release, &mut tally);
    environments::assess(release, &mut tally);
    training::assess(release, &mut tally);
    communications::assess(release, &contents, &mut tally);
    hand_over::assess(release, &mut tally);
    meetings::assess(release, &mut tally);
    review::assess(release, &mut tally);
    after::assess(release, &mut tally);
    rules::assess(release, &mut tally);
    board::assess(release, &contents, &mut tally);
    general::removals(release, &mut tally);
    let verdict = tally.verdict();
    board::departure(release, verdict, &mut tally);
    tally.readiness(verdict)
}

impl Readiness {
    /// How many findings have this weight.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// How a section stands.
    #[must_use]
    pub fn section(&self, section: Section) -> Option<&SectionReadiness> {
        self.sections.iter().find(|state| state.section == section)
    }
}

/// Where the sections put what they find.
pub(super) struct Tally {
    findings: Vec<Finding>,
    points: Vec<(Section, bool)>,
    pub(super) go_live: Option<Date>,
    pub(super) today: Date,
}

impl Tally {
    /// A point that applies and is done.
    pub(super) fn done(&mut self, section: Section) {
        self.points.push((section, true));
    }

    /// A point that applies and blocks.
    pub(super) fn blocker(&mut self, code: Code, place: Place, subject: &str, detail: impl ToString) {
        self.blocker_in(place.section, code, place, subject, detail);
    }

    /// A point of a section that blocks and is cured in another one.
    pub(super) fn blocker_in(
        &mut self,
        section: Section,
        code: Code,
        place: Place,
        subject: &str,
        detail: impl ToString,
    ) {
        self.points.push((section, false));
        self.find(Severity::Blocker, code, section, place, subject, detail);
    }

    /// A point that applies and leaves something to be done.
    pub(super) fn condition(&mut self, code: Code, place: Place, subject: &str, detail: impl ToString) {
        self.points.push((place.section, false));
        self.find(Severity::Condition, code, place.section, place, subject, detail);
    }

    /// Something worth knowing.
    pub(super) fn advice(&mut self, code: Code, place: Place, subject: &str, detail: impl ToString) {
        self.find(Severity::Advice, code, place.section, place, subject, detail);
    }

    /// Something worth knowing in a section that is cured in another one.
    pub(super) fn advice_in(
        &mut self,
        section: Section,
        code: Code,
        place: Place,
        subject: &str,
        detail: impl ToString,
    ) {
        self.find(Severity::Advice, code, section, place, subject, detail);
    }

    /// A point that applies and is not done, while that is no more than worth knowing.
    pub(super) fn open(&mut self, section: Section, code: Code, place: Place, subject: &str, detail: impl ToString) {
        self.points.push((section, false));
        self.find(Severity::Advice, code, section, place, subject, detail);
    }

    /// A departure that somebody accepted, as far as the waiver holds. One that lacks something counts as none.
    pub(super) fn waived(&mut self, waiver: &Waiver, place: Place, subject: &str) {
        match waiver_standing(waiver, self.go_live, self.today) {
            WaiverStanding::Incomplete => self.blocker(Code::WaiverIncomplete, place, subject, ""),
            WaiverStanding::Expired(until) => self.blocker(Code::WaiverExpired, place, subject, until),
            WaiverStanding::EndsBeforeGoLive(until) => {
                self.blocker(Code::WaiverEndsBeforeGoLive, place, subject, until);
            }
            WaiverStanding::InForce(until) => self.condition(Code::WaiverInForce, place, subject, until),
        }
    }

    fn find(
        &mut self,
        severity: Severity,
        code: Code,
        section: Section,
        place: Place,
        subject: &str,
        detail: impl ToString,
    ) {
        let (subject, detail) = (subject.to_owned(), detail.to_string());
        self.findings.push(Finding { severity, code, subject, detail, section, place });
    }

    fn verdict(&self) -> Verdict {
        let any = |severity| self.findings.iter().any(|finding| finding.severity == severity);
        if any(Severity::Blocker) {
            Verdict::NoGo
        } else if any(Severity::Condition) {
            Verdict::ConditionalGo
        } else {
            Verdict::Go
        }
    }

    fn readiness(mut self, verdict: Verdict) -> Readiness {
        order::sort_by_key(&mut self.findings, |finding| (finding.severity, finding.section));
        let count = |points: &[(Section, bool)], wanted: Option<bool>, section: Option<Section>| {
            let counted = points
                .iter()
                .filter(|(of, done)| section.is_none_or(|s| s == *of) && wanted.is_none_or(|wanted| wanted == *done));
            u32::try_from(counted.count()).unwrap_or(u32::MAX)
        };
        let of = |section| {
            let found = |severity| {
                let here = self.findings.iter().filter(|f| f.section == section && f.severity == severity);
                u32::try_from(here.count()).unwrap_or(u32::MAX)
            };
            let stale = |finding: &Finding| {
                finding.section == section && matches!(finding.code, Code::SignOffStale | Code::SeniorSignOffStale)
            };
            SectionReadiness {
                section,
                done: count(&self.points, Some(true), Some(section)),
                applicable: count(&self.points, None, Some(section)),
                blockers: found(Severity::Blocker),
                conditions: found(Severity::Condition),
                stale: self.findings.iter().any(stale),
            }
        };
        Readiness {
            verdict,
            sections: Section::ALL.iter().map(|section| of(*section)).collect(),
            done: count(&self.points, Some(true), None),
            applicable: count(&self.points, None, None),
            findings: self.findings,
        }
    }
}
