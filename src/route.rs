//! Addresses within the app, to and from `#/…`.
//!
//! An address is all that is needed to come back to a place: after a reload, through Back, or from a finding.

use std::fmt;

use crate::document::Kind;
use crate::plan::{Choice, Id, Release, TEMPLATES_ID};
use crate::readiness::{Place, Section};

/// How many steps the wizard for a new release has.
pub const NEW_STEPS: usize = 3;

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The list of releases.
    Releases,
    /// The wizard for a new release, at one of its steps, from 1 to [`NEW_STEPS`].
    New(usize),
    /// Settings.
    Settings,
    /// A page of a release.
    Release(Id<Release>, Page),
    /// An address that leads nowhere.
    Unknown(String),
}

/// A page of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// A section, in it an entry, and of that a field to put the focus on: `answer`, or with a part `sign_offs.lead`.
    Section(Section, Option<String>, Option<String>),
    /// The walk to a strategy: one question at a time, from 1.
    Walk(usize),
    /// The Board's roll call.
    RollCall,
    /// The documents, or one of them.
    Documents(Option<Kind>),
    /// Everything that somebody must do.
    Actions,
    /// The change log.
    History,
}

impl Route {
    /// The place that an address names. The `#` may be there or not.
    #[must_use]
    pub fn parse(address: &str) -> Self {
        let address = address.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let found = match parts.as_slice() {
            [] => Some(Self::Releases),
            ["new"] => Some(Self::New(1)),
            ["new", step] => step.parse().ok().filter(|step| (1..=NEW_STEPS).contains(step)).map(Self::New),
            ["settings"] => Some(Self::Settings),
            ["settings", "templates", page @ ..] => {
                Page::parse(page, query).map(|page| Self::Release(Id::of_key(TEMPLATES_ID), page))
            }
            ["r", id, page @ ..] => {
                Id::new(id).ok().zip(Page::parse(page, query)).map(|(id, page)| Self::Release(id, page))
            }
            _ => None,
        };
        found.unwrap_or_else(|| Self::Unknown(address.to_owned()))
    }

    /// The organisation's templates, which have pages like those of a release.
    #[must_use]
    pub fn templates() -> Self {
        Self::overview(Id::of_key(TEMPLATES_ID))
    }

    /// The overview of a release.
    #[must_use]
    pub fn overview(id: Id<Release>) -> Self {
        Self::section(id, Section::Overview)
    }

    /// A section of a release.
    #[must_use]
    pub fn section(id: Id<Release>, section: Section) -> Self {
        Self::Release(id, Page::Section(section, None, None))
    }

    /// An entry of a section of a release.
    #[must_use]
    pub fn entry(id: Id<Release>, section: Section, entry: impl ToString) -> Self {
        Self::Release(id, Page::Section(section, Some(entry.to_string()), None))
    }

    /// The place where a finding is cured.
    #[must_use]
    pub fn cure(id: Id<Release>, place: &Place) -> Self {
        let field = place.field.map(|field| match &place.part {
            Some(part) => format!("{field}.{part}"),
            None => field.to_owned(),
        });
        Self::Release(id, Page::Section(place.section, place.id.clone(), field))
    }
}

impl Page {
    fn parse(parts: &[&str], query: &str) -> Option<Self> {
        match parts {
            [] => Some(Self::Section(Section::Overview, None, field_of(query))),
            ["strategy", "walk"] => Some(Self::Walk(1)),
            ["strategy", "walk", number] => number.parse().ok().filter(|number| *number > 0).map(Self::Walk),
            ["board", "roll-call"] => Some(Self::RollCall),
            ["documents"] => Some(Self::Documents(None)),
            ["documents", kind] => Kind::from_key(kind).map(|kind| Self::Documents(Some(kind))),
            ["actions"] => Some(Self::Actions),
            ["history"] => Some(Self::History),
            [section] => Some(Self::Section(Section::from_key(section)?, None, field_of(query))),
            [section, entry] => {
                Id::<Release>::new(entry).ok()?;
                Some(Self::Section(Section::from_key(section)?, Some((*entry).to_owned()), field_of(query)))
            }
            _ => None,
        }
    }
}

/// The field that a query names: `field=answer`, or with the part of the entry that it belongs to `field=sign_offs.lead`.
fn field_of(query: &str) -> Option<String> {
    let field = query.split('&').find_map(|part| part.strip_prefix("field="))?;
    let plain = field.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
    (plain && !field.is_empty()).then(|| field.to_owned())
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Releases => f.write_str("#/"),
            Self::New(1) => f.write_str("#/new"),
            Self::New(step) => write!(f, "#/new/{step}"),
            Self::Settings => f.write_str("#/settings"),
            Self::Release(id, page) if id.as_str() == TEMPLATES_ID => write!(f, "#/settings/templates{page}"),
            Self::Release(id, page) => write!(f, "#/r/{id}{page}"),
            Self::Unknown(address) => write!(f, "#{address}"),
        }
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section, entry, field) => {
                if *section != Section::Overview || entry.is_some() {
                    write!(f, "/{}", section.key())?;
                }
                if let Some(entry) = entry {
                    write!(f, "/{entry}")?;
                }
                match field {
                    Some(field) => write!(f, "?field={field}"),
                    None => Ok(()),
                }
            }
            Self::Walk(1) => f.write_str("/strategy/walk"),
            Self::Walk(number) => write!(f, "/strategy/walk/{number}"),
            Self::RollCall => f.write_str("/board/roll-call"),
            Self::Documents(None) => f.write_str("/documents"),
            Self::Documents(Some(kind)) => write!(f, "/documents/{}", kind.key()),
            Self::Actions => f.write_str("/actions"),
            Self::History => f.write_str("/history"),
        }
    }
}
