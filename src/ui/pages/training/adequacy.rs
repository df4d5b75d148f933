//! How far each audience is trained, whether there are seats for it, and what counts as adequate.

use jiff::civil::Date;
use leptos::prelude::*;

use crate::plan::{AudienceKind, Count, Percent, Release, RemovedKind, TrainingAudience};
use crate::plan_file::access;
use crate::readiness::Section;
use crate::text::{adequate_in_words, seats_in_words, trained_in_words};
use crate::training::{Adequacy, Seats, adequacies, needs_both_systems, seating};
use crate::ui::components::{Mark, Number, Options, Role};
use crate::ui::plan::Plan;
use crate::ui::register::{Cell, Column, Field, Filter, Group, Register, Removing, Show, words};

/// The audiences, with how far each is.
pub static AUDIENCES: Register = Register {
    empty: "Who must be able to do what at go-live: user groups, the service desk, support teams, floor walkers.",
    head: "Audience",
    note: Some(Show::Word("kind", words::<AudienceKind>)),
    columns: &[
        Column::cell("Size", |release, id, _| number(release, id, |adequacy| adequacy.size)).number(),
        Column::cell("Needed", |release, id, _| number(release, id, |adequacy| adequacy.needed)).number(),
        Column::cell("Seats", seats).sorted(seats_first),
        Column::cell("Trained", trained),
        Column::cell("Gap", |release, id, _| number(release, id, Adequacy::gap)).number(),
        Column::cell("Standing", state),
    ],
    filters: &[
        Filter { word: "Not adequate", passes: |release, id, _| !adequate(release, id) },
        Filter {
            word: "Too few seats",
            passes: |release, id, _| seats_of(release, id).is_some_and(|seats| lacks(&seats)),
        },
    ],
    groups: &[
        Group::one(&[Field::line("name", "Audience")]),
        Group::pair(&[
            Field::choice("kind", "What they do", words::<AudienceKind>),
            Field::pick("group", "User group", groups_of),
            Field::number("size", "How many people")
                .optional()
                .help("Empty: as many as the user group has, or as there are floor walkers."),
        ]),
        Group::one(&[Field::area("goal", "What they can do afterwards").optional()]),
    ],
    badge: Some(state),
    removing: Removing::Reason(RemovedKind::Audience),
    ..Register::new(Section::Training, access::<TrainingAudience>(), "an audience", "audiences")
};

/// What counts as adequate, and what holds for all audiences together.
pub fn settings(plan: Plan) -> AnyView {
    let value = plan.from(|release| release.training.threshold.map(|threshold| u32::from(threshold.get())));
    let set = move |share: Option<u32>| {
        let threshold = share.and_then(|share| Percent::try_from(u8::try_from(share).ok()?).ok());
        plan.edit_part("threshold", |of: &mut Option<Percent>| *of = threshold);
    };
    let adequate = plan.from(adequate_in_words);
    let together = plan.from(|release| seating(release).without.0);
    let both = plan.from(needs_both_systems);
    let notice = |role: Role, words: String| view! { <p class="status"><Mark role/>{words}</p> }.into_any();
    view! {
        <section class="section" aria-label="What counts as adequate">
            <div class="fields pair">
                <Number<u32> label="Adequate share, in percent" field="threshold" value on_change=set optional=true min=1 max=100/>
            </div>
            <p class="soft">{adequate}</p>
            {move || match together.get() {
                0 => None,
                1 => Some(notice(Role::NoGo, "However the seats are shared out, 1 person has none.".to_owned())),
                without => {
                    let without = Count(without);
                    Some(notice(Role::NoGo, format!("However the seats are shared out, {without} people have none.")))
                }
            }}
            {move || both.get().then(|| notice(
                Role::Advice,
                "Old and new run side by side: each audience needs a session on both systems.".to_owned(),
            ))}
        </section>
    }
    .into_any()
}

/// The user groups, by their names with their departments.
fn groups_of(release: &Release) -> Options {
    let named = |name: &str| crate::text::named(name.trim(), "No name");
    let groups = release.groups();
    let name = |(department, group): (&crate::plan::Department, &crate::plan::UserGroup)| {
        (group.id.to_string(), format!("{}, {}", named(&group.name), named(&department.name)))
    };
    groups.map(name).collect()
}

fn adequacy(release: &Release, id: &str) -> Option<Adequacy> {
    adequacies(release).into_iter().find(|adequacy| adequacy.audience.as_str() == id)
}

fn adequate(release: &Release, id: &str) -> bool {
    adequacy(release, id).is_some_and(|adequacy| adequacy.is_adequate())
}

fn number(release: &Release, id: &str, of: fn(&Adequacy) -> Count) -> Cell {
    Cell::Number(adequacy(release, id).map(|adequacy| of(&adequacy).to_string()).unwrap_or_default())
}

fn trained(release: &Release, id: &str, _: Date) -> Cell {
    let Some(adequacy) = adequacy(release, id) else { return Cell::Text(String::new()) };
    Cell::Part(role(&adequacy), adequacy.trained.0, adequacy.size.0)
}

/// How an audience stands, as a role and in words.
fn state(release: &Release, id: &str, _: Date) -> Cell {
    let Some(adequacy) = adequacy(release, id) else { return Cell::Text(String::new()) };
    Cell::Status(role(&adequacy), trained_in_words(&adequacy))
}

fn role(adequacy: &Adequacy) -> Role {
    match adequacy {
        adequacy if adequacy.is_adequate() => Role::Go,
        Adequacy { trained: Count(0), .. } => Role::Idle,
        _ => Role::NoGo,
    }
}

fn seats_of(release: &Release, id: &str) -> Option<Seats> {
    seating(release).audiences.into_iter().find(|seats| seats.audience.as_str() == id)
}

fn lacks(seats: &Seats) -> bool {
    seats.short || seats.sessions == 0
}

fn seats(release: &Release, id: &str, _: Date) -> Cell {
    let Some(seats) = seats_of(release, id) else { return Cell::Text(String::new()) };
    match lacks(&seats) {
        true => Cell::Status(Role::NoGo, seats_in_words(&seats)),
        false if seats.shared => Cell::Number(format!("{} shared", seats.offered)),
        false => Cell::Number(seats.offered.to_string()),
    }
}

fn seats_first(release: &Release, id: &str) -> String {
    format!("{:0>20}", seats_of(release, id).map_or(0, |seats| seats.offered.0))
}
