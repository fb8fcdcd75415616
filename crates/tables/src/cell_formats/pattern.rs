//! Dates and times in the patterns of `strptime`, which Table Schema's `format` uses.

mod iso;

use super::moment::Moment;

/// A pattern of `strptime`, compiled to its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<PatternPart>,
    text: String,
    /// Whether it takes a date as ISO 8601 has it; and if so, whether it takes nothing else.
    iso: IsoForm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IsoForm {
    No,
    Among,
    Only,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PatternPart {
    Literal(u8),
    /// A number: which, and how many digits it has.
    Number(DateUnit, FieldWidth),
    MonthName,
    HalfOfDay,
    Fraction,
    Zone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DateUnit {
    Year,
    YearOfCentury,
    Month,
    Day,
    Hour,
    HourOfHalf,
    Minute,
    Second,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FieldWidth {
    /// Exactly so many.
    Exactly(usize),
    /// As few as the number needs.
    Fewest,
    /// One or two, padded or not.
    OneOrTwo,
}

impl PatternPart {
    /// Returns what a directive stands for, when numbers of two digits are as wide as this; `None` where it is not known.
    fn of(directive: u8, width: FieldWidth) -> Option<PatternPart> {
        use PatternPart::Number;
        Some(match directive {
            b'Y' => Number(DateUnit::Year, FieldWidth::Exactly(4)),
            b'y' => Number(DateUnit::YearOfCentury, FieldWidth::Exactly(2)),
            b'm' => Number(DateUnit::Month, width),
            b'd' | b'e' => Number(DateUnit::Day, width),
            b'H' => Number(DateUnit::Hour, width),
            b'I' => Number(DateUnit::HourOfHalf, width),
            b'M' => Number(DateUnit::Minute, width),
            b'S' => Number(DateUnit::Second, width),
            b'f' => PatternPart::Fraction,
            b'z' => PatternPart::Zone,
            b'b' | b'B' | b'h' => PatternPart::MonthName,
            b'p' => PatternPart::HalfOfDay,
            b'%' => PatternPart::Literal(b'%'),
            _ => return None,
        })
    }
}

/// A cell that is being read by a pattern.
struct MomentReader<'a> {
    /// What has not been read.
    rest: &'a [u8],
    moment: Moment,
    hours: u32,
    /// Whether `hours` are those of half a day.
    is_half: bool,
    /// Whether the cell says that it is the second half.
    afternoon: Option<bool>,
    /// Digits of the fraction of seconds.
    fraction: usize,
}

impl<'a> MomentReader<'a> {
    #[inline]
    fn new(cell: &'a str) -> Self {
        MomentReader {
            rest: cell.as_bytes(),
            moment: Moment {
                year: 1,
                month: 1,
                day: 1,
                ..Moment::default()
            },
            hours: 0,
            is_half: false,
            afternoon: None,
            fraction: 0,
        }
    }

    /// Parses one part; `None` where it is not there.
    #[inline]
    fn read(&mut self, part: PatternPart) -> Option<()> {
        match part {
            PatternPart::Literal(byte) => {
                let (first, after) = self.rest.split_first()?;
                if *first != byte {
                    return None;
                }
                self.rest = after;
            }
            PatternPart::Number(unit, width) => {
                let value = take_number(&mut self.rest, width)?;
                self.set(unit, value)?;
            }
            PatternPart::MonthName => self.moment.month = take_month(&mut self.rest)?,
            PatternPart::HalfOfDay => self.afternoon = Some(take_half(&mut self.rest)?),
            PatternPart::Fraction => {
                let before = self.rest.len();
                self.moment.nanos = take_fraction(&mut self.rest)?;
                self.fraction = before - self.rest.len();
            }
            PatternPart::Zone => self.moment.zone = Some(take_zone(&mut self.rest)?),
        }
        Some(())
    }

    /// Sets one part of the date or time; `None` where it cannot be this number.
    #[inline]
    fn set(&mut self, unit: DateUnit, value: u32) -> Option<()> {
        let moment = &mut self.moment;
        match unit {
            DateUnit::Year => moment.year = i16::try_from(value).ok().filter(|y| *y > 0)?,
            DateUnit::YearOfCentury => {
                let year = i16::try_from(value).ok()?;
                moment.year = year + if year < 69 { 2000 } else { 1900 };
            }
            DateUnit::Month => moment.month = i8::try_from(value).ok()?,
            DateUnit::Day => moment.day = i8::try_from(value).ok()?,
            DateUnit::Hour => self.hours = (value < 24).then_some(value)?,
            DateUnit::HourOfHalf => {
                self.hours = (1..=12).contains(&value).then_some(value % 12)?;
                self.is_half = true;
            }
            DateUnit::Minute => moment.seconds += (value < 60).then_some(value * 60)?,
            DateUnit::Second => moment.seconds += (value < 60).then_some(value)?,
        }
        Some(())
    }

    /// Returns the moment, and the digits of its fraction, where the whole cell was read.
    #[inline]
    fn finish(mut self) -> Option<(Moment, usize)> {
        if self.is_half && self.afternoon == Some(true) {
            self.hours += 12;
        }
        self.moment.seconds += self.hours * 3600;
        (self.rest.is_empty() && self.moment.is_day()).then_some((self.moment, self.fraction))
    }
}

const MONTHS: [[&str; 2]; 12] = [
    ["january", "enero"],
    ["february", "febrero"],
    ["march", "marzo"],
    ["april", "abril"],
    ["may", "mayo"],
    ["june", "junio"],
    ["july", "julio"],
    ["august", "agosto"],
    ["september", "septiembre"],
    ["october", "octubre"],
    ["november", "noviembre"],
    ["december", "diciembre"],
];

impl Pattern {
    /// Compiles a `strptime` pattern as Table Schema means it: `%d` takes one digit or two. None where a directive
    /// is not known.
    pub(crate) fn lenient(pattern: &str) -> Option<Pattern> {
        Self::compile(pattern, FieldWidth::OneOrTwo)
    }

    /// Compiles a pattern that takes only what it would print: `%d` has two digits, `%-d` as few as it needs.
    pub(crate) fn strict(pattern: &str) -> Option<Pattern> {
        Self::compile(pattern, FieldWidth::Exactly(2))
    }

    fn compile(pattern: &str, two: FieldWidth) -> Option<Pattern> {
        let mut parts = Vec::new();
        let mut bytes = pattern.bytes();
        while let Some(byte) = bytes.next() {
            if byte != b'%' {
                parts.push(PatternPart::Literal(byte));
                continue;
            }
            let (directive, width) = match bytes.next()? {
                b'-' => (bytes.next()?, FieldWidth::Fewest),
                other => (other, two),
            };
            match directive {
                b'T' => parts.extend(Self::compile("%H:%M:%S", two)?.parts),
                b'F' => parts.extend(Self::compile("%Y-%m-%d", two)?.parts),
                _ => parts.push(PatternPart::of(directive, width)?),
            }
        }
        let iso = Self::iso(&parts);
        Some(Pattern {
            parts,
            text: pattern.to_owned(),
            iso,
        })
    }

    fn iso(parts: &[PatternPart]) -> IsoForm {
        use PatternPart::{Literal, Number};
        match parts {
            [
                Number(DateUnit::Year, _),
                Literal(b'-'),
                Number(DateUnit::Month, month),
                Literal(b'-'),
                Number(DateUnit::Day, day),
            ] => match (month, day) {
                (FieldWidth::Exactly(2), FieldWidth::Exactly(2)) => IsoForm::Only,
                (FieldWidth::OneOrTwo, FieldWidth::OneOrTwo) => IsoForm::Among,
                _ => IsoForm::No,
            },
            _ => IsoForm::No,
        }
    }

    /// The pattern as Table Schema's `format` says it.
    pub fn text(&self) -> String {
        self.text.replace("%-", "%")
    }

    /// Whether a cell that fits is the date as ISO 8601 has it.
    pub(crate) fn is_iso(&self) -> bool {
        self.iso == IsoForm::Only
    }

    /// Parses a cell; none where it does not fit.
    pub(crate) fn read(&self, cell: &str) -> Option<Moment> {
        match self.iso {
            IsoForm::No => self.read_parts(cell),
            IsoForm::Among => read_iso(cell.as_bytes()).or_else(|| self.read_parts(cell)),
            IsoForm::Only => read_iso(cell.as_bytes()),
        }
    }

    fn read_parts(&self, cell: &str) -> Option<Moment> {
        self.read_with_fraction(cell).map(|(moment, _)| moment)
    }

    /// Parses a cell, and how many digits the fraction of its seconds has.
    fn read_with_fraction(&self, cell: &str) -> Option<(Moment, usize)> {
        let mut reader = MomentReader::new(cell);
        for part in &self.parts {
            reader.read(*part)?;
        }
        reader.finish()
    }
}

/// Parses `2022-02-28`, which most dates are written as.
#[inline]
fn read_iso(cell: &[u8]) -> Option<Moment> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *cell else {
        return None;
    };
    let year = i16::from(two_digits(y1, y2)?) * 100 + i16::from(two_digits(y3, y4)?);
    let moment = Moment {
        year,
        month: two_digits(m1, m2)?,
        day: two_digits(d1, d2)?,
        ..Moment::default()
    };
    (year > 0 && moment.is_day()).then_some(moment)
}

#[inline]
#[allow(clippy::cast_possible_wrap, reason = "at most 99")]
fn two_digits(tens: u8, ones: u8) -> Option<i8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then(|| (tens * 10 + ones) as i8)
}

fn take_number(rest: &mut &[u8], width: FieldWidth) -> Option<u32> {
    let most = if let FieldWidth::Exactly(n) = width {
        n
    } else {
        2
    };
    let digits = rest
        .iter()
        .take(most)
        .take_while(|b| b.is_ascii_digit())
        .count();
    let fits = match width {
        FieldWidth::Exactly(n) => digits == n,
        FieldWidth::Fewest => digits == 1 || digits == 2 && rest[0] != b'0',
        FieldWidth::OneOrTwo => digits > 0,
    };
    let value = rest[..digits]
        .iter()
        .fold(0, |value, b| value * 10 + u32::from(b - b'0'));
    *rest = &rest[digits..];
    fits.then_some(value)
}

fn take_letters<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let n = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let (letters, after) = rest.split_at(n);
    *rest = after;
    letters
}

/// A month's name, whole or its first three letters, in English or Spanish.
fn take_month(rest: &mut &[u8]) -> Option<i8> {
    let letters = take_letters(rest).to_ascii_lowercase();
    *rest = rest.strip_prefix(b".").unwrap_or(rest);
    MONTHS
        .iter()
        .zip(1..)
        .find(|(names, _)| names.iter().any(|name| is_month_name(name, &letters)))
        .map(|(_, month)| month)
}

fn is_month_name(name: &str, letters: &[u8]) -> bool {
    name.as_bytes() == letters || letters.len() == 3 && name.as_bytes().starts_with(letters)
}

fn take_half(rest: &mut &[u8]) -> Option<bool> {
    let letters = take_letters(rest).to_ascii_lowercase();
    match letters.as_slice() {
        b"am" => Some(false),
        b"pm" => Some(true),
        _ => None,
    }
}

fn take_fraction(rest: &mut &[u8]) -> Option<u32> {
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let value = rest
        .iter()
        .take(digits.min(9))
        .fold(0u32, |value, b| value * 10 + u32::from(b - b'0'));
    *rest = &rest[digits..];
    let missing = u32::try_from(9usize.checked_sub(digits)?).ok()?;
    (digits > 0).then(|| value * 10u32.pow(missing))
}

/// `Z`, `+05:00`, `+0500` or `+05`.
fn take_zone(rest: &mut &[u8]) -> Option<i16> {
    if let Some(after) = rest.strip_prefix(b"Z") {
        *rest = after;
        return Some(0);
    }
    let sign = match rest.first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    *rest = &rest[1..];
    let hours = take_number(rest, FieldWidth::Exactly(2))?;
    *rest = rest.strip_prefix(b":").unwrap_or(rest);
    let minutes = if rest.is_empty() {
        0
    } else {
        take_number(rest, FieldWidth::Exactly(2))?
    };
    let zone = i16::try_from(hours * 60 + minutes).ok()?;
    (hours < 24 && minutes < 60).then_some(sign * zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(pattern: &Pattern, cell: &str) -> Option<String> {
        pattern.read(cell).map(|m| {
            let mut out = String::new();
            m.write_date(&mut out);
            out.push('T');
            m.write_time(&mut out);
            out
        })
    }

    #[test]
    fn what_are_no_digits_are_no_date() {
        for cell in [
            "2,Lui1-01-",
            "Lui1-01-01",
            "2011-# -03",
            "----------",
            "\u{ff}\u{ff}-01-01-",
        ] {
            assert!(read_iso(cell.as_bytes()).is_none(), "{cell}");
        }
    }

    #[test]
    fn patterns() {
        let lenient = |p, c| iso(&Pattern::lenient(p).unwrap(), c);
        assert_eq!(
            lenient("%d/%m/%Y", "3/12/2014").as_deref(),
            Some("2014-12-03T00:00:00")
        );
        assert_eq!(
            lenient("%d-%b-%y", "11-May-11").as_deref(),
            Some("2011-05-11T00:00:00")
        );
        assert_eq!(
            lenient("%d de %B de %Y", "3 de mayo de 2020").as_deref(),
            Some("2020-05-03T00:00:00")
        );
        assert_eq!(
            lenient("%m/%d/%Y %I:%M %p", "5/19/2006 12:30 AM").as_deref(),
            Some("2006-05-19T00:30:00")
        );
        assert_eq!(
            lenient("%Y-%m-%dT%H:%M:%S.%f%z", "2020-01-02T03:04:05.250-06:00").as_deref(),
            Some("2020-01-02T03:04:05.25-06:00")
        );
        assert_eq!(lenient("%d/%m/%Y", "31/02/2014"), None);
        assert!(Pattern::lenient("%Q").is_none());
    }

    #[test]
    fn strict_patterns_take_only_what_they_print() {
        let strict = |p, c| Pattern::strict(p).unwrap().read(c).is_some();
        assert!(strict("%d/%m/%Y", "02/01/2014") && !strict("%d/%m/%Y", "2/1/2014"));
        assert!(strict("%-d/%-m/%Y", "2/1/2014") && !strict("%-d/%-m/%Y", "02/01/2014"));
        assert!(!strict("%Y-%m-%d", "2014-01-02x") && !strict("%Y-%m-%d", "0000-01-02"));
        let lenient = Pattern::lenient("%Y-%m-%d").unwrap();
        assert!(
            lenient.read("2014-1-2").is_some()
                && lenient.read("2014-01-02") == lenient.read("2014-1-2")
        );
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_reads_what_the_long_way_reads(cell in "[0-2][0-9]{3}[-/][0-3][0-9][-0][0-3][0-9]{1,2}") {
            let strict = Pattern::strict("%Y-%m-%d").unwrap();
            proptest::prop_assert_eq!(strict.read(&cell), strict.read_parts(&cell));
        }
    }

    #[test]
    fn keys_order_moments_and_respect_zones() {
        let key = |c| {
            Pattern::lenient("%Y-%m-%dT%H:%M:%S%z")
                .unwrap()
                .read(c)
                .unwrap()
                .key()
        };
        assert!(key("2020-01-01T00:00:00+02:00") < key("2020-01-01T00:00:00Z"));
        assert_eq!(
            key("2020-01-01T02:00:00+02:00"),
            key("2020-01-01T00:00:00Z")
        );
        let read = |c| {
            Pattern::lenient("%Y-%m-%dT%H:%M:%S.%f%z")
                .unwrap()
                .read(c)
                .unwrap()
        };
        let all = [
            "2020-01-01T00:00:00.1+02:00",
            "2019-12-31T22:00:00.2Z",
            "2020-01-01T00:00:00.05+02:00",
        ]
        .map(read);
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
            assert_eq!(a.compare(b), a.key().cmp(&b.key()));
        }
    }
}
