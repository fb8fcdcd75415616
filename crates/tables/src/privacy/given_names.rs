//! Names that persons are often given, in Spanish, English, Portuguese and French: they only confirm what else speaks for a
//! person. A list of our own, of names that are high in the public statistics of these countries.

use super::PersonalKind;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use tragaluz_text::fold::fold;

/// The name of a person.
pub(super) const NAME: PersonalKind = PersonalKind::likely("name");

static GIVEN: LazyLock<BTreeSet<&'static [u8]>> = LazyLock::new(|| {
    include_str!("data/given_names.txt")
        .split_whitespace()
        .map(str::as_bytes)
        .collect()
});

/// Letters of the longest given name of the list, and some more.
const LONGEST: usize = 16;

/// A word without accents and capitals. Other than [`fold`] it knows the letters of the list's languages alone, and takes no
/// memory: columns of names have many words.
#[derive(Default)]
struct PlainWord {
    letters: [u8; LONGEST],
    length: usize,
}

impl PlainWord {
    /// Returns a word's plain form; an empty one where it is too long, or has other letters.
    fn of(word: &str) -> PlainWord {
        let mut plain = PlainWord::default();
        for sign in word.chars() {
            let letter = match sign {
                'a'..='z' | 'A'..='Z' => (sign as u8).to_ascii_lowercase(),
                'á' | 'à' | 'â' | 'ã' | 'ä' | 'Á' | 'À' | 'Â' | 'Ã' | 'Ä' => b'a',
                'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' | 'Ë' => b'e',
                'í' | 'î' | 'ï' | 'Í' | 'Î' | 'Ï' => b'i',
                'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'Ó' | 'Ò' | 'Ô' | 'Õ' | 'Ö' => b'o',
                'ú' | 'ù' | 'û' | 'ü' | 'Ú' | 'Ù' | 'Û' | 'Ü' => b'u',
                'ñ' | 'Ñ' => b'n',
                'ç' | 'Ç' => b'c',
                _ => return PlainWord::default(),
            };
            let Some(place) = plain.letters.get_mut(plain.length) else {
                return PlainWord::default();
            };
            *place = letter;
            plain.length += 1;
        }
        plain
    }

    fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }
}

/// Whether this word is a given name.
pub(super) fn is_given(word: &str) -> bool {
    GIVEN.contains(PlainWord::of(word).letters())
}

/// Whether a text is the name of a person, as far as its length, its signs and its first words tell.
pub(super) fn begins_as_a_persons(text: &str) -> bool {
    const TITLES: [&[u8]; 14] = [
        b"lic", b"ing", b"dr", b"dra", b"mtro", b"mtra", b"c", b"sr", b"sra", b"arq", b"mr",
        b"mrs", b"ms", b"prof",
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
    let mut is_first = || {
        let mut plain = words.by_ref().map(PlainWord::of);
        let first = plain.find(|word| !TITLES.contains(&word.letters()));
        first.is_some_and(|word| GIVEN.contains(word.letters()))
    };
    count < 8 && (is_turned || is_first())
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
