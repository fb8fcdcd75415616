//! Rows of layouts that have to be held whole: an object of columns, a data frame by column, a cube.

use super::contents::Step;
use super::names::{self, Pairs};
use super::shape::{Items, Shape};
use super::stat::Cells;
use super::text::Text;
use crate::data::fault::Unreadable;
use serde_json::value::RawValue;
use std::path::Path;
use std::vec::IntoIter;

/// Rows that are held.
pub(crate) enum Held {
    /// Objects.
    Objects(IntoIter<Pairs>),
    /// Cells in order.
    Cells(Box<Cells>),
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(error.to_string())
}

/// Holds the rows of a layout that cannot be read row by row; none for any other.
///
/// # Errors
/// When the text is too large, or not what it seemed to be.
pub(crate) fn hold(
    shape: &Shape,
    text: Text,
    root: &Path,
    path: &str,
) -> Result<Option<Held>, Unreadable> {
    Ok(match shape.items {
        Items::Columns => {
            let mut columns = names::pairs_of(object(shape, text, root, path)?.get().as_bytes())?;
            // What is beside the lists is no column.
            columns.retain(|(_, json)| json.get().starts_with('['));
            Some(Held::Objects(turned(&columns, elements, 0)?))
        }
        Items::Frame { levels } => {
            let columns = names::pairs_of(text.whole(root, path)?.as_bytes())?;
            Some(Held::Objects(turned(&columns, members, levels)?))
        }
        Items::Series => {
            let whole = serde_json::from_str(&text.whole(root, path)?).map_err(malformed)?;
            Some(Held::Objects(turned(
                &vec![("value".to_owned(), whole)],
                members,
                1,
            )?))
        }
        Items::Cube => Some(Held::Cells(Box::new(Cells::of(
            object(shape, text, root, path)?.get(),
        )?))),
        Items::Values | Items::Elements | Items::Members { .. } => None,
    })
}

/// The object in a text that a layout is read from.
fn object(shape: &Shape, text: Text, root: &Path, path: &str) -> Result<Box<RawValue>, Unreadable> {
    let mut json =
        serde_json::from_str::<Box<RawValue>>(&text.whole(root, path)?).map_err(malformed)?;
    for step in &shape.at {
        json = match step {
            Step::Key(key) => {
                let inside = names::pairs_of(json.get().as_bytes())?;
                inside
                    .into_iter()
                    .find(|(name, _)| name == key)
                    .map(|(_, inside)| inside)
            }
            Step::Index(at) => serde_json::from_str::<Vec<Box<RawValue>>>(json.get())
                .map_err(malformed)?
                .into_iter()
                .nth(*at),
        }
        .ok_or(Unreadable::NoRows)?;
    }
    Ok(json)
}

/// A column's values, each with its row's name.
type Column = Vec<(String, Box<RawValue>)>;

fn elements(json: &RawValue) -> Result<Column, Unreadable> {
    let values: Vec<Box<RawValue>> = serde_json::from_str(json.get()).map_err(malformed)?;
    Ok(values
        .into_iter()
        .map(|value| (String::new(), value))
        .collect())
}

fn members(json: &RawValue) -> Result<Column, Unreadable> {
    names::pairs_of(json.get().as_bytes())
}

/// Turns columns into rows, whose names are so many columns before the others.
fn turned(
    columns: &Pairs,
    values: impl Fn(&RawValue) -> Result<Column, Unreadable>,
    levels: usize,
) -> Result<IntoIter<Pairs>, Unreadable> {
    let mut rows: Vec<Pairs> = Vec::new();
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
