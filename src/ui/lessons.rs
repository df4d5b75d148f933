//! What earlier releases of the same type taught, read from the store once somebody looks.

use jiff::civil::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::{Role, SectionHead, Status};
use super::desk::{Desk, use_desk};
use super::plan::{memo, use_plan};
use crate::plan::{AfterGoLive, Choice, Id, LessonKind, Release};
use crate::plan_file;
use crate::readiness::{EarlierLessons, Section, lessons_for};
use crate::route::Route;
use crate::text;

/// The lessons of earlier releases. Where there are none, nothing; or where `always`, a sentence.
#[must_use]
pub fn earlier_lessons(always: bool) -> AnyView {
    let (plan, desk) = (use_plan(), use_desk());
    let others = RwSignal::new(Vec::<Release>::new());
    // The page is drawn first: nobody waits for what others have learnt.
    let (own, today) = (plan.id(), plan.today.get_untracked());
    request_animation_frame(move || spawn_local(gather(desk, own, today, others)));
    let found = memo(Box::new(move || {
        others.with(|others| {
            let others: Vec<&Release> = others.iter().collect();
            plan.release.with(|release| lessons_for(release, &others))
        })
    }));
    let body = move || {
        found.with(|found| match found.as_slice() {
            [] if !always => ().into_any(),
            [] => panel(view! { <p class="soft">"No earlier release of this type has left any."</p> }.into_any()),
            found => panel(found.iter().map(of_release).collect_view().into_any()),
        })
    };
    body.into_any()
}

/// Reads the other releases one by one, and keeps of each what lessons need. What cannot be read is passed over.
async fn gather(desk: Desk, own: Id<Release>, today: Date, others: RwSignal<Vec<Release>>) {
    let Some(place) = desk.place_now() else { return };
    let Ok(listing) = place.store.list().await else { return };
    // What is still to go live has not taught anything.
    let over = listing.summaries.into_iter().filter(|it| it.headline.go_live.is_none_or(|day| day <= today));
    for id in over.map(|summary| summary.id).filter(|id| *id != own) {
        let Ok(Some(record)) = place.store.load(id).await else { continue };
        let Some(told) = plan_file::read_record(&record.body).ok().and_then(|file| told(file.release)) else {
            continue;
        };
        if others.try_update(|others| others.push(told)).is_none() {
            // The page is gone, and nobody looks any more.
            return;
        }
    }
}

/// Of a release that has lessons, what they need.
fn told(release: Release) -> Option<Release> {
    let Release { id, identity, after, .. } = release;
    let AfterGoLive { go_live, review, .. } = after;
    (!review.lessons.is_empty()).then(|| Release {
        id,
        identity,
        after: AfterGoLive { go_live, review, ..AfterGoLive::default() },
        ..Release::default()
    })
}

fn panel(inside: AnyView) -> AnyView {
    view! {
        <section class="section" aria-labelledby="earlier-lessons">
            <SectionHead id="earlier-lessons" title="Lessons of earlier releases"/>
            {inside}
        </section>
    }
    .into_any()
}

fn of_release(earlier: &EarlierLessons) -> AnyView {
    let address = address(earlier.release);
    let name = text::named(earlier.name.trim(), "Unnamed release");
    let name = format!("{name} {}", earlier.version.trim()).trim_end().to_owned();
    let on = earlier.on.map(text::day).unwrap_or_default();
    let lessons = earlier.lessons.iter().map(|lesson| {
        let role = match lesson.kind {
            LessonKind::WentWell => Role::Go,
            LessonKind::WentBadly => Role::NoGo,
            LessonKind::Lesson => Role::Advice,
        };
        view! { <li><Status role word=lesson.kind.label()/><p>{lesson.text.clone()}</p></li> }
    });
    view! {
        <h3><a href=address>{name}</a>" "<span class="small soft">{on}</span></h3>
        <ul class="lessons">{lessons.collect_view()}</ul>
    }
    .into_any()
}

fn address(id: Id<Release>) -> String {
    Route::section(id, Section::After).to_string()
}
