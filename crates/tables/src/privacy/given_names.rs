//! Names that persons are often given, in Spanish, English, Portuguese and French: they only confirm what else speaks for a
//! person. A list of our own, of names that stand high in the public statistics of these countries.

use super::PersonalKind;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tragaluz_text::fold::fold;

/// The name of a person.
pub(super) const NAME: PersonalKind = PersonalKind::likely("name");

static GIVEN: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    include_str!("data/given_names.txt")
        .split_whitespace()
        .collect()
});

/// Whether this word is a given name.
pub(super) fn is_given(word: &str) -> bool {
    GIVEN.contains(fold(word).as_str())
}

/// Whether a text is the name of a person, as far as its length, its signs and its first words tell.
pub(super) fn begins_as_a_persons(text: &str) -> bool {
    const TITLES: [&str; 14] = [
        "lic", "ing", "dr", "dra", "mtro", "mtra", "c", "sr", "sra", "arq", "mr", "mrs", "ms",
        "prof",
    ];
    let is_fit = |sign: char| sign.is_alphabetic() || " .,'-\u{a0}".contains(sign);
    if text.len() > 80 || !text.chars().all(is_fit) {
        return false;
    }
    let mut words = text
        .split([' ', '.', ',', '\u{a0}'])
        .filter(|word| !word.is_empty());
    let count = words.clone().count();
    // `Pérez Soto, Ana`: in lists the given name comes last.
    let is_turned = text.contains(',')
        && text
            .split(',')
            .nth(1)
            .is_some_and(|rest| rest.split_whitespace().next().is_some_and(is_given));
    count < 8
        && (is_turned
            || words
                .find(|word| !TITLES.contains(&fold(word).as_str()))
                .is_some_and(is_given))
}

/// Whether a text says that there is no value, or that it is kept back.
pub(super) fn is_no_value(text: &str) -> bool {
    const SAID: [&str; 26] = [
        "na",
        "n a",
        "nd",
        "n d",
        "s d",
        "sd",
        "sn",
        "s n",
        "no aplica",
        "no disponible",
        "no tiene",
        "ninguno",
        "ninguna",
        "sin dato",
        "sin datos",
        "none",
        "null",
        "confidencial",
        "reservado",
        "testado",
        "protegido",
        "anonimo",
        "anonymous",
        "dato personal",
        "datos personales",
        "confidential",
    ];
    let folded = fold(text);
    let said: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    said.is_empty() || SAID.contains(&said.join(" ").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_name_is_told_by_its_first_word() {
        for name in [
            "Ana Pérez",
            "MARÍA DEL CARMEN RUIZ",
            "Lic. José Soto",
            "Soto Ruiz, Luis",
            "João Silva",
            "Émilie Roux",
        ] {
            assert!(begins_as_a_persons(name), "{name}");
        }
        for name in [
            "Oaxaca",
            "Programa de becas",
            "Ana 5",
            "",
            "Secretaría de Salud",
        ] {
            assert!(!begins_as_a_persons(name), "{name}");
        }
        assert!(is_no_value(" N/D ") && is_no_value("—") && !is_no_value("Ana"));
    }
}
