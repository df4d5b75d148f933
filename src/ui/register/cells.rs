//! What the cells of a register show, drawn and as words to search and sort by.

use jiff::civil::Date;
use leptos::prelude::*;
use serde_json::Value;

use super::spec::{Cell, Register, Show};
use crate::days::FromText;
use crate::plan::{Count, Release};
use crate::plan_file::{member, text_of, texts_of};
use crate::text;
use crate::ui::components::Status;

/// A line of a register.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The entry's id.
    pub id: String,
    /// Its title. May be empty.
    pub title: String,
    /// What stands under the title.
    pub note: String,
    /// The cells of the further columns.
    pub cells: Vec<Cell>,
}

/// Every line of a register, in the order of its list.
pub fn lines(register: &Register, release: &Release, today: Date) -> Vec<Line> {
    // An entry becomes a JSON value only where a column shows a member of it.
    let shows = register.columns.iter().map(|column| column.show).chain(register.note);
    let by_member = shows.into_iter().any(|show| !matches!(show, Show::Cell(_)));
    let line = |id: String| {
        let entry = if by_member { (register.access.entry)(release, &id) } else { None }.unwrap_or_default();
        let of = |show: Show| cell(show, &entry, release, &id, today);
        let title = (register.access.title)(release, &id).unwrap_or_default();
        let note = register.note.map(|note| of(note).words()).unwrap_or_default();
        let cells = register.columns.iter().map(|column| of(column.show)).collect();
        Line { id, title, note, cells }
    };
    (register.access.ids)(release).into_iter().map(line).collect()
}

/// What stands in small print under an entry's title.
pub fn note(register: &Register, release: &Release, id: &str, today: Date) -> String {
    let Some(note) = register.note else { return String::new() };
    let entry = (register.access.entry)(release, id).unwrap_or_default();
    cell(note, &entry, release, id, today).words()
}

fn cell(show: Show, entry: &Value, release: &Release, id: &str, today: Date) -> Cell {
    match show {
        Show::Text(path) => Cell::Text(text_of(member(entry, path))),
        Show::Number(path) => Cell::Number(text_of(member(entry, path))),
        Show::Day(path) => {
            let day = text_of(member(entry, path));
            // Of a day with a time, the day.
            Cell::Day(day.split('T').next().and_then(Date::from_text))
        }
        Show::Word(path, words) => {
            let key = text_of(member(entry, path));
            let word = words().into_iter().find(|(other, _)| *other == key);
            Cell::Text(word.map(|(_, word)| word.to_owned()).unwrap_or_default())
        }
        Show::Person(path) => {
            let id = crate::plan::Id::new(&text_of(member(entry, path))).ok();
            Cell::Text(release.person_name(id).unwrap_or("Nobody").to_owned())
        }
        Show::Name(path, options) => {
            let chosen = member(entry, path);
            let keys = if chosen.is_array() { texts_of(chosen) } else { vec![text_of(chosen)] };
            let options = if keys.iter().all(String::is_empty) { Vec::new() } else { options(release) };
            let name = |key: &String| options.iter().find(|(other, _)| other == key).map(|(_, name)| name.clone());
            Cell::Text(keys.iter().filter_map(name).collect::<Vec<_>>().join(", "))
        }
        Show::Count(path) => Cell::Number(member(entry, path).as_array().map_or(0, Vec::len).to_string()),
        Show::Cell(of) => of(release, id, today),
    }
}

impl Cell {
    /// What it says.
    pub fn words(&self) -> String {
        match self {
            Self::Text(words) | Self::Status(_, words) | Self::Number(words) => words.clone(),
            Self::Day(day) => day.map(text::day).unwrap_or_default(),
            Self::Moment(moment) => moment.map(text::day_and_time).unwrap_or_default(),
            Self::Part(_, part, all) => format!("{} of {}", Count(*part), Count(*all)),
        }
    }

    /// What it sorts by: days by the calendar, numbers by their size.
    pub fn key(&self) -> String {
        match self {
            Self::Text(words) | Self::Status(_, words) => words.to_lowercase(),
            // Without a day comes last.
            Self::Day(day) => day.map_or_else(|| "~".to_owned(), |day| day.to_string()),
            Self::Moment(moment) => moment.map_or_else(|| "~".to_owned(), |moment| moment.to_string()),
            // By the share; nothing of nothing comes first.
            Self::Part(_, part, all) => {
                format!("{:0>20}", u64::from(*part) * 1_000_000 / u64::from(*all).max(1))
            }
            Self::Number(words) => {
                let digits: String = words.chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
                format!("{:0>20}", digits.replace(',', ""))
            }
        }
    }

    /// The cell as it is drawn.
    pub fn draw(self) -> AnyView {
        match self {
            Self::Status(role, word) => view! { <Status role word/> }.into_any(),
            Self::Day(Some(day)) => view! { <time datetime=day.to_string()>{text::day(day)}</time> }.into_any(),
            Self::Moment(Some(moment)) => view! {
                <time datetime=moment.to_string()>{text::day(moment.date())}<span class="small soft">{text::time(moment)}</span></time>
            }
            .into_any(),
            Self::Part(role, part, all) => {
                let said = self.words();
                view! {
                    <span class="tally"><span>{said.clone()}</span>
                        <meter class=role.class() min="0" max=all.to_string() prop:value=part.to_string() aria-hidden="true"></meter>
                    </span>
                }
                .into_any()
            }
            other => other.words().into_any(),
        }
    }
}
