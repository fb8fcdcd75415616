//! Nothing is lost, whatever a file looks like: what `fuzz/` checks with bytes that nobody would write, checked here
//! with inputs made to look like tables.

#![allow(
    clippy::disallowed_methods,
    reason = "a test writes the files that it reads"
)]

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::Read;
use tragaluz::Sink;
use tragaluz::tables::standalone::profile_file;
use tragaluz_tables::dialect::{self, TextDialect};
use tragaluz_tables::encoding::decode::{EncodingCertainty, Utf8Reader, detect};
use tragaluz_tables::rows::{Row, Rows, TextRows};

/// Rows of a file that somebody may have made: ragged, with blanks, titles, notes and totals.
fn messy_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof![
        4 => "[a-z]{1,6}",
        3 => "-?[0-9]{1,5}([.,][0-9]{1,3})?",
        1 => "[0-9]{1,2}/[0-9]{1,2}/20[0-9]{2}",
        1 => Just(String::new()),
        1 => Just("Total".to_owned()),
        1 => Just("NA".to_owned()),
        1 => "# [a-z]{3}",
        1 => "Fuente: [a-z]{4}",
        1 => "[ \"',;\\n|é]{1,4}",
    ];
    prop::collection::vec(prop::collection::vec(cell, 0..6), 1..30)
}

fn as_csv(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        let quoted = |cell: &String| {
            let bare = !cell.contains(['"', ',', '\n']);
            if bare {
                cell.clone()
            } else {
                format!("\"{}\"", cell.replace('"', "\"\""))
            }
        };
        text.push_str(&row.iter().map(quoted).collect::<Vec<_>>().join(","));
        text.push('\n');
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn bytes_become_text(bytes: Vec<u8>) {
        let detected = detect(None, || Ok(&bytes[..])).unwrap();
        let mut text = String::new();
        Utf8Reader::new(&bytes[..], detected).read_to_string(&mut text).unwrap();
        // What was spoilt is mended, and that is said; what is UTF-8 stays as it is, to the last byte.
        let whole = matches!(detected.certainty, EncodingCertainty::Ascii | EncodingCertainty::Valid);
        if whole && !bytes.starts_with(b"\xEF\xBB\xBF") {
            prop_assert_eq!(text.as_bytes(), &bytes[..]);
        }
    }

    #[test]
    fn rows_hold_every_byte_that_divides_nothing(text in "[a-z,;é \r\n]{0,200}") {
        let mut rows = TextRows::new(text.as_bytes(), &TextDialect::default());
        let (mut row, mut bytes) = (Row::new(), 0);
        while rows.read(&mut row).unwrap() {
            bytes += row.cells().map(str::len).sum::<usize>();
        }
        prop_assert_eq!(bytes, text.bytes().filter(|b| !matches!(b, b',' | b'\r' | b'\n')).count());
    }

    #[test]
    fn marks_are_found_in_anything(text: String) {
        let dialect = dialect::detect(&text);
        prop_assert!([dialect.delimiter, dialect.quote, dialect.escape].into_iter().flatten().all(|m| m.is_ascii()));
        let mut rows = TextRows::new(text.as_bytes(), &dialect);
        let mut row = Row::new();
        while let Ok(true) = rows.read(&mut row) {}
    }

    /// A file's words are in the table's rows, in the names of its columns, or in a message; or it is refused, which
    /// is a message too.
    #[test]
    fn every_cell_is_in_the_table_or_in_a_message(rows in messy_rows()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("messy.csv");
        std::fs::write(&path, as_csv(&rows)).unwrap();
        let mut sink = Sink::new();
        let table = profile_file(&path, None, &mut sink).unwrap();
        let Some(table) = table else {
            prop_assert!(sink.has_errors());
            return Ok(());
        };
        let mut out: String = table.columns.iter().flat_map(|c| [Some(&c.name), c.received_name.as_ref()]).flatten()
            .fold(String::new(), |all, name| all + name + "\n");
        let mut records = table.records().unwrap();
        while let Some(row) = records.next_row().unwrap() {
            for at in 0..table.columns.len() {
                out.push_str(row.cell(at).unwrap_or_default());
                out.push('\n');
            }
        }
        for finding in sink.iter() {
            out.push_str(&format!("{finding:?}\n"));
        }
        let is_between = |c: char| !c.is_ascii_alphanumeric();
        let out = out.replace("\\n", "\n");
        let said: BTreeSet<&str> = out.split(is_between).collect();
        let words = rows.iter().flatten().flat_map(|cell| cell.split(is_between));
        for word in words.filter(|word| !word.is_empty()) {
            prop_assert!(said.contains(word), "`{word}` is lost; what came out:\n{out}");
        }
    }
}
