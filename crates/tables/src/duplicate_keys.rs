//! Rows with the same key, found without holding every key: past a limit, sorted runs go to a temporary file.

use super::profile::hash;
use super::unreadable::Unreadable;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use tragaluz_disk::DiskFile;

/// Keys held in memory before a run is written: 24 MiB.
const RUN: usize = 1 << 20;
/// Bytes of one entry on disk.
const ENTRY: usize = 24;

/// A key's 128-bit hash and the line of its row.
type KeyEntry = (u128, u64);

/// Keys of the rows seen so far.
#[derive(Debug)]
pub(crate) struct KeyIndex {
    held: Vec<KeyEntry>,
    limit: usize,
    runs: Vec<DiskFile>,
}

/// Rows that repeat a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DuplicateKeys {
    /// How many rows repeat an earlier one's key.
    pub(crate) rows: u64,
    /// The line of the first such row.
    pub(crate) line: u64,
    /// The line of the row that it repeats.
    pub(crate) earlier: u64,
}

impl Default for KeyIndex {
    fn default() -> Self {
        KeyIndex {
            held: Vec::new(),
            limit: RUN,
            runs: Vec::new(),
        }
    }
}

impl KeyIndex {
    /// Takes in the key of the row on this line.
    pub(crate) fn take<'a>(
        &mut self,
        parts: impl Iterator<Item = &'a str>,
        line: u64,
    ) -> Result<(), Unreadable> {
        let (mut high, mut low) = (0u64, 0x5151_5151_5151_5151u64);
        for part in parts {
            let h = hash(part);
            high = (high.rotate_left(17) ^ h).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            low = (low.rotate_left(31) ^ h.rotate_left(32) ^ part.len() as u64)
                .wrapping_mul(0xD6E8_FEB8_6659_FD93);
        }
        self.held
            .push((u128::from(high) << 64 | u128::from(low), line));
        if self.held.len() >= self.limit {
            self.spill()?;
        }
        Ok(())
    }

    fn spill(&mut self) -> io::Result<()> {
        self.held.sort_unstable();
        let mut out = BufWriter::new(DiskFile::nameless()?);
        for (key, line) in &self.held {
            out.write_all(&key.to_le_bytes())?;
            out.write_all(&line.to_le_bytes())?;
        }
        let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        self.runs.push(file);
        self.held.clear();
        Ok(())
    }

    /// Every key in order, from memory and disk together.
    fn sorted(mut self) -> io::Result<MergedRuns> {
        self.held.sort_unstable();
        let mut sources: Vec<Box<dyn Iterator<Item = io::Result<KeyEntry>>>> = Vec::new();
        for run in self.runs {
            sources.push(Box::new(SortedRun(BufReader::new(run))));
        }
        sources.push(Box::new(self.held.into_iter().map(Ok)));
        let mut waiting = BinaryHeap::new();
        for (at, source) in sources.iter_mut().enumerate() {
            if let Some(entry) = source.next() {
                waiting.push(Reverse((entry?, at)));
            }
        }
        Ok(MergedRuns { sources, waiting })
    }

    /// The rows that repeat a key; none where every key is its row's own.
    pub(crate) fn finish(self) -> Result<Option<DuplicateKeys>, Unreadable> {
        let mut last: Option<KeyEntry> = None;
        let mut found: Option<DuplicateKeys> = None;
        for entry in self.sorted()? {
            let (key, line) = entry?;
            match last {
                Some((same, earlier)) if same == key => {
                    let rows = found.map_or(0, |f| f.rows) + 1;
                    found = Some(match found {
                        Some(first) if first.line < line => DuplicateKeys { rows, ..first },
                        _ => DuplicateKeys {
                            rows,
                            line,
                            earlier,
                        },
                    });
                }
                _ => last = Some((key, line)),
            }
        }
        Ok(found)
    }

    /// Calls `each` with the number of rows of every key, one after the other.
    pub(crate) fn each_group(self, mut each: impl FnMut(u64)) -> Result<(), Unreadable> {
        let (mut last, mut rows) = (None, 0);
        for entry in self.sorted()? {
            let (key, _) = entry?;
            if last.replace(key).is_some_and(|same| same != key) {
                each(std::mem::take(&mut rows));
            }
            rows += 1;
        }
        if rows > 0 {
            each(rows);
        }
        Ok(())
    }

    /// How many of these rows have a key that is none of `known`'s, and the first line of one.
    pub(crate) fn absent_from(self, known: KeyIndex) -> Result<Option<(u64, u64)>, Unreadable> {
        let mut known = known.sorted()?;
        let mut next = known.next().transpose()?;
        let mut absent: Option<(u64, u64)> = None;
        for entry in self.sorted()? {
            let (key, line) = entry?;
            while next.is_some_and(|(other, _)| other < key) {
                next = known.next().transpose()?;
            }
            if next.is_none_or(|(other, _)| other != key) {
                absent =
                    Some(absent.map_or((1, line), |(rows, first)| (rows + 1, first.min(line))));
            }
        }
        Ok(absent)
    }
}

/// Sorted runs of keys, read as one sorted list.
struct MergedRuns {
    sources: Vec<Box<dyn Iterator<Item = io::Result<KeyEntry>>>>,
    waiting: BinaryHeap<Reverse<(KeyEntry, usize)>>,
}

impl Iterator for MergedRuns {
    type Item = io::Result<KeyEntry>;

    fn next(&mut self) -> Option<Self::Item> {
        let Reverse((entry, at)) = self.waiting.pop()?;
        match self.sources[at].next() {
            Some(Ok(following)) => self.waiting.push(Reverse((following, at))),
            Some(Err(error)) => return Some(Err(error)),
            None => {}
        }
        Some(Ok(entry))
    }
}

/// A sorted run on disk.
struct SortedRun(BufReader<DiskFile>);

impl Iterator for SortedRun {
    type Item = io::Result<KeyEntry>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut entry = [0; ENTRY];
        match self.0.read_exact(&mut entry) {
            Ok(()) => {
                let (key, line) = entry.split_at(16);
                let key = u128::from_le_bytes(key.try_into().unwrap_or_default());
                Some(Ok((
                    key,
                    u64::from_le_bytes(line.try_into().unwrap_or_default()),
                )))
            }
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => None,
            Err(error) => Some(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_repetition_in_memory_and_on_disk() {
        for limit in [RUN, 3] {
            let mut keys = KeyIndex {
                limit,
                ..KeyIndex::default()
            };
            for (line, key) in ["a", "b", "c", "b", "d", "e", "b", "a"].iter().zip(2..) {
                keys.take([*line].into_iter(), key).unwrap();
            }
            assert_eq!(
                keys.finish().unwrap(),
                Some(DuplicateKeys {
                    rows: 3,
                    line: 5,
                    earlier: 3
                }),
                "{limit}"
            );
        }
    }

    #[test]
    fn rows_of_each_key_are_counted_in_memory_and_on_disk() {
        for limit in [RUN, 2] {
            let mut keys = KeyIndex {
                limit,
                ..KeyIndex::default()
            };
            for (line, key) in ["a", "b", "a", "c", "a", "b"].iter().zip(2..) {
                keys.take([*line].into_iter(), key).unwrap();
            }
            let mut groups = Vec::new();
            keys.each_group(|rows| groups.push(rows)).unwrap();
            groups.sort_unstable();
            assert_eq!(groups, [1, 2, 3], "{limit}");
        }
        KeyIndex::default()
            .each_group(|_| panic!("no key"))
            .unwrap();
    }

    #[test]
    fn keys_that_another_table_lacks() {
        let keys = |all: &[&'static str]| {
            let mut keys = KeyIndex {
                limit: 2,
                ..KeyIndex::default()
            };
            for (key, line) in all.iter().zip(2..) {
                keys.take([*key].into_iter(), line).unwrap();
            }
            keys
        };
        assert_eq!(
            keys(&["a", "x", "b", "y", "x"])
                .absent_from(keys(&["b", "a", "c"]))
                .unwrap(),
            Some((3, 3))
        );
        assert_eq!(keys(&["a", "a"]).absent_from(keys(&["a"])).unwrap(), None);
    }

    #[test]
    fn parts_do_not_run_together() {
        let mut keys = KeyIndex::default();
        keys.take(["ab", "c"].into_iter(), 1).unwrap();
        keys.take(["a", "bc"].into_iter(), 2).unwrap();
        assert_eq!(keys.finish().unwrap(), None);
    }
}
