//! Cells of one version's rows in the columns of the other.

use csv::StringRecord;
use std::collections::BTreeMap;

/// Maps cells of one version's rows to the other's columns.
#[derive(Debug)]
pub(crate) struct Projection {
    names: Vec<String>,
    /// For each column, its index in the row that it comes from.
    from: Vec<Option<usize>>,
}

impl Projection {
    pub(crate) fn between(from: &[String], to: &[String]) -> Projection {
        let place = |name: &String| from.iter().position(|other| other == name);
        Projection {
            from: to.iter().map(place).collect(),
            names: to.to_vec(),
        }
    }

    /// Returns the cells of a row, with those that changed in their place; `side` says which side of a change: 0 before, 1
    /// after.
    pub(crate) fn cells<'a>(
        &'a self,
        row: &'a StringRecord,
        changed: &'a BTreeMap<String, [Option<String>; 2]>,
        side: usize,
    ) -> impl Iterator<Item = &'a str> {
        self.names.iter().zip(&self.from).map(move |(name, from)| {
            let told = changed.get(name).and_then(|sides| sides[side].as_deref());
            told.or_else(|| row.get((*from)?)).unwrap_or("")
        })
    }
}
