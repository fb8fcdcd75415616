//! CLABE, the number of a Mexican bank account: a bank, a place, an account and a check digit (Asociación de Bancos de México,
//! "Clave Bancaria Estandarizada"; codes of banks: Banco de México, catalogue of participants of SPEI).

use crate::privacy::check_digits::{are_digits, is_one_sign, weighted};
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

const CLABE: PersonalKind = PersonalKind::checked("clabe");

/// Codes of banks and others that keep accounts.
const BANKS: &str = "002 006 009 012 014 019 021 030 032 036 037 042 044 058 059 060 062 072 102 103 106 108 110 112 113 116 124 126 \
    127 128 129 130 131 132 133 134 135 136 137 138 139 140 141 143 145 147 148 149 150 151 152 153 154 155 156 157 158 159 160 \
    166 167 168 600 601 602 605 606 607 608 610 614 615 616 617 618 619 620 621 622 623 626 627 628 629 630 631 632 633 634 636 \
    637 638 640 642 646 647 648 649 651 652 653 655 656 659 661 670 677 680 683 684 685 686 689 699 703 706 710 715 720 721 722 \
    723 728 729 730 732 734 738 846 901 902";

/// Finds CLABEs whose check digit is right.
pub(super) struct Clabe;

impl Detector for Clabe {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[CLABE]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 18
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        for one in text
            .candidates
            .iter()
            .filter(|one| one.is_bounded && one.is_simply_parted() && is_right(one.signs()))
        {
            let span = one.span.clone();
            let is_of_bank = BANKS
                .as_bytes()
                .chunks(4)
                .any(|code| one.signs().starts_with(&code[..3]));
            if text.announces(CLABE, span.start) {
                found.push(Sighting::enough(CLABE, span));
            } else if is_of_bank && text.is_all(&span) {
                found.push(Sighting::among(CLABE, span, 1, 60));
            } else if is_of_bank
                && !one.is_in_url
                && !one.has_neighbour
                && !text.is_code(span.start)
            {
                found.push(Sighting::enough(CLABE, span));
            }
        }
    }
}

/// Whether the last of eighteen digits is the one that those before it ask for.
fn is_right(signs: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7];
    if signs.len() != 18 || !are_digits(signs) || is_one_sign(signs) {
        return false;
    }
    // The sum of the last digits of the products is the sum of the products, as far as its own last digit goes.
    u32::from(signs[17] - b'0') == (10 - weighted(&signs[..17], &WEIGHTS) % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn banks_and_check_digits_speak_for_it() {
        // An example that banks publish.
        let clabe = "032180000118359719";
        assert_eq!(seen(&Clabe, "dato", clabe), [("clabe", clabe, false)]);
        assert!(seen(&Clabe, "clabe", clabe)[0].2);
        for text in [
            "Depósito a 032180000118359719.",
            "032 180 00011835971 9, Banco",
            "CLABE:032-180-00011835971-9",
        ] {
            assert_eq!(seen(&Clabe, "", text).len(), 1, "{text}");
        }
        for text in [
            "pago 032180000118359718",
            "pago 0321800001183597190",
            "pago 000000000000000000",
            "folio 032180000118359719",
        ] {
            assert_eq!(seen(&Clabe, "", text), [], "{text}");
        }
    }
}
