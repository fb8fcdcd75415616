mod pdf;
mod pictures;

use super::*;
use pdf::page_of;
use pictures::{exif, iptc, jpeg, png};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Returns the texts of a document and what was not looked into, each as one line.
pub(super) fn told(bytes: &[u8]) -> Vec<String> {
    told_beside(bytes, Extent::Whole)
}

pub(super) fn told_beside(bytes: &[u8], extent: Extent<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let verdict = texts(
        &mut Cursor::new(bytes),
        extent,
        &Limits::default(),
        &mut |found| {
            let part = &found.part;
            let path: String = part
                .inside()
                .iter()
                .map(|name| format!("{name}!"))
                .collect();
            lines.push(format!(
                "{path}{} {}: {}",
                part.id(),
                part.detail(),
                found.text
            ));
        },
    );
    for gap in verdict.gaps {
        lines.push(format!("GAP {} {}", gap.reason.id(), gap.count));
    }
    lines
}

/// Returns a ZIP of these members.
pub(super) fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn office(members: &[(&str, &str)]) -> Vec<u8> {
    let mut all: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", b"<Types/>")];
    all.extend(members.iter().map(|(name, text)| (*name, text.as_bytes())));
    zip(&all)
}

#[track_caller]
fn holds(told: &[String], wanted: &[&str]) {
    for line in wanted {
        assert!(told.iter().any(|l| l == line), "no {line:?} in {told:#?}");
    }
}

#[test]
fn a_word_in_several_runs_is_one_and_what_was_struck_out_is_told() {
    let docx = office(&[
        (
            "word/document.xml",
            "<w:document xmlns:w='x'><w:p w:rsidR='00A12345'><w:r><w:rPr><w:b/></w:rPr><w:t>55 12</w:t></w:r>\
             <w:r><w:t>34 5678</w:t></w:r></w:p><w:p><w:del w:author='Ana Ruiz'><w:r><w:delText>old </w:delText></w:r>\
             <w:r><w:delText>words</w:delText></w:r></w:del><w:r><w:t>new</w:t></w:r></w:p></w:document>",
        ),
        (
            "word/comments.xml",
            "<w:comments xmlns:w='x'><w:comment w:author='Eva Sol' w:initials='ES'><w:p><w:r><w:t>a &amp; b</w:t>\
             </w:r></w:p></w:comment></w:comments>",
        ),
        (
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:creator>Luz Mar</dc:creator>\
             <cp:lastModifiedBy>Sol Paz</cp:lastModifiedBy></cp:coreProperties>",
        ),
        (
            "docProps/custom.xml",
            "<Properties xmlns:vt='v'><property name='Revisor'><vt:lpwstr>Ada Vega</vt:lpwstr></property></Properties>",
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id='rId1' Target='mailto:ana@ejemplo.mx'/></Relationships>",
        ),
    ]);
    let told = told(&docx);
    holds(
        &told,
        &[
            "member word/document.xml: 55 1234 5678",
            "deleted : old words",
            "member word/document.xml: new",
            "property author: Ana Ruiz",
            "property author: Eva Sol",
            "property initials: ES",
            "comment : a & b",
            "property creator: Luz Mar",
            "property lastModifiedBy: Sol Paz",
            "property Revisor: Ada Vega",
            "link : mailto:ana@ejemplo.mx",
        ],
    );
    assert!(
        !told
            .iter()
            .any(|line| line.contains("00A12345") || line.starts_with("GAP"))
    );
}

#[test]
fn of_a_workbook_whose_sheet_is_read_as_a_table_the_rest_is_told() {
    let xlsx = office(&[
        (
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='Datos' r:id='a'/><sheet name='Notas' state='hidden' r:id='b'/>\
             </sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/>\
             <Relationship Id='b' Target='/xl/worksheets/sheet2.xml'/></Relationships>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><c t='s'><v>0</v></c><c><v>77</v></c></worksheet>",
        ),
        (
            "xl/worksheets/sheet2.xml",
            "<worksheet><c t='s'><v>1</v></c><c><v>5.512345678E9</v></c></worksheet>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>seen</t></si><si><t>not </t><t>seen</t></si><si><t>left over</t></si></sst>",
        ),
        (
            "xl/comments1.xml",
            "<comments><authors><author>Eva Sol</author></authors><comment><text><r><t>no</t></r><r><t>te</t></r></text>\
             </comment></comments>",
        ),
    ]);
    let beside = told_beside(&xlsx, Extent::BesideTables(&["Datos"]));
    holds(
        &beside,
        &[
            "hidden xl/worksheets/sheet2.xml: 5512345678",
            "member xl/sharedStrings.xml: not seen",
            "member xl/sharedStrings.xml: left over",
            "comment : Eva Sol",
            "comment : note",
        ],
    );
    assert!(
        !beside
            .iter()
            .any(|line| line.ends_with(": seen") || line.ends_with(": 77"))
    );
    holds(
        &told(&xlsx),
        &[
            "member xl/sharedStrings.xml: seen",
            "member xl/worksheets/sheet1.xml: 77",
        ],
    );
}

#[test]
fn an_open_document_tells_notes_hidden_tables_and_properties() {
    let ods = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:dc='d' xmlns:style='s'>\
             <style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>\
             <table:table table:name='A'><table:table-cell><text:p>cell</text:p><office:annotation>\
             <dc:creator>Eva Sol</dc:creator><text:p>a <text:span>no</text:span>te</text:p></office:annotation>\
             </table:table-cell></table:table><table:table table:name='B' table:style-name='ta2'><table:table-cell>\
             <text:p>not<text:s/>shown</text:p></table:table-cell></table:table></office:document-content>"
                .as_bytes(),
        ),
        (
            "meta.xml",
            b"<office:document-meta xmlns:m='m'><m:initial-creator>Luz Mar</m:initial-creator></office:document-meta>",
        ),
    ]);
    let beside = told_beside(&ods, Extent::BesideTables(&["A"]));
    holds(
        &beside,
        &[
            "comment : Eva Sol",
            "comment : a note",
            "hidden content.xml: not shown",
            "property initial-creator: Luz Mar",
        ],
    );
    assert!(!beside.iter().any(|line| line.ends_with(": cell")));
    holds(&told(&ods), &["member content.xml: cell"]);
}

#[test]
fn text_of_any_encoding_is_told_and_what_is_none_is_not_called_clean() {
    holds(&told("año\n".as_bytes()), &["line 1: año\n"]);
    holds(&told(b"a\xf1o\n"), &["line 1: año\n"]);
    holds(&told(b"\xff\xfea\0\xf1\0o\0"), &["line 1: año"]);
    holds(&told(b"\0\x01\x02\x03"), &["GAP format 1"]);
    assert!(told(b"").is_empty());
}

#[test]
fn documents_inside_documents_end_somewhere() {
    let mut inner = b"secret".to_vec();
    for _ in 0..20 {
        inner = zip(&[("a", &inner)]);
    }
    let told = told(&inner);
    holds(&told, &["GAP limit 1"]);
    let bomb = zip(&[("a.txt", &vec![b' '; 40 << 20])]);
    holds(&super::tests::told(&bomb), &["GAP limit 1"]);
}

#[test]
fn no_damage_ends_the_reading() {
    let whole = office(&[("word/document.xml", "<w:p><w:t>some words</w:t></w:p>")]);
    for length in 0..whole.len() {
        told(&whole[..length]);
    }
    for at in 0..whole.len() {
        let mut other = whole.clone();
        other[at] ^= 0x55;
        told(&other);
    }
    holds(&told(&whole[..whole.len() - 30]), &["GAP damaged 1"]);
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn rtf_and_html_tell_what_is_not_shown_too() {
    let rtf = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\author Eva Sol}{\operator Luz Mar}}
        \pard 55 {\b 12}34\~5678 Pe\u241?a\par {\*\annotation note}{\deleted old}{\pict ffd8ffe00002ffd9}}";
    let rtf = told(rtf);
    holds(
        &rtf,
        &[
            "property author: Eva Sol",
            "property operator: Luz Mar",
            "comment : note",
            "deleted : old",
        ],
    );
    assert!(
        rtf.iter().any(|line| line.ends_with("55 1234 5678 Peña")),
        "{rtf:#?}"
    );
    assert!(
        !rtf.iter()
            .any(|line| line.contains("Arial") || line.starts_with("GAP"))
    );
    let html = told(
        "<!doctype html><meta name=author content='Eva Sol'><!-- Ada --><p hidden>55 <b>12</b>34 5678<p>x\
         <a href='mailto:a@b.mx'>y</a>"
            .as_bytes(),
    );
    holds(
        &html,
        &[
            "property meta: Eva Sol",
            "comment :  Ada ",
            "body : 55 1234 5678",
            "link : mailto:a@b.mx",
        ],
    );
    let svg = told(
        b"<svg xmlns='http://www.w3.org/2000/svg'><title>Eva</title><text x='1'>55 <tspan>1234</tspan></text><!--c--></svg>",
    );
    holds(&svg, &["body : Eva", "body : 55 1234", "comment : c"]);
}

#[test]
fn old_office_files_tell_their_properties_and_texts() {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut summary = vec![0; 24];
    summary.extend(1_u32.to_le_bytes());
    summary.extend([0; 16]);
    summary.extend(48_u32.to_le_bytes());
    for number in [40_u32, 2, 1, 24, 4, 32, 2, 1252, 30, 8] {
        summary.extend(number.to_le_bytes());
    }
    summary.extend(b"Eva Sol\0");
    file.create_stream("/\u{5}SummaryInformation")
        .unwrap()
        .write_all(&summary)
        .unwrap();
    file.create_stream("/WordDocument")
        .unwrap()
        .write_all(b"\0\0\0\0Some words of 1997\r\0")
        .unwrap();
    let mut book = Vec::new();
    let mut record = |kind: u16, data: &[u8]| {
        book.extend(kind.to_le_bytes());
        book.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        book.extend(data);
    };
    record(0x0809, &[0; 4]);
    // The sheets begin behind 8 + 15 + 15 + 26 bytes.
    record(0x0085, b"\x40\0\0\0\0\0\x03\0A b");
    record(0x0085, b"\x70\0\0\0\x01\0\x03\0C d");
    record(0x00fc, b"\x02\0\0\0\x02\0\0\0\x04\0\0seen\x04\0\0left");
    record(0x0809, &[0; 4]);
    record(0x00fd, b"\0\0\0\0\0\0\0\0\0\0");
    record(
        0x0203,
        &[&[0; 6][..], &5_512_345_670_f64.to_le_bytes()].concat(),
    );
    record(0x000a, b"");
    record(0x00fd, b"");
    record(0x0809, &[0; 4]);
    record(
        0x0203,
        &[&[0; 6][..], &5_512_345_678_f64.to_le_bytes()].concat(),
    );
    file.create_stream("/Workbook")
        .unwrap()
        .write_all(&book)
        .unwrap();
    let bytes = file.into_inner().into_inner();
    holds(
        &told(&bytes),
        &[
            "property author: Eva Sol",
            "member /WordDocument: Some words of 1997\r",
            "member Workbook: seen",
            "member Workbook: 5512345670",
        ],
    );
    let beside = told_beside(&bytes, Extent::BesideTables(&["A b"]));
    holds(
        &beside,
        &["member Workbook: left", "hidden Workbook: 5512345678"],
    );
    assert!(
        !beside
            .iter()
            .any(|line| line.contains("seen") || line.contains("5512345670")),
        "{beside:#?}"
    );
    let mut closed = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    closed
        .create_stream("/EncryptedPackage")
        .unwrap()
        .write_all(&[7; 99])
        .unwrap();
    holds(
        &told(&closed.into_inner().into_inner()),
        &["GAP encrypted 1"],
    );
}

#[test]
fn no_damage_to_any_format_ends_the_reading() {
    let rtf = br"{\rtf1 {\*\pict ffd8}\u241?\'f1 \bin9 x}".to_vec();
    let html = b"<!doctype html><p title='a'>b<!--c-->".to_vec();
    for whole in [
        jpeg(),
        png(),
        exif(),
        iptc(),
        rtf,
        html,
        page_of("BT /F 1 Tf [(a)1(b)]TJ ET"),
    ] {
        for length in 0..whole.len() {
            told(&whole[..length]);
        }
        let mut state = 12345_u32;
        for _ in 0..400 {
            let mut other = whole.clone();
            for _ in 0..3 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = (state >> 8) as usize % other.len();
                other[at] = (state & 0xff) as u8;
            }
            told(&other);
        }
    }
}

#[test]
fn an_encrypted_open_document_and_a_printers_settings_are_told_as_what_they_are() {
    let closed = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"\x07\x01\x02"),
        (
            "META-INF/manifest.xml",
            b"<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>",
        ),
    ]);
    holds(&told(&closed), &["GAP encrypted 1"]);
    let printer: Vec<u8> = "Impresora de Eva"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let xlsx = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/printerSettings/printerSettings1.bin", &printer),
    ]);
    let told = told(&xlsx);
    assert!(
        told.iter().any(|line| line.ends_with("Impresora de Eva")),
        "{told:?}"
    );
    assert!(!told.iter().any(|line| line.starts_with("GAP")));
}
