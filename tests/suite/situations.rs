//! Situations in words, with the strategy that the field's literature would expect, and why.
//!
//! What is cited: the literature on information systems calls the approaches direct, pilot and phased, and parallel
//! conversion (Dennis, Wixom and Roth, "Systems Analysis and Design"; Laudon and Laudon, "Management Information Systems");
//! ITIL's release and deployment management adds push and pull, and the rule of piloting what is new; site reliability
//! engineering speaks of canaries (Beyer and others, "Site Reliability Engineering", chapters 8 and 27) and of feature flags
//! (Hodgson, "Feature Toggles"); patching has NIST's SP 800-40 revision 4, the rings of Windows Autopatch, and the study of 8.4 million
//! hosts by Nappa and others ("The Attack of the Clones", 2015); enterprise resource planning has the lessons of its failed big
//! bangs (Markus, Tanis and van Fenema, "Multisite ERP implementations", 2000).

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use rollcall::plan::{Approach, Choice, Delivery};
use rollcall::strategy::catalogue::{combination, combinations, strategy_of_key};
use rollcall::strategy::{Condition, EXCLUSIONS, FACTORS, Ground, INTERACTIONS, Scope, advise, factor};

use crate::strategy::{ranking, replies};

/// A situation: the answers to all questions in their order, and the strategies among which the field would look for the
/// best one.
pub struct Situation {
    /// What it is.
    pub words: &'static str,
    /// Why the field would choose so.
    pub why: &'static str,
    /// The answers.
    pub answers: [&'static str; 14],
    /// The keys of the strategies that would be chosen.
    pub best: &'static [&'static str],
}

const fn situation(
    words: &'static str,
    why: &'static str,
    answers: [&'static str; 14],
    best: &'static [&'static str],
) -> Situation {
    Situation { words, why, answers, best }
}

// In the order of the questions: type, first of type, criticality, reach, coexistence, way back, urgency, interruption,
// package, training, capacity for both, appetite for risk, organisation, fixed date.
#[rustfmt::skip]
pub const SITUATIONS: &[Situation] = &[
    situation(
        "An urgent security update for 6,400 clients at thirty sites: rings, from the centre.",
        "NIST SP 800-40 and Windows Autopatch: even an emergency patch goes to a small ring first when it reaches thousands, and by push, since an unforced pull leaves half the hosts open for months.",
        ["emergency", "no", "high", "very_many", "yes", "hours", "now", "little", "light", "none", "no", "balanced", "complex", "movable"],
        &["phased_push"],
    ),
    situation(
        "The same update where the package needs a night and the organisation takes risks.",
        "Stages spread the transfer over several nights, which the links ask for whatever the appetite for risk.",
        ["emergency", "no", "high", "very_many", "yes", "hours", "now", "little", "one_night", "none", "no", "high", "moderate", "latest"],
        &["phased_push"],
    ),
    situation(
        "A first-of-type service desk platform for 2,300 people, with a course for each of them.",
        "ITIL: pilot what was never deployed here; and each group is trained just before its turn (phased conversion).",
        ["major", "yes", "high", "many", "yes", "hours", "planned", "little", "nothing", "much", "strained", "balanced", "complex", "movable"],
        &["phased_push", "phased_pull_then_push"],
    ),
    situation(
        "The same platform as a client that people install, with short guides.",
        "Self-service installation until a deadline relieves the desk and still has an end, as in phased deployments of managed clients.",
        ["major", "yes", "moderate", "many", "yes", "hours", "planned", "costly", "light", "some", "strained", "balanced", "complex", "movable"],
        &["phased_pull_then_push"],
    ),
    situation(
        "A payments back end that must not fail, old and new side by side, with the means to run both.",
        "Parallel conversion is the textbook's choice where a failure cannot be borne and both can be paid for (Laudon; Dennis and others).",
        ["major", "no", "critical", "some", "yes", "days", "planned", "none", "nothing", "some", "yes", "low", "moderate", "movable"],
        &["parallel_push"],
    ),
    situation(
        "The same back end where an interruption must not happen and there is a latest date.",
        "Work is moved centrally while the old one still runs, so that nobody is interrupted and the way back stays instant.",
        ["major", "no", "critical", "some", "yes", "hours", "planned", "unacceptable", "nothing", "none", "yes", "low", "complex", "latest"],
        &["parallel_push"],
    ),
    situation(
        "A small fix for a tool of twelve people in one office.",
        "Direct conversion is the cheapest, and right where the system is small and little is at stake (Dennis and others).",
        ["minor", "no", "low", "few", "yes", "minutes", "soon", "little", "light", "none", "no", "balanced", "simple", "movable"],
        &["big_bang_push"],
    ),
    situation(
        "An urgent fix for a small firm.",
        "Twelve people in one place need no rings: one step brings the fix soonest, and a push knows who has it (SP 800-40).",
        ["emergency", "no", "high", "few", "yes", "minutes", "now", "little", "light", "none", "no", "balanced", "simple", "latest"],
        &["big_bang_push"],
    ),
    situation(
        "A new message format that a whole market adopts on one day.",
        "Where old and new cannot be mixed and a rule names the day, direct conversion is the only one that is left, as when the euro's T2 went over to ISO 20022 on 20 March 2023.",
        ["major", "no", "critical", "some", "no", "hours", "planned", "costly", "nothing", "some", "no", "low", "complex", "same_day"],
        &["big_bang_push"],
    ),
    situation(
        "A ledger that cannot run beside the old one, for one department.",
        "Two ledgers with different truths are worse than a cutover over a weekend, and one small department can be helped at once.",
        ["major", "no", "moderate", "few", "no", "hours", "planned", "little", "nothing", "some", "no", "balanced", "simple", "latest"],
        &["big_bang_push"],
    ),
    situation(
        "A minor update of an office suite for a few dozen people who may not be disturbed, in a bold little firm.",
        "Everyone is offered it on the same day, may choose the hour, and is brought along at a deadline: user deferral, as every client management tool has it.",
        ["minor", "no", "low", "few", "with_effort", "minutes", "soon", "unacceptable", "longer", "some", "no", "high", "simple", "latest"],
        &["big_bang_pull_then_push"],
    ),
    situation(
        "A handy extra for a team of twelve: announced to all, fetched by those who like it.",
        "Nobody minds who has it when, so that the one date is a mere announcement: the only case in which the two halves do not contradict each other.",
        ["minor", "no", "low", "few", "yes", "minutes", "none", "little", "light", "none", "no", "balanced", "simple", "movable"],
        &["big_bang_pull"],
    ),
    situation(
        "An optional add-in that anybody may have when they like.",
        "Pull is ITIL's choice for what is optional; opened to one group after the other, the desk learns as it spreads.",
        ["minor", "no", "low", "some", "yes", "hours", "none", "unacceptable", "light", "none", "no", "balanced", "moderate", "movable"],
        &["phased_pull"],
    ),
    situation(
        "A new file sharing service beside the old one, with means for both and nothing that presses.",
        "Both are offered until the new one has won people over, and nobody is hurried: parallel conversion at its longest.",
        ["minor", "no", "low", "few", "yes", "never", "none", "unacceptable", "longer", "none", "yes", "low", "simple", "movable"],
        &["parallel_pull"],
    ),
    situation(
        "A new client for a trading floor: nobody may be interrupted, both can run, and it has an end.",
        "Traders move over between trades while the old client still works, and the last ones by a date: parallel, with a deadline that lets the old be switched off.",
        ["major", "yes", "high", "some", "yes", "days", "planned", "unacceptable", "longer", "some", "yes", "low", "moderate", "latest"],
        &["parallel_pull_then_push"],
    ),
    situation(
        "A first of type that everyone must adopt on the same day, where both can run before it.",
        "A shadow run before the day makes the day a mere switch: parallel conversion, since a first of type may not go at once.",
        ["major", "yes", "critical", "some", "yes", "days", "planned", "little", "nothing", "some", "yes", "low", "moderate", "same_day"],
        &["parallel_push"],
    ),
    situation(
        "A hospital's new records client: a course for all, wards at different times, no hands for two systems.",
        "Ward after ward, trained just before: hospitals go by pilot ward and phase where they cannot staff two records (phased conversion by location).",
        ["major", "yes", "critical", "many", "with_effort", "days", "planned", "unacceptable", "light", "much", "no", "low", "complex", "movable"],
        &["phased_push", "phased_pull_then_push"],
    ),
    situation(
        "A large operating system upgrade for laptops that travel, with months to spare.",
        "Feature updates go in rings with a deadline: people start it when it suits them, and the deadline forces the rest (Windows Autopatch).",
        ["major", "no", "moderate", "very_many", "yes", "days", "planned", "costly", "longer", "some", "no", "balanced", "complex", "latest"],
        &["phased_pull_then_push"],
    ),
    situation(
        "The monthly quality update of 3,000 workstations, tested, with a night's window.",
        "Rings of 1, 9 and 90 per cent from the centre are what Windows Autopatch and Configuration Manager come with.",
        ["minor", "no", "moderate", "many", "yes", "hours", "soon", "little", "light", "none", "strained", "balanced", "moderate", "movable"],
        &["phased_push"],
    ),
    situation(
        "A new release of a web shop's back end, by canary, several times a week.",
        "Site reliability engineering: a canary takes a small share first, the centre moves the rest, and a flag takes it back in minutes.",
        ["minor", "no", "high", "very_many", "yes", "minutes", "soon", "none", "nothing", "none", "strained", "balanced", "moderate", "movable"],
        &["phased_push"],
    ),
    situation(
        "An ERP system for a group of twenty companies in as many countries.",
        "Markus and others: multisite ERP goes site after site; the big bangs of Hershey and others are the field's cautionary tales.",
        ["major", "yes", "critical", "many", "with_effort", "never", "planned", "costly", "nothing", "much", "strained", "low", "complex", "latest"],
        &["phased_push", "phased_pull_then_push"],
    ),
    situation(
        "A payroll engine of a large employer, run against the old one for three pay days.",
        "Parallel runs until the figures agree are the rule of payroll and accounting (Laudon: the safest and most expensive conversion).",
        ["major", "no", "critical", "few", "yes", "days", "planned", "little", "nothing", "some", "yes", "low", "moderate", "movable"],
        &["parallel_push"],
    ),
    situation(
        "A hot fix for an outage of the intranet's server, in a small company, right now.",
        "An emergency change goes to the one server at once, from the centre, with a way back in minutes (ITIL's emergency change).",
        ["emergency", "no", "moderate", "few", "yes", "minutes", "now", "none", "nothing", "none", "no", "high", "simple", "movable"],
        &["big_bang_push"],
    ),
    situation(
        "A new telephone client for 400 people at four sites, with a short film to watch.",
        "Several sites, a pilot that shows something, and people who may choose their quarter of an hour until a deadline.",
        ["major", "no", "moderate", "some", "yes", "hours", "planned", "costly", "light", "some", "strained", "balanced", "moderate", "movable"],
        &["phased_pull_then_push"],
    ),
    situation(
        "A mail system that is moved to the cloud, mailbox by mailbox, old and new joined for the time.",
        "Microsoft's guidance for Exchange: batches (staged or hybrid) beyond some 150 mailboxes, a cutover below.",
        ["major", "no", "high", "many", "yes", "hours", "planned", "little", "nothing", "some", "strained", "low", "moderate", "latest"],
        &["phased_push", "phased_pull_then_push"],
    ),
    situation(
        "The mail system of a firm of thirty, in one office, moved to the cloud over a weekend.",
        "The same guidance advises a cutover for so few: two systems and batches cost more than they spare.",
        ["major", "no", "moderate", "few", "with_effort", "hours", "planned", "none", "nothing", "some", "no", "balanced", "simple", "movable"],
        &["big_bang_push"],
    ),
    situation(
        "A new tax rate in the tills of a chain with 800 shops, on the first of January.",
        "A law names the day for all, and only the centre can switch every till that night; a mix of rates would be unlawful.",
        ["minor", "no", "high", "very_many", "no", "hours", "planned", "none", "light", "none", "no", "low", "complex", "same_day"],
        &["big_bang_push"],
    ),
    situation(
        "An optional browser for developers, who know what they do, beside the one that they have.",
        "Experts fetch what they like when they like; a store of software is made for this (pull), and both are there anyway.",
        ["minor", "no", "low", "some", "yes", "minutes", "none", "unacceptable", "light", "none", "yes", "balanced", "moderate", "movable"],
        &["parallel_pull", "phased_pull"],
    ),
    situation(
        "A control room's new alarm display: operators move at a shift change, the old one stays lit until all have.",
        "Parallel operation until the new display is proven, with the moment in the operators' hands and an end (ISA-18.2's management of change).",
        ["major", "yes", "critical", "few", "yes", "hours", "planned", "unacceptable", "light", "some", "yes", "low", "moderate", "movable"],
        &["parallel_pull_then_push", "parallel_push"],
    ),
    situation(
        "A zero-day in the mail gateway of a bank: two appliances, no user notices.",
        "One central change, at once, by push: there is nobody to phase (SP 800-40's emergency patching).",
        ["emergency", "no", "critical", "few", "yes", "minutes", "now", "none", "nothing", "none", "no", "low", "simple", "movable"],
        &["big_bang_push", "phased_push"],
    ),
];

#[test]
fn situations_get_the_strategy_that_the_field_would_choose() {
    assert!(SITUATIONS.len() >= 25);
    let mut wrong = String::new();
    for Situation { words, why, answers, best } in SITUATIONS {
        let answers = replies(answers);
        assert_eq!(answers.open().count(), 0, "{words}: every answer must exist");
        assert!(why.ends_with('.') && words.ends_with('.'), "{words}");
        let advice = advise(&answers);
        let winner = advice.winner().expect("a winner").combination.key;
        if !best.contains(&winner) {
            wrong += &format!("{words}\nexpected one of {best:?}, got\n{}", ranking(&advice));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_situation_stands_there_twice() {
    let distinct: BTreeSet<_> = SITUATIONS.iter().map(|situation| situation.answers).collect();
    let words: BTreeSet<_> = SITUATIONS.iter().map(|situation| situation.words).collect();
    assert_eq!((distinct.len(), words.len()), (SITUATIONS.len(), SITUATIONS.len()));
}

#[test]
fn each_combination_wins_somewhere() {
    let winners: BTreeSet<_> = SITUATIONS
        .iter()
        .filter_map(|situation| advise(&replies(&situation.answers)).winner().map(|winner| winner.combination.key))
        .collect();
    assert_eq!(winners, combinations().map(|each| each.key).collect());
}

/// The words of a question's answers that a condition asks for.
fn condition(condition: &Condition) -> String {
    let factor = factor(condition.factor).expect("a question");
    let labels = condition.answers.iter().map(|key| factor.answer(key).expect("an answer").label);
    format!("{} is {}", factor.label, labels.collect::<Vec<_>>().join(" or "))
}

/// Which strategies, and when.
fn scope(scope: &Scope) -> String {
    let approach = scope.approach.map_or("any approach", Approach::label);
    let delivery = scope.delivery.map_or("any delivery", Delivery::label);
    let when = scope.when.iter().map(condition).collect::<Vec<_>>().join("; ");
    format!("| {approach} | {delivery} | {} |", if when.is_empty() { "always".to_owned() } else { when })
}

/// Everything that the advisor goes by, as a page to review.
fn page() -> String {
    let mut page =
        "# What the advisor goes by\n\nThe tables of `src/strategy`, printed by a test: what each answer does for \
                    each approach and delivery, from −2 to 2, and why. Weights are the defaults of this tool and not \
                    truths; a plan can change those of the questions.\n"
            .to_owned();
    for factor in &FACTORS {
        let _ = write!(
            page,
            "\n## {}\n\n{} Key `{}`, weight {}. {}\n\n",
            factor.label, factor.question, factor.key, factor.weight, factor.why
        );
        page += "| key | answer | on | effect | because |\n| --- | --- | --- | --- | --- |\n";
        for answer in factor.answers {
            let told = format!("{}: {}", answer.label, answer.explanation);
            for (at, effect) in answer.effects.iter().enumerate() {
                let (first, sign) = (if at == 0 { told.as_str() } else { "" }, effect.strength.value());
                let _ = writeln!(
                    page,
                    "| `{}` | {first} | {} | {sign:+} | {} |",
                    answer.key,
                    effect.on.label(),
                    effect.because
                );
            }
            if answer.effects.is_empty() {
                let _ = writeln!(page, "| `{}` | {told} | – | 0 | says nothing for or against any |", answer.key);
            }
        }
    }
    page += "\n## Approach and delivery together\n\n| key | approach | delivery | when | weight | effect | because |\n\
             | --- | --- | --- | --- | --- | --- | --- |\n";
    for each in &INTERACTIONS {
        let sign = each.strength.value();
        let _ =
            writeln!(page, "| `{}` {} {} | {sign:+} | {} |", each.key, scope(&each.scope), each.weight, each.because);
    }
    page += "\n## What cannot or may not be chosen\n\nBesides these, a plan's own governance rules; they take the place of the \
             forbidden one here.\n\n| key | approach | delivery | when | ground | because | unless |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for each in &EXCLUSIONS {
        let ground = if each.ground == Ground::Impossible { "impossible" } else { "forbidden" };
        let _ =
            writeln!(page, "| `{}` {} {ground} | {} | {} |", each.key, scope(&each.scope), each.because, each.unless);
    }
    page += "\n## Situations that it is held to\n\n| situation | what the field would choose | why |\n| --- | --- | --- |\n";
    for Situation { words, why, best, .. } in SITUATIONS {
        let names = best.iter().map(|key| combination(strategy_of_key(key).expect("a key")).name);
        let _ = writeln!(page, "| {words} | {} | {why} |", names.collect::<Vec<_>>().join("; or "));
    }
    page
}

#[test]
fn the_page_for_review_says_what_the_tables_say() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/advisor.md");
    if std::env::var_os("ROLLCALL_BLESS").is_some() {
        std::fs::write(&path, page()).expect("the page can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == page(), "docs/advisor.md differs from the tables; ROLLCALL_BLESS=1 cargo test rewrites it");
}
