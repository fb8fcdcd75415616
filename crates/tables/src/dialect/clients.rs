//! What programs that ask databases write around a table.

/// What rows are called in them.
const ROWS: &[&str] = &[
    "row",
    "rows",
    "row(s)",
    "record",
    "records",
    "record(s)",
    "fila",
    "filas",
    "fila(s)",
    "registro",
    "registros",
    "registro(s)",
    "renglones",
    "tupla",
    "tuplas",
    "zeilen",
    "lignes",
    "linhas",
];
/// What was done with them.
const DONE: &[&str] = &[
    "affected",
    "selected",
    "returned",
    "fetched",
    "in",
    "retrieved",
    "processed",
    "exported",
    "afectada",
    "afectadas",
    "afectada(s)",
    "seleccionada",
    "seleccionadas",
    "seleccionados",
    "devueltas",
    "recuperadas",
    "en",
    "betroffen",
    "affectées",
    "afetadas",
    "exportadas",
    "exportados",
];

/// Whether a text is the line in which a database client says how many rows it has written: `(3 rows affected)`, `3 rows in
/// set (0.00 sec)`, `3 filas seleccionadas.`; or when it was done.
pub(crate) fn is_client_footer(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    if ["completion time:", "hora de finalización:", "time taken:"]
        .iter()
        .any(|words| lower.starts_with(words))
    {
        return true;
    }
    if text.len() > 60 || !text.starts_with(|c: char| c == '(' || c.is_ascii_digit()) {
        return false;
    }
    let in_brackets = lower.starts_with('(') && lower.ends_with(')');
    let inner = lower.trim_start_matches('(').trim_end_matches('.');
    let inner = if in_brackets {
        inner.trim_end_matches(')')
    } else {
        inner
    };
    let mut words = inner.split_whitespace();
    let counts = words.next().is_some_and(|word| {
        word.bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
    });
    // The last bracket of `row(s)` may have been taken for that of the line.
    let named = words.next().is_some_and(|word| {
        ROWS.iter()
            .any(|row| *row == word || row.trim_end_matches(')') == word)
    });
    match words.next() {
        None => counts && named && (in_brackets || text.ends_with('.')),
        Some(done) => counts && named && DONE.contains(&done.trim_end_matches([')', ',', '.'])),
    }
}

#[cfg(test)]
mod tests {
    use super::is_client_footer;

    #[test]
    fn counts_of_rows_are_no_rows() {
        for line in [
            "(3 rows affected)",
            "(1 row(s) affected)",
            "(3 filas afectadas)",
            "(3 rows)",
            "(1 fila)",
            "3 rows in set (0.00 sec)",
            "1 row in set, 1 warning (0,01 sec)",
            "3 rows selected.",
            "12 filas seleccionadas.",
            "  3 record(s) selected.",
            "(1,234 rows affected)",
            "(3 registros)",
            "3 row(s) returned",
            "Completion time: 2024-05-02T10:11:12.0",
        ] {
            assert!(is_client_footer(line), "{line}");
        }
        for line in [
            "3 rows",
            "3",
            "(a) rows",
            "12 registros nuevos",
            "(3 niños)",
            "rows affected",
            "3 rows of seats",
        ] {
            assert!(!is_client_footer(line), "{line}");
        }
    }
}
