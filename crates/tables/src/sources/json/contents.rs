//! What a JSON text contains, in one pass that holds next to nothing: how many values of which kind each list and object
//! has, what their members are called, and the plain values outside of them.

use super::counts::path;
use super::frame::Labels;
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
/// Names that are held.
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
    walk(scan, &mut Vec::new(), &mut seen)?;
    scan.takes(b',')?;
    if scan.next()?.is_some() {
        return Ok((kind, None));
    }
    unsupported::by_members(&seen)?;
    Ok((kind, Some(seen)))
}

/// Looks at the next value, which is at this place.
fn walk<R: Read>(
    scan: &mut JsonScanner<R>,
    at: &mut Vec<PathStep>,
    seen: &mut JsonContents,
) -> Result<JsonKind, Unreadable> {
    match scan.must()? {
        b'{' if at.len() < DEEPEST => object(scan, at, seen)?,
        b'[' if at.len() < DEEPEST => array(scan, at, seen)?,
        b'{' | b'[' => return scan.skip(),
        _ => {
            let text = scan.text()?;
            if seen.plain.len() < MOST_NOTED {
                let text = String::from_utf8_lossy(&text).into_owned();
                let text = serde_json::from_str::<String>(&text).unwrap_or(text);
                seen.plain
                    .push((path(at), text.chars().take(200).collect()));
            }
            return Ok(JsonKind::Plain);
        }
    }
    Ok(JsonKind::Object)
}

fn object<R: Read>(
    scan: &mut JsonScanner<R>,
    at: &mut Vec<PathStep>,
    seen: &mut JsonContents,
) -> Result<(), Unreadable> {
    let mut counts = MemberCounts {
        at: at.clone(),
        ..MemberCounts::default()
    };
    let mut same_length = None;
    let (mut dimensions, mut cells) = (false, false);
    scan.expect(b'{')?;
    while !scan.takes(b'}')? {
        let name = scan.name()?;
        let kind = JsonKind::of(scan.must()?);
        let looked_at = counts.len() < MOST_MEMBERS && !COORDINATES.contains(&name.as_str());
        counts.add(kind);
        counts.labels.add(&name, kind);
        if counts.at.len() == 1 && counts.names.len() < MOST_MEMBERS {
            counts.names.push(name.clone());
        }
        dimensions |= name == "dimension" && kind == JsonKind::Object;
        cells |= name == "value" && matches!(kind, JsonKind::Object | JsonKind::Array);
        if looked_at {
            at.push(PathStep::Key(name));
            walk(scan, at, seen)?;
            let list = seen
                .arrays
                .last()
                .filter(|list| kind == JsonKind::Array && list.at == *at);
            let length = list.map(MemberCounts::len);
            if list.is_some_and(|list| list.objects + list.arrays == 0) {
                counts.length = if counts.columns == 0 {
                    length
                } else {
                    counts.length.filter(|n| Some(*n) == length)
                };
                counts.columns += 1;
            }
            same_length = if counts.len() == 1 {
                length
            } else {
                same_length.filter(|n| Some(*n) == length)
            };
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
    counts.is_cube = dimensions && cells && (counts.at.len() < 2 || is_item(&counts.at));
    if seen.objects.len() < MOST_NOTED {
        seen.objects.push(counts);
    }
    Ok(())
}

fn array<R: Read>(
    scan: &mut JsonScanner<R>,
    at: &mut Vec<PathStep>,
    seen: &mut JsonContents,
) -> Result<(), Unreadable> {
    let mut counts = MemberCounts {
        at: at.clone(),
        ..MemberCounts::default()
    };
    // What rows and columns are called may be numbers.
    let is_named = counts
        .last_key()
        .is_some_and(|key| matches!(key, "index" | "columns"));
    let mut elements = Labels::default();
    scan.expect(b'[')?;
    while !scan.takes(b']')? {
        let kind = JsonKind::of(scan.must()?);
        let number = counts.len();
        counts.add(kind);
        // What is deeper in a list counts only where a list begins with something else than its rows.
        if kind == JsonKind::Array && number < MOST_ELEMENTS && !is_named && at.len() < DEEPEST {
            at.push(PathStep::Index(number));
            array(scan, at, seen)?;
            if number == 0 {
                counts.width = seen.arrays.last().map_or(0, MemberCounts::len);
            }
            at.pop();
        } else if is_named
            || matches!(kind, JsonKind::Object | JsonKind::Text) && number < MOST_NAMES
        {
            let text = scan.text()?;
            if number == 0
                && let Some(width) = pxweb::width(&text)
            {
                (counts.is_keyed, counts.width) = (true, width);
            }
            if number == 0 && is_named && kind == JsonKind::Array {
                counts.width = serde_json::from_slice::<Vec<serde::de::IgnoredAny>>(&text)
                    .map_or(0, |levels| levels.len());
            }
            if kind == JsonKind::Object && seen.objects.len() < MOST_NOTED {
                at.push(PathStep::Index(number));
                if is_item(at)
                    && CUBE
                        .iter()
                        .all(|name| text.windows(name.len()).any(|bytes| bytes == *name))
                {
                    object(&mut scan.within(&text), at, seen)?;
                }
                at.pop();
            }
            elements.add(&String::from_utf8_lossy(&text), kind);
            if number < MOST_NAMES {
                counts.names.extend(if is_named {
                    pxweb::label(&text)
                } else {
                    name_of(&text)
                });
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

/// What a cube of JSON-stat holds.
const CUBE: [&[u8]; 2] = [b"\"dimension\"", b"\"value\""];

/// Whether this is the place of one of the datasets of a collection of JSON-stat.
fn is_item(at: &[PathStep]) -> bool {
    let [PathStep::Key(link), PathStep::Key(item), PathStep::Index(_)] = at else {
        return false;
    };
    link == "link" && item == "item"
}
