//! EXIF, and TIFF, whose form it has: lists of tags. Every tag of text is told; known ones by their names.
//!
//! Source: Exif 2.32 (CIPA DC-008), TIFF 6.0.

use super::{iptc, tell_position, xmp};
use crate::documents::part::{DocumentPart, GapReason};
use crate::documents::reading::DocumentReading;
use crate::documents::text_runs;
use std::collections::BTreeSet;

/// Lists of tags in one file, and tags in one list.
const MOST_LISTS: usize = 4096;
const MOST_TAGS: usize = 1 << 16;
/// Bytes of the largest value that is looked into.
const LARGEST_VALUE: usize = 8 << 20;

/// Which way a picture is turned.
const ORIENTATION: usize = 0x0112;
/// Tags that lead to further lists.
const EXIF_LIST: u16 = 0x8769;
const GPS_LIST: u16 = 0x8825;
const FURTHER_LISTS: [u16; 2] = [0x014a, 0xa005];

/// Tags of text, by their names.
const NAMES: &[(u16, &str)] = &[
    (0x010d, "DocumentName"),
    (0x010e, "ImageDescription"),
    (0x010f, "Make"),
    (0x0110, "Model"),
    (0x011d, "PageName"),
    (0x0131, "Software"),
    (0x013b, "Artist"),
    (0x013c, "HostComputer"),
    (0x8298, "Copyright"),
    (0x9286, "UserComment"),
    (0x927c, "MakerNote"),
    (0x9c9b, "XPTitle"),
    (0x9c9c, "XPComment"),
    (0x9c9d, "XPAuthor"),
    (0x9c9e, "XPKeywords"),
    (0x9c9f, "XPSubject"),
    (0xa420, "ImageUniqueID"),
    (0xa430, "CameraOwnerName"),
    (0xa431, "BodySerialNumber"),
    (0xa433, "LensMake"),
    (0xa434, "LensModel"),
    (0xa435, "LensSerialNumber"),
];
/// Times, versions and letters that replace a choice.
const NO_WORDS: &[u16] = &[
    0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292, 0x9000, 0xa000, 0x9101,
    0x0001, 0x0002,
];

/// Tells the texts and the position in EXIF or a TIFF.
pub(crate) fn tell(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) {
    let is_little = match bytes.get(..4) {
        Some(b"II*\0") => true,
        Some(b"MM\0*") => false,
        _ => return reading.gap(GapReason::Damaged, DocumentPart::Tag("EXIF".to_owned())),
    };
    let mut tags = TagReader {
        bytes,
        is_little,
        seen: BTreeSet::new(),
        position: Position::default(),
    };
    let first = tags.number(4, 4).unwrap_or(0);
    let mut lists = vec![(first, TagList::Main)];
    while let Some((at, kind)) = lists.pop() {
        if tags.seen.len() < MOST_LISTS && at != 0 && tags.seen.insert(at) {
            tags.list(at, kind, &mut lists, reading);
        }
    }
    if let Position {
        latitude: Some(latitude),
        longitude: Some(longitude),
        south,
        west,
    } = tags.position
    {
        let sign = |negative| if negative { -1.0 } else { 1.0 };
        tell_position(latitude * sign(south), longitude * sign(west), reading);
    }
}

/// What a list of tags is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TagList {
    /// A picture; the next one's list may follow.
    Main,
    Further,
    Position,
}

#[derive(Default)]
struct Position {
    latitude: Option<f64>,
    longitude: Option<f64>,
    south: bool,
    west: bool,
}

struct TagReader<'b> {
    bytes: &'b [u8],
    is_little: bool,
    /// Where the lists begin that were read.
    seen: BTreeSet<usize>,
    position: Position,
}

impl TagReader<'_> {
    /// Returns a number of up to four bytes.
    fn number(&self, at: usize, length: usize) -> Option<usize> {
        let bytes = self.bytes.get(at..at.checked_add(length)?)?;
        let join = |number: usize, byte: &u8| number << 8 | usize::from(*byte);
        Some(if self.is_little {
            bytes.iter().rev().fold(0, join)
        } else {
            bytes.iter().fold(0, join)
        })
    }

    /// Tells the tags of one list, and notes the lists that it leads to.
    fn list(
        &mut self,
        at: usize,
        kind: TagList,
        lists: &mut Vec<(usize, TagList)>,
        reading: &mut DocumentReading<'_, '_>,
    ) {
        let Some(count) = self.number(at, 2) else {
            return reading.gap(GapReason::Damaged, DocumentPart::Tag("EXIF".to_owned()));
        };
        let mut tag_at = at + 2;
        for _ in 0..count.min(MOST_TAGS) {
            if self
                .tag(tag_at, kind == TagList::Position, lists, reading)
                .is_none()
            {
                break;
            }
            tag_at += 12;
        }
        // Behind the list of a picture is where the next one's is; some writers leave it out.
        let next = self
            .number(tag_at, 4)
            .filter(|next| *next < self.bytes.len());
        if kind == TagList::Main {
            lists.extend(next.map(|next| (next, TagList::Main)));
        }
    }

    fn tag(
        &mut self,
        at: usize,
        is_gps: bool,
        lists: &mut Vec<(usize, TagList)>,
        reading: &mut DocumentReading<'_, '_>,
    ) -> Option<()> {
        let tag = u16::try_from(self.number(at, 2)?).ok()?;
        let (kind, count) = (self.number(at + 2, 2)?, self.number(at + 4, 4)?);
        let size = match kind {
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => 1,
        };
        let length = count.saturating_mul(size);
        let start = if length <= 4 {
            at + 8
        } else {
            self.number(at + 8, 4)?
        };
        if tag == EXIF_LIST || tag == GPS_LIST {
            let kind = if tag == GPS_LIST {
                TagList::Position
            } else {
                TagList::Further
            };
            lists.push((self.number(at + 8, 4)?, kind));
        } else if FURTHER_LISTS.contains(&tag) {
            for index in 0..count.min(MOST_LISTS) {
                lists.extend(
                    self.number(start + index * 4, 4)
                        .map(|next| (next, TagList::Further)),
                );
            }
        } else if is_gps && (1..=4).contains(&tag) {
            self.gps(tag, start);
        } else if let Some(value) = self.bytes.get(start..start.saturating_add(length))
            && length <= LARGEST_VALUE
            && reading.meter().spend(length as u64 + 12)
        {
            value_told(tag, kind, value, is_gps, reading);
        }
        Some(())
    }

    /// Takes in a part of the position.
    fn gps(&mut self, tag: u16, start: usize) {
        let letter = self.bytes.get(start).copied().unwrap_or(0);
        match tag {
            1 => self.position.south = letter == b'S',
            2 => self.position.latitude = self.degrees(start),
            3 => self.position.west = letter == b'W',
            _ => self.position.longitude = self.degrees(start),
        }
    }

    /// Returns degrees, minutes and seconds as degrees.
    #[expect(clippy::cast_precision_loss, reason = "numbers of four bytes")]
    fn degrees(&self, start: usize) -> Option<f64> {
        let mut degrees = 0.0;
        for (index, part) in [1.0, 60.0, 3600.0].into_iter().enumerate() {
            let above = self.number(start + index * 8, 4)? as f64;
            let below = self.number(start + index * 8 + 4, 4)? as f64;
            if below > 0.0 {
                degrees += above / below / part;
            } else if index == 0 {
                return None;
            }
        }
        Some(degrees)
    }
}

/// Tells the value of a tag, if it is text.
fn value_told(
    tag: u16,
    kind: usize,
    value: &[u8],
    is_gps: bool,
    reading: &mut DocumentReading<'_, '_>,
) {
    let name = NAMES.iter().find(|(own, _)| *own == tag && !is_gps);
    let name = match name {
        Some((_, name)) => (*name).to_owned(),
        None if is_gps => format!("GPS {tag}"),
        None => format!("{tag}"),
    };
    let part = DocumentPart::Tag(name);
    match tag {
        0x02bc => xmp::tell(value, reading),
        0x83bb => iptc::tell(value, reading),
        // EXIF in it would be that of the picture itself.
        0x8649 => drop(iptc::tell_resources(value, reading)),
        0x9c9b..=0x9c9f => reading.text(part, utf16(value)),
        0x9286 => reading.text(part, user_comment(value)),
        0x927c => {
            for run in text_runs::of(value) {
                reading.text(part.clone(), run);
            }
        }
        _ if NO_WORDS.contains(&tag) && !is_gps => {}
        _ if kind == 2 => reading.text(part, text(value)),
        // What is said to be of no type may be text all the same: how a position was found, and of what area.
        _ if kind == 7 && is_gps => reading.text(part, user_comment(value)),
        _ if kind == 7 => {
            for run in text_runs::of(value) {
                reading.text(part.clone(), run);
            }
        }
        _ => {}
    }
}

fn text(value: &[u8]) -> String {
    let end = value
        .iter()
        .rposition(|byte| *byte != 0)
        .map_or(0, |last| last + 1);
    let value = &value[..end];
    match std::str::from_utf8(value) {
        Ok(text) => text.replace('\0', "\n"),
        Err(_) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(value)
            .0
            .replace('\0', "\n"),
    }
}

fn utf16(value: &[u8]) -> String {
    let (text, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(value);
    text.trim_end_matches('\0').to_owned()
}

/// Returns a text whose first eight bytes say how it is encoded.
fn user_comment(value: &[u8]) -> String {
    match value.get(..8) {
        Some(b"UNICODE\0") => {
            let (low, high) = (value.get(8) == Some(&0), &value[8..]);
            let encoding = if low {
                encoding_rs::UTF_16BE
            } else {
                encoding_rs::UTF_16LE
            };
            let (text, _) = encoding.decode_without_bom_handling(high);
            text.trim_end_matches('\0').to_owned()
        }
        Some(b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0" | b"JIS\0\0\0\0\0") => text(&value[8..]),
        _ => text(value),
    }
}

/// Returns which way a picture is turned, as EXIF counts the ways; none where it does not say.
pub(crate) fn orientation(bytes: &[u8]) -> Option<u8> {
    let is_little = bytes.starts_with(b"II");
    let tags = TagReader {
        bytes,
        is_little,
        seen: BTreeSet::new(),
        position: Position::default(),
    };
    let list = tags.number(4, 4)?;
    (0..tags.number(list, 2)?)
        .map(|index| list + 2 + index * 12)
        .find(|at| tags.number(*at, 2) == Some(ORIENTATION))
        .and_then(|at| u8::try_from(tags.number(at + 8, 2)?).ok())
}
