//! What a program shows of a workbook beside its cells, the same in every format; `tests/workbooks/make.py` made the files.

use super::table;
use crate::finding::Finding;
use crate::standalone;
use std::path::{Path, PathBuf};

pub(crate) const FORMATS: [&str; 5] = ["xlsx", "xls", "ods", "xml", "html"];

pub(crate) fn made(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/workbooks")
        .join(name)
}

/// The findings about a file.
pub(crate) fn found(path: &Path) -> Vec<Finding> {
    let mut sink = Vec::new();
    standalone::profile_file(path, None, &mut sink).unwrap();
    sink
}

/// The codes of the findings, with their causes.
pub(crate) fn codes(path: &Path) -> Vec<String> {
    let cause = |d: &crate::finding::Finding| {
        d.args
            .iter()
            .find(|(name, _)| *name == "cause")
            .map(|a| format!("{:?}", a.1))
    };
    found(path)
        .iter()
        .map(|d| cause(d).unwrap_or_else(|| d.code.to_owned()))
        .collect()
}

#[test]
fn codes_merged_cells_and_links_are_the_same_in_every_format() {
    let expected = std::fs::read_to_string(made("expected.csv")).unwrap();
    for format in FORMATS {
        let (names, rows) = table(&made(&format!("sheet.{format}")));
        let names: Vec<&str> = names
            .iter()
            .map(|name| name.rsplit_once(' ').unwrap().0)
            .collect();
        // A sheet does not write the blank cells at a row's end.
        let padded = |row: &Vec<String>| row.join(",") + &",".repeat(names.len() - row.len());
        let lines = std::iter::once(names.join(",")).chain(rows.iter().map(padded));
        let text = lines.map(|line| line + "\n").collect::<String>();
        assert_eq!(text, expected, "{format}");
    }
}

#[test]
fn what_is_hidden_merged_or_linked_is_told_in_every_format() {
    for format in FORMATS {
        let path = made(&format!("sheet.{format}"));
        let codes = codes(&path);
        let all = [
            "data-columns-hidden",
            "data-rows-hidden",
            "data-texts-merged",
            "data-numbers-merged",
            "data-links-added",
            "data-links-left",
        ];
        for code in all {
            assert_eq!(
                codes.iter().filter(|own| *own == code).count(),
                1,
                "{format} {code}: {codes:?}"
            );
        }
        // A web page has no formats and no sheets; the old workbook was made with one sheet.
        assert_eq!(
            codes.contains(&"data-shown-by-format".to_owned()),
            format != "html",
            "{format}: {codes:?}"
        );
        assert_eq!(
            codes.contains(&"data-sheets-hidden".to_owned()),
            !matches!(format, "html" | "xls"),
            "{format}"
        );
        let quiet = [
            "data-rows-short",
            "data-formula-without-value",
            "data-format-contradicted",
        ];
        assert!(
            !codes.iter().any(|code| quiet.contains(&code.as_str())),
            "{format}: {codes:?}"
        );
        let said = format!("{:?}", found(&path));
        assert!(
            said.contains("E “curp”") && said.contains("https://ejemplo.gob.mx/nota"),
            "{format}: {said}"
        );
    }
}

#[test]
fn a_password_is_told_of() {
    for format in ["xlsx", "xls", "ods"] {
        let codes = codes(&made(&format!("password.{format}")));
        assert!(
            codes.len() == 1 && codes[0].contains("password"),
            "{format}: {codes:?}"
        );
    }
}

#[test]
fn a_workbook_that_is_cut_off_is_called_damaged_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    for format in ["xlsx", "xls", "ods", "xml"] {
        let whole = std::fs::read(made(&format!("sheet.{format}"))).unwrap();
        for tenths in [3, 6, 9] {
            let path = home.path().join(format!("a.{format}"));
            std::fs::write(&path, &whole[..whole.len() * tenths / 10]).unwrap();
            let codes = codes(&path);
            assert!(
                codes.len() == 1 && codes[0].contains("damaged"),
                "{format} {tenths}: {codes:?}"
            );
        }
    }
}

#[test]
fn another_document_in_the_same_container_is_no_workbook() {
    let home = tempfile::tempdir().unwrap();
    for name in ["a.xlsx", "a.ods"] {
        let path = home.path().join(name);
        super::pack(
            &path,
            &[
                ("word/document.xml", b"<x/>"),
                ("[Content_Types].xml", b"<x/>"),
            ],
        );
        let codes = codes(&path);
        assert!(
            codes.len() == 1 && codes[0].contains("no-workbook"),
            "{name}: {codes:?}"
        );
    }
}

/// An XLSX workbook of one sheet with this part and these formats of numbers.
pub(crate) fn book(path: &Path, sheet: &str, formats: &[&str]) {
    book_of(path, "", sheet, formats);
}

/// The same, with this in the workbook's own part.
pub(crate) fn book_of(path: &Path, said: &str, sheet: &str, formats: &[&str]) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets>{said}</workbook>"
    );
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
        <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    let root = rels
        .replace("worksheet\"", "officeDocument\"")
        .replace("worksheets/sheet1.xml", "xl/workbook.xml");
    let numbered = |(at, code): (usize, &&str)| {
        format!("<numFmt numFmtId=\"{}\" formatCode=\"{code}\"/>", 164 + at)
    };
    let used = |at: usize| format!("<xf numFmtId=\"{}\" applyNumberFormat=\"1\"/>", 164 + at);
    let styles = format!(
        "<styleSheet xmlns=\"{main}\"><numFmts>{}</numFmts><cellXfs><xf numFmtId=\"0\"/>{}</cellXfs></styleSheet>",
        formats.iter().enumerate().map(numbered).collect::<String>(),
        (0..formats.len()).map(used).collect::<String>()
    );
    let sheet = format!("<worksheet xmlns=\"{main}\">{sheet}</worksheet>");
    super::pack(
        path,
        &[
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
            ("xl/styles.xml", styles.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ],
    );
}

pub(crate) fn text(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn formats_that_show_numbers_leave_them_numbers() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let formats = ["0\\-00\\-000", "#,##0.00", "000;-000", "0.0%"];
    let header: String = ["A1", "B1", "C1", "D1"]
        .iter()
        .map(|at| text(at, &format!("n{at}")))
        .collect();
    let row = "<c r=\"A2\" s=\"1\"><v>12345</v></c><c r=\"B2\" s=\"2\"><v>1234.5</v></c><c r=\"C2\" s=\"3\"><v>-7</v></c><c r=\"D2\" s=\"4\"><v>0.125</v></c>";
    book(
        &path,
        &format!("<sheetData><row r=\"1\">{header}</row><row r=\"2\">{row}</row></sheetData>"),
        &formats,
    );
    let (names, rows) = table(&path);
    assert_eq!(rows, [["0-12-345", "1234.5", "-007", "0.125"]]);
    assert_eq!(
        names,
        ["nA1 string", "nB1 number", "nC1 string", "nD1 number"]
    );
}

#[test]
fn merged_headers_and_titles_are_no_values() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let rows = [
        text("A1", "A title over all columns"),
        text("A2", "Town") + &text("B2", "2023"),
        text("B3", "Men") + &text("C3", "Women"),
        text("A4", "León") + "<c r=\"B4\"><v>1</v></c><c r=\"C4\"><v>2</v></c>",
        text("A5", "Leon2") + "<c r=\"B5\"><v>3</v></c><c r=\"C5\"><v>4</v></c>",
    ];
    let rows: String = rows
        .iter()
        .enumerate()
        .map(|(at, row)| format!("<row r=\"{}\">{row}</row>", at + 1))
        .collect();
    let merged = "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/></mergeCells>";
    book(
        &path,
        &format!("<sheetData>{rows}</sheetData>{merged}"),
        &[],
    );
    let (names, rows) = table(&path);
    assert_eq!(
        names,
        ["Town string", "2023 Men integer", "2023 Women integer"]
    );
    assert_eq!(rows.len(), 2);
    assert!(!codes(&path).iter().any(|code| code.contains("merged")));
}

#[test]
fn a_formula_has_a_value_where_that_is_the_empty_text() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let rows = |cell: &str| {
        let header = format!("<row r=\"1\">{}{}</row>", text("A1", "n"), text("B1", "m"));
        format!("<sheetData>{header}<row r=\"2\"><c r=\"A2\"><v>1</v></c>{cell}</row></sheetData>")
    };
    for (cell, lacks) in [
        (
            "<c r=\"B2\" t=\"str\"><f>IF(A2&gt;5,A2,\"\")</f><v></v></c>",
            false,
        ),
        (
            "<c r=\"B2\" t=\"str\"><f>IF(A2&gt;5,A2,\"\")</f><v/></c>",
            false,
        ),
        ("<c r=\"B2\"><f>A2*2</f><v>2</v></c>", false),
        ("<c r=\"B2\"><f>A2*2</f><v></v></c>", true),
        ("<c r=\"B2\"><f>A2*2</f></c>", true),
    ] {
        book(&path, &rows(cell), &[]);
        let codes = codes(&path);
        assert_eq!(
            codes.contains(&"data-formula-without-value".to_owned()),
            lacks,
            "{cell}: {codes:?}"
        );
    }
}

#[test]
fn an_error_in_a_document_is_its_word() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.ods");
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let error = "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" \
        calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>";
    let rows = [
        cell("n") + &cell("m"),
        cell("1") + error,
        cell("2") + &cell("x"),
        cell("3"),
    ];
    let rows: String = rows
        .iter()
        .map(|row| format!("<table:table-row>{row}</table:table-row>"))
        .collect();
    super::document(
        &path,
        &format!("<table:table table:name=\"S\">{rows}</table:table>"),
    );
    assert_eq!(
        table(&path).1,
        [vec!["1", "#DIV/0!"], vec!["2", "x"], vec!["3"]]
    );
    let codes = codes(&path);
    assert!(codes.contains(&"data-error-cells".to_owned()), "{codes:?}");
    assert!(
        !codes.iter().any(|code| matches!(
            code.as_str(),
            "data-rows-short" | "data-formula-without-value"
        )),
        "{codes:?}"
    );
}

#[test]
fn an_xml_workbook_is_a_table_and_other_xml_is_none() {
    use crate::sources;
    let home = tempfile::tempdir().unwrap();
    std::fs::copy(made("sheet.xml"), home.path().join("book.xml")).unwrap();
    std::fs::write(
        home.path().join("feed.xml"),
        "<?xml version=\"1.0\"?><feed><a/></feed>",
    )
    .unwrap();
    let is_table = |name: &str| {
        let resource = crate::schema::TableFile::new(name);
        let chosen = sources::choose(home.path(), &resource, &mut Vec::new()).is_some();
        assert_eq!(chosen, sources::is_table(home.path(), &resource), "{name}");
        chosen
    };
    assert!(is_table("book.xml") && !is_table("feed.xml"));
}
