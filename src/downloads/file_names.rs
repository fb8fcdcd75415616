//! Names of files: lower-case ASCII, and no two alike.

use crate::model::address;
use crate::text::free::FreeNames;
use crate::text::slug::slug;
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_tables::{ReceivedFile, Table, Tables};

/// The folder of a dataset and the stem of each resource's files.
pub(crate) struct FileNames {
    stems: BTreeMap<(String, String), String>,
    taken: FreeNames,
}

impl FileNames {
    /// Names for everything in these tables.
    pub(crate) fn new(tables: &Tables) -> Self {
        let mut names = FreeNames::default();
        let mut stems = BTreeMap::new();
        let all = tables
            .tables
            .iter()
            .map(|t| (&t.dataset, &t.resource))
            .chain(tables.others.iter().map(|o| (&o.dataset, &o.resource)));
        for (dataset, resource) in all {
            let folder = folder(dataset);
            let stem = match slug(resource) {
                empty if empty.is_empty() => "table".to_owned(),
                stem => stem,
            };
            let path = names.give(&format!("{folder}/{stem}"), "-");
            stems.insert((dataset.clone(), resource.clone()), path);
        }
        FileNames {
            stems,
            taken: names,
        }
    }

    /// Returns the path, without its ending, of the file that tables of one dataset are joined in: `datasets/SLUG/all-WORDS`, by the
    /// words that all of their names begin with, numbers left out. It stays when a year is added, or the first one goes.
    pub(crate) fn joined(&mut self, tables: &[&Table]) -> String {
        let stems: Vec<&str> = tables.iter().map(|table| self.stem(table)).collect();
        let (folder, _) = stems[0].rsplit_once('/').unwrap_or_default();
        let wanted = format!("{folder}/all-{}", shared_words(&stems));
        self.taken.give(&wanted, "-")
    }

    /// The path of a table's files without their ending: `datasets/SLUG/RESOURCE`.
    pub(crate) fn stem(&self, table: &Table) -> &str {
        &self.stems[&(table.dataset.clone(), table.resource.clone())]
    }
}

/// Returns the words that the last parts of all these paths begin with, joined by hyphens: `tables` where there are none.
fn shared_words(stems: &[&str]) -> String {
    let names = stems.iter().map(|stem| stem.rsplit('/').next());
    let mut names = names.map(|name| name.unwrap_or_default().split('-').collect::<Vec<_>>());
    let mut shared: Vec<&str> = names.next().unwrap_or_default();
    for name in names {
        let length = shared.iter().zip(&name).take_while(|(a, b)| a == b).count();
        shared.truncate(length);
    }
    shared.retain(|word| word.contains(|c: char| c.is_alphabetic()));
    if shared.is_empty() {
        "tables".to_owned()
    } else {
        shared.join("-")
    }
}

/// `datasets/SLUG`, the folder of the dataset's page.
pub(crate) fn folder(dataset: &str) -> String {
    address::dataset(dataset)
        .trim_end_matches("/index.html")
        .to_owned()
}

/// Paths for files as received, in order: `datasets/SLUG/original/NAME`. A file that several resources are read from
/// is offered once; files of one name, also where case is all that tells them apart, have the names of their folders before
/// it (`2019-datos.csv`), so that none is called by what else there is.
pub(crate) fn originals<'a>(
    received: impl Iterator<Item = (&'a str, &'a ReceivedFile)> + Clone,
) -> Vec<String> {
    let mut of_name: BTreeMap<(&str, String), BTreeSet<&str>> = BTreeMap::new();
    for (dataset, received) in received.clone() {
        of_name
            .entry((dataset, received.name.to_lowercase()))
            .or_default()
            .insert(&received.path);
    }
    let mut known: BTreeMap<(&str, &str), String> = BTreeMap::new();
    let mut free = FreePaths::default();
    let paths = received.map(|(dataset, received)| {
        let path = known.entry((dataset, &received.path)).or_insert_with(|| {
            let is_alone = of_name[&(dataset, received.name.to_lowercase())].len() == 1;
            let name = if is_alone {
                plain(&received.name)
            } else {
                plain(&name_with_folders(received))
            };
            free.give(&format!("{}/original", folder(dataset)), &name)
        });
        path.clone()
    });
    paths.collect()
}

/// A file's path below its dataset's folder, `data/NAME/`, as one name.
fn name_with_folders(received: &ReceivedFile) -> String {
    received
        .path
        .splitn(3, '/')
        .nth(2)
        .unwrap_or(&received.name)
        .replace('/', "-")
}

/// A name that is a plain part of a path on every system.
fn plain(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| {
            if c.is_control()
                || matches!(
                    c,
                    '\\' | ':' | '/' | '?' | '#' | '%' | '*' | '"' | '<' | '>' | '|'
                )
            {
                '_'
            } else {
                c
            }
        })
        .collect();
    if matches!(name.as_str(), "" | "." | "..") {
        "file".to_owned()
    } else {
        name
    }
}

/// Paths of files that are taken, and which number follows for each name.
#[derive(Default)]
struct FreePaths {
    taken: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl FreePaths {
    /// Returns a path that no other file has: in this folder by this name, else with a number before its ending. The number
    /// is the one that follows among those of its name, whatever its case, and whatever others are called.
    fn give(&mut self, folder: &str, name: &str) -> String {
        let (stem, ending) = name.split_at(name.find('.').unwrap_or(name.len()));
        let key = format!("{folder}/{name}").to_lowercase();
        let next = self.next.entry(key).or_insert(1);
        loop {
            let path = match *next {
                1 => format!("{folder}/{stem}{ending}"),
                n => format!("{folder}/{stem}-{n}{ending}"),
            };
            *next += 1;
            if self.taken.insert(path.to_lowercase()) {
                return path;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn originals_do_not_collide() {
        let received = |path: &str| ReceivedFile {
            path: path.to_owned(),
            name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            bytes: 0,
            sha256: String::new(),
            encoding: None,
            media_type: String::new(),
        };
        let [a, b, c] = ["d/x/A.csv", "d/y/a.csv", "d/x/A.csv"].map(received);
        let paths = originals([("D", &a), ("D", &b), ("D", &c)].into_iter());
        assert_eq!(
            paths,
            [
                "datasets/d/original/A.csv",
                "datasets/d/original/a-2.csv",
                "datasets/d/original/A.csv"
            ]
        );
        assert_eq!(plain("a:b?.csv"), "a_b_.csv");
        let [a, b, c] = [
            "data/d/2019/datos.csv",
            "data/d/2020/Datos.csv",
            "data/d/datos.csv",
        ]
        .map(received);
        let paths = originals([("D", &c), ("D", &a), ("D", &b)].into_iter());
        let names = ["datos.csv", "2019-datos.csv", "2020-Datos.csv"];
        assert_eq!(
            paths,
            names.map(|name| format!("datasets/d/original/{name}"))
        );
    }
}
