//! Telling the delimiter, quotation mark and other marks of a file from its beginning.
//!
//! Each candidate reads the sample, and the one whose rows are alike and whose cells look like values wins: the
//! product of both, after van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type
//! patterns" (2019).

use super::Dialect;
use super::shape::{Shape, shape};
use crate::data::rows::{Row, Rows, TextRows};
use std::collections::BTreeMap;

const DELIMITERS: [u8; 7] = [b',', b';', b'\t', b'|', b':', b'^', b'~'];
/// Rows of the sample that are looked at.
const ROWS: usize = 400;
/// Below this a file is taken to have one column.
const LEAST_SCORE: f64 = 0.05;
/// How much better a later candidate must be: the earlier ones are far more common.
const CLEARLY: f64 = 1.05;

/// Tells the marks of a sample, which is the beginning of the file, cut at a line's end when `cut`.
pub fn detect(sample: &str) -> Dialect {
    let mut best: Option<(f64, Dialect)> = None;
    for delimiter in DELIMITERS {
        if !sample.as_bytes().contains(&delimiter) || delimiter == b':' && tells_time(sample) {
            continue;
        }
        for quote in [b'"', b'\''] {
            if quote == b'\'' && !quotes_cells(sample, delimiter) {
                continue;
            }
            let dialect = Dialect {
                delimiter: Some(delimiter),
                quote: Some(quote),
                escape: escape_mark(sample, quote, delimiter),
                comment: comment_mark(sample, Some(delimiter)),
                skip_blanks: blanks_before_quotes(sample, delimiter, quote),
                trim: delimiter == b'|' && is_ruled(sample),
            };
            let score = score(sample, &dialect);
            if score > best.as_ref().map_or(LEAST_SCORE, |(s, _)| s * CLEARLY) {
                best = Some((score, dialect));
            }
        }
    }
    best.map_or_else(
        || Dialect { delimiter: None, comment: comment_mark(sample, None), ..Dialect::default() },
        |(_, dialect)| dialect,
    )
}

/// How much alike the rows are, times how many cells look like values.
fn score(sample: &str, dialect: &Dialect) -> f64 {
    let mut reader = TextRows::new(sample.as_bytes(), dialect);
    let mut row = Row::new();
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut cells, mut known) = (0.0, 0.0);
    let mut rows = 0;
    while rows < ROWS && matches!(reader.read(&mut row), Ok(true)) {
        if row.is_blank() {
            continue;
        }
        rows += 1;
        *widths.entry(row.len()).or_default() += 1;
        for cell in row.cells() {
            cells += 1.0;
            known += match shape(cell) {
                Shape::Text => 0.0,
                Shape::Word | Shape::Blank => 0.8,
                Shape::Number | Shape::Date => 1.0,
            };
        }
    }
    let divided: usize = widths.range(2..).map(|(_, n)| n).sum();
    if divided * 3 < rows.max(1) {
        return 0.0;
    }
    #[allow(clippy::cast_precision_loss)]
    let pattern: f64 = widths.iter().map(|(width, n)| *n as f64 * (*width as f64 - 1.0) / *width as f64).sum::<f64>()
        / widths.len() as f64;
    pattern * (known / cells + 0.001)
}

/// Whether lines are drawn between rows: `+----+----+`, `|----|----|`, `-----+-----`.
fn is_ruled(sample: &str) -> bool {
    let drawn = |line: &str| {
        let line = line.trim();
        line.len() > 4
            && line.contains("---")
            && line.contains(['+', '|'])
            && line.bytes().all(|b| matches!(b, b'+' | b'-' | b'=' | b'|' | b':' | b' '))
    };
    sample.split(['\n', '\r']).take(ROWS).any(drawn)
}

/// Whether half of the colons or more stand between digits, or before `//`: they are in times and addresses.
fn tells_time(sample: &str) -> bool {
    let bytes = sample.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let colons = bytes.iter().filter(|b| **b == b':').count();
    let inside = |at: usize| digit(at.checked_sub(1)) && digit(Some(at + 1)) || bytes[at + 1..].starts_with(b"//");
    let within = (0..bytes.len()).filter(|at| bytes[*at] == b':' && inside(*at)).count();
    within * 2 >= colons
}

/// Whether cells begin and end with an apostrophe that stands right beside a delimiter, and at least twice.
fn quotes_cells(sample: &str, delimiter: u8) -> bool {
    let d = char::from(delimiter);
    sample.matches(&format!("'{d}'")).count() >= 2 && !sample.contains('"')
}

/// A backslash before a quotation mark that closes nothing: quotes are escaped, not doubled.
fn escape_mark(sample: &str, quote: u8, delimiter: u8) -> Option<u8> {
    let bytes = sample.as_bytes();
    let escaped = bytes.windows(3).any(|w| {
        w[0] == b'\\' && w[1] == quote && w[2] != delimiter && w[2] != quote && !matches!(w[2], b'\n' | b'\r')
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
        let content = bytes.get(here + 1).is_some_and(|b| *b != delimiter && *b != b'\n');
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
    let marks = |line: &str| line.bytes().filter(|b| Some(*b) == delimiter).count();
    let lines = || sample.split(['\n', '\r']).filter(|l| !l.trim().is_empty()).take(ROWS);
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    lines().filter(|l| !l.starts_with('#')).for_each(|l| *counts.entry(marks(l)).or_default() += 1);
    let usual = counts.into_iter().max_by_key(|(_, n)| *n)?.0;
    let mut commented = lines().filter(|l| l.starts_with('#')).peekable();
    commented.peek()?;
    commented.all(|l| marks(l) != usual || usual == 0 && l.starts_with("# ")).then(|| "#".to_owned())
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
        assert_eq!(detect("\"\\\"Big\\\" Jim\";1987\n\"x\";1988").escape, Some(b'\\'));
        assert_eq!(detect("# one\na,b\n1,2\n# three, four, five\n").comment.as_deref(), Some("#"));
        assert_eq!(detect("#id,b\n#1,2\n").comment, None);
    }
}
