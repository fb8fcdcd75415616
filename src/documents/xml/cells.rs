//! Cells of sheets: which of them are told, where a workbook's tables are read elsewhere.

use super::attributes::value;
use quick_xml::events::BytesStart;
use std::collections::BTreeSet;

/// Texts that cells share are told apart up to this number.
const MOST_TEXTS: usize = 50_000_000;

/// Which of the texts that cells share are used by cells that are read as tables.
#[derive(Debug, Default)]
pub(crate) struct SharedTexts {
    bits: Vec<u64>,
}

impl SharedTexts {
    fn add(&mut self, text: usize) {
        if text >= MOST_TEXTS {
            return;
        }
        if self.bits.len() <= text / 64 {
            self.bits.resize(text / 64 + 1, 0);
        }
        self.bits[text / 64] |= 1 << (text % 64);
    }

    fn contains(&self, text: usize) -> bool {
        let word = self.bits.get(text / 64).copied().unwrap_or(0);
        word >> (text % 64) & 1 == 1
    }
}

/// What of the cells in a part of a workbook is told.
pub(crate) enum SheetCells<'s> {
    /// There are none.
    None,
    /// Those of a sheet that is told.
    Sheet {
        /// Whether the cell that is open holds the number of a shared text.
        shared: bool,
    },
    /// Those of a sheet that is read as a table: only what is beside its values is told.
    Table {
        used: &'s mut SharedTexts,
        shared: bool,
    },
    /// The shared texts.
    Texts {
        used: &'s SharedTexts,
        /// How many have begun.
        begun: usize,
    },
    /// Tables of an OpenDocument, of which those with these names are read elsewhere.
    Open {
        tables: &'s [&'s str],
        /// Styles of tables that are not shown.
        hidden_styles: BTreeSet<String>,
        style: String,
        is_table: bool,
        is_hidden: bool,
        cell: usize,
    },
}

impl<'s> SheetCells<'s> {
    /// Returns the cells of an OpenDocument.
    pub(crate) fn open_document(tables: &'s [&'s str]) -> Self {
        SheetCells::Open {
            tables,
            hidden_styles: BTreeSet::new(),
            style: String::new(),
            is_table: false,
            is_hidden: false,
            cell: 0,
        }
    }

    pub(super) fn start(&mut self, name: &str, tag: &BytesStart<'_>) {
        match self {
            SheetCells::Sheet { shared } | SheetCells::Table { shared, .. } if name == "c" => {
                *shared = value(tag, "t").as_deref() == Some("s");
            }
            SheetCells::Texts { begun, .. } if name == "si" => *begun += 1,
            SheetCells::Open {
                tables,
                hidden_styles,
                style,
                is_table,
                is_hidden,
                cell,
            } => match name {
                "style" => *style = value(tag, "name").unwrap_or_default(),
                "table-properties" if value(tag, "display").as_deref() == Some("false") => {
                    hidden_styles.insert(style.clone());
                }
                "table" => {
                    let named = value(tag, "name").unwrap_or_default();
                    *is_table = tables.contains(&named.as_str());
                    let styled = value(tag, "style-name").unwrap_or_default();
                    *is_hidden = hidden_styles.contains(&styled);
                }
                "table-cell" | "covered-table-cell" => *cell += 1,
                _ => {}
            },
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if let SheetCells::Open {
            cell,
            is_table,
            is_hidden,
            ..
        } = self
        {
            match name {
                "table-cell" | "covered-table-cell" => *cell = cell.saturating_sub(1),
                "table" => (*is_table, *is_hidden) = (false, false),
                _ => {}
            }
        }
    }

    /// Whether these words of an element of this name are told.
    pub(super) fn tells(&mut self, parent: &str, words: &str) -> bool {
        match self {
            SheetCells::None => true,
            SheetCells::Sheet { shared } => !(*shared && parent == "v"),
            SheetCells::Table { used, shared } => {
                if *shared && parent == "v" {
                    used.add(words.trim().parse().unwrap_or(usize::MAX));
                }
                !matches!(parent, "v" | "t")
            }
            SheetCells::Texts { used, begun } => !used.contains(begun.wrapping_sub(1)),
            SheetCells::Open { is_table, cell, .. } => !(*is_table && *cell > 0),
        }
    }

    pub(super) fn skips_attributes(&self) -> bool {
        matches!(self, SheetCells::Open { is_table: true, cell, .. } if *cell > 0)
    }

    /// Whether the sheet that is open is not shown.
    pub(super) fn hidden(&self) -> bool {
        matches!(
            self,
            SheetCells::Open {
                is_hidden: true,
                ..
            }
        )
    }
}

/// Returns a whole number that is written as a power of ten in digits: `5.512345678E9` is a telephone.
pub(super) fn plain_number(written: &str) -> Option<String> {
    const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0;
    if !written.contains(['e', 'E']) {
        return None;
    }
    let number: f64 = written.trim().parse().ok()?;
    (number.fract() == 0.0 && number.abs() < LARGEST_EXACT).then(|| format!("{number:.0}"))
}
