//! When to write, and what the indicator says.

use std::time::Duration;

use proptest::prelude::*;
use rollcall::storage::autosave::Write;
use rollcall::storage::{Autosave, Degraded, Kind, Revision, SaveState, StoreError};

const fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn conflict() -> StoreError {
    StoreError::Conflict { expected: Revision(1), stored: Revision(2) }
}

fn loaded() -> Autosave {
    let mut machine = Autosave::new();
    machine.loaded(Revision(1));
    machine
}

/// One edit, and its write begun.
fn writing() -> (Autosave, Write) {
    let mut machine = loaded();
    machine.edited(ms(0));
    let write = machine.begin().expect("begins");
    (machine, write)
}

#[test]
fn nothing_is_written_before_the_load() {
    let mut machine = Autosave::new();
    machine.edited(ms(0));
    machine.flush(ms(1));
    assert_eq!((machine.due(), machine.begin(), machine.state()), (None, None, SaveState::Loading));
    machine.loaded(Revision(1));
    assert_eq!((machine.due(), machine.state()), (None, SaveState::Saved));
}

#[test]
fn an_edit_is_due_after_a_pause_and_typing_after_a_while() {
    let mut machine = loaded();
    machine.edited(ms(1000));
    assert_eq!((machine.due(), machine.state()), (Some(ms(1050)), SaveState::Saving));
    machine.edited(ms(1040));
    assert_eq!(machine.due(), Some(ms(1090)));
    machine.edited(ms(1080));
    machine.edited(ms(1099));
    assert_eq!(machine.due(), Some(ms(1100)));
}

#[test]
fn a_flush_waits_for_no_pause() {
    let mut machine = loaded();
    machine.edited(ms(1000));
    machine.flush(ms(1001));
    assert!(machine.due().is_some_and(|due| due <= ms(1001)));
    machine.begin().expect("begins");
    machine.flush(ms(1002));
    assert_eq!(machine.due(), None, "all of it is under way");
}

#[test]
fn an_edit_during_a_write_causes_one_more() {
    let (mut machine, write) = writing();
    machine.edited(ms(60));
    assert_eq!(machine.due(), None);
    machine.committed(&write, Revision(2));
    assert_eq!((machine.state(), machine.due()), (SaveState::Saving, Some(ms(110))));
    let write = machine.begin().expect("begins");
    assert_eq!(write.expected, Revision(2));
    machine.committed(&write, Revision(3));
    assert_eq!((machine.state(), machine.base()), (SaveState::Saved, Some(Revision(3))));
}

#[test]
fn a_passing_failure_is_tried_again_later_and_later_and_at_the_next_edit() {
    let (mut machine, write) = writing();
    machine.failed(&write, StoreError::Full, ms(100));
    assert_eq!((machine.state(), machine.due()), (SaveState::NotSaved(StoreError::Full), Some(ms(2100))));
    let write = machine.begin().expect("begins");
    assert_eq!(machine.state(), SaveState::NotSaved(StoreError::Full), "trying is not succeeding");
    machine.failed(&write, StoreError::Full, ms(2200));
    assert_eq!(machine.due(), Some(ms(6200)));
    machine.edited(ms(3000));
    assert_eq!(machine.due(), Some(ms(3050)));
    for _ in 0..40 {
        let write = machine.begin().expect("begins");
        machine.failed(&write, StoreError::Full, ms(0));
    }
    assert_eq!(machine.due(), Some(ms(30_000)));
    machine.flush(ms(10));
    assert_eq!(machine.due(), Some(ms(10)));
    let write = machine.begin().expect("begins");
    machine.committed(&write, Revision(2));
    assert_eq!((machine.state(), machine.due()), (SaveState::Saved, None));
}

#[test]
fn a_conflict_waits_for_a_decision() {
    let (mut machine, write) = writing();
    machine.failed(&write, conflict(), ms(100));
    machine.edited(ms(200));
    machine.flush(ms(300));
    assert_eq!((machine.state(), machine.due(), machine.begin()), (SaveState::NotSaved(conflict()), None, None));
    machine.loaded(Revision(2));
    assert_eq!(machine.state(), SaveState::Saved);
}

#[test]
fn a_write_from_before_another_load_counts_no_more() {
    let (mut machine, write) = writing();
    machine.loaded(Revision(7));
    machine.edited(ms(200));
    machine.committed(&write, Revision(2));
    assert_eq!((machine.state(), machine.base()), (SaveState::Saving, Some(Revision(7))));
    machine.failed(&write, conflict(), ms(300));
    assert_eq!(machine.state(), SaveState::Saving);
}

#[test]
fn what_is_in_memory_alone_is_not_saved() {
    let why = StoreError::Blocked { why: "a private window".to_owned() };
    let in_memory = Degraded { kind: Kind::Memory, why: why.clone() };
    let local = Degraded { kind: Kind::LocalStorage, why: why.clone() };
    assert_eq!(SaveState::Saved.in_place(Some(&in_memory)), SaveState::NotSaved(why));
    assert_eq!(SaveState::Saved.in_place(Some(&local)), SaveState::Saved);
    assert_eq!(SaveState::Saved.in_place(None), SaveState::Saved);
    assert_eq!(SaveState::Loading.in_place(Some(&in_memory)), SaveState::Loading);
}

#[derive(Debug, Clone)]
enum Step {
    Load,
    Edit,
    Flush,
    /// Time passes; what is due by then begins.
    Wait(u64),
    Commit,
    Fail(bool),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => Just(Step::Load),
        5 => Just(Step::Edit),
        1 => Just(Step::Flush),
        6 => (0u64..120).prop_map(Step::Wait),
        4 => Just(Step::Commit),
        1 => any::<bool>().prop_map(Step::Fail),
    ]
}

/// What is really the case, kept beside the machine.
#[derive(Default)]
struct Truth {
    now: u64,
    loaded: bool,
    edits: u64,
    durable: u64,
    writing: Option<(Write, u64)>,
    /// The time of the oldest edit that no write carries, since a write could begin.
    waiting_since: Option<u64>,
    stuck: bool,
    revision: u64,
}

impl Truth {
    fn take(&mut self, machine: &mut Autosave, step: &Step) {
        match step {
            Step::Load => self.load(machine),
            Step::Edit => {
                machine.edited(ms(self.now));
                self.edits += 1;
                self.waiting_since.get_or_insert(self.now);
            }
            Step::Flush => machine.flush(ms(self.now)),
            Step::Wait(millis) => self.wait(machine, *millis),
            Step::Commit => self.commit(machine),
            Step::Fail(passing) => self.fail(machine, *passing),
        }
    }

    fn load(&mut self, machine: &mut Autosave) {
        machine.loaded(Revision(self.revision));
        *self = Self { now: self.now, loaded: true, revision: self.revision, ..Self::default() };
    }

    /// Lets time pass in small steps, and begins a write as soon as one is due, as a timer would.
    fn wait(&mut self, machine: &mut Autosave, millis: u64) {
        for _ in 0..millis {
            if machine.due().is_some_and(|due| due <= ms(self.now)) {
                let write = machine.begin().expect("what is due may begin");
                assert!(self.loaded, "nothing is written before the load");
                assert!(self.writing.is_none(), "one write at a time");
                assert_eq!(write.expected, Revision(self.revision));
                self.writing = Some((write, self.edits));
                self.waiting_since = None;
            }
            self.now += 1;
        }
    }

    fn commit(&mut self, machine: &mut Autosave) {
        let Some((write, edits)) = self.writing.take() else { return };
        self.revision += 1;
        machine.committed(&write, Revision(self.revision));
        self.durable = edits;
        self.waiting_since = self.waiting_since.map(|_| self.now);
    }

    fn fail(&mut self, machine: &mut Autosave, passing: bool) {
        let Some((write, _)) = self.writing.take() else { return };
        let error = if passing { StoreError::Full } else { conflict() };
        machine.failed(&write, error, ms(self.now));
        self.stuck = !passing;
        self.waiting_since = self.waiting_since.map(|_| self.now);
    }

    fn check(&self, machine: &Autosave) {
        let newest_is_durable = self.durable == self.edits;
        match machine.state() {
            SaveState::Saved => assert!(self.loaded && newest_is_durable, "\"Saved\" is a lie"),
            SaveState::Loading => assert!(!self.loaded),
            SaveState::Saving | SaveState::NotSaved(_) => assert!(!newest_is_durable),
        }
        assert_eq!(machine.is_unsaved(), !newest_is_durable);
        let since = self.waiting_since.filter(|_| self.loaded && self.writing.is_none() && !self.stuck);
        if let Some(since) = since {
            let due = machine.due().expect("an edit that can be written is due");
            assert!(due <= ms(since) + ms(100), "{due:?} is too late for an edit at {since} ms");
        }
    }
}

proptest! {
    #[test]
    fn it_never_lies_and_never_dawdles(steps in proptest::collection::vec(step(), 0..120)) {
        let (mut machine, mut truth) = (Autosave::new(), Truth::default());
        for step in &steps {
            truth.take(&mut machine, step);
            truth.check(&machine);
        }
    }
}
