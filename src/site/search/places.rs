//! Where the rows of a dataset's values are, in files of which a query loads those of the words that it found.
//!
//! A file is a list: what all its addresses begin with, then for each value a list of the value as readers see it, the rest
//! of its rows' address, and where there are any the value as the file has it and the table's title. A value is in the
//! file of each of its terms that few values have: that with [the term's number](number_of), modulo how many files there are.

use super::Thing;
use super::short_text::{cut, script_text};
use crate::pages::kinds::FoundValue;
use crate::text::fold::Folding;
use crate::text::obeyed;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Bytes of a file, unless one value alone takes more.
const FILE_BYTES: usize = 900;

/// Most files of a thing; values that have no room in these lead to the dataset alone.
const MOST_FILES: usize = 64;

/// Bytes of a value and of a table's title, as long as a result shows them.
const VALUE_BYTES: usize = 90;

/// A value's entry in a file, and by which terms it is looked for.
struct PlaceEntry {
    data: Value,
    bytes: usize,
    terms: BTreeSet<String>,
}

/// Returns the data of a thing's files; nothing where none of its values has a page.
pub(super) fn files(thing: &Thing, folding: &Folding) -> Vec<Value> {
    let places = &thing.found_by.places;
    if places.is_empty() {
        return Vec::new();
    }
    let start = shared_start(places);
    let mut entries: Vec<PlaceEntry> = places.iter().map(|v| entry(v, start, folding)).collect();
    leave_out_common(&mut entries);
    let bytes: usize = entries.iter().map(|entry| entry.bytes).sum();
    let least = (bytes / FILE_BYTES).clamp(1, MOST_FILES);
    let mut files = (least..=MOST_FILES).map(|many| dealt(&entries, many));
    let fitting = files.find(|files| files.iter().all(|file| is_small(file)));
    let files = fitting.unwrap_or_else(|| {
        let files = dealt(&entries, MOST_FILES);
        files.into_iter().map(shortened).collect()
    });
    let data = |file: Vec<&PlaceEntry>| {
        let values = file.into_iter().map(|entry| entry.data.clone());
        std::iter::once(json!(start)).chain(values).collect()
    };
    files.into_iter().map(data).collect()
}

fn entry(value: &FoundValue, start: &str, folding: &Folding) -> PlaceEntry {
    let short = |text: &str| cut(&obeyed::shown(text), VALUE_BYTES);
    let shown = short(&value.shown);
    let written = value.written.as_deref().map(short);
    let mut terms: BTreeSet<String> = folding.terms(&shown).into_iter().collect();
    terms.extend(written.iter().flat_map(|text| folding.terms(text)));
    let mut data = vec![json!(shown), json!(value.href[start.len()..])];
    match &value.table {
        Some(table) => data.extend([json!(written.unwrap_or_default()), json!(short(table))]),
        None => data.extend(written.map(Value::String)),
    }
    let data = Value::Array(data);
    PlaceEntry {
        bytes: script_text(&data).len() + 1,
        data,
        terms,
    }
}

/// Leaves out the terms that more values have than a file holds, such as the first of "Secretaría de …": they tell no value.
fn leave_out_common(entries: &mut [PlaceEntry]) {
    let mut bytes: BTreeMap<String, usize> = BTreeMap::new();
    for entry in &*entries {
        for term in &entry.terms {
            *bytes.entry(term.clone()).or_default() += entry.bytes;
        }
    }
    for entry in entries {
        entry.terms.retain(|term| bytes[term] <= FILE_BYTES);
    }
}

/// What all addresses begin with.
fn shared_start(places: &[FoundValue]) -> &str {
    let first = places.first().map_or("", |value| &value.href);
    let shared = |value: &FoundValue| {
        let pairs = first.bytes().zip(value.href.bytes());
        pairs.take_while(|(a, b)| a == b).count()
    };
    let most = places.iter().map(shared).min().unwrap_or(0);
    &first[..first.floor_char_boundary(most)]
}

/// Puts entries into so many files.
fn dealt(entries: &[PlaceEntry], many: usize) -> Vec<Vec<&PlaceEntry>> {
    let mut files: Vec<Vec<&PlaceEntry>> = vec![Vec::new(); many];
    for entry in entries {
        let own: BTreeSet<usize> = entry
            .terms
            .iter()
            .map(|term| number_of(term) % many)
            .collect();
        own.into_iter().for_each(|at| files[at].push(entry));
    }
    files
}

/// Returns a term's number, as `search.js` computes it too. Names that differ by a digit must be far apart.
fn number_of(term: &str) -> usize {
    term.chars()
        .fold(0, |sum, c| (sum * 31 + c as usize) % 65_521)
}

fn is_small(file: &[&PlaceEntry]) -> bool {
    let bytes: usize = file.iter().map(|entry| entry.bytes).sum();
    bytes <= FILE_BYTES || file.len() == 1
}

/// Leaves out what does not fit into a file.
fn shortened(mut file: Vec<&PlaceEntry>) -> Vec<&PlaceEntry> {
    while !is_small(&file) {
        file.pop();
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::kinds::SearchText;
    use crate::text::lang::Lang;

    fn with_values(many: usize) -> Thing {
        let value = |at: usize| FoundValue {
            shown: format!("Pozo número{at}"),
            href: format!("datasets/agua/rows/agua-{at}.html#r-{at}"),
            ..FoundValue::default()
        };
        Thing {
            found_by: SearchText {
                places: (0..many).map(value).collect(),
                ..SearchText::default()
            },
            ..Thing::default()
        }
    }

    #[test]
    fn a_thing_has_as_many_small_files_as_its_values_need() {
        let folding = Folding::of(&Lang::parse("es").expect("a language"), "");
        assert!(files(&Thing::default(), &folding).is_empty());
        let one = files(&with_values(3), &folding);
        let first = json!(["Pozo número0", "0.html#r-0"]);
        assert_eq!(one.len(), 1);
        assert_eq!(one[0][0], json!("datasets/agua/rows/agua-"));
        assert_eq!(one[0][1], first);
        let many = files(&with_values(500), &folding);
        assert!((20..MOST_FILES).contains(&many.len()), "{}", many.len());
        let largest = many.iter().map(|file| script_text(file).len()).max();
        assert!(largest <= Some(FILE_BYTES + 40), "{largest:?}");
    }
}
