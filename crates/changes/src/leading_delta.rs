//! A version with the delta that leads from it, or to it.

use crate::projection::Projection;
use crate::row_file::RowFile;
use crate::{DeltaHead, DeltaLines, Error};
use std::path::Path;

/// Which of a delta's two versions is at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    Earlier,
    Later,
}

/// The rows of one version, and what makes the other one of them.
pub(crate) struct LeadingDelta {
    pub(crate) lines: DeltaLines,
    pub(crate) rows: RowFile,
    pub(crate) head: DeltaHead,
    /// From the columns of the version at hand to those of the other one.
    pub(crate) columns: Projection,
}

impl LeadingDelta {
    /// Opens both.
    ///
    /// # Errors
    /// When the file is not that version, the delta is none, or the disk refuses.
    pub(crate) fn open(version: &Path, known: Known, delta: &Path) -> Result<LeadingDelta, Error> {
        let lines = DeltaLines::open(delta)?;
        let rows = RowFile::open(version)?;
        let head = lines.head().clone();
        let (own, other) = match known {
            Known::Earlier => (&head.columns_before, &head.columns_after),
            Known::Later => (&head.columns_after, &head.columns_before),
        };
        if !rows.header().iter().eq(own) {
            return Err(Error::other_version(version));
        }
        Ok(LeadingDelta {
            columns: Projection::between(own, other),
            lines,
            rows,
            head,
        })
    }
}
