//! Whether the coordinates of GeoJSON are what RFC 7946 wants, and what is said of them.

use super::features::shown;
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::schema::TableFile;
use crate::sources::json::names::ColumnPlan;
use crate::sources::json::shape::JsonShape;

/// Returns the reference system that a file states as GeoJSON did before RFC 7946.
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
    resource: &TableFile,
    found: &mut Vec<Finding>,
) {
    let Some((name, _)) = plan.columns.iter().find(|(_, kinds)| kinds.is_far()) else {
        return;
    };
    let finding = Finding::new(codes::DATA_COORDINATES_PROJECTED).at(Place::file(&resource.path));
    found.push(
        finding
            .arg("column", shown(name))
            .arg("system", stated_system(shape).unwrap_or("none")),
    );
}
