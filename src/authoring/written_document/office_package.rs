//! The parts of an office document, unpacked within bounds.

#![allow(
    clippy::disallowed_methods,
    reason = "a person names this file on the command line: it is not the portal's"
)]

use super::xml_tree::{XmlElement, XmlFault, parse};
use crate::diag::Fatal;
use crate::source::limits::{Limit, Limits};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use zip::read::ZipArchive;

/// How a ZIP begins, and the files of older programs and of those that are locked with a password.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// A package of parts.
pub(super) struct OfficePackage<'l> {
    archive: ZipArchive<BufReader<File>>,
    path: PathBuf,
    limits: &'l Limits,
    /// Bytes that may still be unpacked.
    budget: u64,
}

impl<'l> OfficePackage<'l> {
    /// Opens a document.
    ///
    /// # Errors
    /// When it cannot be read, or is no package.
    pub(super) fn open(path: &Path, limits: &'l Limits) -> Result<OfficePackage<'l>, Fatal> {
        let reading = || Fatal::io("reading", path);
        let mut file = BufReader::new(File::open(path).map_err(reading())?);
        let mut begin = Vec::new();
        file.by_ref()
            .take(4)
            .read_to_end(&mut begin)
            .map_err(reading())?;
        file.seek(SeekFrom::Start(0)).map_err(reading())?;
        if begin != ZIP {
            let kind = if begin == COMPOUND { "old" } else { "format" };
            return Err(refused(path, kind));
        }
        let archive = ZipArchive::new(file).map_err(|_| refused(path, "damaged"))?;
        if archive.len() > limits.count(Limit::Members) {
            return Err(too_large(path, Limit::Members, limits));
        }
        Ok(OfficePackage {
            archive,
            path: path.to_owned(),
            limits,
            budget: limits.mebibytes(Limit::UnpackedMib),
        })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Returns the XML of a part.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub(super) fn part(&mut self, name: &str) -> Result<XmlElement, Fatal> {
        let refused = |kind: &'static str| refused(&self.path, kind);
        let entry = self.archive.by_name(name).map_err(|_| refused("damaged"))?;
        if entry.encrypted() {
            return Err(refused("locked"));
        }
        let mut bytes = Vec::new();
        let most = self.budget.saturating_add(1);
        (entry.take(most))
            .read_to_end(&mut bytes)
            .map_err(|_| refused("damaged"))?;
        self.budget = match self.budget.checked_sub(bytes.len() as u64) {
            Some(left) => left,
            None => return Err(too_large(&self.path, Limit::UnpackedMib, self.limits)),
        };
        parse(&bytes, self.limits.count(Limit::Depth)).map_err(|fault| match fault {
            XmlFault::Damaged => refused("damaged"),
            XmlFault::Deep => too_large(&self.path, Limit::Depth, self.limits),
            XmlFault::Many => refused("many"),
        })
    }

    /// Returns the XML of a part that a document need not have; an empty element where it has none.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub(super) fn part_or_none(&mut self, name: &str) -> Result<XmlElement, Fatal> {
        if self.has(name) {
            self.part(name)
        } else {
            Ok(XmlElement::default())
        }
    }

    /// Returns the error that the document cannot become a page; `kind` names the sentence.
    pub(super) fn refused(&self, kind: &'static str) -> Fatal {
        refused(&self.path, kind)
    }
}

fn refused(path: &Path, kind: &'static str) -> Fatal {
    let args = vec![
        ("file", path.display().to_string().into()),
        ("why", kind.into()),
    ];
    Fatal::wrong_command("document", args)
}

fn too_large(path: &Path, limit: Limit, limits: &Limits) -> Fatal {
    let args = vec![
        ("file", path.display().to_string().into()),
        ("setting", limit.name().into()),
        ("most", limits.most(limit).into()),
    ];
    Fatal::wrong_command("document-limit", args)
}
