//! The stream of an XLS workbook as a row of records ([MS-XLS] 2.1.4), found where they say they are.

pub(super) const BEGIN: u16 = 0x0809;
pub(super) const END: u16 = 0x000A;
pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const MUL_RK: u16 = 0x00BD;

/// A record's kind, and where its data are in the stream.
pub(super) struct XlsRecord {
    pub(super) kind: u16,
    pub(super) data: std::ops::Range<usize>,
}

/// Returns the number in two bytes; 0 where they are not there.
pub(super) fn short(bytes: &[u8], at: usize) -> u16 {
    bytes
        .get(at..at + 2)
        .map_or(0, |b| u16::from_le_bytes([b[0], b[1]]))
}

/// Returns the records from a place on, as far as they are whole.
pub(super) fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = XlsRecord> {
    std::iter::from_fn(move || {
        let start = at + 4;
        let end = start + usize::from(short(stream, at + 2));
        let kind = (end <= stream.len()).then(|| short(stream, at))?;
        at = end;
        Some(XlsRecord {
            kind,
            data: start..end,
        })
    })
}

/// Returns the records of the part that begins at a place, the last being its end; what is drawn within it has an end of its own.
pub(super) fn part_records(stream: &[u8], at: usize) -> impl Iterator<Item = XlsRecord> {
    let (mut depth, mut is_over) = (0u32, false);
    records(stream, at).take_while(move |record| {
        let is_within = !is_over;
        match record.kind {
            BEGIN => depth += 1,
            END if depth <= 1 => is_over = true,
            END => depth -= 1,
            _ => {}
        }
        is_within
    })
}
