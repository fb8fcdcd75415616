use super::*;
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

/// EXIF with an artist, a remark and a position, in one list of tags and one of the position.
fn exif() -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut entry = tag.to_le_bytes().to_vec();
        entry.extend(kind.to_le_bytes());
        entry.extend(count.to_le_bytes());
        entry.extend(value.to_le_bytes());
        entry
    };
    // The list takes 2 + 3 × 12 + 4 bytes, that of the position as many and one more entry.
    bytes.extend(3_u16.to_le_bytes());
    bytes.extend(entry(0x013b, 2, 8, 104));
    bytes.extend(entry(0x9c9b, 1, 6, 112));
    bytes.extend(entry(0x8825, 4, 1, 50));
    bytes.extend([0; 4]);
    bytes.extend(4_u16.to_le_bytes());
    bytes.extend(entry(1, 2, 2, u32::from(b'N')));
    bytes.extend(entry(2, 5, 3, 118));
    bytes.extend(entry(3, 2, 2, u32::from(b'W')));
    bytes.extend(entry(4, 5, 3, 142));
    bytes.extend([0; 4]);
    bytes.extend(b"Eva Sol\0n\0\xf1\0\0\0");
    for number in [19_u32, 1, 30, 1, 0, 1, 99, 1, 15, 1, 0, 1] {
        bytes.extend(number.to_le_bytes());
    }
    bytes
}

const XMP: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='r'><rdf:Description xmlns:exif='e' \
                   exif:GPSLatitude='20,30.0N' exif:GPSLongitude='100,0.0W' photoshop:City='Cd. Luz'><dc:creator>\
                   <rdf:Seq><rdf:li>Luz Mar</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";

fn iptc() -> Vec<u8> {
    let mut bytes = b"8BIM\x04\x04\0\0\0\0\0\x0f\x1c\x02\x50\0\x0aAda Vega N\0".to_vec();
    bytes.extend(b"8BIM\x04\x0c\0\0\0\0\0\0");
    bytes
}

fn segment(kind: u8, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let mut bytes = vec![0xff, kind];
    bytes.extend(u16::try_from(data.len() + 2).unwrap().to_be_bytes());
    bytes.extend(data);
    bytes
}

fn jpeg() -> Vec<u8> {
    [
        vec![0xff, 0xd8],
        segment(0xe0, &[b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"]),
        segment(0xe1, &[b"Exif\0\0", &exif()]),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", XMP.as_bytes()]),
        segment(0xed, &[b"Photoshop 3.0\0", &iptc()]),
        segment(0xfe, &["remark ñ".as_bytes()]),
        segment(0xda, &[b"\x01\x01\0\0\x3f\0"]),
        b"\x12\xff\0\x34\xff\xd9".to_vec(),
    ]
    .concat()
}

fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let profile = format!(
        "\nexif\n  {}\n{}\n",
        exif().len() + 6,
        hexadecimal(&[b"Exif\0\0", &exif()[..]].concat())
    );
    for (kind, data) in [
        (b"eXIf", exif()),
        (b"tEXt", b"Author\0Eva Sol".to_vec()),
        (
            b"iTXt",
            [b"XML:com.adobe.xmp\0\0\0\0\0", XMP.as_bytes()].concat(),
        ),
        (
            b"tEXt",
            [b"Raw profile type exif\0", profile.as_bytes()].concat(),
        ),
        (b"IEND", Vec::new()),
    ] {
        bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        bytes.extend(kind);
        bytes.extend(data);
        bytes.extend([0; 4]);
    }
    bytes
}

const EXIF_TOLD: [&str; 3] = [
    "tag Artist: Eva Sol",
    "tag XPTitle: nñ",
    "tag GPS: 19.500000, -99.250000",
];
const XMP_TOLD: [&str; 3] = [
    "property li: Luz Mar",
    "property City: Cd. Luz",
    "tag GPS: 20.500000, -100.000000",
];

#[test]
fn pictures_tell_what_cameras_and_newsrooms_wrote_into_them() {
    let of_jpeg = told(&jpeg());
    holds(&of_jpeg, &EXIF_TOLD);
    holds(&of_jpeg, &XMP_TOLD);
    holds(&of_jpeg, &["tag By-line: Ada Vega N", "comment : remark ñ"]);
    let of_png = told(&png());
    holds(&of_png, &EXIF_TOLD);
    holds(&of_png, &XMP_TOLD);
    holds(&of_png, &["tag Author: Eva Sol"]);
    let positions = of_png.iter().filter(|line| **line == EXIF_TOLD[2]);
    assert_eq!(positions.count(), 2, "written out in digits too");
    let riff = |kind: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_le_bytes();
        [kind, &length, data, &vec![0; data.len() % 2]].concat()
    };
    let chunks = [riff(b"EXIF", &exif()), riff(b"XMP ", XMP.as_bytes())].concat();
    let webp = riff(b"RIFF", &[b"WEBP", &chunks[..]].concat());
    holds(&told(&webp), &EXIF_TOLD);
    holds(&told(&webp), &XMP_TOLD);
    holds(&told(&exif()), &EXIF_TOLD);
    let heic = [
        b"\0\0\0\x18ftypheic",
        &[0; 12][..],
        b"Exif\0\0",
        &exif(),
        XMP.as_bytes(),
    ]
    .concat();
    holds(&told(&heic), &EXIF_TOLD);
    holds(&told(&heic), &XMP_TOLD);
    let gif = [
        b"GIF89a\x01\0\x01\0\0\0\0!\xfe\x07Eva Sol\0".as_slice(),
        b";",
    ]
    .concat();
    holds(&told(&gif), &["comment : Eva Sol"]);
    for clean in [&of_jpeg, &of_png] {
        assert!(
            !clean.iter().any(|line| line.starts_with("GAP")),
            "{clean:#?}"
        );
    }
}

#[test]
fn a_picture_in_a_document_and_one_behind_another_are_looked_into() {
    let docx = zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/media/image1.jpeg", &jpeg()),
    ]);
    holds(
        &told(&docx),
        &["word/media/image1.jpeg!tag GPS: 19.500000, -99.250000"],
    );
    let plain = b"\xff\xd8\xff\xe0\0\x02\xff\xd9".to_vec();
    holds(
        &told(&[plain.clone(), jpeg()].concat()),
        &["2!tag Artist: Eva Sol"],
    );
    let film = [plain, b"\0\0\0\x18ftypmp42".to_vec(), vec![7; 200]].concat();
    holds(&told(&film), &["GAP format 1"]);
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

/// A PDF of these objects, numbered from 1; the first one is the catalogue, the second one the properties.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    for (number, object) in (1..).zip(objects) {
        out.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    out.push_str("trailer <</Root 1 0 R /Info 2 0 R>>\n%%EOF\n");
    out.into_bytes()
}

fn stream(text: &str) -> String {
    format!("<</Length {}>>stream\n{text}\nendstream", text.len())
}

fn page_of(content: &str) -> Vec<u8> {
    let content = stream(content);
    pdf(&[
        "<</Type/Catalog/Pages 3 0 R/Outlines 8 0 R>>",
        "<</Author(Eva Sol)/Company<FEFF00D1>/CreationDate(D:20240101120000)>>",
        "<</Type/Pages/Kids[4 0 R]/Resources<</Font<</F 5 0 R>>>>>>",
        "<</Type/Page/Parent 3 0 R/Contents 6 0 R/MediaBox[0 0 600 800]/Annots[7 0 R]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        &content,
        "<</Type/Annot/Subtype/Text/T(Luz Mar)/Contents(a remark)/A<</URI(mailto:a@b.mx)>>>>",
        "<</Title(A bookmark)/Parent 8 0 R/FT/Tx/V(filled in)/Alt(a picture)>>",
    ])
}

#[test]
fn a_pdf_tells_its_page_and_all_that_is_beside_it() {
    let kerned = "BT /F 10 Tf 50 700 Td [(BADD)-20(1103)30(13HC)]TJ (MLNS09)Tj 0 -12 Td (55)Tj 14 0 Td (1234)Tj \
                  25 0 Td (5678)Tj 3 Tr T* (not shown \\361)Tj ET";
    let of_page = told(&page_of(kerned));
    holds(
        &of_page,
        &[
            "property Author: Eva Sol",
            "property Company: Ñ",
            "comment : Luz Mar",
            "comment : a remark",
            "link : mailto:a@b.mx",
            "outline : A bookmark",
            "field : filled in",
            "alternative : a picture",
        ],
    );
    let page = of_page
        .iter()
        .find(|line| line.starts_with("page 1"))
        .unwrap();
    assert!(page.contains("BADD110313HCMLNS09\n55 1234 5678"), "{page}");
    assert!(page.contains("not shown ñ"), "{page}");
    assert!(
        !of_page
            .iter()
            .any(|line| line.contains("2024") || line.starts_with("GAP")),
        "{of_page:#?}"
    );
}

#[test]
fn what_a_pdf_saved_over_is_told() {
    let mut bytes = page_of("BT /F 10 Tf (once here)Tj ET");
    bytes.extend(
        b"6 0 obj <</Length 2>>stream\nBT\nendstream endobj 2 0 obj <</Author(None)>> endobj\n",
    );
    let told = told(&bytes);
    holds(
        &told,
        &[
            "earlier : once here",
            "earlier : Eva Sol",
            "property Author: None",
        ],
    );
}

#[test]
fn scans_and_letters_that_nobody_can_read_are_not_called_clean() {
    let scan = pdf(&[
        "<</Pages 3 0 R>>",
        "<<>>",
        "<</Kids[4 0 R 8 0 R]>>",
        "<</Type/Page/Contents 5 0 R/Resources<</XObject<</I 6 0 R>>>>/MediaBox[0 0 600 800]>>",
        &stream("q 600 0 0 800 0 0 cm /I Do Q"),
        "<</Subtype/Image/Filter/CCITTFaxDecode/Length 3>>stream\nabc\nendstream",
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>",
        "<</Type/Page/Contents 9 0 R/Resources<</Font<</F 7 0 R>>>>>>",
        &stream("BT /F 9 Tf <000100020003000400050006000700080009000A> Tj ET"),
    ]);
    holds(&told(&scan), &["GAP pictures 1", "GAP letters 1"]);
}

#[test]
fn hostile_pdfs_end() {
    let cycle = pdf(&[
        "<</Pages 3 0 R>>",
        "2 0 R",
        "<</Kids[3 0 R 4 0 R 4 0 R]>>",
        "<</Type/Page/Kids[3 0 R]/Contents[5 0 R 5 0 R]/Resources 4 0 R/XObject<</X 5 0 R>>>>",
        "<</Length 5 0 R/Subtype/Form>>stream\n/X Do /X Do\nendstream",
    ]);
    told(&cycle);
    for filling in [
        "1 0 obj [",
        "1 0 obj <</A",
        "trailer<<",
        "(((",
        "1 0 obj <<>> stream\n",
        "9 0 R ",
    ] {
        told(format!("%PDF-1.7\n{}", filling.repeat(20_000)).as_bytes());
    }
    let lists = format!(
        "1 begincodespacerange{}",
        " <0000><ffff><0041>endbfrange".repeat(3000)
    );
    let wide = format!("<</W[{}]/DW 1>>", "0 65535 9 ".repeat(3000));
    let font = pdf(&[
        "<</Pages 3 0 R>>",
        "<<>>",
        "<</Type/Page/Contents 4 0 R/Resources<</Font<</F<</Subtype/Type0/ToUnicode 5 0 R/DescendantFonts[6 0 R]>>>>>>>>",
        &stream("BT /F 1 Tf (ab) Tj ET"),
        &stream(&lists),
        &wide,
    ]);
    told(&font);
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

/// EXIF that also says that the picture is turned.
fn turned_exif() -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0\x02\0".to_vec();
    bytes.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    bytes.extend(b"\x3b\x01\x02\0\x04\0\0\0Eva\0\0\0\0\0");
    bytes
}

#[test]
fn a_picture_is_freed_of_everything_but_its_pixels_and_its_way() {
    let pixels = image::DynamicImage::ImageRgb8(image::RgbImage::from_fn(9, 7, |x, y| {
        let [red, green] = [x * 20, y * 30].map(|shade| u8::try_from(shade).unwrap());
        image::Rgb([red, green, 9])
    }));
    let encoded = |format| {
        let mut bytes = Cursor::new(Vec::new());
        pixels.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    };
    let plain = encoded(image::ImageFormat::Jpeg);
    let extra = [
        segment(0xe1, &[b"Exif\0\0", &turned_exif()]),
        segment(0xed, &[b"Photoshop 3.0\0", &iptc()]),
        segment(0xfe, &[b"Eva"]),
    ];
    let jpeg = [&plain[..2], &extra.concat(), &plain[2..], b"behind it"].concat();
    let stripped = strip(&jpeg).unwrap();
    assert_eq!(stripped.removed, ["Exif", "IPTC", "comment", "other"]);
    assert!(
        told(&stripped.bytes).is_empty(),
        "{:?}",
        told(&stripped.bytes)
    );
    assert!(
        memchr::memmem::find(&stripped.bytes, b"\x01\x12\0\x03\0\0\0\x01\0\x06").is_some(),
        "the way it is turned"
    );
    assert_eq!(
        image::load_from_memory(&stripped.bytes).unwrap(),
        image::load_from_memory(&plain).unwrap()
    );
    assert_eq!(strip(&plain).unwrap().bytes, plain);
    let plain = encoded(image::ImageFormat::Png);
    let text = [b"\0\0\0\x0atEXtAuthor\0Eva".as_slice(), &[0; 4]].concat();
    let png = [&plain[..33], &text, &plain[33..]].concat();
    let stripped = strip(&png).unwrap();
    assert_eq!(
        (stripped.removed, &stripped.bytes),
        (vec!["comment"], &plain)
    );
    let riff = |kind: &[u8], data: &[u8]| {
        [
            kind,
            &u32::try_from(data.len()).unwrap().to_le_bytes(),
            data,
        ]
        .concat()
    };
    let chunks = [
        riff(b"VP8X", &[12, 0, 0, 0, 8, 0, 0, 6, 0, 0]),
        riff(b"VP8L", b"ab"),
        riff(b"EXIF", &turned_exif()),
        riff(b"XMP ", b"<a/>"),
    ];
    let stripped = strip(&riff(b"RIFF", &[b"WEBP", &chunks.concat()[..]].concat())).unwrap();
    assert_eq!(stripped.removed, ["Exif", "XMP"]);
    assert!(told(&stripped.bytes).is_empty());
    assert_eq!(stripped.bytes[20], 8, "EXIF of the way alone follows");
    assert_eq!(strip(b"GIF89a"), Err(StripRefusal::Format));
    for length in 3..jpeg.len() - 9 {
        assert_eq!(
            strip(&jpeg[..length]),
            Err(StripRefusal::Damaged),
            "{length}"
        );
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
