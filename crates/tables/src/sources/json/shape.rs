//! Where the rows of a JSON text are: its values one after the other, an array somewhere in it, the members of an object.
//!
//! Rows are the array of objects or of arrays that is called as rows usually are, else the one nearest to the top, else the
//! longest.

use super::contents::{MOST_ELEMENTS, look};
use super::frame::{self, Labels};
use super::scan::{JsonKind, JsonScanner};
use super::tables::{self, NamedTable};
use crate::sources::json::counts::{JsonContents, MemberCounts, PathStep, path};
use crate::unreadable::Unreadable;
use std::collections::BTreeSet;
use std::io::Read;

/// How rows are laid out in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowLayout {
    /// The text's values: one object, or one on each line.
    Values,
    Elements,
    /// An object's members, each with its name on so many levels.
    Members {
        levels: usize,
    },
    /// An object's lists are the columns: they are of one length.
    Columns,
    /// An object's members are the columns: objects with the same names of rows. These are columns too, on so many
    /// `levels`; on none where they are but numbers.
    Frame {
        levels: usize,
    },
    /// An object is one column, whose members are named as rows are; a row without a value has a name all the same.
    Series,
    /// The cells of a cube of JSON-stat.
    Cube,
}

/// Where the rows of a text are, and what is beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JsonShape {
    pub(crate) at: Vec<PathStep>,
    pub(crate) items: RowLayout,
    /// Whether each row is an array.
    pub(crate) lists: bool,
    /// The names of the cells of such rows, where they are elsewhere in the text.
    pub(crate) names: Option<Vec<String>>,
    /// The names of such rows, where they are more than their numbers.
    pub(crate) index: Option<RowNames>,
    /// What else the text says: where, and what.
    pub(crate) beside: Vec<(String, String)>,
}

/// The names of rows in a list of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowNames {
    /// Steps to the list.
    pub(crate) at: Vec<PathStep>,
    /// What the names are called, for each of their levels.
    pub(crate) names: Vec<String>,
}

/// Lists that name what pandas' rows and columns are called.
const NAMES_OF_NAMES: [&str; 2] = ["index_names", "column_names"];
/// Rows that lists have at least which are taken for columns beside other things.
const FEWEST_ROWS: usize = 3;

/// Finds the rows: of the table of this name, where one is asked for.
pub(crate) fn find<R: Read>(
    scan: &mut JsonScanner<R>,
    wanted: Option<&str>,
) -> Result<JsonShape, Unreadable> {
    let (kind, seen) = look(scan)?;
    let Some(seen) = seen else {
        return Ok(JsonShape {
            lists: kind == JsonKind::Array,
            ..values()
        });
    };
    let best = best(&seen);
    if is_without_rows(&seen, best) {
        return Err(Unreadable::Empty);
    }
    let tables = tables::of(&seen, best);
    let finder = ShapeFinder {
        seen: &seen,
        tables: &tables,
        best,
    };
    match (wanted, tables.first()) {
        (Some(wanted), Some(_)) => Ok(finder.of_rows(tables::wanted(&tables, wanted)?)),
        (None, Some(first)) if tables.len() > 1 || first.rows.is_cube => {
            Ok(finder.of_rows(first.rows))
        }
        _ => finder.choose(kind).ok_or(Unreadable::NoRows),
    }
}

/// Whether a text is an answer whose list of rows is empty: the answer itself is no row.
fn is_without_rows(seen: &JsonContents, best: Option<&MemberCounts>) -> bool {
    let has_rows = best.is_some_and(|best| best.rank().name < 2);
    !has_rows
        && seen
            .arrays
            .iter()
            .any(|list| list.len() == 0 && (list.at.is_empty() || list.is_called_rows()))
}

/// Returns the names of a text's tables, where it holds several.
pub(crate) fn held<R: Read>(scan: &mut JsonScanner<R>) -> Result<Vec<String>, Unreadable> {
    let (_, Some(seen)) = look(scan)? else {
        return Ok(Vec::new());
    };
    let tables = tables::of(&seen, best(&seen));
    if tables.len() < 2 {
        return Ok(Vec::new());
    }
    Ok(tables.into_iter().map(|table| table.name).collect())
}

fn values() -> JsonShape {
    of_layout(RowLayout::Values)
}

/// Returns the shape of a text that is laid out so as a whole.
fn of_layout(items: RowLayout) -> JsonShape {
    JsonShape {
        at: Vec::new(),
        items,
        lists: false,
        names: None,
        index: None,
        beside: Vec::new(),
    }
}

/// Returns the list of rows that is the likeliest.
fn best(seen: &JsonContents) -> Option<&MemberCounts> {
    seen.lists().into_iter().min_by_key(|list| list.rank())
}

/// Finds the rows among what was seen of a text.
struct ShapeFinder<'s> {
    seen: &'s JsonContents,
    /// Tables that can be asked for by name.
    tables: &'s [NamedTable<'s>],
    /// The likeliest list of rows.
    best: Option<&'s MemberCounts>,
}

impl ShapeFinder<'_> {
    /// Chooses the rows of a text whose one value is of the kind `top`; `None` where there are none.
    fn choose(&self, top: JsonKind) -> Option<JsonShape> {
        if top == JsonKind::Array {
            self.of_list()
        } else {
            self.of_object()
        }
    }

    fn of_list(&self) -> Option<JsonShape> {
        let best = self.best?;
        let outer = self.seen.arrays.iter().find(|list| list.at.is_empty());
        // `[{…}, 3]` has a row that is none: it is not passed over.
        let holds_it = best.at.is_empty()
            || outer.is_some_and(|o| o.texts + o.others == 0 && o.len() <= MOST_ELEMENTS);
        holds_it.then(|| self.of_rows(best))
    }

    fn of_object(&self) -> Option<JsonShape> {
        let whole = self.seen.objects.iter().find(|o| o.at.is_empty())?;
        if let Some(levels) = self.frame_levels(whole) {
            return Some(of_layout(RowLayout::Frame { levels }));
        }
        if whole.labels.are_series() {
            return Some(of_layout(RowLayout::Series));
        }
        // One record under a number is a row of that name.
        let are_many = whole.len() > 1 || whole.labels.are_numbers;
        let are_records = are_many && whole.objects == whole.len() && whole.objects > 0;
        if let Some(best) = self.best
            && !(are_records && self.is_of_record(best))
        {
            return Some(self.of_rows(best));
        }
        Some(if are_records {
            let levels = whole.labels.levels;
            of_layout(RowLayout::Members { levels })
        } else if whole.arrays == whole.len() && whole.width > 0 {
            of_layout(RowLayout::Columns)
        } else {
            columns_within(self.seen).unwrap_or_else(values)
        })
    }

    /// Returns the levels of the names of rows, where the members of the whole are columns of a data frame.
    fn frame_levels(&self, whole: &MemberCounts) -> Option<usize> {
        if whole.objects == 0 || whole.objects != whole.len() {
            return None;
        }
        let columns: Vec<&Labels> = self.members().map(|member| &member.labels).collect();
        if !frame::is_by_column(&whole.labels, &columns) {
            return None;
        }
        let is_labelled = columns.iter().any(|column| !column.are_counted);
        Some(if is_labelled { columns[0].levels } else { 0 })
    }

    /// Whether a list is a part of the records that the members of the whole are.
    fn is_of_record(&self, list: &MemberCounts) -> bool {
        // Members that have no name in common are parts of an answer, not rows: `{"head": {…}, "results": {"bindings": […]}}`.
        let are_parts = have_no_name_in_common(self.members());
        !are_parts && list.at.len() > 1 && (self.repeats(list) || list.rank().name > 0)
    }

    /// Returns the objects that are members of the whole.
    fn members(&self) -> impl Iterator<Item = &MemberCounts> {
        self.seen.objects.iter().filter(|o| o.at.len() == 1)
    }

    /// Whether several lists of rows are called as this one is, and as deep in the text.
    fn repeats(&self, list: &MemberCounts) -> bool {
        let lists = self.seen.lists();
        let alike = lists
            .iter()
            .filter(|other| other.last_key() == list.last_key() && other.at.len() == list.at.len());
        alike.count() > 1
    }

    /// Returns the shape of a table's rows; the other tables are no part of what is beside them.
    fn of_rows(&self, rows: &MemberCounts) -> JsonShape {
        if rows.is_cube {
            return self.of_cube(rows);
        }
        let named = NamedRows::of(rows, self.seen);
        let mut beside = self.seen.plain.clone();
        let others = self.seen.arrays.iter();
        let others = others.filter(|list| named.is_beside(list) && !self.is_of_table(list));
        beside.extend(others.map(|list| (path(&list.at), shown(list))));
        beside.retain(|(at, text)| !(at == "type" && text == "FeatureCollection"));
        let index = named.index.filter(|index| !index.labels.are_counted);
        JsonShape {
            at: rows.at.clone(),
            items: RowLayout::Elements,
            lists: rows.arrays > 0 || rows.is_keyed,
            names: named.columns.map(|columns| columns.names.clone()),
            index: index.map(|index| RowNames {
                at: index.at.clone(),
                names: index_names(index, self.seen),
            }),
            beside,
        }
    }

    /// Returns the shape of a cube of JSON-stat, which says of itself what is in it as plain values.
    fn of_cube(&self, cube: &MemberCounts) -> JsonShape {
        let mut before = path(&cube.at);
        if !before.is_empty() {
            before.push('.');
        }
        let own = self.seen.plain.iter().filter(|(at, _)| {
            at.strip_prefix(&before)
                .is_some_and(|name| !name.contains('.'))
        });
        JsonShape {
            at: cube.at.clone(),
            lists: true,
            beside: own.cloned().collect(),
            ..of_layout(RowLayout::Cube)
        }
    }

    fn is_of_table(&self, list: &MemberCounts) -> bool {
        self.tables.iter().any(|table| list.is_within(table.rows))
    }
}

/// Returns a list as it is shown beside rows: its texts, or its length.
fn shown(list: &MemberCounts) -> String {
    if list.texts == list.len() {
        list.names.join(", ").chars().take(200).collect()
    } else {
        format!("[{}]", list.len())
    }
}

/// The rows of a table, and the lists that name its columns and its rows.
struct NamedRows<'s> {
    rows: &'s MemberCounts,
    columns: Option<&'s MemberCounts>,
    index: Option<&'s MemberCounts>,
}

impl<'s> NamedRows<'s> {
    fn of(rows: &'s MemberCounts, seen: &'s JsonContents) -> NamedRows<'s> {
        let mut named = NamedRows {
            rows,
            columns: None,
            index: None,
        };
        if (rows.arrays > 0 || rows.is_keyed) && rows.width > 0 {
            let lists = seen.arrays.iter().filter(|list| !list.is_within(rows));
            named.columns = lists
                .clone()
                .find(|list| list.last_key() == Some("columns") && named.names_columns(list))
                .or_else(|| lists.clone().find(|list| named.names_columns(list)));
            if named.columns.and_then(MemberCounts::last_key) == Some("columns") {
                named.index = lists
                    .clone()
                    .find(|list| list.last_key() == Some("index") && list.len() == rows.len());
            }
        }
        named
    }

    /// Whether a list has a name for each of the columns.
    fn names_columns(&self, list: &MemberCounts) -> bool {
        list.names.len() == self.rows.width && list.len() == self.rows.width
    }

    /// Whether a list is no part of the rows, and names nothing of them.
    fn is_beside(&self, list: &MemberCounts) -> bool {
        let names_names = list
            .last_key()
            .is_some_and(|key| NAMES_OF_NAMES.contains(&key));
        let mut naming = self.columns.into_iter().chain(self.index);
        list.len() > 0
            && !self.rows.is_within(list)
            && !list.is_within(self.rows)
            && !naming.any(|own| own.at == list.at)
            && !names_names
    }
}

/// Whether none of the first objects has a member of a name that another has.
fn have_no_name_in_common<'s>(mut members: impl Iterator<Item = &'s MemberCounts>) -> bool {
    let mut names = BTreeSet::new();
    members.all(|member| member.names.iter().all(|name| names.insert(name.as_str())))
}

/// Finds columns beside other things, or under a name: `{"station": "A1", "hourly": {"time": […], "temperature": […]}}`.
fn columns_within(seen: &JsonContents) -> Option<JsonShape> {
    let best = seen
        .objects
        .iter()
        .filter(|object| holds_columns(object, seen) && object.is_by_keys())
        .min_by_key(|object| (object.at.len(), std::cmp::Reverse(object.length)))?;
    let mut beside = seen.plain.clone();
    let others = seen
        .arrays
        .iter()
        .filter(|list| !list.is_member_of(best) && list.len() > 0);
    beside.extend(others.map(|list| (path(&list.at), format!("[{}]", list.len()))));
    Some(JsonShape {
        at: best.at.clone(),
        beside,
        ..of_layout(RowLayout::Columns)
    })
}

/// Whether the lists in an object are columns: several of one length.
fn holds_columns(object: &MemberCounts, seen: &JsonContents) -> bool {
    let rows = object.length.unwrap_or(0);
    object.columns > 1
        && object.columns == object.arrays
        && (rows >= FEWEST_ROWS || rows > 0 && is_named_series(object, seen))
}

/// Whether an object is a series of pandas, which says its name beside its rows.
fn is_named_series(object: &MemberCounts, seen: &JsonContents) -> bool {
    object.len() == 3
        && ["index", "data"].iter().all(|name| {
            seen.arrays
                .iter()
                .any(|list| list.is_member_of(object) && list.last_key() == Some(name))
        })
}

/// Returns what the names of rows are called: as pandas says it beside them, else `index`, `index_2`.
fn index_names(index: &MemberCounts, seen: &JsonContents) -> Vec<String> {
    let levels = if index.arrays == index.len() {
        index.width.max(1)
    } else {
        1
    };
    let said = seen
        .arrays
        .iter()
        .find(|list| list.last_key() == Some(NAMES_OF_NAMES[0]) && list.texts == levels);
    match said.filter(|said| said.len() == levels) {
        Some(said) => said.names.clone(),
        None => (1..=levels)
            .map(|at| {
                if at == 1 {
                    "index".to_owned()
                } else {
                    format!("index_{at}")
                }
            })
            .collect(),
    }
}
