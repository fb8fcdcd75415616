//! Full addresses of the site's files.

use crate::text::web::encode_path;

/// The full address of a path below `base` (which ends with `/`), percent-encoded.
pub(crate) fn absolute(base: &str, path: &str) -> String {
    format!("{base}{}", encode_path(path))
}

/// Whether a text is an e-mail address as DCAT-US 1.1's schema takes it after `mailto:` (its pattern, in ASCII).
pub(crate) fn is_email(text: &str) -> bool {
    let local = |b: u8| b.is_ascii_alphanumeric() || b"_~!$&'()*+,;=:.-".contains(&b);
    let domain = |b: u8| b.is_ascii_alphanumeric() || b"_.-".contains(&b);
    text.split_once('@').is_some_and(|(name, host)| {
        let inner_dot = host
            .trim_start_matches('.')
            .trim_end_matches('.')
            .contains('.');
        !name.is_empty() && name.bytes().all(local) && inner_dot && host.bytes().all(domain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emails() {
        assert!(is_email("datos@dependencia.example.mx"));
        for bad in [
            "", "a", "@b.c", "a@b", "a@.b", "a b@c.d", "a@b.c\n", "<a@b.c>",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    #[test]
    fn addresses_are_encoded_in_full() {
        assert_eq!(
            absolute("https://a.example/p/", "x/año 1.csv"),
            "https://a.example/p/x/a%C3%B1o%201.csv"
        );
    }
}
