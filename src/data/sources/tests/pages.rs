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
        assert!(codes.len() == 1 && codes[0].contains("damaged"), "{end}: {codes:?}");
    }
    assert!(!codes(&written(home.path(), &whole[..last + 8])).iter().any(|code| code.contains("damaged")));
}

#[test]
fn parts_of_pages_and_pages_that_close_little_are_read() {
    let home = tempfile::tempdir().unwrap();
    let rows = [["a", "1"], ["b", "2"]];
    for (page, says_open) in [
        ("<table><tr><th>t<th>n<tr><td>a<td>1<tr><td>b<td>2", true),
        ("<table><tr><td>t</td><td>n</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr>\n", true),
        ("<table><tr><th>t<th>n<tr><td>a<td>1<tr><td>b<td>2</table>", false),
        ("<html><table><tr><td>t<td>n<tr><td>a<td>1<tr><td>b<td>2</html>", false),
        ("<html><body><table><tr><td>t<td>n<tr><td>a<td>1<tr><td>b<td>2</table>", false),
    ] {
        let path = written(home.path(), page);
        assert_eq!(table(&path).1, rows, "{page}");
        assert_eq!(codes(&path).contains(&"data-table-open".to_owned()), says_open, "{page}");
    }
    for page in [
        "<table><tr><td>t</td><td>n</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b",
        "<table><tr><td>t</td><td>n</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td",
        "<table><tr><td>t<td>n<tr><td>a<td>1<tr><td>b<td>2<!-- </table>",
        "<html><table><tr><td>t<td>n<tr><td>a<td>1</table><table><tr><td>b<td>2",
    ] {
        let codes = codes(&written(home.path(), page));
        assert!(codes.len() == 1 && codes[0].contains("damaged"), "{page}: {codes:?}");
    }
}

#[test]
fn a_binary_workbook_is_refused_in_words_of_its_own() {
    let home = tempfile::tempdir().unwrap();
    for name in ["a.xlsb", "a.xlsx", "a.xls"] {
        let path = home.path().join(name);
        pack(&path, &[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"\x83\x01\0")]);
        let codes = codes(&path);
        assert!(codes.len() == 1 && codes[0].contains("xlsb"), "{name}: {codes:?}");
    }
}
