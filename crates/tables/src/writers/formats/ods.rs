//! ODS (OpenDocument 1.3), for LibreOffice and its like: typed cells, a header that stays in sight and can be filtered by,
//! and a sheet that says what the columns mean. Numbers are written with the very digits of the source, and text as
//! text, so that nothing in it is ever a formula.
//!
//! XML has no control characters: they are shown by their pictures (`␀`), and an end of line of any kind begins a new
//! paragraph of the cell.

use crate::Table;
use crate::rows::Row;
use crate::writers::block_packer::BlockPacker;
use crate::writers::format::{FileType, Format, Reason, RowWriter};
use crate::writers::spreadsheet_cells::{self, SpreadsheetCell};
use std::io::{self, Write};

/// OpenDocument spreadsheet (ISO/IEC 26300), a sheet for the data and one for the columns.
pub(crate) struct Ods;

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Markup is some ten times the data: what decides on the form of sizes.
const MARKUP: u64 = 20;

const BEGIN: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>"#,
    r#"<office:document-content office:version="1.3""#,
    r#" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
    r#" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#,
    r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
    r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
    r#" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0""#,
    r#" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">"#,
    "<office:automatic-styles>",
);

/// How dates and times are shown, and the header.
const STYLES: &str = concat!(
    r#"<number:date-style style:name="Nd"><number:year number:style="long"/><number:text>-</number:text>"#,
    r#"<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>"#,
    r#"<number:date-style style:name="Nm"><number:year number:style="long"/><number:text>-</number:text>"#,
    r#"<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>"#,
    r#"<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>"#,
    r#"<number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:date-style>"#,
    r#"<number:time-style style:name="Nt"><number:hours number:style="long"/><number:text>:</number:text>"#,
    r#"<number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:time-style>"#,
    r#"<number:boolean-style style:name="Nb"><number:boolean/></number:boolean-style>"#,
    r#"<style:style style:name="d" style:family="table-cell" style:data-style-name="Nd"/>"#,
    r#"<style:style style:name="m" style:family="table-cell" style:data-style-name="Nm"/>"#,
    r#"<style:style style:name="t" style:family="table-cell" style:data-style-name="Nt"/>"#,
    r#"<style:style style:name="b" style:family="table-cell" style:data-style-name="Nb"/>"#,
    r#"<style:style style:name="h" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>"#,
    r#"<style:style style:name="w" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap""#,
    r#" style:vertical-align="top"/></style:style>"#,
);

const MANIFEST: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8"?>"#,
    r#"<manifest:manifest manifest:version="1.3" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">"#,
    r#"<manifest:file-entry manifest:full-path="/" manifest:version="1.3""#,
    r#" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>"#,
    r#"<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>"#,
    r#"<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>"#,
    "</manifest:manifest>",
);

/// Rows that a sheet holds below its header.
const MOST_ROWS: u64 = 1_048_575;
/// Columns that a sheet holds.
const MOST_COLUMNS: u64 = 16_384;
/// Characters that a cell holds.
const LONGEST_CELL: u64 = 32_767;

/// The name of the sheet with the rows.
const ROWS_SHEET: &str = "data";

/// Widths of the columns of the dictionary, in characters.
const WIDTHS: [usize; 7] = [24, 12, 14, 30, 50, 12, 14];

impl Format for Ods {
    fn id(&self) -> &'static str {
        "ods"
    }

    fn file_type(&self) -> Option<FileType> {
        Some(FileType::open("ODS"))
    }

    fn ending(&self) -> &'static str {
        "ods"
    }

    fn media_type(&self) -> &'static str {
        MEDIA_TYPE
    }

    fn refuses(&self, table: &Table) -> Option<Reason> {
        crate::writers::formats::dictionary::beyond(table, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL)
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        let mut packer = BlockPacker::new()?;
        packer.stored("mimetype", MEDIA_TYPE)?;
        packer.entry("content.xml", table.received.bytes.saturating_mul(MARKUP))?;
        let mut rows = OdsRows {
            out,
            table,
            packer,
            xml: String::new(),
            scratch: String::new(),
        };
        rows.begin();
        Ok(Box::new(rows))
    }
}

struct OdsRows<'a> {
    out: &'a mut (dyn Write + Send),
    table: &'a Table,
    packer: BlockPacker,
    xml: String,
    scratch: String,
}

impl OdsRows<'_> {
    /// Styles, and the first sheet up to its header.
    fn begin(&mut self) {
        let (table, xml) = (self.table, &mut self.xml);
        let widths: Vec<usize> = table.columns.iter().map(spreadsheet_cells::width).collect();
        xml.push_str(BEGIN);
        xml.push_str(STYLES);
        for n in 0..=spreadsheet_cells::MOST_DECIMALS {
            let places = format!("number:decimal-places=\"{n}\" number:min-decimal-places=\"{n}\"");
            xml.push_str(&format!(
                "<number:number-style style:name=\"N{n}\"><number:number {places} number:min-integer-digits=\"1\"/>\
                 </number:number-style><style:style style:name=\"n{n}\" style:family=\"table-cell\" \
                 style:data-style-name=\"N{n}\"/>"
            ));
        }
        let all = widths
            .iter()
            .chain(&WIDTHS)
            .collect::<std::collections::BTreeSet<_>>();
        for width in all {
            xml.push_str(&format!(
                "<style:style style:name=\"c{width}\" style:family=\"table-column\">\
                 <style:table-column-properties style:column-width=\"{}mm\"/></style:style>",
                width * 2
            ));
        }
        xml.push_str("</office:automatic-styles><office:body><office:spreadsheet>");
        begin_sheet(xml, ROWS_SHEET, &widths);
        xml.push_str("<table:table-header-rows><table:table-row>");
        for column in &table.columns {
            push_text(xml, &column.name, " table:style-name=\"h\"");
        }
        xml.push_str("</table:table-row></table:table-header-rows>");
    }

    /// The sheet with the notes, and what is filtered.
    fn end(&mut self) {
        let (table, xml) = (self.table, &mut self.xml);
        xml.push_str("</table:table>");
        begin_sheet(xml, "dictionary", &WIDTHS);
        let heads = crate::writers::formats::dictionary::DICTIONARY.map(str::to_owned);
        for (line, style) in [(heads, "h")].into_iter().chain(
            table
                .columns
                .iter()
                .map(|c| (crate::writers::formats::dictionary::described(c), "w")),
        ) {
            xml.push_str("<table:table-row>");
            line.iter()
                .for_each(|text| push_text(xml, text, &format!(" table:style-name=\"{style}\"")));
            xml.push_str("</table:table-row>");
        }
        if !table.about.is_empty() {
            xml.push_str("<table:table-row><table:table-cell/></table:table-row>");
        }
        for (what, words) in table.about.iter() {
            xml.push_str("<table:table-row>");
            push_text(xml, what, " table:style-name=\"h\"");
            push_text(
                xml,
                &words
                    .chars()
                    .take(crate::writers::formats::dictionary::LONGEST_WORDS)
                    .collect::<String>(),
                "",
            );
            xml.push_str("</table:table-row>");
        }
        xml.push_str("</table:table>");
        if let Some(last) = table.columns.len().checked_sub(1) {
            xml.push_str(&format!(
                "<table:database-ranges><table:database-range table:name=\"__Anonymous_Sheet_DB__0\" \
                 table:target-range-address=\"{ROWS_SHEET}.A1:{ROWS_SHEET}.{}{}\" table:display-filter-buttons=\"true\"/>\
                 </table:database-ranges>",
                spreadsheet_cells::letters(last),
                table.rows + 1
            ));
        }
        xml.push_str("</office:spreadsheet></office:body></office:document-content>");
    }
}

impl RowWriter for OdsRows<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.xml.push_str("<table:table-row>");
        for (at, column) in self.table.columns.iter().enumerate() {
            push_cell(
                &mut self.xml,
                SpreadsheetCell::from(column.value(row.cell(at), &mut self.scratch)),
            );
        }
        self.xml.push_str("</table:table-row>");
        self.packer.write_all(self.xml.as_bytes())?;
        self.xml.clear();
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.end();
        self.packer.write_all(self.xml.as_bytes())?;
        let settings = settings(ROWS_SHEET);
        self.packer.whole("settings.xml", &settings)?;
        self.packer.whole("META-INF/manifest.xml", MANIFEST)?;
        self.packer.finish(self.out)
    }
}

fn begin_sheet(xml: &mut String, name: &str, widths: &[usize]) {
    xml.push_str("<table:table table:name=\"");
    push_escaped(xml, name);
    xml.push_str("\">");
    for width in widths {
        xml.push_str(&format!(
            "<table:table-column table:style-name=\"c{width}\"/>"
        ));
    }
}

fn push_cell(xml: &mut String, cell: SpreadsheetCell<'_>) {
    match cell {
        SpreadsheetCell::Empty => xml.push_str("<table:table-cell/>"),
        SpreadsheetCell::Text(text) => push_text(xml, text, ""),
        SpreadsheetCell::Number(text, decimals) => {
            push_typed(xml, &format!("n{decimals}"), ("float", "value"), text, text);
        }
        SpreadsheetCell::Boolean(yes) => {
            let [value, shown] = if yes {
                ["true", "TRUE"]
            } else {
                ["false", "FALSE"]
            };
            push_typed(xml, "b", ("boolean", "boolean-value"), value, shown);
        }
        SpreadsheetCell::Date(text, _) => push_typed(xml, "d", ("date", "date-value"), text, text),
        SpreadsheetCell::DateTime(text, _) => {
            push_typed(xml, "m", ("date", "date-value"), text, text);
        }
        SpreadsheetCell::Time(text, _) => {
            let duration = format!("PT{}H{}M{}S", &text[..2], &text[3..5], &text[6..]);
            push_typed(xml, "t", ("time", "time-value"), &duration, text);
        }
    }
}

/// Writes a cell with a value of a type, which is in an attribute of its own. Every part is ASCII without markup.
fn push_typed(
    xml: &mut String,
    style: &str,
    (kind, attribute): (&str, &str),
    value: &str,
    shown: &str,
) {
    for part in [
        "<table:table-cell table:style-name=\"",
        style,
        "\" office:value-type=\"",
        kind,
        "\" office:",
        attribute,
        "=\"",
        value,
        "\"><text:p>",
        shown,
        "</text:p></table:table-cell>",
    ] {
        xml.push_str(part);
    }
}

fn push_text(xml: &mut String, text: &str, attributes: &str) {
    xml.push_str("<table:table-cell");
    xml.push_str(attributes);
    xml.push_str(" office:value-type=\"string\">");
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        // The first half of CRLF; at the very end it ends a line by itself.
        let line = if lines.peek().is_some() {
            line.strip_suffix('\r').unwrap_or(line)
        } else {
            line
        };
        for paragraph in line.split('\r') {
            xml.push_str("<text:p>");
            push_paragraph(xml, paragraph);
            xml.push_str("</text:p>");
        }
    }
    xml.push_str("</table:table-cell>");
}

/// Blanks as OpenDocument wants them: only the first of several, and not at an end of the paragraph, is a character.
fn push_paragraph(xml: &mut String, text: &str) {
    let mut blanks = 0;
    let mut begun = false;
    for c in text.chars() {
        if c == ' ' {
            blanks += 1;
            continue;
        }
        push_blanks(xml, blanks, begun);
        blanks = 0;
        begun = true;
        if c == '\t' {
            xml.push_str("<text:tab/>");
        } else {
            push_char(xml, c);
        }
    }
    push_blanks(xml, blanks, false);
}

fn push_blanks(xml: &mut String, blanks: usize, as_character: bool) {
    match blanks {
        0 => {}
        1 if as_character => xml.push(' '),
        n => xml.push_str(&format!("<text:s text:c=\"{n}\"/>")),
    }
}

fn push_escaped(xml: &mut String, text: &str) {
    text.chars().for_each(|c| push_char(xml, c));
}

fn push_char(xml: &mut String, c: char) {
    match c {
        '&' => xml.push_str("&amp;"),
        '<' => xml.push_str("&lt;"),
        '>' => xml.push_str("&gt;"),
        '"' => xml.push_str("&quot;"),
        // Pictures of control characters are in Unicode in their order.
        '\0'..='\u{1f}' => xml.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
        '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
        c => xml.push(c),
    }
}

fn config_item(name: &str, kind: &str, value: &str) -> String {
    format!(
        "<config:config-item config:name=\"{name}\" config:type=\"{kind}\">{value}</config:config-item>"
    )
}

/// Returns settings that keep the header of the first sheet in sight.
fn settings(sheet: &str) -> String {
    let mut name = String::new();
    push_escaped(&mut name, sheet);
    let split = [
        config_item("HorizontalSplitMode", "short", "0"),
        config_item("VerticalSplitMode", "short", "2"),
        config_item("VerticalSplitPosition", "int", "1"),
        config_item("ActiveSplitRange", "short", "2"),
        config_item("PositionTop", "int", "0"),
        config_item("PositionBottom", "int", "1"),
    ]
    .concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-settings office:version=\"1.3\" \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\"><office:settings>\
         <config:config-item-set config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\">\
         <config:config-item-map-entry>{}<config:config-item-map-named config:name=\"Tables\">\
         <config:config-item-map-entry config:name=\"{name}\">{split}</config:config-item-map-entry>\
         </config:config-item-map-named>{}</config:config-item-map-entry></config:config-item-map-indexed>\
         </config:config-item-set></office:settings></office:document-settings>",
        config_item("ViewId", "string", "view1"),
        config_item("ActiveTable", "string", &name),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let mut xml = String::new();
        push_cell(&mut xml, SpreadsheetCell::Text(text));
        xml.replace("<table:table-cell office:value-type=\"string\">", "")
            .replace("</table:table-cell>", "")
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(
            cell("=1<2 & \"x\""),
            "<text:p>=1&lt;2 &amp; &quot;x&quot;</text:p>"
        );
        assert_eq!(
            cell("a\r\nb\rc\nd"),
            "<text:p>a</text:p><text:p>b</text:p><text:p>c</text:p><text:p>d</text:p>"
        );
        assert_eq!(
            cell(" a  b\tc "),
            "<text:p><text:s text:c=\"1\"/>a<text:s text:c=\"2\"/>b<text:tab/>c<text:s text:c=\"1\"/></text:p>"
        );
        assert_eq!(cell("\u{1}\u{ffff}"), "<text:p>\u{2401}\u{fffd}</text:p>");
    }
}
