//! Finding what is where among a table's rows: one reading, which ends where nothing more is asked for.

use crate::outline::{GroupStart, KeyRange, RowOutline, SplitRows, ValueGroups, ValueRows};
use crate::rows::Row;
use crate::table::Table;
use crate::unreadable::Unreadable;
use std::collections::{BTreeMap, BTreeSet};

/// Characters of a key's cell that are kept.
const LONGEST_KEY: usize = 40;

/// What is asked of a table's rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutlineRequest {
    /// Indexes of the columns by which readers know a row.
    pub key: Vec<usize>,
    /// Rows in each part.
    pub part_rows: u64,
    /// Most parts of the table.
    pub most_parts: usize,
    /// Columns by which rows may be grouped; the first that groups them is taken.
    pub group_columns: Vec<usize>,
    /// Most values of a column of groups, and of the column that rows are split by.
    pub most_values: usize,
    /// The column to split rows by.
    pub split: Option<usize>,
    /// Most parts of a value's rows.
    pub most_value_parts: usize,
}

impl Table {
    /// Finds what is where among the rows.
    ///
    /// # Errors
    /// When the file can no longer be read.
    pub fn outline(&self, asked: &OutlineRequest) -> Result<RowOutline, Unreadable> {
        let mut records = self.records()?;
        let mut reading = OutlineReading::new(self, asked);
        while reading.wants_rows() {
            match records.next_row()? {
                Some(row) => reading.take(row),
                None => break,
            }
        }
        Ok(reading.finish())
    }
}

struct OutlineReading<'a> {
    table: &'a Table,
    asked: &'a OutlineRequest,
    whole: PartKeys,
    groups: Vec<GroupWatch>,
    split: Option<BTreeMap<String, PartKeys>>,
    /// The cells of the row's key.
    cells: Vec<String>,
}

impl<'a> OutlineReading<'a> {
    fn new(table: &'a Table, asked: &'a OutlineRequest) -> OutlineReading<'a> {
        OutlineReading {
            table,
            asked,
            whole: PartKeys::new(asked.part_rows, asked.most_parts),
            groups: (asked.group_columns.iter())
                .map(|column| GroupWatch::new(*column))
                .collect(),
            split: asked.split.map(|_| BTreeMap::new()),
            cells: vec![String::new(); asked.key.len()],
        }
    }

    fn wants_rows(&self) -> bool {
        self.split.is_some() || !self.whole.is_full()
    }

    fn take(&mut self, row: &Row) {
        for (column, cell) in self.asked.key.iter().zip(&mut self.cells) {
            key_cell(self.table, row, *column, cell);
        }
        if !self.whole.is_full() {
            let most = self.asked.most_values;
            for group in &mut self.groups {
                group.take(row, self.whole.rows, most);
            }
            self.groups.retain(|group| group.is_grouped);
            self.whole.take(&self.cells);
        }
        self.take_split(row);
    }

    fn take_split(&mut self, row: &Row) {
        let (Some(split), Some(column)) = (&mut self.split, self.asked.split) else {
            return;
        };
        let cell = row.cell(column).unwrap_or_default();
        let value = cell.trim();
        if value.is_empty() || self.table.columns[column].is_missing(cell) {
            return;
        }
        if !split.contains_key(value) {
            if split.len() == self.asked.most_values {
                self.split = None;
                return;
            }
            let parts = PartKeys::new(self.asked.part_rows, self.asked.most_value_parts);
            split.insert(value.to_owned(), parts);
        }
        if let Some(parts) = split.get_mut(value) {
            parts.take(&self.cells);
        }
    }

    fn finish(self) -> RowOutline {
        let grouped = self.groups.into_iter().find(|g| g.starts.len() > 1);
        let asked = self.asked.split;
        let split = asked.zip(self.split).map(|(column, values)| {
            let values = values.into_iter().map(|(value, parts)| ValueRows {
                value,
                name: String::new(),
                rows: parts.rows,
                parts: parts.ranges,
            });
            SplitRows {
                column,
                values: values.collect(),
                has_files: false,
            }
        });
        RowOutline {
            key: self.asked.key.clone(),
            part_rows: self.asked.part_rows,
            parts: self.whole.ranges,
            groups: grouped.map(|group| ValueGroups {
                column: group.column,
                starts: group.starts,
            }),
            split,
        }
    }
}

/// Writes a key's cell; empty where it has no value.
fn key_cell(table: &Table, row: &Row, column: usize, out: &mut String) {
    out.clear();
    let cell = row.cell(column).unwrap_or_default();
    if cell.trim().is_empty() || table.columns[column].is_missing(cell) {
        return;
    }
    let mut characters = cell.trim().chars();
    out.extend((&mut characters).take(LONGEST_KEY));
    if characters.next().is_some() {
        out.push('…');
    }
}

/// The keys at the edges of equal parts.
struct PartKeys {
    part_rows: u64,
    most: usize,
    rows: u64,
    ranges: Vec<KeyRange>,
}

impl PartKeys {
    fn new(part_rows: u64, most: usize) -> PartKeys {
        PartKeys {
            part_rows: part_rows.max(1),
            most,
            rows: 0,
            ranges: Vec::new(),
        }
    }

    fn is_full(&self) -> bool {
        self.rows >= self.part_rows.saturating_mul(self.most as u64)
    }

    /// Counts a row, and notes its key unless all parts are full.
    fn take(&mut self, key: &[String]) {
        if !self.is_full() {
            if self.rows.is_multiple_of(self.part_rows) {
                self.ranges.push(KeyRange {
                    first: key.to_vec(),
                    last: Vec::new(),
                });
            }
            if let Some(range) = self.ranges.last_mut() {
                key.clone_into(&mut range.last);
            }
        }
        self.rows += 1;
    }
}

/// A column by which rows may be grouped.
struct GroupWatch {
    column: usize,
    seen: BTreeSet<String>,
    starts: Vec<GroupStart>,
    is_grouped: bool,
}

impl GroupWatch {
    fn new(column: usize) -> GroupWatch {
        GroupWatch {
            column,
            seen: BTreeSet::new(),
            starts: Vec::new(),
            is_grouped: true,
        }
    }

    fn take(&mut self, row: &Row, at: u64, most: usize) {
        let value = row.cell(self.column).unwrap_or_default().trim();
        if (self.starts.last()).is_some_and(|start| start.value == value) {
            return;
        }
        self.is_grouped =
            !value.is_empty() && self.starts.len() < most && self.seen.insert(value.to_owned());
        self.starts.push(GroupStart {
            value: value.to_owned(),
            row: at,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standalone::profile_file;

    #[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
    fn outline(text: &str, asked: &OutlineRequest) -> RowOutline {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("towns.csv");
        std::fs::write(&path, text).expect("a file");
        let table = profile_file(&path, None, &mut Vec::new()).expect("read");
        table.expect("a table").outline(asked).expect("an outline")
    }

    fn asked() -> OutlineRequest {
        OutlineRequest {
            key: vec![0, 1],
            part_rows: 2,
            most_parts: 2,
            group_columns: vec![1, 0],
            most_values: 3,
            split: Some(0),
            most_value_parts: 1,
        }
    }

    #[test]
    fn parts_know_the_keys_at_their_edges_and_values_the_row_where_they_begin() {
        let rows = "state,year,n\nA,1,5\nA,2,5\nB,1,5\nB,2,5\nC,1,5\n,1,5\n";
        let found = outline(rows, &asked());
        let edges: Vec<[String; 2]> = (found.parts.iter())
            .map(|part| [part.first.join(" "), part.last.join(" ")])
            .collect();
        assert_eq!(
            edges,
            [["A 1", "A 2"], ["B 1", "B 2"]].map(|edge| edge.map(str::to_owned))
        );
        let groups = found.groups.expect("grouped by state");
        let starts: Vec<(&str, u64)> = (groups.starts.iter())
            .map(|start| (start.value.as_str(), start.row))
            .collect();
        assert_eq!((groups.column, starts), (0, vec![("A", 0), ("B", 2)]));
        let split = found.split.expect("split by state");
        let values: Vec<(&str, u64, usize)> = (split.values.iter())
            .map(|v| (v.value.as_str(), v.rows, v.parts.len()))
            .collect();
        assert_eq!(values, [("A", 2, 1), ("B", 2, 1), ("C", 1, 1)]);
    }

    #[test]
    fn a_value_that_comes_back_groups_nothing_and_too_many_split_nothing() {
        let rows = "state,year,n\nA,1,5\nB,1,5\nA,2,5\nB,2,5\n";
        let found = outline(
            rows,
            &OutlineRequest {
                most_values: 1,
                most_parts: 9,
                ..asked()
            },
        );
        assert_eq!((found.groups, found.split), (None, None));
        assert_eq!(found.parts.len(), 2);
    }
}
