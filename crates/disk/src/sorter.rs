//! Entries of a few numbers, sorted without holding all of them: past a limit, sorted runs go to a file without a name.

use crate::DiskFile;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

/// Bytes of entries held in memory before a run is written.
const RUN_BYTES: usize = 24 << 20;

/// Takes in entries of `N` numbers, and returns them in order.
#[derive(Debug)]
pub struct Sorter<const N: usize> {
    held: Vec<[u64; N]>,
    limit: usize,
    runs: Vec<DiskFile>,
}

impl<const N: usize> Default for Sorter<N> {
    fn default() -> Self {
        Sorter::new()
    }
}

impl<const N: usize> Sorter<N> {
    /// Returns one that holds 24 MiB of entries in memory.
    pub fn new() -> Sorter<N> {
        Sorter::with_limit(RUN_BYTES / (8 * N))
    }

    /// Returns one that holds so many entries in memory.
    pub fn with_limit(limit: usize) -> Sorter<N> {
        Sorter {
            held: Vec::new(),
            limit,
            runs: Vec::new(),
        }
    }

    /// Takes in an entry.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn push(&mut self, entry: [u64; N]) -> io::Result<()> {
        self.held.push(entry);
        if self.held.len() >= self.limit {
            self.spill()?;
        }
        Ok(())
    }

    fn spill(&mut self) -> io::Result<()> {
        self.held.sort_unstable();
        let mut out = BufWriter::new(DiskFile::nameless()?);
        for number in self.held.iter().flatten() {
            out.write_all(&number.to_le_bytes())?;
        }
        let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        self.runs.push(file);
        self.held.clear();
        Ok(())
    }

    /// Returns all entries in order.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn sorted(mut self) -> io::Result<SortedEntries<N>> {
        self.held.sort_unstable();
        let mut runs: Vec<SortedRun<N>> = self
            .runs
            .into_iter()
            .map(|file| SortedRun::OnDisk(BufReader::new(file)))
            .collect();
        runs.push(SortedRun::Held(self.held.into_iter()));
        let mut waiting = BinaryHeap::new();
        for (at, run) in runs.iter_mut().enumerate() {
            if let Some(entry) = run.next_entry()? {
                waiting.push(Reverse((entry, at)));
            }
        }
        Ok(SortedEntries { runs, waiting })
    }
}

/// A sorted part of the entries.
#[derive(Debug)]
enum SortedRun<const N: usize> {
    OnDisk(BufReader<DiskFile>),
    Held(std::vec::IntoIter<[u64; N]>),
}

impl<const N: usize> SortedRun<N> {
    fn next_entry(&mut self) -> io::Result<Option<[u64; N]>> {
        let file = match self {
            SortedRun::Held(entries) => return Ok(entries.next()),
            SortedRun::OnDisk(file) => file,
        };
        let mut entry = [0; N];
        for (at, number) in entry.iter_mut().enumerate() {
            let mut bytes = [0; 8];
            match file.read_exact(&mut bytes) {
                Err(error) if at == 0 && error.kind() == io::ErrorKind::UnexpectedEof => {
                    return Ok(None);
                }
                read => read?,
            }
            *number = u64::from_le_bytes(bytes);
        }
        Ok(Some(entry))
    }
}

/// Entries in order, merged from their runs.
#[derive(Debug)]
pub struct SortedEntries<const N: usize> {
    runs: Vec<SortedRun<N>>,
    waiting: BinaryHeap<Reverse<([u64; N], usize)>>,
}

impl<const N: usize> SortedEntries<N> {
    /// Returns the next entry; none after the last.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn next_entry(&mut self) -> io::Result<Option<[u64; N]>> {
        let Some(Reverse((entry, at))) = self.waiting.pop() else {
            return Ok(None);
        };
        if let Some(following) = self.runs[at].next_entry()? {
            self.waiting.push(Reverse((following, at)));
        }
        Ok(Some(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_in_order_from_memory_and_from_disk() {
        for limit in [100, 2] {
            let mut sorter = Sorter::with_limit(limit);
            for entry in [[3, 1], [1, 9], [2, 0], [1, 2], [3, 0]] {
                sorter.push(entry).unwrap();
            }
            let (mut sorted, mut all) = (sorter.sorted().unwrap(), Vec::new());
            while let Some(entry) = sorted.next_entry().unwrap() {
                all.push(entry);
            }
            assert_eq!(all, [[1, 2], [1, 9], [2, 0], [3, 0], [3, 1]], "{limit}");
        }
    }
}
