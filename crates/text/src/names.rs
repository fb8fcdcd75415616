//! Names of files: which can be published everywhere, and which are one name on some systems.

use crate::obeyed;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Why a name cannot be published everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// It is not text: its bytes are no UTF-8.
    Encoding,
    /// It holds a line break, another control character, or a character that nobody sees and that may turn the direction
    /// of what follows.
    Invisible,
    /// It holds one of `< > : " | ? * \`, which Windows and many disks refuse.
    Sign,
    /// Windows keeps it for a device (`con`, `nul`, `com1` …), with any ending.
    Reserved,
    /// It ends in a dot or a blank, which Windows drops.
    Ending,
    /// It is longer than a name may be: 255 bytes.
    Long,
}

impl NameFault {
    /// The word that messages choose their sentence by.
    pub fn id(self) -> &'static str {
        match self {
            NameFault::Encoding => "encoding",
            NameFault::Invisible => "invisible",
            NameFault::Sign => "sign",
            NameFault::Reserved => "reserved",
            NameFault::Ending => "ending",
            NameFault::Long => "long",
        }
    }
}

/// The longest name that common file systems take, in bytes.
const LONGEST: usize = 255;

/// Names that Windows keeps for devices, with any ending.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Checks one name of a path, a folder's or a file's.
///
/// ```
/// use tragaluz_text::names::{NameFault, check};
/// assert_eq!(check("Año (2024) 100%.PNG"), Ok(()));
/// assert_eq!(check("con.csv"), Err(NameFault::Reserved));
/// ```
///
/// # Errors
/// When it cannot be published everywhere.
pub fn check(name: &str) -> Result<(), NameFault> {
    if name.contains(char::REPLACEMENT_CHARACTER) {
        Err(NameFault::Encoding)
    } else if has_invisible(name) {
        Err(NameFault::Invisible)
    } else if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        Err(NameFault::Sign)
    } else if is_device(name) {
        Err(NameFault::Reserved)
    } else if name.ends_with(['.', ' ']) {
        Err(NameFault::Ending)
    } else if name.len() > LONGEST {
        Err(NameFault::Long)
    } else {
        Ok(())
    }
}

fn is_device(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end_matches(' ')
        .to_lowercase();
    let number = stem
        .strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"));
    DEVICES.contains(&&*stem)
        || matches!(
            number,
            Some("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        )
}

/// Whether a character has no shape of its own and so may deceive: controls, breaks, direction marks, the characters
/// kept for this program (see `render/markdown/sanitise.rs`), and those that are no characters. The joiners of emoji and
/// of Persian words are none.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(
            c,
            '\u{feff}' | '\u{f8fe}' | '\u{f8ff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}'
        )
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Whether a text holds a character that nobody would see.
pub fn has_invisible(text: &str) -> bool {
    !text.is_ascii() && !obeyed::places(text).is_empty() || text.contains(is_invisible)
}

/// A name as it can be shown: what nobody would see is written as its number.
///
/// ```
/// assert_eq!(tragaluz_text::names::visible("a\nb.png"), "a\\u{a}b.png");
/// ```
pub fn visible(name: &str) -> String {
    let tags = obeyed::places(name);
    let mut out = String::with_capacity(name.len());
    for (at, c) in name.char_indices() {
        if is_invisible(c) || tags.binary_search(&at).is_ok() {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// What two paths have in common that are one file on some system: letters without case, accents composed.
///
/// ```
/// use tragaluz_text::names::key;
/// assert_eq!(key("Nin\u{303}o.PNG"), key("niño.png"));
/// ```
pub fn key(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(path.len());
    for c in path.chars() {
        // By way of the capital: `ς` and `σ`, `ſ` and `s` have the same one.
        let mut upper = c.to_uppercase();
        let only = upper.next().filter(|_| upper.next().is_none()).unwrap_or(c);
        lower.extend(only.to_lowercase());
    }
    composed(&lower)
}

/// A text whose letters and accents are one character wherever Unicode has one (NFC).
pub fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(text)
        .into_owned()
}

/// Whether a path stays inside the folder it is joined to, on every system, and on its line in a list of checksums.
pub fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':'])
        && !has_invisible(path)
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_cannot_keep_are_refused() {
        for (name, fault) in [
            ("a\nb.png", NameFault::Invisible),
            ("a\u{202e}gnp.exe", NameFault::Invisible),
            ("a\u{200f}.png", NameFault::Invisible),
            ("a\u{2028}.png", NameFault::Invisible),
            ("a\u{e0061}.png", NameFault::Invisible),
            ("\u{85}", NameFault::Invisible),
            ("¿qué?.pdf", NameFault::Sign),
            ("a:b", NameFault::Sign),
            ("..\\x", NameFault::Sign),
            ("NUL", NameFault::Reserved),
            ("Aux .txt", NameFault::Reserved),
            ("com1.tar.gz", NameFault::Reserved),
            ("LPT³.csv", NameFault::Reserved),
            ("nota.", NameFault::Ending),
            ("nota ", NameFault::Ending),
            ("\u{fffd}.png", NameFault::Encoding),
        ] {
            assert_eq!(check(name), Err(fault), "{name:?}");
        }
        assert_eq!(check(&"á".repeat(128)), Err(NameFault::Long));
        for name in [
            "com.csv",
            "com0.csv",
            "console.md",
            "100%.png",
            "a+b&c.png",
            "👨‍👩‍👧.png",
            "می‌خواهم.pdf",
            " x",
        ] {
            assert_eq!(check(name), Ok(()), "{name:?}");
        }
    }

    #[test]
    fn one_file_on_some_system_has_one_key() {
        for (one, other) in [
            ("Foto.PNG", "foto.png"),
            ("gui\u{301}a", "guía"),
            ("ΣΟΦΟΣ", "σοφος"),
            ("ÀÉ", "àé"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
        }
        for (one, other) in [("ano", "año"), ("strasse", "straße"), ("a-b", "a_b")] {
            assert_ne!(key(one), key(other), "{one}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_key_is_its_own_key(path in "\\PC{0,40}") {
            proptest::prop_assert_eq!(key(&key(&path)), key(&path));
        }
    }
}
