//! Texts as the index holds them: short, and JavaScript.

use serde_json::Value;

/// JSON that is JavaScript in every version of it.
pub(super) fn script_text(data: &Value) -> String {
    data.to_string()
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// A text of at most so many bytes, ended between words where it is cut, unless that would take more than half of it.
pub(super) fn cut(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.len() <= most {
        return text;
    }
    let room = most.saturating_sub('…'.len_utf8());
    let end = text.floor_char_boundary(room);
    let between = if text[end..].starts_with(' ') {
        Some(end)
    } else {
        text[..end].rfind(' ')
    };
    let at = between.filter(|at| *at >= end / 2).unwrap_or(end);
    let kept = text[..at].trim_end_matches(['.', ',', ';', ':', ' ', '…']);
    if kept.is_empty() {
        String::new()
    } else {
        format!("{kept}…")
    }
}
