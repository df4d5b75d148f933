//! What somebody has set for this browser: appearance, their name, the organisation, the look of the list.
//!
//! Each section is read by itself, and each member of it too: one broken value costs that value alone, and what was
//! written stays under another key.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::error::StoreError;
use super::shelf::{PREFIX, Shelf};
use crate::order;

/// Everything that can be set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// How the app looks.
    pub appearance: Appearance,
    /// Who sits here.
    pub person: Declared,
    /// The organisation.
    pub profile: Profile,
    /// How the list of releases is shown.
    pub list: ListView,
}

/// How the app looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Appearance {
    /// Light or dark.
    pub theme: Theme,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Who sits here, as they say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Declared {
    /// Their name, for sign-offs and the change log.
    pub name: String,
    /// Whether they have been here before.
    pub has_visited: bool,
}

/// The organisation, as far as new releases take something from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The IANA time zone of a new release; empty for the browser's.
    pub time_zone: String,
    /// The ISO 4217 code of a new release; empty for none.
    pub currency: String,
    /// Answers to the advisor's questions that hold for the whole organisation, such as its size: question's key and
    /// answer's key.
    pub answers: BTreeMap<String, String>,
    /// Why RFCs are rejected or deferred here; none for the catalogue that comes with the app.
    pub rejection_reasons: Option<Vec<String>>,
    /// Acceptance criteria that a new release gets besides the default ones.
    pub own_criteria: Vec<String>,
}

/// How the list of releases is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListView {
    /// By what it is sorted.
    pub sort: Sort,
    /// Whether from the last to the first.
    pub descending: bool,
    /// The key of the verdict that is shown alone; none for all.
    pub verdict: Option<String>,
    /// The key of the approach that is shown alone; none for all.
    pub approach: Option<String>,
}

/// By what a list of releases is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The day of go-live.
    #[default]
    GoLive,
    /// The name.
    Name,
    /// Whether it is a Go.
    Readiness,
    /// The name of the strategy.
    Strategy,
    /// The name of the next gate.
    NextGate,
    /// The release manager's name.
    ReleaseManager,
    /// The time of the last save.
    Saved,
}

/// A section of the settings: what is stored under one key.
pub trait Section: Default + Serialize + DeserializeOwned {
    /// Its name in the key.
    const NAME: &'static str;

    /// Reads the section from the shelf. What cannot be read has its default, and the text is set aside.
    ///
    /// The second value tells what was set aside.
    fn read(shelf: &dyn Shelf) -> (Self, Option<SetAside>) {
        let text = shelf.get(&key(Self::NAME)).ok().flatten();
        let Some(text) = text else { return (Self::default(), None) };
        match whole(&text) {
            Ok(section) => (section, None),
            Err(error) => {
                let aside = SetAside { section: Self::NAME, what: error.to_string() };
                // Where even this fails, the text is still under its own key until somebody changes the setting.
                let _ = shelf.set(&aside_key(Self::NAME), &text);
                (member_by_member(&text), Some(aside))
            }
        }
    }

    /// Writes the section to the shelf.
    ///
    /// # Errors
    /// Where the shelf is full or cannot be written.
    fn write(&self, shelf: &dyn Shelf) -> Result<(), StoreError> {
        let text = serde_json::to_string(self).map_err(|error| StoreError::Failed { what: error.to_string() })?;
        shelf.set(&key(Self::NAME), &text)
    }
}

/// A section that could not be read in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its name.
    pub section: &'static str,
    /// What was wrong.
    pub what: String,
}

impl Settings {
    /// Reads all sections, and tells which could not be read in full.
    #[must_use]
    pub fn read(shelf: &dyn Shelf) -> (Self, Vec<SetAside>) {
        let (appearance, first) = Appearance::read(shelf);
        let (person, second) = Declared::read(shelf);
        let (profile, third) = Profile::read(shelf);
        let (list, fourth) = ListView::read(shelf);
        let aside = [first, second, third, fourth].into_iter().flatten().collect();
        (Self { appearance, person, profile, list }, aside)
    }

    /// Takes all sections off the shelf, what was set aside included.
    ///
    /// # Errors
    /// Where the shelf cannot be written.
    pub fn erase(shelf: &dyn Shelf) -> Result<(), StoreError> {
        let names = [Appearance::NAME, Declared::NAME, Profile::NAME, ListView::NAME, TEMPLATES];
        names.into_iter().flat_map(|name| [key(name), aside_key(name)]).try_for_each(|key| shelf.remove(&key))
    }
}

/// The organisation's templates: a text, which is read where it is needed rather than when the app starts.
const TEMPLATES: &str = "templates";

/// The text of the organisation's templates, where there is one.
#[must_use]
pub fn templates_text(shelf: &dyn Shelf) -> Option<String> {
    shelf.get(&key(TEMPLATES)).ok().flatten()
}

/// Puts the text of the organisation's templates on the shelf.
///
/// # Errors
/// Where the shelf is full or cannot be written.
pub fn keep_templates(shelf: &dyn Shelf, text: &str) -> Result<(), StoreError> {
    shelf.set(&key(TEMPLATES), text)
}

/// Sets a text aside that holds no templates that can be read, and makes room for others. Nothing is taken away before the
/// copy is there.
///
/// # Errors
/// Where the shelf is full or cannot be written.
pub fn set_templates_aside(shelf: &dyn Shelf, text: &str) -> Result<(), StoreError> {
    shelf.set(&aside_key(TEMPLATES), text)?;
    shelf.remove(&key(TEMPLATES))
}

/// What of the organisation's templates was set aside because it could not be read.
#[must_use]
pub fn templates_aside(shelf: &dyn Shelf) -> Option<String> {
    shelf.get(&aside_key(TEMPLATES)).ok().flatten()
}

impl Section for Appearance {
    const NAME: &'static str = "appearance";
}

impl Section for Declared {
    const NAME: &'static str = "person";
}

impl Section for Profile {
    const NAME: &'static str = "profile";
}

impl Section for ListView {
    const NAME: &'static str = "list";
}

/// The section as it is written. It has to be an object: a list of the members' values would do for serde.
fn whole<T: Section>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str::<Map<String, Value>>(text).and_then(|written| serde_json::from_value(Value::Object(written)))
}

/// The section with every member that can be read by itself.
fn member_by_member<T: Section>(text: &str) -> T {
    let written: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    let sound = |(name, value): &(String, Value)| {
        let alone = order::gathered([(name.clone(), value.clone())]);
        serde_json::from_value::<T>(Value::Object(alone)).is_ok()
    };
    let members: Map<String, Value> = order::gathered(written.into_iter().filter(sound));
    serde_json::from_value(Value::Object(members)).unwrap_or_default()
}

fn key(section: &str) -> String {
    format!("{PREFIX}settings:{section}")
}

fn aside_key(section: &str) -> String {
    format!("{PREFIX}set-aside:{section}")
}
