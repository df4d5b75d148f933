//! Removing an entry: at once with undo, or with the reason where readiness depends on it.

use leptos::prelude::*;

use super::spec::Removing;
use crate::plan_file::Access;
use crate::ui::components::ReasonDialog;
use crate::ui::plan::Plan;

/// Removes entries of a list. It is `Copy`.
#[derive(Clone, Copy)]
pub struct Remover {
    plan: Plan,
    access: Option<Access>,
    removing: Removing,
    /// What is done once the entry is gone.
    pub then: Callback<()>,
    asked: RwSignal<Option<String>>,
    id: StoredValue<String>,
}

impl Remover {
    /// Of a list; `then` is called once an entry is gone.
    pub fn new(plan: Plan, access: Option<Access>, removing: Removing, then: Callback<()>) -> Self {
        let (asked, id) = (RwSignal::new(None), StoredValue::new(String::new()));
        Self { plan, access, removing, then, asked, id }
    }

    /// Removes an entry, or asks for the reason.
    pub fn remove(self, id: &str) {
        let Some(access) = self.access else { return };
        match self.removing {
            // What nothing depends on goes at once too.
            Removing::Reason(_) if self.needs_reason(access, id) => {
                self.id.set_value(id.to_owned());
                self.asked.set(Some(self.title(access, id)));
            }
            Removing::Undo | Removing::Reason(_) => {
                if let Some(command) = (access.remove)(id) {
                    self.plan.remove(command);
                    self.then.run(());
                }
            }
        }
    }

    fn needs_reason(self, access: Access, id: &str) -> bool {
        let remove = (access.remove)(id);
        remove.is_some_and(|remove| self.plan.needs_reason(&remove))
    }

    /// The question for the reason, where one is needed.
    pub fn dialog(self) -> Option<AnyView> {
        let (Removing::Reason(kind), Some(access)) = (self.removing, self.access) else { return None };
        let remove = move |reason: String| {
            let id = self.id.get_value();
            if let Some(command) = (access.remove)(&id) {
                let title = self.title(access, &id);
                self.plan.remove_named(kind, (id, title), &reason, command);
                self.then.run(());
            }
        };
        Some(view! { <ReasonDialog what=self.asked on_remove=remove/> }.into_any())
    }

    fn title(self, access: Access, id: &str) -> String {
        self.plan.release.with_untracked(|release| (access.title)(release, id)).unwrap_or_default()
    }
}
