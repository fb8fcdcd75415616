//! NSS, the number of the Mexican social security: eleven digits, the last by Luhn's rule (IMSS, "Número de Seguridad Social").
//! One of ten numbers passes that: so it counts by its groups, by a word that announces it, or in a column of its kind.

use crate::privacy::check_digits::{is_one_sign, luhn};
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

const NSS: PersonalKind = PersonalKind::checked("nss");

/// Finds numbers of the social security.
pub(super) struct Nss;

impl Detector for Nss {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[NSS]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 11
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let of_form = text.candidates.iter().filter(|one| {
            one.signs().len() == 11 && one.is_bounded && one.is_simply_parted() && luhn(one.signs())
        });
        for one in
            of_form.filter(|one| !is_one_sign(one.signs()) && !one.signs().starts_with(b"00"))
        {
            let span = one.span.clone();
            let is_grouped = one.groups() == [2, 2, 2, 4, 1];
            if is_grouped || text.announces(NSS, span.start) {
                found.push(Sighting::enough(NSS, span));
            } else if text.is_all(&span) && one.groups().len() == 1 && are_years(one.signs()) {
                found.push(Sighting::among(NSS, span, 8, 95));
            }
        }
    }
}

/// Whether the year of the first work is the later one of the two, by fourteen to seventy years: so it is for anybody, and not
/// for the companies' numbers of other countries that pass Luhn's rule.
fn are_years(signs: &[u8]) -> bool {
    let year = |at: usize| i32::from(signs[at] - b'0') * 10 + i32::from(signs[at + 1] - b'0');
    (14..=70).contains(&(year(2) - year(4)).rem_euclid(100))
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    // Made up: the digits after a subdelegation and years are 1234.
    #[test]
    fn a_word_groups_or_a_column_speak_for_it() {
        let right = (0..10).map(|digit| format!("3298801234{digit}"));
        let right: Vec<String> = right
            .filter(|nss| !seen(&Nss, "nss", nss).is_empty())
            .collect();
        let [nss] = &right[..] else {
            panic!("{right:?}")
        };
        let grouped = format!(
            "{}-{}-{}-{}-{}",
            &nss[..2],
            &nss[2..4],
            &nss[4..6],
            &nss[6..10],
            &nss[10..]
        );
        assert_eq!(seen(&Nss, "", &grouped), [("nss", &*grouped, true)]);
        assert!(seen(&Nss, "", &format!("con NSS {nss}"))[0].2);
        assert_eq!(seen(&Nss, "valor", nss), [("nss", &**nss, false)]);
        assert_eq!(seen(&Nss, "", &format!("pago de {nss} pesos")), []);
        assert_eq!(seen(&Nss, "nss", "00000000000"), []);
        assert_eq!(seen(&Nss, "nss", &format!("{nss}1")), []);
    }
}
