//! Coordinates that name a home: a pair exact to ten metres, behind words that say that somebody lives there. Columns of them
//! are told by their names, beside columns of persons.

use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting, key_words};
use regex::Regex;
use std::sync::LazyLock;

const HOME: PersonalKind = PersonalKind::likely("home-coordinates");

static PAIR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u)-?\b\d{1,2}\.\d{4,}\s*[,; ]\s*-?\d{1,3}\.\d{4,}\b")
        .expect("a pattern of our own")
});

/// Finds coordinates of homes.
pub(super) struct Coordinates;

impl Detector for Coordinates {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[HOME]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 10
            && text.traits.points >= 2
            && text.traits.letters > 3
            && text.mentions(key_words::HOME)
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let pairs = PAIR.find_iter(text.text);
        found.extend(pairs.map(|pair| Sighting::enough(HOME, pair.range())));
    }
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn a_home_is_named_by_words_and_an_exact_pair() {
        assert_eq!(
            seen(&Coordinates, "", "Su domicilio: 19.432608, -99.133209").len(),
            1
        );
        assert_eq!(
            seen(&Coordinates, "", "El museo: 19.432608, -99.133209"),
            []
        );
        assert_eq!(seen(&Coordinates, "", "Su domicilio: 19.43, -99.13"), []);
    }
}
