//! Where the rows of a JSON text are: its values one after the other, an array somewhere in it, the members of an object.
//!
//! One pass looks at everything and holds next to nothing: how many values of which kind each array and object has, and
//! the plain values outside of them. Rows are the array of objects or of arrays that is called as rows usually are, else
//! the one nearest to the top, else the longest.

use super::frame::{self, Labels};
use super::scan::{Kind, Scan};
use super::tables::{self, Named};
use super::{keyed, refused};
use crate::data::fault::Unreadable;
use std::io::Read;

/// One step on the way to the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Key(String),
    Index(usize),
}

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Items {
    /// The text's values: one object, or one on each line.
    Values,
    /// An array's elements.
    Elements,
    /// An object's members, each with its name.
    Members,
    /// An object's members are the columns: lists of one length.
    Columns,
    /// An object's members are the columns: objects with the same names of rows, which are a column too where they are
    /// `labelled` otherwise than by their number.
    Frame { labelled: bool },
    /// The cells of a cube of JSON-stat.
    Cube,
}

/// Where the rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    pub at: Vec<Step>,
    pub items: Items,
    /// Whether each row is an array.
    pub lists: bool,
    /// The names of the cells of such rows, where they stand elsewhere in the text.
    pub names: Option<Vec<String>>,
    /// Where the names of such rows stand, where they are more than their numbers, and what they are called.
    pub index: Option<(Vec<Step>, String)>,
    /// What else the text says: where, and what.
    pub beside: Vec<(String, String)>,
}

/// What rows are called, and what lists are called that hold none.
pub const ROWS: &[&str] =
    &["records", "data", "rows", "features", "results", "items", "value", "values", "datos", "registros", "resultados"];
const NO_ROWS: &[&str] =
    &["fields", "columns", "links", "_links", "facets", "facet_groups", "columnas", "campos", "index", "comments"];
/// Members that hold coordinates and no rows.
const COORDINATES: &[&str] = &["coordinates", "geometries", "bbox"];
/// How deep, and among how many members and elements, rows are looked for.
const DEEPEST: usize = 6;
const MOST_MEMBERS: usize = 64;
const MOST_ELEMENTS: usize = 3;
/// Lists and objects that are noted.
const MOST_NOTED: usize = 4096;
/// Names that are held.
const MOST_NAMES: usize = 1024;

/// What a list or an object holds.
#[derive(Debug, Default)]
pub struct Counts {
    pub at: Vec<Step>,
    pub objects: usize,
    pub arrays: usize,
    texts: usize,
    others: usize,
    nulls: usize,
    /// Elements of the first array in it, or of the only one.
    width: usize,
    /// Its texts, or the names of its objects, as long as it consists of nothing else.
    names: Vec<String>,
    /// Whether it is a list of objects that each hold the keys and the values of a row, as PxWeb answers.
    pub is_keyed: bool,
    /// Whether it is an object with the dimensions and the values of JSON-stat.
    pub is_cube: bool,
    /// What its members are called.
    labels: Labels,
}

impl Counts {
    fn add(&mut self, kind: Kind) {
        match kind {
            Kind::Object => self.objects += 1,
            Kind::Array => self.arrays += 1,
            Kind::Text => self.texts += 1,
            Kind::Null => self.nulls += 1,
            Kind::Plain => self.others += 1,
        }
    }

    pub fn len(&self) -> usize {
        self.objects + self.arrays + self.texts + self.others + self.nulls
    }

    /// Whether it is a list of lists that each hold objects, and so tables.
    fn holds_tables(&self, lists: &[&Counts]) -> bool {
        let is_element = |list: &&&Counts| list.at.len() == self.at.len() + 1 && list.at.starts_with(&self.at);
        let tables = || lists.iter().filter(is_element).filter(|list| list.objects == list.len());
        self.arrays > 0 && self.arrays == self.len() && tables().count() == self.len()
    }

    /// Whether it is a list of rows: objects only, or arrays only.
    fn are_rows(&self) -> bool {
        let len = self.len();
        len > 0 && (self.objects == len || self.arrays == len)
    }

    pub fn last_key(&self) -> Option<&str> {
        self.at.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
    }

    /// The smaller, the likelier are these the rows.
    pub fn rank(&self) -> (u8, usize, std::cmp::Reverse<usize>) {
        let called =
            |list: &[&str]| self.last_key().is_some_and(|key| list.iter().any(|n| n.eq_ignore_ascii_case(key)));
        let name = if called(ROWS) { 0 } else { 1 + u8::from(called(NO_ROWS)) };
        (name, self.at.len(), std::cmp::Reverse(self.len()))
    }
}

/// Everything that was seen of a text.
#[derive(Default)]
pub struct Seen {
    pub arrays: Vec<Counts>,
    pub objects: Vec<Counts>,
    pub plain: Vec<(String, String)>,
}

impl Seen {
    /// The lists of rows. The cells of rows are no rows.
    pub fn lists(&self) -> Vec<&Counts> {
        let nested =
            |outer: &Counts, inner: &Counts| inner.at.len() > outer.at.len() && inner.at.starts_with(&outer.at);
        let all: Vec<&Counts> = self.arrays.iter().filter(|list| list.are_rows()).collect();
        let is_outer = |list: &&&Counts| !all.iter().any(|outer| nested(outer, list) && !outer.holds_tables(&all));
        all.iter().filter(is_outer).filter(|list| !list.holds_tables(&all)).copied().collect()
    }
}

/// Looks at everything in a text that is one value; the kind of its first value where it is several.
fn look<R: Read>(scan: &mut Scan<R>) -> Result<(Kind, Option<Seen>), Unreadable> {
    let mut seen = Seen::default();
    let first = scan.next()?.ok_or(Unreadable::Empty)?;
    let kind = Kind::of(first);
    if !matches!(kind, Kind::Object | Kind::Array) {
        return Err(scan.fault("{"));
    }
    walk(scan, &mut Vec::new(), &mut seen)?;
    scan.takes(b',')?;
    if scan.next()?.is_some() {
        return Ok((kind, None));
    }
    refused::by_members(&seen)?;
    Ok((kind, Some(seen)))
}

/// Finds the rows: of the table of this name, where one is asked for.
pub fn find<R: Read>(scan: &mut Scan<R>, wanted: Option<&str>) -> Result<Shape, Unreadable> {
    let (kind, seen) = look(scan)?;
    let Some(seen) = seen else { return Ok(Shape { lists: kind == Kind::Array, ..values() }) };
    let tables = tables::of(&seen, best(&seen));
    match (wanted, tables.first()) {
        (Some(wanted), Some(_)) => Ok(shape(tables::wanted(&tables, wanted)?, &tables, &seen)),
        (None, Some(first)) if tables.len() > 1 || first.rows.is_cube => Ok(shape(first.rows, &tables, &seen)),
        _ => choose(&seen, kind, &tables).ok_or(Unreadable::NoRows),
    }
}

/// The names of a text's tables, where it holds several.
pub fn held<R: Read>(scan: &mut Scan<R>) -> Result<Vec<String>, Unreadable> {
    let (_, Some(seen)) = look(scan)? else { return Ok(Vec::new()) };
    let tables = tables::of(&seen, best(&seen));
    if tables.len() < 2 {
        return Ok(Vec::new());
    }
    Ok(tables.into_iter().map(|table| table.name).collect())
}

fn values() -> Shape {
    Shape { at: Vec::new(), items: Items::Values, lists: false, names: None, index: None, beside: Vec::new() }
}

/// Looks at the next value, which stands at this place.
fn walk<R: Read>(scan: &mut Scan<R>, at: &mut Vec<Step>, seen: &mut Seen) -> Result<Kind, Unreadable> {
    match scan.must()? {
        b'{' if at.len() < DEEPEST => object(scan, at, seen)?,
        b'[' if at.len() < DEEPEST => array(scan, at, seen)?,
        b'{' | b'[' => return scan.skip(),
        _ => {
            let text = scan.text()?;
            if seen.plain.len() < MOST_NOTED {
                let text = String::from_utf8_lossy(&text).into_owned();
                let text = serde_json::from_str::<String>(&text).unwrap_or(text);
                seen.plain.push((path(at), text.chars().take(200).collect()));
            }
            return Ok(Kind::Plain);
        }
    }
    Ok(Kind::Object)
}

fn object<R: Read>(scan: &mut Scan<R>, at: &mut Vec<Step>, seen: &mut Seen) -> Result<(), Unreadable> {
    let mut counts = Counts { at: at.clone(), ..Counts::default() };
    let mut same_length = None;
    let (mut dimensions, mut cells) = (false, false);
    scan.expect(b'{')?;
    while !scan.takes(b'}')? {
        let name = scan.name()?;
        let kind = Kind::of(scan.must()?);
        let looked_at = counts.len() < MOST_MEMBERS && !COORDINATES.contains(&name.as_str());
        counts.add(kind);
        counts.labels.add(&name, kind);
        dimensions |= name == "dimension" && kind == Kind::Object;
        cells |= name == "value" && matches!(kind, Kind::Object | Kind::Array);
        if looked_at {
            at.push(Step::Key(name));
            walk(scan, at, seen)?;
            let length = seen.arrays.last().filter(|list| kind == Kind::Array && list.at == *at).map(Counts::len);
            same_length = if counts.len() == 1 { length } else { same_length.filter(|n| Some(*n) == length) };
            at.pop();
        } else {
            scan.skip()?;
            same_length = None;
        }
        if !scan.takes(b',')? && scan.must()? != b'}' {
            return Err(scan.fault(","));
        }
    }
    counts.width = same_length.unwrap_or(0);
    counts.is_cube = dimensions && cells && counts.at.len() < 2;
    if seen.objects.len() < MOST_NOTED {
        seen.objects.push(counts);
    }
    Ok(())
}

fn array<R: Read>(scan: &mut Scan<R>, at: &mut Vec<Step>, seen: &mut Seen) -> Result<(), Unreadable> {
    let mut counts = Counts { at: at.clone(), ..Counts::default() };
    // What rows and columns are called may be numbers.
    let is_named = counts.last_key().is_some_and(|key| matches!(key, "index" | "columns"));
    let mut elements = Labels::default();
    scan.expect(b'[')?;
    while !scan.takes(b']')? {
        let kind = Kind::of(scan.must()?);
        let number = counts.len();
        counts.add(kind);
        // What is deeper in a list counts only where a list begins with something else than its rows.
        if kind == Kind::Array && number < MOST_ELEMENTS && !is_named && at.len() < DEEPEST {
            at.push(Step::Index(number));
            array(scan, at, seen)?;
            if number == 0 {
                counts.width = seen.arrays.last().map_or(0, Counts::len);
            }
            at.pop();
        } else if is_named || matches!(kind, Kind::Object | Kind::Text) && number < MOST_NAMES {
            let text = scan.text()?;
            if number == 0
                && let Some(width) = keyed::width(&text)
            {
                (counts.is_keyed, counts.width) = (true, width);
            }
            elements.add(&String::from_utf8_lossy(&text), kind);
            if number < MOST_NAMES {
                counts.names.extend(if is_named { keyed::label(&text) } else { name_of(&text) });
            }
        } else {
            scan.skip()?;
        }
        if !scan.takes(b',')? && scan.must()? != b']' {
            return Err(scan.fault(","));
        }
    }
    counts.labels = elements;
    if seen.arrays.len() < MOST_NOTED {
        seen.arrays.push(counts);
    }
    Ok(())
}

/// A text, or the name that an object has.
pub fn name_of(json: &[u8]) -> Option<String> {
    if json.first() == Some(&b'"') {
        return serde_json::from_slice(json).ok();
    }
    if json.len() > 64 * 1024 {
        return None;
    }
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(json).ok()?;
    ["name", "id", "text", "fieldName", "field", "nombre", "code"]
        .iter()
        .find_map(|key| object.get(*key)?.as_str().map(str::to_owned))
}

/// The list of rows that is the likeliest.
fn best(seen: &Seen) -> Option<&Counts> {
    seen.lists().into_iter().min_by_key(|list| list.rank())
}

fn choose(seen: &Seen, top: Kind, tables: &[Named<'_>]) -> Option<Shape> {
    let best = best(seen);
    if top == Kind::Array {
        let best = best?;
        let outer = seen.arrays.iter().find(|list| list.at.is_empty());
        // `[{…}, 3]` has a row that is none: it is not passed over.
        if best.at.is_empty() || outer.is_some_and(|o| o.texts + o.others == 0 && o.len() <= MOST_ELEMENTS) {
            return Some(shape(best, tables, seen));
        }
        return None;
    }
    let whole = seen.objects.iter().find(|o| o.at.is_empty())?;
    if whole.objects > 0 && whole.objects == whole.len() {
        let columns: Vec<&Labels> = seen.objects.iter().filter(|o| o.at.len() == 1).map(|o| &o.labels).collect();
        if frame::is_by_column(&whole.labels, &columns) {
            let labelled = columns.iter().any(|column| !column.are_counted);
            return Some(Shape { items: Items::Frame { labelled }, ..values() });
        }
    }
    let lists = seen.lists();
    let alike = |a: &Counts, b: &Counts| a.last_key() == b.last_key() && a.at.len() == b.at.len();
    let repeats = |list: &Counts| lists.iter().filter(|other| alike(other, list)).count() > 1;
    let are_members = whole.len() > 1 && whole.objects == whole.len();
    match best {
        Some(best) if !(are_members && best.at.len() > 1 && (repeats(best) || best.rank().0 > 0)) => {
            Some(shape(best, tables, seen))
        }
        _ if are_members => Some(Shape { items: Items::Members, ..values() }),
        _ if whole.arrays == whole.len() && whole.width > 0 => Some(Shape { items: Items::Columns, ..values() }),
        _ => Some(values()),
    }
}

/// The shape of a table's rows; the other tables are no part of what stands beside them.
fn shape(rows: &Counts, tables: &[Named<'_>], seen: &Seen) -> Shape {
    if rows.is_cube {
        let place = path(&rows.at);
        let before = if place.is_empty() { place } else { format!("{place}.") };
        let is_said = |at: &str| at.strip_prefix(&before).is_some_and(|name| !name.contains('.'));
        let beside = seen.plain.iter().filter(|(at, _)| is_said(at)).cloned().collect();
        return Shape { at: rows.at.clone(), items: Items::Cube, lists: true, beside, ..values() };
    }
    let lists = rows.arrays > 0 || rows.is_keyed;
    let names_it = |list: &&Counts| list.at != rows.at && list.names.len() == rows.width && list.len() == rows.width;
    let inside = |list: &&Counts| list.at.starts_with(&rows.at);
    let outside = || seen.arrays.iter().filter(|list| lists && rows.width > 0 && !inside(list));
    let is_columns = |list: &&Counts| list.last_key() == Some("columns");
    let is_index = |list: &&Counts| list.last_key() == Some("index") && list.len() == rows.len();
    let naming = outside().filter(is_columns).find(names_it).or_else(|| outside().find(names_it));
    let index = outside().filter(|_| naming.is_some_and(|n| n.last_key() == Some("columns"))).find(is_index);
    let mut beside: Vec<(String, String)> = seen.plain.clone();
    let is_around = |list: &Counts| rows.at.starts_with(&list.at);
    let others = seen.arrays.iter().filter(|l| !is_around(l) && !inside(l) && naming.is_none_or(|n| n.at != l.at));
    let is_table = |list: &Counts| tables.iter().any(|table| list.at.starts_with(&table.rows.at));
    for list in others.filter(|l| !is_table(l) && l.len() > 0 && index.is_none_or(|i| i.at != l.at)) {
        let shown = if list.texts == list.len() { list.names.join(", ") } else { format!("[{}]", list.len()) };
        beside.push((path(&list.at), shown.chars().take(200).collect()));
    }
    beside.retain(|(at, text)| !(at == "type" && text == "FeatureCollection"));
    let index = index.filter(|index| !index.labels.are_counted);
    let index = index.map(|index| (index.at.clone(), "index".to_owned()));
    let names = naming.map(|n| n.names.clone());
    Shape { at: rows.at.clone(), items: Items::Elements, lists, names, index, beside }
}

/// A place in words.
pub fn path(at: &[Step]) -> String {
    let steps = at.iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(n) => n.to_string(),
    });
    steps.collect::<Vec<_>>().join(".")
}
