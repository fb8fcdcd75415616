//! Rows of layouts that have to be held whole: an object of columns, a data frame by column, a cube.

use super::names::{self, Pairs};
use super::shape::{Items, Shape, Step};
use super::stat::Cells;
use super::text::Text;
use crate::data::fault::Unreadable;
use serde_json::value::RawValue;
use std::path::Path;
use std::vec::IntoIter;

/// Rows that are held.
pub enum Held {
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
pub fn hold(shape: &Shape, text: Text, root: &Path, path: &str) -> Result<Option<Held>, Unreadable> {
    Ok(match shape.items {
        Items::Columns => Some(Held::Objects(turned(&text.whole(root, path)?, elements, Label::None)?)),
        Items::Frame { labelled } => {
            let label = if labelled { Label::Key } else { Label::None };
            Some(Held::Objects(turned(&text.whole(root, path)?, members, label)?))
        }
        Items::Cube => {
            let whole = text.whole(root, path)?;
            let mut json = serde_json::from_str::<Box<RawValue>>(&whole).map_err(malformed)?;
            for step in &shape.at {
                let Step::Key(key) = step else { return Err(Unreadable::NoRows) };
                let inside = names::pairs_of(json.get().as_bytes())?;
                json = inside.into_iter().find(|(name, _)| name == key).ok_or(Unreadable::NoRows)?.1;
            }
            Some(Held::Cells(Box::new(Cells::of(json.get())?)))
        }
        Items::Values | Items::Elements | Items::Members => None,
    })
}

/// Whether the names of a data frame's rows are a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    None,
    Key,
}

/// A column's values, each with its row's name.
type Column = Vec<(String, Box<RawValue>)>;

fn elements(json: &RawValue) -> Result<Column, Unreadable> {
    let values: Vec<Box<RawValue>> = serde_json::from_str(json.get()).map_err(malformed)?;
    Ok(values.into_iter().map(|value| (String::new(), value)).collect())
}

fn members(json: &RawValue) -> Result<Column, Unreadable> {
    names::pairs_of(json.get().as_bytes())
}

/// Turns an object of columns into rows.
fn turned(
    text: &str,
    values: impl Fn(&RawValue) -> Result<Column, Unreadable>,
    label: Label,
) -> Result<IntoIter<Pairs>, Unreadable> {
    let columns = names::pairs_of(text.as_bytes())?;
    let key = names::free_name("key", columns.iter().map(|(name, _)| name.as_str()));
    let mut rows: Vec<Pairs> = Vec::new();
    for (name, column) in &columns {
        let values = values(column)?;
        rows.resize_with(rows.len().max(values.len()), Vec::new);
        for (row, (own, value)) in rows.iter_mut().zip(values) {
            if label == Label::Key && row.is_empty() {
                row.push((key.clone(), serde_json::value::to_raw_value(&own).map_err(malformed)?));
            }
            row.push((name.clone(), value));
        }
    }
    Ok(rows.into_iter())
}
