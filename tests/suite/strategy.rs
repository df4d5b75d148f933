//! The advisor: what it recommends in which situation, and what holds for any answers.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};

use crate::situations::SITUATIONS;
use proptest::prelude::*;
use proptest::strategy::Strategy as Arbitrary;
use rollcall::plan::{
    Approach, BackOutStep, Choice, Count, Criticality, Delivery, Department, Id, MegabitsPerSecond, Megabytes, Minutes,
    Release, ReleaseType, Strategy, StrategyChoice, UserGroup,
};
use rollcall::strategy::catalogue::{self, combination, combinations, strategy_of_key};
use rollcall::strategy::{
    Advice, Answers, Basis, Candidate, Cause, Comparison, Condition, EXCLUSIONS, FACTORS, Holds, INTERACTIONS, Part,
    Points, Reason, Reply, Scope, Source, Span, Strength, UNKNOWN, advise, derive, factor, tipping_points,
};

pub fn replies(keys: &[&str]) -> Answers {
    Answers::read(&FACTORS.iter().zip(keys).map(|(factor, key)| (factor.key.to_owned(), (*key).to_owned())).collect())
}

pub fn answers(pairs: &[(&str, &str)]) -> Answers {
    Answers::read(&pairs.iter().map(|(factor, answer)| ((*factor).to_owned(), (*answer).to_owned())).collect())
}

pub fn ranking(advice: &Advice) -> String {
    let line = |candidate: &Candidate| {
        let excluded = if candidate.exclusions.is_empty() { "" } else { " (excluded)" };
        format!("  {} {}{excluded}\n", candidate.combination.key, candidate.points())
    };
    advice.all().map(line).collect()
}

#[test]
fn a_first_of_type_platform_never_goes_big_bang() {
    let advice = advise(&replies(&SITUATIONS[2].answers));
    let excluded: BTreeSet<_> = advice.excluded.iter().map(|candidate| candidate.combination.key).collect();
    assert_eq!(excluded, BTreeSet::from(["big_bang_pull", "big_bang_pull_then_push", "big_bang_push"]));
    for candidate in &advice.excluded {
        assert_eq!(candidate.exclusions[0].key(), "first_of_type_never_big_bang");
        assert!(!candidate.contributions.is_empty(), "ranked apart with all its reasons");
    }
}

#[test]
fn catalogue_entries_stand_where_they_are_looked_up() {
    for &choice in Approach::ALL {
        let entry = catalogue::approach(choice);
        assert_eq!(entry.choice, choice);
        assert!(!entry.strengths.is_empty() && !entry.weaknesses.is_empty() && !entry.fits.is_empty());
    }
    for &choice in Delivery::ALL {
        let entry = catalogue::delivery(choice);
        assert_eq!(entry.choice, choice);
        assert!(!entry.strengths.is_empty() && !entry.weaknesses.is_empty() && !entry.fits.is_empty());
    }
    for &approach in Approach::ALL {
        for &delivery in Delivery::ALL {
            let strategy = Strategy { approach, delivery };
            let entry = combination(strategy);
            assert_eq!(entry.strategy, strategy);
            assert_eq!(entry.key, format!("{}_{}", approach.key(), delivery.key()));
            assert_eq!(strategy_of_key(entry.key), Some(strategy));
        }
    }
    assert_eq!(combinations().count(), 9);
    assert_eq!(strategy_of_key("all_at_sea"), None);
    for name in &catalogue::TRADITIONAL {
        assert!(name.part.is_of(name.usually), "{}", name.name);
        assert_eq!(name.name, name.part.label());
    }
}

#[test]
fn every_key_is_unique() {
    let unique = |keys: Vec<&str>| assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{keys:?}");
    unique(FACTORS.iter().map(|factor| factor.key).collect());
    unique(INTERACTIONS.iter().map(|interaction| interaction.key).collect());
    unique(EXCLUSIONS.iter().map(|exclusion| exclusion.key).collect());
    unique(combinations().map(|combination| combination.key).collect());
    unique(combinations().map(|combination| combination.name).collect());
    for factor in &FACTORS {
        unique(factor.answers.iter().map(|answer| answer.key).chain([UNKNOWN]).collect());
        unique(factor.answers.iter().map(|answer| answer.label).collect());
    }
}

#[test]
fn questions_are_complete() {
    for factor in &FACTORS {
        assert!((2..=5).contains(&factor.answers.len()), "{}", factor.key);
        assert!(factor.weight.get() <= 5);
        assert!(factor.question.ends_with('?'), "{}", factor.question);
        assert!(factor.why.ends_with('.'), "{}", factor.why);
        for answer in factor.answers {
            assert!(answer.explanation.ends_with('.'), "{} {}", factor.key, answer.key);
            assert!(!answer.label.is_empty() && !answer.label.ends_with('.'), "{} {}", factor.key, answer.key);
            let parts: BTreeSet<_> = answer.effects.iter().map(|effect| effect.on).collect();
            assert_eq!(parts.len(), answer.effects.len(), "{} {} has two effects on one half", factor.key, answer.key);
        }
    }
}

#[test]
fn every_effect_has_a_reason_that_fits_into_a_sentence() {
    let clauses = FACTORS
        .iter()
        .flat_map(|factor| factor.answers.iter().flat_map(|answer| answer.effects))
        .map(|effect| (effect.because, effect.strength.value()))
        .chain(INTERACTIONS.iter().map(|interaction| (interaction.because, interaction.strength.value())))
        .chain(EXCLUSIONS.iter().flat_map(|exclusion| [(exclusion.because, -2), (exclusion.unless, 1)]))
        .chain(catalogue::APPROACHES.iter().map(|entry| (entry.price, -1)))
        .chain(catalogue::DELIVERIES.iter().map(|entry| (entry.price, -1)));
    for (clause, effect) in clauses {
        assert!((-2..=2).contains(&effect) && effect != 0, "{clause}");
        assert!(clause.len() > 20 && clause.len() < 130, "{clause}");
        assert!(!clause.ends_with(['.', '!', ' ']) && !clause.contains('!'), "{clause}");
        let proper = ["IT ", "Big Bang "].iter().any(|name| clause.starts_with(name));
        assert!(proper || clause.starts_with(char::is_lowercase), "{clause}");
    }
    let of_type = [Strength::StronglyAgainst, Strength::Against, Strength::For, Strength::StronglyFor];
    assert_eq!(of_type.map(Strength::value), [-2, -1, 1, 2]);
}

#[test]
fn conditions_name_answers_that_exist() {
    let scopes = INTERACTIONS.iter().map(|each| each.scope).chain(EXCLUSIONS.iter().map(|each| each.scope));
    for condition in scopes.flat_map(|scope: Scope| scope.when) {
        let factor = factor(condition.factor).unwrap_or_else(|| panic!("no question {}", condition.factor));
        for key in condition.answers {
            assert!(factor.answer(key).is_some(), "no answer {key} to {}", factor.key);
        }
    }
}

#[test]
fn conditions_know_yes_no_and_perhaps() {
    let condition = Condition { factor: "urgency", answers: &["now", "soon"] };
    let other = Condition { factor: "reach", answers: &["many"] };
    let holds = |pairs: &[(&str, &str)]| Condition::all(&[condition, other], &answers(pairs));
    assert_eq!(holds(&[]), Holds::No);
    assert_eq!(holds(&[("urgency", "soon"), ("reach", "many")]), Holds::Yes);
    assert_eq!(holds(&[("urgency", "soon")]), Holds::No);
    assert_eq!(holds(&[("urgency", "soon"), ("reach", "few")]), Holds::No);
    assert_eq!(holds(&[("urgency", "soon"), ("reach", "unknown")]), Holds::Perhaps);
    assert_eq!(holds(&[("urgency", "unknown"), ("reach", "few")]), Holds::No);
    assert_eq!(Condition::all(&[], &answers(&[])), Holds::Yes);
}

#[test]
fn nothing_answered_means_no_winner_and_nothing_to_tip() {
    let none = answers(&[]);
    let advice = advise(&none);
    assert!(advice.winner().is_none());
    assert_eq!(advice.ranking.len(), 9);
    assert_eq!((advice.progress.answered, advice.progress.open, advice.progress.questions), (0, 14, 14));
    assert!(tipping_points(&none).is_empty());
    assert!(advise(&answers(&[("urgency", UNKNOWN)])).winner().is_none(), "not knowing is no ground for a winner");
}

#[test]
fn equal_points_are_ordered_from_the_more_cautious() {
    let keys: Vec<_> = advise(&answers(&[])).ranking.iter().map(|candidate| candidate.combination.key).collect();
    let expected = [
        "phased_push",
        "phased_pull_then_push",
        "parallel_push",
        "parallel_pull_then_push",
        "big_bang_push",
        "phased_pull",
        "parallel_pull",
        "big_bang_pull_then_push",
        "big_bang_pull",
    ];
    assert_eq!(keys, expected, "zero before −3 before −10, and the catalogue's order among equals");
}

#[test]
fn of_equal_points_the_better_worst_case_comes_first() {
    for urgency in ["now", "planned"] {
        for advice in FACTORS.iter().map(|factor| advise(&answers(&[("urgency", urgency), (factor.key, UNKNOWN)]))) {
            for pair in advice.ranking.windows(2) {
                let order = |at: usize| (pair[at].score.points, pair[at].score.low);
                assert!(order(0) >= order(1), "{}", ranking(&advice));
            }
        }
    }
}

#[test]
fn a_single_answer_counts_effect_times_weight() {
    let advice = advise(&answers(&[("undo", "days")]));
    let points = |key: &str| advice.candidate(strategy_of_key(key).expect("a key")).expect("a candidate").points();
    assert_eq!(points("big_bang_push"), Points::of(-8));
    assert_eq!(points("phased_push"), Points::of(8));
    assert_eq!(points("parallel_push"), Points::of(4));
    assert_eq!(points("big_bang_pull"), Points::of(-18), "with the contradiction of its halves");
}

#[test]
fn not_knowing_spans_from_the_worst_answer_to_the_best() {
    let advice = advise(&answers(&[("undo", UNKNOWN)]));
    let score = |key: &str| advice.candidate(strategy_of_key(key).expect("a key")).expect("a candidate").score;
    assert_eq!(score("big_bang_push"), Span { low: Points::of(-8), points: Points::of(-2), high: Points::of(4) });
    assert_eq!(score("phased_push"), Span { low: Points::of(0), points: Points::of(4), high: Points::of(8) });
    assert_eq!(advice.progress.unknown, 1);
}

#[test]
fn not_knowing_leaves_a_candidate_in_doubt() {
    let advice = advise(&answers(&[("coexistence", UNKNOWN), ("undo", "days")]));
    assert!(advice.excluded.is_empty());
    let parallel = advice.candidate(strategy_of_key("parallel_push").expect("a key")).expect("a candidate");
    assert_eq!(parallel.doubts[0].key(), "parallel_needs_coexistence");
    let phased = advice.candidate(strategy_of_key("phased_push").expect("a key")).expect("a candidate");
    assert!(phased.doubts.is_empty());
}

#[test]
fn it_may_be_that_no_strategy_is_left() {
    let advice = advise(&answers(&[("first_of_type", "yes"), ("coexistence", "no"), ("fixed_date", "same_day")]));
    assert!(advice.winner().is_none());
    assert_eq!(advice.excluded.len(), 9);
    assert!(advice.leading().is_none());
}

#[test]
fn an_explanation_speaks_for_both_halves_and_names_a_price() {
    for situation in SITUATIONS {
        let advice = advise(&replies(&situation.answers));
        let winner = advice.winner().expect("a winner");
        let explanation = winner.explanation();
        assert_eq!(explanation.strategy, winner.strategy());
        assert!((1..=3).contains(&explanation.because.len()) && (1..=2).contains(&explanation.although.len()));
        assert!(explanation.because.iter().all(|reason| reason.points > Points::ZERO));
        assert!(explanation.although.iter().all(|reason| reason.points <= Points::ZERO));
        for part in Part::of(winner.strategy()) {
            let speaks = |reason: &Reason| matches!(reason.cause, Cause::Answer { part: of, .. } if of == part);
            let any = winner.reasons().iter().any(|reason| reason.points > Points::ZERO && speaks(reason));
            assert_eq!(explanation.because.iter().any(speaks), any, "{}", situation.words);
        }
    }
    let sentence = advise(&answers(&[("undo", "never")])).ranking[0].reasons()[0].sentence();
    assert_eq!(sentence, "As long as the old one runs there is a way back where none exists otherwise.");
}

#[test]
fn a_comparison_sets_apart_what_the_two_do_not_share() {
    let advice = advise(&replies(&SITUATIONS[4].answers));
    let [first, second] = advice.leading().expect("two");
    let comparison = Comparison::of(first, second);
    assert_eq!(comparison.lead, first.points() - second.points());
    assert!(comparison.lead >= Points::ZERO);
    let sum = |reasons: &[Reason]| reasons.iter().map(|reason| reason.points).sum::<Points>();
    for (standing, candidate) in [(&comparison.left, first), (&comparison.right, second)] {
        let parts = sum(&standing.strengths) + sum(&standing.weaknesses) + sum(&comparison.shared);
        assert_eq!(parts, candidate.points(), "every reason is in exactly one of the lists");
    }
    for pair in comparison.differences.windows(2) {
        assert!((pair[0].left - pair[0].right).size() >= (pair[1].left - pair[1].right).size());
    }
    let back = Comparison::of(second, first);
    assert_eq!((back.lead, &back.left, &back.right), (-comparison.lead, &comparison.right, &comparison.left));
}

#[test]
fn the_nearest_tipping_answer_is_found() {
    let payments = replies(&SITUATIONS[4].answers);
    let tips = tipping_points(&payments);
    let of = |key: &str| tips.iter().find(|tip| tip.factor.key == key);
    let criticality = of("criticality").expect("criticality tips");
    assert_eq!(criticality.from.map(Reply::key), Some("critical"));
    assert_eq!(criticality.to.key, "moderate", "high is nearer and does not tip, low is further away");
    assert_eq!(of("coexistence").map(|tip| tip.to.key), Some("no"));
    assert!(of("training").is_none(), "no amount of training changes it");
}

#[test]
fn stored_keys_that_nobody_knows_are_passed_over() {
    let stored = answers(&[
        ("urgency", "now"),
        ("moon", "full"),
        ("reach", "galactic"),
        ("criticality", "mod"),
        ("training", ""),
        ("", ""),
        ("undo", UNKNOWN),
    ]);
    let keys: Vec<_> = stored.iter().map(|answered| (answered.factor.key, answered.reply.key())).collect();
    assert_eq!(keys, [("undo", "unknown"), ("urgency", "now")], "in the order of the questions");
}

fn group(id: &'static str, size: u32, site: &str, link: Option<u32>) -> UserGroup {
    UserGroup {
        id: Id::of_key(id),
        size: Count(size),
        site: site.into(),
        link: link.map(MegabitsPerSecond::from),
        ..UserGroup::default()
    }
}

fn release_with(groups: Vec<UserGroup>) -> Release {
    let department = Department { id: Id::of_key("d"), groups: groups.into_iter().collect(), ..Department::default() };
    Release { departments: [department].into_iter().collect(), ..Release::default() }
}

fn derived(release: &Release, question: &str) -> Option<(&'static str, Basis)> {
    derive(release).remove(question).map(|derived| (derived.answer.key, derived.basis))
}

#[test]
fn the_plans_own_words_are_answers() {
    let mut release = Release::default();
    for &release_type in ReleaseType::ALL {
        release.identity.release_type = release_type;
        let expected = (release_type.key(), Basis::ReleaseType(release_type));
        assert_eq!(derived(&release, "release_type"), Some(expected));
    }
    for &criticality in Criticality::ALL {
        release.identity.criticality = criticality;
        let expected = (criticality.key(), Basis::Criticality(criticality));
        assert_eq!(derived(&release, "criticality"), Some(expected));
    }
    for (first, key) in [(true, "yes"), (false, "no")] {
        release.identity.first_of_type = first;
        assert_eq!(derived(&release, "first_of_type"), Some((key, Basis::FirstOfType(first))));
    }
    for (fixed, key) in [(None, "movable"), (Some("the law"), "latest")] {
        release.identity.fixed_date = fixed.map(str::to_owned);
        assert_eq!(derived(&release, "fixed_date"), Some((key, Basis::FixedDate(fixed.is_some()))));
    }
}

#[test]
fn an_empty_plan_leaves_open_what_it_cannot_know() {
    let answers = Answers::of(&Release::default());
    let open: Vec<_> = answers.open().map(|factor| factor.key).collect();
    let expected = [
        "reach",
        "coexistence",
        "undo",
        "urgency",
        "interruption",
        "package_load",
        "training",
        "dual_capacity",
        "risk_appetite",
        "organisation",
    ];
    assert_eq!(open, expected);
    assert!(answers.iter().all(|answered| answered.source == Source::Plan));
    assert_eq!(advise(&answers).progress.from_plan, 4);
}

#[test]
fn reach_takes_the_larger_of_people_and_sites() {
    let one_each = |sites: usize| {
        (0..sites).map(|at| UserGroup {
            id: Id::new(&format!("g{at}")).expect("an id"),
            ..group("", 1, &format!("site {at}"), None)
        })
    };
    let cases: Vec<(Vec<UserGroup>, &str)> = vec![
        (vec![group("a", 50, "Leeds", None)], "few"),
        (vec![group("a", 51, "Leeds", None)], "some"),
        (vec![group("a", 25, "Leeds", None), group("b", 25, " LEEDS ", None)], "few"),
        (vec![group("a", 25, "Leeds", None), group("b", 25, "York", None)], "some"),
        (vec![group("a", 500, "Leeds", None)], "some"),
        (vec![group("a", 501, "", None)], "many"),
        (one_each(5).collect(), "some"),
        (one_each(6).collect(), "many"),
        (one_each(20).collect(), "many"),
        (one_each(21).collect(), "very_many"),
        (vec![group("a", 5_000, "Leeds", None)], "many"),
        (vec![group("a", 5_001, "Leeds", None)], "very_many"),
        (vec![group("a", u32::MAX, "Leeds", None), group("b", 9, "Leeds", None)], "very_many"),
    ];
    for (groups, expected) in cases {
        let release = release_with(groups);
        assert_eq!(derived(&release, "reach").expect("an answer").0, expected, "{:?}", release.departments);
    }
    assert_eq!(derived(&release_with(vec![group("a", 0, "Leeds", None)]), "reach"), None, "sizes are not known yet");
    let mut targets = Release::default();
    targets.rollout.push.targets = Some(Count(6_400));
    let basis = Basis::Recipients { recipients: Count(6_400), sites: Count(0) };
    assert_eq!(derived(&targets, "reach"), Some(("very_many", basis)), "targets stand in for groups");
}

#[test]
fn the_package_is_measured_at_the_slowest_site() {
    let mut release = release_with(vec![
        group("a", 100, "Leeds", Some(100)),
        group("b", 30, "York", Some(10)),
        group("c", 30, "york", None),
        group("d", 9_000, "Bath", None),
    ]);
    assert_eq!(derived(&release, "package_load"), None, "no package, no answer");
    release.rollout.push.package = Some(Megabytes::from(0));
    assert_eq!(derived(&release, "package_load"), Some(("nothing", Basis::NoPackage)));
    // York: 60 × 75 MB × 8 / 10 Mbit/s = 3,600 s. Bath's link is not known.
    release.rollout.push.package = Some(Megabytes::from(75));
    let basis = |minutes| Basis::Transfer { site: "York".into(), duration: Minutes(minutes) };
    assert_eq!(derived(&release, "package_load"), Some(("light", basis(60))));
    // Fractions count: 60 × 2.5 MB × 8 / 10 Mbit/s = 120 s, and a little more is a minute more.
    for (size, minutes) in [(2.5, 2), (2.500_001, 3)] {
        release.rollout.push.package = Some(Megabytes::try_from(size).unwrap());
        assert_eq!(derived(&release, "package_load"), Some(("light", basis(minutes))), "{size}");
    }
    release.rollout.push.package = Some(Megabytes::from(76));
    assert_eq!(derived(&release, "package_load"), Some(("one_night", basis(61))));
    release.rollout.push.package = Some(Megabytes::from(600));
    assert_eq!(derived(&release, "package_load"), Some(("one_night", basis(480))));
    release.rollout.push.bandwidth_limit = Some(MegabitsPerSecond::from(5));
    assert_eq!(
        derived(&release, "package_load"),
        Some(("longer", Basis::Transfer { site: "Leeds".into(), duration: Minutes(1600) }))
    );
    release.rollout.push.bandwidth_limit = Some(MegabitsPerSecond::from(0));
    assert_eq!(derived(&release, "package_load"), Some(("one_night", basis(480))), "a limit of nothing is none");
    let unlinked = release_with(vec![group("d", 9_000, "Bath", Some(0))]);
    assert_eq!(derived(&Release { rollout: release.rollout, ..unlinked }, "package_load"), None);
}

#[test]
fn the_back_out_plan_says_how_fast_it_can_be_undone() {
    let mut release = Release::default();
    let step = |minutes| BackOutStep { id: Id::of_key("s"), duration: Minutes(minutes), ..BackOutStep::default() };
    for (minutes, verification, expected) in
        [(45, 15, "minutes"), (46, 15, "hours"), (480, 0, "hours"), (480, 1, "days"), (u32::MAX, 60, "days")]
    {
        release.rollout.back_out.steps = [step(minutes)].into_iter().collect();
        release.rollout.back_out.verification = Minutes(verification);
        let duration = Minutes(minutes.saturating_add(verification));
        assert_eq!(derived(&release, "undo"), Some((expected, Basis::BackOut { duration })));
    }
    for (approach, says) in [(Approach::BigBang, true), (Approach::Phased, true), (Approach::Parallel, false)] {
        let strategy = Strategy { approach, delivery: Delivery::Push };
        release.strategy.choice = Some(StrategyChoice { strategy, ..StrategyChoice::default() });
        assert_eq!(derived(&release, "undo").is_some(), says, "a switch back is quick because both run");
    }
    release.strategy.choice = None;
    release.rollout.back_out.steps = [step(0)].into_iter().collect();
    assert_eq!(derived(&release, "undo"), None, "steps without a duration say nothing");
}

#[test]
fn a_persons_answer_counts_before_the_plans_and_shows_the_contradiction() {
    let mut release = Release::default();
    release.identity.first_of_type = true;
    release.strategy.answers.insert("first_of_type".into(), "no".into());
    release.strategy.answers.insert("criticality".into(), UNKNOWN.into());
    release.strategy.answers.insert("release_type".into(), "colossal".into());
    let answers = Answers::of(&release);
    let of = |key: &str| answers.get(key).expect("an answer");
    assert_eq!((of("first_of_type").reply.key(), of("first_of_type").source), ("no", Source::Person));
    assert!(of("first_of_type").contradicts_plan());
    assert_eq!(of("criticality").reply, Reply::Unknown);
    assert!(!of("criticality").contradicts_plan(), "not knowing contradicts nothing");
    assert_eq!((of("release_type").reply.key(), of("release_type").source), ("major", Source::Plan));
    assert!(!of("release_type").contradicts_plan());
}

#[test]
fn the_same_day_for_all_is_a_fixed_date_said_more_exactly() {
    for (reason, contradicts) in [(Some("the law"), false), (None, true)] {
        let mut release = Release::default();
        release.identity.fixed_date = reason.map(str::to_owned);
        release.strategy.answers.insert("fixed_date".into(), "same_day".into());
        let answers = Answers::of(&release);
        assert_eq!(answers.get("fixed_date").map(|each| each.contradicts_plan()), Some(contradicts));
    }
}

#[test]
fn points_are_written_with_their_sign() {
    assert_eq!([Points::of(6), Points::of(0), Points::of(-3)].map(|points| points.to_string()), ["+6", "0", "−3"]);
}

/// Any stored answers: valid ones, "I don't know", gaps, and keys that nobody knows.
pub fn any_stored() -> impl Arbitrary<Value = BTreeMap<String, String>> {
    let picks = proptest::collection::vec(0_usize..8, FACTORS.len());
    let junk = proptest::collection::btree_map("[a-z_]{0,12}", "\\PC{0,8}", 0..3);
    (picks, junk).prop_map(|(picks, junk)| {
        let mut stored = junk;
        for (factor, pick) in FACTORS.iter().zip(picks) {
            match factor.answers.get(pick) {
                Some(answer) => stored.insert(factor.key.into(), answer.key.into()),
                None if pick == 7 => stored.insert(factor.key.into(), UNKNOWN.into()),
                None => stored.remove(factor.key),
            };
        }
        stored
    })
}

proptest! {
    #[test]
    fn contributions_add_up_to_the_score(stored in any_stored()) {
        for candidate in advise(&Answers::read(&stored)).all() {
            let replies: Span = candidate.contributions.iter().map(|contribution| contribution.span).sum();
            let pairs: Span = candidate.interactions.iter().map(|pair| pair.span).sum();
            prop_assert_eq!(candidate.score, replies + pairs);
            let certain: Points = candidate.reasons().iter().map(|reason| reason.points).sum();
            let unsure = candidate.contributions.iter().filter(|each| each.answered.reply == Reply::Unknown).map(|each| each.span);
            let perhaps = candidate.interactions.iter().map(|pair| pair.span).filter(|span| !span.is_certain());
            let middle: Points = unsure.chain(perhaps).map(|span| span.points).sum();
            prop_assert_eq!(candidate.points(), certain + middle, "every certain point has its reason");
        }
    }

    #[test]
    fn all_nine_are_always_there(stored in any_stored()) {
        let advice = advise(&Answers::read(&stored));
        let keys: BTreeSet<_> = advice.all().map(|candidate| candidate.combination.key).collect();
        prop_assert_eq!(keys.len(), 9);
        prop_assert_eq!(advice.ranking.len() + advice.excluded.len(), 9);
        prop_assert!(advice.ranking.iter().all(|candidate| candidate.exclusions.is_empty()));
        prop_assert!(advice.excluded.iter().all(|candidate| !candidate.exclusions.is_empty()));
        for pair in advice.ranking.windows(2) {
            prop_assert!(pair[0].points() >= pair[1].points());
        }
        let progress = advice.progress;
        prop_assert_eq!(progress.answered + progress.unknown + progress.open, progress.questions);
        if let Some(winner) = advice.winner() {
            prop_assert_eq!(advice.place(winner.strategy()), Some(1));
        }
    }

    #[test]
    fn a_span_holds_its_points_and_is_wide_only_where_something_is_unknown(stored in any_stored()) {
        let answers = Answers::read(&stored);
        let sure = answers.iter().all(|answered| answered.reply != Reply::Unknown);
        for candidate in advise(&answers).all() {
            prop_assert!(candidate.score.low <= candidate.score.points && candidate.score.points <= candidate.score.high);
            prop_assert!(!sure || candidate.score.is_certain());
            for contribution in &candidate.contributions {
                let Reply::Unknown = contribution.answered.reply else { continue };
                let factor = contribution.answered.factor;
                let worth: BTreeSet<_> =
                    factor.answers.iter().map(|answer| answer.points(factor.weight, candidate.strategy())).collect();
                prop_assert_eq!(contribution.span.low < contribution.span.high, worth.len() > 1);
            }
        }
    }

    #[test]
    fn not_knowing_covers_whatever_the_answer_turns_out_to_be(stored in any_stored(), at in 0..FACTORS.len()) {
        let factor = &FACTORS[at];
        let answers = Answers::read(&stored);
        let unsure = advise(&answers.with(factor, Reply::Unknown));
        for answer in factor.answers {
            let sure = advise(&answers.with(factor, Reply::Answer(answer)));
            for candidate in sure.all() {
                let wide = unsure.candidate(candidate.strategy()).expect("all nine");
                prop_assert!(wide.score.low <= candidate.score.low && candidate.score.high <= wide.score.high);
                for exclusion in &candidate.exclusions {
                    prop_assert!(wide.doubts.contains(exclusion) || wide.exclusions.contains(exclusion));
                }
            }
        }
    }

    #[test]
    fn exclusions_hold_for_any_answers(stored in any_stored()) {
        let answers = Answers::read(&stored);
        let says = |question: &str, key: &str| answers.get(question).is_some_and(|each| each.reply.key() == key);
        for candidate in advise(&answers).ranking {
            let Strategy { approach, delivery } = candidate.strategy();
            prop_assert!(!(approach == Approach::Parallel && says("coexistence", "no")));
            prop_assert!(!(approach == Approach::Parallel && says("dual_capacity", "no")));
            prop_assert!(!(delivery == Delivery::Pull && says("coexistence", "no")));
            prop_assert!(!(approach == Approach::BigBang && says("first_of_type", "yes")));
            prop_assert!(!(approach == Approach::Phased && says("fixed_date", "same_day")));
            prop_assert!(!(delivery == Delivery::Pull && says("fixed_date", "same_day")));
        }
    }

    #[test]
    fn unknown_keys_change_nothing(stored in any_stored()) {
        let known: BTreeMap<_, _> =
            stored.iter().filter(|(key, _)| factor(key).is_some()).map(|(key, value)| (key.clone(), value.clone())).collect();
        prop_assert_eq!(advise(&Answers::read(&stored)), advise(&Answers::read(&known)));
    }

    #[test]
    fn tipping_points_tip_and_nothing_nearer_does(stored in any_stored()) {
        let answers = Answers::read(&stored);
        let winner_of = |answers: &Answers| advise(answers).winner().map(|winner| winner.strategy());
        let now = winner_of(&answers);
        let tips = tipping_points(&answers);
        for tip in &tips {
            let then = winner_of(&answers.with(tip.factor, Reply::Answer(tip.to)));
            prop_assert_eq!(then, tip.winner);
            prop_assert_ne!(then, now);
            let place = |key: &str| tip.factor.answers.iter().position(|answer| answer.key == key);
            let Some(at) = tip.from.and_then(|reply| place(reply.key())) else { continue };
            let steps = place(tip.to.key).expect("an answer").abs_diff(at);
            for (near, answer) in tip.factor.answers.iter().enumerate().filter(|(near, _)| near.abs_diff(at) < steps) {
                let same = winner_of(&answers.with(tip.factor, Reply::Answer(answer)));
                prop_assert_eq!(same, now, "answer {} is nearer and tips too", near);
            }
        }
        if advise(&answers).progress.answered > 0 {
            for factor in FACTORS.iter().filter(|factor| tips.iter().all(|tip| tip.factor.key != factor.key)) {
                for answer in factor.answers {
                    prop_assert_eq!(winner_of(&answers.with(factor, Reply::Answer(answer))), now);
                }
            }
        }
    }
}
