//! ZIPs, and the formats that are one: DOCX, XLSX, PPTX, ODT, ODS, ODP, EPUB. Every member is read: XML as texts, any
//! other one as a document of its own.

mod workbook;

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::reading::{DocumentFile, DocumentReading, Extent, LimitExceeded};
use crate::documents::text_runs;
use crate::documents::xml::{self, SharedTexts, SheetCells, XmlKind, XmlPlace};
use crate::source::limits::Limit;
use std::io::{self, BufReader, Read};
use workbook::Sheets;
use zip::read::ZipArchive;
use zip::result::ZipError;

pub(super) struct Package;

/// Texts that the cells of an XLSX share.
const SHARED_TEXTS: &str = "xl/sharedStrings.xml";
/// Endings of fonts, in which nobody's words are.
const FONTS: &[&str] = &[".odttf", ".fntdata", ".ttf", ".otf", ".woff", ".woff2"];

impl DocumentFormat for Package {
    fn begins(&self, beginning: &[u8]) -> bool {
        beginning.starts_with(b"PK\x03\x04") || beginning.starts_with(b"PK\x05\x06")
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let mut archive = ZipArchive::new(file).map_err(damaged)?;
        if archive.len() > reading.limits.count(Limit::Members) {
            return Err(io::Error::other(LimitExceeded(Limit::Members)));
        }
        let names = names(&mut archive)?;
        let is_office = names.iter().any(|name| is_office(name));
        let mut package = PackageReading {
            sheets: Sheets::of(&mut archive, &names, reading),
            used: SharedTexts::default(),
            is_office,
            is_encrypted: is_encrypted(&mut archive, reading),
            archive,
        };
        comment(package.archive.comment(), reading);
        let is_last = |name: &str| name == SHARED_TEXTS;
        for last in [false, true] {
            for (index, name) in names.iter().enumerate() {
                if is_last(name) == last && !name.ends_with('/') {
                    package.member(index, name, reading);
                }
            }
        }
        Ok(())
    }
}

/// What says which members of an OpenDocument are encrypted.
const MANIFEST: &str = "META-INF/manifest.xml";

/// Whether a package says that its members are encrypted.
fn is_encrypted(
    archive: &mut ZipArchive<&mut dyn DocumentFile>,
    reading: &DocumentReading<'_, '_>,
) -> bool {
    let Ok(manifest) = archive.by_name(MANIFEST) else {
        return false;
    };
    let bytes = reading.held(reading.metered(manifest)).unwrap_or_default();
    memchr::memmem::find(&bytes, b"encryption-data").is_some()
}

/// Whether a member stays readable where the others are encrypted.
fn is_plain(name: &str) -> bool {
    name == "mimetype" || name.starts_with("META-INF/")
}

/// Whether a member of this name is only in office files and books.
fn is_office(name: &str) -> bool {
    matches!(
        name,
        "[Content_Types].xml" | "mimetype" | "META-INF/manifest.xml"
    )
}

fn names<R: Read + io::Seek>(archive: &mut ZipArchive<R>) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(damaged)?;
        let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/");
        names.push(name);
    }
    Ok(names)
}

/// Tells the remark that somebody wrote on a ZIP.
fn comment(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let text = encoding_rs::UTF_8.decode(bytes).0.into_owned();
    reading.text(DocumentPart::Comment, text);
}

fn damaged(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        error => io::Error::new(io::ErrorKind::InvalidData, error.to_string()),
    }
}

struct PackageReading<'f> {
    archive: ZipArchive<&'f mut dyn DocumentFile>,
    sheets: Sheets,
    used: SharedTexts,
    is_office: bool,
    is_encrypted: bool,
}

impl PackageReading<'_> {
    /// Tells the texts of one member.
    fn member(&mut self, index: usize, name: &str, reading: &mut DocumentReading<'_, '_>) {
        if !self.is_office {
            reading.text(DocumentPart::Name, name.to_owned());
        }
        if FONTS
            .iter()
            .any(|end| name.to_ascii_lowercase().ends_with(end))
        {
            return;
        }
        let part = DocumentPart::Member(name.to_owned());
        if self.is_encrypted && !is_plain(name) {
            return reading.gap(GapReason::Encrypted, part);
        }
        let entry = match self.archive.by_index(index) {
            Ok(entry) => entry,
            Err(error) => return reading.gap(reason(&error), part),
        };
        let unpacked = reading.metered(entry);
        if self.is_office && is_xml(name) {
            let place = XmlPlace {
                member: name,
                kind: kind(name),
                hidden: self.sheets.is_hidden(name),
            };
            let cells = cells(name, &self.sheets, &mut self.used, reading.extent);
            return xml::texts(BufReader::new(unpacked), place, cells, reading);
        }
        match reading.held(unpacked) {
            // How to print, as the printer's driver writes it; its name may be a person's.
            Ok(bytes) if self.is_office && name.contains("printerSettings") => {
                for run in text_runs::of(&bytes) {
                    reading.text(part.clone(), run);
                }
            }
            Ok(bytes) => reading.inner_bytes(name, &bytes),
            Err(error) => reading.failed(&error, part),
        }
    }
}

/// Returns why a member cannot be opened.
fn reason(error: &ZipError) -> GapReason {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => GapReason::Encrypted,
        ZipError::UnsupportedArchive(_) => GapReason::Format,
        _ => GapReason::Damaged,
    }
}

/// Returns which cells of a member are told.
fn cells<'s>(
    name: &str,
    sheets: &Sheets,
    used: &'s mut SharedTexts,
    extent: Extent<'s>,
) -> SheetCells<'s> {
    let tables = match extent {
        Extent::Whole => &[],
        Extent::BesideTables(names) => names,
    };
    if name == SHARED_TEXTS {
        SheetCells::Texts { used, begun: 0 }
    } else if name == "content.xml" {
        SheetCells::open_document(tables)
    } else if !sheets.is_sheet(name) {
        SheetCells::None
    } else if sheets.is_one_of(name, tables) {
        SheetCells::Table {
            used,
            shared: false,
        }
    } else {
        SheetCells::Sheet { shared: false }
    }
}

/// Whether a member of an office file is XML, by its name.
fn is_xml(name: &str) -> bool {
    const ENDINGS: &[&str] = &[".xml", ".rels", ".vml", ".rdf", ".opf", ".ncx"];
    let name = name.to_ascii_lowercase();
    ENDINGS.iter().any(|end| name.ends_with(end))
}

/// Returns what the texts of a member are, by its name.
fn kind(name: &str) -> XmlKind {
    let lower = name.to_ascii_lowercase();
    let file = lower.rsplit('/').next().unwrap_or(&lower);
    if lower.ends_with(".rels") {
        XmlKind::Relations
    } else if lower.starts_with("docprops/")
        || matches!(file, "meta.xml")
        || lower.ends_with(".opf")
    {
        XmlKind::Properties
    } else if file.contains("comment") || file.starts_with("person") {
        XmlKind::Comments
    } else {
        XmlKind::Content
    }
}
