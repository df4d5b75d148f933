//! Training: adequacy by closed forms, seats against trying every way, and what no change to a plan may do.

use jiff::civil::date;
use proptest::prelude::*;
use rollcall::document::{Block, Document, Span, training_plan};
use rollcall::plan::*;
use rollcall::readiness::{Code, Finding, Place, Section, assess};
use rollcall::text::what;
use rollcall::training::{
    adequacies, attended, is_overbooked, late_for, live_from, missing_audiences, missing_in, needs_both_systems,
    seating, size_of, teaches_both, with_everyone,
};

use crate::arbitrary;
use crate::ready::*;

/// A release with audiences of these sizes, and sessions with so many seats for some of them.
fn hall(sizes: &[u32], sessions: &[(u32, Vec<usize>)]) -> Release {
    let mut release = Release::default();
    for (at, size) in sizes.iter().enumerate() {
        let size = Some(Count(*size));
        release.training.audiences.push(TrainingAudience { id: audience(at), size, ..TrainingAudience::default() });
    }
    for (at, (seats, invited)) in sessions.iter().enumerate() {
        release.training.sessions.push(TrainingSession {
            id: id(&format!("s{at}")),
            capacity: Count(*seats),
            audiences: invited.iter().map(|at| audience(*at)).collect(),
            ..TrainingSession::default()
        });
    }
    release
}

fn audience(at: usize) -> Id<TrainingAudience> {
    id(&format!("a{at}"))
}

fn noted(key: &str, of: Id<TrainingAudience>, people: u32) -> Attendance {
    Attendance { id: id(key), audience: of, attended: Count(people), note: String::new() }
}

fn findings(release: &Release, code: Code) -> Vec<Finding> {
    assess(release, TODAY).findings.into_iter().filter(|finding| finding.code == code).collect()
}

fn said(release: &Release, code: Code) -> Vec<String> {
    findings(release, code).iter().map(what).collect()
}

// Who is trained.

#[test]
fn an_audience_is_adequate_from_its_threshold_on() {
    // The threshold, how many they are, who was there at each session; how many count, are needed, and whether that will do.
    type Case = (Option<u8>, u32, &'static [u32], u32, u32, bool);
    let cases: [Case; 11] = [
        (None, 40, &[31], 31, 32, false),
        (None, 40, &[32], 32, 32, true),
        (None, 40, &[20, 12], 32, 32, true),
        (None, 40, &[30, 30], 40, 32, true),
        (None, 1, &[], 0, 1, false),
        (None, 0, &[5], 0, 0, false),
        (Some(0), 40, &[], 0, 0, true),
        (Some(1), 40, &[], 0, 1, false),
        (Some(50), 5, &[2], 2, 3, false),
        (Some(100), 7, &[7], 7, 7, true),
        (Some(100), u32::MAX, &[u32::MAX, u32::MAX], u32::MAX, u32::MAX, true),
    ];
    for (threshold, size, sessions, trained, needed, adequate) in cases {
        let sessions: Vec<_> = sessions.iter().map(|_| (0, vec![0])).zip(sessions).collect();
        let mut release = hall(&[size], &sessions.iter().map(|(session, _)| session.clone()).collect::<Vec<_>>());
        release.training.threshold = threshold.and_then(|share| Percent::try_from(share).ok());
        for (session, (_, people)) in release.training.sessions.iter_mut().zip(&sessions) {
            session.attendance.push(noted("1", audience(0), **people));
        }
        let all = adequacies(&release);
        let [adequacy] = all.as_slice() else { panic!("{all:?}") };
        let case = format!("{threshold:?} of {size}");
        assert_eq!((adequacy.trained, adequacy.needed), (Count(trained), Count(needed)), "{case}");
        assert_eq!(adequacy.is_adequate(), adequate, "{case}");
        assert_eq!(adequacy.gap(), Count(needed.saturating_sub(trained)), "{case}");
    }
}

#[test]
fn a_session_on_the_old_system_alone_trains_nobody() {
    for (teaches, trained) in [(Teaches::New, 3), (Teaches::Both, 3), (Teaches::Old, 0)] {
        let mut release = hall(&[3], &[(3, vec![0])]);
        let session = release.training.sessions.iter_mut().next().unwrap();
        session.teaches = teaches;
        session.attendance.push(noted("1", audience(0), 3));
        assert_eq!(adequacies(&release)[0].trained, Count(trained), "{teaches:?}");
        assert_eq!(seating(&release).without, Count(3 - trained), "{teaches:?}");
    }
}

#[test]
fn the_size_is_stated_or_follows_from_the_plan() {
    let release = ready_release();
    let of = |kind, group: Option<&str>, size: Option<u32>| {
        let (group, size) = (group.map(id), size.map(Count));
        size_of(&release, &TrainingAudience { kind, group, size, ..TrainingAudience::default() }).0
    };
    assert_eq!(of(AudienceKind::Users, Some("clerks"), Some(3)), 3);
    assert_eq!(of(AudienceKind::Users, Some("clerks"), None), 40);
    assert_eq!(of(AudienceKind::Users, Some("gone"), None), 0);
    assert_eq!(of(AudienceKind::FloorWalkers, None, None), 2, "those of the impacted department");
    assert_eq!(of(AudienceKind::ServiceDesk, None, None), 0);
}

#[test]
fn a_gap_is_told_with_its_figures_and_the_days_left() {
    let mut release = ready_release();
    let attended = |release: &mut Release, people| {
        edit_session(release, "lesson-clerks", |it| it.attendance = items([noted("1", id("learn-clerks"), people)]));
    };
    attended(&mut release, 12);
    let gap = "“learn-clerks” is not adequately trained: 12 of 40 trained, 32 needed, 12 days left.";
    assert_eq!(said(&release, Code::TrainingGap), [gap]);
    let place = findings(&release, Code::TrainingGap)[0].place.clone();
    assert_eq!(place, Place::entry(Section::Training, "lesson-clerks", "attendance"));
    for (today, left) in [
        (date(2026, 3, 13), ", 1 day left."),
        (GO_LIVE, ", go-live is today."),
        (date(2026, 4, 1), ", go-live is over."),
    ] {
        let found = assess(&release, today).findings;
        let gap = found.iter().find(|finding| finding.code == Code::TrainingGap).map(what).unwrap();
        assert!(gap.ends_with(left), "{gap}");
    }
    edit_audience(&mut release, "learn-clerks", |it| {
        it.size = None;
        it.group = None;
    });
    let gaps = said(&release, Code::TrainingGap);
    assert_eq!(gaps, ["Nobody knows how many people “learn-clerks” has to be trained."]);
}

#[test]
fn leaving_an_audience_out_does_not_keep_a_rule_on_training() {
    let mut release = ready_release();
    edit_session(&mut release, "lesson-clerks", |it| it.attendance = Items::default());
    let then = Clause { fact: Fact::AudiencesNotTrained, operator: Operator::Is, value: "0".to_owned() };
    change(
        &mut release,
        Command::Rules(Edit::add(GovernanceRule { id: id("trained"), then, ..GovernanceRule::default() })),
    );
    assert_eq!(findings(&release, Code::RuleBroken).len(), 1);
    change(&mut release, Command::Audiences(Edit::Remove { id: id("learn-clerks") }));
    assert_eq!(findings(&release, Code::RuleBroken).len(), 1, "the clerks are still not trained");
}

// Who has a seat.

/// The most people that can be seated, by trying every seat for every person.
fn most_seated(people: &[usize], seats: &mut [u32], invited: &[Vec<usize>]) -> u32 {
    let Some((person, rest)) = people.split_first() else { return 0 };
    let mut most = most_seated(rest, seats, invited);
    for room in 0..seats.len() {
        if seats[room] > 0 && invited[room].contains(person) {
            seats[room] -= 1;
            most = most.max(1 + most_seated(rest, seats, invited));
            seats[room] += 1;
        }
    }
    most
}

/// Three audiences of up to two people, and three sessions of up to two seats: few enough for somebody to have to move up.
fn small_hall() -> impl proptest::strategy::Strategy<Value = (Vec<u32>, Vec<(u32, Vec<usize>)>)> {
    let of = |mask: usize| (0..3).filter(|at| mask >> at & 1 == 1).collect();
    let invited = proptest::strategy::Strategy::prop_map(0..8_usize, of);
    (proptest::collection::vec(0..3_u32, 3), proptest::collection::vec((0..3_u32, invited), 3))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn as_many_are_seated_as_can_be((sizes, sessions) in small_hall()) {
        let release = hall(&sizes, &sessions);
        let people: Vec<usize> =
            sizes.iter().enumerate().flat_map(|(at, size)| std::iter::repeat_n(at, *size as usize)).collect();
        let invited: Vec<Vec<usize>> = sessions.iter().map(|(_, invited)| invited.clone()).collect();
        let mut seats: Vec<u32> = sessions.iter().map(|(seats, _)| *seats).collect();
        let most = most_seated(&people, &mut seats, &invited);
        let all: u32 = sizes.iter().sum();
        let found = seating(&release);
        prop_assert_eq!(found.without, Count(all - most));
        prop_assert_eq!(found.audiences.iter().map(|seats| seats.given.0).sum::<u32>(), most);
        // Those who are short are so by themselves: they have that many too few seats among them.
        let short: Vec<usize> = (0..sizes.len()).filter(|at| found.audiences[*at].short).collect();
        let needed: u32 = short.iter().map(|at| sizes[*at]).sum();
        let theirs = sessions.iter().filter(|(_, invited)| invited.iter().any(|at| short.contains(at)));
        prop_assert_eq!(needed - theirs.map(|(seats, _)| *seats).sum::<u32>(), all - most);
        for (at, seats) in found.audiences.iter().enumerate() {
            let own: Vec<u32> = sessions.iter().filter(|(_, invited)| invited.contains(&at)).map(|it| it.0).collect();
            prop_assert_eq!((seats.sessions, seats.offered.0), (own.len(), own.iter().sum()));
            prop_assert!(seats.given <= seats.size && seats.given <= seats.offered);
            prop_assert!(!seats.short || most < all);
        }
    }
}

#[test]
fn audiences_that_share_a_session_share_its_seats() {
    // Sizes, sessions; who is short, and how many have no seat.
    type Case = (&'static [u32], Vec<(u32, Vec<usize>)>, &'static [usize], u32);
    let cases: [Case; 7] = [
        (&[10], vec![(10, vec![0])], &[], 0),
        (&[10], vec![(6, vec![0]), (3, vec![0])], &[0], 1),
        (&[10], vec![], &[0], 10),
        (&[10, 10], vec![(20, vec![0, 1])], &[], 0),
        (&[10, 10], vec![(19, vec![0, 1])], &[0, 1], 1),
        // The first takes seats of the shared session, and gives them up for those of its own.
        (&[10, 10], vec![(10, vec![0, 1]), (10, vec![0])], &[], 0),
        // The third has a session of its own, and nothing to do with the others' want.
        (&[10, 10, 5], vec![(15, vec![0, 1]), (5, vec![2])], &[0, 1], 5),
    ];
    for (sizes, sessions, short, without) in cases {
        let found = seating(&hall(sizes, &sessions));
        let here: Vec<usize> = (0..sizes.len()).filter(|at| found.audiences[*at].short).collect();
        assert_eq!((here.as_slice(), found.without), (short, Count(without)), "{sizes:?} {sessions:?}");
    }
    let found = seating(&hall(&[u32::MAX, 7], &[(u32::MAX, vec![0, 1, 1]), (u32::MAX, vec![0])]));
    assert_eq!((found.without, found.audiences[0].offered), (Count(0), Count(u32::MAX)));
    assert!(found.audiences.iter().all(|seats| seats.shared));
}

#[test]
fn what_is_short_of_seats_is_told_once() {
    let mut release = ready_release();
    edit_session(&mut release, "lesson-clerks", |it| it.capacity = Count(40));
    edit_session(&mut release, "lesson-clerks", |it| it.audiences.push(id("learn-auditors")));
    change(&mut release, Command::Sessions(Edit::Remove { id: id("lesson-auditors") }));
    let told = said(&release, Code::TrainingSeats);
    assert_eq!(told, ["There are too few seats for “learn-clerks, learn-auditors”: together 12 people have no seat."]);
    edit_session(&mut release, "lesson-clerks", |it| it.audiences = vec![id("learn-auditors")]);
    assert_eq!(said(&release, Code::TrainingSeats), ["“learn-clerks” has no training session in time."]);
    edit_session(&mut release, "lesson-clerks", |it| it.audiences = vec![id("learn-clerks")]);
    edit_session(&mut release, "lesson-clerks", |it| it.capacity = Count(39));
    let told = said(&release, Code::TrainingSeats);
    assert_eq!(told[0], "There are too few seats for “learn-clerks”: 39 seats for 40 people.");
}

// When.

#[test]
fn a_group_goes_live_with_its_first_wave() {
    let mut release = ready_release();
    let live = |release: &Release, key: &str| {
        live_from(release, release.training.audiences.get(id(key)).unwrap()).map(|at| (at.date(), at.hour()))
    };
    assert_eq!(live(&release, "learn-auditors"), Some((GO_LIVE, 20)));
    assert_eq!(live(&release, "learn-clerks"), Some((GO_LIVE, 22)));
    assert_eq!(live(&release, "desk"), Some((GO_LIVE, 20)));
    edit_session(&mut release, "lesson-clerks", |it| {
        it.at = Some(at(GO_LIVE, 21));
        it.audiences.push(id("learn-auditors"));
    });
    let session = release.training.sessions.get(id("lesson-clerks")).unwrap();
    let late: Vec<&str> = late_for(&release, session).iter().map(|audience| audience.name.as_str()).collect();
    assert_eq!(late, ["learn-auditors"], "the clerks follow an hour later");
    assert_eq!(
        said(&release, Code::TrainingLate),
        ["Training session “lesson-clerks” comes after go-live for learn-auditors."]
    );
    // Without a window the first wave is what there is; without either nobody can say.
    edit_identity(&mut release, |it| it.window = None);
    assert_eq!(live(&release, "desk"), Some((GO_LIVE, 20)));
    release.rollout.waves = Items::default();
    assert_eq!((live(&release, "desk"), live(&release, "learn-clerks")), (None, None));
}

#[test]
fn two_systems_are_taught_in_one_session_or_in_two() {
    let mut release = ready_release();
    assert!(!needs_both_systems(&release));
    edit_strategy(&mut release, |it| it.strategy.approach = Approach::Parallel);
    assert!(needs_both_systems(&release));
    let sets: [(&[Teaches], bool); 5] = [
        (&[Teaches::Both], true),
        (&[Teaches::New], false),
        (&[Teaches::Old], false),
        (&[Teaches::New, Teaches::Old], true),
        (&[], false),
    ];
    for (taught, both) in sets {
        let mut release = hall(&[1], &taught.iter().map(|_| (1, vec![0])).collect::<Vec<_>>());
        for (session, teaches) in release.training.sessions.iter_mut().zip(taught) {
            session.teaches = *teaches;
        }
        assert_eq!(teaches_both(&release, audience(0)), both, "{taught:?}");
    }
}

// Sessions.

#[test]
fn a_session_says_all_that_it_lacks() {
    let release = ready_release();
    let words = |session: &TrainingSession| missing_in(&release, session).iter().map(|it| it.1).collect::<Vec<_>>();
    assert_eq!(words(&TrainingSession::default()), ["audience", "day", "place", "seats", "trainer"]);
    assert!(words(release.training.sessions.first().unwrap()).is_empty());
    let stranger =
        TrainingSession { audiences: vec![id("gone")], ..release.training.sessions.first().unwrap().clone() };
    assert_eq!(words(&stranger), ["audience"]);
}

#[test]
fn everybody_is_as_many_as_there_are_seats() {
    let mut release = hall(&[10, 7, 4], &[(15, vec![0, 1, 2])]);
    let session = release.training.sessions.iter_mut().next().unwrap();
    session.attendance.push(Attendance { note: "Late".to_owned(), ..noted("x", audience(1), 1) });
    let session = release.training.sessions.first().unwrap().clone();
    let mut ids = 0;
    let full = with_everyone(&release, &session, || {
        ids += 1;
        id(&format!("n{ids}"))
    });
    let all: Vec<(&str, u32)> =
        full.attendance.iter().map(|noted| (noted.audience.as_str(), noted.attended.0)).collect();
    assert_eq!(all, [("a1", 5), ("a0", 10), ("a2", 0)]);
    assert_eq!(full.attendance.first().map(|noted| noted.note.as_str()), Some("Late"));
    assert_eq!((attended(&full), is_overbooked(&full)), (15, false));
    assert_eq!(with_everyone(&release, &full, Id::default), full, "a second press changes nothing");
}

// Who is no audience.

#[test]
fn the_plan_proposes_who_needs_training() {
    let mut release = ready_release();
    release.training = TrainingPlan::default();
    edit_department(&mut release, "finance", |it| {
        it.groups.push(UserGroup {
            id: id("tills"),
            name: "Tills".to_owned(),
            kind: GroupKind::Devices,
            ..UserGroup::default()
        });
    });
    let missing = missing_audiences(&release);
    let names: Vec<&str> = missing.iter().map(|missing| missing.name.as_str()).collect();
    assert_eq!(names, ["clerks", "auditors", "Service desk", "Support teams", "Floor walkers"]);
    for (at, missing) in missing.iter().enumerate() {
        let audience = missing.audience(id(&format!("new-{at}")));
        assert!(!audience.goal.is_empty(), "{}", missing.name);
        change(&mut release, Command::Audiences(Edit::add(audience)));
    }
    assert_eq!(missing_audiences(&release), [], "a second press adds nobody again");
    assert_eq!(adequacies(&release)[0].size, Count(40));
    // Nobody notices the release: the teams remain.
    edit_department(&mut release, "finance", |it| it.impacted = false);
    release.training = TrainingPlan::default();
    assert_eq!(missing_audiences(&release).len(), 2);
}

// Whatever the plan.

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn more_attendance_never_lowers_adequacy(release in arbitrary::release(), pick in any::<proptest::sample::Index>()) {
        let before = adequacies(&release);
        let mut after = release.clone();
        let count = release.training.sessions.len();
        prop_assume!(count > 0 && !before.is_empty());
        let of = before[pick.index(before.len())].audience;
        let session = after.training.sessions.iter_mut().nth(pick.index(count)).unwrap();
        session.attendance.push(noted("one-more", of, 7));
        for (before, after) in before.iter().zip(&adequacies(&after)) {
            prop_assert!(after.trained >= before.trained);
            prop_assert!(after.is_adequate() || !before.is_adequate());
        }
    }

    #[test]
    fn fewer_sessions_never_raise_anything(release in arbitrary::release(), pick in any::<proptest::sample::Index>()) {
        let count = release.training.sessions.len();
        prop_assume!(count > 0);
        let gone = release.training.sessions.iter().nth(pick.index(count)).unwrap().id;
        let mut after = release.clone();
        change(&mut after, Command::Sessions(Edit::Remove { id: gone }));
        for (before, after) in adequacies(&release).iter().zip(&adequacies(&after)) {
            prop_assert!(after.trained <= before.trained);
        }
        let (before, after) = (seating(&release), seating(&after));
        prop_assert!(after.without >= before.without);
        for (before, after) in before.audiences.iter().zip(&after.audiences) {
            prop_assert!(after.offered <= before.offered && after.sessions <= before.sessions);
        }
    }

    #[test]
    fn any_plan_is_looked_at(release in arbitrary::release()) {
        let found = seating(&release);
        prop_assert_eq!(found.audiences.len(), release.training.audiences.len());
        prop_assert_eq!(found.without.0 == 0, found.audiences.iter().all(|seats| !seats.short));
        prop_assert!(!training_plan(&release, TODAY).blocks.is_empty());
    }
}

// The document.

fn headings(document: &Document) -> Vec<&str> {
    document.headings().map(|heading| heading.text.as_str()).collect()
}

#[test]
fn the_training_plan_has_its_sessions_in_order_of_time() {
    let mut release = ready_release();
    edit_session(&mut release, "lesson-clerks", |it| {
        it.at = Some(at(date(2026, 3, 1), 9));
        it.place = "https://meet.example/clerks".to_owned();
    });
    edit_session(&mut release, "lesson-desk", |it| {
        it.at = None;
        it.place = "javascript:alert(1)".to_owned();
    });
    let document = training_plan(&release, TODAY);
    assert_eq!(
        headings(&document),
        ["Who is trained", "How far they are", "Sessions", "Who was there", "What is missing"]
    );
    let tables: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect();
    let sessions = tables.iter().find(|table| table.columns()[1].title == "Session").unwrap();
    let titles: Vec<String> =
        sessions.rows().iter().map(|row| row[1].to_string().lines().next().unwrap().to_owned()).collect();
    let expected = ["lesson-auditors", "lesson-support", "lesson-walkers", "lesson-clerks", "lesson-desk"];
    assert_eq!(titles, expected);
    let links: Vec<String> = sessions
        .rows()
        .iter()
        .flat_map(|row| &row[3].0)
        .filter_map(|span| if let Span::Link(address) = span { Some(address.to_string()) } else { None })
        .collect();
    assert_eq!(links, ["https://meet.example/clerks"]);
    edit_strategy(&mut release, |it| it.strategy.approach = Approach::Parallel);
    assert!(headings(&training_plan(&release, TODAY)).contains(&"Two systems for a time"));
}
