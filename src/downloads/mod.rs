//! Floor 4: from tables to files that people download.

pub mod file;

pub use file::{DownloadFile, Files, Role};
