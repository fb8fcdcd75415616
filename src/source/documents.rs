//! Files of the portal, read and divided into facts and text.

use super::control_characters;
use super::disk::{Disk, LocalDisk, TooLarge};
use super::file::SourceFile;
use super::front_matter::{self, Document};
use super::kept_facts::{KeptFacts, PackedPage};
use super::listing::has_ending;
use super::read_errors;
use super::shared_texts::{CommonTexts, is_shared};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use rayon::prelude::*;
use std::path::Path;
use std::sync::Arc;
use tragaluz_tables::limits::{Limit, Limits};

/// Divides a file into facts and text.
type DivideFile = fn(Arc<SourceFile>, &Limits, &mut Vec<Diagnostic>) -> Document;

/// Reads files of one portal.
#[derive(Clone, Copy)]
pub(super) struct DocumentReader<'d> {
    pub(super) disk: &'d dyn Disk,
    pub(super) root: &'d Path,
    /// How much of a file is read.
    pub(super) limits: &'d Limits,
    /// What earlier runs parsed.
    pub(super) kept: Option<KeptFacts<'d>>,
    /// Texts that pages may include.
    pub(super) shared: &'d CommonTexts,
}

impl DocumentReader<'_> {
    /// Reads Markdown files side by side, by their paths from the portal's root; what is found in them is told in their order.
    pub(super) fn pages(self, paths: &[String], sink: &mut Sink) -> Vec<PackedPage> {
        let read: Vec<(PackedPage, Sink)> = (paths.par_iter())
            .map(|path| {
                let mut found = Sink::new();
                (self.packed(path, &mut found), found)
            })
            .collect();
        let mut pages = Vec::with_capacity(read.len());
        for (page, found) in read {
            sink.extend(found.into_found());
            pages.push(page);
        }
        pages
    }

    /// Reads a Markdown file, or takes what an earlier run parsed in one that is the same.
    fn packed(self, path: &str, sink: &mut Sink) -> PackedPage {
        self.read(path, sink, |file, found| {
            let kept = self.kept.filter(|_| found.is_empty());
            let known = kept.and_then(|kept| Some((kept, kept.key(&file)?)));
            let Some((kept, key)) = known else {
                return PackedPage::of(&front_matter::read(file, self.limits, found));
            };
            kept.get(&key, &file).unwrap_or_else(|| {
                let page = PackedPage::of(&front_matter::read(file, self.limits, found));
                if found.is_empty() {
                    kept.put(key, &page);
                }
                page
            })
        })
        .unwrap_or_else(|| PackedPage::of(&read_errors::document(path)))
    }

    /// Reads the texts that pages may include, by their paths from the portal's root.
    pub(super) fn shared(self, paths: &[String], sink: &mut Sink) -> CommonTexts {
        let most = self.limits.mebibytes(Limit::FileMib);
        let files = paths.iter().filter_map(|path| {
            let file = self.read(path, sink, |file, _| file)?;
            Some(Arc::unwrap_or_clone(file))
        });
        let files = files.collect();
        CommonTexts::of(files, usize::try_from(most).unwrap_or(usize::MAX), sink)
    }

    /// Reads a Markdown file: facts, and the text below them.
    pub(super) fn page(self, path: &str, sink: &mut Sink) -> Document {
        self.divided(path, sink, front_matter::read)
    }

    /// Reads a file that is facts from end to end.
    pub(super) fn facts(self, path: &str, sink: &mut Sink) -> Document {
        self.divided(path, sink, front_matter::read_whole)
    }

    fn divided(self, path: &str, sink: &mut Sink, divide: DivideFile) -> Document {
        self.read(path, sink, |file, found| divide(file, self.limits, found))
            .unwrap_or_else(|| read_errors::document(path))
    }

    /// Reads a file, of which something is made then; none where it cannot be read, which is a finding.
    fn read<T>(
        self,
        path: &str,
        sink: &mut Sink,
        make: impl FnOnce(Arc<SourceFile>, &mut Vec<Diagnostic>) -> T,
    ) -> Option<T> {
        let most = self.limits.mebibytes(Limit::FileMib);
        match self.disk.read_within(&self.root.join(path), most) {
            Ok(bytes) => {
                let mut found = Vec::new();
                let mut file = decoded(path, bytes, &mut found);
                if has_ending(path, ".md") && !is_shared(path) {
                    file = self.shared.compose(file, sink);
                }
                let made = make(Arc::new(file), &mut found);
                sink.extend(found);
                Some(made)
            }
            Err(error) => {
                sink.push(read_errors::finding_within(path, &error, self.limits));
                None
            }
        }
    }
}

/// Reads a file that is facts from end to end, outside a portal: a Table Schema, a Data Package.
///
/// # Errors
/// When the disk cannot be read.
pub fn descriptor(path: &Path, limits: &Limits, sink: &mut Sink) -> Result<Document, Fatal> {
    let named = path.to_string_lossy();
    match LocalDisk.read_within(path, limits.mebibytes(Limit::FileMib)) {
        Ok(bytes) => Ok(descriptor_of(&named, bytes, limits, sink)),
        Err(error) if TooLarge::is_cause(&error) => {
            sink.push(read_errors::finding_within(&named, &error, limits));
            Ok(read_errors::document(&named))
        }
        Err(error) => Err(Fatal::io("reading", path)(error)),
    }
}

/// Parses the bytes of a file that is facts from end to end: `tragaluz.toml`, or a descriptor inside another file.
pub(crate) fn descriptor_of(
    path: &str,
    bytes: Vec<u8>,
    limits: &Limits,
    sink: &mut Sink,
) -> Document {
    divided(path, bytes, sink, |file, found| {
        front_matter::read_whole(file, limits, found)
    })
}

fn divided<T>(
    path: &str,
    bytes: Vec<u8>,
    sink: &mut Sink,
    divide: impl FnOnce(Arc<SourceFile>, &mut Vec<Diagnostic>) -> T,
) -> T {
    let mut found = Vec::new();
    let file = Arc::new(decoded(path, bytes, &mut found));
    let document = divide(file, &mut found);
    sink.extend(found);
    document
}

/// Decodes a file: its byte order mark is dropped; bytes that are not UTF-8 are a finding and the file reads as empty facts.
fn decoded(path: &str, bytes: Vec<u8>, found: &mut Vec<Diagnostic>) -> SourceFile {
    let (text, fault) = match String::from_utf8(bytes) {
        Ok(text) => {
            let text = text
                .strip_prefix('\u{feff}')
                .map(str::to_owned)
                .unwrap_or(text);
            let nul = text.find('\0');
            (text, nul)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (
                String::from_utf8_lossy(error.as_bytes()).into_owned(),
                Some(valid),
            )
        }
    };
    if let Some(at) = fault {
        let binary = text.contains('\0');
        let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let place = if binary {
            Place::file(path)
        } else {
            Place::of(path, &text, at..end)
        };
        let kind = if binary { "binary" } else { "text" };
        found.push(
            Diagnostic::new(&codes::NOT_UTF8)
                .at(place)
                .arg("kind", kind),
        );
    }
    // Facts have a grammar of their own, which refuses such characters.
    let is_page = path.ends_with(".md") && !text.contains('\0');
    let start = if is_page {
        front_matter::text_start(&text)
    } else {
        text.len()
    };
    control_characters::blank_out(path, text, start, found)
}
