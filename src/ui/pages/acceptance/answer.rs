//! The answer to a criterion: met or not, why it does not apply, or who waived it until when.

use jiff::civil::Date;
use leptos::prelude::*;

use super::look::Look;
use crate::gate::AnswerKind;
use crate::plan::{AcceptanceCriterion, Answer, Choice, Id, Release, Waiver};
use crate::readiness::{WaiverStanding, waiver_standing};
use crate::text;
use crate::ui::components::{AnswerOption, Area, Day, PEOPLE_NAMES, Role, Status, Text};
use crate::ui::plan::{Plan, use_plan};

/// The answers that can be given.
pub const OPTIONS: [AnswerOption<AnswerKind>; 4] = [
    AnswerOption { value: AnswerKind::Met, word: "Met", role: Some(Role::Go) },
    AnswerOption { value: AnswerKind::NotMet, word: "Not met", role: Some(Role::NoGo) },
    AnswerOption { value: AnswerKind::NotApplicable, word: "N/A", role: Some(Role::NotApplicable) },
    AnswerOption { value: AnswerKind::Waived, word: "Waived", role: Some(Role::Conditional) },
];

/// Answers a criterion. What was typed for the answer before is found again on going back to it.
pub fn give(plan: Plan, look: Look, id: Id<AcceptanceCriterion>, kind: AnswerKind) {
    let Some(before) = plan.get(id).map(|criterion| criterion.answer) else { return };
    if AnswerKind::of(&before) == kind {
        return;
    }
    let answer = look.kept(id, |kept| {
        kept.keep(&before);
        kept.answer(kind)
    });
    if let Some(answer) = answer {
        plan.edit(id, "answer", |criterion: &mut AcceptanceCriterion| criterion.answer = answer);
        plan.seal();
    }
}

/// How a criterion stands, as a mark and a word. An answer that does not count is not shown as if it did.
pub fn role_and_word(release: &Release, id: Id<AcceptanceCriterion>, today: Date) -> (Role, &'static str) {
    let Some(criterion) = release.criteria.get(id) else { return (Role::Idle, "") };
    let kind = AnswerKind::of(&criterion.answer);
    match &criterion.answer {
        Answer::Unanswered => (Role::Idle, kind.label()),
        Answer::Met => (Role::Go, kind.label()),
        Answer::NotMet => (Role::NoGo, kind.label()),
        Answer::NotApplicable { reason } if reason.trim().is_empty() => (Role::NoGo, "Reason missing"),
        Answer::NotApplicable { .. } => (Role::NotApplicable, kind.label()),
        Answer::Waived(waiver) => match waiver_standing(waiver, release.go_live(), today) {
            WaiverStanding::InForce(_) => (Role::Conditional, kind.label()),
            WaiverStanding::Incomplete => (Role::NoGo, "Waiver incomplete"),
            WaiverStanding::Expired(_) => (Role::NoGo, "Not met, waiver expired"),
            WaiverStanding::EndsBeforeGoLive(_) => (Role::NoGo, "Waiver too short"),
        },
    }
}

/// What an answer needs besides the word: the reason, or the waiver.
#[component]
pub fn Particulars(
    /// Whose.
    id: Id<AcceptanceCriterion>,
) -> impl IntoView {
    let plan = use_plan();
    let kind = plan.of(id, |criterion: &AcceptanceCriterion| AnswerKind::of(&criterion.answer));
    move || match kind.get() {
        AnswerKind::NotApplicable => view! { <Reason id/> }.into_any(),
        AnswerKind::Waived => view! { <WaiverForm id/> }.into_any(),
        AnswerKind::Unanswered | AnswerKind::Met | AnswerKind::NotMet => ().into_any(),
    }
}

#[component]
fn Reason(id: Id<AcceptanceCriterion>) -> impl IntoView {
    let plan = use_plan();
    let reason = plan.of(id, |criterion: &AcceptanceCriterion| match &criterion.answer {
        Answer::NotApplicable { reason } => reason.clone(),
        _ => String::new(),
    });
    let error = Signal::derive(move || {
        let missing = reason.with(|reason| reason.trim().is_empty());
        missing.then(|| "Say why it does not apply. Until then it counts as not answered.".to_owned())
    });
    let set = move |text: String| {
        plan.edit(id, "reason", |criterion: &mut AcceptanceCriterion| {
            criterion.answer = Answer::NotApplicable { reason: text };
        });
    };
    view! { <Area label="Why it does not apply" field="reason" value=reason error on_change=set/> }
}

/// Who accepted that it is not met, why, and until when.
#[component]
fn WaiverForm(id: Id<AcceptanceCriterion>) -> impl IntoView {
    let plan = use_plan();
    let waiver = plan.of(id, |criterion: &AcceptanceCriterion| waiver_of(&criterion.answer));
    let part = move |part: fn(&Waiver) -> String| Signal::derive(move || waiver.with(part));
    let set = move |field: &'static str, change: &dyn Fn(&mut Waiver)| {
        plan.edit(id, &format!("waiver.{field}"), |criterion: &mut AcceptanceCriterion| {
            if let Answer::Waived(waiver) = &mut criterion.answer {
                change(waiver);
            }
        });
    };
    let standing = Memo::new(move |_| {
        waiver.with(|waiver| waiver_standing(waiver, plan.release.with(Release::go_live), plan.today.get()))
    });
    let status = move || {
        let role = if matches!(standing.get(), WaiverStanding::InForce(_)) { Role::Conditional } else { Role::NoGo };
        view! { <p class="small"><Status role word=text::waiver(standing.get(), plan.today.get())/></p> }
    };
    // A finding leads to what is missing first, else to the day until which it holds.
    let wanted = waiver.with_untracked(missing);
    let field = |name: &'static str| if name == wanted { "waiver".to_owned() } else { format!("waiver_{name}") };
    view! {
        <fieldset class="fields waiver">
            <legend>"Waiver"</legend>
            {status}
            <div class="fields pair">
                <Text label="Accepted by" list=PEOPLE_NAMES field=field("approver") value=part(|waiver| waiver.approver.clone())
                    on_change=move |text: String| set("approver", &|waiver| waiver.approver.clone_from(&text))/>
                <Day label="Until, that day included" field=field("until") value=Signal::derive(move || waiver.with(|waiver| waiver.until))
                    on_change=move |day| set("until", &|waiver| waiver.until = day)/>
            </div>
            <Area label="Why it is accepted" field=field("reason") rows=2 value=part(|waiver| waiver.reason.clone())
                on_change=move |text: String| set("reason", &|waiver| waiver.reason.clone_from(&text))/>
        </fieldset>
    }
}

/// The first field of a waiver that is empty; the day where none is.
fn missing(waiver: &Waiver) -> &'static str {
    if waiver.approver.trim().is_empty() {
        "approver"
    } else if waiver.until.is_some() && waiver.reason.trim().is_empty() {
        "reason"
    } else {
        "until"
    }
}

fn waiver_of(answer: &Answer) -> Waiver {
    match answer {
        Answer::Waived(waiver) => waiver.clone(),
        _ => Waiver::default(),
    }
}
