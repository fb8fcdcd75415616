//! Says what changed between two versions of a table: `cargo run --release --example compare BEFORE.csv AFTER.csv [KEY …]`.
//!
//! The delta goes to the standard output, how much changed to the error stream.

use std::io::{BufWriter, Write};
use std::path::PathBuf;
use tragaluz_changes::{Versions, compare};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let mut path = || args.next().map(PathBuf::from).ok_or("two files are needed");
    let (before, after) = (path()?, path()?);
    let key: Vec<String> = args.collect();
    let versions = Versions {
        before: &before,
        after: &after,
        key: &key,
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let head = compare(&versions, &mut out)?;
    out.flush()?;
    eprintln!("{}", serde_json::to_string_pretty(&head.counts)?);
    Ok(())
}
