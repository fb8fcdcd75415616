//! Runs of letters in bytes of which nothing else is known: certificates, what old programs kept beside a text.

/// Letters of the shortest run that is told.
const SHORTEST: usize = 6;
/// Letters after which a run is told as it is.
const LONGEST: usize = 1 << 16;

/// Returns the runs of letters in bytes: UTF-8 or Windows' Latin letters of one byte, and UTF-16 as Windows writes it.
pub(super) fn of(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    narrow(bytes, &mut |run| found.push(run));
    wide(bytes, &mut |run| found.push(run));
    found
}

fn is_letter(byte: u8) -> bool {
    matches!(byte, 0x20..=0x7e | b'\t' | b'\n' | b'\r' | 0xc0..)
}

/// Tells runs of letters of one byte, or of UTF-8.
pub(super) fn narrow(bytes: &[u8], tell: &mut dyn FnMut(String)) {
    let utf8 = |byte: u8| matches!(byte, 0x80..=0xbf);
    let mut start = 0;
    for at in 0..=bytes.len() {
        let goes_on = bytes.get(at).is_some_and(|byte| {
            is_letter(*byte) || utf8(*byte) && at > start && bytes[at - 1] >= 0x80
        });
        if goes_on && at - start < LONGEST {
            continue;
        }
        let run = &bytes[start..at];
        if run
            .iter()
            .filter(|byte| byte.is_ascii_alphanumeric())
            .count()
            >= SHORTEST
        {
            let text = match std::str::from_utf8(run) {
                Ok(text) => text.to_owned(),
                Err(_) => encoding_rs::WINDOWS_1252
                    .decode_without_bom_handling(run)
                    .0
                    .into_owned(),
            };
            tell(text);
        }
        start = if goes_on { at } else { at + 1 };
    }
}

/// Tells runs of letters of UTF-16, low byte first, wherever they begin.
pub(super) fn wide(bytes: &[u8], tell: &mut dyn FnMut(String)) {
    let mut at = 0;
    while at + 1 < bytes.len() {
        let mut run = String::new();
        let mut next = at;
        while let Some(pair) = bytes.get(next..next + 2) {
            let unit = u16::from_le_bytes([pair[0], pair[1]]);
            // Latin letters and signs: what is in other scripts looks like any two bytes.
            let is_letter =
                matches!(unit, 0x20..=0x7e | 9 | 10 | 13 | 0xa0..=0x17f | 0x2010..=0x2026);
            let Some(letter) = char::from_u32(u32::from(unit)).filter(|_| is_letter) else {
                break;
            };
            if run.len() > LONGEST {
                break;
            }
            run.push(letter);
            next += 2;
        }
        if run.chars().filter(char::is_ascii_alphanumeric).count() >= SHORTEST {
            tell(run);
        }
        // Within a run no other one begins: its bytes are letters and noughts in turns.
        at = next.max(at + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_both_widths_are_found() {
        let mut bytes = b"\0\x01\x0dBADD110313HCMLNS09\x02ab\0".to_vec();
        bytes.extend("Peña Núñez 1".encode_utf16().flat_map(u16::to_le_bytes));
        let found = of(&bytes);
        assert!(
            found.iter().any(|run| run.contains("BADD110313HCMLNS09")),
            "{found:?}"
        );
        assert!(
            found.iter().any(|run| run.contains("Peña Núñez 1")),
            "{found:?}"
        );
        assert!(of(&[0xff; 300]).is_empty() && of(b"").is_empty());
    }
}
