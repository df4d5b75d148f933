//! A document while it is being written.

use super::Kind;
use super::block::{Block, Callout, Column, Depth, Fact, Heading, List, Table};
use super::inline::{Status, Text};
use crate::line::one_line;
use crate::plan::Choice;

/// The blocks written so far.
pub(super) struct Sheet {
    prefix: String,
    blocks: Vec<Block>,
}

impl Sheet {
    /// An empty sheet for a document of this kind.
    pub(super) fn new(kind: Kind) -> Self {
        Self { prefix: kind.key().replace('_', "-"), blocks: Vec::new() }
    }

    /// What was written.
    pub(super) fn into_blocks(self) -> Vec<Block> {
        self.blocks
    }

    /// Starts a section.
    pub(super) fn section(&mut self, key: &str, title: &str) {
        self.heading(Depth::Section, key, title);
    }

    /// Starts a part of a section.
    pub(super) fn part(&mut self, key: &str, title: &str) {
        self.heading(Depth::Part, key, title);
    }

    /// Puts any block.
    pub(super) fn put(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// A paragraph; nothing where there are no words.
    pub(super) fn say(&mut self, text: impl Into<Text>) {
        let text = text.into();
        if !text.is_empty() {
            self.put(Block::Paragraph(text));
        }
    }

    /// What somebody wrote, a paragraph for each that is parted from the next by a blank line.
    pub(super) fn prose(&mut self, words: &str) {
        let mut paragraph = String::new();
        for line in words.lines().chain([""]) {
            if line.trim().is_empty() {
                self.say(std::mem::take(&mut paragraph));
            } else {
                paragraph.push_str(line);
                paragraph.push('\n');
            }
        }
    }

    /// A remark in small print.
    pub(super) fn note(&mut self, text: impl Into<Text>) {
        self.put(Block::Note(text.into()));
    }

    /// Something that nobody should miss.
    pub(super) fn callout(&mut self, status: Status, text: impl Into<Text>) {
        self.put(Block::Callout(Callout { status, text: text.into() }));
    }

    /// Names with their values.
    pub(super) fn facts(&mut self, facts: impl IntoIterator<Item = (&'static str, Text)>) {
        let facts = facts.into_iter().map(|(name, value)| Fact { name, value }).collect();
        self.put(Block::Facts(facts));
    }

    /// Points whose order does not count; nothing where there are none.
    pub(super) fn list(&mut self, items: Vec<Text>) {
        if !items.is_empty() {
            self.put(Block::List(List { ordered: false, items }));
        }
    }

    /// A table, or a sentence in its place where it would be empty.
    pub(super) fn table<const N: usize>(
        &mut self,
        columns: [Column; N],
        rows: impl IntoIterator<Item = [Text; N]>,
        where_empty: &str,
    ) {
        let table = Table::of(columns, rows);
        if table.rows().is_empty() {
            self.say(where_empty);
        } else {
            self.put(Block::Table(table));
        }
    }

    /// `key` is unique within the document; together with the kind it makes the id.
    fn heading(&mut self, depth: Depth, key: &str, title: &str) {
        let id = format!("{}-{key}", self.prefix);
        self.put(Block::Heading(Heading { depth, id, text: one_line(title) }));
    }
}
