//! The organisation's templates: read from the shelf where they are needed, written back, handed out and taken in as files.

use leptos::prelude::*;
use web_sys::File;

use super::clock;
use super::desk::Desk;
use super::files;
use super::import::Refused;
use super::recovery::APP_VERSION;
use super::releases::hand_out_saying;
use crate::plan::{Choice, Release, TemplatePart, Templates};
use crate::plan_file::{
    self, Kept, TemplatesFile, read_stored_templates, read_templates, templates_file_name, templates_to_json,
};
use crate::readiness::{older_templates, saved};
use crate::storage::settings::{Profile, keep_templates, set_templates_aside, templates_text};
use crate::storage::tabs::{News, mark_of};
use crate::text;

/// Why RFCs are commonly rejected or deferred.
static USUAL_REJECTION_REASONS: [&str; 7] = [
    "Incomplete information",
    "No tested back-out plan",
    "Approvals missing",
    "Submitted too late",
    "Impact unclear",
    "Clash with another change",
    "Risk not accepted",
];

/// The organisation's templates, with what their text holds beyond what this version knows.
#[derive(Clone, Default, PartialEq)]
pub struct Held {
    /// The templates.
    pub templates: Templates,
    /// What else there is.
    pub kept: Kept,
}

/// The organisation's templates as they are stored. Where they cannot be read, the text is set aside and that is said.
#[must_use]
pub fn read(desk: Desk) -> Held {
    let Some(place) = desk.place_now() else { return Held::default() };
    let Some(text) = templates_text(&*place.shelf) else {
        let of_profile = |profile: &Profile| older_templates(&profile.own_criteria, profile.rejection_reasons.as_ref());
        let templates = desk.settings.with_untracked(|settings| of_profile(&settings.profile));
        return Held { templates, kept: Kept::default() };
    };
    match read_stored_templates(&text) {
        Ok(TemplatesFile { templates, kept, .. }) => Held { templates, kept },
        Err(why) => {
            let aside = match set_templates_aside(&*place.shelf, &text) {
                Ok(()) => "The text is set aside, and goes into every export of everything.",
                Err(_) => "The text is still where it was.",
            };
            desk.notice.set(Some(format!(
                "The organisation’s templates could not be read: {why} {aside} New releases start from Rollcall’s own lists \
                 until templates are set up or imported again."
            )));
            Held::default()
        }
    }
}

/// What is stored now, as a number by which tabs compare it.
#[must_use]
pub fn stored_mark(desk: Desk) -> u64 {
    mark_of(desk.place_now().and_then(|place| templates_text(&*place.shelf)).as_deref())
}

/// Stores the templates, and tells the other tabs. Says why where that fails.
pub fn write(desk: Desk, held: &Held) -> bool {
    let Some(place) = desk.place_now() else { return false };
    let text = templates_to_json(&held.templates, &held.kept, clock::now(), APP_VERSION);
    let before = stored_mark(desk);
    if let Err(error) = keep_templates(&*place.shelf, &text) {
        desk.toasts.say(&format!("The templates were not stored. {error} {}", error.cure()));
        return false;
    }
    place.channel.tell(News::Templates { before });
    let older = |profile: &Profile| !profile.own_criteria.is_empty() || profile.rejection_reasons.is_some();
    if desk.settings.with_untracked(|settings| older(&settings.profile)) {
        // They are among the templates now.
        desk.change_settings(|settings| {
            settings.profile.own_criteria = Vec::new();
            settings.profile.rejection_reasons = None;
        });
    }
    true
}

/// Why RFCs are rejected or deferred: the organisation's reasons, or the usual ones.
#[must_use]
pub fn rejection_reasons(templates: &Templates) -> Vec<String> {
    let usual = || USUAL_REJECTION_REASONS.iter().map(|reason| (*reason).to_owned()).collect();
    templates.rejection_reasons.clone().unwrap_or_else(usual)
}

/// Makes a part of a release the organisation's template, and offers to undo that.
pub fn save_part(desk: Desk, release: &Release, part: TemplatePart) {
    let before = read(desk);
    let mut after = before.clone();
    after.templates.take(part, &saved(release));
    if after == before {
        desk.toasts.say("The templates are like this already.");
    } else if write(desk, &after) {
        let said = format!("Saved as template: {}. New releases start from it.", text::lower_first(part.label()));
        desk.toasts.offer(&said, "Undo", move || {
            // Where it fails, it says so itself.
            let _ = write(desk, &before);
        });
    }
}

/// Hands templates out as a file.
pub fn export(desk: Desk, held: &Held) {
    let organisation = desk.settings.with_untracked(|settings| settings.profile.name.clone());
    let name = templates_file_name(&organisation, clock::today(&clock::local_zone()));
    let text = templates_to_json(&held.templates, &held.kept, clock::now(), APP_VERSION);
    hand_out_saying(desk, &name, &text, "application/json", &format!("Exported as {name}."));
}

/// Reads the first of the files that somebody gave.
///
/// # Errors
/// Why it was refused.
pub async fn read_file(files: &[File]) -> Result<Option<TemplatesFile>, Refused> {
    let Some(file) = files.first() else { return Ok(None) };
    let refuse = |what: String, cure: &str, problems| Refused {
        name: file.name(),
        what,
        cure: cure.to_owned(),
        problems,
        safe: "The templates are as they were.",
    };
    let refuse_file =
        |error: plan_file::PlanFileError| refuse(error.to_string(), error.cure(), error.problems().to_vec());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    plan_file::check_size(file.size() as u64).map_err(refuse_file)?;
    let bytes = files::bytes_of(file).await.map_err(|what| refuse(what, "Choose it once more.", Vec::new()))?;
    read_templates(&bytes).map(Some).map_err(refuse_file)
}
