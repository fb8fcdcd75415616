//! Writes a file in another format, which the second name's ending asks for: `cargo run --example convert towns.xls towns.json`.

use std::error::Error;
use std::path::Path;
use tragaluz_tables::standalone::check_file;
use tragaluz_tables::writers::convert::{convert, format_for};

#[expect(clippy::disallowed_methods, reason = "nothing is staged here")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut names = std::env::args().skip(1);
    let (Some(from), Some(to)) = (names.next(), names.next()) else {
        return Err("two file names are needed".into());
    };
    let format = format_for(&to).ok_or("no format has this ending")?;
    let mut found = Vec::new();
    let table = check_file(Path::new(&from), None, &mut found)?.ok_or("there is no table")?;
    let mut out = std::fs::File::create_new(&to)?;
    println!("{} rows", convert(&table, vec![(format, &mut out)])?);
    Ok(())
}
