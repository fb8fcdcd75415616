//! What is known of a sheet beside the values of its cells.

use super::super::code_formats::CodeFormat;
use super::super::links::CellLink;
use super::super::sheet_cells::{CellContent, SheetCell};
use super::super::shown_sheet::{CitedLines, CitedLinks, KnownRows, ShownSheet};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a workbook says of a sheet beside its values; rows and columns from 0.
#[derive(Default)]
pub(crate) struct SheetFacts {
    /// First and last of hidden columns that stand together.
    pub(crate) hidden_columns: Vec<(u32, u32)>,
    /// Hidden rows that hold something.
    pub(crate) hidden_rows: CitedLines,
    /// Whether a formula failed, and its cell holds the word of an error.
    pub(crate) has_errors: bool,
    /// Formulas that no value is stored with.
    pub(crate) formulas: CitedLines,
    /// Formulas that all come to 0, as programs write them that compute nothing.
    pub(crate) zeros: CitedLines,
    /// The rows below it that a cell covers.
    pub(crate) covers: BTreeMap<(u32, u32), u32>,
    /// Links behind cells, as many as are kept.
    pub(crate) links: BTreeMap<(u32, u32), CellLink>,
    /// Those that were not kept, being too many, by their columns.
    pub(crate) more_links: BTreeMap<u32, CitedLinks>,
    /// Words of errors that the reader of the values does not know, by the cells they stand in.
    pub(crate) odd_errors: BTreeMap<(u32, u32), Arc<str>>,
    /// Whether there are formulas, which may make links.
    pub(crate) has_formulas: bool,
    /// Formats of numbers that are codes, where the cells themselves do not say theirs.
    pub(crate) formats: BTreeMap<(u32, u32), Arc<CodeFormat>>,
}

impl std::fmt::Debug for SheetFacts {
    /// Nothing: they follow from the file's bytes, by whose hash a table is known.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Facts")
    }
}

impl SheetFacts {
    /// Returns what of them a message can be about before the rows are looked at.
    pub(crate) fn shown_sheet(&self) -> ShownSheet {
        let rows = KnownRows {
            hidden: self.hidden_rows.clone(),
            formulas: self.formulas.clone(),
            zeros: self.zeros.clone(),
        };
        ShownSheet::known(rows, &self.more_links)
    }

    /// Whether every row has to be looked at for what a message says of them.
    pub(crate) fn are_of_cells(&self) -> bool {
        self.has_errors
            || self.has_formulas
            || !(self.hidden_columns.is_empty()
                && self.covers.is_empty()
                && self.links.is_empty()
                && self.formats.is_empty())
    }

    /// Keeps a link behind a cell, as long as there are fewer than `most`; counts it otherwise.
    pub(crate) fn link(&mut self, at: (u32, u32), link: CellLink, most: usize) {
        if self.links.len() < most {
            self.links.entry(at).or_insert(link);
            return;
        }
        let (CellLink::Address(address) | CellLink::Computed(address)) = &link;
        self.more_links
            .entry(at.1)
            .or_default()
            .add(1, u64::from(at.0) + 1, address);
    }

    /// Whether a column is hidden.
    pub(crate) fn hides(&self, column: usize) -> bool {
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        self.hidden_columns
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// Returns a cell with what is known of it.
    pub(crate) fn cell(&self, at: (u32, u32), text: String, held: CellContent) -> SheetCell {
        let covers = if self.covers.is_empty() {
            0
        } else {
            self.covers.get(&at).copied().unwrap_or(0)
        };
        let link = if self.links.is_empty() {
            None
        } else {
            self.links.get(&at).cloned()
        };
        SheetCell {
            text,
            held,
            covers,
            link,
        }
    }
}
