//! Which columns of two versions are the same ones, and what a row says in them.

use crate::Error;
use csv::StringRecord;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// The columns of one version, as both versions know them.
#[derive(Debug)]
pub(crate) struct Columns {
    /// The index of each column in a row, in the order of the names of both versions together; its number there.
    places: Vec<ColumnPlace>,
    /// The places of the key's columns.
    key: Vec<ColumnPlace>,
}

/// A column's number, common to both versions, and its index in a row.
#[derive(Debug, Clone, Copy)]
struct ColumnPlace {
    number: u32,
    index: usize,
}

impl Columns {
    /// Returns the columns of both versions. Their key is none where one of them lacks a column of it.
    pub(crate) fn of_both(
        before: &StringRecord,
        after: &StringRecord,
        key: &[String],
    ) -> BothColumns {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for name in before.iter().chain(after) {
            numbers.entry(name).or_default();
        }
        for (number, (_, place)) in (0u32..).zip(&mut numbers) {
            *place = number;
        }
        let has_all = |names: &StringRecord| key.iter().all(|k| names.iter().any(|n| n == k));
        let is_keyed = !key.is_empty() && has_all(before) && has_all(after);
        let key = if is_keyed { key } else { &[] };
        BothColumns {
            before: Columns::of(before, &numbers, key),
            after: Columns::of(after, &numbers, key),
            is_keyed,
        }
    }

    fn of(names: &StringRecord, numbers: &BTreeMap<&str, u32>, key: &[String]) -> Columns {
        let mut places: Vec<ColumnPlace> = names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| {
                let number = *numbers.get(name)?;
                Some(ColumnPlace { number, index })
            })
            .collect();
        places.sort_by_key(|place| place.number);
        let in_key = |place: &&ColumnPlace| key.iter().any(|k| names.get(place.index) == Some(k));
        let key = places.iter().filter(in_key).copied().collect();
        Columns { places, key }
    }

    /// Returns what a row says in all columns: the same for rows with the same cells, whatever the order of their columns. A
    /// column that a version lacks counts as empty.
    pub(crate) fn content(&self, row: &StringRecord) -> [u64; 2] {
        digest(&self.places, row)
    }

    /// Returns by what a row is known: its key, or all that it says where there is none.
    pub(crate) fn key(&self, row: &StringRecord, content: [u64; 2]) -> [u64; 2] {
        if self.key.is_empty() {
            content
        } else {
            digest(&self.key, row)
        }
    }
}

/// The columns of two versions.
#[derive(Debug)]
pub(crate) struct BothColumns {
    pub(crate) before: Columns,
    pub(crate) after: Columns,
    /// Whether rows are known by a key.
    pub(crate) is_keyed: bool,
}

/// Half of a SHA-256: rows are somebody's, who may want two of them to be taken for one.
fn digest(places: &[ColumnPlace], row: &StringRecord) -> [u64; 2] {
    let mut sha256 = Sha256::new();
    for place in places {
        let cell = row.get(place.index).unwrap_or("");
        if !cell.is_empty() {
            sha256.update(place.number.to_le_bytes());
            sha256.update((cell.len() as u64).to_le_bytes());
            sha256.update(cell);
        }
    }
    let bytes = sha256.finalize();
    let number = |from: usize| {
        let eight = bytes[from..from + 8].iter();
        eight.fold(0, |number, byte| number << 8 | u64::from(*byte))
    };
    [number(0), number(8)]
}

/// Returns an error where a header names two columns alike: a change could not say which of them it is about.
pub(crate) fn require_distinct(names: &StringRecord, path: &Path) -> Result<(), Error> {
    let mut sorted: Vec<&str> = names.iter().collect();
    sorted.sort_unstable();
    if sorted.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Error::not_a_table(path, 0));
    }
    Ok(())
}
