//! Names of countries in the languages that most readers of these portals know.

use super::lang::Lang;
use super::region::{self, region_of};

/// A line of codes of languages, then a country a line: its code of two letters, and its name in each of them.
const NAMES: &str = include_str!("cldr/countries.tsv");

/// A country's name, and the language that it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryName {
    /// The name.
    pub text: &'static str,
    /// Its language: the one asked for, or else English.
    pub lang: Lang,
}

/// Returns the name of the country with a code of two or three letters (ISO 3166-1), in capitals, in a language, or else in
/// English; `None` of what is no country's code.
///
/// ```
/// use tragaluz_text::{country, lang::Lang};
/// let name = |code, tag| country::name(code, &Lang::parse(tag).unwrap()).map(|name| name.text);
/// assert_eq!([name("MEX", "es-MX"), name("MX", "ar"), name("XXX", "es")], [Some("México"), Some("المكسيك"), None]);
/// ```
pub fn name(code: &str, lang: &Lang) -> Option<CountryName> {
    let two = region_of(code).filter(|_| !code.contains('-'))?;
    let (known, countries) = NAMES.split_once('\n')?;
    let own = (known.split('\t').skip(1)).position(|tag| tag == lang.primary());
    let at = countries.find(&format!("\n{two}\t")).map_or(0, |at| at + 1);
    let line = countries[at..].lines().next()?;
    let names = line.strip_prefix(two)?.strip_prefix('\t')?;
    let text = names.split('\t').nth(own.unwrap_or(0))?;
    let lang = match own {
        Some(_) => lang.clone(),
        None => Lang::parse("en")?,
    };
    Some(CountryName { text, lang })
}

/// Returns every country by its codes of two and of three letters, with its name in a language, or else in English.
pub fn all(lang: &Lang) -> Vec<(&'static str, CountryName)> {
    let mut all = Vec::new();
    for (three, two) in region::codes() {
        if let Some(name) = name(two, lang) {
            all.push((three, name.clone()));
            all.push((two, name));
        }
    }
    all
}

/// Returns whether a text is the code of a country that has a name.
pub fn is_known(code: &str) -> bool {
    Lang::parse("en").is_some_and(|lang| name(code, &lang).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_has_a_name_in_each_language() {
        let of = |code: &str, tag: &str| {
            let name = name(code, &Lang::parse(tag).unwrap()).unwrap();
            (name.text, name.lang.tag().to_owned())
        };
        assert_eq!(of("DEU", "es"), ("Alemania", "es".to_owned()));
        assert_eq!(of("CN", "zh-Hans"), ("中国", "zh-Hans".to_owned()));
        assert_eq!(of("BRA", "pt"), ("Brasil", "pt".to_owned()));
        assert_eq!(of("EG", "ar"), ("مصر", "ar".to_owned()));
        assert_eq!(of("MEX", "maz"), ("Mexico", "en".to_owned()));
        assert!(!is_known("Mexico") && !is_known("MX-OAX") && !is_known("mx"));
    }
}
