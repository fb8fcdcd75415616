//! Language tags (BCP 47).

use super::iso;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// A language tag such as `es`, `en` or `nhn-MX`, as written in `lang` attributes and folder names. Every text has one, so
/// copies share their letters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Lang::parse(&tag).ok_or_else(|| D::Error::custom("a language tag"))
    }
}

/// Languages written from right to left, by their primary subtag (CLDR, `scriptMetadata`).
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi",
];

/// Scripts written from right to left, as script subtags.
const RIGHT_TO_LEFT_SCRIPTS: &[&str] = &["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"];

/// Names of languages in themselves, by their primary subtags.
const LANGUAGE_NAMES: &str = include_str!("cldr/languages.tsv");

impl Lang {
    /// Parses a tag: letters and digits in subtags of at most eight, joined by `-`, the first of letters only.
    ///
    /// ```
    /// use tragaluz_text::lang::Lang;
    /// assert!(Lang::parse("es-MX").is_some());
    /// assert!(Lang::parse("español").is_none());
    /// ```
    pub fn parse(tag: &str) -> Option<Lang> {
        let mut subtags = tag.split('-');
        let first = subtags.next()?;
        let primary =
            (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
        let rest = subtags
            .all(|s| (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric()));
        (primary && rest).then(|| Lang(tag.into()))
    }

    /// Returns the tag as its author wrote it.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The primary subtag in lower case: `es` of `es-MX`.
    pub fn primary(&self) -> String {
        self.0
            .split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    }

    /// `rtl` or `ltr`, as HTML's `dir` attribute wants it.
    pub fn dir(&self) -> &'static str {
        let by_script = self
            .0
            .split('-')
            .skip(1)
            .any(|s| RIGHT_TO_LEFT_SCRIPTS.contains(&&*s.to_ascii_lowercase()));
        if by_script || RIGHT_TO_LEFT.contains(&&*self.primary()) {
            "rtl"
        } else {
            "ltr"
        }
    }

    /// Returns what the language calls itself, for every language of ISO 639-1 and some more that are spoken where these portals
    /// are made; the sources are told in `cldr/README.md`. A theme's own message (`language-name`) comes before it.
    ///
    /// ```
    /// use tragaluz_text::lang::Lang;
    /// let name = |tag| Lang::parse(tag).and_then(|lang| lang.endonym());
    /// assert_eq!([name("maz"), name("pt-BR"), name("ar")], [Some("Jñatrjo"), Some("Português"), Some("العربية")]);
    /// ```
    pub fn endonym(&self) -> Option<&'static str> {
        let primary = self.primary();
        LANGUAGE_NAMES.lines().find_map(|line| {
            let (tag, name) = line.split_once('\t')?;
            (tag == primary).then_some(name)
        })
    }

    /// Returns the ISO 639-3 code in upper case, as the EU's language table writes it; a primary subtag of three letters is
    /// one already.
    pub fn iso639_3(&self) -> Option<String> {
        let primary = self.primary();
        let three = if primary.len() == 3 {
            Some(primary.as_str())
        } else {
            iso::three_letters(&primary)
        };
        three.map(str::to_ascii_uppercase)
    }

    /// Whether the tag begins with a code of ISO 639: two letters that are registered, or three, of which there are too many
    /// to know. The names of languages (`spanish`) have the form of a tag too.
    pub fn is_registered(&self) -> bool {
        self.iso639_3().is_some()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_languages_are_no_codes() {
        let code = |tag| Lang::parse(tag).unwrap().iso639_3();
        assert_eq!(
            [code("es"), code("zh-Hant"), code("nah")].map(Option::unwrap),
            ["SPA", "ZHO", "NAH"]
        );
        for name in ["spanish", "espanol", "xx", "ingles"] {
            assert!(!Lang::parse(name).unwrap().is_registered(), "{name}");
        }
    }

    #[test]
    fn every_language_of_two_letters_has_a_name_of_its_own() {
        let nameless: Vec<&str> = iso::two_letter_languages()
            .filter(|tag| Lang::parse(tag).unwrap().endonym().is_none())
            .collect();
        assert_eq!(nameless, Vec::<&str>::new());
        let name = |tag: &str| Lang::parse(tag).unwrap().endonym().unwrap();
        assert_eq!(
            ["es-MX", "zh-Hant", "fr", "qu", "gn", "nhn", "yua"].map(name),
            [
                "Español",
                "中文",
                "Français",
                "Runasimi",
                "Avañeʼẽ",
                "Nahuatl",
                "Maaya tʼaan"
            ]
        );
    }

    #[test]
    fn direction_follows_language_and_script() {
        let dir = |tag| Lang::parse(tag).unwrap().dir();
        assert_eq!(
            [dir("es"), dir("ar"), dir("az-Arab"), dir("he-IL")],
            ["ltr", "rtl", "rtl", "rtl"]
        );
    }
}
