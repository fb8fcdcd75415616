//! Full addresses of the site's files.

/// The full address of a path below `base` (which ends with `/`), percent-encoded.
///
/// ```
/// use tragaluz::plan::record::absolute;
/// assert_eq!(absolute("https://a.example/p/", "x/año 1.csv"), "https://a.example/p/x/a%C3%B1o%201.csv");
/// ```
pub fn absolute(base: &str, path: &str) -> String {
    format!("{base}{}", encode_path(path))
}

/// Percent-encodes a path with `/`: all but RFC 3986's unreserved characters and the slashes between segments.
pub fn encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Whether a text is a full web address that may stand where a URI is due (RFC 3986: printable ASCII without the
/// characters that no URI holds).
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map_or("", |r| r.split(['/', '?', '#']).next().unwrap_or_default());
    let uri = |b: u8| b.is_ascii_graphic() && !br#"<>"{}|\^`"#.contains(&b);
    host.bytes().any(|b| b.is_ascii_alphanumeric()) && text.bytes().all(uri)
}

/// Whether a text is an e-mail address as DCAT-US 1.1's schema takes it after `mailto:` (its pattern, in ASCII).
pub fn is_email(text: &str) -> bool {
    let local = |b: u8| b.is_ascii_alphanumeric() || b"_~!$&'()*+,;=:.-".contains(&b);
    let domain = |b: u8| b.is_ascii_alphanumeric() || b"_.-".contains(&b);
    text.split_once('@').is_some_and(|(name, host)| {
        let inner_dot = host.trim_start_matches('.').trim_end_matches('.').contains('.');
        !name.is_empty() && name.bytes().all(local) && inner_dot && host.bytes().all(domain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["https://a.example", "http://localhost:8000/x?y=1#z", "https://a.example/%C3%B1"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in
            ["", "https://", "https:///x", "ftp://a.example", "https://a.example/ñ", "https://a b", "javascript:1"]
        {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn emails() {
        assert!(is_email("datos@dependencia.example.mx"));
        for bad in ["", "a", "@b.c", "a@b", "a@.b", "a b@c.d", "a@b.c\n", "<a@b.c>"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
