//! ODS (OpenDocument 1.3): the spreadsheet of free office programs, and an ISO standard.
//!
//! Two XML files in a ZIP, written as a stream into a temporary file, because a ZIP's sizes are filled in afterwards.

use super::{Format, Reason, RowWriter, Subject};
use crate::data::rows::Row;
use crate::data::{Table, Value};
use crate::text::escape;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// Rows that a sheet holds below its header, and columns, in LibreOffice.
const MOST_ROWS: u64 = 1_048_575;
const MOST_COLUMNS: u64 = 16_384;
/// Characters that one cell holds in it.
const LONGEST_CELL: u64 = 65_535;

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"#;
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:body><office:spreadsheet><table:table table:name="data">
"#;
const FOOT: &str = "</table:table></office:spreadsheet></office:body></office:document-content>\n";

/// The format.
pub struct Ods;

impl Format for Ods {
    fn id(&self) -> &'static str {
        "ods"
    }

    fn ending(&self) -> &'static str {
        "ods"
    }

    fn media_type(&self) -> &'static str {
        MEDIA_TYPE
    }

    fn refuses(&self, table: &Table) -> Option<Reason> {
        super::beyond(table, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL)
    }

    fn open<'a>(&self, out: &'a mut (dyn Write + Send), subject: Subject<'a>) -> io::Result<Box<dyn RowWriter + 'a>> {
        let table = subject.table;
        let mut zip = ZipWriter::new(tempfile::tempfile()?);
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
        zip.start_file("mimetype", options.compression_method(CompressionMethod::Stored))?;
        zip.write_all(MEDIA_TYPE.as_bytes())?;
        let packed = options.compression_method(CompressionMethod::Deflated).large_file(true);
        zip.start_file("META-INF/manifest.xml", packed)?;
        zip.write_all(MANIFEST.as_bytes())?;
        zip.start_file("content.xml", packed)?;
        zip.write_all(HEAD.as_bytes())?;
        let mut line = format!("<table:table-column table:number-columns-repeated=\"{}\"/>\n", table.columns.len());
        line.push_str("<table:table-header-rows><table:table-row>");
        for column in &table.columns {
            push_text(&mut line, &column.name);
        }
        line.push_str("</table:table-row></table:table-header-rows>\n");
        zip.write_all(line.as_bytes())?;
        Ok(Box::new(OdsRows { out, zip, table, line, scratch: String::new() }))
    }
}

struct OdsRows<'a> {
    out: &'a mut (dyn Write + Send),
    zip: ZipWriter<File>,
    table: &'a Table,
    line: String,
    scratch: String,
}

impl RowWriter for OdsRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.line.clear();
        self.line.push_str("<table:table-row>");
        for (at, column) in self.table.columns.iter().enumerate() {
            match column.value(row.cell(at), &mut self.scratch) {
                Value::Missing => self.line.push_str("<table:table-cell/>"),
                Value::Integer(number) | Value::Number(number) => push_typed(&mut self.line, "float", "value", number),
                Value::Boolean(yes) => {
                    push_typed(&mut self.line, "boolean", "boolean-value", if yes { "true" } else { "false" });
                }
                Value::Date(text) | Value::DateTime(text) => push_typed(&mut self.line, "date", "date-value", text),
                Value::Text(text) | Value::Time(text) | Value::Json(text) => push_text(&mut self.line, text),
            }
        }
        self.line.push_str("</table:table-row>\n");
        self.zip.write_all(self.line.as_bytes())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.zip.write_all(FOOT.as_bytes())?;
        let mut file = self.zip.finish()?;
        file.seek(SeekFrom::Start(0))?;
        io::copy(&mut file, self.out).map(|_| ())
    }
}

fn push_typed(line: &mut String, kind: &str, attribute: &str, value: &str) {
    line.push_str("<table:table-cell office:value-type=\"");
    line.push_str(kind);
    line.push_str("\" office:");
    line.push_str(attribute);
    line.push_str("=\"");
    line.push_str(&escape::xml(value));
    line.push_str("\"><text:p>");
    line.push_str(&escape::xml(value));
    line.push_str("</text:p></table:table-cell>");
}

/// A text cell: a paragraph a line, and blanks that XML would lose written out.
fn push_text(line: &mut String, text: &str) {
    line.push_str("<table:table-cell office:value-type=\"string\">");
    for paragraph in text.replace("\r\n", "\n").split(['\n', '\r']) {
        line.push_str("<text:p>");
        let mut blank = true;
        for part in paragraph.split_inclusive([' ', '\t']) {
            let (word, mark) = match part.as_bytes().last() {
                Some(b' ' | b'\t') => part.split_at(part.len() - 1),
                _ => (part, ""),
            };
            line.push_str(&escape::xml(word));
            blank &= word.is_empty();
            match mark {
                " " if blank => line.push_str("<text:s/>"),
                " " => line.push(' '),
                "\t" => line.push_str("<text:tab/>"),
                _ => {}
            }
            blank = mark == " ";
        }
        line.push_str("</text:p>");
    }
    line.push_str("</table:table-cell>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_lines_are_kept() {
        let mut line = String::new();
        push_text(&mut line, " a  b\tc\nd<");
        assert_eq!(
            line,
            "<table:table-cell office:value-type=\"string\"><text:p><text:s/>a <text:s/>b<text:tab/>c</text:p>\
             <text:p>d&lt;</text:p></table:table-cell>"
        );
    }
}
