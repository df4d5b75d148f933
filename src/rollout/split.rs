//! Whole groups, chosen so that their sizes come as near as can be to a number.

/// Sizes are counted in units so coarse that all together make at most so many: up to this many people the choice is exact,
/// beyond it to one part in so many.
const MOST_UNITS: u64 = 20_000;

/// The positions of those sizes whose sum comes nearest to a number: at least one, and at most so many.
///
/// Of two sums that are equally near the smaller one is taken, of two sets with the same sum the one with fewer sizes, and
/// of those the one that takes the earliest sizes.
#[must_use]
pub fn nearest(sizes: &[u32], number: u64, most: usize) -> Vec<usize> {
    chosen(sizes, number, most, &|sums, number, _| sums.into_iter().min_by_key(|sum| sum.abs_diff(number)))
}

/// The positions of those sizes whose sum is the smallest that is not below a number, at most so many of them; none where
/// no sum is so large, or none that is at most half of all.
#[must_use]
pub fn enough(sizes: &[u32], number: u64, most: usize) -> Vec<usize> {
    chosen(sizes, number, most, &|sums, number, all| {
        sums.into_iter().find(|sum| *sum >= number).filter(|sum| *sum <= all / 2)
    })
}

/// Takes the sums that can be made, in rising order, a number, and the sum of all; gives one of the sums.
type Pick<'a> = &'a dyn Fn(Vec<usize>, usize, usize) -> Option<usize>;

fn chosen(sizes: &[u32], number: u64, most: usize, pick: Pick) -> Vec<usize> {
    let total: u64 = sizes.iter().map(|size| u64::from(*size)).sum();
    let unit = total.div_ceil(MOST_UNITS).max(1);
    let in_units = |size: u64| usize::try_from((size + unit / 2) / unit).unwrap_or(usize::MAX);
    let sizes: Vec<usize> = sizes.iter().map(|size| in_units(u64::from(*size)).max(1)).collect();
    let table = Table::of(&sizes);
    let sums = (1..=sizes.iter().sum()).filter(|sum| table.fewest(0, *sum).is_some_and(|few| few <= most));
    pick(sums.collect(), in_units(number), sizes.iter().sum()).map(|sum| table.chosen(&sizes, sum)).unwrap_or_default()
}

/// For each position and each sum, the fewest sizes from there on that make it.
struct Table {
    width: usize,
    fewest: Vec<u16>,
}

/// No set makes this sum.
const NEVER: u16 = u16::MAX;

impl Table {
    fn of(sizes: &[usize]) -> Self {
        let width = sizes.iter().sum::<usize>() + 1;
        let mut rows = vec![vec![NEVER; width]];
        if let Some(none) = rows.last_mut().and_then(|row| row.first_mut()) {
            *none = 0;
        }
        for size in sizes.iter().rev() {
            let after = rows.last().cloned().unwrap_or_default();
            let with = |sum: usize| {
                sum.checked_sub(*size).and_then(|rest| after.get(rest)).map_or(NEVER, |few| few.saturating_add(1))
            };
            rows.push((0..width).map(|sum| after.get(sum).copied().unwrap_or(NEVER).min(with(sum))).collect());
        }
        rows.reverse();
        Self { width, fewest: rows.concat() }
    }

    /// The fewest sizes from a position on that make a sum.
    fn fewest(&self, from: usize, sum: usize) -> Option<usize> {
        let few = (sum < self.width).then(|| self.fewest.get(from * self.width + sum).copied()).flatten();
        few.filter(|few| *few != NEVER).map(usize::from)
    }

    /// The positions that make a sum with the fewest sizes, the earliest ones.
    fn chosen(&self, sizes: &[usize], mut sum: usize) -> Vec<usize> {
        let mut chosen = Vec::new();
        for (at, size) in sizes.iter().enumerate() {
            let left = self.fewest(at, sum);
            let with = sum.checked_sub(*size).and_then(|rest| self.fewest(at + 1, rest)).map(|few| few + 1);
            if with.is_some() && with == left {
                chosen.push(at);
                sum -= size;
            }
        }
        chosen
    }
}
