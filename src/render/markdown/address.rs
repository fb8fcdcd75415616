//! Which addresses a text may lead to.

/// Schemes that do nothing but lead somewhere.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms", "geo"];

/// The scheme of an address as a browser would read it: in lower case, without the blanks and control characters
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
    scheme(address).is_none_or(|scheme| SCHEMES.contains(&&*scheme))
}

/// Whether the address is on another host.
pub fn is_foreign(address: &str) -> bool {
    let address = address.trim_start();
    scheme(address).is_some() || address.starts_with("//") || address.starts_with("/\\") || address.starts_with('\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_that_run_are_refused() {
        for bad in ["javascript:alert(1)", " java\tscript:x", "JAVASCRIPT&colon;x:y", "data:text/html,x", "vbscript:x"]
        {
            assert!(!may_link(bad), "{bad}");
        }
        for good in ["../a.html", "#x", "https://a.b/", "mailto:a@b.c", "a?b:c", ""] {
            assert!(may_link(good), "{good}");
        }
        assert!(is_foreign("//evil/x.png") && !is_foreign("a/b.png"));
    }
}
