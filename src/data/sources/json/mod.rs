//! JSON in the shapes that tables have in it: an array of objects or of arrays, NDJSON, GeoJSON, an array under a key
//! (CKAN, Socrata, ArcGIS, PxWeb's and others' answers), an object of records, an object of columns. Rows are read one at
//! a time; a JSON string stays text, also when it looks like a number.

mod names;
mod scan;
mod shape;

use super::{Opened, SAMPLE_ROWS, Source, Stream, packing};
use crate::data::columns;
use crate::data::decode::Detected;
use crate::data::encoding;
use crate::data::fault::Unreadable;
use crate::data::rows::{Row, Rows};
use crate::diag::{Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use names::{Kinds, Names, Pairs, Tree};
use scan::{Kind, Scan};
use serde_json::value::RawValue;
use shape::{Items, Shape, Step};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Words of what stands beside the rows that a message repeats, in characters.
const MOST_WORDS: usize = 400;
/// Largest text whose members are columns, in bytes: it has to be held whole.
const LARGEST_COLUMNS: u64 = 64 << 20;

/// JSON in its table-like shapes.
pub struct Json;

/// Whether these first bytes are those of objects, or of a list of them, and of no other text.
pub fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let first = text.strip_prefix(b"[").unwrap_or(text).trim_ascii_start();
    let name = first.strip_prefix(b"{").map(<[u8]>::trim_ascii_start).and_then(|inside| inside.strip_prefix(b"\""));
    let after = name.and_then(|name| name.splitn(2, |b| *b == b'"').nth(1));
    after.is_some_and(|after| after.trim_ascii_start().starts_with(b":"))
}

impl Source for Json {
    fn endings(&self) -> &'static [&'static str] {
        &["json", "ndjson", "jsonl", "geojson"]
    }

    fn open(&self, root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Opened, Unreadable> {
        let detected = encoding::detect(root, resource, found)?;
        let shape = shape::find(&mut Scan::new(packing::open(root, &resource.path)?, detected))?;
        say_beside(&shape, resource, found);
        let stream = JsonStream { detected, shape, tree: Tree::new(), width: 0 };
        if stream.shape.lists {
            open_lists(stream, root, resource, found)
        } else {
            open_objects(stream, root, resource, found)
        }
    }
}

/// What stands beside the rows is no cell of theirs, but is not lost either.
fn say_beside(shape: &Shape, resource: &Resource, found: &mut Vec<Diagnostic>) {
    if shape.beside.is_empty() {
        return;
    }
    let said: Vec<String> = shape.beside.iter().map(|(at, text)| format!("{at}: {text}")).collect();
    let mut words: String = said.join(" · ").chars().take(MOST_WORDS).collect();
    if words.chars().count() == MOST_WORDS {
        words.push('…');
    }
    let at = if shape.at.is_empty() { "none".to_owned() } else { shape::path(&shape.at) };
    let finding = Diagnostic::new(&codes::DATA_JSON_BESIDE).at(Place::file(&resource.path));
    found.push(finding.arg("at", at).arg("words", words));
}

fn open_objects(
    mut stream: JsonStream,
    root: &Path,
    resource: &Resource,
    found: &mut Vec<Diagnostic>,
) -> Result<Opened, Unreadable> {
    let mut names = Names::default();
    let mut items = stream.items(root, &resource.path)?;
    while let Some((line, pairs)) = items.next_pairs()? {
        if !names.note(&pairs, 0)? {
            return Err(Unreadable::TooWide { line, limit: names::MOST });
        }
    }
    let fields = &resource.schema.fields;
    let plan = names.plan(&|name| fields.iter().any(|f| f.name.trim() == name));
    if plan.columns.is_empty() {
        return Err(Unreadable::Empty);
    }
    if let Some(first) = plan.spread.first() {
        let begins = format!("{first}.");
        let example = plan.columns.iter().find(|(name, _)| name.starts_with(&begins)).map_or("", |(name, _)| name);
        let finding = Diagnostic::new(&codes::DATA_JSON_SPREAD).at(Place::file(&resource.path));
        let finding = finding.arg("count", plan.spread.len()).arg("names", plan.spread.join(", "));
        found.push(finding.arg("example", example));
    }
    let header: Vec<String> = plan.columns.iter().map(|(name, _)| name.clone()).collect();
    let mut columns = columns::plan(Some(&header), header.len(), resource, found);
    note_kinds(&mut columns, plan.columns.iter().map(|(_, kinds)| kinds));
    (stream.tree, stream.width) = (plan.tree, header.len());
    let stream = Arc::new(stream);
    Ok(Opened {
        stream,
        columns,
        header_rows: Vec::new(),
        body: 0,
        repeatable: Vec::new(),
        titles: Vec::new(),
        named: true,
    })
}

fn note_kinds<'k>(columns: &mut [columns::Planned], kinds: impl Iterator<Item = &'k Kinds>) {
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
    resource: &Resource,
    found: &mut Vec<Diagnostic>,
) -> Result<Opened, Unreadable> {
    let mut rows = stream.rows(root, &resource.path)?;
    let (mut sample, mut row) = (Vec::new(), Row::new());
    while sample.len() < SAMPLE_ROWS && rows.read(&mut row)? {
        sample.push(row.clone());
    }
    if sample.is_empty() {
        return Err(Unreadable::Empty);
    }
    let names = stream.shape.names.clone();
    let stream = Arc::new(stream);
    let mut opened = match names {
        Some(names) => Opened {
            stream: stream.clone(),
            columns: columns::plan(Some(&names), names.len(), resource, found),
            header_rows: Vec::new(),
            body: 0,
            repeatable: Vec::new(),
            titles: Vec::new(),
            named: true,
        },
        None => Opened::among(&sample, stream.clone(), resource, found),
    };
    let mut kinds = vec![Kinds::default(); opened.columns.len()];
    let mut items = stream.items(root, &resource.path)?;
    let mut number = 0;
    while let Some((_, values)) = items.next_list()? {
        if number >= opened.body {
            kinds.iter_mut().zip(&values).for_each(|(kinds, value)| kinds.note(value.get()));
        }
        number += 1;
    }
    note_kinds(&mut opened.columns, kinds.iter());
    Ok(opened)
}

#[derive(Debug)]
struct JsonStream {
    detected: Detected,
    shape: Shape,
    tree: Tree,
    width: usize,
}

impl JsonStream {
    fn items(&self, root: &Path, path: &str) -> Result<ItemsOf<Box<dyn Read + Send>>, Unreadable> {
        let scan = Scan::new(packing::open(root, path)?, self.detected);
        if self.shape.items == Items::Columns {
            return Ok(ItemsOf { scan, items: self.shape.items, columns: Some(turned(root, path, self.detected)?) });
        }
        let mut items = ItemsOf { scan, items: self.shape.items, columns: None };
        items.go(&self.shape.at)?;
        Ok(items)
    }
}

impl Stream for JsonStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let items = self.items(root, path)?;
        if self.shape.lists {
            return Ok(Box::new(ListRows { items }));
        }
        let cells = vec![String::new(); self.width];
        Ok(Box::new(ObjectRows { items, tree: self.tree.clone(), cells }))
    }

    fn encoding(&self) -> Option<&'static str> {
        Some(self.detected.name())
    }
}

/// Rows of an object of columns.
type Turned = std::vec::IntoIter<Pairs>;

/// Turns an object of lists into rows; it has to be held for that.
fn turned(root: &Path, path: &str, detected: Detected) -> Result<Turned, Unreadable> {
    let mut text = String::new();
    let input = crate::data::decode::Decoding::new(packing::open(root, path)?, detected);
    input.take(LARGEST_COLUMNS + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST_COLUMNS {
        let detail = format!("JSON > {} MiB", LARGEST_COLUMNS >> 20);
        return Err(Unreadable::Packed { cause: "too-large", detail });
    }
    let malformed = |error: serde_json::Error| Unreadable::Malformed(error.to_string());
    let mut rows: Vec<Pairs> = Vec::new();
    for (name, list) in names::pairs_of(text.as_bytes())? {
        let values: Vec<Box<RawValue>> = serde_json::from_str(list.get()).map_err(malformed)?;
        rows.resize_with(rows.len().max(values.len()), Vec::new);
        for (row, value) in rows.iter_mut().zip(values) {
            row.push((name.clone(), value));
        }
    }
    Ok(rows.into_iter())
}

/// A row's line, its name where it has one, and its text.
type Item = (u64, Option<String>, Vec<u8>);
/// The elements of a row that is an array.
type Values = Vec<Box<RawValue>>;

/// The rows of a text, one after the other.
struct ItemsOf<R> {
    scan: Scan<R>,
    items: Items,
    columns: Option<Turned>,
}

impl<R: Read> ItemsOf<R> {
    /// Goes to where the rows are, and into what holds them.
    fn go(&mut self, at: &[Step]) -> Result<(), Unreadable> {
        for step in at {
            match step {
                Step::Key(key) => {
                    self.scan.expect(b'{')?;
                    while self.scan.name()? != *key {
                        self.scan.skip()?;
                        self.scan.expect(b',')?;
                    }
                }
                Step::Index(number) => {
                    self.scan.expect(b'[')?;
                    for _ in 0..*number {
                        self.scan.skip()?;
                        self.scan.expect(b',')?;
                    }
                }
            }
        }
        match self.items {
            Items::Elements => self.scan.expect(b'['),
            Items::Members => self.scan.expect(b'{'),
            Items::Values | Items::Columns => Ok(()),
        }
    }

    /// The next row's line, its name where it has one, and its text.
    fn next_item(&mut self) -> Result<Option<Item>, Unreadable> {
        self.scan.takes(b',')?;
        match self.scan.next()? {
            None if self.items == Items::Values => return Ok(None),
            None => return Err(self.scan.fault("]")),
            Some(b']') if self.items == Items::Elements => return Ok(None),
            Some(b'}') if self.items == Items::Members => return Ok(None),
            Some(_) => {}
        }
        let line = self.scan.line;
        let name = if self.items == Items::Members { Some(self.scan.name()?) } else { None };
        Ok(Some((line, name, self.scan.text()?)))
    }

    /// The next row as an object's members.
    fn next_pairs(&mut self) -> Result<Option<(u64, Pairs)>, Unreadable> {
        if let Some(rows) = &mut self.columns {
            return Ok(rows.next().map(|pairs| (1, pairs)));
        }
        let Some((line, name, text)) = self.next_item()? else { return Ok(None) };
        if Kind::of(*text.first().unwrap_or(&b' ')) != Kind::Object {
            return Err(Unreadable::Json { line, wanted: "{".into() });
        }
        let mut pairs = names::row_of(&text).map_err(|why| in_row(line, why))?;
        if let Some(name) = name {
            let mut key = "key".to_owned();
            while pairs.iter().any(|(other, _)| *other == key) {
                key.push('_');
            }
            let json = serde_json::value::to_raw_value(&name).map_err(|e| Unreadable::Malformed(e.to_string()))?;
            pairs.insert(0, (key, json));
        }
        Ok(Some((line, pairs)))
    }

    /// The next row as an array's elements.
    fn next_list(&mut self) -> Result<Option<(u64, Values)>, Unreadable> {
        let Some((line, _, text)) = self.next_item()? else { return Ok(None) };
        let values = serde_json::from_slice(&text);
        let values = values.map_err(|error| Unreadable::Json { line, wanted: error.to_string() })?;
        Ok(Some((line, values)))
    }
}

/// What is wrong with the row that begins on this line.
fn in_row(line: u64, why: Unreadable) -> Unreadable {
    match why {
        Unreadable::Malformed(wanted) => Unreadable::Json { line, wanted },
        other => other,
    }
}

struct ObjectRows<R> {
    items: ItemsOf<R>,
    tree: Tree,
    cells: Vec<String>,
}

impl<R: Read + Send> Rows for ObjectRows<R> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        let Some((line, pairs)) = self.items.next_pairs()? else { return Ok(false) };
        self.cells.iter_mut().for_each(String::clear);
        names::fill(&self.tree, &pairs, &mut self.cells)?;
        *row = Row::of(line, self.cells.iter().map(String::as_str));
        Ok(true)
    }
}

struct ListRows<R> {
    items: ItemsOf<R>,
}

impl<R: Read + Send> Rows for ListRows<R> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        let Some((line, values)) = self.items.next_list()? else { return Ok(false) };
        let mut cells = Vec::with_capacity(values.len());
        for value in &values {
            let mut cell = String::new();
            names::write(value.get(), &mut cell)?;
            cells.push(cell);
        }
        *row = Row::of(line, cells.iter().map(String::as_str));
        Ok(true)
    }
}
