//! Random variables from uniform numbers. Where one number suffices the variable grows with it, so that draws with other
//! parameters stay paired.
//!
//! Exponentials and logarithms are those of `libm`, which are the same on every machine; those of the standard library
//! are the machine's own.

use super::draws::Stream;

/// Where the exact sum over a discrete distribution gives way to the expansion of Cornish and Fisher: its variance.
const EXACT_UP_TO: f64 = 16.0;

/// The quantile of the standard normal distribution: algorithm AS 241 (Wichura, Applied Statistics 37, 1988), whose error
/// is about one part in 10¹⁶.
pub(super) fn normal(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &MIDDLE);
    }
    let tail = if q < 0.0 { u } else { 1.0 - u };
    let r = (-libm::log(tail)).sqrt();
    let size = if r <= 5.0 { ratio(r - 1.6, &OUTSIDE) } else { ratio(r - 5.0, &FAR) };
    if q < 0.0 { -size } else { size }
}

/// Two polynomials, from the highest power to the lowest, the one divided by the other.
struct Ratio {
    over: [f64; 8],
    under: [f64; 8],
}

fn ratio(x: f64, of: &Ratio) -> f64 {
    let value = |terms: &[f64; 8]| terms.iter().fold(0.0, |sum, term| sum * x + term);
    value(&of.over) / value(&of.under)
}

#[allow(clippy::excessive_precision, reason = "as published")]
const MIDDLE: Ratio = Ratio {
    over: [
        2.509_080_928_730_122_672_7e3,
        3.343_057_558_358_812_810_5e4,
        6.726_577_092_700_870_085_3e4,
        4.592_195_393_154_987_145_7e4,
        1.373_169_376_550_946_112_5e4,
        1.971_590_950_306_551_442_7e3,
        1.331_416_678_917_843_774_5e2,
        3.387_132_872_796_366_608,
    ],
    under: [
        5.226_495_278_852_854_561e3,
        2.872_908_573_572_194_267_4e4,
        3.930_789_580_009_271_061e4,
        2.121_379_430_158_659_586_7e4,
        5.394_196_021_424_751_107_7e3,
        6.871_870_074_920_579_083e2,
        4.231_333_070_160_091_125_2e1,
        1.0,
    ],
};

#[allow(clippy::excessive_precision, reason = "as published")]
const OUTSIDE: Ratio = Ratio {
    over: [
        7.745_450_142_783_414_076_4e-4,
        2.272_384_498_926_918_458_33e-2,
        2.417_807_251_774_506_117_7e-1,
        1.270_458_252_452_368_382_58,
        3.647_848_324_763_204_605_04,
        5.769_497_221_460_691_405_5,
        4.630_337_846_156_545_295_9,
        1.423_437_110_749_683_577_34,
    ],
    under: [
        1.050_750_071_644_416_843_24e-9,
        5.475_938_084_995_344_946e-4,
        1.519_866_656_361_645_719_66e-2,
        1.481_039_764_274_800_745_9e-1,
        6.897_673_349_851_000_045_5e-1,
        1.676_384_830_183_803_849_4,
        2.053_191_626_637_758_821_87,
        1.0,
    ],
};

#[allow(clippy::excessive_precision, reason = "as published")]
const FAR: Ratio = Ratio {
    over: [
        2.010_334_399_292_288_132_65e-7,
        2.711_555_568_743_487_578_15e-5,
        1.242_660_947_388_078_438_6e-3,
        2.653_218_952_657_612_309_3e-2,
        2.965_605_718_285_048_912_3e-1,
        1.784_826_539_917_291_335_8,
        5.463_784_911_164_114_369_9,
        6.657_904_643_501_103_777_2,
    ],
    under: [
        2.044_263_103_389_939_785_64e-15,
        1.421_511_758_316_445_888_7e-7,
        1.846_318_317_510_054_681_8e-5,
        7.868_691_311_456_132_591e-4,
        1.487_536_129_085_061_485_25e-2,
        1.369_298_809_227_358_053_1e-1,
        5.998_322_065_558_879_376_9e-1,
        1.0,
    ],
};

/// The number of successes in `n` attempts with chance `p`: the exact quantile where the variance is small, and the
/// expansion of Cornish and Fisher, to the third order, where it is not.
pub(super) fn binomial(n: f64, p: f64, u: f64) -> f64 {
    if n <= 0.0 || p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return n;
    }
    if p > 0.5 {
        return n - binomial(n, 1.0 - p, 1.0 - u);
    }
    let variance = n * p * (1.0 - p);
    if variance > EXACT_UP_TO {
        let spread = variance.sqrt();
        let (skew, excess) = ((1.0 - 2.0 * p) / spread, (1.0 - 6.0 * p * (1.0 - p)) / variance);
        return expanded(n * p, spread, skew, excess, normal(u)).clamp(0.0, n);
    }
    let odds = p / (1.0 - p);
    let mut chance = libm::exp(n * libm::log1p(-p));
    let (mut sum, mut count) = (chance, 0.0);
    while sum < u && count < n {
        chance *= (n - count) / (count + 1.0) * odds;
        count += 1.0;
        sum += chance;
        // What is left is less than a double can tell from 1.
        if chance < 1e-18 && count > n * p {
            break;
        }
    }
    count
}

/// Whether a number that counts trials with chances of their own, with this mean and variance, is at most so many, where `z` is
/// the normal quantile that decides: the approximation of Camp and Paulson (Biometrika 38, 1951) to the binomial number with
/// that mean and variance. Where the variance is the mean it is that of Wilson and Hilferty to the Poisson number.
pub(super) fn is_at_most(most: f64, (mean, variance): (f64, f64), z: f64) -> bool {
    if most < -1e-6 {
        return false;
    }
    let over = most.max(0.0) + 1.0;
    let p = (1.0 - variance / mean.max(1e-12)).clamp(0.0, 1.0);
    let left = mean - p * (over - 1.0);
    if mean < 1e-9 || left <= 1e-9 {
        return true;
    }
    let (one, other) = (p / (9.0 * left), 1.0 / (9.0 * over));
    let root = libm::cbrt(over * (1.0 - p) / left);
    (1.0 - other) * root - (1.0 - one) >= z * (one + other * root * root).sqrt()
}

/// What Poisson numbers are drawn with. They are drawn by the hour, more often than anything else.
#[derive(Debug)]
pub(super) struct Poisson {
    /// e^(−i/16), up to the mean at which the expansion takes over.
    powers: Vec<f64>,
    /// Normal quantiles at i/4096.
    normals: Vec<f64>,
    /// 1 ÷ i, for as many as such a number ever comes to.
    inverses: Vec<f64>,
}

impl Poisson {
    pub(super) fn new() -> Self {
        let powers = (0..=256_u32).map(|at| libm::exp(-f64::from(at) / 16.0)).collect();
        let normals = (0..=4096_u32).map(|at| normal(f64::from(at.clamp(1, 4095)) / 4096.0)).collect();
        Self { powers, normals, inverses: (1..=100_u32).map(|at| 1.0 / f64::from(at)).collect() }
    }

    /// A Poisson number: exact where the mean is small, and by the expansion of Cornish and Fisher where it is not.
    pub(super) fn draw(&self, mean: f64, u: f64) -> f64 {
        // The chance of none is at least 1 − mean: most quiet hours are told without an exponential.
        if u <= 1.0 - mean {
            return 0.0;
        }
        if mean >= EXACT_UP_TO {
            let spread = mean.sqrt();
            return expanded(mean, spread, 1.0 / spread, 1.0 / mean, self.normal(u)).max(0.0);
        }
        let mut chance = self.none(mean);
        let (mut sum, mut count) = (chance, 0.0);
        for inverse in &self.inverses {
            if sum >= u {
                break;
            }
            chance *= mean * inverse;
            sum += chance;
            count += 1.0;
        }
        count
    }

    /// Whether a number with this mean, drawn by this uniform number, is surely no more than a limit: quantiles lie below
    /// mean + z √mean + c, with c a little more than the skewness adds.
    pub(super) fn stays_below(limit: f64, mean: f64, u: f64) -> bool {
        let (z, c) = match u {
            _ if u < 0.5 => (0.0, 1.0),
            _ if u < 0.9 => (1.2816, 1.2),
            _ if u < 0.99 => (2.3264, 2.0),
            _ => return false,
        };
        let room = limit - c - mean;
        room >= 0.0 && room * room >= z * z * mean
    }

    /// The normal quantile to five places: straight between the points of the table, but for the tails.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "up to 4096"
    )]
    fn normal(&self, u: f64) -> f64 {
        if !(0.02..=0.98).contains(&u) {
            return normal(u);
        }
        let place = u * 4096.0;
        let at = place as usize;
        match (self.normals.get(at), self.normals.get(at + 1)) {
            (Some(low), Some(high)) => low + (high - low) * (place - at as f64),
            _ => normal(u),
        }
    }

    /// The chance of none, e^(−mean), to ten places: from the table, and by the first terms of the series from there.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "up to 256"
    )]
    fn none(&self, mean: f64) -> f64 {
        let at = (mean * 16.0) as usize;
        let x = at as f64 / 16.0 - mean;
        let series = 1.0 + x * (1.0 + x * 0.5 * (1.0 + x * (1.0 / 3.0) * (1.0 + x * 0.25 * (1.0 + x * 0.2))));
        self.powers.get(at).copied().unwrap_or_default() * series
    }
}

/// The whole number at a standard normal quantile of a distribution with these moments (Cornish and Fisher, 1938).
fn expanded(mean: f64, spread: f64, skew: f64, excess: f64, z: f64) -> f64 {
    let z2 = z * z;
    let w = z + skew * (z2 - 1.0) / 6.0 + excess * z * (z2 - 3.0) / 24.0 - skew * skew * z * (2.0 * z2 - 5.0) / 36.0;
    (mean + spread * w + 0.5).floor()
}

/// The k-th smallest of `n` uniform numbers: Beta(k, n + 1 − k), by two gamma numbers.
pub(super) fn order_statistic(k: f64, n: f64, stream: &mut Stream) -> f64 {
    if k >= n {
        // The largest of n.
        return libm::exp(libm::log(stream.uniform()) / n.max(1.0));
    }
    let (below, above) = (gamma(k, stream), gamma(n + 1.0 - k, stream));
    below / (below + above)
}

/// A gamma number with a shape of at least 1 (Marsaglia and Tsang, ACM TOMS 26, 2000).
fn gamma(shape: f64, stream: &mut Stream) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(stream.uniform());
        let root = 1.0 + c * x;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        let u = stream.uniform();
        let x2 = x * x;
        if u < 1.0 - 0.0331 * x2 * x2 || libm::log(u) < 0.5 * x2 + d * (1.0 - v + libm::log(v)) {
            return d * v;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Poisson, binomial, normal, order_statistic};
    use crate::rollout::simulation::draws::Stream;

    #[test]
    fn the_normal_quantile_is_that_of_the_tables() {
        let known =
            [(0.5, 0.0), (0.975, 1.959_963_984_540_054), (0.1, -1.281_551_565_544_6), (1e-10, -6.361_340_902_404)];
        for (u, z) in known {
            assert!((normal(u) - z).abs() < 1e-9, "{u}: {}", normal(u));
        }
    }

    /// The mean and the variance of numbers drawn at evenly spread uniform numbers.
    fn moments(draw: impl Fn(f64) -> f64) -> (f64, f64) {
        let n = 20_000;
        let values: Vec<f64> = (0..n).map(|at| draw((f64::from(at) + 0.5) / f64::from(n))).collect();
        let mean = values.iter().sum::<f64>() / f64::from(n);
        (mean, values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / f64::from(n))
    }

    #[test]
    fn counts_have_their_mean_and_variance() {
        for (n, p) in [(1.0, 0.3), (20.0, 0.5), (1000.0, 0.004), (1000.0, 0.2), (1e6, 0.2), (50.0, 0.97)] {
            let (mean, variance) = moments(|u| binomial(n, p, u));
            assert!((mean - n * p).abs() < 0.02 + 1e-3 * n * p, "{n} {p}: {mean}");
            assert!((variance / (n * p * (1.0 - p)) - 1.0).abs() < 0.02, "{n} {p}: {variance}");
        }
        let poisson = Poisson::new();
        for mean in [0.01, 0.5, 7.0, 15.9, 16.1, 40.0, 1e4] {
            let (found, variance) = moments(|u| poisson.draw(mean, u));
            assert!((found - mean).abs() < 0.01 + 1e-3 * mean, "{mean}: {found}");
            assert!((variance / mean - 1.0).abs() < 0.02, "{mean}: {variance}");
        }
    }

    #[test]
    fn a_number_that_surely_stays_below_does() {
        let poisson = Poisson::new();
        for mean in (1..600).map(|at| f64::from(at) * 0.1) {
            for u in [0.01, 0.2, 0.4999, 0.7, 0.8999, 0.97, 0.9899, 0.999] {
                let number = poisson.draw(mean, u);
                let least = (0..200).map(f64::from).find(|limit| Poisson::stays_below(*limit, mean, u));
                assert!(least.is_none_or(|limit| number <= limit), "{mean} {u}: {number} and {least:?}");
            }
        }
    }

    #[test]
    fn an_order_statistic_has_its_mean() {
        let mut stream = Stream::new(7);
        for (k, n) in [(1.0, 1.0), (1.0, 9.0), (19.0, 20.0), (20.0, 20.0), (950.0, 1000.0)] {
            let draws = 20_000;
            let sum: f64 = (0..draws).map(|_| order_statistic(k, n, &mut stream)).sum();
            let (mean, exact) = (sum / f64::from(draws), k / (n + 1.0));
            let error = (exact * (1.0 - exact) / (n + 2.0) / f64::from(draws)).sqrt();
            assert!((mean - exact).abs() < 4.0 * error, "{k} of {n}: {mean} and not {exact}");
        }
    }
}
