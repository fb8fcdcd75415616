//! Data frames as programs write them column by column: `{"sex": {"0": "F", "1": "M"}, "age": {"0": 30, "1": 25}}`, which is
//! what pandas writes unless it is told otherwise. It has the form of an object of records; what the members are called, and
//! how their values are alike, tells the two apart.

use super::scan::Kind;

/// What the members of an object are called, and what kinds of values they have.
#[derive(Debug, Clone)]
pub struct Labels {
    count: usize,
    /// A sum over the names, in their order.
    sum: u64,
    /// Whether they are 0, 1, 2 and so on.
    pub are_counted: bool,
    /// Whether all are whole numbers.
    are_numbers: bool,
    /// The kind of its values, and whether there are several.
    kind: Option<Kind>,
    is_mixed: bool,
}

impl Default for Labels {
    fn default() -> Self {
        Labels {
            count: 0,
            sum: 0xcbf2_9ce4_8422_2325,
            are_counted: true,
            are_numbers: true,
            kind: None,
            is_mixed: false,
        }
    }
}

impl Labels {
    /// Takes in a member.
    pub fn add(&mut self, name: &str, kind: Kind) {
        self.are_counted = self.are_counted && name == self.count.to_string();
        self.are_numbers = self.are_numbers && name.parse::<i64>().is_ok();
        for byte in name.bytes().chain([0xff]) {
            self.sum = (self.sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.count += 1;
        match self.kind {
            _ if kind == Kind::Null => {}
            None => self.kind = Some(kind),
            Some(first) => self.is_mixed = self.is_mixed || first != kind,
        }
    }

    fn are_cells(&self) -> bool {
        !matches!(self.kind, Some(Kind::Object | Kind::Array))
    }
}

/// Whether the members of an object are columns, each an object with the same names of rows; `outer` is the object itself.
pub fn is_by_column(outer: &Labels, columns: &[&Labels]) -> bool {
    let Some(first) = columns.first() else { return false };
    let alike = columns.iter().all(|c| c.count == first.count && c.sum == first.sum && c.are_cells());
    if !alike || first.count == 0 {
        return false;
    }
    if first.are_counted || first.are_numbers {
        return first.count > 1 || outer.count > 1 || first.are_counted;
    }
    // Rows with names of their own: each column is of one kind, and not all are of the same.
    let one_kind = columns.iter().all(|column| !column.is_mixed);
    let kinds = || columns.iter().filter_map(|column| column.kind);
    !outer.are_numbers && first.count > 1 && one_kind && kinds().any(|kind| Some(kind) != kinds().next())
}
