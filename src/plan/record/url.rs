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
