//! A column whose cells are looked at as they pass by: how many of each kind, and where the first is.

use super::{DeclaredContacts, FieldHint, PersonalKind, scan};

/// How often a kind was found in a column, and where first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: PersonalKind,
    /// Cells that hold one or more.
    pub cells: u64,
    /// Where its first cell begins, as [`ColumnScan::take`] was told.
    pub first: CellStart,
}

/// Where a cell begins: the line of its row, with its file, and its offset in the decoded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellStart {
    /// The line's address.
    pub line: u64,
    /// Bytes of decoded text before the cell.
    pub start: u64,
}

/// The personal data in a column, as far as its cells have passed by. It keeps counts, and no cell.
#[derive(Debug, Clone, Default)]
pub struct ColumnScan {
    hint: FieldHint,
    declared: DeclaredContacts,
    counts: Vec<KindCount>,
}

impl ColumnScan {
    /// Returns the scan of a column whose name says this, in a portal with these contacts.
    pub fn new(hint: FieldHint, declared: DeclaredContacts) -> ColumnScan {
        ColumnScan {
            hint,
            declared,
            counts: Vec::new(),
        }
    }

    /// Takes in a cell.
    pub fn take(&mut self, cell: &str, at: impl FnOnce() -> CellStart) {
        let found = scan(cell, self.hint, &self.declared);
        if found.is_empty() {
            return;
        }
        let first = at();
        for (nth, one) in found.iter().enumerate() {
            if found[..nth].iter().any(|other| other.kind == one.kind) {
                continue;
            }
            match self.counts.iter_mut().find(|count| count.kind == one.kind) {
                Some(count) => count.cells += 1,
                None => self.counts.push(KindCount {
                    kind: one.kind,
                    cells: 1,
                    first,
                }),
            }
        }
    }

    /// Returns what was found, in the order in which kinds were first met.
    pub fn counts(&self) -> &[KindCount] {
        &self.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_cells_and_keeps_the_first_place() {
        let mut column = ColumnScan::default();
        for (line, cell) in ["none", "a@b.test, c@d.test", "e@f.test"]
            .iter()
            .enumerate()
        {
            let line = line as u64;
            column.take(cell, || CellStart { line, start: 7 });
        }
        let [count] = column.counts() else {
            panic!("{column:?}")
        };
        assert_eq!(
            (count.kind.id, count.cells, count.first.line),
            ("e-mail", 2, 1)
        );
    }
}
