//! The parts of a workbook that are not its rows. They are the same in every run: no time, no person, no machine.

use super::layout::{FilteredPart, SheetLayout};
use crate::writers::spreadsheet_cells::{MOST_DECIMALS, letters};
use std::fmt::Write;

/// What every part begins with.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of sheets.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Styles of cells, by their place in [`styles`]: a bold text, a day, a day and a time, a time, and from the last one on a
/// number with so many decimals.
pub(super) const BOLD: usize = 1;
pub(super) const DATE: usize = 2;
pub(super) const MOMENT: usize = 3;
pub(super) const TIME: usize = 4;
pub(super) const DECIMALS: usize = 5;

/// Ids of formats of numbers; those below are the format's own.
const FIRST_FORMAT: usize = 164;

const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const SHEET_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

pub(super) const RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Target=\"xl/workbook.xml\"",
    " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/>",
    "<Relationship Id=\"rId2\" Target=\"docProps/core.xml\"",
    " Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\"/>",
    "<Relationship Id=\"rId3\" Target=\"docProps/app.xml\"",
    " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\"/>",
    "</Relationships>",
);

pub(super) const APPLICATION: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">",
    "<Application>tragaluz</Application></Properties>",
);

/// A time is asked for by some readers: the same in every run.
pub(super) const PROPERTIES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"",
    " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
    "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:created>",
    "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:modified>",
    "</cp:coreProperties>",
);

/// A sheet as the workbook names it.
pub(super) struct SheetName {
    pub(super) name: String,
    pub(super) filtered: Option<FilteredPart>,
}

/// Returns what each part is.
pub(super) fn content_types(sheets: usize) -> String {
    let mut xml = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let own = "application/vnd.openxmlformats";
    let parts = [
        (
            "docProps/app.xml",
            format!("{own}-officedocument.extended-properties+xml"),
        ),
        (
            "docProps/core.xml",
            format!("{own}-package.core-properties+xml"),
        ),
        (
            "xl/sharedStrings.xml",
            format!("{SHEET_TYPE}.sharedStrings+xml"),
        ),
        ("xl/styles.xml", format!("{SHEET_TYPE}.styles+xml")),
        ("xl/workbook.xml", format!("{SHEET_TYPE}.sheet.main+xml")),
    ];
    for (name, kind) in parts {
        xml.push_str(&format!(
            "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"
        ));
    }
    for number in 1..=sheets {
        xml.push_str(&format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{SHEET_TYPE}.worksheet+xml\"/>"
        ));
    }
    xml.push_str("</Types>");
    xml
}

/// Returns the list of sheets.
pub(super) fn workbook(sheets: &[SheetName]) -> String {
    let mut xml = format!(
        "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><bookViews><workbookView/></bookViews><sheets>"
    );
    for (number, sheet) in (1..).zip(sheets) {
        xml.push_str("<sheet name=\"");
        push_attribute(&mut xml, &sheet.name);
        xml.push_str(&format!("\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"));
    }
    xml.push_str("</sheets>");
    let filters = filters(sheets);
    if !filters.is_empty() {
        xml.push_str(&format!("<definedNames>{filters}</definedNames>"));
    }
    xml.push_str("</workbook>");
    xml
}

/// The names by which programs know what is filtered.
fn filters(sheets: &[SheetName]) -> String {
    let mut xml = String::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let Some(part) = sheet.filtered else { continue };
        xml.push_str(&format!(
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'"
        ));
        push_attribute(&mut xml, &sheet.name.replace('\'', "''"));
        let last = letters(part.columns.saturating_sub(1));
        xml.push_str(&format!("'!$A$1:${last}${}</definedName>", part.rows));
    }
    xml
}

/// Returns where the workbook's parts are.
pub(super) fn workbook_relations(sheets: usize) -> String {
    let mut xml = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    let mut push = |number: usize, kind: &str, target: &str| {
        xml.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"{DOCUMENT}/{kind}\" Target=\"{target}\"/>"
        ));
    };
    for number in 1..=sheets {
        push(
            number,
            "worksheet",
            &format!("worksheets/sheet{number}.xml"),
        );
    }
    push(sheets + 1, "styles", "styles.xml");
    push(sheets + 2, "sharedStrings", "sharedStrings.xml");
    xml.push_str("</Relationships>");
    xml
}

/// Returns how cells are shown.
pub(super) fn styles() -> String {
    let mut formats = vec![
        "yyyy-mm-dd".to_owned(),
        "yyyy-mm-dd hh:mm:ss".to_owned(),
        "hh:mm:ss".to_owned(),
    ];
    formats.extend((0..=MOST_DECIMALS).map(|decimals| match decimals {
        0 => "0".to_owned(),
        n => format!("0.{}", "0".repeat(n)),
    }));
    let mut xml = format!(
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{}\">",
        formats.len()
    );
    for (id, format) in (FIRST_FORMAT..).zip(&formats) {
        xml.push_str(&format!(
            "<numFmt numFmtId=\"{id}\" formatCode=\"{format}\"/>"
        ));
    }
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>";
    let plain = "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"";
    xml.push_str(&format!(
        "</numFmts><fonts count=\"2\"><font>{font}</font><font><b/>{font}</font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf {plain}/></cellStyleXfs><cellXfs count=\"{}\"><xf {plain} xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>",
        formats.len() + 2
    ));
    for id in (FIRST_FORMAT..).take(formats.len()) {
        xml.push_str(&format!(
            "<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        ));
    }
    xml.push_str(
        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
         </styleSheet>",
    );
    xml
}

/// Writes the part of a sheet before its rows.
pub(super) fn push_sheet_head(xml: &mut String, layout: &SheetLayout, is_first: bool) {
    xml.push_str(DECLARATION);
    xml.push_str(&format!("<worksheet xmlns=\"{MAIN}\">"));
    if let Some(part) = layout.filtered {
        xml.push_str(&format!("<dimension ref=\"{}\"/>", range(part)));
    }
    xml.push_str("<sheetViews><sheetView");
    if is_first {
        xml.push_str(" tabSelected=\"1\"");
    }
    xml.push_str(" workbookViewId=\"0\"");
    xml.push_str(if layout.is_header_frozen {
        "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         <selection pane=\"bottomLeft\"/></sheetView></sheetViews>"
    } else {
        "/></sheetViews>"
    });
    xml.push_str("<sheetFormatPr defaultRowHeight=\"15\"/>");
    if !layout.widths.is_empty() {
        xml.push_str("<cols>");
        for (number, width) in (1..).zip(&layout.widths) {
            let width = padded(*width);
            // Nothing fails that is written into memory.
            let _ = write!(
                xml,
                "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        xml.push_str("</cols>");
    }
    xml.push_str("<sheetData>");
}

/// Writes the part of a sheet after its rows.
pub(super) fn push_sheet_foot(xml: &mut String, layout: &SheetLayout) {
    xml.push_str("</sheetData>");
    if let Some(part) = layout.filtered {
        xml.push_str(&format!("<autoFilter ref=\"{}\"/>", range(part)));
    }
    xml.push_str(
        "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>\
         </worksheet>",
    );
}

fn range(part: FilteredPart) -> String {
    format!(
        "A1:{}{}",
        letters(part.columns.saturating_sub(1)),
        part.rows
    )
}

/// The width of so many characters with the space beside them, as the format counts: characters of seven dots and five
/// dots more, in parts of 256.
fn padded(characters: usize) -> f64 {
    let dots = characters * 7 + 5;
    #[allow(clippy::cast_precision_loss, reason = "at most 50 characters")]
    let parts = (dots * 256 / 7) as f64;
    parts / 256.0
}

fn push_attribute(xml: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_the_formats() {
        assert_eq!(padded(10).to_string(), "10.7109375");
        assert_eq!(padded(50).to_string(), "50.7109375");
    }

    #[test]
    fn names_of_sheets_are_escaped() {
        let sheets = [SheetName {
            name: "A & B's \"x\"".to_owned(),
            filtered: Some(FilteredPart {
                rows: 3,
                columns: 27,
            }),
        }];
        let xml = workbook(&sheets);
        assert!(
            xml.contains("<sheet name=\"A &amp; B's &quot;x&quot;\" sheetId=\"1\" r:id=\"rId1\"/>"),
            "{xml}"
        );
        assert!(
            xml.contains(">'A &amp; B''s &quot;x&quot;'!$A$1:$AA$3</definedName>"),
            "{xml}"
        );
    }
}
