//! Numbers of a chart: read exactly, added exactly, written in plain digits.

use crate::model::chart::Aggregate;
use tragaluz_tables::cell_formats::number::{Decimal, NumberFormat};

/// Several values of one place becoming one.
#[derive(Debug, Clone)]
pub(crate) struct ValueAccumulator {
    sum: Option<Decimal>,
    least: Decimal,
    most: Decimal,
    /// How many values became one.
    pub(crate) count: u64,
}

/// Parses a number in plain digits (`-1234.50`); `None` for what is no finite number.
pub(crate) fn number(text: &str) -> Option<Decimal> {
    NumberFormat::default().read(text)
}

fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale.max(b.scale);
    Some(Decimal {
        mantissa: scaled(a, scale)?.checked_add(scaled(b, scale)?)?,
        scale,
    })
}

/// Returns the mantissa of a number with `scale` decimals; `None` where it is too large.
fn scaled(d: Decimal, scale: u8) -> Option<i128> {
    d.mantissa
        .checked_mul(10i128.checked_pow(u32::from(scale - d.scale))?)
}

/// Writes a number in plain digits.
pub(crate) fn plain(d: Decimal) -> String {
    let digits = format!(
        "{:0>1$}",
        d.mantissa.unsigned_abs(),
        usize::from(d.scale) + 1
    );
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(d.scale));
    let sign = if d.mantissa < 0 { "-" } else { "" };
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    }
}

impl ValueAccumulator {
    /// Begins with the first value of a place.
    pub(crate) fn new(value: Decimal) -> Self {
        ValueAccumulator {
            sum: Some(value),
            least: value,
            most: value,
            count: 1,
        }
    }

    /// Takes in one value more.
    pub(crate) fn add(&mut self, value: Decimal) {
        self.sum = self.sum.and_then(|sum| add(sum, value));
        if value.compare(self.least).is_lt() {
            self.least = value;
        }
        if value.compare(self.most).is_gt() {
            self.most = value;
        }
        self.count += 1;
    }

    /// Returns the one value; `None` where digits do not suffice.
    pub(crate) fn value(&self, by: Option<Aggregate>) -> Option<String> {
        match by {
            None | Some(Aggregate::Sum) => self.sum.map(plain),
            Some(Aggregate::Min) => Some(plain(self.least)),
            Some(Aggregate::Max) => Some(plain(self.most)),
            Some(Aggregate::Count) => Some(self.count.to_string()),
            Some(Aggregate::Mean) => {
                let sum = self.sum?;
                // Two digits more than the values have, rounded half away from zero.
                let n = i128::from(self.count);
                let wide = sum.mantissa.checked_mul(100)?;
                let mantissa = (wide + if wide < 0 { -n / 2 } else { n / 2 }) / n;
                Some(plain(Decimal {
                    mantissa,
                    scale: sum.scale.checked_add(2)?,
                }))
            }
        }
    }
}

/// Returns the sum of numbers in plain digits; `None` where one is no number or digits do not suffice.
pub(crate) fn sum<'a>(values: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut total = Decimal {
        mantissa: 0,
        scale: 0,
    };
    for value in values {
        total = add(total, number(value)?)?;
    }
    Some(plain(total))
}

/// Returns a number for order and drawing; nought for what is no number.
pub(crate) fn size(text: &str) -> f64 {
    number(text).map_or(0.0, Decimal::to_f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_means_keep_every_digit() {
        let mut all = ValueAccumulator::new(number("0.1").unwrap());
        all.add(number("0.25").unwrap());
        all.add(number("-3").unwrap());
        assert_eq!(all.value(Some(Aggregate::Sum)).as_deref(), Some("-2.65"));
        assert_eq!(all.value(Some(Aggregate::Mean)).as_deref(), Some("-0.8833"));
        assert_eq!(all.value(Some(Aggregate::Max)).as_deref(), Some("0.25"));
        assert_eq!(number("NaN"), None);
        assert_eq!(
            sum(["1000000000000000000", "1"].into_iter()).as_deref(),
            Some("1000000000000000001")
        );
    }
}
