//! How firm the advice is: each figure against the advisor itself, asked with other answers and other weights.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rollcall::document::Kind;
use rollcall::plan::{
    Approach, Clause, Command, Delivery, Edit, Fact, GovernanceRule, Id, Operator, Release, Strategy as Way,
    StrategyChoice, Waiver, Weight,
};
use rollcall::plan_file::{Kept, read_plan, to_json};
use rollcall::readiness::{Code, answers as answers_of, assess, bans, default_rules};
use rollcall::strategy::catalogue::{combination, combinations, strategy_of_key};
use rollcall::strategy::{
    Analysis, Answers, Comparison, DRAWS, FACTORS, Factor, FactorAnswer, Obstacle, PARTS_OF_ONE, Points, QUESTIONS,
    Ratio, Reply, Robustness, SEED, UNKNOWN, WeightInterval, Weights, advise, factor, reset_weights, robustness,
    robustness_of, tipping_pairs, tipping_points, unknowns, weigh, weight_intervals, weightings,
};
use rollcall::text::{describe, firmness as words, strategy as strategy_words};

use crate::situations::SITUATIONS;
use crate::strategy::{answers, any_stored, replies};

fn winner_of(answers: &Answers) -> Option<Way> {
    advise(answers).winner().map(|winner| winner.strategy())
}

/// The weights of this tool, but for some.
fn weights(changed: &[(&str, u8)]) -> Weights {
    Weights::read(&changed.iter().map(|(key, weight)| ((*key).to_owned(), Weight::new(*weight))).collect())
}

/// What the advisor says of each strategy that can be chosen, where each question counts one: its contributions in the
/// order of all questions, and what its halves give together; twice the middle, and the fewest points.
struct Plain(Vec<(Way, [Given; QUESTIONS], Given)>);

/// Twice the middle, and the fewest.
type Given = (i64, i64);

impl Plain {
    fn of(answers: &Answers) -> Self {
        let ones: Vec<_> = FACTORS.iter().map(|factor| (factor.key, 1)).collect();
        let advice = advise(&answers.clone().weighed(weights(&ones)));
        let whole = |points: Points| i64::from(points.halves() / 2);
        let rows = combinations().filter_map(|each| {
            let candidate = advice.ranking.iter().find(|candidate| candidate.strategy() == each.strategy)?;
            let mut row = [(0, 0); QUESTIONS];
            for contribution in &candidate.contributions {
                let at = FACTORS.iter().position(|it| it.key == contribution.answered.factor.key).expect("a question");
                row[at] = (whole(contribution.span.low + contribution.span.high), whole(contribution.span.low));
            }
            let pairs = candidate.interactions.iter().map(|pair| pair.span);
            let pairs = pairs.fold((0, 0), |sum, span| (sum.0 + whole(span.low + span.high), sum.1 + whole(span.low)));
            Some((each.strategy, row, pairs))
        });
        Self(rows.collect())
    }

    /// Who wins with these weights in so many parts of one.
    fn winner(&self, weights: &[i64; QUESTIONS], unit: i64) -> Option<Way> {
        let mut best: Option<(i64, i64, Way)> = None;
        for (way, row, pairs) in &self.0 {
            let twice: i64 = row.iter().zip(weights).map(|(given, weight)| given.0 * weight).sum();
            let low: i64 = row.iter().zip(weights).map(|(given, weight)| given.1 * weight).sum();
            let sum = (twice + pairs.0 * unit, low + pairs.1 * unit);
            if best.is_none_or(|best| sum > (best.0, best.1)) {
                best = Some((sum.0, sum.1, *way));
            }
        }
        best.map(|best| best.2)
    }
}

fn whole_weights(weights: &Weights) -> [i64; QUESTIONS] {
    let all: Vec<_> = weights.iter().map(|(_, weight)| i64::from(weight.get())).collect();
    all.try_into().expect("one for each question")
}

/// Any weights.
fn any_weights() -> impl proptest::strategy::Strategy<Value = Weights> {
    proptest::collection::vec(0_u8..=5, QUESTIONS).prop_map(|drawn| {
        let pairs: Vec<_> = FACTORS.iter().map(|factor| factor.key).zip(drawn).collect();
        weights(&pairs)
    })
}

/// Every weight at which something about an interval can be told: whole ones, its ends, and just beside them.
fn probes(interval: &WeightInterval) -> Vec<Ratio> {
    let mut probes: Vec<Ratio> = (0..=5).map(Ratio::from).collect();
    for end in [interval.from.at, interval.to.at] {
        let (n, d) = (end.numerator(), end.denominator());
        probes.extend([end, Ratio::new(1000 * n - d, 1000 * d), Ratio::new(1000 * n + d, 1000 * d)]);
    }
    probes.retain(|at| (Ratio::from(0)..=Ratio::from(5)).contains(at));
    probes
}

fn check_intervals(answers: &Answers) -> Result<(), TestCaseError> {
    let intervals = weight_intervals(answers);
    let Some(winner) = winner_of(answers) else {
        prop_assert!(intervals.is_empty());
        return Ok(());
    };
    let plain = Plain::of(answers);
    prop_assert_eq!(plain.winner(&whole_weights(answers.weights()), 1), Some(winner));
    prop_assert_eq!(intervals.len(), QUESTIONS);
    for (at, interval) in intervals.iter().enumerate() {
        prop_assert_eq!(interval.factor.key, FACTORS[at].key);
        prop_assert!(interval.contains(Ratio::from(i64::from(interval.weight.get()))));
        let with = |weight: Ratio| {
            let mut weights = whole_weights(answers.weights()).map(|whole| whole * weight.denominator());
            weights[at] = weight.numerator();
            plain.winner(&weights, weight.denominator())
        };
        for probe in probes(interval) {
            prop_assert_eq!(
                with(probe) == Some(winner),
                interval.contains(probe),
                "{} at {}",
                interval.factor.key,
                probe
            );
        }
        // The advisor itself, where it can be asked.
        for whole in 0..=5_u8 {
            let mut changed: Vec<_> =
                answers.weights().iter().map(|(factor, weight)| (factor.key, weight.get())).collect();
            changed[at].1 = whole;
            let then = winner_of(&answers.clone().weighed(weights(&changed)));
            prop_assert_eq!(then == Some(winner), interval.contains(Ratio::from(i64::from(whole))));
        }
        for (end, outwards) in [(interval.from, -1), (interval.to, 1)] {
            let (n, d) = (end.at.numerator(), end.at.denominator());
            let outside = if end.closed { Ratio::new(1000 * n + outwards * d, 1000 * d) } else { end.at };
            let is_weight = (Ratio::from(0)..=Ratio::from(5)).contains(&outside);
            prop_assert_eq!(end.beyond, is_weight.then(|| with(outside)).flatten());
            prop_assert_ne!(end.beyond, Some(winner));
        }
    }
    Ok(())
}

fn check_robustness(answers: &Answers) -> Result<(), TestCaseError> {
    let Some(found) = robustness(answers) else {
        prop_assert_eq!(winner_of(answers), None);
        return Ok(());
    };
    let winner = winner_of(answers).expect("a winner");
    let plain = Plain::of(answers);
    let mut wins: BTreeMap<Way, u32> = BTreeMap::new();
    for weights in weightings(answers.weights(), DRAWS, SEED) {
        *wins.entry(plain.winner(&weights, PARTS_OF_ONE).expect("a winner")).or_default() += 1;
    }
    prop_assert_eq!(found.stays, wins.remove(&winner).unwrap_or_default());
    prop_assert_eq!(found.others.iter().copied().collect::<BTreeMap<_, _>>(), wins);
    prop_assert!(found.others.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    prop_assert_eq!(found.stays + found.others.iter().map(|(_, wins)| wins).sum::<u32>(), DRAWS);
    let (low, high) = found.interval();
    prop_assert!(0.0 <= low && low <= found.share() && found.share() <= high && high <= 1.0);
    Ok(())
}

/// Every answer to every question, by the places of both.
fn alternatives() -> impl Iterator<Item = (&'static Factor, &'static FactorAnswer)> {
    FACTORS.iter().flat_map(|factor| factor.answers.iter().map(move |answer| (factor, answer)))
}

fn check_pairs(answers: &Answers) {
    let now = winner_of(answers);
    let current = |factor: &Factor| answers.get(factor.key).map(|answered| answered.reply.key());
    let others: Vec<_> = alternatives().filter(|(factor, answer)| current(factor) != Some(answer.key)).collect();
    let with = |answers: &Answers, (factor, answer)| Answers::with(answers, factor, Reply::Answer(answer));
    let idle: Vec<_> = others.iter().filter(|other| winner_of(&with(answers, **other)) == now).collect();
    let mut expected = BTreeSet::new();
    for (at, first) in idle.iter().enumerate() {
        let one = with(answers, **first);
        for second in idle[at..].iter().filter(|second| second.0.key != first.0.key) {
            let then = winner_of(&with(&one, **second));
            if then != now {
                expected.insert((first.0.key, first.1.key, second.0.key, second.1.key, then));
            }
        }
    }
    let found = tipping_pairs(answers);
    let keys: BTreeSet<_> = found
        .iter()
        .map(|pair| {
            let [one, other] = pair.turns;
            (one.factor.key, one.to.key, other.factor.key, other.to.key, pair.winner)
        })
        .collect();
    assert_eq!(keys, expected);
    assert_eq!(keys.len(), found.len(), "none stands there twice");
    assert!(found.windows(2).all(|pair| pair[0].steps <= pair[1].steps), "the nearest first");
    for pair in &found {
        let place = |factor: &Factor, key: &str| factor.answers.iter().position(|answer| answer.key == key);
        let steps = pair.turns.iter().map(|turn| {
            let from = turn.from.and_then(|reply| place(turn.factor, reply.key()));
            from.map_or(1, |from| from.abs_diff(place(turn.factor, turn.to.key).expect("an answer")))
        });
        assert_eq!(steps.sum::<usize>(), pair.steps);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_winner_stands_within_its_intervals_and_nowhere_else(stored in any_stored(), weights in any_weights()) {
        check_intervals(&Answers::read(&stored).weighed(weights))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn robustness_is_what_each_drawn_weighting_says(stored in any_stored(), weights in any_weights()) {
        check_robustness(&Answers::read(&stored).weighed(weights))?;
    }

    #[test]
    fn what_is_unknown_is_tried_in_every_way(
        stored in any_stored(), weights in any_weights(), unknown in proptest::collection::btree_set(0..QUESTIONS, 1..=3),
    ) {
        let mut stored = stored;
        stored.retain(|_, key| key != UNKNOWN);
        stored.extend(unknown.iter().map(|at| (FACTORS[*at].key.to_owned(), UNKNOWN.to_owned())));
        let answers = Answers::read(&stored).weighed(weights);
        let Some(found) = unknowns(&answers) else {
            prop_assert_eq!(winner_of(&answers), None);
            return Ok(());
        };
        let mut ways = vec![answers];
        for at in unknown {
            let factor = &FACTORS[at];
            ways = ways
                .iter()
                .flat_map(|way| factor.answers.iter().map(|answer| way.with(factor, Reply::Answer(answer))))
                .collect();
        }
        prop_assert_eq!(found.ways, ways.len() as u64);
        let mut counts: BTreeMap<Option<Way>, u64> = BTreeMap::new();
        for way in &ways {
            *counts.entry(winner_of(way)).or_default() += 1;
        }
        let outcomes = found.outcomes.expect("few enough");
        prop_assert_eq!(outcomes.iter().map(|it| (it.winner, it.ways)).collect::<BTreeMap<_, _>>(), counts);
        for outcome in outcomes {
            let example = outcome.example.iter().fold(ways[0].clone(), |way, (factor, answer)| {
                way.with(factor, Reply::Answer(answer))
            });
            prop_assert_eq!(winner_of(&example), outcome.winner);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn pairs_tip_together_and_neither_alone(stored in any_stored(), weights in any_weights()) {
        check_pairs(&Answers::read(&stored).weighed(weights));
    }
}

#[test]
fn the_situations_have_true_intervals_and_shares() {
    for situation in SITUATIONS {
        let answers = replies(&situation.answers);
        check_intervals(&answers).expect(situation.words);
    }
    for situation in SITUATIONS.iter().step_by(4) {
        check_robustness(&replies(&situation.answers)).expect(situation.words);
    }
    check_pairs(&replies(&SITUATIONS[2].answers));
}

#[test]
fn nothing_is_firm_before_there_is_a_winner() {
    let none = Analysis::of(&Answers::default());
    assert!(none.points.is_empty() && none.pairs.is_empty() && none.intervals.is_empty());
    assert!(none.robustness.is_none() && none.unknowns.is_none());
}

/// The order in which answers are given changes nothing, to the last half point.
#[test]
fn the_order_of_the_answers_does_not_count() {
    let situation = &SITUATIONS[14];
    let expected = replies(&situation.answers);
    for turn in 0..QUESTIONS {
        let mut given: Vec<_> = FACTORS.iter().zip(situation.answers).collect();
        given.rotate_left(turn);
        if turn % 2 == 1 {
            given.reverse();
        }
        let answers = given.into_iter().fold(Answers::default(), |answers, (factor, key)| {
            answers.with(factor, Reply::from_key(factor, key).expect("an answer"))
        });
        assert_eq!(advise(&answers), advise(&expected));
        assert_eq!(Analysis::of(&answers), Analysis::of(&expected));
    }
}

#[test]
fn the_draws_are_those_of_the_published_generator() {
    // The first outputs from 1234567, as published with the generator's reference code.
    let published = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
    let ones: Vec<_> = FACTORS.iter().map(|factor| (factor.key, 1)).collect();
    let drawn = weightings(&weights(&ones), 1, 1_234_567);
    for (drawn, published) in drawn[0].iter().zip(published) {
        assert_eq!(*drawn, (1 << 20) + 2 * i64::try_from(published >> 44).expect("twenty bits") + 1);
    }
}

#[test]
fn draws_lie_evenly_within_half_of_each_weight() {
    let weights = weights(&[("training", 0), ("urgency", 5)]);
    let drawn = weightings(&weights, 20_000, 7);
    for (at, (factor, weight)) in weights.iter().enumerate() {
        let parts: Vec<i64> = drawn.iter().map(|weighting| weighting[at]).collect();
        let whole = i64::from(weight.get()) * PARTS_OF_ONE;
        assert!(parts.iter().all(|part| whole <= 2 * part && 2 * part <= 3 * whole), "{}", factor.key);
        // A uniform number of width 1 has a standard deviation of 0.289: the mean of 20,000 lies within 0.01 of the middle.
        let mean = parts.iter().sum::<i64>() / 20_000;
        assert!((mean - whole).abs() <= whole / 100, "{}: {mean} of {whole}", factor.key);
    }
}

#[test]
fn robustness_repeats_and_hangs_on_its_seed_alone() {
    let all = SITUATIONS.iter().map(|situation| replies(&situation.answers));
    let unanimous = |answers: &Answers| robustness(answers).is_some_and(|found| found.stays == DRAWS);
    let close = all.into_iter().find(|answers| !unanimous(answers)).expect("one that is not clear");
    assert_eq!(robustness_of(&close, 500, 1), robustness_of(&close, 500, 1));
    let shares: BTreeSet<_> =
        (0..8).filter_map(|seed| robustness_of(&close, 500, seed)).map(|found| found.stays).collect();
    assert!(shares.len() > 1, "other seeds, other draws: {shares:?}");
    assert_eq!(robustness(&close), robustness_of(&close, DRAWS, SEED));
}

#[test]
fn wilsons_interval_has_its_known_values() {
    // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I: 81 of 263, 15 of 148, 0 of 20.
    let of = |stays, draws| {
        let (low, high) = rollcall::strategy::Robustness { draws, stays, others: Vec::new() }.interval();
        (format!("{low:.4}"), format!("{high:.4}"))
    };
    assert_eq!(of(81, 263), ("0.2553".to_owned(), "0.3662".to_owned()));
    assert_eq!(of(15, 148), ("0.0624".to_owned(), "0.1605".to_owned()));
    assert_eq!(of(0, 20), ("0.0000".to_owned(), "0.1611".to_owned()));
    assert_eq!(of(0, 0), ("0.0000".to_owned(), "1.0000".to_owned()));
}

#[test]
fn fractions_are_kept_in_their_lowest_terms() {
    for ((n, d), said) in [((6, 4), "3/2"), ((-6, 4), "-3/2"), ((6, -4), "-3/2"), ((0, 7), "0"), ((10, 5), "2")] {
        assert_eq!(Ratio::new(n, d).to_string(), said);
    }
    assert!(Ratio::new(1, 3) < Ratio::new(1, 2) && Ratio::new(-1, 2) < Ratio::from(0));
    assert_eq!(words::exact_weight(Ratio::new(7, 3)), "2.33 (7/3)");
    assert_eq!(words::exact_weight(Ratio::new(5, 2)), "2.5");
}

#[test]
fn a_weight_changes_everything_that_follows_from_it() {
    let answers = answers(&[("undo", "days"), ("urgency", "now")]).weighed(weights(&[("undo", 1)]));
    let advice = advise(&answers);
    let big_bang = advice.candidate(strategy_of_key("big_bang_push").expect("a key")).expect("all nine");
    let undo = big_bang.contributions.iter().find(|it| it.answered.factor.key == "undo").expect("its line");
    assert_eq!((undo.weight, undo.span.points), (Weight::new(1), Points::of(-2)));
    let reason =
        big_bang.reasons().into_iter().find(|it| it.because.contains("days of a back-out")).expect("its reason");
    assert_eq!(reason.points, Points::of(-2));
    let phased = advice.candidate(strategy_of_key("phased_push").expect("a key")).expect("all nine");
    let difference = Comparison::of(phased, big_bang);
    let of_undo = difference.differences.iter().find(|it| it.factor.key == "undo").expect("they differ on it");
    assert_eq!((of_undo.left, of_undo.right), (Points::of(2), Points::of(-2)));
}

#[test]
fn not_knowing_counts_with_half_points_where_the_middle_lies_between() {
    let training = factor("training").expect("a question");
    let spans: BTreeSet<_> = combinations()
        .map(|each| {
            let advice = advise(&answers(&[("training", UNKNOWN), ("urgency", "soon")]));
            let candidate = advice.candidate(each.strategy).expect("all nine");
            let line =
                candidate.contributions.iter().find(|it| it.answered.factor.key == training.key).expect("its line");
            assert_eq!(line.span.points + line.span.points, line.span.low + line.span.high, "the middle is exact");
            line.span.points.to_string()
        })
        .collect();
    assert!(spans.iter().any(|points| points.ends_with('½')), "{spans:?}");
}

#[test]
fn a_weight_is_a_step_to_undo_and_its_default_is_not_stored() {
    let mut release = Release::default();
    let urgency = factor("urgency").expect("a question");
    let command = weigh(&release, urgency, Weight::new(2)).expect("another weight");
    assert_eq!(describe(&command, &release), "Changed the weight of “Urgency” to 2");
    let undo = command.apply(&mut release).expect("it applies");
    assert_eq!(Answers::of(&release).weights().of(urgency), Weight::new(2));
    assert_eq!(Answers::of(&release).weights().changed().map(|(it, _)| it.key).collect::<Vec<_>>(), ["urgency"]);
    assert!(weigh(&release, urgency, Weight::new(2)).is_none());
    let back = weigh(&release, urgency, urgency.weight).expect("the default");
    assert_eq!(describe(&back, &release), "Reset the weight of “Urgency” to the default 5");
    let mut at_default = release.clone();
    back.apply(&mut at_default).expect("it applies");
    assert!(at_default.strategy.weights.is_empty());
    weigh(&release, factor("undo").expect("a question"), Weight::new(0))
        .expect("another")
        .apply(&mut release)
        .expect("it applies");
    let reset = reset_weights(&release).expect("two differ");
    assert_eq!(describe(&reset, &release), "Changed the weights of the advisor's questions");
    reset.apply(&mut release).expect("it applies");
    assert_eq!(release.strategy.weights.len(), 0);
    assert!(reset_weights(&release).is_none());
    undo.apply(&mut release).expect("it applies");
    assert_eq!(release, Release::default());
}

fn file_with(weights: &str) -> String {
    format!(r#"{{"format":"rollcall-plan","version":3,"release":{{"id":"r","strategy":{{"weights":{weights}}}}}}}"#)
}

#[test]
fn a_file_gives_weights_from_0_to_5_to_questions_that_are_asked() {
    let plan = read_plan(file_with(r#"{"urgency":0,"undo":5}"#).as_bytes()).expect("it can be read");
    assert_eq!(plan.release.strategy.weights.get("urgency"), Some(&Weight::new(0)));
    let moment = "2026-11-23T09:30:00Z".parse().expect("a moment");
    let again = read_plan(to_json(&plan.release, &Kept::default(), moment, "0").as_bytes()).expect("it can be read");
    assert_eq!(again.release, plan.release);
    for (weights, path, words) in [
        (r#"{"urgency":6}"#, "release.strategy.weights.urgency", "a weight goes from 0 to 5"),
        (r#"{"urgency":-1}"#, "release.strategy.weights.urgency", "a weight goes from 0 to 5"),
        (r#"{"urgency":2.5}"#, "release.strategy.weights.urgency", "whole number"),
        (r#"{"urgency":"2"}"#, "release.strategy.weights.urgency", "number"),
        (r#"{"moon":2}"#, "release.strategy.weights.moon", "is no question of the advisor"),
        (r#"[2]"#, "release.strategy.weights", "object"),
    ] {
        let error = read_plan(file_with(weights).as_bytes()).expect_err(weights);
        let problems = error.problems();
        assert_eq!(problems.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), [path], "{weights}");
        assert!(problems[0].message.contains(words), "{weights}: {}", problems[0].message);
    }
}

fn rule(when: &[(Fact, Operator, &str)], then: (Fact, Operator, &str)) -> GovernanceRule {
    let clause = |(fact, operator, value): &(Fact, Operator, &str)| Clause {
        fact: *fact,
        operator: *operator,
        value: (*value).to_owned(),
    };
    GovernanceRule {
        id: Id::of_key("own"),
        name: "Our own".to_owned(),
        when: when.iter().map(clause).collect(),
        then: clause(&then),
        ..GovernanceRule::default()
    }
}

fn forbidden(rule: GovernanceRule, pairs: &[(&str, &str)]) -> BTreeSet<&'static str> {
    let release = Release { rules: [rule].into_iter().collect(), ..Release::default() };
    let advice = advise(&answers(pairs).under(bans(&release)));
    let by_rule = |obstacle: &Obstacle| obstacle.key() == "own";
    let out = advice.excluded.iter().filter(|candidate| candidate.exclusions.iter().any(by_rule));
    assert_eq!(advice.ranking.len() + advice.excluded.len(), 9, "nothing is dropped");
    out.map(|candidate| candidate.combination.key).collect()
}

#[test]
fn an_organisations_rules_forbid_what_nothing_else_would_cure() {
    let no_pull = rule(&[], (Fact::Delivery, Operator::IsNot, "pull"));
    assert_eq!(forbidden(no_pull, &[]), BTreeSet::from(["big_bang_pull", "phased_pull", "parallel_pull"]));
    let critical = rule(&[(Fact::Criticality, Operator::Is, "critical")], (Fact::Approach, Operator::Is, "parallel"));
    assert_eq!(forbidden(critical.clone(), &[("criticality", "critical")]).len(), 6);
    assert!(forbidden(critical, &[("criticality", "high")]).is_empty());
    // The other way round: who goes Big Bang must be minor.
    let minor = rule(&[(Fact::Approach, Operator::Is, "big_bang")], (Fact::ReleaseType, Operator::Is, "minor"));
    assert_eq!(forbidden(minor.clone(), &[("release_type", "major")]).len(), 3);
    assert!(forbidden(minor, &[("release_type", "minor")]).is_empty());
    // What can be planned is work and no ban.
    let waves = rule(&[(Fact::Approach, Operator::Is, "phased")], (Fact::Waves, Operator::AtLeast, "3"));
    assert!(forbidden(waves, &[]).is_empty());
    // What the plan says that the rule hangs on: nobody receives it, so that it does not apply.
    let many = rule(&[(Fact::Reach, Operator::AtLeast, "500")], (Fact::Approach, Operator::IsNot, "big_bang"));
    assert!(forbidden(many, &[]).is_empty());
    let slip = rule(&[], (Fact::Approach, Operator::IsNot, "big bang"));
    assert!(forbidden(slip, &[]).is_empty(), "a rule that makes no sense forbids nothing");
}

#[test]
fn what_the_plan_does_not_say_leaves_a_doubt() {
    let tested = rule(&[(Fact::BackOutTestAge, Operator::AtMost, "30")], (Fact::Approach, Operator::IsNot, "big_bang"));
    let release = Release { rules: [tested].into_iter().collect(), ..Release::default() };
    let advice = advise(&answers(&[("urgency", "soon")]).under(bans(&release)));
    let doubted: Vec<_> =
        advice.ranking.iter().filter(|it| !it.doubts.is_empty()).map(|it| it.strategy().approach).collect();
    assert_eq!(doubted, [Approach::BigBang; 3]);
    let doubt =
        strategy_words::doubt(&advice.ranking.iter().find_map(|it| it.doubts.first()).cloned().expect("a doubt"));
    assert!(doubt.starts_with("Falls away if the plan turns out") && doubt.contains("“Our own”"), "{doubt}");
}

#[test]
fn the_plans_rules_take_the_place_of_the_usual_one() {
    let mut release = Release { rules: default_rules(), ..Release::default() };
    release.identity.first_of_type = true;
    let out = |release: &Release| advise(&answers_of(release)).excluded.len();
    assert_eq!(out(&release), 3);
    let advice = advise(&answers_of(&release));
    let words = strategy_words::exclusion(&advice.excluded[0].exclusions[0]);
    assert_eq!(
        words,
        "The governance rule “A first-of-type release never goes Big Bang” forbids it, unless the rule is waived for this release."
    );
    let rule = release.rules.iter().next().expect("a rule").clone();
    let waived = GovernanceRule { waiver: Some(Waiver::default()), ..rule.clone() };
    let mut with_waiver = release.clone();
    Command::Rules(Edit::replace(waived)).apply(&mut with_waiver).expect("it applies");
    assert_eq!(out(&with_waiver), 0, "what is waived may be chosen");
    Command::Rules(Edit::Remove { id: rule.id }).apply(&mut release).expect("it applies");
    assert_eq!(out(&release), 0);
    assert_eq!(advise(&Answers::of(&release)).excluded.len(), 3, "without rules the usual one is taken to hold");
}

#[test]
fn answers_tip_what_a_rule_forbids() {
    let release = Release { rules: default_rules(), ..Release::default() };
    let small = replies(&SITUATIONS[6].answers).under(bans(&release));
    let first = tipping_points(&small).into_iter().find(|point| point.factor.key == "first_of_type").expect("it tips");
    assert_ne!(first.winner.expect("a winner").approach, Approach::BigBang);
    check_pairs(&small);
}

/// One way in which these questions may turn out when none of them is known.
fn found_in(answers: &Answers, unknown: &[&str]) -> rollcall::strategy::Outcome {
    let with = |answers: Answers, key: &&str| answers.with(factor(key).expect("a question"), Reply::Unknown);
    let unsure = unknown.iter().fold(answers.clone(), with);
    unknowns(&unsure).and_then(|found| found.outcomes).and_then(|all| all.into_iter().next()).expect("tried")
}

#[test]
fn firmness_is_said_in_words() {
    let answers = replies(&SITUATIONS[3].answers);
    let winner = winner_of(&answers).expect("a winner");
    let analysis = Analysis::of(&answers);
    let said = words::robustness(analysis.robustness.as_ref().expect("drawn"), winner);
    assert!(
        said.starts_with("In ") && said.contains(" of 2,000 weightings, ") && said.contains("95 % interval"),
        "{said}"
    );
    for interval in &analysis.intervals {
        let said = words::interval(interval);
        assert_eq!(said.contains("would lead"), !interval.is_whole(), "{said}");
        assert!(said.starts_with("From ") || said == "With any weight.", "{said}");
    }
    // The strategy and the exceptions are named once, for all questions together.
    let said = words::intervals(&analysis.intervals, winner);
    assert!(said.contains(combination(winner).name), "{said}");
    for interval in &analysis.intervals {
        let is_named = said.contains(&format!("“{}”", interval.factor.label));
        assert_eq!(is_named, !interval.is_whole(), "{said}");
    }
    assert!(words::intervals(&[], winner).ends_with("stays first."));
    for pair in &analysis.pairs {
        let said = strategy_words::tipping_pair(pair);
        assert!(said.starts_with("If “") && said.contains(", and “") && said.ends_with("would lead."), "{said}");
    }
    assert_eq!(strategy_words::pairs_shown(0, 8), None);
    assert!(
        strategy_words::pairs_shown(1200, 8)
            .is_some_and(|said| said.starts_with("1,200 pairs") && said.contains("8 nearest"))
    );
    assert!(words::weights(&weights(&[])).starts_with("All weights are the defaults"));
    assert!(words::weights(&weights(&[("undo", 1)])).starts_with("One weight differs"));
    let other = Way { approach: Approach::Parallel, delivery: Delivery::Push };
    let robust = Robustness { draws: 2000, stays: 1990, others: vec![(other, 10)] };
    let said = words::robustness(&robust, winner);
    assert!(said.ends_with(&format!("Otherwise {} leads, 10 times.", combination(other).name)), "{said}");
    let robust = Robustness { draws: 2000, stays: 1990, others: vec![(other, 9), (winner, 1)] };
    assert!(words::robustness(&robust, winner).contains(", 9 times; "), "each with how often");
    let outcomes = found_in(&answers, &["urgency", "training", "undo"]);
    let said = words::example(&outcomes);
    assert!(said.matches("” is “").count() == 3 && said.matches(" and “").count() == 1, "{said}");
    let unsure = answers.with(factor("urgency").expect("a question"), Reply::Unknown);
    let winner = winner_of(&unsure).expect("a winner");
    let found = unknowns(&unsure).expect("one is unknown");
    let said = words::unknowns(&found, winner);
    assert!(said.starts_with("“Urgency” is not known. In ") && said.contains("4 ways"), "{said}");
    assert_eq!(found.stands(winner), Some(found.ways_for(winner) == Some(4)));
    assert_eq!(combination(Way { approach: Approach::Phased, delivery: Delivery::Push }).key, "phased_push");
}

#[test]
fn more_ways_than_can_be_tried_are_said_to_be_so() {
    let mut answers = answers(&[("fixed_date", "latest")]);
    for factor in FACTORS.iter().filter(|factor| factor.key != "fixed_date") {
        answers = answers.with(factor, Reply::Unknown);
    }
    let found = unknowns(&answers).expect("nearly all are unknown");
    assert!(found.ways > rollcall::strategy::MOST_WAYS && found.outcomes.is_none());
    let winner = winner_of(&answers).expect("a winner");
    assert!(words::unknowns(&found, winner).contains("too many to try"));
    assert_eq!(found.stands(winner), None);
}

/// Everything that a document says.
fn said(document: &rollcall::document::Document) -> String {
    rollcall::document::markdown(document)
}

/// The situation of the first-of-type platform as a plan that chooses otherwise.
fn plan_against_advice() -> Release {
    let mut release = Release { rules: default_rules(), ..Release::default() };
    release.identity.first_of_type = true;
    for (factor, key) in FACTORS.iter().zip(SITUATIONS[3].answers) {
        release.strategy.answers.insert(factor.key.to_owned(), key.to_owned());
    }
    release.strategy.answers.insert("urgency".to_owned(), UNKNOWN.to_owned());
    release.strategy.weights.insert("training".to_owned(), Weight::new(5));
    let strategy = Way { approach: Approach::Parallel, delivery: Delivery::Push };
    release.strategy.choice = Some(StrategyChoice {
        strategy,
        rationale: "The Board wants the old one at hand.".to_owned(),
        ..StrategyChoice::default()
    });
    release
}

#[test]
fn the_documents_say_how_firm_the_advice_is_and_that_it_was_not_followed() {
    let mut release = plan_against_advice();
    let today = jiff::civil::date(2026, 3, 2);
    let answers = answers_of(&release);
    let winner = winner_of(&answers).expect("a winner");
    let analysis = Analysis::of(&answers);
    let robustness = words::robustness(analysis.robustness.as_ref().expect("drawn"), winner);
    let unknown = words::unknowns(analysis.unknowns.as_ref().expect("one is unknown"), winner);
    let (plan, pack) = (
        said(&rollcall::document::build(Kind::ReleasePlan, &release, today)),
        said(&rollcall::document::build(Kind::GoNoGoPack, &release, today)),
    );
    for document in [&plan, &pack] {
        for words in [
            "Another way than advised",
            "The Board wants the old one at hand.",
            &robustness,
            &unknown,
            "Weights that differ from the default",
            "Alternatives considered",
        ] {
            assert!(document.contains(words), "{words}\n{document}");
        }
    }
    let headings = [
        "What cannot or may not be chosen",
        "What each answer contributes",
        "For and against the leading ones",
        "How firm the advice is",
        "What would change it",
        "Within which weights it stands",
    ];
    let places: Vec<_> = headings.iter().map(|heading| pack.find(heading).expect(heading)).collect();
    assert!(places.is_sorted());
    for interval in &analysis.intervals {
        assert!(pack.contains(&words::range(interval)), "{}", interval.factor.key);
    }
    for point in &analysis.points {
        assert!(plan.contains(&strategy_words::tipping(point)));
    }
    release.strategy.choice.as_mut().expect("a choice").rationale.clear();
    let pack = said(&rollcall::document::build(Kind::GoNoGoPack, &release, today));
    assert!(pack.contains("Nobody has written down why."), "{pack}");
    let finding = assess(&release, today).findings.into_iter().find(|it| it.code == Code::StrategyRationaleMissing);
    let asked = rollcall::text::what(&finding.expect("the rationale is asked for"));
    assert_eq!(
        asked,
        format!(
            "The chosen strategy is not the advisor's, which is “{}”, and has no rationale.",
            combination(winner).name
        )
    );
    release.strategy.choice.as_mut().expect("a choice").strategy = winner;
    let followed = said(&rollcall::document::build(Kind::GoNoGoPack, &release, today));
    assert!(!followed.contains("Another way than advised"));
    let finding = assess(&release, today).findings.into_iter().find(|it| it.code == Code::StrategyRationaleMissing);
    assert_eq!(rollcall::text::what(&finding.expect("it is still asked for")), "The chosen strategy has no rationale.");
}
