//! IBAN, the number of an account in Europe and elsewhere: a country, two check digits by MOD 97-10, and the length of that
//! country (ISO 13616-1; lengths: SWIFT, "IBAN Registry").

use crate::privacy::check_digits::remainder;
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

const IBAN: PersonalKind = PersonalKind::checked("iban");

/// Countries and the lengths of their numbers.
const LENGTHS: &str = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 \
    ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 \
    LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 \
    SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

/// Finds IBANs.
pub(super) struct Iban;

impl Detector for Iban {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[IBAN]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= 10 && text.traits.letters >= 2 && text.traits.bytes >= 15
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let all = text.candidates.iter();
        let ibans =
            all.filter(|one| one.is_bounded && one.is_simply_parted() && is_right(one.signs()));
        found.extend(ibans.map(|one| Sighting::enough(IBAN, one.span.clone())));
    }
}

/// Whether the length is that of the country, and the check digits are right.
fn is_right(signs: &[u8]) -> bool {
    let Some((country, rest)) = signs.split_at_checked(2).filter(|_| signs.len() >= 15) else {
        return false;
    };
    let is_of =
        |entry: &&str| entry.as_bytes()[..2] == *country && entry[2..].parse() == Ok(signs.len());
    LENGTHS.split(' ').any(|entry| is_of(&entry))
        && rest[..2].iter().all(u8::is_ascii_digit)
        && remainder(rest[2..].iter().chain(&signs[..4]).copied(), 97) == Some(1)
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    // Examples of the registry.
    #[test]
    fn countries_lengths_and_check_digits_speak_for_it() {
        for text in [
            "ES9121000418450200051332",
            "es91 2100 0418 4502 0005 1332",
            "GB29 NWBK 6016 1331 9268 19",
            "cuenta ES91-2100-0418-4502-0005-1332, Madrid",
        ] {
            assert_eq!(seen(&Iban, "", text).len(), 1, "{text}");
        }
        for text in [
            "ES9121000418450200051333",
            "ES91210004184502000513321",
            "XX9121000418450200051332",
        ] {
            assert_eq!(seen(&Iban, "", text), [], "{text}");
        }
    }
}
