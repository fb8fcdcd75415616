//! One SQLite database a dataset: a table for each of its tables, with types and keys, and a table that says what every
//! column means. Rows are read again for it, for a database is of the whole dataset and a format of one table.
//!
//! A text stays the text that it is: a column has a type that would make numbers of texts only where every value is one.

use super::database_types::{DatabaseType, DatabaseValue};
use crate::schema::ForeignKey;
use crate::table::{Column, Table};
use crate::unreadable::Unreadable;
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, ErrorCode, ToSql};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use tragaluz_text::words::Words;

/// Columns that a table of SQLite can have.
pub const MOST_COLUMNS: usize = 2000;

/// Writes a database of these tables, each with its name there, and of what their dataset is. The database is made in the
/// empty folder `scratch` and copied to `out`.
///
/// # Errors
/// When a file cannot be read again, or the disk refuses.
#[allow(clippy::disallowed_methods, reason = "a file of its own is copied out")]
pub fn write(tables: &[(&Table, &str)], scratch: &Path, out: &mut dyn Write) -> io::Result<()> {
    let (draft, whole) = (scratch.join("draft"), scratch.join("whole"));
    let mut base = Connection::open(&draft).map_err(io::Error::other)?;
    begin(&base).map_err(io::Error::other)?;
    for (what, words) in tables.first().map_or(&[][..], |(table, _)| &table.about) {
        base.execute("INSERT INTO _about VALUES (?1, ?2)", [*what, words])
            .map_err(io::Error::other)?;
    }
    for (table, name) in tables {
        add(&mut base, table, name)?;
        describe(&base, table, name).map_err(io::Error::other)?;
    }
    // A fresh file has its pages in one order, whatever was done and undone on the way.
    base.execute("VACUUM INTO ?1", [whole.to_string_lossy()])
        .map_err(io::Error::other)?;
    io::copy(&mut File::open(&whole)?, out).map(drop)
}

/// A draft needs no safety against a crash, and no key is enforced: what breaks one is a finding of its own.
fn begin(base: &Connection) -> rusqlite::Result<()> {
    base.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA encoding = 'UTF-8';
         PRAGMA cache_size = -8192;
         CREATE TABLE _columns (\"table\" TEXT, name TEXT, type TEXT, title TEXT, description TEXT, unit TEXT);
         CREATE TABLE _about (name TEXT, value TEXT);",
    )
}

fn add(base: &mut Connection, table: &Table, name: &str) -> io::Result<()> {
    let fits = fitting(table)?;
    let columns = column_names(table);
    let keyed = definition(table, name, &columns, &fits, true);
    match fill(base, table, &keyed, &fits) {
        // The rows break the key that is declared, which is said where the file is checked.
        Err(FillError::Key) => {
            base.execute_batch(&format!("DROP TABLE IF EXISTS {}", quoted(name)))
                .map_err(io::Error::other)?;
            let plain = definition(table, name, &columns, &fits, false);
            fill(base, table, &plain, &fits).map_err(FillError::into_error)
        }
        filled => filled.map_err(FillError::into_error),
    }
}

/// The types of a table's columns, by all of its rows: a reading of its own.
///
/// # Errors
/// When the file can no longer be read.
fn fitting(table: &Table) -> io::Result<Vec<DatabaseType>> {
    let unreadable = |why: Unreadable| io::Error::other(format!("{}: {why}", table.received.path));
    let mut fits = DatabaseType::supposed(table);
    let mut scratch = String::new();
    let mut records = table.records().map_err(unreadable)?;
    while let Some(row) = records.next_row().map_err(unreadable)? {
        for (at, fit) in fits.iter_mut().enumerate() {
            if fit.of_cell(table, at, row, &mut scratch).is_none() {
                *fit = DatabaseType::Text;
            }
        }
    }
    Ok(fits)
}

/// Why a table could not be filled.
enum FillError {
    /// Rows break the primary key.
    Key,
    Other(io::Error),
}

impl FillError {
    fn into_error(self) -> io::Error {
        match self {
            FillError::Key => io::Error::other("a key that was not declared is broken"),
            FillError::Other(error) => error,
        }
    }
}

impl From<rusqlite::Error> for FillError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation) => FillError::Key,
            _ => FillError::Other(io::Error::other(error)),
        }
    }
}

struct ColumnDefinition {
    create: String,
    insert: String,
}

fn definition(
    table: &Table,
    name: &str,
    columns: &[String],
    fits: &[DatabaseType],
    keyed: bool,
) -> ColumnDefinition {
    let mut parts: Vec<String> = columns
        .iter()
        .zip(fits)
        .map(|(column, fit)| format!("{} {}", quoted(column), type_of(*fit)))
        .collect();
    if keyed && !table.primary_key.is_empty() {
        let keys = quoted_columns(table, columns, &table.primary_key);
        parts.extend(keys.map(|keys| format!("PRIMARY KEY ({keys})")));
    }
    for key in table
        .foreign_keys
        .iter()
        .filter(|key| key.dataset.is_none())
    {
        let fields = quoted_columns(table, columns, &key.fields);
        parts.extend(fields.map(|fields| reference(&fields, key, name)));
    }
    let marks = vec!["?"; columns.len()].join(", ");
    ColumnDefinition {
        create: format!(
            "CREATE TABLE {} (\n  {}\n)",
            quoted(name),
            parts.join(",\n  ")
        ),
        insert: format!("INSERT INTO {} VALUES ({marks})", quoted(name)),
    }
}

/// Returns what these columns of the table are called here; `None` where there is no such column.
fn quoted_columns(table: &Table, columns: &[String], names: &[String]) -> Option<String> {
    let mut quoted_names = Vec::with_capacity(names.len());
    for name in names {
        let at = table.columns.iter().position(|c| c.name == *name)?;
        quoted_names.push(quoted(&columns[at]));
    }
    Some(quoted_names.join(", "))
}

fn reference(fields: &str, key: &ForeignKey, own: &str) -> String {
    let table = match key.resource.as_str() {
        "" => own.to_owned(),
        resource => tragaluz_text::slug::slug(resource),
    };
    let there: Vec<String> = key.reference.iter().map(|column| quoted(column)).collect();
    format!(
        "FOREIGN KEY ({fields}) REFERENCES {} ({})",
        quoted(&table),
        there.join(", ")
    )
}

/// Types that SQLite's rules give the right affinity. `BIGINT` and not `INTEGER`, which would be another name of the row
/// number, and put rows in its order.
fn type_of(fit: DatabaseType) -> &'static str {
    match fit {
        DatabaseType::Integer => "BIGINT",
        DatabaseType::Double => "DOUBLE",
        DatabaseType::Boolean => "BOOLEAN",
        DatabaseType::Date
        | DatabaseType::DateTime
        | DatabaseType::Time
        | DatabaseType::Json
        | DatabaseType::Text => "TEXT",
    }
}

/// Names of columns, which SQLite tells apart without regard to case.
fn column_names(table: &Table) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let names = table.columns.iter().map(|column| {
        let mut names = std::iter::once(column.name.clone())
            .chain((2..).map(|n| format!("{}_{n}", column.name)));
        let free = names.find(|name| taken.insert(name.to_lowercase()));
        free.unwrap_or_default().replace('\0', "")
    });
    names.collect()
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn fill(
    base: &mut Connection,
    table: &Table,
    as_: &ColumnDefinition,
    fits: &[DatabaseType],
) -> Result<(), FillError> {
    base.execute_batch(&as_.create)?;
    let transaction = base.transaction()?;
    {
        let mut insert = transaction.prepare(&as_.insert)?;
        let path = &table.received.path;
        let mut records = table.records().map_err(|why| unreadable(path, &why))?;
        let mut scratch = String::new();
        while let Some(row) = records.next_row().map_err(|why| unreadable(path, &why))? {
            for (at, (column, fit)) in table.columns.iter().zip(fits).enumerate() {
                let cell = row.cell(at);
                let value = column.value(cell, &mut scratch);
                insert.raw_bind_parameter(at + 1, BoundValue::of(*fit, column, cell, value))?;
            }
            insert.raw_execute()?;
        }
    }
    Ok(transaction.commit()?)
}

fn unreadable(path: &str, why: &Unreadable) -> FillError {
    FillError::Other(io::Error::other(format!("{path}: {why}")))
}

/// A value as it is bound; dates and times are ISO 8601 texts.
enum BoundValue<'a> {
    Null,
    Text(&'a str),
    Fitted(DatabaseValue<'a>),
}

impl<'a> BoundValue<'a> {
    fn of(
        fit: DatabaseType,
        column: &Column,
        cell: Option<&'a str>,
        value: crate::Value<'a>,
    ) -> BoundValue<'a> {
        use crate::Value;
        match (fit, value) {
            (_, Value::Missing) => BoundValue::Null,
            (DatabaseType::Text, _) => cell
                .filter(|c| !column.is_missing(c))
                .map_or(BoundValue::Null, BoundValue::Text),
            (_, Value::Date(text) | Value::DateTime(text) | Value::Time(text)) => {
                BoundValue::Text(text)
            }
            (fit, value) => fit.take(value).map_or(BoundValue::Null, BoundValue::Fitted),
        }
    }
}

impl ToSql for BoundValue<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            BoundValue::Null | BoundValue::Fitted(DatabaseValue::Missing) => {
                ToSqlOutput::from(rusqlite::types::Null)
            }
            BoundValue::Text(text) | BoundValue::Fitted(DatabaseValue::Text(text)) => {
                ToSqlOutput::from(*text)
            }
            BoundValue::Fitted(DatabaseValue::Integer(n)) => ToSqlOutput::from(*n),
            BoundValue::Fitted(DatabaseValue::Double(n)) => ToSqlOutput::from(*n),
            BoundValue::Fitted(DatabaseValue::Boolean(yes)) => ToSqlOutput::from(*yes),
            BoundValue::Fitted(DatabaseValue::Days(days)) => ToSqlOutput::from(*days),
        })
    }
}

/// Returns the text in the first of its languages.
fn first_text(words: &Words) -> Option<String> {
    words.all().next().map(|(_, text)| text.to_owned())
}

/// Enters what is known of a table's columns, in the words' own language.
fn describe(base: &Connection, table: &Table, name: &str) -> rusqlite::Result<()> {
    let mut insert = base.prepare("INSERT INTO _columns VALUES (?, ?, ?, ?, ?, ?)")?;
    for (column, own_name) in table.columns.iter().zip(column_names(table)) {
        let (title, description) = (first_text(&column.title), first_text(&column.description));
        insert.execute((
            name,
            own_name,
            column.kind.id(),
            title,
            description,
            &column.unit,
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standalone;
    use std::io::Write;

    #[test]
    fn a_key_that_rows_break_is_left_out_and_no_row_is() {
        let home = tempfile::tempdir().unwrap();
        let file = tempfile::Builder::new()
            .suffix(".csv")
            .tempfile_in(home.path())
            .unwrap();
        file.as_file()
            .write_all(b"id,Id,big\n1,a,12345678901234567890\n1,b,2\n")
            .unwrap();
        let mut table = standalone::profile_file(file.path(), None, &mut Vec::new())
            .unwrap()
            .unwrap();
        table.primary_key = vec!["id".into()];
        let scratch = tempfile::tempdir().unwrap();
        let mut bytes = Vec::new();
        write(&[(&table, "a")], scratch.path(), &mut bytes).unwrap();
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&bytes).unwrap();
        let base = Connection::open(file.path()).unwrap();
        let mut read = base
            .prepare(&format!(
                "SELECT id, Id_2, big, typeof(big) FROM {}",
                quoted("a")
            ))
            .unwrap();
        let rows = read
            .query_map([], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .unwrap();
        let rows: Vec<(i64, String, String, String)> = rows.map(Result::unwrap).collect();
        let text = |n: i64, a: &str, b: &str| (n, a.to_owned(), b.to_owned(), "text".to_owned());
        assert_eq!(
            rows,
            [text(1, "a", "12345678901234567890"), text(1, "b", "2")]
        );
    }
}
