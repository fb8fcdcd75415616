//! Delimited text: encoding, marks and header are found out. What is declared wins, unless the bytes contradict it.

use super::{Opened, Source, Stream, packing};
use crate::data::columns;
use crate::data::decode::{self, Certainty, Decoding, Detected};
use crate::data::dialect::{self, Dialect, Layout, Wanted};
use crate::data::fault::Unreadable;
use crate::data::received;
use crate::data::rows::{Row, RowKind, Rows, TextRows};
use crate::diag::{Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use encoding_rs::{Encoding, UTF_8};
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
        let encoding = encoding(root, resource, found)?.encoding;
        let mut decoding = Decoding::new(packing::open(root, &resource.path)?, encoding).take(SAMPLE);
        let mut sample = Vec::new();
        decoding.read_to_end(&mut sample)?;
        let sample = whole_lines(sample);
        if sample.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        let dialect = marks(&sample, resource, found);
        let rows = first_rows(&sample, &dialect)?;
        let layout = dialect::lay_out(&rows, wanted(resource));
        let header = header_cells(&rows, &layout);
        let width = rows[layout.body.min(rows.len())..].iter().map(Row::len).max().unwrap_or(0).max(1);
        Ok(Opened {
            columns: columns::plan(header.as_deref(), width, resource, found),
            header_rows: layout.header.iter().map(|at| *at as u64).collect(),
            body: layout.body as u64,
            repeatable: repeatable(&rows, &layout),
            stream: Arc::new(TextStream { encoding, dialect }),
        })
    }
}

/// Text in this encoding, with these marks.
#[derive(Debug)]
struct TextStream {
    encoding: &'static Encoding,
    dialect: Dialect,
}

impl Stream for TextStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let text = Decoding::new(packing::open(root, path)?, self.encoding);
        Ok(Box::new(TextRows::new(text, &self.dialect)))
    }

    fn text(&self, root: &Path, path: &str) -> Result<Option<Box<dyn Read>>, Unreadable> {
        Ok(Some(Box::new(Decoding::new(packing::open(root, path)?, self.encoding))))
    }

    fn encoding(&self) -> Option<&'static str> {
        Some(self.encoding.name())
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

/// What the resource says of its header.
pub(super) fn wanted(resource: &Resource) -> Wanted<'_> {
    match (&resource.dialect.header_rows, resource.dialect.header) {
        (_, Some(false)) => Wanted::NoHeader,
        (Some(rows), _) => Wanted::Rows(rows),
        (None, Some(true)) => Wanted::Header,
        (None, None) if !resource.schema.fields.is_empty() => Wanted::Header,
        (None, None) => Wanted::Anything,
    }
}

/// The rows above the table that would be known again among its rows: those of two cells or more.
pub(super) fn repeatable(rows: &[Row], layout: &Layout) -> Vec<Vec<String>> {
    let above = rows.iter().take(layout.body).filter(|row| row.kind == RowKind::Cells && row.filled() > 1);
    above.map(|row| row.cells().map(str::to_owned).collect()).collect()
}

/// The names of the header, those of several rows joined.
pub(super) fn header_cells(rows: &[Row], layout: &Layout) -> Option<Vec<String>> {
    let header: Vec<&Row> = layout.header.iter().filter_map(|at| rows.get(*at)).collect();
    let width = header.iter().map(|row| row.len()).max()?;
    let joined = |column| {
        let parts: Vec<&str> = header.iter().filter_map(|r| r.cell(column)).filter(|c| !c.trim().is_empty()).collect();
        if header.len() == 1 { header[0].cell(column).unwrap_or("").to_owned() } else { parts.join(" ") }
    };
    Some((0..width).map(joined).collect())
}
