//! The order of names in a language (CLDR's collations), and the letter that each is under in an index.

use super::lang::Lang;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use std::cmp::Ordering;

/// How a language puts names in order.
pub struct Order {
    full: CollatorBorrowed<'static>,
    /// Knows letters only, neither accents nor case.
    letters: CollatorBorrowed<'static>,
}

/// Where a name is in an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// Before the letters: it begins with a digit, or has neither letter nor digit.
    Signs,
    /// Under a letter, or what the language counts as one (`Ñ`, `CH`).
    Letter(String),
}

/// The last of the Latin letters in every language's order, to compare pairs of letters with.
const LAST_LETTER: char = 'ʒ';

/// The initial consonants of Korean syllables as they stand alone, in the order of U+1100.
const KOREAN: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/// Whether a name begins with no letter.
fn is_under_signs(name: &str) -> bool {
    !start(name).starts_with(char::is_alphabetic)
}

impl Order {
    /// The order of a language; that of CLDR's root where the language has none of its own. Numbers inside names
    /// count as numbers: `Plan 2` is before `Plan 10`.
    pub fn of(lang: &Lang) -> Order {
        let locale = Locale::try_from_str(&format!("{lang}-u-kn"))
            .or_else(|_| Locale::try_from_str("und-u-kn"));
        let preferences: CollatorPreferences =
            locale.map(CollatorPreferences::from).unwrap_or_default();
        let [full, letters] = [Strength::Tertiary, Strength::Primary].map(|strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            CollatorBorrowed::try_new(preferences, options)
                .expect("the order of every language falls back on the root's")
        });
        Order { full, letters }
    }

    /// Compares two names. What is before the first word with a letter (`¿`, `«`, `2.6`) decides only between equals.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        (is_under_signs(b).cmp(&is_under_signs(a)))
            .then_with(|| self.full.compare(start(a), start(b)))
            .then_with(|| self.full.compare(a, b))
            .then_with(|| a.cmp(b))
    }

    /// The letter that a name is under.
    pub fn heading(&self, name: &str) -> Heading {
        let start = start(name);
        let mut chars = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(start.chars());
        let Some(first) = chars.next().filter(|c| c.is_alphabetic()) else {
            return Heading::Signs;
        };
        let korean = (first as u32)
            .checked_sub(0x1100)
            .and_then(|at| KOREAN.chars().nth(at as usize));
        if let Some(letter) = korean {
            return Heading::Letter(letter.to_string());
        }
        let rest: Vec<char> = chars.take(4).collect();
        let diacritics: String = rest
            .iter()
            .take_while(|c| !c.is_alphanumeric() && !c.is_whitespace())
            .collect();
        let marked = ComposingNormalizerBorrowed::new_nfc()
            .normalize(&format!("{first}{diacritics}"))
            .into_owned();
        let marked: String = marked.chars().take(1).collect();
        let plain = first.to_string();
        let letter = if self.same_letter(&plain, &marked) {
            plain
        } else {
            marked
        };
        let pair = rest
            .first()
            .filter(|_| diacritics.is_empty())
            .filter(|second| self.are_one(first, **second));
        Heading::Letter(capital(
            &pair.map_or(letter, |second| format!("{first}{second}")),
        ))
    }

    /// Whether two headings are the same letter (`か` and `ガ`).
    pub fn same_letter(&self, a: &str, b: &str) -> bool {
        self.letters.compare(a, b) == Ordering::Equal
    }

    /// Whether a language takes two letters for one, which then is elsewhere than its first letter (Czech `ch`).
    fn are_one(&self, first: char, second: char) -> bool {
        let both = [first, second].map(|c| c.to_ascii_lowercase());
        if !both.iter().all(char::is_ascii_lowercase) {
            return false;
        }
        let pair: String = both.iter().collect();
        let after = self
            .letters
            .compare(&pair, &format!("{}{LAST_LETTER}", both[0]));
        after == Ordering::Greater
            || self.letters.compare(&pair, &both[0].to_string()) == Ordering::Less
    }
}

/// A name from its first letter or digit on, past the numbers before its words: `2.6 Carta` is under C, as is `(3) Carta`.
/// The whole of it where it has neither; from its number on where it is all that it has.
fn start(name: &str) -> &str {
    let words = name.split_inclusive(char::is_whitespace);
    let mut at = 0;
    for word in words {
        if word.contains(char::is_alphabetic) {
            return from_first(&name[at..]);
        }
        at += word.len();
    }
    from_first(name)
}

/// Text from its first letter or digit on.
fn from_first(text: &str) -> &str {
    text.find(char::is_alphanumeric)
        .map_or(text, |at| &text[at..])
}

fn capital(letter: &str) -> String {
    let upper = letter.to_uppercase();
    if upper.chars().count() == letter.chars().count() {
        upper
    } else {
        letter.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(tag: &str) -> Order {
        Order::of(&Lang::parse(tag).unwrap())
    }

    fn letters(tag: &str, names: &[&str]) -> Vec<String> {
        let order = order(tag);
        let name = |heading| match heading {
            Heading::Signs => "#".to_owned(),
            Heading::Letter(letter) => letter,
        };
        names.iter().map(|n| name(order.heading(n))).collect()
    }

    #[test]
    fn spanish_has_a_letter_more() {
        let order = order("es");
        let mut names = [
            "Oaxaca",
            "ñandú",
            "Nuevo León",
            "Ñu",
            "nopal",
            "¿Cómo vamos?",
            "Ácido",
            "2024",
            "*",
            "Zacatecas",
        ];
        names.sort_by(|a, b| order.compare(a, b));
        assert_eq!(
            names,
            [
                "*",
                "2024",
                "Ácido",
                "¿Cómo vamos?",
                "nopal",
                "Nuevo León",
                "ñandú",
                "Ñu",
                "Oaxaca",
                "Zacatecas"
            ]
        );
        assert_eq!(
            letters("es", &names),
            ["#", "#", "A", "C", "N", "N", "Ñ", "Ñ", "O", "Z"]
        );
        assert_eq!(
            letters("en", &["Ñu", "n\u{303}u", "Llano"]),
            ["N", "N", "L"]
        );
        assert_eq!(
            letters("es", &["n\u{303}u", "chía", "llano"]),
            ["Ñ", "C", "L"]
        );
    }

    #[test]
    fn numbers_before_words_are_passed() {
        let names = [
            "2.6 Carta",
            "(3) Árbol",
            "10. Zona",
            "I.1) Datos",
            "3D",
            "2024",
        ];
        assert_eq!(letters("es", &names), ["C", "A", "Z", "I", "#", "#"]);
        let order = order("es");
        assert_eq!(order.compare("9 Banco", "1 Casa"), Ordering::Less);
        assert_eq!(order.compare("2 Casa", "10 Casa"), Ordering::Less);
        assert_eq!(order.compare("2024", "1 Casa"), Ordering::Less);
    }

    #[test]
    fn numbers_count() {
        assert_eq!(order("es").compare("Plan 2", "Plan 10"), Ordering::Less);
    }

    #[test]
    fn other_languages_and_scripts() {
        assert_eq!(
            letters("cs", &["Chrudim", "Cheb", "Cena", "Čáp"]),
            ["CH", "CH", "C", "Č"]
        );
        assert_eq!(
            letters("sv", &["Åre", "Ängel", "Zebra", "Élan"]),
            ["Å", "Ä", "Z", "E"]
        );
        assert_eq!(letters("ar", &["بيانات", "أحمد"]), ["ب", "ا"]);
        assert_eq!(letters("el", &["Ώρα", "άλφα"]), ["Ω", "Α"]);
        assert_eq!(letters("ko", &["가나", "한국"]), ["ㄱ", "ㅎ"]);
        assert_eq!(letters("ja", &["がくせい", "カメラ"]), ["か", "カ"]);
        assert!(order("ja").same_letter("か", "カ"));
        assert_eq!(letters("ru", &["Ёлка", "йод"]), ["Е", "Й"]);
        assert_eq!(letters("es", &["", "🙂", "ßa"]), ["#", "#", "ß"]);
    }
}
