//! Addresses of e-mail: what mail programs make a link of (HTML Living Standard, § 4.10.5.1.5, with a domain of two labels), and,
//! less surely, what a person writes so that programs do not (`ana (arroba) correo.test`).

use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

const EMAIL: PersonalKind = PersonalKind::checked("e-mail");

/// An address that is hidden from programs.
const HIDDEN: PersonalKind = PersonalKind::likely("e-mail");

/// Endings of files that are named with an `@`, and are no domains.
const FILES: [&str; 10] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "json", "html",
];

static HIDDEN_FORM: LazyLock<Regex> = LazyLock::new(|| {
    let at = r"(?:\s*[\[(]\s*(?:at|arroba|@)\s*[\])]\s*|\s+@\s+)";
    let point = r"(?:\.|\s*[\[(]\s*(?:dot|punto|ponto|point)\s*[\])]\s*|\s+(?:dot|punto|ponto)\s+)";
    let pattern = format!(
        r"(?i-u)\b[A-Z0-9][A-Z0-9._-]*{at}[A-Z0-9-]+(?:{point}[A-Z0-9-]+)*{point}[A-Z]{{2,10}}\b"
    );
    Regex::new(&pattern).expect("a pattern of our own")
});

/// Finds addresses of e-mail.
pub(super) struct Email;

impl Detector for Email {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[EMAIL]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.has_at || text.traits.letters > 8 && text.traits.has_blank
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        for at in memchr::memchr_iter(b'@', text.text.as_bytes()) {
            if let Some(span) = address_around(text.text, at) {
                found.push(Sighting::enough(EMAIL, span));
            }
        }
        let bytes = text.text.as_bytes();
        let has_bracket = memchr::memchr2(b'[', b'(', bytes).is_some();
        if has_bracket || text.traits.has_at && text.traits.has_blank && text.text.contains(" @ ") {
            let hidden = HIDDEN_FORM.find_iter(text.text);
            found.extend(hidden.map(|part| Sighting::enough(HIDDEN, part.range())));
        }
    }
}

/// Returns the address that has its `@` here.
fn address_around(text: &str, at: usize) -> Option<Range<usize>> {
    let is_local = |sign: char| sign.is_alphanumeric() || "._%+-'&!#$*/=?^`{|}~".contains(sign);
    let (before, after) = (&text[..at], &text[at + 1..]);
    let local = before.trim_end_matches(is_local).len();
    // Signs of punctuation and of Markdown belong to no address, except within it.
    let local = &before[local..];
    let local = match local.rfind(['|', '=', '`', '{', '}', '/', '*', '?']) {
        Some(mark) => &local[mark + 1..],
        None => local,
    };
    let local = local.trim_start_matches(|sign: char| !sign.is_alphanumeric() && sign != '_');
    let local = if after.contains('_') && local.starts_with('_') {
        local.trim_start_matches('_')
    } else {
        local
    };
    let domain = domain_at(after)?;
    let start = at - local.len();
    let is_open = !text[..start].ends_with('@') && !is_login(&text[..start]);
    let is_written = !local.is_empty() && local != "git" && !local.ends_with('.');
    (is_open && is_written).then_some(start..at + 1 + domain)
}

/// Returns the length of the domain that a text begins with.
fn domain_at(text: &str) -> Option<usize> {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '.';
    let domain = &text[..text.find(|sign| !is_part(sign)).unwrap_or(text.len())];
    let domain = domain.trim_end_matches(['.', '-']);
    let (first, last) = domain.rsplit_once('.')?;
    let is_label =
        |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let is_top = last.chars().count() > 1
        && (last.starts_with("xn--") || last.chars().all(char::is_alphabetic));
    let is_file = FILES.contains(&&*last.to_ascii_lowercase());
    (is_top && !is_file && first.split('.').all(is_label)).then_some(domain.len())
}

/// Whether what is before is the scheme and the name of a login: `https://name:`.
fn is_login(before: &str) -> bool {
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    word.split_once("://")
        .is_some_and(|(_, rest)| !rest.contains(['/', '?', '#']))
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn addresses_are_found_as_people_write_them() {
        for (text, address) in [
            ("ana@correo.test", "ana@correo.test"),
            (
                "Ana <ANA.Ruiz@Correo.gob.test>;",
                "ANA.Ruiz@Correo.gob.test",
            ),
            ("mailto:ana+x@a-b.test?subject=x", "ana+x@a-b.test"),
            ("**ana_1@correo.test**.", "ana_1@correo.test"),
            ("_ana@correo.test_", "ana@correo.test"),
            ("'ana@correo.test', luego", "ana@correo.test"),
            ("(josé@peña.test)", "josé@peña.test"),
            ("https://a.test/?to=ana@correo.test", "ana@correo.test"),
            ("|ana@correo.test|", "ana@correo.test"),
        ] {
            assert_eq!(
                seen(&Email, "", text),
                [("e-mail", address, true)],
                "{text}"
            );
        }
        for text in [
            "ana (arroba) correo.test",
            "ana [at] correo [dot] test",
            "ana @ correo.test",
        ] {
            assert_eq!(seen(&Email, "", text).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_only_has_the_sign_is_none() {
        for text in [
            "@cuenta",
            "logo@2x.png",
            "a@b",
            "paquete@1.2.3",
            "@ana@red.test",
            "git@host.test:a/b",
            "https://a:b@host.test/x",
            "3 @ 5.50",
            "uno@-dos.test",
            "x @ y",
            "medium.test/@ana",
            "(at) 5",
        ] {
            assert_eq!(seen(&Email, "", text), [], "{text}");
        }
    }
}
