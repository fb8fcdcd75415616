//! Telling a column's form from its cells, in one pass.
//!
//! A form stays possible only as long as every cell fits it *and would be written back as the very same text*.
//! So `01008`, `+52 55…`, `005:001` and numbers too long for a double stay text, and so do `1.9` beside `1.10`,
//! which are not numbers of one precision. Blanks around a number mean nothing; a currency or percent sign must stand
//! around every number of the column alike.

use super::around::{Around, bare};
use super::moment::Pattern;
use super::number::{Decimal, NumberForm};
use super::{Fact, Form};
use crate::data::table::FieldType;
use std::sync::LazyLock;

/// Patterns that are tried, the likelier first.
pub(super) const MOMENTS: &[(FieldType, &str)] = &[
    (FieldType::Date, "%Y-%m-%d"),
    (FieldType::Date, "%Y-%-m-%-d"),
    (FieldType::Date, "%Y/%m/%d"),
    (FieldType::Date, "%d/%m/%Y"),
    (FieldType::Date, "%-d/%-m/%Y"),
    (FieldType::Date, "%m/%d/%Y"),
    (FieldType::Date, "%-m/%-d/%Y"),
    (FieldType::Date, "%d-%m-%Y"),
    (FieldType::Date, "%m-%d-%Y"),
    (FieldType::Date, "%d.%m.%Y"),
    (FieldType::Date, "%-d.%-m.%Y"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S%z"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S.%f"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S.%f%z"),
    (FieldType::DateTime, "%Y-%m-%d %H:%M:%S"),
    (FieldType::DateTime, "%Y-%m-%d %H:%M"),
    (FieldType::DateTime, "%d/%m/%Y %H:%M:%S"),
    (FieldType::DateTime, "%m/%d/%Y %H:%M:%S"),
    (FieldType::DateTime, "%-d/%-m/%Y %-H:%M:%S"),
    (FieldType::DateTime, "%-m/%-d/%Y %-H:%M:%S"),
    (FieldType::DateTime, "%d/%m/%Y %H:%M"),
    (FieldType::DateTime, "%m/%d/%Y %H:%M"),
    (FieldType::DateTime, "%Y%m%dT%H%M%S"),
    (FieldType::Time, "%H:%M:%S"),
    (FieldType::YearMonth, "%Y-%m"),
];

static PATTERNS: LazyLock<Vec<Pattern>> =
    LazyLock::new(|| MOMENTS.iter().map(|(_, p)| Pattern::strict(p).expect("known directives")).collect());

/// Ways to write yes and no, each a pair.
const BOOLEANS: [[&str; 2]; 3] = [["true", "false"], ["TRUE", "FALSE"], ["True", "False"]];

/// Ways to write numbers: with a decimal point or a decimal comma, grouped or not.
const NUMBERS: [NumberForm; 4] = [
    NumberForm { decimal: b'.', group: None, bare: true },
    NumberForm { decimal: b'.', group: Some(','), bare: true },
    NumberForm { decimal: b',', group: None, bare: true },
    NumberForm { decimal: b',', group: Some('.'), bare: true },
];

/// Which decimal mark a reading of a number supposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No mark in the cell: either reading gives the same number.
    Neither,
    /// A point.
    Point,
    /// A comma.
    Comma,
}

/// Digits of a whole number that every JSON reader, spreadsheet and database keeps: up to 2^53.
const MOST_WHOLE: i128 = 9_007_199_254_740_991;

/// How precise the numbers of one reading are.
#[derive(Debug, Clone, Copy, Default)]
struct Precision {
    /// Bit n: some cell has n digits after the mark.
    scales: u32,
    /// Bit n: some cell has n digits after the mark, and the last of them is a zero.
    zeros: u32,
    marked: bool,
}

impl Precision {
    fn note(&mut self, number: Decimal) {
        let scale = 1 << number.scale.min(31);
        self.scales |= scale;
        if number.scale > 0 && number.ends_in_zero() {
            self.zeros |= scale;
        }
        self.marked = true;
    }

    /// Whether every cell can be written back as it was: with as few decimals as the number needs (`2` or `2.0`,
    /// `2.75`), or all with the same number of decimals.
    fn is_regular(self) -> bool {
        matches!(self.zeros, 0 | 0b10) || (self.scales & !1).count_ones() == 1
    }

    fn has_fractions(self) -> bool {
        self.scales & !1 != 0
    }
}

/// What a column's cells have left possible.
#[derive(Debug, Clone)]
pub struct Guess {
    numbers: [bool; 4],
    booleans: [bool; 3],
    moments: u64,
    /// What stands around every number; none before the first.
    around: Option<Around>,
    /// Whether a cell was seen.
    begun: bool,
    whole: bool,
    point: Precision,
    comma: Precision,
}

impl Default for Guess {
    fn default() -> Self {
        Guess {
            numbers: [true; 4],
            booleans: [true; 3],
            moments: (1 << MOMENTS.len()) - 1,
            around: None,
            begun: false,
            whole: true,
            point: Precision::default(),
            comma: Precision::default(),
        }
    }
}

/// The decision about a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// Its form.
    Form(Form),
    /// Dates whose days and months could be either; they stay text.
    DateOrderUnknown,
}

impl Guess {
    /// For a column that is known to be text, which dates may be written as.
    pub fn of_text() -> Self {
        Guess { numbers: [false; 4], booleans: [false; 3], ..Guess::default() }
    }

    /// Whether only text is left.
    pub fn is_text(&self) -> bool {
        self.moments == 0 && self.numbers == [false; 4] && self.booleans == [false; 3]
    }

    /// Takes in a cell that is not missing. Every value that it can have is given to `fact`, with what it supposes:
    /// for numbers the decimal mark, for moments the pattern's number.
    pub fn take(&mut self, cell: &str, mut fact: impl FnMut(Supposed, Fact)) {
        self.begun = true;
        let [first, last] = [cell.as_bytes().first(), cell.as_bytes().last()].map(|b| b.copied().unwrap_or(b' '));
        let numeric = first.is_ascii_digit() || first == b'-';
        for (alive, pair) in self.booleans.iter_mut().zip(BOOLEANS) {
            *alive &= !numeric && pair.contains(&cell);
        }
        let mut number = cell;
        if !(numeric && last.is_ascii_digit()) || self.around.as_ref().is_some_and(|a| *a != Around::default()) {
            match bare(cell) {
                Some((core, around)) if self.is_alike(&around) => number = core,
                _ => self.numbers = [false; 4],
            }
        } else if self.around.is_none() {
            self.around = Some(Around::default());
        }
        if self.numbers != [false; 4] {
            self.take_number(number, &mut fact);
        }
        if !numeric {
            self.moments = 0;
            return;
        }
        let mut left = self.moments;
        while left != 0 {
            let at = left.trailing_zeros();
            left &= left - 1;
            match PATTERNS[at as usize].read(cell) {
                Some(moment) => fact(Supposed::Pattern(at), Fact::Moment(moment)),
                None => self.moments &= !(1 << at),
            }
        }
    }

    /// Whether the same signs stand around this number as around the others; blanks may differ.
    fn is_alike(&mut self, around: &Around) -> bool {
        match &mut self.around {
            None => self.around = Some(around.clone()),
            Some(known) if known.before == around.before && known.after == around.after => {
                known.padded |= around.padded;
            }
            Some(_) => return false,
        }
        true
    }

    fn take_number(&mut self, cell: &str, fact: &mut impl FnMut(Supposed, Fact)) {
        let marked = cell.bytes().any(|b| matches!(b, b'.' | b','));
        if !marked {
            let number = NUMBERS[0].read_strictly(cell).filter(|d| d.mantissa.abs() <= MOST_WHOLE);
            let Some(number) = number else {
                self.numbers = [false; 4];
                return;
            };
            if number.mantissa.abs() > 999 {
                self.numbers[1] = false;
                self.numbers[3] = false;
            }
            fact(Supposed::Mark(Mark::Neither), Fact::Number(number));
            return;
        }
        for (forms, mark) in [([0, 1], Mark::Point), ([2, 3], Mark::Comma)] {
            let mut read = None;
            for at in forms {
                let number = self.numbers[at].then(|| NUMBERS[at].read_strictly(cell)).flatten();
                let number = number.filter(|d| is_safe(*d));
                self.numbers[at] = number.is_some();
                read = read.or(number);
            }
            if let Some(number) = read {
                let precision = if mark == Mark::Point { &mut self.point } else { &mut self.comma };
                precision.note(number);
                self.whole &= number.scale == 0;
                fact(Supposed::Mark(mark), Fact::Number(number));
            }
        }
    }

    /// Whether a decimal comma is the only way left to read this column's marks.
    pub fn proves_comma(&self) -> bool {
        self.begun && self.comma.marked && (self.numbers[2] || self.numbers[3]) && !self.numbers[0] && !self.numbers[1]
    }

    /// Whether a decimal point is the only way left.
    pub fn proves_point(&self) -> bool {
        self.begun && self.point.marked && (self.numbers[0] || self.numbers[1]) && !self.numbers[2] && !self.numbers[3]
    }

    /// Decides; `comma` says that other columns of the table prove a decimal comma and none a point.
    pub fn decide(&self, comma: bool) -> Decision {
        let text = Decision::Form(Form::Text(FieldType::String));
        if !self.begun {
            return text;
        }
        if let Some(pair) = self.booleans.iter().zip(BOOLEANS).find(|(alive, _)| **alive).map(|(_, pair)| pair) {
            return Decision::Form(Form::Boolean(vec![pair[0].to_owned()], vec![pair[1].to_owned()]));
        }
        if let Some(form) = self.number(comma) {
            return Decision::Form(form);
        }
        let live: Vec<usize> = (0..MOMENTS.len()).filter(|at| self.moments & (1 << at) != 0).collect();
        match live.as_slice() {
            [] => text,
            [first, rest @ ..] => {
                let plain = |at: usize| MOMENTS[at].1.replace("%-", "%");
                if rest.iter().any(|at| plain(*at) != plain(*first)) {
                    return Decision::DateOrderUnknown;
                }
                Decision::Form(Form::Moment(MOMENTS[*first].0, vec![PATTERNS[*first].clone()]))
            }
        }
    }

    fn number(&self, comma: bool) -> Option<Form> {
        let order: [usize; 4] = if comma { [2, 3, 0, 1] } else { [0, 1, 2, 3] };
        let at = order.into_iter().find(|at| self.numbers[*at])?;
        let precision = if at < 2 { self.point } else { self.comma };
        if !precision.is_regular() {
            return None;
        }
        let form = if self.point.marked || self.comma.marked { NUMBERS[at] } else { NUMBERS[0] };
        let form = NumberForm { bare: self.around.as_ref().is_none_or(|a| *a == Around::default()), ..form };
        Some(if precision.has_fractions() { Form::Number(form) } else { Form::Integer(form) })
    }

    /// What the facts of the decided form supposed.
    pub fn supposed(form: &Form) -> Option<Supposed> {
        match form {
            Form::Integer(n) | Form::Number(n) if n.decimal == b',' => Some(Supposed::Mark(Mark::Comma)),
            Form::Integer(_) | Form::Number(_) => Some(Supposed::Mark(Mark::Point)),
            Form::Moment(_, patterns) => {
                let at = PATTERNS.iter().position(|p| Some(p) == patterns.first())?;
                Some(Supposed::Pattern(u32::try_from(at).ok()?))
            }
            _ => None,
        }
    }
}

/// What a reading of a cell supposes of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Supposed {
    /// Numbers have this decimal mark.
    Mark(Mark),
    /// Dates are in the pattern of this number.
    Pattern(u32),
}

/// Whether a double gives back the digits: 15 always fit, more only where they are the double's own.
fn is_safe(number: Decimal) -> bool {
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
    text.parse::<f64>().is_ok_and(|double| double.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(cells: &[&str]) -> Guess {
        let mut guess = Guess::default();
        cells.iter().for_each(|c| guess.take(c, |_, _| {}));
        guess
    }

    fn kind(cells: &[&str]) -> &'static str {
        match guess(cells).decide(false) {
            Decision::Form(form) => form.kind().id(),
            Decision::DateOrderUnknown => "unknown",
        }
    }

    #[test]
    fn text_that_looks_like_numbers_stays_text() {
        for cells in [
            &["01008", "09015"][..],
            &["+525512345678"],
            &["005:001"],
            &["12345678901234567890"],
            &["9007199254740993"],
            &["1.9", "1.10"],
            &["1e5"],
            &["1", "NA"],
            &["-0"],
            &["1,5", "2.5"],
            &["1234567890123456.789"],
        ] {
            assert_eq!(kind(cells), "string", "{cells:?}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(kind(&["1", "-20", "9007199254740991"]), "integer");
        assert_eq!(kind(&["1.50", "12.25", "3"]), "number");
        assert_eq!(kind(&["65.2419444", "-91.9475000"]), "number");
        assert_eq!(kind(&["6,000,000", "12"]), "integer");
        assert_eq!(kind(&["-42.35899999999999"]), "number");
    }

    #[test]
    fn signs_and_blanks_around_numbers() {
        assert_eq!(kind(&[" 27,275.25 ", "102,809.15"]), "number");
        assert_eq!(kind(&["$1,000.00", "$20.50"]), "number");
        assert_eq!(kind(&["12 %", "7%"]), "integer");
        for mixed in [&["$1", "€2"][..], &["$1", "2"], &["1", "2%"], &["A1", "A2"], &["$"], &["1-2"], &["$-"]] {
            assert_eq!(kind(mixed), "string", "{mixed:?}");
        }
    }

    #[test]
    fn decimal_commas() {
        assert!(guess(&["1,7", "12,25"]).proves_comma());
        assert!(guess(&["200.000.000"]).proves_comma());
        assert!(guess(&["1.7"]).proves_point() && !guess(&["1.700"]).proves_point());
        let decided = guess(&["1.700"]).decide(true);
        assert_eq!(decided, Decision::Form(Form::Integer(NumberForm { decimal: b',', group: Some('.'), bare: true })));
        assert_eq!(guess(&["12"]).decide(true), Decision::Form(Form::Integer(NumberForm::default())));
    }

    #[test]
    fn dates() {
        assert_eq!(kind(&["2011-01-01", "2011-12-31"]), "date");
        assert_eq!(kind(&["2014-7-1", "2014-12-31"]), "date");
        assert_eq!(kind(&["02/01/2014", "31/12/2012"]), "date");
        assert_eq!(kind(&["02/01/2014", "03/12/2012"]), "unknown");
        assert_eq!(kind(&["2/1/2014", "03/13/2012"]), "string");
        assert_eq!(kind(&["5/19/2006 0:00:00"]), "datetime");
        assert_eq!(kind(&["20150311T000000"]), "datetime");
        assert_eq!(kind(&["2022-01", "2022-12"]), "yearmonth");
        assert_eq!(kind(&["TRUE", "FALSE"]), "boolean");
        assert_eq!(kind(&["TRUE", "false"]), "string");
    }
}
