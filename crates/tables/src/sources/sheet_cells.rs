//! Cells of sheets as their programs keep them, and how they become the cells of rows: a text that is merged over several
//! rows is the value of each, and links get columns of their own.

use super::links::CellLink;
use crate::rows::{Row, Rows};
use crate::unreadable::Unreadable;
use std::sync::Arc;

/// A row of a sheet.
#[derive(Debug, Default, Clone)]
pub(crate) struct SheetRow {
    /// Number of the row in the sheet, from 1.
    pub(crate) line: u64,
    /// Whether its author, or a filter, hid it.
    pub(crate) is_hidden: bool,
    pub(crate) cells: Vec<SheetCell>,
}

/// Kind of what a cell holds.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CellContent {
    /// A text, a date, a yes or no.
    #[default]
    Text,
    Number,
    /// A number that its format makes a code, as it is shown.
    Code,
    /// A formula that no value is stored with.
    Formula,
    /// The word of a formula that failed.
    Error,
}

/// A cell of a sheet.
#[derive(Debug, Default, Clone)]
pub(crate) struct SheetCell {
    /// Its value as text, in the form that reads back as it.
    pub(crate) text: String,
    /// Kind of its value.
    pub(crate) held: CellContent,
    /// The rows below its own that it covers.
    pub(crate) covers: u32,
    pub(crate) link: Option<CellLink>,
}

impl SheetCell {
    /// Returns a cell of a text.
    pub(crate) fn text(text: String) -> SheetCell {
        SheetCell {
            text,
            ..SheetCell::default()
        }
    }

    /// Returns the address behind it; nothing where there is none.
    fn address(&self) -> &str {
        match &self.link {
            Some(CellLink::Address(address)) => address,
            _ => "",
        }
    }

    /// Whether there is a link behind it that it does not show itself.
    pub(crate) fn has_link(&self) -> bool {
        match &self.link {
            Some(CellLink::Address(address)) => {
                without_scheme(address) != without_scheme(&self.text)
            }
            Some(CellLink::Computed(_)) => true,
            None => false,
        }
    }
}

/// Returns an address in small letters, without its scheme and the slashes at its end.
fn without_scheme(address: &str) -> String {
    let text = address.trim().trim_end_matches('/').to_lowercase();
    let schemes = ["mailto:", "https://", "http://"];
    schemes
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme))
        .unwrap_or(&text)
        .to_owned()
}

/// Rows of a sheet, from its first.
pub(crate) trait CellRows: Send {
    /// Reads the next row; false at the end.
    ///
    /// # Errors
    /// When the file is not what it seemed to be.
    fn read_cells(&mut self, row: &mut SheetRow) -> Result<bool, Unreadable>;

    /// Whether the column of this number, from 0, is hidden, by the rows read so far.
    fn hides(&self, _column: usize) -> bool {
        false
    }
}

/// Whether a text is the word of a formula that failed, in any language: `#DIV/0!`, `#¡VALOR!`, `#N/D`, `Err:502`.
pub(crate) fn is_error(text: &str) -> bool {
    let text = text.trim();
    if let Some(number) = text
        .strip_prefix("Err")
        .and_then(|rest| rest.trim_start_matches(['o', ' ']).strip_prefix(':'))
    {
        return number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit());
    }
    let Some(word) = text
        .strip_prefix('#')
        .map(|word| word.trim_start_matches(['¡', '¿']))
    else {
        return false;
    };
    let ends = word.ends_with(['!', '?']) || matches!(word, "N/A" | "N/D" | "NV" | "GETTING_DATA");
    ends && word.len() > 1 && word.starts_with(char::is_uppercase) && word.chars().all(is_of_error)
}

/// Whether a character may be one of an error's word.
fn is_of_error(c: char) -> bool {
    c.is_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '!' | '?' | '_')
}

/// Returns a number as it is written in a file that states the digits of a double: those that tell it from others are
/// its own (`0.10000000000000001` is 0.1), and powers of ten are written out. Whole numbers of many digits keep them.
pub(crate) fn plain_number(text: String) -> String {
    let has_power = text.contains(['e', 'E']);
    let is_long =
        text.contains('.') && text.bytes().filter(u8::is_ascii_digit).count() > DIGITS_OF_DOUBLES;
    match text.trim().parse::<f64>() {
        Ok(number) if number.is_finite() && (has_power || is_long) => number.to_string(),
        _ => text,
    }
}

/// Digits that every double keeps.
const DIGITS_OF_DOUBLES: usize = 15;

/// Returns a text that is written above or below the line, so that no number is made of `10²`, nor of `H₂O`.
pub(crate) fn off_the_line(text: &str, is_above: bool) -> String {
    let digits = if is_above { ABOVE } else { BELOW };
    // A note's number in brackets is told from others by these.
    if text.contains('[') {
        return text.to_owned();
    }
    text.chars()
        .map(|c| {
            c.to_digit(10)
                .and_then(|digit| digits.get(digit as usize))
                .copied()
                .unwrap_or(c)
        })
        .collect()
}

const ABOVE: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const BELOW: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

/// What is done to the rows of a sheet.
#[derive(Debug, Default, Clone)]
pub(crate) struct FinishPlan {
    /// Rows before the first that can be data.
    pub(crate) body: u64,
    /// Numbers of the rows that the header is made of, from 0.
    pub(crate) header: Vec<u64>,
    /// Columns that get a column of their links after them, from 0.
    pub(crate) linked: Vec<usize>,
}

/// Finishes the rows of a sheet, one after the other.
pub(crate) struct Finisher {
    plan: Arc<FinishPlan>,
    number: u64,
    /// For each column, the text that still covers rows, and how many.
    covering: Vec<Option<MergedCover>>,
}

struct MergedCover {
    text: String,
    rows: u32,
}

impl Finisher {
    /// Returns a finisher for rows from the first on.
    pub(crate) fn new(plan: Arc<FinishPlan>) -> Self {
        Finisher {
            plan,
            number: 0,
            covering: Vec::new(),
        }
    }

    /// Fills and widens the next row.
    pub(crate) fn finish(&mut self, row: &mut SheetRow) {
        let number = self.number;
        self.number += 1;
        if number >= self.plan.body {
            self.fill(&mut row.cells);
        }
        // From the last, so that the places of those before it stay what they are.
        for at in self.plan.linked.iter().rev() {
            let Some(own) = row.cells.get(*at) else {
                continue;
            };
            let text = if number >= self.plan.body {
                own.address().to_owned()
            } else if self.plan.header.last() == Some(&number) {
                format!("{} (link)", own.text.trim()).trim().to_owned()
            } else if self.plan.header.contains(&number) {
                own.text.clone()
            } else {
                String::new()
            };
            row.cells.insert(at + 1, SheetCell::text(text));
        }
    }

    /// Puts texts that cover this row into its cells. A row that holds nothing else stays blank.
    fn fill(&mut self, cells: &mut Vec<SheetCell>) {
        let is_blank = cells.iter().all(|cell| cell.text.trim().is_empty());
        for (at, covering) in self.covering.iter_mut().enumerate() {
            let Some(cover) = covering else { continue };
            if !is_blank {
                if cells.len() <= at {
                    cells.resize(at + 1, SheetCell::default());
                }
                if cells[at].text.trim().is_empty() {
                    cells[at].text.clone_from(&cover.text);
                }
            }
            cover.rows -= 1;
            if cover.rows == 0 {
                *covering = None;
            }
        }
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.covers > 0) {
            if cell.held != CellContent::Number && !cell.text.trim().is_empty() {
                if self.covering.len() <= at {
                    self.covering.resize_with(at + 1, || None);
                }
                self.covering[at] = Some(MergedCover {
                    text: cell.text.clone(),
                    rows: cell.covers,
                });
            }
        }
    }
}

/// The finished rows of a sheet.
pub(crate) struct FinishedRows<S> {
    rows: S,
    row: SheetRow,
    finisher: Finisher,
}

impl<S: CellRows> FinishedRows<S> {
    /// Finishes these rows by a plan.
    pub(crate) fn new(rows: S, plan: &Arc<FinishPlan>) -> Self {
        FinishedRows {
            rows,
            row: SheetRow::default(),
            finisher: Finisher::new(Arc::clone(plan)),
        }
    }
}

impl<S: CellRows> Rows for FinishedRows<S> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if !self.rows.read_cells(&mut self.row)? {
            return Ok(false);
        }
        self.finisher.finish(&mut self.row);
        *row = plain(&self.row);
        Ok(true)
    }
}

/// Returns a row of a sheet as any other.
pub(crate) fn plain(row: &SheetRow) -> Row {
    Row::of(row.line, row.cells.iter().map(|cell| cell.text.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(&str, u32, CellContent)]) -> SheetRow {
        let cell = |(text, covers, held): &(&str, u32, CellContent)| SheetCell {
            text: (*text).to_owned(),
            covers: *covers,
            held: *held,
            link: None,
        };
        SheetRow {
            cells: cells.iter().map(cell).collect(),
            ..SheetRow::default()
        }
    }

    #[test]
    fn merged_texts_are_repeated_and_numbers_are_not() {
        let (text, number) = (CellContent::Text, CellContent::Number);
        let mut finisher = Finisher::new(Arc::new(FinishPlan {
            body: 1,
            ..FinishPlan::default()
        }));
        let rows = [
            row(&[("a", 1, text), ("b", 0, text)]),
            row(&[("x", 3, text), ("1", 0, number), ("9", 3, number)]),
            row(&[("", 0, text), ("2", 0, number)]),
            row(&[]),
            row(&[("own", 0, text), ("3", 0, number)]),
            row(&[("", 0, text), ("4", 0, number)]),
        ];
        let finished = rows.map(|mut row| {
            finisher.finish(&mut row);
            row.cells
                .iter()
                .map(|cell| cell.text.clone())
                .collect::<Vec<_>>()
                .join("|")
        });
        assert_eq!(finished, ["a|b", "x|1|9", "x|2", "", "own|3", "|4"]);
    }

    #[test]
    fn doubles_are_written_as_they_are_told_apart() {
        for (text, wanted) in [
            ("0.10000000000000001", "0.1"),
            ("19.432607700000002", "19.432607700000002"),
            ("1.5E+3", "1500"),
            ("1.2E-05", "0.000012"),
            ("1.10", "1.10"),
            ("12345678901234567890", "12345678901234567890"),
            ("x", "x"),
        ] {
            assert_eq!(plain_number(text.to_owned()), wanted, "{text}");
        }
        assert_eq!(
            (off_the_line("2a", true), off_the_line("2", false)),
            ("²a".to_owned(), "₂".to_owned())
        );
        assert_eq!(off_the_line("[12]", true), "[12]");
    }

    #[test]
    fn words_of_errors_are_known_in_other_languages() {
        for word in [
            "#DIV/0!",
            "#N/A",
            "#NAME?",
            "#¡VALOR!",
            "#¿NOMBRE?",
            "#NV",
            "#SPILL!",
            "Err:502",
            "Erro:508",
        ] {
            assert!(is_error(word), "{word}");
        }
        for text in [
            "#1",
            "#AGUA",
            "#Agua!",
            "##########",
            "N/A",
            "Err",
            "Error: 502",
            "#",
        ] {
            assert!(!is_error(text), "{text}");
        }
    }

    #[test]
    fn an_address_that_a_cell_shows_is_no_link_behind_it() {
        let cell = |text: &str, link: &str| SheetCell {
            link: CellLink::to(link),
            ..SheetCell::text(text.to_owned())
        };
        for (text, link) in [
            ("www.a.mx", "http://www.a.mx/"),
            ("a@b.mx", "mailto:a@b.mx"),
            ("https://a.mx", "https://a.mx"),
        ] {
            assert!(!cell(text, link).has_link(), "{text}");
        }
        assert!(cell("See", "https://a.mx").has_link());
    }
}
