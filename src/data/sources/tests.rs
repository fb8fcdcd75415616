#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::data::outside;
use crate::diag::Sink;
use std::io::Write;
use std::path::Path;

/// Column names with their types, and the rows, of a file.
fn table(path: &Path) -> (Vec<String>, Vec<Vec<String>>) {
    let mut sink = Sink::new();
    let table = outside::profile_file(path, None, &mut sink).unwrap().unwrap_or_else(|| panic!("{sink:?}"));
    let names = table.columns.iter().map(|c| format!("{} {}", c.name, c.kind.id())).collect();
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
    let mut encoder = flate2::write::GzEncoder::new(std::fs::File::create(&gz).unwrap(), flate2::Compression::fast());
    encoder.write_all(CSV.as_bytes()).unwrap();
    encoder.finish().unwrap();
    let packed = home.path().join("a.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&packed).unwrap());
    for (name, text) in [("README.md", "x"), ("data/a.csv", CSV), ("__MACOSX/a.csv", "x")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    for path in [gz, packed] {
        let (names, rows) = table(&path);
        assert_eq!((names, rows.len()), (vec!["code string".to_owned(), "n integer".to_owned()], 2));
    }
}

#[test]
fn json_in_its_shapes() {
    let home = tempfile::tempdir().unwrap();
    let cases = [
        ("a.json", r#"[{"code": "12", "n": 1.50}, {"n": null, "more": [1, 2]}]"#),
        ("a.ndjson", "{\"code\": \"12\", \"n\": 1.50}\n{\"n\": null, \"more\": [1, 2]}\n"),
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

#[cfg(all(feature = "sheets", feature = "xlsx"))]
#[test]
fn sheets_with_titles_and_dates() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(0, 0, "A title over the table").unwrap();
    for (at, name) in (0..).zip(["code", "n", "day"]) {
        sheet.write_string(2, at, name).unwrap();
    }
    for (row, code) in (3..).zip(["01", "02"]) {
        sheet.write_string(row, 0, code).unwrap();
        sheet.write_number(row, 1, 1.5).unwrap();
        sheet.write_datetime_with_format(row, 2, ExcelDateTime::from_ymd(2024, 2, 29).unwrap(), &date).unwrap();
    }
    book.save(&path).unwrap();
    let (names, rows) = table(&path);
    assert_eq!(names, ["code string", "n number", "day date"]);
    assert_eq!(rows, [["01", "1.5", "2024-02-29"], ["02", "1.5", "2024-02-29"]]);
}
