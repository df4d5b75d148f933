//! Lists within a part of the rollout plan: triggers and steps of the way back, conditions for switching off.

use leptos::prelude::*;

use super::keyed::focus_soon;
use crate::plan::{
    BackOutPlan, BackOutStep, BackOutTrigger, Edit, Id, Item, Items, ParallelPlan, Sole, SwitchOffCriterion,
};
use crate::ui::plan::Plan;

/// An entry of a list within a part that the release has once.
pub trait Nested: Item + Clone + PartialEq + 'static {
    /// The part.
    type Part: Sole + Clone + PartialEq;

    /// The list.
    fn list(part: &Self::Part) -> &Items<Self>;

    /// The list, to change it.
    fn list_mut(part: &mut Self::Part) -> &mut Items<Self>;
}

macro_rules! nested {
    ($($item:ty => $part:ty, $list:ident;)*) => {
        $(impl Nested for $item {
            type Part = $part;

            fn list(part: &$part) -> &Items<Self> {
                &part.$list
            }

            fn list_mut(part: &mut $part) -> &mut Items<Self> {
                &mut part.$list
            }
        })*
    };
}

nested! {
    BackOutTrigger => BackOutPlan, triggers;
    BackOutStep => BackOutPlan, steps;
    SwitchOffCriterion => ParallelPlan, switch_off;
}

/// The ids of the list, in its order.
pub fn ids<T: Nested>(plan: Plan) -> Memo<Vec<Id<T>>> {
    Memo::new(move |_| plan.release.with(|release| T::list(T::Part::part(release)).iter().map(Item::id).collect()))
}

/// A value of an entry; the default once it is gone.
pub fn of<T: Nested, V>(plan: Plan, id: Id<T>, value: impl Fn(&T) -> V + Send + Sync + 'static) -> Signal<V>
where
    V: Default + Clone + PartialEq + Send + Sync + 'static,
{
    plan.from(move |release| T::list(T::Part::part(release)).get(id).map(&value).unwrap_or_default())
}

/// Changes an entry. Edits in a row with the same `field` are one step to undo.
pub fn edit<T: Nested>(plan: Plan, id: Id<T>, field: &str, change: impl FnOnce(&mut T)) {
    plan.edit_part(&format!("{id}.{field}"), |part: &mut T::Part| {
        if let Some(item) = T::list_mut(part).get_mut(id) {
            change(item);
        }
    });
}

/// Adds an entry at the end and puts the focus on it.
pub fn add<T: Nested>(plan: Plan, item: T) {
    let entry = item.id();
    plan.dispatch(changed(plan, Edit::add(item)).command());
    focus_soon(vec![format!("#main [data-entry=\"{entry}\"] :is(input, select, textarea)")]);
}

/// Moves an entry.
pub fn shift<T: Nested>(plan: Plan, id: Id<T>, to: usize) {
    plan.dispatch(changed(plan, Edit::Move { id, to }).command());
}

/// Removes an entry and offers undo.
pub fn remove<T: Nested>(plan: Plan, id: Id<T>) {
    plan.remove(changed(plan, Edit::<T>::Remove { id }).command());
}

fn changed<T: Nested>(plan: Plan, edit: Edit<T>) -> T::Part {
    let mut part = plan.release.with_untracked(|release| T::Part::part(release).clone());
    // The ids come from the list itself and from `new_id`, so that the edit cannot be refused.
    let _ = T::list_mut(&mut part).apply(edit);
    part
}
