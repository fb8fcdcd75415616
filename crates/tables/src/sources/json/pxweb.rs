//! Rows of PxWeb, which statistical offices answer with: `{"key": ["00", "2023"], "values": ["10551707"]}`. Their columns are
//! named beside them; the values are numbers in quotation marks, and `..` where there is none.

use super::names;
use crate::unreadable::Unreadable;
use serde_json::value::RawValue;

/// The cells of a row.
type RowCells = Vec<Box<RawValue>>;

/// The cells of the codes, and those of the values.
fn parts(json: &[u8]) -> Option<(RowCells, RowCells)> {
    let members = names::pairs_of(json).ok()?;
    let list = |name: &str| {
        let (_, value) = members.iter().find(|(own, _)| own == name)?;
        serde_json::from_str::<RowCells>(value.get()).ok()
    };
    let is_known = |name: &str| matches!(name, "key" | "values" | "comment");
    let parts = (list("key")?, list("values")?);
    members
        .iter()
        .all(|(name, _)| is_known(name))
        .then_some(parts)
}

/// How many cells such a row has; none of another object.
pub(crate) fn width(json: &[u8]) -> Option<usize> {
    parts(json).map(|(keys, values)| keys.len() + values.len())
}

/// The cells of such a row: codes as texts, values as the numbers that they are.
///
/// # Errors
/// When it is another object.
pub(crate) fn cells(json: &[u8]) -> Result<Vec<Box<RawValue>>, Unreadable> {
    let malformed = || Unreadable::Malformed("{\"key\": […], \"values\": […]}".to_owned());
    let (mut cells, values) = parts(json).ok_or_else(malformed)?;
    cells.extend(
        values
            .into_iter()
            .map(|value| number(&value).unwrap_or(value)),
    );
    Ok(cells)
}

/// A number that is in quotation marks.
fn number(json: &RawValue) -> Option<Box<RawValue>> {
    let text: String = serde_json::from_str(json.get()).ok()?;
    let is_number = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    is_number
        .then(|| RawValue::from_string(text).ok())
        .flatten()
}

/// What a row or a column is called in a list of such names: a text, a number, or several on several levels.
pub(crate) fn label(json: &[u8]) -> Option<String> {
    let plain = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match serde_json::from_slice(json).ok()? {
        serde_json::Value::Array(levels) => {
            let levels: Vec<String> = levels
                .iter()
                .filter_map(plain)
                .filter(|level| !level.is_empty())
                .collect();
            Some(levels.join(" "))
        }
        serde_json::Value::Object(_) => crate::sources::json::element_name::name_of(json),
        other => plain(&other),
    }
}
