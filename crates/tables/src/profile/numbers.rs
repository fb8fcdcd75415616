//! Sums and bounds of numbers, exactly.

use super::distribution::Distribution;
use crate::cell_formats::number::Decimal;
use crate::profile::depth::ProfileDepth;
use std::cmp::Ordering;

/// Digits of a mean past those of its numbers.
const MEAN_DIGITS: u32 = 3;

/// What is counted of numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct NumberTally {
    count: u64,
    /// Sums of mantissas, by scale: adding is one integer addition.
    sums: Vec<i128>,
    overflow: bool,
    min: Option<(Decimal, String)>,
    max: Option<(Decimal, String)>,
    spread: Distribution,
}

impl NumberTally {
    /// Takes in a number and the text that it was read from.
    #[inline]
    pub(crate) fn take(&mut self, number: Decimal, text: &str, depth: ProfileDepth) {
        keep(&mut self.min, number, text, Ordering::Less);
        keep(&mut self.max, number, text, Ordering::Greater);
        if depth == ProfileDepth::Forms {
            return;
        }
        self.count += 1;
        let scale = usize::from(number.scale);
        if self.sums.len() <= scale {
            self.sums.resize(scale + 1, 0);
        }
        match self.sums[scale].checked_add(number.mantissa) {
            Some(sum) => self.sums[scale] = sum,
            None => self.overflow = true,
        }
        self.spread.take(number.to_f64());
    }

    /// How the numbers are spread.
    pub(crate) fn spread(&self) -> &Distribution {
        &self.spread
    }

    /// Returns the tally of the numbers of both.
    pub(crate) fn join(mut self, other: NumberTally) -> NumberTally {
        self.count += other.count;
        self.overflow |= other.overflow;
        self.spread = self.spread.join(other.spread);
        self.sums.resize(self.sums.len().max(other.sums.len()), 0);
        for (sum, more) in self.sums.iter_mut().zip(other.sums) {
            match sum.checked_add(more) {
                Some(total) => *sum = total,
                None => self.overflow = true,
            }
        }
        if let Some((number, text)) = other.min {
            keep(&mut self.min, number, &text, Ordering::Less);
        }
        if let Some((number, text)) = other.max {
            keep(&mut self.max, number, &text, Ordering::Greater);
        }
        self
    }

    /// Smallest and largest, as written.
    pub(crate) fn bounds(&self) -> (Option<String>, Option<String>) {
        (
            self.min.as_ref().map(|m| m.1.clone()),
            self.max.as_ref().map(|m| m.1.clone()),
        )
    }

    /// The sum and the mean; none where there are no numbers, or they are too large for 28 decimal digits.
    pub(crate) fn sum_and_mean(&self) -> Option<(String, String)> {
        if self.count == 0 || self.overflow {
            return None;
        }
        let mut total = rust_decimal::Decimal::ZERO;
        for (scale, sum) in (0..).zip(&self.sums) {
            let part = rust_decimal::Decimal::try_from_i128_with_scale(*sum, scale).ok()?;
            total = total.checked_add(part)?;
        }
        let mean = total.checked_div(rust_decimal::Decimal::from(self.count))?;
        Some((
            total.to_string(),
            mean.round_dp(total.scale() + MEAN_DIGITS)
                .normalize()
                .to_string(),
        ))
    }
}

fn keep(best: &mut Option<(Decimal, String)>, number: Decimal, text: &str, wanted: Ordering) {
    match best {
        Some((old, _))
            if number.scale == old.scale && number.mantissa.cmp(&old.mantissa) != wanted => {}
        Some((old, _)) if number.compare(*old) != wanted => {}
        Some((old, kept)) => {
            *old = number;
            kept.clear();
            kept.push_str(text);
        }
        None => *best = Some((number, text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell_formats::number::NumberFormat;

    #[test]
    fn sums_are_exact() {
        let mut tally = NumberTally::default();
        for text in ["0.10", "0.20", "-5", "3"] {
            tally.take(
                NumberFormat::default().read(text).unwrap(),
                text,
                ProfileDepth::Whole,
            );
        }
        assert_eq!(
            tally.sum_and_mean(),
            Some(("-1.70".into(), "-0.425".into()))
        );
        assert_eq!(tally.bounds(), (Some("-5".into()), Some("3".into())));
        assert_eq!(NumberTally::default().sum_and_mean(), None);
    }
}
