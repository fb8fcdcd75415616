//! From a file to an image in memory, within limits.

use crate::diag::Fatal;
use crate::source::disk::{Disk, LocalDisk};
use crate::source::limits::{Limit, Limits};
use image::codecs::{gif::GifDecoder, png::PngDecoder, webp::WebPDecoder};
use image::{AnimationDecoder, DynamicImage, ImageDecoder, ImageFormat, ImageReader};
use std::io::Cursor;
use std::path::Path;

/// Bytes that a decoder may take for each pixel that is allowed.
const BYTES_OF_A_PIXEL: u64 = 8;

/// What an image is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ImageKind {
    /// Photographs.
    Jpeg,
    /// Everything else.
    Png,
    /// Only read, or passed on.
    Webp,
    /// Only read, or passed on.
    Gif,
}

impl ImageKind {
    /// The usual ending of its files.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            ImageKind::Jpeg => "jpg",
            ImageKind::Png => "png",
            ImageKind::Webp => "webp",
            ImageKind::Gif => "gif",
        }
    }

    /// Whether a path ends as one of its files does.
    pub(crate) fn has_ending(self, path: &str) -> bool {
        let ending = path
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        ending == self.ending() || self == ImageKind::Jpeg && ending == "jpeg"
    }

    fn of(format: ImageFormat) -> Option<ImageKind> {
        match format {
            ImageFormat::Jpeg => Some(ImageKind::Jpeg),
            ImageFormat::Png => Some(ImageKind::Png),
            ImageFormat::WebP => Some(ImageKind::Webp),
            ImageFormat::Gif => Some(ImageKind::Gif),
            _ => None,
        }
    }
}

/// Why an image is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is none of the kinds above.
    Format,
    /// It is an SVG drawing, which may hold scripts and addresses of other hosts.
    Svg,
    /// It is broken.
    Broken,
    /// Its file is too large.
    File,
    /// It has too many pixels.
    Pixels,
}

impl Refusal {
    pub(crate) fn id(self) -> &'static str {
        match self {
            Refusal::Format => "format",
            Refusal::Svg => "svg",
            Refusal::Broken => "broken",
            Refusal::File => "file",
            Refusal::Pixels => "pixels",
        }
    }

    /// The limit that it passes.
    pub(crate) fn limit(self) -> Limit {
        if self == Refusal::File {
            Limit::ImageMib
        } else {
            Limit::ImageMegapixels
        }
    }
}

/// An image in memory, with what its file says of it.
pub(crate) struct DecodedImage {
    /// Its pixels, turned as its metadata asks.
    pub(crate) image: DynamicImage,
    /// The format of the file.
    pub(crate) kind: ImageKind,
    pub(crate) bytes: Vec<u8>,
    /// Whether it has several frames.
    pub(crate) moves: bool,
    /// Whether the file says more than its pixels.
    pub(crate) tells: bool,
}

/// Whether a path ends as an image's does.
pub(crate) fn is_image(path: &str) -> bool {
    [
        ImageKind::Jpeg,
        ImageKind::Png,
        ImageKind::Webp,
        ImageKind::Gif,
    ]
    .iter()
    .any(|kind| kind.has_ending(path))
}

/// What reading an image came to.
pub(crate) enum ImageReading {
    /// It is in memory.
    Decoded(DecodedImage),
    /// It is not taken.
    Refused(Refusal),
}

/// Reads an image; `path` is the file's path in the site.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn image(full: &Path, path: &str, limits: &Limits) -> Result<ImageReading, Fatal> {
    let bytes = LocalDisk.size(full).map_err(Fatal::io("reading", full))?;
    if bytes > limits.mebibytes(Limit::ImageMib) {
        return Ok(ImageReading::Refused(Refusal::File));
    }
    let bytes = LocalDisk.read(full).map_err(Fatal::io("reading", full))?;
    Ok(match decode(bytes, path, most_pixels(limits)) {
        Ok(image) => ImageReading::Decoded(image),
        Err(refusal) => ImageReading::Refused(refusal),
    })
}

/// The most pixels that an image may have.
pub(crate) fn most_pixels(limits: &Limits) -> u64 {
    limits
        .most(Limit::ImageMegapixels)
        .saturating_mul(1_000_000)
}

/// Decodes the bytes of a file; `path` is the file's path in the site.
pub(crate) fn decode(
    bytes: Vec<u8>,
    path: &str,
    most_pixels: u64,
) -> Result<DecodedImage, Refusal> {
    let kind = match image::guess_format(&bytes) {
        Ok(format) => ImageKind::of(format).ok_or(Refusal::Format)?,
        Err(_) if path.to_ascii_lowercase().ends_with(".svg") => return Err(Refusal::Svg),
        Err(_) if is_image(path) => return Err(Refusal::Broken),
        Err(_) => return Err(Refusal::Format),
    };
    let mut reader = ImageReader::new(Cursor::new(&bytes))
        .with_guessed_format()
        .map_err(|_| Refusal::Broken)?;
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(most_pixels.saturating_mul(BYTES_OF_A_PIXEL));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => Refusal::Pixels,
        _ => Refusal::Broken,
    })?;
    let (width, height) = decoder.dimensions();
    // A GIF may say that it is as wide as nothing.
    if width == 0 || height == 0 {
        return Err(Refusal::Broken);
    }
    if u64::from(width) * u64::from(height) > most_pixels {
        return Err(Refusal::Pixels);
    }
    // A telephone held sideways writes the picture as it was taken, and how to turn it.
    let turned = decoder.orientation().map_err(|_| Refusal::Broken)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Broken)?;
    image.apply_orientation(turned);
    let (moves, tells) = (moves(kind, &bytes), tells(kind, &bytes));
    Ok(DecodedImage {
        image,
        kind,
        bytes,
        moves,
        tells,
    })
}

fn moves(kind: ImageKind, bytes: &[u8]) -> bool {
    let file = Cursor::new(bytes);
    match kind {
        ImageKind::Jpeg => false,
        ImageKind::Png => PngDecoder::new(file).is_ok_and(|d| d.is_apng().unwrap_or(false)),
        ImageKind::Webp => WebPDecoder::new(file).is_ok_and(|d| d.has_animation()),
        ImageKind::Gif => GifDecoder::new(file).is_ok_and(|d| d.into_frames().take(2).count() > 1),
    }
}

/// Whether a file holds more than what is seen: where and when it was taken, by whom, with what.
fn tells(kind: ImageKind, bytes: &[u8]) -> bool {
    match kind {
        ImageKind::Jpeg => jpeg_tells(bytes),
        ImageKind::Png => chunks(
            bytes,
            8,
            4,
            u32::from_be_bytes,
            &["eXIf", "tEXt", "iTXt", "zTXt", "tIME"],
        ),
        ImageKind::Webp => chunks(bytes, 12, 0, u32::from_le_bytes, &["EXIF", "XMP "]),
        ImageKind::Gif => {
            bytes.windows(11).any(|w| w == b"XMP DataXMP")
                || bytes.windows(2).any(|w| w == [0x21, 0xfe])
        }
    }
}

/// Whether a PNG or WebP file has one of these parts. A PNG's says its length first and has a checksum of `tail` bytes
/// after it; a WebP's says its name first and is padded to an even length.
fn chunks(
    bytes: &[u8],
    first: usize,
    tail: usize,
    number: fn([u8; 4]) -> u32,
    names: &[&str],
) -> bool {
    let mut at = first;
    while let Some(head) = bytes.get(at..at + 8) {
        let (a, b) = (
            [head[0], head[1], head[2], head[3]],
            [head[4], head[5], head[6], head[7]],
        );
        let (length, name) = if tail > 0 {
            (number(a), b)
        } else {
            (number(b), a)
        };
        if names.iter().any(|known| known.as_bytes() == name) {
            return true;
        }
        let length = length as usize;
        let padded = if tail > 0 {
            length
        } else {
            length + length % 2
        };
        at = at
            .saturating_add(8)
            .saturating_add(padded)
            .saturating_add(tail);
    }
    false
}

/// Whether a JPEG has a segment that an application or a person wrote, besides its form and colours.
fn jpeg_tells(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        match marker {
            // The picture itself begins.
            0xda => return false,
            // APP0 is JFIF, APP2 colours, APP14 Adobe's colour code.
            0xe1 | 0xe3..=0xed | 0xef | 0xfe => return true,
            _ => at += 2 + (usize::from(*high) << 8 | usize::from(*low)),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_without_width_or_height_is_broken() {
        for size in [[0, 0, 1, 0], [1, 0, 0, 0]] {
            let rest = [
                0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1,
                0, 0x3b,
            ];
            let gif = [b"GIF89a", &size[..], &rest].concat();
            let refusal = decode(gif, "a.gif", 1_000).err();
            assert_eq!(refusal, Some(Refusal::Broken), "{size:?}");
        }
    }
}
