//! Addresses of the web.

use std::borrow::Cow;

/// A full address, divided (RFC 3986, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddressParts<'a> {
    /// What is before `://`.
    pub scheme: &'a str,
    /// The host, and the port where one is named.
    pub host: &'a str,
    /// Everything behind the host: path, query and fragment; empty, or it begins with `/`, `?` or `#`.
    pub rest: &'a str,
}

impl<'a> AddressParts<'a> {
    /// Divides an address; none where it is not a full one. Nothing is decoded or checked.
    ///
    /// ```
    /// use tragaluz_text::web::AddressParts;
    /// let parts = AddressParts::of("https://a.example:8000/p/x.csv?y#z").unwrap();
    /// assert_eq!((parts.scheme, parts.host, parts.rest), ("https", "a.example:8000", "/p/x.csv?y#z"));
    /// assert_eq!(parts.path(), "/p/x.csv");
    /// assert_eq!(AddressParts::of("p/x.csv"), None);
    /// ```
    pub fn of(address: &'a str) -> Option<AddressParts<'a>> {
        let (scheme, rest) = address.split_once("://")?;
        let (host, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        Some(AddressParts { scheme, host, rest })
    }

    /// Returns the path, without query and fragment.
    pub fn path(&self) -> &'a str {
        self.rest.split(['?', '#']).next().unwrap_or_default()
    }
}

/// Whether a text is a full web address that may be where a URI is due (RFC 3986: printable ASCII without the
/// characters that no URI holds).
pub fn is_web_address(text: &str) -> bool {
    let parts = AddressParts::of(text).filter(|parts| matches!(parts.scheme, "https" | "http"));
    let host = parts.map_or("", |parts| parts.host);
    host.bytes().any(|b| b.is_ascii_alphanumeric()) && text.bytes().all(is_of_uri)
}

/// Whether a URI may hold this byte.
fn is_of_uri(byte: u8) -> bool {
    byte.is_ascii_graphic() && !br#"<>"{}|\^`"#.contains(&byte)
}

/// A full web address as a page links to it: what no address holds is encoded. None where it is not one.
///
/// ```
/// use tragaluz_text::web::web_address;
/// assert_eq!(web_address(" https://a.example/año ").as_deref(), Some("https://a.example/a%C3%B1o"));
/// assert_eq!(web_address("ftp://a.example"), None);
/// ```
pub fn web_address(text: &str) -> Option<String> {
    Some(encode_address(text.trim())).filter(|address| is_web_address(address))
}

/// Percent-encodes the characters of which `is_encoded` says so, each of their bytes as `%XX` (RFC 3986, section 2.1).
///
/// ```
/// use tragaluz_text::web::encode_where;
/// assert_eq!(encode_where("año&1", |c| c == '&' || c == 'ñ'), "a%C3%B1o%261");
/// ```
pub fn encode_where(text: &str, is_encoded: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_encoded(c) {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Percent-encodes a path with `/`: all but RFC 3986's unreserved characters and the slashes between segments.
pub fn encode_path(path: &str) -> String {
    encode_where(path, |c| {
        !(c.is_ascii_alphanumeric() || "-._~/".contains(c))
    })
}

/// Percent-encodes what may not be in a web address and keeps all that may, so that `%20` is not encoded twice. The
/// host of a full address stays as it is.
///
/// ```
/// use tragaluz_text::web::encode_address;
/// assert_eq!(encode_address("https://año.example/año 1%20.png?q=ñ#í"), "https://año.example/a%C3%B1o%201%20.png?q=%C3%B1#%C3%AD");
/// assert_eq!(encode_address("100%[a].png#b#c"), "100%25%5Ba%5D.png#b%23c");
/// ```
pub fn encode_address(address: &str) -> String {
    let rest = AddressParts::of(address).map_or(address, |parts| parts.rest);
    let host = &address[..address.len() - rest.len()];
    let bytes = rest.as_bytes();
    let place = rest.find('#');
    let mut out = host.to_owned();
    for (i, byte) in bytes.iter().enumerate() {
        // The first `#` begins the place; another one would be part of its name.
        let second = *byte == b'#' && place != Some(i);
        let escape = *byte == b'%'
            && bytes
                .get(i + 1..i + 3)
                .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        if escape
            || byte.is_ascii_alphanumeric()
            || b"-._~:/?#@!$&'()*+,;=".contains(byte) && !second
        {
            out.push((*byte).into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// Resolves a link against the full address of the text that holds it (RFC 3986, section 5.2). What has a scheme of its own stays
/// as it is, and so does everything where `base` is no full address.
///
/// ```
/// use tragaluz_text::web::resolve_address;
/// let base = "https://a.example:8000/p/q/x.html?y#z";
/// assert_eq!(resolve_address(base, "../r.csv"), "https://a.example:8000/p/r.csv");
/// assert_eq!(resolve_address(base, "/r?to=http://b"), "https://a.example:8000/r?to=http://b");
/// assert_eq!(resolve_address(base, "//b.example/r"), "https://b.example/r");
/// assert_eq!(resolve_address(base, "?n=2"), "https://a.example:8000/p/q/x.html?n=2");
/// assert_eq!(resolve_address(base, "mailto:r@b.example"), "mailto:r@b.example");
/// ```
pub fn resolve_address(base: &str, link: &str) -> String {
    let Some(parts) = AddressParts::of(base) else {
        return link.to_owned();
    };
    let first = link.split(['/', '?', '#']).next().unwrap_or_default();
    if first.contains(':') {
        return link.to_owned();
    }
    if link.starts_with("//") {
        return format!("{}:{link}", parts.scheme);
    }
    let server = &base[..base.len() - parts.rest.len()];
    let (path, rest) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    if path.is_empty() {
        let kept = if rest.starts_with('?') {
            parts.path()
        } else {
            parts.rest.split('#').next().unwrap_or_default()
        };
        return format!("{server}{kept}{rest}");
    }
    let folder = parts.path().rsplit_once('/').map_or("", |(to, _)| to);
    let whole = if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("{folder}/{path}")
    };
    format!("{server}{}{rest}", without_dots(&whole))
}

/// Returns a path without the segments `.` and `..` (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut ends_in_folder = false;
    for segment in path.split('/').skip(1) {
        ends_in_folder = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            segment => kept.push(segment),
        }
    }
    if ends_in_folder {
        kept.push("");
    }
    format!("/{}", kept.join("/"))
}

/// Decodes `%XX` (RFC 3986, section 2.1) where that gives UTF-8; returns the text as it is where it does not.
pub fn decode_percent(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn addresses() {
        for good in [
            "https://a.example",
            "http://localhost:8000/x?y=1#z",
            "https://a.example/%C3%B1",
        ] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "https://",
            "https:///x",
            "ftp://a.example",
            "https://a.example/ñ",
            "https://a b",
            "javascript:1",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
