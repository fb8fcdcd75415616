//! Cells of a sheet as markup. A text is never a formula: it is a shared string or an inline one.

use super::escape::push_text_element;
use super::parts::{BOLD, DATE, DECIMALS, MOMENT, TIME};
use super::shared_texts::WorkbookTexts;
use crate::writers::spreadsheet_cells::{SpreadsheetCell, letters};
use std::fmt::Write;

/// The first day that the format's calendar counts as everybody else does: it believes in a 29 February 1900.
const FIRST_DAY: f64 = 61.0;

/// The row being written.
#[derive(Default)]
pub(super) struct RowMarkup {
    number: u64,
    /// Its number, and the quotation mark after it.
    digits: String,
    /// How a cell of each column begins, up to the row's number.
    begins: Vec<String>,
}

impl RowMarkup {
    /// Begins the next row.
    pub(super) fn begin(&mut self, xml: &mut String) {
        self.number += 1;
        self.digits.clear();
        push_number(&mut self.digits, self.number);
        self.digits.push('"');
        xml.push_str("<row r=\"");
        xml.push_str(&self.digits);
        xml.push('>');
    }

    /// Ends the row.
    pub(super) fn end(&self, xml: &mut String) {
        xml.push_str("</row>");
    }

    /// Writes a cell of the column at this place.
    #[inline]
    pub(super) fn push(
        &mut self,
        xml: &mut String,
        texts: &mut WorkbookTexts,
        at: usize,
        cell: SpreadsheetCell<'_>,
    ) {
        match cell {
            SpreadsheetCell::Empty => {}
            SpreadsheetCell::Text(text) => self.push_text(xml, texts, at, text, 0),
            SpreadsheetCell::Number(text, decimals) => {
                self.begin_cell(xml, at, DECIMALS + decimals);
                xml.push_str("><v>");
                xml.push_str(text);
                xml.push_str("</v></c>");
            }
            SpreadsheetCell::Boolean(yes) => {
                self.begin_cell(xml, at, 0);
                xml.push_str(" t=\"b\"><v>");
                xml.push(if yes { '1' } else { '0' });
                xml.push_str("</v></c>");
            }
            SpreadsheetCell::Date(text, days) | SpreadsheetCell::DateTime(text, days)
                if days < FIRST_DAY =>
            {
                self.push_text(xml, texts, at, text, 0);
            }
            SpreadsheetCell::Date(_, days) => self.push_days(xml, at, DATE, days),
            SpreadsheetCell::DateTime(_, days) => self.push_days(xml, at, MOMENT, days),
            SpreadsheetCell::Time(_, part) => self.push_days(xml, at, TIME, part),
        }
    }

    /// Writes a bold text.
    pub(super) fn push_head(
        &mut self,
        xml: &mut String,
        texts: &mut WorkbookTexts,
        at: usize,
        text: &str,
    ) {
        self.push_text(xml, texts, at, text, BOLD);
    }

    fn push_text(
        &mut self,
        xml: &mut String,
        texts: &mut WorkbookTexts,
        at: usize,
        text: &str,
        style: usize,
    ) {
        self.begin_cell(xml, at, style);
        if let Some(number) = texts.number(at, text) {
            xml.push_str(" t=\"s\"><v>");
            push_number(xml, u64::from(number));
            xml.push_str("</v></c>");
        } else {
            xml.push_str(" t=\"inlineStr\"><is>");
            push_text_element(xml, text);
            xml.push_str("</is></c>");
        }
    }

    fn push_days(&mut self, xml: &mut String, at: usize, style: usize, days: f64) {
        self.begin_cell(xml, at, style);
        xml.push_str("><v>");
        // Nothing fails that is written into memory.
        let _ = write!(xml, "{days}");
        xml.push_str("</v></c>");
    }

    /// Writes a cell's start tag up to its style.
    #[inline]
    fn begin_cell(&mut self, xml: &mut String, at: usize, style: usize) {
        while self.begins.len() <= at {
            let begin = format!("<c r=\"{}", letters(self.begins.len()));
            self.begins.push(begin);
        }
        xml.push_str(&self.begins[at]);
        xml.push_str(&self.digits);
        if style > 0 {
            xml.push_str(" s=\"");
            push_number(xml, style as u64);
            xml.push('"');
        }
    }
}

/// Writes a whole number.
fn push_number(xml: &mut String, mut number: u64) {
    let mut digits = [b'0'; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] += u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    xml.extend(digits[at..].iter().map(|digit| char::from(*digit)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[SpreadsheetCell<'_>]) -> String {
        let (mut xml, mut row) = (String::new(), RowMarkup::default());
        let mut texts = WorkbookTexts::default();
        row.begin(&mut xml);
        for (at, cell) in cells.iter().enumerate() {
            row.push(&mut xml, &mut texts, at, *cell);
        }
        row.end(&mut xml);
        xml
    }

    #[test]
    fn cells_are_typed_and_formulas_are_texts() {
        let cells = [
            SpreadsheetCell::Text("=1+1"),
            SpreadsheetCell::Empty,
            SpreadsheetCell::Number("1.10", 2),
            SpreadsheetCell::Boolean(true),
            SpreadsheetCell::Date("2020-12-31", 44_196.0),
            SpreadsheetCell::Date("1900-02-28", 60.0),
            SpreadsheetCell::DateTime("2020-12-31T12:00:00", 44_196.5),
            SpreadsheetCell::Time("06:00:00", 0.25),
            SpreadsheetCell::Text("=1+1"),
        ];
        let wanted = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"7\"><v>1.10</v></c>\
            <c r=\"D1\" t=\"b\"><v>1</v></c><c r=\"E1\" s=\"2\"><v>44196</v></c><c r=\"F1\" t=\"s\"><v>1</v></c>\
            <c r=\"G1\" s=\"3\"><v>44196.5</v></c><c r=\"H1\" s=\"4\"><v>0.25</v></c><c r=\"I1\" t=\"s\"><v>0</v></c></row>";
        assert_eq!(written(&cells), wanted);
    }

    #[test]
    fn numbers_are_written_in_digits() {
        for number in [0, 9, 10, 1_048_576, u64::MAX] {
            let mut text = String::new();
            push_number(&mut text, number);
            assert_eq!(text, number.to_string());
        }
    }
}
