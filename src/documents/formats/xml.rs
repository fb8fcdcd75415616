//! XML of its own: SVG drawings, and files of data.

use super::DocumentFormat;
use crate::documents::reading::{DocumentFile, DocumentReading};
use crate::documents::xml::{self, SheetCells, XmlKind, XmlPlace};
use std::io;

pub(super) struct Xml;

impl DocumentFormat for Xml {
    fn begins(&self, beginning: &[u8]) -> bool {
        let text = xml::in_utf8(beginning);
        let text = text
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&text)
            .trim_ascii_start();
        text.starts_with(b"<?xml") || text.starts_with(b"<svg") || text.starts_with(b"<?xpacket")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let place = XmlPlace {
            member: "",
            kind: XmlKind::Content,
            hidden: false,
        };
        xml::texts(&*xml::in_utf8(&bytes), place, SheetCells::None, reading);
        Ok(())
    }
}
