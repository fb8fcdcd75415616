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

/// Returns the sightings of which none overlaps another: of two that do the one that counts, the longer one, then the surer.
pub(super) fn settled(mut found: Vec<Sighting>) -> Vec<Sighting> {
    if found.len() < 2 {
        return found;
    }
    let worth = |one: &Sighting| {
        let waits = one.evidence != Evidence::Enough;
        (waits, std::cmp::Reverse(one.span.len()), one.kind.certainty)
    };
    found.sort_by_key(worth);
    let mut kept: Vec<Sighting> = Vec::with_capacity(found.len());
    for one in found {
        let overlaps =
            |other: &Sighting| one.span.start < other.span.end && other.span.start < one.span.end;
        // Several kinds may wait for the rest of their column: it decides between them.
        if !kept.iter().any(|other| {
            overlaps(other) && (other.evidence == Evidence::Enough || other.kind == one.kind)
        }) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.span.start);
    kept
}
