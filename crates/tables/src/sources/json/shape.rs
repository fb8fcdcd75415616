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

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowLayout {
    /// The text's values: one object, or one on each line.
    Values,
    /// An array's elements.
    Elements,
    /// An object's members, each with its name on so many levels.
    Members { levels: usize },
    /// An object's lists are the columns: they are of one length.
    Columns,
    /// An object's members are the columns: objects with the same names of rows. These are columns too, on so many
    /// `levels`; on none where they are but numbers.
    Frame { levels: usize },
    /// An object is one column, whose members are named as rows are; a row without a value has a name all the same.
    Series,
    /// The cells of a cube of JSON-stat.
    Cube,
}

/// Where the rows are.
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
    /// Where it is.
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
    // An answer without rows is no row.
    let has_rows = best.is_some_and(|best| best.rank().0 < 2);
    if !has_rows
        && seen
            .arrays
            .iter()
            .any(|list| list.len() == 0 && (list.at.is_empty() || list.is_called_rows()))
    {
        return Err(Unreadable::Empty);
    }
    let tables = tables::of(&seen, best);
    match (wanted, tables.first()) {
        (Some(wanted), Some(_)) => Ok(shape(tables::wanted(&tables, wanted)?, &tables, &seen)),
        (None, Some(first)) if tables.len() > 1 || first.rows.is_cube => {
            Ok(shape(first.rows, &tables, &seen))
        }
        _ => choose(&seen, kind, &tables).ok_or(Unreadable::NoRows),
    }
}

/// The names of a text's tables, where it holds several.
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
    JsonShape {
        at: Vec::new(),
        items: RowLayout::Values,
        lists: false,
        names: None,
        index: None,
        beside: Vec::new(),
    }
}

/// The list of rows that is the likeliest.
fn best(seen: &JsonContents) -> Option<&MemberCounts> {
    seen.lists().into_iter().min_by_key(|list| list.rank())
}

fn choose(seen: &JsonContents, top: JsonKind, tables: &[NamedTable<'_>]) -> Option<JsonShape> {
    let best = best(seen);
    if top == JsonKind::Array {
        let best = best?;
        let outer = seen.arrays.iter().find(|list| list.at.is_empty());
        // `[{…}, 3]` has a row that is none: it is not passed over.
        if best.at.is_empty()
            || outer.is_some_and(|o| o.texts + o.others == 0 && o.len() <= MOST_ELEMENTS)
        {
            return Some(shape(best, tables, seen));
        }
        return None;
    }
    let whole = seen.objects.iter().find(|o| o.at.is_empty())?;
    if whole.objects > 0 && whole.objects == whole.len() {
        let columns: Vec<&Labels> = seen
            .objects
            .iter()
            .filter(|o| o.at.len() == 1)
            .map(|o| &o.labels)
            .collect();
        if frame::is_by_column(&whole.labels, &columns) {
            let labelled = columns.iter().any(|column| !column.are_counted);
            let levels = if labelled { columns[0].levels } else { 0 };
            return Some(JsonShape {
                items: RowLayout::Frame { levels },
                ..values()
            });
        }
    }
    if whole.labels.are_series() {
        return Some(JsonShape {
            items: RowLayout::Series,
            ..values()
        });
    }
    let lists = seen.lists();
    let alike = |a: &MemberCounts, b: &MemberCounts| {
        a.last_key() == b.last_key() && a.at.len() == b.at.len()
    };
    let repeats = |list: &MemberCounts| lists.iter().filter(|other| alike(other, list)).count() > 1;
    // One record under a number is a row of that name.
    let are_many = whole.len() > 1 || whole.labels.are_numbers;
    let members: Vec<&MemberCounts> = seen
        .objects
        .iter()
        .filter(|object| object.at.len() == 1)
        .collect();
    let are_members = are_many && whole.objects == whole.len() && whole.objects > 0;
    match best {
        // Members that have no name in common are parts of an answer, not rows: `{"head": {…}, "results": {"bindings": […]}}`.
        Some(best) if are_members && have_no_name_in_common(&members) => {
            Some(shape(best, tables, seen))
        }
        Some(best)
            if !(are_members && best.at.len() > 1 && (repeats(best) || best.rank().0 > 0)) =>
        {
            Some(shape(best, tables, seen))
        }
        _ if are_members => Some(JsonShape {
            items: RowLayout::Members {
                levels: whole.labels.levels,
            },
            ..values()
        }),
        _ if whole.arrays == whole.len() && whole.width > 0 => Some(JsonShape {
            items: RowLayout::Columns,
            ..values()
        }),
        _ => Some(columns_within(seen).unwrap_or_else(values)),
    }
}

/// Whether none of the first objects has a member of a name that another has.
fn have_no_name_in_common(members: &[&MemberCounts]) -> bool {
    let mut names = BTreeSet::new();
    members
        .iter()
        .flat_map(|member| &member.names)
        .all(|name| names.insert(name.as_str()))
}

/// Columns that are beside other things, or under a name: `{"station": "A1", "hourly": {"time": […], "temperature": […]}}`.
fn columns_within(seen: &JsonContents) -> Option<JsonShape> {
    let named = |object: &MemberCounts, list: &str| {
        let at =
            |a: &MemberCounts| a.at.len() == object.at.len() + 1 && a.at.starts_with(&object.at);
        seen.arrays
            .iter()
            .any(|a| at(a) && a.last_key() == Some(list))
    };
    // A series of pandas says its name beside its rows.
    let is_series = |object: &MemberCounts| {
        object.len() == 3 && named(object, "index") && named(object, "data")
    };
    let fits = |object: &&MemberCounts| {
        let rows = object.length.unwrap_or(0);
        object.columns > 1
            && object.columns == object.arrays
            && (rows >= FEWEST_ROWS || rows > 0 && is_series(object))
    };
    let is_by_keys = |object: &&MemberCounts| {
        object
            .at
            .iter()
            .all(|step| matches!(step, PathStep::Key(_)))
    };
    let best = seen.objects.iter().filter(fits).filter(is_by_keys);
    let best = best.min_by_key(|object| (object.at.len(), std::cmp::Reverse(object.length)))?;
    let is_column = |at: &[PathStep]| at.len() == best.at.len() + 1 && at.starts_with(&best.at);
    let mut beside = seen.plain.clone();
    for list in seen
        .arrays
        .iter()
        .filter(|list| !is_column(&list.at) && list.len() > 0)
    {
        beside.push((path(&list.at), format!("[{}]", list.len())));
    }
    Some(JsonShape {
        at: best.at.clone(),
        items: RowLayout::Columns,
        beside,
        ..values()
    })
}

/// The shape of a table's rows; the other tables are no part of what is beside them.
fn shape(rows: &MemberCounts, tables: &[NamedTable<'_>], seen: &JsonContents) -> JsonShape {
    if rows.is_cube {
        let place = path(&rows.at);
        let before = if place.is_empty() {
            place
        } else {
            format!("{place}.")
        };
        let is_said = |at: &str| {
            at.strip_prefix(&before)
                .is_some_and(|name| !name.contains('.'))
        };
        let beside = seen
            .plain
            .iter()
            .filter(|(at, _)| is_said(at))
            .cloned()
            .collect();
        return JsonShape {
            at: rows.at.clone(),
            items: RowLayout::Cube,
            lists: true,
            beside,
            ..values()
        };
    }
    let lists = rows.arrays > 0 || rows.is_keyed;
    let names_it = |list: &&MemberCounts| {
        list.at != rows.at && list.names.len() == rows.width && list.len() == rows.width
    };
    let inside = |list: &&MemberCounts| list.at.starts_with(&rows.at);
    let outside = || {
        seen.arrays
            .iter()
            .filter(|list| lists && rows.width > 0 && !inside(list))
    };
    let is_columns = |list: &&MemberCounts| list.last_key() == Some("columns");
    let is_index =
        |list: &&MemberCounts| list.last_key() == Some("index") && list.len() == rows.len();
    let naming = outside()
        .filter(is_columns)
        .find(names_it)
        .or_else(|| outside().find(names_it));
    let index = outside()
        .filter(|_| naming.is_some_and(|n| n.last_key() == Some("columns")))
        .find(is_index);
    let mut beside: Vec<(String, String)> = seen.plain.clone();
    let is_around = |list: &MemberCounts| rows.at.starts_with(&list.at);
    let others = seen
        .arrays
        .iter()
        .filter(|l| !is_around(l) && !inside(l) && naming.is_none_or(|n| n.at != l.at));
    let is_table = |list: &MemberCounts| {
        tables
            .iter()
            .any(|table| list.at.starts_with(&table.rows.at))
    };
    let names_names = |list: &MemberCounts| {
        list.last_key()
            .is_some_and(|key| NAMES_OF_NAMES.contains(&key))
    };
    let others = others.filter(|l| !is_table(l) && !names_names(l) && l.len() > 0);
    for list in others.filter(|l| index.is_none_or(|i| i.at != l.at)) {
        let shown = if list.texts == list.len() {
            list.names.join(", ")
        } else {
            format!("[{}]", list.len())
        };
        beside.push((path(&list.at), shown.chars().take(200).collect()));
    }
    beside.retain(|(at, text)| !(at == "type" && text == "FeatureCollection"));
    let index = index.filter(|index| !index.labels.are_counted);
    let index = index.map(|index| RowNames {
        at: index.at.clone(),
        names: index_names(index, seen),
    });
    let names = naming.map(|n| n.names.clone());
    JsonShape {
        at: rows.at.clone(),
        items: RowLayout::Elements,
        lists,
        names,
        index,
        beside,
    }
}

/// What the names of rows are called: as pandas says it beside them, else `index`, `index_2`.
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
