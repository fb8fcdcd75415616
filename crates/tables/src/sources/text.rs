//! Delimited text: encoding, marks and header are found out. What is declared wins, unless the bytes contradict it.

use super::compression;
use crate::dialect::{self, DetectedDialect, TextDialect};
use crate::encoding::decode::Utf8Reader;
use crate::encoding::detected_encoding::{DetectedEncoding, EncodingCertainty};
use crate::finding::{Finding, codes};
use crate::limits::Limits;
use crate::place::Place;
use crate::rows::{
    BlankRows, BlankRuns, CellRanges, FixedRows, Row, RowKind, Rows, TextRows, WrappedRows,
    look_printed, printed_columns, ruled_columns,
};
use crate::schema::TableFile;
use crate::sources::source::{OpenedTable, SAMPLE_ROWS, SourceFormat};
use crate::table_stream::{PlacedText, TableStream};
use crate::unreadable::Unreadable;
use crate::{answers, encoding, received_file};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Bytes of decoded text that are looked at.
const SAMPLE: u64 = 1 << 20;

/// Delimited text, and text whose cells blanks divide.
pub(crate) struct DelimitedText;

impl SourceFormat for DelimitedText {
    fn endings(&self) -> &'static [&'static str] {
        &["csv", "tsv", "tab", "psv", "ssv", "txt"]
    }

    fn open(
        &self,
        root: &Path,
        resource: &TableFile,
        found: &mut Vec<Finding>,
    ) -> Result<OpenedTable, Unreadable> {
        let detected = encoding::detect(root, resource, found)?;
        let mut decoding = Utf8Reader::new(
            compression::open(root, &resource.path, &resource.limits)?,
            detected,
        )
        .take(SAMPLE);
        let mut sample = Vec::new();
        decoding.read_to_end(&mut sample)?;
        let sample = whole_lines(sample);
        if sample.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        if is_binary(&sample) {
            return Err(Unreadable::Binary);
        }
        answers::refuse(&sample)?;
        let detected_dialect = dialect::tell(&sample);
        let dialect = decided_dialect(&sample, &detected_dialect.dialect, resource, found);
        let division = division(&sample, &dialect)?;
        if dialect.delimiter.is_none() {
            undivided(&sample, &detected_dialect, &division, resource, found);
        }
        quotes_kept(&sample, &dialect, resource, found);
        let stream = TextStream {
            detected,
            dialect,
            division,
            limits: resource.limits,
        };
        let rows = first_rows(&sample, &stream)?;
        let is_printed = matches!(
            stream.division,
            CellDivision::Fixed(_) | CellDivision::Blanks(_)
        );
        let opened = OpenedTable::among(&rows, Arc::new(stream), resource, found);
        if is_printed {
            divided_by_blanks(&rows, &opened, resource, found);
        }
        Ok(opened)
    }
}

/// Text in an encoding and a dialect.
#[derive(Debug)]
struct TextStream {
    detected: DetectedEncoding,
    dialect: TextDialect,
    division: CellDivision,
    limits: Limits,
}

/// How lines are divided into cells.
#[derive(Debug, Clone)]
enum CellDivision {
    /// By delimiters.
    Marks,
    /// Each line is one cell in quotation marks, which holds the row in this dialect.
    Wrapped(TextDialect),
    /// Cells are at the same places of every line.
    Fixed(CellRanges),
    /// Runs of blanks divide every line alike.
    Blanks(BlankRuns),
}

impl TextStream {
    /// Returns the rows of decoded text.
    fn divide(&self, text: impl Read + Send + 'static) -> Box<dyn Rows> {
        match &self.division {
            CellDivision::Marks => {
                Box::new(TextRows::new(text, &self.dialect).within(&self.limits))
            }
            CellDivision::Wrapped(inner) => {
                let (inner, limits) = (inner.clone(), self.limits);
                let outer = TextRows::new(text, &self.dialect).within(&self.limits);
                Box::new(WrappedRows::new(
                    Box::new(outer),
                    Box::new(move |text: &str, row: &mut Row| {
                        TextRows::new(text.as_bytes(), &inner)
                            .within(&limits)
                            .read(row)
                    }),
                ))
            }
            CellDivision::Fixed(places) => {
                Box::new(FixedRows::new(self.lines(text), places.clone()))
            }
            CellDivision::Blanks(runs) => Box::new(BlankRows::new(self.lines(text), *runs)),
        }
    }

    /// Returns the lines of decoded text, in which quotation marks are letters like others.
    fn lines(&self, text: impl Read + Send + 'static) -> Box<dyn Rows> {
        let dialect = TextDialect {
            quote: None,
            ..self.dialect.clone()
        };
        Box::new(TextRows::new(text, &dialect).within(&self.limits))
    }
}

impl TableStream for TextStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        Ok(self.divide(Utf8Reader::new(
            compression::open(root, path, &self.limits)?,
            self.detected,
        )))
    }

    fn text(&self, root: &Path, path: &str) -> Result<Option<Box<dyn Read>>, Unreadable> {
        Ok(Some(Box::new(Utf8Reader::new(
            compression::open(root, path, &self.limits)?,
            self.detected,
        ))))
    }

    fn encoding(&self) -> Option<&'static str> {
        Some(self.detected.name())
    }

    fn placed_text(&self) -> Option<PlacedText> {
        Some(PlacedText {
            detected: self.detected,
            is_printed: matches!(
                self.division,
                CellDivision::Fixed(_) | CellDivision::Blanks(_)
            ),
            is_wrapped: matches!(self.division, CellDivision::Wrapped(_)),
        })
    }

    fn dialect(&self) -> Option<&TextDialect> {
        Some(&self.dialect)
    }
}

/// Whether a text holds what none does: one of a hundred characters is of those that steered teleprinters and are in no
/// text since. NUL, which pads fields, is not counted, nor are the marks of DOS and of text divided without letters.
fn is_binary(text: &str) -> bool {
    let found = text
        .bytes()
        .filter(|b| matches!(b, 0x01..=0x08 | 0x0E..=0x19 | 0x7F))
        .count();
    text.starts_with("%PDF-") || found > 2 && found * 100 > text.chars().count()
}

/// Returns the sample as text, without a last line that was cut.
fn whole_lines(mut sample: Vec<u8>) -> String {
    if sample.len() as u64 == SAMPLE {
        let end = sample
            .iter()
            .rposition(|b| matches!(b, b'\n' | b'\r'))
            .map_or(sample.len(), |at| at + 1);
        sample.truncate(end);
    }
    // Only a cut character can be malformed here: the stream is UTF-8.
    String::from_utf8_lossy(&sample).into_owned()
}

/// Returns the dialect of the file: what is declared over what is detected.
fn decided_dialect(
    sample: &str,
    detected: &TextDialect,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> TextDialect {
    let declared = &resource.dialect;
    let mut dialect = detected.clone();
    dialect.quote = ascii(declared.quote_char).or(dialect.quote);
    dialect.escape = ascii(declared.escape_char).or(dialect.escape);
    dialect.comment = declared
        .comment_char
        .clone()
        .filter(|c| !c.is_empty())
        .or(dialect.comment);
    let by_name = match received_file::ending(compression::inner_name(&resource.path)).as_str() {
        "tsv" | "tab" => Some(b'\t'),
        _ => None,
    };
    let Some(wanted) = ascii(declared.delimiter).or(by_name) else {
        return dialect;
    };
    if wanted_divides(sample, wanted) || detected.delimiter.is_none() {
        dialect.delimiter = Some(wanted);
    } else if declared.delimiter.is_some() {
        let finding =
            Finding::new(codes::DATA_DELIMITER_CONTRADICTED).at(Place::file(&resource.path));
        found.push(
            finding
                .arg("declared", shown(Some(wanted)))
                .arg("delimiter", shown(detected.delimiter)),
        );
    }
    dialect
}

/// Returns a declared mark as a byte; `None` where it is not of ASCII.
fn ascii(mark: Option<char>) -> Option<u8> {
    u8::try_from(mark?).ok().filter(u8::is_ascii)
}

fn shown(mark: Option<u8>) -> String {
    mark.map_or_else(String::new, |mark| {
        char::from(mark).escape_debug().to_string()
    })
}

/// Whether the declared delimiter is in the text at all.
fn wanted_divides(sample: &str, delimiter: u8) -> bool {
    sample.as_bytes().contains(&delimiter)
}

/// Returns how lines are divided that no delimiter divides.
fn division(sample: &str, dialect: &TextDialect) -> Result<CellDivision, Unreadable> {
    if dialect.delimiter.is_some() {
        return Ok(CellDivision::Marks);
    }
    let lines = filled_lines(sample);
    let quoted = lines.iter().skip(1).filter(|line| is_quoted(line)).count();
    if quoted > 0 && quoted * 10 >= (lines.len() - 1) * 9 {
        return wrapped(sample, dialect);
    }
    let lines: Vec<&str> = lines
        .into_iter()
        .filter(|line| !dialect::is_client_footer(line))
        .collect();
    Ok(printed(&lines).unwrap_or(CellDivision::Marks))
}

/// Returns the first lines of a text that are not blank.
fn filled_lines(sample: &str) -> Vec<&str> {
    sample
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(SAMPLE_ROWS)
        .collect()
}

fn is_quoted(line: &str) -> bool {
    line.len() > 2 && line.starts_with('"') && line.trim_end().ends_with('"')
}

/// Returns how lines are divided that are in quotation marks nearly all: by the marks within these, if there are any.
fn wrapped(sample: &str, dialect: &TextDialect) -> Result<CellDivision, Unreadable> {
    let stream = TextStream {
        detected: ASCII,
        dialect: dialect.clone(),
        division: CellDivision::Marks,
        limits: Limits::default(),
    };
    let rows = first_rows(sample, &stream)?;
    let inside: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.cell(0))
        .filter(|c| !c.contains('\n'))
        .collect();
    Ok(dialect::unwrapped(&inside).map_or(CellDivision::Marks, CellDivision::Wrapped))
}

/// Returns how lines are divided that are printed as a table: at places, or by runs of blanks.
fn printed(lines: &[&str]) -> Option<CellDivision> {
    let ruled = ruled_columns(lines);
    if let Some(ruled) = ruled.as_ref().filter(|ruled| ruled.is_exact) {
        return Some(CellDivision::Fixed(ruled.places.clone()));
    }
    let wide = BlankRuns::of(lines, 2);
    let places = printed_columns(lines)
        .filter(|places| wide.is_none_or(|runs| runs.width() <= places.starts.len() + 1));
    if let Some(places) = places.or(ruled.map(|ruled| ruled.places)) {
        return Some(CellDivision::Fixed(places));
    }
    BlankRuns::of(lines, 1).or(wide).map(CellDivision::Blanks)
}

/// Says that blanks divide the cells, and how the first row was read: whether a name goes on after a blank, only its
/// author knows.
fn divided_by_blanks(
    rows: &[Row],
    opened: &OpenedTable,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) {
    let body = rows
        .iter()
        .skip(usize::try_from(opened.body).unwrap_or(usize::MAX));
    let Some(row) = body
        .filter(|row| row.kind == RowKind::Cells && row.holds_something())
        .find(|row| row.len() > 1)
    else {
        return;
    };
    let cells = opened.columns.iter().zip(row.cells());
    let mut listed: Vec<String> = cells
        .map(|(column, cell)| format!("{} = {cell}", column.name))
        .take(MOST_CELLS)
        .collect();
    if opened.columns.len() > listed.len() {
        listed.push("…".to_owned());
    }
    let line = usize::try_from(row.line).unwrap_or(usize::MAX);
    let finding = Finding::new(codes::DATA_DIVIDED_BY_BLANKS).at(Place::line(&resource.path, line));
    found.push(finding.arg("cells", listed.join(" · ")));
}

/// Cells of a row that a message shows.
const MOST_CELLS: usize = 12;

/// Says that a text was taken to have one column although something in it could divide its lines: a mark, or places that
/// were meant for cells.
fn undivided(
    sample: &str,
    detected_dialect: &DetectedDialect,
    division: &CellDivision,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) {
    if !matches!(division, CellDivision::Marks) {
        return;
    }
    let finding = Finding::new(codes::DATA_ONE_COLUMN).at(Place::file(&resource.path));
    if let Some(mark) = detected_dialect.undivided {
        found.push(finding.arg("what", "mark").arg("mark", shown(Some(mark))));
    } else if look_printed(&filled_lines(sample)) {
        found.push(finding.arg("what", "places").arg("mark", ""));
    }
}

/// Says that quotation marks were taken to be a part of the text, and where the first of them are.
fn quotes_kept(
    sample: &str,
    dialect: &TextDialect,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) {
    if dialect.quote.is_some()
        || dialect.delimiter.is_none()
        || resource.dialect.quote_char.is_some()
    {
        return;
    }
    let lines = (1..)
        .zip(sample.lines())
        .filter(|(_, line)| line.contains('"'));
    let numbers: Vec<usize> = lines
        .map(|(number, _)| number)
        .take(MOST_LINES + 1)
        .collect();
    let Some(first) = numbers.first() else { return };
    let mut listed = numbers
        .iter()
        .take(MOST_LINES)
        .map(usize::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    if numbers.len() > MOST_LINES {
        listed.push_str(", …");
    }
    let finding = Finding::new(codes::DATA_QUOTES_KEPT).at(Place::line(&resource.path, *first));
    found.push(finding.arg("lines", listed));
}

/// Line numbers that a message lists.
const MOST_LINES: usize = 10;

const ASCII: DetectedEncoding = DetectedEncoding {
    encoding: encoding_rs::UTF_8,
    certainty: EncodingCertainty::Ascii,
};

fn first_rows(sample: &str, stream: &TextStream) -> Result<Vec<Row>, Unreadable> {
    let mut reader = stream.divide(std::io::Cursor::new(sample.as_bytes().to_vec()));
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
