//! Features of GeoJSON: what is in one beside its properties, and whether its coordinates are what RFC 7946 wants.

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

/// Returns the name of a feature's own member among its cells.
pub(crate) fn own(name: &str) -> String {
    format!("{OWN}{name}")
}

/// Returns the name of a cell as it is shown.
pub(crate) fn shown(name: &str) -> &str {
    name.strip_prefix(OWN).unwrap_or(name)
}

/// Whether an object with these members is a geometry.
pub(crate) fn is_geometry(members: &[(String, Box<RawValue>)]) -> bool {
    members
        .iter()
        .any(|(name, value)| name == "type" && TYPES.contains(&value.get().trim_matches('"')))
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
    let Some((x, rest)) = rest.split_once(',') else {
        return true;
    };
    match (coordinate(x), coordinate(rest)) {
        (Some(x), Some(y)) => x.abs() <= FARTHEST.0 && y.abs() <= FARTHEST.1,
        _ => true,
    }
}

/// Parses the number that a text begins with.
fn coordinate(text: &str) -> Option<f64> {
    text.split([',', ']', '}']).next()?.trim().parse().ok()
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
