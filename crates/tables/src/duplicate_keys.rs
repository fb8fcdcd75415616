//! Rows with the same key, found without holding every key: past a limit, sorted runs go to a temporary file.

use super::profile::hash;
use super::unreadable::Unreadable;
use std::io;
use tragaluz_disk::{SortedEntries, Sorter};

/// Keys of the rows seen so far: each key's 128-bit hash, in two halves, and the line of its row.
#[derive(Debug, Default)]
pub(crate) struct KeyIndex(Sorter<3>);

/// A key's hash and the line of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct KeyEntry {
    key: [u64; 2],
    line: u64,
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
        self.0.push([high, low, line])?;
        Ok(())
    }

    fn sorted(self) -> io::Result<KeysInOrder> {
        self.0.sorted().map(KeysInOrder)
    }

    /// The rows that repeat a key; none where every key is its row's own.
    pub(crate) fn finish(self) -> Result<Option<DuplicateKeys>, Unreadable> {
        let mut last: Option<KeyEntry> = None;
        let mut found: Option<DuplicateKeys> = None;
        let mut entries = self.sorted()?;
        while let Some(entry) = entries.next_entry()? {
            let line = entry.line;
            match last {
                Some(first) if first.key == entry.key => {
                    let rows = found.map_or(0, |f| f.rows) + 1;
                    found = Some(match found {
                        Some(first) if first.line < line => DuplicateKeys { rows, ..first },
                        _ => DuplicateKeys {
                            rows,
                            line,
                            earlier: first.line,
                        },
                    });
                }
                _ => last = Some(entry),
            }
        }
        Ok(found)
    }

    /// Calls `each` with the number of rows of every key, one after the other.
    pub(crate) fn each_group(self, mut each: impl FnMut(u64)) -> Result<(), Unreadable> {
        let (mut last, mut rows) = (None, 0);
        let mut entries = self.sorted()?;
        while let Some(KeyEntry { key, .. }) = entries.next_entry()? {
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
        let mut next = known.next_entry()?;
        let mut absent: Option<(u64, u64)> = None;
        let mut entries = self.sorted()?;
        while let Some(KeyEntry { key, line }) = entries.next_entry()? {
            while next.is_some_and(|other| other.key < key) {
                next = known.next_entry()?;
            }
            if next.is_none_or(|other| other.key != key) {
                absent =
                    Some(absent.map_or((1, line), |(rows, first)| (rows + 1, first.min(line))));
            }
        }
        Ok(absent)
    }
}

/// Keys in order.
struct KeysInOrder(SortedEntries<3>);

impl KeysInOrder {
    fn next_entry(&mut self) -> io::Result<Option<KeyEntry>> {
        let entry = self.0.next_entry()?;
        Ok(entry.map(|[high, low, line]| KeyEntry {
            key: [high, low],
            line,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_repetition_in_memory_and_on_disk() {
        for limit in [100, 3] {
            let mut keys = KeyIndex(Sorter::with_limit(limit));
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
        for limit in [100, 2] {
            let mut keys = KeyIndex(Sorter::with_limit(limit));
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
            let mut keys = KeyIndex(Sorter::with_limit(2));
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
