//! How an audience stands in training, in a word or two.

use crate::plan::{Count, Release};
use crate::training::{Adequacy, Seats, threshold};

/// How far an audience is trained: "Adequate", "20 more needed".
#[must_use]
pub fn trained_in_words(adequacy: &Adequacy) -> String {
    match adequacy {
        adequacy if adequacy.is_adequate() => "Adequate".to_owned(),
        Adequacy { size: Count(0), .. } => "Size not known".to_owned(),
        adequacy => format!("{} more needed", adequacy.gap()),
    }
}

/// Whether an audience has seats: "Seats for all", "12 seats too few".
#[must_use]
pub fn seats_in_words(seats: &Seats) -> String {
    let lacking = seats.size.0.saturating_sub(seats.offered.0);
    match seats {
        Seats { sessions: 0, .. } => "No session in time".to_owned(),
        Seats { size: Count(0), .. } => "Size not known".to_owned(),
        Seats { short: false, .. } => "Seats for all".to_owned(),
        _ if lacking == 1 => "1 seat too few".to_owned(),
        _ if lacking > 1 => format!("{} seats too few", Count(lacking)),
        _ => "Too few with those who share them".to_owned(),
    }
}

/// What counts as adequate, as a sentence.
#[must_use]
pub fn adequate_in_words(release: &Release) -> String {
    format!("An audience is adequately trained when {} % of it were at a session.", threshold(&release.training))
}
