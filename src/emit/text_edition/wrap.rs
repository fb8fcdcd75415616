//! Wrapping of words into lines.

/// Characters that take no place or would disturb a terminal: controls and soft hyphens.
fn is_dropped(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

/// A text on one line: white space as single blanks, nothing that disturbs.
pub(super) fn clean(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c }).collect();
    let kept: String = text.chars().filter(|c| !is_dropped(*c)).collect();
    kept.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How many columns a text takes; accents that combine with the letter before them take none.
pub(super) fn width(text: &str) -> usize {
    text.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '\u{fe0f}' | '\u{200d}')).count()
}

/// A text as lines of at most `columns`; `\n` in it begins a new line. A word that is longer stands alone.
pub(super) fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        let mut used = 0;
        for word in part.split([' ', '\t']).filter(|w| !w.is_empty()) {
            let wide = width(word);
            if used > 0 && used + 1 + wide > columns {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += wide;
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}
