//! Delimited text: encoding, marks and header are found out. What is declared wins, unless the bytes contradict it.

use super::{Opened, Source, Stream, packing};
use crate::data::decode::{self, Certainty, Decoding, Detected};
use crate::data::dialect::{self, Dialect};
use crate::data::fault::Unreadable;
use crate::data::received;
use crate::data::rows::{Row, Rows, TextRows};
use crate::diag::{Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use encoding_rs::UTF_8;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Bytes of decoded text that are looked at.
const SAMPLE: u64 = 1 << 20;
/// Rows of it.
const SAMPLE_ROWS: usize = 500;

/// Delimited text.
pub struct Text;

impl Source for Text {
    fn endings(&self) -> &'static [&'static str] {
        &["csv", "tsv", "tab", "psv", "ssv", "txt"]
    }

    fn open(&self, root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Opened, Unreadable> {
        let detected = encoding(root, resource, found)?;
        let mut decoding = Decoding::new(packing::open(root, &resource.path)?, detected).take(SAMPLE);
        let mut sample = Vec::new();
        decoding.read_to_end(&mut sample)?;
        let sample = whole_lines(sample);
        if sample.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        let dialect = marks(&sample, resource, found);
        let rows = first_rows(&sample, &dialect)?;
        Ok(Opened::among(&rows, Arc::new(TextStream { detected, dialect }), resource, found))
    }
}

/// Text in an encoding, with its marks.
#[derive(Debug)]
struct TextStream {
    detected: Detected,
    dialect: Dialect,
}

impl Stream for TextStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let text = Decoding::new(packing::open(root, path)?, self.detected);
        Ok(Box::new(TextRows::new(text, &self.dialect)))
    }

    fn text(&self, root: &Path, path: &str) -> Result<Option<Box<dyn Read>>, Unreadable> {
        Ok(Some(Box::new(Decoding::new(packing::open(root, path)?, self.detected))))
    }

    fn encoding(&self) -> Option<&'static str> {
        Some(self.detected.encoding.name())
    }

    fn dialect(&self) -> Option<&Dialect> {
        Some(&self.dialect)
    }
}

/// The sample as text, without a last line that was cut.
fn whole_lines(mut sample: Vec<u8>) -> String {
    if sample.len() as u64 == SAMPLE {
        let end = sample.iter().rposition(|b| matches!(b, b'\n' | b'\r')).map_or(sample.len(), |at| at + 1);
        sample.truncate(end);
    }
    // Only a cut character can be malformed here: the stream is UTF-8.
    String::from_utf8_lossy(&sample).into_owned()
}

fn encoding(root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Detected, Unreadable> {
    let label = resource.encoding.as_deref();
    let declared = label.and_then(decode::by_label);
    let detected = decode::detect(declared, || packing::open(root, &resource.path).map_err(std::io::Error::other))?;
    let name = detected.encoding.name();
    let finding = |code| Diagnostic::new(code).at(Place::file(&resource.path)).arg("encoding", name);
    let agrees = declared.is_none_or(|d| d == detected.encoding) || detected.certainty == Certainty::Ascii;
    if let Some(label) = label.filter(|_| !agrees) {
        found.push(finding(&codes::DATA_ENCODING_CONTRADICTED).arg("declared", label));
    } else if detected.certainty == Certainty::Guessed {
        found.push(finding(&codes::DATA_ENCODING_GUESSED));
    } else if detected.encoding != UTF_8 {
        found.push(finding(&codes::DATA_NOT_UTF8));
    }
    if detected.encoding != UTF_8 || detected.certainty == Certainty::Damaged {
        let malformed = Decoding::new(packing::open(root, &resource.path)?, detected).count_malformed()?;
        if malformed > 0 {
            found.push(finding(&codes::DATA_CHARACTERS_LOST).arg("count", malformed));
        }
    }
    Ok(detected)
}

/// The marks of the file: declared ones over detected ones.
fn marks(sample: &str, resource: &Resource, found: &mut Vec<Diagnostic>) -> Dialect {
    let declared = &resource.dialect;
    let byte = |c: Option<char>| c.and_then(|c| u8::try_from(c).ok()).filter(u8::is_ascii);
    let detected = dialect::detect(sample);
    let mut dialect = detected.clone();
    dialect.quote = byte(declared.quote_char).or(dialect.quote);
    dialect.escape = byte(declared.escape_char).or(dialect.escape);
    dialect.comment = declared.comment_char.clone().filter(|c| !c.is_empty()).or(dialect.comment);
    let by_name = match received::ending(packing::inner_name(&resource.path)).as_str() {
        "tsv" | "tab" => Some(b'\t'),
        _ => None,
    };
    let Some(wanted) = byte(declared.delimiter).or(by_name) else { return dialect };
    if wanted_divides(sample, wanted) || detected.delimiter.is_none() {
        dialect.delimiter = Some(wanted);
    } else if declared.delimiter.is_some() {
        let shown = |b: Option<u8>| b.map_or_else(String::new, |b| char::from(b).escape_debug().to_string());
        let finding = Diagnostic::new(&codes::DATA_DELIMITER_CONTRADICTED).at(Place::file(&resource.path));
        found.push(finding.arg("declared", shown(Some(wanted))).arg("delimiter", shown(detected.delimiter)));
    }
    dialect
}

/// Whether the declared delimiter stands in the text at all.
fn wanted_divides(sample: &str, delimiter: u8) -> bool {
    sample.as_bytes().contains(&delimiter)
}

fn first_rows(sample: &str, dialect: &Dialect) -> Result<Vec<Row>, Unreadable> {
    let mut reader = TextRows::new(sample.as_bytes(), dialect);
    let mut rows = Vec::new();
    while rows.len() < SAMPLE_ROWS {
        let mut row = Row::new();
        match reader.read(&mut row) {
            Ok(true) => rows.push(row),
            // A quotation mark that is open at the sample's end may be closed further on.
            Ok(false) | Err(Unreadable::Unclosed { .. }) => break,
            Err(other) => return Err(other),
        }
    }
    Ok(rows)
}
