//! Records of an XLS of which its reader takes the lengths at their word, and ends the whole process where they lead beyond a
//! record's end. What nobody here needs of them is taken out; a text or a sheet that is damaged refuses the file; a formula stays
//! where each of its tokens is whole. Records are those of [MS-XLS] 2.4, tokens those of 2.5.198.

use super::xls_stream::{BEGIN, BOUND_SHEET, END, MUL_RK, XlsRecord, part_records, records, short};
use crate::unreadable::Unreadable;

/// A kind of record that nobody knows.
const NOBODYS: [u8; 2] = [0xFF, 0x0F];

const FORMULA: u16 = 0x0006;
const EXTERN_SHEET: u16 = 0x0017;
const NAME: u16 = 0x0018;
const DATE_MODE: u16 = 0x0022;
const PASSWORD: u16 = 0x002F;
const CONTINUE: u16 = 0x003C;
const CODE_PAGE: u16 = 0x0042;
const MERGED: u16 = 0x00E5;
const SHARED_TEXTS: u16 = 0x00FC;

/// Where in a formula's record the length of its tokens is; they come after it.
const TOKENS: usize = 20;

/// Makes a workbook's stream one that its reader reads to the end; `sheets` are where the sheets begin.
///
/// # Errors
/// When it is damaged where it is needed.
pub(super) fn mend(stream: &mut [u8], sheets: &[usize]) -> Result<(), Unreadable> {
    let is_flagged = is_flagged(stream);
    for is_second in [false, true] {
        for start in std::iter::once(0).chain(sheets.iter().copied()) {
            // Records that overlap undo one another's mending.
            if mend_from(stream, start, is_flagged)? && is_second {
                return Err(Unreadable::damaged("BoundSheet8"));
            }
        }
    }
    Ok(())
}

/// Whether texts say in a byte of flags how wide their letters are, as they do since 1997.
fn is_flagged(stream: &[u8]) -> bool {
    let beginning = records(stream, 0)
        .take_while(|record| record.kind != END)
        .filter(|record| record.kind == BEGIN)
        .last();
    let Some(beginning) = beginning else {
        return true;
    };
    let data = &stream[beginning.data];
    match short(data, 0) {
        0x0002 | 0x0007 | 0x0200 | 0x0300 | 0x0400 | 0x0500 => false,
        0 => short(data, 2) != 0x1000,
        _ => true,
    }
}

/// Mends the records from a place on, to the end of what begins there; whether there was something to mend.
fn mend_from(stream: &mut [u8], start: usize, is_flagged: bool) -> Result<bool, Unreadable> {
    let found: Vec<XlsRecord> = part_records(stream, start).collect();
    let mut mended = false;
    for (at, record) in found.iter().enumerate() {
        let data = &mut stream[record.data.clone()];
        match record.kind {
            NAME | EXTERN_SHEET | MERGED => {
                let kind = record.data.start - 4;
                stream[kind..kind + 2].copy_from_slice(&NOBODYS);
                mended = true;
            }
            FORMULA if !is_whole(data, is_flagged) => {
                let kind = record.data.start - 4;
                match data.get_mut(TOKENS..TOKENS + 2) {
                    Some(length) => length.fill(0),
                    None => stream[kind..kind + 2].copy_from_slice(&NOBODYS),
                }
                mended = true;
            }
            SHARED_TEXTS if data.len() >= 8 => {
                let further = found[at + 1..]
                    .iter()
                    .take_while(|record| record.kind == CONTINUE);
                let parts = std::iter::once(record.data.start + 8..record.data.end)
                    .chain(further.map(|record| record.data.clone()));
                SharedTexts::of(parts.map(|part| &stream[part]).collect()).walk()?;
            }
            kind => expect_length(kind, data)?,
        }
    }
    Ok(mended)
}

/// Refuses a record that is shorter than all of its kind are, or whose last column comes before its first.
fn expect_length(kind: u16, data: &[u8]) -> Result<(), Unreadable> {
    let is_whole = match kind {
        BEGIN | DATE_MODE | PASSWORD | CODE_PAGE => data.len() >= 2,
        BOUND_SHEET => data.len() >= 6,
        MUL_RK => short(data, data.len().saturating_sub(2)) >= short(data, 2),
        _ => true,
    };
    if is_whole {
        Ok(())
    } else {
        Err(Unreadable::damaged(format_args!("record {kind:#06x}")))
    }
}

/// Whether a formula's tokens end where they say, each of them within the record.
fn is_whole(data: &[u8], is_flagged: bool) -> bool {
    let length = usize::from(short(data, TOKENS));
    let Some(mut tokens) = data.get(TOKENS + 2..TOKENS + 2 + length) else {
        return false;
    };
    while let Some((kind, rest)) = tokens.split_first() {
        match token_length(*kind, rest, is_flagged) {
            Some(length) if length <= rest.len() => tokens = &rest[length..],
            Some(_) => return false,
            // Its reader goes no further.
            None => return true,
        }
    }
    true
}

/// Returns how many bytes follow a token's first; `None` for one that its reader refuses.
fn token_length(kind: u8, rest: &[u8], is_flagged: bool) -> Option<usize> {
    let byte = |at: usize| rest.get(at).copied().map_or(0, usize::from);
    match kind {
        0x03..=0x16 => Some(0),
        0x17 if is_flagged => Some(2 + byte(0) * (1 + byte(1) % 2)),
        0x17 => Some(1 + byte(0)),
        0x18 => Some(5),
        0x19 if byte(0) == 0x04 => Some(3 + 2 * (usize::from(short(rest, 1)) + 1)),
        0x19 => Some(3),
        0x1C | 0x1D => Some(1),
        0x01 => Some(4),
        0x1E => Some(2),
        0x1F => Some(8),
        0x20..=0x7F => operand_length(kind & 0x1F | 0x20, rest, is_flagged),
        _ => None,
    }
}

/// Returns the same of a token that comes in three classes, told by the first of them.
fn operand_length(kind: u8, rest: &[u8], is_flagged: bool) -> Option<usize> {
    // A row has one more than its number, and a name one less; either must be a number.
    let is_last_row = |at: usize| short(rest, at) == u16::MAX;
    let is_beyond = match kind {
        0x23 => short(rest, 0) == 0 && short(rest, 2) == 0,
        0x24 => is_last_row(0),
        0x3A => is_last_row(2),
        _ => false,
    };
    let length = match kind {
        0x20 => 7,
        0x21 => 2,
        0x22 => 3,
        0x23 => 4,
        0x24 | 0x2A => 3 + usize::from(is_flagged),
        0x25 | 0x2B => 6 + 2 * usize::from(is_flagged),
        0x39 | 0x3A | 0x3C => 6,
        0x3B | 0x3D => 10,
        _ => return None,
    };
    Some(if is_beyond { usize::MAX } else { length })
}

/// The way through the shared texts, which go on in further records wherever one is full.
struct SharedTexts<'s> {
    /// What is left of the record.
    data: &'s [u8],
    further: std::vec::IntoIter<&'s [u8]>,
}

impl<'s> SharedTexts<'s> {
    fn of(parts: Vec<&'s [u8]>) -> SharedTexts<'s> {
        let mut further = parts.into_iter();
        SharedTexts {
            data: further.next().unwrap_or_default(),
            further,
        }
    }

    /// Goes through all texts, as far as their reader does.
    fn walk(mut self) -> Result<(), Unreadable> {
        while !self.data.is_empty() || self.go_on() {
            if !self.data.is_empty() && !self.text()? {
                break;
            }
        }
        Ok(())
    }

    /// Goes on with the next record, if there is one.
    fn go_on(&mut self) -> bool {
        let next = self.further.next();
        self.data = next.unwrap_or(self.data);
        next.is_some()
    }

    /// Takes bytes that must be in this record.
    fn take(&mut self, length: usize) -> Result<&'s [u8], Unreadable> {
        let (taken, rest) = self
            .data
            .split_at_checked(length)
            .ok_or_else(|| Unreadable::damaged("SST"))?;
        self.data = rest;
        Ok(taken)
    }

    /// Passes a text; whether its reader goes on after it.
    fn text(&mut self) -> Result<bool, Unreadable> {
        if self.data.len() < 3 {
            return Ok(false);
        }
        let head = self.take(3)?;
        let (letters, flags) = (usize::from(short(head, 0)), head[2]);
        let mut after = 0;
        if flags & 8 != 0 {
            after += 4 * usize::from(short(self.take(2)?, 0));
        }
        if flags & 4 != 0 {
            let bytes = self.take(4)?;
            let length = i32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
            after = usize::try_from(length).map_or(usize::MAX, |length| after + length);
        }
        Ok(self.letters(letters, flags)? && self.pass(after))
    }

    /// Passes letters; where a record is full, the next one says anew how wide they are.
    fn letters(&mut self, mut letters: usize, mut flags: u8) -> Result<bool, Unreadable> {
        while letters > 0 {
            let width = usize::from(flags & 1) + 1;
            let here = (self.data.len() / width).min(letters);
            self.data = &self.data[here * width..];
            letters -= here;
            if letters > 0 {
                if !self.go_on() {
                    return Ok(false);
                }
                flags = self.take(1)?[0];
            }
        }
        Ok(true)
    }

    /// Passes bytes, over records; whether there were so many.
    fn pass(&mut self, mut length: usize) -> bool {
        while length > 0 {
            if self.data.is_empty() && !self.go_on() {
                return false;
            }
            let here = self.data.len().min(length);
            self.data = &self.data[here..];
            length -= here;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    fn formula(tokens: &[u8]) -> Vec<u8> {
        let length = u16::try_from(tokens.len()).unwrap();
        [&[0; 20][..], &length.to_le_bytes(), tokens].concat()
    }

    #[test]
    fn formulas_stay_where_their_tokens_are_whole() {
        for (tokens, whole) in [
            (&b"\x17\x03\0abc\x1e\x05\0\x42\x02\x67\x01"[..], true),
            (b"\x17\x04\0abc", false),
            (b"\x17\x02\x01abcd", true),
            (b"\x17\x02\x01abc", false),
            (b"\x24\0\0\0\xc0\x25\0\0\0\0\0\0\0\0\x10", true),
            (b"\x24\xff\xff\0\0", false),
            (b"\x24\0\0", false),
            (b"\x43\0\0\0\0", false),
            (b"\x19\x04\x01\0\0\0\0\0", true),
            (b"\x19\x04\xff\xff", false),
            (b"\x7f anything", true),
        ] {
            assert_eq!(is_whole(&formula(tokens), true), whole, "{tokens:x?}");
        }
        let mut longer = formula(b"\x1e\x05\0");
        longer[TOKENS] = 200;
        assert!(!is_whole(&longer, true));
        assert!(!is_whole(&[0; 20], true));
    }

    #[test]
    fn what_is_not_needed_is_taken_out_and_a_damaged_text_refuses_the_file() {
        let whole = |records: &[Vec<u8>]| {
            let begin = record(BEGIN, &[0, 6, 5, 0]);
            [&[begin], records, &[record(END, &[])]].concat().concat()
        };
        let mut stream = whole(&[
            record(NAME, &[1; 3]),
            record(MERGED, &[9, 0]),
            record(FORMULA, &formula(b"\x24")),
            record(FORMULA, &[0; 20]),
        ]);
        mend(&mut stream, &[]).unwrap();
        let kinds: Vec<u16> = records(&stream, 0).map(|record| record.kind).collect();
        assert_eq!(kinds, [BEGIN, 0x0FFF, 0x0FFF, FORMULA, 0x0FFF, END]);
        let texts = |data: &[u8], further: &[&[u8]]| {
            let mut all = vec![record(SHARED_TEXTS, &[&[0; 8], data].concat())];
            all.extend(further.iter().map(|data| record(CONTINUE, data)));
            mend(&mut whole(&all), &[]).is_ok()
        };
        assert!(texts(b"\x02\0\0ab\x01\0\x01c\0", &[]));
        assert!(texts(
            b"\x04\0\0ab",
            &[b"\x01c\0d\0\x01\0\x08\x01\0e....", b""]
        ));
        assert!(texts(b"\x04\0\0ab", &[]), "its reader says so");
        assert!(!texts(b"\x04\0\0ab", &[b"", b"x"]));
        assert!(!texts(b"\x01\0\x08\x01", &[]) && !texts(b"\x01\0\x04\x01\0\0", &[]));
        for short in [
            record(BOUND_SHEET, &[0; 5]),
            record(CODE_PAGE, &[1]),
            record(MUL_RK, &[0, 0, 5, 0, 4, 0]),
        ] {
            assert!(mend(&mut whole(&[short]), &[]).is_err());
        }
    }
}
