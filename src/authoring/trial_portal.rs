//! A portal with nothing but one new dataset, in which its files are looked through before they are the office's: where
//! anything is wrong with them, the portal is as it was. It lies in the folder of what the program keeps, so that the
//! dataset comes to its place by one renaming.

#![allow(
    clippy::disallowed_methods,
    reason = "a person names these files on the command line: they are not the portal's yet"
)]

use super::AddOrder;
use crate::cache;
use crate::diag::{Diagnostic, Fatal};
use crate::source::SETTINGS;
use crate::stage::{self, ScratchFolder};
use crate::text::slug::slug;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use tragaluz_disk::DiskFile;
use walkdir::WalkDir;

/// The folder of data in a portal.
const DATA: &str = "data";

/// The file of a dataset's page.
const PAGE: &str = "dataset.md";

/// A descriptor that names tables and their columns itself.
const DESCRIPTOR: &str = "datapackage.json";

/// The portal in which files are tried.
pub(crate) struct TrialPortal {
    folder: ScratchFolder,
    name: String,
    /// Whether the files are in the portal already, as a folder without a page.
    is_in_place: bool,
}

impl TrialPortal {
    /// Copies the files into a portal of their own, beside the portal's own settings.
    ///
    /// # Errors
    /// When a file cannot be read, there is a dataset of that name, or the disk refuses.
    pub(crate) fn of(root: &Path, order: &AddOrder) -> Result<TrialPortal, Fatal> {
        let name = name_of(order)?;
        let is_in_place = is_in_place(root, order, &name);
        if !is_in_place {
            require_free(root, order, &name)?;
        }
        let folder = ScratchFolder::in_folder(&cache::own_folder(root)?)?;
        let settings = folder.path().join(SETTINGS);
        tragaluz_disk::copy(&root.join(SETTINGS), &settings)
            .map_err(Fatal::io("copying", &settings))?;
        let trial = TrialPortal {
            folder,
            name,
            is_in_place,
        };
        let to = trial.data();
        tragaluz_disk::create_folders(&to).map_err(Fatal::io("creating", &to))?;
        order.files.iter().try_for_each(|file| take(file, &to))?;
        Ok(trial)
    }

    /// Copies a dataset of the portal into a portal of its own, beside the portal's own settings.
    ///
    /// # Errors
    /// When a file cannot be read, or the disk refuses.
    pub(crate) fn of_dataset(root: &Path, path: &str) -> Result<TrialPortal, Fatal> {
        let below = path.strip_prefix("data/").unwrap_or(path);
        let name = below.split('/').next().unwrap_or(below).to_owned();
        let folder = ScratchFolder::in_folder(&cache::own_folder(root)?)?;
        let settings = folder.path().join(SETTINGS);
        tragaluz_disk::copy(&root.join(SETTINGS), &settings)
            .map_err(Fatal::io("copying", &settings))?;
        let trial = TrialPortal {
            folder,
            name,
            is_in_place: false,
        };
        let (from, to) = (root.join(DATA).join(&trial.name), trial.root().join(DATA));
        let to = if from.is_dir() { trial.data() } else { to };
        tragaluz_disk::create_folders(&to).map_err(Fatal::io("creating", &to))?;
        take(&from, &to)?;
        Ok(trial)
    }

    /// Puts a file in the place of one that was copied.
    ///
    /// # Errors
    /// When it cannot be read, or the disk refuses.
    pub(crate) fn replace(&self, path: &str, file: &Path) -> Result<(), Fatal> {
        let to = self.root().join(path);
        tragaluz_disk::remove_file(&to).map_err(Fatal::io("writing", &to))?;
        copy(file, &to)
    }

    /// Returns the folder of the portal.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the dataset's name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether a finding is about the new dataset, and not about a portal that has nothing else.
    pub(crate) fn is_about(&self, finding: &Diagnostic) -> bool {
        let folder = format!("{DATA}/{}", self.name);
        let place = finding.place.as_ref();
        place.is_some_and(|place| place.file.starts_with(&folder))
    }

    /// Whether the files brought a page of their own.
    pub(crate) fn has_page(&self) -> bool {
        stage::exists(&self.data().join(PAGE))
    }

    /// Whether a descriptor among the files names tables and columns.
    pub(crate) fn has_descriptor(&self) -> bool {
        stage::exists(&self.data().join(DESCRIPTOR))
    }

    /// Puts the files and their page where the portal has its data, all at once. Returns the page's path in the portal.
    ///
    /// # Errors
    /// When the disk refuses; then the portal is as it was.
    pub(crate) fn place(self, root: &Path, page: Option<&str>) -> Result<Option<String>, Fatal> {
        let to = root.join(DATA).join(&self.name);
        let own = if self.is_in_place {
            to.clone()
        } else {
            self.data()
        };
        if let Some(text) = page {
            let file = own.join(PAGE);
            DiskFile::create(&file)
                .and_then(|mut made| {
                    made.write_all(text.as_bytes())?;
                    made.flush_to_disk()
                })
                .map_err(Fatal::io("writing", &file))?;
        }
        if !self.is_in_place {
            let data = root.join(DATA);
            tragaluz_disk::create_folders(&data).map_err(Fatal::io("creating", &data))?;
            stage::flush_tree(&own).map_err(Fatal::io("writing", &own))?;
            tragaluz_disk::rename(&own, &to).map_err(Fatal::io("creating", &to))?;
            // Where the disk cannot tell that it has the name, it may still have it.
            let _ = tragaluz_disk::flush_folder(&data);
        }
        Ok(page.map(|_| format!("{DATA}/{}/{PAGE}", self.name)))
    }

    fn data(&self) -> PathBuf {
        self.root().join(DATA).join(&self.name)
    }
}

/// Returns the name of the new dataset: the one that was given, else the first file's without its endings.
fn name_of(order: &AddOrder) -> Result<String, Fatal> {
    let first = order.files.first().and_then(|file| file.file_name());
    let first = first.map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let stem = first.split('.').next().unwrap_or_default();
    let name = match &order.name {
        Some(given) => given.clone(),
        None => slug(stem),
    };
    if name.is_empty() || slug(&name) != name {
        let near = slug(&name);
        let near = if near.is_empty() {
            "none".to_owned()
        } else {
            near
        };
        let args = vec![("name", name.into()), ("near", near.into())];
        return Err(Fatal::wrong_command("add-name", args));
    }
    Ok(name)
}

/// Whether what is to be added is the folder of that dataset itself, without a page yet.
fn is_in_place(root: &Path, order: &AddOrder, name: &str) -> bool {
    let [only] = &order.files[..] else {
        return false;
    };
    let own = root.join(DATA).join(name);
    let same = own.canonicalize().ok().zip(only.canonicalize().ok());
    same.is_some_and(|(own, only)| own == only) && only.is_dir() && !stage::exists(&own.join(PAGE))
}

/// Holds a name against the datasets that there are: nothing of them is written over.
fn require_free(root: &Path, order: &AddOrder, name: &str) -> Result<(), Fatal> {
    let data = root.join(DATA);
    let file = order.files.iter().find(|file| is_within(file, &data));
    if let Some(file) = file {
        let args = vec![("file", file.display().to_string().into())];
        return Err(Fatal::wrong_command("add-within", args));
    }
    let taken = fs::read_dir(&data).into_iter().flatten().flatten();
    let stem = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().to_lowercase();
        name.split('.').next().map(str::to_owned)
    };
    if taken.filter_map(stem).any(|taken| taken == name) {
        return Err(Fatal::wrong_command(
            "add-taken",
            vec![("name", name.into())],
        ));
    }
    Ok(())
}

fn is_within(file: &Path, folder: &Path) -> bool {
    let both = file.canonicalize().ok().zip(folder.canonicalize().ok());
    both.is_some_and(|(file, folder)| file.starts_with(folder))
}

/// Copies a file, or everything in a folder but hidden entries. A link within a folder is not followed: it may lead anywhere.
fn take(from: &Path, to: &Path) -> Result<(), Fatal> {
    if !from.is_dir() {
        let name = from.file_name().unwrap_or_default();
        return copy(from, &to.join(name));
    }
    let entries = WalkDir::new(from).min_depth(1).sort_by_file_name();
    let shown = |entry: &walkdir::DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
    for entry in entries.into_iter().filter_entry(shown) {
        let entry = entry.map_err(|error| Fatal::io("reading", from)(error.into()))?;
        let below = entry.path().strip_prefix(from).unwrap_or(entry.path());
        let kind = entry.file_type();
        if kind.is_dir() {
            let folder = to.join(below);
            tragaluz_disk::create_folders(&folder).map_err(Fatal::io("creating", &folder))?;
        } else if kind.is_file() {
            copy(entry.path(), &to.join(below))?;
        } else {
            let args = vec![("file", entry.path().display().to_string().into())];
            return Err(Fatal::wrong_command("add-special", args));
        }
    }
    Ok(())
}

/// Copies a file to a name that nothing has.
fn copy(from: &Path, to: &Path) -> Result<(), Fatal> {
    if stage::exists(to) {
        let args = vec![("file", from.display().to_string().into())];
        return Err(Fatal::wrong_command("add-twice", args));
    }
    tragaluz_disk::copy(from, to).map_err(Fatal::io("reading", from))
}
