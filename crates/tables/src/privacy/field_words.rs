//! The words that announce a kind, in the name of a column or before a value: `data/field_words.csv`.

use std::sync::LazyLock;
use tragaluz_text::fold::fold;

/// How sure words are of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordClaim {
    /// They announce it.
    Yes,
    /// They do beside personal data, or where the values agree.
    Maybe,
    /// They take it back.
    Not,
}

/// Words of a kind.
struct FieldWords {
    kind: &'static str,
    claim: WordClaim,
    phrases: Vec<WordPhrase>,
}

/// Words that are looked for together.
pub(super) enum WordPhrase {
    /// These words, one after the other.
    InOrder(Vec<&'static str>),
    /// These words, wherever they are.
    Anywhere(Vec<&'static str>),
    /// These words and no others.
    Whole(Vec<&'static str>),
}

impl WordPhrase {
    /// Returns the phrase that is written so in a table of words.
    pub(super) fn read(written: &'static str) -> WordPhrase {
        if let Some(whole) = written.strip_prefix('=') {
            return WordPhrase::Whole(whole.split(' ').collect());
        }
        if written.contains('+') {
            return WordPhrase::Anywhere(written.split('+').collect());
        }
        WordPhrase::InOrder(written.split(' ').collect())
    }

    /// Whether these words hold it.
    pub(super) fn is_in(&self, words: &[String]) -> bool {
        match self {
            WordPhrase::InOrder(own) => words.windows(own.len()).any(|part| part == own.as_slice()),
            WordPhrase::Anywhere(own) => own.iter().all(|word| words.iter().any(|w| w == word)),
            WordPhrase::Whole(own) => words == own.as_slice(),
        }
    }
}

static FIELD_WORDS: LazyLock<Vec<FieldWords>> = LazyLock::new(|| {
    include_str!("data/field_words.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(read_line)
        .collect()
});

fn read_line(line: &'static str) -> Option<FieldWords> {
    let mut cells = line.splitn(4, ',');
    let (kind, claim, _, phrases) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    Some(FieldWords {
        kind,
        claim: match claim {
            "yes" => WordClaim::Yes,
            "maybe" => WordClaim::Maybe,
            _ => WordClaim::Not,
        },
        phrases: phrases.split('|').map(WordPhrase::read).collect(),
    })
}

/// Whether these words say this of a kind.
pub(super) fn say(words: &[String], kind: &str, claim: WordClaim) -> bool {
    FIELD_WORDS
        .iter()
        .filter(|own| own.kind == kind && own.claim == claim)
        .flat_map(|own| &own.phrases)
        .any(|phrase| phrase.is_in(words))
}

/// Returns the kind that these words are surest of, which is not taken back: how sure, and its name in the table.
pub(super) fn announced(words: &[String]) -> Option<(&'static str, WordClaim)> {
    if say(words, "*", WordClaim::Not) {
        return None;
    }
    [WordClaim::Yes, WordClaim::Maybe]
        .into_iter()
        .find_map(|claim| {
            let kinds = FIELD_WORDS
                .iter()
                .filter(|own| own.claim == claim && own.kind != "code");
            let mut said = kinds.filter(|own| own.phrases.iter().any(|phrase| phrase.is_in(words)));
            let kind = said.find(|own| !say(words, own.kind, WordClaim::Not))?.kind;
            Some((kind, claim))
        })
}

/// Whether these words name a column of codes or amounts.
pub(super) fn is_code(words: &[String]) -> bool {
    say(words, "code", WordClaim::Yes)
}

/// Returns the words of a name: parted by signs, by capitals within it, and where digits begin.
pub(super) fn words_of(name: &str) -> Vec<String> {
    let mut parted = String::with_capacity(name.len() + 8);
    let mut signs = name.chars().peekable();
    let mut before = ' ';
    let mut before_that = ' ';
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied().unwrap_or(' ');
        let begins = before.is_lowercase() && sign.is_uppercase()
            || before.is_uppercase()
                && before_that.is_uppercase()
                && sign.is_uppercase()
                && next.is_lowercase()
            || before.is_alphabetic() && sign.is_ascii_digit()
            || before.is_ascii_digit() && sign.is_alphabetic();
        if begins {
            parted.push(' ');
        }
        parted.push(if sign.is_alphanumeric() { sign } else { ' ' });
        (before_that, before) = (before, sign);
    }
    fold(&parted)
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}
