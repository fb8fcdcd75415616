//! Signs that nobody sees: blanks of every width, and marks that have none or that turn the writing round.

/// Whether a character shows nothing where it is at the end of a text.
pub fn is_unseen(c: char) -> bool {
    let has_no_width = matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    );
    has_no_width || c.is_whitespace()
}

/// Takes the signs that nobody sees off both ends.
#[inline]
pub fn trim(text: &str) -> &str {
    // Nearly every text begins and ends with something that is seen.
    match text.as_bytes() {
        [only] if only.is_ascii_graphic() => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches(is_unseen),
    }
}

/// Whether a sign is at an end that nobody sees, and that is no blank as every keyboard has it.
pub fn has_odd_ends(text: &str) -> bool {
    let ends = text.len() - trim(text).len();
    ends > 0 && {
        let before = text.chars().take_while(|c| is_unseen(*c));
        let after = text.chars().rev().take_while(|c| is_unseen(*c));
        before.chain(after).any(|c| !c.is_ascii())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ends_are_trimmed() {
        for (text, seen) in [
            ("\u{200b}clave", "clave"),
            ("obra\u{a0}", "obra"),
            ("\u{feff}\u{200e}12 345\u{202f}", "12 345"),
            ("a\u{200b}b", "a\u{200b}b"),
            (" x\t", "x"),
            ("\u{a0}", ""),
            ("", ""),
            ("é", "é"),
        ] {
            assert_eq!(trim(text), seen, "{text:?}");
        }
        assert!(has_odd_ends("1\u{a0}") && has_odd_ends("\u{200e} 1") && has_odd_ends("\u{200b}"));
        assert!(
            !has_odd_ends(" 1 ")
                && !has_odd_ends("1")
                && !has_odd_ends("a\u{a0}b")
                && !has_odd_ends("")
        );
    }
}
