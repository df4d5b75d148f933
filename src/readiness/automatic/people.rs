//! What the plan answers on its people: floor walkers, capacity.

use jiff::civil::Date;

use super::{Look, Short, among, impacted};
use crate::gate::{is_settled, review_was_held};
use crate::plan::{CapacityIssue, Release};
use crate::readiness::finding::{Place, Section};

/// A registered person in each impacted department who walks the floor.
pub(super) fn floor_walkers(release: &Release) -> Look {
    impacted(release, |department| {
        let place = Place::entry(Section::People, department.id, "floor_walkers");
        let walks = department.floor_walkers.iter().any(|id| release.people.contains(*id));
        (!walks).then(|| Short::new(&department.name, place))
    })
}

/// Each capacity issue closed. A review that was held and names none has looked and found none.
pub(super) fn capacity_settled(release: &Release, today: Date) -> Look {
    if release.review.capacity.is_empty() && review_was_held(&release.review.record, today) {
        return Look::Short(Vec::new());
    }
    among(release.review.capacity.iter(), |issue: &&CapacityIssue| {
        let place = Place::entry(Section::Review, issue.id, "closed");
        (!is_settled(issue, today)).then(|| Short::new(&issue.title, place))
    })
}
