//! The form of the index: small scripts that a page loads by script tags, each a call `tragaluz(MARK, DATA)`.
//!
//! `MARK` is the same in all files of an index and changes with it, so that files of two builds are never mixed.
//!
//! - `index.js`: `kinds` (names of kinds), `stop` (words that are not looked for), `plurals` (rules: pattern and what takes
//!   its place), `ends` (the number after the last thing of each rank: things stand in the order of their ranks), `cuts` (the
//!   word from which on each file of words holds them; JavaScript's order, by UTF-16 units), `back` (the same of `rN.js`).
//! - `wN.js`: words in order, as one text. A word is one sign for how many UTF-16 units it shares with the word before it,
//!   then the rest of it, then up to three lists after a `.` each: things that have it in the title; in the summary or in
//!   names; in the text. A thing is in one list only, the first that it can be in.
//! - `rN.js`: where there are more than [`FEW_FILES`] files of words, every word of [`LEAST_LETTERS`] or more written from
//!   its end, in order, as in `wN.js` but without lists. Whoever slips in the first half of a word finds it by the second.
//! - `dN.js`: [`PER_FILE`] things: title, address from the language's root, kind, weight in kilobytes, summary, its place,
//!   status and years in words, and the language of the title where it is not the page's; of a dataset with pages of the rows
//!   of a value, how many `v` files it has.
//! - `vT-N.js`: of the thing with the number T, values and the pages of their rows; told in [`super::places`].
//!
//! A list holds things by their numbers, in order. Either each as its distance from the one before it less one, in groups
//! of five bits, the least first, a sign a group, the sixth bit telling that more follow. Or, where that is shorter, `*`
//! and one bit for each thing, six a sign, the least first. Signs are those of Base64 for addresses (RFC 4648, §5).
//! So no word takes more than a sixth of a byte a thing and list, however many have it.

use super::short_text::{cut, script_text};
use super::{Thing, places};
use crate::pages::kinds::SearchRank;
use crate::stage::OutputFile;
use crate::text::fold::Folding;
use crate::text::obeyed;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Things in a file; the script knows it as `PER`.
const PER_FILE: usize = 4;

/// Most bytes of a thing's record.
const RECORD_BYTES: usize = 380;

/// Bytes of words in a file, unless one word alone takes more.
const WORDS_BYTES: usize = 2_500;

/// Files of words of which a query may load all: then a word with a slip is looked for in all of them.
const FEW_FILES: usize = 6;

/// Letters of a word, at least, for which one with a slip is taken.
const LEAST_LETTERS: usize = 4;

/// Bytes of a title, as long as a result shows it.
const TITLE_BYTES: usize = 180;

/// Bytes of the place, status and years that a result shows.
const SHOWN_BYTES: usize = 90;

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A word in JavaScript's order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word(String);

impl Ord for Word {
    fn cmp(&self, other: &Word) -> Ordering {
        self.0.encode_utf16().cmp(other.0.encode_utf16())
    }
}

impl PartialOrd for Word {
    fn partial_cmp(&self, other: &Word) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Every word, and the things that have it in title, summary and text.
#[derive(Debug, Default)]
pub(super) struct TermIndex {
    words: BTreeMap<Word, [Vec<usize>; 3]>,
}

impl TermIndex {
    /// Adds a thing's words; things come in the order of their numbers.
    pub(crate) fn add(&mut self, thing: usize, terms: [BTreeSet<String>; 3]) {
        for (field, terms) in terms.into_iter().enumerate() {
            for term in terms {
                self.words.entry(Word(term)).or_default()[field].push(thing);
            }
        }
    }
}

/// The files of an index.
pub(super) fn pack(
    folder: &str,
    kinds: &[String],
    folding: &Folding,
    terms: &TermIndex,
    things: &[Thing],
) -> Vec<OutputFile> {
    let (cuts, words) = words_files(lines(terms, things.len()));
    let (back, backwards) = if words.len() > FEW_FILES {
        words_files(backwards(terms))
    } else {
        Default::default()
    };
    let mut data: Vec<(String, Value)> = Vec::new();
    data.extend(
        words
            .into_iter()
            .enumerate()
            .map(|(at, text)| (format!("w{at}"), json!(text))),
    );
    let backwards = backwards.into_iter().enumerate();
    data.extend(backwards.map(|(at, text)| (format!("r{at}"), json!(text))));
    data.extend(of_things(things, folding));
    let index = json!({
        "kinds": kinds,
        "stop": folding.left_out().collect::<Vec<_>>(),
        "plurals": folding.plurals(),
        "ends": ends_of_ranks(things),
        "cuts": cuts,
        "back": back,
    });
    data.push(("index".to_owned(), index));
    let texts = data
        .into_iter()
        .map(|(name, data)| (name, script_text(&data)));
    marked(folder, texts.collect())
}

/// The records of things, and where the rows of their values are.
fn of_things(things: &[Thing], folding: &Folding) -> Vec<(String, Value)> {
    let places: Vec<Vec<Value>> = things.iter().map(|t| places::files(t, folding)).collect();
    let records: Vec<Value> = (things.iter().zip(&places))
        .map(|(thing, places)| record(thing, places.len()))
        .collect();
    let parts = records.chunks(PER_FILE).enumerate();
    let mut data: Vec<(String, Value)> = parts
        .map(|(at, part)| (format!("d{at}"), json!(part)))
        .collect();
    for (thing, files) in places.into_iter().enumerate() {
        let files = files.into_iter().enumerate();
        data.extend(files.map(|(at, file)| (format!("v{thing}-{at}"), file)));
    }
    data
}

/// Makes scripts of these names and data, all with the same mark.
fn marked(folder: &str, texts: Vec<(String, String)>) -> Vec<OutputFile> {
    let mut hash = Sha256::new();
    for (_, text) in &texts {
        hash.update(text.as_bytes());
    }
    let mark: String = hash
        .finalize()
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let files = texts.into_iter().map(|(name, text)| OutputFile {
        path: format!("{folder}/{name}.js"),
        text: format!("tragaluz(\"{mark}\",{text})\n"),
    });
    files.collect()
}

/// The number after the last thing of each rank.
fn ends_of_ranks(things: &[Thing]) -> Vec<usize> {
    let ranks = [SearchRank::First, SearchRank::Second, SearchRank::Last];
    let end = |rank| things.partition_point(|thing| thing.found_by.rank <= rank);
    ranks.map(end).into()
}

/// Every word, and its lists as a file has them.
fn lines(terms: &TermIndex, things: usize) -> impl Iterator<Item = (&str, String)> {
    terms.words.iter().map(move |(Word(word), lists)| {
        let lists: Vec<String> = lists.iter().map(|list| packed(list, things)).collect();
        let lists = format!(".{}", lists.join("."));
        (word.as_str(), lists.trim_end_matches('.').to_owned())
    })
}

/// Words of letters written from their ends, in order.
fn backwards(terms: &TermIndex) -> impl Iterator<Item = (String, String)> {
    let words = terms.words.keys().map(|Word(word)| word);
    let words = words.filter(|word| {
        word.chars().count() >= LEAST_LETTERS && !word.bytes().any(|b| b.is_ascii_digit())
    });
    let words: BTreeSet<Word> = words
        .map(|word| Word(word.chars().rev().collect()))
        .collect();
    words.into_iter().map(|Word(word)| (word, String::new()))
}

/// The first words of files, and the files.
fn words_files(
    lines: impl Iterator<Item = (impl AsRef<str>, String)>,
) -> (Vec<String>, Vec<String>) {
    let (mut cuts, mut files): (Vec<String>, Vec<String>) =
        (vec![String::new()], vec![String::new()]);
    let mut last = String::new();
    for (word, lists) in lines {
        let word = word.as_ref();
        let size = files.last().map_or(0, String::len);
        if size > 0 && size + word.len() + lists.len() + 2 > WORDS_BYTES {
            cuts.push(shortest_between(&last, word));
            files.push(String::new());
            last.clear();
        }
        let file = files.last_mut().expect("there is always one");
        if !file.is_empty() {
            file.push(' ');
        }
        let (units, bytes) = shared(&last, word);
        file.push(char::from(SIGNS[units]));
        file.push_str(&word[bytes..]);
        file.push_str(&lists);
        word.clone_into(&mut last);
    }
    (cuts, files)
}

/// How much of its beginning a word shares with the one before: UTF-16 units, of which a sign can tell 63, and bytes.
fn shared(before: &str, word: &str) -> (usize, usize) {
    let (mut units, mut bytes) = (0, 0);
    for (a, b) in before.chars().zip(word.chars()) {
        if a != b || units + a.len_utf16() >= SIGNS.len() {
            break;
        }
        units += a.len_utf16();
        bytes += a.len_utf8();
    }
    (units, bytes)
}

/// The shortest beginning of `word` that is after `before`.
fn shortest_between(before: &str, word: &str) -> String {
    let before = Word(before.to_owned());
    let mut ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.find(|end| Word(word[..*end].to_owned()) > before);
    word[..end.unwrap_or(word.len())].to_owned()
}

/// A list of things, in the shorter of both forms.
fn packed(list: &[usize], things: usize) -> String {
    let mut gaps = String::new();
    let mut next = 0;
    for thing in list {
        let mut gap = thing - next;
        while gap > 31 {
            gaps.push(char::from(SIGNS[gap & 31 | 32]));
            gap >>= 5;
        }
        gaps.push(char::from(SIGNS[gap]));
        next = thing + 1;
    }
    if gaps.len() <= things / 6 {
        return gaps;
    }
    let mut bits = vec![0_u8; list.last().map_or(0, |last| last / 6 + 1)];
    for thing in list {
        bits[thing / 6] |= 1 << (thing % 6);
    }
    let bits: String = bits
        .iter()
        .map(|six| char::from(SIGNS[usize::from(*six)]))
        .collect();
    if gaps.len() <= bits.len() {
        gaps
    } else {
        format!("*{bits}")
    }
}

/// A thing's record, cut to its room; `places` are its files of places of values.
fn record(of: &Thing, places: usize) -> Value {
    let title = cut(&obeyed::shown(&of.title), TITLE_BYTES);
    let shown = cut(&obeyed::shown(&of.shown), SHOWN_BYTES);
    let room = RECORD_BYTES.saturating_sub(title.len() + of.href.len() + shown.len() + 28);
    let mut summary = cut(&obeyed::shown(&of.summary), room);
    loop {
        let mut record = vec![
            json!(title),
            json!(of.href),
            json!(of.kind),
            json!(of.kilobytes),
            json!(summary),
            json!(shown),
        ];
        if places > 0 {
            record.extend([json!(of.lang.as_deref().unwrap_or("")), json!(places)]);
        } else {
            record.extend(of.lang.iter().map(|lang| json!(lang)));
        }
        let record = Value::Array(record);
        // Escapes may take more room than the words.
        if script_text(&record).len() <= RECORD_BYTES || summary.is_empty() {
            return record;
        }
        summary = cut(&summary, summary.len() / 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_gaps_or_bits() {
        assert_eq!(packed(&[0, 1, 33, 70], 1000), "AAfkB");
        assert_eq!(packed(&(0..12).collect::<Vec<_>>(), 12), "*__");
        assert_eq!(packed(&[], 12), "");
        let half: Vec<usize> = (0..10_000).step_by(2).collect();
        assert!(packed(&half, 10_000).len() <= 10_000 / 6 + 2);
    }

    #[test]
    fn words_share_beginnings_and_files_begin_with_the_shortest_word() {
        let mut terms = TermIndex::default();
        let words = ["abierto", "abiertos", "z"];
        terms.add(
            0,
            [
                words.map(str::to_owned).into(),
                BTreeSet::new(),
                BTreeSet::new(),
            ],
        );
        assert_eq!(words_files(lines(&terms, 1)).1, ["Aabierto.A Hs.A Az.A"]);
        assert_eq!(shortest_between("abierto", "abrir"), "abr");
        assert_eq!(shortest_between("a", "ab"), "ab");
    }

    #[test]
    fn records_stay_small() {
        let of = Thing {
            title: "<".repeat(500),
            href: "a/b.html".into(),
            kind: 0,
            kilobytes: 5,
            summary: "\"<\" ".repeat(200),
            lang: Some("nhn".into()),
            ..Thing::default()
        };
        let text = script_text(&record(&of, 0));
        assert!(text.len() <= RECORD_BYTES, "{}", text.len());
        let plain = Thing {
            title: "Título".repeat(90),
            summary: "Resumen corto ".repeat(90),
            ..of
        };
        let text = script_text(&record(&plain, 3));
        assert!((300..=RECORD_BYTES).contains(&text.len()), "{}", text.len());
        assert_eq!(cut("uno dos tres", 9), "uno…");
        assert_eq!(cut("uno dos tres", 10), "uno dos…");
    }
}
