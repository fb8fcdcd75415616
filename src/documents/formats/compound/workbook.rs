//! Records of an XLS: shared texts, numbers, texts of cells, remarks. Of sheets that are read as tables elsewhere, what
//! their cells hold is not told again.
//!
//! Source: [MS-XLS].

mod shared_texts;

use crate::documents::part::DocumentPart;
use crate::documents::reading::{DocumentReading, Extent};
use crate::documents::text_runs;
use std::collections::{BTreeMap, BTreeSet};

const BEGIN: u16 = 0x0809;
const SHEET: u16 = 0x0085;
const FILEPASS: u16 = 0x002f;
const SHARED_TEXTS: u16 = 0x00fc;
const CONTINUE: u16 = 0x003c;
const SHARED_CELL: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const COMPACT_NUMBER: u16 = 0x027e;
const COMPACT_NUMBERS: u16 = 0x00bd;
/// Cells with texts of their own, and results of formulas.
const OTHER_CELLS: [u16; 3] = [0x0204, 0x0207, 0x00d6];

#[derive(Debug, Clone, Default)]
struct OldSheet {
    is_table: bool,
    is_hidden: bool,
}

/// A workbook that is read record by record.
#[derive(Default)]
struct WorkbookRecords<'b> {
    /// Sheets by where they begin.
    sheets: BTreeMap<usize, OldSheet>,
    /// The sheet that is open.
    sheet: OldSheet,
    /// The records of the shared texts.
    texts: Vec<&'b [u8]>,
    /// Shared texts in cells of tables.
    used: BTreeSet<u32>,
}

/// Tells every text and number in a workbook; false where it is encrypted.
pub(super) fn tell(bytes: &[u8], reading: &mut DocumentReading<'_, '_>) -> bool {
    let mut workbook = WorkbookRecords::default();
    let (mut at, mut last) = (0, 0);
    while let [low, high, short, long, data @ ..] = bytes.get(at..).unwrap_or(&[]) {
        let kind = u16::from_le_bytes([*low, *high]);
        let length = usize::from(u16::from_le_bytes([*short, *long])).min(data.len());
        let effective = if kind == CONTINUE { last } else { kind };
        if effective == FILEPASS {
            return false;
        }
        workbook.take(effective, at, &data[..length], reading);
        last = effective;
        at += 4 + length;
    }
    for (index, text) in (0..).zip(shared_texts::all(&workbook.texts)) {
        if !workbook.used.contains(&index) {
            reading.text(DocumentPart::Member("Workbook".to_owned()), text);
        }
    }
    true
}

impl<'b> WorkbookRecords<'b> {
    fn take(
        &mut self,
        kind: u16,
        at: usize,
        data: &'b [u8],
        reading: &mut DocumentReading<'_, '_>,
    ) {
        let is_table = self.sheet.is_table;
        match kind {
            BEGIN => self.sheet = self.sheets.get(&at).cloned().unwrap_or_default(),
            SHEET => self.add_sheet(data, reading.extent),
            SHARED_TEXTS => self.texts.push(data),
            SHARED_CELL if is_table => self.used.extend(four(data, 6)),
            SHARED_CELL => {}
            NUMBER | COMPACT_NUMBER | COMPACT_NUMBERS if is_table => {}
            NUMBER | COMPACT_NUMBER | COMPACT_NUMBERS => self.numbers(kind, data, reading),
            _ if is_table && OTHER_CELLS.contains(&kind) => {}
            _ => {
                for run in text_runs::of(data) {
                    reading.text(self.part(), run);
                }
            }
        }
    }

    fn part(&self) -> DocumentPart {
        let name = "Workbook".to_owned();
        if self.sheet.is_hidden {
            DocumentPart::Hidden(name)
        } else {
            DocumentPart::Member(name)
        }
    }

    /// Takes in where a sheet begins, what it is called and whether it is shown.
    fn add_sheet(&mut self, data: &[u8], extent: Extent<'_>) {
        let (Some(start), Some([hidden, _, length, flags, name @ ..])) =
            (four(data, 0), data.get(4..))
        else {
            return;
        };
        let length = usize::from(*length);
        let name = if flags & 1 == 0 {
            name.iter()
                .take(length)
                .map(|byte| char::from(*byte))
                .collect()
        } else {
            let (name, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(name);
            name.chars().take(length).collect::<String>()
        };
        let is_table =
            matches!(extent, Extent::BesideTables(names) if names.contains(&name.as_str()));
        let sheet = OldSheet {
            is_table,
            is_hidden: *hidden & 3 != 0,
        };
        self.sheets.insert(start as usize, sheet);
    }

    fn numbers(&self, kind: u16, data: &[u8], reading: &mut DocumentReading<'_, '_>) {
        let mut tell = |number: f64| {
            if number.fract() == 0.0 && number.abs() >= 1e6 {
                reading.text(self.part(), format!("{number:.0}"));
            }
        };
        match kind {
            NUMBER => {
                let eight = data.get(6..14).and_then(|eight| eight.try_into().ok());
                eight
                    .map(f64::from_le_bytes)
                    .into_iter()
                    .for_each(&mut tell);
            }
            COMPACT_NUMBER => four(data, 6).map(compact).into_iter().for_each(&mut tell),
            _ => {
                let mut at = 6;
                while let Some(number) = four(data, at).filter(|_| at + 6 <= data.len()) {
                    tell(compact(number));
                    at += 6;
                }
            }
        }
    }
}

fn four(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

/// Returns the number that four bytes are: a whole one, or the upper half of a double; in hundredths, where so said.
fn compact(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compact_numbers_are_those_of_the_standard() {
        assert!((compact(0x3ff0_0000) - 1.0).abs() < 1e-9);
        assert!((compact(0x0000_0066) - 25.0).abs() < 1e-9);
        assert!((compact(0x0000_0067) - 0.25).abs() < 1e-9);
    }
}
