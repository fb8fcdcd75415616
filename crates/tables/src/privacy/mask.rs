//! A text without the personal data in it.

use super::{DeclaredContacts, FieldHint, scan};
use std::borrow::Cow;

/// Returns a text in which each match is replaced by the name of its kind.
///
/// ```
/// use tragaluz_tables::privacy::mask;
/// assert_eq!(mask("is not a number: ana@correo.test"), "is not a number: [e-mail]");
/// assert_eq!(mask("is not a number: 12 de mayo"), "is not a number: 12 de mayo");
/// ```
pub fn mask(text: &str) -> Cow<'_, str> {
    mask_in(text, FieldHint::default())
}

/// Returns the same of a text that is under a name: in a column that announces telephones, ten bare digits are one.
pub fn mask_in(text: &str, hint: FieldHint) -> Cow<'_, str> {
    let Some(mut masked) = masked_once(text, hint) else {
        return Cow::Borrowed(text);
    };
    // What was glued to a match, and was none for that, is one beside its mask.
    while let Some(again) = masked_once(&masked, hint) {
        masked = again;
    }
    Cow::Owned(masked)
}

/// Returns a text with a mask for each match; none where there is no match.
fn masked_once(text: &str, hint: FieldHint) -> Option<String> {
    let found = scan(text, hint, &DeclaredContacts::default());
    if found.is_empty() {
        return None;
    }
    let (mut masked, mut at) = (String::with_capacity(text.len()), 0);
    for one in &found {
        masked.push_str(&text[at..one.span.start]);
        masked.push('[');
        masked.push_str(one.kind.id);
        masked.push(']');
        at = one.span.end;
    }
    masked.push_str(&text[at..]);
    Some(masked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_masked_stays_as_it_is() {
        let hint = FieldHint::of("Teléfono");
        for (text, masked) in [
            ("5512345678", "[telephone]"),
            ("123-4567", "[telephone]"),
            (
                "llame al 55 1234 5678, ana@b.test",
                "llame al [telephone], [e-mail]",
            ),
            ("sin dato", "sin dato"),
        ] {
            assert_eq!(mask_in(text, hint), masked);
            assert_eq!(mask_in(masked, hint), masked);
        }
        assert_eq!(
            mask_in("Ana Pérez", FieldHint::of("nombre completo")),
            "[name]"
        );
        assert_eq!(
            mask_in("[name]", FieldHint::of("nombre completo")),
            "[name]"
        );
        assert_eq!(mask("5512345678"), "5512345678");
        assert_eq!(
            mask("4111 1111 1111 1111/55 1234 5678"),
            "[card]/[telephone]"
        );
    }
}
