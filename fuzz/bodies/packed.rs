//! Files that are containers. Bytes changed at random fail at a checksum, and never reach what reads the parts; so an input that
//! is not itself a container is taken for the parts of one, with a byte of nothing between them, and packed.
use super::table;
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OF: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKED: &str = "http://schemas.openxmlformats.org/package/2006";

/// An XLSX workbook: the sheet, its shared texts, its styles, the workbook, the relations of the workbook and of the sheet.
pub fn xlsx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return table::run("xlsx", bytes);
    }
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
    let book = format!(
        "<workbook xmlns='{MAIN}' xmlns:r='{OF}'><sheets><sheet name='s' sheetId='1' r:id='b'/></sheets></workbook>"
    );
    let parts = related(
        to("b", "worksheet", "worksheets/sheet1.xml")
            + &to("c", "sharedStrings", "sharedStrings.xml")
            + &to("d", "styles", "styles.xml"),
    );
    let mut given = bytes.split(|b| *b == 0);
    let mut next = || given.next().unwrap_or_default();
    let [sheet, texts, styles, own_book, own_parts, links] = [(); 6].map(|()| next());
    let or = |own: &[u8], usual: &str| -> Vec<u8> {
        if own.is_empty() {
            usual.into()
        } else {
            own.into()
        }
    };
    let members = [
        ("[Content_Types].xml", types.into_bytes()),
        ("_rels/.rels", whole.into_bytes()),
        ("xl/workbook.xml", or(own_book, &book)),
        ("xl/_rels/workbook.xml.rels", or(own_parts, &parts)),
        ("xl/worksheets/sheet1.xml", sheet.into()),
        ("xl/sharedStrings.xml", texts.into()),
        ("xl/styles.xml", styles.into()),
        ("xl/worksheets/_rels/sheet1.xml.rels", links.into()),
    ];
    table::run("xlsx", &zipped(&members));
}

/// An OpenDocument workbook: its content, its styles, its manifest.
pub fn ods(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return table::run("ods", bytes);
    }
    let mut given = bytes.split(|b| *b == 0);
    let mut next = || given.next().unwrap_or_default().to_vec();
    let members = [
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml", next()),
        ("styles.xml", next()),
        ("META-INF/manifest.xml", next()),
    ];
    table::run("ods", &zipped(&members));
}

/// A workbook of the old format: the records of its only stream.
pub fn xls(bytes: &[u8]) {
    if bytes.starts_with(&[0xd0, 0xcf]) {
        return table::run("xls", bytes);
    }
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory");
    let mut stream = container.create_stream("/Workbook").expect("memory");
    stream.write_all(bytes).expect("memory");
    drop(stream);
    container.flush().expect("memory");
    table::run("xls", &container.into_inner().into_inner());
}

/// A ZIP: names and contents in turn.
pub fn zip(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        return table::run("zip", bytes);
    }
    table::run("zip", &members(bytes));
}

/// A ZIP of names and contents in turn, with a byte of nothing between them.
pub fn members(bytes: &[u8]) -> Vec<u8> {
    let parts: Vec<&[u8]> = bytes.split(|b| *b == 0).collect();
    let mut members: Vec<(String, Vec<u8>)> = Vec::new();
    for pair in parts.chunks(2) {
        let name = String::from_utf8_lossy(pair[0]).into_owned();
        // The writer takes no name twice.
        if members.iter().all(|(other, _)| *other != name) {
            members.push((name, pair.get(1).copied().unwrap_or_default().to_vec()));
        }
    }
    let members: Vec<(&str, Vec<u8>)> = members
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.clone()))
        .collect();
    zipped(&members)
}

/// A file in gzip: as it is, or the text that is packed in it.
pub fn gzip(bytes: &[u8]) {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return table::run("csv.gz", bytes);
    }
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(rest).expect("memory");
    let ending = ["csv.gz", "json.gz", "xlsx.gz", "zip.gz"][usize::from(*first) % 4];
    table::run(ending, &out.finish().expect("memory"));
}

/// A ZIP of these members, stored as they are.
pub fn zipped(members: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in members {
        // Names of which the writer knows that no reader takes them.
        if zip.start_file(*name, options).is_ok() {
            zip.write_all(bytes).expect("memory");
        }
    }
    zip.finish().expect("memory").into_inner()
}
