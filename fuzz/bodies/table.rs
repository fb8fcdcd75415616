//! A whole file, as the format that its ending says: read, profiled, and read again.
use super::{folder, spoken};
use tragaluz::Sink;
use tragaluz::tables::standalone;

/// Endings of files of delimited text, of JSON, and of everything else that can hold a table.
pub const DELIMITED: [&str; 3] = ["csv", "txt", "tsv"];
pub const JSON: [&str; 3] = ["json", "ndjson", "jsonl"];
pub const ALL: [&str; 13] = [
    "csv", "txt", "tsv", "json", "ndjson", "geojson", "zip", "html", "ods", "csv.gz", "xlsx",
    "xls", "xml",
];

/// As [`run`], with an ending that the first byte chooses.
pub fn choose(endings: &[&str], bytes: &[u8]) {
    if let Some((first, rest)) = bytes.split_first() {
        run(endings[usize::from(*first) % endings.len()], rest);
    }
}

/// Fails where what must hold does not.
pub fn run(ending: &str, bytes: &[u8]) {
    let root = folder::own();
    let path = root.join(format!("a.{ending}"));
    std::fs::write(&path, bytes).expect("a file");
    let mut sink = Sink::new();
    let table = standalone::profile_file(&path, None, &mut sink).expect("the file is there");
    spoken::check(&sink);
    let Some(table) = table else {
        assert!(
            sink.iter().next().is_some(),
            "a file is refused without a word"
        );
        return;
    };
    let (mut records, mut rows) = (table.records().expect("it was read"), 0);
    while records
        .next_row()
        .expect("it was read to its end")
        .is_some()
    {
        rows += 1;
    }
    assert_eq!(rows, table.rows);
}
