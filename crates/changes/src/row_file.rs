//! A version on disk, of which rows are read by their number.

use crate::columns::require_distinct;
use crate::sums::Summing;
use crate::{Error, VersionSum};
use csv::{Position, Reader, ReaderBuilder, StringRecord};
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tragaluz_disk::DiskFile;

/// Rows between two whose places are noted.
const NOTED: u64 = 64;
/// Rows that are rather read than jumped over.
const NEAR: u64 = 256;

/// Begins to read a version.
pub(crate) fn reader<R: Read>(input: R) -> Reader<R> {
    ReaderBuilder::new()
        .buffer_capacity(64 << 10)
        .from_reader(input)
}

/// Returns what a reader's error means for the one who waits for this row.
pub(crate) fn row_error(error: csv::Error, path: &Path, row: u64) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(source) => Error::io(path)(source),
        _ => Error::not_a_table(path, row),
    }
}

/// Begins to write a version as [`reader`] reads it.
pub(crate) fn writer<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .buffer_capacity(64 << 10)
        .from_writer(out)
}

/// Opens a file for reading.
#[allow(
    clippy::disallowed_methods,
    reason = "versions are read where their owner keeps them"
)]
pub(crate) fn open(path: &Path) -> Result<File, Error> {
    File::open(path).map_err(Error::io(path))
}

/// Reads all of a version, row by row, and returns what it sums up to.
pub(crate) fn each_row(
    path: &Path,
    mut each: impl FnMut(&StringRecord, u64) -> Result<(), Error>,
) -> Result<VersionSum, Error> {
    let mut rows = reader(Summing::new(open(path)?));
    let (mut row, mut number) = (StringRecord::new(), 0);
    rows.headers().map_err(|error| row_error(error, path, 0))?;
    while rows
        .read_record(&mut row)
        .map_err(|error| row_error(error, path, number + 1))?
    {
        number += 1;
        each(&row, number)?;
    }
    let mut rest = rows.into_inner();
    io::copy(&mut rest, &mut io::sink()).map_err(Error::io(path))?;
    Ok(rest.finish().0)
}

/// Rows of a version by their number, from 1. Going forward reads on; going back jumps.
#[derive(Debug)]
pub(crate) struct RowFile {
    path: PathBuf,
    rows: Reader<File>,
    header: StringRecord,
    row: StringRecord,
    /// The number of the row that was read last.
    number: u64,
    /// Where every sixty-fourth row begins, from row 1 on, each in eight bytes.
    places: BufWriter<DiskFile>,
    noted: u64,
}

impl RowFile {
    /// Opens a version.
    pub(crate) fn open(path: &Path) -> Result<RowFile, Error> {
        let mut rows = reader(open(path)?);
        let header = rows
            .headers()
            .map_err(|error| row_error(error, path, 0))?
            .clone();
        require_distinct(&header, path)?;
        Ok(RowFile {
            path: path.to_owned(),
            rows,
            header,
            row: StringRecord::new(),
            number: 0,
            places: BufWriter::new(DiskFile::nameless().map_err(Error::nameless)?),
            noted: 0,
        })
    }

    /// Returns the names of its columns.
    pub(crate) fn header(&self) -> &StringRecord {
        &self.header
    }

    /// Returns the row of this number.
    ///
    /// # Errors
    /// When there is none, or the disk refuses.
    pub(crate) fn row(&mut self, number: u64) -> Result<&StringRecord, Error> {
        if number <= self.number || number - self.number > NEAR {
            self.jump(number).map_err(Error::nameless)?;
        }
        while self.number < number {
            self.read_on()?;
        }
        Ok(&self.row)
    }

    fn read_on(&mut self) -> Result<(), Error> {
        if self.number == self.noted * NOTED {
            let place = self.rows.position().byte().to_le_bytes();
            self.places.write_all(&place).map_err(Error::nameless)?;
            self.noted += 1;
        }
        let next = self.number + 1;
        let read = self
            .rows
            .read_record(&mut self.row)
            .map_err(|error| row_error(error, &self.path, next))?;
        if !read {
            return Err(Error::other_version(&self.path));
        }
        self.number = next;
        Ok(())
    }

    /// Goes to the last noted row that is not after this one, unless reading on is no farther.
    fn jump(&mut self, number: u64) -> io::Result<()> {
        let Some(last) = self.noted.checked_sub(1) else {
            return Ok(());
        };
        let at = (number.saturating_sub(1) / NOTED).min(last);
        if number > self.number && at * NOTED <= self.number {
            return Ok(());
        }
        self.places.flush()?;
        let file = self.places.get_mut();
        let mut place = [0; 8];
        file.seek(SeekFrom::Start(at * 8))?;
        file.read_exact(&mut place)?;
        file.seek(SeekFrom::End(0))?;
        let mut position = Position::new();
        position.set_byte(u64::from_le_bytes(place));
        self.rows.seek(position).map_err(io::Error::other)?;
        self.number = at * NOTED;
        Ok(())
    }
}
