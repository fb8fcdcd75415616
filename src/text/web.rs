//! Addresses of the web.

/// Whether a text is a full web address that may stand where a URI is due (RFC 3986: printable ASCII without the
/// characters that no URI holds).
pub fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map_or("", |r| r.split(['/', '?', '#']).next().unwrap_or_default());
    let uri = |b: u8| b.is_ascii_graphic() && !br#"<>"{}|\^`"#.contains(&b);
    host.bytes().any(|b| b.is_ascii_alphanumeric()) && text.bytes().all(uri)
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

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
}
