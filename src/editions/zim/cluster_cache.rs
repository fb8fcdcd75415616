//! Clusters of the last edition: compressing takes longest, and most of them hold what they held.

use super::super::edition_cache::parts;
use crate::cache::Cache;
use crate::stage::Staging;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::sync::Mutex;

/// The hash of a cluster's contents.
pub(crate) type ClusterHash = [u8; 32];

/// Where a cluster is in the edition, by its contents: where it begins, and its size.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct ClusterLocations(pub(crate) BTreeMap<ClusterHash, (u64, u64)>);

/// The last edition, as far as it is there and known.
#[derive(Default)]
pub(crate) struct ClusterCache {
    file: Option<Mutex<File>>,
    places: ClusterLocations,
}

/// Returns the hash of contents of these sizes, one after the other in `whole`.
pub(crate) fn hash_of(sizes: &[u64], whole: &[u8]) -> ClusterHash {
    let mut hash = Sha256::new();
    for size in sizes {
        hash.update(size.to_le_bytes());
    }
    hash.update(whole);
    hash.finalize().into()
}

impl ClusterCache {
    /// Opens the edition of this path in the last output.
    pub(crate) fn open(path: &str, staging: &Staging, cache: &Cache) -> ClusterCache {
        ClusterCache::known(path, staging, cache).unwrap_or_default()
    }

    fn known(path: &str, staging: &Staging, cache: &Cache) -> Option<ClusterCache> {
        let places = cache.get::<ClusterLocations>(&parts(staging.previous_sum(path)?))?;
        let file = staging.open_previous(path)?;
        Some(ClusterCache {
            file: Some(Mutex::new(file)),
            places,
        })
    }

    /// The compressed cluster of these contents.
    pub(crate) fn find(&self, hash: &ClusterHash) -> Option<Vec<u8>> {
        let (start, bytes) = *self.places.0.get(hash)?;
        let mut file = self.file.as_ref()?.lock().ok()?;
        file.seek(SeekFrom::Start(start)).ok()?;
        let mut cluster = vec![0; usize::try_from(bytes).ok()?];
        file.read_exact(&mut cluster).ok()?;
        Some(cluster)
    }
}
