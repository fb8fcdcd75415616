//! Download formats: one a file, all in one list.

mod csv;
mod dictionary;
mod excel;
mod geojson;
mod gzip;
mod json;
mod ndjson;
mod ods;
#[cfg(feature = "parquet")]
mod parquet;
mod sample;
#[cfg(feature = "xlsx")]
mod xlsx;

use crate::writers::format::{Format, Reason};

/// Every format, in the order in which pages offer them.
pub static FORMATS: &[&dyn Format] = &[
    &csv::Csv,
    &gzip::Gzip,
    &sample::SampleCsv,
    &excel::Excel,
    #[cfg(feature = "xlsx")]
    &xlsx::Xlsx,
    &ods::Ods,
    &json::Json,
    &ndjson::NdJson,
    &geojson::GeoJson,
    #[cfg(feature = "parquet")]
    &parquet::Parquet,
];

/// Returns the first format that pages and catalogs know by this name.
pub fn named(format: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|f| f.format() == format)
}

/// Formats of a whole dataset, which are made of its tables and files.
pub static WHOLE: &[&str] = &[
    #[cfg(feature = "sqlite")]
    "sqlite",
    "joined",
    "zip",
];

/// Formats that this program knows but was built without; each is also the name of the feature that brings it.
pub static LEFT_OUT: &[&str] = &[
    #[cfg(not(feature = "xlsx"))]
    "xlsx",
    #[cfg(not(feature = "parquet"))]
    "parquet",
    #[cfg(not(feature = "sqlite"))]
    "sqlite",
];

impl Reason {
    /// Whether readers would look for the format, so that its absence is said even where nobody asked for it by name.
    pub fn is_said(&self) -> bool {
        !matches!(self.id, "no-geometry" | "small")
    }
}
