//! What several modules share: small portals and their builds, the program at a console, tools that a machine may
//! lack, random numbers, and questions asked of texts. `tests/README.md` is for whoever writes a test.

mod dice;
mod portal;
mod program;
mod tools;
mod words;

pub(crate) use dice::Dice;
pub(crate) use portal::{BuiltPortal, Portal, SETTINGS, build, files_below, in_words, own_portal};
pub(crate) use program::{Outcome, PATIENCE, ended, most_held, processor_time, tragaluz};
pub(crate) use tools::{
    Browser, Tool, node_modules_with, program_of, python_with_ckan, python_with_readers, require,
};
#[cfg(feature = "pdf")]
pub(crate) use words::bare;
pub(crate) use words::{lacks, says, squeezed};

use std::path::{Path, PathBuf};

/// Path of a file of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
