//! Addresses of computers: IPv4 (RFC 791) and IPv6 (RFC 4291), less those that are nobody's. Four small numbers with points are
//! as often a version or a section: they count where a word announces them.

use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};
use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

const IP_ADDRESS: PersonalKind = PersonalKind::checked("ip-address");

/// Finds addresses of computers.
pub(super) struct IpAddress;

impl Detector for IpAddress {
    fn kinds(&self) -> &'static [PersonalKind] {
        &[IP_ADDRESS]
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.points >= 3 && text.traits.digits >= 4 || text.traits.colons >= 3
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        for span in runs(text.text) {
            let written = &text.text[span.clone()];
            let holds = match written.parse::<Ipv4Addr>() {
                Ok(address) => is_somebodys(address) && is_meant(text, address, &span),
                Err(_) => written.parse().is_ok_and(is_somebodys_v6),
            };
            if holds {
                found.push(Sighting::enough(IP_ADDRESS, span));
            }
        }
    }
}

/// Returns where digits, letters up to `f`, points and colons are together, less signs at the end.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let is_part = |byte: u8| byte.is_ascii_hexdigit() || byte == b'.' || byte == b':';
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let length = bytes[at..]
                .iter()
                .take_while(|byte| is_part(**byte))
                .count();
            let start = at;
            at += length.max(1);
            let run = &text.as_bytes()[start..start + length];
            let (first, end) = without_signs(run);
            if end < first + 7 {
                continue;
            }
            let is_word = |byte: Option<&u8>| {
                byte.is_some_and(|byte| {
                    byte.is_ascii_alphanumeric() || b"_-/".contains(byte) || !byte.is_ascii()
                })
            };
            let before = start.checked_sub(1).and_then(|before| bytes.get(before));
            let is_within_url = before == Some(&b'/') && bytes[..start].ends_with(b"://");
            let after = bytes.get(start + length).filter(|byte| **byte != b'/');
            if (first > 0 || is_within_url || !is_word(before)) && !is_word(after) {
                return Some(start + first..start + end);
            }
        }
        None
    })
}

/// Returns where a run begins and ends without the colon of `IP:`, the signs behind it, and the number of a port.
fn without_signs(run: &[u8]) -> (usize, usize) {
    let last = run.iter().rposition(u8::is_ascii_hexdigit);
    let kept = last.map_or(0, |last| last + 1);
    let is_first = |byte: &u8| *byte != b':' || run.starts_with(b"::");
    let first = run.iter().position(is_first).unwrap_or(0);
    let port = run[..kept].iter().rposition(|byte| *byte == b':');
    let port = port.filter(|port| run[..*port].contains(&b'.'));
    (first, port.unwrap_or(kept))
}

/// Whether an address may lead to a person: it is no mask, no name of the own computer, none for many.
fn is_somebodys(address: Ipv4Addr) -> bool {
    let [first, _, _, last] = address.octets();
    !(first == 0
        || first == 255
        || address.is_loopback()
        || address.is_multicast()
        || first == last && last == 0)
}

fn is_somebodys_v6(address: Ipv6Addr) -> bool {
    // Of three groups at least: `::1` is one's own, and what has fewer is as often a time.
    let groups = address.segments();
    groups.iter().filter(|group| **group > 0).count() > 2
        && matches!(groups[0] >> 12, 0x2 | 0x3 | 0xF)
}

/// Whether an address is meant as one, and not as a version.
fn is_meant(text: &ScannedText<'_>, address: Ipv4Addr, span: &Range<usize>) -> bool {
    let octets = address.octets();
    let is_small = octets.iter().all(|octet| *octet < 32) || octets[0] < 4 && octets[2] == 0;
    let before = text.text[..span.start].trim_end();
    let word = before
        .rsplit(|sign: char| !sign.is_alphabetic())
        .next()
        .unwrap_or_default();
    let is_version =
        ["v", "version", "versión", "ver", "release", "firmware"].contains(&&*word.to_lowercase());
    !is_version && !is_small || text.announces(IP_ADDRESS, span.start)
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    #[test]
    fn addresses_are_told_from_versions() {
        for text in [
            "189.203.45.7",
            "desde 192.168.1.10.",
            "IP: 10.0.0.5",
            "IP:189.203.45.7:8080",
            "2001:db8:85a3::8a2e:370:7334",
            "http://189.203.45.7/x",
            "[189.203.45.7]",
        ] {
            assert_eq!(seen(&IpAddress, "", text).len(), 1, "{text}");
        }
        assert_eq!(seen(&IpAddress, "ip", "10.1.2.3").len(), 1);
        for text in [
            "1.2.3.4",
            "v189.203.45.7",
            "versión 120.0.6099.109",
            "versión 120.0.60.109",
            "Chrome/120.0.60.109",
            "1.3.6.1.4.1",
            "256.1.1.300",
            "0.0.0.0",
            "127.0.0.1",
            "255.255.255.0",
            "10:20:30",
            "aa:bb:cc:dd:ee:ff",
            "::1",
            "1.234.567.89.1",
            "12:30:45:10",
            "01.02.03.04",
        ] {
            assert_eq!(seen(&IpAddress, "", text), [], "{text}");
        }
    }
}
