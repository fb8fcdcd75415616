//! JSON in the shapes that tables have in it: an array of objects or of arrays, NDJSON, GeoJSON, an array under a key
//! (CKAN, Socrata, ArcGIS, PxWeb's and others' answers), several of them, an object of records, an object of columns, a data
//! frame in each orientation, a cube of JSON-stat. Rows are read one at a time where the layout allows it; a JSON string
//! stays text, also when it looks like a number.

mod contents;
mod coordinates;
mod counts;
mod element_name;
mod features;
mod frame;
mod in_memory;
mod items;
mod json_stat;
mod names;
mod pxweb;
mod scan;
mod shape;
mod tables;
mod text;
mod unsupported;

use super::compression;
use crate::columns::{self, PlannedColumn};
use crate::encoding;
use crate::finding::{Finding, codes};
use crate::limits::Limit;
use crate::place::Place;
use crate::rows::{Row, Rows};
use crate::schema::TableFile;
use crate::sources::source::{OpenedTable, SAMPLE_ROWS, SourceFormat, TableList};
use crate::table_stream::TableStream;
use crate::unreadable::Unreadable;
use items::{JsonItems, ListRows, ObjectRows};
use names::{ColumnPlan, ColumnTree, MemberNames, ValueKinds};
use scan::JsonScanner;
use shape::{JsonShape, RowLayout, RowNames};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use text::JsonText;

/// Words of what is beside the rows that a message repeats, in characters.
const MOST_WORDS: usize = 400;

/// Bytes by which a list of one table is told.
const TELLING: u64 = 4096;
/// What a collection of GeoJSON's features says of itself.
const FEATURES: &[u8] = b"\"FeatureCollection\"";

/// JSON in its table-like shapes.
pub(crate) struct JsonSource;

/// Whether these first bytes are those of objects, or of a list of them, and of no other text.
pub(crate) fn is_json(bytes: &[u8]) -> bool {
    let text = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let text = text.strip_prefix(b"\x1E").unwrap_or(text);
    let first = text.strip_prefix(b"[").unwrap_or(text).trim_ascii_start();
    let name = first
        .strip_prefix(b"{")
        .map(<[u8]>::trim_ascii_start)
        .and_then(|inside| inside.strip_prefix(b"\""));
    let after = name.and_then(|name| name.splitn(2, |b| *b == b'"').nth(1));
    after.is_some_and(|after| after.trim_ascii_start().starts_with(b":"))
}

impl SourceFormat for JsonSource {
    fn endings(&self) -> &'static [&'static str] {
        &[
            "json",
            "ndjson",
            "jsonl",
            "geojson",
            "geojsonl",
            "geojsons",
            "geojsonseq",
        ]
    }

    fn list_tables(&self, root: &Path, resource: &TableFile) -> Result<TableList, Unreadable> {
        // A list of objects, or of features, is one table.
        let beginning = compression::beginning(root, &resource.path, &resource.limits, TELLING)?;
        let has_features = beginning
            .windows(FEATURES.len())
            .any(|bytes| bytes == FEATURES);
        if has_features || is_list_of_objects(&beginning) {
            return Ok(TableList::default());
        }
        let text = JsonText::of(
            root,
            resource,
            encoding::detect(root, resource, &mut Vec::new())?,
        )?;
        let tables = shape::held(&mut JsonScanner::new(
            text.open(root, &resource.path)?,
            &resource.limits,
        ))?;
        Ok(TableList {
            tables,
            hidden: Vec::new(),
        })
    }

    fn open(
        &self,
        root: &Path,
        resource: &TableFile,
        found: &mut Vec<Finding>,
    ) -> Result<OpenedTable, Unreadable> {
        let detected = encoding::detect(root, resource, found)?;
        let text = JsonText::of(root, resource, detected)?;
        let wanted = resource.dialect.sheet.as_deref();
        let shape = shape::find(
            &mut JsonScanner::new(text.open(root, &resource.path)?, &resource.limits),
            wanted,
        )?;
        say_beside(&shape, resource, found);
        let stream = JsonStream {
            text,
            shape,
            tree: ColumnTree::new(),
            width: 0,
            feature_id: None,
        };
        if stream.shape.lists {
            open_lists(stream, root, resource, found)
        } else {
            open_objects(stream, root, resource, found)
        }
    }
}

/// Whether a text begins as a list does that holds no lists.
fn is_list_of_objects(beginning: &[u8]) -> bool {
    beginning
        .trim_ascii_start()
        .strip_prefix(b"[")
        .is_some_and(|rest| !rest.trim_ascii_start().starts_with(b"["))
}

/// Says what is beside the rows: it is no cell of theirs, but is not lost either.
fn say_beside(shape: &JsonShape, resource: &TableFile, found: &mut Vec<Finding>) {
    if shape.beside.is_empty() {
        return;
    }
    let said: Vec<String> = shape
        .beside
        .iter()
        .map(|(at, text)| format!("{at}: {text}"))
        .collect();
    let mut words: String = said.join(" · ").chars().take(MOST_WORDS).collect();
    if words.chars().count() == MOST_WORDS {
        words.push('…');
    }
    let at = if shape.at.is_empty() {
        "none".to_owned()
    } else {
        counts::path(&shape.at)
    };
    let finding = Finding::new(codes::DATA_JSON_BESIDE).at(Place::file(&resource.path));
    found.push(finding.arg("at", at).arg("words", words));
}

fn open_objects(
    mut stream: JsonStream,
    root: &Path,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> Result<OpenedTable, Unreadable> {
    let plan = column_plan(&stream, root, resource)?;
    say_spread(&plan, resource, found);
    coordinates::say(&plan, &stream.shape, resource, found);
    let header: Vec<String> = plan
        .columns
        .iter()
        .map(|(name, _)| features::shown(name).to_owned())
        .collect();
    let mut columns = columns::plan(Some(&header), header.len(), resource, found);
    note_kinds(&mut columns, plan.columns.iter().map(|(_, kinds)| kinds));
    stream.feature_id = plan
        .columns
        .iter()
        .position(|(name, _)| name == features::ID);
    (stream.tree, stream.width) = (plan.tree, header.len());
    Ok(named_table(Arc::new(stream), columns))
}

/// Reads all rows for the names of their members, and decides which columns these make.
///
/// # Errors
/// When the text cannot be read, or there are none or too many.
fn column_plan(
    stream: &JsonStream,
    root: &Path,
    resource: &TableFile,
) -> Result<ColumnPlan, Unreadable> {
    let most = resource.limits.count(Limit::Columns);
    let mut names = MemberNames::default();
    let mut items = stream.items(root, &resource.path)?;
    while let Some((line, pairs)) = items.next_pairs()? {
        if !names.note(&pairs, 0, most)? {
            return Err(Unreadable::TooWide { line, limit: most });
        }
    }
    let fields = &resource.schema.fields;
    let plan = names.plan(
        &|name| fields.iter().any(|f| f.name.trim() == name),
        coordinates::are_degrees(&stream.shape),
    );
    match plan.columns.len() {
        0 => Err(Unreadable::Empty),
        count if count > most => Err(Unreadable::TooWide {
            line: 1,
            limit: most,
        }),
        _ => Ok(plan),
    }
}

/// Says which members are columns of their own for each of their own members.
fn say_spread(plan: &ColumnPlan, resource: &TableFile, found: &mut Vec<Finding>) {
    let Some(first) = plan.spread.first() else {
        return;
    };
    let begins = format!("{first}.");
    let mut shown = plan.columns.iter().map(|(name, _)| features::shown(name));
    let example = shown.find(|name| name.starts_with(&begins)).unwrap_or("");
    let finding = Finding::new(codes::DATA_JSON_SPREAD).at(Place::file(&resource.path));
    let finding = finding
        .arg("count", plan.spread.len())
        .arg("names", plan.spread.join(", "));
    found.push(finding.arg("example", example));
}

/// Returns a table of rows that are all data, whose columns are named beside them.
fn named_table(stream: Arc<JsonStream>, columns: Vec<PlannedColumn>) -> OpenedTable {
    OpenedTable {
        stream,
        columns,
        header_rows: Vec::new(),
        body: 0,
        repeatable: Vec::new(),
        titles: Vec::new(),
        named: true,
        below: None,
    }
}

fn note_kinds<'k>(columns: &mut [PlannedColumn], kinds: impl Iterator<Item = &'k ValueKinds>) {
    for (column, kinds) in columns.iter_mut().zip(kinds) {
        if column.form.is_none() {
            column.form = kinds.form();
            column.is_text = kinds.text;
        }
    }
}

/// Rows that are arrays: their header is named elsewhere in the text, or is looked for among them as in a sheet.
fn open_lists(
    stream: JsonStream,
    root: &Path,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> Result<OpenedTable, Unreadable> {
    let mut rows = stream.rows(root, &resource.path)?;
    let (mut sample, mut row) = (Vec::new(), Row::new());
    while sample.len() < SAMPLE_ROWS && rows.read(&mut row)? {
        sample.push(row.clone());
    }
    if sample.is_empty() {
        return Err(Unreadable::Empty);
    }
    let names = stream.names(root, &resource.path)?;
    let stream = Arc::new(stream);
    let mut opened = match names {
        Some(names) => named_table(
            stream.clone(),
            columns::plan(Some(&names), names.len(), resource, found),
        ),
        None => OpenedTable::among(&sample, stream.clone(), resource, found),
    };
    let mut kinds = vec![ValueKinds::default(); opened.columns.len()];
    let mut items = stream.items(root, &resource.path)?;
    let mut number = 0;
    while let Some((_, values)) = items.next_list()? {
        if number >= opened.body {
            kinds
                .iter_mut()
                .zip(&values)
                .for_each(|(kinds, value)| kinds.note(value.get()));
        }
        number += 1;
    }
    note_kinds(&mut opened.columns, kinds.iter());
    Ok(opened)
}

#[derive(Debug)]
struct JsonStream {
    text: JsonText,
    shape: JsonShape,
    tree: ColumnTree,
    width: usize,
    /// The column of the features' own ids.
    feature_id: Option<usize>,
}

impl JsonStream {
    fn items(
        &self,
        root: &Path,
        path: &str,
    ) -> Result<JsonItems<Box<dyn Read + Send>>, Unreadable> {
        let scan = JsonScanner::new(self.text.open(root, path)?, &self.text.limits);
        let held = in_memory::hold(&self.shape, self.text, root, path)?;
        let index = match &self.shape.index {
            Some(RowNames { at, .. }) => {
                let mut labels = JsonItems::new(
                    JsonScanner::new(self.text.open(root, path)?, &self.text.limits),
                    RowLayout::Elements,
                );
                labels.go(at)?;
                Some(Box::new(labels))
            }
            None => None,
        };
        let mut items = JsonItems::new(scan, self.shape.items);
        (items.held, items.index) = (held, index);
        items.levels = self
            .shape
            .index
            .as_ref()
            .map_or(1, |index| index.names.len());
        items.go(&self.shape.at)?;
        Ok(items)
    }

    /// Returns the names of cells that are no members of objects, where the text gives them.
    fn names(&self, root: &Path, path: &str) -> Result<Option<Vec<String>>, Unreadable> {
        if let Some(in_memory::RowsInMemory::Cells(cells)) =
            in_memory::hold(&self.shape, self.text, root, path)?
        {
            return Ok(Some(cells.names()));
        }
        let Some(names) = &self.shape.names else {
            return Ok(None);
        };
        let labels = self
            .shape
            .index
            .iter()
            .flat_map(|index| &index.names)
            .map(|name| names::free_name(name, names.iter().map(String::as_str)));
        Ok(Some(labels.chain(names.iter().cloned()).collect()))
    }
}

impl TableStream for JsonStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let items = self.items(root, path)?;
        if self.shape.lists {
            return Ok(Box::new(ListRows::new(items)));
        }
        Ok(Box::new(ObjectRows::new(
            items,
            self.tree.clone(),
            self.width,
        )))
    }

    fn encoding(&self) -> Option<&'static str> {
        Some(self.text.encoding())
    }

    fn feature_id(&self) -> Option<usize> {
        self.feature_id
    }
}
