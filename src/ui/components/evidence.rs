//! What shows that something is so: notes, links, test reports and measured values.

use leptos::html;
use leptos::prelude::*;

use super::each::each;

use super::choose::Select;
use super::field::{Area, Text};
use super::focus::focus_soon;
use super::give_files::{DropArea, FileButton, RefusedDialog};
use super::mark::{Icon, Mark, Role};
use super::moment::Day;
use super::typed::Number;
use crate::gate::{ProofKind, contradicts, openable};
use crate::plan::{Choice, Edit, Evidence, Id, Items, Proof};
use crate::text;
use crate::ui::desk::use_desk;
use crate::ui::import::Refused;
use crate::ui::plan::{new_id, use_plan};
use crate::ui::reports::{self, Shown};

/// Which files a report usually is.
const REPORTS: &str = ".xml,.sarif,.json,application/xml,text/xml,application/json";

/// How many names of failed tests are seen at once.
const NAMED: usize = 3;

/// A list of evidence that can be added to, changed and removed from. Reports of tests and scans can be dropped on it.
#[component]
pub fn EvidenceList(
    /// The evidence.
    #[prop(into)]
    value: Signal<Items<Evidence>>,
    /// Takes each change.
    #[prop(into)]
    on_edit: Callback<Edit<Evidence>>,
    /// What it belongs to, where that takes reports.
    #[prop(into, optional)]
    shown: Option<Shown>,
) -> impl IntoView {
    let (plan, desk) = (use_plan(), use_desk());
    let takes_reports = shown.is_some();
    let refused = RwSignal::new(None::<Refused>);
    let on_files = Callback::new(move |files| reports::take(desk, plan, refused, shown, files));
    let add_button = NodeRef::<html::Button>::new();
    let ids = Memo::new(move |_| value.with(|list| list.iter().map(|evidence| evidence.id).collect::<Vec<_>>()));
    let add = move |_| {
        let id = new_id();
        let added = Some(plan.today.get_untracked());
        on_edit.run(Edit::add(Evidence { id, added, ..Evidence::default() }));
        focus_soon(format!("#main [data-entry=\"{id}\"] :is(input, textarea)"));
    };
    let remove = Callback::new(move |id: Id<Evidence>| {
        on_edit.run(Edit::Remove { id });
        if let Some(button) = add_button.get_untracked() {
            // Focus is a courtesy: where the button cannot take it, nothing is lost.
            let _ = button.focus();
        }
    });
    view! {
        <DropArea on_files>
            <div class="section">
                <div class="section-head">
                    <h3>"Evidence"</h3>
                    <button class="button quiet small" type="button" node_ref=add_button data-field="evidence"
                        disabled=plan.read_only on:click=add><Icon name="plus"/>"Add evidence"</button>
                    {takes_reports.then(|| view! { <FileButton label="Add test report" what="Reports of tests or scans" accept=REPORTS class="button quiet small"
                        disabled=plan.read_only on_files/> })}
                </div>
                <Show when=move || !ids.with(Vec::is_empty) fallback=move || view! {
                    <p class="soft small">{nothing(shown)}</p>
                }>
                    <ul class="rows">
                        {each(move || ids.get(), |id| *id, move |id| view! { <EvidenceRow id value on_edit on_remove=remove/> })}
                    </ul>
                </Show>
                <RefusedDialog refused/>
            </div>
        </DropArea>
    }
}

/// What stands where there is no evidence.
fn nothing(shown: Option<Shown>) -> String {
    let reports = match shown {
        Some(Shown::Criterion(_)) => {
            " Drop a test report (JUnit XML) or a scan (SARIF) here, and it answers the criterion."
        }
        Some(Shown::Gate(..)) => " Drop a test report (JUnit XML) or a scan (SARIF) here.",
        None => "",
    };
    format!("Nothing yet. A note, a link or a measured value lets others see it too.{reports}")
}

#[component]
fn EvidenceRow(
    id: Id<Evidence>,
    value: Signal<Items<Evidence>>,
    on_edit: Callback<Edit<Evidence>>,
    on_remove: Callback<Id<Evidence>>,
) -> impl IntoView {
    let plan = use_plan();
    let this = Memo::new(move |_| value.with(|list| list.get(id).cloned().unwrap_or_default()));
    let fresh = this.with_untracked(|evidence| evidence.title.is_empty() && text::proof(&evidence.shown_by).is_empty());
    let open = RwSignal::new(fresh);
    let named = Memo::new(move |_| this.with(name));
    let icon = move || match this.with(|evidence| ProofKind::of(&evidence.shown_by)) {
        ProofKind::Link => "link",
        ProofKind::Note => "list",
        ProofKind::TestReport | ProofKind::ScanReport | ProofKind::Measured => "check",
    };
    // No memo: an effect that reads one before what it follows from is not run again where only the latter changes.
    let against = move || this.with(|evidence| contradicts(&evidence.shown_by));
    let remove = move || format!("Remove evidence “{}”", named.get());
    let edit = move || format!("Edit evidence “{}”", named.get());
    view! {
        <li data-entry=id.to_string()>
            <div class="row">
                {move || match against() {
                    true => view! { <Mark role=Role::NoGo/> }.into_any(),
                    false => view! { <Icon name=icon()/> }.into_any(),
                }}
                <div>{move || this.with(heading)}<span class="note">{move || this.with(note)}</span>{move || this.with(failures)}</div>
                <span class="row-tools">
                    <button class="icon-button" type="button" aria-label=edit title=edit data-field="evidence_row"
                        aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)><Icon name="pen"/></button>
                    <button class="icon-button" type="button" aria-label=remove title=remove disabled=plan.read_only
                        on:click=move |_| on_remove.run(id)><Icon name="bin"/></button>
                </span>
            </div>
            {move || open.get().then(|| view! { <EvidenceForm this on_edit/> })}
        </li>
    }
}

/// The title, as a link where there is one to open.
fn heading(evidence: &Evidence) -> AnyView {
    let named = name(evidence);
    let target = match &evidence.shown_by {
        Proof::Link { url } => openable(url).map(str::to_owned),
        _ => None,
    };
    match target {
        Some(url) => {
            view! { <a class="row-title" href=url target="_blank" rel="noopener noreferrer">{named}</a> }.into_any()
        }
        None => view! { <span class="strong">{named}</span> }.into_any(),
    }
}

fn name(evidence: &Evidence) -> String {
    match evidence.title.trim() {
        "" => format!("Untitled {}", ProofKind::of(&evidence.shown_by).label().to_lowercase()),
        title => title.to_owned(),
    }
}

fn note(evidence: &Evidence) -> String {
    let shown = text::proof(&evidence.shown_by);
    let added = evidence.added.map(text::day);
    [Some(shown).filter(|shown| !shown.is_empty()), added].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The names of the tests that failed: the first ones, and the rest behind a line that opens.
fn failures(evidence: &Evidence) -> Option<AnyView> {
    let Proof::TestReport { failed_names, .. } = &evidence.shown_by else { return None };
    let listed = |names: &[String]| {
        let names = names.iter().map(|name| view! { <li><code>{name.clone()}</code></li> });
        view! { <ul class="problems">{names.collect_view()}</ul> }
    };
    let (first, rest) = failed_names.split_at_checked(NAMED).unwrap_or((failed_names, &[]));
    let unnamed = text::unnamed_failures(&evidence.shown_by);
    let left_out = (unnamed > 0).then(|| view! { <p>{format!("{unnamed} more are in the report itself.")}</p> });
    let rest = (!rest.is_empty()).then(|| {
        let count = format!("{} more failed", rest.len());
        view! { <details><summary>{count}</summary>{listed(rest)}</details> }
    });
    (!first.is_empty()).then(|| view! { <div class="small">{listed(first)}{rest}{left_out}</div> }.into_any())
}

#[component]
fn EvidenceForm(this: Memo<Evidence>, on_edit: Callback<Edit<Evidence>>) -> impl IntoView {
    // What was typed for one kind is found again after trying another.
    let kept = StoredValue::new(Vec::<Proof>::new());
    let kind = Memo::new(move |_| this.with(|evidence| ProofKind::of(&evidence.shown_by)));
    let turn_into = move |kind: ProofKind| {
        let before = this.with_untracked(|evidence| evidence.shown_by.clone());
        kept.update_value(|kept| {
            kept.retain(|proof| ProofKind::of(proof) != ProofKind::of(&before));
            kept.push(before);
        });
        let back = kept.with_value(|kept| kept.iter().find(|proof| ProofKind::of(proof) == kind).cloned());
        set(this, on_edit, |evidence| evidence.shown_by = back.unwrap_or_else(|| kind.empty()));
    };
    view! {
        <div class="row-form fields">
            <div class="fields pair">
                <Text label="What it shows" field="evidence_title" value=Signal::derive(move || this.with(|e| e.title.clone()))
                    on_change=move |text| set(this, on_edit, |e| e.title = text)/>
                <Select<ProofKind> label="Kind" field="evidence_kind" value=kind on_change=turn_into/>
            </div>
            {move || proof_fields(kind.get(), this, on_edit)}
            <Day label="Added" field="evidence_added" optional=true value=Signal::derive(move || this.with(|e| e.added))
                on_change=move |day| set(this, on_edit, |e| e.added = day)/>
        </div>
    }
}

fn proof_fields(kind: ProofKind, this: Memo<Evidence>, on_edit: Callback<Edit<Evidence>>) -> AnyView {
    let words = move |part: fn(&Proof) -> String| Signal::derive(move || this.with(|e| part(&e.shown_by)));
    let replace = move |make: fn(&Proof, String) -> Proof| {
        Callback::new(move |text: String| set(this, on_edit, |e| e.shown_by = make(&e.shown_by, text)))
    };
    match kind {
        ProofKind::Note => view! {
            <Area label="Note" field="evidence_text" value=words(typed_text)
                on_change=replace(|_, text| Proof::Note { text })/>
        }
        .into_any(),
        ProofKind::Link => view! {
            <Text label="Address" field="evidence_url" value=words(typed_text)
                help="Begins with https://, http:// or mailto: to be opened from here. Anything else is shown as text."
                on_change=replace(|_, url| Proof::Link { url })/>
        }
        .into_any(),
        ProofKind::TestReport => counts(this, on_edit),
        ProofKind::ScanReport => scan_counts(this, on_edit),
        ProofKind::Measured => view! {
            <div class="fields pair">
                <Text label="Measured" field="evidence_value" help="With its unit." value=words(|proof| measured(proof).0)
                    on_change=replace(|proof, value| Proof::Measured { value, threshold: measured(proof).1 })/>
                <Text label="Asked for" field="evidence_threshold" help="With its unit: ≤ 300 ms, at least 99.5 %." value=words(|proof| measured(proof).1)
                    on_change=replace(|proof, threshold| Proof::Measured { value: measured(proof).0, threshold })/>
            </div>
        }
        .into_any(),
    }
}

/// A count of a proof, where it has it.
type Counter = fn(&mut Proof) -> Option<&mut u32>;

fn counts(this: Memo<Evidence>, on_edit: Callback<Edit<Evidence>>) -> AnyView {
    numbers(
        this,
        on_edit,
        &[
            ("Passed", "evidence_passed", |proof| {
                if let Proof::TestReport { passed, .. } = proof { Some(passed) } else { None }
            }),
            ("Failed", "evidence_failed", |proof| {
                if let Proof::TestReport { failed, .. } = proof { Some(failed) } else { None }
            }),
            ("Skipped", "evidence_skipped", |proof| {
                if let Proof::TestReport { skipped, .. } = proof { Some(skipped) } else { None }
            }),
        ],
    )
}

fn scan_counts(this: Memo<Evidence>, on_edit: Callback<Edit<Evidence>>) -> AnyView {
    let name = move |name: String| {
        set(this, on_edit, |e| {
            if let Proof::ScanReport { tool, .. } = &mut e.shown_by {
                *tool = name;
            }
        });
    };
    let tool = |evidence: &Evidence| match &evidence.shown_by {
        Proof::ScanReport { tool, .. } => tool.clone(),
        _ => String::new(),
    };
    let counts =
        numbers(
            this,
            on_edit,
            &[
                ("Errors", "evidence_errors", |proof| {
                    if let Proof::ScanReport { errors, .. } = proof { Some(errors) } else { None }
                }),
                ("Warnings", "evidence_warnings", |proof| {
                    if let Proof::ScanReport { warnings, .. } = proof { Some(warnings) } else { None }
                }),
                ("Notes", "evidence_notes", |proof| {
                    if let Proof::ScanReport { notes, .. } = proof { Some(notes) } else { None }
                }),
            ],
        );
    view! {
        <Text label="Scanned with" field="evidence_tool" value=Signal::derive(move || this.with(tool)) on_change=name/>
        {counts}
    }
    .into_any()
}

/// Counts side by side. What a report says besides them stays when one is mended by hand.
fn numbers(
    this: Memo<Evidence>,
    on_edit: Callback<Edit<Evidence>>,
    counts: &[(&'static str, &'static str, Counter)],
) -> AnyView {
    let number = |(label, field, at): &(&'static str, &'static str, Counter)| {
        let (label, field, at) = (*label, *field, *at);
        let value = Signal::derive(move || this.with(|e| at(&mut e.shown_by.clone()).map(|count| *count)));
        let take = move |number: Option<u32>| {
            set(this, on_edit, |e| {
                if let Some(count) = at(&mut e.shown_by) {
                    *count = number.unwrap_or(0);
                }
            });
        };
        view! { <Number<u32> label field value on_change=take/> }
    };
    view! { <div class="fields three">{counts.iter().map(number).collect_view()}</div> }.into_any()
}

fn measured(proof: &Proof) -> (String, String) {
    match proof {
        Proof::Measured { value, threshold } => (value.clone(), threshold.clone()),
        _ => (String::new(), String::new()),
    }
}

fn set(this: Memo<Evidence>, on_edit: Callback<Edit<Evidence>>, change: impl FnOnce(&mut Evidence)) {
    let mut evidence = this.get_untracked();
    change(&mut evidence);
    on_edit.run(Edit::replace(evidence));
}

/// The words or the address of a proof exactly as they were typed.
fn typed_text(proof: &Proof) -> String {
    match proof {
        Proof::Note { text } => text.clone(),
        Proof::Link { url } => url.clone(),
        Proof::TestReport { .. } | Proof::ScanReport { .. } | Proof::Measured { .. } => String::new(),
    }
}
