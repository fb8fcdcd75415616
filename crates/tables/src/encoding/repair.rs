//! Text that was spoilt on its way, and can be mended without guessing: UTF-8 with some lines in another encoding, UTF-8
//! made twice, NUL characters as padding.

use super::dos_code_pages::CodePage;
use encoding_rs::WINDOWS_1252;
use std::io::{self, Read};

/// How a text is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextRepair {
    /// What is not UTF-8 is windows-1252.
    Mixed,
    /// Each run of letters beyond ASCII is the bytes of UTF-8, read as windows-1252.
    Twice,
    /// NUL characters are left out.
    Padded,
    /// It is in a code page of DOS, which the web does not know.
    Dos(CodePage),
    /// It is UTF-32, with the first byte of a number first or last.
    Wide { big: bool },
    /// Control characters beyond ASCII are signs of windows-1252.
    Controls,
}

impl TextRepair {
    /// Mends `bytes`, all but an end that cannot be decided before more comes; says how many were used and how many
    /// places were mended.
    pub(crate) fn apply(self, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> (usize, u64) {
        match self {
            TextRepair::Mixed => mixed(bytes, last, out),
            TextRepair::Twice => twice(bytes, last, out),
            TextRepair::Dos(page) => {
                let half = page.upper_half();
                for byte in bytes {
                    let letter = byte
                        .checked_sub(0x80)
                        .and_then(|high| half.get(usize::from(high)));
                    match letter {
                        None => out.push(*byte),
                        Some(letter) => {
                            out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                        }
                    }
                }
                (bytes.len(), 0)
            }
            TextRepair::Wide { big } => wide(bytes, last, big, out),
            TextRepair::Controls => controls(bytes, last, out),
            TextRepair::Padded => {
                out.extend(bytes.iter().filter(|b| **b != 0));
                (
                    bytes.len(),
                    bytes.iter().filter(|b| **b == 0).count() as u64,
                )
            }
        }
    }
}

/// UTF-32, which the web does not know.
fn wide(bytes: &[u8], last: bool, big: bool, out: &mut Vec<u8>) -> (usize, u64) {
    let (characters, rest) = bytes.as_chunks::<4>();
    let mut lost = 0;
    for four in characters {
        let number = if big {
            u32::from_be_bytes(*four)
        } else {
            u32::from_le_bytes(*four)
        };
        let character = char::from_u32(number).unwrap_or_else(|| {
            lost += 1;
            char::REPLACEMENT_CHARACTER
        });
        out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    }
    if last && !rest.is_empty() {
        out.extend_from_slice("\u{fffd}".as_bytes());
        return (bytes.len(), lost + 1);
    }
    (bytes.len() - rest.len(), lost)
}

/// The sign of windows-1252 that a control character beyond ASCII was meant to be.
fn meant(control: u8) -> Option<String> {
    let (sign, _) = WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(&control));
    sign.chars()
        .all(|c| !c.is_control())
        .then(|| sign.into_owned())
}

/// Puts signs in the place of control characters, which are 0xC2 and their own byte in UTF-8.
fn controls(bytes: &[u8], last: bool, out: &mut Vec<u8>) -> (usize, u64) {
    let (mut at, mut mended) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        if byte == 0xC2 && at + 1 == bytes.len() && !last {
            break;
        }
        let sign = bytes
            .get(at + 1)
            .filter(|next| byte == 0xC2 && (0x80..=0x9F).contains(*next))
            .and_then(|n| meant(*n));
        match sign {
            Some(sign) => {
                out.extend_from_slice(sign.as_bytes());
                (at, mended) = (at + 2, mended + 1);
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    (at, mended)
}

/// How many control characters from 0x80 to 0x9F that are signs of windows-1252 stand in a text of UTF-8, and the line of the
/// first.
pub(crate) fn count_controls(mut text: impl Read) -> io::Result<(u64, u64)> {
    let mut buffer = vec![0; 256 * 1024];
    let (mut count, mut line, mut first, mut before) = (0, 1, 0, 0u8);
    loop {
        let n = text.read(&mut buffer)?;
        if n == 0 {
            return Ok((count, first));
        }
        // Most text has none of the bytes that such characters begin with.
        if before != 0xC2 && !buffer[..n].contains(&0xC2) {
            line += buffer[..n].iter().filter(|b| **b == b'\n').count() as u64;
        } else {
            for byte in &buffer[..n] {
                line += u64::from(*byte == b'\n');
                if before == 0xC2 && (0x80..=0x9F).contains(byte) && meant(*byte).is_some() {
                    count += 1;
                    first = if first == 0 { line } else { first };
                }
                before = *byte;
            }
        }
        before = buffer[n - 1];
    }
}

fn mixed(bytes: &[u8], last: bool, out: &mut Vec<u8>) -> (usize, u64) {
    let (mut at, mut mended) = (0, 0);
    while at < bytes.len() {
        let Err(error) = std::str::from_utf8(&bytes[at..]) else {
            out.extend_from_slice(&bytes[at..]);
            return (bytes.len(), mended);
        };
        let valid = error.valid_up_to();
        out.extend_from_slice(&bytes[at..at + valid]);
        at += valid;
        let length = match error.error_len() {
            Some(length) => length,
            None if !last => return (at, mended),
            None => bytes.len() - at,
        };
        let (text, _) = WINDOWS_1252.decode_without_bom_handling(&bytes[at..at + length]);
        out.extend_from_slice(text.as_bytes());
        at += length;
        mended += 1;
    }
    (at, mended)
}

fn twice(bytes: &[u8], last: bool, out: &mut Vec<u8>) -> (usize, u64) {
    // A run of letters may go on in what comes next.
    let end = if last {
        bytes.len()
    } else {
        bytes.iter().rposition(u8::is_ascii).map_or(0, |at| at + 1)
    };
    let Ok(text) = std::str::from_utf8(&bytes[..end]) else {
        out.extend_from_slice(&bytes[..end]);
        return (end, 0);
    };
    let mut mended = 0;
    for run in runs(text) {
        match undone(run) {
            Some(once) => {
                out.extend_from_slice(&once);
                mended += 1;
            }
            None => out.extend_from_slice(run.as_bytes()),
        }
    }
    (end, mended)
}

/// A text in pieces that are ASCII throughout or not at all.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?.is_ascii();
        let end = rest
            .find(|c: char| c.is_ascii() != first)
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

/// The bytes that a run of letters beyond ASCII was before it was read as windows-1252, if they are UTF-8.
fn undone(run: &str) -> Option<Vec<u8>> {
    if run.is_ascii() {
        return None;
    }
    let (bytes, _, lossy) = WINDOWS_1252.encode(run);
    let whole = !lossy && std::str::from_utf8(&bytes).is_ok();
    whole.then(|| bytes.into_owned())
}

/// Runs that are looked at before a text is taken to be UTF-8 made twice.
const FEWEST_RUNS: usize = 3;

/// Whether a text in UTF-8 was made twice, throughout; and an example of how it is and how it was meant.
pub(crate) fn made_twice(mut text: impl Read) -> io::Result<Option<(String, String)>> {
    let (mut held, mut buffer) = (Vec::new(), vec![0; 256 * 1024]);
    let (mut count, mut example) = (0, None);
    loop {
        let n = text.read(&mut buffer)?;
        held.extend_from_slice(&buffer[..n]);
        let end = if n == 0 {
            held.len()
        } else {
            held.iter().rposition(u8::is_ascii).map_or(0, |at| at + 1)
        };
        let Ok(whole) = std::str::from_utf8(&held[..end]) else {
            return Ok(None);
        };
        for run in runs(whole.trim_start_matches('\u{feff}')).filter(|run| !run.is_ascii()) {
            let Some(once) = undone(run) else {
                return Ok(None);
            };
            count += 1;
            example = example.or_else(|| Some((run.to_owned(), String::from_utf8(once).ok()?)));
        }
        held.drain(..end);
        // A text that goes on for long without an ASCII character is none of ours.
        if n == 0 || held.len() > 1 << 20 {
            return Ok(example.filter(|_| n == 0 && count >= FEWEST_RUNS));
        }
    }
}

/// How much of what is beyond ASCII in a text is UTF-8.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Utf8Share {
    /// Runs of bytes that are.
    pub(crate) valid: u64,
    /// Places whose bytes are not UTF-8.
    pub(crate) invalid: u64,
    /// The line of the first of these places, from 1; 0 where there is none.
    pub(crate) first_line: u64,
}

/// Counts in a text, read to its end, what is UTF-8 and what is not.
///
/// # Errors
/// What reading it fails with.
pub(crate) fn share(mut bytes: impl Read) -> io::Result<Utf8Share> {
    let (mut held, mut buffer) = (Vec::new(), vec![0; 256 * 1024]);
    let (mut share, mut line) = (Utf8Share::default(), 1);
    loop {
        let n = bytes.read(&mut buffer)?;
        held.extend_from_slice(&buffer[..n]);
        let end = if n == 0 {
            held.len()
        } else {
            held.iter().rposition(u8::is_ascii).map_or(0, |at| at + 1)
        };
        for chunk in held[..end].utf8_chunks() {
            share.valid += runs(chunk.valid()).filter(|run| !run.is_ascii()).count() as u64;
            line += chunk.valid().bytes().filter(|b| *b == b'\n').count() as u64;
            if !chunk.invalid().is_empty() {
                share.invalid += 1;
                if share.first_line == 0 {
                    share.first_line = line;
                }
            }
        }
        held.drain(..end);
        if n == 0 {
            return Ok(share);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(mend: TextRepair, bytes: &[u8]) -> String {
        let (mut out, mut carry) = (Vec::new(), Vec::new());
        for (at, byte) in bytes.iter().enumerate() {
            carry.push(*byte);
            let (used, _) = mend.apply(&carry, at + 1 == bytes.len(), &mut out);
            carry.drain(..used);
        }
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn byte_by_byte_as_at_once() {
        assert_eq!(
            mended(TextRepair::Mixed, b"Le\xC3\xB3n,Canc\xFAn,a\xF1o"),
            "León,Cancún,año"
        );
        assert_eq!(
            mended(TextRepair::Twice, "MÃ©xico, Â¿quÃ©? €".as_bytes()),
            "México, ¿qué? €"
        );
        assert_eq!(mended(TextRepair::Padded, b"a\0\0b\0"), "ab");
        assert_eq!(
            mended(
                TextRepair::Dos(CodePage::Western),
                b"M\x82rida, Canc\xA3n, a\xA4o\xFE"
            ),
            "Mérida, Cancún, año■"
        );
        assert_eq!(
            mended(TextRepair::Dos(CodePage::Central), b"T\xFDeb\xA1\x9F"),
            "Třebíč"
        );
        assert_eq!(
            mended(TextRepair::Wide { big: false }, b"a\0\0\0\xF1\0\0\0\0\0"),
            "añ\u{fffd}"
        );
        assert_eq!(
            mended(TextRepair::Wide { big: true }, b"\0\0\0a\0\x01\xF6\0"),
            "a😀"
        );
        assert_eq!(
            mended(
                TextRepair::Controls,
                "l\u{92}agua \u{96} ¿ya? \u{81}".as_bytes()
            ),
            "l’agua – ¿ya? \u{81}"
        );
        assert_eq!(
            count_controls("a\nl\u{92}b\u{96} ¿\u{81}".as_bytes()).unwrap(),
            (2, 2)
        );
    }

    #[test]
    fn made_twice_or_not() {
        let told = |text: &str| made_twice(text.as_bytes()).unwrap();
        assert_eq!(
            told("MÃ©xico, LeÃ³n, aÃ±o"),
            Some(("Ã©".into(), "é".into()))
        );
        assert_eq!(told("México, León, año"), None);
        assert_eq!(told("MÃ©xico, LeÃ³n, año"), None);
        assert_eq!(told("SÃO PAULO, JOÃO, MÃE"), None);
        assert_eq!(
            share(&b"Le\xC3\xB3n\nCanc\xFAn\nx\xC3\xA1"[..]).unwrap(),
            Utf8Share {
                valid: 2,
                invalid: 1,
                first_line: 2
            }
        );
    }
}
