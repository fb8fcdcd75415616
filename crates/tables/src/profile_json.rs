//! A table's profile for programs.

use super::table::{Column, FileNote, Table};
use serde_json::{Map, Value, json};

/// What was counted of a table: `{name, rows, notes: [{line, position, text}], columns: [{name, type, declared, missing, distinct: {count, exact},
/// min, max, sum, mean, quartiles: {lower, median, upper, exact}, longest, frequent: [{value, count}],
/// histogram: [{from, to, count}]}]}`. Values are text, digit by digit as in the file; what does not apply is left out.
/// A count that is not exact is an estimate.
pub fn profile_json(table: &Table) -> Value {
    json!({
        "name": table.resource,
        "file": table.received.name,
        "encoding": table.received.encoding,
        "rows": table.rows,
        "notes": notes_json(&table.notes),
        "columns": table.columns.iter().map(column).collect::<Value>(),
    })
}

/// What a file says above and below its table: `[{line, position, text}]`.
pub fn notes_json(notes: &[FileNote]) -> Value {
    notes.iter().map(note_json).collect()
}

fn note_json(note: &FileNote) -> Value {
    let position = if note.is_above { "above" } else { "below" };
    json!({ "line": note.line, "position": position, "text": note.text })
}

fn column(column: &Column) -> Value {
    let profile = &column.profile;
    let quartiles = profile.quartiles.as_ref().map(
        |([lower, median, upper], exact)| json!({ "lower": lower, "median": median, "upper": upper, "exact": exact }),
    );
    let value = json!({
        "name": column.name,
        "type": column.kind.id(),
        "declared": column.declared,
        "missing": profile.missing,
        "distinct": profile.distinct.map(|(count, exact)| json!({ "count": count, "exact": exact })),
        "min": profile.min,
        "max": profile.max,
        "sum": profile.sum,
        "mean": profile.mean,
        "quartiles": quartiles,
        "longest": profile.longest,
        "frequent": profile.frequent.iter().map(|(value, count)| json!({ "value": value, "count": count })).collect::<Value>(),
        "histogram": profile.histogram.iter()
            .map(|(from, to, count)| json!({ "from": from, "to": to, "count": count })).collect::<Value>(),
    });
    let Value::Object(map) = value else {
        return value;
    };
    Value::Object(
        map.into_iter()
            .filter(|(_, v)| !is_empty(v))
            .collect::<Map<_, _>>(),
    )
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}
