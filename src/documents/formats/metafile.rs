//! Drawings of Windows (EMF, WMF): the texts that they write, as far as they are in one piece.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::reading::{DocumentFile, DocumentReading};
use crate::documents::text_runs;
use std::io;

pub(super) struct Metafile;

impl DocumentFormat for Metafile {
    fn begins(&self, beginning: &[u8]) -> bool {
        let is_emf = beginning.starts_with(b"\x01\0\0\0") && beginning.get(40..44) == Some(b" EMF");
        is_emf
            || beginning.starts_with(b"\xd7\xcd\xc6\x9a")
            || beginning.starts_with(b"\x01\0\x09\0\0\x03")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        for run in text_runs::of(&bytes) {
            reading.text(DocumentPart::Body, run);
        }
        // Letters that are placed one by one are no run.
        reading.gap(GapReason::Pictures, DocumentPart::Body);
        Ok(())
    }
}
