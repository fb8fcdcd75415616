//! The files of the themes that come with the program, to be copied and changed.

use super::layer::Layer;
use crate::text::near::nearest;
use std::collections::BTreeMap;

/// A shipped theme's files.
pub struct ShippedFiles {
    files: BTreeMap<String, Vec<u8>>,
}

impl ShippedFiles {
    /// Returns the files of a theme; none where no such theme comes with the program.
    pub fn of(name: &str) -> Option<ShippedFiles> {
        let files = Layer::shipped(name)?.files;
        Some(ShippedFiles { files })
    }

    /// Returns the names of the themes.
    pub fn themes() -> Vec<String> {
        Layer::shipped_names()
    }

    /// Returns all files in the order of their paths, which are from the theme's folder, with `/`.
    pub fn all(&self) -> impl Iterator<Item = (&str, &[u8])> {
        (self.files.iter()).map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Returns a file.
    pub fn get(&self, path: &str) -> Option<(&str, &[u8])> {
        let (path, bytes) = self.files.get_key_value(path)?;
        Some((path, bytes))
    }

    /// Returns the path that is most like a name, where one is.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.files.keys().map(String::as_str))
    }
}
