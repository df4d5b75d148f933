//! Estimates from trials, each with its interval of 95 % confidence.

use super::outcome::{Estimate, Figure, Measure};

/// The standard normal quantile of 97.5 %.
const Z: f64 = 1.959_963_984_540_054;

/// The distribution of a measure over trials.
#[allow(clippy::cast_precision_loss, reason = "at most some hundred thousand trials")]
pub(super) fn figure(measure: Measure, mut values: Vec<f64>) -> Figure {
    values.sort_unstable_by(f64::total_cmp);
    let finite = values.partition_point(|value| value.is_finite());
    let of = |share| Estimate { value: percentile(&values, share), ..order_interval(&values, share) };
    Figure {
        measure,
        mean: mean(values.get(..finite).unwrap_or_default()),
        p10: of(0.1),
        p50: of(0.5),
        p90: of(0.9),
        never: (values.len() - finite) as f64 / (values.len().max(1)) as f64,
        quantiles: (0..=100_u8).map(|at| percentile(&values, f64::from(at) / 100.0)).collect(),
    }
}

/// The mean with the interval of the central limit theorem: mean ± 1.96 s ÷ √n, with n − 1 in the variance.
#[allow(clippy::cast_precision_loss, reason = "at most some hundred thousand trials")]
pub(super) fn mean(values: &[f64]) -> Option<Estimate> {
    let n = values.len() as f64;
    if values.is_empty() {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let error = if n > 1.0 { Z * (squares / (n - 1.0) / n).sqrt() } else { f64::INFINITY };
    Some(Estimate { value: mean, low: mean - error, high: mean + error })
}

/// The quantile of sorted values: straight between the values at (n − 1)·p, as most tools do it (type 7 of Hyndman and Fan,
/// 1996). Between a finite value and an infinite one it is infinite.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most some hundred thousand trials"
)]
pub(super) fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len().saturating_sub(1)) as f64 * share;
    let below = place.floor();
    let within = place - below;
    let (low, high) = (sorted.get(below as usize), sorted.get(below as usize + 1));
    match (low, high) {
        (Some(low), Some(high)) if within > 1e-9 => {
            if low == high {
                *low
            } else {
                low + (high - low) * within
            }
        }
        (Some(low), _) => *low,
        (None, _) => 0.0,
    }
}

/// The order statistics that hold the quantile with 95 % confidence: the ranks n·p ± 1.96 √(n·p·(1 − p)), since the number
/// of values below the quantile is binomial.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most some hundred thousand trials"
)]
fn order_interval(sorted: &[f64], share: f64) -> Estimate {
    let n = sorted.len() as f64;
    let reach = Z * (n * share * (1.0 - share)).sqrt();
    let last = (n - 1.0).max(0.0);
    let at = |rank: f64| sorted.get(rank.clamp(0.0, last) as usize).copied().unwrap_or_default();
    let (low, high) = (at((n * share - reach).floor()), at((n * share + reach).ceil()));
    Estimate { value: 0.0, low, high }
}

/// A share of trials with Wilson's interval (E. B. Wilson, JASA 22, 1927).
pub(super) fn proportion(count: u32, of: u32) -> Estimate {
    wilson(f64::from(count), f64::from(of))
}

/// The share of trials in which something is so, ties counted half, with Wilson's interval for as many halves.
pub(super) fn shares(better: u32, ties: u32, of: u32) -> Estimate {
    wilson(f64::from(better) + f64::from(ties) * 0.5, f64::from(of))
}

fn wilson(count: f64, n: f64) -> Estimate {
    if n <= 0.0 {
        return Estimate { value: 0.0, low: 0.0, high: 1.0 };
    }
    let p = count / n;
    let z2 = Z * Z / n;
    let middle = (p + z2 / 2.0) / (1.0 + z2);
    let reach = Z * (p * (1.0 - p) / n + z2 / (4.0 * n)).sqrt() / (1.0 + z2);
    // At both ends the interval reaches the end itself, which rounding must not take away.
    Estimate { value: p, low: (middle - reach).max(0.0).min(p), high: (middle + reach).min(1.0).max(p) }
}
