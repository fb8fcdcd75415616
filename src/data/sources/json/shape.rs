//! Where the rows of a JSON text are: its values one after the other, an array somewhere in it, the members of an object.
//!
//! One pass looks at everything and holds next to nothing: how many values of which kind each array and object has, and
//! the plain values outside of them. Rows are the array of objects or of arrays that is called as rows usually are, else
//! the one nearest to the top, else the longest.

use super::scan::{Kind, Scan};
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
    /// What else the text says: where, and what.
    pub beside: Vec<(String, String)>,
}

/// What rows are called, and what lists are called that hold none.
const ROWS: &[&str] =
    &["records", "data", "rows", "features", "results", "items", "value", "values", "datos", "registros", "resultados"];
const NO_ROWS: &[&str] = &["fields", "columns", "links", "_links", "facets", "facet_groups", "columnas", "campos"];
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

#[derive(Debug, Default)]
struct Counts {
    at: Vec<Step>,
    objects: usize,
    arrays: usize,
    texts: usize,
    others: usize,
    nulls: usize,
    /// Elements of the first array in it, or of the only one.
    width: usize,
    /// Its texts, or the names of its objects, as long as it consists of nothing else.
    names: Vec<String>,
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

    fn len(&self) -> usize {
        self.objects + self.arrays + self.texts + self.others + self.nulls
    }

    /// Whether it is a list of rows: objects only, or arrays only.
    fn are_rows(&self) -> bool {
        let len = self.len();
        len > 0 && (self.objects == len || self.arrays == len)
    }

    fn last_key(&self) -> Option<&str> {
        self.at.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
    }

    /// The smaller, the likelier are these the rows.
    fn rank(&self) -> (u8, usize, std::cmp::Reverse<usize>) {
        let called =
            |list: &[&str]| self.last_key().is_some_and(|key| list.iter().any(|n| n.eq_ignore_ascii_case(key)));
        let name = if called(ROWS) { 0 } else { 1 + u8::from(called(NO_ROWS)) };
        (name, self.at.len(), std::cmp::Reverse(self.len()))
    }
}

#[derive(Default)]
struct Seen {
    arrays: Vec<Counts>,
    objects: Vec<Counts>,
    plain: Vec<(String, String)>,
}

/// Finds the rows.
pub fn find<R: Read>(scan: &mut Scan<R>) -> Result<Shape, Unreadable> {
    let mut seen = Seen::default();
    let first = scan.next()?.ok_or(Unreadable::Empty)?;
    let kind = Kind::of(first);
    if !matches!(kind, Kind::Object | Kind::Array) {
        return Err(scan.fault("{"));
    }
    walk(scan, &mut Vec::new(), &mut seen)?;
    scan.takes(b',')?;
    if scan.next()?.is_some() {
        return Ok(Shape { lists: kind == Kind::Array, ..values() });
    }
    choose(seen, kind).ok_or(Unreadable::NoRows)
}

fn values() -> Shape {
    Shape { at: Vec::new(), items: Items::Values, lists: false, names: None, beside: Vec::new() }
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
    scan.expect(b'{')?;
    while !scan.takes(b'}')? {
        let name = scan.name()?;
        let kind = Kind::of(scan.must()?);
        let looked_at = counts.len() < MOST_MEMBERS && !COORDINATES.contains(&name.as_str());
        counts.add(kind);
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
    if seen.objects.len() < MOST_NOTED {
        seen.objects.push(counts);
    }
    Ok(())
}

fn array<R: Read>(scan: &mut Scan<R>, at: &mut Vec<Step>, seen: &mut Seen) -> Result<(), Unreadable> {
    let mut counts = Counts { at: at.clone(), ..Counts::default() };
    scan.expect(b'[')?;
    while !scan.takes(b']')? {
        let kind = Kind::of(scan.must()?);
        let number = counts.len();
        counts.add(kind);
        // What is deeper in a list counts only where a list begins with something else than its rows.
        if kind == Kind::Array && number < MOST_ELEMENTS {
            at.push(Step::Index(number));
            array(scan, at, seen)?;
            if number == 0 {
                counts.width = seen.arrays.last().map_or(0, Counts::len);
            }
            at.pop();
        } else if matches!(kind, Kind::Object | Kind::Text) && number < MOST_NAMES {
            let text = scan.text()?;
            counts.names.extend(name_of(&text));
        } else {
            scan.skip()?;
        }
        if !scan.takes(b',')? && scan.must()? != b']' {
            return Err(scan.fault(","));
        }
    }
    if seen.arrays.len() < MOST_NOTED {
        seen.arrays.push(counts);
    }
    Ok(())
}

/// A text, or the name that an object has.
fn name_of(json: &[u8]) -> Option<String> {
    if json.first() == Some(&b'"') {
        return serde_json::from_slice(json).ok();
    }
    if json.len() > 64 * 1024 {
        return None;
    }
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(json).ok()?;
    ["name", "id", "fieldName", "field", "nombre"].iter().find_map(|key| object.get(*key)?.as_str().map(str::to_owned))
}

fn choose(seen: Seen, top: Kind) -> Option<Shape> {
    let nested = |outer: &Counts, inner: &Counts| inner.at.len() > outer.at.len() && inner.at.starts_with(&outer.at);
    let all: Vec<&Counts> = seen.arrays.iter().filter(|list| list.are_rows()).collect();
    // The cells of rows are no rows.
    let lists = || all.iter().filter(|list| !all.iter().any(|outer| nested(outer, list)));
    let best = lists().min_by_key(|list| list.rank());
    let whole = seen.objects.iter().find(|o| o.at.is_empty());
    if top == Kind::Array {
        let best = best?;
        let outer = seen.arrays.iter().find(|list| list.at.is_empty());
        // `[{…}, 3]` has a row that is none: it is not passed over.
        if best.at.is_empty() || outer.is_some_and(|o| o.texts + o.others == 0 && o.len() <= MOST_ELEMENTS) {
            return Some(shape(best, Items::Elements, &seen));
        }
        return None;
    }
    let whole = whole?;
    let repeats = |list: &Counts| {
        lists().filter(|other| other.last_key() == list.last_key() && other.at.len() == list.at.len()).count() > 1
    };
    let are_members = whole.len() > 1 && whole.objects == whole.len();
    match best {
        Some(best) if !(are_members && best.at.len() > 1 && (repeats(best) || best.rank().0 > 0)) => {
            Some(shape(best, Items::Elements, &seen))
        }
        _ if are_members => Some(Shape { items: Items::Members, ..values() }),
        _ if whole.arrays == whole.len() && whole.width > 0 => Some(Shape { items: Items::Columns, ..values() }),
        _ => Some(values()),
    }
}

fn shape(rows: &Counts, items: Items, seen: &Seen) -> Shape {
    let lists = rows.arrays > 0;
    let names_it = |list: &&Counts| list.at != rows.at && list.names.len() == rows.width && list.len() == rows.width;
    let inside = |list: &&Counts| list.at.starts_with(&rows.at);
    let naming = seen.arrays.iter().filter(|list| lists && rows.width > 0 && !inside(list)).find(names_it);
    let mut beside: Vec<(String, String)> = seen.plain.clone();
    for list in seen.arrays.iter().filter(|l| l.at != rows.at && !inside(l) && naming.is_none_or(|n| n.at != l.at)) {
        let shown = if list.texts == list.len() { list.names.join(", ") } else { format!("[{}]", list.len()) };
        beside.push((path(&list.at), shown.chars().take(200).collect()));
    }
    beside.retain(|(at, text)| !(at == "type" && text == "FeatureCollection"));
    Shape { at: rows.at.clone(), items, lists, names: naming.map(|n| n.names.clone()), beside }
}

/// A place in words.
pub fn path(at: &[Step]) -> String {
    let steps = at.iter().map(|step| match step {
        Step::Key(key) => key.clone(),
        Step::Index(n) => n.to_string(),
    });
    steps.collect::<Vec<_>>().join(".")
}
