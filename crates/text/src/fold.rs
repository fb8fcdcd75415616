//! Words as a search compares them: without accents and case, singular and plural as one.
//!
//! The script of the search page (`themes/claro/search.js`) does the same with what a reader types. Whatever changes here
//! changes there; `tests/it/search.rs` holds both against each other. The rules for plurals are written once, here, and
//! travel with the index.

use super::lang::Lang;
use icu_normalizer::DecomposingNormalizerBorrowed;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Diacritics that readers leave out: accents, Hebrew points, Arabic vowels and the stretching line. Vowel signs of other
/// scripts are letters to their readers, and stay.
static DIACRITICS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[\x{300}-\x{36f}\x{591}-\x{5c7}\x{640}\x{64b}-\x{65f}\x{670}]"));

/// Signs of scripts that do not part words: each is a word of its own.
static ALONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]"));

/// A word. A very long one is several.
static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{Alphabetic}\p{M}\p{N}]{1,40}"));

fn pattern(of: &str) -> Regex {
    Regex::new(of).expect("a pattern of this file")
}

/// Rules that bring plural and singular together, in order: a pattern and what takes its place. They need not give a
/// singular, only the same for both; and read the same as ECMAScript's patterns.
///
/// Spanish: *país, países* → `pai`; *luz, luces* → `luc`. English: Harman's S-stemmer.
const PLURALS: &[(&str, &[(&str, &str)])] = &[
    ("es", &[("^(.{3,}?)[es]+$", "$1"), ("z$", "c")]),
    (
        "en",
        &[
            ("ies$", "y"),
            ("(ss|x|ch|sh)es$", "$1"),
            ("([^sui])s$", "$1"),
        ],
    ),
];

/// A text without accents and case.
///
/// ```
/// use tragaluz_text::fold::fold;
/// assert_eq!(fold("PARTICIPACIÓN Ñandú ﬁn"), "participacion nandu fin");
/// ```
pub fn fold(text: &str) -> String {
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    DIACRITICS.replace_all(&apart, "").to_lowercase()
}

/// The folded words of a text, in order.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let spaced = ALONE.replace_all(&folded, " $0 ");
    WORD.find_iter(&spaced)
        .map(|word| word.as_str().to_owned())
        .collect()
}

/// How a language's words are looked for.
pub struct Folding {
    left_out: BTreeSet<String>,
    rules: Vec<(Regex, &'static str)>,
    plurals: &'static [(&'static str, &'static str)],
}

impl Folding {
    /// `stop_words` are words too common to be looked for, between spaces.
    pub fn of(lang: &Lang, stop_words: &str) -> Folding {
        let primary = lang.primary();
        let plurals = PLURALS
            .iter()
            .find(|(tag, _)| *tag == primary)
            .map_or(&[][..], |(_, rules)| rules);
        Folding {
            left_out: words(stop_words).into_iter().collect(),
            rules: plurals
                .iter()
                .map(|(from, to)| (pattern(from), *to))
                .collect(),
            plurals,
        }
    }

    /// Words that are not looked for.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.left_out.iter().map(String::as_str)
    }

    /// Returns the rules for plurals: pairs of an ending and what it becomes.
    pub fn plurals(&self) -> &'static [(&'static str, &'static str)] {
        self.plurals
    }

    /// The terms of a text: its words without those that are not looked for, plurals as singulars.
    ///
    /// ```
    /// use tragaluz_text::{fold::Folding, lang::Lang};
    /// let spanish = Folding::of(&Lang::parse("es").unwrap(), "de la y");
    /// assert_eq!(spanish.terms("Los países de la Unión"), spanish.terms("los país unión"));
    /// ```
    pub fn terms(&self, text: &str) -> Vec<String> {
        let wanted = words(text)
            .into_iter()
            .filter(|word| !self.is_left_out(word));
        wanted.map(|word| self.term(word)).collect()
    }

    fn is_left_out(&self, word: &str) -> bool {
        self.left_out.contains(word) || (word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase())
    }

    fn term(&self, word: String) -> String {
        self.rules.iter().fold(word, |word, (from, to)| {
            from.replace(&word, *to).into_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folding(tag: &str) -> Folding {
        Folding::of(&Lang::parse(tag).unwrap(), "")
    }

    #[test]
    fn plurals_meet_their_singulars() {
        let pairs = [
            ("país", "países"),
            ("luz", "luces"),
            ("plan", "planes"),
            ("institución", "instituciones"),
            ("mes", "meses"),
            ("interés", "intereses"),
            ("ley", "leyes"),
            ("clase", "clases"),
            ("compromiso", "compromisos"),
        ];
        for (one, many) in pairs {
            assert_eq!(folding("es").terms(one), folding("es").terms(many), "{one}");
        }
        for (one, many) in [
            ("policy", "policies"),
            ("process", "processes"),
            ("dataset", "datasets"),
            ("box", "boxes"),
        ] {
            assert_eq!(folding("en").terms(one), folding("en").terms(many), "{one}");
        }
        assert_eq!(
            folding("en").terms("status analysis class"),
            ["status", "analysis", "class"]
        );
        assert_eq!(folding("fr").terms("données"), ["donnees"]);
    }

    #[test]
    fn words_of_many_scripts() {
        assert_eq!(
            words("MXMEX0009: folio_solicitud, 0.10"),
            ["mxmex0009", "folio", "solicitud", "0", "10"]
        );
        assert_eq!(words("中文 abc漢"), ["中", "文", "abc", "漢"]);
        assert_eq!(words("البَيَانات أحمد"), ["البيانات", "احمد"]);
        assert_eq!(words("ΟΔΟΣ İstanbul"), ["οδος", "istanbul"]);
        assert_eq!(words("calpulli꞉ ꞌuex"), ["calpulli", "ꞌuex"]);
        assert_eq!(
            words(&"a".repeat(90))
                .iter()
                .map(String::len)
                .collect::<Vec<_>>(),
            [40, 40, 10]
        );
    }
}
