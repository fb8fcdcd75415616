//! JSON-stat, versions 1 and 2: a cube of values, whose cells are numbered by the codes of its dimensions. Each cell becomes
//! a row: what the codes mean, the codes where they differ from that, the value, and its status.

use super::names::MemberPairs;
use crate::limits::{Limit, Limits};
use crate::unreadable::Unreadable;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Cells that a cube may have for each value that it states, where they are more than a table may have by its limit.
const MOST_FOR_EACH: u64 = 100;

/// A cube, and the cell that is read next.
pub(crate) struct Cube {
    dimensions: Vec<Dimension>,
    value: CubeValues,
    status: Option<CubeValues>,
    next: u64,
    count: u64,
}

/// A dimension: for each of its codes, the cells of a row.
struct Dimension {
    names: Vec<String>,
    codes: Vec<Vec<Box<RawValue>>>,
}

/// Values by the numbers of their cells.
enum CubeValues {
    All(Vec<Box<RawValue>>),
    Some(BTreeMap<u64, Box<RawValue>>),
    /// One value for all cells, as a status may be.
    Same(Box<RawValue>),
}

impl CubeValues {
    fn of(json: &RawValue) -> Result<CubeValues, Unreadable> {
        match json.get().as_bytes().first() {
            Some(b'[') => Ok(CubeValues::All(parsed(json)?)),
            Some(b'{') => Ok(CubeValues::Some(parsed(json)?)),
            _ => Ok(CubeValues::Same(json.to_owned())),
        }
    }

    /// Returns the number of values that are stated.
    fn stated(&self) -> u64 {
        match self {
            CubeValues::All(all) => all.len() as u64,
            CubeValues::Some(some) => some.len() as u64,
            CubeValues::Same(_) => 1,
        }
    }

    /// Fails where a cube of these values cannot have so many cells, or may not.
    fn fit(&self, count: u64, limits: &Limits) -> Result<(), Unreadable> {
        let stated = self.stated();
        if matches!(self, CubeValues::All(_)) && stated != count {
            return Err(malformed(format!(
                "its sizes make {count} cells, and it has {stated} values"
            )));
        }
        let limit = limits
            .most(Limit::Cells)
            .max(stated.saturating_mul(MOST_FOR_EACH));
        if count > limit {
            return Err(Unreadable::TooManyCells { line: 0, limit });
        }
        Ok(())
    }

    fn get(&self, cell: u64) -> Option<&RawValue> {
        match self {
            CubeValues::All(all) => all.get(usize::try_from(cell).ok()?).map(AsRef::as_ref),
            CubeValues::Some(some) => some.get(&cell).map(AsRef::as_ref),
            CubeValues::Same(value) => Some(value),
        }
    }
}

fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Malformed(format!("JSON-stat: {error}"))
}

/// Returns the member of this name.
fn member<'p>(pairs: &'p MemberPairs, name: &str) -> Option<&'p RawValue> {
    pairs
        .iter()
        .find(|(own, _)| own == name)
        .map(|(_, value)| value.as_ref())
}

fn object(json: &RawValue) -> Result<MemberPairs, Unreadable> {
    super::names::pairs_of(json.get().as_bytes())
}

fn raw(text: &str) -> Result<Box<RawValue>, Unreadable> {
    serde_json::value::to_raw_value(text).map_err(malformed)
}

/// Returns the member of this name.
///
/// # Errors
/// When there is none.
fn required<'p>(pairs: &'p MemberPairs, name: &str) -> Result<&'p RawValue, Unreadable> {
    member(pairs, name).ok_or_else(|| malformed(format!("“{name}” is missing")))
}

/// Parses a value of JSON.
fn parsed<'j, T: serde::Deserialize<'j>>(json: &'j RawValue) -> Result<T, Unreadable> {
    serde_json::from_str(json.get()).map_err(malformed)
}

/// A cube's members, and those that describe its dimensions.
struct CubeText {
    members: MemberPairs,
    described: MemberPairs,
}

impl CubeText {
    fn of(json: &str) -> Result<CubeText, Unreadable> {
        let members = super::names::pairs_of(json.as_bytes())?;
        let described = object(required(&members, "dimension")?)?;
        Ok(CubeText { members, described })
    }

    /// Parses a list about the dimensions, which version 1 has among their descriptions.
    fn list<'j, T: serde::Deserialize<'j>>(&'j self, name: &str) -> Result<Vec<T>, Unreadable> {
        match member(&self.members, name) {
            Some(list) => parsed(list),
            None => parsed(required(&self.described, name)?),
        }
    }
}

impl Cube {
    /// Parses a cube from its JSON.
    ///
    /// # Errors
    /// When it lacks something, its sizes are not those of its values, or it has more cells than it may have.
    pub(crate) fn of(json: &str, limits: &Limits) -> Result<Cube, Unreadable> {
        let text = CubeText::of(json)?;
        let ids: Vec<String> = text.list("id")?;
        let sizes: Vec<u64> = text.list("size")?;
        let mut dimensions = Vec::new();
        for (id, size) in ids.iter().zip(&sizes) {
            let dimension = object(required(&text.described, id)?)?;
            dimensions.push(Dimension::of(id, *size, &dimension)?);
        }
        let count = sizes
            .iter()
            .try_fold(1u64, |all, size| all.checked_mul(*size));
        let count = count.ok_or_else(|| malformed("its sizes are too large"))?;
        let value = CubeValues::of(required(&text.members, "value")?)?;
        if ids.len() != sizes.len() {
            return Err(malformed("“id” and “size” are not of one length"));
        }
        value.fit(count, limits)?;
        let status = member(&text.members, "status")
            .filter(|status| status.get() != "null")
            .map(CubeValues::of)
            .transpose()?;
        Ok(Cube {
            dimensions,
            value,
            status,
            next: 0,
            count,
        })
    }

    /// Returns the names of its columns.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .dimensions
            .iter()
            .flat_map(|dimension| dimension.names.clone())
            .collect();
        names.push("value".to_owned());
        names.extend(self.status.is_some().then(|| "status".to_owned()));
        names
    }
}

impl Iterator for Cube {
    type Item = Vec<Box<RawValue>>;

    fn next(&mut self) -> Option<Vec<Box<RawValue>>> {
        if self.next == self.count {
            return None;
        }
        let cell = self.next;
        self.next += 1;
        let mut row = Vec::new();
        let mut around = self.count;
        for dimension in &self.dimensions {
            // The last dimension changes first.
            around /= dimension.codes.len().max(1) as u64;
            let at = cell / around.max(1) % dimension.codes.len().max(1) as u64;
            row.extend(
                dimension
                    .codes
                    .get(usize::try_from(at).ok()?)?
                    .iter()
                    .cloned(),
            );
        }
        row.push(self.value.get(cell).unwrap_or(RawValue::NULL).to_owned());
        if let Some(status) = &self.status {
            row.push(status.get(cell).unwrap_or(RawValue::NULL).to_owned());
        }
        Some(row)
    }
}

impl Dimension {
    fn of(id: &str, size: u64, dimension: &MemberPairs) -> Result<Dimension, Unreadable> {
        let label = member(dimension, "label")
            .and_then(|label| parsed::<String>(label).ok())
            .filter(|label| !label.trim().is_empty());
        let label = label.unwrap_or_else(|| id.to_owned());
        let category = member(dimension, "category")
            .map(object)
            .transpose()?
            .unwrap_or_default();
        let labels: BTreeMap<String, String> = match member(&category, "label") {
            Some(labels) => parsed(labels)?,
            None => BTreeMap::new(),
        };
        let codes = match member(&category, "index") {
            Some(index) => codes_of(index)?,
            // A dimension of one code need not number it.
            None => labels.keys().cloned().collect(),
        };
        if codes.len() as u64 != size {
            return Err(malformed(format!(
                "“{id}” has {} codes, and its size is {size}",
                codes.len()
            )));
        }
        Dimension::labelled(label, &codes, &labels)
    }

    /// Returns the dimension of these codes, which has a column of them where they are not what they mean.
    fn labelled(
        label: String,
        codes: &[String],
        labels: &BTreeMap<String, String>,
    ) -> Result<Dimension, Unreadable> {
        let meanings: Vec<&String> = codes
            .iter()
            .map(|code| labels.get(code).unwrap_or(code))
            .collect();
        if meanings.iter().copied().eq(codes) {
            let codes = codes.iter().map(|code| Ok(vec![raw(code)?]));
            return Ok(Dimension {
                names: vec![label],
                codes: codes.collect::<Result<_, Unreadable>>()?,
            });
        }
        let cells = meanings
            .iter()
            .zip(codes)
            .map(|(meaning, code)| Ok(vec![raw(meaning)?, raw(code)?]));
        Ok(Dimension {
            codes: cells.collect::<Result<_, Unreadable>>()?,
            names: vec![label.clone(), format!("{label} (code)")],
        })
    }
}

/// Parses the codes of a dimension in their order: a list of them, or an object that numbers them.
fn codes_of(index: &RawValue) -> Result<Vec<String>, Unreadable> {
    if index.get().starts_with('[') {
        return parsed(index);
    }
    let numbers: BTreeMap<String, u64> = parsed(index)?;
    let mut codes: Vec<(u64, String)> = numbers.into_iter().map(|(code, at)| (at, code)).collect();
    codes.sort();
    Ok(codes.into_iter().map(|(_, code)| code).collect())
}

#[cfg(test)]
mod tests {
    use super::{Cube, Limits};

    fn rows(json: &str) -> Vec<String> {
        let cells = Cube::of(json, &Limits::default()).unwrap();
        let line = |row: Vec<Box<serde_json::value::RawValue>>| {
            row.iter()
                .map(|cell| cell.get().to_owned())
                .collect::<Vec<_>>()
                .join(",")
        };
        std::iter::once(cells.names().join(","))
            .chain(cells.map(line))
            .collect()
    }

    #[test]
    fn a_cube_is_a_row_for_each_cell() {
        let cube = r#"{"class":"dataset","id":["geo","year"],"size":[2,2],
            "dimension":{"geo":{"label":"Region","category":{"index":{"b":1,"a":0},"label":{"a":"North","b":"South"}}},
            "year":{"category":{"index":["2022","2023"]}}},"value":[1,2.50,null,4],"status":{"2":"p"}}"#;
        let wanted = [
            "Region,Region (code),year,value,status",
            r#""North","a","2022",1,null"#,
            r#""North","a","2023",2.50,null"#,
            r#""South","b","2022",null,"p""#,
            r#""South","b","2023",4,null"#,
        ];
        assert_eq!(rows(cube), wanted);
    }

    #[test]
    fn version_1_and_single_values_are_read() {
        let cube = r#"{"dimension":{"id":["a","b"],"size":[1,3],"a":{"category":{"label":{"x":"x"}}},
            "b":{"category":{"index":{"p":0,"q":1,"r":2}}}},"value":{"1":7}}"#;
        let wanted = [
            "a,b,value",
            r#""x","p",null"#,
            r#""x","q",7"#,
            r#""x","r",null"#,
        ];
        assert_eq!(rows(cube), wanted);
    }

    #[test]
    fn sizes_are_not_believed() {
        let cube = |size: &str, value: &str| {
            let codes = r#"{"category":{"index":["1","2"]}}"#;
            let text = format!(
                r#"{{"id":["a"],"size":{size},"dimension":{{"a":{codes}}},"value":{value}}}"#
            );
            Cube::of(&text, &Limits::default())
                .err()
                .map(|why| why.to_string())
        };
        assert!(cube("[2]", "[1,2]").is_none());
        for (size, value) in [
            ("[2]", "[1]"),
            ("[3]", "[1,2,3]"),
            ("[2,2]", "[1,2]"),
            ("[18446744073709551615]", "{}"),
        ] {
            assert!(cube(size, value).is_some(), "{size} {value}");
        }
    }
}
