//! Datasets whose files changed since the last build under the same date.
//!
//! What was published is told by the last output, by what the last build kept where a change still lacks its date, and, where
//! there is neither, by `addresses.txt`: never by a file's time.

use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::dataset::Dataset;
use crate::model::{Portal, address};
use crate::source::address_list;
use crate::source::address_list::AddressList;
use crate::stage;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// A file of a dataset as it was received.
#[derive(Debug, Clone)]
pub(crate) struct ReceivedFile {
    /// Its path in the portal.
    pub(crate) path: String,
    /// Its address from the site's root.
    pub(crate) address: String,
    /// SHA-256 of what is published there, in hexadecimal.
    pub(crate) sha256: String,
}

/// The received files of each dataset that is not made of the portal's own pages.
pub(crate) type ReceivedFiles = BTreeMap<String, Vec<ReceivedFile>>;

/// The files of a dataset, and the date of their last change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct DatedFiles {
    modified: String,
    /// SHA-256 of each file as received, or its beginning, by its address.
    files: BTreeMap<String, String>,
}

/// Where what the last build found is kept.
pub(crate) struct LastBuild<'a> {
    /// Output folder of that build.
    pub(crate) out: &'a Path,
    pub(crate) cache: &'a Cache,
    /// The list of published addresses.
    pub(crate) published: &'a AddressList,
}

/// Says which datasets have files that changed since the last build, while their `modified` did not.
pub(crate) fn check(
    portal: &Portal,
    received: &ReceivedFiles,
    last: &LastBuild<'_>,
    sink: &mut Sink,
) {
    let LastBuild {
        out,
        cache,
        published,
    } = *last;
    for dataset in &portal.datasets {
        let Some(files) = received.get(&dataset.head.id) else {
            continue;
        };
        let Some(now) = DatedFiles::now(dataset, files) else {
            continue;
        };
        let key = CacheKey::of(&[
            b"dated",
            out.to_string_lossy().as_bytes(),
            dataset.head.id.as_bytes(),
        ]);
        let before = cache
            .get(&key)
            .or_else(|| DatedFiles::of_output(&dataset.head.id, out));
        let before: Option<DatedFiles> = before.or_else(|| DatedFiles::of_list(&now, published));
        let changed = before
            .as_ref()
            .and_then(|before| now.changed_since(before, files));
        let (Some(file), Some(before)) = (changed, before) else {
            cache.put(key, &now);
            continue;
        };
        let finding = Diagnostic::new(&codes::DATASET_CHANGED_UNDATED).at(Place::file(&file.path));
        sink.push(
            finding
                .arg("file", &file.path)
                .arg("modified", &before.modified),
        );
        // It is said again until a date says when.
        cache.put(key, &before);
    }
}

impl DatedFiles {
    /// Those of today; none of a dataset without a date.
    fn now(dataset: &Dataset, files: &[ReceivedFile]) -> Option<DatedFiles> {
        let modified = dataset.modified?.to_string();
        let files = files
            .iter()
            .map(|file| (file.address.clone(), file.sha256.clone()));
        Some(DatedFiles {
            modified,
            files: files.collect(),
        })
    }

    /// Those of the last output.
    fn of_output(dataset: &str, out: &Path) -> Option<DatedFiles> {
        let path = address::dataset(dataset).replace("/index.html", ".json");
        let text = stage::read(out, &path).ok()?;
        let told: serde_json::Value = serde_json::from_slice(&text).ok()?;
        let received = told["files"]
            .as_array()?
            .iter()
            .filter(|file| file["role"] == "received");
        let files = received.filter_map(|file| {
            Some((
                file["path"].as_str()?.to_owned(),
                file["sha256"].as_str()?.to_owned(),
            ))
        });
        Some(DatedFiles {
            modified: told["modified"].as_str()?.to_owned(),
            files: files.collect(),
        })
    }

    /// Those that the list of published addresses remembers under the date of today.
    fn of_list(now: &DatedFiles, published: &AddressList) -> Option<DatedFiles> {
        let dated = &published.notes().dated;
        let files: BTreeMap<String, String> = (now.files.keys())
            .filter_map(|address| {
                let known = dated.get(address)?;
                (known.modified == now.modified).then(|| (address.clone(), known.sum.clone()))
            })
            .collect();
        (!files.is_empty()).then(|| DatedFiles {
            modified: now.modified.clone(),
            files,
        })
    }

    /// The first file that was another one under the same date.
    fn changed_since<'f>(
        &self,
        last: &DatedFiles,
        files: &'f [ReceivedFile],
    ) -> Option<&'f ReceivedFile> {
        if last.modified != self.modified {
            return None;
        }
        files.iter().find(|file| {
            let sum = address_list::DatedSum::new(&file.sha256, "").sum;
            let before = last.files.get(&file.address);
            before.is_some_and(|before| !before.starts_with(&sum))
        })
    }
}
