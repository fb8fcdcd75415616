//! A Table Schema, and a table that is held against it: what is wrong with either is a finding.
use super::{folder, spoken};
use tragaluz::tables::standalone;
use tragaluz::{Sink, model, probe};

const TABLE: &[u8] = b"id,a,b,day\n1,x,2.5,2024-01-31\n2,,\"1,000\",31/01/2024\n2,y,-,n/a\n";

/// Fails where what must hold does not.
pub fn run(bytes: &[u8]) {
    let mut sink = Sink::new();
    if let Some(document) = probe::facts("schema.json", bytes.to_vec(), &mut sink)
        && let Some(schema) = model::schema(&document, &mut sink)
    {
        let root = folder::own();
        folder::write(&root, "s.csv", TABLE);
        let table = standalone::check_file(&root.join("s.csv"), Some(schema), &mut sink)
            .expect("the file is there");
        if let Some(table) = table {
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
    }
    spoken::check(&sink);
}
