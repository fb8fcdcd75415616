//! Formats in which there are no words beside a picture: BMP, icons, fonts.

use super::DocumentFormat;
use crate::documents::reading::{DocumentFile, DocumentReading};
use std::io;

pub(super) struct NoWords;

impl DocumentFormat for NoWords {
    fn begins(&self, beginning: &[u8]) -> bool {
        let is_bitmap = beginning.starts_with(b"BM") && beginning.get(6..10) == Some(&[0; 4]);
        let others: [&[u8]; 5] = [b"\0\0\x01\0", b"\0\x01\0\0\0", b"OTTO", b"wOFF", b"wOF2"];
        is_bitmap || others.iter().any(|start| beginning.starts_with(start))
    }

    fn read(&self, _: &mut dyn DocumentFile, _: &mut DocumentReading<'_, '_>) -> io::Result<()> {
        Ok(())
    }
}
