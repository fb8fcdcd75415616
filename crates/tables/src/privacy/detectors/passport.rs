//! Passports: the number where a word announces it (a letter and eight digits in Mexico; no country gives it a form that
//! nothing else has), and the second line that machines read, with its check digits (ICAO Doc 9303, part 4).

use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};
use std::ops::Range;

const PASSPORT: PersonalKind = PersonalKind::checked("passport");

/// Signs of a line that machines read.
const LINE: usize = 44;

/// Finds numbers of passports, and the lines of them that machines read.
pub(super) struct Passport;

impl Detector for Passport {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[PASSPORT]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 6
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        for one in text.candidates.iter().filter(|one| one.is_bounded) {
            let is_parted = one.groups().len() > 2 || !one.is_simply_parted();
            let letters = one
                .signs()
                .iter()
                .take_while(|sign| sign.is_ascii_uppercase())
                .count();
            let rest = &one.signs()[letters..];
            let is_number = letters < 3 && rest.iter().all(u8::is_ascii_digit);
            if !is_parted
                && is_number
                && (7..=11).contains(&one.signs().len())
                && text.announces(PASSPORT, one.span.start)
            {
                found.push(Sighting::enough(PASSPORT, one.span.clone()));
            }
        }
        if text.text.contains('<') {
            let lines = machine_lines(text.text);
            found.extend(lines.map(|span| Sighting::enough(PASSPORT, span)));
        }
    }
}

/// Returns where lines are that machines read.
fn machine_lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_sign = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '<';
    let lines = text
        .split(move |sign| !is_sign(sign))
        .filter(|line| line.len() == LINE && is_right(line.as_bytes()));
    lines.map(move |line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        start..start + line.len()
    })
}

/// Whether the check digits of the number, the date of birth and the date of expiry are right.
fn is_right(line: &[u8]) -> bool {
    let check = |part: &[u8]| {
        let value = |sign: u8| char::from(sign).to_digit(36).unwrap_or(0);
        let sum: u32 = part
            .iter()
            .zip([7, 3, 1].iter().cycle())
            .map(|(sign, weight)| value(*sign) * weight)
            .sum();
        char::from_digit(sum % 10, 10)
    };
    [(0, 9), (13, 19), (21, 27)]
        .iter()
        .all(|(from, to)| check(&line[*from..*to]) == Some(char::from(line[*to])))
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn a_word_or_a_machines_line_speaks_for_it() {
        assert_eq!(
            seen(&Passport, "", "Pasaporte núm. G12345678."),
            [("passport", "G12345678", true)]
        );
        assert_eq!(seen(&Passport, "passport_no", "ab 123456").len(), 1);
        assert_eq!(seen(&Passport, "", "Factura G12345678"), []);
        assert_eq!(seen(&Passport, "pasaporte", "2024"), []);
        // The specimen in ICAO Doc 9303.
        let line = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
        assert_eq!(seen(&Passport, "", line), [("passport", line, true)]);
        assert_eq!(seen(&Passport, "", &line.replace("C36", "C35")), []);
    }
}
