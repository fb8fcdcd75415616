//! Formats as the EU's table of file types has them, and what its metadata quality assessment holds of each.

/// Our formats, the EU's codes, and whether its lists call them open (non-proprietary) and readable by programs.
const FORMATS: &[(&str, &str, bool, bool)] = &[
    ("csv", "CSV", true, true),
    // The copy for Excel is a CSV too.
    ("excel", "CSV", true, true),
    ("tsv", "TSV", true, false),
    ("json", "JSON", true, true),
    ("geojson", "GEOJSON", true, true),
    ("xlsx", "XLSX", false, true),
    ("xls", "XLS", false, true),
    ("ods", "ODS", true, true),
    ("parquet", "PARQUET", false, false),
    ("pdf", "PDF", false, false),
    ("zip", "ZIP", true, false),
    ("xml", "XML", true, true),
    ("txt", "TXT", true, false),
    ("html", "HTML", true, false),
    ("kml", "KML", true, true),
    ("kmz", "KMZ", true, true),
    ("shp", "SHP", false, true),
    ("gpkg", "GPKG", false, false),
    ("docx", "DOCX", false, false),
    ("doc", "DOC", false, false),
    ("odt", "ODT", false, false),
    ("rtf", "RTF", true, false),
    ("png", "PNG", true, false),
    ("jpg", "JPEG", false, false),
    ("jpeg", "JPEG", false, false),
    ("tif", "TIFF", true, false),
    ("tiff", "TIFF", true, false),
    ("svg", "SVG", false, false),
];

/// The EU's code of a format.
pub(crate) fn file_type_code(format: &str) -> Option<&'static str> {
    FORMATS
        .iter()
        .find(|(known, ..)| *known == format)
        .map(|(_, code, ..)| *code)
}

/// Whether the assessment calls a format open, and readable by programs.
pub(super) fn is_open_and_readable(format: &str) -> (bool, bool) {
    FORMATS
        .iter()
        .find(|(known, ..)| *known == format)
        .map_or((false, false), |(.., open, read)| (*open, *read))
}

/// The media type, where IANA has registered it: what it has not has no address there, and validators miss its class.
pub(crate) fn registered(media_type: &str) -> Option<&str> {
    Some(media_type).filter(|name| !name.is_empty() && !name.contains("/x-"))
}
