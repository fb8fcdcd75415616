//! Why the system refused to read or write.

use std::io;

/// Returns why the system refused, as a word by which messages choose their sentence: what it says itself is in English,
/// or in a language of its own.
pub fn refusal(error: &io::Error) -> &'static str {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::NotFound => "gone",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::AlreadyExists => "exists",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "busy",
        ErrorKind::NotADirectory => "no-folder",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::InvalidInput => "no-file",
        ErrorKind::InvalidFilename => "name",
        _ => "other",
    }
}
