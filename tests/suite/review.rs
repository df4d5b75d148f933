//! The readiness review: which capacity issues block, and that none goes without a reason.

use jiff::Timestamp;
use jiff::civil::Date;
use rollcall::document::{Block, Document, SignatureStanding, go_no_go_pack, readiness_review};
use rollcall::gate::{REVIEW_POINTS, put_back, review_points, with_usual_points};
use rollcall::plan::*;
use rollcall::readiness::{Code, Finding, Place, Section, Severity as Weight, assess, new_release};
use rollcall::text::what;

use crate::ready::*;

const YESTERDAY: Date = jiff::civil::date(2026, 3, 1);
const TOMORROW: Date = jiff::civil::date(2026, 3, 3);

fn issue(edit: impl FnOnce(&mut CapacityIssue)) -> CapacityIssue {
    let (title, owner, due) = ("Disks".to_owned(), Some(id("ben")), Some(TOMORROW));
    let mut issue = CapacityIssue { id: id("disks"), title, owner, due, ..CapacityIssue::default() };
    edit(&mut issue);
    issue
}

fn with(issue: CapacityIssue) -> Release {
    let mut release = ready_release();
    change(&mut release, Command::Capacity(Edit::add(issue)));
    release
}

fn on_capacity(release: &Release) -> Vec<Finding> {
    let about = |finding: &Finding| matches!(finding.code, Code::CapacityIssueOpen | Code::CapacityIssueBlocks);
    assess(release, TODAY).findings.into_iter().filter(about).collect()
}

#[test]
fn an_open_issue_is_a_condition_only_where_it_is_tracked_and_not_grave() {
    for severity in Severity::ALL {
        for owner in [Some("ben"), Some("gone"), None] {
            for due in [Some(YESTERDAY), Some(TODAY), Some(TOMORROW), None] {
                for closed in [None, Some(YESTERDAY), Some(TODAY), Some(TOMORROW)] {
                    let release = with(issue(|it| {
                        (it.severity, it.owner, it.due, it.closed) = (*severity, owner.map(id), due, closed);
                    }));
                    let found: Vec<Weight> = on_capacity(&release).iter().map(|it| it.severity).collect();
                    let grave = *severity >= Severity::High;
                    let expected = match closed {
                        Some(on) if on <= TODAY => vec![],
                        _ if grave || owner != Some("ben") || due.is_none() => vec![Weight::Blocker],
                        _ => vec![Weight::Condition],
                    };
                    assert_eq!(found, expected, "{severity:?} {owner:?} {due:?} {closed:?}");
                }
            }
        }
    }
}

#[test]
fn a_finding_on_capacity_says_why_and_leads_to_its_cure() {
    let cases: [(CapacityIssue, &str, &str); 7] = [
        (issue(|_| ()), "Capacity issue “Disks” is open and is due Tue 3 Mar 2026.", "closed"),
        (
            issue(|it| it.due = Some(YESTERDAY)),
            "Capacity issue “Disks” is open and is overdue since Sun 1 Mar 2026.",
            "closed",
        ),
        (issue(|it| it.severity = Severity::High), "Capacity issue “Disks” is open, high.", "severity"),
        (
            issue(|it| (it.severity, it.due) = (Severity::Critical, Some(YESTERDAY))),
            "Capacity issue “Disks” is open, critical, overdue.",
            "severity",
        ),
        (issue(|it| it.owner = None), "Capacity issue “Disks” is open, without owner.", "owner"),
        (issue(|it| it.due = None), "Capacity issue “Disks” is open, without day.", "due"),
        (
            issue(|it| (it.owner, it.due) = (None, None)),
            "Capacity issue “Disks” is open, without owner and day.",
            "owner",
        ),
    ];
    for (issue, said, field) in cases {
        let found = on_capacity(&with(issue));
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((what(finding).as_str(), &finding.place), (said, &Place::entry(Section::Review, "disks", field)));
    }
}

#[test]
fn an_issue_goes_only_with_a_reason_and_comes_back_as_a_blocker() {
    let entry = || ChangeEntry { at: Timestamp::UNIX_EPOCH, who: String::new(), what: String::new() };
    let remove = || Command::Capacity(Edit::Remove { id: id("disks") });
    let (mut release, mut history) = (with(issue(|_| ())), History::default());
    let before = release.clone();
    let refused = history.dispatch(&mut release, remove(), entry(), None);
    assert!(matches!(refused, Err(Refused::ReasonNeeded(RemovedKind::CapacityIssue))));
    assert_eq!(release, before);
    let removal = Removal {
        id: id("why"),
        kind: RemovedKind::CapacityIssue,
        key: "disks".to_owned(),
        name: "Disks".to_owned(),
        reason: "Bought".to_owned(),
        ..Removal::default()
    };
    history.dispatch(&mut release, with_reason(removal.clone(), remove()), entry(), None).unwrap();
    let told = assess(&release, TODAY).findings.into_iter().find(|it| it.code == Code::Removed).unwrap();
    assert_eq!((told.section, what(&told).as_str()), (Section::Review, "“Disks” was removed from the plan: Bought"));
    let back = put_back(&release, &removal).unwrap();
    change(&mut release, back);
    assert!(release.removals.is_empty());
    assert_eq!(on_capacity(&release).iter().map(|it| it.severity).collect::<Vec<_>>(), [Weight::Blocker]);
    // What is settled on a day that lies ahead is open still, and a plan does not know what day it is.
    for closed in [TODAY.yesterday().unwrap(), TODAY.tomorrow().unwrap()] {
        let release = with(issue(|it| it.closed = Some(closed)));
        assert_eq!(remove().removes_without_reason(&release), Some(RemovedKind::CapacityIssue));
    }
}

#[test]
fn the_usual_points_are_there_and_can_be_had_again() {
    let release = new_release(id("new"), Identity::default());
    assert_eq!(release.review.record.points, review_points());
    assert_eq!(with_usual_points(&release.review.record), None);
    let own = ChecklistItem { id: id("own"), text: "The lift works".to_owned(), ..ChecklistItem::default() };
    let seen = ChecklistItem { state: CheckState::Failed, ..REVIEW_POINTS[1].item() };
    let record = ReviewRecord { points: items([seen.clone(), own.clone()]), ..ReviewRecord::default() };
    let full = with_usual_points(&record).unwrap();
    let keys: Vec<&str> = full.points.iter().map(|point| point.id.as_str()).collect();
    assert_eq!(keys, ["environment", "capacity", "support", "own"]);
    assert_eq!((full.points.get(seen.id), full.points.get(own.id)), (Some(&seen), Some(&own)));
    assert_eq!(with_usual_points(&full), None);
}

#[test]
fn each_point_that_is_wanting_is_told_once_the_review_was_held() {
    let mut release = ready_release();
    let states = [CheckState::Failed, CheckState::Open, CheckState::Done];
    edit_review(&mut release, |it| it.points.iter_mut().zip(states).for_each(|(point, state)| point.state = state));
    let of = |release: &Release, code| {
        assess(release, TODAY).findings.into_iter().filter(|it| it.code == code).map(|it| it.place).collect::<Vec<_>>()
    };
    let point = |key: &str| Place::entry(Section::Review, key, "state");
    assert_eq!(of(&release, Code::ReviewPointOpen), [point("environment"), point("support")]);
    edit_review(&mut release, |it| it.held = Some(TOMORROW));
    assert_eq!(of(&release, Code::ReviewPointOpen), []);
    assert_eq!(of(&release, Code::ReviewNotHeld), [Place::field(Section::Review, "held")]);
}

#[test]
fn a_point_that_the_plan_answers_is_told_as_the_plan_stands_and_leads_to_its_cure() {
    let mut release = ready_release();
    let asked = |text: &str| ChecklistItem {
        id: id("walkers"),
        text: text.to_owned(),
        state: CheckState::Failed,
        check: Some(AutomaticCheck::FloorWalkers),
        ..ChecklistItem::default()
    };
    let told = |release: &Release| {
        let found = assess(release, TODAY).findings.into_iter().filter(|it| it.code == Code::ReviewPointOpen);
        found.map(|it| (it.section, it.place.section, what(&it))).collect::<Vec<_>>()
    };
    edit_review(&mut release, |it| it.points = items([asked("")]));
    // What somebody may once have seen counts for nothing.
    assert_eq!(told(&release), []);
    let seen = |release: &Release| table(&readiness_review(release, TODAY), "Point").concat();
    assert!(seen(&release).contains("Done"), "{}", seen(&release));
    release.departments.iter_mut().for_each(|department| department.floor_walkers.clear());
    for (text, said) in [("", "Every impacted department has floor walkers"), ("Somebody helps", "Somebody helps")] {
        edit_review(&mut release, |it| it.points = items([asked(text)]));
        let what = format!("The readiness review was held, and its point “{said}” is failed.");
        assert_eq!(told(&release), [(Section::Review, Section::People, what)]);
        assert!(seen(&release).contains("The plan itself answers: "), "{}", seen(&release));
    }
}

fn table(document: &Document, column: &str) -> Vec<String> {
    let tables =
        document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let table = tables.into_iter().find(|table| table.columns()[0].title == column).unwrap();
    table.rows().iter().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn the_document_shows_every_issue_and_the_pack_the_open_ones() {
    let mut release = with(issue(|it| it.severity = Severity::Medium));
    change(&mut release, Command::Capacity(Edit::add(issue(|it| (it.id, it.closed) = (id("old"), Some(YESTERDAY))))));
    change(
        &mut release,
        Command::Capacity(Edit::add(issue(|it| {
            (it.id, it.title, it.severity) = (id("net"), "Net".to_owned(), Severity::High)
        }))),
    );
    let column = "Issue and response";
    let review = readiness_review(&release, TODAY);
    let rows = table(&review, column);
    assert!(rows[0].starts_with("Net") && rows[0].ends_with("■ Open"), "the gravest first: {rows:?}");
    assert!(rows[1].ends_with("◐ Open") && rows[2].ends_with("Settled on Sun 1 Mar 2026"), "{rows:?}");
    assert_eq!(table(&go_no_go_pack(&release, TODAY), column).len(), 2);
    let signatures = review.blocks.iter().find_map(|block| match block {
        Block::Signatures(signatures) => Some(signatures),
        _ => None,
    });
    let lines = &signatures.unwrap().lines;
    assert_eq!(lines[0].name, "Ana Alves");
    assert!(lines.iter().all(|line| line.standing == SignatureStanding::Open));
}
