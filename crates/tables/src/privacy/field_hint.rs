//! What the name of a column, or of a fact, says about its values.

use super::field_words::{self, WordClaim};
use super::{PersonalKind, kinds, national_rules};

/// What the name of a column, or of a fact, says about its values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldHint {
    /// The kind that it announces: `telephone` for a column called `Teléfono`.
    pub announces: Option<PersonalKind>,
    /// The kind that it may be, beside other personal data or where the cells agree: `name` for a column called `nombre`.
    pub suggests: Option<PersonalKind>,
    /// Whether it names codes or amounts, so that a bare number in it is no telephone, account or card.
    pub is_code: bool,
}

impl FieldHint {
    /// Returns what this name says, in Spanish, English, Portuguese or French.
    ///
    /// ```
    /// use tragaluz_tables::privacy::FieldHint;
    /// assert_eq!(FieldHint::of("tel_celular").announces.map(|kind| kind.id), Some("telephone"));
    /// assert_eq!(FieldHint::of("Nombre del municipio"), FieldHint::default());
    /// ```
    pub fn of(name: &str) -> FieldHint {
        let words = field_words::words_of(name);
        let known = |id: &str| kinds().find(|kind| kind.id == id);
        let mut hint = FieldHint {
            is_code: field_words::is_code(&words),
            ..FieldHint::default()
        };
        match field_words::announced(&words) {
            Some((id, WordClaim::Yes)) => hint.announces = known(id),
            Some((id, _)) => hint.suggests = known(id),
            None => hint.announces = national_rules::announced(&words),
        }
        hint
    }

    /// Returns the hint of a column that is known to hold this kind.
    pub fn that_announces(kind: PersonalKind) -> FieldHint {
        FieldHint {
            announces: Some(kind),
            ..FieldHint::default()
        }
    }
}
