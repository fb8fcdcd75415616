//! A delta's form: JSON Lines, of which the first says what the delta leads from and to.

use crate::{ChangeCounts, Error};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Size and checksum of a version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionSum {
    /// Its bytes.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

/// The first line of a delta.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeltaHead {
    /// Which form this is: 1.
    pub delta: u32,
    /// The columns by which rows are known; none where all their cells are.
    pub key: Vec<String>,
    /// The earlier version.
    pub before: VersionSum,
    /// The later version.
    pub after: VersionSum,
    /// The earlier version's columns.
    pub columns_before: Vec<String>,
    /// The later version's columns.
    pub columns_after: Vec<String>,
    /// How much changed.
    pub counts: ChangeCounts,
}

/// Each further line: rows of the later version in its order, then those that only the earlier one has. Rows are numbered
/// from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DeltaLine {
    /// Rows of the earlier version that follow here as they were.
    Same {
        /// The first of them.
        from: u64,
        /// How many there are.
        count: u64,
    },
    /// A row of the earlier version, with other cells.
    Changed {
        /// Its number there.
        from: u64,
        /// Each cell that changed, before and after, by its column; `null` where a version lacks the column.
        cells: BTreeMap<String, [Option<String>; 2]>,
    },
    /// A new row.
    Added {
        /// Its cells.
        cells: Vec<String>,
    },
    /// A row of the earlier version that went.
    Removed {
        /// Its number there.
        from: u64,
        /// Its cells.
        cells: Vec<String>,
    },
}

/// A delta on disk.
#[derive(Debug)]
pub struct DeltaLines {
    path: PathBuf,
    file: BufReader<File>,
    head: DeltaHead,
    text: String,
    line: u64,
    /// Where the line that was read last begins.
    place: u64,
    /// Where the next one begins.
    next: u64,
}

impl DeltaLines {
    /// Opens a delta.
    ///
    /// # Errors
    /// When it is none, or the disk refuses.
    pub fn open(path: &Path) -> Result<DeltaLines, Error> {
        let mut lines = DeltaLines {
            path: path.to_owned(),
            file: BufReader::new(crate::row_file::open(path)?),
            head: DeltaHead {
                delta: 0,
                key: Vec::new(),
                before: VersionSum::default(),
                after: VersionSum::default(),
                columns_before: Vec::new(),
                columns_after: Vec::new(),
                counts: ChangeCounts::default(),
            },
            text: String::new(),
            line: 0,
            place: 0,
            next: 0,
        };
        if !lines.read()? {
            return Err(lines.fault());
        }
        lines.head = lines.parsed()?;
        match lines.head.delta {
            1 => Ok(lines),
            _ => Err(lines.fault()),
        }
    }

    /// Returns its first line.
    pub fn head(&self) -> &DeltaHead {
        &self.head
    }

    /// Returns the next line; none after the last.
    ///
    /// # Errors
    /// When it is none of a delta's, or the disk refuses.
    pub fn next_line(&mut self) -> Result<Option<DeltaLine>, Error> {
        if self.read()? {
            self.parsed().map(Some)
        } else {
            Ok(None)
        }
    }

    /// Returns where the line that was returned last begins.
    pub(crate) fn place(&self) -> u64 {
        self.place
    }

    /// Returns the line that begins there.
    pub(crate) fn line_at(&mut self, place: u64) -> Result<DeltaLine, Error> {
        if place != self.next {
            self.file
                .seek(SeekFrom::Start(place))
                .map_err(Error::io(&self.path))?;
            self.next = place;
        }
        match self.next_line()? {
            Some(line) => Ok(line),
            None => Err(self.fault()),
        }
    }

    fn read(&mut self) -> Result<bool, Error> {
        self.text.clear();
        let bytes = self
            .file
            .read_line(&mut self.text)
            .map_err(Error::io(&self.path))?;
        self.line += 1;
        self.place = self.next;
        self.next += bytes as u64;
        Ok(bytes > 0)
    }

    fn parsed<T: for<'de> Deserialize<'de>>(&self) -> Result<T, Error> {
        serde_json::from_str(&self.text).map_err(|_| self.fault())
    }

    /// Returns the error that the line that was read last is none of a delta's.
    pub(crate) fn fault(&self) -> Error {
        Error::NotADelta {
            path: self.path.clone(),
            line: self.line,
        }
    }
}
