//! Shared strings: texts that a workbook holds once, and its cells refer to by index. A column whose texts seldom come again has them in
//! its cells, and so has every column when there is no more room: what is shared is held in memory.

use super::escape::push_text_element;
use crate::profile::hash;

/// Texts that are shared, at most; as many slots again stay free, so that a text is found at once.
const MOST: usize = 32 * 1024;
const SLOTS: usize = 2 * MOST;
/// Bytes of them, at most.
const MOST_BYTES: usize = 4 << 20;
/// Different texts of one column that are shared; one with more has names or descriptions in it, and no words of a list.
const MOST_OF_COLUMN: usize = 4 * 1024;

/// The texts, and which columns have them.
#[derive(Default)]
pub(super) struct WorkbookTexts {
    texts: Vec<Box<str>>,
    bytes: usize,
    /// The number of a text, and 1; 0 where none is.
    slots: Vec<u32>,
    /// Different texts that came with each column of this sheet.
    by_column: Vec<usize>,
    /// Cells that have them.
    cells: u64,
}

impl WorkbookTexts {
    /// Forgets what columns there were.
    pub(super) fn begin_sheet(&mut self) {
        self.by_column.clear();
    }

    /// Returns the number of a text in this column; none where it is written inline.
    #[inline]
    pub(super) fn number(&mut self, column: usize, text: &str) -> Option<u32> {
        if column >= self.by_column.len() {
            self.by_column.resize(column + 1, 0);
        }
        if self.by_column[column] >= MOST_OF_COLUMN {
            return None;
        }
        if self.slots.is_empty() {
            self.slots = vec![0; SLOTS];
        }
        // A number below the number of slots, which is a power of two.
        let mut slot = usize::try_from(hash(text) % SLOTS as u64).unwrap_or(0);
        loop {
            let Some(number) = self.slots[slot].checked_sub(1) else {
                let number = self.add(column, text)?;
                self.slots[slot] = number + 1;
                return Some(number);
            };
            if *self.texts[number as usize] == *text {
                self.cells += 1;
                return Some(number);
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    fn add(&mut self, column: usize, text: &str) -> Option<u32> {
        if self.texts.len() >= MOST || self.bytes + text.len() > MOST_BYTES {
            return None;
        }
        let number = u32::try_from(self.texts.len()).ok()?;
        self.by_column[column] += 1;
        self.bytes += text.len();
        self.cells += 1;
        self.texts.push(text.into());
        Some(number)
    }

    /// Returns the workbook's part with these texts.
    pub(super) fn into_part(self) -> String {
        let mut xml = String::with_capacity(self.bytes + 24 * self.texts.len() + 256);
        xml.push_str(super::parts::DECLARATION);
        xml.push_str(&format!(
            "<sst xmlns=\"{}\" count=\"{}\" uniqueCount=\"{}\">",
            super::parts::MAIN,
            self.cells,
            self.texts.len()
        ));
        for text in &self.texts {
            xml.push_str("<si>");
            push_text_element(&mut xml, text);
            xml.push_str("</si>");
        }
        xml.push_str("</sst>");
        xml
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_many_texts_shares_no_more_of_them() {
        let mut texts = WorkbookTexts::default();
        assert_eq!([0, 1].map(|at| texts.number(at, "a")), [Some(0); 2]);
        for at in 1..MOST_OF_COLUMN {
            assert!(texts.number(0, &format!("name {at}")).is_some());
        }
        assert_eq!(texts.number(0, "one more"), None);
        assert_eq!(texts.number(0, "a"), None, "it is not looked for any more");
        assert_eq!(texts.number(1, "name 7"), Some(7));
        // A sheet's columns are not those of the next one.
        texts.begin_sheet();
        assert_eq!(texts.number(0, "a"), Some(0));
    }

    #[test]
    fn shared_texts_end_at_a_number_and_at_their_bytes() {
        let mut texts = WorkbookTexts::default();
        for at in 0..=MOST {
            let number = texts.number(at / 4000, &at.to_string());
            assert_eq!(number.is_some(), at < MOST, "{at}");
        }
        assert_eq!(texts.number(20, "0"), Some(0), "what is shared stays so");
        let mut texts = WorkbookTexts::default();
        let long = "x".repeat(MOST_BYTES / 2);
        assert_eq!(texts.number(0, &long), Some(0));
        assert_eq!(texts.number(0, &format!("{long}y")), None);
        assert_eq!(texts.number(0, "short"), Some(1));
    }
}
