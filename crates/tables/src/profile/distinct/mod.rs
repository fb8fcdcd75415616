//! How many different values: counted exactly up to a limit, estimated past it.

mod counts;

use counts::TextCounts;

/// Different values of one column that are counted exactly, at most.
const EXACT_VALUES: usize = 50_000;
/// Bytes of different values kept for one column, at most.
const EXACT_BYTES: usize = 2 << 20;
/// Different values of all columns of a table that are counted exactly, at most.
const EXACT_IN_TABLE: usize = 500_000;
/// Bits of a hash that choose a register: 2^12 registers estimate within about 1.6 %.
const REGISTER_BITS: u32 = 12;
/// Values kept as the most frequent.
const MOST_FREQUENT: usize = 10;

/// Counts the different values of a column, exactly up to a limit.
#[derive(Debug, Clone)]
pub(crate) struct DistinctCounter {
    limit: usize,
    seen: SeenValues,
}

#[derive(Debug, Clone)]
enum SeenValues {
    Exactly(TextCounts),
    Roughly(Box<[u8]>),
}

impl DistinctCounter {
    /// For one column of a table of so many.
    pub(crate) fn new(columns: usize) -> Self {
        let limit = EXACT_VALUES.min(EXACT_IN_TABLE / columns.max(1)).max(100);
        DistinctCounter {
            limit,
            seen: SeenValues::Exactly(TextCounts::default()),
        }
    }

    /// Takes in values, not so many at once that memory for all of them would matter.
    pub(crate) fn take_all(&mut self, values: &[&str]) {
        let hashes: Vec<u64> = values.iter().map(|value| hash(value)).collect();
        match &mut self.seen {
            SeenValues::Exactly(counts) => {
                counts.add_all(values, &hashes);
                if counts.len() > self.limit || counts.bytes() > EXACT_BYTES {
                    let mut registers = vec![0; 1 << REGISTER_BITS].into_boxed_slice();
                    counts.hashes().for_each(|hash| note(&mut registers, hash));
                    self.seen = SeenValues::Roughly(registers);
                }
            }
            SeenValues::Roughly(registers) => hashes.iter().for_each(|hash| note(registers, *hash)),
        }
    }

    /// Different values, and whether the count is exact. Values in `except` are not counted where they are known.
    pub(crate) fn count(&self, except: &[String]) -> (u64, bool) {
        match &self.seen {
            SeenValues::Exactly(counts) => {
                let excepted = except.iter().filter(|v| counts.has(v, hash(v))).count();
                ((counts.len() - excepted) as u64, true)
            }
            SeenValues::Roughly(registers) => (estimate(registers), false),
        }
    }

    /// The most frequent values; none where the values are too many to be counted exactly, or none occurs twice.
    pub(crate) fn frequent(&self, except: &[String]) -> Vec<(String, u64)> {
        let SeenValues::Exactly(counts) = &self.seen else {
            return Vec::new();
        };
        let mut all: Vec<(&str, u64)> = counts
            .each()
            .filter(|(v, _)| !except.iter().any(|e| e == v))
            .collect();
        all.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        if all.first().is_none_or(|(_, n)| *n < 2) {
            return Vec::new();
        }
        all.into_iter()
            .take(MOST_FREQUENT)
            .map(|(v, n)| (v.to_owned(), n))
            .collect()
    }
}

impl DistinctCounter {
    /// Returns every value, in order; none where there are more than `most`.
    pub(crate) fn all(&self, most: usize) -> Vec<String> {
        let SeenValues::Exactly(counts) = &self.seen else {
            return Vec::new();
        };
        if counts.len() > most {
            return Vec::new();
        }
        let mut all: Vec<String> = counts.each().map(|(value, _)| value.to_owned()).collect();
        all.sort_unstable();
        all
    }
}

fn note(registers: &mut [u8], hash: u64) {
    let at = usize::try_from(hash >> (64 - REGISTER_BITS)).unwrap_or(0);
    let rank = (hash << REGISTER_BITS | 1 << (REGISTER_BITS - 1)).leading_zeros() + 1;
    registers[at] = registers[at].max(u8::try_from(rank).unwrap_or(u8::MAX));
}

/// HyperLogLog's estimate (Flajolet, Fusy, Gandouet and Meunier, 2007), with linear counting for small numbers.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]
fn estimate(registers: &[u8]) -> u64 {
    let m = registers.len() as f64;
    let sum: f64 = registers.iter().map(|r| 0.5f64.powi(i32::from(*r))).sum();
    let raw = 0.7213 / (1.0 + 1.079 / m) * m * m / sum;
    let empty = registers.iter().filter(|r| **r == 0).count();
    let estimate = if raw <= 2.5 * m && empty > 0 {
        m * (m / empty as f64).ln()
    } else {
        raw
    };
    estimate.round() as u64
}

/// A fixed hash, so that estimates are the same in every run: eight bytes at a time are folded, and mixed at the end
/// (the finaliser of SplitMix64).
#[inline]
pub(crate) fn hash(value: &str) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let bytes = value.as_bytes();
    let mut state = (bytes.len() as u64).wrapping_mul(FACTOR);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state = (state.rotate_left(23) ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR);
    }
    let last = short_word(rest);
    let mut x = (state.rotate_left(23) ^ last).wrapping_mul(FACTOR);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

/// Fewer bytes than a word has, as one word, the first of them lowest.
#[inline]
fn short_word(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // Two halves that may overlap: bytes that both hold come twice to the same place.
        (Some(first), Some(last)) => {
            let high = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4) % 64);
            u64::from(u32::from_le_bytes(*first)) | high
        }
        _ => bytes
            .iter()
            .rev()
            .fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_up_to_the_limit_and_near_past_it() {
        let mut distinct = DistinctCounter::new(1);
        for n in 0..EXACT_VALUES {
            distinct.take_all(&[&n.to_string(), "0"]);
        }
        assert_eq!(distinct.count(&[]), (EXACT_VALUES as u64, true));
        assert_eq!(
            distinct.frequent(&[])[0],
            ("0".to_owned(), EXACT_VALUES as u64 + 1)
        );
        for n in 0..300_000 {
            distinct.take_all(&[&n.to_string()]);
        }
        let (count, exact) = distinct.count(&[]);
        assert!(!exact && (285_000..315_000).contains(&count), "{count}");
        assert!(distinct.frequent(&[]).is_empty());
    }

    #[test]
    fn short_words_are_the_bytes_in_order() {
        for n in 0..8 {
            let bytes: Vec<u8> = (1..=n).collect();
            let plain = bytes
                .iter()
                .rev()
                .fold(0, |word, byte| word << 8 | u64::from(*byte));
            assert_eq!(short_word(&bytes), plain);
        }
    }

    #[test]
    fn values_are_listed_while_they_are_few() {
        let mut distinct = DistinctCounter::new(1);
        distinct.take_all(&["b", "a", "b"]);
        assert_eq!(distinct.all(2), ["a", "b"]);
        assert!(distinct.all(1).is_empty());
    }

    #[test]
    fn marks_for_missing_values_do_not_count() {
        let mut distinct = DistinctCounter::new(1);
        distinct.take_all(&["1", "NA", "1"]);
        assert_eq!(distinct.count(&["NA".to_owned()]), (1, true));
    }
}
