//! Messages and distributed documents: the template bank, merge fields, who has been told, and what went to whom.
//!
//! What a message says is made of words and of values that the plan yields. The values are typed here; how a day or a
//! window reads is said in [`text`](crate::text).

mod distribution;
mod field;
mod from_template;
mod mail;
mod merge;
mod sending;
mod template;
mod told;

pub use distribution::{Handed, by_day, handed, proposed, recipient, same_recipient, send_again};
pub use field::{FIELDS, Field, Value, field};
pub use from_template::{message_from, with_template};
pub use mail::{mail_addresses, mailto};
pub use merge::{Piece, brief, escaped, lacks, merged};
pub use sending::{
    Sending, better_sender, in_order_of_sending, is_of_the_desk, send_day, sender_off_the_desk, sending, service_desk,
};
pub use template::{Offered, Readers, TEMPLATES, Template, When, template_name, templates};
pub use told::{Listener, Row, Table, Told, is_told, told};
