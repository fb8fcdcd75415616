//! The voter key of the Mexican register of electors: six letters, a date, a state, a sex and three digits (INE, "Clave de
//! elector" in the front of the credential). It has no check digit; its form is its own.

use crate::privacy::candidate::Candidate;
use crate::privacy::check_digits::is_short_date;
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

const VOTER_KEY: PersonalKind = PersonalKind::checked("voter-key");

/// Finds voter keys whose date and state are right.
pub(super) struct VoterKey;

impl Detector for VoterKey {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[VOTER_KEY]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.bytes >= 18 && text.traits.digits >= 11 && text.traits.letters >= 7
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let all = text
            .candidates
            .iter()
            .filter(|one| one.is_bounded && is_voter_key(one));
        found.extend(all.map(|one| Sighting::enough(VOTER_KEY, one.span.clone())));
    }
}

fn is_voter_key(one: &Candidate) -> bool {
    let signs = one.signs();
    signs.len() == 18
        && one.is_simply_parted()
        && signs[..6].iter().all(|sign| sign.is_ascii_uppercase() || !sign.is_ascii())
        && signs[6..14].iter().chain(&signs[15..]).all(u8::is_ascii_digit)
        && is_short_date(&signs[6..8], &signs[8..10], &signs[10..12])
        // The 32 states, and those born abroad.
        && matches!(&signs[12..14], b"87" | b"88" | [b'1' | b'2', _] | [b'0', b'1'..=b'9'] | [b'3', b'0'..=b'3'])
        && b"HM".contains(&signs[14])
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn a_form_of_its_own_is_found() {
        for text in [
            "XXYYZZ80010109H500",
            "xxyyzz80010109m500",
            "XXYYZZ 800101 09 H 500",
            "clave: XXYYZZ80010188H500;",
        ] {
            assert_eq!(seen(&VoterKey, "", text).len(), 1, "{text}");
        }
        for text in [
            "XXYYZZ80130109H500",
            "XXYYZZ80010134H500",
            "XXYYZZ80010109F500",
            "XXYYZZ80010109H5001",
            "AXXYYZZ80010109H500",
        ] {
            assert_eq!(seen(&VoterKey, "", text), [], "{text}");
        }
    }
}
