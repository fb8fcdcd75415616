//! What an address begins with, and whether a reader's browser can follow it.

/// Schemes that do nothing but lead somewhere.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms", "geo"];

/// Why an address cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It names a file of its author's own computer or network: `C:\x.csv`, `\\server\x.csv`, `file:///x.csv`.
    OwnComputer,
    /// It begins with a scheme that pages do not link to: `ftp`, `javascript`, `figure`.
    Scheme(String),
}

/// Returns the scheme of an address as a browser would read it: in lower case, without the blanks and control characters
/// that browsers ignore.
pub fn scheme(address: &str) -> Option<String> {
    let seen = address.chars().filter(|c| *c > ' ' && !c.is_control());
    let mut scheme = String::new();
    for c in seen {
        match c {
            ':' => return Some(scheme),
            '/' | '?' | '#' => return None,
            _ => scheme.extend(c.to_lowercase()),
        }
    }
    None
}

/// Whether a text may link there.
pub fn may_link(address: &str) -> bool {
    refused(address).is_none()
}

/// Returns why no reader can follow an address; none where one can, or where it leads into the site.
///
/// Markdown takes one of two backslashes for itself, so that a network share begins with one.
///
/// ```
/// use tragaluz_text::scheme::{Refused, refused};
/// assert_eq!(refused("C:\\docs\\acta.pdf"), Some(Refused::OwnComputer));
/// assert_eq!(refused("FTP://a.example"), Some(Refused::Scheme("ftp".into())));
/// assert_eq!(refused("https://a.example"), None);
/// ```
pub fn refused(address: &str) -> Option<Refused> {
    if address.trim_start().starts_with('\\') {
        return Some(Refused::OwnComputer);
    }
    let scheme = scheme(address)?;
    if scheme == "file" || scheme.len() == 1 && scheme.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Some(Refused::OwnComputer);
    }
    (!SCHEMES.contains(&&*scheme)).then_some(Refused::Scheme(scheme))
}

/// Whether the address is on another host.
pub fn is_foreign(address: &str) -> bool {
    let address = address.trim_start();
    scheme(address).is_some()
        || address.starts_with("//")
        || address.starts_with("/\\")
        || address.starts_with('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_that_run_are_refused() {
        for bad in [
            "javascript:alert(1)",
            " java\tscript:x",
            "JAVASCRIPT&colon;x:y",
            "data:text/html,x",
            "vbscript:x",
        ] {
            assert!(!may_link(bad), "{bad}");
        }
        for good in [
            "../a.html",
            "#x",
            "https://a.b/",
            "mailto:a@b.c",
            "a?b:c",
            "",
        ] {
            assert!(may_link(good), "{good}");
        }
        assert!(is_foreign("//evil/x.png") && !is_foreign("a/b.png"));
    }

    #[test]
    fn whatever_may_not_be_linked_has_a_reason() {
        for own in [
            "C:\\a.csv",
            "d:/a.csv",
            "\\\\server\\share\\a.csv",
            "\\server\\a.csv",
            "file:///etc/x",
            "FILE:x",
        ] {
            assert_eq!(refused(own), Some(Refused::OwnComputer), "{own}");
        }
        for (address, scheme) in [
            ("ftp://a/b", "ftp"),
            (" java\tscript:x", "javascript"),
            ("figure:x/y", "figure"),
        ] {
            assert_eq!(
                refused(address),
                Some(Refused::Scheme(scheme.to_owned())),
                "{address}"
            );
        }
        for address in [
            "a.html",
            "#a:b",
            "?a:b",
            "tel:+52",
            "a/b:c",
            "..\\a.csv",
            "/a",
        ] {
            assert_eq!(refused(address), None, "{address}");
        }
    }
}
