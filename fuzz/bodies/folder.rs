//! A folder for what a body writes: one for each thread, used again, for making one takes longer than reading a small file.
use std::path::{Path, PathBuf};

thread_local! {
    static OWN: tempfile::TempDir = tempfile::tempdir().expect("a folder");
}

/// Returns this thread's folder.
pub fn own() -> PathBuf {
    OWN.with(|own| own.path().to_owned())
}

/// Writes a file, and the folders above it.
pub fn write(root: &Path, path: &str, bytes: &[u8]) {
    let full = root.join(path);
    if let Some(above) = full.parent() {
        std::fs::create_dir_all(above).expect("a folder");
    }
    std::fs::write(full, bytes).expect("a file");
}
