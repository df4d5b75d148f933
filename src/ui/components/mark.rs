//! Status as a mark, a word and a colour; and the icons of buttons.

use leptos::prelude::*;

use crate::plan::{Choice, Verdict};

/// What a status means. It decides mark and colour together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Go, met, passed, saved.
    Go,
    /// Conditional, waived, due soon.
    Conditional,
    /// No-Go, not met, failed, not saved.
    NoGo,
    /// Changed since signing.
    Stale,
    /// Not started, not answered.
    Idle,
    /// Not applicable.
    NotApplicable,
    /// Worth knowing.
    Advice,
}

impl Role {
    /// The class that sets the colour.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Go => "go",
            Self::Conditional => "conditional",
            Self::NoGo => "no-go",
            Self::Stale => "stale",
            Self::Idle | Self::NotApplicable | Self::Advice => "idle",
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Go => "#mark-go",
            Self::Conditional => "#mark-conditional",
            Self::NoGo => "#mark-no-go",
            Self::Stale => "#mark-stale",
            Self::Idle => "#mark-idle",
            Self::NotApplicable => "#mark-na",
            Self::Advice => "#mark-advice",
        }
    }
}

/// The role of a verdict.
#[must_use]
pub fn verdict_role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Go => Role::Go,
        Verdict::ConditionalGo => Role::Conditional,
        Verdict::NoGo => Role::NoGo,
    }
}

/// A bare mark. Its word must stand next to it, or be read aloud beside it.
#[component]
pub fn Mark(
    /// What it means.
    role: Role,
) -> impl IntoView {
    view! { <svg class=format!("mark {}", role.class()) aria-hidden="true"><use href=role.mark()></use></svg> }
}

/// A mark with its word.
#[component]
pub fn Status(
    /// What it means.
    role: Role,
    /// The word.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    view! { <span class=format!("status {}", role.class())><Mark role/>{word}</span> }
}

/// A mark with its word on a soft ground.
#[component]
pub fn Badge(
    /// What it means.
    role: Role,
    /// The word.
    #[prop(into)]
    word: String,
) -> impl IntoView {
    view! { <span class=format!("badge {}", role.class())><Mark role/>{word}</span> }
}

/// A verdict, in one of the sizes of the style sheet: empty, `large` or `hall`.
#[component]
pub fn VerdictMark(
    /// The verdict.
    verdict: Verdict,
    /// The size.
    #[prop(default = "")]
    size: &'static str,
) -> impl IntoView {
    let role = verdict_role(verdict);
    view! { <strong class=format!("verdict {size} {}", role.class())><Mark role/>{verdict.label()}</strong> }
}

/// An icon from the sprite, by its name without `icon-`. The control around it has the name.
#[component]
pub fn Icon(
    /// Its name.
    name: &'static str,
) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#icon-{name}")></use></svg> }
}
