//! Sheets of workbooks that are read as a stream, one after the other: the format of each is told by what opens it.

use super::sheet_cells::{CellRows, FinishPlan, FinishedRows, SheetRow};
use super::shown_sheet::{ScanExtent, SheetOpener, ShownSheet};
use crate::finding::Finding;
use crate::limits::Limits;
use crate::rows::Rows;
use crate::schema::TableFile;
use crate::sources::source::{OpenedTable, SourceFormat, TableList};
use crate::table_stream::TableStream;
use crate::unreadable::Unreadable;
use std::marker::PhantomData;
use std::path::Path;
use std::sync::Arc;

/// The sheets of a workbook, one after the other, each with its rows.
pub(crate) trait Sheets: CellRows {
    /// Passes over what is left of this sheet, to the next one, and gives its name.
    ///
    /// # Errors
    /// When the file is damaged.
    fn next_sheet(&mut self) -> Result<Option<String>, Unreadable>;

    /// Passes over what is left of this sheet, and says whether its author hid it.
    ///
    /// # Errors
    /// When the file is damaged.
    fn end_sheet(&mut self) -> Result<bool, Unreadable>;
}

/// Returns the sheets that hold something.
fn held_in(sheets: &mut dyn Sheets) -> Result<TableList, Unreadable> {
    let (mut listed, mut row) = (TableList::default(), SheetRow::default());
    while let Some(name) = sheets.next_sheet()? {
        let mut filled = false;
        while !filled && sheets.read_cells(&mut row)? {
            filled = row.cells.iter().any(|cell| !cell.text.trim().is_empty());
        }
        let hidden = sheets.end_sheet()?;
        if filled {
            if hidden {
                &mut listed.hidden
            } else {
                &mut listed.tables
            }
            .push(name);
        }
    }
    Ok(listed)
}

/// A sheet that was found, and its reader, which is before its first row.
struct ChosenSheet<S> {
    /// Its place among the sheets, from 0.
    place: usize,
    name: String,
    sheets: S,
}

/// Finds the sheet that a resource asks for, by its name or its number from 1; else the first.
fn choose_sheet<S: Sheets>(
    open: impl Fn() -> Result<S, Unreadable>,
    resource: &TableFile,
) -> Result<ChosenSheet<S>, Unreadable> {
    let wanted = resource.dialect.sheet.as_deref();
    let (mut sheets, mut names) = (open()?, Vec::new());
    while let Some(name) = sheets.next_sheet()? {
        if wanted.is_none_or(|wanted| wanted == name) {
            return Ok(ChosenSheet {
                place: names.len(),
                name,
                sheets,
            });
        }
        names.push(name);
    }
    let place = sheet_wanted(&names, resource)?;
    let mut sheets = open()?;
    go_to(&mut sheets, place)?;
    Ok(ChosenSheet {
        place,
        name: names.swap_remove(place),
        sheets,
    })
}

/// Goes to the sheet at this place, from 0.
fn go_to(sheets: &mut dyn Sheets, place: usize) -> Result<(), Unreadable> {
    for _ in 0..=place {
        sheets.next_sheet()?.ok_or(Unreadable::Empty)?;
    }
    Ok(())
}

/// Returns the place of the sheet that a resource asks for, by its name or its number from 1; else the first.
///
/// # Errors
/// When there is none.
pub(crate) fn sheet_wanted(names: &[String], resource: &TableFile) -> Result<usize, Unreadable> {
    let Some(wanted) = resource.dialect.sheet.as_deref() else {
        return Ok(0);
    };
    let place = names
        .iter()
        .position(|name| name == wanted)
        .or_else(|| sheet_number(wanted).filter(|at| *at < names.len()));
    place.ok_or_else(|| Unreadable::Packed {
        cause: "no-sheet",
        detail: format!("{wanted} ({})", names.join(", ")),
    })
}

/// Parses the number of a sheet from 1, and returns it from 0.
fn sheet_number(text: &str) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1)
}

/// A format whose sheets are read as a stream.
pub(crate) trait SheetFormat: std::fmt::Debug + Send + Sync + 'static {
    /// What its files' names end with, and the formats that a resource may declare.
    const ENDINGS: &'static [&'static str];

    /// Reader of its sheets, one after the other.
    type Reader: Sheets + 'static;

    /// Opens a file before its first sheet.
    ///
    /// # Errors
    /// When it cannot be read.
    fn open(root: &Path, path: &str, limits: &Limits) -> Result<Self::Reader, Unreadable>;
}

impl<F: SheetFormat> SourceFormat for F {
    fn endings(&self) -> &'static [&'static str] {
        F::ENDINGS
    }

    fn list_tables(&self, root: &Path, resource: &TableFile) -> Result<TableList, Unreadable> {
        held_in(&mut F::open(root, &resource.path, &resource.limits)?)
    }

    fn open(
        &self,
        root: &Path,
        resource: &TableFile,
        found: &mut Vec<Finding>,
    ) -> Result<OpenedTable, Unreadable> {
        let limits = resource.limits;
        let mut chosen = choose_sheet(|| F::open(root, &resource.path, &limits), resource)?;
        let opening = SheetOpener {
            name: &chosen.name,
            resource,
            extent: ScanExtent::Whole,
            shown: ShownSheet::default(),
        };
        opening.open(
            &mut chosen.sheets,
            |plan| SheetStream::<F> {
                sheet: chosen.place,
                limits,
                plan,
                format: PhantomData,
            },
            found,
        )
    }
}

/// A sheet of a file.
#[derive(Debug)]
struct SheetStream<F> {
    /// The number of the sheet, from 0.
    sheet: usize,
    limits: Limits,
    plan: Arc<FinishPlan>,
    format: PhantomData<F>,
}

impl<F: SheetFormat> TableStream for SheetStream<F> {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let mut rows = F::open(root, path, &self.limits)?;
        go_to(&mut rows, self.sheet)?;
        Ok(Box::new(FinishedRows::new(rows, &self.plan)))
    }

    fn has_columns(&self) -> bool {
        true
    }

    fn has_sparse_rows(&self) -> bool {
        true
    }
}
