//! What is known of a file that can be downloaded.

use tragaluz_tables::DatasetIndex;
use tragaluz_tables::writers::Role;

/// Every download of the portal, dataset by dataset, in the order in which pages offer them.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<DownloadFile>,
    places: DatasetIndex,
}

impl Files {
    /// Makes the index of these files by dataset.
    pub fn new(files: Vec<DownloadFile>) -> Files {
        Files {
            files,
            places: DatasetIndex::default(),
        }
    }

    /// Returns the files of every dataset.
    pub(crate) fn all(&self) -> &[DownloadFile] {
        &self.files
    }

    /// Adds those of other datasets.
    pub(crate) fn add(&mut self, more: Files) {
        self.files.extend(more.files);
        self.places = DatasetIndex::default();
    }

    /// Returns these files with their datasets' archives, each behind the other files of its dataset.
    pub(crate) fn with_archives(self, archives: Vec<DownloadFile>) -> Files {
        let mut all = self.files;
        all.extend(archives);
        all.sort_by(|a, b| a.dataset.cmp(&b.dataset));
        Files::new(all)
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
