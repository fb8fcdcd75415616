//! Telling a column's form from its cells, in one pass.
//!
//! A form stays possible only as long as every cell fits it *and would be written back as the very same text*.
//! So `01008`, `+52 55…`, `005:001` and numbers too long for a double stay text, and so do `1.9` beside `1.10`,
//! which are not numbers of one precision. Blanks around a number mean nothing; a currency or percent sign must be
//! around every number of the column alike.

mod gaps;
pub(crate) mod near;
mod precision;

use super::affixes::{Affixes, bare};
use super::number::{Decimal, NumberFormat};
use super::pattern::Pattern;
use super::{CellFormat, CellReading};
use crate::cell_formats::known_words::MOMENTS;
use crate::field_type::FieldType;
use gaps::ThousandsGap;
pub(crate) use precision::is_safe;
use precision::{MOST_WHOLE, Precision};
use std::sync::LazyLock;
use tragaluz_text::unseen;

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    MOMENTS
        .iter()
        .map(|(_, p)| Pattern::strict(p).expect("known directives"))
        .collect()
});

/// Ways to write yes and no, each a pair.
const BOOLEANS: [[&str; 2]; 3] = [["true", "false"], ["TRUE", "FALSE"], ["True", "False"]];

/// Ways to write numbers: with a decimal point or a decimal comma, grouped or not.
const NUMBERS: [NumberFormat; 4] = [
    NumberFormat {
        decimal: b'.',
        group: None,
        bare: true,
    },
    NumberFormat {
        decimal: b'.',
        group: Some(','),
        bare: true,
    },
    NumberFormat {
        decimal: b',',
        group: None,
        bare: true,
    },
    NumberFormat {
        decimal: b',',
        group: Some('.'),
        bare: true,
    },
];

/// Only the first of them.
const ONLY_POINT: [bool; 4] = [true, false, false, false];

/// Which decimal mark a reading of a number supposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DecimalSeparator {
    /// No mark in the cell: either reading gives the same number.
    Neither,
    /// The decimal separator is a point.
    Point,
    /// The decimal separator is a comma.
    Comma,
}

/// What a column's cells have left possible.
#[derive(Debug, Clone)]
pub(crate) struct FormatGuess {
    numbers: [bool; 4],
    booleans: [bool; 3],
    moments: u64,
    /// What is around every number; none before the first.
    around: Option<Affixes>,
    /// Whether nothing stood around any number so far.
    bare: bool,
    /// Whether a cell was seen.
    begun: bool,
    /// Whether a number without any mark was seen.
    unmarked: bool,
    /// What is between thousands, where that is a gap or an apostrophe.
    gap: Option<ThousandsGap>,
    /// Whether a number above 999 has nothing there.
    large: bool,
    whole: bool,
    point: Precision,
    comma: Precision,
}

/// Whether a number with a point, as strictly written, has at most three digits before it.
fn has_no_thousands(cell: &str, number: Decimal) -> bool {
    cell.len() <= 3 + usize::from(number.mantissa < 0) + 1 + usize::from(number.scale)
}

impl Default for FormatGuess {
    fn default() -> Self {
        FormatGuess {
            numbers: [true; 4],
            booleans: [true; 3],
            moments: (1 << MOMENTS.len()) - 1,
            around: None,
            bare: true,
            begun: false,
            unmarked: false,
            gap: None,
            large: false,
            whole: true,
            point: Precision::default(),
            comma: Precision::default(),
        }
    }
}

/// Ways to read a column that are left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PossibleReadings {
    numbers: [bool; 4],
    booleans: [bool; 3],
    moments: u64,
    only_digits: bool,
}

/// The decision about a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FormatDecision {
    /// Its form.
    Form(CellFormat),
    /// Dates whose days and months could be either; they stay text.
    DateOrderUnknown,
    /// Numbers whose mark could be before three decimals or between thousands; they stay text.
    DecimalMarkUnknown,
}

/// What the rest of a table says about the decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SeparatorEvidence {
    /// It is a point: other columns prove it, or nothing speaks for a comma.
    Point,
    /// It is a comma: other columns prove it.
    Comma,
    /// It is a comma if the table was written where commas divide decimals, which nothing but its semicolons says.
    LikelyComma,
}

impl FormatGuess {
    /// For a column that is known to be text, which dates may be written as.
    pub(crate) fn of_text() -> Self {
        FormatGuess {
            numbers: [false; 4],
            booleans: [false; 3],
            ..FormatGuess::default()
        }
    }

    /// What is left, without what speaks for it.
    pub(crate) fn possible(&self) -> PossibleReadings {
        let only_digits = self.numbers[0] && self.whole && self.bare && self.gap.is_none();
        PossibleReadings {
            numbers: self.numbers,
            booleans: self.booleans,
            moments: self.moments,
            only_digits,
        }
    }

    /// Whether only text is left.
    pub(crate) fn is_text(&self) -> bool {
        self.moments == 0 && self.numbers == [false; 4] && self.booleans == [false; 3]
    }

    /// Takes in a cell that is not missing. Every value that it can have is given to `fact`, with what it supposes:
    /// for numbers the decimal mark, for moments the pattern's number.
    #[inline]
    pub(crate) fn take(&mut self, cell: &str, mut fact: impl FnMut(Assumption, CellReading)) {
        self.begun = true;
        let seen = unseen::trim(cell);
        let (first, last) = match seen.as_bytes() {
            [first, .., last] => (*first, *last),
            [only] => (*only, *only),
            [] => (b' ', b' '),
        };
        let numeric = first.is_ascii_digit() || first == b'-';
        if self.booleans != [false; 3] {
            for (alive, pair) in self.booleans.iter_mut().zip(BOOLEANS) {
                *alive &= !numeric && pair.contains(&cell);
            }
        }
        if self.numbers != [false; 4] {
            let mut number = seen;
            if !(numeric && last.is_ascii_digit() && self.bare) {
                match bare(seen) {
                    Some((core, around)) if self.is_alike(&around) => number = core,
                    _ => self.numbers = [false; 4],
                }
            } else if self.around.is_none() {
                self.around = Some(Affixes::default());
            }
            if self.numbers != [false; 4] {
                self.take_number(number, false, &mut fact);
            }
        }
        if !numeric {
            self.moments = 0;
        }
        let mut remaining = self.moments;
        while remaining != 0 {
            let at = remaining.trailing_zeros();
            remaining &= remaining - 1;
            match PATTERNS[at as usize].read(seen) {
                Some(moment) => fact(Assumption::Pattern(at), CellReading::Moment(moment)),
                None => self.moments &= !(1 << at),
            }
        }
    }

    /// Whether the same signs are around this number as around the others; blanks may differ.
    fn is_alike(&mut self, around: &Affixes) -> bool {
        match &mut self.around {
            None => self.around = Some(around.clone()),
            Some(known) if known.before == around.before && known.after == around.after => {
                known.padded |= around.padded;
            }
            Some(_) => return false,
        }
        self.bare = self
            .around
            .as_ref()
            .is_none_or(|a| *a == Affixes::default());
        true
    }

    /// Takes in a number with gaps between its thousands as the one without them.
    fn take_with_gaps(
        &mut self,
        cell: &str,
        mark: char,
        fact: &mut impl FnMut(Assumption, CellReading),
    ) {
        let Some(gap) = ThousandsGap::in_number(cell, mark).and_then(|gap| gap.beside(self.gap))
        else {
            self.numbers = [false; 4];
            return;
        };
        self.gap = Some(gap);
        (self.numbers[1], self.numbers[3]) = (false, false);
        let plain: String = cell.chars().filter(|c| *c != mark).collect();
        self.take_number(&plain, true, fact);
    }

    /// Takes in what has no mark, and so is a whole number or none.
    fn take_unmarked(
        &mut self,
        number: Option<Decimal>,
        had_gaps: bool,
        fact: &mut impl FnMut(Assumption, CellReading),
    ) {
        let Some(number) = number.filter(|d| d.mantissa.abs() <= MOST_WHOLE) else {
            self.numbers = [false; 4];
            return;
        };
        self.unmarked = true;
        if number.mantissa.abs() > 999 {
            self.large |= !had_gaps;
            self.numbers[1] = false;
            self.numbers[3] = false;
        }
        fact(
            Assumption::Mark(DecimalSeparator::Neither),
            CellReading::Number(number),
        );
    }

    fn take_number(
        &mut self,
        cell: &str,
        had_gaps: bool,
        fact: &mut impl FnMut(Assumption, CellReading),
    ) {
        // Where points are all that is left, what is not a number with one is none; and so is what has no mark.
        let by_point = NUMBERS[0].read_strictly(cell);
        if by_point.is_none()
            && let Some(mark) = cell.chars().find(|c| gaps::MARKS.contains(c))
        {
            return self.take_with_gaps(cell, mark, fact);
        }
        let marked = match by_point {
            Some(number) => number.scale > 0,
            None => cell.bytes().any(|b| matches!(b, b'.' | b',')),
        };
        if !marked {
            return self.take_unmarked(by_point, had_gaps, fact);
        }
        let number = MarkedNumber {
            cell,
            had_gaps,
            by_point,
        };
        match by_point {
            Some(point) if self.numbers == ONLY_POINT => self.take_with_point(&number, point, fact),
            _ => self.take_marked(&number, fact),
        }
    }

    /// Takes in a number with a decimal point, where no other way is left.
    fn take_with_point(
        &mut self,
        number: &MarkedNumber<'_>,
        point: Decimal,
        fact: &mut impl FnMut(Assumption, CellReading),
    ) {
        if !is_safe(point) {
            self.numbers = [false; 4];
            return;
        }
        self.large |= number.is_large(point);
        self.point.note(point);
        self.whole = false;
        fact(
            Assumption::Mark(DecimalSeparator::Point),
            CellReading::Number(point),
        );
    }

    /// Takes in what has marks that may divide decimals or thousands, in each way that is left.
    fn take_marked(
        &mut self,
        marked: &MarkedNumber<'_>,
        fact: &mut impl FnMut(Assumption, CellReading),
    ) {
        for (forms, mark) in [
            ([0, 1], DecimalSeparator::Point),
            ([2, 3], DecimalSeparator::Comma),
        ] {
            let mut read = None;
            for at in forms {
                let number = if self.numbers[at] {
                    marked.read(at)
                } else {
                    None
                };
                self.numbers[at] = number.is_some();
                read = read.or(number);
            }
            if let Some(number) = read {
                self.large |= marked.is_large(number);
                let precision = if mark == DecimalSeparator::Point {
                    &mut self.point
                } else {
                    &mut self.comma
                };
                precision.note(number);
                self.whole &= number.scale == 0;
                fact(Assumption::Mark(mark), CellReading::Number(number));
            }
        }
    }

    /// Whether a decimal comma is the only way left to read this column's marks.
    pub(crate) fn proves_comma(&self) -> bool {
        self.begun
            && self.comma.marked
            && (self.numbers[2] || self.numbers[3])
            && !self.numbers[0]
            && !self.numbers[1]
    }

    /// Whether a decimal point is the only way left.
    pub(crate) fn proves_point(&self) -> bool {
        self.begun
            && self.point.marked
            && (self.numbers[0] || self.numbers[1])
            && !self.numbers[2]
            && !self.numbers[3]
    }

    /// Whether every number could as well have three decimals as be thousands. Among numbers below a thousand, and above
    /// one with such a mark in each, the mark divides thousands.
    fn is_of_either_mark(&self) -> bool {
        let [point, thousands, comma, points] = self.numbers;
        (point || thousands)
            && (comma || points)
            && (self.point.marked || self.comma.marked)
            && !self.unmarked
    }

    /// Decides, by what other columns say about the decimal separator.
    pub(crate) fn decide(&self, decimals: SeparatorEvidence) -> FormatDecision {
        if !self.begun {
            return FormatDecision::Form(CellFormat::Text(FieldType::String));
        }
        let alive = self
            .booleans
            .iter()
            .zip(BOOLEANS)
            .find(|(alive, _)| **alive);
        if let Some((_, [yes, no])) = alive {
            return FormatDecision::Form(CellFormat::Boolean(
                vec![(*yes).to_owned()],
                vec![(*no).to_owned()],
            ));
        }
        if let Some(form) = self.number(decimals != SeparatorEvidence::Point) {
            if decimals == SeparatorEvidence::LikelyComma && self.is_of_either_mark() {
                return FormatDecision::DecimalMarkUnknown;
            }
            return FormatDecision::Form(form);
        }
        self.decide_moment()
    }

    /// Decides among the patterns of dates and times that are left.
    fn decide_moment(&self) -> FormatDecision {
        let mut live = (0..MOMENTS.len()).filter(|at| self.moments & (1 << at) != 0);
        let Some(first) = live.next() else {
            return FormatDecision::Form(CellFormat::Text(FieldType::String));
        };
        let pattern = plain_pattern(first);
        if live.any(|at| plain_pattern(at) != pattern) {
            return FormatDecision::DateOrderUnknown;
        }
        FormatDecision::Form(CellFormat::Moment(
            MOMENTS[first].0,
            vec![PATTERNS[first].clone()],
        ))
    }

    fn number(&self, comma: bool) -> Option<CellFormat> {
        let order: [usize; 4] = if comma { [2, 3, 0, 1] } else { [0, 1, 2, 3] };
        let at = order.into_iter().find(|at| self.numbers[*at])?;
        let precision = if at < 2 { self.point } else { self.comma };
        if !precision.is_regular() {
            return None;
        }
        let has_fractions = self.point.has_fractions() || self.comma.has_fractions();
        if self
            .gap
            .is_some_and(|gap| self.large || !has_fractions && gap.is_of_papers())
        {
            return None;
        }
        let form = if self.point.marked || self.comma.marked {
            NUMBERS[at]
        } else {
            NUMBERS[0]
        };
        let group = self.gap.map(|gap| gap.mark).or(form.group);
        // Blanks around numbers mean nothing; signs do.
        let bare = self.around.as_ref().is_none_or(Affixes::is_blank);
        let form = NumberFormat {
            group,
            bare,
            ..form
        };
        Some(if precision.has_fractions() {
            CellFormat::Number(form)
        } else {
            CellFormat::Integer(form)
        })
    }

    /// What the facts of the decided form supposed.
    pub(crate) fn supposed(form: &CellFormat) -> Option<Assumption> {
        match form {
            CellFormat::Integer(n) | CellFormat::Number(n) if n.decimal == b',' => {
                Some(Assumption::Mark(DecimalSeparator::Comma))
            }
            CellFormat::Integer(_) | CellFormat::Number(_) => {
                Some(Assumption::Mark(DecimalSeparator::Point))
            }
            CellFormat::Moment(_, patterns) => {
                let at = PATTERNS.iter().position(|p| Some(p) == patterns.first())?;
                Some(Assumption::Pattern(u32::try_from(at).ok()?))
            }
            _ => None,
        }
    }
}

/// Returns a pattern in which padded and bare numbers are the same.
fn plain_pattern(at: usize) -> String {
    MOMENTS[at].1.replace("%-", "%")
}

/// A number with marks in it.
struct MarkedNumber<'c> {
    cell: &'c str,
    /// Whether gaps between thousands were taken out of it.
    had_gaps: bool,
    /// What it is where a point divides decimals, and thousands are not grouped.
    by_point: Option<Decimal>,
}

impl MarkedNumber<'_> {
    /// Parses it in the form of this index in [`NUMBERS`].
    #[inline]
    fn read(&self, form: usize) -> Option<Decimal> {
        let number = match form {
            0 => self.by_point,
            // Below a thousand there is nothing to group.
            1 if self
                .by_point
                .is_some_and(|number| has_no_thousands(self.cell, number)) =>
            {
                self.by_point
            }
            _ => NUMBERS[form].read_strictly(self.cell),
        };
        number.filter(|number| is_safe(*number))
    }

    /// Whether it has thousands that no gap divides.
    fn is_large(&self, number: Decimal) -> bool {
        !self.had_gaps && !has_no_thousands(self.cell, number)
    }
}

/// What a reading of a cell supposes of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Assumption {
    /// Numbers have this decimal mark.
    Mark(DecimalSeparator),
    /// Dates are in the pattern of this number.
    Pattern(u32),
}

#[cfg(test)]
mod tests;
