//! Tables of a dataset that have the same columns.

use crate::text::free::FreeNames;
use std::collections::BTreeMap;
use tragaluz_tables::{Column, Table, Tables};

/// At least two tables of a dataset whose columns have the same names and, as published, the same types, in any order.
#[derive(Debug, Clone)]
pub(crate) struct AlikeSet<'t> {
    /// The tables, in the order of the dataset.
    pub(crate) tables: Vec<&'t Table>,
}

impl AlikeSet<'_> {
    /// Returns the name of the column that tells which table a row came from, in a file of all of them: no other has it, by
    /// whatever case.
    pub(crate) fn name_of_source(&self) -> String {
        let taken = self.tables.iter().flat_map(|table| &table.columns);
        let mut names = FreeNames::of(taken.map(|column| column.name.to_lowercase()));
        names.give("table", "_")
    }

    /// Returns how many rows they have together.
    pub(crate) fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// Returns the sets of tables of a dataset that are alike, in the order of their first.
pub(crate) fn alike_tables<'t>(tables: &'t Tables, dataset: &str) -> Vec<AlikeSet<'t>> {
    sets_of(tables.of(dataset))
}

/// Returns the sets of tables that are alike among those of one dataset.
pub(crate) fn sets_of<'t>(tables: impl Iterator<Item = &'t Table>) -> Vec<AlikeSet<'t>> {
    let mut shapes: BTreeMap<String, Vec<(usize, AlikeSet<'t>)>> = BTreeMap::new();
    for (at, table) in tables.enumerate() {
        let columns = sorted(table);
        let names = columns.iter();
        let shape: String = names
            .map(|c| format!("{}\t{}\n", c.name, c.kind.id()))
            .collect();
        // Where types have the same names, they may still be written in several ways.
        let written = shapes.entry(shape).or_default();
        match written
            .iter_mut()
            .find(|(_, set)| is_written_like(&columns, set.tables[0]))
        {
            Some((_, set)) => set.tables.push(table),
            None => written.push((
                at,
                AlikeSet {
                    tables: vec![table],
                },
            )),
        }
    }
    let mut sets: Vec<_> = shapes.into_values().flatten().collect();
    sets.retain(|(_, set)| set.tables.len() > 1);
    sets.sort_by_key(|(first, _)| *first);
    sets.into_iter().map(|(_, set)| set).collect()
}

/// Returns the columns of a table by their names.
fn sorted(table: &Table) -> Vec<&Column> {
    let mut columns: Vec<&Column> = table.columns.iter().collect();
    columns.sort_by(|a, b| a.name.cmp(&b.name));
    columns
}

/// Returns whether the columns of a table with the same names are written as these are in the published files.
fn is_written_like(columns: &[&Column], table: &Table) -> bool {
    let others = sorted(table);
    let mut pairs = columns.iter().zip(&others);
    !columns.is_empty() && pairs.all(|(a, b)| a.published == b.published)
}
