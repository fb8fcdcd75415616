//! JSON arrays of objects, NDJSON and GeoJSON, read one object at a time.
//!
//! The names of the columns are all names that occur, in order of appearance; they are collected in a pass of their
//! own. A JSON string stays text, also when it looks like a number.

use super::{Opened, Source, Stream, packing};
use crate::data::columns;
use crate::data::decode::{Certainty, Decoding, Detected};
use crate::data::fault::Unreadable;
use crate::data::forms::Form;
use crate::data::rows::{Row, Rows};
use crate::data::table::FieldType;
use crate::diag::Diagnostic;
use crate::model::dataset::Resource;
use encoding_rs::UTF_8;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Longest object, in bytes.
const LONGEST: usize = 16 << 20;
/// Most names.
const MOST_NAMES: usize = 16_384;
/// The column that a GeoJSON feature's geometry goes to.
const GEOMETRY: &str = "geometry";

/// JSON in its table-like shapes.
pub struct Json;

impl Source for Json {
    fn endings(&self) -> &'static [&'static str] {
        &["json", "ndjson", "jsonl", "geojson"]
    }

    fn open(&self, root: &Path, resource: &Resource, found: &mut Vec<Diagnostic>) -> Result<Opened, Unreadable> {
        let mut names: Vec<(String, Kinds)> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        let mut objects = Objects::new(packing::open(root, &resource.path)?);
        while let Some((_, pairs)) = objects.next_pairs()? {
            for (name, value) in pairs {
                let at = *known.entry(name).or_insert_with_key(|name: &String| {
                    names.push((name.clone(), Kinds::default()));
                    names.len() - 1
                });
                names[at].1.note(value.get());
            }
            if names.len() > MOST_NAMES {
                return Err(Unreadable::TooWide { line: objects.line, limit: MOST_NAMES });
            }
        }
        if names.is_empty() {
            return Err(Unreadable::Empty);
        }
        let header: Vec<String> = names.iter().map(|(name, _)| name.clone()).collect();
        let mut columns = columns::plan(Some(&header), header.len(), resource, found);
        for (column, (name, kinds)) in columns.iter_mut().zip(&names) {
            if column.form.is_none() {
                column.form = kinds.form(name);
                column.is_text = kinds.text;
            }
        }
        let stream = Arc::new(JsonStream { names: header });
        Ok(Opened { stream, columns, header_rows: Vec::new(), body: 0, repeatable: Vec::new() })
    }
}

/// Kinds of JSON values that a column has.
#[derive(Debug, Default)]
struct Kinds {
    text: bool,
    object: bool,
    array: bool,
    plain: bool,
}

impl Kinds {
    fn note(&mut self, json: &str) {
        match json.as_bytes().first() {
            Some(b'"') => self.text = true,
            Some(b'{') => self.object = true,
            Some(b'[') => self.array = true,
            Some(b'n') | None => {}
            _ => self.plain = true,
        }
    }

    /// The form of a column whose values are all objects, or all arrays.
    fn form(&self, name: &str) -> Option<Form> {
        match self {
            Kinds { text: false, object: true, array: false, plain: false } if name == GEOMETRY => {
                Some(Form::Json(FieldType::GeoJson))
            }
            Kinds { text: false, object: true, array: false, plain: false } => Some(Form::Json(FieldType::Object)),
            Kinds { text: false, object: false, array: true, plain: false } => Some(Form::Json(FieldType::Array)),
            _ => None,
        }
    }
}

#[derive(Debug)]
struct JsonStream {
    names: Vec<String>,
}

impl Stream for JsonStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        let places = self.names.iter().cloned().zip(0..).collect();
        let cells = vec![String::new(); self.names.len()];
        Ok(Box::new(JsonRows { objects: Objects::new(packing::open(root, path)?), places, cells }))
    }

    fn encoding(&self) -> Option<&'static str> {
        Some("UTF-8")
    }
}

struct JsonRows<R> {
    objects: Objects<R>,
    places: BTreeMap<String, usize>,
    cells: Vec<String>,
}

impl<R: Read + Send> Rows for JsonRows<R> {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        let Some((line, pairs)) = self.objects.next_pairs()? else { return Ok(false) };
        self.cells.iter_mut().for_each(String::clear);
        for (name, value) in pairs {
            let Some(cell) = self.places.get(&name).and_then(|at| self.cells.get_mut(*at)) else { continue };
            let json = value.get();
            match json.as_bytes().first() {
                Some(b'"') => cell.push_str(&serde_json::from_str::<String>(json).map_err(malformed)?),
                Some(b'n') => {}
                _ => cell.push_str(json),
            }
        }
        *row = Row::of(line, self.cells.iter().map(String::as_str));
        Ok(true)
    }
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(error.to_string())
}

/// The objects of a JSON text, one at a time, whatever holds them: an array, lines, a feature collection.
struct Objects<R> {
    input: Decoding<R>,
    buffer: Vec<u8>,
    at: usize,
    line: u64,
}

/// The members of an object, in order.
type Pairs = Vec<(String, Box<RawValue>)>;

impl<R: Read> Objects<R> {
    fn new(input: R) -> Self {
        Objects {
            input: Decoding::new(input, Detected { encoding: UTF_8, certainty: Certainty::Valid }),
            buffer: Vec::new(),
            at: 0,
            line: 1,
        }
    }

    fn byte(&mut self) -> Result<Option<u8>, Unreadable> {
        if self.at == self.buffer.len() {
            self.buffer.resize(64 * 1024, 0);
            let n = self.input.read(&mut self.buffer)?;
            self.buffer.truncate(n);
            self.at = 0;
            if n == 0 {
                return Ok(None);
            }
        }
        let byte = self.buffer[self.at];
        self.at += 1;
        self.line += u64::from(byte == b'\n');
        Ok(Some(byte))
    }

    /// The next object's line and members.
    fn next_pairs(&mut self) -> Result<Option<(u64, Pairs)>, Unreadable> {
        let Some((line, text)) = self.next_object()? else { return Ok(None) };
        let pairs = pairs(&text)?;
        if !pairs.iter().any(|(name, value)| name == "type" && value.get() == "\"Feature\"") {
            return Ok(Some((line, pairs)));
        }
        // A feature: its properties are the cells, and its geometry one more.
        let mut cells = Vec::new();
        for (name, value) in pairs {
            match name.as_str() {
                "properties" if value.get() != "null" => {
                    let properties = self::pairs(value.get().as_bytes())?;
                    cells.splice(0..0, properties);
                }
                GEOMETRY | "id" => cells.push((name, value)),
                _ => {}
            }
        }
        Ok(Some((line, cells)))
    }

    /// The bytes of the next object among the top level's, an array's or a feature collection's.
    fn next_object(&mut self) -> Result<Option<(u64, Vec<u8>)>, Unreadable> {
        let mut text: Vec<u8> = Vec::new();
        let (mut depth, mut line) = (0usize, self.line);
        let (mut in_string, mut escaped) = (false, false);
        while let Some(byte) = self.byte()? {
            if depth == 0 {
                match byte {
                    b'{' => (depth, line) = (1, self.line),
                    b'[' | b']' | b',' | b' ' | b'\n' | b'\r' | b'\t' | b'}' => continue,
                    // What follows the last feature of a collection: more members of the collection.
                    _ => {
                        self.skip_line_of_members(byte)?;
                        continue;
                    }
                }
                text.push(byte);
                continue;
            }
            text.push(byte);
            if text.len() > LONGEST {
                return Err(Unreadable::TooLong { line, limit: LONGEST });
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                b'{' | b'[' if !in_string => {
                    depth += 1;
                    if byte == b'[' && depth == 2 && opens_features(&text) {
                        text.clear();
                        depth = 0;
                    }
                }
                b'}' | b']' if !in_string => depth -= 1,
                _ => {}
            }
            if depth == 0 && !text.is_empty() {
                return Ok(Some((line, text)));
            }
        }
        if text.is_empty() { Ok(None) } else { Err(malformed(format!("JSON {line}: }}"))) }
    }

    /// Passes over a member's name or a plain value that stands among the objects; in an array such values are no
    /// rows, and that is a fault.
    fn skip_line_of_members(&mut self, first: u8) -> Result<(), Unreadable> {
        if first != b'"' {
            return Err(malformed(format!("JSON {}: {}", self.line, char::from(first))));
        }
        // `"bbox": [...]` or `"crs": {...}` after the features: nothing that follows is a row.
        while self.byte()?.is_some() {}
        Ok(())
    }
}

/// Whether the text of an object so far ends where the list of its features begins.
fn opens_features(text: &[u8]) -> bool {
    let before: Vec<u8> = text[..text.len() - 1].iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
    before.ends_with(b"\"features\":")
}

fn pairs(json: &[u8]) -> Result<Pairs, Unreadable> {
    struct Members;
    impl<'de> Visitor<'de> for Members {
        type Value = Pairs;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    deserializer.deserialize_map(Members).map_err(malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u64, Vec<(String, String)>)> {
        let mut objects = Objects::new(text.as_bytes());
        let mut out = Vec::new();
        while let Some((line, pairs)) = objects.next_pairs().unwrap() {
            out.push((line, pairs.into_iter().map(|(n, v)| (n, v.get().to_owned())).collect()));
        }
        out
    }

    #[test]
    fn arrays_and_lines() {
        let text = "[{\"a\": 1.10, \"b\": \"]}\\\"\"},\n{\"a\": {\"x\": [1]}}]";
        let pair = |n: &str, v: &str| (n.to_owned(), v.to_owned());
        let wanted = vec![(1, vec![pair("a", "1.10"), pair("b", "\"]}\\\"\"")]), (2, vec![pair("a", "{\"x\": [1]}")])];
        assert_eq!(all(text), wanted);
        assert_eq!(all(&text[1..text.len() - 1].replace("},\n", "}\n")), wanted);
        assert_eq!(all("[]"), []);
    }

    #[test]
    fn features() {
        let text = r#"{"type": "FeatureCollection", "name": "x", "features": [
{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"n": "A"}}
], "bbox": [1, 2, 3, 4]}"#;
        let found = all(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1[0], ("n".to_owned(), "\"A\"".to_owned()));
        assert_eq!(found[0].1[1].0, "geometry");
    }

    #[test]
    fn what_is_no_table_is_said() {
        for text in ["[1, 2]", "[{\"a\": 1}, 3]", "[{\"a\": 1"] {
            let mut objects = Objects::new(text.as_bytes());
            let outcome = std::iter::from_fn(|| objects.next_pairs().transpose()).collect::<Result<Vec<_>, _>>();
            assert!(outcome.is_err(), "{text}");
        }
    }
}
