//! One file that is compressed: `.gz`, `.svgz`.

use super::DocumentFormat;
use crate::documents::part::DocumentPart;
use crate::documents::reading::{DocumentFile, DocumentReading};
use flate2::bufread::MultiGzDecoder;
use std::io::{self, BufReader};

pub(super) struct Gzip;

impl DocumentFormat for Gzip {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(b"\x1f\x8b\x08")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let decoder = MultiGzDecoder::new(BufReader::new(file));
        let name = (decoder.header())
            .and_then(|header| header.filename())
            .map(|name| String::from_utf8_lossy(name).into_owned());
        if let Some(name) = &name {
            reading.text(DocumentPart::Name, name.clone());
        }
        let bytes = reading.held(reading.metered(decoder))?;
        reading.inner_bytes(name.as_deref().unwrap_or(""), &bytes);
        Ok(())
    }
}
