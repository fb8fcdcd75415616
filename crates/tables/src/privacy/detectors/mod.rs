//! The detectors: one file each, and a line here.

mod birth_date;
mod card;
mod clabe;
mod coordinates;
mod curp;
mod email;
mod iban;
mod ip_address;
mod name;
mod national;
mod nss;
mod passport;
mod plate;
mod rfc;
mod street;
mod telephone;
mod voter_key;

use super::Detector;

/// Every detector. Names come last: they are looked for beside what the others found.
pub(super) const DETECTORS: &[&dyn Detector] = &[
    &curp::Curp,
    &rfc::Rfc,
    &voter_key::VoterKey,
    &nss::Nss,
    &passport::Passport,
    &clabe::Clabe,
    &card::Card,
    &iban::Iban,
    &email::Email,
    &national::National,
    &telephone::Telephone,
    &ip_address::IpAddress,
    &birth_date::BirthDate,
    &street::Street,
    &coordinates::Coordinates,
    &plate::Plate,
    &name::Name,
];

/// Returns what a detector sees in a text, under a column of this name: the kind, the part, whether it counts.
#[cfg(test)]
fn seen<'t>(
    detector: &dyn Detector,
    column: &str,
    text: &'t str,
) -> Vec<(&'static str, &'t str, bool)> {
    use super::plain_signs::PlainSigns;
    use super::sighting::Evidence;
    let plain = PlainSigns::of(text);
    let scanned = super::ScannedText::new(&plain.text, super::FieldHint::of(column));
    let mut found = Vec::new();
    if detector.may_be_in(&scanned) {
        detector.find(&scanned, &mut found);
    }
    let told = |one: super::Sighting| {
        let counts = one.evidence == Evidence::Enough;
        (one.kind.id, &text[plain.place_of(one.span)], counts)
    };
    super::sighting::settled(found)
        .into_iter()
        .map(told)
        .collect()
}
