//! TIFF, and the raw pictures of cameras that have its form.

use super::DocumentFormat;
use crate::documents::picture::tell_exif;
use crate::documents::reading::{DocumentFile, DocumentReading};
use std::io;

pub(super) struct Tiff;

impl DocumentFormat for Tiff {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(b"II*\0") || beginning.starts_with(b"MM\0*")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        tell_exif(&bytes, reading);
        Ok(())
    }
}
