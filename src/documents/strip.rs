//! A picture freed of what cameras and programs wrote into it; its pixels stay as they are, byte for byte, and so does
//! the way it is turned and its colours.

use super::picture::{EXIF, orientation};

/// A picture without what was written into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrippedPicture {
    /// The picture's file.
    pub bytes: Vec<u8>,
    /// What was taken out, by the names of its parts: `Exif`, `XMP`, `IPTC`, `comment`.
    pub removed: Vec<&'static str>,
}

/// Why a picture stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StripRefusal {
    /// It is none of JPEG, PNG and WebP.
    Format,
    /// It breaks off, or its parts are not what its format wants.
    Damaged,
}

/// Takes EXIF, IPTC, XMP, remarks and everything else that is no picture out of a JPEG, PNG or WebP.
///
/// # Errors
/// When it is none of them, or cannot be read.
pub fn strip(bytes: &[u8]) -> Result<StrippedPicture, StripRefusal> {
    let stripped = if bytes.starts_with(b"\xff\xd8\xff") {
        jpeg(bytes)
    } else if bytes.starts_with(PNG) {
        png(bytes)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        webp(bytes)
    } else {
        return Err(StripRefusal::Format);
    };
    stripped.ok_or(StripRefusal::Damaged)
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

impl StrippedPicture {
    fn new(beginning: &[u8]) -> Self {
        StrippedPicture {
            bytes: beginning.to_vec(),
            removed: Vec::new(),
        }
    }

    fn removes(&mut self, what: &'static str) {
        if !self.removed.contains(&what) {
            self.removed.push(what);
        }
    }
}

/// Returns EXIF that says nothing but which way a picture is turned; none where it is upright.
fn turned(exif: &[u8]) -> Option<Vec<u8>> {
    let way = orientation(exif).filter(|way| (2..=8).contains(way))?;
    let mut bytes = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    bytes.extend([way, 0, 0, 0, 0, 0, 0]);
    Some(bytes)
}

/// Keeps of a JPEG what a decoder needs: tables, frames, scans, JFIF, profiles of colours, Adobe's note of them.
fn jpeg(bytes: &[u8]) -> Option<StrippedPicture> {
    let mut out = StrippedPicture::new(&bytes[..2]);
    let mut at = 2;
    loop {
        let kind = *bytes.get(at + 1).filter(|_| bytes[at] == 0xff)?;
        if kind == 0xff {
            at += 1;
            continue;
        }
        let length = bytes.get(at + 2..at + 4)?;
        let end = at + 2 + usize::from(u16::from_be_bytes([length[0], length[1]]));
        let segment = bytes.get(at..end.max(at + 4))?;
        let data = &segment[4..];
        match kind {
            0xe1 if data.starts_with(EXIF) => jpeg_exif(&data[EXIF.len()..], &mut out)?,
            0xe0 if data.starts_with(b"JFIF\0") => jfif(data, &mut out)?,
            0xe2 if data.starts_with(b"ICC_PROFILE\0") => out.bytes.extend(segment),
            0xee if data.starts_with(b"Adobe") => out.bytes.extend(segment),
            0xe1 => out.removes("XMP"),
            0xed => out.removes("IPTC"),
            0xfe => out.removes("comment"),
            0xe0..=0xef => out.removes("other"),
            _ => out.bytes.extend(segment),
        }
        at = end.max(at + 4);
        if kind == 0xda {
            return scans(bytes, at, out);
        }
    }
}

/// Keeps of EXIF which way the picture is turned.
fn jpeg_exif(exif: &[u8], out: &mut StrippedPicture) -> Option<()> {
    out.removes("Exif");
    if let Some(turned) = turned(exif) {
        let length = u16::try_from(2 + EXIF.len() + turned.len()).ok()?;
        out.bytes.extend([0xff, 0xe1]);
        out.bytes.extend(length.to_be_bytes());
        out.bytes.extend(EXIF.iter().chain(&turned));
    }
    Some(())
}

/// Keeps the measures of JFIF, and not the small picture in it.
fn jfif(data: &[u8], out: &mut StrippedPicture) -> Option<()> {
    out.bytes.extend(b"\xff\xe0\0\x10");
    out.bytes.extend(data.get(..12)?);
    out.bytes.extend([0, 0]);
    Some(())
}

/// Copies the scans of a JPEG to its end; segments between them that are no tables are left out with what is behind.
fn scans(bytes: &[u8], from: usize, mut out: StrippedPicture) -> Option<StrippedPicture> {
    let mut at = from;
    loop {
        let found = at + memchr::memchr(0xff, bytes.get(at..)?)?;
        out.bytes.extend(&bytes[at..found]);
        let kind = *bytes.get(found + 1)?;
        at = found + 2;
        match kind {
            0xd9 => {
                out.bytes.extend([0xff, 0xd9]);
                if at < bytes.len() {
                    out.removes("other");
                }
                return Some(out);
            }
            0xff => {
                out.bytes.push(0xff);
                at = found + 1;
            }
            0 | 0x01 | 0xd0..=0xd7 => out.bytes.extend([0xff, kind]),
            _ => {
                let length = bytes.get(at..at + 2)?;
                let end = at + usize::from(u16::from_be_bytes([length[0], length[1]])).max(2);
                let segment = bytes.get(found..end)?;
                if (0xe0..=0xef).contains(&kind) || kind == 0xfe {
                    out.removes("other");
                } else {
                    out.bytes.extend(segment);
                }
                at = end;
            }
        }
    }
}

/// Chunks of a PNG that are part of the picture.
const PNG_PICTURE: &[&[u8; 4]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
];

fn png(bytes: &[u8]) -> Option<StrippedPicture> {
    let mut out = StrippedPicture::new(PNG);
    let mut at = PNG.len();
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize;
        let end = at.checked_add(length)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        let kind: &[u8; 4] = chunk[4..8].try_into().ok()?;
        let data = &chunk[8..8 + length];
        match kind {
            b"eXIf" => {
                out.removes("Exif");
                if let Some(turned) = turned(data) {
                    png_chunk(*b"eXIf", &turned, &mut out.bytes);
                }
            }
            b"iTXt" if data.starts_with(b"XML:com.adobe.xmp\0") => out.removes("XMP"),
            b"tEXt" | b"zTXt" | b"iTXt" => out.removes("comment"),
            _ if PNG_PICTURE.contains(&kind) => out.bytes.extend(chunk),
            _ => out.removes("other"),
        }
        at = end;
        if kind == b"IEND" {
            if at < bytes.len() {
                out.removes("other");
            }
            return Some(out);
        }
    }
}

fn png_chunk(kind: [u8; 4], data: &[u8], out: &mut Vec<u8>) {
    let mut sum = flate2::Crc::new();
    sum.update(&kind);
    sum.update(data);
    out.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
    out.extend(kind);
    out.extend(data);
    out.extend(sum.sum().to_be_bytes());
}

/// Flags of a WebP that say that EXIF and XMP follow.
const WEBP_EXIF: u8 = 8;
const WEBP_XMP: u8 = 4;

fn webp(bytes: &[u8]) -> Option<StrippedPicture> {
    let mut out = StrippedPicture::new(b"RIFF\0\0\0\0WEBP");
    let (mut rest, mut exif) = (bytes.get(12..)?, None);
    let mut flags_at = None;
    while !rest.is_empty() && rest != [0] {
        let length = u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?) as usize;
        let end = 8_usize.checked_add(length)?;
        let (kind, data) = (&rest[..4], rest.get(8..end)?);
        match kind {
            b"EXIF" => {
                out.removes("Exif");
                exif = turned(data.strip_prefix(EXIF).unwrap_or(data));
            }
            b"XMP " => out.removes("XMP"),
            b"VP8X" | b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" => {
                if kind == b"VP8X" {
                    flags_at = Some(out.bytes.len() + 8);
                }
                riff_chunk(kind, data, &mut out.bytes);
            }
            _ => out.removes("other"),
        }
        rest = rest.get(end + length % 2..).unwrap_or(&[]);
    }
    if let Some(flags) = flags_at.and_then(|at| out.bytes.get_mut(at)) {
        *flags &= !(WEBP_EXIF | WEBP_XMP);
        if let Some(turned) = exif {
            *flags |= WEBP_EXIF;
            riff_chunk(b"EXIF", &turned, &mut out.bytes);
        }
    }
    let length = u32::try_from(out.bytes.len() - 8).ok()?;
    out.bytes[4..8].copy_from_slice(&length.to_le_bytes());
    Some(out)
}

fn riff_chunk(kind: &[u8], data: &[u8], out: &mut Vec<u8>) {
    out.extend(kind);
    out.extend(u32::try_from(data.len()).unwrap_or(0).to_le_bytes());
    out.extend(data);
    out.extend(std::iter::repeat_n(0, data.len() % 2));
}
