//! How often each of some texts occurs. A map made for this one use: the hash is known already and needed again, the
//! texts stand one after another in one piece of memory, and nothing is ever taken out.

/// Texts and how often each was added.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// For each slot the number of its entry, from 1, and half of its text's hash; as many as a power of two.
    slots: Vec<(u32, u32)>,
    entries: Vec<Entry>,
    texts: String,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u64,
    count: u64,
    /// Where its text stands.
    start: u32,
    length: u32,
}

/// Bytes that the hash takes in at once.
const ONE_WORD: usize = 8;
/// Slots before the first text.
const FEWEST: usize = 64;

impl Counts {
    /// Adds a text, whose hash this is.
    pub fn add(&mut self, text: &str, hash: u64) {
        if self.entries.len() * 2 >= self.slots.len() {
            self.grow();
        }
        match self.find(text, hash) {
            Ok(at) => self.entries[at].count += 1,
            Err(slot) => {
                let [start, length] = [self.texts.len(), text.len()].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
                self.texts.push_str(text);
                self.entries.push(Entry { hash, count: 1, start, length });
                self.slots[slot] = (u32::try_from(self.entries.len()).unwrap_or(u32::MAX), half(hash));
            }
        }
    }

    /// The entry of a text, or the slot where it would be noted.
    fn find(&self, text: &str, hash: u64) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = place(hash) & mask;
        loop {
            let (number, known) = self.slots[slot];
            if number == 0 {
                return Err(slot);
            }
            let at = number as usize - 1;
            if known == half(hash) && self.entries[at].hash == hash && self.is(at, text) {
                return Ok(at);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Whether an entry of the same hash is of the same text. The hash of so few bytes that they are one word is made
    /// of steps that can each be undone, and so belongs to one text of its length.
    fn is(&self, at: usize, text: &str) -> bool {
        self.entries[at].length as usize == text.len() && (text.len() <= ONE_WORD || self.text(at) == text)
    }

    fn text(&self, at: usize) -> &str {
        let Entry { start, length, .. } = self.entries[at];
        &self.texts[start as usize..(start + length) as usize]
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(FEWEST);
        self.slots.clear();
        self.slots.resize(size, (0, 0));
        for (entry, number) in self.entries.iter().zip(1..) {
            let mut slot = place(entry.hash) & (size - 1);
            while self.slots[slot].0 != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = (number, half(entry.hash));
        }
    }

    /// Different texts.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Bytes of the different texts.
    pub fn bytes(&self) -> usize {
        self.texts.len()
    }

    /// Whether a text was added.
    pub fn has(&self, text: &str, hash: u64) -> bool {
        !self.slots.is_empty() && self.find(text, hash).is_ok()
    }

    /// The hash of each text.
    pub fn hashes(&self) -> impl Iterator<Item = u64> {
        self.entries.iter().map(|entry| entry.hash)
    }

    /// Each text and how often it was added.
    pub fn each(&self) -> impl Iterator<Item = (&str, u64)> {
        (0..self.len()).map(|at| (self.text(at), self.entries[at].count))
    }
}

#[allow(clippy::cast_possible_truncation)]
fn place(hash: u64) -> usize {
    hash as usize
}

/// The half of a hash that does not tell the slot.
fn half(hash: u64) -> u32 {
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::Counts;

    #[test]
    fn counts_are_those_of_an_ordered_map() {
        let mut counts = Counts::default();
        let mut known = std::collections::BTreeMap::new();
        for n in 0..3_000_u64 {
            let text = (n * n % 701).to_string();
            counts.add(&text, hash(&text));
            *known.entry(text).or_insert(0) += 1;
        }
        counts.add("", hash(""));
        known.insert(String::new(), 1);
        // Texts of one hash are told apart.
        counts.add("a long text", 7);
        counts.add("another one", 7);
        known.extend([("a long text".to_owned(), 1), ("another one".to_owned(), 1)]);
        let mut all: Vec<_> = counts.each().map(|(text, n)| (text.to_owned(), n)).collect();
        all.sort();
        assert_eq!(all, known.into_iter().collect::<Vec<_>>());
        assert!(counts.has("a long text", 7) && !counts.has("one more ..", 7) && !Counts::default().has("a", 7));
    }
}
