//! What is said of files that are not what they seem.

use super::{pack, table};
use crate::standalone;

/// The codes of the findings about a file of this name and text, and its rows.
fn told(name: &str, text: &str) -> (Vec<String>, Option<Vec<Vec<String>>>) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(name);
    std::fs::write(&path, text).unwrap();
    let mut sink = Vec::new();
    let rows = standalone::profile_file(&path, None, &mut sink)
        .unwrap()
        .map(|_| table(&path).1);
    let said = sink
        .iter()
        .map(|d| match d.args.iter().find(|(name, _)| *name == "cause") {
            Some((_, cause)) => format!("{cause:?}"),
            None => d.code.to_owned(),
        });
    (said.collect(), rows)
}

#[test]
fn a_web_page_that_says_an_error_is_no_data() {
    let page = "<!DOCTYPE html>\n<html><head><title>404</title></head>\n<body><p>Not here, sorry</p></body></html>\n";
    for name in ["a.csv", "a.xlsx", "a.txt"] {
        let (said, rows) = told(name, page);
        assert!(
            rows.is_none() && said.len() == 1 && said[0].contains("web-page"),
            "{name}: {said:?}"
        );
    }
    let with_table = page.replace(
        "<p>",
        &format!(
            "{}<table><tr><td>a<td>b<tr><td>1<td>2</table><p>",
            " ".repeat(40_000)
        ),
    );
    assert!(told("a.csv", &with_table).1.is_some());
}

#[test]
fn json_is_known_by_its_bytes() {
    let (said, rows) = told(
        "a.csv",
        "[{\"id\": 1, \"n\": \"a\"}, {\"id\": 2, \"n\": \"b\"}]",
    );
    assert_eq!(
        (said, rows.unwrap()),
        (
            vec!["data-format-contradicted".to_owned()],
            vec![
                vec!["1".into(), "a".into()],
                vec!["2".to_owned(), "b".to_owned()]
            ]
        )
    );
    let (said, _) = told("a.csv", "\"a\",\"b\"\n\"{x}\",1\n");
    assert!(
        !said.contains(&"data-format-contradicted".to_owned()),
        "{said:?}"
    );
}

#[test]
fn what_is_no_number_in_json_stands_among_numbers() {
    let (said, rows) = told(
        "a.json",
        "[{\"v\": NaN, \"w\": \"NaN\"}, {\"v\": 3.5, \"w\": [NaN, 1]}, {\"v\": -Infinity}]",
    );
    assert_eq!(
        rows.unwrap(),
        [["NaN", "NaN"], ["3.5", "[\"NaN\", 1]"], ["-Infinity", ""]]
    );
    assert!(said.is_empty(), "{said:?}");
    let (said, rows) = told(
        "a.ndjson",
        "{\"id\": 1, \"v\": NaN}\n{\"id\": 2, \"v\": 3.5}\n",
    );
    assert_eq!(rows.unwrap(), [["1", "NaN"], ["2", "3.5"]]);
    assert_eq!(said, ["data-missing-mark"]);
}

#[test]
fn faults_in_json_name_the_line_where_they_begin() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.ndjson");
    std::fs::write(&path, "{\"id\":1}\n{\"id\":2\n{\"id\":3}\n").unwrap();
    let mut sink = Vec::new();
    assert!(
        standalone::profile_file(&path, None, &mut sink)
            .unwrap()
            .is_none()
    );
    assert_eq!(sink.first().unwrap().place.as_ref().unwrap().line, 2);
    assert!(told("a.json", "[\"Lima\", \"Ica\"]").0[0].contains("no-rows"));
}

#[test]
fn another_table_after_a_title_is_told_of() {
    let second = |text: &str| {
        told("a.csv", text)
            .0
            .contains(&"data-second-table".to_owned())
    };
    assert!(second(
        "Births,,\nYear,Men,Women\n2019,100,98\n2020,95,97\n,,\nDeaths,,\nYear,Men,Women\n2019,50,48\n2020,51,49\n"
    ));
    assert!(second(
        "Town,M,F\nLima,1,2\nIca,3,4\n,,\nTable B,,\nTown,Urban,Rural\nLima,5,6\nIca,7,8\n"
    ));
    assert!(!second(
        "Town,M,F\nLima,1,2\nIca,3,4\nTown,M,F\nPuno,5,6\nCusco,7,8\n"
    ));
}

#[test]
fn files_put_together_carry_their_marks_along() {
    let (_, rows) = told(
        "a.csv",
        "\u{feff}town,n\nLima,1\nIca,2\n\u{feff}town,n\nPuno,3\n",
    );
    assert_eq!(rows.unwrap(), [["Lima", "1"], ["Ica", "2"], ["Puno", "3"]]);
}

#[test]
fn marks_within_a_cell_are_its_own() {
    let (said, rows) = told(
        "a.csv",
        "\"id\",\"name\",\"note\"\n\"1\",\"Mr \"Pepe\" Ruiz\",\"n\"\n\"2\",\"a\"b,\"c\"\n",
    );
    assert_eq!(
        rows.unwrap(),
        [["1", "Mr \"Pepe\" Ruiz", "n"], ["2", "ab", "c"]]
    );
    assert!(said.contains(&"data-stray-quote".to_owned()), "{said:?}");
}

#[test]
fn of_several_tables_the_data_are_read_and_not_the_notes() {
    let home = tempfile::tempdir().unwrap();
    let read = |files: &[(&str, &[u8])]| {
        let path = home.path().join("a.zip");
        pack(&path, files);
        table(&path).0
    };
    let (data, notes) = (
        ("data.csv", &b"town,n\nLima,1\nIca,2\n"[..]),
        &b"field,meaning\ntown,name\nn,number\n"[..],
    );
    for name in ["00_metadatos.csv", "LEAME.txt", "Notas.csv"] {
        assert_eq!(
            read(&[(name, notes), data]),
            ["town string", "n integer"],
            "{name}"
        );
    }
    assert_eq!(
        read(&[("a.csv", notes), data]),
        ["field string", "meaning string"]
    );
}

#[cfg(feature = "sheets")]
#[test]
fn formulas_without_a_stored_value_are_told_of() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xlsx");
    let told = |value: &str| {
        let row = |n: u32| {
            format!(
                "<row r=\"{n}\"><c r=\"A{n}\"><v>{n}</v></c><c r=\"B{n}\"><f>A{n}*2</f>{value}</c><c r=\"C{n}\"><v>7</v></c></row>"
            )
        };
        let head = ["a", "b", "c"]
            .map(|t| format!("<c t=\"inlineStr\"><is><t>{t}</t></is></c>"))
            .concat();
        let rows: String = (2..6).map(row).collect();
        let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let parts = "http://schemas.openxmlformats.org/package/2006/relationships";
        let sheet = format!(
            "<worksheet xmlns=\"{spreadsheet}\"><sheetData><row r=\"1\">{head}</row>{rows}</sheetData></worksheet>"
        );
        let book = format!(
            "<workbook xmlns=\"{spreadsheet}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        );
        let link = |id: &str, kind: &str, target: &str| {
            format!(
                "<Relationships xmlns=\"{parts}\"><Relationship Id=\"{id}\" Type=\"{relations}/{kind}\" Target=\"{target}\"/></Relationships>"
            )
        };
        pack(
            &path,
            &[
                (
                    "[Content_Types].xml",
                    b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                ),
                ("_rels/.rels", link("r1", "officeDocument", "xl/workbook.xml").as_bytes()),
                ("xl/workbook.xml", book.as_bytes()),
                ("xl/_rels/workbook.xml.rels", link("r1", "worksheet", "worksheets/sheet1.xml").as_bytes()),
                ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
            ],
        );
        let mut sink = Vec::new();
        assert!(
            standalone::profile_file(&path, None, &mut sink)
                .unwrap()
                .is_some()
        );
        let found = sink.iter().find(|d| d.code == "data-formula-without-value");
        found.map(|d| d.place.as_ref().unwrap().line)
    };
    assert_eq!(
        (told(""), told("<v></v>"), told("<v>4</v>")),
        (Some(2), Some(2), None)
    );
}
