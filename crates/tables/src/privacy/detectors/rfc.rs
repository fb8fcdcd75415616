//! RFC, the key of the Mexican register of taxpayers, of natural persons: four letters, a date, and three signs of which the
//! last is a check digit (SAT, "Procedimiento para la formación de la clave del RFC"; Código Fiscal de la Federación, art. 27).
//! That of a company has three letters, and is no person's.

use crate::privacy::candidate::{Candidate, ENYE};
use crate::privacy::check_digits::is_short_date;
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

const RFC: PersonalKind = PersonalKind::checked("rfc");

/// Those of nobody: sales to the public, and to foreigners.
const GENERIC: [&[u8]; 2] = [b"XAXX010101000", b"XEXX010101000"];

/// Finds RFCs of persons whose date and check digit are right; where a word announces them, also others of their form.
pub(super) struct Rfc;

impl Detector for Rfc {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[RFC]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 6 && text.traits.letters >= 4
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        for one in text
            .candidates
            .iter()
            .filter(|one| one.is_bounded && has_form(one))
        {
            if is_right(one.signs()) || text.announces(RFC, one.span.start) {
                found.push(Sighting::enough(RFC, one.span.clone()));
            }
        }
    }
}

/// Whether these are four letters, a date, and three signs or none.
fn has_form(one: &Candidate) -> bool {
    let signs = one.signs();
    let is_letter = |sign: &u8| sign.is_ascii_uppercase() || *sign == ENYE;
    matches!(signs.len(), 10 | 13)
        && one.is_simply_parted()
        && signs[..4].iter().all(is_letter)
        && is_short_date(&signs[4..6], &signs[6..8], &signs[8..10])
        && signs[10..].iter().all(u8::is_ascii_alphanumeric)
        && !GENERIC.contains(&signs)
}

/// Whether the last sign is the one that the twelve before it ask for.
fn is_right(signs: &[u8]) -> bool {
    let value = |sign: u8| match sign {
        b'0'..=b'9' => usize::from(sign - b'0'),
        b'A'..=b'N' => usize::from(sign - b'A') + 10,
        ENYE => 38,
        _ => usize::from(sign - b'O') + 25,
    };
    let sum: usize = (signs.iter().take(12).enumerate())
        .map(|(at, sign)| value(*sign) * (13 - at))
        .sum();
    let asked = b"0A987654321"[sum % 11];
    signs.len() == 13 && signs[12] == asked
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    // The check digit of a made-up key.
    fn right(first: &str) -> String {
        let all = "0123456789A".chars().map(|sign| format!("{first}{sign}"));
        let found: Vec<String> = all.filter(|rfc| !seen(&Rfc, "", rfc).is_empty()).collect();
        let [one] = &found[..] else {
            panic!("{found:?}")
        };
        one.clone()
    }

    #[test]
    fn a_persons_is_found_however_it_is_written() {
        // Known from the instructions of the SAT: the example there.
        assert_eq!(right("GODE561231GR"), "GODE561231GR8");
        for text in [
            "gode561231gr8",
            "GODE-561231-GR8",
            "RFC: GODE 561231 GR8.",
            "(`GODE561231GR8`)",
        ] {
            assert_eq!(seen(&Rfc, "", text).len(), 1, "{text}");
        }
        assert_eq!(seen(&Rfc, "RFC", "GODE561231XX1").len(), 1);
        assert_eq!(seen(&Rfc, "", "con RFC GODE561231").len(), 1);
    }

    #[test]
    fn a_companys_or_nobodys_is_none() {
        for text in [
            "ABC680524P76",
            "XAXX010101000",
            "xexx010101000",
            "GODE561331GR8",
            "GODE561231GR7",
            "GODE561231",
            "XGODE561231GR8",
            "GODE561231GR89",
        ] {
            assert_eq!(seen(&Rfc, "", text), [], "{text}");
        }
        assert_eq!(seen(&Rfc, "RFC", "XAXX010101000"), []);
        assert_eq!(seen(&Rfc, "RFC", "ABC680524P76"), []);
    }
}
