//! How the parts of a plan are declared: records, things in lists, and closed sets of words, and which members hold days.

/// A closed set of words that a plan may use, each with the key in the file and the word that people read.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every word, in the order in which people expect them.
    const ALL: &'static [Self];

    /// The word in the file.
    fn key(self) -> &'static str;

    /// The word that people read.
    fn label(self) -> &'static str;

    /// The choice with this key.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.key() == key)
    }
}

/// The members of a plan that hold a day or a time. Any other member is text, even where it reads like a day.
pub const DAY_MEMBERS: [&str; 28] = [
    "acknowledged",
    "added",
    "at",
    "cab_date",
    "closed",
    "deadline",
    "due",
    "end",
    "ended",
    "fixed",
    "found",
    "from",
    "held",
    "met",
    "next",
    "on",
    "opened",
    "refreshed",
    "reported",
    "resolved",
    "review",
    "reviewed",
    "sent",
    "set_up",
    "start",
    "started",
    "submitted",
    "until",
];

/// Declares a closed set of words. The first one is the default.
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $name:ident {
        $(#[$first_meta:meta])* $first:ident = $first_key:literal, $first_label:literal;
        $($(#[$variant_meta:meta])* $variant:ident = $key:literal, $label:literal;)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[$first_meta])* #[default] #[serde(rename = $first_key)] $first,
            $($(#[$variant_meta])* #[serde(rename = $key)] $variant,)*
        }

        impl $crate::plan::Choice for $name {
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];

            fn key(self) -> &'static str {
                match self { Self::$first => $first_key, $(Self::$variant => $key),* }
            }

            fn label(self) -> &'static str {
                match self { Self::$first => $first_label, $(Self::$variant => $label),* }
            }
        }
    };
}

/// Declares a record: every member may be absent in a file and then has its default.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(default)]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    };
}

/// Declares a record that lives in an [`Items`](super::Items): it has an id, and one member is its title.
macro_rules! item {
    ($(#[$meta:meta])* pub struct $name:ident titled $title:ident {
        $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
    }) => {
        record! {
            $(#[$meta])*
            pub struct $name {
                /// The stable id.
                pub id: $crate::plan::Id<$name>,
                $($(#[$field_meta])* pub $field: $type,)*
            }
        }

        impl $crate::plan::Item for $name {
            fn id(&self) -> $crate::plan::Id<Self> {
                self.id
            }

            fn set_id(&mut self, id: $crate::plan::Id<Self>) {
                self.id = id;
            }

            fn title(&self) -> &str {
                &self.$title
            }
        }
    };
}
