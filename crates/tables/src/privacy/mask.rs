//! A text without the personal data in it.

use super::{DeclaredContacts, FieldHint, scan};
use std::borrow::Cow;

/// Returns a text in which each match of a checked or fixed form is replaced by the name of its kind.
///
/// ```
/// use tragaluz_tables::privacy::mask;
/// assert_eq!(mask("is not a number: ana@correo.test"), "is not a number: [e-mail]");
/// assert_eq!(mask("is not a number: 12 de mayo"), "is not a number: 12 de mayo");
/// ```
pub fn mask(text: &str) -> Cow<'_, str> {
    let found = scan(text, FieldHint::default(), &DeclaredContacts::default());
    if found.is_empty() {
        return Cow::Borrowed(text);
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
    Cow::Owned(masked)
}
