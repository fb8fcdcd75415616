//! A picture freed of what cameras and programs wrote into it.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use tragaluz::Fatal;
use tragaluz::documents::{StripRefusal, strip};
use tragaluz_tables::redact::RedactionReport;
use tragaluz_tables::{Limit, Limits};

/// Writes a picture without what was written into it.
pub(super) fn copy(
    file: &Path,
    limits: &Limits,
    out: &mut dyn Write,
) -> Result<RedactionReport, Fatal> {
    let most = limits.mebibytes(Limit::ImageMib);
    let mut bytes = Vec::new();
    File::open(file)
        .and_then(|picture| picture.take(most + 1).read_to_end(&mut bytes))
        .map_err(Fatal::io("reading", file))?;
    if bytes.len() as u64 > most {
        return Err(refused("large", file, most >> 20));
    }
    let stripped = strip(&bytes).map_err(|why| match why {
        StripRefusal::Format => refused("format", file, 0),
        StripRefusal::Damaged => refused("damaged", file, 0),
    })?;
    // What is left is looked into once more.
    let is_clean = strip(&stripped.bytes).is_ok_and(|again| again.removed.is_empty());
    if !is_clean {
        return Err(refused("damaged", file, 0));
    }
    out.write_all(&stripped.bytes)
        .map_err(Fatal::io("writing", file))?;
    Ok(RedactionReport {
        removed: Some(stripped.removed),
        ..RedactionReport::default()
    })
}

fn refused(why: &'static str, file: &Path, most: u64) -> Fatal {
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let args = vec![
        ("why", why.into()),
        ("file", name.into()),
        ("most", most.into()),
    ];
    Fatal::wrong_command("redact-picture", args)
}
