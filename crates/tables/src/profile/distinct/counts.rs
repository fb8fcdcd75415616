//! How often each of some texts occurs. A map made for this one use: the hash is known already and needed again, the
//! texts are one after another in one piece of memory, and nothing is ever taken out.

/// Texts and how often each was added.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextCounts {
    /// As many as a power of two; one that nothing was added to has no count. Everything that is asked of a text is
    /// together, because what takes time is not the asking but the way to memory.
    slots: Vec<Slot>,
    filled: usize,
    texts: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u64,
    count: u64,
    /// Offset of its text in `texts`.
    start: u32,
    length: u32,
}

/// Bytes that the hash takes in at once.
const ONE_WORD: usize = 8;
/// Slots before the first text.
const FEWEST: usize = 64;
/// Slots that the nearest cache does not hold together with all else.
const MANY: usize = 1024;

impl TextCounts {
    /// Adds texts, whose hashes these are.
    pub(crate) fn add_all(&mut self, texts: &[&str], hashes: &[u64]) {
        if self.slots.len() > MANY {
            self.call_for(hashes);
        }
        for (text, hash) in texts.iter().zip(hashes) {
            self.add(text, *hash);
        }
    }

    /// Looks at every slot that is about to be asked. None of these looks waits for another, and so the memory of many
    /// is on its way at once.
    fn call_for(&self, hashes: &[u64]) {
        let mask = self.slots.len() - 1;
        let all = hashes
            .iter()
            .fold(0, |all, hash| all ^ self.slots[place(*hash) & mask].count);
        std::hint::black_box(all);
        // Now that the slots are near, the same for the texts that have to be compared.
        let long = hashes
            .iter()
            .map(|hash| &self.slots[place(*hash) & mask])
            .filter(|slot| slot.length as usize > ONE_WORD);
        let all = long.fold(0, |all, slot| all ^ self.first_byte(slot));
        std::hint::black_box(all);
    }

    #[inline]
    fn first_byte(&self, slot: &Slot) -> u8 {
        let text = self.texts.as_bytes().get(slot.start as usize);
        text.copied().unwrap_or(0)
    }

    /// Adds a text, whose hash this is.
    #[inline]
    pub(crate) fn add(&mut self, text: &str, hash: u64) {
        if self.filled * 3 >= self.slots.len() * 2 {
            self.grow();
        }
        let at = self.find(text, hash);
        let slot = &mut self.slots[at];
        slot.count += 1;
        if slot.count == 1 {
            *slot = Slot {
                hash,
                count: 1,
                start: u32::try_from(self.texts.len()).unwrap_or(u32::MAX),
                length: u32::try_from(text.len()).unwrap_or(u32::MAX),
            };
            self.texts.push_str(text);
            self.filled += 1;
        }
    }

    /// The slot of a text, or the one where it would be noted.
    #[inline]
    fn find(&self, text: &str, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = place(hash) & mask;
        loop {
            let slot = &self.slots[at];
            if slot.count == 0 || slot.hash == hash && self.is(slot, text) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether a slot of the same hash is of the same text. The hash of so few bytes that they are one word is made
    /// of steps that can each be undone, and so belongs to one text of its length.
    #[inline]
    fn is(&self, slot: &Slot, text: &str) -> bool {
        slot.length as usize == text.len() && (text.len() <= ONE_WORD || self.text(slot) == text)
    }

    fn text(&self, slot: &Slot) -> &str {
        &self.texts[slot.start as usize..(slot.start + slot.length) as usize]
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(FEWEST);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.count > 0) {
            let mut at = place(slot.hash) & (size - 1);
            while self.slots[at].count > 0 {
                at = (at + 1) & (size - 1);
            }
            self.slots[at] = slot;
        }
    }

    /// Returns the number of different texts.
    pub(crate) fn len(&self) -> usize {
        self.filled
    }

    /// Bytes of the different texts.
    pub(crate) fn bytes(&self) -> usize {
        self.texts.len()
    }

    /// Whether a text was added.
    pub(crate) fn has(&self, text: &str, hash: u64) -> bool {
        !self.slots.is_empty() && self.slots[self.find(text, hash)].count > 0
    }

    fn full(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.count > 0)
    }

    /// The hash of each text, in no order that means anything.
    pub(crate) fn hashes(&self) -> impl Iterator<Item = u64> {
        self.full().map(|slot| slot.hash)
    }

    /// Each text and how often it was added, in no order that means anything.
    pub(crate) fn each(&self) -> impl Iterator<Item = (&str, u64)> {
        self.full().map(|slot| (self.text(slot), slot.count))
    }
}

#[allow(clippy::cast_possible_truncation)]
fn place(hash: u64) -> usize {
    hash as usize
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::TextCounts;

    #[test]
    fn counts_are_those_of_an_ordered_map() {
        let mut counts = TextCounts::default();
        let mut known = std::collections::BTreeMap::new();
        for n in 0..3_000_u64 {
            let text = (n * n % 701).to_string();
            counts.add(&text, hash(&text));
            *known.entry(text).or_insert(0) += 1;
        }
        let more = ["", "12", "a text that is not short"];
        counts.add_all(&more, &more.map(hash));
        more.iter()
            .for_each(|text| *known.entry((*text).to_owned()).or_insert(0) += 1);
        // Texts of one hash are told apart.
        counts.add("a long text", 7);
        counts.add("another one", 7);
        known.extend([("a long text".to_owned(), 1), ("another one".to_owned(), 1)]);
        let mut all: Vec<_> = counts
            .each()
            .map(|(text, n)| (text.to_owned(), n))
            .collect();
        all.sort();
        assert_eq!(all, known.into_iter().collect::<Vec<_>>());
        assert!(
            counts.has("a long text", 7)
                && !counts.has("one more ..", 7)
                && !TextCounts::default().has("a", 7)
        );
    }
}
