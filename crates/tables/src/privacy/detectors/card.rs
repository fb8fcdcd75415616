//! Numbers of cards: the first digits of an issuer, its lengths, and a check digit by Luhn's rule (ISO/IEC 7812-1 and the
//! ranges that the networks publish).

use crate::privacy::candidate::Candidate;
use crate::privacy::check_digits::{is_one_sign, luhn};
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

const CARD: PersonalKind = PersonalKind::checked("card");

/// First digits from and to, shortest and longest number of digits.
const ISSUERS: &[(&str, &str, usize, usize)] = &[
    ("4", "4", 16, 16),
    ("4", "4", 13, 13),
    ("4", "4", 19, 19),
    ("51", "55", 16, 16),
    ("2221", "2720", 16, 16),
    ("34", "34", 15, 15),
    ("37", "37", 15, 15),
    ("300", "305", 14, 14),
    ("36", "36", 14, 14),
    ("38", "39", 14, 14),
    ("6011", "6011", 16, 19),
    ("644", "659", 16, 19),
    ("3528", "3589", 16, 19),
    ("62", "62", 16, 19),
    ("5018", "5018", 16, 19),
    ("5020", "5020", 16, 19),
    ("5038", "5038", 16, 19),
    ("5067", "5067", 16, 16),
    ("5893", "5893", 16, 19),
    ("6304", "6304", 16, 19),
    ("6759", "6763", 16, 19),
    ("2869", "2869", 16, 16),
    ("5022", "5022", 16, 16),
    ("5061", "5064", 16, 16),
    ("6033", "6033", 16, 16),
    ("6362", "6363", 16, 16),
    ("2200", "2204", 16, 16),
];

/// Finds numbers of cards.
pub(super) struct Card;

impl Detector for Card {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[CARD]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 13
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let of_form = text.candidates.iter().filter(|one| {
            one.is_bounded && one.is_simply_parted() && is_card(one.signs()) && !one.is_in_url
        });
        for one in of_form {
            let span = one.span.clone();
            let is_usual = matches!(one.signs().len(), 15 | 16);
            if is_grouped(one) || text.announces(CARD, span.start) {
                found.push(Sighting::enough(CARD, span));
            } else if text.is_all(&span) {
                found.push(Sighting::among(
                    CARD,
                    span,
                    if is_usual { 1 } else { 4 },
                    70,
                ));
            } else if is_usual && one.groups().len() == 1 && !text.is_code(span.start) {
                found.push(Sighting::enough(CARD, span));
            }
        }
    }
}

/// Whether an issuer gives such numbers, and the check digit is right.
fn is_card(signs: &[u8]) -> bool {
    let is_issuers = |(from, to, least, most): &(&str, &str, usize, usize)| {
        let first = &signs[..from.len()];
        (*least..=*most).contains(&signs.len())
            && from.as_bytes() <= first
            && first <= to.as_bytes()
    };
    signs.len() >= 13 && ISSUERS.iter().any(is_issuers) && luhn(signs) && !is_one_sign(signs)
}

/// Whether it is parted as it is on cards.
fn is_grouped(one: &Candidate) -> bool {
    matches!(
        one.groups(),
        [4, 4, 4, 4 | 3] | [4, 6, 5 | 4] | [4, 4, 4, 4, 3]
    ) && !one.has_neighbour
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    // Numbers that networks publish for tests.
    #[test]
    fn issuers_lengths_and_check_digits_speak_for_it() {
        for text in [
            "4111 1111 1111 1111",
            "5555-5555-5555-4444",
            "3782 822463 10005",
            "tarjeta 378282246310005",
            "pagó con 4111111111111111.",
        ] {
            assert_eq!(seen(&Card, "", text).len(), 1, "{text}");
        }
        assert_eq!(
            seen(&Card, "dato", "4111111111111111"),
            [("card", "4111111111111111", false)]
        );
        assert!(seen(&Card, "Tarjeta", "4111111111111111")[0].2);
        for text in [
            "4111 1111 1111 1112",
            "9111111111111111",
            "folio 4111111111111111",
            "41111111111111110",
            "0000000000000000",
            "https://a.test/4111111111111111",
            "4111111111111111-2",
            "1.4111111111111111",
            "550e8400-e29b-41d4-a716-411111111111",
        ] {
            assert_eq!(seen(&Card, "", text), [], "{text}");
        }
    }
}
