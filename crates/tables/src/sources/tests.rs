#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

mod formulas;
mod json;
mod pages;
mod text;
mod told;
mod workbooks;

use crate::standalone;
use std::io::Write;
use std::path::Path;

/// Column names with their types, and the rows, of a file.
fn table(path: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let mut sink = Vec::new();
    let table = standalone::profile_file(path, None, &mut sink)
        .unwrap()
        .unwrap_or_else(|| panic!("{sink:?}"));
    let names = table
        .columns
        .iter()
        .map(|c| format!("{} {}", c.name, c.kind.id()))
        .collect();
    let mut records = table.records().unwrap();
    let mut rows = Vec::new();
    while let Some(row) = records.next_row().unwrap() {
        rows.push(row.cells().map(str::to_owned).collect());
    }
    (names, rows)
}

const CSV: &str = "code,n\n01,1\n02,2\n";

#[test]
fn compressed_text() {
    let home = tempfile::tempdir().unwrap();
    let gz = home.path().join("a.csv.gz");
    let mut encoder = flate2::write::GzEncoder::new(
        std::fs::File::create(&gz).unwrap(),
        flate2::Compression::fast(),
    );
    encoder.write_all(CSV.as_bytes()).unwrap();
    encoder.finish().unwrap();
    let packed = home.path().join("a.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&packed).unwrap());
    for (name, text) in [
        ("README.md", "x"),
        ("data/a.csv", CSV),
        ("__MACOSX/a.csv", "x"),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    for path in [gz, packed] {
        let (names, rows) = table(&path);
        assert_eq!(
            (names, rows.len()),
            (vec!["code string".to_owned(), "n integer".to_owned()], 2)
        );
    }
}

#[test]
fn json_in_its_shapes() {
    let home = tempfile::tempdir().unwrap();
    let cases = [
        (
            "a.json",
            r#"[{"code": "12", "n": 1.50}, {"n": null, "more": [1, 2]}]"#,
        ),
        (
            "a.ndjson",
            "{\"code\": \"12\", \"n\": 1.50}\n{\"n\": null, \"more\": [1, 2]}\n",
        ),
    ];
    for (name, text) in cases {
        let path = home.path().join(name);
        std::fs::write(&path, text).unwrap();
        let (names, rows) = table(&path);
        assert_eq!(names, ["code string", "n number", "more array"], "{name}");
        assert_eq!(rows, [["12", "1.50", ""], ["", "", "[1, 2]"]], "{name}");
    }
}

#[test]
fn features_have_a_geometry() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.geojson");
    let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#;
    std::fs::write(&path, text).unwrap();
    assert_eq!(table(&path).0, ["name string", "geometry geojson"]);
}

/// The parts of a workbook with one sheet, whose second style is a date's.
#[cfg(feature = "sheets")]
const WORKBOOK: [(&str, &str); 4] = [
    (
        "_rels/.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' \
         Target='xl/workbook.xml' \
         Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='b' \
         Target='worksheets/sheet1.xml' \
         Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/><Relationship Id='c' \
         Target='styles.xml' \
         Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' \
         xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='s' \
         sheetId='1' r:id='b'/></sheets></workbook>",
    ),
    (
        "xl/styles.xml",
        "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts count='1'><numFmt \
         numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts><cellXfs count='2'><xf numFmtId='0'/><xf \
         numFmtId='164'/></cellXfs></styleSheet>",
    ),
];

#[cfg(feature = "sheets")]
#[test]
fn sheets_with_titles_and_dates() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let text =
        |at: &str, text: &str| format!("<c r='{at}' t='inlineStr'><is><t>{text}</t></is></c>");
    let mut sheet = format!(
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'>{}</row>\
         <row r='3'>{}{}{}</row>",
        text("A1", "A title over the table"),
        text("A3", "code"),
        text("B3", "n"),
        text("C3", "day")
    );
    for (row, code) in [(4, "01"), (5, "02")] {
        sheet.push_str(&format!(
            "<row r='{row}'>{}<c r='B{row}'><v>1.5</v></c><c r='C{row}' s='1'><v>45351</v></c></row>",
            text(&format!("A{row}"), code)
        ));
    }
    sheet.push_str("</sheetData></worksheet>");
    let mut members: Vec<(&str, &[u8])> = WORKBOOK
        .iter()
        .map(|(name, part)| (*name, part.as_bytes()))
        .collect();
    members.push(("xl/worksheets/sheet1.xml", sheet.as_bytes()));
    pack(&path, &members);
    let (names, rows) = table(&path);
    assert_eq!(names, ["code string", "n number", "day date"]);
    assert_eq!(
        rows,
        [["01", "1.5", "2024-02-29"], ["02", "1.5", "2024-02-29"]]
    );
}

/// Writes a ZIP of these files.
fn pack(path: &Path, members: &[(&str, &[u8])]) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, bytes) in members {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn gzip_of_anything() {
    let home = tempfile::tempdir().unwrap();
    let features = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}]}"#;
    for (name, text) in [
        ("a.json.gz", "[{\"a\":1}]"),
        ("a.ndjson.gz", "{\"a\":1}\n"),
        ("a.geojson.gz", features),
    ] {
        let path = home.path().join(name);
        std::fs::write(&path, gzip(text)).unwrap();
        assert_eq!(
            (table(&path).0[0].as_str(), table(&path).1.len()),
            ("a integer", 1),
            "{name}"
        );
    }
}

#[test]
fn tables_in_a_zip_are_named_by_their_paths() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("several.zip");
    let members: [(&str, &[u8]); 4] = [
        ("x/a.csv", CSV.as_bytes()),
        ("b.json", b"[{\"k\":1}]"),
        ("c.csv.gz", &gzip(CSV)),
        ("read.me", b"x"),
    ];
    pack(&path, &members);
    assert_eq!(table(&path.join("x/a.csv")).0, ["code string", "n integer"]);
    assert_eq!(table(&path.join("c.csv.gz")).1.len(), 2);
    let mut sink = Vec::new();
    let first = standalone::profile_file(&path, None, &mut sink)
        .unwrap()
        .unwrap();
    assert_eq!(first.columns[0].name, "k");
    let said: Vec<&str> = sink.iter().map(|d| d.code).collect();
    assert_eq!(said, ["data-no-tables", "data-several-tables"]);
}

#[test]
fn traps_in_a_zip_are_errors() {
    let home = tempfile::tempdir().unwrap();
    let said = |members: &[(&str, &[u8])]| {
        let path = home.path().join("trap.zip");
        pack(&path, members);
        let mut sink = Vec::new();
        let table = standalone::profile_file(&path, None, &mut sink).unwrap();
        (table.map(|t| t.rows), format!("{sink:?}"))
    };
    let (rows, found) = said(&[("../out.csv", b"a,b\n1,2\n"), ("in.csv", b"a,b\n1,2\n")]);
    assert!(rows == Some(1) && found.contains("leads-out"), "{found}");
    let (rows, found) = said(&[("a.pdf", b"x")]);
    assert!(rows.is_none() && found.contains("no-table"), "{found}");
}

/// A text, the names and types of its columns, its rows.
type Case = (
    &'static str,
    &'static [&'static str],
    &'static [&'static [&'static str]],
);

#[test]
fn json_wherever_its_rows_are() {
    let home = tempfile::tempdir().unwrap();
    let cases: [Case; 7] = [
        (
            r#"{"success":true,"result":{"fields":[{"id":"a"},{"id":"b"}],"records":[{"a":1,"b":"01"}]}}"#,
            &["a integer", "b string"],
            &[&["1", "01"]],
        ),
        (
            r#"{"meta":{"columns":[{"name":"a"},{"name":"b"}]},"data":[["x",1],["y",null]]}"#,
            &["a string", "b integer"],
            &[&["x", "1"], &["y", ""]],
        ),
        (
            r#"[["a","b"],["x",1],["y",2]]"#,
            &["a string", "b integer"],
            &[&["x", "1"], &["y", "2"]],
        ),
        (
            r#"[{"page":1},[{"a":1},{"a":2}]]"#,
            &["a integer"],
            &[&["1"], &["2"]],
        ),
        (
            r#"{"x":{"n":1},"y":{"n":2}}"#,
            &["key string", "n integer"],
            &[&["x", "1"], &["y", "2"]],
        ),
        (
            r#"{"n":[1,2],"t":["x","y"]}"#,
            &["n integer", "t string"],
            &[&["1", "x"], &["2", "y"]],
        ),
        (
            r#"[{"a":{"b":{"c":1},"d":[2]}},{"a":null,"a":3}]"#,
            &["a.b.c integer", "a.d array", "a_2 integer"],
            &[&["1", "[2]", ""], &["", "", "3"]],
        ),
    ];
    for (text, names, rows) in cases {
        let path = home.path().join("a.json");
        std::fs::write(&path, text).unwrap();
        let read = table(&path);
        assert_eq!(
            (read.0.as_slice(), read.1.as_slice()),
            (
                names
                    .iter()
                    .map(|n| (*n).to_owned())
                    .collect::<Vec<_>>()
                    .as_slice(),
                rows.iter()
                    .map(|r| r.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>())
                    .collect::<Vec<_>>()
                    .as_slice(),
            ),
            "{text}"
        );
    }
}

#[test]
fn json_that_is_no_table_is_said() {
    let home = tempfile::tempdir().unwrap();
    for text in [
        "[1, 2]",
        "[{\"a\": 1}, 3]",
        "[{\"a\": 1",
        "{\"a\": 1]",
        "x",
        "[{\"a\":1}}",
        "\"a\"",
    ] {
        let path = home.path().join("a.json");
        std::fs::write(&path, text).unwrap();
        let mut sink = Vec::new();
        let table = standalone::profile_file(&path, None, &mut sink).unwrap();
        assert!(table.is_none() && !sink.is_empty(), "{text}: {sink:?}");
    }
}

#[test]
fn what_stands_beside_the_rows_is_said() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.json");
    std::fs::write(
        &path,
        r#"{"title":"Towns","source":{"name":"An office"},"rows":[{"a":1}]}"#,
    )
    .unwrap();
    let mut sink = Vec::new();
    standalone::profile_file(&path, None, &mut sink)
        .unwrap()
        .unwrap();
    let said = format!("{sink:?}");
    assert!(
        said.contains("data-json-beside") && said.contains("title: Towns · source.name: An office"),
        "{said}"
    );
}

#[test]
fn the_bytes_say_what_a_file_is() {
    let home = tempfile::tempdir().unwrap();
    let page =
        "<html><body><table><tr><th>code<th>n</tr><tr><td>01<td>1<tr><td>02<td>2</table></html>";
    for text in [page, "code\tn\n01\t1\n02\t2\n"] {
        let path = home.path().join("a.xls");
        std::fs::write(&path, text).unwrap();
        assert_eq!(table(&path).0, ["code string", "n integer"], "{text}");
        let mut sink = Vec::new();
        standalone::profile_file(&path, None, &mut sink).unwrap();
        assert!(sink.iter().any(|d| d.code == "data-format-contradicted"));
    }
}

#[test]
fn tables_side_by_side_are_told_of() {
    let home = tempfile::tempdir().unwrap();
    let told = |text: &str| {
        let path = home.path().join("a.csv");
        std::fs::write(&path, text).unwrap();
        let mut sink = Vec::new();
        standalone::profile_file(&path, None, &mut sink).unwrap();
        let blank = sink
            .iter()
            .find(|d| d.code == "data-columns-blank")
            .unwrap();
        blank.args.contains(&("beside", "yes".into()))
    };
    assert!(told("town,n,,item,sum\nA,1,,x,9\nB,2,,y,8\n,,,z,7\n"));
    assert!(!told("town,,n,,sum\nA,,1,,9\nB,,2,,8\n") && !told("town,n,,\nA,1,,\nB,2,,\n"));
}

#[test]
fn what_is_no_text_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let told = |name: &str, bytes: &[u8]| {
        std::fs::write(home.path().join(name), bytes).unwrap();
        let mut sink = Vec::new();
        standalone::profile_file(&home.path().join(name), None, &mut sink).unwrap();
        sink.iter()
            .any(|d| d.code == "data-unreadable" && d.args.contains(&("cause", "binary".into())))
    };
    assert!(told(
        "a.csv",
        b"\x7FELF\x02\x01\x01\0\0\0\0\0\x03\0>\0\x01\0\0\0a,b\n1,2\n"
    ));
    assert!(told("b.csv", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n"));
    // Fields filled up with NUL, the mark of DOS at the end, and a stray character are text.
    assert!(!told(
        "c.csv",
        b"code,name\n01,Le\xF3n\0\0\0\0\n02,A\x08b\0\0\n\x1A"
    ));
}

/// An OpenDocument workbook of these rows of XML.
fn document(path: &Path, tables: &str) {
    let xml = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    pack(
        path,
        &[
            (
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            ("content.xml", xml.as_bytes()),
        ],
    );
}

#[test]
fn open_documents_are_streamed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.ods");
    let text = |t: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{t}</text:p></table:table-cell>"
        )
    };
    let number = |n: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{n}\"><text:p>x</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let blank = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let twice = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\"><text:p>B<text:s text:c=\"2\"/>&amp;</text:p><text:p>C</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"date\" office:date-value=\"2024-02-29T00:00:00\"/></table:table-row>";
    let sheet = [
        row(&[text("code"), text("n"), text("d")]),
        row(&[text("A"), number("1.5"), text("2024-01-01")]),
        twice.to_owned(),
        blank.to_owned(),
    ];
    let other = format!(
        "<table:table table:name=\"two\">{}{}</table:table>",
        row(&[text("k")]),
        row(&[number("7")])
    );
    document(
        &path,
        &format!(
            "<table:table table:name=\"one\">{}</table:table>{other}",
            sheet.concat()
        ),
    );
    let (names, rows) = table(&path);
    assert_eq!(names, ["code string", "n string", "d date"]);
    assert_eq!(
        rows,
        [
            ["A", "1.5", "2024-01-01"],
            ["B  &\nC", "2024-02-29", "2024-02-29"],
            ["B  &\nC", "2024-02-29", "2024-02-29"]
        ]
    );
    assert_eq!(table(&path.join("two")).1, [["7"]]);
}

/// A few kilobytes may say that a long text is in each of sixteen thousand cells.
#[test]
fn a_long_cell_repeated_is_refused_before_it_takes_memory() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.ods");
    let cell = |times: u32, text: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{times}\" office:value-type=\"string\"><text:p>{text}\
             </text:p></table:table-cell>"
        )
    };
    let sheet = |times| {
        let rows = [cell(2, "k"), cell(times, &"x".repeat(100_000))]
            .map(|c| format!("<table:table-row>{c}</table:table-row>"));
        document(
            &path,
            &format!(
                "<table:table table:name=\"one\">{}</table:table>",
                rows.concat()
            ),
        );
        let mut sink = Vec::new();
        standalone::profile_file(&path, None, &mut sink).unwrap();
        sink.iter()
            .any(|d| d.code == "data-unreadable" && d.args.contains(&("cause", "too-long".into())))
    };
    assert!(sheet(16_000) && !sheet(3));
}
