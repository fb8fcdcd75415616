//! Files of old office programs (DOC, XLS, PPT) and of e-mail (MSG): a file system in a file. Their properties are
//! decoded; of everything else the runs of letters are told, which is more than their programs show.

mod properties;
mod workbook;

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::reading::{DocumentFile, DocumentReading, Extent, LimitExceeded};
use crate::documents::text_runs;
use crate::source::limits::Limit;
use cfb::CompoundFile;
use std::io::{self, Cursor, Read};

pub(super) struct Compound;

/// Streams that are an encrypted document.
const ENCRYPTED: &[&str] = &["/EncryptedPackage", "/EncryptedSummary"];
/// Names of the streams of workbooks.
const WORKBOOKS: &[&str] = &["/Workbook", "/Book"];
/// The bit of a Word file's flags that says that it is encrypted, and where these are.
const WORD_ENCRYPTED: u8 = 1;
const WORD_FLAGS: usize = 11;

impl DocumentFormat for Compound {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let mut compound = CompoundFile::open(Cursor::new(&bytes[..]))?;
        let streams: Vec<String> = (compound.walk())
            .filter(cfb::Entry::is_stream)
            .map(|entry| entry.path().to_string_lossy().replace('\\', "/"))
            .collect();
        if streams.len() > reading.limits.count(Limit::Members) {
            return Err(io::Error::other(LimitExceeded(Limit::Members)));
        }
        if streams
            .iter()
            .any(|path| ENCRYPTED.contains(&path.as_str()))
        {
            reading.gap(GapReason::Encrypted, DocumentPart::Body);
        }
        for path in &streams {
            let stream = compound.open_stream(path)?;
            let held = reading.metered(stream).take(u64::MAX);
            match reading.held(held) {
                Ok(bytes) => tell(path, &bytes, reading),
                Err(error) => reading.failed(&error, DocumentPart::Member(path.clone())),
            }
        }
        Ok(())
    }
}

/// Tells the texts of one stream.
fn tell(path: &str, bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let name = path.rsplit('/').next().unwrap_or(path);
    if name.contains("SummaryInformation") {
        properties::tell(bytes, reading);
    } else if WORKBOOKS.contains(&path) {
        if !workbook::tell(bytes, reading) {
            reading.gap(GapReason::Encrypted, DocumentPart::Body);
        }
    } else if path == "/WordDocument"
        && bytes
            .get(WORD_FLAGS)
            .is_some_and(|flags| flags & WORD_ENCRYPTED != 0)
    {
        reading.gap(GapReason::Encrypted, DocumentPart::Body);
    } else if let Some(at) = memchr::memmem::find(bytes, b"\xff\xd8\xff") {
        runs(path, &bytes[..at], reading);
        reading.inner_bytes("image", &bytes[at..]);
    } else if reading.extent == Extent::Whole || path != "/WordDocument" {
        runs(path, bytes, reading);
    }
}

fn runs(path: &str, bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    for run in text_runs::of(bytes) {
        reading.text(DocumentPart::Member(path.to_owned()), run);
    }
}
