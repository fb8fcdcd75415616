//! A text that is looked at, and the words before a place in it.

use super::candidate::{Candidate, candidates};
use super::field_words::{self, WordClaim, WordPhrase};
use super::text_traits::TextTraits;
use super::{FieldHint, PersonalKind, key_words};

/// Bytes before a value in which the words that announce it are looked for.
const REACH: usize = 48;

/// Words right before a value that may announce it.
const NEAR: usize = 7;

/// A text that is looked at.
#[derive(Debug, Clone)]
pub(super) struct ScannedText<'t> {
    /// The text, its signs as keyboards have them.
    pub(super) text: &'t str,
    /// What it is made of.
    pub(super) traits: TextTraits,
    /// What the name above it says.
    pub(super) hint: FieldHint,
    key_words: u8,
    /// What may be a number or a key of somebody.
    pub(super) candidates: Vec<Candidate>,
}

impl<'t> ScannedText<'t> {
    /// Returns a text to look at, under a name that says this.
    pub(super) fn new(text: &'t str, hint: FieldHint) -> ScannedText<'t> {
        let traits = TextTraits::of(text);
        // Each of these words is parted from something else.
        let key_words = if traits.letters > 1 && traits.has_blank {
            key_words::key_words_in(text.as_bytes())
        } else {
            0
        };
        let candidates = if traits.digits >= Candidate::LEAST_DIGITS {
            candidates(text)
        } else {
            Vec::new()
        };
        ScannedText {
            text,
            traits,
            hint,
            key_words,
            candidates,
        }
    }

    /// Whether the name above the text, or words before this place, announce a kind.
    pub(super) fn announces(&self, kind: PersonalKind, at: usize) -> bool {
        self.hint.announces.is_some_and(|own| own.id == kind.id)
            || self.traits.letters > 1 && {
                let words = self.words_before(at);
                let near = &words[words.len().saturating_sub(NEAR)..];
                field_words::say(near, kind.id, WordClaim::Yes)
            }
    }

    /// Whether the name above the text, or words before this place, say one of these.
    pub(super) fn says(&self, kind: PersonalKind, words: &[WordPhrase], at: usize) -> bool {
        if self.hint.announces.is_some_and(|own| own.id == kind.id) {
            return true;
        }
        let before = self.words_before(at);
        words.iter().any(|phrase| phrase.is_in(&before))
    }

    /// Whether the words right before this place name a code.
    pub(super) fn is_code(&self, at: usize) -> bool {
        if self.hint.announces.is_some() {
            return false;
        }
        let words = self.words_before(at);
        field_words::is_code(&words[words.len().saturating_sub(3)..])
    }

    /// Whether the whole text is this part of it, less signs around.
    pub(super) fn is_all(&self, span: &std::ops::Range<usize>) -> bool {
        let is_sign = |rest: &str| !rest.bytes().any(|byte| byte.is_ascii_alphanumeric());
        is_sign(&self.text[..span.start]) && is_sign(&self.text[span.end..])
    }

    /// Whether words of this group ([`key_words`]) are in the text.
    pub(super) fn mentions(&self, group: u8) -> bool {
        self.key_words & group != 0
    }

    fn words_before(&self, at: usize) -> Vec<String> {
        let mut from = at.saturating_sub(REACH);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let before = &self.text[from..at];
        // A sentence that has ended says nothing of what follows; `tel.` ends none.
        let begins = before.rfind(['\n', ';', '|']).map_or(0, |end| end + 1);
        field_words::words_of(&before[begins..])
    }
}
