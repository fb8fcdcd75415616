//! How precise the numbers of a column are.

use crate::cell_formats::number::Decimal;

/// Digits of a whole number that every JSON reader, spreadsheet and database keeps: up to 2^53.
pub(super) const MOST_WHOLE: i128 = 9_007_199_254_740_991;

/// How precise the numbers of one reading are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Precision {
    /// Bit n: some cell has n digits after the mark.
    scales: u32,
    /// Bit n: some cell has n digits after the mark, and the last of them is a zero.
    zeros: u32,
    pub(crate) marked: bool,
}

impl Precision {
    pub(crate) fn note(&mut self, number: Decimal) {
        let scale = 1 << number.scale.min(31);
        self.scales |= scale;
        if number.scale > 0 && number.ends_in_zero() {
            self.zeros |= scale;
        }
        self.marked = true;
    }

    /// Whether every cell can be written back as it was: with as few decimals as the number needs (`2` or `2.0`,
    /// `2.75`), or all with the same number of decimals.
    pub(crate) fn is_regular(self) -> bool {
        matches!(self.zeros, 0 | 0b10) || (self.scales & !1).count_ones() == 1
    }

    pub(crate) fn has_fractions(self) -> bool {
        self.scales & !1 != 0
    }
}

/// Whether a double gives back the digits: 15 always fit, more only where they are the double's own.
pub(crate) fn is_safe(number: Decimal) -> bool {
    if number.scale == 0 {
        return number.mantissa.abs() <= MOST_WHOLE;
    }
    let size = number.mantissa.unsigned_abs();
    if size < 1_000_000_000_000_000 {
        return true;
    }
    let digits = format!("{:0width$}", size, width = usize::from(number.scale) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(number.scale));
    let text = format!("{whole}.{fraction}");
    text.parse::<f64>()
        .is_ok_and(|double| double.to_string() == text)
}
