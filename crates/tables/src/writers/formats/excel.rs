//! CSV as Excel opens it with two clicks: a byte order mark, and the separator and decimal mark of the region (CLDR).
//!
//! Spreadsheet programs run what looks like a formula, so text that begins like one gets an apostrophe here, and
//! only here: the plain CSV holds the data as they are.

use crate::rows::Row;
use crate::writers::format::Role;
use crate::writers::format::{FileType, Format, RowWriter};
use crate::{Table, Value};
use csv::{Terminator, Writer, WriterBuilder};
use std::io::{self, Write};
use tragaluz_text::region::writes_decimal_commas;

/// CSV as spreadsheet programs open it at a double click.
pub(crate) struct Excel;

impl Format for Excel {
    fn id(&self) -> &'static str {
        "excel"
    }

    /// It is a CSV too, which its title tells from the plain one.
    fn name(&self) -> String {
        "CSV".to_owned()
    }

    fn file_type(&self) -> Option<FileType> {
        Some(FileType::open("CSV"))
    }

    fn ending(&self) -> &'static str {
        "excel.csv"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
    }

    fn role(&self) -> Role {
        Role::Excel
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        out.write_all("\u{feff}".as_bytes())?;
        let comma = table.language.as_ref().is_some_and(writes_decimal_commas);
        let writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .delimiter(if comma { b';' } else { b',' })
            .buffer_capacity(128 * 1024)
            .from_writer(out);
        let mut rows = ExcelRows {
            writer,
            table,
            comma,
            scratch: String::new(),
            cell: String::new(),
        };
        for column in &table.columns {
            rows.write_text(&column.name)?;
        }
        rows.writer.write_record(None::<&[u8]>)?;
        Ok(Box::new(rows))
    }
}

struct ExcelRows<'a, W: Write> {
    writer: Writer<W>,
    table: &'a Table,
    comma: bool,
    scratch: String,
    cell: String,
}

impl<W: Write> ExcelRows<'_, W> {
    fn write_text(&mut self, text: &str) -> io::Result<()> {
        if is_formula(text) {
            self.cell.clear();
            self.cell.push('\'');
            self.cell.push_str(text);
            self.writer.write_field(&self.cell)?;
        } else {
            self.writer.write_field(text)?;
        }
        Ok(())
    }
}

impl<W: Write + Send> RowWriter for ExcelRows<'_, W> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        for (at, column) in self.table.columns.iter().enumerate() {
            let text = row.cell(at).unwrap_or("");
            match column.value(row.cell(at), &mut self.scratch) {
                Value::Integer(number) => self.writer.write_field(number)?,
                Value::Number(number) if self.comma => {
                    self.cell.clear();
                    self.cell
                        .extend(number.chars().map(|c| if c == '.' { ',' } else { c }));
                    self.writer.write_field(&self.cell)?;
                }
                Value::Number(number) => self.writer.write_field(number)?,
                // In ISO 8601, a date is the same day in every region.
                Value::DateTime(_) if column.is_rewritten => {
                    self.cell.clear();
                    // Excel takes a date and a time with a blank between them for a moment, and with a `T` for a text.
                    let published = column.publish(text, &mut self.scratch);
                    self.cell
                        .extend(published.chars().map(|c| if c == 'T' { ' ' } else { c }));
                    self.writer.write_field(&self.cell)?;
                }
                Value::Date(_) | Value::Time(_) => {
                    self.writer
                        .write_field(column.publish(text, &mut self.scratch))?;
                }
                _ => self.write_text(text)?,
            }
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Whether a spreadsheet program would take a text for a formula.
pub(crate) fn is_formula(text: &str) -> bool {
    let first = text
        .trim_start_matches([' ', '\t', '\r', '\n', '\u{a0}'])
        .chars()
        .next();
    text.starts_with(['\t', '\r', '\n'])
        || matches!(
            first,
            Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas() {
        for text in ["=1+1", "+52", "-x", "@SUM", "\t=1", " =1"] {
            assert!(is_formula(text), "{text}");
        }
        assert!(!is_formula("a=1") && !is_formula(""));
    }
}
