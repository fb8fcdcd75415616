//! Names of persons in a text, beside an identifier in the same sentence. Columns of names are told by their names.

use crate::privacy::given_names::{self, NAME};
use crate::privacy::{Certainty, Detector, PersonalKind, ScannedText, Sighting};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static CAPITALS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\p{Lu}[\p{L}'-]+(?: (?:(?:de|del|la|las|los|da|do|dos|y|e|van|von) ){0,2}\p{Lu}[\p{L}'.-]*){1,5}")
        .expect("a pattern of our own")
});

/// Bytes around an identifier in which a name is beside it.
const BESIDE: usize = 120;

/// Finds names beside what other detectors found.
pub(super) struct Name;

impl Detector for Name {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[NAME]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.has_blank && text.traits.letters > 6
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let is_sure = |one: &&Sighting| one.kind.certainty == Certainty::Checked;
        let sure: Vec<Range<usize>> = found
            .iter()
            .filter(is_sure)
            .map(|one| one.span.clone())
            .collect();
        if sure.is_empty() {
            return;
        }
        let is_beside = |part: &Range<usize>| {
            sure.iter().any(|one| {
                let (first, last) = if one.start < part.start {
                    (one, part)
                } else {
                    (part, one)
                };
                let between = text.text.get(first.end..last.start).unwrap_or_default();
                between.len() <= BESIDE && !between.contains("\n\n") && first.end <= last.start
            })
        };
        for part in CAPITALS.find_iter(text.text) {
            if is_beside(&part.range())
                && let Some(span) = persons_part(part.as_str(), part.start())
            {
                found.push(Sighting::enough(NAME, span));
            }
        }
    }
}

/// Returns the words from the first given name on, which may be behind another capital: `Llame a Ana Pérez`, `La Ana Ruiz`.
fn persons_part(words: &str, at: usize) -> Option<Range<usize>> {
    let starts = std::iter::once(0).chain(words.match_indices(' ').map(|(blank, _)| blank + 1));
    let is_first = |start: &usize| {
        let rest = &words[*start..];
        let word = rest.split(' ').next().unwrap_or_default();
        rest.contains(' ') && given_names::is_given(word)
    };
    starts
        .take(4)
        .find(is_first)
        .map(|start| at + start..at + words.len())
}

#[cfg(test)]
mod tests {
    use super::super::email::Email;
    use super::*;
    use crate::privacy::FieldHint;

    fn names(text: &str) -> Vec<&str> {
        let scanned = ScannedText::new(text, FieldHint::default());
        let mut found = Vec::new();
        Email.find(&scanned, &mut found);
        let others = found.len();
        Name.find(&scanned, &mut found);
        found[others..]
            .iter()
            .map(|one| &text[one.span.clone()])
            .collect()
    }

    #[test]
    fn a_name_is_one_beside_an_identifier() {
        assert_eq!(
            names("Escriba a la Lic. Ana Pérez de la Cruz, ana@correo.test"),
            ["Ana Pérez de la Cruz"]
        );
        assert_eq!(
            names("MARÍA RUIZ SOTO: ana@correo.test"),
            ["MARÍA RUIZ SOTO"]
        );
        assert!(names("Ana Pérez firmó el acuerdo").is_empty());
        assert!(names("Secretaría de Salud, ana@correo.test").is_empty());
    }
}
