//! Web pages told by their first bytes.

/// Whether these first bytes are a web page's that holds a table.
pub(crate) fn is_html(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes)
        .replace('\0', "")
        .to_ascii_lowercase();
    let start = beginning(&text);
    let beginnings = [
        "<html",
        "<!doctype html",
        "<table",
        "<head",
        "<meta",
        "<style",
        "<body",
        "<div",
        "<center",
    ];
    beginnings.iter().any(|b| start.starts_with(b))
        && (start.contains("<tr") || start.contains("<table"))
}

/// Whether a text is a web page's, whatever is in it.
pub(crate) fn is_page(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let start = beginning(&text);
    ["<!doctype html", "<html"]
        .iter()
        .any(|b| start.starts_with(b))
        && start.contains('>')
}

/// Returns a text without the marks and blanks that may be before it.
fn beginning(text: &str) -> &str {
    text.trim_start_matches(|c: char| c == '\u{feff}' || c == '\u{fffd}' || c.is_whitespace())
}
