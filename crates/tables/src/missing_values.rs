//! Cell texts that mean "no value".

/// Whether a cell's text is one of these, of which there nearly always is one: nothing at all.
#[inline]
pub(crate) fn is_one_of(missing_values: &[String], cell: &str) -> bool {
    match missing_values {
        [only] if only.is_empty() => cell.is_empty(),
        all => all.iter().any(|mark| mark == cell),
    }
}
