//! XMP: properties as XML. Source: ISO 16684-1.

use super::tell_position;
use crate::documents::reading::DocumentReading;
use crate::documents::xml::{self, SheetCells, XmlKind, XmlPlace};
use memchr::memmem;

/// Tells the texts and the position in XMP.
pub(crate) fn tell(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let place = XmlPlace {
        member: "",
        kind: XmlKind::Properties,
        hidden: false,
    };
    let end = bytes
        .iter()
        .rposition(|byte| *byte == b'>')
        .map_or(0, |last| last + 1);
    let text = xml::in_utf8(&bytes[..end]);
    xml::texts(&*text, place, SheetCells::None, reading);
    let degrees = |name: &str| degrees(value(&text, name)?);
    if let (Some(latitude), Some(longitude)) = (degrees("GPSLatitude"), degrees("GPSLongitude")) {
        tell_position(latitude, longitude, reading);
    }
}

/// Returns what a property is, written as an attribute or as an element.
fn value<'x>(xml: &'x [u8], name: &str) -> Option<&'x str> {
    for at in memmem::find_iter(xml, name.as_bytes()) {
        let rest = &xml[at + name.len()..];
        let ([b'=', b'"' | b'\'', inside @ ..] | [b'>', inside @ ..]) = rest else {
            continue;
        };
        let end = inside
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\'' | b'<'))?;
        return std::str::from_utf8(&inside[..end]).ok();
    }
    None
}

/// Parses `19,25.95N` and `19,25,57S`, degrees with minutes, and plain degrees.
fn degrees(text: &str) -> Option<f64> {
    let text = text.trim();
    let sign = if text.ends_with(['S', 'W']) {
        -1.0
    } else {
        1.0
    };
    let text = text.trim_end_matches(['N', 'S', 'E', 'W']);
    let mut degrees = 0.0;
    for (part, unit) in text.split(',').zip([1.0, 60.0, 3600.0]) {
        degrees += part.trim().parse::<f64>().ok()? / unit;
    }
    Some(degrees * sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_of_each_form_are_parsed() {
        let near = |text: &str, wanted: f64| (degrees(text).unwrap() - wanted).abs() < 1e-6;
        assert!(near("19,25.95N", 19.4325) && near("99,7,59.88W", -99.1333) && near("-3.5", -3.5));
        assert_eq!(degrees("north"), None);
    }
}
