//! A measured value against what was asked for: "≤ 300 ms" and "180 ms" can be compared, "fast" and "180 ms" cannot.

/// How a measured value lies to its threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// What was asked for holds.
    Within,
    /// It does not.
    Beyond,
}

/// What a threshold allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    AtMost,
    Below,
    AtLeast,
    Above,
}

/// How people write what they ask for. Of two that begin alike the longer one stands first.
static BOUNDS: [(&str, Bound); 27] = [
    ("<=", Bound::AtMost),
    ("=<", Bound::AtMost),
    ("≤", Bound::AtMost),
    ("⩽", Bound::AtMost),
    ("at most", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("maximum", Bound::AtMost),
    ("max.", Bound::AtMost),
    ("max", Bound::AtMost),
    (">=", Bound::AtLeast),
    ("=>", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("⩾", Bound::AtLeast),
    ("at least", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("minimum", Bound::AtLeast),
    ("min.", Bound::AtLeast),
    ("min", Bound::AtLeast),
    ("<", Bound::Below),
    ("less than", Bound::Below),
    ("below", Bound::Below),
    (">", Bound::Above),
    ("more than", Bound::Above),
    ("above", Bound::Above),
];

/// Whether a measured value holds what was asked for. Nothing where the two cannot be compared: the threshold says neither
/// "at most" nor "at least", one of them has no figure, or their units differ. A unit may be missing on one side.
///
/// "1,000" may be a thousand or one: where the two readings differ in their answer, there is none.
#[must_use]
pub fn measure(value: &str, threshold: &str) -> Option<Measure> {
    let (bound, asked) = bound(&threshold.trim().to_lowercase())?;
    let (figure, unit) = figure(&value.trim().to_lowercase())?;
    let (limit, unit_asked) = self::figure(&asked)?;
    if !unit.is_empty() && !unit_asked.is_empty() && unit != unit_asked {
        return None;
    }
    let compare = |(value, limit): (f64, f64)| {
        let holds = match bound {
            Bound::AtMost => value <= limit,
            Bound::Below => value < limit,
            Bound::AtLeast => value >= limit,
            Bound::Above => value > limit,
        };
        if holds { Measure::Within } else { Measure::Beyond }
    };
    let mut answers = pairs(figure, limit).into_iter().map(compare);
    let first = answers.next()?;
    answers.all(|answer| answer == first).then_some(first)
}

/// The bound that a threshold begins with, and what follows it.
fn bound(threshold: &str) -> Option<(Bound, String)> {
    let found = BOUNDS.iter().find_map(|(word, bound)| Some((*bound, threshold.strip_prefix(word)?)));
    found.map(|(bound, rest)| (bound, rest.trim_start().to_owned()))
}

/// A figure as it reads with a decimal point, and as it reads with a decimal comma.
#[derive(Debug, Clone, Copy)]
struct Readings {
    point: Option<f64>,
    comma: Option<f64>,
}

/// The figure at the beginning of a text, and the unit behind it.
fn figure(text: &str) -> Option<(Readings, String)> {
    let digits = text.trim_start_matches(['+', '-', '−']);
    let sign = text.strip_suffix(digits).unwrap_or_default();
    let end = digits.find(|letter: char| !letter.is_ascii_digit() && !['.', ','].contains(&letter));
    let (number, unit) = digits.split_at_checked(end.unwrap_or(digits.len()))?;
    let number = number.trim_end_matches(['.', ',']);
    let unit: Vec<&str> = unit.split_whitespace().collect();
    // A figure that goes on behind a space, and one with two signs, is none that can be read with certainty.
    let goes_on = unit.first().is_some_and(|first| first.starts_with(|letter: char| letter.is_ascii_digit()));
    if goes_on || sign.chars().count() > 1 {
        return None;
    }
    let factor = if sign.is_empty() || sign == "+" { 1.0 } else { -1.0 };
    let read = |decimal, group| read(number, decimal, group).map(|figure| factor * figure);
    let readings = Readings { point: read('.', ','), comma: read(',', '.') };
    (readings.point.is_some() || readings.comma.is_some()).then(|| (readings, unit.join(" ")))
}

/// The figure with this decimal sign, and with this one between groups of three digits.
fn read(number: &str, decimal: char, group: char) -> Option<f64> {
    let (whole, fraction) = number.split_once(decimal).map_or((number, None), |(whole, part)| (whole, Some(part)));
    let groups: Vec<&str> = whole.split(group).collect();
    let grouped = match groups.as_slice() {
        [] | [""] => false,
        [_] => true,
        [first, rest @ ..] => {
            (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3)
        }
    };
    let fraction = fraction.unwrap_or("0");
    let plain = !fraction.is_empty() && fraction.chars().all(|digit| digit.is_ascii_digit());
    let figure: f64 = (grouped && plain).then(|| format!("{}.{fraction}", groups.concat()))?.parse().ok()?;
    figure.is_finite().then_some(figure)
}

/// What to compare: both figures read alike; where no one way reads both, each as it can be read.
fn pairs(value: Readings, limit: Readings) -> Vec<(f64, f64)> {
    let alike = [value.point.zip(limit.point), value.comma.zip(limit.comma)];
    let alike: Vec<(f64, f64)> = alike.into_iter().flatten().collect();
    if !alike.is_empty() {
        return alike;
    }
    value.point.or(value.comma).zip(limit.point.or(limit.comma)).into_iter().collect()
}
