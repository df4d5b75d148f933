//! The advisor's words, and how replies and choices get into a plan.

use std::collections::BTreeMap;

use jiff::civil::date;
use rollcall::plan::{Approach, Choice, Command, Criticality, Delivery, Fact, Release, ReleaseType, Strategy};
use rollcall::readiness::default_rules;
use rollcall::strategy::catalogue::{combinations, pick};
use rollcall::strategy::{
    Advice, Answers, Comparison, EXCLUSIONS, FACTORS, Obstacle, Part, Points, Reply, UNKNOWN, advise,
    asks_for_identity, factor, reply_to, take_back, tipping_points,
};
use rollcall::text::strategy as words;

const PHASED_BOTH: Strategy = Strategy { approach: Approach::Phased, delivery: Delivery::PullThenPush };
const BIG_BANG_PUSH: Strategy = Strategy { approach: Approach::BigBang, delivery: Delivery::Push };

/// The first-of-type platform for many people, with some of the answers left out.
fn answers(without: &[&str]) -> Answers {
    let given = [
        "major", "yes", "moderate", "many", "yes", "hours", "planned", "costly", "light", "some", "strained",
        "balanced", "complex", "movable",
    ];
    let stored: BTreeMap<String, String> = FACTORS
        .iter()
        .zip(given)
        .filter(|(factor, _)| !without.contains(&factor.key))
        .map(|(factor, key)| (factor.key.to_owned(), key.to_owned()))
        .collect();
    Answers::read(&stored)
}

fn advice(without: &[&str]) -> Advice {
    advise(&answers(without))
}

fn reply(key: &str, answer: &str) -> (&'static rollcall::strategy::Factor, Reply) {
    let factor = factor(key).expect("a question");
    (factor, Reply::from_key(factor, answer).expect("an answer"))
}

/// Replies, and gives back the command that undoes it.
fn answer(release: &mut Release, key: &str, answer: &str) -> Command {
    let (factor, reply) = reply(key, answer);
    reply_to(release, factor, reply).expect("it changes something").apply(release).expect("it applies")
}

#[test]
fn the_winner_is_a_sentence_to_read_aloud() {
    let advice = advice(&[]);
    let winner = advice.winner().expect("a winner");
    assert_eq!(winner.strategy(), PHASED_BOTH);
    let sentence = words::rationale(winner, Some(date(2026, 3, 14)));
    assert!(
        sentence.starts_with("Phased, pulled by users until Sat 14 Mar 2026 and pushed after that: because "),
        "{sentence}"
    );
    assert!(sentence.contains(", and because "), "{sentence}");
    assert!(sentence.contains("; although "), "{sentence}");
    assert!(sentence.ends_with('.') && !sentence.contains(".."), "{sentence}");
    assert!(words::rationale(winner, None).contains("until a deadline and pushed after that"));
}

#[test]
fn standings_are_said_in_words() {
    let advice = advice(&[]);
    assert_eq!(words::standing(&advice, PHASED_BOTH), "First of the six that can be chosen.");
    assert_eq!(words::standing(&advice, BIG_BANG_PUSH), "One of those that the advisor excludes.");
}

#[test]
fn what_is_excluded_for_the_same_reason_stands_together() {
    let advice = advice(&[]);
    let groups = advice.excluded_together();
    let [(exclusions, alike)] = groups.as_slice() else { panic!("one group") };
    assert_eq!(words::names(alike), "Big Bang, in all three deliveries");
    assert!(words::forgone(alike).starts_with("They would have "));
    let exclusion = exclusions.first().expect("a reason");
    assert_eq!(
        words::exclusion(exclusion),
        "The governance rule says that a first of type never goes Big Bang, unless the rule is waived for this release."
    );
    assert_eq!(words::names(&alike[..2]).matches("Big Bang").count(), 2);
}

#[test]
fn doubts_name_the_answers_they_hang_on() {
    for exclusion in &EXCLUSIONS {
        let doubt = words::doubt(&Obstacle::Table(exclusion));
        assert!(doubt.starts_with("Falls away if “") && doubt.contains("” turns out to be “"), "{doubt}");
    }
}

#[test]
fn tipping_points_are_sentences() {
    let points = tipping_points(&answers(&["urgency"]));
    assert!(!points.is_empty());
    for point in &points {
        let sentence = words::tipping(point);
        assert!(sentence.starts_with("If “") && sentence.ends_with('.'), "{sentence}");
        assert_eq!(sentence.contains(" instead of “"), point.from.is_some(), "{sentence}");
    }
}

#[test]
fn two_are_compared_in_words() {
    let advice = advice(&[]);
    let [first, second] = advice.leading().expect("two");
    let names = (first.combination.name, second.combination.name);
    let apart = (first.points() - second.points()).unsigned();
    assert_eq!(
        words::lead(&Comparison::of(first, second)),
        format!("{} is {apart} points ahead of {}.", names.0, names.1)
    );
    assert_eq!(
        words::lead(&Comparison::of(second, first)),
        format!("{} is {apart} points behind {}.", names.1, names.0)
    );
    assert_eq!(
        words::lead(&Comparison::of(first, first)),
        format!("{} and {} have the same points.", names.0, names.0)
    );
}

#[test]
fn points_show_what_is_uncertain() {
    let (urgency, unknown) = reply("urgency", UNKNOWN);
    let unsure = advise(&answers(&[]).with(urgency, unknown));
    let candidate = unsure.winner().expect("a winner");
    let said = words::points(candidate.score);
    assert!(said.contains(", from ") && said.contains(" to "), "{said}");
    let of_urgency = candidate.contributions.iter().find(|c| c.answered.factor.key == "urgency").expect("its line");
    assert!(words::why(of_urgency, candidate.strategy()).contains("middle"));
    for candidate in advice(&[]).all() {
        assert_eq!(words::points(candidate.score), candidate.points().to_string());
        for contribution in &candidate.contributions {
            assert!(words::why(contribution, candidate.strategy()).ends_with('.'));
        }
        let balance = words::balance(candidate);
        let numbers: Vec<i32> = balance.split([' ', ';']).filter_map(|word| word.parse().ok()).collect();
        assert_eq!(Points::of(numbers[0] - numbers[1]), candidate.points(), "{balance}");
    }
}

#[test]
fn progress_and_gaps_are_counted_in_words() {
    assert_eq!(words::progress(&advice(&[]).progress), "14 of 14 questions answered.");
    assert_eq!(words::gaps(&advice(&[]).progress), None);
    assert_eq!(
        words::gaps(&advice(&["urgency"]).progress).as_deref(),
        Some("One question is open and counts for nothing yet.")
    );
    let (undo, unknown) = reply("undo", UNKNOWN);
    let both = advise(&answers(&["urgency", "training"]).with(undo, unknown));
    assert_eq!(
        words::gaps(&both.progress).as_deref(),
        Some(
            "Two questions are open and count for nothing yet; one is answered with “I don't know” and counts with the \
             middle of its answers."
        )
    );
    let unsure = advise(&answers(&[]).with(undo, unknown));
    assert!(words::gaps(&unsure.progress).is_some_and(|gaps| gaps.starts_with("One question is answered with ")));
    let new = advise(&Answers::of(&Release::default()));
    assert_eq!(words::progress(&new.progress), "4 of 14 questions answered, all of them by the plan.");
    assert_eq!(words::progress(&unsure.progress), "13 of 14 questions answered; 1 not known.");
}

/// Nothing but "I don't know" is a reply all the same: the ranking is shown, as wide as can be, and nothing is put first.
#[test]
fn not_knowing_anything_is_a_result() {
    let nothing = FACTORS.iter().fold(answers(&[]), |answers, factor| answers.with(factor, Reply::Unknown));
    let advice = advise(&nothing);
    assert_eq!(words::progress(&advice.progress), "0 of 14 questions answered; 14 not known.");
    assert!(words::gaps(&advice.progress).is_some_and(|gaps| gaps.contains("count with the middle")));
    assert!(advice.progress.is_replied() && !advice.progress.is_enough() && advice.winner().is_none());
    assert!(advice.ranking.iter().all(|candidate| !candidate.score.is_certain()));
    let few = advise(&Answers::of(&Release::default()));
    assert!(!few.progress.is_replied(), "four by the plan are too few to look at");
}

#[test]
fn what_the_plan_knows_is_a_sentence() {
    let mut release = Release::default();
    release.identity.fixed_date = Some("A law".to_owned());
    for answered in &Answers::of(&release) {
        let basis = words::basis(&answered.plan.as_ref().expect("the plan answers").basis);
        assert!(basis.starts_with("The ") && basis.ends_with('.'), "{basis}");
    }
}

#[test]
fn a_reply_on_the_identity_changes_the_identity() {
    let mut release = Release::default();
    let before = release.clone();
    let undo = answer(&mut release, "release_type", "emergency");
    assert_eq!(release.identity.release_type, ReleaseType::Emergency);
    undo.apply(&mut release).expect("it applies");
    assert_eq!(release, before);

    answer(&mut release, "criticality", "critical");
    answer(&mut release, "first_of_type", "yes");
    answer(&mut release, "fixed_date", "latest");
    assert_eq!(release.identity.criticality, Criticality::Critical);
    assert!(release.identity.first_of_type && release.identity.fixed_date.is_some());
    assert!(release.strategy.answers.is_empty(), "the identity says it all");
}

#[test]
fn a_reply_on_the_identity_replaces_one_that_was_stored() {
    let mut release = Release::default();
    release.strategy.answers.insert("criticality".to_owned(), "low".to_owned());
    release.identity.criticality = Criticality::High;
    answer(&mut release, "criticality", "moderate");
    assert_eq!(release.identity.criticality, Criticality::Moderate);
    assert!(!release.strategy.answers.contains_key("criticality"));
}

#[test]
fn replies_on_the_identity_never_contradict_the_plan() {
    for factor in FACTORS.iter().filter(|factor| asks_for_identity(factor)) {
        for each in factor.answers {
            let mut release = Release::default();
            if let Some(command) = reply_to(&release, factor, Reply::Answer(each)) {
                command.apply(&mut release).expect("it applies");
            }
            let answers = Answers::of(&release);
            let answered = answers.get(factor.key).expect("an answer");
            assert_eq!(answered.reply, Reply::Answer(each));
            assert!(!answered.contradicts_plan(), "{} {}", factor.key, each.key);
        }
    }
}

#[test]
fn the_reason_for_a_fixed_date_survives_a_more_exact_reply() {
    let mut release = Release::default();
    release.identity.fixed_date = Some("A new tariff".to_owned());
    answer(&mut release, "fixed_date", "same_day");
    assert_eq!(release.identity.fixed_date.as_deref(), Some("A new tariff"));
    assert_eq!(release.strategy.answers.get("fixed_date").map(String::as_str), Some("same_day"));
    answer(&mut release, "fixed_date", "movable");
    assert_eq!(release.identity.fixed_date, None);
    assert!(release.strategy.answers.is_empty());
}

#[test]
fn a_reply_that_changes_nothing_is_no_step() {
    let mut release = Release::default();
    let (urgency, soon) = reply("urgency", "soon");
    assert!(take_back(&release, urgency).is_none());
    answer(&mut release, "urgency", "soon");
    assert!(reply_to(&release, urgency, soon).is_none());
    take_back(&release, urgency).expect("a reply").apply(&mut release).expect("it applies");
    assert_eq!(release, Release::default());
}

#[test]
fn picking_one_half_keeps_the_other_or_takes_what_people_mean() {
    for combination in combinations() {
        for part in Part::of(combination.strategy) {
            assert_eq!(pick(part, Some(combination.strategy)), combination.strategy);
        }
    }
    assert_eq!(pick(Part::Approach(Approach::BigBang), None), BIG_BANG_PUSH);
    assert_eq!(pick(Part::Delivery(Delivery::PullThenPush), None), PHASED_BOTH);
    for approach in Approach::ALL {
        assert_eq!(pick(Part::Approach(*approach), Some(PHASED_BOTH)).delivery, Delivery::PullThenPush);
    }
}

#[test]
fn rules_say_which_facts_they_speak_of() {
    let rules = default_rules();
    let about: Vec<bool> = rules.iter().map(|rule| rule.speaks_of(&[Fact::Approach, Fact::Delivery])).collect();
    assert_eq!(about, [true, false]);
}
