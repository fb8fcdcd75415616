//! What a JSON text contains, in one pass that holds next to nothing: how many values of which kind each list and object
//! has, what their members are called, and the plain values outside of them.

use super::counts::path;
use super::scan::{JsonKind, JsonScanner};
use super::{pxweb, unsupported};
use crate::sources::json::counts::{JsonContents, MemberCounts, PathStep};
use crate::sources::json::element_name::name_of;
use crate::unreadable::Unreadable;
use std::io::Read;

/// Members that hold coordinates and no rows.
const COORDINATES: &[&str] = &["coordinates", "geometries", "bbox"];
/// How deep, and among how many members and elements, rows are looked for.
const DEEPEST: usize = 6;
const MOST_MEMBERS: usize = 64;
pub(crate) const MOST_ELEMENTS: usize = 3;
/// Lists and objects that are noted.
const MOST_NOTED: usize = 4096;
/// Names of rows, or of elements, that are held of a list.
const MOST_NAMES: usize = 1024;

/// Looks at everything in a text that is one value; the kind of its first value where it is several.
///
/// # Errors
/// When it is no JSON, or another format that looks like it.
pub(crate) fn look<R: Read>(
    scan: &mut JsonScanner<R>,
) -> Result<(JsonKind, Option<JsonContents>), Unreadable> {
    let mut seen = JsonContents::default();
    let first = scan.next()?.ok_or(Unreadable::Empty)?;
    let kind = JsonKind::of(first);
    if !matches!(kind, JsonKind::Object | JsonKind::Array) {
        return Err(scan.fault("{"));
    }
    ContentsWalk {
        scan,
        at: &mut Vec::new(),
        seen: &mut seen,
    }
    .value()?;
    scan.takes(b',')?;
    if scan.next()?.is_some() {
        return Ok((kind, None));
    }
    unsupported::by_members(&seen)?;
    Ok((kind, Some(seen)))
}

/// The way through a text.
struct ContentsWalk<'w, R> {
    scan: &'w mut JsonScanner<R>,
    /// Steps to the value that is next.
    at: &'w mut Vec<PathStep>,
    seen: &'w mut JsonContents,
}

impl<R: Read> ContentsWalk<'_, R> {
    /// Looks at the next value.
    fn value(&mut self) -> Result<(), Unreadable> {
        match self.scan.must()? {
            b'{' if self.at.len() < DEEPEST => self.object(),
            b'[' if self.at.len() < DEEPEST => self.array(),
            b'{' | b'[' => self.scan.skip().map(drop),
            _ => self.plain(),
        }
    }

    /// Notes a value that holds no other.
    fn plain(&mut self) -> Result<(), Unreadable> {
        let text = self.scan.text()?;
        if self.seen.plain.len() < MOST_NOTED {
            let text = String::from_utf8_lossy(&text).into_owned();
            let text = serde_json::from_str::<String>(&text).unwrap_or(text);
            self.seen
                .plain
                .push((path(self.at), text.chars().take(200).collect()));
        }
        Ok(())
    }

    fn object(&mut self) -> Result<(), Unreadable> {
        let mut tally = ObjectTally::at(self.at);
        self.scan.expect(b'{')?;
        while !self.scan.takes(b'}')? {
            let name = self.scan.name()?;
            let kind = JsonKind::of(self.scan.must()?);
            let is_looked_at =
                tally.counts.len() < MOST_MEMBERS && !COORDINATES.contains(&name.as_str());
            tally.note(&name, kind);
            if is_looked_at {
                self.at.push(PathStep::Key(name));
                self.value()?;
                let list = self.seen.arrays.last();
                tally.note_list(list.filter(|list| kind == JsonKind::Array && list.at == *self.at));
                self.at.pop();
            } else {
                self.scan.skip()?;
                tally.length = None;
            }
            self.scan.comma_or(b'}')?;
        }
        if self.seen.objects.len() < MOST_NOTED {
            self.seen.objects.push(tally.finish());
        }
        Ok(())
    }

    fn array(&mut self) -> Result<(), Unreadable> {
        let mut counts = MemberCounts {
            at: self.at.clone(),
            ..MemberCounts::default()
        };
        // What rows and columns are called may be numbers.
        let is_naming = matches!(counts.last_key(), Some("index" | "columns"));
        self.scan.expect(b'[')?;
        while !self.scan.takes(b']')? {
            let kind = JsonKind::of(self.scan.must()?);
            let number = counts.len();
            counts.add(kind);
            let has_text = matches!(kind, JsonKind::Object | JsonKind::Text) && number < MOST_NAMES;
            // What is deeper in a list counts only where a list begins with something else than its rows.
            if kind == JsonKind::Array
                && number < MOST_ELEMENTS
                && !is_naming
                && self.at.len() < DEEPEST
            {
                self.inner_array(number, &mut counts)?;
            } else if is_naming || has_text {
                self.element(number, kind, is_naming, &mut counts)?;
            } else {
                self.scan.skip()?;
            }
            self.scan.comma_or(b']')?;
        }
        if self.seen.arrays.len() < MOST_NOTED {
            self.seen.arrays.push(counts);
        }
        Ok(())
    }

    /// Looks at an array that is the element of this number in the list of `outer`.
    fn inner_array(&mut self, number: usize, outer: &mut MemberCounts) -> Result<(), Unreadable> {
        self.at.push(PathStep::Index(number));
        self.array()?;
        if number == 0 {
            outer.width = self.seen.arrays.last().map_or(0, MemberCounts::len);
        }
        self.at.pop();
        Ok(())
    }

    /// Looks at an element of a list that may be a name, or have one.
    fn element(
        &mut self,
        number: usize,
        kind: JsonKind,
        is_naming: bool,
        list: &mut MemberCounts,
    ) -> Result<(), Unreadable> {
        let text = self.scan.text()?;
        if number == 0 {
            if let Some(width) = pxweb::width(&text) {
                (list.is_keyed, list.width) = (true, width);
            }
            if is_naming && kind == JsonKind::Array {
                list.width = serde_json::from_slice::<Vec<serde::de::IgnoredAny>>(&text)
                    .map_or(0, |levels| levels.len());
            }
        }
        if kind == JsonKind::Object && self.seen.objects.len() < MOST_NOTED {
            self.item(number, &text)?;
        }
        list.labels.add(&String::from_utf8_lossy(&text), kind);
        if number < MOST_NAMES {
            list.names.extend(if is_naming {
                pxweb::label(&text)
            } else {
                name_of(&text)
            });
        }
        Ok(())
    }

    /// Looks into an element that is a dataset in a collection of JSON-stat.
    fn item(&mut self, number: usize, text: &[u8]) -> Result<(), Unreadable> {
        self.at.push(PathStep::Index(number));
        if is_item(self.at) && CUBE.iter().all(|name| contains(text, name)) {
            ContentsWalk {
                scan: &mut self.scan.within(text),
                at: self.at,
                seen: self.seen,
            }
            .object()?;
        }
        self.at.pop();
        Ok(())
    }
}

/// Whether `part` is in these bytes.
fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|bytes| bytes == part)
}

/// What is counted of an object while its members are passed.
struct ObjectTally {
    counts: MemberCounts,
    /// Length of all members so far, where each is a list and all are of one length.
    length: Option<usize>,
    has_dimensions: bool,
    has_values: bool,
}

impl ObjectTally {
    /// Returns an empty tally for the object at this path.
    fn at(at: &[PathStep]) -> ObjectTally {
        ObjectTally {
            counts: MemberCounts {
                at: at.to_vec(),
                ..MemberCounts::default()
            },
            length: None,
            has_dimensions: false,
            has_values: false,
        }
    }

    /// Counts a member by its name and the kind of its value.
    fn note(&mut self, name: &str, kind: JsonKind) {
        let counts = &mut self.counts;
        counts.add(kind);
        counts.labels.add(name, kind);
        if counts.at.len() == 1 && counts.names.len() < MOST_MEMBERS {
            counts.names.push(name.to_owned());
        }
        self.has_dimensions |= name == "dimension" && kind == JsonKind::Object;
        self.has_values |= name == "value" && matches!(kind, JsonKind::Object | JsonKind::Array);
    }

    /// Compares the length of the member counted last with those before it; `None` for one that is no list.
    fn note_list(&mut self, list: Option<&MemberCounts>) {
        let counts = &mut self.counts;
        let length = list.map(MemberCounts::len);
        if list.is_some_and(|list| list.objects + list.arrays == 0) {
            counts.length = if counts.columns == 0 {
                length
            } else {
                counts.length.filter(|n| Some(*n) == length)
            };
            counts.columns += 1;
        }
        self.length = if counts.len() == 1 {
            length
        } else {
            self.length.filter(|n| Some(*n) == length)
        };
    }

    fn finish(self) -> MemberCounts {
        let mut counts = self.counts;
        counts.width = self.length.unwrap_or(0);
        counts.is_cube =
            self.has_dimensions && self.has_values && (counts.at.len() < 2 || is_item(&counts.at));
        counts
    }
}

/// Members by which a cube of JSON-stat is known.
const CUBE: [&[u8]; 2] = [b"\"dimension\"", b"\"value\""];

/// Whether this is the place of one of the datasets of a collection of JSON-stat.
fn is_item(at: &[PathStep]) -> bool {
    let [PathStep::Key(link), PathStep::Key(item), PathStep::Index(_)] = at else {
        return false;
    };
    link == "link" && item == "item"
}
