//! Which form of a word goes with a number: the plural rules of CLDR.

use super::lang::Lang;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};

/// Numbers below this are looked up.
const KNOWN: u64 = 200;

/// The plural rules of a language, for whole numbers.
#[derive(Debug, Clone)]
pub struct Plurals {
    preferences: PluralRulesPreferences,
    /// The forms of the numbers below [`KNOWN`].
    known: Vec<&'static str>,
}

impl Plurals {
    /// Makes the rules of a language; a language without any has the one form `other`.
    ///
    /// ```
    /// use tragaluz_text::{lang::Lang, plural::Plurals};
    /// let arabic = Plurals::of(&Lang::parse("ar").unwrap());
    /// assert_eq!([arabic.form(2), arabic.form(103)], ["two", "few"]);
    /// ```
    pub fn of(lang: &Lang) -> Plurals {
        let preferences = Locale::try_from_str(lang.tag())
            .map(|locale| PluralRulesPreferences::from(&locale))
            .unwrap_or_default();
        let rules = PluralRules::try_new_cardinal(preferences).ok();
        let known = (0..KNOWN).map(|n| form(rules.as_ref(), n)).collect();
        Plurals { preferences, known }
    }

    /// Returns CLDR's name of the form of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    pub fn form(&self, n: u64) -> &'static str {
        let known = usize::try_from(n).ok().and_then(|at| self.known.get(at));
        known.copied().unwrap_or_else(|| {
            form(
                PluralRules::try_new_cardinal(self.preferences)
                    .ok()
                    .as_ref(),
                n,
            )
        })
    }
}

fn form(rules: Option<&PluralRules>, n: u64) -> &'static str {
    match rules.map_or(PluralCategory::Other, |rules| rules.category_for(n)) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(tag: &str, numbers: &[u64]) -> Vec<&'static str> {
        let plurals = Plurals::of(&Lang::parse(tag).unwrap());
        numbers.iter().map(|n| plurals.form(*n)).collect()
    }

    /// CLDR 48, `plurals.xml`.
    #[test]
    fn each_language_has_the_forms_of_its_own() {
        assert_eq!(
            forms(
                "ar",
                &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111, 1_000_000]
            ),
            [
                "zero", "one", "two", "few", "few", "many", "many", "other", "other", "few",
                "many", "other"
            ]
        );
        assert_eq!(forms("zh", &[0, 1, 2, 1_000_000]), ["other"; 4]);
        for tag in ["fr", "fr-CA", "pt", "pt-BR"] {
            assert_eq!(
                forms(tag, &[0, 1, 2, 1_000_000, 1_000_001]),
                ["one", "one", "other", "many", "other"],
                "{tag}"
            );
        }
        assert_eq!(
            forms("es-MX", &[0, 1, 2, 21, 1_000_000]),
            ["other", "one", "other", "other", "many"]
        );
        assert_eq!(
            forms("pl", &[1, 2, 5, 22, 1_000_002]),
            ["one", "few", "many", "few", "few"]
        );
        assert_eq!(forms("maz", &[0, 1]), ["other"; 2]);
    }
}
