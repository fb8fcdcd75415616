//! PDF: pages, properties, remarks, what is entered in forms, bookmarks, attachments and pictures; also what was saved over.

use super::DocumentFormat;
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::pdf::{
    self, ContentReader, EntryId, PageFigures, PdfDict, PdfError, PdfFile, PdfValue, StreamBytes,
    is,
};
use crate::documents::reading::{DocumentFile, DocumentReading, LimitExceeded};
use crate::documents::xml::{self, SheetCells, XmlKind, XmlPlace};
use crate::source::limits::Limit;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

pub(super) struct PdfFormat;

/// Bytes in front of the mark that readers forgive.
const FORGIVEN: usize = 1024;
/// Letters that a page may have whose font does not tell them: bullets are of such fonts.
const FEW_UNKNOWN: u64 = 8;
/// A page of fewer letters that a picture covers by half is a scan.
const FEW_LETTERS: u64 = 100;
/// A page without letters and with more shapes than this has its words as outlines.
const MANY_SHAPES: u64 = 40;
/// Pages in one another in the tree of pages.
const MOST_LEVELS: usize = 64;

impl DocumentFormat for PdfFormat {
    fn begins(&self, beginning: &[u8]) -> bool {
        let first = &beginning[..beginning.len().min(FORGIVEN)];
        memchr::memmem::find(first, b"%PDF-").is_some()
    }

    fn read(
        &self,
        file: &mut dyn DocumentFile,
        reading: &mut DocumentReading<'_, '_>,
    ) -> io::Result<()> {
        let bytes = reading.whole(file)?;
        let budget = reading.meter();
        let spend = |bytes| budget.spend(bytes);
        let held = usize::try_from(reading.limits.mebibytes(Limit::HeldMib)).unwrap_or(usize::MAX);
        let outcome = PdfFile::new(&bytes, held, &spend).and_then(|file| {
            if file.entries().next().is_none() {
                reading.gap(GapReason::Damaged, DocumentPart::Body);
            }
            DocumentTold::new(&file).tell(reading)
        });
        match outcome {
            Ok(()) => Ok(()),
            Err(PdfError::Encrypted) => {
                reading.gap(GapReason::Encrypted, DocumentPart::Body);
                Ok(())
            }
            Err(PdfError::TooMuch) => Err(io::Error::other(LimitExceeded(Limit::UnpackedMib))),
        }
    }
}

/// A page to be read.
struct PageEntry {
    /// Its number; none for one that no reader shows any more.
    number: Option<u32>,
    id: EntryId,
    dict: PdfDict,
    resources: PdfDict,
}

/// What of a file was told.
struct DocumentTold<'f, 'b> {
    file: &'f PdfFile<'b>,
    /// Streams that were told.
    told: BTreeSet<EntryId>,
    /// Resources of the first page: those of streams that no page names.
    usual: PdfDict,
    /// Names of the files that are inside, by their objects.
    names: BTreeMap<u32, String>,
    /// Objects that are fonts, tables of codes and the like.
    technical: BTreeSet<u32>,
}

impl<'f, 'b> DocumentTold<'f, 'b> {
    fn new(file: &'f PdfFile<'b>) -> Self {
        DocumentTold {
            file,
            told: BTreeSet::new(),
            usual: PdfDict::new(),
            names: BTreeMap::new(),
            technical: BTreeSet::new(),
        }
    }

    fn tell(mut self, reading: &mut DocumentReading<'_, '_>) -> Result<(), PdfError> {
        self.strings(reading);
        let mut pages = self.pages();
        self.usual = pages
            .first()
            .map(|page| page.resources.clone())
            .unwrap_or_default();
        pages.extend(self.pages_gone(&pages));
        for page in &pages {
            self.page(page, reading)?;
        }
        for id in self.file.entries() {
            if self.file.has_stream(id) && !self.told.contains(&id) {
                self.stream(id, reading)?;
            }
        }
        self.file.check()
    }

    /// Tells every string of every object, and takes in which objects fonts and attached files are.
    fn strings(&mut self, reading: &mut DocumentReading<'_, '_>) {
        for id in self.file.entries() {
            let Some(value) = self.file.object(id) else {
                continue;
            };
            let is_latest = self.file.is_latest(id);
            let mut tell = |part: DocumentPart, text: String| {
                reading.text(
                    if is_latest {
                        part
                    } else {
                        DocumentPart::Earlier
                    },
                    text,
                );
            };
            if let PdfValue::Dict(dict) = &value {
                self.uses(dict);
                if is(dict, "Type", "XRef")
                    || dict.contains_key("OE")
                    || is(dict, "Filter", "Standard")
                {
                    continue;
                }
            }
            pdf::tell_strings(&value, "", &PdfDict::new(), &mut tell);
        }
        for trailer in self.file.trailers() {
            let direct = trailer.get("Info").and_then(PdfValue::dict);
            if let Some(info) = direct {
                let mut tell = |part: DocumentPart, text: String| reading.text(part, text);
                pdf::tell_strings(&PdfValue::Dict(info.clone()), "", info, &mut tell);
            }
        }
    }

    fn uses(&mut self, dict: &PdfDict) {
        for key in [
            "FontFile",
            "FontFile2",
            "FontFile3",
            "ToUnicode",
            "CIDToGIDMap",
            "CIDSet",
        ] {
            self.technical
                .extend(dict.get(key).and_then(PdfValue::reference));
        }
        let Some(files) = dict.get("EF").and_then(|files| self.file.resolve(files)) else {
            return;
        };
        let name = (dict.get("UF").or(dict.get("F")))
            .and_then(|name| self.file.resolve(name))
            .and_then(|name| name.text().map(pdf::decode_string));
        for file in files.dict().into_iter().flat_map(|files| files.values()) {
            if let Some(number) = file.reference() {
                self.names.insert(number, name.clone().unwrap_or_default());
            }
        }
    }

    /// Returns the pages in the order in which they are shown.
    fn pages(&self) -> Vec<PageEntry> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let roots = self
            .file
            .trailers()
            .iter()
            .rev()
            .filter_map(|trailer| trailer.get("Root"));
        for root in roots {
            let Some(PdfValue::Dict(root)) = self.file.resolve(root) else {
                continue;
            };
            if let Some(top) = root.get("Pages").and_then(PdfValue::reference) {
                self.descend(top, &PdfDict::new(), &mut seen, &mut found, 0);
            }
        }
        found
    }

    fn descend(
        &self,
        number: u32,
        inherited: &PdfDict,
        seen: &mut BTreeSet<u32>,
        found: &mut Vec<PageEntry>,
        level: usize,
    ) {
        if level > MOST_LEVELS || !seen.insert(number) {
            return;
        }
        let Some(id) = self.file.latest(number) else {
            return;
        };
        let Some(PdfValue::Dict(dict)) = self.file.object(id) else {
            return;
        };
        let own = self.file.dict(&dict, "Resources");
        let resources = own.as_ref().unwrap_or(inherited);
        let Some(PdfValue::Array(kids)) = self.file.get(&dict, "Kids") else {
            found.push(PageEntry {
                number: u32::try_from(found.len() + 1).ok(),
                id,
                resources: resources.clone(),
                dict,
            });
            return;
        };
        for kid in kids.iter().filter_map(PdfValue::reference) {
            self.descend(kid, resources, seen, found, level + 1);
        }
    }

    /// Returns pages that are in the file and not shown.
    fn pages_gone(&self, shown: &[PageEntry]) -> Vec<PageEntry> {
        let shown: BTreeSet<EntryId> = shown.iter().map(|page| page.id).collect();
        let mut gone = Vec::new();
        for id in self.file.entries() {
            if !shown.contains(&id)
                && let Some(PdfValue::Dict(dict)) = self.file.object(id)
                && is(&dict, "Type", "Page")
            {
                gone.push(PageEntry {
                    number: None,
                    id,
                    resources: self
                        .file
                        .dict(&dict, "Resources")
                        .unwrap_or_else(|| self.usual.clone()),
                    dict,
                });
            }
        }
        gone
    }

    /// Tells the text of a page.
    fn page(
        &mut self,
        page: &PageEntry,
        reading: &mut DocumentReading<'_, '_>,
    ) -> Result<(), PdfError> {
        let content = self.content(&page.dict)?;
        let part = page
            .number
            .map_or(DocumentPart::Earlier, DocumentPart::Page);
        let figures = self.operators(&content, &page.resources, &part, reading)?;
        let area = self.area(&page.dict);
        let is_scan = figures.letters < FEW_LETTERS && figures.picture * 2.0 > area;
        let is_drawn =
            figures.letters == 0 && (figures.picture > 0.0 || figures.shapes > MANY_SHAPES);
        if is_scan || is_drawn {
            reading.gap(GapReason::Pictures, part);
        }
        Ok(())
    }

    /// Returns the operators of a page, which may be in several streams.
    fn content(&mut self, page: &PdfDict) -> Result<Vec<u8>, PdfError> {
        let parts = match page.get("Contents") {
            Some(PdfValue::Array(parts)) => parts.clone(),
            Some(PdfValue::Reference(number)) => {
                let value = self
                    .file
                    .latest(*number)
                    .and_then(|id| self.file.object(id));
                match value {
                    Some(PdfValue::Array(parts)) => parts,
                    _ => vec![PdfValue::Reference(*number)],
                }
            }
            _ => Vec::new(),
        };
        let mut content = Vec::new();
        for number in parts.iter().filter_map(PdfValue::reference) {
            let Some(id) = self.file.latest(number) else {
                continue;
            };
            if self.told.insert(id)
                && let Some((_, StreamBytes::Bytes(bytes))) = self.file.stream(id)?
            {
                content.extend(bytes);
                content.push(b'\n');
            }
        }
        Ok(content)
    }

    fn operators(
        &mut self,
        content: &[u8],
        resources: &PdfDict,
        part: &DocumentPart,
        reading: &mut DocumentReading<'_, '_>,
    ) -> Result<PageFigures, PdfError> {
        let mut tell = |other: Option<DocumentPart>, text: String| {
            reading.text(other.unwrap_or_else(|| part.clone()), text);
        };
        let mut reader = ContentReader::new(self.file, &mut tell);
        std::mem::swap(&mut reader.read, &mut self.told);
        let figures = reader.page(content, resources.clone());
        std::mem::swap(&mut reader.read, &mut self.told);
        let figures = figures?;
        if figures.unknown > FEW_UNKNOWN {
            reading.gap(GapReason::Letters, part.clone());
        }
        Ok(figures)
    }

    /// Returns the area of a page, in its units.
    fn area(&self, page: &PdfDict) -> f64 {
        let given = self.file.get(page, "MediaBox");
        let corners: Vec<f64> = (given
            .as_ref()
            .and_then(PdfValue::array)
            .unwrap_or(&[])
            .iter())
        .filter_map(PdfValue::number)
        .collect();
        match corners[..] {
            [left, low, right, high] => ((right - left) * (high - low)).abs(),
            // Letter, which most pages are, or are near to.
            _ => 612.0 * 792.0,
        }
    }

    /// Tells a stream that no page named.
    fn stream(
        &mut self,
        id: EntryId,
        reading: &mut DocumentReading<'_, '_>,
    ) -> Result<(), PdfError> {
        let number = self.file.object_number(id);
        let Some(PdfValue::Dict(dict)) = self.file.object(id) else {
            return Ok(());
        };
        let is_technical = self.technical.contains(&number)
            || is(&dict, "Type", "ObjStm")
            || is(&dict, "Type", "XRef")
            || is(&dict, "Type", "CMap")
            || dict.contains_key("FunctionType")
            || dict.contains_key("Alternate");
        if is_technical {
            return Ok(());
        }
        let Some((dict, bytes)) = self.file.stream(id)? else {
            return Ok(());
        };
        let name = self.names.get(&number).cloned();
        let is_attached = name.is_some() || is(&dict, "Type", "EmbeddedFile");
        match bytes {
            StreamBytes::Picture(filter, bytes)
                if filter.starts_with("DCT") || filter.starts_with("JPX") =>
            {
                reading.inner_bytes("image", &bytes);
            }
            StreamBytes::Picture(..) => {}
            StreamBytes::Bytes(bytes) if is_attached => {
                reading.inner_bytes(name.as_deref().unwrap_or(""), &bytes);
            }
            StreamBytes::Bytes(bytes) => self.other(id, &dict, &bytes, reading)?,
            StreamBytes::Unknown => reading.gap(GapReason::Format, DocumentPart::Body),
        }
        Ok(())
    }

    /// Tells a stream by what it looks like: metadata, operators, a script.
    fn other(
        &mut self,
        id: EntryId,
        dict: &PdfDict,
        bytes: &[u8],
        reading: &mut DocumentReading<'_, '_>,
    ) -> Result<(), PdfError> {
        let is_metadata = is(dict, "Type", "Metadata");
        if is(dict, "Subtype", "Image") {
            return Ok(());
        }
        if is_metadata || bytes.trim_ascii_start().starts_with(b"<") {
            let kind = if is_metadata {
                XmlKind::Properties
            } else {
                XmlKind::Content
            };
            let place = XmlPlace {
                member: "",
                kind,
                hidden: false,
            };
            xml::texts(&*xml::in_utf8(bytes), place, SheetCells::None, reading);
            return Ok(());
        }
        let shows = |word: &[u8]| memchr::memmem::find(bytes, word).is_some();
        if shows(b"Tj") || shows(b"TJ") || shows(b" Do") {
            let own = self.file.dict(dict, "Resources");
            let resources = own.unwrap_or_else(|| self.usual.clone());
            let part = if self.file.is_latest(id) {
                DocumentPart::Body
            } else {
                DocumentPart::Earlier
            };
            self.operators(bytes, &resources, &part, reading)?;
        } else if dict
            .keys()
            .all(|key| matches!(key.as_str(), "Length" | "Filter" | "DecodeParms"))
            && std::str::from_utf8(bytes).is_ok()
            && !bytes.starts_with(b"/CIDInit")
        {
            reading.text(DocumentPart::Body, pdf::decode_string(bytes));
        }
        Ok(())
    }
}
