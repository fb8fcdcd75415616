//! Rows that a stray quotation mark has joined: the text of one cell is then made of whole rows.

use crate::dialect::TextDialect;
use crate::rows::Row;

/// Whether each line of a row that goes on over several has as many delimiters as a row of its own. In a table of two columns,
/// where a sentence has as many, none of them may be followed by a blank.
pub(crate) fn holds_rows(row: &Row, marks: &TextDialect) -> bool {
    let (Some(delimiter), width) = (marks.delimiter.map(char::from), row.len()) else {
        return false;
    };
    let mut lines = vec![0];
    for (at, cell) in row.cells().enumerate() {
        if at > 0 {
            *lines.last_mut().unwrap_or(&mut 0) += 1;
        }
        let mut parts = cell.split('\n');
        let first = parts.next().unwrap_or("");
        *lines.last_mut().unwrap_or(&mut 0) += first.matches(delimiter).count();
        lines.extend(parts.map(|part| part.matches(delimiter).count()));
    }
    let spaced = width == 2
        && row
            .cells()
            .any(|cell| cell.contains(&format!("{delimiter} ")));
    width > 1
        && lines.len() > 1
        && !spaced
        && lines.iter().all(|delimiters| delimiters + 1 == width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_the_delimiters_of_a_row() {
        let joined = |cells: &[&str]| {
            holds_rows(&Row::of(1, cells.iter().copied()), &TextDialect::default())
        };
        assert!(joined(&["1", "abc,x\n2,b,c\n3,d", "e"]));
        assert!(joined(&["1", "abc,x\n2,b", "e"]) && joined(&["1", "abc\n2,b"]));
        assert!(
            !joined(&["1", "Calle 3\nCol. Centro", "e"])
                && !joined(&["1", "so it is,\nor not", "e"])
        );
        assert!(!joined(&["1", "so it is\nhere, there"]));
    }
}
