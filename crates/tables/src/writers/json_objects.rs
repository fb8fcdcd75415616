//! Rows as JSON objects, which several formats are made of.

use crate::rows::Row;
use crate::{Table, Value};
use std::io;
use std::io::Write;

/// A member's name, and its column.
struct MemberName {
    column: usize,
    text: Vec<u8>,
}

/// Makes rows into JSON objects.
pub(crate) struct JsonObjects<'a> {
    table: &'a Table,
    /// `"name":` of each column that is written, with the mark before it.
    keys: Vec<MemberName>,
    scratch: String,
}

impl<'a> JsonObjects<'a> {
    /// For the rows of this table.
    pub(crate) fn new(table: &'a Table) -> Self {
        JsonObjects::without(table, &[])
    }

    /// For the rows of this table, without these columns.
    pub(crate) fn without(table: &'a Table, left_out: &[usize]) -> Self {
        let written = (0..table.columns.len()).filter(|column| !left_out.contains(column));
        let keys = written.enumerate().map(|(at, column)| {
            let mut text = vec![if at == 0 { b'{' } else { b',' }];
            text.extend(
                serde_json::to_string(&table.columns[column].name)
                    .unwrap_or_default()
                    .into_bytes(),
            );
            text.push(b':');
            MemberName { column, text }
        });
        JsonObjects {
            table,
            keys: keys.collect(),
            scratch: String::new(),
        }
    }

    /// Adds one row as an object, without a line's end, to `out`.
    ///
    /// # Errors
    /// None that memory does not cause.
    pub(crate) fn write(&mut self, row: &Row, out: &mut Vec<u8>) -> io::Result<()> {
        // Almost no row needs escaping; finding that out for all of it at once is what takes least.
        let bare = !needs_escapes(row.everything());
        if self.keys.is_empty() {
            out.push(b'{');
        }
        for MemberName { column, text } in &self.keys {
            out.extend_from_slice(text);
            write_value(
                out,
                self.table.columns[*column].value(row.cell(*column), &mut self.scratch),
                bare,
            )?;
        }
        out.push(b'}');
        Ok(())
    }
}

#[allow(
    clippy::needless_bitwise_bool,
    reason = "without branches, many bytes are looked at in one step"
)]
fn needs_escapes(text: &str) -> bool {
    text.bytes().fold(false, |found, b| {
        found | (b < 0x20) | (b == b'"') | (b == b'\\')
    })
}

fn write_value(out: &mut Vec<u8>, value: Value<'_>, bare: bool) -> io::Result<()> {
    match value {
        Value::Missing => out.extend_from_slice(b"null"),
        Value::Integer(number) | Value::Number(number) => out.extend_from_slice(number.as_bytes()),
        Value::Boolean(yes) => out.extend_from_slice(if yes { b"true" } else { b"false" }),
        Value::Json(json) => {
            // Objects on one line each: line ends between the parts of a JSON text mean nothing.
            let raw: &serde_json::value::RawValue = serde_json::from_str(json)?;
            out.extend(raw.get().bytes().filter(|b| !matches!(b, b'\n' | b'\r')));
        }
        Value::Text(text) | Value::Date(text) | Value::DateTime(text) | Value::Time(text) => {
            if !bare && needs_escapes(text) {
                return Ok(serde_json::to_writer(out, text)?);
            }
            out.push(b'"');
            out.extend_from_slice(text.as_bytes());
            out.push(b'"');
        }
    }
    Ok(())
}

/// Bytes that are gathered before they are handed on.
const GATHERED: usize = 128 * 1024;

/// Hands on what has been gathered, once it is enough.
pub(crate) fn hand_on(gathered: &mut Vec<u8>, out: &mut dyn Write) -> io::Result<()> {
    if gathered.len() >= GATHERED {
        out.write_all(gathered)?;
        gathered.clear();
    }
    Ok(())
}
