//! Go-live and after: actual times beside planned ones, figures, and what later releases are shown.

use jiff::civil::{Date, DateTime, date};
use proptest::prelude::*;
use rollcall::document::{Kind, build, markdown};
use rollcall::plan::*;
use rollcall::readiness::{Severity as Weight, assess, lessons_for};
use rollcall::rollout::{actuals, begun, clock_time, outturn, over};
use rollcall::text::delay;

use crate::arbitrary;
use crate::ready::*;

fn clock(hour: i8, minute: i8) -> DateTime {
    GO_LIVE.at(hour, minute, 0, 0)
}

/// The runbook takes from 20:00 to 20:30 and from there to 22:00.
fn ran(freeze: (DateTime, DateTime), install: Option<DateTime>) -> Release {
    let mut release = ready_release();
    edit_step(&mut release, "freeze", |it| *it = over(&begun(it, freeze.0), freeze.1, StepResult::Done));
    edit_step(&mut release, "install", |it| it.started = install);
    release
}

#[test]
fn planned_times_stand_beside_actual_ones() {
    let release = ran((clock(20, 10), clock(20, 35)), Some(clock(20, 25)));
    let times = actuals(&release);
    assert_eq!(times[0].planned, Some((clock(20, 0), clock(20, 30))));
    assert_eq!((times[0].started, times[0].ended, times[0].late), (Some(clock(20, 10)), Some(clock(20, 35)), Some(5)));
    // What has begun and not ended is late or early by its start.
    assert_eq!((times[1].planned, times[1].late), (Some((clock(20, 30), clock(22, 0))), Some(-5)));
    let mut without = release.clone();
    edit_identity(&mut without, |it| it.window = None);
    assert!(actuals(&without).iter().all(|time| time.planned.is_none() && time.late.is_none()));
    assert!(actuals(&ready_release()).iter().all(|time| time.planned.is_some() && time.late.is_none()));
}

#[test]
fn figures_tell_what_came_of_the_forecast() {
    let before = outturn(&ready_release());
    assert_eq!((before.planned_duration, before.duration, before.late), (Minutes(120), None, None));
    assert_eq!((before.go_live, before.planned_go_live), (None, Some(clock(20, 0))));
    let mut release = ran((clock(20, 10), clock(20, 35)), None);
    edit_step(&mut release, "install", |it| *it = over(it, clock(22, 40), StepResult::Failed));
    edit_wave(&mut release, "rest", |it| it.state = WaveState::BackedOut);
    let out = outturn(&release);
    assert_eq!((out.duration, out.late), (Some(Minutes(150)), Some(40)));
    assert_eq!((out.steps, out.failed, out.waves, out.backed_out), (2, 1, 2, 1));
    // The delay is that of the step that ended last, wherever it stands.
    edit_step(&mut release, "freeze", |it| it.ended = Some(clock(23, 0)));
    assert_eq!(outturn(&release).late, Some(150));
}

#[test]
fn a_step_is_begun_ended_and_begun_again() {
    let step = RunbookStep { id: id("s"), duration: Minutes(5), note: "Kept".to_owned(), ..RunbookStep::default() };
    let first = begun(&step, clock(20, 0));
    assert_eq!((first.started, first.ended, first.result), (Some(clock(20, 0)), None, StepResult::Pending));
    let failed = over(&first, clock(20, 9), StepResult::Failed);
    assert_eq!(
        (failed.started, failed.ended, failed.result),
        (Some(clock(20, 0)), Some(clock(20, 9)), StepResult::Failed)
    );
    let again = begun(&failed, clock(21, 0));
    assert_eq!((again.started, again.ended, again.result), (Some(clock(21, 0)), None, StepResult::Pending));
    // One that nobody began began when it ended.
    let at_once = over(&step, clock(20, 3), StepResult::Done);
    assert_eq!((at_once.started, at_once.ended), (Some(clock(20, 3)), Some(clock(20, 3))));
    assert_eq!(at_once.note, "Kept");
}

#[test]
fn going_live_makes_no_signature_stale() {
    let mut release = ready_release();
    edit_step(&mut release, "freeze", |it| *it = over(&begun(it, clock(20, 0)), clock(20, 9), StepResult::Done));
    edit_wave(&mut release, "rest", |it| {
        it.state = WaveState::BackedOut;
        it.backed_out_because = "Dark".to_owned();
    });
    edit_support(&mut release, |it| {
        it.exit.iter_mut().for_each(|exit| exit.met = Some(TODAY));
        it.log.push(SupportDay { id: id("d"), ..SupportDay::default() });
        it.ended = Some(TODAY);
    });
    change(&mut release, Command::Live(Box::new(GoLive { at: Some(clock(21, 0)), note: String::new() })));
    assert_eq!(assess(&release, TODAY).findings, []);
}

#[test]
fn lateness_is_said_in_words() {
    let cases = [(0, "on time"), (15, "15 min late"), (-120, "2 h early"), (1500, "1 d 1 h late")];
    cases.into_iter().for_each(|(minutes, words)| assert_eq!(delay(minutes), words));
    assert!(delay(i64::MIN).ends_with("early") && delay(i64::MAX).ends_with("late"));
}

fn taught(key: &str, kind: ReleaseType, first: bool, live: Option<Date>) -> Release {
    let mut release = Release { id: id(key), ..Release::default() };
    release.identity.name = key.to_owned();
    release.identity.release_type = kind;
    release.identity.first_of_type = first;
    release.after.go_live.at = live.map(|day| at(day, 1));
    let lesson = Lesson { id: id("l"), text: format!("From {key}"), kind: LessonKind::Lesson };
    release.after.review.lessons.push(lesson);
    release
}

#[test]
fn later_releases_of_the_same_type_are_shown_the_lessons_the_newest_first() {
    use ReleaseType::{Major, Minor};
    let release = ready_release();
    assert_eq!(release.identity.release_type, Major);
    let others = [
        taught("old", Major, false, Some(date(2025, 5, 1))),
        taught("other-type", Minor, false, Some(date(2025, 6, 1))),
        taught("new", Major, true, Some(date(2025, 9, 1))),
        taught("later", Major, false, Some(date(2026, 3, 15))),
        taught("no-day", Major, false, None),
        taught("payments", Major, false, Some(date(2025, 7, 1))),
    ];
    let shown = |release: &Release| {
        let refs: Vec<&Release> = others.iter().collect();
        lessons_for(release, &refs).into_iter().map(|earlier| earlier.name).collect::<Vec<_>>()
    };
    // Not its own, not of another type, not of one that goes live after it.
    assert_eq!(shown(&release), ["new", "old", "no-day"]);
    // A first of its type learns from the first of another type as well.
    let mut first = release.clone();
    edit_identity(&mut first, |it| {
        it.first_of_type = true;
        it.release_type = Minor;
    });
    assert_eq!(shown(&first), ["new", "other-type"]);
    let mut silent = taught("silent", Major, false, None);
    silent.after.review.lessons.iter_mut().for_each(|lesson| lesson.text = " ".to_owned());
    assert_eq!(lessons_for(&release, &[&silent, &Release::default()]), []);
}

#[test]
fn the_documents_tell_how_it_went() {
    let mut release = ran((clock(20, 10), clock(20, 35)), None);
    edit_wave(&mut release, "rest", |it| {
        it.state = WaveState::BackedOut;
        it.backed_out_because = "Mainz was dark".to_owned();
    });
    let runbook = markdown(&build(Kind::Runbook, &release, GO_LIVE));
    for words in ["Actual times", "Sat 14 Mar 2026, 20:10", "5 min late", "not begun", "Mainz was dark"] {
        assert!(runbook.contains(words), "{words}: {runbook}");
    }
    let plan = markdown(&build(Kind::ReleasePlan, &release, GO_LIVE));
    for words in ["After go-live", "not live yet", "Waves backed out", "Five days without an incident"] {
        assert!(plan.contains(words), "{words}: {plan}");
    }
    let before = markdown(&build(Kind::Runbook, &ready_release(), TODAY));
    assert!(!before.contains("Actual times"), "nothing has begun");
    assert!(markdown(&build(Kind::ReleasePlan, &ready_release(), TODAY)).contains("The release is not live yet."));
    // The pack shows what is overdue, the plan everything that is open.
    edit_meeting(&mut release, "checkpoint", |it| {
        let action = |key: &str, due| Action { id: id(key), text: key.to_owned(), due: Some(due), ..Action::default() };
        it.actions = items([action("late-one", date(2026, 3, 13)), action("coming-one", date(2026, 3, 20))]);
    });
    let pack = markdown(&build(Kind::GoNoGoPack, &release, GO_LIVE));
    assert!(pack.contains("Overdue actions"), "{pack}");
    let overdue = pack.split("## Overdue actions").nth(1).unwrap().split("\n## ").next().unwrap();
    assert!(overdue.contains("late-one") && !overdue.contains("coming-one"), "{overdue}");
    let plan = markdown(&build(Kind::ReleasePlan, &release, GO_LIVE));
    assert!(plan.contains("late-one") && plan.contains("coming-one") && plan.contains("Ana Alves"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_release_has_its_figures(release in arbitrary::release(), other in arbitrary::release(), today in arbitrary::day()) {
        let out = outturn(&release);
        prop_assert!(out.failed <= out.steps && out.backed_out <= out.waves);
        let times = actuals(&release);
        prop_assert_eq!(times.len(), out.steps);
        let ended = release.rollout.runbook.iter().any(|step| step.ended.is_some());
        // A runbook of centuries leaves the calendar; nothing is planned there that could be late.
        let planned = release.identity.window.and_then(|window| clock_time(window, out.planned_duration)).is_some();
        prop_assert!(out.late.is_none() || (ended && release.identity.window.is_some()));
        prop_assert!(out.late.is_some() || !ended || !planned);
        for earlier in lessons_for(&release, &[&other, &release]) {
            prop_assert!(earlier.release != release.id && !earlier.lessons.is_empty());
        }
        // Whatever is taken from what comes after, the verdict stays: all that is found there is advice.
        let mut emptied = release.clone();
        emptied.after.incidents = Items::default();
        emptied.after.review = PostImplementationReview::default();
        emptied.meetings = Items::default();
        let weighty = |release: &Release| assess(release, today).findings.into_iter().filter(|it| it.severity != Weight::Advice).collect::<Vec<_>>();
        let before = weighty(&release);
        prop_assert_eq!(&weighty(&emptied), &before);
        // Without the day of go-live the hand-over may block again; nothing is cured by that.
        emptied.after.go_live = GoLive::default();
        let after = weighty(&emptied);
        prop_assert!(before.iter().all(|found| after.contains(found)));
    }
}
