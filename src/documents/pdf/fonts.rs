//! Fonts of a PDF, as far as they say which letters are shown and how wide these are (ISO 32000-1, 9.6 to 9.10).

use super::cmap::{CMap, code};
use super::encodings::{BaseEncoding, glyph};
use super::file::{PdfError, PdfFile, StreamBytes};
use super::lexer::{Lexer, Token};
use super::value::{PdfDict, PdfValue, whole};
use std::collections::BTreeMap;

/// Bit of a font's flags that says that its letters are no Latin ones, or that it does not say.
const SYMBOLIC: u32 = 4;
/// Fonts of signs, in which no words are.
const SIGNS: &[&str] = &["Symbol", "ZapfDingbats", "Wingdings", "Webdings", "Marlett"];
/// Width of a letter whose font does not say it, in thousandths of the font's size.
const USUAL_WIDTH: f64 = 540.0;
/// Widths of one font.
const MOST_WIDTHS: usize = 1 << 17;

/// How codes are turned to letters.
#[derive(Debug)]
enum Codes {
    /// Of one byte each.
    Bytes {
        letters: BTreeMap<u8, String>,
        base: BaseEncoding,
        /// Whether the encoding is only a guess.
        guessed: bool,
    },
    /// Of several bytes; their lengths by a table, or two bytes.
    Wide {
        lengths: Option<CMap>,
        unicode: bool,
    },
}

/// A font.
#[derive(Debug)]
pub(super) struct PdfFont {
    codes: Codes,
    letters: Option<CMap>,
    widths: BTreeMap<u32, f64>,
    usual_width: f64,
    /// Widths that were stated, again and again too.
    stated: usize,
    /// Size of a unit of widths, as a part of the font's size.
    pub(super) unit: f64,
    /// Height of a letter as a part of the font's size, about.
    pub(super) height: f64,
    is_signs: bool,
}

/// A letter that is shown.
pub(super) struct ShownLetter<'f> {
    pub(super) code: u32,
    /// Bytes of its code.
    pub(super) length: usize,
    pub(super) letters: LetterText<'f>,
    /// As a part of the font's size.
    pub(super) width: f64,
}

/// What a code is in letters.
pub(super) enum LetterText<'f> {
    Known(&'f str),
    One(char),
    /// A letter that is a guess, or none.
    Guess(Option<char>),
}

impl PdfFont {
    /// Reads a font.
    ///
    /// # Errors
    /// When more is unpacked than may be.
    pub(super) fn new(file: &PdfFile<'_>, dict: &PdfDict) -> Result<PdfFont, PdfError> {
        let kind = file.get(dict, "Subtype");
        let kind = kind.as_ref().and_then(PdfValue::name).unwrap_or("");
        let base_font = file.get(dict, "BaseFont");
        let name = base_font.as_ref().and_then(PdfValue::name).unwrap_or("");
        let mut font = PdfFont {
            codes: Codes::Wide {
                lengths: None,
                unicode: false,
            },
            letters: table(file, dict, "ToUnicode")?.filter(CMap::has_letters),
            widths: BTreeMap::new(),
            usual_width: USUAL_WIDTH,
            stated: 0,
            unit: 0.001,
            height: 1.0,
            is_signs: SIGNS.iter().any(|sign| name.contains(sign)),
        };
        if kind == "Type0" {
            font.wide(file, dict)?;
        } else {
            font.codes = simple(file, dict, kind)?;
            font.narrow_widths(file, dict);
        }
        if kind == "Type3" {
            font.drawn(file, dict);
        }
        Ok(font)
    }

    fn wide(&mut self, file: &PdfFile<'_>, dict: &PdfDict) -> Result<(), PdfError> {
        let encoding = file.get(dict, "Encoding");
        let name = encoding.as_ref().and_then(PdfValue::name).unwrap_or("");
        self.codes = Codes::Wide {
            lengths: table(file, dict, "Encoding")?,
            unicode: name.contains("UCS2") || name.contains("UTF16"),
        };
        let descendant = (file.get(dict, "DescendantFonts"))
            .and_then(|list| file.resolve(list.array()?.first()?));
        let Some(PdfValue::Dict(descendant)) = descendant else {
            return Ok(());
        };
        self.usual_width = file.number(&descendant, "DW").unwrap_or(1000.0);
        let widths = file.get(&descendant, "W");
        self.wide_widths(
            file,
            widths.as_ref().and_then(PdfValue::array).unwrap_or(&[]),
        );
        Ok(())
    }

    /// Takes widths in: `c [w w w]` and `first last w` (9.7.4.3).
    fn wide_widths(&mut self, file: &PdfFile<'_>, list: &[PdfValue]) {
        let mut at = 0;
        while let Some(first) = list.get(at).and_then(PdfValue::number) {
            let first = whole(first, 0xffff);
            let second = list.get(at + 1).and_then(|value| file.resolve(value));
            match second {
                Some(PdfValue::Array(each)) => {
                    for (code, width) in (first..).zip(&each) {
                        self.width(code, width.number());
                    }
                    at += 2;
                }
                Some(PdfValue::Number(last)) => {
                    let width = list.get(at + 2).and_then(PdfValue::number);
                    for code in first..=whole(last, 0xffff) {
                        self.width(code, width);
                    }
                    at += 3;
                }
                _ => return,
            }
            if self.stated > MOST_WIDTHS {
                return;
            }
        }
    }

    fn width(&mut self, code: u32, width: Option<f64>) {
        self.stated += 1;
        if let Some(width) = width {
            self.widths.insert(code, width);
        }
    }

    fn narrow_widths(&mut self, file: &PdfFile<'_>, dict: &PdfDict) {
        let first = file
            .number(dict, "FirstChar")
            .map_or(0, |first| whole(first, 255));
        if let Some(PdfValue::Array(list)) = file.get(dict, "Widths") {
            for (code, width) in (first..256).zip(&list) {
                self.width(code, file.resolve(width).and_then(|width| width.number()));
            }
        } else {
            let name = file.get(dict, "BaseFont");
            let is_fixed = name.is_some_and(|name| name.name().unwrap_or("").contains("Courier"));
            if is_fixed {
                self.usual_width = 600.0;
            } else {
                self.widths = (0x20..0x7f).map(|code| (code, usual_width(code))).collect();
            }
        }
    }

    /// Takes in the measures of a font whose letters are drawings.
    fn drawn(&mut self, file: &PdfFile<'_>, dict: &PdfDict) {
        let matrix = file.get(dict, "FontMatrix");
        let unit = matrix.and_then(|matrix| matrix.array()?.first()?.number());
        self.unit = unit.filter(|unit| *unit != 0.0).unwrap_or(0.001);
        let filled: Vec<f64> = self.widths.values().copied().filter(|w| *w > 0.0).collect();
        if !filled.is_empty() {
            // A letter is about half as wide as it is high.
            let count = filled.iter().fold(0.0, |count, _| count + 1.0);
            let middle = filled.iter().sum::<f64>() / count;
            self.height = (middle * self.unit * 2.0).abs();
        }
    }

    /// Whether letters that it does not tell may be words.
    pub(super) fn has_words(&self) -> bool {
        !self.is_signs
    }

    /// Returns the letter that begins these bytes.
    pub(super) fn next<'f>(&'f self, bytes: &[u8]) -> ShownLetter<'f> {
        let length = match &self.codes {
            Codes::Bytes { .. } => 1,
            Codes::Wide { lengths, .. } => (lengths.as_ref())
                .or(self.letters.as_ref())
                .and_then(|table| table.length(bytes))
                .unwrap_or(2)
                .min(bytes.len()),
        };
        let code = code(&bytes[..length]);
        let width = self.widths.get(&code).copied().unwrap_or(self.usual_width);
        ShownLetter {
            code,
            length,
            letters: self.text(code),
            width: width * self.unit,
        }
    }

    fn text(&self, code: u32) -> LetterText<'_> {
        if let Some(letters) = self.letters.as_ref().and_then(|table| table.letters(code)) {
            return LetterText::Known(letters);
        }
        match &self.codes {
            Codes::Bytes {
                letters,
                base,
                guessed,
            } => {
                let byte = (code & 0xff) as u8;
                if let Some(letters) = letters.get(&byte) {
                    return LetterText::Known(letters);
                }
                match base.letter(byte) {
                    Some(letter) if !guessed => LetterText::One(letter),
                    letter => LetterText::Guess(letter),
                }
            }
            Codes::Wide { unicode: true, .. } => {
                char::from_u32(code).map_or(LetterText::Guess(None), LetterText::One)
            }
            Codes::Wide { .. } => LetterText::Guess(None),
        }
    }
}

/// Returns the width of a letter of the usual fonts, in thousandths of their size, about.
fn usual_width(code: u32) -> f64 {
    match u8::try_from(code).unwrap_or(0) {
        b' ' | b'!' | b'\'' | b',' | b'.' | b'/' | b':' | b';' | b'I' | b'f' | b'i' | b'j'
        | b'l' | b't' | b'|' | b'[' | b']' => 278.0,
        b'(' | b')' | b'-' | b'r' | b'`' => 333.0,
        b'M' | b'W' | b'm' | b'%' | b'@' => 850.0,
        b'A'..=b'Z' | b'w' => 690.0,
        _ => 550.0,
    }
}

/// Returns the table of codes that a key refers to.
fn table(file: &PdfFile<'_>, dict: &PdfDict, key: &str) -> Result<Option<CMap>, PdfError> {
    let number = dict.get(key).and_then(PdfValue::reference);
    let Some(id) = number.and_then(|number| file.latest(number)) else {
        return Ok(None);
    };
    Ok(match file.stream(id)? {
        Some((_, StreamBytes::Bytes(bytes))) => Some(CMap::new(&bytes)),
        _ => None,
    })
}

/// Returns the codes of a font whose codes are bytes.
fn simple(file: &PdfFile<'_>, dict: &PdfDict, kind: &str) -> Result<Codes, PdfError> {
    let encoding = file.get(dict, "Encoding");
    let named = match &encoding {
        Some(PdfValue::Name(name)) => BaseEncoding::of(name),
        Some(PdfValue::Dict(own)) => {
            let base = file.get(own, "BaseEncoding");
            base.and_then(|base| BaseEncoding::of(base.name()?))
        }
        _ => None,
    };
    let descriptor = file.dict(dict, "FontDescriptor").unwrap_or_default();
    let flags = file
        .number(&descriptor, "Flags")
        .map_or(0, |flags| whole(flags, u32::MAX));
    let mut letters = BTreeMap::new();
    if named.is_none() {
        letters = built_in(file, &descriptor)?;
    }
    let mut differs = false;
    if let Some(PdfValue::Dict(own)) = &encoding
        && let Some(PdfValue::Array(list)) = file.get(own, "Differences")
    {
        differs = true;
        differences(&list, &mut letters);
    }
    let told = named.is_some() || !letters.is_empty();
    let guessed = !told && flags & SYMBOLIC != 0 || differs && named.is_none() && kind == "Type3";
    Ok(Codes::Bytes {
        letters,
        base: named.unwrap_or(if kind == "TrueType" {
            BaseEncoding::WinAnsi
        } else {
            BaseEncoding::Standard
        }),
        guessed,
    })
}

/// Takes in which codes are other glyphs than the base encoding says (9.6.6.1).
fn differences(list: &[PdfValue], letters: &mut BTreeMap<u8, String>) {
    let mut code = 0_u32;
    for value in list {
        match value {
            PdfValue::Number(number) => code = whole(*number, 255),
            PdfValue::Name(name) => {
                if let (Ok(code), Some(text)) = (u8::try_from(code), glyph(name)) {
                    letters.insert(code, text);
                }
                code += 1;
            }
            _ => {}
        }
    }
}

/// Returns the encoding that an embedded Type 1 font states in its readable part: `dup 65 /A put`.
fn built_in(file: &PdfFile<'_>, descriptor: &PdfDict) -> Result<BTreeMap<u8, String>, PdfError> {
    let mut letters = BTreeMap::new();
    let number = descriptor.get("FontFile").and_then(PdfValue::reference);
    let Some(id) = number.and_then(|number| file.latest(number)) else {
        return Ok(letters);
    };
    let Some((_, StreamBytes::Bytes(bytes))) = file.stream(id)? else {
        return Ok(letters);
    };
    let end = memchr::memmem::find(&bytes, b"eexec").unwrap_or(bytes.len());
    let mut lexer = Lexer::of_content(&bytes[..end]);
    let mut code = None;
    loop {
        match lexer.next() {
            Token::Value(PdfValue::Number(number)) => code = Some(whole(number, 255)),
            Token::Value(PdfValue::Name(name)) => {
                if let (Some(code), Some(text)) = (code.take(), glyph(&name)) {
                    letters.insert((code & 0xff) as u8, text);
                }
            }
            Token::End => return Ok(letters),
            Token::Keyword(word) if word == "dup" => code = None,
            _ => {}
        }
    }
}
