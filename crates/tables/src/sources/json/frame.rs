//! Data frames as programs write them column by column: `{"sex": {"0": "F", "1": "M"}, "age": {"0": 30, "1": 25}}`, which is
//! what pandas writes unless it is told otherwise. It has the form of an object of records; what the members are called, and
//! how their values are alike, tells the two apart.

use super::scan::JsonKind;

/// What the members of an object are called, and what kinds of values they have.
#[derive(Debug, Clone)]
pub(crate) struct Labels {
    count: usize,
    /// A sum over the names, in their order.
    sum: u64,
    /// Whether they are 0, 1, 2 and so on.
    pub(crate) are_counted: bool,
    /// Whether all are whole numbers.
    pub(crate) are_numbers: bool,
    /// How many names each has on several levels; 1 where some have one.
    pub(crate) levels: usize,
    /// The kind of its values, and whether there are several.
    kind: Option<JsonKind>,
    is_mixed: bool,
}

impl Default for Labels {
    fn default() -> Self {
        Labels {
            count: 0,
            sum: 0xcbf2_9ce4_8422_2325,
            are_counted: true,
            are_numbers: true,
            levels: 1,
            kind: None,
            is_mixed: false,
        }
    }
}

impl Labels {
    /// Counts a member by its name and the kind of its value.
    pub(crate) fn add(&mut self, name: &str, kind: JsonKind) {
        self.are_counted = self.are_counted && name == self.count.to_string();
        self.are_numbers = self.are_numbers && name.parse::<i64>().is_ok();
        let levels = levels_of(name).map_or(1, |levels| levels.len());
        self.levels = if self.count == 0 || self.levels == levels {
            levels
        } else {
            1
        };
        for byte in name.bytes().chain([0xff]) {
            self.sum = (self.sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self.count += 1;
        match self.kind {
            _ if kind == JsonKind::Null => {}
            None => self.kind = Some(kind),
            Some(first) => self.is_mixed = self.is_mixed || first != kind,
        }
    }

    /// Whether the values are those of a column whose rows are numbered: `{"0": 1.5, "1": null}`.
    pub(crate) fn are_series(&self) -> bool {
        self.are_numbers && self.count > 1 && self.are_cells()
    }

    fn are_cells(&self) -> bool {
        !matches!(self.kind, Some(JsonKind::Object | JsonKind::Array))
    }
}

/// Returns the names of a row on several levels, as pandas writes them where only one text may be: `('Toluca', 2023)`.
pub(crate) fn levels_of(name: &str) -> Option<Vec<String>> {
    let mut rest = name.strip_prefix('(')?.strip_suffix(')')?;
    let mut levels = Vec::new();
    loop {
        let (level, after) = match rest.chars().next()? {
            quote @ ('\'' | '"') => {
                let inside = &rest[1..];
                let end = inside.find(quote)?;
                (&inside[..end], &inside[end + 1..])
            }
            _ => rest.split_at(rest.find(", ").unwrap_or(rest.len())),
        };
        levels.push(level.to_owned());
        if after.is_empty() {
            return (levels.len() > 1).then_some(levels);
        }
        rest = after.strip_prefix(", ")?;
    }
}

/// Whether the members of an object are columns, each an object with the same names of rows; `outer` is the object
/// itself.
pub(crate) fn is_by_column(outer: &Labels, columns: &[&Labels]) -> bool {
    let Some(first) = columns.first() else {
        return false;
    };
    let alike = columns
        .iter()
        .all(|c| c.count == first.count && c.sum == first.sum && c.are_cells());
    if !alike || first.count == 0 {
        return false;
    }
    if first.levels > 1 {
        return true;
    }
    if first.are_counted || first.are_numbers {
        return first.count > 1 || outer.count > 1 || first.are_counted;
    }
    // Rows with names of their own: each column is of one kind, and not all are of the same.
    let one_kind = columns.iter().all(|column| !column.is_mixed);
    let mut kinds = columns.iter().filter_map(|column| column.kind);
    let first_kind = kinds.next();
    !outer.are_numbers && first.count > 1 && one_kind && kinds.any(|kind| Some(kind) != first_kind)
}

#[cfg(test)]
mod tests {
    use super::levels_of;

    #[test]
    fn names_on_several_levels_are_taken_apart() {
        let levels = |name: &str| levels_of(name).map(|levels| levels.join("|"));
        assert_eq!(levels("('Toluca', 2023)").as_deref(), Some("Toluca|2023"));
        assert_eq!(
            levels("(\"O'Higgins\", 'a, b', nan)").as_deref(),
            Some("O'Higgins|a, b|nan")
        );
        for name in [
            "Toluca",
            "(Toluca)",
            "('Toluca',)",
            "('a' 'b')",
            "()",
            "('a, 'b')",
        ] {
            assert_eq!(levels(name), None, "{name}");
        }
    }
}
