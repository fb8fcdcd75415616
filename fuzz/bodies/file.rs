//! A whole file, as any of the formats that its name can say: read, profiled, and read again.
use tragaluz::Sink;
use tragaluz::tables::standalone;

const ENDINGS: [&str; 10] = [
    "csv", "txt", "tsv", "json", "ndjson", "geojson", "zip", "html", "ods", "csv.gz",
];

/// Fails where what must hold does not.
pub(super) fn run(ending: u8, bytes: &[u8]) {
    let root = tempfile::tempdir().expect("a folder");
    let path = root.path().join(format!(
        "a.{}",
        ENDINGS[usize::from(ending) % ENDINGS.len()]
    ));
    std::fs::write(&path, bytes).expect("a file");
    let mut sink = Sink::new();
    let Some(table) = standalone::profile_file(&path, None, &mut sink).expect("the file is there")
    else {
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
