//! The rows of a JSON text, one after the other.

use super::in_memory::RowsInMemory;
use super::names::{self, ColumnTree, MemberPairs};
use super::pxweb;
use super::scan::{JsonKind, JsonScanner};
use super::shape::RowLayout;
use crate::rows::{Row, Rows};
use crate::sources::json::counts::PathStep;
use crate::unreadable::Unreadable;
use serde_json::value::RawValue;
use std::io::Read;

/// A row's text as it is in the file.
struct JsonItem {
    /// Line on which it begins, from 1.
    line: u64,
    /// The name of the member that it is.
    name: Option<String>,
    text: Vec<u8>,
}
/// The elements of a row that is an array.
type ArrayElements = Vec<Box<RawValue>>;

/// The rows of a text, one after the other.
pub(crate) struct JsonItems<R> {
    scan: JsonScanner<R>,
    items: RowLayout,
    /// Rows that are held, where the layout cannot be read row by row.
    pub(crate) held: Option<RowsInMemory>,
    /// The names of the rows, which are in a list of their own.
    pub(crate) index: Option<Box<JsonItems<R>>>,
    /// How many names each has.
    pub(crate) levels: usize,
}

impl<R: Read> JsonItems<R> {
    /// Returns the rows of a text that is to be read from its beginning.
    pub(crate) fn new(scan: JsonScanner<R>, items: RowLayout) -> Self {
        JsonItems {
            scan,
            items,
            held: None,
            index: None,
            levels: 1,
        }
    }

    /// Goes to where the rows are, and into what holds them.
    pub(crate) fn go(&mut self, at: &[PathStep]) -> Result<(), Unreadable> {
        if self.held.is_some() {
            return Ok(());
        }
        for step in at {
            match step {
                PathStep::Key(key) => {
                    self.scan.expect(b'{')?;
                    while self.scan.name()? != *key {
                        self.scan.skip()?;
                        self.scan.expect(b',')?;
                    }
                }
                PathStep::Index(number) => {
                    self.scan.expect(b'[')?;
                    for _ in 0..*number {
                        self.scan.skip()?;
                        self.scan.expect(b',')?;
                    }
                }
            }
        }
        match self.items {
            RowLayout::Elements => self.scan.expect(b'['),
            RowLayout::Members { .. } => self.scan.expect(b'{'),
            RowLayout::Values
            | RowLayout::Columns
            | RowLayout::Frame { .. }
            | RowLayout::Series
            | RowLayout::Cube => Ok(()),
        }
    }

    /// Returns the next row; `None` at the end.
    fn next_item(&mut self) -> Result<Option<JsonItem>, Unreadable> {
        self.scan.takes(b',')?;
        match self.scan.next()? {
            None if self.items == RowLayout::Values => return Ok(None),
            None => return Err(self.scan.fault("]")),
            Some(b']') if self.items == RowLayout::Elements => return Ok(None),
            Some(b'}') if matches!(self.items, RowLayout::Members { .. }) => return Ok(None),
            Some(_) => {}
        }
        let line = self.scan.line;
        let name = if matches!(self.items, RowLayout::Members { .. }) {
            Some(self.scan.name()?)
        } else {
            None
        };
        Ok(Some(JsonItem {
            line,
            name,
            text: self.scan.text()?,
        }))
    }

    /// Returns the next row as an object's members.
    ///
    /// # Errors
    /// When the text goes on as none does.
    pub(crate) fn next_pairs(&mut self) -> Result<Option<(u64, MemberPairs)>, Unreadable> {
        if let Some(RowsInMemory::Objects(rows)) = &mut self.held {
            return Ok(rows.next().map(|pairs| (1, pairs)));
        }
        let Some(JsonItem { line, name, text }) = self.next_item()? else {
            return Ok(None);
        };
        if JsonKind::of(*text.first().unwrap_or(&b' ')) != JsonKind::Object {
            return Err(Unreadable::Json {
                line,
                wanted: "{".into(),
            });
        }
        let mut pairs = names::row_of(&text).map_err(|why| in_row(line, why))?;
        if let (Some(name), RowLayout::Members { levels }) = (name, self.items) {
            let names = names::row_names(&name, levels, &pairs)?;
            pairs.splice(0..0, names);
        }
        Ok(Some((line, pairs)))
    }

    /// Returns the next row as an array's elements.
    ///
    /// # Errors
    /// When the text goes on as none does.
    pub(crate) fn next_list(&mut self) -> Result<Option<(u64, ArrayElements)>, Unreadable> {
        if let Some(RowsInMemory::Cells(cells)) = &mut self.held {
            return Ok(cells.next().map(|values| (1, values)));
        }
        let Some(JsonItem { line, text, .. }) = self.next_item()? else {
            return Ok(None);
        };
        if text.first() == Some(&b'{') {
            return Ok(Some((
                line,
                pxweb::cells(&text).map_err(|why| in_row(line, why))?,
            )));
        }
        let mut values: ArrayElements = parsed(line, &text)?;
        if let Some(labels) = &mut self.index
            && let Some(JsonItem { line, text, .. }) = labels.next_item()?
        {
            if self.levels > 1 {
                let mut labels: ArrayElements = parsed(line, &text)?;
                labels.resize(self.levels, RawValue::NULL.to_owned());
                values.splice(0..0, labels);
            } else {
                values.insert(0, parsed(line, &text)?);
            }
        }
        Ok(Some((line, values)))
    }
}

/// Parses the JSON of a row that begins on this line.
fn parsed<T: serde::de::DeserializeOwned>(line: u64, text: &[u8]) -> Result<T, Unreadable> {
    serde_json::from_slice(text).map_err(|error| Unreadable::Json {
        line,
        wanted: error.to_string(),
    })
}

/// Returns an error as one of the row that begins on this line.
fn in_row(line: u64, why: Unreadable) -> Unreadable {
    match why {
        Unreadable::Malformed(wanted) => Unreadable::Json { line, wanted },
        other => other,
    }
}

/// Rows that are objects, whose members are cells by the tree of columns.
pub(crate) struct ObjectRows<R> {
    items: JsonItems<R>,
    tree: ColumnTree,
    cells: Vec<String>,
}

impl<R> ObjectRows<R> {
    /// Rows whose members go to their cells by this tree.
    pub(crate) fn new(items: JsonItems<R>, tree: ColumnTree, width: usize) -> Self {
        ObjectRows {
            items,
            tree,
            cells: vec![String::new(); width],
        }
    }
}

impl<R: Read + Send> Rows for ObjectRows<R> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        let Some((line, pairs)) = self.items.next_pairs()? else {
            return Ok(false);
        };
        self.cells.iter_mut().for_each(String::clear);
        names::fill(&self.tree, &pairs, &mut self.cells)?;
        *row = Row::of(line, self.cells.iter().map(String::as_str));
        Ok(true)
    }
}

/// Rows that are arrays, whose elements are cells by their position.
pub(crate) struct ListRows<R> {
    items: JsonItems<R>,
}

impl<R> ListRows<R> {
    /// Rows whose elements are their cells.
    pub(crate) fn new(items: JsonItems<R>) -> Self {
        ListRows { items }
    }
}

impl<R: Read + Send> Rows for ListRows<R> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        let Some((line, values)) = self.items.next_list()? else {
            return Ok(false);
        };
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
