//! Files that are small and say that they are large: one maker for each kind.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A ZIP of these members.
pub(crate) fn zipped<'m>(members: impl IntoIterator<Item = (String, &'m [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

/// A workbook of one sheet, by the rows and the texts of its XML.
pub(crate) fn xlsx(rows: &str, texts: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OF: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKED: &str = "http://schemas.openxmlformats.org/package/2006";
    let types = format!(
        "<Types xmlns='{PACKED}/content-types'><Default Extension='xml' ContentType='application/xml'/><Default \
         Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/></Types>"
    );
    let to = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{OF}/{kind}' Target='{target}'/>")
    };
    let related = |all: String| {
        format!("<Relationships xmlns='{PACKED}/relationships'>{all}</Relationships>")
    };
    let whole = related(to("a", "officeDocument", "xl/workbook.xml"));
    let parts = related(
        to("b", "worksheet", "worksheets/sheet1.xml")
            + &to("c", "sharedStrings", "sharedStrings.xml"),
    );
    let book = format!(
        "<workbook xmlns='{MAIN}' xmlns:r='{OF}'><sheets><sheet name='s' sheetId='1' r:id='b'/></sheets></workbook>"
    );
    let sheet = format!("<worksheet xmlns='{MAIN}'><sheetData>{rows}</sheetData></worksheet>");
    zipped([
        ("[Content_Types].xml".to_owned(), types.as_bytes()),
        ("_rels/.rels".to_owned(), whole.as_bytes()),
        ("xl/workbook.xml".to_owned(), book.as_bytes()),
        ("xl/_rels/workbook.xml.rels".to_owned(), parts.as_bytes()),
        ("xl/sharedStrings.xml".to_owned(), texts.as_bytes()),
        ("xl/worksheets/sheet1.xml".to_owned(), sheet.as_bytes()),
    ])
}

/// Shared texts of a workbook, which states that there are so many.
pub(crate) fn texts(stated: &str, items: &str) -> String {
    format!(
        "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' count='1' uniqueCount='{stated}'>\
         {items}</sst>"
    )
}

/// An OpenDocument workbook of one sheet, by the XML of its rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    ods_sheets(&format!("<table:table table:name='s'>{rows}</table:table>"))
}

/// A spreadsheet of OpenDocument, by its sheets.
pub(crate) fn ods_sheets(sheets: &str) -> Vec<u8> {
    const OF: &str = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office='{OF}:office:1.0' xmlns:table='{OF}:table:1.0' \
         xmlns:text='{OF}:text:1.0'><office:body><office:spreadsheet>{sheets}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped([
        (
            "mimetype".to_owned(),
            &b"application/vnd.oasis.opendocument.spreadsheet"[..],
        ),
        ("content.xml".to_owned(), content.as_bytes()),
    ])
}

/// A row of OpenDocument that is repeated, with one cell that is.
pub(crate) fn ods_row(times: u64, cells: u64, text: &str) -> String {
    format!(
        "<table:table-row table:number-rows-repeated='{times}'><table:table-cell \
         table:number-columns-repeated='{cells}'><text:p>{text}</text:p></table:table-cell></table:table-row>"
    )
}

/// An XML workbook of 2003, by its rows.
pub(crate) fn xml_2003(rows: &str) -> Vec<u8> {
    const OF: &str = "urn:schemas-microsoft-com:office:spreadsheet";
    format!(
        "<?xml version='1.0'?><Workbook xmlns='{OF}' xmlns:ss='{OF}'><Worksheet ss:Name='s'><Table>{rows}</Table>\
         </Worksheet></Workbook>"
    )
    .into_bytes()
}

/// A workbook of the old format, of numbers at these rows and columns, that states these last rows and columns.
pub(crate) fn xls(cells: &[(u16, u16)], stated: (u32, u16)) -> Vec<u8> {
    fn record(out: &mut Vec<u8>, kind: u16, data: &[u8]) {
        out.extend(kind.to_le_bytes());
        out.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        out.extend(data);
    }
    const BEGIN: [u8; 16] = [0, 6, 5, 0, 0, 0, 0xCC, 7, 0, 0, 0, 0, 6, 0, 0, 0];
    let globals = |place: u32| {
        let mut out = Vec::new();
        record(&mut out, 0x0809, &BEGIN);
        let mut sheet = place.to_le_bytes().to_vec();
        sheet.extend([0, 0, 1, 0, b's']);
        record(&mut out, 0x0085, &sheet);
        record(&mut out, 0x000A, &[]);
        out
    };
    let mut stream = globals(u32::try_from(globals(0).len()).unwrap());
    let mut begin = BEGIN;
    begin[2] = 0x10;
    record(&mut stream, 0x0809, &begin);
    let mut size = Vec::new();
    size.extend(0u32.to_le_bytes());
    size.extend(stated.0.to_le_bytes());
    size.extend(0u16.to_le_bytes());
    size.extend(stated.1.to_le_bytes());
    size.extend([0, 0]);
    record(&mut stream, 0x0200, &size);
    for (row, column) in cells {
        let mut cell = Vec::new();
        cell.extend(row.to_le_bytes());
        cell.extend(column.to_le_bytes());
        cell.extend([0, 0]);
        cell.extend(f64::from(*row).to_le_bytes());
        record(&mut stream, 0x0203, &cell);
    }
    record(&mut stream, 0x000A, &[]);
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container
        .create_stream("/Workbook")
        .unwrap()
        .write_all(&stream)
        .unwrap();
    container.flush().unwrap();
    container.into_inner().into_inner()
}

/// A CSV with a header of so many columns, and as many short rows.
pub(crate) fn ragged(columns: usize, rows: usize) -> Vec<u8> {
    let mut text: String = (0..columns).fold(String::new(), |mut header, n| {
        let _ = write!(header, "c{n},");
        header
    });
    text.push_str("z\n");
    text.push_str(&"1,2\n".repeat(rows));
    text.into_bytes()
}
