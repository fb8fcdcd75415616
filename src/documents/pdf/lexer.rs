//! Characters of a PDF to values: of its objects, and of the operators on its pages (ISO 32000-1, 7.2 and 7.3).

use super::value::{PdfDict, PdfValue, whole};

/// Levels of lists and dictionaries in one another.
const MOST_LEVELS: usize = 64;
/// Values of one object.
const MOST_VALUES: usize = 1 << 20;

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Value(PdfValue),
    /// `obj`, `stream`, an operator.
    Keyword(String),
    ArrayEnd,
    DictEnd,
    End,
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

pub(super) struct Lexer<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) at: usize,
    values: usize,
    /// Whether `5 0 R` is a reference: it is none in an operator's operands.
    references: bool,
}

impl<'b> Lexer<'b> {
    pub(super) fn new(bytes: &'b [u8], at: usize) -> Self {
        Lexer {
            bytes,
            at,
            values: 0,
            references: true,
        }
    }

    /// Returns a lexer of a page's operators.
    pub(super) fn of_content(bytes: &'b [u8]) -> Self {
        Lexer {
            references: false,
            ..Lexer::new(bytes, 0)
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|b| b != b'\n' && b != b'\r') {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    pub(super) fn next(&mut self) -> Token {
        self.values = 0;
        self.token(0)
    }

    /// Returns a value, if one comes next.
    pub(super) fn value(&mut self) -> Option<PdfValue> {
        match self.next() {
            Token::Value(value) => Some(value),
            _ => None,
        }
    }

    fn token(&mut self, level: usize) -> Token {
        self.skip_blanks();
        self.values += 1;
        let Some(byte) = self.peek() else {
            return Token::End;
        };
        if level > MOST_LEVELS || self.values > MOST_VALUES {
            return Token::End;
        }
        match byte {
            b'(' => Token::Value(PdfValue::Text(self.literal())),
            b'/' => Token::Value(PdfValue::Name(self.name())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                Token::Value(PdfValue::Dict(self.dict(level)))
            }
            b'<' => Token::Value(PdfValue::Text(self.hexadecimal())),
            b'>' if self.bytes.get(self.at + 1) == Some(&b'>') => {
                self.at += 2;
                Token::DictEnd
            }
            b'[' => {
                self.at += 1;
                Token::Value(PdfValue::Array(self.array(level)))
            }
            b']' => {
                self.at += 1;
                Token::ArrayEnd
            }
            b')' | b'>' | b'{' | b'}' => {
                self.at += 1;
                self.token(level + 1)
            }
            _ => self.word(),
        }
    }

    fn dict(&mut self, level: usize) -> PdfDict {
        let mut dict = PdfDict::new();
        loop {
            match self.token(level + 1) {
                Token::Value(PdfValue::Name(key)) => match self.token(level + 1) {
                    Token::Value(value) => {
                        dict.insert(key, value);
                    }
                    Token::DictEnd | Token::End => return dict,
                    _ => {}
                },
                Token::DictEnd | Token::End => return dict,
                Token::Keyword(word) if matches!(word.as_str(), "endobj" | "stream") => {
                    self.at -= word.len();
                    return dict;
                }
                _ => {}
            }
        }
    }

    fn array(&mut self, level: usize) -> Vec<PdfValue> {
        let mut values = Vec::new();
        loop {
            match self.token(level + 1) {
                Token::Value(value) => values.push(value),
                Token::ArrayEnd | Token::End => return values,
                Token::Keyword(word) if word == "endobj" => {
                    self.at -= word.len();
                    return values;
                }
                _ => {}
            }
        }
    }

    /// Parses a number, a reference or a keyword.
    fn word(&mut self) -> Token {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|b| !is_blank(b) && !is_delimiter(b))
        {
            self.at += 1;
        }
        let word = &self.bytes[start..self.at];
        if let Some(number) = number(word) {
            return Token::Value(self.reference(number).unwrap_or(PdfValue::Number(number)));
        }
        let word = String::from_utf8_lossy(word).into_owned();
        match word.as_str() {
            "null" | "true" | "false" => Token::Value(PdfValue::Word(word)),
            _ => Token::Keyword(word),
        }
    }

    /// Returns the reference that a number begins.
    fn reference(&mut self, first: f64) -> Option<PdfValue> {
        let after = self.at;
        if !self.references || first < 0.0 || first.fract() != 0.0 {
            return None;
        }
        self.skip_blanks();
        let generation = self.digits();
        let blank = self.at;
        self.skip_blanks();
        let next = self.bytes.get(self.at + 1).copied().unwrap_or(b' ');
        let is_reference = generation > 0
            && self.at > blank
            && self.peek() == Some(b'R')
            && (is_blank(next) || is_delimiter(next));
        if is_reference {
            self.at += 1;
            return Some(PdfValue::Reference(whole(first, u32::MAX)));
        }
        self.at = after;
        None
    }

    /// Skips digits, and returns how many there are.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) && self.at - start < 10 {
            self.at += 1;
        }
        self.at - start
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek() {
            if is_blank(byte) || is_delimiter(byte) {
                break;
            }
            let code = self.bytes.get(self.at + 1..self.at + 3);
            match code.and_then(|pair| hexadecimal_pair(pair[0], pair[1])) {
                Some(code) if byte == b'#' => {
                    name.push(code);
                    self.at += 3;
                }
                _ => {
                    name.push(byte);
                    self.at += 1;
                }
            }
        }
        String::from_utf8_lossy(&name).into_owned()
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut bytes, mut high) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = digit(byte) else { continue };
            match high.take() {
                Some(high) => bytes.push(high << 4 | digit),
                None => high = Some(digit),
            }
        }
        bytes.extend(high.map(|high| high << 4));
        bytes
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut bytes, mut open) = (Vec::new(), 1);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.escape(&mut bytes),
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
            if byte != b'\\' {
                bytes.push(byte);
            }
        }
        bytes
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(next @ b'0'..=b'7') => {
                            code = code * 8 + u32::from(next - b'0');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
                out.push((code & 0xff) as u8);
            }
            other => out.push(other),
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}

pub(super) fn hexadecimal_pair(high: u8, low: u8) -> Option<u8> {
    Some(digit(high)? << 4 | digit(low)?)
}

/// Parses a number as readers do, who forgive a doubled sign.
fn number(word: &[u8]) -> Option<f64> {
    let first = *word.first()?;
    if !(first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.')) || word.len() > 400 {
        return None;
    }
    let text = std::str::from_utf8(word).ok()?;
    let text = text.strip_prefix('+').unwrap_or(text);
    let text = if text.starts_with("--") {
        &text[1..]
    } else {
        text
    };
    let is_plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    is_plain.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> PdfValue {
        Lexer::new(text.as_bytes(), 0).value().unwrap()
    }

    #[test]
    fn values_of_each_kind_are_parsed() {
        assert_eq!(
            value("(a\\(b\\)(c)\\101\\\n)"),
            PdfValue::Text(b"a(b)(c)A".to_vec())
        );
        assert_eq!(value("<4 1 4>"), PdfValue::Text(b"A@".to_vec()));
        assert_eq!(value("/A#42c "), PdfValue::Name("ABc".to_owned()));
        assert_eq!(value("--4.5"), PdfValue::Number(-4.5));
        let parsed = value("<</A[1 0 R 2 0 /X]/B<<>>%c\n/C true>>");
        let dict = parsed.dict().unwrap();
        let list = dict["A"].array().unwrap();
        assert_eq!((list[0].reference(), list.len()), (Some(1), 4));
        assert!(dict["B"].dict().unwrap().is_empty());
        assert_eq!(dict["C"], PdfValue::Word("true".to_owned()));
    }

    #[test]
    fn what_nests_or_repeats_without_end_is_cut() {
        for text in [
            "[".repeat(100_000),
            "<<".repeat(100_000),
            "((".repeat(100_000),
            "}".repeat(9999),
        ] {
            Lexer::new(text.as_bytes(), 0).next();
        }
        let many = format!("[{}]", "1 ".repeat(3 << 20));
        let list = value(&many);
        assert!(list.array().unwrap().len() <= MOST_VALUES);
    }
}
