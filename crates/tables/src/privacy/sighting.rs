//! What a detector saw, before it is settled what counts.

use super::PersonalKind;
use std::ops::Range;

/// What a detector saw in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sighting {
    /// What it is.
    pub(super) kind: PersonalKind,
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
    /// What speaks for it.
    pub(super) evidence: Evidence,
}

/// What speaks for a sighting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// It counts by itself.
    Enough,
    /// It counts in a column of which many cells are alike.
    Among(Agreement),
}

/// How many values of a column must be alike, so that each of them counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Agreement {
    /// So many at least.
    pub(super) least: u8,
    /// And so many of a hundred with as many digits.
    pub(super) percent: u8,
}

impl Sighting {
    /// Returns what counts by itself.
    pub(super) fn enough(kind: PersonalKind, span: Range<usize>) -> Sighting {
        let evidence = Evidence::Enough;
        Sighting {
            kind,
            span,
            evidence,
        }
    }

    /// Returns what counts where so many cells of a column, and so many of a hundred, are alike.
    pub(super) fn among(
        kind: PersonalKind,
        span: Range<usize>,
        least: u8,
        percent: u8,
    ) -> Sighting {
        let evidence = Evidence::Among(Agreement { least, percent });
        Sighting {
            kind,
            span,
            evidence,
        }
    }
}
