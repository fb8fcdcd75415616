//! XLS, whose reader believes what a file says of itself: it makes room for as many cells as the sheet's dimensions state,
//! for the whole rectangle between a sheet's outermost cells, and follows chains of sectors wherever they lead. So a file
//! is looked through first, and what is handed on is the workbook's own stream, in a container of our own, without its
//! statements of size and what of it is damaged. Records are those of [MS-XLS] 2.4.

use super::xls_sound;
use super::xls_stream::{BOUND_SHEET, MUL_RK, XlsRecord, part_records, records, short};
use crate::limits::{Limit, Limits};
use crate::unreadable::Unreadable;
use calamine::{Reader, Xls};
use cfb::{CompoundFile, Version};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};
use tragaluz_disk::DiskFile;

/// Bytes of memory that a cell of the rectangle takes: its value, and the text of its formula.
const CELL: u64 = 56;
/// Blank cells that are always allowed for each one that holds something.
const BLANKS_A_CELL: u64 = 4;

const DIMENSIONS: u16 = 0x0200;
/// Records of one cell: formula, label of shared strings, rich label, number, label, truth or error, number in four
/// bytes.
const CELLS: &[u16] = &[0x0006, 0x00FD, 0x00D6, 0x0203, 0x0204, 0x0205, 0x027E];

/// Opens a workbook of the old format.
pub(crate) fn open(file: File, limits: &Limits) -> Result<Xls<BufReader<File>>, Unreadable> {
    let most = limits.mebibytes(Limit::HeldMib);
    let length = file.metadata()?.len();
    if length > most {
        let detail = format!("{} > {} MiB", length >> 20, most >> 20);
        return Err(Unreadable::Packed {
            cause: "too-much",
            detail,
        });
    }
    let mut stream = workbook(file)?;
    look_through(&mut stream, most)?;
    Xls::new(BufReader::new(contained(&stream)?)).map_err(Unreadable::damaged)
}

/// Returns the stream that holds the workbook.
fn workbook(file: File) -> Result<Vec<u8>, Unreadable> {
    let mut container = CompoundFile::open(BufReader::new(file)).map_err(Unreadable::damaged)?;
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| container.is_stream(name));
    let mut bytes = Vec::new();
    container
        .open_stream(name.ok_or_else(|| Unreadable::damaged("Workbook"))?)?
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Returns the stream in a container of its own.
fn contained(stream: &[u8]) -> Result<File, Unreadable> {
    let mut container = CompoundFile::create_with_version(Version::V3, DiskFile::nameless()?)?;
    container.create_stream("/Workbook")?.write_all(stream)?;
    container.flush()?;
    let mut file = container.into_inner();
    file.seek(SeekFrom::Start(0))?;
    Ok(file.into_std())
}

/// Takes out what the sheets state of their sizes, and refuses them where they would fill the memory.
fn look_through(stream: &mut [u8], most: u64) -> Result<(), Unreadable> {
    let (mut sheets, mut dimensions) = (Vec::new(), Vec::new());
    for record in records(stream, 0) {
        match record.kind {
            BOUND_SHEET => {
                let at = stream
                    .get(record.data.start..record.data.start + 4)
                    .unwrap_or(&[0xFF; 4]);
                sheets.push(u32::from_le_bytes([at[0], at[1], at[2], at[3]]) as usize);
            }
            DIMENSIONS => dimensions.push(record.data),
            _ => {}
        }
    }
    let (mut blank, mut filled, mut bytes) = (0u64, 0u64, 0usize);
    for at in sheets.iter().copied() {
        if at > stream.len() {
            return Err(Unreadable::damaged("BoundSheet8"));
        }
        let sheet = SheetExtent::of(stream, at);
        bytes += sheet.bytes;
        // Sheets that are in each other would be read once for each of them.
        if bytes > stream.len() {
            return Err(Unreadable::damaged("BoundSheet8"));
        }
        filled += sheet.cells;
        blank += sheet.area().saturating_sub(sheet.cells);
    }
    if blank.saturating_sub(filled * BLANKS_A_CELL) * CELL > most {
        let detail = format!("{} > {} MiB", (blank * CELL) >> 20, most >> 20);
        return Err(Unreadable::Packed {
            cause: "too-much",
            detail,
        });
    }
    dimensions.into_iter().for_each(|data| stream[data].fill(0));
    xls_sound::mend(stream, &sheets)
}

/// Where the cells of a sheet are.
struct SheetExtent {
    cells: u64,
    rows: [u64; 2],
    columns: [u64; 2],
    /// Bytes of its records, their heads among them.
    bytes: usize,
}

impl SheetExtent {
    /// Measures the sheet that begins here; what is drawn within it has cells of its own.
    fn of(stream: &[u8], at: usize) -> SheetExtent {
        let mut extent = SheetExtent {
            cells: 0,
            rows: [u64::MAX, 0],
            columns: [u64::MAX, 0],
            bytes: 0,
        };
        for record in part_records(stream, at) {
            extent.bytes = record.data.end - at;
            match record.kind {
                MUL_RK => {
                    let last = short(stream, record.data.end.saturating_sub(2));
                    extent.take(stream, &record, u64::from(last));
                }
                kind if CELLS.contains(&kind) => {
                    extent.take(
                        stream,
                        &record,
                        u64::from(short(stream, record.data.start + 2)),
                    );
                }
                _ => {}
            }
        }
        extent
    }

    fn take(&mut self, stream: &[u8], record: &XlsRecord, last: u64) {
        let (row, first) = (
            u64::from(short(stream, record.data.start)),
            u64::from(short(stream, record.data.start + 2)),
        );
        self.cells += last.saturating_sub(first) + 1;
        self.rows = [self.rows[0].min(row), self.rows[1].max(row)];
        self.columns = [self.columns[0].min(first), self.columns[1].max(last)];
    }

    /// Cells of the rectangle that they are in.
    fn area(&self) -> u64 {
        if self.cells == 0 {
            0
        } else {
            (self.rows[1] - self.rows[0] + 1) * (self.columns[1] + 1 - self.columns[0])
        }
    }
}
