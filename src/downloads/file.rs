//! What is known of a file that can be downloaded.

use std::collections::BTreeMap;
use tragaluz_tables::DatasetIndex;
use tragaluz_tables::writers::Role;

/// Every download of the portal, dataset by dataset, in the order in which pages offer them.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<DownloadFile>,
    places: DatasetIndex,
    /// Those with the rows of one value, by their addresses.
    of_values: BTreeMap<String, DownloadFile>,
}

impl Files {
    /// Makes the index of these files by dataset.
    pub fn new(files: Vec<DownloadFile>) -> Files {
        Files {
            files,
            places: DatasetIndex::default(),
            of_values: BTreeMap::new(),
        }
    }

    /// Adds the files with the rows of one value, which are in no list of downloads.
    pub(crate) fn with_values(mut self, files: Vec<DownloadFile>) -> Files {
        let by_address = files.into_iter().map(|file| (file.path.clone(), file));
        self.of_values.extend(by_address);
        self
    }

    /// Returns the file with the rows of one value that has this address.
    pub(crate) fn of_value(&self, path: &str) -> Option<&DownloadFile> {
        self.of_values.get(path)
    }

    /// Returns the files of every dataset.
    pub(crate) fn all(&self) -> &[DownloadFile] {
        &self.files
    }

    /// Adds those of other datasets.
    pub(crate) fn add(&mut self, more: Files) {
        self.files.extend(more.files);
        self.of_values.extend(more.of_values);
        self.places = DatasetIndex::default();
    }

    /// Returns these files with their datasets' archives, each behind the other files of its dataset.
    pub(crate) fn with_archives(self, archives: Vec<DownloadFile>) -> Files {
        let mut all = self.files;
        all.extend(archives);
        all.sort_by(|a, b| a.dataset.cmp(&b.dataset));
        Files {
            of_values: self.of_values,
            ..Files::new(all)
        }
    }

    /// The files of a dataset.
    pub(crate) fn of(&self, dataset: &str) -> impl Iterator<Item = &DownloadFile> + use<'_> {
        self.places
            .of(&self.files, dataset, |file| &file.dataset)
            .iter()
            .map(|at| &self.files[*at])
    }
}

/// A file that can be downloaded.
#[derive(Debug, Clone)]
pub struct DownloadFile {
    /// Identifier of the dataset that it belongs to.
    pub dataset: String,
    /// The resource's name; none where the file holds the whole dataset.
    pub resource: Option<String>,
    /// What it is to the table.
    pub role: Role,
    /// The format's name: `csv`, `json` …
    pub format: String,
    /// Its address from the site's root, with `/`.
    pub path: String,
    /// Its media type, such as `text/csv`.
    pub media_type: String,
    /// Rows of data in it, where it is a table.
    pub rows: Option<u64>,
    /// The file of the portal that it is a copy of, by its path from the portal's root.
    pub copy_of: Option<String>,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
}
