//! Numbers as people write them, read exactly: no binary fraction comes between the digits and their sum.

use tragaluz_text::unseen;

/// A decimal number: `mantissa` times ten to the power of minus `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// All digits, with the sign.
    pub mantissa: i128,
    /// Digits after the decimal mark.
    pub scale: u8,
}

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Most digits that fit a mantissa.
const MOST_DIGITS: usize = 38;

impl Decimal {
    /// The nearest double; exact order is kept for up to 15 digits.
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(self) -> f64 {
        match (
            POWERS.get(usize::from(self.scale)),
            i64::try_from(self.mantissa),
        ) {
            (Some(power), Ok(short)) => short as f64 / power,
            (Some(power), Err(_)) => self.mantissa as f64 / power,
            (None, _) => self.mantissa as f64 / 10f64.powi(i32::from(self.scale)),
        }
    }

    /// Whether the last digit is a zero.
    pub(crate) fn ends_in_zero(self) -> bool {
        i64::try_from(self.mantissa)
            .map_or_else(|_| self.mantissa % 10 == 0, |short| short % 10 == 0)
    }

    /// Compares by value, exactly where the numbers can be brought to one scale.
    pub fn compare(self, other: Decimal) -> std::cmp::Ordering {
        if self.scale == other.scale {
            return self.mantissa.cmp(&other.mantissa);
        }
        let scale = self.scale.max(other.scale);
        match (self.mantissa_at(scale), other.mantissa_at(scale)) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => self.to_f64().total_cmp(&other.to_f64()),
        }
    }

    /// Returns the mantissa at a scale that is not less than its own; `None` where that is too large.
    fn mantissa_at(self, scale: u8) -> Option<i128> {
        let factor = 10i128.checked_pow(u32::from(scale - self.scale))?;
        self.mantissa.checked_mul(factor)
    }
}

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberFormat {
    /// Between the whole part and the fraction.
    pub decimal: u8,
    /// The thousands separator, where there is one.
    pub group: Option<char>,
    /// Whether nothing but digits, marks and a sign may be in the cell: no `$`, `%` or blanks.
    pub bare: bool,
}

impl Default for NumberFormat {
    /// Returns the form of `-1234.5`: a point, and nothing between thousands.
    fn default() -> Self {
        NumberFormat {
            decimal: b'.',
            group: None,
            bare: true,
        }
    }
}

impl NumberFormat {
    /// Whether a cell in this form is a JSON number as it is.
    pub fn is_plain(&self) -> bool {
        *self == NumberFormat::default()
    }

    /// Parses a cell only if writing the number in this form gives the very same text: no leading zeros, no `+`,
    /// groups of three where there are groups.
    #[inline]
    pub(crate) fn read_strictly(&self, cell: &str) -> Option<Decimal> {
        if self.group.is_none() && cell.len() <= MOST_SHORT {
            return read_short(cell.as_bytes(), self.decimal);
        }
        let digits = cell.strip_prefix('-').unwrap_or(cell).as_bytes();
        let (whole, fraction) = match digits.iter().position(|b| *b == self.decimal) {
            Some(at) => (&digits[..at], Some(&digits[at + 1..])),
            None => (digits, None),
        };
        if whole.is_empty()
            || fraction.is_some_and(<[u8]>::is_empty)
            || (whole[0] == b'0' && whole.len() > 1)
        {
            return None;
        }
        let mut number = Accumulator::default();
        for (at, byte) in whole.iter().enumerate() {
            let to_the_right = whole.len() - at;
            match self.group {
                Some(group) if to_the_right % 4 == 0 && whole.len() > 3 => {
                    (char::from(*byte) == group && at > 0).then_some(())?;
                }
                _ => number.push(*byte)?,
            }
        }
        for byte in fraction.unwrap_or_default() {
            number.push(*byte)?;
        }
        number
            .finish(cell.starts_with('-'), fraction.map_or(0, <[u8]>::len))
            .filter(|d| d.mantissa != 0 || !cell.starts_with('-'))
    }

    /// Parses a cell as Table Schema does: leading zeros, a `+`, exponents and, unless [`NumberFormat::bare`], text
    /// around the number are allowed.
    pub fn read(&self, cell: &str) -> Option<Decimal> {
        let mut plain = String::with_capacity(cell.len());
        self.write_plain(cell, &mut plain)?;
        let (number, exponent) = match plain.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
            None => (plain.as_str(), 0),
        };
        let decimal = NumberFormat::default().read_unsigned_zero(number)?;
        let scale = i32::from(decimal.scale) - exponent;
        if scale >= 0 {
            return Some(Decimal {
                scale: u8::try_from(scale).ok()?,
                ..decimal
            });
        }
        let power = 10i128.checked_pow(scale.unsigned_abs())?;
        Some(Decimal {
            mantissa: decimal.mantissa.checked_mul(power)?,
            scale: 0,
        })
    }

    /// Parses a whole number, also one that a program gave a fraction of zeros: `10.0` in a column that has gaps.
    pub(crate) fn read_whole(&self, cell: &str) -> Option<Decimal> {
        let number = self.read_strictly(cell).or_else(|| self.read(cell))?;
        if number.scale == 0 {
            return Some(number);
        }
        let NumberParts {
            fraction, exponent, ..
        } = self.parts(cell)?;
        let is_whole = exponent.is_empty() && fraction.bytes().all(|digit| digit == b'0');
        let power = 10i128.checked_pow(u32::from(number.scale))?;
        is_whole.then(|| Decimal {
            mantissa: number.mantissa / power,
            scale: 0,
        })
    }

    fn read_unsigned_zero(&self, plain: &str) -> Option<Decimal> {
        self.read_strictly(plain).or_else(|| {
            // `-0` and `-0.0` are numbers, though no number is written so.
            let zero = plain.strip_prefix('-')?;
            self.read_strictly(zero).filter(|d| d.mantissa == 0)
        })
    }

    /// Writes the cell's number as JSON does, digit for digit: marks exchanged, groups, sign `+` and leading zeros
    /// taken away. None where the cell is no number.
    pub(crate) fn write_plain(&self, cell: &str, out: &mut String) -> Option<()> {
        let NumberParts {
            sign,
            whole,
            fraction,
            exponent,
        } = self.parts(cell)?;
        out.push_str(if sign == "+" { "" } else { sign });
        let before = out.len();
        for digits in self.groups(whole) {
            let is_first = out.len() == before;
            out.push_str(if is_first {
                digits.trim_start_matches('0')
            } else {
                digits
            });
        }
        if out.len() == before {
            out.push('0');
        }
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
        out.push_str(exponent);
        Some(())
    }

    /// Writes the cell's number with a decimal point and without marks between thousands, with all of its digits and no
    /// other. None where the cell is no number.
    pub(crate) fn write_published(&self, cell: &str, out: &mut String) -> Option<()> {
        let NumberParts {
            sign,
            whole,
            fraction,
            exponent,
        } = self.parts(cell)?;
        out.push_str(sign);
        self.groups(whole).for_each(|digits| out.push_str(digits));
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
        out.push_str(exponent);
        Some(())
    }

    /// Takes a number apart. None where the cell is none.
    fn parts<'c>(&self, cell: &'c str) -> Option<NumberParts<'c>> {
        let core = if self.bare {
            unseen::trim(cell)
        } else {
            self.core(cell)?
        };
        let (sign, digits) = match core.as_bytes().first()? {
            b'-' | b'+' => core.split_at(1),
            _ => ("", core),
        };
        let (number, exponent) = match digits.find(['e', 'E']) {
            Some(at) => digits.split_at(at),
            None => (digits, ""),
        };
        let (whole, fraction) = number
            .split_once(char::from(self.decimal))
            .unwrap_or((number, ""));
        if !self.groups(whole).all(all_digits) || !all_digits(fraction) {
            return None;
        }
        if fraction.is_empty() && self.groups(whole).all(str::is_empty) {
            return None;
        }
        if !exponent.is_empty() && exponent[1..].parse::<i16>().is_err() {
            return None;
        }
        Some(NumberParts {
            sign,
            whole,
            fraction,
            exponent,
        })
    }

    /// The parts of a whole number between its marks for thousands.
    fn groups<'c>(&self, whole: &'c str) -> impl Iterator<Item = &'c str> {
        let group = self.group;
        whole.split(move |c| Some(c) == group)
    }
}

/// The parts of a number as it is written.
struct NumberParts<'c> {
    /// `-`, `+` or nothing.
    sign: &'c str,
    /// Digits before the decimal mark, with the marks between thousands.
    whole: &'c str,
    /// Digits after the decimal separator.
    fraction: &'c str,
    /// `e` and what follows it, or nothing.
    exponent: &'c str,
}

impl NumberFormat {
    /// The number without the text around it. None where that text is an accountant's minus, as in `(12)` and `12-`, or
    /// one that Table Schema does not know (`−12`): readers that take it away make a debt an asset.
    fn core<'a>(&self, cell: &'a str) -> Option<&'a str> {
        let number =
            |c: char| c.is_ascii_digit() || matches!(c, '-' | '+') || c == char::from(self.decimal);
        let tail = cell.trim_start_matches(|c| !number(c));
        let core = tail.trim_end_matches(|c: char| !c.is_ascii_digit());
        let (before, after) = (&cell[..cell.len() - tail.len()], &tail[core.len()..]);
        let debt = before.contains('(') && after.contains(')')
            || before.contains(is_minus)
            || after.trim().starts_with(is_minus);
        (!debt).then_some(core)
    }
}

/// Whether a character is a hyphen, a dash or a sign that people write for minus.
pub(super) fn is_minus(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Whether a text is digits alone; an empty one is.
pub(super) fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Bytes of a cell whose digits fit 64 bits.
const MOST_SHORT: usize = 18;

/// [`NumberFormat::read_strictly`] for a short number without groups, in one pass.
#[inline]
fn read_short(cell: &[u8], decimal: u8) -> Option<Decimal> {
    let (negative, digits) = match cell {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let mut size = 0u64;
    let mut mark = None;
    for (at, byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            size = size * 10 + u64::from(digit);
        } else if *byte == decimal && mark.is_none() {
            mark = Some(at);
        } else {
            return None;
        }
    }
    let whole = mark.unwrap_or(digits.len());
    let scale = mark.map_or(0, |at| digits.len() - at - 1);
    let padded = whole > 1 && digits[0] == b'0';
    if whole == 0 || padded || (mark.is_some() && scale == 0) || (negative && size == 0) {
        return None;
    }
    let size = i128::from(size);
    Some(Decimal {
        mantissa: if negative { -size } else { size },
        scale: u8::try_from(scale).ok()?,
    })
}

/// Digits being read, in 64 bits as long as they fit.
#[derive(Default)]
struct Accumulator {
    short: u64,
    long: u128,
    digits: usize,
}

impl Accumulator {
    fn push(&mut self, byte: u8) -> Option<()> {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        match self.digits {
            0..18 => self.short = self.short * 10 + u64::from(digit),
            18 => self.long = u128::from(self.short) * 10 + u128::from(digit),
            19..MOST_DIGITS => self.long = self.long * 10 + u128::from(digit),
            _ => return None,
        }
        self.digits += 1;
        Some(())
    }

    fn finish(self, negative: bool, scale: usize) -> Option<Decimal> {
        let size = if self.digits > 18 {
            i128::try_from(self.long).ok()?
        } else {
            i128::from(self.short)
        };
        let mantissa = if negative { -size } else { size };
        (self.digits > 0).then_some(Decimal {
            mantissa,
            scale: u8::try_from(scale).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMA: NumberFormat = NumberFormat {
        decimal: b',',
        group: Some('.'),
        bare: true,
    };

    #[test]
    fn strictly_means_that_the_text_comes_back() {
        let read = |t| {
            NumberFormat::default()
                .read_strictly(t)
                .map(|d| (d.mantissa, d.scale))
        };
        assert_eq!(read("-12.50"), Some((-1250, 2)));
        assert_eq!(read("0"), Some((0, 0)));
        assert_eq!(read("0.05"), Some((5, 2)));
        for text in [
            "", "-", "01", "+1", "1.", ".5", "-0", "1,000", "1e5", " 1", "1-2", "٣",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(
            COMMA.read_strictly("1.234.567,80").unwrap().mantissa,
            123_456_780
        );
        for text in ["1234", "12.34", ".123", "1..234", "1.2345"] {
            assert_eq!(COMMA.read_strictly(text), None, "{text}");
        }
    }

    #[test]
    fn declared_numbers_are_read_as_table_schema_reads_them() {
        let loose = NumberFormat {
            decimal: b'.',
            group: Some(','),
            bare: false,
        };
        let plain = |form: &NumberFormat, t: &str| {
            let mut out = String::new();
            form.write_plain(t, &mut out).map(|()| out)
        };
        assert_eq!(plain(&loose, "$ 1,234.50").as_deref(), Some("1234.50"));
        assert_eq!(plain(&loose, "12%").as_deref(), Some("12"));
        assert_eq!(
            plain(&NumberFormat::default(), "+007.10").as_deref(),
            Some("7.10")
        );
        assert_eq!(plain(&NumberFormat::default(), "12%"), None);
        for debt in ["(1,234.50)", "$ (12)", "12-", "12.5 –", "−12", "$ −12"] {
            assert_eq!(plain(&loose, debt), None, "{debt}");
        }
        assert_eq!(plain(&loose, "12 (estimated)").as_deref(), Some("12"));
        for (group, cell) in [
            (' ', "1 234,5"),
            ('\'', "1'234,5"),
            ('\u{a0}', "1\u{a0}234,5"),
            ('’', "1’234,5"),
        ] {
            let form = NumberFormat {
                decimal: b',',
                group: Some(group),
                bare: true,
            };
            assert_eq!(plain(&form, cell).as_deref(), Some("1234.5"), "{cell}");
            let read = form.read_strictly(cell).or_else(|| form.read(cell));
            assert_eq!(
                read,
                Some(Decimal {
                    mantissa: 12345,
                    scale: 1
                }),
                "{cell}"
            );
        }
        assert_eq!(
            NumberFormat::default().read("1.5e3").unwrap(),
            Decimal {
                mantissa: 1500,
                scale: 0
            }
        );
        assert_eq!(NumberFormat::default().read("-0").unwrap().mantissa, 0);
    }

    #[test]
    fn order_is_by_value() {
        let read = |t| NumberFormat::default().read(t).unwrap();
        assert!(
            read("2.10").compare(read("2.9")).is_lt() && read("1.10").compare(read("1.1")).is_eq()
        );
    }

    proptest::proptest! {
        #[test]
        fn every_decimal_comes_back(mantissa in -999_999_999_999i64..999_999_999_999, scale in 0usize..6) {
            let digits = format!("{:0width$}", mantissa.abs(), width = scale + 1);
            let (whole, fraction) = digits.split_at(digits.len() - scale);
            let sign = if mantissa < 0 { "-" } else { "" };
            let text = if scale == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") };
            let read = NumberFormat::default().read_strictly(&text).unwrap();
            proptest::prop_assert_eq!((read.mantissa, usize::from(read.scale)), (i128::from(mantissa), scale));
        }
    }
}
