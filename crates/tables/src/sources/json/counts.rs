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

    /// Whether it is a list of lists that each hold objects, and so tables.
    fn holds_tables(&self, lists: &[&MemberCounts]) -> bool {
        let is_element = |list: &&&MemberCounts| {
            list.at.len() == self.at.len() + 1 && list.at.starts_with(&self.at)
        };
        let tables = || {
            lists
                .iter()
                .filter(is_element)
                .filter(|list| list.objects == list.len())
        };
        self.arrays > 0 && self.arrays == self.len() && tables().count() == self.len()
    }

    /// Whether it is a list of rows: objects only, or arrays only.
    pub(super) fn are_rows(&self) -> bool {
        let len = self.len();
        len > 0 && (self.objects == len || self.arrays == len)
    }

    /// Whether it is called as rows usually are.
    pub(crate) fn is_called_rows(&self) -> bool {
        self.last_key()
            .is_some_and(|key| ROWS.iter().any(|name| name.eq_ignore_ascii_case(key)))
    }

    pub(crate) fn last_key(&self) -> Option<&str> {
        self.at.iter().rev().find_map(|step| match step {
            PathStep::Key(key) => Some(key.as_str()),
            PathStep::Index(_) => None,
        })
    }

    /// The smaller, the likelier are these the rows.
    pub(crate) fn rank(&self) -> (u8, usize, std::cmp::Reverse<usize>) {
        let called = |list: &[&str]| {
            self.last_key()
                .is_some_and(|key| list.iter().any(|n| n.eq_ignore_ascii_case(key)))
        };
        let name = if called(ROWS) {
            0
        } else {
            1 + u8::from(called(NO_ROWS))
        };
        (name, self.at.len(), std::cmp::Reverse(self.len()))
    }
}

/// Everything that was seen of a text.
#[derive(Default)]
pub(crate) struct JsonContents {
    pub(crate) arrays: Vec<MemberCounts>,
    pub(crate) objects: Vec<MemberCounts>,
    pub(crate) plain: Vec<(String, String)>,
}

impl JsonContents {
    /// The lists of rows. The cells of rows are no rows.
    pub(crate) fn lists(&self) -> Vec<&MemberCounts> {
        let nested = |outer: &MemberCounts, inner: &MemberCounts| {
            inner.at.len() > outer.at.len() && inner.at.starts_with(&outer.at)
        };
        let all: Vec<&MemberCounts> = self.arrays.iter().filter(|list| list.are_rows()).collect();
        let is_outer = |list: &&&MemberCounts| {
            !all.iter()
                .any(|outer| nested(outer, list) && !outer.holds_tables(&all))
        };
        all.iter()
            .filter(is_outer)
            .filter(|list| !list.holds_tables(&all))
            .copied()
            .collect()
    }
}

/// A place in words.
pub(crate) fn path(at: &[PathStep]) -> String {
    let steps = at.iter().map(|step| match step {
        PathStep::Key(key) => key.clone(),
        PathStep::Index(n) => n.to_string(),
    });
    steps.collect::<Vec<_>>().join(".")
}
