//! A drawing on its way into the site: read, cleaned, and held to its limits.

use super::clean;
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::source::disk::{Disk, LocalDisk};
use crate::source::limits::{Limit, Limits};
use crate::stage::{Staging, WrittenFile};
use std::path::Path;

/// Names that a finding tells.
const MOST_NAMED: usize = 8;

/// Publishes a drawing, cleaned; `file` is its path in the portal, `to` in the site. None, with a finding, where it cannot be
/// read.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn publish(
    full: &Path,
    file: &str,
    to: &str,
    (staging, limits): (&Staging, &Limits),
    sink: &mut Sink,
) -> Result<Option<WrittenFile>, Fatal> {
    let bytes = LocalDisk.size(full).map_err(Fatal::io("reading", full))?;
    if bytes > limits.mebibytes(Limit::DrawingMib) {
        sink.push(too_large(file, Limit::DrawingMib, limits));
        return Ok(None);
    }
    let bytes = LocalDisk.read(full).map_err(Fatal::io("reading", full))?;
    let Some(drawing) = clean(&bytes) else {
        sink.push(Diagnostic::new(&codes::DRAWING_UNREADABLE).at(Place::file(file)));
        return Ok(None);
    };
    let counted = [
        (Limit::DrawingDepth, drawing.depth),
        (Limit::DrawingElements, drawing.drawn),
    ];
    if let Some((limit, _)) = counted.iter().find(|(limit, n)| *n > limits.most(*limit)) {
        sink.push(too_large(file, *limit, limits));
        return Ok(None);
    }
    if !drawing.left_out.is_empty() {
        let names = drawing
            .left_out
            .iter()
            .take(MOST_NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        sink.push(
            Diagnostic::new(&codes::DRAWING_CLEANED)
                .at(Place::file(file))
                .arg("names", names),
        );
    }
    staging.write(to, drawing.text.as_bytes()).map(Some)
}

/// Says that a drawing exceeds a limit.
fn too_large(file: &str, limit: Limit, limits: &Limits) -> Diagnostic {
    Diagnostic::new(&codes::DRAWING_TOO_LARGE)
        .at(Place::file(file))
        .arg("setting", limit.name())
        .arg("most", limits.most(limit))
}
