//! Telling the delimiter, quotation mark and other marks of a file from its beginning.
//!
//! Each candidate reads the sample, and the one whose rows are alike and whose cells look like values wins: the
//! product of both, after van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type
//! patterns" (2019).

use super::TextDialect;
use super::shape::{CellShape, shape};
use super::single_column::is_single;
use crate::rows::{Row, RowKind, Rows, TextRows};
use crate::unreadable::Unreadable;
use std::collections::BTreeMap;

const DELIMITERS: [u8; 7] = [b',', b';', b'\t', b'|', b':', b'^', b'~'];
/// Rows of the sample that are looked at.
const ROWS: usize = 400;
/// Below this a file is taken to have one column.
const LEAST_SCORE: f64 = 0.05;
/// How much better a later candidate must be: the earlier ones are far more common.
const CLEARLY: f64 = 1.05;

/// What was told of a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetectedDialect {
    /// The delimiter, the quote and the other marks.
    pub(crate) dialect: TextDialect,
    /// A mark that divides cells elsewhere and is in this text, which was taken to be one column.
    pub(crate) undivided: Option<u8>,
}

/// Tells the marks of a sample, which is the beginning of the file, cut at a line's end when `cut`.
pub fn detect(sample: &str) -> TextDialect {
    tell(sample).dialect
}

/// Tells the marks of a sample, and what else its marks could have meant.
pub fn tell(sample: &str) -> DetectedDialect {
    let trials = trials(sample);
    // Where one reading alone is what RFC 4180 allows, with as many cells in each row, it is that one.
    let mut strict = trials.iter().filter(|trial| trial.is_strict());
    let only = strict.next().filter(|_| strict.next().is_none());
    let best = only.or_else(|| {
        let mut best: Option<&DialectTrial> = None;
        for trial in &trials {
            if trial.score > best.map_or(LEAST_SCORE, |best| best.score * CLEARLY) {
                best = Some(trial);
            }
        }
        best
    });
    let Some(best) = best else {
        return DetectedDialect {
            dialect: whole_lines(sample),
            undivided: None,
        };
    };
    match best
        .dialect
        .delimiter
        .filter(|delimiter| is_single(&best.rows, *delimiter))
    {
        Some(mark) => DetectedDialect {
            dialect: whole_lines(sample),
            undivided: Some(mark),
        },
        None => DetectedDialect {
            dialect: best.dialect.clone(),
            undivided: None,
        },
    }
}

/// The marks of a text of one column. Quotation marks are a part of it where they are around words and not around lines.
fn whole_lines(sample: &str) -> TextDialect {
    let dialect = TextDialect {
        delimiter: None,
        comment: comment_mark(sample, None),
        ..TextDialect::default()
    };
    let around =
        |line: &str| line.len() > 1 && line.starts_with('"') && line.trim_end().ends_with('"');
    let is_torn = DialectTrial::of(sample, dialect.clone()).is_torn;
    let quote = dialect
        .quote
        .filter(|_| !is_torn || sample.lines().take(ROWS).any(around));
    TextDialect { quote, ..dialect }
}

/// What each candidate makes of the sample.
fn trials(sample: &str) -> Vec<DialectTrial> {
    let mut trials = Vec::new();
    for delimiter in DELIMITERS {
        if !sample.as_bytes().contains(&delimiter) || delimiter == b':' && tells_time(sample) {
            continue;
        }
        for quote in [b'"', b'\''] {
            if quote == b'\'' && !quotes_cells(sample, delimiter) {
                continue;
            }
            let dialect = TextDialect {
                delimiter: Some(delimiter),
                quote: Some(quote),
                escape: escape_mark(sample, quote, delimiter),
                comment: comment_mark(sample, Some(delimiter)),
                skip_blanks: blanks_before_quotes(sample, delimiter, quote),
                trim: delimiter == b'|' && is_ruled(sample),
            };
            let trial = DialectTrial::of(sample, dialect);
            let bare = trial.without_quotes(sample);
            trials.push(bare.unwrap_or(trial));
        }
    }
    if let Some(trial) = divided_by_blanks(sample, &trials) {
        trials.push(trial);
    }
    trials
}

/// Cells in quotation marks that single blanks divide, as R writes them where it is not told otherwise; only where nothing
/// else divides the text.
fn divided_by_blanks(sample: &str, trials: &[DialectTrial]) -> Option<DialectTrial> {
    if !sample.contains("\" ") && !sample.contains(" \"")
        || trials.iter().any(|trial| trial.divides_alike())
    {
        return None;
    }
    let dialect = TextDialect {
        delimiter: Some(b' '),
        ..TextDialect::default()
    };
    Some(DialectTrial::of(sample, dialect)).filter(DialectTrial::is_strict)
}

/// What a candidate makes of the sample.
struct DialectTrial {
    dialect: TextDialect,
    rows: Vec<Row>,
    /// How much alike the rows are, times how many cells look like values.
    score: f64,
    /// Whether each row is as RFC 4180 has it, some of whose cells are in quotation marks.
    is_plain: bool,
    /// Whether a quotation mark is where none should, or is never closed.
    is_torn: bool,
}

impl DialectTrial {
    fn of(sample: &str, dialect: TextDialect) -> DialectTrial {
        let mut trial = DialectTrial {
            dialect,
            rows: Vec::new(),
            score: 0.0,
            is_plain: true,
            is_torn: false,
        };
        let mut reader = TextRows::new(sample.as_bytes(), &trial.dialect);
        let mut quoted = false;
        while trial.rows.len() < ROWS {
            let mut row = Row::new();
            match reader.read(&mut row) {
                Ok(true) => {
                    trial.is_torn |= row.stray_quote;
                    if !row.is_blank() && row.kind == RowKind::Cells {
                        let delimiter = trial.dialect.delimiter.unwrap_or(b'\n');
                        trial.is_plain &= row.received(delimiter).is_some();
                        quoted |= row.quoted().next().is_some();
                    }
                    trial.rows.push(row);
                }
                Ok(false) => break,
                // It divides the text, into more cells than there can be: that is said when the rows are read.
                Err(Unreadable::TooWide { .. }) => {
                    trial.score = f64::MAX;
                    break;
                }
                Err(_) => {
                    trial.is_torn = true;
                    break;
                }
            }
        }
        trial.is_plain &= quoted && !trial.is_torn;
        trial.score = trial.score.max(score(&trial.rows));
        trial
    }

    /// Rows of cells that hold something.
    fn filled_rows(&self) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .filter(|row| row.kind == RowKind::Cells && !row.is_blank())
    }

    /// Whether every row has the same number of cells, more than one; a header may lack the name of the first column.
    fn divides_alike(&self) -> bool {
        let width = self
            .filled_rows()
            .nth(1)
            .or(self.filled_rows().next())
            .map_or(0, Row::len);
        let header = self.filled_rows().next().map_or(0, Row::len);
        width > 1
            && (header == width || header + 1 == width)
            && self.filled_rows().skip(1).all(|row| row.len() == width)
    }

    /// Whether RFC 4180 allows this reading, quotation marks and all.
    fn is_strict(&self) -> bool {
        self.is_plain && self.filled_rows().nth(1).is_some() && self.divides_alike()
    }

    /// The reading in which quotation marks are a part of the text, where this one is torn and that one has as many cells in
    /// each row: `1|"wxyz|a`, where a mark represents inches or has been left over.
    fn without_quotes(&self, sample: &str) -> Option<DialectTrial> {
        if !self.is_torn || self.dialect.quote != Some(b'"') {
            return None;
        }
        let bare = DialectTrial::of(
            sample,
            TextDialect {
                quote: None,
                escape: None,
                skip_blanks: false,
                ..self.dialect.clone()
            },
        );
        let (mut whole, mut open) = (0, 0);
        for cell in bare.filled_rows().flat_map(Row::cells) {
            let is_around = cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
            // Opened and not closed, or closed within: `"wxyz`, `"Quijote" annotated`.
            let is_broken = cell.starts_with('"') || cell.matches('"').count() % 2 == 1;
            whole += usize::from(is_around);
            open += usize::from(is_broken && !is_around);
        }
        (bare.divides_alike() && open > whole).then_some(bare)
    }
}

/// How much alike the rows are, times how many cells look like values.
fn score(all: &[Row]) -> f64 {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut cells, mut known) = (0.0, 0.0);
    let mut rows = 0;
    for row in all.iter().filter(|row| !row.is_blank()) {
        rows += 1;
        *widths.entry(row.len()).or_default() += 1;
        for cell in row.cells() {
            cells += 1.0;
            known += match shape(cell) {
                CellShape::Text => 0.0,
                CellShape::Word | CellShape::Blank => 0.8,
                CellShape::Number | CellShape::Date => 1.0,
            };
        }
    }
    let divided: usize = widths.range(2..).map(|(_, n)| n).sum();
    if divided * 3 < rows.max(1) {
        return 0.0;
    }
    #[allow(clippy::cast_precision_loss, reason = "counts of a sample's rows")]
    let pattern: f64 = widths
        .iter()
        .map(|(width, n)| *n as f64 * (*width as f64 - 1.0) / *width as f64)
        .sum::<f64>()
        / widths.len() as f64;
    pattern * (known / cells + 0.001)
}

/// Whether lines are drawn between rows: `+----+----+`, `|----|----|`, `-----+-----`.
fn is_ruled(sample: &str) -> bool {
    sample
        .split(['\n', '\r'])
        .take(ROWS)
        .map(str::trim)
        .any(is_drawn_between_rows)
}

fn is_drawn_between_rows(line: &str) -> bool {
    line.len() > 4
        && line.contains("---")
        && line.contains(['+', '|'])
        && line
            .bytes()
            .all(|b| matches!(b, b'+' | b'-' | b'=' | b'|' | b':' | b' '))
}

/// Whether half of the colons or more are between digits, or before `//`: they are in times and addresses.
fn tells_time(sample: &str) -> bool {
    let (mut colons, mut within) = (0, 0);
    for (at, _) in sample.match_indices(':') {
        let (before, after) = (&sample[..at], &sample[at + 1..]);
        let is_in_time = before.ends_with(|c: char| c.is_ascii_digit())
            && after.starts_with(|c: char| c.is_ascii_digit());
        colons += 1;
        within += usize::from(is_in_time || after.starts_with("//"));
    }
    within * 2 >= colons
}

/// Whether cells begin and end with an apostrophe that is right beside a delimiter, and at least twice.
fn quotes_cells(sample: &str, delimiter: u8) -> bool {
    let d = char::from(delimiter);
    sample.matches(&format!("'{d}'")).count() >= 2 && !sample.contains('"')
}

/// A backslash before a quotation mark that closes nothing: quotes are escaped, not doubled.
fn escape_mark(sample: &str, quote: u8, delimiter: u8) -> Option<u8> {
    let bytes = sample.as_bytes();
    let escaped = bytes.windows(3).any(|w| {
        w[0] == b'\\'
            && w[1] == quote
            && w[2] != delimiter
            && w[2] != quote
            && !matches!(w[2], b'\n' | b'\r')
    });
    escaped.then_some(b'\\')
}

/// Whether quotation marks open after a delimiter and blanks: `1, "6,000"`.
fn blanks_before_quotes(sample: &str, delimiter: u8, quote: u8) -> bool {
    let bytes = sample.as_bytes();
    let mut at = 0;
    while let Some(n) = bytes[at..].iter().position(|b| *b == quote) {
        let here = at + n;
        let before = bytes[..here].iter().rposition(|b| *b != b' ');
        let blanks = before.is_some_and(|b| b + 1 < here && bytes[b] == delimiter);
        let content = bytes
            .get(here + 1)
            .is_some_and(|b| *b != delimiter && *b != b'\n');
        if blanks && content && !inside_quotes(&bytes[..here], quote) {
            return true;
        }
        at = here + 1;
    }
    false
}

fn inside_quotes(before: &[u8], quote: u8) -> bool {
    before.iter().filter(|b| **b == quote).count() % 2 == 1
}

/// `#`, where lines begin with it that are not rows of the table: they have another number of delimiters.
fn comment_mark(sample: &str, delimiter: Option<u8>) -> Option<String> {
    let (commented, rows): (Vec<&str>, Vec<&str>) = sample
        .split(['\n', '\r'])
        .filter(|line| !line.trim().is_empty())
        .take(ROWS)
        .partition(|line| line.starts_with('#'));
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(delimiters(row, delimiter)).or_default() += 1;
    }
    let usual = counts.into_iter().max_by_key(|(_, n)| *n)?.0;
    let are_comments = commented
        .iter()
        .all(|line| delimiters(line, delimiter) != usual || usual == 0 && line.starts_with("# "));
    (!commented.is_empty() && are_comments).then(|| "#".to_owned())
}

/// Counts the delimiters of a line; one between quotation marks divides nothing.
fn delimiters(line: &str, delimiter: Option<u8>) -> usize {
    let outside = line.split('"').step_by(2);
    outside
        .map(|part| part.bytes().filter(|b| Some(*b) == delimiter).count())
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter(sample: &str) -> Option<char> {
        detect(sample).delimiter.map(char::from)
    }

    #[test]
    fn delimiters() {
        assert_eq!(delimiter("a,b\n1,2\n"), Some(','));
        assert_eq!(delimiter("a;b\n1,5;2,5\n"), Some(';'));
        assert_eq!(delimiter("city:pop\nOslo:9686\n"), Some(':'));
        assert_eq!(delimiter("when,x\n10:00:00,1\n11:00:00,2\n"), Some(','));
        assert_eq!(delimiter("when\n10:00:00\n11:00:00\n"), None);
        assert_eq!(delimiter("name\nGarcía, Ana\nLópez\nPérez\n"), None);
        assert_eq!(delimiter("a|b\n1,2|3\n4,5|6\n"), Some('|'));
    }

    #[test]
    fn other_marks() {
        assert!(detect("1, \"6,000\", x\n2, \"7,000\", y").skip_blanks);
        assert!(!detect("1,\" \"\"N\"\"\"\n").skip_blanks);
        assert_eq!(
            detect("\"\\\"Big\\\" Jim\";1987\n\"x\";1988").escape,
            Some(b'\\')
        );
        assert_eq!(
            detect("# one\na,b\n1,2\n# three, four, five\n")
                .comment
                .as_deref(),
            Some("#")
        );
        assert_eq!(detect("#id,b\n#1,2\n").comment, None);
    }
}
