//! Floor 4: what became of datasets since the last build.
//!
//! What was published is told by the last output, and by what the last build kept where a change still lacks its date:
//! never by a file's time.

use crate::cache::{Cache, Key};
use crate::data::Tables;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::Portal;
use crate::model::dataset::Dataset;
use crate::text::slug::slug;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The files of a dataset, and the date of their last change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Dated {
    modified: String,
    /// SHA-256 of each file as received, by its name.
    files: BTreeMap<String, String>,
}

/// Says which datasets have files that changed since the last build into `out`, while their `modified` did not.
pub fn check(portal: &Portal, tables: &Tables, out: &Path, cache: &Cache, sink: &mut Sink) {
    for dataset in &portal.datasets {
        let Some(now) = Dated::now(dataset, tables) else { continue };
        let key = Key::of(&[b"dated", out.to_string_lossy().as_bytes(), dataset.head.id.as_bytes()]);
        let last: Option<Dated> = cache.get(&key).or_else(|| Dated::published(&dataset.head.id, out));
        let undated = last.filter(|last| last.modified == now.modified && now.changed_since(last).is_some());
        let Some(last) = undated else {
            cache.put(key, &now);
            continue;
        };
        let path =
            now.changed_since(&last).and_then(|name| path_of(&dataset.head.id, name, tables)).unwrap_or_default();
        let finding = Diagnostic::new(&codes::DATASET_CHANGED_UNDATED).at(Place::file(path));
        sink.push(finding.arg("file", path).arg("modified", &last.modified));
        // It is said again until a date says when.
        cache.put(key, &last);
    }
}

impl Dated {
    /// Those of today; none of a dataset without a date, or that is made of the portal's own pages.
    fn now(dataset: &Dataset, tables: &Tables) -> Option<Dated> {
        let modified = dataset.modified?.to_string();
        let id = dataset.head.id.as_str();
        if tables.of(id).any(crate::data::Table::is_register) {
            return None;
        }
        let of_tables = tables.of(id).flat_map(|table| std::iter::once(&table.received).chain(&table.further));
        let others = tables.others.iter().filter(|other| other.dataset == id).map(|other| &other.received);
        let files = of_tables.chain(others).map(|file| (file.name.clone(), file.sha256.clone()));
        Some(Dated { modified, files: files.collect() })
    }

    /// Those of the last output.
    fn published(dataset: &str, out: &Path) -> Option<Dated> {
        let text = std::fs::read(out.join(format!("datasets/{}.json", slug(dataset)))).ok()?;
        let told: serde_json::Value = serde_json::from_slice(&text).ok()?;
        let received = told["files"].as_array()?.iter().filter(|file| file["role"] == "received");
        let files = received.filter_map(|file| {
            let name = file["path"].as_str()?.rsplit('/').next()?;
            Some((name.to_owned(), file["sha256"].as_str()?.to_owned()))
        });
        Some(Dated { modified: told["modified"].as_str()?.to_owned(), files: files.collect() })
    }

    /// The first file that was another one.
    fn changed_since(&self, last: &Dated) -> Option<&str> {
        let is_other = |(name, sum): &(&String, &String)| last.files.get(*name).is_some_and(|before| before != *sum);
        self.files.iter().find(is_other).map(|(name, _)| name.as_str())
    }
}

/// Where a file of a dataset stands in the portal.
fn path_of<'t>(dataset: &str, name: &str, tables: &'t Tables) -> Option<&'t str> {
    let of_tables = tables.of(dataset).flat_map(|table| std::iter::once(&table.received).chain(&table.further));
    let others = tables.others.iter().filter(|other| other.dataset == dataset).map(|other| &other.received);
    of_tables.chain(others).find(|file| file.name == name).map(|file| file.path.as_str())
}
