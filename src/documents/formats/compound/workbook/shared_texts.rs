//! Texts that the cells of an XLS share: one list over several records, of which each may begin within a text.

/// Returns the texts, in their order, as far as the list is whole.
pub(super) fn all(records: &[&[u8]]) -> Vec<String> {
    let mut list = TextList {
        records,
        record: 0,
        at: 8,
    };
    let mut texts = Vec::new();
    while let Some(text) = list.text() {
        texts.push(text);
    }
    texts
}

struct TextList<'r> {
    records: &'r [&'r [u8]],
    record: usize,
    at: usize,
}

impl TextList<'_> {
    /// Moves to the next record where this one is at its end.
    fn byte(&mut self) -> Option<u8> {
        loop {
            if let Some(byte) = self.records.get(self.record)?.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            self.record += 1;
            self.at = 0;
        }
    }

    fn number(&mut self, bytes: u32) -> Option<usize> {
        let mut number = 0;
        for place in 0..bytes {
            number |= usize::from(self.byte()?) << (8 * place);
        }
        Some(number)
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number(2)?;
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let more = if flags & 4 == 0 { 0 } else { self.number(4)? };
        let text = self.letters(length, flags & 1 == 1)?;
        let behind = runs.saturating_mul(4).saturating_add(more);
        for _ in 0..behind {
            self.byte()?;
        }
        Some(text)
    }

    /// Returns the letters of a text; the record that goes on with them says anew whether they are of two bytes.
    fn letters(&mut self, length: usize, mut is_wide: bool) -> Option<String> {
        let mut units = Vec::with_capacity(length);
        while units.len() < length {
            if self.at >= self.records.get(self.record)?.len() {
                is_wide = self.byte()? & 1 == 1;
            }
            let low = u16::from(self.byte()?);
            let high = if is_wide { u16::from(self.byte()?) } else { 0 };
            units.push(high << 8 | low);
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_record_in_letters_of_another_width() {
        let first = b"\0\0\0\0\0\0\0\0\x02\0\0Ab\x04\0\x08\x01\0CD";
        let second = b"\x01E\0\xf1\0rrrr\x01\0\0Z";
        assert_eq!(all(&[first, second]), ["Ab", "CDEñ", "Z"]);
        assert!(all(&[]).is_empty() && all(&[b"\0\0\0\0\0\0\0\0\xff\xff"]).is_empty());
    }
}
