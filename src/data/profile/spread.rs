//! Quartiles and a histogram: exact up to a limit, within one per cent past it.

use std::collections::BTreeMap;

/// Numbers of one column that are kept as they are.
const EXACT: usize = 10_000;
/// Past it, numbers are counted in bins whose bounds are this factor apart, so that a bin's middle is within 1 % of
/// everything in it (Masson, Rim and Lee, "DDSketch", 2019).
const FACTOR: f64 = 1.02;
/// Bars of a histogram.
const BARS: usize = 10;

/// The numbers of a column, or bins of them.
#[derive(Debug, Clone, Default)]
pub struct Spread {
    exact: Vec<f64>,
    bins: BTreeMap<i32, u64>,
}

/// A bar of a histogram: from, to, and how many.
pub type Bar = (f64, f64, u64);

impl Spread {
    /// Takes in a number.
    pub fn take(&mut self, number: f64) {
        if self.bins.is_empty() && self.exact.len() < EXACT {
            self.exact.push(number);
            return;
        }
        for number in self.exact.drain(..).chain([number]) {
            *self.bins.entry(bin(number)).or_default() += 1;
        }
    }

    /// Both together.
    pub fn join(mut self, other: Spread) -> Spread {
        for (bin, count) in &other.bins {
            *self.bins.entry(*bin).or_default() += count;
        }
        if self.bins.is_empty() && self.exact.len() + other.exact.len() > EXACT {
            self.exact.drain(..).for_each(|n| *self.bins.entry(bin(n)).or_default() += 1);
        }
        other.exact.into_iter().for_each(|n| self.take(n));
        if !self.bins.is_empty() {
            for number in std::mem::take(&mut self.exact) {
                *self.bins.entry(bin(number)).or_default() += 1;
            }
        }
        self
    }

    /// Whether every number is kept as it is.
    pub fn is_exact(&self) -> bool {
        self.bins.is_empty()
    }

    /// The numbers in order, each with how many there are of it.
    fn ordered(&self) -> Vec<(f64, u64)> {
        if !self.is_exact() {
            return self.bins.iter().map(|(bin, count)| (middle(*bin), *count)).collect();
        }
        let mut all = self.exact.clone();
        all.sort_unstable_by(f64::total_cmp);
        all.into_iter().map(|n| (n, 1)).collect()
    }

    /// The lower quartile, the median and the upper quartile; between two numbers, interpolated.
    pub fn quartiles(&self) -> Option<[f64; 3]> {
        let ordered = self.ordered();
        let count: u64 = ordered.iter().map(|(_, n)| n).sum();
        let last = count.checked_sub(1)?;
        let at = |rank: u64| {
            let mut seen = 0;
            ordered.iter().find(|(_, n)| {
                seen += n;
                seen > rank
            })
        };
        let quartile = |fourths: u64| {
            let (low, rest) = (last * fourths / 4, last * fourths % 4);
            let (a, b) = (at(low)?.0, at((low + 1).min(last))?.0);
            #[allow(clippy::cast_precision_loss)]
            Some(a + (b - a) * rest as f64 / 4.0)
        };
        Some([quartile(1)?, quartile(2)?, quartile(3)?])
    }

    /// Bars of equal width from the smallest to the largest number; none where there are no two different ones.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn histogram(&self) -> Vec<Bar> {
        let ordered = self.ordered();
        let (Some((first, _)), Some((last, _))) = (ordered.first(), ordered.last()) else { return Vec::new() };
        let width = (last - first) / BARS as f64;
        if width <= 0.0 || !width.is_finite() {
            return Vec::new();
        }
        let mut bars: Vec<Bar> =
            (0..BARS).map(|at| (first + width * at as f64, first + width * (at + 1) as f64, 0)).collect();
        for (number, count) in &ordered {
            let at = ((number - first) / width) as usize;
            bars[at.min(BARS - 1)].2 += count;
        }
        bars
    }
}

/// The bin of a number: signed, in the order of the numbers, with zero's in the middle.
#[allow(clippy::cast_possible_truncation)]
fn bin(number: f64) -> i32 {
    const OFFSET: i32 = 1 << 20;
    if number == 0.0 {
        return 0;
    }
    let size = (number.abs().ln() / FACTOR.ln()).ceil() as i32 + OFFSET;
    if number < 0.0 { -size } else { size }
}

fn middle(bin: i32) -> f64 {
    const OFFSET: i32 = 1 << 20;
    if bin == 0 {
        return 0.0;
    }
    let size = 2.0 * FACTOR.powi(bin.abs() - OFFSET) / (FACTOR + 1.0);
    if bin < 0 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_quartiles_and_bars() {
        let mut spread = Spread::default();
        (1..=9).rev().for_each(|n| spread.take(f64::from(n)));
        assert_eq!(spread.quartiles(), Some([3.0, 5.0, 7.0]));
        spread.take(10.0);
        // As R's default (type 7) and numpy have it.
        assert_eq!(spread.quartiles(), Some([3.25, 5.5, 7.75]));
        assert_eq!(spread.histogram().iter().map(|b| b.2).collect::<Vec<_>>(), [1; 10]);
        assert_eq!(Spread::default().quartiles(), None);
    }

    #[test]
    fn many_numbers_are_within_one_per_cent() {
        let mut spread = Spread::default();
        (-20_000..=60_000).for_each(|n| spread.take(f64::from(n)));
        assert!(!spread.is_exact());
        let [lower, median, upper] = spread.quartiles().unwrap();
        assert!(lower.abs() < 1.0 && (median / 20_000.0 - 1.0).abs() < 0.01 && (upper / 40_000.0 - 1.0).abs() < 0.01);
        assert_eq!(spread.histogram().iter().map(|b| b.2).sum::<u64>(), 80_001);
    }

    #[test]
    fn joining_is_taking_all() {
        let (mut a, mut b) = (Spread::default(), Spread::default());
        (0..6_000).for_each(|n| a.take(f64::from(n)));
        (6_000..12_001).for_each(|n| b.take(f64::from(n)));
        let joined = a.join(b);
        let median = joined.quartiles().unwrap()[1];
        assert!(!joined.is_exact() && (median / 6_000.0 - 1.0).abs() < 0.01);
    }
}
