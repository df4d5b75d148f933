//! Each printable document as data, then as HTML and Markdown.
