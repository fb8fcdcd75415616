//! Plates of vehicles, where a word announces them (NOM-001-SCT-2-2016 and other countries' forms): letters and digits of such
//! forms are most often codes.

use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting, key_words};
use regex::Regex;
use std::sync::LazyLock;

const PLATE: PersonalKind = PersonalKind::likely("plate");

static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?-u:\b)(?:placas?|matr(?:i|í)cula|licen[cs]e plate|number plate|immatriculation)(?: (?:de circulaci(?:o|ó)n|n(?:u|ú)m(?:ero)?\.?|no\.))?[ :#]{1,3}((?:[A-Z]{1,3}[ -]?[0-9]{2,4}[ -]?[A-Z0-9]{0,3}|[0-9]{2,4}[ -]?[A-Z]{2,3}[ -]?[0-9]{0,2}))(?-u:\b)")
        .expect("a pattern of our own")
});

/// Finds plates.
pub(super) struct Plate;

impl Detector for Plate {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[PLATE]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits > 1 && text.traits.letters > 6 && text.mentions(key_words::PLATE)
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let all = ANNOUNCED
            .captures_iter(text.text)
            .filter_map(|one| one.get(1));
        found.extend(all.map(|part| Sighting::enough(PLATE, part.range())));
    }
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn a_word_announces_it() {
        for text in [
            "placas ABC-12-34",
            "Placas de circulación: ABC-123-A",
            "placa núm. A12-BCD",
            "licence plate AB12 CDE",
            "matrícula 1234 BCD",
        ] {
            assert_eq!(seen(&Plate, "", text).len(), 1, "{text}");
        }
        for text in [
            "modelo ABC-12-34",
            "placas tectónicas",
            "matrícula escolar de 2024",
        ] {
            assert_eq!(seen(&Plate, "", text), [], "{text}");
        }
    }
}
