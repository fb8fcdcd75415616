//! One layer of a theme: a folder embedded in the program, or a folder of the portal.

use super::manifest::ThemeManifest;
use crate::diag::Diagnostic;
use crate::source::disk::{Disk, EntryKind, LocalDisk, WalkEntry, WalkError, WalkStep};
use crate::source::limits::{Limit, Limits};
use crate::source::read_errors;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::Path;

/// The themes that come with the program.
static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// Where a portal's own themes are.
#[derive(Clone, Copy)]
pub(crate) struct ThemesHome<'h> {
    /// The portal's folder.
    pub(crate) root: &'h Path,
    /// How much of a file is read.
    pub(crate) limits: &'h Limits,
}

/// Files of one layer, by their path in the theme's folder.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layer {
    /// Where it is, for messages: `themes/claro` or `themes/claro (built in)`.
    pub(crate) place: String,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Whether it is a folder of the portal.
    pub(crate) is_own: bool,
    /// Files and folders that cannot be read.
    pub(crate) unreadable: Vec<Diagnostic>,
}

impl Layer {
    /// Returns the shipped theme of this name.
    pub(crate) fn shipped(name: &str) -> Option<Layer> {
        let dir = SHIPPED.get_dir(name)?;
        let mut files = BTreeMap::new();
        collect(dir, &mut files, dir.path());
        Some(Layer {
            place: format!("themes/{name} (built in)"),
            files,
            ..Layer::default()
        })
    }

    /// Returns the names of the shipped themes.
    pub(crate) fn shipped_names() -> Vec<String> {
        SHIPPED
            .dirs()
            .filter_map(|d| d.path().to_str().map(ToOwned::to_owned))
            .collect()
    }

    /// Returns the portal's own folder of this name; `None` where there is none.
    pub(crate) fn of_portal(home: ThemesHome<'_>, name: &str) -> Option<Layer> {
        let folder = home.root.join("themes").join(name);
        if !LocalDisk.is_folder(&folder) {
            return None;
        }
        let mut layer = Layer {
            place: format!("themes/{name}"),
            is_own: true,
            ..Layer::default()
        };
        LocalDisk.walk(&folder, &mut |entry| {
            layer.take(&folder, entry, home.limits);
            WalkStep::Into
        });
        Some(layer)
    }

    /// Takes in a file of a folder, but a hidden one and one whose path is not UTF-8.
    fn take(
        &mut self,
        folder: &Path,
        entry: Result<WalkEntry<'_>, WalkError<'_>>,
        limits: &Limits,
    ) {
        let path = match &entry {
            Ok(entry) => entry.path,
            Err(error) => error.path,
        };
        let Some(inside) = path.strip_prefix(folder).ok().and_then(slashed) else {
            return;
        };
        let read = match &entry {
            Ok(entry) if entry.kind == EntryKind::File && !entry.name().starts_with('.') => {
                LocalDisk.read_within(path, limits.mebibytes(Limit::FileMib))
            }
            Ok(_) => return,
            Err(error) => Err(error.error.kind().into()),
        };
        match read {
            Ok(bytes) => {
                self.files.insert(inside, bytes);
            }
            Err(error) => {
                let path = format!("{}/{inside}", self.place);
                self.unreadable
                    .push(read_errors::finding_within(&path, &error, limits));
            }
        }
    }

    /// Parses the layer's `theme.toml`; `None` where it has none.
    pub(crate) fn manifest(&self) -> Option<Result<ThemeManifest, String>> {
        let bytes = self.files.get("theme.toml")?;
        Some(
            std::str::from_utf8(bytes)
                .map_err(|e| e.to_string())
                .and_then(|text| {
                    toml::from_str(text).map_err(|e: toml::de::Error| e.message().to_owned())
                }),
        )
    }

    /// Returns a text of the layer; what is not UTF-8 becomes replacement characters.
    pub(crate) fn text(&self, path: &str) -> Option<String> {
        self.files
            .get(path)
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
    }

    /// Returns the files below a folder, each with its path from there.
    pub(crate) fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files
            .iter()
            .filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?, bytes.as_slice())))
    }
}

fn collect(dir: &Dir<'static>, files: &mut BTreeMap<String, Vec<u8>>, top: &Path) {
    for file in dir.files() {
        if let Some(path) = file.path().strip_prefix(top).ok().and_then(slashed) {
            files.insert(path, file.contents().to_vec());
        }
    }
    for sub in dir.dirs() {
        collect(sub, files, top);
    }
}

fn slashed(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/"))
}
