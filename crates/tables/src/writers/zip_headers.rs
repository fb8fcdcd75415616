//! Local headers of a ZIP's entries, and the central directory (APPNOTE.TXT 6.3.10): no time, no machine, names
//! in ASCII. Sizes from 4 GiB on are in the longer form (ZIP64).

use std::io;

/// From this size on, an entry's header has room for sizes of the longer form.
pub(super) const LONG_FROM: u64 = 4_000_000_000;

const HEADER: u32 = 0x0403_4b50;
const DIRECTORY_ENTRY: u32 = 0x0201_4b50;
const LONG_END: u32 = 0x0606_4b50;
const LONG_END_PLACE: u32 = 0x0706_4b50;
const END: u32 = 0x0605_4b50;

/// Versions of the format that a reader must know: folders and deflate; the longer form.
const VERSION: u16 = 20;
const LONG_VERSION: u16 = 45;
/// Made on Unix, where attributes are those of a file that everyone reads.
const UNIX: u16 = 3 << 8;
const ATTRIBUTES: u32 = 0o100_644 << 16;
/// 1 January 1980, the first day that the format knows.
const DAY: u16 = 0x21;
/// The mark of a number that is in the ZIP64 form.
const ELSEWHERE: u32 = u32::MAX;
/// The extra field with numbers in the longer form.
const LONG_FIELD: u16 = 1;

/// An entry of an archive, and the offset of its header.
pub(super) struct ZipEntry {
    name: String,
    pub(super) place: u64,
    method: u16,
    /// Whether its header has the longer form of sizes.
    is_long: bool,
    pub(super) size: u64,
    pub(super) packed: u64,
    pub(super) crc: u32,
}

impl ZipEntry {
    /// Returns an entry that will be deflated.
    pub(super) fn deflated(name: &str, place: u64, is_long: bool) -> ZipEntry {
        ZipEntry {
            method: 8,
            is_long,
            ..ZipEntry::stored(name, place, 0, 0)
        }
    }

    /// Returns a short entry that is stored without compression.
    pub(super) fn stored(name: &str, place: u64, size: u64, crc: u32) -> ZipEntry {
        ZipEntry {
            name: name.to_owned(),
            place,
            method: 0,
            is_long: false,
            size,
            packed: size,
            crc,
        }
    }

    /// Returns its header, which is as long before its sizes are known as after.
    ///
    /// # Errors
    /// When it is larger than was said.
    pub(super) fn header(&self) -> io::Result<Vec<u8>> {
        if !self.is_long && short(self.size.max(self.packed)) == ELSEWHERE {
            return Err(io::Error::other("an entry of an archive became too large"));
        }
        let mut out = Vec::with_capacity(64);
        push4(&mut out, HEADER);
        self.push_common(&mut out, if self.is_long { 20 } else { 0 });
        out.extend_from_slice(self.name.as_bytes());
        if self.is_long {
            push2(&mut out, LONG_FIELD);
            push2(&mut out, 16);
            push8(&mut out, self.size);
            push8(&mut out, self.packed);
        }
        Ok(out)
    }

    /// What the header and the directory say alike, up to the length of the extra field.
    fn push_common(&self, out: &mut Vec<u8>, extra: u16) {
        let is_long = self.is_long || short(self.place) == ELSEWHERE;
        push2(out, if is_long { LONG_VERSION } else { VERSION });
        push2(out, 0);
        push2(out, self.method);
        push2(out, 0);
        push2(out, DAY);
        push4(out, self.crc);
        let sizes = [self.packed, self.size];
        for size in sizes {
            push4(out, if self.is_long { ELSEWHERE } else { short(size) });
        }
        push2(out, u16::try_from(self.name.len()).unwrap_or(u16::MAX));
        push2(out, extra);
    }

    fn push_to_directory(&self, out: &mut Vec<u8>) {
        let mut long = Vec::new();
        if self.is_long {
            push8(&mut long, self.size);
            push8(&mut long, self.packed);
        }
        if short(self.place) == ELSEWHERE {
            push8(&mut long, self.place);
        }
        let length = u16::try_from(long.len()).unwrap_or(0);
        push4(out, DIRECTORY_ENTRY);
        push2(out, UNIX | LONG_VERSION);
        self.push_common(out, if length == 0 { 0 } else { length + 4 });
        // No comment, on the first disk, nothing known of its text.
        out.extend_from_slice(&[0; 6]);
        push4(out, ATTRIBUTES);
        push4(out, short(self.place));
        out.extend_from_slice(self.name.as_bytes());
        if length > 0 {
            push2(out, LONG_FIELD);
            push2(out, length);
            out.extend_from_slice(&long);
        }
    }
}

/// Returns the directory of an archive whose entries end at this place.
pub(super) fn directory(entries: &[ZipEntry], place: u64) -> Vec<u8> {
    let mut out = Vec::new();
    for entry in entries {
        entry.push_to_directory(&mut out);
    }
    let (count, length) = (entries.len() as u64, out.len() as u64);
    if short(place) == ELSEWHERE {
        push_long_end(&mut out, count, length, place);
    }
    push4(&mut out, END);
    push4(&mut out, 0);
    let short_count = u16::try_from(count).unwrap_or(u16::MAX);
    push2(&mut out, short_count);
    push2(&mut out, short_count);
    push4(&mut out, short(length));
    push4(&mut out, short(place));
    push2(&mut out, 0);
    out
}

fn push_long_end(out: &mut Vec<u8>, count: u64, length: u64, place: u64) {
    push4(out, LONG_END);
    push8(out, 44);
    push2(out, UNIX | LONG_VERSION);
    push2(out, LONG_VERSION);
    push8(out, 0);
    for number in [count, count, length, place] {
        push8(out, number);
    }
    push4(out, LONG_END_PLACE);
    push4(out, 0);
    push8(out, place + length);
    push4(out, 1);
}

/// A number in the shorter form, or the mark of one in the ZIP64 form.
fn short(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(ELSEWHERE)
}

fn push2(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn push4(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn push8(out: &mut Vec<u8>, number: u64) {
    out.extend_from_slice(&number.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn four(bytes: &[u8]) -> u32 {
        u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
    }

    #[test]
    fn what_is_past_four_gigabytes_is_told_in_the_longer_form() {
        let mut small = ZipEntry::deflated("a", 0, false);
        small.size = 1 << 32;
        assert!(small.header().is_err());
        let mut large = ZipEntry::deflated("a", 0, true);
        let length = large.header().unwrap().len();
        (large.size, large.packed) = (1 << 33, 1 << 32);
        let header = large.header().unwrap();
        assert_eq!(header.len(), length);
        assert_eq!(&header[31..35], [1, 0, 16, 0]);
        assert_eq!(&header[35..43], (1_u64 << 33).to_le_bytes());
        let far = ZipEntry::stored("b", 1 << 34, 3, 7);
        let end = directory(&[large, far], 1 << 35);
        let long = end.len() - 22 - 20 - 56;
        assert_eq!(four(&end[long..]), LONG_END);
        assert_eq!(&end[long + 48..long + 56], (1_u64 << 35).to_le_bytes());
        let place = end.len() - 22 - 20;
        assert_eq!(four(&end[place..]), LONG_END_PLACE);
        let where_it_is = (1_u64 << 35) + long as u64;
        assert_eq!(&end[place + 8..place + 16], where_it_is.to_le_bytes());
        assert_eq!(four(&end[end.len() - 6..]), ELSEWHERE);
    }
}
