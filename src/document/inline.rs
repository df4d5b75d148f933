//! Text within a line: words, marks with their word, identifiers, addresses. Never HTML.

use std::fmt;

use crate::line::one_line;

/// The shape that a status is drawn with. It never stands without a word: see [`Status`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Go, met, passed, signed.
    Go,
    /// Conditional Go, with conditions, waived.
    Conditional,
    /// No-Go, not met, failed.
    NoGo,
    /// Changed since signing.
    Stale,
    /// Not started, not answered, waiting.
    Idle,
    /// Does not apply.
    NotApplicable,
    /// Worth knowing.
    Advice,
}

/// A mark with its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The shape.
    pub mark: Mark,
    /// The word.
    pub word: String,
}

/// An address that may be opened: http, https or mailto, and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Words, on one line.
    Plain(String),
    /// Words that stand out, on one line.
    Strong(String),
    /// An identifier, a version or a digest, on one line.
    Mono(String),
    /// A mark with its word.
    Status(Status),
    /// An address, shown as it is.
    Link(Address),
    /// The start of a new line.
    Break,
}

/// A text: pieces in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

impl Mark {
    /// The symbol in the sprite of marks.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Go => "mark-go",
            Self::Conditional => "mark-conditional",
            Self::NoGo => "mark-no-go",
            Self::Stale => "mark-stale",
            Self::Idle => "mark-idle",
            Self::NotApplicable => "mark-na",
            Self::Advice => "mark-advice",
        }
    }

    /// The status role, which is also the class that colours it.
    #[must_use]
    pub fn role(self) -> &'static str {
        match self {
            Self::Go => "go",
            Self::Conditional => "conditional",
            Self::NoGo => "no-go",
            Self::Stale => "stale",
            Self::Idle | Self::NotApplicable | Self::Advice => "idle",
        }
    }

    /// The mark as a character, for plain text.
    #[must_use]
    pub fn glyph(self) -> char {
        match self {
            Self::Go => '●',
            Self::Conditional => '◐',
            Self::NoGo => '■',
            Self::Stale => '↻',
            Self::Idle => '◌',
            Self::NotApplicable => '–',
            Self::Advice => '◉',
        }
    }

    /// The mark with this word.
    #[must_use]
    pub fn with(self, word: impl Into<String>) -> Status {
        Status { mark: self, word: one_line(&word.into()) }
    }
}

impl Address {
    /// The address in this text, where it is one that may be opened.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        const OPENED: [&str; 3] = ["http://", "https://", "mailto:"];
        let text = text.trim();
        let opens = |scheme: &&str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        let scheme = OPENED.iter().find(|scheme| opens(scheme))?;
        let plain = !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
        (plain && text.len() > scheme.len()).then(|| Self(text.to_owned()))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Text {
    /// Words that stand out; nothing where there are none.
    #[must_use]
    pub fn strong(words: &str) -> Self {
        let words = one_line(words);
        Self(if words.is_empty() { Vec::new() } else { vec![Span::Strong(words)] })
    }

    /// An identifier, a version or a digest; nothing where there is none.
    #[must_use]
    pub fn mono(identifier: &str) -> Self {
        let identifier = one_line(identifier);
        Self(if identifier.is_empty() { Vec::new() } else { vec![Span::Mono(identifier)] })
    }

    /// An address: a link where it may be opened, else the text alone.
    #[must_use]
    pub fn address(text: &str) -> Self {
        Address::new(text).map_or_else(|| Self::from(text), |address| Self(vec![Span::Link(address)]))
    }

    /// Texts, each on a line of its own. Empty ones are left out.
    #[must_use]
    pub fn lines(texts: impl IntoIterator<Item = Self>) -> Self {
        texts.into_iter().fold(Self::default(), Self::line)
    }

    /// This text, then another one in the same line.
    #[must_use]
    pub fn then(mut self, more: impl Into<Self>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// This text, then another one on a line of its own, unless one of them is empty.
    #[must_use]
    pub fn line(mut self, more: impl Into<Self>) -> Self {
        let more = more.into();
        if !self.is_empty() && !more.is_empty() {
            self.0.push(Span::Break);
        }
        self.0.extend(more.0);
        self
    }

    /// This text, or these words where it is empty.
    #[must_use]
    pub fn or(self, words: &str) -> Self {
        if self.is_empty() { Self::from(words) } else { self }
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Words as somebody wrote them: lines stay lines, blank ones and control characters are left out.
impl From<&str> for Text {
    fn from(words: &str) -> Self {
        let lines = words.lines().map(one_line).filter(|line| !line.is_empty());
        let mut spans = Vec::new();
        for line in lines {
            if !spans.is_empty() {
                spans.push(Span::Break);
            }
            spans.push(Span::Plain(line));
        }
        // A blank before or after the words joins them to their neighbours.
        join(&mut spans, words);
        Self(spans)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::from(words.as_str())
    }
}

impl From<Status> for Text {
    fn from(status: Status) -> Self {
        Self(vec![Span::Status(status)])
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for span in &self.0 {
            match span {
                Span::Plain(words) | Span::Strong(words) | Span::Mono(words) => f.write_str(words)?,
                Span::Status(status) => write!(f, "{} {}", status.mark.glyph(), status.word)?,
                Span::Link(address) => f.write_str(address.as_str())?,
                Span::Break => f.write_str("\n")?,
            }
        }
        Ok(())
    }
}

fn join(spans: &mut [Span], words: &str) {
    if words.starts_with(' ')
        && let Some(Span::Plain(first)) = spans.first_mut()
    {
        first.insert(0, ' ');
    }
    if words.ends_with(' ')
        && let Some(Span::Plain(last)) = spans.last_mut()
    {
        last.push(' ');
    }
}
