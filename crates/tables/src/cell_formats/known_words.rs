//! Patterns and words that are known without being declared.

use crate::field_type::FieldType;

/// Words for yes and no that Table Schema knows without being told.
pub(crate) const TRUE_WORDS: [&str; 4] = ["true", "True", "TRUE", "1"];

pub(crate) const FALSE_WORDS: [&str; 4] = ["false", "False", "FALSE", "0"];

/// Patterns that are tried, the likelier first.
pub(crate) const MOMENTS: &[(FieldType, &str)] = &[
    (FieldType::Date, "%Y-%m-%d"),
    (FieldType::Date, "%Y-%-m-%-d"),
    (FieldType::Date, "%Y/%m/%d"),
    (FieldType::Date, "%d/%m/%Y"),
    (FieldType::Date, "%-d/%-m/%Y"),
    (FieldType::Date, "%m/%d/%Y"),
    (FieldType::Date, "%-m/%-d/%Y"),
    (FieldType::Date, "%d-%m-%Y"),
    (FieldType::Date, "%m-%d-%Y"),
    (FieldType::Date, "%d.%m.%Y"),
    (FieldType::Date, "%-d.%-m.%Y"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S%z"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S.%f"),
    (FieldType::DateTime, "%Y-%m-%dT%H:%M:%S.%f%z"),
    (FieldType::DateTime, "%Y-%m-%d %H:%M:%S"),
    (FieldType::DateTime, "%Y-%m-%d %H:%M"),
    (FieldType::DateTime, "%d/%m/%Y %H:%M:%S"),
    (FieldType::DateTime, "%m/%d/%Y %H:%M:%S"),
    (FieldType::DateTime, "%-d/%-m/%Y %-H:%M:%S"),
    (FieldType::DateTime, "%-m/%-d/%Y %-H:%M:%S"),
    (FieldType::DateTime, "%d/%m/%Y %H:%M"),
    (FieldType::DateTime, "%m/%d/%Y %H:%M"),
    (FieldType::DateTime, "%Y%m%dT%H%M%S"),
    (FieldType::Time, "%H:%M:%S"),
    (FieldType::YearMonth, "%Y-%m"),
];
