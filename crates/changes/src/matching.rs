//! Which row of one version is which of the other.

use std::io;
use tragaluz_disk::{SortedEntries, Sorter};

/// What is remembered of each row of a version: its key, its number, what it says.
const REMEMBERED: usize = 5;

/// The rows of one version, by their keys.
#[derive(Debug)]
pub(crate) struct KnownRows(Sorter<REMEMBERED>);

/// A row as it is remembered.
#[derive(Debug, Clone, Copy)]
struct KnownRow {
    key: [u64; 2],
    number: u64,
    content: [u64; 2],
}

impl KnownRows {
    pub(crate) fn new() -> KnownRows {
        KnownRows(Sorter::new())
    }

    /// Takes in a row.
    pub(crate) fn take(&mut self, number: u64, key: [u64; 2], content: [u64; 2]) -> io::Result<()> {
        let [high, low] = key;
        let [first, second] = content;
        self.0.push([high, low, number, first, second])
    }

    fn in_order(self) -> io::Result<RowsInOrder> {
        let mut entries = self.0.sorted()?;
        let next = entries.next_entry()?.map(KnownRow::of);
        Ok(RowsInOrder { entries, next })
    }
}

impl KnownRow {
    fn of(entry: [u64; REMEMBERED]) -> KnownRow {
        let [high, low, number, first, second] = entry;
        KnownRow {
            key: [high, low],
            number,
            content: [first, second],
        }
    }
}

/// Rows in the order of their keys, and of their numbers where keys are the same.
#[derive(Debug)]
struct RowsInOrder {
    entries: SortedEntries<REMEMBERED>,
    next: Option<KnownRow>,
}

impl RowsInOrder {
    fn step(&mut self) -> io::Result<()> {
        self.next = self.entries.next_entry()?.map(KnownRow::of);
        Ok(())
    }
}

/// A row of the later version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowOrigin {
    /// It is this row of the earlier version.
    Same(u64),
    /// It is this row of the earlier version, with other cells.
    Changed(u64),
    /// It is new.
    Added,
}

/// Where all rows of the later version come from, and which of the earlier one went.
#[derive(Debug)]
pub(crate) struct RowMatches {
    origins: SortedEntries<3>,
    removed: SortedEntries<1>,
}

impl RowMatches {
    /// Pairs the rows of two versions by their keys.
    pub(crate) fn of(before: KnownRows, after: KnownRows) -> io::Result<RowMatches> {
        let (mut before, mut after) = (before.in_order()?, after.in_order()?);
        let (mut origins, mut removed) = (Sorter::new(), Sorter::new());
        loop {
            match (before.next, after.next) {
                (Some(old), Some(new)) if old.key == new.key => {
                    let is_same = u64::from(old.content == new.content);
                    origins.push([new.number, old.number, is_same])?;
                    before.step()?;
                    after.step()?;
                }
                (Some(old), new) if new.is_none_or(|new| old.key < new.key) => {
                    removed.push([old.number])?;
                    before.step()?;
                }
                (_, Some(new)) => {
                    origins.push([new.number, 0, 0])?;
                    after.step()?;
                }
                (_, None) => break,
            }
        }
        Ok(RowMatches {
            origins: origins.sorted()?,
            removed: removed.sorted()?,
        })
    }

    /// Returns the origin of the next row of the later version.
    pub(crate) fn next_origin(&mut self) -> io::Result<Option<RowOrigin>> {
        let Some([_, from, is_same]) = self.origins.next_entry()? else {
            return Ok(None);
        };
        Ok(Some(match (from, is_same) {
            (0, _) => RowOrigin::Added,
            (from, 0) => RowOrigin::Changed(from),
            (from, _) => RowOrigin::Same(from),
        }))
    }

    /// Returns the number of the next row of the earlier version that went.
    pub(crate) fn next_removed(&mut self) -> io::Result<Option<u64>> {
        Ok(self.removed.next_entry()?.map(|[number]| number))
    }
}
