//! The columns of JSON objects: all names that occur, in order of appearance. A member whose values are all objects is
//! spread out: its members are columns of their own, `address.street`.

use super::{features, frame};
use crate::cell_formats::CellFormat;
use crate::field_type::FieldType;
use crate::unreadable::Unreadable;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_text::free::FreeNames;

/// How deep objects in objects are spread out, and how many names one may have.
const DEEPEST: usize = 4;
const WIDEST: usize = 64;

/// The members of an object, in order.
pub(crate) type MemberPairs = Vec<(String, Box<RawValue>)>;

/// Kinds of JSON values that a column has.
#[derive(Debug, Default, Clone)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct ValueKinds {
    pub(crate) text: bool,
    object: bool,
    array: bool,
    plain: bool,
    geometry: bool,
    /// Whether the coordinates of a geometry are no degrees.
    far: bool,
}

impl ValueKinds {
    /// Whether geometries in this column have coordinates that are no degrees.
    pub(crate) fn is_far(&self) -> bool {
        self.geometry && self.far
    }

    /// Notes the kind of a value; null is of none.
    pub(crate) fn note(&mut self, json: &str) {
        match json.as_bytes().first() {
            // Not a number, which is among numbers.
            Some(b'"') if json == "\"NaN\"" => {}
            Some(b'"') => self.text = true,
            Some(b'{') => self.object = true,
            Some(b'[') => self.array = true,
            Some(b'n') | None => {}
            _ => self.plain = true,
        }
    }

    fn are_objects(&self) -> bool {
        self.object && !self.text && !self.array && !self.plain
    }

    /// Returns the form of a column whose values are all objects, or all arrays.
    pub(crate) fn form(&self) -> Option<CellFormat> {
        match self {
            kinds if kinds.are_objects() && kinds.geometry && !kinds.far => {
                Some(CellFormat::Json(FieldType::GeoJson))
            }
            kinds if kinds.are_objects() => Some(CellFormat::Json(FieldType::Object)),
            ValueKinds {
                text: false,
                object: false,
                array: true,
                plain: false,
                ..
            } => Some(CellFormat::Json(FieldType::Array)),
            _ => None,
        }
    }
}

/// Names of members that occur, in order of appearance.
#[derive(Debug, Default)]
pub(crate) struct MemberNames {
    list: Vec<NameNode>,
    known: BTreeMap<String, usize>,
}

#[derive(Debug)]
struct NameNode {
    name: String,
    kinds: ValueKinds,
    inner: MemberNames,
}

/// Where a member's value goes.
#[derive(Debug, Clone)]
pub(crate) enum Destination {
    Column(usize),
    Inner(ColumnTree),
}

/// Where the members of an object go.
pub(crate) type ColumnTree = BTreeMap<String, Destination>;

/// Columns and the way to them.
#[derive(Debug, Default)]
pub(crate) struct ColumnPlan {
    pub(crate) columns: Vec<(String, ValueKinds)>,
    pub(crate) tree: ColumnTree,
    /// Members that are spread out.
    pub(crate) spread: Vec<String>,
}

impl MemberNames {
    /// Takes in an object's members; false when there are more than `most` names.
    pub(crate) fn note(
        &mut self,
        pairs: &MemberPairs,
        depth: usize,
        most: usize,
    ) -> Result<bool, Unreadable> {
        for (name, value) in pairs {
            let at = match self.known.get(name) {
                Some(at) => *at,
                None => {
                    let node = NameNode {
                        name: name.clone(),
                        kinds: ValueKinds::default(),
                        inner: MemberNames::default(),
                    };
                    self.list.push(node);
                    self.known.insert(name.clone(), self.list.len() - 1);
                    self.list.len() - 1
                }
            };
            let node = &mut self.list[at];
            node.kinds.note(value.get());
            if value.get().starts_with('{') && depth < DEEPEST && node.inner.list.len() <= WIDEST {
                let inner = pairs_of(value.get().as_bytes())?;
                if features::is_geometry(&inner) {
                    node.kinds.geometry = true;
                    node.kinds.far = node.kinds.far || !features::is_in_degrees(value.get());
                }
                node.inner.note(&inner, depth + 1, most)?;
            }
        }
        Ok(self.list.len() <= most)
    }

    /// Decides which members are spread out: not those that `keep` names. Geometries are none of GeoJSON where their
    /// coordinates are not `degrees` by what the text says.
    pub(crate) fn plan(&self, keep: &dyn Fn(&str) -> bool, degrees: bool) -> ColumnPlan {
        let mut plan = ColumnPlan::default();
        plan.tree = self.branch("", keep, &mut plan);
        plan.columns
            .iter_mut()
            .for_each(|(_, kinds)| kinds.far |= !degrees);
        plan
    }

    fn branch(
        &self,
        before: &str,
        keep: &dyn Fn(&str) -> bool,
        plan: &mut ColumnPlan,
    ) -> ColumnTree {
        let mut tree = ColumnTree::new();
        for node in &self.list {
            let name = format!("{before}{}", node.name);
            let inner = &node.inner.list;
            let spread = node.kinds.are_objects()
                && !node.kinds.geometry
                && !inner.is_empty()
                && inner.len() <= WIDEST
                && !keep(features::shown(&name));
            let goes = if spread {
                plan.spread.push(features::shown(&name).to_owned());
                Destination::Inner(node.inner.branch(&format!("{name}."), keep, plan))
            } else {
                plan.columns.push((name, node.kinds.clone()));
                Destination::Column(plan.columns.len() - 1)
            };
            tree.insert(node.name.clone(), goes);
        }
        tree
    }
}

/// Puts an object's values into their cells.
pub(crate) fn fill(
    tree: &ColumnTree,
    pairs: &MemberPairs,
    cells: &mut [String],
) -> Result<(), Unreadable> {
    for (name, value) in pairs {
        match tree.get(name) {
            Some(Destination::Column(at)) => {
                if let Some(cell) = cells.get_mut(*at) {
                    write(value.get(), cell)?;
                }
            }
            Some(Destination::Inner(inner)) if value.get().starts_with('{') => {
                fill(inner, &pairs_of(value.get().as_bytes())?, cells)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Writes a value as a cell's text: a text without its quotation marks, null as nothing, anything else as it is.
pub(crate) fn write(json: &str, cell: &mut String) -> Result<(), Unreadable> {
    match json.as_bytes().first() {
        Some(b'"') => cell.push_str(&serde_json::from_str::<String>(json).map_err(malformed)?),
        Some(b'n') => {}
        _ => cell.push_str(json),
    }
    Ok(())
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(error.to_string())
}

/// Returns the members of a row's object. A GeoJSON feature's properties are its cells, and its geometry is one more.
pub(crate) fn row_of(json: &[u8]) -> Result<MemberPairs, Unreadable> {
    let pairs = pairs_of(json)?;
    if !pairs
        .iter()
        .any(|(name, value)| name == "type" && value.get() == "\"Feature\"")
    {
        return Ok(pairs);
    }
    let mut cells = Vec::new();
    for (name, value) in pairs {
        match name.as_str() {
            "properties" if value.get() != "null" => {
                let properties = pairs_of(value.get().as_bytes())?;
                cells.splice(0..0, properties);
            }
            "type" | "properties" => {}
            _ => cells.push((features::own(&name), value)),
        }
    }
    tell_apart(&mut cells);
    Ok(cells)
}

/// Returns the members of an object, in order, those of one name told apart.
pub(crate) fn pairs_of(json: &[u8]) -> Result<MemberPairs, Unreadable> {
    struct Members;
    impl<'de> Visitor<'de> for Members {
        type Value = MemberPairs;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MemberPairs, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let mut pairs = deserializer.deserialize_map(Members).map_err(malformed)?;
    tell_apart(&mut pairs);
    Ok(pairs)
}

/// Returns a name that none of these is: `key`, `key_`.
pub(crate) fn free_name<'n>(wanted: &str, taken: impl Iterator<Item = &'n str>) -> String {
    let taken: BTreeSet<&str> = taken.collect();
    let mut name = wanted.to_owned();
    while taken.contains(name.as_str()) {
        name.push('_');
    }
    name
}

/// Returns the name of a row as the first of its cells, on so many levels: `key`, `key_2`.
///
/// # Errors
/// When it is no text.
pub(crate) fn row_names(
    name: &str,
    levels: usize,
    row: &MemberPairs,
) -> Result<MemberPairs, Unreadable> {
    let parts = match levels {
        0 => Vec::new(),
        1 => vec![name.to_owned()],
        _ => frame::levels_of(name).unwrap_or_default(),
    };
    let key = free_name("key", row.iter().map(|(other, _)| other.as_str()));
    let cells = parts.iter().enumerate().map(|(at, part)| {
        let own = if at == 0 {
            key.clone()
        } else {
            format!("{key}_{}", at + 1)
        };
        let text = serde_json::value::to_raw_value(part).map_err(malformed)?;
        Ok((own, text))
    });
    cells.collect()
}

/// Renames members that repeat a name, so that neither value is lost.
fn tell_apart(pairs: &mut MemberPairs) {
    let mut names = BTreeSet::new();
    if pairs.iter().all(|(name, _)| names.insert(name.as_str())) {
        return;
    }
    let mut free = FreeNames::default();
    for (name, _) in pairs {
        *name = free.give(name, "_");
    }
}
