//! Random commands. Each is read from a few bytes against the release as it is, so that most of them find what they
//! change, and a failing run shrinks to few and small bytes.

use jiff::civil::date;
use proptest::prelude::*;
use rollcall::plan::{
    AcceptanceCriterion, Answer, Approach, BackOutPlan, BackOutStep, BackOutTest, BoardDecision, BoardMember,
    BoardRole, Choice, Clause, Command, Condition, ConfigurationItem, Count, CriteriaList, Defect, DefectDecision,
    Delivery, Department, Edit, Fact, GateOutcome, GovernanceRule, Id, Identity, Item, Items, Operator, ParallelPlan,
    Person, PullPlan, PushPlan, QualityGate, Release, Removal, RemovedKind, Rfc, RfcApproval, RfcOutcome, RfcRefusal,
    Risk, RunbookStep, SignOff, Signatory, Strategy, StrategyChoice, StrategyRecord, UserGroup, Verdict, Vote, Waiver,
    Wave, Window,
};

use crate::ready;

/// What one command is read from.
pub type Seed = [u8; 6];

pub fn seeds(most: usize) -> impl proptest::strategy::Strategy<Value = Vec<Seed>> {
    proptest::collection::vec(any::<Seed>(), 0..most)
}

/// A release to start from: ready, new or empty.
pub fn start(which: u8) -> Release {
    match which % 3 {
        0 => ready::ready_release(),
        1 => rollcall::readiness::new_release(ready::id("new"), Identity::default()),
        _ => Release::default(),
    }
}

/// The command that these bytes mean.
pub fn command(seed: Seed, release: &Release) -> Command {
    let [kind, _, _, x, y, z] = seed;
    match kind % 27 {
        0 => Command::ConfigurationItems(edit(seed, &release.configuration_items, |it: &mut ConfigurationItem| {
            it.name = text(x)
        })),
        1 => Command::People(edit(seed, &release.people, |it: &mut Person| it.name = text(x))),
        2 => Command::Departments(edit(seed, &release.departments, |it: &mut Department| {
            it.impacted = x.is_multiple_of(2);
            it.name = text(y);
            it.floor_walkers = release.people.iter().take(usize::from(z % 2)).map(|person| person.id).collect();
            it.groups = numbered(y, |group: &mut UserGroup| group.size = Count(u32::from(z)));
        })),
        3 => Command::Rfcs(edit(seed, &release.rfcs, |it: &mut Rfc| it.outcome = rfc_outcome(x, y))),
        4 => Command::Criteria(edit(seed, &release.criteria, |it: &mut AcceptanceCriterion| {
            it.title = text(z);
            it.answer = answer(x, y);
        })),
        5 => Command::Gates(edit(seed, &release.gates, |it: &mut QualityGate| gate(it, x, y, z))),
        6 => Command::Defects(edit(seed, &release.defects, |it: &mut Defect| {
            it.title = text(z);
            it.decision = decision(x, y);
            it.known_error.workaround = text(y);
        })),
        7 => Command::Waves(edit(seed, &release.rollout.waves, |it: &mut Wave| {
            it.name = text(x);
            it.start = day(y).map(|day| day.at(8, 0, 0, 0));
            it.groups = release.groups().map(|(_, group)| group.id).take(usize::from(z % 3)).collect();
        })),
        8 => Command::Runbook(edit(seed, &release.rollout.runbook, |it: &mut RunbookStep| {
            it.title = text(x);
            it.duration.0 = u32::from(y) << (z % 32);
        })),
        9 => Command::Rules(edit(seed, &release.rules, |it: &mut GovernanceRule| {
            it.when = vec![clause(x, y); usize::from(x % 2)];
            it.then = clause(y, z);
            it.waiver = (z.is_multiple_of(2)).then(|| waiver(x, z));
        })),
        10 => Command::Members(edit(seed, &release.board.members, |it: &mut BoardMember| it.role = pick(x))),
        11 => Command::Votes(edit(seed, &release.board.votes, |it: &mut Vote| it.ballot = pick(x))),
        12 => {
            Command::BoardSignOffs(edit(seed, &release.board.sign_offs, |it: &mut SignOff| *it = sign_off(it.id, x, y)))
        }
        13 => Command::Risks(edit(seed, &release.board.risks, |it: &mut Risk| it.response = text(x))),
        14 => Command::Removals(edit(seed, &release.removals, |it: &mut Removal| {
            it.kind = pick::<RemovedKind>(x);
            it.key = name(y).to_owned();
            it.reason = text(z);
        })),
        15 => Command::Identity(Box::new(identity(release, x, y, z))),
        16 => Command::Strategy(Box::new(strategy(x, y))),
        17 => Command::CriteriaList(Box::new(CriteriaList { review: day(x), ..CriteriaList::default() })),
        18 => Command::Parallel(Box::new(ParallelPlan { from: day(x), until: day(y), ..ParallelPlan::default() })),
        19 => {
            Command::Push(Box::new(PushPlan { targets: (x > 9).then_some(Count(u32::from(x))), ..PushPlan::default() }))
        }
        20 => Command::Pull(Box::new(PullPlan { deadline: day(x), source: text(y), ..PullPlan::default() })),
        21 => Command::BackOut(Box::new(back_out(x, y, z))),
        22 => Command::Quorum(Box::new(Count(u32::from(x % 8)))),
        23 => Command::Decision(Box::new((!x.is_multiple_of(4)).then(|| BoardDecision {
            verdict: pick::<Verdict>(x),
            explanation: text(y),
            conditions: numbered(z, |it: &mut Condition| it.met = day(z)),
            ..BoardDecision::default()
        }))),
        // The same three commands twice are a step that may be refused half way.
        batch => {
            let inner = [[x, y, z, x, y, z], [y, z, x, y, z, x], [z, x, y, z, x, y]];
            let inner = inner.iter().map(|[kind, rest @ ..]| {
                let [a, b, c, d, e] = *rest;
                command([kind % 24, a, b, c, d, e], release)
            });
            Command::Batch(inner.take(usize::from(batch % 4)).collect())
        }
    }
}

fn edit<T: Item + Default + Clone>(seed: Seed, list: &Items<T>, shape: impl FnOnce(&mut T)) -> Edit<T> {
    let [_, what, which, ..] = seed;
    let at = usize::from(which);
    let there = list.iter().nth(at % (list.len() + 1)).cloned();
    let mut item = there.unwrap_or_else(|| {
        let mut new = T::default();
        new.set_id(Id::new(name(which)).unwrap());
        new
    });
    let id = item.id();
    match what % 4 {
        0 => {
            let mut new = T::default();
            new.set_id(Id::new(name(which)).unwrap());
            shape(&mut new);
            Edit::Insert { at: at % 5, item: Box::new(new) }
        }
        1 => Edit::Remove { id },
        2 => {
            shape(&mut item);
            Edit::replace(item)
        }
        _ => Edit::Move { id, to: usize::from(seed[3] % 9) },
    }
}

fn name(of: u8) -> &'static str {
    ["a", "b", "c", "training", "code-review", "floor-walkers", "rounding", "finance", "code-review:1"]
        [usize::from(of % 8)]
}

fn text(of: u8) -> String {
    ["", "  ", "Plain words", "Ünïcode “quoted” \u{202e}", "<b>bold</b> {brace}", "a\n b\tc"][usize::from(of % 6)]
        .to_owned()
}

fn day(of: u8) -> Option<jiff::civil::Date> {
    let days = [
        None,
        Some(date(2026, 2, 1)),
        Some(ready::TODAY),
        Some(date(2026, 3, 10)),
        Some(ready::GO_LIVE),
        Some(date(2027, 1, 1)),
    ];
    days[usize::from(of % 6)]
}

fn pick<T: Choice>(of: u8) -> T {
    T::ALL[usize::from(of) % T::ALL.len()]
}

fn numbered<T: Item + Default>(count: u8, mut shape: impl FnMut(&mut T)) -> Items<T> {
    let entry = |at: u8| {
        let mut entry = T::default();
        entry.set_id(Id::new(&at.to_string()).unwrap());
        shape(&mut entry);
        entry
    };
    (0..count % 3).map(entry).collect()
}

fn waiver(x: u8, y: u8) -> Waiver {
    Waiver { approver: text(x), reason: text(y), until: day(x.wrapping_add(y)) }
}

fn answer(x: u8, y: u8) -> Answer {
    match x % 5 {
        0 => Answer::Unanswered,
        1 => Answer::Met,
        2 => Answer::NotMet,
        3 => Answer::NotApplicable { reason: text(y) },
        _ => Answer::Waived(waiver(x, y)),
    }
}

fn rfc_outcome(x: u8, y: u8) -> RfcOutcome {
    let refusal = || RfcRefusal { on: day(y), reason: text(y), what_next: text(x) };
    match x % 4 {
        0 => RfcOutcome::Pending,
        1 => RfcOutcome::Approved(RfcApproval { on: day(y), note: text(y) }),
        2 => RfcOutcome::Rejected(refusal()),
        _ => RfcOutcome::Deferred(refusal()),
    }
}

fn decision(x: u8, y: u8) -> DefectDecision {
    match x % 4 {
        0 => DefectDecision::Undecided,
        1 => DefectDecision::Fix { fixed: day(y) },
        2 => DefectDecision::Workaround,
        _ => DefectDecision::Postpone { reason: text(y) },
    }
}

fn gate(it: &mut QualityGate, x: u8, y: u8, z: u8) {
    it.optional = z.is_multiple_of(3);
    it.outcome = match x % 4 {
        0 => GateOutcome::NotHeld,
        1 => GateOutcome::Passed { on: day(y) },
        2 => {
            let conditions = numbered(y, |it: &mut Condition| it.met = day(z));
            GateOutcome::PassedWithConditions { on: day(y), conditions }
        }
        _ => GateOutcome::Failed { on: day(y), must_change: text(y) },
    };
    if z.is_multiple_of(5) {
        it.signatories = numbered(y, |it: &mut Signatory| it.role = text(y));
    }
    if z.is_multiple_of(7) {
        it.sign_offs = Items::default();
    }
}

fn sign_off(of: Id<SignOff>, x: u8, y: u8) -> SignOff {
    let role = BoardRole::ALL[usize::from(x) % BoardRole::ALL.len()];
    SignOff { id: of, ..ready::signature("x", role.key(), &text(y)) }
}

fn clause(x: u8, y: u8) -> Clause {
    let value = ["yes", "0", "big_bang", "", "-3", "nonsense", "9999999999999999999999"][usize::from(y % 7)];
    Clause { fact: pick::<Fact>(x), operator: pick::<Operator>(y), value: value.to_owned() }
}

fn identity(release: &Release, x: u8, y: u8, z: u8) -> Identity {
    let (from, until) = (day(x), day(y));
    let window =
        from.zip(until).and_then(|(from, until)| Window::new(from.at(20, 0, 0, 0), until.at(23, 0, 0, 0)).ok());
    Identity { name: text(z), window, first_of_type: z.is_multiple_of(2), ..release.identity.clone() }
}

fn strategy(x: u8, y: u8) -> StrategyRecord {
    let strategy = Strategy { approach: pick::<Approach>(x), delivery: pick::<Delivery>(y) };
    let choice = StrategyChoice { strategy, rationale: text(y), by: text(x), on: day(x) };
    StrategyRecord { choice: (!x.is_multiple_of(4)).then_some(choice), ..StrategyRecord::default() }
}

fn back_out(x: u8, y: u8, z: u8) -> BackOutPlan {
    let test = BackOutTest { on: day(y), worked: z.is_multiple_of(2), ..BackOutTest::default() };
    let steps = numbered(z, |it: &mut BackOutStep| it.duration.0 = u32::from(x) << (y % 32));
    BackOutPlan { steps, test: (x.is_multiple_of(2)).then_some(test), ..BackOutPlan::default() }
}
