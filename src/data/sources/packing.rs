//! Files inside compressed ones.

use crate::data::fault::Unreadable;
use crate::data::received::{self, ending};
use flate2::read::MultiGzDecoder;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// The name of a file without the ending of its compression: `a.csv` of `a.csv.gz`.
pub fn inner_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    if ending(name) == "gz" { &name[..name.len() - 3] } else { name }
}

/// Opens a file, unpacked where it is compressed: gzip as a stream, the one table of a ZIP into a temporary file.
pub fn open(root: &Path, path: &str) -> Result<Box<dyn Read + Send>, Unreadable> {
    let file = received::open(root, path)?;
    match ending(path).as_str() {
        "gz" => Ok(Box::new(MultiGzDecoder::new(io::BufReader::new(file)))),
        "zip" => unzip(file),
        _ => Ok(Box::new(file)),
    }
}

fn unzip(file: std::fs::File) -> Result<Box<dyn Read + Send>, Unreadable> {
    let malformed = |error: zip::result::ZipError| Unreadable::Malformed(error.to_string());
    let mut archive = zip::ZipArchive::new(file).map_err(malformed)?;
    let names = archive.file_names().map(|name| name.map(std::borrow::Cow::into_owned));
    let names: Vec<String> = names.collect::<Result<_, _>>().map_err(malformed)?;
    let tables: Vec<String> = names.into_iter().filter(|name| is_table(name)).collect();
    let [table] = tables.as_slice() else {
        let many = format!("ZIP: {} CSV ({})", tables.len(), tables.join(", "));
        return Err(Unreadable::Malformed(many));
    };
    let mut member = archive.by_name(table).map_err(malformed)?;
    let mut out = tempfile::tempfile()?;
    io::copy(&mut member, &mut out)?;
    out.seek(SeekFrom::Start(0))?;
    Ok(Box::new(out))
}

/// Whether a file in a ZIP is a table, and not what an operating system adds.
fn is_table(name: &str) -> bool {
    let hidden = name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|n| n.starts_with('.'));
    !hidden && matches!(ending(name).as_str(), "csv" | "tsv" | "txt" | "tab" | "psv")
}
