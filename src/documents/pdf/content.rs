//! Operators of a page to the text that they show (ISO 32000-1, 8 and 9). What is shown invisibly, in a hidden layer or
//! off the page is text like any other.

use super::file::{EntryId, PdfError, PdfFile, StreamBytes, is};
use super::fonts::{LetterText, PdfFont};
use super::layout::{PageLines, TextPiece};
use super::lexer::{Lexer, Token, is_blank};
use super::strings;
use super::value::{PdfDict, PdfValue};
use crate::documents::part::DocumentPart;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// States that are put aside at once, and forms in one another.
const MOST_STATES: usize = 512;
const MOST_FORMS: usize = 12;
/// Operands of one operator.
const MOST_OPERANDS: usize = 1 << 12;
/// Fonts that are kept at once.
const MOST_FONTS: usize = 1024;
/// Bytes of lines after which they are told.
const MOST_BYTES: usize = 1 << 18;

/// What multiplies points: `[a b c d e f]`.
type Matrix = [f64; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Returns the matrix that does what the first one does, then what the second one does.
fn times(m: &Matrix, n: &Matrix) -> Matrix {
    [
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    ]
}

/// What operators change and `Q` brings back.
#[derive(Clone)]
struct TextState {
    matrix: Matrix,
    font: Option<Rc<PdfFont>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// What was seen on a page besides its text.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct PageFigures {
    /// Letters and digits that were told.
    pub(crate) letters: u64,
    /// Letters of which the font does not say which they are.
    pub(crate) unknown: u64,
    /// Area of the largest picture, in units of the page.
    pub(crate) picture: f64,
    /// Shapes that were drawn.
    pub(crate) shapes: u64,
}

/// Reads pages, each stream of operators once.
pub(crate) struct ContentReader<'f, 'b> {
    file: &'f PdfFile<'b>,
    fonts: BTreeMap<u32, Rc<PdfFont>>,
    /// Streams that were read.
    pub(crate) read: BTreeSet<EntryId>,
    lines: PageLines,
    pub(crate) figures: PageFigures,
    state: TextState,
    aside: Vec<TextState>,
    text_matrix: Matrix,
    line_matrix: Matrix,
    visit: &'f mut dyn FnMut(Option<DocumentPart>, String),
}

/// What names in operators replace.
struct Resources {
    dict: PdfDict,
    /// Its parts, by their keys: `XObject`, `ExtGState`.
    parts: BTreeMap<&'static str, PdfDict>,
    fonts: BTreeMap<String, Option<Rc<PdfFont>>>,
}

impl Resources {
    /// Returns what a name replaces in a part.
    fn named(&mut self, file: &PdfFile<'_>, part: &'static str, name: &str) -> Option<&PdfValue> {
        let dict = &self.dict;
        let names =
            (self.parts.entry(part)).or_insert_with(|| file.dict(dict, part).unwrap_or_default());
        names.get(name)
    }
}

impl<'f, 'b> ContentReader<'f, 'b> {
    /// Returns a reader; `visit` gets the text of a page, and other texts with where they are.
    pub(crate) fn new(
        file: &'f PdfFile<'b>,
        visit: &'f mut dyn FnMut(Option<DocumentPart>, String),
    ) -> Self {
        ContentReader {
            file,
            fonts: BTreeMap::new(),
            read: BTreeSet::new(),
            lines: PageLines::default(),
            figures: PageFigures::default(),
            state: first_state(),
            aside: Vec::new(),
            text_matrix: IDENTITY,
            line_matrix: IDENTITY,
            visit,
        }
    }

    /// Reads a page's operators, and tells its text; returns what else was seen.
    ///
    /// # Errors
    /// When more is unpacked than may be.
    pub(crate) fn page(
        &mut self,
        content: &[u8],
        resources: PdfDict,
    ) -> Result<PageFigures, PdfError> {
        self.figures = PageFigures::default();
        self.state = first_state();
        self.aside.clear();
        let result = self.run(content, resources, 0);
        self.tell();
        result.map(|()| self.figures)
    }

    fn tell(&mut self) {
        let text = self.lines.take();
        if !text.trim().is_empty() {
            (self.visit)(None, text);
        }
    }

    fn run(&mut self, content: &[u8], resources: PdfDict, level: usize) -> Result<(), PdfError> {
        let mut resources = Resources {
            dict: resources,
            parts: BTreeMap::new(),
            fonts: BTreeMap::new(),
        };
        let mut lexer = Lexer::of_content(content);
        let mut operands = Vec::new();
        let mut in_picture = false;
        loop {
            match lexer.next() {
                Token::Value(value) if operands.len() < MOST_OPERANDS => operands.push(value),
                Token::Keyword(word) => {
                    if word == "ID" && in_picture {
                        skip_picture(&mut lexer);
                    }
                    in_picture = word == "BI";
                    self.operator(&word, &operands, &mut resources, level)?;
                    operands.clear();
                    if self.lines.bytes > MOST_BYTES {
                        self.tell();
                    }
                }
                Token::End if lexer.at >= content.len() => return Ok(()),
                Token::End => lexer.at += 1,
                _ => {}
            }
        }
    }

    fn operator(
        &mut self,
        word: &str,
        operands: &[PdfValue],
        resources: &mut Resources,
        level: usize,
    ) -> Result<(), PdfError> {
        match word {
            "Tj" | "TJ" | "'" | "\"" => self.show_with(word, operands),
            "Tf" => self.font(operands, resources)?,
            "Do" => self.object(operands, resources, level)?,
            "gs" => self.graphics_state(operands, resources)?,
            "BDC" | "DP" => self.marked(operands, resources),
            "BI" => self.picture(),
            "f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*" => self.figures.shapes += 1,
            "q" if self.aside.len() < MOST_STATES => self.aside.push(self.state.clone()),
            "Q" => {
                if let Some(state) = self.aside.pop() {
                    self.state = state;
                }
            }
            _ => self.measure(word, operands),
        }
        Ok(())
    }

    /// Takes in an operator that moves or spaces.
    fn measure(&mut self, word: &str, operands: &[PdfValue]) {
        let given = |index: usize| operands.get(index).and_then(PdfValue::number);
        let first = given(0).unwrap_or(0.0);
        match word {
            "cm" => {
                if let Some(matrix) = matrix(operands) {
                    self.state.matrix = times(&matrix, &self.state.matrix);
                }
            }
            "BT" => (self.text_matrix, self.line_matrix) = (IDENTITY, IDENTITY),
            "Tm" => {
                if let Some(matrix) = matrix(operands) {
                    (self.text_matrix, self.line_matrix) = (matrix, matrix);
                }
            }
            "Td" | "TD" => {
                let down = given(1).unwrap_or(0.0);
                if word == "TD" {
                    self.state.leading = -down;
                }
                self.next_line(first, down);
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "TL" => self.state.leading = first,
            "Tc" => self.state.letter_space = first,
            "Tw" => self.state.word_space = first,
            "Tz" => self.state.stretch = first / 100.0,
            "Ts" => self.state.rise = first,
            _ => {}
        }
    }

    fn next_line(&mut self, right: f64, up: f64) {
        self.line_matrix = times(&[1.0, 0.0, 0.0, 1.0, right, up], &self.line_matrix);
        self.text_matrix = self.line_matrix;
    }

    fn show_with(&mut self, word: &str, operands: &[PdfValue]) {
        if word == "\"" {
            let given = |index: usize| operands.get(index).and_then(PdfValue::number);
            self.state.word_space = given(0).unwrap_or(0.0);
            self.state.letter_space = given(1).unwrap_or(0.0);
        }
        if word != "Tj" && word != "TJ" {
            self.next_line(0.0, -self.state.leading);
        }
        match operands.last() {
            Some(PdfValue::Text(bytes)) => self.show(bytes),
            Some(PdfValue::Array(pieces)) => {
                for piece in pieces {
                    match piece {
                        PdfValue::Text(bytes) => self.show(bytes),
                        PdfValue::Number(back) => {
                            let by = -back / 1000.0 * self.state.size * self.state.stretch;
                            self.advance(by);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn advance(&mut self, by: f64) {
        self.text_matrix = times(&[1.0, 0.0, 0.0, 1.0, by, 0.0], &self.text_matrix);
    }

    /// Shows a string in the font that is set.
    fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            self.figures.unknown += bytes.len() as u64;
            return;
        };
        let all = times(&self.text_matrix, &self.state.matrix);
        let (mut text, mut by, mut rest) = (String::new(), 0.0, bytes);
        while !rest.is_empty() {
            let letter = font.next(rest);
            match letter.letters {
                LetterText::Known(letters) => text.push_str(letters),
                LetterText::One(letter) => text.push(letter),
                LetterText::Guess(guess) => {
                    text.extend(guess);
                    self.figures.unknown += u64::from(font.has_words());
                }
            }
            let is_blank = letter.length == 1 && letter.code == 32;
            let space = if is_blank { self.state.word_space } else { 0.0 };
            by += (letter.width * self.state.size + self.state.letter_space + space)
                * self.state.stretch;
            rest = &rest[letter.length.max(1).min(rest.len())..];
        }
        self.figures.letters += text.chars().filter(|c| c.is_alphanumeric()).count() as u64;
        self.piece(text, &all, by, font.height);
        self.advance(by);
    }

    fn piece(&mut self, text: String, all: &Matrix, by: f64, height: f64) {
        let at = |x: f64| {
            let y = self.state.rise;
            (
                x * all[0] + y * all[2] + all[4],
                x * all[1] + y * all[3] + all[5],
            )
        };
        let length = all[0].hypot(all[1]);
        let way = if length > 0.0 && length.is_finite() {
            (all[0] / length, all[1] / length)
        } else {
            (1.0, 0.0)
        };
        if !text.is_empty() {
            self.lines.add(TextPiece {
                start: at(0.0),
                end: at(by),
                way,
                size: (self.state.size * height * all[2].hypot(all[3])).abs(),
                text,
            });
        }
    }

    fn font(&mut self, operands: &[PdfValue], resources: &mut Resources) -> Result<(), PdfError> {
        if let [PdfValue::Name(name), PdfValue::Number(size), ..] = operands {
            self.state.size = *size;
            if !resources.fonts.contains_key(name) {
                let value = resources.named(self.file, "Font", name).cloned();
                let font = match value {
                    Some(value) => self.load(&value)?,
                    None => None,
                };
                resources.fonts.insert(name.clone(), font);
            }
            self.state.font = resources.fonts.get(name).cloned().flatten();
        }
        Ok(())
    }

    fn load(&mut self, value: &PdfValue) -> Result<Option<Rc<PdfFont>>, PdfError> {
        let number = value.reference();
        if let Some(font) = number.and_then(|number| self.fonts.get(&number)) {
            return Ok(Some(Rc::clone(font)));
        }
        let Some(PdfValue::Dict(dict)) = self.file.resolve(value) else {
            return Ok(None);
        };
        let font = Rc::new(PdfFont::new(self.file, &dict)?);
        if self.fonts.len() >= MOST_FONTS {
            self.fonts.clear();
        }
        if let Some(number) = number {
            self.fonts.insert(number, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    /// Sets the font that a graphics state names.
    fn graphics_state(
        &mut self,
        operands: &[PdfValue],
        resources: &mut Resources,
    ) -> Result<(), PdfError> {
        let named = (operands.first().and_then(PdfValue::name)).and_then(|name| {
            self.file
                .dict(&self.file.dict(&resources.dict, "ExtGState")?, name)
        });
        let font = named.and_then(|state| self.file.get(&state, "Font"));
        if let Some(PdfValue::Array(both)) = font
            && let [font, PdfValue::Number(size)] = &both[..]
        {
            self.state.size = *size;
            self.state.font = self.load(font)?;
        }
        Ok(())
    }

    /// Tells what is to be read in place of what is shown.
    fn marked(&mut self, operands: &[PdfValue], resources: &mut Resources) {
        let named = match operands.get(1) {
            Some(PdfValue::Dict(dict)) => Some(dict.clone()),
            Some(PdfValue::Name(name)) => (resources.named(self.file, "Properties", name))
                .and_then(|value| self.file.resolve(value)?.dict().cloned()),
            _ => None,
        };
        for key in ["ActualText", "Alt", "E"] {
            if let Some(PdfValue::Text(bytes)) =
                named.as_ref().and_then(|dict| self.file.get(dict, key))
            {
                (self.visit)(Some(DocumentPart::Alternative), strings::decode(&bytes));
            }
        }
    }

    /// Takes in that a picture is shown.
    fn picture(&mut self) {
        let m = &self.state.matrix;
        let area = (m[0] * m[3] - m[1] * m[2]).abs();
        self.figures.picture = self.figures.picture.max(area);
    }

    /// Shows a picture or a form.
    fn object(
        &mut self,
        operands: &[PdfValue],
        resources: &mut Resources,
        level: usize,
    ) -> Result<(), PdfError> {
        let number = (operands.first().and_then(PdfValue::name))
            .and_then(|name| resources.named(self.file, "XObject", name)?.reference());
        let Some(id) = number.and_then(|number| self.file.latest(number)) else {
            return Ok(());
        };
        match self.file.object(id) {
            Some(PdfValue::Dict(dict)) if is(&dict, "Subtype", "Image") => self.picture(),
            Some(_) if level < MOST_FORMS && self.read.insert(id) => {
                return self.form(id, resources, level);
            }
            _ => {}
        }
        Ok(())
    }

    fn form(&mut self, id: EntryId, resources: &Resources, level: usize) -> Result<(), PdfError> {
        let Some((dict, StreamBytes::Bytes(bytes))) = self.file.stream(id)? else {
            return Ok(());
        };
        let own = self.file.dict(&dict, "Resources");
        let state = self.state.clone();
        let aside = std::mem::take(&mut self.aside);
        let texts = (self.text_matrix, self.line_matrix);
        let moved = self.file.get(&dict, "Matrix");
        if let Some(moved) = moved.as_ref().and_then(PdfValue::array).and_then(matrix) {
            self.state.matrix = times(&moved, &self.state.matrix);
        }
        self.run(
            &bytes,
            own.unwrap_or_else(|| resources.dict.clone()),
            level + 1,
        )?;
        (self.state, self.aside) = (state, aside);
        (self.text_matrix, self.line_matrix) = texts;
        Ok(())
    }
}

fn first_state() -> TextState {
    TextState {
        matrix: IDENTITY,
        font: None,
        size: 1.0,
        letter_space: 0.0,
        word_space: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
    }
}

fn matrix(operands: &[PdfValue]) -> Option<Matrix> {
    let numbers: Vec<f64> = operands.iter().filter_map(PdfValue::number).collect();
    numbers.try_into().ok()
}

/// Skips the bytes of a picture that is among the operators (8.9.7).
fn skip_picture(lexer: &mut Lexer<'_>) {
    let bytes = lexer.bytes;
    let mut from = lexer.at;
    while let Some(found) = bytes
        .get(from..)
        .and_then(|rest| memchr::memmem::find(rest, b"EI"))
    {
        let at = from + found;
        let before = at
            .checked_sub(1)
            .is_some_and(|before| is_blank(bytes[before]));
        let after = bytes.get(at + 2).is_none_or(|byte| is_blank(*byte));
        let plain = bytes
            .iter()
            .skip(at + 2)
            .take(8)
            .all(|b| b.is_ascii() && *b >= 9);
        if before && after && plain {
            lexer.at = at + 2;
            return;
        }
        from = at + 2;
    }
    lexer.at = bytes.len();
}
