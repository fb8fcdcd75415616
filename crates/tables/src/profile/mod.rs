//! What is counted of a column while its cells pass by.

mod depth;
mod distinct;
mod distribution;
mod numbers;

pub(crate) use distinct::hash;

pub use depth::ProfileDepth;

use super::cell_formats::guess::{Assumption, DecimalSeparator, FormatGuess};
use super::cell_formats::moment::Moment;
use super::cell_formats::{CellFormat, CellReading};
use super::dialect::{is_marker, is_shorthand};
use super::table::{Profile, ProfileBar};
use distinct::DistinctCounter;
use numbers::NumberTally;
use std::collections::BTreeMap;

/// Different marks for "no value" that one column may have.
const MOST_MARKS: usize = 8;

/// Different values that a column may have for all of them to be listed.
const MOST_VALUES: usize = 200;

/// The counts of one column.
#[derive(Debug, Clone)]
pub(crate) struct ColumnTally {
    depth: ProfileDepth,
    /// Whether the least and the greatest text may be asked for: those of numbers and dates are others.
    ordered: bool,
    /// Whether its different values are listed, where they are few.
    listed: bool,
    /// Number of cells that have no value.
    pub(crate) missing: u64,
    /// Number of cells that have a value.
    pub(crate) present: u64,
    longest: usize,
    least: TextBound,
    greatest: TextBound,
    distinct: DistinctCounter,
    /// Numbers without a mark, with a decimal point, with a decimal comma.
    numbers: [NumberTally; 3],
    /// For each pattern that occurred.
    moments: Vec<(u32, MomentTally)>,
    /// Cells that may turn out to be marks for "no value", and how often each occurs.
    marks: BTreeMap<String, u64>,
}

/// The least or greatest text, and its first bytes as a number: these settle nearly every comparison.
#[derive(Debug, Clone, Default)]
struct TextBound {
    head: u64,
    text: String,
}

/// The first bytes of a text as a number that orders as they do; a shorter text is filled up with zeros.
#[inline]
fn head(text: &str) -> u64 {
    let bytes = text.as_bytes();
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_be_bytes(*eight);
    }
    let mut padded = [0; 8];
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // Two halves that may overlap: bytes that both hold are written twice.
        (Some(first), Some(last)) => {
            padded[bytes.len() - 4..bytes.len()].copy_from_slice(last);
            padded[..4].copy_from_slice(first);
        }
        _ => padded[..bytes.len()].copy_from_slice(bytes),
    }
    u64::from_be_bytes(padded)
}

#[derive(Debug, Clone)]
struct MomentTally {
    min: (Moment, String),
    max: (Moment, String),
}

impl ColumnTally {
    /// For one column of a table of so many, and of this form where it is declared.
    pub(crate) fn new(columns: usize, depth: ProfileDepth, declared: Option<&CellFormat>) -> Self {
        ColumnTally {
            depth,
            ordered: declared
                .is_none_or(|form| matches!(form, CellFormat::Text(_) | CellFormat::Boolean(..))),
            listed: true,
            missing: 0,
            present: 0,
            longest: 0,
            least: TextBound::default(),
            greatest: TextBound::default(),
            distinct: DistinctCounter::new(columns),
            numbers: Default::default(),
            moments: Vec::new(),
            marks: BTreeMap::new(),
        }
    }

    /// Takes in the texts of cells. What they represent is taken in with [`ColumnTally::take`] or [`ColumnTally::take_guessing`].
    pub(crate) fn take_texts(&mut self, cells: &[&str]) {
        let Some(first) = cells.first() else { return };
        if self.present == 0 {
            self.least = TextBound {
                head: head(first),
                text: (*first).to_owned(),
            };
            self.greatest = self.least.clone();
        }
        self.present += cells.len() as u64;
        for cell in cells {
            if cell.len() > self.longest {
                self.longest = self.longest.max(if cell.is_ascii() {
                    cell.len()
                } else {
                    cell.chars().count()
                });
            }
            if !self.ordered {
                continue;
            }
            let head = head(cell);
            if head <= self.least.head && *cell < self.least.text.as_str() {
                self.least = TextBound {
                    head,
                    text: (*cell).to_owned(),
                };
            }
            if head >= self.greatest.head && *cell > self.greatest.text.as_str() {
                self.greatest = TextBound {
                    head,
                    text: (*cell).to_owned(),
                };
            }
        }
        if self.depth == ProfileDepth::Whole {
            self.distinct.take_all(cells);
        }
    }

    /// Takes in what a cell of a column is whose form is declared.
    pub(crate) fn take(&mut self, cell: &str, fact: Option<&CellReading>) {
        match fact {
            Some(CellReading::Number(number)) => self.numbers[0].take(*number, cell, self.depth),
            Some(CellReading::Moment(moment)) => self.take_moment(0, *moment, cell),
            _ => {}
        }
    }

    /// Takes in what a cell of a column may be whose form is being guessed. False where it may be a mark for "no value".
    #[inline]
    pub(crate) fn take_guessing(&mut self, cell: &str, guess: &mut FormatGuess) -> bool {
        if (is_marker(cell) || is_shorthand(cell))
            && (self.marks.len() < MOST_MARKS || self.marks.contains_key(cell))
        {
            *self.marks.entry(cell.to_owned()).or_default() += 1;
            return false;
        }
        guess.take(cell, |supposed, fact| match (supposed, fact) {
            (Assumption::Mark(mark), CellReading::Number(number)) => {
                self.numbers[mark as usize].take(number, cell, self.depth);
            }
            (Assumption::Pattern(at), CellReading::Moment(moment)) => {
                self.take_moment(at, moment, cell);
            }
            _ => {}
        });
        true
    }

    /// Keeps its different values out of the profile: they are nobody's business.
    pub(crate) fn withhold_values(&mut self) {
        self.listed = false;
    }

    fn take_moment(&mut self, pattern: u32, moment: Moment, cell: &str) {
        match self.moments.iter_mut().find(|(known, _)| *known == pattern) {
            None => {
                let bound = (moment, cell.to_owned());
                self.moments.push((
                    pattern,
                    MomentTally {
                        min: bound.clone(),
                        max: bound,
                    },
                ));
            }
            Some((_, tally)) if moment.compare(&tally.min.0).is_lt() => {
                tally.min = (moment, cell.to_owned());
            }
            Some((_, tally)) if moment.compare(&tally.max.0).is_gt() => {
                tally.max = (moment, cell.to_owned());
            }
            Some(_) => {}
        }
    }

    /// The marks for "no value" that a column of this form turns out to have: none in a column of text, where each
    /// may be a code (`NA` is Namibia).
    pub(crate) fn marks(&self, form: &CellFormat) -> Vec<(String, u64)> {
        match form {
            CellFormat::Text(_) => Vec::new(),
            _ => self
                .marks
                .iter()
                .map(|(mark, n)| (mark.clone(), *n))
                .collect(),
        }
    }

    /// Returns the profile of a column that turned out to be in this form; `guessed` where it was not declared.
    pub(crate) fn finish(mut self, form: &CellFormat, guessed: bool) -> Profile {
        let mut profile = self.counted(form, guessed);
        match form {
            CellFormat::Integer(_) | CellFormat::Number(_) => {
                let numbers = self.numbers_as(form, guessed);
                (profile.min, profile.max) = numbers.bounds();
                if self.depth == ProfileDepth::Whole {
                    profile.describe(&numbers);
                }
            }
            CellFormat::Year => (profile.min, profile.max) = self.numbers[0].bounds(),
            CellFormat::Moment(..) => {
                (profile.min, profile.max) = self.moments_as(form, guessed).unzip();
            }
            CellFormat::Text(_) | CellFormat::Boolean(..) if self.present > 0 => {
                if self.listed && matches!(form, CellFormat::Text(_)) {
                    profile.values = self.distinct.all(MOST_VALUES);
                }
                (profile.min, profile.max) = (Some(self.least.text), Some(self.greatest.text));
            }
            CellFormat::Text(_) | CellFormat::Boolean(..) => {}
            CellFormat::Json(_) | CellFormat::GeoPoint => {}
        }
        profile
    }

    /// Returns what is counted of a column of any form.
    fn counted(&self, form: &CellFormat, guessed: bool) -> Profile {
        let marks = if guessed {
            self.marks(form)
        } else {
            Vec::new()
        };
        let except: Vec<String> = marks.iter().map(|(mark, _)| mark.clone()).collect();
        let marked: u64 = marks.iter().map(|(_, n)| n).sum();
        Profile {
            missing: self.missing + marked,
            distinct: (self.depth == ProfileDepth::Whole).then(|| {
                let (different, exact) = self.distinct.count(&except);
                (different.min(self.present - marked), exact)
            }),
            frequent: self.distinct.frequent(&except),
            longest: self.longest,
            ..Profile::default()
        }
    }

    /// Takes out the numbers as they are with the decimal separator that this form has.
    fn numbers_as(&mut self, form: &CellFormat, guessed: bool) -> NumberTally {
        let [neither, point, comma] = std::mem::take(&mut self.numbers);
        let has_comma = guessed
            && FormatGuess::supposed(form) == Some(Assumption::Mark(DecimalSeparator::Comma));
        neither.join(if has_comma { comma } else { point })
    }

    /// Takes out the least and the greatest date or time, read in the pattern that this form has.
    fn moments_as(&mut self, form: &CellFormat, guessed: bool) -> Option<(String, String)> {
        let pattern = match FormatGuess::supposed(form) {
            Some(Assumption::Pattern(at)) if guessed => at,
            _ => 0,
        };
        let moments = std::mem::take(&mut self.moments);
        let (_, tally) = moments.into_iter().find(|(known, _)| *known == pattern)?;
        Some((tally.min.1, tally.max.1))
    }
}

impl Profile {
    /// Fills in what is counted of numbers beside their bounds.
    fn describe(&mut self, numbers: &NumberTally) {
        (self.sum, self.mean) = numbers.sum_and_mean().unzip();
        let spread = numbers.spread();
        self.quartiles = spread
            .quartiles()
            .map(|q| (q.map(|n| n.to_string()), spread.is_exact()));
        self.histogram = spread
            .histogram()
            .into_iter()
            .map(|bar| ProfileBar {
                from: bar.from.to_string(),
                to: bar.to.to_string(),
                count: bar.count,
            })
            .collect();
    }
}
