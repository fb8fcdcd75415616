//! Quartiles and a histogram: exact up to a limit, within one per cent past it.

/// Numbers of one column that are kept as they are.
const EXACT: usize = 10_000;
const BARS: usize = 10;

/// The numbers of a column, or how many there are in each bin.
#[derive(Debug, Clone, Default)]
pub(crate) struct Distribution {
    exact: Vec<f64>,
    bins: Bins,
}

/// A bar of a histogram.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    /// The least number that is in it.
    pub(crate) from: f64,
    /// The least number of the next bar; of the last one, the greatest number in it.
    pub(crate) to: f64,
    /// How many numbers are in it.
    pub(crate) count: u64,
}

impl Distribution {
    /// Counts a number, exactly while there are at most [`EXACT`].
    #[inline]
    pub(crate) fn take(&mut self, number: f64) {
        if !self.bins.is_empty() {
            self.bins.add(number, 1);
            return;
        }
        self.exact.push(number);
        if self.exact.len() > EXACT {
            self.pour_out();
        }
    }

    fn pour_out(&mut self) {
        std::mem::take(&mut self.exact)
            .into_iter()
            .for_each(|n| self.bins.add(n, 1));
    }

    /// Returns the distribution of the numbers of both.
    pub(crate) fn join(mut self, other: Distribution) -> Distribution {
        if !other.bins.is_empty() {
            self.pour_out();
        }
        other
            .bins
            .each(|number, count| self.bins.add(number, count));
        other.exact.into_iter().for_each(|n| self.take(n));
        self
    }

    /// Whether every number is kept as it is.
    pub(crate) fn is_exact(&self) -> bool {
        self.bins.is_empty()
    }

    /// The numbers in order, each with how many there are of it.
    fn ordered(&self) -> Vec<(f64, u64)> {
        if !self.is_exact() {
            let mut all = Vec::new();
            self.bins.each(|number, count| all.push((number, count)));
            return all;
        }
        let mut all = self.exact.clone();
        all.sort_unstable_by(f64::total_cmp);
        all.into_iter().map(|n| (n, 1)).collect()
    }

    /// The lower quartile, the median and the upper quartile; between two numbers, interpolated.
    pub(crate) fn quartiles(&self) -> Option<[f64; 3]> {
        let ordered = self.ordered();
        let count: u64 = ordered.iter().map(|(_, n)| n).sum();
        let last = count.checked_sub(1)?;
        Some([
            quartile(&ordered, last, 1)?,
            quartile(&ordered, last, 2)?,
            quartile(&ordered, last, 3)?,
        ])
    }

    /// Bars of equal width from the smallest to the largest number; none where there are no two different ones.
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss
    )]
    pub(crate) fn histogram(&self) -> Vec<Bar> {
        let ordered = self.ordered();
        let (Some((first, _)), Some((last, _))) = (ordered.first(), ordered.last()) else {
            return Vec::new();
        };
        let width = (last - first) / BARS as f64;
        if width <= 0.0 || !width.is_finite() {
            return Vec::new();
        }
        let mut bars: Vec<Bar> = (0..BARS)
            .map(|at| Bar {
                from: first + width * at as f64,
                to: first + width * (at + 1) as f64,
                count: 0,
            })
            .collect();
        for (number, count) in &ordered {
            let at = ((number - first) / width) as usize;
            bars[at.min(BARS - 1)].count += count;
        }
        bars
    }
}

/// Bits of a number's mantissa that tell bins apart: 64 bins to each power of two, so that a bin's middle is within 1 %
/// of everything in it (as in HdrHistogram), and finding it takes no arithmetic.
const FINE: u32 = 6;
/// Bits of a double's mantissa.
const MANTISSA: u32 = 52;

type BinPage = [u64; 1 << FINE];

/// Counts of numbers that are nearly the same: a page for each sign and power of two that occurs.
#[derive(Debug, Clone, Default)]
struct Bins {
    /// For each sign and power of two, which page, from 1; empty before the first number.
    index: Vec<u16>,
    pages: Vec<BinPage>,
}

impl Bins {
    fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    #[allow(clippy::cast_possible_truncation)]
    #[inline]
    fn add(&mut self, number: f64, count: u64) {
        if self.index.is_empty() {
            self.index.resize(1 << (64 - MANTISSA), 0);
        }
        // Zero has no sign here, and its own bin.
        let bits = (number + 0.0).to_bits();
        let power = (bits >> MANTISSA) as usize;
        if self.index[power] == 0 {
            self.pages.push([0; 1 << FINE]);
            self.index[power] = self.pages.len() as u16;
        }
        let page = &mut self.pages[usize::from(self.index[power]) - 1];
        page[(bits >> (MANTISSA - FINE)) as usize % (1 << FINE)] += count;
    }

    /// Every bin that holds something, in the order of its numbers: its middle, and how many.
    fn each(&self, mut tell: impl FnMut(f64, u64)) {
        let half = self.index.len() / 2;
        let powers = (half..self.index.len()).rev().chain(0..half);
        for power in powers.filter(|power| self.index[*power] != 0) {
            let page = &self.pages[usize::from(self.index[power]) - 1];
            for fine in 0..page.len() {
                let fine = if power < half {
                    fine
                } else {
                    page.len() - 1 - fine
                };
                if page[fine] > 0 {
                    tell(middle(power, fine), page[fine]);
                }
            }
        }
    }
}

/// The middle of a bin; zero for what is nearest to it.
fn middle(power: usize, fine: usize) -> f64 {
    let low = (power as u64) << MANTISSA | (fine as u64) << (MANTISSA - FINE);
    if low << 1 == 0 {
        0.0
    } else {
        f64::from_bits(low | 1 << (MANTISSA - FINE - 1))
    }
}

/// Returns a quartile of numbers in order, each with its count, between the two that are nearest to it; `last` is the last rank.
fn quartile(ordered: &[(f64, u64)], last: u64, fourths: u64) -> Option<f64> {
    let (low, rest) = (last * fourths / 4, last * fourths % 4);
    let (a, b) = (
        at_rank(ordered, low)?,
        at_rank(ordered, (low + 1).min(last))?,
    );
    #[allow(clippy::cast_precision_loss, reason = "at most three")]
    Some(a + (b - a) * rest as f64 / 4.0)
}

fn at_rank(ordered: &[(f64, u64)], rank: u64) -> Option<f64> {
    let mut seen = 0;
    let (number, _) = ordered.iter().find(|(_, n)| {
        seen += n;
        seen > rank
    })?;
    Some(*number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_quartiles_and_bars() {
        let mut spread = Distribution::default();
        (1..=9).rev().for_each(|n| spread.take(f64::from(n)));
        assert_eq!(spread.quartiles(), Some([3.0, 5.0, 7.0]));
        spread.take(10.0);
        // As R's default (type 7) and numpy have it.
        assert_eq!(spread.quartiles(), Some([3.25, 5.5, 7.75]));
        assert_eq!(
            spread
                .histogram()
                .iter()
                .map(|b| b.count)
                .collect::<Vec<_>>(),
            [1; 10]
        );
        assert_eq!(Distribution::default().quartiles(), None);
    }

    #[test]
    fn many_numbers_are_within_one_per_cent() {
        let mut spread = Distribution::default();
        (-20_000..=60_000).for_each(|n| spread.take(f64::from(n)));
        assert!(!spread.is_exact());
        let [lower, median, upper] = spread.quartiles().unwrap();
        assert!(
            lower.abs() < 1.0
                && (median / 20_000.0 - 1.0).abs() < 0.01
                && (upper / 40_000.0 - 1.0).abs() < 0.01
        );
        assert_eq!(
            spread.histogram().iter().map(|b| b.count).sum::<u64>(),
            80_001
        );
    }

    #[test]
    fn joining_is_taking_all() {
        let (mut a, mut b) = (Distribution::default(), Distribution::default());
        (0..6_000).for_each(|n| a.take(f64::from(n)));
        (6_000..12_001).for_each(|n| b.take(f64::from(n)));
        let joined = a.join(b);
        let median = joined.quartiles().unwrap()[1];
        assert!(!joined.is_exact() && (median / 6_000.0 - 1.0).abs() < 0.01);
    }
}
