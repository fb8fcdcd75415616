//! Letters of codes of one byte, and of the names of glyphs (ISO 32000-1, annex D; the Adobe Glyph List).

/// An encoding that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BaseEncoding {
    Standard,
    WinAnsi,
    MacRoman,
}

impl BaseEncoding {
    pub(super) fn of(name: &str) -> Option<BaseEncoding> {
        match name {
            "StandardEncoding" => Some(BaseEncoding::Standard),
            "WinAnsiEncoding" => Some(BaseEncoding::WinAnsi),
            "MacRomanEncoding" => Some(BaseEncoding::MacRoman),
            _ => None,
        }
    }

    /// Returns the letter of a code.
    pub(super) fn letter(self, code: u8) -> Option<char> {
        let decoded = |encoding: &'static encoding_rs::Encoding| {
            let bytes = [code];
            let (text, _) = encoding.decode_without_bom_handling(&bytes);
            text.chars().next().filter(|letter| *letter >= ' ')
        };
        match self {
            BaseEncoding::WinAnsi => decoded(encoding_rs::WINDOWS_1252),
            BaseEncoding::MacRoman => decoded(encoding_rs::MACINTOSH),
            BaseEncoding::Standard => match code {
                0x27 => Some('’'),
                0x60 => Some('‘'),
                0x20..=0x7e => Some(char::from(code)),
                _ => (STANDARD.iter().find(|(own, _)| *own == code)).map(|(_, letter)| *letter),
            },
        }
    }
}

/// Codes of the standard encoding above those of ASCII.
const STANDARD: &[(u8, char)] = &[
    (0xa1, '¡'),
    (0xa2, '¢'),
    (0xa3, '£'),
    (0xa4, '⁄'),
    (0xa5, '¥'),
    (0xa6, 'ƒ'),
    (0xa7, '§'),
    (0xa8, '¤'),
    (0xa9, '\''),
    (0xaa, '“'),
    (0xab, '«'),
    (0xac, '‹'),
    (0xad, '›'),
    (0xae, 'ﬁ'),
    (0xaf, 'ﬂ'),
    (0xb1, '–'),
    (0xb2, '†'),
    (0xb3, '‡'),
    (0xb4, '·'),
    (0xb6, '¶'),
    (0xb7, '•'),
    (0xb8, '‚'),
    (0xb9, '„'),
    (0xba, '”'),
    (0xbb, '»'),
    (0xbc, '…'),
    (0xbd, '‰'),
    (0xbf, '¿'),
    (0xc1, '`'),
    (0xc2, '´'),
    (0xc3, 'ˆ'),
    (0xc4, '˜'),
    (0xc5, '¯'),
    (0xc6, '˘'),
    (0xc7, '˙'),
    (0xc8, '¨'),
    (0xca, '˚'),
    (0xcb, '¸'),
    (0xcd, '˝'),
    (0xce, '˛'),
    (0xcf, 'ˇ'),
    (0xd0, '—'),
    (0xe1, 'Æ'),
    (0xe3, 'ª'),
    (0xe8, 'Ł'),
    (0xe9, 'Ø'),
    (0xea, 'Œ'),
    (0xeb, 'º'),
    (0xf1, 'æ'),
    (0xf5, 'ı'),
    (0xf8, 'ł'),
    (0xf9, 'ø'),
    (0xfa, 'œ'),
    (0xfb, 'ß'),
];

/// Names of glyphs that are no letter of ASCII and no letter with an accent.
const NAMES: &[(&str, &str)] = &[
    ("space", " "),
    ("nbspace", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "-"),
    ("sfthyphen", "-"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("exclamdown", "¡"),
    ("cent", "¢"),
    ("sterling", "£"),
    ("currency", "¤"),
    ("yen", "¥"),
    ("Euro", "€"),
    ("euro", "€"),
    ("section", "§"),
    ("copyright", "©"),
    ("registered", "®"),
    ("trademark", "™"),
    ("degree", "°"),
    ("plusminus", "±"),
    ("mu", "µ"),
    ("paragraph", "¶"),
    ("periodcentered", "·"),
    ("ordfeminine", "ª"),
    ("ordmasculine", "º"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("questiondown", "¿"),
    ("endash", "–"),
    ("emdash", "—"),
    ("bullet", "•"),
    ("ellipsis", "…"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotedblbase", "„"),
    ("quotesinglbase", "‚"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("fraction", "⁄"),
    ("florin", "ƒ"),
    ("perthousand", "‰"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("AE", "Æ"),
    ("ae", "æ"),
    ("OE", "Œ"),
    ("oe", "œ"),
    ("Oslash", "Ø"),
    ("oslash", "ø"),
    ("Lslash", "Ł"),
    ("lslash", "ł"),
    ("germandbls", "ß"),
    ("Eth", "Ð"),
    ("eth", "ð"),
    ("Thorn", "Þ"),
    ("thorn", "þ"),
    ("dotlessi", "ı"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("onehalf", "½"),
    ("onequarter", "¼"),
    ("threequarters", "¾"),
    ("onesuperior", "¹"),
    ("twosuperior", "²"),
    ("threesuperior", "³"),
    ("logicalnot", "¬"),
    ("brokenbar", "¦"),
    ("acute", "´"),
    ("cedilla", "¸"),
    ("dieresis", "¨"),
    ("macron", "¯"),
    ("circumflex", "ˆ"),
    ("tilde", "˜"),
    ("caron", "ˇ"),
    ("ring", "˚"),
    (".notdef", ""),
    ("nonmarkingreturn", " "),
    ("tab", " "),
    ("visiblespace", " "),
];

/// Accents as names of glyphs end, the letters that they are on, and what both make.
const ACCENTS: &[(&str, &str, &str)] = &[
    (
        "acute",
        "AEIOUYCLNRSZaeiouyclnrsz",
        "ÁÉÍÓÚÝĆĹŃŔŚŹáéíóúýćĺńŕśź",
    ),
    ("grave", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ("circumflex", "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
    ("dieresis", "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ("tilde", "ANOano", "ÃÑÕãñõ"),
    ("ring", "AUau", "ÅŮåů"),
    ("cedilla", "CSTcst", "ÇŞŢçşţ"),
    ("caron", "CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
    ("ogonek", "AEae", "ĄĘąę"),
    ("dotaccent", "Zz", "Żż"),
    ("hungarumlaut", "OUou", "ŐŰőű"),
    ("breve", "AGag", "ĂĞăğ"),
    ("macron", "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
];

/// Returns the letters of a glyph by its name; none where the name does not say.
pub(super) fn glyph(name: &str) -> Option<String> {
    let stem = name
        .split('.')
        .next()
        .filter(|stem| !stem.is_empty())
        .unwrap_or(name);
    if let Some((_, letters)) = NAMES.iter().find(|(own, _)| *own == stem) {
        return Some((*letters).to_owned());
    }
    if stem.contains('_') {
        return stem.split('_').map(glyph).collect();
    }
    let mut letters = stem.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    if rest.is_empty() {
        return first.is_alphabetic().then(|| first.to_string());
    }
    let accent = ACCENTS.iter().find(|(accent, ..)| *accent == rest);
    if let Some((_, plain, marked)) = accent {
        let at = plain.chars().position(|letter| letter == first)?;
        return marked.chars().nth(at).map(String::from);
    }
    by_number(stem)
}

/// Returns the letters of names such as `uni00F1` and `u1F600`.
fn by_number(name: &str) -> Option<String> {
    let scalar = |digits: &str| char::from_u32(u32::from_str_radix(digits, 16).ok()?);
    if let Some(digits) = name.strip_prefix("uni")
        && digits.len() >= 4
        && digits.is_ascii()
    {
        return (digits.as_bytes().chunks_exact(4))
            .map(|four| scalar(std::str::from_utf8(four).ok()?))
            .collect();
    }
    let digits = name.strip_prefix('u')?;
    (4..=6)
        .contains(&digits.len())
        .then(|| scalar(digits).map(String::from))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_known_by_name() {
        for (name, letters) in [
            ("A", "A"),
            ("ntilde", "ñ"),
            ("Aacute", "Á"),
            ("f_i", "fi"),
            ("one.oldstyle", "1"),
            ("uni00F100E1", "ñá"),
            ("u1F600", "😀"),
            ("at", "@"),
            (".notdef", ""),
        ] {
            assert_eq!(glyph(name).as_deref(), Some(letters), "{name}");
        }
        for name in ["g23", "cid_7", "", "uniZZZZ", "C17"] {
            assert_eq!(glyph(name), None, "{name}");
        }
        assert_eq!(BaseEncoding::WinAnsi.letter(0xf1), Some('ñ'));
        assert_eq!(BaseEncoding::MacRoman.letter(0x96), Some('ñ'));
        assert_eq!(BaseEncoding::Standard.letter(0xfb), Some('ß'));
    }
}
