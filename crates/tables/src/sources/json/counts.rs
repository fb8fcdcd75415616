//! What was counted of the lists and objects of a JSON text.

use super::frame::Labels;
use super::scan::JsonKind;

/// One step on the way to the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathStep {
    Key(String),
    Index(usize),
}

/// What rows are called, and what lists are called that hold none.
pub(crate) const ROWS: &[&str] = &[
    "records",
    "data",
    "rows",
    "features",
    "results",
    "items",
    "value",
    "values",
    "datos",
    "registros",
    "resultados",
];

const NO_ROWS: &[&str] = &[
    "fields",
    "columns",
    "links",
    "_links",
    "facets",
    "facet_groups",
    "columnas",
    "campos",
    "index",
    "comments",
    "cols",
];

/// What a list or an object holds.
#[derive(Debug, Default)]
pub(crate) struct MemberCounts {
    pub(crate) at: Vec<PathStep>,
    pub(crate) objects: usize,
    pub(crate) arrays: usize,
    pub(crate) texts: usize,
    pub(crate) others: usize,
    pub(super) nulls: usize,
    /// Elements of the first array in it, or of the only one.
    pub(crate) width: usize,
    /// Its texts, or the names of its objects, as long as it consists of nothing else.
    pub(crate) names: Vec<String>,
    /// Whether it is a list of objects that each hold the keys and the values of a row, as PxWeb answers.
    pub(crate) is_keyed: bool,
    /// Whether it is an object with the dimensions and the values of JSON-stat.
    pub(crate) is_cube: bool,
    /// What its members are called.
    pub(crate) labels: Labels,
    /// How many of an object's members are lists of cells, and the length of all of them, if it is one.
    pub(crate) columns: usize,
    pub(crate) length: Option<usize>,
}

impl MemberCounts {
    pub(super) fn add(&mut self, kind: JsonKind) {
        match kind {
            JsonKind::Object => self.objects += 1,
            JsonKind::Array => self.arrays += 1,
            JsonKind::Text => self.texts += 1,
            JsonKind::Null => self.nulls += 1,
            JsonKind::Plain => self.others += 1,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.objects + self.arrays + self.texts + self.others + self.nulls
    }

    /// Whether it is `outer`, or somewhere in it.
    pub(crate) fn is_within(&self, outer: &MemberCounts) -> bool {
        self.at.starts_with(&outer.at)
    }

    /// Whether it is a member, or an element, of `outer` itself.
    pub(crate) fn is_member_of(&self, outer: &MemberCounts) -> bool {
        self.at.len() == outer.at.len() + 1 && self.is_within(outer)
    }

    /// Whether only names lead to it, and no list is around it.
    pub(crate) fn is_by_keys(&self) -> bool {
        self.at.iter().all(|step| matches!(step, PathStep::Key(_)))
    }

    /// Whether it is a list of lists that each hold objects, and so tables.
    fn holds_tables(&self, lists: &[&MemberCounts]) -> bool {
        if self.arrays == 0 || self.arrays != self.len() {
            return false;
        }
        let tables = lists
            .iter()
            .filter(|list| list.is_member_of(self) && list.objects == list.len());
        tables.count() == self.len()
    }

    /// Whether it is in one of these lists that is a table's.
    fn is_of_row(&self, lists: &[&MemberCounts]) -> bool {
        lists.iter().any(|outer| {
            self.at.len() > outer.at.len() && self.is_within(outer) && !outer.holds_tables(lists)
        })
    }

    /// Whether it is a list of rows: objects only, or arrays only.
    pub(super) fn are_rows(&self) -> bool {
        let len = self.len();
        len > 0 && (self.objects == len || self.arrays == len)
    }

    /// Whether it is called as rows usually are.
    pub(crate) fn is_called_rows(&self) -> bool {
        self.is_called_one_of(ROWS)
    }

    /// Whether the last name on the way to it is one of these, in letters of either case.
    pub(crate) fn is_called_one_of(&self, names: &[&str]) -> bool {
        self.last_key()
            .is_some_and(|key| names.iter().any(|name| name.eq_ignore_ascii_case(key)))
    }

    pub(crate) fn last_key(&self) -> Option<&str> {
        self.at.iter().rev().find_map(|step| match step {
            PathStep::Key(key) => Some(key.as_str()),
            PathStep::Index(_) => None,
        })
    }

    /// Returns a rank: the smaller, the likelier are these the rows.
    pub(crate) fn rank(&self) -> RowsRank {
        let name = if self.is_called_rows() {
            0
        } else {
            1 + u8::from(self.is_called_one_of(NO_ROWS))
        };
        RowsRank {
            name,
            depth: self.at.len(),
            length: std::cmp::Reverse(self.len()),
        }
    }
}

/// How likely a list is that of the rows, by these in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RowsRank {
    /// 0 for names that rows usually have, 2 for those that they never have, 1 for any other.
    pub(crate) name: u8,
    /// Number of steps to the list.
    depth: usize,
    length: std::cmp::Reverse<usize>,
}

/// Everything that was seen of a text.
#[derive(Default)]
pub(crate) struct JsonContents {
    pub(crate) arrays: Vec<MemberCounts>,
    pub(crate) objects: Vec<MemberCounts>,
    pub(crate) plain: Vec<(String, String)>,
}

impl JsonContents {
    /// Returns the lists of rows. The cells of rows are no rows.
    pub(crate) fn lists(&self) -> Vec<&MemberCounts> {
        let all: Vec<&MemberCounts> = self.arrays.iter().filter(|list| list.are_rows()).collect();
        let outermost = all
            .iter()
            .filter(|list| !list.is_of_row(&all) && !list.holds_tables(&all));
        outermost.copied().collect()
    }
}

/// Returns a path as messages show it: `result.records.0`.
pub(crate) fn path(at: &[PathStep]) -> String {
    let steps = at.iter().map(|step| match step {
        PathStep::Key(key) => key.clone(),
        PathStep::Index(n) => n.to_string(),
    });
    steps.collect::<Vec<_>>().join(".")
}
