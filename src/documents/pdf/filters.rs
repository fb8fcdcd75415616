//! What a stream of a PDF is packed with (ISO 32000-1, 7.4), never more than may be unpacked.

use super::lexer::hexadecimal_pair;
use super::value::{PdfDict, PdfValue, whole};
use flate2::{Decompress, FlushDecompress, Status};

/// What the bytes of a stream are, once unpacked as far as they are text.
pub(super) enum Unpacked {
    Bytes(Vec<u8>),
    /// A picture in a format of its own: `DCTDecode` and the bytes of the JPEG.
    Picture(String, Vec<u8>),
    /// A filter that is not known here, or that is broken from the beginning.
    Unknown,
    /// There is more than may be unpacked.
    TooMuch,
}

/// Filters of one stream.
const MOST_FILTERS: usize = 8;

/// Unpacks a stream; `most` is how many bytes may come out of each filter.
pub(super) fn unpack(mut bytes: Vec<u8>, filters: &[(String, PdfDict)], most: usize) -> Unpacked {
    for (name, parameters) in filters.iter().take(MOST_FILTERS) {
        let unpacked = match name.as_str() {
            "FlateDecode" | "Fl" => flate(&bytes, most),
            "LZWDecode" | "LZW" => lzw(&bytes, parameters, most),
            "ASCII85Decode" | "A85" => Some(ascii_85(&bytes)),
            "ASCIIHexDecode" | "AHx" => Some(ascii_hexadecimal(&bytes)),
            "RunLengthDecode" | "RL" => run_length(&bytes, most),
            "Crypt" => continue,
            "DCTDecode" | "DCT" | "JPXDecode" | "JBIG2Decode" | "CCITTFaxDecode" | "CCF" => {
                return Unpacked::Picture(name.clone(), bytes);
            }
            _ => return Unpacked::Unknown,
        };
        let Some(unpacked) = unpacked else {
            return Unpacked::TooMuch;
        };
        bytes = predicted(unpacked, parameters);
    }
    Unpacked::Bytes(bytes)
}

/// Inflates as far as the data are whole: what follows damage is lost, and what is before it is not.
fn flate(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let out = inflate(packed, true, most)?;
    if out.is_empty() && packed.len() > 2 {
        // Some writers leave out the two bytes in front, or write wrong ones.
        let bare = inflate(packed, false, most)?;
        return if bare.is_empty() {
            inflate(&packed[2..], false, most)
        } else {
            Some(bare)
        };
    }
    Some(out)
}

fn inflate(packed: &[u8], with_header: bool, most: usize) -> Option<Vec<u8>> {
    const STEP: usize = 1 << 16;
    let mut state = Decompress::new(with_header);
    let mut out = Vec::new();
    loop {
        out.reserve(STEP);
        let read = usize::try_from(state.total_in()).unwrap_or(packed.len());
        let before = out.len();
        let rest = packed.get(read..).unwrap_or(&[]);
        let status = state.decompress_vec(rest, &mut out, FlushDecompress::None);
        if out.len() > most {
            return None;
        }
        let stuck = out.len() == before && usize::try_from(state.total_in()).unwrap_or(0) == read;
        if stuck || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            return Some(out);
        }
    }
}

/// Unpacks LZW: codes of 9 to 12 bits, each a string that was seen before (7.4.4).
fn lzw(packed: &[u8], parameters: &PdfDict, most: usize) -> Option<Vec<u8>> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let early = usize::from(parameters.get("EarlyChange").and_then(PdfValue::number) != Some(0.0));
    let mut bits = LzwBits { packed, at: 0 };
    let mut strings = LzwStrings::default();
    while let Some(code) = bits.next(strings.width(early)) {
        match code {
            END => break,
            CLEAR => strings.clear(),
            _ if strings.take(code) => {}
            _ => break,
        }
        if strings.out.len() > most {
            return None;
        }
    }
    Some(strings.out)
}

/// What was unpacked, and where in it each string of the table is, with its length.
#[derive(Default)]
struct LzwStrings {
    out: Vec<u8>,
    table: Vec<(usize, usize)>,
    last: Option<(usize, usize)>,
}

impl LzwStrings {
    /// The first code of a string of several bytes.
    const FIRST: usize = 258;

    fn clear(&mut self) {
        self.table.clear();
        self.last = None;
    }

    fn width(&self, early: usize) -> usize {
        match self.table.len() + Self::FIRST + early + 1 {
            0..=512 => 9,
            513..=1024 => 10,
            1025..=2048 => 11,
            _ => 12,
        }
    }

    /// Adds the string of a code; false where there is none.
    fn take(&mut self, code: usize) -> bool {
        let start = self.out.len();
        let known = code
            .checked_sub(Self::FIRST)
            .map(|index| self.table.get(index).copied());
        match (known, self.last) {
            (None, _) => self.out.push(u8::try_from(code).unwrap_or(0)),
            (Some(Some((from, length))), _) => self.out.extend_from_within(from..from + length),
            (Some(None), Some((from, length))) => {
                self.out.extend_from_within(from..from + length);
                self.out.push(self.out[from]);
            }
            (Some(None), None) => return false,
        }
        if let Some((from, length)) = self.last
            && self.table.len() < 4096 - Self::FIRST
        {
            // The string before and the first byte of this one, which follows it in the output.
            self.table.push((from, length + 1));
        }
        self.last = Some((start, self.out.len() - start));
        true
    }
}

struct LzwBits<'b> {
    packed: &'b [u8],
    /// In bits.
    at: usize,
}

impl LzwBits<'_> {
    fn next(&mut self, width: usize) -> Option<usize> {
        let mut code = 0;
        for bit in self.at..self.at + width {
            let byte = *self.packed.get(bit / 8)?;
            code = code << 1 | usize::from(byte >> (7 - bit % 8) & 1);
        }
        self.at += width;
        Some(code)
    }
}

fn ascii_85(text: &[u8]) -> Vec<u8> {
    let text = text.trim_ascii_start();
    let text = text.strip_prefix(b"<~").unwrap_or(text);
    let (mut out, mut group, mut count) = (Vec::new(), 0_u32, 0);
    for byte in text {
        match byte {
            b'z' if count == 0 => out.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    out.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        out.extend(&group.to_be_bytes()[..count - 1]);
    }
    out
}

fn ascii_hexadecimal(text: &[u8]) -> Vec<u8> {
    let end = text.iter().position(|b| *b == b'>').unwrap_or(text.len());
    let mut digits: Vec<u8> = (text[..end].iter().copied())
        .filter(u8::is_ascii_hexdigit)
        .collect();
    if digits.len() % 2 == 1 {
        digits.push(b'0');
    }
    (digits.chunks_exact(2))
        .filter_map(|pair| hexadecimal_pair(pair[0], pair[1]))
        .collect()
}

fn run_length(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(length) = packed.get(at) {
        at += 1;
        let length = usize::from(*length);
        match length {
            0..128 => {
                let end = (at + length + 1).min(packed.len());
                out.extend_from_slice(&packed[at..end]);
                at = end;
            }
            128 => break,
            _ => {
                let Some(byte) = packed.get(at) else { break };
                out.resize(out.len() + 257 - length, *byte);
                at += 1;
            }
        }
        if out.len() > most {
            return None;
        }
    }
    Some(out)
}

/// Undoes PNG's and TIFF's predictors (7.4.4.4), as far as rows are whole bytes.
fn predicted(bytes: Vec<u8>, parameters: &PdfDict) -> Vec<u8> {
    let parameter = |name: &str, otherwise: u32| {
        let given = parameters.get(name).and_then(PdfValue::number);
        given.map_or(otherwise, |number| whole(number, 1 << 20)) as usize
    };
    let predictor = parameter("Predictor", 1);
    let bits = parameter("Colors", 1) * parameter("BitsPerComponent", 8);
    let row = (bits * parameter("Columns", 1)).div_ceil(8);
    let pixel = bits.div_ceil(8).max(1);
    if predictor < 10 || row == 0 {
        return bytes;
    }
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0; row];
    for line in bytes.chunks(row + 1) {
        let start = out.len();
        for (i, byte) in line[1..].iter().enumerate() {
            let left = if i >= pixel {
                out[start + i - pixel]
            } else {
                0
            };
            let corner = if i >= pixel { above[i - pixel] } else { 0 };
            let guess = png_guess(line[0], left, above[i], corner);
            out.push(byte.wrapping_add(guess));
        }
        let written = out.len() - start;
        above[..written].copy_from_slice(&out[start..]);
    }
    out
}

/// Returns what a byte is told as the difference from.
fn png_guess(kind: u8, left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i32::from);
    match kind {
        1 => left,
        2 => up,
        3 => left.midpoint(up),
        4 => {
            let [from_a, from_b, from_c] = [a, b, c].map(|near| (a + b - c - near).abs());
            if from_a <= from_b && from_a <= from_c {
                left
            } else if from_b <= from_c {
                up
            } else {
                corner
            }
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unpacked(bytes: &[u8], filters: &[&str]) -> Vec<u8> {
        let filters: Vec<_> = (filters.iter())
            .map(|name| ((*name).to_owned(), PdfDict::new()))
            .collect();
        match unpack(bytes.to_vec(), &filters, 1 << 16) {
            Unpacked::Bytes(bytes) => bytes,
            Unpacked::Picture(..) => b"picture".to_vec(),
            Unpacked::Unknown => b"unknown".to_vec(),
            Unpacked::TooMuch => b"too much".to_vec(),
        }
    }

    #[test]
    fn each_filter_unpacks_what_the_standard_packs() {
        // The example of 7.4.4.2.
        let lzw = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(
            unpacked(&lzw, &["LZWDecode"]),
            [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]
        );
        assert_eq!(unpacked(b"<~87cURD]j7BEbo80~>", &["A85"]), b"Hello world!");
        assert_eq!(unpacked(b"48 65 6C6c 6F>", &["AHx"]), b"Hello");
        assert_eq!(
            unpacked(&[1, b'a', b'b', 254, b'c', 128], &["RL"]),
            b"abccc"
        );
        assert_eq!(unpacked(b"abc", &["Other"]), b"unknown");
    }

    #[test]
    fn bombs_end_where_the_limit_is() {
        use std::io::Write;
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(9));
        packer.write_all(&vec![0; 1 << 20]).unwrap();
        let packed = packer.finish().unwrap();
        assert_eq!(unpacked(&packed, &["FlateDecode"]), b"too much");
        assert_eq!(
            unpacked(&packed[2..packed.len() / 2], &["FlateDecode"]),
            b"too much"
        );
        assert_eq!(unpacked(&[129, 0].repeat(9999), &["RL"]), b"too much");
        assert_eq!(unpacked(b"", &["Fl", "LZW", "RL", "A85"]), b"");
    }
}
