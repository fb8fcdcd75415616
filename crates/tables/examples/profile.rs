//! Shows what a file holds: `cargo run --example profile towns.csv`.

use std::path::Path;
use tragaluz_tables::{Error, standalone::profile_file};

fn main() -> Result<(), Error> {
    for file in std::env::args().skip(1) {
        let mut found = Vec::new();
        match profile_file(Path::new(&file), None, &mut found)? {
            Some(table) => {
                println!("{file}: {} rows", table.rows);
                for column in &table.columns {
                    let missing = column.profile.missing;
                    println!("  {}: {}, {missing} missing", column.name, column.kind.id());
                }
            }
            None => println!("{file}: no table"),
        }
        for finding in found {
            println!("  {}", finding.code);
        }
    }
    Ok(())
}
