//! One table in several files: Data Package's list of paths.
//!
//! The files are parts of one table, read one after the other. Each is opened as a file of its own, so that it may have
//! its own encoding, marks and titles. Where a part has a header, its cells go to the columns of the same names, in
//! whatever order they are; where it has none (the header is in the first part only), they go by position.

use super::columns::{self, ColumnNames, PlannedColumn};
use super::dialect::TextDialect;
use super::rows::{Row, RowKind, Rows};
use super::unreadable::Unreadable;
use super::{line_address, sources};
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::schema::{self, TableFile};
use crate::sources::source::{OpenedTable, SourceFormat};
use crate::table_stream::TableStream;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Findings about columns that would only repeat, for each part, what is said of the first.
const SAID_ONCE: &[&str] = &[
    codes::DATA_COLUMN_RENAMED,
    codes::DATA_COLUMN_ABSENT,
    codes::DATA_TYPE_UNKNOWN,
    codes::DATA_NO_HEADER,
];

/// A file of several that are one table.
#[derive(Debug)]
struct TablePart {
    path: String,
    stream: Arc<dyn TableStream>,
    /// Numbers of the rows of its header.
    header_rows: Vec<u64>,
    /// Rows before its first that can be data.
    body: u64,
    /// For each of its cells, the column it goes to; none where they go by position.
    columns: Option<Vec<usize>>,
    /// How many columns it has of its own.
    own: usize,
}

/// The rows of all files.
#[derive(Debug)]
struct MultiFileStream {
    parts: Vec<TablePart>,
    /// Columns of the whole table.
    width: usize,
}

/// Opens all files of a resource as one table.
///
/// # Errors
/// When one of them is no table: a table of which a part is missing would look whole.
pub(crate) fn open(
    source: &dyn SourceFormat,
    root: &Path,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> Result<OpenedTable, Unreadable> {
    let mut whole = source.open(root, resource, found)?;
    if resource.more.is_empty() {
        return Ok(whole);
    }
    if resource.more.len() >= line_address::MOST_FILES {
        return Err(Unreadable::Malformed(resource.more.len().to_string()));
    }
    let first = TablePart {
        path: resource.path.clone(),
        stream: whole.stream.clone(),
        // The first part's header is the table's.
        header_rows: Vec::new(),
        body: 0,
        columns: None,
        own: whole.columns.len(),
    };
    let mut parts = vec![first];
    for path in &resource.more {
        let part = part(root, path, resource, &mut whole, found);
        parts.push(part.map_err(|why| Unreadable::Part {
            path: path.clone(),
            why: Box::new(why),
        })?);
    }
    whole.stream = Arc::new(MultiFileStream {
        parts,
        width: whole.columns.len(),
    });
    Ok(whole)
}

/// Opens a further file, and finds out where its cells go.
fn part(
    root: &Path,
    path: &str,
    resource: &TableFile,
    whole: &mut OpenedTable,
    found: &mut Vec<Finding>,
) -> Result<TablePart, Unreadable> {
    let mut said = Vec::new();
    let own = declared_part(path, resource);
    let source = sources::choose(root, &own, &mut said)
        .ok_or_else(|| Unreadable::Malformed(path.to_owned()))?;
    let opened = source.open(root, &own, &mut said)?;
    found.extend(said.into_iter().filter(|d| !SAID_ONCE.contains(&d.code)));
    let (known, here) = (
        received_names(&whole.columns),
        received_names(&opened.columns),
    );
    let mut positions = ColumnPositions::of(&whole.columns);
    let shared = here
        .iter()
        .filter(|name| positions.at.contains_key(*name))
        .count();
    // A row of data is easily taken for a header among words; a header shares its names with the first part's.
    let is_header = whole.named && opened.named && shared * 2 >= here.len().min(known.len());
    let columns = (is_header && here != known).then(|| {
        found.push(differs(path, &known, &here));
        here.iter()
            .map(|name| positions.column_of(name, whole, resource))
            .collect()
    });
    let body = match opened.header_rows.first() {
        Some(first) if !is_header => *first,
        _ => opened.body,
    };
    let header_rows = if is_header {
        opened.header_rows
    } else {
        Vec::new()
    };
    Ok(TablePart {
        path: path.to_owned(),
        stream: opened.stream,
        header_rows,
        body,
        columns,
        own: here.len(),
    })
}

/// Returns a part as a file of its own. Whether it has a header is to be found out, whatever is declared of the first.
fn declared_part(path: &str, resource: &TableFile) -> TableFile {
    let mut own = TableFile {
        path: path.to_owned(),
        more: Vec::new(),
        schema: schema::Schema::default(),
        place: Place::file(path),
        ..resource.clone()
    };
    own.dialect.header = resource.dialect.header.filter(|there_is| !there_is);
    own
}

fn received_names(columns: &[PlannedColumn]) -> Vec<String> {
    columns.iter().map(received_name).collect()
}

/// Returns a column's name as the file has it.
fn received_name(column: &PlannedColumn) -> String {
    column
        .received_name
        .as_deref()
        .unwrap_or(&column.name)
        .trim()
        .to_owned()
}

/// Where the columns of the table are, by their names in the file.
struct ColumnPositions {
    at: BTreeMap<String, usize>,
    names: ColumnNames,
}

impl ColumnPositions {
    fn of(columns: &[PlannedColumn]) -> ColumnPositions {
        let mut at = BTreeMap::new();
        for (place, column) in columns.iter().enumerate() {
            at.entry(received_name(column)).or_insert(place);
        }
        ColumnPositions {
            at,
            names: ColumnNames::of(columns),
        }
    }

    /// Returns the number of the column of this name, which is added where there is none.
    fn column_of(&mut self, name: &str, whole: &mut OpenedTable, resource: &TableFile) -> usize {
        let next = whole.columns.len();
        *self.at.entry(name.to_owned()).or_insert_with(|| {
            whole
                .columns
                .push(columns::added(name, next, &mut self.names, resource));
            next
        })
    }
}

/// Says that a part's columns are not those of the first.
fn differs(path: &str, known: &[String], here: &[String]) -> Finding {
    let first: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    let this: BTreeSet<&str> = here.iter().map(String::as_str).collect();
    let lacks = difference(&first, &this);
    let has = difference(&this, &first);
    let how = match (lacks.is_empty(), has.is_empty()) {
        (true, true) => "order",
        (false, true) => "lacks",
        (true, false) => "more",
        (false, false) => "both",
    };
    let finding = Finding::new(codes::DATA_PARTS_DIFFER).at(Place::file(path));
    finding.arg("how", how).arg("lacks", lacks).arg("more", has)
}

/// Lists the names of one set that are not in another.
fn difference(names: &BTreeSet<&str>, others: &BTreeSet<&str>) -> String {
    let only: Vec<&str> = names.difference(others).copied().collect();
    only.join(", ")
}

impl TableStream for MultiFileStream {
    fn rows(&self, root: &Path, _path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let opened = self.parts.iter().map(|part| {
            let (root, stream, path) = (root.to_owned(), part.stream.clone(), part.path.clone());
            PartRows {
                open: Box::new(move || stream.rows(&root, &path)),
                header_rows: part.header_rows.clone(),
                body: part.body,
                columns: part.columns.clone(),
                own: part.own,
                width: self.width,
            }
        });
        Ok(Box::new(MultiFileRows {
            waiting: opened.collect::<Vec<_>>().into_iter(),
            current: None,
            file: 0,
        }))
    }

    fn text(&self, root: &Path, path: &str) -> Result<Option<Box<dyn Read>>, Unreadable> {
        match self.parts.iter().find(|part| part.path == path) {
            Some(part) => part.stream.text(root, path),
            None => Ok(None),
        }
    }

    fn encoding(&self) -> Option<&'static str> {
        self.parts.first()?.stream.encoding()
    }

    fn dialect(&self) -> Option<&TextDialect> {
        self.parts.first()?.stream.dialect()
    }
}

/// A file whose turn has not come: opened only then, so that a thousand parts are not a thousand open files.
struct PartRows {
    open: Box<dyn Fn() -> Result<Box<dyn Rows>, Unreadable> + Send>,
    header_rows: Vec<u64>,
    body: u64,
    columns: Option<Vec<usize>>,
    own: usize,
    width: usize,
}

struct MultiFileRows {
    waiting: std::vec::IntoIter<PartRows>,
    current: Option<CurrentPart>,
    /// Files begun, the current one among them.
    file: usize,
}

struct CurrentPart {
    rows: Box<dyn Rows>,
    part: PartRows,
    number: u64,
    own: Row,
}

impl Rows for MultiFileRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        loop {
            if let Some(current) = &mut self.current
                && current.read(row, self.file - 1)?
            {
                return Ok(true);
            }
            let Some(part) = self.waiting.next() else {
                return Ok(false);
            };
            self.current = Some(CurrentPart {
                rows: (part.open)()?,
                part,
                number: 0,
                own: Row::new(),
            });
            self.file += 1;
        }
    }
}

impl CurrentPart {
    fn read(&mut self, row: &mut Row, file: usize) -> Result<bool, Unreadable> {
        let target = if self.part.columns.is_some() {
            &mut self.own
        } else {
            &mut *row
        };
        if !self.rows.read(target)? {
            return Ok(false);
        }
        if let Some(columns) = &self.part.columns {
            self.own.arrange(columns, self.part.width, row);
        } else if row.len() == self.part.own && row.kind == RowKind::Cells {
            // Columns that other files have: no cell of this row is missing.
            (self.part.own..self.part.width).for_each(|_| row.push(""));
        }
        row.line = line_address::address(file, row.line);
        if row.kind == RowKind::Cells && self.part.header_rows.contains(&self.number) {
            row.kind = RowKind::Header;
        } else if row.kind == RowKind::Cells && self.number < self.part.body {
            row.kind = RowKind::Title;
        }
        self.number += 1;
        Ok(true)
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test prepares its own files")]
mod tests {
    use super::*;
    use crate::finding::Finding;
    use crate::sources::source_of;
    use crate::{Home, survey};

    /// Column names and rows of a table in these files, and what is said of it.
    fn read(
        files: &[&str],
        change: impl Fn(&mut TableFile),
    ) -> (Vec<String>, Vec<String>, Vec<Finding>) {
        let home = tempfile::tempdir().unwrap();
        let names: Vec<String> = (0..files.len()).map(|n| format!("{n}.csv")).collect();
        for (name, text) in names.iter().zip(files) {
            std::fs::write(home.path().join(name), text).unwrap();
        }
        let mut resource = TableFile::new(&names[0]);
        resource.more = names[1..].to_vec();
        change(&mut resource);
        let mut sink = Vec::new();
        let source = source_of(&resource).unwrap();
        let home_of = Home::of_publisher(home.path());
        let table = survey::survey(
            source,
            &home_of,
            ("d", &resource),
            survey::ProfileDepth::Whole,
            &mut sink,
        )
        .unwrap_or_else(|| panic!("{sink:?}"));
        let mut rows = Vec::new();
        let mut records = table.records().unwrap();
        while let Some(row) = records.next_row().unwrap() {
            rows.push(row.cells().collect::<Vec<_>>().join("|"));
        }
        assert_eq!(
            (rows.len() as u64, table.further.len()),
            (table.rows, files.len() - 1)
        );
        (
            table.columns.iter().map(|c| c.name.clone()).collect(),
            rows,
            crate::finding::sorted(sink),
        )
    }

    #[test]
    fn a_header_in_each_file_or_in_the_first_only() {
        for second in ["code,n\n03,3\n", "03,3\n", "A title\n\ncode,n\n03,3\n"] {
            let (names, rows, _) = read(&["code,n\n01,1\n02,2\n", second], |_| {});
            assert_eq!(
                (names.join(" "), rows.join(" ")),
                ("code n".into(), "01|1 02|2 03|3".into()),
                "{second}"
            );
        }
    }

    #[test]
    fn other_marks_encodings_and_orders() {
        let (names, rows, found) = read(
            &["code,n\n01,1\n02,2\n", "n;code;x\n3;03;y\n4;04;z\n"],
            |_| {},
        );
        assert_eq!(
            (names.join(" "), rows.join(" ")),
            ("code n x".into(), "01|1| 02|2| 03|3|y 04|4|z".into())
        );
        let differs = found
            .iter()
            .find(|d| d.code == "data-parts-differ")
            .unwrap();
        assert_eq!(differs.place.as_ref().unwrap().file, "1.csv");
        assert!(
            !found.iter().any(|d| d.code == "data-rows-short"),
            "{found:?}"
        );
    }

    #[test]
    fn findings_name_the_file_and_the_line() {
        let files = [
            "id,n\n1,1\n2,2\n",
            "id,n\n3,x\n1,4\n\nTotal,9\n",
            "id,n\n4,5\n",
        ];
        let (_, rows, found) = read(&files, |resource| {
            let field = schema::Field {
                name: "n".into(),
                kind: Some("integer".into()),
                ..schema::Field::default()
            };
            resource.schema.fields = vec![field];
            resource.schema.primary_key = vec!["id".into()];
        });
        assert_eq!(rows, ["1|1", "2|2", "3|x", "1|4", "4|5"]);
        let at = |id: &str| {
            let found = found
                .iter()
                .find(|d| d.code == id)
                .unwrap_or_else(|| panic!("{id}: {found:?}"));
            let place = found.place.clone().unwrap();
            (place.file, place.line, place.column)
        };
        assert_eq!(at("data-not-of-type"), ("1.csv".to_owned(), 2, 3));
        assert_eq!(at("data-rows-below"), ("1.csv".to_owned(), 5, 1));
        let repeated = found
            .iter()
            .find(|d| d.code == "data-key-repeated")
            .unwrap();
        assert!(
            repeated.args.contains(&("line", "1.csv:3".into()))
                && repeated.args.contains(&("earlier", "0.csv:2".into()))
        );
        assert_eq!(at("data-key-repeated"), ("1.csv".to_owned(), 3, 1));
    }
}
