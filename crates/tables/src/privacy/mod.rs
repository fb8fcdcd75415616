//! Personal data: what in a text names a person, or leads to one.
//!
//! A detector knows one family of kinds and is one file in `detectors/`. A text is classified once (`TextTraits`), so that
//! most cells meet no detector at all; matches that overlap are settled in [`scan()`]. No match keeps the text that it is about:
//! it says where, not what, and whoever must show a text that may hold a value masks it first ([`mask()`]).

mod candidate;
mod check_digits;
mod column_scan;
mod declared_contacts;
mod detectors;
mod field_hint;
mod field_words;
mod given_names;
mod key_words;
mod mask;
mod national_rules;
mod plain_signs;
mod scan;
mod scanned_text;
mod sighting;
mod text_traits;

pub use column_scan::{CellStart, ColumnScan, ColumnVerdict, KindCount, settle_beside};
pub use declared_contacts::DeclaredContacts;
pub use field_hint::FieldHint;
pub use mask::{mask, mask_in};
pub use scan::scan;

use scanned_text::ScannedText;
use sighting::Sighting;
use std::ops::Range;

/// How sure a match of a kind can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Its form is fixed or has check digits: an error, which stops the build.
    Checked,
    /// Other things look like it (a name, a street, a plate): a warning, which is counted.
    Likely,
}

/// A kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonalKind {
    /// Its name in findings and waivers: `curp`, `e-mail`, `telephone` …
    pub id: &'static str,
    /// How sure a match is.
    pub certainty: Certainty,
}

impl PersonalKind {
    /// Returns a kind whose form is fixed or has check digits.
    pub const fn checked(id: &'static str) -> PersonalKind {
        let certainty = Certainty::Checked;
        PersonalKind { id, certainty }
    }

    /// Returns a kind that other things look like.
    pub const fn likely(id: &'static str) -> PersonalKind {
        let certainty = Certainty::Likely;
        PersonalKind { id, certainty }
    }
}

/// A part of a text that is personal data of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalMatch {
    /// What it is.
    pub kind: PersonalKind,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// What finds kinds of personal data in a text.
trait Detector: Sync {
    /// Returns every kind that it finds.
    fn kinds(&self) -> &'static [PersonalKind];

    /// Whether a text can hold one, as far as its traits tell: what costs nothing keeps most texts from [`Detector::find`].
    fn may_be_in(&self, text: &ScannedText<'_>) -> bool;

    /// Adds everything that it sees in a text, behind what the detectors before it saw. What overlaps is settled in [`scan()`].
    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>);
}

/// Returns what people call a kind: the name and country of what a state gives, else the kind's own.
pub fn name_of(id: &str) -> String {
    national_rules::name_of(id).unwrap_or_else(|| id.to_owned())
}

/// Returns every kind of personal data there is, in the order of detectors.
pub fn kinds() -> impl Iterator<Item = PersonalKind> {
    detectors::DETECTORS
        .iter()
        .flat_map(|detector| detector.kinds())
        .copied()
}
