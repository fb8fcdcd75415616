//! Several lists of rows in one text: a table each, as the sheets of a workbook are.

use crate::sources::json::counts::{JsonContents, MemberCounts, PathStep};
use crate::unreadable::Unreadable;

/// A table of a text.
pub(crate) struct NamedTable<'s> {
    /// The name by which it is asked for.
    pub(crate) name: String,
    /// Where its rows are: a list of them, or a cube of JSON-stat.
    pub(crate) rows: &'s MemberCounts,
}

/// What lists are called that say something of the rows beside them.
const SAID_OF_ROWS: &[&str] = &[
    "cols",
    "comments",
    "errors",
    "filters",
    "links",
    "messages",
    "meta",
    "metadata",
    "notes",
    "notas",
    "pages",
    "parameters",
    "params",
    "sort",
    "tags",
    "warnings",
];

/// Returns the tables of a text, in its order; `best` is the list that is read where none is asked for.
pub(crate) fn of<'s>(
    seen: &'s JsonContents,
    best: Option<&'s MemberCounts>,
) -> Vec<NamedTable<'s>> {
    let cubes: Vec<&MemberCounts> = seen
        .objects
        .iter()
        .filter(|object| object.is_cube)
        .collect();
    if !cubes.is_empty() {
        return named(cubes);
    }
    let wrapped = wrapped(seen);
    if !wrapped.is_empty() {
        return wrapped;
    }
    let Some(best) = best else { return Vec::new() };
    named(
        seen.lists()
            .into_iter()
            .filter(|list| list.at == best.at || is_sibling(list, best))
            .collect(),
    )
}

/// Whether a list is beside another as a table of its own.
fn is_sibling(list: &MemberCounts, best: &MemberCounts) -> bool {
    let (Some((_, beside)), Some((_, around))) = (list.at.split_last(), best.at.split_last())
    else {
        return false;
    };
    beside == around
        && (list.arrays > 0) == (best.arrays > 0)
        && !best.is_keyed
        && list.rank().name < 2
        && !list.is_called_one_of(SAID_OF_ROWS)
}

/// Returns the lists of an object whose members each hold one and nothing else: `{"2022": {"rows": […]}, "2023":
/// {"rows": […]}}`.
fn wrapped(seen: &JsonContents) -> Vec<NamedTable<'_>> {
    let whole = seen.objects.iter().find(|object| object.at.is_empty());
    if !whole.is_some_and(|whole| whole.objects > 1 && whole.objects == whole.len()) {
        return Vec::new();
    }
    let mut found: Vec<NamedTable<'_>> = Vec::new();
    for member in seen.objects.iter().filter(|object| object.at.len() == 1) {
        let mut inside = seen.lists();
        inside.retain(|list| list.is_member_of(member));
        let [only] = inside[..] else {
            return Vec::new();
        };
        let is_alone = member.len() == 1 || only.is_called_rows() && member.objects == 0;
        if member.arrays != 1 || !is_alone {
            return Vec::new();
        }
        found.push(NamedTable {
            name: step(&member.at[0]),
            rows: only,
        });
    }
    if found
        .iter()
        .all(|other| other.rows.at.last() == found[0].rows.at.last())
    {
        found
    } else {
        Vec::new()
    }
}

/// Tables by the last step on the way to them.
fn named(lists: Vec<&MemberCounts>) -> Vec<NamedTable<'_>> {
    let tables = lists.into_iter().map(|rows| NamedTable {
        name: rows.at.last().map_or_else(|| "dataset".to_owned(), step),
        rows,
    });
    tables.collect()
}

fn step(step: &PathStep) -> String {
    match step {
        PathStep::Key(key) => key.clone(),
        PathStep::Index(number) => (number + 1).to_string(),
    }
}

/// Returns the table that is asked for, by its name or its number from 1.
pub(crate) fn wanted<'s>(
    tables: &[NamedTable<'s>],
    wanted: &str,
) -> Result<&'s MemberCounts, Unreadable> {
    let table = tables
        .iter()
        .find(|table| table.name == wanted)
        .or_else(|| tables.get(wanted.parse::<usize>().ok()?.checked_sub(1)?));
    table.map(|table| table.rows).ok_or_else(|| {
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        Unreadable::Packed {
            cause: "no-sheet",
            detail: format!("{wanted} ({})", names.join(", ")),
        }
    })
}
