//! Who gets the release when.

use crate::document::block::Column;
use crate::document::inline::{Mark, Status, Text};
use crate::document::phrase;
use crate::document::section::{View, delivery};
use crate::document::sheet::Sheet;
use crate::plan::{Approach, Count, Release, Wave, WaveState};
use crate::rollout::{WaveSight, confidence, defect_rate, people_in, sights, smallest_pilot};
use crate::text::share;

/// The waves, and the details of what the chosen strategy needs.
pub(in crate::document) fn rollout(view: &View, sheet: &mut Sheet) {
    sheet.section("rollout", "Rollout plan");
    waves(view, sheet);
    delivery::details(view, sheet);
}

fn waves(view: &View, sheet: &mut Sheet) {
    let release = view.release;
    let waves = &release.rollout.waves;
    sheet.part("waves", "Waves");
    if waves.is_empty() {
        sheet.say(without_waves(release));
        return;
    }
    if let Some(words) = waves_mean(release) {
        sheet.say(words);
    }
    let sights = sights(release);
    let columns = [
        Column::number("No."),
        Column::words("Wave"),
        Column::wide("Groups"),
        Column::number("People or devices"),
        Column::number("Share so far"),
        Column::narrow("Starts"),
        Column::number("Watched for"),
        Column::number("Target"),
        Column::narrow("State"),
    ];
    sheet.table(
        columns,
        waves.iter().zip(&sights).enumerate().map(|(at, (wave, sight))| row(release, at, wave, sight)),
        "",
    );
    sheet.say(reach(release));
    detection(release, &sights, sheet);
    left_out(release, sheet);
    let judged = [Column::words("Wave"), Column::wide("The next one starts when"), Column::wide("Taken back alone by")];
    let rows = waves.iter().map(|wave| {
        [
            name(wave),
            Text::from(wave.success_criteria.trim()).or("no success criteria yet"),
            Text::from(wave.back_out.trim()).or("nothing of its own: the back-out plan holds"),
        ]
    });
    sheet.table(judged, rows, "");
}

/// The share that has it once the wave has, beside the one that was planned.
fn share_so_far(sight: &WaveSight, wave: &Wave) -> String {
    let reached = sight.share.map_or_else(|| "not known".to_owned(), share);
    match wave.share {
        Some(planned) => format!("{reached} (planned {planned})"),
        None => reached,
    }
}

/// What the waves bring to light.
fn detection(release: &Release, sights: &[WaveSight], sheet: &mut Sheet) {
    let plan = &release.rollout.detection;
    let (rate, sure) = (defect_rate(plan), confidence(plan));
    let needed = smallest_pilot(rate, sure);
    sheet.facts([
        ("Defect to be seen", Text::from(format!("one that shows on {rate} of installations"))),
        ("With a chance of", Text::from(sure.to_string())),
        (
            "Takes a pilot of",
            Text::from(
                needed.map_or_else(|| "no number: nothing is certain".to_owned(), |needed| Count(needed).to_string()),
            ),
        ),
    ]);
    let columns = [
        Column::words("Wave"),
        Column::number("Reached so far"),
        Column::number("Chance that it shows in this wave"),
        Column::number("Chance that it has shown by then"),
        Column::narrow("Enough"),
    ];
    let rows = release.rollout.waves.iter().zip(sights).map(|(wave, sight)| {
        let enough = needed.is_some_and(|needed| sight.so_far >= needed);
        [
            name(wave),
            Text::from(Count(sight.so_far).to_string()),
            Text::from(share(sight.alone)),
            Text::from(share(sight.chance)),
            if enough { Mark::Go.with("Yes") } else { Mark::Conditional.with("Too few") }.into(),
        ]
    });
    sheet.table(columns, rows, "");
}

/// What waves are where the strategy is not phased, so that the push and the forecast do not go by them; nothing where they
/// do.
#[must_use]
pub fn waves_mean(release: &Release) -> Option<&'static str> {
    let approach = release.strategy.choice.as_ref()?.strategy.approach;
    match approach {
        _ if release.rollout.waves.is_empty() => None,
        Approach::Phased => None,
        Approach::Parallel => Some(
            "While old and new run side by side, a wave says on which day its groups move over to the new. The push, and the \
             forecast of this strategy, take everyone at once; from the waves comes only when it starts and by when it is to \
             be done.",
        ),
        Approach::BigBang => Some(
            "With Big Bang everyone receives the release at once: so do the push and the forecast of this strategy take it. From \
             the waves comes only when it starts and by when it is to be done.",
        ),
    }
}

fn without_waves(release: &Release) -> &'static str {
    match release.strategy.choice.as_ref().map(|choice| choice.strategy.approach) {
        Some(Approach::BigBang) => "Everyone receives the release at once: there are no waves.",
        Some(Approach::Parallel) => "There are no waves: everyone moves over while old and new run side by side.",
        Some(Approach::Phased) => "The rollout is phased, and no wave is planned yet.",
        None => "No wave is planned yet.",
    }
}

fn row(release: &Release, at: usize, wave: &Wave, sight: &WaveSight) -> [Text; 9] {
    let groups = wave.groups.iter().map(|id| {
        let group = release.group(*id);
        phrase::named(group.map(|group| group.name.as_str()), id.as_str())
    });
    [
        Text::from((at + 1).to_string()),
        name(wave),
        phrase::commas(groups).or("no group yet"),
        Text::from(people_in(release, wave).to_string()),
        Text::from(share_so_far(sight, wave)),
        phrase::moment_or(wave.start, "not set"),
        Text::from(wave.bake.to_string()),
        Text::from(wave.target.to_string()),
        Text::from(state(wave.state)).line(backed_out(wave)),
    ]
}

fn name(wave: &Wave) -> Text {
    phrase::named(Some(&wave.name), wave.id.as_str())
}

fn state(of: WaveState) -> Status {
    match of {
        WaveState::Planned => Mark::Idle.with("Planned"),
        WaveState::Running => Mark::Conditional.with("Running"),
        WaveState::Done => Mark::Go.with("Done"),
        WaveState::BackedOut => Mark::NoGo.with("Backed out"),
    }
}

/// Why it was taken back, where somebody says so.
fn backed_out(wave: &Wave) -> Text {
    Text::from(wave.backed_out_because.trim())
}

/// The groups that no wave reaches.
fn left_out(release: &Release, sheet: &mut Sheet) {
    let reached = |id| release.rollout.waves.iter().any(|wave| wave.groups.contains(&id));
    let groups = release.groups().filter(|(_, group)| !reached(group.id)).map(|(department, group)| {
        let group = phrase::named(Some(&group.name), group.id.as_str()).then(format!(" ({})", group.size));
        group.then(" in ").then(phrase::named(Some(&department.name), department.id.as_str()))
    });
    let groups: Vec<Text> = groups.collect();
    if !groups.is_empty() {
        sheet.say("In no wave:");
        sheet.list(groups);
    }
}

/// How many of those who receive the release the waves reach: a group in two waves counts once.
fn reach(release: &Release) -> String {
    let waves = &release.rollout.waves;
    let sum = |reached: bool| {
        let groups = release.groups().filter(|(_, group)| {
            let inside = waves.iter().any(|wave| wave.groups.contains(&group.id));
            inside || !reached
        });
        Count(groups.map(|(_, group)| group.size.0).fold(0, u32::saturating_add))
    };
    let count = phrase::counted(waves.len(), "wave reaches", "waves reach");
    format!("{count} {} of {} people or devices in the user groups.", sum(true), sum(false))
}
