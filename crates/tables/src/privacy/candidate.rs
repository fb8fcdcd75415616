//! What may be a number or a key of somebody: words with digits in a text, alone and joined as people join them.

use std::ops::Range;

/// Signs that may part the groups of one number.
const SEPARATORS: &[u8] = b" -./()\n\r\t";

/// Words with digits, joined by blanks, hyphens, points, slashes or parentheses, without these.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Its bytes in the text.
    pub(super) span: Range<usize>,
    signs: [u8; Candidate::MOST_SIGNS],
    length: usize,
    /// ASCII digits in it.
    pub(super) digits: usize,
    groups: [u8; Candidate::MOST_GROUPS],
    group_count: usize,
    /// What is between groups, one after the other; none where it is several signs.
    between: [u8; Candidate::MOST_GROUPS],
    /// Whether no letter, digit or joining sign goes on before or after it.
    pub(super) is_bounded: bool,
    /// Whether a number is beside it, with a blank between.
    pub(super) has_neighbour: bool,
    /// Whether it is a part of an address of the web.
    pub(super) is_in_url: bool,
}

impl Candidate {
    /// Digits of the shortest.
    pub(super) const LEAST_DIGITS: usize = 6;
    const MOST_SIGNS: usize = 34;
    const MOST_GROUPS: usize = 10;

    /// Returns its letters, in capitals, and digits; `Ñ` is [`ENYE`].
    pub(super) fn signs(&self) -> &[u8] {
        &self.signs[..self.length]
    }

    /// Whether it is digits alone.
    pub(super) fn is_number(&self) -> bool {
        self.digits == self.length
    }

    /// Returns the lengths of its groups.
    pub(super) fn groups(&self) -> &[u8] {
        &self.groups[..self.group_count]
    }

    /// Returns what is between its groups: a sign each, [`SEVERAL`] where there are several.
    pub(super) fn between(&self) -> &[u8] {
        &self.between[..self.group_count.saturating_sub(1)]
    }

    /// Whether nothing but blanks and hyphens parts its groups.
    pub(super) fn is_simply_parted(&self) -> bool {
        self.between().iter().all(|sign| b" -\n".contains(sign))
    }
}

/// `Ñ` among the signs of a candidate.
pub(super) const ENYE: u8 = 0xD1;

/// Several signs between two groups.
pub(super) const SEVERAL: u8 = b'+';

/// A letter that is in no key.
const FOREIGN: u8 = 0xFF;

/// A word of letters and digits.
struct KeyWord {
    span: Range<usize>,
    digits: usize,
    has_small: bool,
}

/// Returns every candidate of a text, the longest of those that begin together last.
pub(super) fn candidates(text: &str) -> Vec<Candidate> {
    let words = key_words(text);
    let mut found = Vec::new();
    let has_url = memchr::memchr2(b'/', b'w', text.as_bytes()).is_some();
    for (at, first) in words.iter().enumerate() {
        let next_digits = words.get(at + 1).map_or(0, |next| next.digits);
        if first.digits == 0 && (next_digits == 0 || first.span.len() > 6) {
            continue;
        }
        extend((text, has_url), &words, at, &mut found);
    }
    found
}

/// Adds the candidates that begin with the word at this index.
fn extend(
    (text, has_url): (&str, bool),
    words: &[KeyWord],
    from: usize,
    found: &mut Vec<Candidate>,
) {
    let bytes = text.as_bytes();
    let first = &words[from];
    let begins = begins_freely(bytes, first.span.start);
    let mut grown = Candidate {
        span: first.span.start..first.span.start,
        signs: [0; Candidate::MOST_SIGNS],
        length: 0,
        digits: 0,
        groups: [0; Candidate::MOST_GROUPS],
        group_count: 0,
        between: [0; Candidate::MOST_GROUPS],
        is_bounded: false,
        has_neighbour: false,
        is_in_url: has_url && is_in_url(bytes, first.span.start),
    };
    let last = words.len().min(from + Candidate::MOST_GROUPS);
    for word in &words[from..last] {
        if grown.group_count > 0 {
            let between = &bytes[grown.span.end..word.span.start];
            let is_word = word.digits == 0 && word.has_small && between.contains(&b' ');
            if !joins(between) || is_word && text.len() > 48 {
                return;
            }
            grown.between[grown.group_count - 1] = if between.len() == 1 {
                between[0]
            } else {
                SEVERAL
            };
        }
        if !grown.push(text, word) {
            return;
        }
        if grown.digits >= Candidate::LEAST_DIGITS {
            let (begins_freely, beside_before) = begins;
            let (ends_freely, beside_after) = ends_freely(bytes, grown.span.end);
            grown.is_bounded = begins_freely && ends_freely;
            grown.has_neighbour = beside_before || beside_after;
            found.push(grown.clone());
        }
    }
}

impl Candidate {
    /// Adds a word; false where it is too long.
    fn push(&mut self, text: &str, word: &KeyWord) -> bool {
        let before = self.length;
        for sign in text[word.span.clone()].chars() {
            let Some(place) = self.signs.get_mut(self.length) else {
                return false;
            };
            *place = match sign {
                'ñ' | 'Ñ' => ENYE,
                sign if sign.is_ascii() => (sign as u8).to_ascii_uppercase(),
                _ => FOREIGN,
            };
            self.length += 1;
        }
        self.groups[self.group_count] = u8::try_from(self.length - before).unwrap_or(u8::MAX);
        self.group_count += 1;
        self.digits += word.digits;
        self.span.end = word.span.end;
        true
    }
}

fn key_words(text: &str) -> Vec<KeyWord> {
    let bytes = text.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| is_part(byte)).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let word = &bytes[at..at + length];
        found.push(KeyWord {
            span: at..at + length,
            digits: word.iter().filter(|byte| byte.is_ascii_digit()).count(),
            has_small: word.iter().any(u8::is_ascii_lowercase),
        });
        at += length;
    }
    found
}

/// Whether these signs join two groups of one number.
fn joins(between: &[u8]) -> bool {
    between.len() <= 3
        && between.iter().all(|sign| SEPARATORS.contains(sign))
        && between.iter().filter(|sign| **sign == b'\n').count() < 2
}

/// Whether what begins here begins freely, and whether a number is before it with a blank between.
fn begins_freely(bytes: &[u8], start: usize) -> (bool, bool) {
    let before = &bytes[..start];
    let Some((sign, rest)) = before.split_last() else {
        return (true, false);
    };
    is_free(*sign, rest.iter().rev())
}

/// Whether what ends here ends freely, and whether a number is after it with a blank between.
fn ends_freely(bytes: &[u8], end: usize) -> (bool, bool) {
    let Some((sign, rest)) = bytes[end..].split_first() else {
        return (true, false);
    };
    is_free(*sign, rest.iter())
}

/// The same of the sign beside it, and what is beyond that sign.
fn is_free<'b>(sign: u8, beyond: impl Iterator<Item = &'b u8> + Clone) -> (bool, bool) {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let run = beyond
        .clone()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    match sign {
        b' ' => (true, run > 0),
        b',' | b'/' => {
            // A long number there is another one; so is one in groups.
            let mut rest = beyond.skip(run);
            let is_parted = matches!(rest.next(), Some(b' ' | b'-' | b')' | b'('))
                && rest.any(u8::is_ascii_digit);
            (run == 0 || run >= 8 || run > 1 && is_parted, false)
        }
        b'-' | b'.' | b'_' | b'\\' | b'#' | b'&' | b'%' | b'$' | b'@' => {
            let is_joined = beyond.clone().next().is_some_and(|byte| is_word(*byte));
            (sign != b'$' && !is_joined, false)
        }
        _ => (!is_word(sign), false),
    }
}

/// Whether this place is in an address of the web.
fn is_in_url(bytes: &[u8], at: usize) -> bool {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"\"'<>".contains(byte);
    let begins = bytes[..at]
        .iter()
        .rposition(is_end)
        .map_or(0, |end| end + 1);
    let before = &bytes[begins..at];
    before.windows(3).any(|part| part == b"://") || before.starts_with(b"www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Candidate {
        candidates(text).pop().expect("a candidate")
    }

    #[test]
    fn groups_are_joined_as_people_join_them() {
        let one = candidates("tel. (55) 1234-5678, ext. 9");
        let one = one
            .iter()
            .find(|one| one.digits == 10 && one.is_number())
            .expect("ten digits");
        assert_eq!(
            (one.signs(), one.groups()),
            (&b"5512345678"[..], &[2, 4, 4][..])
        );
        assert_eq!(one.between(), [SEVERAL, b'-']);
        assert_eq!(candidates("gode\n561231 gr8")[1].signs(), b"GODE561231GR8");
        assert!(candidates("1 a 2 b").is_empty());
    }

    #[test]
    fn what_goes_on_is_not_bounded() {
        for text in [
            "123456",
            "«123456»",
            "x=123456.",
            "*123456*",
            "a, 123456; b",
        ] {
            let found = candidates(text);
            assert!(
                found.iter().any(|one| one.digits == 6 && one.is_bounded),
                "{text}"
            );
        }
        for text in [
            "0.123456",
            "123456.78",
            "1,123456",
            "a_123456",
            "$123456",
            "12-123456x",
        ] {
            let found = candidates(text);
            let is_six = |one: &&Candidate| one.signs() == b"123456" && one.is_bounded;
            assert!(!found.iter().any(|one| is_six(&one)), "{text}");
        }
        assert!(whole("see https://a.test/x/123456").is_in_url);
        assert!(candidates("5 123456")[0].digits == 7);
    }
}
