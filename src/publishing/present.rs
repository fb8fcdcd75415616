//! What is at a target, as far as the list that was published there last says it, and the journal of a run that was cut off.

use super::target::SiteTarget;
use crate::diag::Fatal;
use crate::stage::{ListedFiles, MARKER, SIGNATURE, SUMS, sha256};
use std::collections::BTreeMap;
use std::io::Read;

/// Most bytes that are read of a list: two million files.
const MOST_BYTES: u64 = 256 << 20;

/// Files that the program put at a target.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PresentFiles {
    /// By their paths, each with its SHA-256; none where a run may have been cut off while it put the file.
    files: BTreeMap<String, Option<String>>,
    /// SHA-256 of the list there, whoever wrote it.
    sums: Option<String>,
}

impl PresentFiles {
    /// Reads the list that is there. Without its marker it is nobody's.
    ///
    /// # Errors
    /// When the target cannot be read.
    pub(super) fn read(target: &mut dyn SiteTarget) -> Result<PresentFiles, Fatal> {
        let mut found: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        target.fetch(&[SUMS, MARKER, SIGNATURE], &mut |path, file| {
            let Some(file) = file else {
                return Ok(());
            };
            let mut bytes = Vec::new();
            let read = file.take(MOST_BYTES).read_to_end(&mut bytes);
            read.map_err(Fatal::io("reading", path.as_ref()))?;
            found.insert(path.to_owned(), bytes);
            Ok(())
        })?;
        let sums = found.get(SUMS).map(|bytes| sha256(bytes));
        let both = [SUMS, MARKER].map(|name| found.get(name).cloned());
        let Ok(listed) = ListedFiles::told(both) else {
            let files = BTreeMap::new();
            return Ok(PresentFiles { files, sums });
        };
        let listed = listed.files().iter();
        let listed = listed.map(|(path, sum)| (path.clone(), Some(sum.clone())));
        let own = found
            .into_iter()
            .map(|(path, bytes)| (path, Some(sha256(&bytes))));
        Ok(PresentFiles {
            files: listed.chain(own).collect(),
            sums,
        })
    }

    /// What is there, where it is known from elsewhere.
    pub(super) fn of(files: BTreeMap<String, Option<String>>, sums: Option<String>) -> Self {
        PresentFiles { files, sums }
    }

    /// Whether a list there is known to be the program's.
    pub(super) fn is_known(&self) -> bool {
        !self.files.is_empty()
    }

    pub(super) fn files(&self) -> &BTreeMap<String, Option<String>> {
        &self.files
    }

    /// SHA-256 of the list there; none where there is none.
    pub(super) fn sums(&self) -> Option<&str> {
        self.sums.as_deref()
    }
}
