//! Which actions are shown, and in which groups.

use jiff::civil::Date;

use crate::action::{DueBand, Todo, TodoKind, actions_with_done, due_band};
use crate::plan::{Choice, Release};
use crate::text;

choice! {
    /// What is let through.
    pub enum Sieve {
        /// What is open.
        Open = "open", "Open";
        /// What falls to the one who works here.
        Mine = "mine", "Mine";
        /// What is late.
        Overdue = "overdue", "Overdue";
        /// What is due within seven days.
        Soon = "soon", "Next 7 days";
        /// What is done.
        Done = "done", "Done";
    }
}

choice! {
    /// What is put together.
    pub enum Grouping {
        /// What one person does.
        Owner = "owner", "By owner";
        /// What is due at about the same time.
        Due = "due", "By due date";
        /// What is alike.
        Kind = "kind", "By kind";
    }
}

/// One thing to do, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The same for as long as it is the same thing.
    pub key: String,
    /// The thing.
    pub todo: Todo,
    /// What is to be done.
    pub what: String,
    /// Where it was agreed.
    pub origin: String,
    /// Who does it; empty where nobody is known.
    pub owner: String,
    /// Whether that is the one who works here.
    mine: bool,
    band: DueBand,
}

/// Lines under a heading: the keys, in order.
pub type Groups = Vec<(String, Vec<String>)>;

impl Sieve {
    /// Whether it lets a line through.
    #[must_use]
    pub fn takes(self, line: &Line) -> bool {
        let open = line.todo.done.is_none();
        match self {
            Self::Open => open,
            Self::Mine => open && line.mine,
            Self::Overdue => line.todo.overdue,
            Self::Soon => line.band == DueBand::Soon,
            Self::Done => !open,
        }
    }
}

/// Everything to do and done, in words. `who` is the name that the one who works here has declared.
#[must_use]
pub fn lines(release: &Release, today: Date, who: &str) -> Vec<Line> {
    let line = |mut todo: Todo| {
        // A message is known by its subject as it will be read.
        if todo.kind == TodoKind::Message {
            todo.text = text::plain_subject(&todo.text, release);
        }
        let owner = release.person_name(todo.owner).unwrap_or_default().trim().to_owned();
        let mine = !owner.is_empty() && owner.to_lowercase() == who.trim().to_lowercase();
        let (what, origin, band) = (text::todo(&todo), text::todo_origin(&todo), due_band(&todo, today));
        Line { key: format!("{:?}", todo.source), what, origin, owner, mine, band, todo }
    };
    actions_with_done(release, today).into_iter().map(line).collect()
}

/// The lines that are let through and have the words that are searched for, in groups; groups without any are left out.
#[must_use]
pub fn groups(all: &[Line], release: &Release, sieve: Sieve, wanted: &str, by: Grouping) -> Groups {
    let wanted = wanted.trim().to_lowercase();
    let says = |line: &&Line| {
        wanted.is_empty() || format!("{} {} {}", line.what, line.origin, line.owner).to_lowercase().contains(&wanted)
    };
    let found: Vec<&Line> = all.iter().filter(|line| sieve.takes(line)).filter(says).collect();
    let under = |title: String, belongs: &dyn Fn(&Line) -> bool| {
        let keys: Vec<String> = found.iter().filter(|line| belongs(line)).map(|line| line.key.clone()).collect();
        (!keys.is_empty()).then_some((title, keys))
    };
    match by {
        Grouping::Owner => {
            let people = release.people.iter().map(|person| Some(person.id)).chain([None]);
            let named = people.filter_map(|owner| {
                let name = text::named(release.person_name(owner).unwrap_or_default().trim(), "Nobody");
                Some((name, under(String::new(), &|line| line.todo.owner == owner)?.1))
            });
            together(named)
        }
        Grouping::Due => {
            DueBand::ALL.iter().filter_map(|band| under(band.label().to_owned(), &|line| line.band == *band)).collect()
        }
        Grouping::Kind => TodoKind::ALL
            .iter()
            .filter_map(|kind| under(kind.label().to_owned(), &|line| line.todo.kind == *kind))
            .collect(),
    }
}

/// People of one name are under one heading: a heading is how a group is known.
fn together(groups: impl Iterator<Item = (String, Vec<String>)>) -> Groups {
    let mut joined: Groups = Vec::new();
    for (title, mut keys) in groups {
        match joined.iter_mut().find(|(other, _)| *other == title) {
            Some((_, known)) => known.append(&mut keys),
            None => joined.push((title, keys)),
        }
    }
    joined
}
