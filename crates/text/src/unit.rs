//! Names of common units in the languages that most readers of these portals know.

use super::lang::Lang;

/// A line of codes of languages, then a unit a line: the spellings that mean it, and its name in each of them.
const NAMES: &str = include_str!("cldr/units.tsv");

/// Returns what a unit is called in a language; `None` where the unit or the language is not known, so that it stays as it was
/// written. Capitals count only where they tell units apart (`MXN`).
///
/// ```
/// use tragaluz_text::{lang::Lang, unit};
/// let name = |written, tag| unit::name(written, &Lang::parse(tag).unwrap());
/// assert_eq!([name("pesos mexicanos", "en"), name("km", "ar"), name("brazas", "en")],
///     [Some("Mexican pesos"), Some("كم"), None]);
/// ```
pub fn name(written: &str, lang: &Lang) -> Option<&'static str> {
    let written = written.trim();
    let mut lines = NAMES.lines();
    let at = (lines.next()?.split('\t')).position(|tag| tag == lang.primary())?;
    let is_it = |spelling: &str| {
        spelling == written
            || spelling.chars().count() > 3 && spelling.to_lowercase() == written.to_lowercase()
    };
    lines.find_map(|line| {
        let mut cells = line.split('\t');
        cells
            .next()?
            .split('|')
            .any(is_it)
            .then(|| cells.nth(at - 1))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_by_its_spellings() {
        let of = |written: &str, tag: &str| name(written, &Lang::parse(tag).unwrap());
        for (written, names) in [
            ("Personas", ["people", "personas", "أشخاص"]),
            ("por ciento", ["%", "%", "%"]),
            ("MXN", ["Mexican pesos", "pesos mexicanos", "بيزو مكسيكي"]),
            ("kg", ["kg", "kg", "كغم"]),
            ("años", ["years", "años", "سنة"]),
        ] {
            assert_eq!(
                ["en", "es-MX", "ar"].map(|tag| of(written, tag)),
                names.map(Some),
                "{written}"
            );
        }
        assert_eq!(
            [of("KM", "en"), of("brazas", "es"), of("km", "maz")],
            [None; 3]
        );
    }
}
