//! What formulas come to, the same in every format: errors, empty texts, links. `tests/workbooks/make.py` made the files.

use super::table;
use super::workbooks::{FORMATS, book, book_of, codes, found, made, text};
use std::path::Path;

/// The finding with this code about a file, in words for a debugger.
fn finding(path: &Path, code: &str) -> Option<String> {
    found(path)
        .iter()
        .find(|d| d.code == code)
        .map(|d| format!("{d:?}"))
}

#[test]
fn errors_empty_texts_and_links_are_the_same_in_every_format() {
    let expected = std::fs::read_to_string(made("told.csv")).unwrap();
    for format in FORMATS {
        let path = made(&format!("told.{format}"));
        let (names, rows) = table(&path);
        let names: Vec<&str> = names
            .iter()
            .map(|name| name.rsplit_once(' ').unwrap().0)
            .collect();
        let padded = |row: &Vec<String>| row.join(",") + &",".repeat(names.len() - row.len());
        let lines = std::iter::once(names.join(",")).chain(rows.iter().map(padded));
        assert_eq!(
            lines.map(|line| line + "\n").collect::<String>(),
            expected,
            "{format}"
        );

        let codes = codes(&path);
        // A web page has no formulas that put addresses together.
        let left = usize::from(format != "html");
        for (code, times) in [
            ("data-error-cells", 1),
            ("data-links-added", 1),
            ("data-links-left", left),
            ("data-rows-short", 0),
            ("data-formula-without-value", 0),
        ] {
            assert_eq!(
                codes.iter().filter(|own| *own == code).count(),
                times,
                "{format} {code}: {codes:?}"
            );
        }
        let errors = finding(&path, "data-error-cells").unwrap();
        assert!(
            errors.contains("#DIV/0!") && errors.contains("2, 4"),
            "{format}: {errors}"
        );
        if let Some(left) = finding(&path, "data-links-left") {
            assert!(
                left.contains("HYPERLINK") && left.contains("line: 4"),
                "{format}: {left}"
            );
        }
    }
}

#[test]
fn a_program_that_computes_nothing_is_told_of_in_an_old_workbook() {
    let codes_of = codes(&made("uncomputed.xls"));
    assert!(
        codes_of.contains(&"data-formula-without-value".to_owned()),
        "{codes_of:?}"
    );
}

/// A sheet with this header and these rows of cells.
fn sheet(header: &[&str], rows: &[String]) -> String {
    let names: String = header
        .iter()
        .map(|name| format!("<c t=\"inlineStr\"><is><t>{name}</t></is></c>"))
        .collect();
    let rows: String = rows
        .iter()
        .map(|cells| format!("<row>{cells}</row>"))
        .collect();
    format!("<sheetData><row>{names}</row>{rows}</sheetData>")
}

#[test]
fn formulas_that_all_come_to_0_are_told_of_where_nothing_was_computed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let rows = |results: [u8; 2]| {
        results.map(|result| format!("<c><v>3</v></c><c><f>A2*2</f><v>{result}</v></c>"))
    };
    let told = |results: [u8; 2], workbook: &str| {
        book_of(
            &path,
            workbook,
            &sheet(&["n", "double"], &rows(results)),
            &[],
        );
        finding(&path, "data-formulas-zero").is_some()
    };
    let on_load = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>";
    assert!(told([0, 0], on_load));
    assert!(!told([0, 6], on_load));
    assert!(!told([0, 0], "<calcPr calcId=\"191029\"/>"));
}

#[test]
fn words_of_errors_that_only_some_programs_know_stay_in_their_cells() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let odd = |place: &str, word: &str| format!("<c {place} t=\"e\"><f>X()</f><v>{word}</v></c>");
    let number = |place: &str, n: u32| format!("<c {place}><v>{n}</v></c>");
    let placed = [
        odd("r=\"B2\"", "#SPILL!") + &number("r=\"D2\"", 4),
        number("r=\"A3\"", 1) + &odd("r=\"C3\"", "Err:502") + &odd("r=\"D3\"", "#¡DIV/0!"),
    ];
    book(&path, &sheet(&["a", "b", "c", "d"], &placed), &[]);
    assert_eq!(
        table(&path).1,
        [["", "#SPILL!", "", "4"], ["1", "", "Err:502", "#¡DIV/0!"]]
    );
    assert!(
        finding(&path, "data-error-cells")
            .unwrap()
            .contains("#SPILL!")
    );
    // Some programs name no places of cells.
    let unplaced = [
        odd("", "#SPILL!") + &number("", 2) + &odd("", "#CALC!") + &number("", 4),
        number("", 1) + &odd("", "#N/A") + &number("", 3) + &number("", 4),
    ];
    book(&path, &sheet(&["a", "b", "c", "d"], &unplaced), &[]);
    assert_eq!(
        table(&path).1,
        [["#SPILL!", "2", "#CALC!", "4"], ["1", "#N/A", "3", "4"]]
    );
}

#[test]
fn an_error_that_a_document_calls_a_number_is_none() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.ods");
    let cell = |said: &str, text: &str| {
        format!("<table:table-cell {said}><text:p>{text}</text:p></table:table-cell>")
    };
    let word = |text: &str| cell("office:value-type=\"string\"", text);
    let number = |n: &str, shown: &str| {
        cell(
            &format!("office:value-type=\"float\" office:value=\"{n}\""),
            shown,
        )
    };
    let rows = [
        word("n") + &word("m"),
        // As Excel and OpenOffice write it.
        number("1", "1")
            + &number("0", "#DIV/0!")
                .replace("cell office", "cell table:formula=\"of:=1/0\" office"),
        number("2", "2") + &number("0", "Err:502"),
        // A column that is too narrow shows no digits.
        number("3", "###") + &number("5", "####"),
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
        [["1", "#DIV/0!"], ["2", "Err:502"], ["3", "5"]]
    );
    assert!(
        finding(&path, "data-error-cells")
            .unwrap()
            .contains("#DIV/0!")
    );
}

#[test]
fn more_links_than_are_kept_make_no_column_with_gaps_and_are_told_of() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let link = |n: usize| {
        format!(
            "<c><v>{n}</v></c><c t=\"str\"><f>HYPERLINK(\"https://a.mx/{n}\",\"See\")</f><v>See</v></c>"
        )
    };
    let rows: Vec<String> = (0..65_540).map(link).collect();
    book(&path, &sheet(&["n", "page"], &rows), &[]);
    let left = finding(&path, "data-links-left").unwrap();
    assert!(
        left.contains("65540") && left.contains("https://a.mx/0") && left.contains("page"),
        "{left}"
    );
    assert_eq!(table(&path).0.len(), 2);
    book(&path, &sheet(&["n", "page"], &rows[..100]), &[]);
    assert_eq!(
        (table(&path).0.len(), finding(&path, "data-links-left")),
        (3, None)
    );
}

#[test]
fn a_link_over_more_cells_ends_with_the_rows() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let rows = [
        text("A1", "n") + &text("B1", "m"),
        text("A2", "x") + &text("B2", "y"),
        text("A3", "z") + &text("B3", "w"),
    ];
    let rows: String = rows
        .iter()
        .enumerate()
        .map(|(at, row)| format!("<row r=\"{}\">{row}</row>", at + 1))
        .collect();
    let links = "<hyperlinks><hyperlink ref=\"A2:A1048576\" r:id=\"r9\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/></hyperlinks>";
    book(&path, &format!("<sheetData>{rows}</sheetData>{links}"), &[]);
    // The relation is not there: the link leads nowhere, and the sheet is read all the same.
    assert_eq!(table(&path).1, [["x", "y"], ["z", "w"]]);
}
