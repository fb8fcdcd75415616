//! Street addresses: a word for a street, its name and a number, as they are written in Mexico, Spain and other countries.

use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting, key_words};
use regex::Regex;
use std::sync::LazyLock;

const STREET: PersonalKind = PersonalKind::likely("street");

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    let way = r"(?:calle|c/|av\.|avda\.?|avenida|blvd\.?|boulevard|bulevar|calzada|calz\.|privada|priv\.|prolongaci(?:ó|o)n|prol\.|andador|cerrada|cda\.|callej(?:ó|o)n|rua|travessa|alameda)";
    let number = r"(?:n(?:o|ú)?m?\.?o? ?|# ?|numero |n(?:ú)mero )?[0-9]{1,5}(?-u:\b)|s/n(?-u:\b)";
    let name = r"[ ](?:[^0-9,;:#\n()]|[0-9]{1,2} de ){3,40}?,? ?";
    let numbered = r"[ ][0-9]{1,3},? (?:#|no\.|n(?:ú|u)m\.?) ?[0-9]{1,5}(?-u:\b)";
    let english = r"[0-9]{1,5} (?:[a-z]+\.? ){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive)(?-u:\b)";
    let french = r"[0-9]{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|all(?:é|e)e|chemin|impasse) (?:de |du |des |d'|la |le )*[a-z]";
    let rest = r"(?:,? (?:col(?:onia|\.)?|fracc\.?|fraccionamiento|barrio) [^0-9,;\n]{2,40})?(?:,? c\.?p\.? ?[0-9]{5})?";
    Regex::new(&format!(
        r"(?i)(?:(?-u:\b){way}(?:{name}(?:{number})|{numbered})|(?-u:\b){english}|(?-u:\b){french}){rest}"
    ))
    .expect("a pattern of our own")
});

/// Finds street addresses.
pub(super) struct Street;

impl Detector for Street {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[STREET]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.has_blank && text.traits.letters > 4 && text.mentions(key_words::STREET)
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let all = FORM.find_iter(text.text).filter(|part| {
            !ends_with_a_year(part.as_str()) && !text.text[..part.start()].ends_with([',', '.'])
        });
        found.extend(all.map(|part| Sighting::enough(STREET, part.range())));
    }
}

/// Whether what looked like the number of a house is a year: `la calle principal en 2019`.
fn ends_with_a_year(part: &str) -> bool {
    let mut words = part.rsplit(' ');
    let is_year = words
        .next()
        .is_some_and(|last| last.len() == 4 && (last.starts_with("19") || last.starts_with("20")));
    is_year
        && words
            .next()
            .is_some_and(|word| ["en", "de", "del", "in", "em", "año", "para"].contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn a_way_its_name_and_a_number_are_an_address() {
        for text in [
            "Calle Reforma 123, Col. Centro, C.P. 06000",
            "Av. Universidad No. 1200",
            "AVENIDA JUÁREZ #45",
            "Calle 5 de Mayo núm. 12",
            "Blvd. Díaz Ordaz s/n",
            "vive en calle 12 no. 45",
            "Rua das Flores, 25",
            "12 rue de la Paix",
            "1600 Pennsylvania Avenue",
            "Privada Las Rosas 7",
        ] {
            assert_eq!(seen(&Street, "", text).len(), 1, "{text}");
        }
        for text in [
            "Pavimentar la calle principal en 2019",
            "Programa 5 de becas",
            "Dirección General 5",
            "Calle cerrada",
            "12 calles pavimentadas",
            "Eje 3 de 5",
        ] {
            assert_eq!(seen(&Street, "", text), [], "{text}");
        }
    }
}
