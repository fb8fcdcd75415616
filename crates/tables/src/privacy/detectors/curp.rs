//! CURP, the key of the Mexican population register: eighteen signs with a date, a state and a check digit (Diario Oficial de
//! la Federación, 18 June 2018, annex: "Instructivo Normativo para la Asignación de la CURP").

use crate::privacy::{Detector, PersonalKind, PersonalMatch, ScannedText, TextTraits};
use regex::Regex;
use std::sync::LazyLock;

const CURP: PersonalKind = PersonalKind::checked("curp");

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b[A-ZÑ][AEIOUX][A-ZÑ]{2}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX](?:AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-ZÑX]{3}[0-9A-Z]\d\b")
        .expect("a pattern of our own")
});

/// Finds CURPs whose check digit is right.
pub(super) struct Curp;

impl Detector for Curp {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[CURP]
    }

    fn may_be_in(&self, traits: &TextTraits) -> bool {
        traits.bytes >= 18 && traits.digits >= 7 && traits.letters >= 10
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<PersonalMatch>) {
        let all = FORM.find_iter(text.text);
        found.extend(
            all.filter(|part| is_right(part.as_str()))
                .map(|part| PersonalMatch {
                    kind: CURP,
                    span: part.range(),
                }),
        );
    }
}

/// Whether the last digit is the one that the seventeen signs before it ask for.
fn is_right(curp: &str) -> bool {
    const SIGNS: &str = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    let mut sum = 0;
    let signs: Vec<char> = curp.chars().flat_map(char::to_uppercase).collect();
    for (at, sign) in signs.iter().take(17).enumerate() {
        let Some(value) = SIGNS.chars().position(|known| known == *sign) else {
            return false;
        };
        sum += value * (18 - at);
    }
    signs.last().and_then(|last| last.to_digit(10)) == u32::try_from((10 - sum % 10) % 10).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_digit_decides() {
        // Made up: nobody's.
        let whole = (0..10).map(|digit| format!("XEXX010101HNEXXXA{digit}"));
        assert_eq!(whole.filter(|curp| is_right(curp)).count(), 1);
    }
}
