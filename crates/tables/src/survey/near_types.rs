//! Columns that nearly have a type: a slip among numbers or dates, and numbers written as no program reads them.
//!
//! Cells are looked at only once a column turned out to be text; before, all of them fitted what was left of its guess.

use crate::cell_formats::Affixes;
use crate::cell_formats::guess::PossibleReadings;
use crate::cell_formats::guess::near::{
    COMMA, DIGITS, NearReadings, NumberStyle, POINT, Readings, WAYS, usual_signs,
};
use crate::dialect::{is_marker, is_shorthand};
use crate::finding::{Finding, codes};
use crate::locate::CitedCell;
use crate::rows::Row;

/// Cells after which a column is given up, if not even half of them are of one type; where half are digits alone, and of
/// no other type, only digits are looked for from there on.
const FIRST_LOOK: u64 = 512;
/// First cells that are kept, so that a slip among them is found too.
const EARLY: usize = 8;
/// Odd cells that a message names.
const MOST_NAMED: usize = 3;

/// An odd cell, and the ways in which it can be read all the same.
struct OddCell {
    site: CitedCell,
    readings: Readings,
}

/// What is counted of a column that may turn out to be nearly of a type.
#[derive(Default)]
pub(crate) struct NearType {
    /// The first cells.
    early: Vec<CitedCell>,
    /// Cells that fitted before the column turned out to be text, and the lengths of the shortest and the longest.
    fitted: u64,
    lengths: Option<(usize, usize)>,
    counts: Option<Box<NearCounts>>,
    is_closed: bool,
}

/// Counts of a column that is text.
struct NearCounts {
    around: Affixes,
    filled: u64,
    fits: [u64; WAYS],
    yes: [u64; WAYS],
    fractions: [bool; 2],
    styles: [u64; NumberStyle::ALL.len()],
    /// Numbers with zeros before them, and the lengths of the shortest and the longest cell: codes are all as long.
    zeros: u64,
    lengths: (usize, usize),
    /// Whether the column can only be nearly of digits alone: codes are many, and need no other look.
    only_digits: bool,
    named: [u8; WAYS],
    odd: Vec<OddCell>,
}

impl NearType {
    /// A column about which nothing is to be said.
    pub(crate) fn closed() -> NearType {
        NearType {
            is_closed: true,
            ..NearType::default()
        }
    }

    /// Whether its cells are to be taken in.
    pub(crate) fn is_open(&self) -> bool {
        !self.is_closed
    }

    /// Keeps the first cells of the column, which is the one of this number.
    pub(crate) fn keep_first(&mut self, rows: &[Row], cells: &[Option<&str>], at: usize) {
        if self.is_closed || self.fitted > 0 || !self.early.is_empty() || self.counts.is_some() {
            return;
        }
        let filled = rows
            .iter()
            .zip(cells)
            .filter_map(|(row, cell)| Some((row, (*cell)?)));
        let filled = filled
            .filter(|(_, cell)| !is_marker(cell) && !is_shorthand(cell))
            .take(EARLY);
        self.early = filled
            .map(|(row, cell)| CitedCell::new(row.line, row.start_of(at), cell))
            .collect();
    }

    /// Takes in a cell that fits what is left of the column's guess.
    #[inline]
    pub(crate) fn fits(&mut self, cell: &str) {
        self.fitted += 1;
        let (shortest, longest) = self.lengths.unwrap_or((cell.len(), cell.len()));
        self.lengths = Some((shortest.min(cell.len()), longest.max(cell.len())));
    }

    /// The column is text; before the cell that proves it, these ways were left to read it.
    pub(crate) fn begin(&mut self, left: PossibleReadings) {
        if self.is_closed {
            return;
        }
        let early = std::mem::take(&mut self.early);
        let mut counts = NearCounts::new(usual_signs(early.iter().map(|site| site.cell.as_str())));
        let fitted = usize::try_from(self.fitted).unwrap_or(usize::MAX);
        if fitted <= early.len() {
            early
                .into_iter()
                .take(fitted)
                .for_each(|site| counts.take(&site.cell.clone(), || site.clone()));
        } else {
            counts.filled = self.fitted;
            counts.lengths = self.lengths.unwrap_or(counts.lengths);
            let left = NearReadings::left(left);
            (0..WAYS)
                .filter(|way| left & (1 << way) != 0)
                .for_each(|way| counts.fits[way] = self.fitted);
        }
        self.counts = Some(Box::new(counts));
    }

    /// Takes in a cell of a column that is text.
    #[inline]
    pub(crate) fn take(&mut self, cell: &str, site: impl FnOnce() -> CitedCell) {
        if is_marker(cell) || is_shorthand(cell) {
            return;
        }
        let Some(counts) = &mut self.counts else {
            return;
        };
        counts.take(cell, site);
        if counts.filled.is_multiple_of(FIRST_LOOK) && !counts.narrow() {
            (self.counts, self.is_closed) = (None, true);
        }
    }

    /// What is to be said of it, with the place of the first odd cell; `say` says a line.
    pub(crate) fn finish(
        self,
        column: &str,
        say: &dyn Fn(u64) -> String,
    ) -> Option<(CitedCell, Finding)> {
        self.counts?.finish(column, say)
    }
}

impl NearCounts {
    fn new(around: Affixes) -> NearCounts {
        NearCounts {
            around,
            filled: 0,
            fits: [0; WAYS],
            yes: [0; WAYS],
            fractions: [false; 2],
            styles: [0; NumberStyle::ALL.len()],
            zeros: 0,
            lengths: (usize::MAX, 0),
            only_digits: false,
            named: [0; WAYS],
            odd: Vec::new(),
        }
    }

    fn take(&mut self, cell: &str, site: impl FnOnce() -> CitedCell) {
        self.filled += 1;
        self.lengths = (
            self.lengths.0.min(cell.len()),
            self.lengths.1.max(cell.len()),
        );
        let is_digits = cell.bytes().all(|b| b.is_ascii_digit());
        self.zeros += u64::from(cell.len() > 1 && cell.starts_with('0') && is_digits);
        if self.only_digits && is_digits {
            self.fits[DIGITS] += 1;
            return;
        }
        let near = NearReadings::of(cell, &self.around);
        if let Some(style) = near.style {
            self.styles[style as usize] += 1;
        }
        for (seen, fraction) in self.fractions.iter_mut().zip(near.fractions) {
            *seen |= fraction;
        }
        let mut is_named = false;
        for way in 0..WAYS {
            if near.readings & (1 << way) != 0 {
                self.fits[way] += 1;
                self.yes[way] += near.yes >> way & 1;
            } else if usize::from(self.named[way]) < MOST_NAMED {
                self.named[way] += 1;
                is_named = true;
            }
        }
        if is_named {
            self.odd.push(OddCell {
                site: site(),
                readings: near.readings,
            });
        }
    }

    /// The way that most cells can be read in; of equal ones the first, and digits alone only where nothing else will do.
    fn best(&self) -> usize {
        let best = (0..DIGITS)
            .rev()
            .filter(|way| self.is_possible(*way))
            .max_by_key(|way| self.fits[*way])
            .unwrap_or(POINT);
        if self.is_most(self.fits[best]) || self.fits[DIGITS] <= self.fits[best] {
            best
        } else {
            DIGITS
        }
    }

    fn is_possible(&self, way: usize) -> bool {
        NearReadings::has_both(way, self.yes[way], self.fits[way])
    }

    fn is_most(&self, count: u64) -> bool {
        count * 10 >= self.filled * 9
    }

    /// Cells that are of one type, numbers in any style among them.
    fn most(&self) -> u64 {
        let numbers = self.fits[POINT].max(self.fits[COMMA]) + self.styled();
        self.fits[self.best()].max(numbers)
    }

    /// Drops what not even half of the cells are; false where nothing is left.
    fn narrow(&mut self) -> bool {
        let half = self.filled.div_ceil(2);
        let others = (0..DIGITS).filter(|way| self.is_possible(*way));
        let others = others.map(|way| self.fits[way]).max().unwrap_or(0);
        let numbers = self.fits[POINT].max(self.fits[COMMA]) + self.styled();
        self.only_digits = self.fits[DIGITS] >= half && others.max(numbers) < half;
        self.only_digits || self.most() >= half
    }

    fn finish(self, column: &str, say: &dyn Fn(u64) -> String) -> Option<(CitedCell, Finding)> {
        let best = self.best();
        let fits = self.fits[best];
        let nearly = fits < self.filled && self.is_most(fits);
        // Codes that are all as long, of which a few begin with a zero, are no slip.
        let are_codes = self.zeros == self.filled - fits && self.lengths.0 == self.lengths.1;
        let is_told = nearly || self.styled() > 0 && self.is_most(self.most());
        if !is_told || are_codes {
            return None;
        }
        if nearly {
            self.tell(codes::DATA_NEARLY_TYPED, best, column, say)
        } else if self.fits[COMMA] > self.fits[POINT] {
            self.tell(codes::DATA_NUMBERS_AS_TEXT, COMMA, column, say)
        } else {
            self.tell(codes::DATA_NUMBERS_AS_TEXT, POINT, column, say)
        }
    }

    /// Returns the finding, with the first of the cells that cannot be read in this way.
    fn tell(
        &self,
        code: &'static str,
        way: usize,
        column: &str,
        say: &dyn Fn(u64) -> String,
    ) -> Option<(CitedCell, Finding)> {
        let has_fractions = self.fractions.get(way).is_some_and(|fractions| *fractions)
            || self.styled() > 0 && way < 2;
        let format = NearReadings::format(way).unwrap_or_else(|| "none".to_owned());
        let finding = Finding::new(code)
            .arg("column", column)
            .arg("count", self.filled - self.fits[way])
            .arg("fits", self.fits[way])
            .arg("filled", self.filled)
            .arg("type", NearReadings::kind(way, has_fractions))
            .arg("format", format)
            .arg("style", self.most_used_style())
            .arg("cells", self.named_cells(way, say));
        Some((self.odd_cells(way).next()?.site.clone(), finding))
    }

    /// Cells that are numbers in some style.
    fn styled(&self) -> u64 {
        self.styles.iter().sum()
    }

    /// Returns the style that most numbers have; of equal ones the first.
    fn most_used_style(&self) -> &'static str {
        let most_used = NumberStyle::ALL
            .iter()
            .rev()
            .max_by_key(|style| self.styles[**style as usize]);
        most_used
            .filter(|style| self.styles[**style as usize] > 0)
            .map_or("none", |style| style.id())
    }

    /// Returns kept cells that cannot be read in this way.
    fn odd_cells(&self, way: usize) -> impl Iterator<Item = &OddCell> {
        self.odd
            .iter()
            .filter(move |odd| odd.readings & (1 << way) == 0)
            .take(MOST_NAMED)
    }

    /// Returns such cells as a message names them, with an ellipsis where there are more.
    fn named_cells(&self, way: usize, say: &dyn Fn(u64) -> String) -> String {
        let mut named: Vec<String> = self
            .odd_cells(way)
            .map(|odd| cell_and_line(&odd.site, say))
            .collect();
        if self.filled - self.fits[way] > named.len() as u64 {
            named.push("…".to_owned());
        }
        named.join(", ")
    }
}

/// Says that numbers of a declared column have more digits than a double keeps.
pub(crate) fn beyond(
    column: &str,
    count: u64,
    site: &CitedCell,
    say: &dyn Fn(u64) -> String,
) -> Finding {
    let more = if count > 1 { ", …" } else { "" };
    let finding = Finding::new(codes::DATA_NUMBERS_AS_TEXT)
        .arg("column", column)
        .arg("count", count);
    let finding = finding.arg("style", NumberStyle::Digits.id());
    finding.arg("cells", format!("{}{more}", cell_and_line(site, say)))
}

/// An odd cell as messages name it: `12O (701)`.
fn cell_and_line(site: &CitedCell, say: &dyn Fn(u64) -> String) -> String {
    format!("{} ({})", site.cell, say(site.line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell_formats::guess::FormatGuess;

    /// What is said of a column, if anything: the code, and some of its facts.
    fn said(cells: &[&str]) -> Option<(&'static str, String)> {
        let rows: Vec<Row> = cells
            .iter()
            .zip(2..)
            .map(|(cell, line)| Row::of(line, [*cell]))
            .collect();
        let (mut guess, mut nearly) = (FormatGuess::default(), NearType::default());
        let all: Vec<Option<&str>> = cells.iter().copied().map(Some).collect();
        nearly.keep_first(&rows, &all, 0);
        for (cell, row) in cells.iter().zip(&rows) {
            if !guess.is_text() {
                let left = guess.possible();
                guess.take(cell, |_, _| {});
                if !guess.is_text() {
                    nearly.fits(cell);
                    continue;
                }
                nearly.begin(left);
            }
            nearly.take(cell, || CitedCell::new(row.line, 0, cell));
        }
        let (_, finding) = nearly.finish("n", &|line| line.to_string())?;
        let fact = |name: &str| {
            finding
                .args
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, v)| format!("{v:?}"))
        };
        let facts = ["type", "style", "cells"].map(|name| fact(name).unwrap_or_default());
        Some((finding.code, facts.join(" ")))
    }

    /// Twenty cells that are alike, and one among them at this place.
    fn among(alike: &'static str, odd: &'static str, at: usize) -> Vec<&'static str> {
        let mut cells = vec![alike; 20];
        cells.insert(at, odd);
        cells
    }

    #[test]
    fn one_odd_cell_in_ten_is_named_wherever_it_stands() {
        for (alike, odd, kind) in [
            ("3", "12O", "integer"),
            ("3.5", "(1,234)", "number"),
            ("12,25", "7,25-", "number"),
            ("2021-02-28", "2021-02-31", "date"),
            ("31/12/2020", "0000-00-00", "date"),
            ("$1,200.00", "-$80.00", "number"),
            ("$5", "6", "integer"),
            ("12", "########", "integer"),
            ("12", "#DIV/0!", "integer"),
            ("1,234", "94,29,408", "integer"),
            ("12", "6.46E+17", "number"),
            ("TRUE", "maybe", "boolean"),
            ("12", "007", "integer"),
            ("100000000000000017", "6.46E+17", "digits"),
            ("015026", "15O26", "digits"),
        ] {
            for at in [0, 1, 10, 20] {
                let said = said(&among(alike, odd, at));
                let (code, facts) =
                    said.unwrap_or_else(|| panic!("nothing of {odd} among {alike} at {at}"));
                assert_eq!(code, "data-nearly-typed", "{odd}");
                assert!(
                    facts.contains(odd) && facts.contains(&format!("({})", at + 2)),
                    "{facts}"
                );
                assert!(
                    facts.contains(kind) || kind == "integer" && facts.contains("number"),
                    "{kind}: {facts}"
                );
            }
        }
    }

    #[test]
    fn a_slip_far_down_a_column_of_codes_is_named() {
        let mut cells = vec!["015026"; 2000];
        cells.insert(1700, "15O26");
        let (code, facts) = said(&cells).unwrap();
        assert!(
            code == "data-nearly-typed"
                && facts.contains("digits")
                && facts.contains("15O26 (1702)"),
            "{facts}"
        );
        // Codes are given up like every other type where they turn out to be fewer than half.
        cells.extend(vec!["sin clave"; 2500]);
        assert_eq!(said(&cells), None);
    }

    #[test]
    fn words_for_yes_and_no_are_a_type_too() {
        let mut cells = [["Sí", "No"], ["NO", "sí"]].concat().repeat(6);
        assert_eq!(said(&cells), None);
        cells.insert(7, "quizá");
        let (code, facts) = said(&cells).unwrap();
        assert!(
            code == "data-nearly-typed" && facts.contains("boolean") && facts.contains("quizá (9)"),
            "{facts}"
        );
        // Remarks that are mostly `no` are no answers.
        cells.retain(|cell| cell.len() != 3);
        assert_eq!(said(&cells), None);
    }

    #[test]
    fn numbers_that_no_form_reads_are_told_of() {
        for (cells, style) in [
            (&["5,600", "(1,234)", "(80)"][..], "brackets"),
            (&["94,29,408", "61,07,187"], "groups"),
            (&["6.4618E+17", "1.2345E+11"], "power"),
            (&["0.12345678901234567891", "0.5"], "digits"),
            (&["$1,200.00", "-$80.00", "$75.50"], "minus-before"),
        ] {
            let (code, facts) = said(cells).unwrap_or_else(|| panic!("nothing of {cells:?}"));
            assert!(
                code == "data-numbers-as-text" && facts.contains(style),
                "{code} {facts}"
            );
        }
    }

    #[test]
    fn texts_and_codes_are_let_alone() {
        assert_eq!(said(&["Juárez", "5 de Mayo", "12", "Hidalgo"]), None);
        assert_eq!(said(&["12E3", "10E1", "31E2"]), None);
        assert_eq!(said(&["1.9", "1.10"]), None);
        let mut codes = vec!["15026"; 30];
        codes.push("09015");
        assert_eq!(said(&codes), None);
        let mut telephones = vec!["555-0001"; 30];
        telephones.push("12");
        assert_eq!(said(&telephones), None);
    }
}
