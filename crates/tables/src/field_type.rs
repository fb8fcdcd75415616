//! Types of Table Schema (version 2).

/// A type of Table Schema (v2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// Any text.
    String,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// A day and a time.
    DateTime,
    /// A time of day.
    Time,
    /// A year.
    Year,
    /// A year and a month.
    YearMonth,
    /// An ISO 8601 duration.
    Duration,
    /// A JSON object.
    Object,
    /// A JSON array.
    Array,
    /// A list in one cell.
    List,
    /// Longitude and latitude.
    GeoPoint,
    /// A GeoJSON geometry.
    GeoJson,
    /// Anything.
    Any,
}

impl FieldType {
    /// Every type, in the order in which they are declared.
    pub const ALL: [FieldType; 16] = [
        FieldType::String,
        FieldType::Integer,
        FieldType::Number,
        FieldType::Boolean,
        FieldType::Date,
        FieldType::DateTime,
        FieldType::Time,
        FieldType::Year,
        FieldType::YearMonth,
        FieldType::Duration,
        FieldType::Object,
        FieldType::Array,
        FieldType::List,
        FieldType::GeoPoint,
        FieldType::GeoJson,
        FieldType::Any,
    ];

    /// Its name in Table Schema.
    pub fn id(self) -> &'static str {
        match self {
            FieldType::String => "string",
            FieldType::Integer => "integer",
            FieldType::Number => "number",
            FieldType::Boolean => "boolean",
            FieldType::Date => "date",
            FieldType::DateTime => "datetime",
            FieldType::Time => "time",
            FieldType::Year => "year",
            FieldType::YearMonth => "yearmonth",
            FieldType::Duration => "duration",
            FieldType::Object => "object",
            FieldType::Array => "array",
            FieldType::List => "list",
            FieldType::GeoPoint => "geopoint",
            FieldType::GeoJson => "geojson",
            FieldType::Any => "any",
        }
    }

    /// The type of this name.
    pub(crate) fn parse(id: &str) -> Option<FieldType> {
        Self::ALL.into_iter().find(|t| t.id() == id)
    }

    /// Whether its values are numbers, and are to the right in a table.
    pub fn is_numeric(self) -> bool {
        matches!(self, FieldType::Integer | FieldType::Number)
    }
}
