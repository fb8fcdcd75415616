//! Findings as people and programs read them: whatever is in a file, what is said of it obeys nothing and hides nothing.
use std::sync::LazyLock;
use tragaluz::Sink;
use tragaluz::diag::{Speech, show};

static SPEECH: LazyLock<[Speech; 2]> = LazyLock::new(|| ["en", "es"].map(Speech::for_locale));

/// Whether a character turns the writing round, or is obeyed by a terminal.
pub fn is_obeyed(c: char) -> bool {
    let turns =
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    turns || c.is_control() && !matches!(c, '\n' | '\t')
}

/// Fails where a finding cannot be shown in some format, or where what is shown holds a character that is obeyed.
pub fn check(sink: &Sink) {
    let found: Vec<_> = sink.iter().cloned().collect();
    for (turn, format) in show::ALL.iter().enumerate() {
        let mut shown = Vec::new();
        let speech = &SPEECH[(found.len() + turn) % SPEECH.len()];
        format
            .show(&found, speech, &mut shown)
            .expect("memory can be written to");
        let text = without_colours(&String::from_utf8(shown).expect("UTF-8"));
        if let Some(at) = text.find(is_obeyed) {
            let from = text[..at].rfind('\n').map_or(0, |line| line + 1);
            panic!(
                "{} shows a character that is obeyed: {:?}",
                format.id(),
                text[from..].lines().next()
            );
        }
    }
}

/// Takes out the colours that the program itself writes.
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| !c.is_ascii_digit() && c != ';');
        match end.filter(|end| piece[*end..].starts_with('m')) {
            Some(end) => out.push_str(&piece[end + 1..]),
            None => out.push_str(&format!("\u{1b}[{piece}")),
        }
    }
    out
}
