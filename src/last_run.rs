//! What the last run was made of and came to: one that finds everything as that did says the same again, and makes nothing.
//!
//! Everything is the portal's folder, what the run was told, the program, and the output down to each of its files. What a run
//! found of the output itself is found once, and such a run is not repeated.

use crate::cache::{Cache, CacheKey, FOLDER};
use crate::diag::{Sink, StoredFinding, codes};
use crate::site::audit::Weight;
use crate::source::fingerprint::{FileHashes, Fingerprint, FolderListing};
use crate::stage::{Identity, Output, SUMS, Staging, Strangers};
use crate::{Options, Site};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What a run was made of, and what it came to.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct LastRun {
    inputs: Fingerprint,
    /// SHA-256 of the output's list of checksums.
    sums: String,
    findings: Vec<StoredFinding>,
    weights: Vec<Weight>,
    pages: usize,
}

/// What a run is made of, looked at before any of it is read.
#[derive(Debug)]
pub(crate) struct RunInputs {
    key: CacheKey,
    listing: FolderListing,
    /// The disk's own time when that was listed.
    now: Identity,
    told: String,
    inputs: Fingerprint,
    /// The last run, where it was made of the same.
    last: Option<LastRun>,
}

/// The portal's folder as it was listed.
#[derive(Debug)]
pub(crate) struct ListedInputs {
    listing: FolderListing,
    /// The disk's own time when it was.
    now: Identity,
}

impl ListedInputs {
    /// Lists what a run is made of. None where nothing is kept for the next one, or it cannot be looked at.
    pub(crate) fn look(root: &Path, out: &Output, options: &Options) -> Option<ListedInputs> {
        options.program?;
        let now = Cache::time_in(root)?;
        let others = [PathBuf::from(FOLDER), out.path().to_owned()];
        let listing = FolderListing::of(&root.canonicalize().ok()?, &others).ok()?;
        Some(ListedInputs { listing, now })
    }
}

impl RunInputs {
    /// Holds what a run is made of against the last one. None where it cannot be looked at.
    pub(crate) fn look(
        listed: ListedInputs,
        out: &Output,
        options: &Options,
        cache: &Cache,
    ) -> Option<RunInputs> {
        let ListedInputs { listing, now } = listed;
        let told = format!("{} {}", out.path().display(), options.told());
        let key = CacheKey::of(&[b"last run", told.as_bytes()]);
        let last = cache.get::<LastRun>(&key);
        let last = last.filter(|last| listing.is(&last.inputs));
        let inputs = match &last {
            Some(last) => last.inputs.clone(),
            None => listing.fingerprint(&now).ok()?,
        };
        Some(RunInputs {
            key,
            listing,
            now,
            told,
            inputs,
            last,
        })
    }

    /// What the run was told, and where it writes.
    pub(crate) fn told(&self) -> &str {
        &self.told
    }

    /// Returns the paths of all pages' files.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &str> {
        let paths = self.listing.paths().filter(|path| is_page(path));
        paths.map(|path| std::str::from_utf8(path).unwrap_or_default())
    }

    /// Hashes every file but pages, as far as it is not known from an earlier run. None where one cannot be read.
    pub(crate) fn hash_files(&self, cache: &Cache) -> Option<FileHashes> {
        let key = CacheKey::of(&[b"files", self.told.as_bytes()]);
        let before: FileHashes = cache.get(&key).unwrap_or_default();
        let hashes = self.listing.hashes(&before, &self.now, is_page).ok()?;
        if hashes != before {
            cache.put(key, &hashes);
        }
        Some(hashes)
    }

    /// Whether the last run was made of the same.
    pub(crate) fn are_the_last(&self) -> bool {
        self.last.is_some()
    }

    /// Returns what the last run came to, and what it found, where the output is as that left it.
    pub(crate) fn repeated(
        &self,
        staging: &Staging,
        kept: &Strangers,
        sink: &mut Sink,
    ) -> Option<Site> {
        let last = self.last.clone()?;
        if !staging.is_as_left() || !kept.are(staging.named()) {
            return None;
        }
        let manifest = staging.previous().ok()?;
        let is_known = manifest.get(SUMS)?.sha256 == last.sums && sink.take_stored(last.findings);
        is_known.then(|| Site {
            manifest,
            weights: last.weights,
            pages: last.pages,
            ..Site::default()
        })
    }

    /// Keeps what a run came to for the next one.
    pub(crate) fn keep(&self, site: &Site, findings: Vec<StoredFinding>, cache: &Cache) {
        let Some(sums) = site.manifest.get(SUMS) else {
            return;
        };
        let run = LastRun {
            inputs: self.inputs.clone(),
            sums: sums.sha256.clone(),
            findings,
            weights: site.weights.clone(),
            pages: site.pages,
        };
        cache.put(self.key, &run);
    }
}

/// Whether a path is that of a page's file, which is read as a whole anyway.
fn is_page(path: &[u8]) -> bool {
    path.starts_with(b"content/") && path.ends_with(b".md")
}

/// Returns what was found, where a run that changes nothing would find the same: not what is told of the last output.
pub(crate) fn repeatable(found: &Sink) -> Option<Vec<StoredFinding>> {
    let of_output = [
        &codes::OUTPUT_ALTERED,
        &codes::OUTPUT_KEPT,
        &codes::OUTPUT_LEFT,
    ];
    let is_told_once = found.iter().any(|one| of_output.contains(&one.code));
    if is_told_once { None } else { found.stored() }
}
