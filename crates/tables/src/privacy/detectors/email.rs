//! Addresses of e-mail: what mail programs make a link of (HTML Living Standard, § 4.10.5.1.5, with a domain of two labels).

use crate::privacy::{Detector, PersonalKind, PersonalMatch, ScannedText, TextTraits};
use regex::Regex;
use std::sync::LazyLock;

const EMAIL: PersonalKind = PersonalKind::checked("e-mail");

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let domain = r"[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?";
    let pattern = format!(r"[\p{{L}}\p{{N}}.!#$%&'*+/=?^_`{{|}}~-]+@{domain}(?:\.{domain})+");
    Regex::new(&pattern).expect("a pattern of our own")
});

/// Finds addresses of e-mail.
pub(super) struct Email;

impl Detector for Email {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[EMAIL]
    }

    fn may_be_in(&self, traits: &TextTraits) -> bool {
        traits.has_at
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<PersonalMatch>) {
        found.extend(ADDRESS.find_iter(text.text).map(|part| PersonalMatch {
            kind: EMAIL,
            span: part.range(),
        }));
    }
}
