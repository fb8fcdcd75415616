//! The publisher's crest: a small drawing that stands in every page, cleaned as every drawing is.

use super::svg;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::Portal;
use crate::source::disk::{Disk, LocalDisk};
use crate::text::web::encode_where;
use std::path::Path;

/// Bytes that a crest may have, once it is cleaned: every page carries it.
const MOST: usize = 1024;

/// Bytes of a file that is not even looked into.
const MOST_RECEIVED: u64 = 64 * 1024;

/// Reads the crest that the settings name, as an address that holds the drawing (`data:`). One that cannot be shown is a
/// finding, and is left out.
pub(crate) fn read(portal: &mut Portal, root: &Path, sink: &mut Sink) {
    let Some(named) = portal.settings.crest.clone() else {
        return;
    };
    let path = format!(
        "content/{}",
        named.path.strip_prefix("content/").unwrap_or(&named.path)
    );
    let read = if portal.attachments.contains(&path) {
        drawing(&root.join(&path), &path)
    } else {
        Err(("absent", 0))
    };
    match read {
        Ok(text) => portal.settings.crest_image = Some(inlined(&text)),
        Err((why, bytes)) => {
            let finding = Diagnostic::new(&codes::CREST_UNUSABLE).at(named.place);
            sink.push(
                finding
                    .arg("path", path)
                    .arg("why", why)
                    .arg("bytes", bytes)
                    .arg("most", MOST),
            );
        }
    }
}

/// Returns the cleaned drawing, of which the file's own publication tells what was left out; or why it cannot be shown and how many bytes it has.
fn drawing(full: &Path, path: &str) -> Result<String, (&'static str, usize)> {
    if !path.to_ascii_lowercase().ends_with(".svg") {
        return Err(("kind", 0));
    }
    let size = LocalDisk.size(full).map_err(|_| ("absent", 0))?;
    if size > MOST_RECEIVED {
        return Err(("heavy", usize::try_from(size).unwrap_or(usize::MAX)));
    }
    let bytes = LocalDisk.read(full).map_err(|_| ("absent", 0))?;
    let drawing = svg::clean(&bytes).ok_or(("unreadable", 0))?;
    if drawing.text.len() > MOST {
        return Err(("heavy", drawing.text.len()));
    }
    Ok(drawing.text)
}

/// Writes a drawing as an address (RFC 2397). What an attribute or an address could not hold is in percent signs.
fn inlined(text: &str) -> String {
    let line = text.trim().replace(['\n', '\r', '\t'], " ");
    let is_held = |c: char| matches!(c, ' '..='~') && !"\"#%&'<>`\\^{|}".contains(c);
    format!(
        "data:image/svg+xml,{}",
        encode_where(&line, |c| !is_held(c))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_nothing_that_ends_it() {
        let address = inlined("<svg a=\"ñ&amp;#\">\n</svg>");
        assert_eq!(
            address,
            "data:image/svg+xml,%3Csvg a=%22%C3%B1%26amp;%23%22%3E %3C/svg%3E"
        );
    }
}
