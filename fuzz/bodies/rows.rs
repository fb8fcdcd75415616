//! Text, as rows.
use tragaluz_tables::dialect::TextDialect;
use tragaluz_tables::rows::{Row, Rows, TextRows};

/// Fails where what must hold does not.
pub fn run(text: &str) {
    let mut rows = TextRows::new(text.as_bytes(), &TextDialect::default());
    let (mut row, mut bytes) = (Row::new(), 0);
    while let Ok(true) = rows.read(&mut row) {
        bytes += row.cells().map(str::len).sum::<usize>();
    }
    if !text.contains('"') {
        assert_eq!(
            bytes,
            text.bytes()
                .filter(|b| !matches!(b, b',' | b'\r' | b'\n'))
                .count()
        );
    }
}
