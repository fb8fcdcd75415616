//! A workbook of Office Open XML (ECMA-376) that is written as rows come, sheet by sheet. Its parts are ours, so that
//! its sheets are packed by all cores ([`BlockPacker`]) and no row is held in memory.

mod cells;
mod escape;
mod layout;
mod parts;
mod shared_texts;

use super::block_packer::BlockPacker;
use super::spreadsheet_cells::SpreadsheetCell;
use cells::RowMarkup;
use parts::SheetName;
use shared_texts::WorkbookTexts;
use std::io::{self, Write};

pub(crate) use layout::{FilteredPart, SheetLayout};

/// Bytes of a sheet that are gathered before they are handed on.
const GATHERED: usize = 64 * 1024;

/// Bytes of a part that needs the ZIP's longer form of sizes, and of one that does not.
const LONG_PART: u64 = u64::MAX;
const SHORT_PART: u64 = 0;

/// A workbook on its way.
pub(crate) struct WorkbookDraft {
    packer: BlockPacker,
    part_size: u64,
    sheets: Vec<SheetName>,
    open: Option<SheetLayout>,
    texts: WorkbookTexts,
    xml: String,
    row: RowMarkup,
}

impl WorkbookDraft {
    /// Begins a workbook of so many sheets; `is_long` where one of them may need the ZIP's longer form of sizes.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn new(sheets: usize, is_long: bool) -> io::Result<WorkbookDraft> {
        let mut packer = BlockPacker::new()?;
        // Who tells a file by its first bytes looks for this part.
        packer.whole("[Content_Types].xml", &parts::content_types(sheets))?;
        Ok(WorkbookDraft {
            packer,
            part_size: if is_long { LONG_PART } else { SHORT_PART },
            sheets: Vec::with_capacity(sheets),
            open: None,
            texts: WorkbookTexts::default(),
            xml: String::new(),
            row: RowMarkup::default(),
        })
    }

    /// Begins the next sheet, whose name is ready to be written.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn begin_sheet(&mut self, name: &str, layout: SheetLayout) -> io::Result<()> {
        self.end_sheet()?;
        self.sheets.push(SheetName {
            name: name.to_owned(),
            filtered: layout.filtered,
        });
        let part = format!("xl/worksheets/sheet{}.xml", self.sheets.len());
        self.packer.entry(&part, self.part_size)?;
        parts::push_sheet_head(&mut self.xml, &layout, self.sheets.len() == 1);
        self.texts.begin_sheet();
        self.row = RowMarkup::default();
        self.open = Some(layout);
        Ok(())
    }

    /// Begins the next row.
    pub(crate) fn begin_row(&mut self) {
        self.row.begin(&mut self.xml);
    }

    /// Writes a cell in the column at this place of the row; cells of a row come in their order.
    #[inline]
    pub(crate) fn cell(&mut self, at: usize, cell: SpreadsheetCell<'_>) {
        self.row.push(&mut self.xml, &mut self.texts, at, cell);
    }

    /// Writes a bold text.
    pub(crate) fn head(&mut self, at: usize, text: &str) {
        self.row.push_head(&mut self.xml, &mut self.texts, at, text);
    }

    /// Ends the row.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn end_row(&mut self) -> io::Result<()> {
        self.row.end(&mut self.xml);
        if self.xml.len() >= GATHERED {
            self.hand_on()?;
        }
        Ok(())
    }

    /// Writes the other parts, and the workbook to `out`.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn finish(mut self, out: &mut dyn Write) -> io::Result<()> {
        self.end_sheet()?;
        let texts = std::mem::take(&mut self.texts).into_part();
        let packer = &mut self.packer;
        packer.whole("xl/sharedStrings.xml", &texts)?;
        packer.whole("xl/workbook.xml", &parts::workbook(&self.sheets))?;
        let relations = parts::workbook_relations(self.sheets.len());
        packer.whole("xl/_rels/workbook.xml.rels", &relations)?;
        packer.whole("xl/styles.xml", &parts::styles())?;
        packer.whole("_rels/.rels", parts::RELATIONS)?;
        packer.whole("docProps/app.xml", parts::APPLICATION)?;
        packer.whole("docProps/core.xml", parts::PROPERTIES)?;
        self.packer.finish(out)
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        let Some(layout) = self.open.take() else {
            return Ok(());
        };
        parts::push_sheet_foot(&mut self.xml, &layout);
        self.hand_on()
    }

    fn hand_on(&mut self) -> io::Result<()> {
        self.packer.write_all(self.xml.as_bytes())?;
        self.xml.clear();
        Ok(())
    }
}
