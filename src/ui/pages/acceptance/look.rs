//! What of the list is looked at: search, filter and order. None of it is part of the plan.

use std::collections::HashMap;

use jiff::civil::Date;
use leptos::prelude::*;

use crate::gate::{AnswerKind, KeptAnswer};
use crate::order;
use crate::plan::{AcceptanceCriterion, Id, Release};
use crate::readiness::counts_as;

choice! {
    /// The order of the list.
    pub enum Order {
        /// As the plan has it.
        List = "list", "List order";
        /// What is due first comes first.
        Due = "due", "Due date";
        /// By the owner's name.
        Owner = "owner", "Owner";
    }
}

/// A filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// Everything.
    All,
    /// What counts as answered so.
    Answer(AnswerKind),
    /// What is met without evidence.
    NeedsEvidence,
}

/// What of the list is looked at.
#[derive(Clone, Copy)]
pub struct Look {
    /// The words that are searched for.
    pub search: RwSignal<String>,
    /// The filter.
    pub filter: RwSignal<Filter>,
    /// The order.
    pub order: RwSignal<Order>,
    /// What was answered under this filter: it stays in view until the filter changes.
    held: RwSignal<Vec<Id<AcceptanceCriterion>>>,
    kept: StoredValue<HashMap<Id<AcceptanceCriterion>, KeptAnswer>>,
}

impl Look {
    /// Everything, in the plan's order.
    pub fn new() -> Self {
        Self {
            search: RwSignal::new(String::new()),
            filter: RwSignal::new(Filter::All),
            order: RwSignal::new(Order::List),
            held: RwSignal::new(Vec::new()),
            kept: StoredValue::new(HashMap::new()),
        }
    }

    /// Looks at everything again.
    pub fn clear(self) {
        self.search.set(String::new());
        self.choose(Filter::All);
    }

    /// Looks at what a filter leaves.
    pub fn choose(self, filter: Filter) {
        self.held.set(Vec::new());
        self.filter.set(filter);
    }

    /// Keeps a criterion in view although its answer changes.
    pub fn hold(self, id: Id<AcceptanceCriterion>) {
        self.held.update(|held| held.push(id));
    }

    /// What was typed for other answers to a criterion.
    pub fn kept<V>(self, id: Id<AcceptanceCriterion>, with: impl FnOnce(&mut KeptAnswer) -> V) -> Option<V> {
        self.kept.try_update_value(|kept| with(kept.entry(id).or_default()))
    }
}

impl Filter {
    /// Whether a criterion is let through.
    pub fn lets(self, criterion: &AcceptanceCriterion, today: Date) -> bool {
        let kind = counts_as(&criterion.answer, today);
        match self {
            Self::All => true,
            Self::Answer(wanted) => kind == wanted,
            Self::NeedsEvidence => kind == AnswerKind::Met && criterion.evidence.is_empty(),
        }
    }
}

/// The criteria that search and filter leave, in the chosen order.
pub fn pick(release: &Release, look: Look, today: Date) -> Vec<Id<AcceptanceCriterion>> {
    let (filter, order) = (look.filter.get(), look.order.get());
    let words = look.search.with(|search| search.to_lowercase());
    let held = look.held.get();
    let found = |criterion: &&AcceptanceCriterion| {
        let owner = release.person_name(criterion.owner).unwrap_or_default();
        let text = format!("{} {} {owner}", criterion.title, criterion.detail).to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    };
    let mut shown: Vec<&AcceptanceCriterion> = release
        .criteria
        .iter()
        .filter(|criterion| filter.lets(criterion, today) || held.contains(&criterion.id))
        .filter(found)
        .collect();
    match order {
        Order::List => {}
        Order::Due => order::sort_by_key(&mut shown, |criterion| (criterion.due.is_none(), criterion.due)),
        Order::Owner => order::sort_by_key(&mut shown, |criterion| {
            let owner = release.person_name(criterion.owner);
            (owner.is_none(), owner.map(str::to_lowercase))
        }),
    }
    shown.into_iter().map(|criterion| criterion.id).collect()
}
