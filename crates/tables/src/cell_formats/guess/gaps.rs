//! Thousands that are divided by a gap or an apostrophe: `1 234`, `1’234`.

use crate::cell_formats::number::all_digits;

/// A gap between thousands: `1 234`, `1’234`.
#[derive(Debug, Clone, Copy)]
pub(super) struct ThousandsGap {
    pub(crate) mark: char,
    /// Digits of the whole part of the shortest and of the longest number that has one.
    digits: (usize, usize),
}

/// Blanks and apostrophes that divide thousands.
pub(super) const MARKS: [char; 6] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];

/// Digits from which on numbers that all have as many are numbers of telephones or of papers: `612 345 678`.
const OF_PAPERS: usize = 7;

impl ThousandsGap {
    /// The gaps of a number, where they are between its thousands.
    pub(crate) fn in_number(cell: &str, mark: char) -> Option<ThousandsGap> {
        let whole = cell
            .trim_start_matches('-')
            .split(['.', ','])
            .next()
            .unwrap_or("");
        let mut groups = whole.split(mark);
        let first = groups
            .next()
            .is_some_and(|first| (1..=3).contains(&first.len()) && all_digits(first));
        let count = whole.bytes().filter(u8::is_ascii_digit).count();
        let fits = first && groups.all(|group| group.len() == 3 && all_digits(group));
        fits.then_some(ThousandsGap {
            mark,
            digits: (count, count),
        })
    }

    /// The same of all numbers, those before this one too; none where they have another mark.
    pub(crate) fn beside(self, known: Option<ThousandsGap>) -> Option<ThousandsGap> {
        let Some(known) = known else {
            return Some(self);
        };
        let digits = (
            known.digits.0.min(self.digits.0),
            known.digits.1.max(self.digits.1),
        );
        (known.mark == self.mark).then_some(ThousandsGap { digits, ..self })
    }

    /// Whether all numbers are as long as each other, and so long that they count nothing.
    pub(crate) fn is_of_papers(self) -> bool {
        self.digits.0 == self.digits.1 && self.digits.0 >= OF_PAPERS
    }
}
