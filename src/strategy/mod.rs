//! The catalogue of approaches and deliveries, and the advisor that ranks their combinations.
//!
//! A strategy answers two questions: who gets the release when (the *approach*), and who starts the installation (the
//! *delivery*). [`catalogue`] describes both and their nine combinations. The advisor asks fourteen questions
//! ([`FACTORS`]) and adds up what the answers say:
//!
//! - Every answer has an *effect* from −2 to 2 on some approaches and deliveries, each with its reason; the question's
//!   *weight* from 0 to 5 multiplies it; people may change it for a plan. A combination's points are those of its approach and of its delivery.
//! - [`INTERACTIONS`] add what neither half says alone: Big Bang and Pull contradict each other on the date, say.
//! - [`EXCLUSIONS`] take a combination out of the ranking, and show it apart with the reason. So do an organisation's
//!   rules that forbid an approach or a delivery, as [`Ban`]s.
//! - "I don't know" is an answer: it counts with the middle of what the question's answers would give, and carries the
//!   span from the worst to the best of them. A question without any answer adds nothing and is counted as open.
//!
//! Everything is exact arithmetic over static tables: the same answers give the same advice everywhere, and every
//! point in a ranking can be traced to a line that a release manager can read and dispute.
//!
//! [`Answers::of`] takes what the plan already knows ([`derive()`]) and what people answered, with the weights that they gave;
//! [`Answers::under`] adds the organisation's rules; [`advise`] ranks; [`Candidate::explanation`] and [`Comparison`] say
//! why; [`Analysis`] says how firm it is: [`tipping_points`] and [`tipping_pairs`] are the answers that would change it,
//! [`weight_intervals`] the weights between which it stands, [`robustness`] how often it stands under weights drawn at
//! random, and [`unknowns`] whether it stands however what is unknown turns out.

mod advice;
mod analysis;
mod answers;
pub mod catalogue;
mod condition;
mod derived;
mod exclusion;
mod explanation;
mod factor;
mod interval;
mod pair;
mod points;
mod ratio;
mod reply;
mod robustness;
mod scale;
mod tipping;
mod unknown;
mod weights;

pub use advice::{Advice, Candidate, Contribution, PairContribution, Progress, advise};
pub use analysis::Analysis;
pub use answers::{Answered, Answers, Reply, Source, UNKNOWN};
pub use catalogue::Part;
pub use condition::{Condition, Holds, Scope};
pub use derived::{Basis, Derived, derive};
pub use exclusion::{Ban, Demand, EXCLUSIONS, Exclusion, Ground, Obstacle};
pub use explanation::{Cause, Comparison, Difference, Explanation, Reason, Standing};
pub use factor::{Effect, FACTORS, Factor, FactorAnswer, QUESTIONS, factor};
pub use interval::{End, WeightInterval, weight_intervals};
pub use pair::{INTERACTIONS, Interaction};
pub use points::{Points, Span, Strength};
pub use ratio::Ratio;
pub use reply::{asks_for_identity, reply_to, take_back};
pub use robustness::{DRAWS, PARTS_OF_ONE, Robustness, SEED, robustness, robustness_of, weightings};
pub use tipping::{TippingPair, TippingPoint, Turn, tipping_pairs, tipping_points};
pub use unknown::{MOST_WAYS, Outcome, Unknowns, unknowns};
pub use weights::{Weights, reset_weights, weigh};
