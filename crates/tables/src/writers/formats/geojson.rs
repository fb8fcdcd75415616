//! GeoJSON (RFC 7946) of a table that has coordinates: one feature a row. Its cells are properties, but for a geometry, which
//! is in its own place, and for the ids of a file of features, which are their ids again.

use crate::rows::Row;
use crate::writers::format::{FileType, Format, Reason, RowWriter};
use crate::writers::json_objects::JsonObjects;
use crate::{Column, FieldType, Table, Value};
use std::io::{self, Write};

const LATITUDES: &[&str] = &[
    "lat",
    "latitude",
    "latitud",
    "latitude_wgs84",
    "lat_decimal",
];
const LONGITUDES: &[&str] = &[
    "lon",
    "lng",
    "long",
    "longitude",
    "longitud",
    "longitude_wgs84",
    "lon_decimal",
];

/// GeoJSON (RFC 7946), a feature for each row.
pub(crate) struct GeoJson;

impl Format for GeoJson {
    fn id(&self) -> &'static str {
        "geojson"
    }

    fn name(&self) -> String {
        "GeoJSON".to_owned()
    }

    fn file_type(&self) -> Option<FileType> {
        Some(FileType::open("GEOJSON"))
    }

    fn standard(&self) -> Option<&'static str> {
        Some("https://www.rfc-editor.org/rfc/rfc7946")
    }

    fn ending(&self) -> &'static str {
        "geojson"
    }

    fn media_type(&self) -> &'static str {
        "application/geo+json"
    }

    fn refuses(&self, table: &Table) -> Option<Reason> {
        Geometry::of(table).is_none().then_some(Reason {
            id: "no-geometry",
            limit: 0,
        })
    }

    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>> {
        let geometry = Geometry::of(table).ok_or_else(|| io::Error::other("no coordinates"))?;
        out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[")?;
        let [first, second] = [String::new(), String::new()];
        Ok(Box::new(Features {
            out,
            table,
            objects: JsonObjects::without(table, &placed(table, geometry)),
            id: feature_id(table),
            object: Vec::new(),
            geometry,
            begun: false,
            first,
            second,
        }))
    }
}

/// Where a row's geometry is.
#[derive(Clone, Copy)]
enum Geometry {
    /// Longitude and latitude in two columns.
    Pair(usize, usize),
    /// Both in one cell.
    Point(usize),
    /// A GeoJSON geometry in a cell.
    Shape(usize),
}

impl Geometry {
    fn of(table: &Table) -> Option<Geometry> {
        if let Some(shape) = of_kind(table, FieldType::GeoJson) {
            Some(Geometry::Shape(shape))
        } else if let Some(point) = of_kind(table, FieldType::GeoPoint) {
            Some(Geometry::Point(point))
        } else {
            let longitude = of_name(table, LONGITUDES, 180.0)?;
            let latitude = of_name(table, LATITUDES, 90.0)?;
            Some(Geometry::Pair(longitude, latitude))
        }
    }
}

/// The columns that have a place of their own in a feature.
fn placed(table: &Table, geometry: Geometry) -> Vec<usize> {
    let shape = match geometry {
        Geometry::Shape(at) | Geometry::Point(at) => Some(at),
        // Each of the two is a number of its own, with a name that a schema may describe.
        Geometry::Pair(..) => None,
    };
    feature_id(table).into_iter().chain(shape).collect()
}

/// The column of the ids that the features had when they were received; RFC 7946 3.2 has texts and numbers.
fn feature_id(table: &Table) -> Option<usize> {
    let received = table.reading.stream.feature_id()?;
    let at = match &table.reading.columns {
        Some(columns) => columns.iter().position(|column| *column == received)?,
        None => received,
    };
    let is_id = matches!(
        table.columns.get(at)?.kind,
        FieldType::String | FieldType::Integer | FieldType::Number
    );
    is_id.then_some(at)
}

/// Returns the first column of a type.
fn of_kind(table: &Table, kind: FieldType) -> Option<usize> {
    table.columns.iter().position(|c| c.kind == kind)
}

/// Returns the first column of one of these names whose numbers can all be angles of at most so many degrees.
fn of_name(table: &Table, names: &[&str], most: f64) -> Option<usize> {
    table
        .columns
        .iter()
        .position(|c| names.contains(&c.name.to_lowercase().as_str()) && is_within(c, most))
}

/// Whether every number of a column can be an angle of at most so many degrees.
fn is_within(column: &Column, most: f64) -> bool {
    column.kind.is_numeric()
        && [&column.profile.min, &column.profile.max]
            .into_iter()
            .all(|bound| degrees(column, bound.as_deref()).is_some_and(|d| d.abs() <= most))
}

fn degrees(column: &Column, bound: Option<&str>) -> Option<f64> {
    let mut scratch = String::new();
    match column.value(bound, &mut scratch) {
        Value::Integer(number) | Value::Number(number) => number.parse().ok(),
        _ => None,
    }
}

struct Features<'a> {
    out: &'a mut (dyn Write + Send),
    table: &'a Table,
    objects: JsonObjects<'a>,
    /// The column of the features' ids.
    id: Option<usize>,
    object: Vec<u8>,
    geometry: Geometry,
    begun: bool,
    first: String,
    second: String,
}

impl Features<'_> {
    fn write_id(&mut self, row: &Row) -> io::Result<()> {
        let Some(at) = self.id else { return Ok(()) };
        match self.table.columns[at].value(row.cell(at), &mut self.first) {
            Value::Integer(number) | Value::Number(number) => write!(self.out, "\"id\":{number},"),
            Value::Text(text) => {
                self.out.write_all(b"\"id\":")?;
                serde_json::to_writer(&mut self.out, text)?;
                self.out.write_all(b",")
            }
            _ => Ok(()),
        }
    }

    fn write_geometry(&mut self, row: &Row) -> io::Result<()> {
        let columns = &self.table.columns;
        match self.geometry {
            Geometry::Pair(x, y) => {
                let longitude = columns[x].value(row.cell(x), &mut self.first);
                let latitude = columns[y].value(row.cell(y), &mut self.second);
                match (longitude, latitude) {
                    (
                        Value::Integer(x) | Value::Number(x),
                        Value::Integer(y) | Value::Number(y),
                    ) => write_point(self.out, x, y),
                    _ => self.out.write_all(b"null"),
                }
            }
            Geometry::Point(at) => match columns[at].value(row.cell(at), &mut self.first) {
                Value::Text(text) => match text.split_once(',') {
                    Some((x, y)) => write_point(self.out, x.trim(), y.trim()),
                    None => self.out.write_all(b"null"),
                },
                _ => self.out.write_all(b"null"),
            },
            Geometry::Shape(at) => match columns[at].value(row.cell(at), &mut self.first) {
                Value::Json(json) => self.out.write_all(json.as_bytes()),
                _ => self.out.write_all(b"null"),
            },
        }
    }
}

fn write_point(out: &mut (dyn Write + Send), longitude: &str, latitude: &str) -> io::Result<()> {
    write!(
        out,
        "{{\"type\":\"Point\",\"coordinates\":[{longitude},{latitude}]}}"
    )
}

impl RowWriter for Features<'_> {
    fn row(&mut self, row: &Row) -> io::Result<()> {
        self.out
            .write_all(if self.begun { b",\n" } else { b"\n" })?;
        self.begun = true;
        self.out.write_all(b"{\"type\":\"Feature\",")?;
        self.write_id(row)?;
        self.out.write_all(b"\"geometry\":")?;
        self.write_geometry(row)?;
        self.out.write_all(b",\"properties\":")?;
        self.object.clear();
        self.objects.write(row, &mut self.object)?;
        self.object.push(b'}');
        self.out.write_all(&self.object)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")
    }
}
