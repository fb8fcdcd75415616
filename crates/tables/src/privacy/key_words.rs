//! Words without which some detectors find nothing, looked for in one pass over a text.

/// Words for a street.
pub(super) const STREET: u8 = 1;
/// Words for a birth.
pub(super) const BIRTH: u8 = 2;
/// Words for a plate.
pub(super) const PLATE: u8 = 4;
/// Words for a home.
pub(super) const HOME: u8 = 8;

/// How words begin, in small letters, and what they are of.
const BEGINNINGS: &[(&str, u8)] = &[
    ("call", STREET),
    ("c/", STREET),
    ("av.", STREET),
    ("avd", STREET),
    ("ave", STREET),
    ("blvd", STREET),
    ("boul", STREET),
    ("bule", STREET),
    ("calz", STREET),
    ("priv", STREET),
    ("prol", STREET),
    ("anda", STREET),
    ("cerr", STREET),
    ("cda.", STREET),
    ("rua ", STREET),
    ("rue ", STREET),
    ("trav", STREET),
    ("alam", STREET),
    ("all\u{e9}", STREET),
    ("alle", STREET),
    ("chem", STREET),
    ("impa", STREET),
    ("stre", STREET),
    ("st", STREET),
    ("road", STREET),
    ("rd", STREET),
    ("lane", STREET),
    ("ln", STREET),
    ("driv", STREET),
    ("naci", BIRTH),
    ("nac.", BIRTH),
    ("nasc", BIRTH),
    ("nais", BIRTH),
    ("n\u{e9}", BIRTH),
    ("birt", BIRTH),
    ("born", BIRTH),
    ("dob", BIRTH),
    ("fnac", BIRTH),
    ("plac", PLATE),
    ("matr", PLATE),
    ("lice", PLATE),
    ("numb", PLATE),
    ("imma", PLATE),
    ("casa", HOME),
    ("domi", HOME),
    ("vivi", HOME),
    ("vive", HOME),
    ("hoga", HOME),
    ("resi", HOME),
    ("home", HOME),
    ("hous", HOME),
    ("live", HOME),
    ("mais", HOME),
];

/// For the first letter of a word, which second, third and fourth ones some beginning has: a bit for the last five bits of each.
const FURTHER: [[u32; 32]; 3] = {
    let mut further = [[0; 32]; 3];
    let mut nth = 0;
    while nth < BEGINNINGS.len() {
        let word = BEGINNINGS[nth].0.as_bytes();
        let mut at = 1;
        while at < 4 {
            let of_first = &mut further[at - 1][(word[0] & 31) as usize];
            *of_first |= if at < word.len() {
                1 << (word[at] & 31)
            } else {
                u32::MAX
            };
            at += 1;
        }
        nth += 1;
    }
    further
};

/// Returns what words of a text are of, a bit each.
#[inline]
pub(super) fn key_words_in(bytes: &[u8]) -> u8 {
    let (mut found, mut is_within) = (0, false);
    for (at, byte) in bytes.iter().enumerate() {
        let is_letter = byte.is_ascii_alphabetic() || !byte.is_ascii();
        if is_letter && !is_within && may_begin(*byte, &bytes[at..]) {
            found |= of_word(&bytes[at..]);
        }
        is_within = is_letter;
    }
    found
}

/// Whether letters after this first one are those of some beginning, as far as a bit for each tells.
#[inline]
fn may_begin(first: u8, word: &[u8]) -> bool {
    let holds = |at: usize| {
        let sign = word.get(at).copied().unwrap_or(b' ');
        FURTHER[at - 1][usize::from(first & 31)] >> (sign & 31) & 1 == 1
    };
    holds(1) && holds(2) && holds(3)
}

/// A beginning as a number: its first four bytes with the bit of small letters, and the bits that it has.
const PACKED: [(u32, u32, u8); BEGINNINGS.len()] = {
    let mut packed = [(0, 0, 0); BEGINNINGS.len()];
    let mut nth = 0;
    while nth < BEGINNINGS.len() {
        let word = BEGINNINGS[nth].0.as_bytes();
        let (mut value, mut mask, mut at) = (0, 0, 0);
        while at < 4 && at < word.len() {
            value |= ((word[at] | 0x20) as u32) << (8 * at);
            mask |= 0xFF << (8 * at);
            at += 1;
        }
        packed[nth] = (value, mask, BEGINNINGS[nth].1);
        nth += 1;
    }
    packed
};

/// Returns what the word at the beginning of a text is of.
fn of_word(bytes: &[u8]) -> u8 {
    let mut first = [b' '; 4];
    let length = bytes.len().min(4);
    first[..length].copy_from_slice(&bytes[..length]);
    let first = u32::from_le_bytes(first.map(|byte| byte | 0x20));
    let own = PACKED
        .iter()
        .filter(|(value, mask, _)| first & mask == *value);
    own.fold(0, |found, (_, _, of)| found | of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_their_beginnings() {
        assert_eq!(key_words_in("CALLE Sol, su casa".as_bytes()), STREET | HOME);
        assert_eq!(
            key_words_in("Née à Paris; placas".as_bytes()),
            BIRTH | PLATE
        );
        assert_eq!(key_words_in(b"Proveedor 1487, escalle, \xC3"), 0);
        assert_eq!(key_words_in(b"x"), 0);
    }
}
