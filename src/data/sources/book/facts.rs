//! What is known of a sheet beside the values of its cells.

use super::super::cells::{Held, SheetCell};
use super::super::marks::{Lines, Marks};
use super::super::shown::CodeFormat;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a workbook says of a sheet beside its values; rows and columns from 0.
#[derive(Default)]
pub struct Facts {
    /// First and last of hidden columns that stand together.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Hidden rows that hold something.
    pub hidden_rows: Lines,
    /// Whether a formula failed.
    pub has_errors: bool,
    /// Formulas that no value is stored with.
    pub formulas: Lines,
    /// The rows below it that a cell covers.
    pub covers: BTreeMap<(u32, u32), u32>,
    /// Addresses of links.
    pub links: BTreeMap<(u32, u32), Arc<str>>,
    /// Formats of numbers that are codes, where the cells themselves do not say theirs.
    pub formats: BTreeMap<(u32, u32), Arc<CodeFormat>>,
}

impl std::fmt::Debug for Facts {
    /// Nothing: they follow from the file's bytes, by whose hash a table is known.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Facts")
    }
}

impl Facts {
    /// What of them a message can be about before the rows are looked at.
    pub fn marks(&self) -> Marks {
        Marks::known(self.hidden_rows.clone(), self.formulas.clone())
    }

    /// Whether every row has to be looked at for what a message says of them.
    pub fn are_of_cells(&self) -> bool {
        self.has_errors
            || !(self.hidden_columns.is_empty()
                && self.covers.is_empty()
                && self.links.is_empty()
                && self.formats.is_empty())
    }

    /// Whether a column is hidden.
    pub fn hides(&self, column: usize) -> bool {
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// A cell with what is known of it.
    pub fn cell(&self, at: (u32, u32), text: String, held: Held) -> SheetCell {
        let covers = if self.covers.is_empty() { 0 } else { self.covers.get(&at).copied().unwrap_or(0) };
        let link = if self.links.is_empty() { None } else { self.links.get(&at).cloned() };
        SheetCell { text, held, covers, link }
    }
}
