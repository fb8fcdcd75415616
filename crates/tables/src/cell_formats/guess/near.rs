//! Cells of columns that stay text, and what they would be if the column were not: so that a slip is found among numbers,
//! and numbers that are written as no program reads them.

use super::gaps::{MARKS, ThousandsGap};
use super::{Affixes, BOOLEANS, NUMBERS, PATTERNS, PossibleReadings, bare, is_safe};
use crate::cell_formats::known_words::MOMENTS;
use crate::cell_formats::number::{Decimal, all_digits, is_minus};
use crate::cell_formats::pattern::Pattern;
use crate::field_type::FieldType;
use tragaluz_text::unseen;

/// Ways to read a cell, a bit each: as a number with a point, with a comma, as a word for yes or no, as a date in one of
/// the patterns that are tried.
pub(crate) type Readings = u64;

/// How many ways there are.
pub(crate) const WAYS: usize = DIGITS + 1;

/// Numbers with a point.
pub(crate) const POINT: usize = 0;
/// Numbers with a comma.
pub(crate) const COMMA: usize = 1;
const FIRST_BOOLEAN: usize = 2;
const FIRST_MOMENT: usize = FIRST_BOOLEAN + BOOLEANS.len();
const FIRST_WORD: usize = FIRST_MOMENT + MOMENTS.len();
/// Digits alone, however many, as codes have them.
pub(crate) const DIGITS: usize = FIRST_WORD + WORDS.len();

/// Words for yes and no that are read only where they are declared, in small letters.
const WORDS: [[&str; 2]; 10] = [
    ["sí", "no"],
    ["si", "no"],
    ["yes", "no"],
    ["s", "n"],
    ["y", "n"],
    ["verdadero", "falso"],
    ["sim", "não"],
    ["oui", "non"],
    ["ja", "nein"],
    ["vrai", "faux"],
];
/// Bytes of the longest of them.
const LONGEST_WORD: usize = 9;

/// A number as people write it, and as no program reads it without being told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NumberStyle {
    /// `(1,234)`
    Brackets,
    /// `7,25-`
    MinusAfter,
    /// `-$80.00`, `−12`
    MinusBefore,
    /// `94,29,408`
    Groups,
    /// `6.46E+17`
    Power,
    /// More digits than a double keeps.
    Digits,
}

impl NumberStyle {
    /// Every style, in order.
    pub(crate) const ALL: [NumberStyle; 6] = [
        NumberStyle::Brackets,
        NumberStyle::MinusAfter,
        NumberStyle::MinusBefore,
        NumberStyle::Groups,
        NumberStyle::Power,
        NumberStyle::Digits,
    ];

    /// The word by which messages choose their sentence.
    pub(crate) fn id(self) -> &'static str {
        match self {
            NumberStyle::Brackets => "brackets",
            NumberStyle::MinusAfter => "minus-after",
            NumberStyle::MinusBefore => "minus-before",
            NumberStyle::Groups => "groups",
            NumberStyle::Power => "power",
            NumberStyle::Digits => "digits",
        }
    }
}

/// What a cell could be.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct NearReadings {
    /// Ways in which it can be read.
    pub(crate) readings: Readings,
    /// Those of them in which it means yes, where there are two words.
    pub(crate) yes: Readings,
    /// Whether it is a number with a fraction, if a point or if a comma divides it.
    pub(crate) fractions: [bool; 2],
    /// The style of a number that cannot be read.
    pub(crate) style: Option<NumberStyle>,
}

impl NearReadings {
    /// Tells what a cell could be, in a column whose numbers have these signs around them.
    pub(crate) fn of(cell: &str, around: &Affixes) -> NearReadings {
        let cell = unseen::trim(cell);
        let mut near = NearReadings::default();
        let Some(first) = cell.bytes().next() else {
            return near;
        };
        for (at, pair) in BOOLEANS.iter().enumerate() {
            near.readings |= Readings::from(pair.contains(&cell)) << (FIRST_BOOLEAN + at);
        }
        if first.is_ascii_digit() {
            for (at, pattern) in PATTERNS.iter().enumerate() {
                near.readings |=
                    Readings::from(pattern.read(cell).is_some()) << (FIRST_MOMENT + at);
            }
        }
        if first.is_ascii_alphabetic() && cell.len() <= LONGEST_WORD {
            near.take_word(&cell.to_lowercase());
        }
        near.readings |= Readings::from(cell.bytes().all(|b| b.is_ascii_digit())) << DIGITS;
        near.take_number(cell, around);
        near
    }

    fn take_word(&mut self, word: &str) {
        for (at, [yes, no]) in WORDS.iter().enumerate() {
            let way = 1 << (FIRST_WORD + at);
            self.readings |= if word == *yes || word == *no { way } else { 0 };
            self.yes |= if word == *yes { way } else { 0 };
        }
    }

    fn take_number(&mut self, cell: &str, around: &Affixes) {
        if !cell.bytes().any(|b| b.is_ascii_digit()) {
            return;
        }
        let core = bare(cell)
            .filter(|(_, signs)| signs.before == around.before && signs.after == around.after);
        if let Some((core, _)) = core {
            for (at, number) in either(core).into_iter().enumerate() {
                let Some(number) = number else { continue };
                if is_safe(number) {
                    self.readings |= 1 << at;
                    self.fractions[at] = number.scale > 0;
                } else if number.scale > 0 && self.is_no_number() {
                    self.style = Some(NumberStyle::Digits);
                }
            }
        }
        if self.is_no_number() && self.style.is_none() {
            self.style = style(cell);
        }
    }

    /// Whether nothing but digits, if any, was seen in the cell.
    fn is_no_number(&self) -> bool {
        self.readings & !(1 << DIGITS) == 0
    }

    /// The ways that were left of a column, as readings.
    pub(crate) fn left(left: PossibleReadings) -> Readings {
        let mut readings = Readings::from(left.numbers[0] || left.numbers[1]) << POINT;
        readings |= Readings::from(left.numbers[2] || left.numbers[3]) << COMMA;
        readings |= Readings::from(left.only_digits) << DIGITS;
        for (at, alive) in left.booleans.iter().enumerate() {
            readings |= Readings::from(*alive) << (FIRST_BOOLEAN + at);
        }
        let moments = (0..MOMENTS.len()).filter(|at| left.moments & (1 << at) != 0);
        moments.fold(readings, |readings, at| readings | 1 << (FIRST_MOMENT + at))
    }

    /// The type of a column that is read in this way, as messages name it; `fractions` says whether its numbers have any.
    pub(crate) fn kind(way: usize, fractions: bool) -> &'static str {
        let kind = match way {
            DIGITS => return "digits",
            POINT | COMMA if fractions => FieldType::Number,
            POINT | COMMA => FieldType::Integer,
            _ if !(FIRST_MOMENT..FIRST_WORD).contains(&way) => FieldType::Boolean,
            _ => MOMENTS[way - FIRST_MOMENT].0,
        };
        kind.id()
    }

    /// Whether a column that is read in this way has both of two words, or needs none.
    pub(crate) fn has_both(way: usize, yes: u64, fits: u64) -> bool {
        !(FIRST_WORD..DIGITS).contains(&way) || yes > 0 && yes < fits
    }

    /// The pattern of dates that are read in this way, as Table Schema's `format` says it.
    pub(crate) fn format(way: usize) -> Option<String> {
        PATTERNS
            .get(way.checked_sub(FIRST_MOMENT)?)
            .map(Pattern::text)
    }
}

/// The signs that are around most of these numbers.
pub(crate) fn usual_signs<'c>(cells: impl Iterator<Item = &'c str>) -> Affixes {
    let mut known: Vec<(Affixes, usize)> = Vec::new();
    for (_, around) in cells.filter_map(|cell| bare(unseen::trim(cell))) {
        match known
            .iter_mut()
            .find(|(one, _)| one.before == around.before && one.after == around.after)
        {
            Some((_, count)) => *count += 1,
            None => known.push((around, 1)),
        }
    }
    let most = known.iter().map(|(_, count)| *count).max();
    known
        .into_iter()
        .find(|(_, count)| Some(*count) == most)
        .map_or_else(Affixes::default, |(around, _)| around)
}

/// A number read with a point and with a comma, with thousands that are divided or not.
fn either(core: &str) -> [Option<Decimal>; 2] {
    let plain: Option<String> = core.chars().find(|c| MARKS.contains(c)).and_then(|mark| {
        ThousandsGap::in_number(core, mark).map(|_| core.chars().filter(|c| *c != mark).collect())
    });
    let core = plain.as_deref().unwrap_or(core);
    let [point, thousands, comma, points] = &NUMBERS;
    [[point, thousands], [comma, points]]
        .map(|forms| forms.into_iter().find_map(|form| form.read_strictly(core)))
}

fn is_number(text: &str) -> bool {
    let text = unseen::trim(text);
    text.bytes().next().is_some_and(|b| b != b'-')
        && bare(text).is_some_and(|(core, _)| {
            !core.starts_with('-') && either(core).iter().any(Option::is_some)
        })
}

/// The style of a number that no form reads.
fn style(cell: &str) -> Option<NumberStyle> {
    let inner = cell.strip_suffix(')').and_then(|rest| rest.split_once('('));
    if let Some((before, inner)) = inner
        && is_number(&format!("{before}{inner}"))
    {
        return Some(NumberStyle::Brackets);
    }
    if cell.strip_suffix(is_minus).is_some_and(is_number) {
        return Some(NumberStyle::MinusAfter);
    }
    if cell.strip_prefix(is_minus).is_some_and(is_number) {
        return Some(NumberStyle::MinusBefore);
    }
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    if is_in_lakhs(digits) {
        return Some(NumberStyle::Groups);
    }
    let (number, power) = digits.split_once(['E', 'e'])?;
    let power = power.strip_prefix(['+', '-'])?;
    let is_power = !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit());
    (is_power && either(number).iter().any(Option::is_some)).then_some(NumberStyle::Power)
}

/// Whether digits are grouped by two above the last three, as in India: `94,29,408`.
fn is_in_lakhs(digits: &str) -> bool {
    let whole = digits.split('.').next().unwrap_or("");
    let groups: Vec<&str> = whole.split(',').collect();
    let [first, between @ .., last] = groups.as_slice() else {
        return false;
    };
    !between.is_empty()
        && groups.iter().all(|group| all_digits(group))
        && matches!(first.len(), 1 | 2)
        && last.len() == 3
        && between.iter().all(|group| group.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_nobody_reads_have_a_style() {
        for (cell, wanted) in [
            ("(1,234)", Some(NumberStyle::Brackets)),
            ("$(80.00)", Some(NumberStyle::Brackets)),
            ("(12,5)", Some(NumberStyle::Brackets)),
            ("7,25-", Some(NumberStyle::MinusAfter)),
            ("1.234,50−", Some(NumberStyle::MinusAfter)),
            ("-$80.00", Some(NumberStyle::MinusBefore)),
            ("−12", Some(NumberStyle::MinusBefore)),
            ("94,29,408", Some(NumberStyle::Groups)),
            ("1,00,000.50", Some(NumberStyle::Groups)),
            ("6.46E+17", Some(NumberStyle::Power)),
            ("1,5E-05", Some(NumberStyle::Power)),
            ("0.12345678901234567891", Some(NumberStyle::Digits)),
            ("12E3", None),
            ("12O", None),
            ("(see note 3)", None),
            ("########", None),
            ("0000-00-00", None),
            ("123456789012345678", None),
            ("12", None),
        ] {
            assert_eq!(
                NearReadings::of(cell, &Affixes::default()).style,
                wanted,
                "{cell}"
            );
        }
    }

    #[test]
    fn a_cell_is_read_in_every_way_that_fits_it() {
        let kinds = |cell: &str| {
            let near = NearReadings::of(cell, &Affixes::default());
            let ways = (0..WAYS).filter(|way| near.readings & (1 << way) != 0);
            ways.map(|way| NearReadings::kind(way, near.fractions[way.min(1)]))
                .collect::<Vec<_>>()
        };
        assert_eq!(kinds("12"), ["integer", "integer", "digits"]);
        assert_eq!(kinds("123456789012345678"), ["digits"]);
        assert_eq!(
            (kinds("No"), kinds("sim")),
            (vec!["boolean"; 3], vec!["boolean"])
        );
        assert_eq!(kinds("1 234,50"), ["number"]);
        assert_eq!(kinds("31/12/2020"), ["date", "date"]);
        assert_eq!(kinds("TRUE"), ["boolean"]);
        for odd in ["12O", "2021-02-31", "0000-00-00", "quizá", "6.46E+17"] {
            assert!(kinds(odd).is_empty(), "{odd}");
        }
    }
}
