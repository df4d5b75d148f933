//! Who is told what, the messages themselves, and which document goes to whom.

use crate::communication::{
    Handed, Listener, Piece, Row, Sending, Table, Told, by_day, handed, in_order_of_sending, merged, send_day, sending,
    template_name, told,
};
use crate::document::block::Column;
use crate::document::inline::{Mark, Span, Status, Text};
use crate::document::phrase;
use crate::document::section::{View, signatures};
use crate::document::sheet::Sheet;
use crate::gate::Digests;
use crate::plan::{Choice, Distribution, Message};
use crate::text::{self, day, from_go_live, plain_subject};

/// Every message with its day, for readers who need no more.
pub(in crate::document) fn in_brief(view: &View, sheet: &mut Sheet) {
    calendar(view, sheet);
    distribution(view, sheet);
}

/// The messages in the order in which they are sent.
pub(in crate::document) fn calendar(view: &View, sheet: &mut Sheet) {
    let rows = in_order_of_sending(view.release).into_iter().map(|message| {
        [
            when(view, message),
            subject(view, message),
            readers(view, message),
            Text::from(message.channel.label()),
            phrase::person(view.release, message.sender),
            standing(view, message),
        ]
    });
    sheet.section("messages", "Messages");
    let columns = [
        Column::narrow("When"),
        Column::wide("Message"),
        Column::wide("For"),
        Column::words("Channel"),
        Column::words("Sender"),
        Column::words("State"),
    ];
    sheet.table(columns, rows, "No message is planned yet: nobody is told of the release.");
}

/// Who has been told what, and who has not yet.
pub(in crate::document) fn who_is_told(view: &View, sheet: &mut Sheet) {
    let table = told(view.release, view.today);
    let rows = table.rows.iter().map(|row| [listener(&row.listener), latest(row), each(view, row, &table)]);
    sheet.section("told", "Who has been told what");
    let columns = [Column::words("Who"), Column::narrow("Told last"), Column::wide("Messages")];
    sheet.table(columns, rows, "Nobody is known yet who would have to be told.");
}

/// Each message in full, as it reads today. What the plan does not say yet is marked.
pub(in crate::document) fn in_full(view: &View, sheet: &mut Sheet) {
    let messages = in_order_of_sending(view.release);
    if messages.is_empty() {
        return;
    }
    sheet.section("in-full", "The messages in full");
    sheet.note("Fields are filled in from the plan as it is today. What it does not say yet is marked.");
    for (at, message) in messages.into_iter().enumerate() {
        one(view, message, at + 1, sheet);
    }
}

/// Which document goes to whom.
pub(in crate::document) fn distribution(view: &View, sheet: &mut Sheet) {
    let digests = Digests::of(&view.contents);
    let release = view.release;
    let rows = release.distribution.iter().map(|entry| {
        let by = by_day(entry, release).map_or_else(Text::default, |by| Text::from(day(by)));
        [
            Text::from(entry.document.label()),
            recipient(view, entry),
            by.line(from_go_live(entry.by)),
            handed_out(view, entry, &digests),
            Text::mono(&signatures::short(&entry.sha256)).or("none noted"),
        ]
    });
    sheet.section("distribution", "Distribution of documents");
    let columns = [
        Column::words("Document"),
        Column::words("To"),
        Column::narrow("By"),
        Column::wide("State"),
        Column::narrow("Digest when sent"),
    ];
    sheet.table(columns, rows, "No document goes to anybody yet.");
}

fn one(view: &View, message: &Message, number: usize, sheet: &mut Sheet) {
    let title = plain_subject(&message.subject, view.release);
    let title = if title.is_empty() { "Message without a subject".to_owned() } else { title };
    sheet.part(&format!("message-{number}"), &format!("{number}. {title}"));
    let template = message.template.as_deref().map(str::trim).unwrap_or_default();
    sheet.facts([
        ("For", readers(view, message)),
        ("Through", Text::from(message.channel.label())),
        ("Sender", phrase::person(view.release, message.sender)),
        ("When", when(view, message)),
        ("State", standing(view, message)),
        ("Started from", template_name(template).map_or_else(|| Text::mono(template), Text::from).or("no template")),
        ("Subject", subject(view, message)),
    ]);
    let paragraphs = paragraphs(view, &message.body);
    if paragraphs.is_empty() {
        sheet.say("It says nothing yet.");
    }
    for paragraph in paragraphs {
        sheet.say(paragraph);
    }
}

fn subject(view: &View, message: &Message) -> Text {
    let lines = paragraphs(view, &message.subject.split_whitespace().collect::<Vec<_>>().join(" "));
    Text::lines(lines).or("no subject")
}

/// A text with its fields filled in, a paragraph for each that is parted from the next by a blank line.
fn paragraphs(view: &View, text: &str) -> Vec<Text> {
    let mut written = Written::default();
    for piece in merged(text, view.release) {
        match &piece {
            Piece::Missing(field) => written.mark(Mark::NoGo.with(text::missing(field))),
            Piece::Unknown(name) => written.mark(Mark::NoGo.with(text::unknown(name))),
            Piece::Words(_) | Piece::Filled(..) => written.say(&text::piece(&piece)),
        }
    }
    written.paragraphs()
}

/// A text while it is being written: paragraphs, of the last one its lines, and of the last line its words.
#[derive(Default)]
struct Written {
    done: Vec<Text>,
    paragraph: Text,
    line: Text,
    words: String,
}

impl Written {
    fn say(&mut self, words: &str) {
        for (at, words) in words.split('\n').enumerate() {
            if at > 0 {
                self.end_line();
            }
            self.words.push_str(words);
        }
    }

    fn mark(&mut self, status: Status) {
        self.end_words();
        self.line = std::mem::take(&mut self.line).then(status);
    }

    fn paragraphs(mut self) -> Vec<Text> {
        self.end_line();
        self.end_line();
        self.done
    }

    fn end_words(&mut self) {
        let words = std::mem::take(&mut self.words);
        let said = Text::from(words.as_str());
        // Between two marks there may be nothing but a blank.
        let blank = said.is_empty() && !words.is_empty() && !self.line.is_empty();
        let said = if blank { Text(vec![Span::Plain(" ".to_owned())]) } else { said };
        self.line = std::mem::take(&mut self.line).then(said);
    }

    /// Ends a line; an empty one ends the paragraph.
    fn end_line(&mut self) {
        self.end_words();
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.paragraph = std::mem::take(&mut self.paragraph).line(line);
        } else if !self.paragraph.is_empty() {
            self.done.push(std::mem::take(&mut self.paragraph));
        }
    }
}

fn when(view: &View, message: &Message) -> Text {
    let on = send_day(view.release, message.send).map_or_else(Text::default, |on| Text::from(day(on)));
    on.line(from_go_live(message.send))
}

fn standing(view: &View, message: &Message) -> Text {
    let standing = sending(message, view.release, view.today);
    let status = mark(standing).with(text::sending(standing, view.today));
    let by = view.release.person_name(message.sent_by).map(|_| phrase::person(view.release, message.sent_by));
    Text::from(status).line(by.map_or_else(Text::default, |name| Text::from("by ").then(name)))
}

fn readers(view: &View, message: &Message) -> Text {
    let release = view.release;
    let departments = message
        .departments
        .iter()
        .map(|id| phrase::named(release.departments.get(*id).map(|department| department.name.as_str()), id.as_str()));
    let people = message.people.iter().map(|id| phrase::person(release, Some(*id)));
    let others = std::iter::once(Text::from(message.others.trim())).filter(|others| !others.is_empty());
    phrase::commas(departments.chain(people).chain(others)).or("nobody named")
}

fn listener(of: &Listener) -> Text {
    match of {
        Listener::Department(department) => {
            let name = phrase::named(Some(&department.name), department.id.as_str());
            if department.impacted { name } else { name.then(" (not impacted)") }
        }
        Listener::Person(person) => phrase::named(Some(&person.name), person.id.as_str()),
        Listener::Others(others) => Text::from(*others).or("somebody"),
    }
}

fn latest(row: &Row) -> Text {
    row.latest.map_or_else(|| Text::from("not yet"), |(_, on)| Text::from(day(on)))
}

fn each(view: &View, row: &Row, table: &Table) -> Text {
    let addressed = table.messages.iter().zip(&row.each).filter(|(_, told)| **told != Told::NotAddressed);
    let lines = addressed.map(|(message, told)| {
        let about = Text::from(plain_subject(&message.subject, view.release)).or("Message without a subject");
        about.then(": ").then(told_status(*told))
    });
    Text::lines(lines).or("No message is for them")
}

fn told_status(told: Told) -> Status {
    let mark = match told {
        Told::NotAddressed => Mark::NotApplicable,
        Told::Addressed(standing) => mark(standing),
    };
    mark.with(text::told(told))
}

fn mark(standing: Sending) -> Mark {
    match standing {
        Sending::Undated | Sending::Planned(_) => Mark::Idle,
        Sending::Overdue(_) => Mark::NoGo,
        Sending::Sent(_) => Mark::Go,
    }
}

fn recipient(view: &View, entry: &Distribution) -> Text {
    let person = entry.person.map_or_else(Text::default, |id| phrase::person(view.release, Some(id)));
    person.line(Text::from(entry.to.trim())).or("nobody named")
}

fn handed_out(view: &View, entry: &Distribution, digests: &Digests) -> Text {
    let standing = handed(entry, view.release, digests, view.today);
    let mark = match standing {
        Handed::Due(_) => Mark::Idle,
        Handed::Overdue(_) => Mark::NoGo,
        Handed::Sent(_) => Mark::Conditional,
        Handed::Acknowledged(_) => Mark::Go,
        Handed::Changed(_) => Mark::Stale,
    };
    let days = [("Sent on", entry.sent), ("Acknowledged on", entry.acknowledged)];
    let noted = days.into_iter().filter_map(|(what, on)| on.map(|on| Text::from(format!("{what} {}", day(on)))));
    let said = text::handed(standing, view.today);
    // What the state says already is not said twice.
    let noted = noted.filter(|noted| !said.contains(&noted.to_string()));
    Text::from(mark.with(&*said)).line(Text::lines(noted))
}
