//! Rows of PxWeb, which statistical offices answer with: `{"key": ["00", "2023"], "values": ["10551707"]}`. Their columns are
//! named beside them; the values are numbers in quotation marks, and `..` where there is none.

use super::names::{self, MemberPairs};
use crate::unreadable::Unreadable;
use serde_json::Value;
use serde_json::value::RawValue;

/// The cells of a row.
type RowCells = Vec<Box<RawValue>>;

/// Returns the cells of the codes, and those of the values.
fn parts(json: &[u8]) -> Option<(RowCells, RowCells)> {
    let members = names::pairs_of(json).ok()?;
    let parts = (list(&members, "key")?, list(&members, "values")?);
    members
        .iter()
        .all(|(name, _)| matches!(name.as_str(), "key" | "values" | "comment"))
        .then_some(parts)
}

/// Returns the elements of the list that is the member of this name.
fn list(members: &MemberPairs, name: &str) -> Option<RowCells> {
    let (_, value) = members.iter().find(|(own, _)| own == name)?;
    serde_json::from_str(value.get()).ok()
}

/// Returns the number of cells that such a row has; `None` for another object.
pub(crate) fn width(json: &[u8]) -> Option<usize> {
    parts(json).map(|(keys, values)| keys.len() + values.len())
}

/// Returns the cells of such a row: codes as texts, values as the numbers that they are.
///
/// # Errors
/// When it is another object.
pub(crate) fn cells(json: &[u8]) -> Result<Vec<Box<RawValue>>, Unreadable> {
    let Some((mut cells, values)) = parts(json) else {
        let wanted = "{\"key\": […], \"values\": […]}";
        return Err(Unreadable::Malformed(wanted.to_owned()));
    };
    cells.extend(
        values
            .into_iter()
            .map(|value| number(&value).unwrap_or(value)),
    );
    Ok(cells)
}

/// Parses a number that is in quotation marks.
fn number(json: &RawValue) -> Option<Box<RawValue>> {
    let text: String = serde_json::from_str(json.get()).ok()?;
    let is_number = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    is_number
        .then(|| RawValue::from_string(text).ok())
        .flatten()
}

/// Parses the name of a row or a column in a list of such names: a text, a number, or several on several levels.
pub(crate) fn label(json: &[u8]) -> Option<String> {
    match serde_json::from_slice(json).ok()? {
        Value::Array(levels) => {
            let levels: Vec<String> = levels
                .iter()
                .filter_map(level)
                .filter(|level| !level.is_empty())
                .collect();
            Some(levels.join(" "))
        }
        Value::Object(_) => crate::sources::json::element_name::name_of(json),
        other => level(&other),
    }
}

/// Returns a name on one level: a text, or a number.
fn level(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
