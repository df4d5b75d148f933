//! Acceptance criteria, quality gates and sign-offs: the catalogues, and the digests that keep sign-offs honest.
//!
//! A sign-off stores the canonical content that was signed. It stands as long as the plan still yields that content.

mod answer;
mod as_of;
mod canonical;
mod catalogue;
mod defects;
mod difference;
mod evidence;
mod hand_over;
mod left_out;
mod measured;
mod progress;
mod review;
mod shown;
mod sign_off;

pub use answer::{AnswerKind, KeptAnswer, KeptOutcome, OutcomeKind, outcome_day};
pub use as_of::{
    DefectState, RfcState, best_given, defect_state, has_come, held, is_closed, is_given, is_met, let_through,
    open_conditions, outcome_by, rfc_state, role_sign_off, seat_sign_off,
};
pub use canonical::canonical;
pub use catalogue::{CRITERIA, CriterionEntry, GATES, GateEntry, Point, default_criteria, default_gates};
pub use defects::{
    KNOWN_ERROR_FIELDS, KnownErrorField, found_late, is_known_error, known_errors, late_defects, missing_in,
    review_overdue,
};
pub use difference::{Change, difference};
pub use evidence::{ProofKind, contradicts, openable};
pub use hand_over::{HandOverProgress, hand_over_progress, is_accepted, is_set_up, proposals};
pub use left_out::{missing_criteria, missing_gates, put_back, restore_criterion, restore_gate};
pub use measured::{Measure, measure};
pub use progress::{GateProgress, GateState, GateTime, gate_progress, gate_time, time_in_all, waits_for, waits_on};
pub use review::{REVIEW_POINTS, ReviewPoint, is_settled, review_points, review_was_held, with_usual_points};
pub use shown::{Digests, document_digest, shown_parts};
pub use sign_off::{
    Contents, Signer, Standing, changes_since, gate_content, plan_content, sha256_hex, short_digest, sign, standing,
    with_signature, without_signature,
};
