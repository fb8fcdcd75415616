//! Formats as the EU's table of file types has them, and what its metadata quality assessment holds of each.

use tragaluz_tables::writers::FileType;
use tragaluz_tables::writers::formats;

/// Formats that are only handed on as they are received, and those that this program was built without.
const RECEIVED: &[(&str, FileType)] = &[
    ("tsv", FileType::unstructured("TSV")),
    #[cfg(not(feature = "xlsx"))]
    ("xlsx", FileType::proprietary("XLSX")),
    ("xls", FileType::proprietary("XLS")),
    #[cfg(not(feature = "parquet"))]
    ("parquet", FileType::closed("PARQUET")),
    ("pdf", FileType::closed("PDF")),
    ("zip", FileType::unstructured("ZIP")),
    ("xml", FileType::open("XML")),
    ("txt", FileType::unstructured("TXT")),
    ("html", FileType::unstructured("HTML")),
    ("kml", FileType::open("KML")),
    ("kmz", FileType::open("KMZ")),
    ("shp", FileType::proprietary("SHP")),
    ("gpkg", FileType::closed("GPKG")),
    ("docx", FileType::closed("DOCX")),
    ("doc", FileType::closed("DOC")),
    ("odt", FileType::closed("ODT")),
    ("rtf", FileType::unstructured("RTF")),
    ("png", FileType::unstructured("PNG")),
    ("jpg", FileType::closed("JPEG")),
    ("jpeg", FileType::closed("JPEG")),
    ("tif", FileType::unstructured("TIFF")),
    ("tiff", FileType::unstructured("TIFF")),
    ("svg", FileType::closed("SVG")),
];

/// Returns what the EU's table says of a format: a download format tells it itself.
pub(crate) fn file_type(format: &str) -> Option<FileType> {
    let of_download = formats::named(format).and_then(|format| format.file_type());
    let mut received = RECEIVED.iter();
    of_download.or_else(|| {
        received
            .find(|(known, _)| *known == format)
            .map(|(_, of)| *of)
    })
}

/// Returns a media type, where IANA has registered it: what it has not has no address there, and validators miss its class.
pub(crate) fn registered(media_type: &str) -> Option<&str> {
    Some(media_type).filter(|name| !name.is_empty() && !name.contains("/x-"))
}
