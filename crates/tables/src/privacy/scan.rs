//! One text held against every detector.

use super::detectors::DETECTORS;
use super::{DeclaredContacts, PersonalKind, PersonalMatch, TextTraits};

/// What the name of a column, or of a fact, says about its values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldHint {
    /// The kind that it announces: `telephone` for a column called `Teléfono`.
    pub announces: Option<PersonalKind>,
}

/// A text that is looked at.
#[derive(Debug, Clone, Copy)]
pub struct ScannedText<'t> {
    /// The text.
    pub text: &'t str,
    /// What it is made of.
    pub traits: TextTraits,
    /// What the name above it says.
    pub hint: FieldHint,
}

/// Finds personal data in a text: matches that do not overlap, in the order of the text. What the portal declares as an
/// office's contact is none.
///
/// ```
/// use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, scan};
/// let found = scan("write to ana@correo.test", FieldHint::default(), &DeclaredContacts::default());
/// assert_eq!((found[0].kind.id, found[0].span.clone()), ("e-mail", 9..24));
/// ```
pub fn scan(text: &str, hint: FieldHint, declared: &DeclaredContacts) -> Vec<PersonalMatch> {
    let text = ScannedText {
        text,
        traits: TextTraits::of(text),
        hint,
    };
    let mut found = Vec::new();
    for detector in DETECTORS {
        if detector.may_be_in(&text.traits) {
            detector.find(&text, &mut found);
        }
    }
    if found.is_empty() {
        return found;
    }
    found.retain(|one| !declared.holds(&text.text[one.span.clone()]));
    settled(found)
}

/// Returns the matches of which none overlaps another: of two that do the longer one, then the surer.
fn settled(mut found: Vec<PersonalMatch>) -> Vec<PersonalMatch> {
    found.sort_by_key(|one| (std::cmp::Reverse(one.span.len()), one.kind.certainty));
    let mut kept: Vec<PersonalMatch> = Vec::with_capacity(found.len());
    for one in found {
        let overlaps = |other: &PersonalMatch| {
            one.span.start < other.span.end && other.span.start < one.span.end
        };
        if !kept.iter().any(overlaps) {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.span.start);
    kept
}
