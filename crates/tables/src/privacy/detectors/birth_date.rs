//! Dates of birth, where words announce them. A column's is told by its name.

use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting, key_words};
use regex::Regex;
use std::sync::LazyLock;

const BIRTH_DATE: PersonalKind = PersonalKind::likely("birth-date");

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i-u)\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}\.? (?:de |of |er )?[a-z]{3,10},? (?:de |del )?\d{4}|[a-z]{3,9} \d{1,2}, \d{4})\b")
        .expect("a pattern of our own")
});

/// Finds dates of birth.
pub(super) struct BirthDate;

impl Detector for BirthDate {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[BIRTH_DATE]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        let digits = text.traits.digits;
        digits >= 4 && text.traits.letters > 3 && text.mentions(key_words::BIRTH)
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let dates = DATE.find_iter(text.text);
        let of_birth = dates.filter(|date| text.announces(BIRTH_DATE, date.start()));
        found.extend(of_birth.map(|date| Sighting::enough(BIRTH_DATE, date.range())));
    }
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn words_announce_it() {
        for text in [
            "Fecha de nacimiento: 12/05/1980",
            "nacida el 12 de mayo de 1980 en Oaxaca",
            "date of birth 1980-05-12",
            "Né le 12.05.1980",
            "born on May 12, 1980",
        ] {
            assert_eq!(seen(&BirthDate, "", text).len(), 1, "{text}");
        }
        for text in [
            "Publicado el 12/05/1980",
            "El nacimiento del programa en 1980",
            "nacional 12/05/1980",
        ] {
            assert_eq!(seen(&BirthDate, "", text), [], "{text}");
        }
    }
}
