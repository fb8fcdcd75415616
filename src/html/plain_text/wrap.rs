//! Wrapping of words into lines.

/// Characters that take no place or would disturb a terminal: controls and soft hyphens.
fn is_dropped(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')
}

/// Returns a text on one line: white space as single blanks, nothing that disturbs.
pub(super) fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    add_clean(text, &mut line);
    line
}

/// Adds a text to a line as [`clean`] returns it.
pub(super) fn add_clean(text: &str, line: &mut String) {
    let start = line.len();
    let mut apart = false;
    for c in text.chars() {
        match c {
            // Nearly every character is one of these.
            'a'..='z' | 'A'..='Z' => {}
            c if c.is_whitespace() && c != '\u{a0}' => {
                apart = true;
                continue;
            }
            c if is_dropped(c) => continue,
            _ => {}
        }
        if std::mem::take(&mut apart) && line.len() > start {
            line.push(' ');
        }
        line.push(c);
    }
}

/// Returns how many columns a text takes; accents that combine with the letter before them take none.
pub(super) fn width(text: &str) -> usize {
    text.chars()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '\u{fe0f}' | '\u{200d}'))
        .count()
}

/// Returns a text as lines of at most `columns`; `\n` in it begins a new line. A word that is longer stands alone.
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
