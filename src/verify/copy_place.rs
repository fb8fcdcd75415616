//! Where a copy is: in a folder, or on the web.

use super::copy_folder::CopyFolder;
use super::copy_reader::CopyReader;
#[cfg(feature = "net")]
use super::copy_web::CopyWeb;
use crate::diag::{Fatal, Sink};
use std::path::Path;

/// Opens a copy: what begins with `http://` or `https://` is on the web, everything else is a folder.
///
/// # Errors
/// When there is no such folder, the address is none, or this program was made without the part that reads the web.
pub(super) fn open(place: &Path, sink: &mut Sink) -> Result<Box<dyn CopyReader>, Fatal> {
    match web_address(place) {
        Some(address) => on_web(address),
        None => Ok(Box::new(CopyFolder::open(place, sink)?)),
    }
}

/// Returns a place that is an address on the web.
fn web_address(place: &Path) -> Option<&str> {
    let text = place.to_str()?;
    let scheme = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    (scheme.starts_with("http://") || scheme.starts_with("https://")).then_some(text)
}

#[cfg(feature = "net")]
fn on_web(address: &str) -> Result<Box<dyn CopyReader>, Fatal> {
    Ok(Box::new(CopyWeb::open(address)?))
}

#[cfg(not(feature = "net"))]
fn on_web(address: &str) -> Result<Box<dyn CopyReader>, Fatal> {
    Err(Fatal::wrong_command(
        "no-net",
        vec![("url", address.into())],
    ))
}
