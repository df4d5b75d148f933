//! How the parts of a plan are declared: records, things in lists, and closed sets of words, and which members hold days.

/// A closed set of words that a plan may use, each with the key in the file and the word that people read.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every word, in the order in which people expect them.
    const ALL: &'static [Self];

    /// The key of each, in the same order.
    const KEYS: &'static [&'static str];

    /// The word in the file.
    fn key(self) -> &'static str;

    /// The word that people read.
    fn label(self) -> &'static str;

    /// The choice with this key.
    fn from_key(key: &str) -> Option<Self> {
        let at = Self::KEYS.iter().position(|known| *known == key)?;
        Self::ALL.get(at).copied()
    }
}

/// The members of a plan that hold a day or a time. Any other member is text, even where it reads like a day.
pub const DAY_MEMBERS: [&str; 30] = [
    "acknowledged",
    "added",
    "at",
    "began",
    "cab_date",
    "closed",
    "deadline",
    "due",
    "end",
    "ended",
    "finished",
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
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[$first_meta])* #[default] #[cfg_attr(feature = "cli", schemars(rename = $first_key))] $first,
            $($(#[$variant_meta])* #[cfg_attr(feature = "cli", schemars(rename = $key))] $variant,)*
        }

        impl $crate::plan::Choice for $name {
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];
            const KEYS: &'static [&'static str] = &[$first_key, $($key),*];

            fn key(self) -> &'static str {
                Self::KEYS.get(self as usize).copied().unwrap_or_default()
            }

            fn label(self) -> &'static str {
                match self { Self::$first => $first_label, $(Self::$variant => $label),* }
            }
        }

        impl $crate::plan::Written for $name {
            fn read(&mut self, from: &mut dyn $crate::plan::Source) -> $crate::plan::Outcome {
                let at = $crate::plan::written::choice_at(from, <Self as $crate::plan::Choice>::KEYS)?;
                *self = <Self as $crate::plan::Choice>::ALL.get(at).copied().unwrap_or_default();
                Ok(())
            }

            fn write(&self) -> serde_json::Value {
                serde_json::Value::from($crate::plan::Choice::key(*self))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str($crate::plan::Choice::key(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::plan::written::choice_of(from)
            }
        }
    };
}

/// Declares a record: every member may be absent in a file and then has its default.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(default))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $name {
            const MEMBERS: &'static [&'static str] = &[$(stringify!($field)),*];
        }

        impl $crate::plan::Written for $name {
            fn read(&mut self, from: &mut dyn $crate::plan::Source) -> $crate::plan::Outcome {
                $crate::plan::written::read_members(from, Self::MEMBERS, &mut [$(&mut self.$field),*])
            }

            fn write(&self) -> serde_json::Value {
                $crate::plan::written::write_members(Self::MEMBERS, &[$(&self.$field),*])
            }
        }

        serialized_as_written!($name);
    };
}

/// Has serde write a type as it is [written](super::Written).
macro_rules! serialized_as_written {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::plan::Written::write(self), to)
            }
        }
    };
}

/// Declares a closed set of words of which some come with details: members of their own, or a record. The first one is the
/// default. Members named after `sparse` are left out of a file where they say nothing.
macro_rules! detailed {
    ($(#[$meta:meta])* pub enum $name:ident {
        $(#[$first_meta:meta])* $first:ident = $first_key:literal
            $({ $($(#[$first_field_meta:meta])* $first_field:ident: $first_type:ty,)* })?;
        $($(#[$variant_meta:meta])* $variant:ident = $key:literal
            $({ $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })? $(($details:ty))?;)*
    } $(sparse $($sparse:literal)*)?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[$first_meta])* #[cfg_attr(feature = "cli", schemars(rename = $first_key))]
            $first $({ $($(#[$first_field_meta])* #[cfg_attr(feature = "cli", schemars(default))] $first_field: $first_type,)* })?,
            $($(#[$variant_meta])* #[cfg_attr(feature = "cli", schemars(rename = $key))]
            $variant $({ $($(#[$field_meta])* #[cfg_attr(feature = "cli", schemars(default))] $field: $type,)* })? $(($details))?,)*
        }

        impl Default for $name {
            fn default() -> Self {
                Self::$first $({ $($first_field: Default::default()),* })?
            }
        }

        impl $crate::plan::Written for $name {
            fn read(&mut self, from: &mut dyn $crate::plan::Source) -> $crate::plan::Outcome {
                *self = match from.word(&[$first_key, $($key),*])? {
                    $($key => details!(read from $key $variant $({ $($field: $type,)* })? $(($details))?),)*
                    _ => details!(read from $first_key $first $({ $($first_field: $first_type,)* })?),
                };
                Ok(())
            }

            fn write(&self) -> serde_json::Value {
                #[allow(unused_mut, reason = "some have nothing to leave out")]
                let (word, mut details) = match self {
                    details!(pattern held $first $({ $($first_field,)* })?) =>
                        ($first_key, details!(write held $({ $($first_field,)* })?)),
                    $(details!(pattern held $variant $({ $($field,)* })? $(($details))?) =>
                        ($key, details!(write held $({ $($field,)* })? $(($details))?)),)*
                };
                $($crate::plan::written::leave_out_empty(&mut details, &[$($sparse),*]);)?
                $crate::plan::written::write_word(word, details)
            }
        }

        serialized_as_written!($name);
    };
}

/// The details of one word in [`detailed`].
macro_rules! details {
    (read $from:ident $key:literal $variant:ident) => {{
        $from.no_details($key)?;
        Self::$variant
    }};
    (read $from:ident $key:literal $variant:ident { $($field:ident: $type:ty,)* }) => {{
        $(let mut $field = <$type>::default();)*
        let slots: &mut [&mut dyn $crate::plan::Written] = &mut [$(&mut $field),*];
        $from.details($key, &mut |from| {
            $crate::plan::written::read_members(from, &[$(stringify!($field)),*], slots)
        })?;
        Self::$variant { $($field),* }
    }};
    (read $from:ident $key:literal $variant:ident ($details:ty)) => {{
        let mut details = <$details>::default();
        $from.details($key, &mut |from| $crate::plan::Written::read(&mut details, from))?;
        Self::$variant(details)
    }};
    (pattern $held:ident $variant:ident) => { Self::$variant };
    (pattern $held:ident $variant:ident { $($field:ident,)* }) => { Self::$variant { $($field),* } };
    (pattern $held:ident $variant:ident ($details:ty)) => { Self::$variant($held) };
    (write $held:ident) => { serde_json::Value::Null };
    (write $held:ident { $($field:ident,)* }) => {
        $crate::plan::written::write_members(&[$(stringify!($field)),*], &[$($field),*])
    };
    (write $held:ident ($details:ty)) => { $crate::plan::Written::write($held) };
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
