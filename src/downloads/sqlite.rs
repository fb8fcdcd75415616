//! One SQLite database a dataset: a table for each of its tables, with types and keys, and a table that says what every
//! column means. Rows are read again for it, for a database is of the whole dataset and a format of one table.
//!
//! A text stays the text that it is: a column has a type that would make numbers of texts only where every value is one.

use super::database_types::{DatabaseType, DatabaseValue};
use super::file_names::FileNames;
use super::{DownloadFile, Role};
use crate::cache::{CacheKey, CachedFile};
use crate::data::unreadable::Unreadable;
use crate::data::{Column, Table, Tables};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::downloads::write_context::WriteContext;
use crate::model::dataset::ForeignKey;
use crate::text::words::Words;
use rayon::prelude::*;
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, ErrorCode, ToSql};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::path::Path;

/// Columns that a table of SQLite can have.
const MOST_COLUMNS: usize = 2000;

/// Writes the database of every dataset that has tables. A table that it cannot hold leaves the dataset without one, and
/// that is said.
pub(crate) fn write(
    tables: &Tables,
    names: &FileNames,
    making: &WriteContext<'_>,
    sink: &mut Sink,
) -> Result<Vec<DownloadFile>, Fatal> {
    let mut datasets: BTreeMap<&str, Vec<&Table>> = BTreeMap::new();
    for table in &tables.tables {
        datasets.entry(&table.dataset).or_default().push(table);
    }
    for table in tables
        .tables
        .iter()
        .filter(|t| t.columns.len() > MOST_COLUMNS)
    {
        let finding = Diagnostic::new(&codes::FORMAT_REFUSED).at(Place::file(&table.received.path));
        let finding = finding
            .arg("resource", &table.resource)
            .arg("format", "sqlite");
        sink.push(
            finding
                .arg("reason", "too-many-columns")
                .arg("limit", MOST_COLUMNS),
        );
    }
    datasets.retain(|_, tables| {
        tables
            .iter()
            .all(|t| (1..=MOST_COLUMNS).contains(&t.columns.len()))
    });
    datasets
        .into_par_iter()
        .map(|(dataset, tables)| write_one(dataset, &tables, names, making))
        .collect()
}

fn write_one(
    dataset: &str,
    tables: &[&Table],
    names: &FileNames,
    making: &WriteContext<'_>,
) -> Result<DownloadFile, Fatal> {
    let staging = making.staging;
    let folder = super::file_names::folder(dataset);
    let path = format!(
        "{folder}/{}.sqlite",
        folder.rsplit('/').next().unwrap_or("data")
    );
    let keys: Vec<CacheKey> = tables.iter().map(|table| table.key()).collect();
    let named: Vec<&str> = tables.iter().map(|table| name_of(table, names)).collect();
    let mut parts = vec![b"sqlite".as_slice(), path.as_bytes()];
    parts.extend(
        keys.iter()
            .map(CacheKey::bytes)
            .chain(named.iter().map(|name| name.as_bytes())),
    );
    let key = CacheKey::of(&parts);
    if let Some(kept) = making
        .cache
        .files(&key, staging)?
        .and_then(|mut kept| kept.pop())
    {
        return Ok(offered(dataset, tables, kept));
    }
    let mut out = staging.create(&path)?;
    let mut fill = || -> io::Result<()> {
        let aside = staging.aside()?;
        let (draft, whole) = (aside.path().join("draft"), aside.path().join("whole"));
        let mut base = Connection::open(&draft).map_err(io::Error::other)?;
        begin(&base).map_err(io::Error::other)?;
        for (what, words) in tables.first().map_or(&[][..], |t| &t.about) {
            base.execute("INSERT INTO _about VALUES (?1, ?2)", [*what, words])
                .map_err(io::Error::other)?;
        }
        for table in tables {
            add(&mut base, table, names)?;
            describe(&base, table, name_of(table, names)).map_err(io::Error::other)?;
        }
        // A fresh file has its pages in one order, whatever was done and undone on the way.
        base.execute("VACUUM INTO ?1", [whole.to_string_lossy()])
            .map_err(io::Error::other)?;
        io::copy(&mut File::open(&whole)?, &mut out).map(drop)
    };
    fill().map_err(Fatal::io("writing", Path::new(&path)))?;
    let made = (path, out.finish()?);
    making.cache.put(key, &[&made]);
    Ok(offered(dataset, tables, made))
}

fn offered(dataset: &str, tables: &[&Table], (path, written): CachedFile) -> DownloadFile {
    DownloadFile {
        dataset: dataset.to_owned(),
        resource: None,
        role: Role::Archive,
        format: "sqlite".to_owned(),
        path,
        media_type: "application/vnd.sqlite3".to_owned(),
        rows: Some(tables.iter().map(|t| t.rows).sum()),
        bytes: written.bytes,
        copy_of: None,
        sha256: written.sha256,
    }
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

/// The name of a table in the database: the stem of its files.
fn name_of<'a>(table: &Table, names: &'a FileNames) -> &'a str {
    names.stem(table).rsplit('/').next().unwrap_or_default()
}

fn add(base: &mut Connection, table: &Table, names: &FileNames) -> io::Result<()> {
    let fits = DatabaseType::of_columns(table)?;
    let name = name_of(table, names);
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
    let named = |keys: &[String]| -> Option<String> {
        let at = |key: &String| table.columns.iter().position(|c| c.name == *key);
        let found = keys
            .iter()
            .map(|key| Some(quoted(&columns[at(key)?])))
            .collect::<Option<Vec<_>>>()?;
        Some(found.join(", "))
    };
    if keyed && !table.primary_key.is_empty() {
        parts.extend(named(&table.primary_key).map(|keys| format!("PRIMARY KEY ({keys})")));
    }
    for key in table
        .foreign_keys
        .iter()
        .filter(|key| key.dataset.is_none())
    {
        parts.extend(named(&key.fields).map(|fields| reference(&fields, key, name)));
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

fn reference(fields: &str, key: &ForeignKey, own: &str) -> String {
    let table = match key.resource.as_str() {
        "" => own.to_owned(),
        resource => crate::text::slug::slug(resource),
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
    let name = |column: &Column| {
        let names = std::iter::once(column.name.clone())
            .chain((2..).map(|n| format!("{}_{n}", column.name)));
        let free = names
            .into_iter()
            .find(|name| taken.insert(name.to_lowercase()));
        free.unwrap_or_default().replace('\0', "")
    };
    table.columns.iter().map(name).collect()
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
    let unreadable = |why: Unreadable| {
        FillError::Other(io::Error::other(format!("{}: {why}", table.received.path)))
    };
    base.execute_batch(&as_.create)?;
    let transaction = base.transaction()?;
    {
        let mut insert = transaction.prepare(&as_.insert)?;
        let mut records = table.records().map_err(unreadable)?;
        let mut scratch = String::new();
        while let Some(row) = records.next_row().map_err(unreadable)? {
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
        value: crate::data::Value<'a>,
    ) -> BoundValue<'a> {
        use crate::data::Value;
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

/// Enters what is known of a table's columns, in the words' own language.
fn describe(base: &Connection, table: &Table, name: &str) -> rusqlite::Result<()> {
    let mut insert = base.prepare("INSERT INTO _columns VALUES (?, ?, ?, ?, ?, ?)")?;
    let text = |words: &Words| words.all().next().map(|(_, text)| text.to_owned());
    for (column, own_name) in table.columns.iter().zip(column_names(table)) {
        let (title, description) = (text(&column.title), text(&column.description));
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
    use crate::data::standalone;
    use crate::stage::Staging;
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
        let mut table = standalone::profile_file(file.path(), None, &mut Sink::new())
            .unwrap()
            .unwrap();
        table.dataset = "Set".into();
        table.primary_key = vec!["id".into()];
        let tables = Tables::new(vec![table], Vec::new());
        let staging = Staging::beside(&home.path().join("public")).unwrap();
        let names = FileNames::new(&tables);
        let (cache, timings) = (
            crate::cache::Cache::off(),
            crate::timing::Timings::default(),
        );
        let making = WriteContext {
            staging: &staging,
            cache: &cache,
            timings: &timings,
            limits: crate::source::limits::Limits::default(),
        };
        let files = write(&tables, &names, &making, &mut Sink::new()).unwrap();
        let base = Connection::open(staging.path_of(&files[0].path)).unwrap();
        let name = name_of(&tables.tables[0], &names);
        let mut read = base
            .prepare(&format!(
                "SELECT id, Id_2, big, typeof(big) FROM {}",
                quoted(name)
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
