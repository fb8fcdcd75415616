//! Rows of layouts that have to be held whole: an object of columns, a data frame by column, a cube.

use super::json_stat::Cube;
use super::names::{self, MemberPairs};
use super::shape::{JsonShape, RowLayout};
use super::text::JsonText;
use crate::sources::json::counts::PathStep;
use crate::unreadable::Unreadable;
use serde_json::value::RawValue;
use std::path::Path;
use std::vec::IntoIter;

/// Rows that are held, and given one after the other.
pub(crate) enum RowsInMemory {
    Objects(IntoIter<MemberPairs>),
    Cells(Box<Cube>),
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(error.to_string())
}

/// Holds the rows of a layout that cannot be read row by row; none for any other.
///
/// # Errors
/// When the text is too large, or not what it seemed to be.
pub(crate) fn hold(
    shape: &JsonShape,
    text: JsonText,
    root: &Path,
    path: &str,
) -> Result<Option<RowsInMemory>, Unreadable> {
    Ok(match shape.items {
        RowLayout::Columns => {
            let mut columns = names::pairs_of(object(shape, text, root, path)?.get().as_bytes())?;
            // What is beside the lists is no column.
            columns.retain(|(_, json)| json.get().starts_with('['));
            Some(RowsInMemory::Objects(turned(&columns, elements, 0)?))
        }
        RowLayout::Frame { levels } => {
            let columns = names::pairs_of(text.whole(root, path)?.as_bytes())?;
            Some(RowsInMemory::Objects(turned(&columns, members, levels)?))
        }
        RowLayout::Series => {
            let whole = serde_json::from_str(&text.whole(root, path)?).map_err(malformed)?;
            Some(RowsInMemory::Objects(turned(
                &vec![("value".to_owned(), whole)],
                members,
                1,
            )?))
        }
        RowLayout::Cube => {
            let limits = text.limits;
            let cube = object(shape, text, root, path)?;
            Some(RowsInMemory::Cells(Box::new(Cube::of(
                cube.get(),
                &limits,
            )?)))
        }
        RowLayout::Values | RowLayout::Elements | RowLayout::Members { .. } => None,
    })
}

/// Returns the object in a text that a layout is read from.
fn object(
    shape: &JsonShape,
    text: JsonText,
    root: &Path,
    path: &str,
) -> Result<Box<RawValue>, Unreadable> {
    let mut json =
        serde_json::from_str::<Box<RawValue>>(&text.whole(root, path)?).map_err(malformed)?;
    for step in &shape.at {
        json = match step {
            PathStep::Key(key) => {
                let inside = names::pairs_of(json.get().as_bytes())?;
                inside
                    .into_iter()
                    .find(|(name, _)| name == key)
                    .map(|(_, inside)| inside)
            }
            PathStep::Index(at) => serde_json::from_str::<Vec<Box<RawValue>>>(json.get())
                .map_err(malformed)?
                .into_iter()
                .nth(*at),
        }
        .ok_or(Unreadable::NoRows)?;
    }
    Ok(json)
}

/// A column's values, each with its row's name.
type ColumnValues = Vec<(String, Box<RawValue>)>;

fn elements(json: &RawValue) -> Result<ColumnValues, Unreadable> {
    let values: Vec<Box<RawValue>> = serde_json::from_str(json.get()).map_err(malformed)?;
    Ok(values
        .into_iter()
        .map(|value| (String::new(), value))
        .collect())
}

fn members(json: &RawValue) -> Result<ColumnValues, Unreadable> {
    names::pairs_of(json.get().as_bytes())
}

/// Turns columns into rows, whose names are so many columns before the others.
fn turned(
    columns: &MemberPairs,
    values: impl Fn(&RawValue) -> Result<ColumnValues, Unreadable>,
    levels: usize,
) -> Result<IntoIter<MemberPairs>, Unreadable> {
    let mut rows: Vec<MemberPairs> = Vec::new();
    for (name, column) in columns {
        let values = values(column)?;
        rows.resize_with(rows.len().max(values.len()), Vec::new);
        for (row, (own, value)) in rows.iter_mut().zip(values) {
            if row.is_empty() {
                *row = names::row_names(&own, levels, columns)?;
            }
            row.push((name.clone(), value));
        }
    }
    Ok(rows.into_iter())
}
