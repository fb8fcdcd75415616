//! Texts of cells as a browser shows them.

/// Returns a text as a browser shows it: blanks are one blank, lines end where they are told to.
pub(crate) fn words(text: &str) -> String {
    let lines = text
        .split('\n')
        .map(|line| line.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
    let text = lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    text.trim_matches('\u{a0}').trim().to_owned()
}

/// Whether a text is a number as people write it: a web page does not say so. Zeros before others make a code of it.
pub(crate) fn is_number(text: &str) -> bool {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '$' | '€' | '£' | '%' | '(' | ')' | '-' | '+' | '−')
    });
    let is_code = text.len() > 1 && text.starts_with('0') && text.as_bytes()[1].is_ascii_digit();
    text.contains(|c: char| c.is_ascii_digit())
        && !is_code
        && text.chars().all(|c| c.is_ascii_digit() || is_separator(c))
}

/// Whether a character may be between the digits of a number.
fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')
}
