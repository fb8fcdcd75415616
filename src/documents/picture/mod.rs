//! What cameras and programs write into a picture's file besides the picture: EXIF, IPTC, XMP.

mod exif;
mod iptc;
mod xmp;

pub(super) use exif::{orientation, tell as tell_exif};
pub(super) use xmp::tell as tell_xmp;

use super::part::{DocumentPart, GPS};
use super::reading::DocumentReading;

/// What is in front of EXIF in a JPEG and elsewhere.
pub(super) const EXIF: &[u8] = b"Exif\0\0";

/// Tells the texts in Photoshop's resources, and in the EXIF among them.
pub(super) fn tell_resources(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    for exif in iptc::tell_resources(bytes, reading) {
        tell_exif(exif, reading);
    }
}

/// Tells where a picture was taken, unless it is where devices say that do not know.
fn tell_position(latitude: f64, longitude: f64, reading: &mut DocumentReading<'_, '_>) {
    let known = latitude.is_finite() && longitude.is_finite();
    if known && (latitude != 0.0 || longitude != 0.0) {
        let text = format!("{latitude:.6}, {longitude:.6}");
        reading.text(DocumentPart::Tag(GPS.to_owned()), text);
    }
}
