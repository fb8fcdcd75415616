//! Tables of web pages that are not whole, and workbooks of formats that are not read.

use super::workbooks::{codes, made};
use super::{pack, table};
use std::path::Path;

fn written(home: &Path, page: &str) -> std::path::PathBuf {
    let path = home.join("a.html");
    std::fs::write(&path, page).unwrap();
    path
}

#[test]
fn a_page_that_is_cut_off_is_called_damaged() {
    let home = tempfile::tempdir().unwrap();
    let whole = std::fs::read_to_string(made("sheet.html")).unwrap();
    let first = whole.find("</tr>").unwrap() + 5;
    let last = whole.find("</table>").unwrap();
    for end in first..last {
        let codes = codes(&written(home.path(), &whole[..end]));
        assert!(
            codes.len() == 1 && codes[0].contains("damaged"),
            "{end}: {codes:?}"
        );
    }
    assert!(
        !codes(&written(home.path(), &whole[..last + 8]))
            .iter()
            .any(|code| code.contains("damaged"))
    );
}

#[test]
fn parts_of_pages_and_pages_that_close_little_are_read() {
    let home = tempfile::tempdir().unwrap();
    let rows = [["a", "1"], ["b", "2"]];
    for (page, says_open) in [
        ("<table><tr><th>t<th>n<tr><td>a<td>1<tr><td>b<td>2", true),
        (
            "<table><tr><td>t</td><td>n</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr>\n",
            true,
        ),
        (
            "<table><tr><th>t<th>n<tr><td>a<td>1<tr><td>b<td>2</table>",
            false,
        ),
        (
            "<html><table><tr><td>t<td>n<tr><td>a<td>1<tr><td>b<td>2</html>",
            false,
        ),
        (
            "<html><body><table><tr><td>t<td>n<tr><td>a<td>1<tr><td>b<td>2</table>",
            false,
        ),
    ] {
        let path = written(home.path(), page);
        assert_eq!(table(&path).1, rows, "{page}");
        assert_eq!(
            codes(&path).contains(&"data-table-open".to_owned()),
            says_open,
            "{page}"
        );
    }
    for page in [
        "<table><tr><td>t</td><td>n</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b",
        "<table><tr><td>t</td><td>n</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td",
        "<table><tr><td>t<td>n<tr><td>a<td>1<tr><td>b<td>2<!-- </table>",
        "<html><table><tr><td>t<td>n<tr><td>a<td>1</table><table><tr><td>b<td>2",
    ] {
        let codes = codes(&written(home.path(), page));
        assert!(
            codes.len() == 1 && codes[0].contains("damaged"),
            "{page}: {codes:?}"
        );
    }
}

#[test]
fn a_binary_workbook_is_refused_in_words_of_its_own() {
    let home = tempfile::tempdir().unwrap();
    for name in ["a.xlsb", "a.xlsx", "a.xls"] {
        let path = home.path().join(name);
        pack(
            &path,
            &[
                ("[Content_Types].xml", b"<Types/>"),
                ("xl/workbook.bin", b"\x83\x01\0"),
            ],
        );
        let codes = codes(&path);
        assert!(
            codes.len() == 1 && codes[0].contains("xlsb"),
            "{name}: {codes:?}"
        );
    }
}

#[test]
fn words_above_the_line_and_words_that_nobody_sees_make_no_numbers() {
    let home = tempfile::tempdir().unwrap();
    let page = "<table><tr><th>n<sup>1</sup><th>gas<th>day<tr><td>10<sup>2</sup><td>CO<sub>2</sub>\
        <td><span style='display:none'><span>20240105</span></span>05/01/2024\
        <tr><td>20<sup>[3]</sup><td>x<td><span hidden>20240206</span>06/02/2024</table>";
    let (names, rows) = table(&written(home.path(), page));
    assert_eq!(
        rows,
        [["10²", "CO₂", "05/01/2024"], ["20[3]", "x", "06/02/2024"]]
    );
    assert_eq!(names[0], "n¹ string");
    // A paragraph that nobody closes ends with its cell.
    let open = "<table><tr><th>a<th>b<tr><td>1<p hidden>x<td>2<tr><td>3<td>4</table>";
    assert_eq!(
        table(&written(home.path(), open)).1,
        [["1", "2"], ["3", "4"]]
    );
}

#[test]
fn notes_times_and_long_numbers_of_an_xml_workbook() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("a.xml");
    let cell =
        |kind: &str, text: &str| format!("<Cell><Data ss:Type=\"{kind}\">{text}</Data></Cell>");
    let header = ["n", "time", "day", "moment", "x"]
        .map(|name| cell("String", name))
        .concat();
    let noted = "<Cell><Data ss:Type=\"Number\">1</Data><Comment ss:Author=\"A\"><ss:Data>a note</ss:Data></Comment></Cell>";
    let rich = "<Cell><ss:Data ss:Type=\"String\">10<Sup>2</Sup></ss:Data></Cell>";
    let row = |first: &str, n: &str, last: &str| {
        let moments = [
            "1899-12-31T08:30:00.000",
            "2024-01-05T00:00:00.000",
            "2024-01-05T08:30:00.000",
        ];
        let moments = moments.map(|moment| cell("DateTime", moment)).concat();
        let first = if first.is_empty() {
            cell("Number", n)
        } else {
            first.to_owned()
        };
        format!("<Row>{first}{moments}{last}</Row>")
    };
    let rows = row(noted, "", rich) + &row("", "0.10000000000000001", &cell("Number", "1.5E+3"));
    let names = "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"";
    let book = format!(
        "<?xml version=\"1.0\"?><Workbook {names}><Worksheet ss:Name=\"S\"><Table><Row>{header}</Row>{rows}</Table></Worksheet></Workbook>"
    );
    std::fs::write(&path, book).unwrap();
    let moments = ["08:30:00", "2024-01-05", "2024-01-05T08:30:00"];
    let wanted = |n, x| [n, moments[0], moments[1], moments[2], x];
    assert_eq!(table(&path).1, [wanted("1", "10²"), wanted("0.1", "1500")]);
}
