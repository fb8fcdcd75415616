//! Names that must differ from each other: the second of a kind gets a number.

use std::collections::{BTreeMap, BTreeSet};

/// Names given so far, no two of them alike.
#[derive(Debug, Default)]
pub struct FreeNames {
    taken: BTreeSet<String>,
    /// For a name that was wanted again, the number that is tried next: below it, none has become free. Without it, one
    /// name wanted by thousands would take time with the square of their number.
    next: BTreeMap<String, usize>,
}

impl FreeNames {
    /// Names that are given already.
    pub fn of(taken: impl IntoIterator<Item = String>) -> FreeNames {
        FreeNames {
            taken: taken.into_iter().collect(),
            next: BTreeMap::new(),
        }
    }

    /// Gives a name that has not been given: the one that is wanted, or that with a number after `divider`, from 2.
    ///
    /// ```
    /// let mut names = tragaluz_text::free::FreeNames::default();
    /// assert_eq!(["a", "a", "a-2", "a"].map(|name| names.give(name, "-")), ["a", "a-2", "a-2-2", "a-3"]);
    /// ```
    pub fn give(&mut self, wanted: &str, divider: &str) -> String {
        if self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let next = self.next.entry(wanted.to_owned()).or_insert(2);
        loop {
            let name = format!("{wanted}{divider}{next}");
            *next += 1;
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}
