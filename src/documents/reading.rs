//! The reading of one document: who is told, how deep it goes, and how much may still be unpacked.

use super::part::{DocumentPart, DocumentText, DocumentVerdict, GapReason};
use crate::source::limits::{Limit, Limits};
use std::cell::Cell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

/// The bytes of a document, read here and there.
pub(crate) trait DocumentFile: Read + Seek {}

impl<F: Read + Seek> DocumentFile for F {}

/// Who is told of each text.
pub(crate) type TextVisitor<'v> = dyn FnMut(DocumentText) + 'v;

/// Reads a document of any format.
pub(crate) type ReadDocument = fn(&mut dyn DocumentFile, &mut DocumentReading<'_, '_>);

/// What of a workbook is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent<'s> {
    /// Everything.
    Whole,
    /// What is no cell of the sheets of these names: those are read as tables elsewhere.
    BesideTables(&'s [&'s str]),
}

/// How many times its size a document may unpack to; figures and drawings in XML reach 50.
const MOST_TIMES: u64 = 100;
/// Bytes of a text after which the rest is a text of its own.
pub(crate) const LONGEST_TEXT: usize = 1 << 16;

/// A document that is being read.
pub(crate) struct DocumentReading<'a, 'v> {
    pub(crate) limits: &'a Limits,
    pub(crate) extent: Extent<'a>,
    pub(crate) verdict: DocumentVerdict,
    visit: &'a mut TextVisitor<'v>,
    read: ReadDocument,
    /// Names of the files that are read, one inside the other.
    inside: Vec<String>,
    /// Bytes that may still be unpacked.
    budget: Rc<Cell<u64>>,
}

impl<'a, 'v> DocumentReading<'a, 'v> {
    /// Returns the reading of a document of `size` bytes; `read` reads those inside it.
    pub(crate) fn new(
        size: u64,
        extent: Extent<'a>,
        limits: &'a Limits,
        read: ReadDocument,
        visit: &'a mut TextVisitor<'v>,
    ) -> Self {
        let most = size.saturating_mul(MOST_TIMES);
        DocumentReading {
            limits,
            extent,
            verdict: DocumentVerdict::default(),
            visit,
            read,
            inside: Vec::new(),
            budget: Rc::new(Cell::new(most.max(limits.mebibytes(Limit::UnpackedMib)))),
        }
    }

    /// Tells a text, unless there is nothing but blanks in it.
    pub(crate) fn text(&mut self, part: DocumentPart, text: String) {
        if !text.trim().is_empty() {
            let part = self.within(part);
            (self.visit)(DocumentText { part, text });
        }
    }

    /// Tells that something was not looked into.
    pub(crate) fn gap(&mut self, reason: GapReason, part: DocumentPart) {
        let part = self.within(part);
        self.verdict.add(reason, part);
    }

    /// Tells that reading broke off.
    pub(crate) fn failed(&mut self, error: &io::Error, part: DocumentPart) {
        let spent = error.get_ref().and_then(|inner| inner.downcast_ref());
        let reason = spent.map_or(GapReason::Damaged, |LimitExceeded(limit)| {
            GapReason::Limit(*limit)
        });
        self.gap(reason, part);
    }

    fn within(&self, part: DocumentPart) -> DocumentPart {
        self.inside.iter().rev().fold(part, |part, name| {
            DocumentPart::Inside(name.clone(), Box::new(part))
        })
    }

    /// Reads a document that is inside this one, and its name.
    pub(crate) fn inner(&mut self, name: &str, file: &mut dyn DocumentFile) {
        if self.inside.len() >= self.limits.count(Limit::DocumentLevels) {
            let reason = GapReason::Limit(Limit::DocumentLevels);
            self.gap(reason, DocumentPart::Name);
            return;
        }
        self.inside.push(name.to_owned());
        (self.read)(file, self);
        self.inside.pop();
    }

    /// As [`DocumentReading::inner`], of bytes in memory.
    pub(crate) fn inner_bytes(&mut self, name: &str, bytes: &[u8]) {
        self.inner(name, &mut Cursor::new(bytes));
    }

    /// Returns a reader that breaks off where more is unpacked than may be.
    pub(crate) fn metered<R: Read>(&self, inner: R) -> MeteredReader<R> {
        MeteredReader {
            inner,
            budget: Rc::clone(&self.budget),
        }
    }

    /// Returns what counts unpacked bytes.
    pub(crate) fn meter(&self) -> UnpackingMeter {
        UnpackingMeter(Rc::clone(&self.budget))
    }

    /// Returns all bytes of a file, from its beginning.
    ///
    /// # Errors
    /// When they are more than may be held in memory, or cannot be read.
    pub(crate) fn whole(&self, file: &mut dyn DocumentFile) -> io::Result<Vec<u8>> {
        file.seek(SeekFrom::Start(0))?;
        self.held(file)
    }

    /// Returns all that is left of a stream.
    ///
    /// # Errors
    /// When it is more than may be held in memory, or cannot be read.
    pub(crate) fn held(&self, input: impl Read) -> io::Result<Vec<u8>> {
        let most = self.limits.mebibytes(Limit::HeldMib);
        let mut bytes = Vec::new();
        input.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Err(io::Error::other(LimitExceeded(Limit::HeldMib)));
        }
        Ok(bytes)
    }
}

/// The error that a document exceeds a limit.
#[derive(Debug, thiserror::Error)]
#[error("{} is exceeded", .0.name())]
pub(crate) struct LimitExceeded(pub(crate) Limit);

/// Counts what is unpacked.
pub(crate) struct UnpackingMeter(Rc<Cell<u64>>);

impl UnpackingMeter {
    /// Counts unpacked bytes; false where they are more than may be.
    pub(crate) fn spend(&self, bytes: u64) -> bool {
        let left = self.0.get().checked_sub(bytes);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }
}

/// Counts what is unpacked, and breaks off where it is more than may be.
pub(crate) struct MeteredReader<R> {
    inner: R,
    budget: Rc<Cell<u64>>,
}

impl<R: Read> Read for MeteredReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(out)?;
        match self.budget.get().checked_sub(n as u64) {
            Some(left) => self.budget.set(left),
            None => return Err(io::Error::other(LimitExceeded(Limit::UnpackedMib))),
        }
        Ok(n)
    }
}
