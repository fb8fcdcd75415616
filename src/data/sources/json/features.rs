//! Features of GeoJSON: what is in one beside its properties, and whether its coordinates are what RFC 7946 wants.

use super::names::ColumnPlan;
use super::shape::JsonShape;
use crate::diag::{Diagnostic, Place, codes};
use crate::model::dataset::Resource;
use serde_json::value::RawValue;

/// What is put before the name of a feature's own member, so that no property of the same name is mixed with it. No name
/// holds it that somebody wrote.
const OWN: &str = "\u{1}";
/// The name of a feature's own id among its cells.
pub(crate) const ID: &str = "\u{1}id";
/// The geometries of RFC 7946.
const TYPES: &[&str] = &[
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];
/// Longitudes are written to 180 degrees, or to 360; latitudes to 90.
const FARTHEST: (f64, f64) = (360.0, 90.0);

/// The name of a feature's own member among its cells.
pub(crate) fn own(name: &str) -> String {
    format!("{OWN}{name}")
}

/// The name of a cell as it is shown.
pub(crate) fn shown(name: &str) -> &str {
    name.strip_prefix(OWN).unwrap_or(name)
}

/// Whether an object with these members is a geometry.
pub(crate) fn is_geometry(members: &[(String, Box<RawValue>)]) -> bool {
    let is_type = |value: &RawValue| TYPES.contains(&value.get().trim_matches('"'));
    members
        .iter()
        .any(|(name, value)| name == "type" && is_type(value))
        && members
            .iter()
            .any(|(name, _)| name == "coordinates" || name == "geometries")
}

/// Whether the first position of a geometry can be in degrees; one without a position is.
pub(crate) fn is_in_degrees(geometry: &str) -> bool {
    let Some(at) = geometry.find("\"coordinates\"") else {
        return true;
    };
    let rest = geometry[at + "\"coordinates\"".len()..]
        .trim_start_matches([' ', '\n', '\r', '\t', ':', '[']);
    let number = |text: &str| {
        text.split([',', ']', '}'])
            .next()
            .and_then(|text| text.trim().parse::<f64>().ok())
    };
    let Some((x, rest)) = rest.split_once(',') else {
        return true;
    };
    match (number(x), number(rest)) {
        (Some(x), Some(y)) => x.abs() <= FARTHEST.0 && y.abs() <= FARTHEST.1,
        _ => true,
    }
}

/// The reference system that a file states as GeoJSON did before RFC 7946.
fn stated_system(shape: &JsonShape) -> Option<&str> {
    shape
        .beside
        .iter()
        .find(|(at, _)| at == "crs.properties.name")
        .map(|(_, name)| name.as_str())
}

/// Whether coordinates are longitudes and latitudes by what the file says of itself.
pub(crate) fn are_degrees(shape: &JsonShape) -> bool {
    let Some(name) = stated_system(shape) else {
        return true;
    };
    if ["CRS84", "CRS83", "CRS27", "WGS84", "WGS 84"]
        .iter()
        .any(|word| name.to_uppercase().contains(word))
    {
        return true;
    }
    // The register's geographic systems, whose unit is the degree.
    let code = name
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .and_then(|code| code.parse::<u32>().ok());
    code.is_none_or(|code| matches!(code, 4000..=4999 | 6318 | 6365 | 7844 | 9000..=9999))
}

/// Says of coordinates that are no longitudes and latitudes of WGS 84 that maps will not find them.
pub(crate) fn say(
    plan: &ColumnPlan,
    shape: &JsonShape,
    resource: &Resource,
    found: &mut Vec<Diagnostic>,
) {
    let Some((name, _)) = plan.columns.iter().find(|(_, kinds)| kinds.is_far()) else {
        return;
    };
    let finding =
        Diagnostic::new(&codes::DATA_COORDINATES_PROJECTED).at(Place::file(&resource.path));
    found.push(
        finding
            .arg("column", shown(name))
            .arg("system", stated_system(shape).unwrap_or("none")),
    );
}

#[cfg(test)]
mod tests {
    use super::is_in_degrees;

    #[test]
    fn the_first_position_tells_metres_from_degrees() {
        for geometry in [
            r#"{"type":"Point","coordinates":[-96.72,17.06]}"#,
            r#"{"type":"Polygon","coordinates":[ [ [179.9, -89.9, 2000], [1,2]]]}"#,
            r#"{"type":"Point","coordinates":[]}"#,
            r#"{"type":"GeometryCollection","geometries":[]}"#,
        ] {
            assert!(is_in_degrees(geometry), "{geometry}");
        }
        for geometry in [
            r#"{"type":"Point","coordinates":[742310.5,1887450.2]}"#,
            r#"{"coordinates":[[[-10767000.0,2.2e6],[1,2]]],"type":"Polygon"}"#,
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[5, 1200]}]}"#,
        ] {
            assert!(!is_in_degrees(geometry), "{geometry}");
        }
    }
}
