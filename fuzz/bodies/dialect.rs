//! Text, to find its delimiter and quotes.
use tragaluz_tables::dialect::detect;
use tragaluz_tables::rows::{Row, Rows, TextRows};

/// Fails where what must hold does not.
pub fn run(text: &str) {
    let dialect = detect(text);
    let marks = [dialect.delimiter, dialect.quote, dialect.escape];
    assert!(marks.into_iter().flatten().all(|mark| mark.is_ascii()));
    let mut rows = TextRows::new(text.as_bytes(), &dialect);
    let mut row = Row::new();
    while let Ok(true) = rows.read(&mut row) {}
}
