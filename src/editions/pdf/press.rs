//! The typesetter: a text in Typst's language becomes a PDF that says of itself that it is accessible (PDF/UA-1). It sees
//! no disk, no clock and no fonts but those that the program carries, and so the same text gives the same bytes.

use std::collections::BTreeMap;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::PageRanges;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Families, in the order in which a letter is looked for: the second has the marks that the first lacks.
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

/// What every document is set with.
pub(crate) struct Typesetter {
    standard: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Typesetter {
    /// Opens the fonts.
    pub(crate) fn new() -> Typesetter {
        let all = typst_assets::fonts().flat_map(|bytes| Font::iter(Bytes::new(bytes)));
        let fonts: Vec<Font> = all
            .filter(|font| FAMILIES.contains(&font.info().family.as_str()))
            .collect();
        // Heads of rows are told as such by functions that wait behind this switch.
        let library = Library::builder()
            .with_features([Feature::A11yExtras].into_iter().collect())
            .build();
        Typesetter {
            standard: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// Whether a font has this character.
    pub(crate) fn has(&self, character: char) -> bool {
        self.fonts
            .iter()
            .any(|font| font.info().coverage.contains(character.into()))
    }

    /// Sets a document of this text and these files; the PDF, and the number of its pages. `name` is what no other
    /// document of the portal is called.
    ///
    /// # Errors
    /// In the typesetter's words, when it does not take the text.
    pub(crate) fn print(
        &self,
        name: &str,
        text: &str,
        files: BTreeMap<String, Vec<u8>>,
        most_pages: Option<usize>,
    ) -> Result<Option<Vec<u8>>, String> {
        let main = id("main.typ").ok_or("main.typ")?;
        let files = files
            .into_iter()
            .filter_map(|(path, bytes)| Some((id(&path)?, Bytes::new(bytes))))
            .collect();
        let desk = DocumentWorld {
            press: self,
            main,
            source: Source::new(main, text.to_owned()),
            files,
        };
        let document = typst::compile::<PagedDocument>(&desk)
            .output
            .map_err(|found| told(&found))?;
        let printed = if most_pages.is_some_and(|most| document.pages().len() > most) {
            None
        } else {
            let standards = PdfStandards::new(&[PdfStandard::Ua_1])
                .map_err(|found| found.message().to_string())?;
            let options = PdfOptions {
                ident: Smart::Custom(name.to_owned()),
                creator: Smart::Custom(Some(
                    concat!("tragaluz ", env!("CARGO_PKG_VERSION")).to_owned(),
                )),
                timestamp: None,
                page_ranges: None::<PageRanges>,
                standards,
                tagged: true,
                pretty: false,
            };
            Some(typst_pdf::pdf(&document, &options).map_err(|found| told(&found))?)
        };
        // What it remembers of one document is of no use to the next.
        typst::comemo::evict(2);
        Ok(printed)
    }
}

fn id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

fn told(found: &[SourceDiagnostic]) -> String {
    found
        .iter()
        .map(|one| one.message.to_string())
        .collect::<Vec<_>>()
        .join("; ")
}

/// One document on its way.
struct DocumentWorld<'a> {
    press: &'a Typesetter,
    main: FileId,
    source: Source,
    files: Vec<(FileId, Bytes)>,
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.standard
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main {
            Ok(self.source.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Typesetter;

    #[test]
    fn letters_of_the_languages_of_mexico_are_in_the_fonts() {
        let press = Typesetter::new();
        // Spanish, Nahuatl, Otomí and Mazahua; the marks of statuses.
        for letter in "áéíóúñüÁÑ¿¡«»–—…āēīōøʉɨꞌꞋäëïö\u{331}\u{303}\u{332}○▶✓✕→".chars()
        {
            assert!(press.has(letter), "{letter} U+{:04X}", u32::from(letter));
        }
    }
}
