//! Why there is no copy.

use super::report::CountByKind;
use crate::unreadable::Unreadable;
use std::io;

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
pub enum RedactionFault {
    /// The file cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The copy cannot be written.
    #[error("{0}")]
    Unwritable(io::Error),
    /// It cannot be done rightly.
    #[error("it cannot be redacted: {}", .0.id())]
    Refused(RedactionRefusal),
}

/// What cannot be done rightly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RedactionRefusal {
    /// Every column would be left out.
    NothingLeft,
    /// A column cannot be left out of lines whose cells are at fixed places, or are rows within cells.
    FixedPlaces,
    /// There is no column of this name.
    NoColumn {
        /// The name that was asked for.
        name: String,
        /// The nearest name that there is; empty where none is near.
        near: String,
    },
    /// A sheet cannot hold the table.
    TooLarge,
    /// This program was built without what writes workbooks.
    NoWorkbooks,
    /// What was written still holds something of a kind that was to be masked.
    NotClean(CountByKind),
}

impl RedactionRefusal {
    /// Its name in messages.
    pub fn id(&self) -> &'static str {
        match self {
            RedactionRefusal::NothingLeft => "nothing-left",
            RedactionRefusal::FixedPlaces => "fixed-places",
            RedactionRefusal::NoColumn { .. } => "no-column",
            RedactionRefusal::TooLarge => "too-large",
            RedactionRefusal::NoWorkbooks => "no-workbooks",
            RedactionRefusal::NotClean(_) => "not-clean",
        }
    }
}

impl From<RedactionRefusal> for RedactionFault {
    fn from(refusal: RedactionRefusal) -> Self {
        RedactionFault::Refused(refusal)
    }
}
