//! The plan as a file: a versioned envelope, tolerant reading with exact paths, migrations.
//!
//! Reading goes in steps, and each has its own kind of refusal: the bytes must be of bearable [size](MAX_BYTES) and
//! UTF-8 text, the text must be JSON, the JSON must be [ours](PLAN_FORMAT) and of a version that we know. An older
//! version is then brought up to date on the JSON itself. Only then is it read into the types of
//! [`plan`](crate::plan), and there every [`Problem`] is collected with its path before the file is refused as a whole:
//! nothing is ever half imported.
//!
//! What a file holds and this version does not know is [`Kept`] beside the release and written back. Writing goes
//! through one JSON value, into which the kept members are put back, to the text.

mod checks;
mod entry;
mod envelope;
mod error;
mod fault;
mod foreign;
mod json_text;
mod kept;
mod member;
mod migrate;
mod name;
mod open;
mod place;
mod reader;
mod samples;
#[cfg(feature = "cli")]
mod schema;
mod shifted;
mod templates;
mod write;

pub use checks::check;
pub use entry::{Access, access, find, read_entry, sole, with_id};
pub use envelope::{App, BACKUP_FORMAT, Backup, Opened, PLAN_FORMAT, PlanFile, VERSION};
pub use error::{PlanFileError, Problem};
pub use json_text::{MAX_BACKUP_BYTES, MAX_BYTES, check_size};
pub use kept::Kept;
pub use member::{RowEdit, edit_rows, lines_in, list_of, member, put_member, row, row_ids, text_of, texts_of, word_of};
pub use name::{backup_file_name, file_name, templates_file_name};
pub use open::{open, open_thoroughly, read_backup, read_plan, read_record};
pub use samples::{PREVIEW, Preview, SAMPLE_DAYS_AHEAD, SAMPLES, SampleEntry};
#[cfg(feature = "cli")]
pub use schema::{schema, templates_schema};
pub use shifted::shifted;
pub use templates::{
    TEMPLATES_FORMAT, TEMPLATES_VERSION, TemplatesFile, read_stored_templates, read_templates, templates_to_json,
    templates_value,
};
pub use write::{Raw, backup_to_json, to_json, to_record};
