//! From an image in memory to the bytes that are published. Nothing depends on the machine: same image, same bytes.

use super::decode::{DecodedImage, ImageKind};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType as Resampling;
use image::{DynamicImage, ExtendedColorType, ImageEncoder};

/// Widths to try, in pixels: a column of text, and less.
const WIDTHS: [u32; 4] = [736, 600, 480, 360];
/// Qualities of JPEG to try at each width.
const QUALITIES: [u8; 3] = [80, 70, 60];
/// The width of an image that is linked to instead, and its quality.
const READABLE: (u32, u8) = (1_600, 82);
/// The quality of a photograph that is only freed of what its camera wrote.
const WHOLE: u8 = 92;

/// An image as it is published.
pub(crate) struct EncodedImage {
    pub(crate) bytes: Vec<u8>,
    pub(crate) kind: ImageKind,
    /// Width and height in pixels.
    pub(crate) size: (u32, u32),
}

/// As it is in a page: at most a column wide and `limit` bytes heavy; none where that would not be legible.
pub(crate) fn small(read: &DecodedImage, limit: u64) -> Option<EncodedImage> {
    let fits = |encoded: &EncodedImage| encoded.bytes.len() as u64 <= limit;
    if let Some(same) = as_it_is(read, WIDTHS[0]).filter(fits) {
        return Some(same);
    }
    let image = plain(&read.image);
    let opaque = is_opaque(&image);
    let drawn = read.kind != ImageKind::Jpeg;
    for width in WIDTHS {
        // Narrower would be smaller than it is.
        if width != WIDTHS[0] && width >= image.width() {
            continue;
        }
        let image = narrowed(&image, width);
        let lossless = drawn.then(|| png(&image));
        let photographs = QUALITIES
            .iter()
            .filter(|_| opaque)
            .map(|quality| jpeg(&image, *quality));
        if let Some(found) = lossless.into_iter().chain(photographs).find(fits) {
            return Some(found);
        }
    }
    None
}

/// As it can be seen well, for those who follow the link to it.
pub(crate) fn readable(read: &DecodedImage) -> EncodedImage {
    if let Some(same) = as_it_is(read, READABLE.0) {
        return same;
    }
    let image = narrowed(&plain(&read.image), READABLE.0);
    if is_opaque(&image) && read.kind != ImageKind::Png {
        jpeg(&image, READABLE.1)
    } else {
        png(&image)
    }
}

/// As it was given, but for what its camera wrote.
pub(crate) fn whole(read: &DecodedImage) -> EncodedImage {
    // What moves would stand still.
    if read.moves || read.kind == ImageKind::Gif {
        let size = (read.image.width(), read.image.height());
        return EncodedImage {
            bytes: read.bytes.clone(),
            kind: read.kind,
            size,
        };
    }
    if let Some(same) = as_it_is(read, u32::MAX) {
        return same;
    }
    let image = plain(&read.image);
    match read.kind {
        ImageKind::Jpeg => jpeg(&image, WHOLE),
        ImageKind::Webp => webp(&image),
        ImageKind::Png | ImageKind::Gif => png(&image),
    }
}

/// The file's own bytes, where they are an image that stands still, tells nothing and is not wider.
fn as_it_is(read: &DecodedImage, width: u32) -> Option<EncodedImage> {
    let fine = !read.moves && !read.tells && read.image.width() <= width;
    let size = (read.image.width(), read.image.height());
    fine.then(|| EncodedImage {
        bytes: read.bytes.clone(),
        kind: read.kind,
        size,
    })
}

/// In eight bits a channel.
fn plain(image: &DynamicImage) -> DynamicImage {
    match (image.color().has_color(), image.color().has_alpha()) {
        (false, false) => DynamicImage::ImageLuma8(image.to_luma8()),
        (true, false) => DynamicImage::ImageRgb8(image.to_rgb8()),
        _ => {
            let image = image.to_rgba8();
            let opaque = image.pixels().all(|pixel| pixel.0[3] == u8::MAX);
            let image = DynamicImage::ImageRgba8(image);
            if opaque {
                DynamicImage::ImageRgb8(image.to_rgb8())
            } else {
                image
            }
        }
    }
}

fn is_opaque(image: &DynamicImage) -> bool {
    !image.color().has_alpha()
}

fn narrowed(image: &DynamicImage, width: u32) -> DynamicImage {
    if image.width() <= width {
        return image.clone();
    }
    // Twice as wide is made quickly, and the rest well.
    let near = width.saturating_mul(2);
    let quick = (image.width() > near.saturating_mul(2)).then(|| image.thumbnail(near, u32::MAX));
    quick
        .as_ref()
        .unwrap_or(image)
        .resize(width, u32::MAX, Resampling::CatmullRom)
}

fn encoded(
    image: &DynamicImage,
    kind: ImageKind,
    write: impl FnOnce(&mut Vec<u8>, &[u8], ExtendedColorType),
) -> EncodedImage {
    let mut bytes = Vec::new();
    write(&mut bytes, image.as_bytes(), image.color().into());
    EncodedImage {
        bytes,
        kind,
        size: (image.width(), image.height()),
    }
}

// Writing into memory fails only for images that are larger than what was read.
fn jpeg(image: &DynamicImage, quality: u8) -> EncodedImage {
    encoded(image, ImageKind::Jpeg, |out, pixels, colour| {
        let encoder = JpegEncoder::new_with_quality(out, quality);
        encoder
            .write_image(pixels, image.width(), image.height(), colour)
            .expect("writing into memory");
    })
}

fn png(image: &DynamicImage) -> EncodedImage {
    encoded(image, ImageKind::Png, |out, pixels, colour| {
        let encoder =
            PngEncoder::new_with_quality(out, CompressionType::Best, FilterType::Adaptive);
        encoder
            .write_image(pixels, image.width(), image.height(), colour)
            .expect("writing into memory");
    })
}

fn webp(image: &DynamicImage) -> EncodedImage {
    encoded(image, ImageKind::Webp, |out, pixels, colour| {
        let encoder = WebPEncoder::new_lossless(out);
        encoder
            .write_image(pixels, image.width(), image.height(), colour)
            .expect("writing into memory");
    })
}
