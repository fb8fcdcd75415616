//! CURP, the key of the Mexican population register: eighteen signs with a date, a state and a check digit (Diario Oficial de
//! la Federación, 18 June 2018, annex: "Instructivo Normativo para la Asignación de la CURP").

use crate::privacy::candidate::{Candidate, ENYE};
use crate::privacy::check_digits::is_short_date;
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

const CURP: PersonalKind = PersonalKind::checked("curp");

/// Federal entities, and those who were born abroad.
const STATES: &[u8] = b"AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE";

/// Finds CURPs whose date, state and check digit are right.
pub(super) struct Curp;

impl Detector for Curp {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[CURP]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.bytes >= 18 && text.traits.digits >= 7 && text.traits.letters >= 10
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let all = text
            .candidates
            .iter()
            .filter(|one| one.is_bounded && is_curp(one));
        found.extend(all.map(|one| Sighting::enough(CURP, one.span.clone())));
    }
}

fn is_curp(one: &Candidate) -> bool {
    let signs = one.signs();
    signs.len() == 18 && one.is_simply_parted() && has_form(signs) && is_right(signs)
}

/// Whether eighteen signs are letters, a date, a sex, a state and consonants, each in its place.
fn has_form(signs: &[u8]) -> bool {
    let is_letter = |sign: &u8| sign.is_ascii_uppercase() || *sign == ENYE;
    let is_consonant = |sign: &u8| is_letter(sign) && !b"AEIOU".contains(sign);
    signs[..4].iter().all(is_letter)
        && b"AEIOUX".contains(&signs[1])
        && is_short_date(&signs[4..6], &signs[6..8], &signs[8..10])
        && b"HMX".contains(&signs[10])
        && STATES.chunks(3).any(|state| state[..2] == signs[11..13])
        && signs[13..16].iter().all(is_consonant)
        && signs[16].is_ascii_alphanumeric()
        && signs[17].is_ascii_digit()
}

/// Whether the last digit is the one that the seventeen signs before it ask for.
fn is_right(signs: &[u8]) -> bool {
    let value = |sign: u8| match sign {
        b'0'..=b'9' => usize::from(sign - b'0'),
        b'A'..=b'N' => usize::from(sign - b'A') + 10,
        ENYE => 24,
        _ => usize::from(sign - b'O') + 25,
    };
    let sum: usize = (signs[..17].iter().enumerate())
        .map(|(at, sign)| value(*sign) * (18 - at))
        .sum();
    usize::from(signs[17] - b'0') == (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    // Made up: nobody's.
    fn right(first: &str) -> String {
        let all = (0..10).map(|digit| format!("{first}{digit}"));
        let found: Vec<String> = all
            .filter(|curp| !seen(&Curp, "", curp).is_empty())
            .collect();
        let [one] = &found[..] else {
            panic!("{found:?}")
        };
        one.clone()
    }

    #[test]
    fn it_is_found_however_it_is_written() {
        let curp = right("XEXX010101HNEXXXA");
        let small = curp.to_lowercase();
        let parted = format!("{} {}-{}", &curp[..4], &curp[4..10], &curp[10..]);
        let broken = format!("{}\n{}", &curp[..10], &curp[10..]);
        for text in [&curp, &small, &parted, &broken] {
            for text in [text.clone(), format!("**CURP:** «{text}».")] {
                assert_eq!(seen(&Curp, "", &text).len(), 1, "{text}");
            }
        }
    }

    #[test]
    fn a_wrong_date_state_or_digit_is_none() {
        let curp = right("XEXX010101HNEXXXA");
        let digit = curp.as_bytes()[17];
        let other = format!(
            "{}{}",
            &curp[..17],
            if digit == b'9' {
                '0'
            } else {
                char::from(digit + 1)
            }
        );
        let state = curp.replace("HNE", "HZZ");
        for text in [
            other,
            state,
            curp.replace("010101", "011301"),
            format!("{curp}1"),
            format!("A{curp}"),
        ] {
            assert_eq!(seen(&Curp, "curp", &text), [], "{text}");
        }
    }
}
